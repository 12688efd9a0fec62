#!/usr/bin/env bash
# The gate, the same for people and machines: each step prints a line with its time, the first that fails says
# what to do.
#   scripts/check.sh           everything a change must pass (clang-tidy on what changed)
#   scripts/check.sh --all     with clang-tidy on every file
#   scripts/check.sh --cheap   only what takes seconds, where its tools are installed; what .ci/run does first
#   scripts/check.sh --fix     formats the code in place, then the cheap checks
set -euo pipefail
cd "$(dirname "$0")/.."

mode=${1:-}
case "$mode" in
    "" | --all | --cheap | --fix) ;;
    *) sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
[ "$mode" = --cheap ] || scripts/setup.sh build test check

log=$(mktemp)
trap 'rm -f "$log"' EXIT

# step NAME REMEDY COMMAND...
step() {
    local name=$1 remedy=$2 start=$EPOCHREALTIME status=ok
    shift 2
    printf '%-34s ' "$name"
    "$@" >"$log" 2>&1 || status=failed
    printf '%-6s %6.1f s\n' "$status" "$(awk -v a="$start" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }')"
    if [ "$status" = failed ]; then
        tail -n 200 "$log"
        echo "check.sh: \"$name\" failed. $remedy" >&2
        exit 1
    fi
}

# step_with TOOL ...: as step; without the tool --cheap goes on and says so.
step_with() {
    local tool=$1
    shift
    if [ "$mode" = --cheap ] && ! command -v "$tool" >/dev/null; then
        printf '%-34s %-6s (%s is not installed)\n' "$1" "left" "$tool"
    else
        step "$@"
    fi
}

own_code() { find include src tests -name '*.h' -o -name '*.cpp'; }
check_format() { own_code | xargs clang-format --dry-run -Werror; }
check_shell() {
    local script
    for script in scripts/*.sh .ci/run; do bash -n "$script" || return 1; done
}
check_rules() { "scripts/$1.py" --self-test && "scripts/$1.py"; }
check_goldens() {
    git diff --exit-code -- tests/golden && [ -z "$(git ls-files -o --exclude-standard -- tests/golden)" ]
}

[ "$mode" != --fix ] || own_code | xargs clang-format -i
step_with clang-format "format" "Run scripts/check.sh --fix." check_format
step "shell syntax" "Mend the script named above." check_shell
step_with python3 "layers, names, sizes, test wiring" "src/README.md has the allowed arrows." check_rules check_layers
step_with python3 "forbidden calls, portable SQL" "The reason stands behind each finding." check_rules check_words
[ "$mode" != --cheap ] && [ "$mode" != --fix ] || exit 0

step "public headers compile alone" "Add what the header named above does not include." \
    scripts/build.sh dev kvit_headers
if [ "$mode" = --all ]; then
    step "clang-tidy, all files" "Mend it, or switch the check off in .clang-tidy with a reason." scripts/tidy.sh --all
else
    step "clang-tidy, changed files" "Mend it, or switch the check off in .clang-tidy with a reason." scripts/tidy.sh
fi
step "build and tests, ASan and UBSan" "Repeat one test with scripts/test.sh -R NAME." scripts/test.sh
tail -n 3 "$log"
step "goldens clean" "Look at each difference as a client would, then commit the goldens." check_goldens
