#!/usr/bin/env python3
"""The memory that a book takes that is just below every limit of src/book/size_limits.

    limits.py [--fullcast PROGRAM]

A chapter of 9 MB is made up: 40,000 paragraphs with 379,000 different words, 19,900 names and
149,000 quotations. It is annotated, annotated again where its script is there already, and cast;
printed are the peak of each run (512 MB may be taken) and its CPU time.
"""

import argparse
import os
import pathlib
import random
import string
import subprocess
import sys
import tempfile

NAMES, WORDS, PARAGRAPHS = 19_900, 340_000, 40_000
MAY_TAKE_MB = 512


def different(count, letters, random_letters):
    words = set()
    while len(words) < count:
        words.add("".join(random_letters.choices(string.ascii_lowercase, k=letters)))
    return sorted(words)


def book():
    drawn = random.Random(5)
    names = different(NAMES, 6, drawn)
    words = different(WORDS, 5, drawn)
    said, used = 0, 0

    def next_words(count):
        nonlocal used
        used += count
        return " ".join(words[i % WORDS] for i in range(used - count, used))

    paragraphs = ["Chapter I"]
    for number in range(PARAGRAPHS):
        lines = []
        for _ in range(4 if number % 4 else 3):
            lines.append(f'"{next_words(2)}," said {names[said % NAMES].capitalize()}.')
            said += 1
        paragraphs.append(" ".join(lines) + " " + next_words(20))
    return "\n\n".join(paragraphs) + "\n"


def run(what, command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    megabytes = used.ru_maxrss * 1024 / 1e6
    print(f"{what:<16} {megabytes:4.0f} MB, {used.ru_utime + used.ru_stime:5.1f} s, exit code {process.returncode}",
          flush=True)
    return process.returncode == 0 and megabytes <= MAY_TAKE_MB


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    here = pathlib.Path(__file__).resolve()
    parser.add_argument("--fullcast", type=pathlib.Path, default=here.parents[2] / "build" / "fullcast")
    program = str(parser.parse_args().fullcast.resolve())
    with tempfile.TemporaryDirectory() as folder:
        text = pathlib.Path(folder) / "limits.txt"
        text.write_text(book())
        annotate = [program, "annotate", text, "--workdir", folder]
        passed = [run("annotate", annotate), run("annotate again", annotate),
                  run("cast", [program, "cast", pathlib.Path(folder) / "scripts" / "limits.json",
                               "--workdir", folder])]
    sys.exit(0 if all(passed) else 1)


if __name__ == "__main__":
    main()
