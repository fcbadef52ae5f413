#!/bin/bash
# Installs the Debian packages that fullcast needs and configures build/. Quick when nothing is missing.
#   ./setup.sh         what building takes
#   ./setup.sh test    ... and what the tests take
#   ./setup.sh lint    ... and what .ci/run takes
set -euo pipefail

root=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
purpose=${1:-build}

packages=(
  build-essential cmake ninja-build pkg-config
  libespeak-ng-dev espeak-ng-data espeak-ng libsndfile1-dev
  libavcodec-dev libavformat-dev libavutil-dev libswresample-dev libtag1-dev libebur128-dev
  libsamplerate0-dev
  rapidjson-dev libcli11-dev libfmt-dev libutf8proc-dev libmd4c-dev libzip-dev libgumbo-dev
  libsodium-dev libxxhash-dev libexpat1-dev
)
test_packages=(libgtest-dev libgmock-dev ffmpeg flac mp3val opus-tools mediainfo python3 epubcheck strace)
lint_packages=(clang-format clang-tidy git)

case $purpose in
  build) ;;
  test) packages+=("${test_packages[@]}") ;;
  lint) packages+=("${test_packages[@]}" "${lint_packages[@]}") ;;
  *) echo "usage: setup.sh [build|test|lint]" >&2; exit 2 ;;
esac

say() { echo "setup.sh: $*" >&2; }
fail() { say "$@"; exit 1; }

missing_packages() {
  local installed package
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "${packages[@]}" 2>/dev/null || true)
  for package in "${packages[@]}"; do
    grep -qxF "installed $package" <<<"$installed" || echo "$package"
  done
}

install_packages() {
  local as_root=()
  if [[ $EUID -ne 0 ]]; then
    command -v sudo >/dev/null ||
      fail "packages are missing. Run this as root: apt-get install --no-install-recommends $*"
    as_root=(sudo)
  fi
  say "installing with ${as_root[*]:+sudo }apt-get: $*"
  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  "${as_root[@]}" apt-get update -q >&2 || say "apt-get update failed; trying with the lists at hand"
  "${as_root[@]}" apt-get install -q -y --no-install-recommends "$@" >&2 ||
    fail "apt-get could not install the packages; its messages above say why"
}

configure() {
  local tests=OFF build="$root/build"
  [[ $purpose == build ]] || tests=ON
  # Ninja configures again by itself when a CMake file changes. A tree that was moved, or a build
  # folder of another generator, starts afresh.
  if [[ -f $build/build.ninja ]] &&
     grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$build/CMakeCache.txt"; then
    if [[ $tests == OFF ]] || grep -qxF "BUILD_TESTING:BOOL=ON" "$build/CMakeCache.txt"; then
      return
    fi
  fi
  say "configuring $build"
  # Presets are looked for in the current folder.
  (cd -- "$root" && cmake --fresh --preset default -DBUILD_TESTING=$tests) >&2 ||
    fail "CMake could not configure; its messages above say why"
}

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
  fail "this is no Debian system. Install what these packages hold, then run" \
    "'cmake --preset default && cmake --build --preset default': ${packages[*]}"
fi
mapfile -t missing < <(missing_packages)
if [[ ${#missing[@]} -gt 0 ]]; then
  install_packages "${missing[@]}"
  mapfile -t missing < <(missing_packages)
  [[ ${#missing[@]} -eq 0 ]] || fail "still missing after the installation: ${missing[*]}"
fi
configure
