#!/usr/bin/env bash
# Configures and builds one preset of CMakePresets.json into build/<preset>; quiet unless it fails.
#   scripts/build.sh PRESET [TARGET]...
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
shift

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! cmake --preset "$preset" >"$log" 2>&1; then
    cat "$log" >&2
    echo "build.sh: cmake could not configure \"$preset\"; scripts/setup.sh installs what it needs." >&2
    exit 1
fi

[ $# -eq 0 ] || set -- --target "$@"
if [ -t 1 ]; then
    exec cmake --build --preset "$preset" "$@" # ninja shows its progress on one line
fi
echo "Building $preset (a few minutes the first time)"
if ! cmake --build --preset "$preset" "$@" >"$log" 2>&1; then
    grep -v -E '^\[[0-9]+/[0-9]+\] (Building|Linking|Running|Re-running|Generating)' "$log" >&2 || true
    echo "build.sh: the build of \"$preset\" failed; the compiler's words are above." >&2
    exit 1
fi
