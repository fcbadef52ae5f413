#!/usr/bin/env python3
"""What annotating costs as a text grows: real novels joined, and scraps repeated on one line.

    bench/annotate_cost.py [NOVEL.txt ...] [--program build/fullcast]

Prints seconds of processor time (user) and peak memory for each size: of every scrap 0.5, 1, 2 and 4 MB; of the
novels the first, the first two, four, ... joined. A cost that grows linearly doubles with the size.
"""
import argparse
import os
import pathlib
import subprocess
import tempfile

SCRAPS = ['"', "'", "\u201c", "\u201d ", "\u00ab", '" ', ' "', "' s", "--", " \u2014", ", ", "a", " ", "\n", '"a" ', 'said "a," ',
          "\u00aba, dit-il, ", "A. ", '"Yes," said Ann. "No," said Tom. ']
MEGABYTE = 1 << 20


def cost(program, text):
    """(exit code, user seconds, peak resident MiB) of annotating the text."""
    with tempfile.TemporaryDirectory() as folder:  # an earlier script would be read, too
        book = pathlib.Path(folder) / "book.txt"
        book.write_text(text, encoding="utf-8", newline="")
        process = subprocess.Popen([program, "annotate", book, "--workdir", folder, "--quiet"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime, usage.ru_maxrss / 1024


def shown(code, seconds, mebibytes):
    return f"{seconds:7.2f} s {mebibytes:5.0f} MiB" if code == 0 else f"     exit code {code:2}    "


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("novels", nargs="*", type=pathlib.Path)
    parser.add_argument("--program", default=pathlib.Path(__file__).resolve().parent.parent / "build/fullcast")
    options = parser.parse_args()
    novels = [path.read_text(encoding="utf-8", errors="replace") for path in options.novels]
    count = 1
    while novels:
        text = "\n\n".join(novels[:count])
        figures = cost(options.program, text)
        print(f"{min(count, len(novels)):3} novels, {len(text.encode()) / MEGABYTE:5.1f} MB: {shown(*figures)}", flush=True)
        if count >= len(novels):
            break
        count *= 2
    for scrap in SCRAPS:
        figures = []
        for size in (MEGABYTE // 2, MEGABYTE, 2 * MEGABYTE, 4 * MEGABYTE):
            text = "It began. " + scrap * (size // len(scrap.encode())) + " It ended."
            figures.append(shown(*cost(options.program, text)))
        print(f"{scrap!r:36} {'  '.join(figures)}", flush=True)


if __name__ == "__main__":
    main()
