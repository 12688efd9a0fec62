#!/usr/bin/env bash
# clang-tidy on kvit's own code: what changed since the main branch, or everything, or the files named.
#   scripts/tidy.sh [--all | FILE...]
# A file that was clean is skipped until it, a header it includes or .clang-tidy changes.
set -euo pipefail
cd "$(dirname "$0")/.."

changed() {
    local base
    base=$(git merge-base HEAD origin/main 2>/dev/null || git rev-parse -q --verify HEAD~1 || echo HEAD)
    # A branch that is merged has nothing new against main: then the last commit is the change.
    [ "$base" != "$(git rev-parse HEAD)" ] || base=$(git rev-parse -q --verify HEAD~1 || echo HEAD)
    git diff --name-only --diff-filter=d "$base" -- include src tests
    git ls-files --others --exclude-standard -- include src tests
}

case "${1:-}" in
    "") list=$(changed) ;;
    --all) list=$(git ls-files -co --exclude-standard -- include src tests) ;;
    *) list=$(printf '%s\n' "$@") ;;
esac
# A public header is read by the file that includes them all, a private one by those that include it.
files=$(
    while read -r file; do
        case "$file" in
            tests/fuzz/*) ;;  # compiled by clang with its own flags
            *.cpp) echo "$file" ;;
            include/*.h) echo build/tidy/headers/all_headers.cpp ;;
            *.h) grep -rlF --include='*.cpp' "/$(basename "$file")\"" src tests || true
                 grep -lF "\"$(basename "$file")\"" "$(dirname "$file")"/*.cpp || true ;;
        esac
    done <<<"$list" | sort -u
)
[ -n "$files" ] || { echo "clang-tidy: no file changed"; exit 0; }

cmake --preset tidy >/dev/null
mkdir -p build/tidy/clean

check_one() {
    local file=$1 key output
    key=$(
        {
            cat .clang-tidy tests/.clang-tidy
            # The compile command without -c and -o, to preprocess: everything the file depends on.
            python3 -c '
import json, os, shlex, subprocess, sys
want = os.path.abspath(sys.argv[1])
for entry in json.load(open("build/tidy/compile_commands.json")):
    if os.path.abspath(os.path.join(entry["directory"], entry["file"])) == want:
        words = shlex.split(entry["command"])
        at = words.index("-o")
        words = [w for w in words[:at] + words[at + 2:] if w != "-c"]
        sys.exit(subprocess.call(words + ["-E", "-P"], cwd=entry["directory"]))
sys.exit("tidy.sh: no target compiles " + sys.argv[1])' "$file"
        } 2>&1 | sha256sum | cut -d' ' -f1
    )
    [ ! -e "build/tidy/clean/$key" ] || return 0
    if output=$(clang-tidy -p build/tidy --quiet --extra-arg=-Wno-unknown-warning-option "$file" 2>&1); then
        : >"build/tidy/clean/$key"
    else
        grep -v -E 'warnings? (generated|treated as errors)' <<<"$output"
        return 1
    fi
}
export -f check_one
# shellcheck disable=SC2016  # $1 is the inner shell's
xargs -r -P "$(nproc)" -I{} bash -c 'check_one "$1"' _ {} <<<"$files"
