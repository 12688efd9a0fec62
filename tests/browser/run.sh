#!/usr/bin/env bash
# The board of the example office in Chromium, in every language of an owner. Run by scripts/trust.sh, not by the
# gate: it needs a browser (apt: chromium, poppler-utils, nodejs with npm) and, once, the npm registry.
#   tests/browser/run.sh [KVIT]       screenshots are left in build/browser/
set -euo pipefail
cd "$(dirname "$0")/../.."
root="$PWD"
kvit="$(realpath "${1:-$(find build -maxdepth 2 -name kvit -type f -perm -u+x | head -1)}")"
work="$root/build/browser"

for tool in node npm pdftotext "${KVIT_BROWSER:-chromium}"; do
    command -v "$tool" >/dev/null || { echo "run.sh: there is no $tool; apt-get install chromium nodejs npm poppler-utils" >&2; exit 1; }
done
rm -rf "$work/office"
mkdir -p "$work/office/inbox"
cp tests/browser/*.json tests/browser/*.cjs "$work/"
[ -d "$work/node_modules" ] || npm ci --prefix "$work" --no-audit --no-fund

examples="$root/tests/examples/studio-ada"
cd "$work/office"
cp "$examples"/statements/* inbox/
"$kvit" init >/dev/null
"$kvit" apply "$examples/studio-ada.toml" --as-of 2026-01-01 >/dev/null
for table in work contacts requests; do "$kvit" import $table "$examples/$table.csv" --as-of 2026-01-01 >/dev/null; done
day=2026-01-01
until [ "$day" = 2026-11-21 ]; do
    "$kvit" day --quiet --as-of "$day" 2>/dev/null || [ $? -eq 3 ]
    day=$(date -d "$day + 1 day" +%F)
done
for language in pl hu hr it de en; do
    sed "0,/^language = .*/s//language = \"$language\"/" "$examples/studio-ada.toml" >owner.toml
    "$kvit" apply owner.toml --as-of 2026-11-20 >/dev/null
    "$kvit" status --as-of 2026-11-20 --format html -o "board-$language.html"
    node "$work/board_test.cjs" "board-$language.html" "$work/$language"
done
