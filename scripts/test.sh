#!/usr/bin/env bash
# Installs what is missing, builds everything with AddressSanitizer and UndefinedBehaviorSanitizer and runs
# every test. Ends with the test runner's own summary. Arguments go to ctest: scripts/test.sh -R core
set -euo pipefail
cd "$(dirname "$0")/.."

scripts/setup.sh build test
scripts/build.sh asan
exec ctest --preset asan --parallel "$(nproc)" "$@"
