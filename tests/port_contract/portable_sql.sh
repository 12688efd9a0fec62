#!/bin/bash
# Shows that the database's SQL is one that PostgreSQL reads as well: applies the portable migrations to a
# private server in a temporary folder, PREPAREs every R"sql(…)sql" text of src/adapters/sqlite, and looks
# for what must not be there. Needs PostgreSQL's server programs and python3; ends with 77 (skipped) without.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
adapter=$root/src/adapters/sqlite

server=
for bin in /usr/lib/postgresql/*/bin; do [ -x "$bin/initdb" ] && server=$bin; done
if [ -z "$server" ]; then echo "portable_sql: skipped, PostgreSQL's server is not installed"; exit 77; fi

work=$(mktemp -d)
as_user=()
if [ "$(id -u)" = 0 ]; then  # the server refuses to run as root
    chown nobody "$work"
    as_user=(setpriv --reuid=nobody --regid=nogroup --clear-groups)
fi
export HOME=$work LC_ALL=C
stop() {
    "${as_user[@]}" "$server/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap stop EXIT

# What the texts may not say, and the texts themselves as one script of PREPAREs.
python3 - "$adapter" "$work/prepare.sql" <<'PYTHON'
import pathlib
import re
import sys

adapter, script = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
forbidden = re.compile(
    r"\bSTRICT\b|AUTOINCREMENT|WITHOUT\s+ROWID|INSERT\s+OR\b|\bREPLACE\s+INTO\b|\browid\b|\?|\"|"
    r"\bPRAGMA\b|\bGLOB\b|\bIFNULL\b|\bstrftime\b|\bdatetime\s*\(|\bjulianday\b|\bgroup_concat\b|"
    r"\bjson_\w+|\btypeof\b|\bprintf\b|\bsqlite_\w+|\bINDEXED\s+BY\b", re.IGNORECASE)
types = re.compile(r"^    (\w+) (?!KEY|INTO)([A-Z]+)\b(?! KEY| \()", re.MULTILINE)
faults, texts = [], []
for path in sorted(adapter.glob("*.cpp")) + sorted(adapter.glob("*.h")):
    source = re.sub(r"^\s*//.*", "", path.read_text(), flags=re.MULTILINE)
    for text in re.findall(r'R"sql\((.*?)\)sql"', source, re.DOTALL):
        texts.append((path.name, text))
    # Every statement is written in one of the two marked forms.
    for call in re.finditer(r'(?:\brun\(|\bQuery\s+\w+\()\s*\w+,\s*(\S{6})', source):
        if not call.group(1).startswith(('R"sql(', 'R"sqli', 'sql,', 'sql);')):
            faults.append(f"{path.name}: a statement without its mark: {call.group(0)!r}")
for path in sorted(adapter.glob("migrations/*.sql")):
    if path.name.endswith(".sqlite.sql"):
        continue
    text = re.sub(r"--.*", "", path.read_text())
    for column, kind in types.findall(text):
        if kind not in ("TEXT", "BIGINT", "INTEGER"):
            faults.append(f"{path.name}: column {column} has type {kind}")
    for table, key in re.findall(r"CREATE TABLE (\w+).*?PRIMARY KEY \((\w+)", text, re.DOTALL):
        if key != "business":
            faults.append(f"{path.name}: the key of {table} does not begin with business")
    texts.append((path.name, text))
for name, text in texts:
    for word in forbidden.findall(text):
        faults.append(f"{name}: {word!r} is not portable")
statements = [(n, t) for n, t in texts if not n.endswith(".sql") and "CREATE TABLE" not in t]
tables = [t for n, t in texts if "CREATE TABLE" in t and not n.endswith(".sql")]
with script.open("w") as out:
    for text in tables:
        out.write(text + ";\n")
    for path in sorted(adapter.glob("migrations/*.sql")):
        if not path.name.endswith(".sqlite.sql"):
            out.write(path.read_text())
    for number, (name, text) in enumerate(statements):
        out.write(f"PREPARE s{number} AS -- {name}\n{text};\n")
if len(statements) < 80:
    faults.append(f"only {len(statements)} statements were found")
for fault in faults:
    print("portable_sql:", fault, file=sys.stderr)
print(f"portable_sql: {len(statements)} statements", flush=True)
sys.exit(1 if faults else 0)
PYTHON

chmod 755 "$work"
"${as_user[@]}" "$server/initdb" -D "$work/data" -U kvit --locale=C -E UTF8 -A trust >/dev/null
"${as_user[@]}" "$server/pg_ctl" -D "$work/data" -w -l "$work/log" \
    -o "-c listen_addresses='' -c unix_socket_directories='$work' -c fsync=off" start >/dev/null
psql -h "$work" -U kvit -d postgres -v ON_ERROR_STOP=1 -q -f "$work/prepare.sql"
echo "portable_sql: PostgreSQL reads them all"
