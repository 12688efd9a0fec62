#!/usr/bin/env python3
"""Checks for calls and words that must not stand where they stand: hidden time, place and chance, SQL that only
SQLite understands, unfinished marks.

    scripts/check_words.py              checks the tree it stands in
    scripts/check_words.py --self-test  proves that every rule can fail

A rule is (name, where, where not, pattern, why). C++ comments do not count, except for the rule that reads them.
"""

import re
import sys
from pathlib import Path

CPP = r"(include|src)/.*\.(h|cpp)$"
PURE = r"(include/kvit|src/(core|contract|ledger|statement|policy|document|app))/.*\.(h|cpp)$"
SQLITE = r"src/adapters/sqlite/.*\.(h|cpp|sql)$"
NOWHERE = r"$^"

RULES = [
    ("clock", CPP, r"src/adapters/system/", r"\b(system_clock|high_resolution_clock)\s*::\s*now\b"
     r"|\bstd::time\s*\(|\b(time|localtime|localtime_r|gmtime|gmtime_r|mktime)\s*\(\s*(NULL|nullptr|&)",
     "the time comes from kvit/app/ports/clock.h"),
    ("now", PURE, r"(include/kvit|src)/app/", r"\bnow\s*\(",
     "the day is an argument: take it from the caller"),
    ("chance", CPP, r"src/adapters/system/", r"\brandom_device\b|\bmt19937|\bs?rand\s*\(\s*\)|\brandom\s*\(\s*\)",
     "random bytes come from kvit/app/ports/clock.h"),
    ("environment", CPP, r"src/adapters/system/", r"\b(secure_)?getenv\s*\(|\bsetenv\s*\(",
     "the environment is read in src/adapters/system only"),
    ("locale", CPP, NOWHERE, r"\bstd::locale\b|\bsetlocale\s*\(|\bimbue\s*\(|\bput_(time|money)\b|\bget_money\b"
     r"|\bstrftime\s*\(|\{:[^}\"]*L\}",
     "this machine's locale must not change what kvit writes: use kvit/document/number_format.h"),
    ("parse", CPP, NOWHERE, r"\b(stod|stof|stold|strtod|strtof|strtold|atof|atoi|atol|atoll|sscanf)\s*\(",
     "these obey the locale or ignore what follows the number: use std::from_chars or core::parse_money"),
    ("parse", CPP, NOWHERE, r"\b(stoi|stol|stoll|stoul|stoull)\s*\(",
     "these throw and ignore what follows the number: use std::from_chars"),
    ("terminal", PURE, r"src/core/invariant\.cpp", r"\bstd::(cout|cerr|clog|cin)\b|\bf?printf\s*\(|\bputs\s*\(",
     "the pure layers return values; src/cli prints"),
    ("exit", CPP, r"src/core/invariant\.cpp", r"(?<![\w:.>])(std::)?(exit|_exit|quick_exit|abort|terminate)\s*\(",
     "a bug is a KVIT_INVARIANT, a refusal is a value, the environment throws"),
    ("assert", CPP, NOWHERE, r"(?<![\w])assert\s*\(", "checks stay on in every build: KVIT_INVARIANT"),
    ("double", PURE, r"(include/kvit|src)/(ledger/lateness|document/|app/)", r"\b(double|float)\b",
     "amounts are core::Money, shares are core::Ratio; only the lateness statistic is floating point"),
    # Greece's VAT numbers begin with EL: a spelling, not a behaviour.
    ("country", PURE, r"src/contract/tax_id\.cpp", r"\bcountry\w*(\(\))?(\.code\(\)|\.str\(\))?\s*[=!]=\s*(\"|[\w:]*Country\()",
     "what a country does is a dated row of templates/rules, never an if"),
    ("sql", SQLITE, NOWHERE, r"\bSTRICT\b|\bAUTOINCREMENT\b|\bWITHOUT\s+ROWID\b|\bINSERT\s+OR\b|\bREPLACE\s+INTO\b"
     r"|\b_?rowid\b|\b(datetime|julianday|unixepoch|strftime|ifnull|group_concat|total|printf|iif)\s*\("
     r"|\bGLOB\b|\bNOT\s+INDEXED\b|\bINDEXED\s+BY\b|\bISNULL\b|\bNOTNULL\b",
     "a server's database does not know it: write portable SQL"),
    ("sql", r"(include|src|tests)/.*\.(h|cpp)$", r"src/adapters/sqlite/|tests/",
     r"\"\s*(SELECT\s.*\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(TABLE|INDEX))\b",
     "SQL text stands in src/adapters/sqlite only"),
    ("sleep", r"(include|src|tests)/.*\.(h|cpp)$", NOWHERE, r"\bsleep_(for|until)\b|\b(u|nano)?sleep\s*\(",
     "nothing here waits for time to pass"),
    ("unfinished", r"(include|src|tests|scripts|templates)/.*\.(h|cpp|sql|sh|py|cmake|txt|mustache)$",
     r"scripts/check_words\.py", r"\b(TODO|FIXME|XXX|HACK)\b", "finish it, or write an issue"),
]
READS_COMMENTS = {"unfinished"}

BLOCK_COMMENT = re.compile(r"/\*.*?\*/", re.S)
# A string is matched first, so that // within it is no comment.
LINE_COMMENT = re.compile(r'("(?:[^"\\\n]|\\.)*")|//[^\n]*|(?<=\s)--[^\n"]*$', re.M)


