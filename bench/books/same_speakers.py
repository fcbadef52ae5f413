#!/usr/bin/env python3
"""How far two editions of a book, in whatever formats, get the same speakers.

    same_speakers.py BOOK BOOK [--fullcast PROGRAM] [--list]

Annotates both and lays their words side by side. A quotation is what one speaker says without
another between, in either edition; it is the same when most of its words are given to the same
speaker in the other. Speakers of the two are matched one to one, by the words they share. --list
shows what differs.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

from words import align, spoken_words

NARRATOR = "narrator"


def annotate(fullcast, book):
    with tempfile.TemporaryDirectory() as folder:
        script = pathlib.Path(folder) / "script.json"
        subprocess.run([fullcast, "annotate", "-o", script, pathlib.Path(book).resolve()],
                       cwd=folder, check=True, capture_output=True)
        return json.loads(script.read_text())


def match_speakers(pairs):
    """One to one, the most words first."""
    matched, taken = {NARRATOR: NARRATOR}, {NARRATOR}
    shared = collections.Counter(pairs)
    for (ours, theirs), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if ours not in matched and theirs not in taken:
            matched[ours] = theirs
            taken.add(theirs)
    return matched


def quotations(speakers):
    """[begin, end) of each run of words of one speaker who is not the narrator."""
    begin = 0
    for i in range(1, len(speakers) + 1):
        if i == len(speakers) or speakers[i] != speakers[begin]:
            if speakers[begin] != NARRATOR:
                yield begin, i
            begin = i


def compare(first, second):
    """(quotations, those that differ as (words, speaker in the first, speakers in the second))."""
    (words, speakers), (other_words, other_speakers) = spoken_words(first), spoken_words(second)
    places = align(words, other_words)
    theirs = [None if place is None else other_speakers[place] for place in places]
    matched = match_speakers([pair for pair in zip(speakers, theirs) if pair[1] is not None])
    back = {b: a for a, b in matched.items()}
    count, different = 0, []

    def judge(text, speaker, expected, found):
        nonlocal count
        count += 1
        if 2 * sum(who == expected for who in found) <= len(found):
            different.append((" ".join(text), speaker, sorted({str(who) for who in found})))

    for begin, end in quotations(speakers):
        judge(words[begin:end], speakers[begin], matched.get(speakers[begin]), theirs[begin:end])
    ours = [None] * len(other_words)  # who says it in the first
    for i, place in enumerate(places):
        if place is not None:
            ours[place] = speakers[i]
    for begin, end in quotations(other_speakers):
        found = ours[begin:end]
        if 2 * sum(who in (None, NARRATOR) for who in found) > len(found):  # only in the second
            judge(other_words[begin:end], other_speakers[begin],
                  back.get(other_speakers[begin]), found)
    return count, different


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("books", nargs=2)
    parser.add_argument("--fullcast", default="build/fullcast", type=pathlib.Path)
    parser.add_argument("--list", action="store_true", help="show the quotations that differ")
    options = parser.parse_args()
    first, second = (annotate(options.fullcast.resolve(), book) for book in options.books)
    count, different = compare(first, second)
    if options.list:
        for text, speaker, found in different:
            print(f"{speaker} | {', '.join(found)} | {text[:100]}")
    same = 100 * (1 - len(different) / max(count, 1))
    print(f"{count} quotations, {same:.1f} % with the same speaker")
    return 0


if __name__ == "__main__":
    sys.exit(main())
