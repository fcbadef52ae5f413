#!/bin/bash
# Makes an audiobook: installs what is missing, builds fullcast, runs "fullcast produce".
#   ./produce.sh                    the sample story, into output/ here
#   ./produce.sh BOOK [options]     a book of yours, into output/ under the current folder
# Options are those of "fullcast produce"; a BOOK comes before them.
set -euo pipefail

root=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
sample=$root/chapters/the-seventeenth-ounce

if [[ ${1:-} == -h || ${1:-} == --help ]]; then
  sed -n '2,5s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
  echo "They are listed by: ./produce.sh BOOK --help"
  exit
fi

"$root/setup.sh" build
quietly=()
if [[ -x $root/build/fullcast ]]; then
  quietly=(-- --quiet)  # at most a few files; the first build shows how far it is
else
  echo "produce.sh: building fullcast, which takes a minute or two once" >&2
fi
cmake --build "$root/build" --target fullcast "${quietly[@]}" >&2

arguments=("$@")
if [[ $# -eq 0 || $1 == -* ]]; then
  echo "produce.sh: no book given: producing the sample, ${sample##*/}" >&2
  workdir=(--workdir "$root")
  for argument in "$@"; do
    [[ $argument != --workdir* ]] || workdir=()
  done
  arguments=("$sample" "${workdir[@]}" "$@")
fi
exec "$root/build/fullcast" produce "${arguments[@]}"
