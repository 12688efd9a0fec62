#!/usr/bin/env python3
"""Checks what the compiler cannot: who may include whom, and that names and sizes keep the house's form.

    scripts/check_layers.py              checks the tree it stands in
    scripts/check_layers.py --self-test  proves on small bad trees that every rule can fail

src/README.md has the picture. A finding is one line: file:line: what is wrong (what to do).
"""

import re
import sys
import tempfile
from pathlib import Path

# --- The arrows: a layer may include itself and these -------------------------------------------------------

ARROWS = {
    "core": set(),
    "contract": {"core"},
    "ledger": {"core", "contract"},
    "statement": {"core", "contract", "ledger"},
    "policy": {"core", "contract", "ledger"},
    "document": {"core", "contract", "ledger", "policy"},
    "app": {"core", "contract", "ledger", "statement", "policy", "document"},
}
PURE = set(ARROWS)

# Adapters see every pure layer and their own folder; these are the only other ones they may see.
SHARED_ADAPTERS = {
    "resources/resources.h": "*",       # files of templates/ that are built in
    "tables/csv.h": {"rules", "bank"},  # rules and some statements are CSV tables
    "rules/rules.h": {"templates"},     # what a country's law wants said is law, and is worded
    "json/": {"sqlite"},                # snapshots are stored as JSON
    "text/": {"html", "pdf", "bank"},   # letters of UTF-8 and of code pages, one by one
    "system/": {"archive", "mail"},     # durable files and hashes
}

# The composition root: only these files of the command line put adapters and use cases together (session) and
# turn paths into values (inputs, invocation). Every command may ask for the two ways reports are shown.
COMPOSITION_ROOT = re.compile(r"src/cli/(main|session|inputs|invocation)\.(h|cpp)$")
PRESENTATION = {"adapters/json/report_json.h", "adapters/text/text_table.h"}

# Third-party headers: where each may be used. "" is everywhere; the longest prefix that fits decides.
THIRD_PARTY = {
    "date/tz.h": ["src/adapters/system/"],
    "date/": [""],
    "fmt/": [""],
    "tl/": [""],
    "CLI/": ["src/cli/"],
    "sqlite3.h": ["src/adapters/sqlite/", "tests/port_contract/sqlite/"],
    "hpdf": ["src/adapters/pdf/"],
    "toml++/": ["src/adapters/agreement/", "src/adapters/templates/"],
    "unistd.h": ["src/adapters/", "src/cli/main.cpp", "tests/"],
    "sys/ioctl.h": ["src/cli/main.cpp"],
    "gmime/": ["src/adapters/mail/"],
    "boost/": ["tests/"],
    "": ["src/adapters/", "tests/"],
}
# Public headers and the pure layers know nothing of files, terminals, locales and chance.
IMPURE_STANDARD = {
    "filesystem", "fstream", "iostream", "locale", "clocale", "random", "ctime", "thread", "mutex",
    "future", "regex",
}
STANDARD = re.compile(r"[a-z0-9_]+$")

BANNED_FOLDERS = {"util", "utils", "common", "helpers", "helper", "manager", "service", "misc"}

HEADER_LINES_MAX = 199
SOURCE_LINES_MAX = 399

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
NAMESPACE = re.compile(r"^\s*(?:inline\s+)?namespace\s+(kvit(?:::\w+)*)\s*\{")
SUITE = re.compile(r"^\s*BOOST_(?:AUTO|FIXTURE)_TEST_SUITE\(\s*(\w+)")


def place(path):
    """The (kind, name) of a file: ("pure", "core"), ("adapter", "pdf"), ("cli", ""), ("test", "unit")."""
    parts = path.split("/")
    if parts[:2] == ["include", "kvit"] and len(parts) > 3:
        return "pure", parts[2]
    if parts[0] == "src" and len(parts) > 2:
        if parts[1] == "adapters":
            return "adapter", parts[2] if len(parts) > 3 else ""
        if parts[1] == "cli":
            return "cli", ""
        return "pure", parts[1]
    if parts[0] == "tests" and len(parts) > 2:
        return "test", parts[1]
    return "unknown", ""


