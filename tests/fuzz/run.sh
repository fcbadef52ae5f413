#!/bin/bash
# Builds the fuzz targets and runs each so many times, one after the other. What crashes, hangs for
# 10 s or takes 512 MB is kept in the work folder, and its target is named at the end.
#   tests/fuzz/run.sh RUNS [FOLDER] [TARGET...]
set -euo pipefail

root=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../..
[[ $# -ge 1 ]] || { sed -n '2,5s/^# //p' "${BASH_SOURCE[0]}"; exit 2; }
runs=$1
folder=${2:-/tmp/fullcast-fuzz}
shift $(($# > 2 ? 2 : $#))

cd -- "$root"
[[ -f build-fuzz/build.ninja ]] || cmake --preset fuzz
cmake --build --preset fuzz >&2
targets=("$@")
[[ ${#targets[@]} -gt 0 ]] || mapfile -t targets < <(ls tests/fuzz/corpus)
failed=()
for target in "${targets[@]}"; do
  mkdir -p "$folder/$target"
  build-fuzz/tests/fuzz/fuzz_"$target" -runs="$runs" -timeout=10 -rss_limit_mb=512 -max_len=4096 \
    -print_final_stats=1 -artifact_prefix="$folder/$target-" "$folder/$target" \
    "tests/fuzz/corpus/$target" > "$folder/$target.log" 2>&1 || failed+=("$target")
  echo "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$folder/$target.log") executions"
done
[[ ${#failed[@]} -eq 0 ]] || { echo "FAILED: ${failed[*]} (see $folder)"; exit 1; }
