#!/usr/bin/env bash
# One month's billing run for thousands of generated clients: invoices per second, CPU per invoice, peak memory,
# where the time goes, and the same for a tenth of them: what grows with the number of clients and what does not.
#   scripts/bench.sh [--quick] [--clients N]      default 10,000 clients; --quick 1,000
# Works in a new folder below build/bench and leaves it there to look at.
# `cmake --build build/bench --target bench` calls this script.
set -euo pipefail
cd "$(dirname "$0")/.."

clients=10000
while [ $# -gt 0 ]; do
    case "$1" in
        --quick) clients=1000 ;;
        --clients) clients=${2:?how many clients?}; shift ;;
        *) sed -n '2,5s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    esac
    shift
done

scripts/setup.sh build bench
# The bench target has built both programs by now and says where.
bin=${KVIT_BENCH_DIR:-build/bench}
[ -n "${KVIT_BENCH_DIR:-}" ] || scripts/build.sh bench kvit kvit_make_agreement kvit_rate_all

# measured NAME COMMAND...: runs kvit and prints seconds, CPU seconds and peak MiB; keeps them by name.
declare -A elapsed cpu peak
measured() {
    local name=$1 code=0
    shift
    /usr/bin/time -o "$dir/$name.time" -f '%e %U %S %M' \
        "$bin/kvit" --db "$dir/kvit.db" "$@" >"$dir/$name.out" 2>"$dir/$name.err" || code=$?
    if [ "$code" -ne 0 ] && [ "$code" -ne 3 ]; then
        tail -n 5 "$dir/$name.err" >&2
        echo "bench.sh: \"kvit $*\" ended with exit code $code" >&2
        exit 1
    fi
    local wall user system kib
    read -r wall user system kib < <(tail -n 1 "$dir/$name.time")
    elapsed[$name]=$wall
    cpu[$name]=$(awk -v u="$user" -v s="$system" 'BEGIN { print u + s }')
    peak[$name]=$(awk -v k="$kib" 'BEGIN { printf "%.0f", k / 1024 }')
    printf '  %-24s %8.2f s  %8.2f s CPU  %6d MiB peak\n' "$name" "$wall" "${cpu[$name]}" "${peak[$name]}"
}

# A month of N generated clients in an office of its own. --allow-large: a first run has none before it.
month_of() {
    dir=$bin/run-$1
    rm -rf "$dir"
    mkdir -p "$dir"
    "$bin/tests/bench/kvit_make_agreement" "$1" "$dir"
    echo "$1 clients"
    measured init init
    measured apply apply "$dir/agreement.toml" --as-of 2025-12-01
    measured import import work "$dir/work.csv" --as-of 2025-12-31
    measured dry_run bill --month 2026-01 --as-of 2026-01-31 --quiet --allow-large --dry-run
    measured bill bill --month 2026-01 --as-of 2026-01-31 --quiet --allow-large
    measured nothing_due bill --month 2026-01 --as-of 2026-01-31 --quiet
    invoices=$("$bin/kvit" --db "$dir/kvit.db" invoices --format json | grep -o '"number"' | wc -l)
    [ "$invoices" -gt 0 ] || { echo "bench.sh: the billing run issued nothing" >&2; exit 1; }
}

echo "kvit, $(nproc) cores ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1))"
month_of $((clients / 10))
few=${peak[bill]}
month_of "$clients"
read -r rating _ lines < <("$bin/tests/bench/kvit_rate_all" "$dir" 2026-01-31)
documents=$(find "$dir" -name '*.pdf' | wc -l)
awk -v n="$invoices" -v lines="$lines" -v d="$documents" -v wall="${elapsed[bill]}" -v cpu="${cpu[bill]}" \
    -v dry="${cpu[dry_run]}" -v rating="$rating" -v few="$few" -v many="${peak[bill]}" 'BEGIN {
    printf "  invoices issued          %8d   (%d lines, %d PDF files)\n", n, lines, d
    printf "  invoices per second      %8.0f\n", n / wall
    printf "  CPU per invoice          %8.2f ms, of which\n", cpu * 1000 / n
    printf "    rating, tax, totals    %8.3f ms  %4.1f %%\n", rating * 1000 / n, 100 * rating / cpu
    printf "    words, journal, outbox %8.3f ms  %4.1f %%\n", (dry - rating) * 1000 / n, 100 * (dry - rating) / cpu
    printf "    commits, PDF, files    %8.3f ms  %4.1f %%\n", (cpu - dry) * 1000 / n, 100 * (cpu - dry) / cpu
    printf "  peak memory              %8d MiB; with a tenth of the clients %d MiB\n", many, few
}'