class Tree:
    def __init__(self, root):
        self.root = Path(root)
        self.findings = []
        self.files = {}
        for folder in ("include", "src", "tests"):
            for path in sorted((self.root / folder).rglob("*")):
                if path.suffix in (".h", ".cpp"):
                    name = path.relative_to(self.root).as_posix()
                    self.files[name] = path.read_text(encoding="utf-8").splitlines()

    def find(self, rule, path, line, text):
        self.findings.append((path, line, rule, text))

    def check(self):
        for path, lines in self.files.items():
            self.check_place(path)
            self.check_size(path, lines)
            self.check_namespaces(path, lines)
            self.check_header(path, lines)
            self.check_test(path, lines)
            for number, line in enumerate(lines, 1):
                if match := INCLUDE.match(line):
                    own = match[1] == '"'
                    (self.check_own if own else self.check_foreign)(path, number, match[2])
        return sorted(self.findings)

    # --- includes ---

    def check_own(self, path, number, target):
        kind, layer = place(path)
        if kind == "test":
            return
        if target.startswith("kvit/"):
            if f"include/{target}" not in self.files:
                self.find("missing", path, number, f'"{target}" does not exist')
            elif kind == "pure":
                other = target.split("/")[1]
                if other != layer and other not in ARROWS.get(layer, set()):
                    self.find("arrow", path, number, f"{layer} must not include {other} (src/README.md)")
        elif target.startswith("adapters/"):
            self.check_adapter_include(path, number, target, kind, layer)
        elif target.startswith("cli/"):
            if kind != "cli":
                self.find("cli", path, number, "only the command line includes its own headers")
        elif path.startswith("include/"):
            self.find("public", path, number, f'a public header must not include "{target}"')
        elif "/" in target or ".." in target:
            self.find("form", path, number, f'write "{target}" from the root: kvit/…, adapters/… or cli/…')
        elif (Path(path).parent / target).as_posix() not in self.files:
            self.find("missing", path, number, f'"{target}" does not exist beside this file')

    def check_adapter_include(self, path, number, target, kind, layer):
        if f"src/{target}" not in self.files:
            self.find("missing", path, number, f'"{target}" does not exist')
        elif kind == "pure":
            self.find("arrow", path, number, f"{layer} must not include an adapter: add a port in kvit/app/ports")
        elif kind == "cli":
            if not COMPOSITION_ROOT.match(path) and target not in PRESENTATION:
                self.find("composition", path, number, "only src/cli/session and inputs include adapters")
        elif target.split("/")[1] != layer:
            inside = target[len("adapters/"):]
            for shared, users in SHARED_ADAPTERS.items():
                if inside.startswith(shared) and (users == "*" or layer in users):
                    return
            self.find("private", path, number, f"headers of adapters/{target.split('/')[1]} are private to it")

    def check_foreign(self, path, number, target):
        kind, layer = place(path)
        if STANDARD.match(target):
            if kind == "pure" and target in IMPURE_STANDARD:
                self.find("impure", path, number, f"<{target}> does not belong in {layer}: use a port")
            return
        prefix = max((p for p in THIRD_PARTY if target.startswith(p)), key=len)
        if not any(path.startswith(allowed) for allowed in THIRD_PARTY[prefix]):
            where = " or ".join(THIRD_PARTY[prefix])
            self.find("third", path, number, f"<{target}> may be included only in {where}")

    # --- form ---

    def check_place(self, path):
        kind, layer = place(path)
        if kind == "unknown" or (kind == "pure" and layer not in PURE) or (kind == "adapter" and not layer):
            self.find("place", path, 1, "no layer or adapter lives here (src/README.md has the map)")
        for folder in Path(path).parts[:-1]:
            if folder in BANNED_FOLDERS:
                self.find("folder", path, 1, f'"{folder}" is no noun of the field; name what is in it')

    def check_size(self, path, lines):
        public = path.startswith("include/")
        most = HEADER_LINES_MAX if public else SOURCE_LINES_MAX
        if len(lines) > most:
            self.find("size", path, len(lines), f"{len(lines)} lines; a {'header' if public else 'file'} "
                      f"has at most {most}: split it by noun")

    def check_namespaces(self, path, lines):
        kind, layer = place(path)
        expected = {"pure": layer, "adapter": layer, "cli": "cli"}.get(kind)
        if not expected or path == "src/cli/main.cpp":
            return
        opened = [(n, m[1]) for n, line in enumerate(lines, 1) if (m := NAMESPACE.match(line))]
        for number, name in opened:
            if name != f"kvit::{expected}" and not name.startswith(f"kvit::{expected}::"):
                self.find("namespace", path, number, f"{name} opened in the folder of kvit::{expected}")
        declares = any(line.strip() and not line.startswith(("#", "//")) for line in lines)
        if declares and not opened:
            self.find("namespace", path, 1, f"nothing is in namespace kvit::{expected}")

    def check_header(self, path, lines):
        if path.endswith(".h"):
            if not lines or lines[0] != "#pragma once":
                self.find("once", path, 1, "the first line of a header is #pragma once")
            for number, line in enumerate(lines, 1):
                if re.match(r"using\s+namespace\b", line):
                    self.find("using", path, number, "a header must not open a namespace for its readers")
        elif place(path)[0] == "pure":
            layer = place(path)[1]
            own = re.compile(rf'#include "(kvit/{layer}/[\w/]+|\w+)\.h"')
            if not any(own.match(line) for line in lines):
                self.find("pair", path, 1, f"includes no header of kvit/{layer} that could declare what it defines")

    def check_test(self, path, lines):
        kind, layer = place(path)
        if kind != "test" or not path.endswith("_test.cpp"):
            return
        suite = path[len(f"tests/{layer}/"):-len("_test.cpp")].replace("/", "_")
        found = [(n, m[1]) for n, line in enumerate(lines, 1) if (m := SUITE.match(line))]
        if [name for _, name in found] != [suite]:
            self.find("suite", path, found[1][0] if len(found) > 1 else 1,
                      f"holds exactly one suite, {suite}: ctest runs no other")
        wiring = self.root / "tests" / "CMakeLists.txt"
        if not wiring.exists() or f"kvit_test_layer({layer})" not in wiring.read_text(encoding="utf-8"):
            self.find("wired", path, 1, f"tests/CMakeLists.txt does not wire the layer {layer}")


