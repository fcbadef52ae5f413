#!/usr/bin/env python3
"""Score who says what in novels written with other quotation marks.

    score_variants.py NOVELS SCORER OUT_DIR [STYLE ...]

NOVELS holds a folder for each annotated novel; SCORER is the score_dialogue.py that reads them. Every novel
is written anew by make_variants.py, straight first and then in each STYLE (curly, british and guillemets
unless told), annotated by build/fullcast, and scored. Prints `voice` for each novel, and the points that
each style gains or loses against the same novel with straight marks.
"""
import importlib.util
import os
import subprocess
import sys

import make_variants

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PROGRAM = os.path.join(ROOT, "build", "fullcast")


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def voice(scorer, novel, out, style):
    make_variants.make(novel, out, style)
    folder = os.path.join(out, style, os.path.basename(novel))
    script = os.path.join(folder, "script.json")
    subprocess.run([PROGRAM, "annotate", "--fresh", "--quiet", os.path.join(folder, "novel.txt"), "-o", script],
                   check=True, stdout=subprocess.DEVNULL)
    right, known = scorer.score(folder, script)[0]["voice"]
    return 100 * right / known


def main(arguments):
    if len(arguments) < 3:
        sys.exit(__doc__)
    novels, scorer, out = arguments[0], load_scorer(arguments[1]), arguments[2]
    styles = arguments[3:] or ["curly", "british", "guillemets"]
    print(f"| | straight | {' | '.join(styles)} |")
    print("|---" * (len(styles) + 2) + "|")
    for name in sorted(os.listdir(novels)):
        novel = os.path.join(novels, name)
        straight = voice(scorer, novel, out, "straight")
        changes = [voice(scorer, novel, out, style) - straight for style in styles]
        print(f"| {name} | {straight:.1f} | {' | '.join(f'{change:+.2f}' for change in changes)} |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
