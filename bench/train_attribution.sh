#!/bin/sh
# Trains the speaker model anew: bench/train_attribution.sh [NOVELS]; see attribution.md.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
novels=${1:-$top/../shared/benchmarks/dialogue}
build=${BUILD:-$top/build/bench-attribution}
cmake -S "$top/bench/attribution" -B "$build" > /dev/null
cmake --build "$build" --target attribution_bench > /dev/null
"$build/attribution_bench" train "$novels" "$build/train"
mv "$build/train/speaker_model.txt" "$top/src/script/data/en/speaker_model.txt"