# --- Self-test: one small bad tree per rule ------------------------------------------------------------------

def header(layer, *includes, once="#pragma once\n", body="struct A {};\n"):
    lines = "".join(f"#include {target}\n" for target in includes)
    return f"{once}{lines}namespace kvit::{layer} {{\n{body}}}\n"


GOOD = {
    "include/kvit/core/money.h": header("core", "<vector>", "<date/date.h>", "<tl/expected.hpp>"),
    "include/kvit/ledger/invoice.h": header("ledger", '"kvit/core/money.h"', "<fmt/format.h>"),
    "include/kvit/app/ports/store.h": header("app", '"kvit/ledger/invoice.h"'),
    "src/ledger/parts.h": header("ledger"),
    "src/ledger/parts.cpp": header("ledger", '"parts.h"', once=""),
    "src/core/money.cpp": header("core", '"kvit/core/money.h"', once=""),
    "src/adapters/resources/resources.h": header("resources"),
    "src/adapters/tables/csv.h": header("tables"),
    "src/adapters/json/json.h": header("json", "<nlohmann/json.hpp>"),
    "src/adapters/rules/rules.h": header("rules", '"adapters/tables/csv.h"',
                                         '"adapters/resources/resources.h"'),
    "src/adapters/sqlite/store.h": header("sqlite", "<sqlite3.h>", '"adapters/json/json.h"'),
    "src/cli/main.cpp": '#include "adapters/sqlite/store.h"\n#include <CLI/CLI.hpp>\nint main() {}\n',
    "src/adapters/agreement/toml_library.h": "#pragma once\n// toml++\n#include <toml++/toml.h>\n",
    "src/adapters/text/text_table.h": header("text"),
    "src/cli/commands/bill.h": header("cli", '"kvit/app/ports/store.h"', '"adapters/text/text_table.h"'),
    "tests/unit/core/money_test.cpp": "#include <boost/test/unit_test.hpp>\n"
                                      "BOOST_AUTO_TEST_SUITE(core_money)\n",
    "tests/CMakeLists.txt": "kvit_test_layer(unit)\n",
}
BAD = [
    ("arrow", "include/kvit/core/x.h", header("core", '"kvit/ledger/invoice.h"')),
    ("arrow", "include/kvit/document/x.h", header("document", '"kvit/app/ports/store.h"')),
    ("arrow", "src/app/x.h", header("app", '"adapters/sqlite/store.h"')),
    ("private", "src/adapters/pdf/x.h", header("pdf", '"adapters/sqlite/store.h"')),
    ("private", "src/adapters/pdf/x.h", header("pdf", '"adapters/tables/csv.h"')),
    ("private", "src/adapters/pdf/x.h", header("pdf", '"adapters/json/json.h"')),
    ("composition", "src/cli/commands/x.h", header("cli", '"adapters/sqlite/store.h"')),
    ("cli", "src/adapters/pdf/x.h", header("pdf", '"cli/commands/bill.h"')),
    ("public", "include/kvit/core/x.h", header("core", '"x.h"')),
    ("form", "src/adapters/pdf/x.h", header("pdf", '"../pdf/y.h"')),
    ("missing", "src/adapters/pdf/x.h", header("pdf", '"y.h"')),
    ("missing", "src/adapters/pdf/x.h", header("pdf", '"kvit/core/y.h"')),
    ("missing", "src/adapters/pdf/x.h", header("pdf", '"adapters/pdf/y.h"')),
    ("third", "include/kvit/core/x.h", header("core", "<nlohmann/json.hpp>")),
    ("third", "src/cli/x.h", header("cli", "<sqlite3.h>")),
    ("third", "src/adapters/pdf/x.h", header("pdf", "<sqlite3.h>")),
    ("third", "src/adapters/pdf/x.h", header("pdf", "<CLI/CLI.hpp>")),
    ("third", "src/ledger/x.h", header("ledger", "<date/tz.h>")),
    ("third", "src/ledger/x.h", header("ledger", "<unistd.h>")),
    ("impure", "src/ledger/x.h", header("ledger", "<fstream>")),
    ("place", "src/billing/x.h", header("billing")),
    ("place", "src/adapters/x.h", header("adapters")),
    ("folder", "src/adapters/sqlite/util/x.h", header("sqlite")),
    ("size", "include/kvit/core/x.h", header("core", body="\n" * 200)),
    ("size", "src/adapters/pdf/x.cpp", header("pdf", once="", body="\n" * 400)),
    ("namespace", "include/kvit/core/x.h", header("ledger")),
    ("namespace", "src/adapters/pdf/x.cpp", "int x;\n"),
    ("once", "include/kvit/core/x.h", header("core", once="")),
    ("using", "include/kvit/core/x.h", header("core", body="using namespace std;\n")),
    ("pair", "src/core/x.cpp", header("core", once="")),
    ("suite", "tests/unit/core/x_test.cpp", "BOOST_AUTO_TEST_SUITE(core_y)\n"),
    ("suite", "tests/unit/core/x_test.cpp",
     "BOOST_AUTO_TEST_SUITE(core_x)\nBOOST_AUTO_TEST_SUITE(core_y)\n"),
    ("wired", "tests/loose/x_test.cpp", "BOOST_AUTO_TEST_SUITE(x)\n"),
]


def findings_of(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return Tree(folder).check()


def self_test():
    failures = [f"a good tree was refused: {finding}" for finding in findings_of(GOOD)]
    for rule, path, text in BAD:
        found = {finding[2] for finding in findings_of({**GOOD, path: text})}
        if found != {rule}:
            failures.append(f"{path} should break the rule \"{rule}\" alone, but broke {sorted(found)}")
    print("\n".join(failures) if failures else f"{len(BAD)} bad trees refused, one good tree accepted")
    return 1 if failures else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    findings = Tree(Path(__file__).resolve().parent.parent).check()
    for path, line, _, text in findings:
        print(f"{path}:{line}: {text}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