def without_comments(text):
    text = BLOCK_COMMENT.sub(lambda m: "\n" * m[0].count("\n"), text)
    return LINE_COMMENT.sub(lambda m: m[1] or "", text)


def check_file(path, text):
    findings = []
    plain = without_comments(text)
    for name, where, where_not, pattern, why in RULES:
        if not re.match(where, path) or re.match(where_not, path):
            continue
        for number, line in enumerate((text if name in READS_COMMENTS else plain).splitlines(), 1):
            if found := re.search(pattern, line):
                findings.append((path, number, name, f"{found[0].strip()}: {why}"))
    return findings


def check_suppressions(path, text):
    """Every check that .clang-tidy switches off has a line `# check: reason` above."""
    reasons = set(re.findall(r"^#\s+([\w.*-]+): \S", text, re.M))
    off = re.findall(r"(?:^|[\s,\"'])-([a-z][\w.*-]*)", re.sub(r"^\s*#.*$", "", text, flags=re.M))
    return [(path, 1, "reason", f"{check} is switched off without its reason") for check in off
            if check not in reasons]


def check_nolint(path, text):
    return [(path, number, "nolint", "a NOLINT names its check and says why: NOLINT(check): reason")
            for number, line in enumerate(text.splitlines(), 1)
            if "NOLINT" in line and not re.search(r"NOLINT\w*\([\w.,* -]+\): \S", line) and "NOLINTEND" not in line]


BAD = [
    ("clock", "src/adapters/pdf/x.cpp", "auto t = std::chrono::system_clock::now();"),
    ("clock", "src/cli/x.cpp", "auto t = std::time(nullptr);"),
    ("now", "src/ledger/x.cpp", "auto t = clock.now();"),
    ("chance", "src/app/x.cpp", "std::random_device device;"),
    ("environment", "src/cli/x.cpp", 'getenv("HOME");'),
    ("locale", "src/cli/x.cpp", "std::locale::global(l);"),
    ("parse", "src/adapters/bank/x.cpp", "auto d = std::stod(text);"),
    ("parse", "src/adapters/bank/x.cpp", "auto d = std::stoi(text);"),
    ("terminal", "src/ledger/x.cpp", "std::cout << 1;"),
    ("exit", "src/cli/x.cpp", "std::exit(1);"),
    ("assert", "src/core/x.cpp", "assert(a);"),
    ("double", "src/ledger/x.cpp", "double net = 0;"),
    ("country", "src/ledger/x.cpp", 'if (client.country == core::Country("PL"))'),
    ("sql", "src/adapters/sqlite/x.cpp", '"INSERT OR REPLACE INTO t"'),
    ("sql", "src/adapters/sqlite/migrations/x.sql", "CREATE TABLE t (a INTEGER) STRICT;"),
    ("sql", "src/app/x.cpp", 'run("SELECT a FROM t");'),
    ("sleep", "tests/unit/x.cpp", "std::this_thread::sleep_for(1s);"),
    ("unfinished", "src/app/x.cpp", "int a;  // TODO"),
]
GOOD = [
    ("src/adapters/system/clock.cpp", "std::chrono::system_clock::now(); getenv(name);"),
    ("include/kvit/app/ports/clock.h", "virtual core::Instant now() const = 0;"),
    ("src/ledger/x.cpp", "int a;  // never a double, no now()\n/* stod( */ auto url = \"http://x\";"),
    ("src/adapters/sqlite/x.cpp", '"SELECT a FROM t WHERE b = $1"'),
    ("src/core/invariant.cpp", "std::abort();"),
]


def self_test():
    failures = []
    for rule, path, text in BAD:
        found = {finding[2] for finding in check_file(path, text)}
        if found != {rule}:
            failures.append(f"{text} in {path} should break \"{rule}\" alone, but broke {sorted(found)}")
    for path, text in GOOD:
        failures += [f"refused good text: {finding}" for finding in check_file(path, text)]
    if not check_suppressions("t", '# misc-a: why\nChecks: "*,-misc-a,-misc-b"'):
        failures.append("a check that is switched off without a reason was accepted")
    if check_suppressions("t", '# misc-a: why\nChecks: "*,-misc-a"'):
        failures.append("a check that is switched off with its reason was refused")
    if not check_nolint("t", "int a;  // NOLINT") or check_nolint("t", "// NOLINT(misc-a): why"):
        failures.append("the rule for NOLINT is wrong")
    print("\n".join(failures) if failures else f"{len(BAD) + 2} bad lines refused, good ones accepted")
    return 1 if failures else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    root = Path(__file__).resolve().parent.parent
    findings = []
    for folder in ("include", "src", "tests", "scripts", "templates"):
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.is_file() and any(re.match(rule[1], name) for rule in RULES):
                text = path.read_text(encoding="utf-8")
                findings += check_file(name, text) + (check_nolint(name, text) if path.suffix in (".h", ".cpp") else [])
    for path in (root / ".clang-tidy", root / "tests" / ".clang-tidy"):
        if path.exists():
            findings += check_suppressions(path.relative_to(root).as_posix(), path.read_text(encoding="utf-8"))
    for path, number, _, text in findings:
        print(f"{path}:{number}: {text}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
