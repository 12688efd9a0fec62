#!/usr/bin/env bash
# Builds kvit and runs a year of a small business with it, into example-year/ of this clone.
# Then look around there: invoices, reminders, a suspension notice, the status of the work.
set -euo pipefail
cd "$(dirname "$0")/.."

business=tests/examples/studio-ada
year=example-year
first=2026-01-01
last=2026-11-20

die() {
    printf '%s\n' "run.sh: $1" "${@:2}" >&2
    exit 1
}

scripts/setup.sh build
[ -f "$business/studio-ada.toml" ] || die "the example business is not in $business; is this clone whole?"
scripts/build.sh release kvit

# Only a folder that an earlier run made is removed.
if [ -e "$year" ]; then
    [ -f "$year/.made-by-run.sh" ] ||
        die "$year/ is there, but this script did not make it." "Move it away, then run again."
    rm -rf "$year"
fi
mkdir -p "$year/inbox"
: >"$year/.made-by-run.sh"

kvit() { build/release/kvit --db "$year/kvit.db" "$@"; }

# must WHAT COMMAND...: exit 0 and 3 (done, something waits for a person) are fine; what waits is told at the end.
must() {
    local what=$1 code=0 words
    shift
    { words=$(kvit "$@" 2>&1 >&3) || code=$?; } 3>&1
    if [ "$code" -ne 0 ] && [ "$code" -ne 3 ]; then
        printf '\n%s\n' "$words" >&2
        die "$what stopped with exit code $code; its reason is above." "The command was: kvit --db $year/kvit.db $*"
    fi
    [ -z "$words" ] || waits+=("$words")
}
waits=()

must "making the database" init --quiet
must "the agreement" apply "$business/studio-ada.toml" --quiet --as-of "$first"
for table in work contacts requests; do
    must "importing $table" import "$table" "$business/$table.csv" --quiet --as-of "$first"
done
cp "$business"/statements/*.xml "$year/inbox/"

mapfile -t days < <(
    export TZ=UTC
    end=$(date -d "$last" +%s)
    for ((at = $(date -d "$first" +%s); at <= end; at += 86400)); do
        printf '%(%Y-%m-%d)T\n' "$at"
    done
)
for day in "${days[@]}"; do
    [ ! -t 1 ] || printf '\rA year of Studio Ada, day by day: %s ' "$day"
    must "the day $day" day --as-of "$day" --quiet
done
[ ! -t 1 ] || printf '\r%50s\r' ''

echo "What waited for a person in the year of Studio Ada (the owner answered none of it):"
printf '  %s\n' "${waits[@]}"
printf '\nThe work-pause status on %s:\n\n' "$last"
must "the status report" status --as-of "$last"
must "the status report" status --as-of "$last" --format html -o "$year/status.html"
must "the status report" status --as-of "$last" --format pdf -o "$year/status.pdf"
must "the verification" verify --quiet

count() { find "$1" -type f -name "$2" | wc -l; }
one() { find "$year/documents" -type f -name "$1" | sort | head -n 1; }

invoice=$(one 'FV-*.pdf')
reminder=$(one '*-friendly_reminder.pdf')
suspension=$(one '*-suspension.pdf')
for found in "an invoice:$invoice" "a reminder:$reminder" "a suspension notice:$suspension"; do
    [ -n "${found#*:}" ] || die "the year should have made ${found%%:*}, but there is none in $year/documents."
done
cat <<END

A year of Studio Ada ($first to $last), and where to look:
  an invoice           $invoice  ($(count "$year/documents" 'FV-*.pdf') invoices)
  a reminder           $reminder
  a suspension notice  $suspension
  all documents        $year/documents/  ($(count "$year/documents" '*.pdf') PDF files)
  messages             $year/outbox/  ($(count "$year/outbox" '*.eml') messages, as e-mail files)
  work-pause status    $year/status.html and $year/status.pdf
  the database         $year/kvit.db  (verified: kvit verify)
Ask it yourself:       build/release/kvit --db $year/kvit.db status --as-of 2026-09-30
END
