#!/bin/bash
# Installs what is missing, builds everything, runs every test. Options go to ctest (./test.sh -R book).
set -euo pipefail

root=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")

"$root/setup.sh" test
echo "test.sh: building" >&2
cmake --build "$root/build" >&2
echo "test.sh: testing" >&2
ctest --test-dir "$root/build" --output-on-failure -j2 "$@"
