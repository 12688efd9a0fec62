#!/usr/bin/env bash
# The long forms of every check, for before a release or for a night: minutes to hours. Goes on after a failure
# and lists at the end what failed.
#   scripts/trust.sh [NAME]...      all of them, or those named (the names stand in the table below)
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1

export KVIT_SEEDS="${KVIT_SEEDS:-1000}"              # seeds of each property test and simulation
export KVIT_FUZZ_SECONDS="${KVIT_FUZZ_SECONDS:-300}" # per fuzz target

# One line per proof: name, then what runs. Add yours here.
names=(check tidy properties portable-sql browser fuzz bench year)
prove() {
    case "$1" in
        check) scripts/check.sh ;;
        tidy) scripts/tidy.sh --all ;;
        properties) scripts/test.sh -R '^(property|scenario|fault)\.' ;;
        portable-sql) [ ! -f tests/port_contract/portable_sql.sh ] || bash tests/port_contract/portable_sql.sh ;;
        browser) scripts/setup.sh browser && bash tests/browser/run.sh ;;
        fuzz) scripts/fuzz.sh ;;
        bench) scripts/bench.sh ;;
        year) scripts/run.sh ;;
        *) echo "trust.sh: there is no proof \"$1\"; write one of: ${names[*]}" >&2; exit 2 ;;
    esac
}

scripts/setup.sh build test check fuzz bench || exit 1
[ $# -eq 0 ] || names=("$@")
failed=()
for name in "${names[@]}"; do
    printf '\n=== %s\n' "$name"
    start=$SECONDS
    prove "$name" || failed+=("$name")
    printf '=== %s: %d s\n' "$name" $((SECONDS - start))
done
if [ ${#failed[@]} -gt 0 ]; then
    printf '\nFailed: %s\n' "${failed[*]}"
    exit 1
fi
printf '\nAll of %s passed.\n' "${names[*]}"
