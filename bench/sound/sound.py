#!/usr/bin/env python3
"""How audiobooks sound, over novels: loudness, peaks, voices, joints, phonemes, speed.

    bench/sound/sound.py NOVELS [--whole NAME,NAME,NAME] [--only NAME,...] [--seed 1]
                         [--profile default] [--bench build-bench] [--workdir /tmp/fullcast-sound]

NOVELS holds a folder a novel with novel.txt in it. Those of --whole are rendered whole, of each
other novel two chapters drawn by the seed. The benches are built by
cmake -S bench -B build-bench && cmake --build build-bench, the program by ./test.sh or ./setup.sh.
"""
import argparse
import json
import pathlib
import random
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, text=True, **options)


def chapters_of(script):
    """Numbers, from 1, of the chapters that something is read of."""
    parsed = json.loads(script.read_text(encoding="utf-8"))
    read = [any(not segment.get("skip") for segment in chapter["segments"])
            for chapter in parsed["chapters"]]
    return [number for number, is_read in enumerate(read, 1) if is_read]


def measure(novel, arguments, work):
    fullcast = ROOT / "build/fullcast"
    common = ["--workdir", work, "--quiet"]
    name = novel.parent.name
    script = work / "scripts" / f"{name}.json"
    cast = work / "voices" / f"{name}.json"
    book = work / "output" / f"{name}-{arguments.profile}.m4b"
    run(fullcast, "annotate", novel, "-o", script, *common, stdout=subprocess.DEVNULL)
    run(fullcast, "cast", script, *common, stdout=subprocess.DEVNULL)
    render = ["render", script, "-o", book, "--profile", arguments.profile, "--force"]
    if name not in arguments.whole.split(","):
        numbers = chapters_of(script)
        chosen = random.Random(f"{arguments.seed} {name}").sample(numbers, min(2, len(numbers)))
        render += ["--chapters", ",".join(str(number) for number in sorted(chosen))]
    run(fullcast, *render, *common, stdout=subprocess.DEVNULL)
    print(f"== {name}", flush=True)
    profile = ROOT / "voices/profiles" / f"{arguments.profile}.json"
    run(ROOT / arguments.bench / "sound_figures", script, cast, profile, book)
    run(ROOT / arguments.bench / "sound_phonemes", script, cast, 500, arguments.seed)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("novels", type=pathlib.Path)
    parser.add_argument("--whole", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", default="default")
    parser.add_argument("--bench", default="build-bench")
    parser.add_argument("--workdir", type=pathlib.Path, default=pathlib.Path("/tmp/fullcast-sound"))
    arguments = parser.parse_args()
    for novel in sorted(arguments.novels.glob("*/novel.txt")):
        if not arguments.only or novel.parent.name in arguments.only.split(","):
            measure(novel, arguments, arguments.workdir)


if __name__ == "__main__":
    main()
