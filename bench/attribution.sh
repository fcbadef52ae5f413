#!/bin/sh
# Who says what, scored on annotated novels: first by models that never saw the author, then by the
# model in the program; draws how honest the confidence is (<way>.svg in the build folder). bench/attribution.sh [NOVELS [SCORER]]; see attribution.md.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
novels=${1:-$top/../shared/benchmarks/dialogue}
scorer=${2:-$top/../shared/tools/score_dialogue.py}
build=${BUILD:-$top/build/bench-attribution}
cmake -S "$top/bench/attribution" -B "$build" > /dev/null
cmake --build "$build" --target attribution_bench > /dev/null
for way in leave-out annotate; do
  "$build/attribution_bench" $way "$novels" "$build/$way"
  set --
  for novel in "$novels"/*/; do
    set -- "$@" "$novel" "$build/$way/$(basename "$novel").json"
  done
  echo "$way:"
  python3 "$scorer" "$@"
  python3 "$top/bench/attribution/confidence.py" --svg "$build/$way.svg" "$scorer" "$@"
done
