#!/usr/bin/env bash
# Runs every fuzz target for a while, from the seeds in tests/fuzz/corpus/. What it learns stays in build/.
#   scripts/fuzz.sh [TARGET]...     KVIT_FUZZ_SECONDS per target, default 60
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${KVIT_FUZZ_SECONDS:-60}

scripts/setup.sh build fuzz
scripts/build.sh fuzz
found=0
for binary in build/fuzz/tests/fuzz/*_fuzz; do
    target=$(basename "$binary" _fuzz)
    [ $# -eq 0 ] || [[ " $* " == *" $target "* ]] || continue
    corpus=build/fuzz/corpus/$target
    crashes=build/fuzz/crashes/$target
    mkdir -p "$corpus" "$crashes"
    if "$binary" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$crashes/" "$corpus" "tests/fuzz/corpus/$target" >"$crashes.log" 2>&1; then
        printf '%-12s ok      %s runs in %s s\n' "$target" \
            "$(sed -n 's/^stat::number_of_executed_units: *//p' "$crashes.log")" "$seconds"
    else
        found=1
        printf '%-12s FOUND   input in %s, report in %s\n' "$target" "$crashes/" "$crashes.log"
        grep -m1 -A12 -E 'ERROR|runtime error|kvit:' "$crashes.log" || tail -n 20 "$crashes.log"
    fi
done
exit "$found"
