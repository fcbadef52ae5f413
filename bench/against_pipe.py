#!/usr/bin/env python3
"""Times `fullcast produce` against what a user would type today (espeak-ng piped into ffmpeg).

    bench/against_pipe.py TEXT [--bytes 200000] [--pairs 3] [--pipe SCRIPT] [-- ffmpeg options]

Both read the same text, in turn, in one run. Prints for each the wall seconds, the seconds of sound
and their ratio (seconds of work for a second of sound), then the median of the pairs' ratios.
Silences of more than a second do not count as sound, since their length is a matter of taste.
SCRIPT is called as SCRIPT TEXT OUT.m4b [ffmpeg options].
"""
import argparse
import os
import re
import statistics
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def run(command):
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - start


def seconds_of_sound(path):
    """Duration without what silences have above one second."""
    shown = subprocess.run(
        ["ffmpeg", "-nostats", "-i", path, "-map", "0:a", "-af", "silencedetect=n=-60dB:d=1", "-f", "null", "-"],
        capture_output=True, text=True, check=True).stderr
    duration = subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path],
        capture_output=True, text=True, check=True).stdout
    silences = [float(s) for s in re.findall(r"silence_duration: ([\d.]+)", shown)]
    return float(duration) - sum(s - 1 for s in silences)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text")
    parser.add_argument("--bytes", type=int, default=200_000, help="how much of the text; 0: all")
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--jobs", default=str(os.cpu_count()))
    parser.add_argument("--program", default=os.path.join(ROOT, "build", "fullcast"))
    parser.add_argument("--pipe", default=os.path.join(ROOT, "..", "shared", "tools", "pipe_baseline.sh"))
    parser.add_argument("ffmpeg", nargs="*", help="options for the pipe's encoder")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        text = os.path.join(folder, "book.txt")
        with open(arguments.text, "rb") as book, open(text, "wb") as part:
            part.write(book.read(arguments.bytes or -1))
        sides = {
            "pipe": lambda out: ["bash", arguments.pipe, text, out, *arguments.ffmpeg],
            "fullcast": lambda out: [arguments.program, "produce", text, "--workdir", folder, "-o", out,
                                     "--jobs", arguments.jobs, "--no-cache"],
        }
        ratios = []
        for pair in range(arguments.pairs):
            cost = {}
            for name, command in sides.items():
                out = os.path.join(folder, f"{name}-{pair}.m4b")
                wall = run(command(out))
                sound = seconds_of_sound(out)
                cost[name] = wall / sound
                print(f"{name:9} {wall:8.1f} s wall, {sound:9.1f} s of sound, {sound / wall:7.1f} x real time",
                      flush=True)
                os.remove(out)
            ratios.append(cost["pipe"] / cost["fullcast"])
            print(f"pair {pair + 1}: {ratios[-1]:.2f} times as fast", flush=True)
        print(f"median: {statistics.median(ratios):.2f} times as fast as the pipe")


if __name__ == "__main__":
    main()
