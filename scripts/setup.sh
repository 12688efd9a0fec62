#!/usr/bin/env bash
# Installs with apt the Debian 12 packages that are missing, and says nothing where none is.
#   scripts/setup.sh [build|test|check|fuzz|bench]...       (default: build test)
# The one list of packages of this project. KVIT_SKIP_SETUP=1 leaves the machine alone.
set -euo pipefail

declare -A packages=(
    [build]="g++ cmake ninja-build pkg-config ccache tzdata
        libsqlite3-dev libhpdf-dev libharfbuzz-dev libdeflate-dev libhowardhinnant-date-dev
        libfmt-dev libexpected-dev libcli11-dev libtomlplusplus-dev nlohmann-json3-dev libexpat1-dev
        libkainjow-mustache-dev libsodium-dev libgmime-3.0-dev"
    [test]="libboost-test-dev poppler-utils sqlite3"
    [check]="git python3-minimal clang-format clang-tidy"
    [fuzz]="clang libclang-rt-14-dev"
    [bench]="time"
    [browser]="chromium nodejs poppler-utils"
)

[ "${KVIT_SKIP_SETUP:-}" != 1 ] || exit 0
[ $# -gt 0 ] || set -- build test

wanted=()
for name in "$@"; do
    if [ -z "${packages[$name]:-}" ]; then
        echo "setup.sh: there is no set of packages \"$name\"; write one of: ${!packages[*]}" >&2
        exit 2
    fi
    read -r -d '' -a more <<<"${packages[$name]}" || true
    wanted+=("${more[@]}")
done

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "setup.sh: this is no Debian system, so install these by hand (names as in Debian 12):" >&2
    printf '  %s\n' "${wanted[@]}" >&2
    echo "  and then run again with KVIT_SKIP_SETUP=1" >&2
    exit 1
fi

installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null |
    awk '$2 == "installed" { print $1 }')
missing=()
for package in "${wanted[@]}"; do
    grep -qxF -- "$package" <<<"$installed" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "setup.sh: ${#missing[@]} packages are missing and only root can install them; run as root:" >&2
        echo "  apt-get update && apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "Installing ${#missing[@]} Debian packages (a few minutes on a new machine): ${missing[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 "$@" >>"$log" 2>&1 </dev/null
}
# sudo asks for its password on the terminal, so ask before the output goes to the log.
[ ${#as_root[@]} -eq 0 ] || sudo -v
if ! { apt update && apt install --yes --no-install-recommends "${missing[@]}"; }; then
    tail -n 20 "$log" >&2
    echo "setup.sh: apt-get could not install the packages; its last lines are above." >&2
    echo "  Check the network and /etc/apt/sources.list (Debian 12 \"bookworm\", main), then run again." >&2
    exit 1
fi
