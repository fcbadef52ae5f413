#!/usr/bin/env python3
"""How audiobooks sound, over novels: loudness, peaks, voices, joints, phonemes, speed.

    bench/sound/sound.py NOVELS [--whole NAME,NAME,NAME] [--only NAME,...] [--seed 1]
                         [--profile default] [--format m4b,mp3,opus] [--bitrate KBPS] [--split]
                         [--only-files] [--bench build-bench] [--workdir /tmp/fullcast-sound]

NOVELS holds a folder a novel with novel.txt in it. Those of --whole are rendered whole, of each
other novel two chapters drawn by the seed; --split makes a file a chapter. --only-files measures
the finished files and leaves out how they were mixed. The benches are built by
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


def render(script, cast, novel, arguments, common):
    """The finished files, of every format."""
    name = novel.parent.name
    book = arguments.workdir / "output" / f"{name}-{arguments.profile}-{arguments.bitrate or 0}"
    command = ["render", script, "--cast", cast, "-o", book, "--profile", arguments.profile,
               "--format", arguments.format, "--force", *common]
    if arguments.bitrate:
        command += ["--bitrate", arguments.bitrate]
    if arguments.split:
        command += ["--split", "chapter"]
    else:
        command[command.index("-o") + 1] = f"{book}.{arguments.format.split(',')[0]}"
    if name not in arguments.whole.split(","):
        numbers = chapters_of(script)
        chosen = random.Random(f"{arguments.seed} {name}").sample(numbers, min(2, len(numbers)))
        command += ["--chapters", ",".join(str(number) for number in sorted(chosen))]
    run(ROOT / "build/fullcast", *command, stdout=subprocess.DEVNULL)
    if arguments.split:
        return sorted(path for path in book.iterdir() if path.is_file())
    return [book.with_name(f"{book.name}.{format}") for format in arguments.format.split(",")]


def measure(novel, arguments):
    fullcast = ROOT / "build/fullcast"
    work = arguments.workdir
    bench = ROOT / arguments.bench
    common = ["--workdir", work, "--quiet"]
    name = novel.parent.name
    script = work / "scripts" / f"{name}.json"
    cast = work / "voices" / f"{name}.json"
    run(fullcast, "annotate", novel, "-o", script, *common, stdout=subprocess.DEVNULL)
    run(fullcast, "cast", script, *common, stdout=subprocess.DEVNULL)
    print(f"== {name}", flush=True)
    profile = ROOT / "voices/profiles" / f"{arguments.profile}.json"
    run(bench / "sound_files", profile, *render(script, cast, novel, arguments, common))
    if not arguments.only_files:
        run(bench / "sound_figures", script, cast, profile)
        run(bench / "sound_phonemes", script, cast, 500, arguments.seed)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("novels", type=pathlib.Path)
    parser.add_argument("--whole", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--profile", default="default")
    parser.add_argument("--format", default="m4b,mp3,opus")
    parser.add_argument("--bitrate")
    parser.add_argument("--split", action="store_true")
    parser.add_argument("--only-files", action="store_true")
    parser.add_argument("--bench", default="build-bench")
    parser.add_argument("--workdir", type=pathlib.Path, default=pathlib.Path("/tmp/fullcast-sound"))
    arguments = parser.parse_args()
    for novel in sorted(arguments.novels.glob("*/novel.txt")):
        if not arguments.only or novel.parent.name in arguments.only.split(","):
            measure(novel, arguments)


if __name__ == "__main__":
    main()
