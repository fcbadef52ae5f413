#!/usr/bin/env python3
"""Make variants of annotated novels in other styles of quotation marks.

    make_variants.py GOLD_DIR OUT_DIR [STYLE ...]

GOLD_DIR holds novel.txt, quotes.json and characters.json as shared/tools/score_dialogue.py reads
them, with straight marks. OUT_DIR/STYLE/<name of GOLD_DIR>/ gets the same three files, the spans
moved to where the words now stand. Apostrophes that a novel lost ("I ll", "Helen s") are put back
first, the straight novel among them. Inner quotations that lost their opening mark keep an inner
closing one. Styles: straight, curly, british, british-straight,
guillemets, inward, low-high.
"""
import json
import os
import re
import shutil
import sys

# outer open, outer close, inner open, inner close, apostrophe
STYLES = {
    "straight": '"' '"' "'" "'" "'",
    "curly": "“”‘’’",
    "british": "‘’“”’",
    "british-straight": "''\"\"'",
    "guillemets": "«»“”’",
    "inward": "»«›‹’",
    "low-high": "„“‚‘’",
}
LOST_ENDS = re.compile(r"\b([A-Za-z]+) (s|ll|t|d|ve|re|m)\b(?=[^A-Za-z])")
LOST_BEGINNINGS = re.compile(r"(?<=[\s\"-]) (tis|twas|em)\b")
ELISIONS = re.compile(r"(tis|twas|em|til|bout|un|cause|ere|im|er|ave|e|ud|is|as|and|ead|ouse|ome|alf|ad|arry|"
                      r"appen|eard|ow|at|or|ll)\b", re.I)


def put_back_apostrophes(text):
    """A space stands where each lost apostrophe stood, so that offsets stay."""
    if text.count("'") > len(text) / 20000:
        return text
    text = LOST_ENDS.sub(r"\1'\2", text)
    text = re.sub(r"\bo clock\b", "o'clock", text)
    return LOST_BEGINNINGS.sub(r"'\1", text)


def roles(text):
    """For each mark, by offset, its index in a style's five characters."""
    result = {}
    start = 0
    for paragraph in re.split(r"(\n[ \t]*\n)", text):
        inside = False
        inner_end = -1
        for i, c in enumerate(paragraph):
            if c == '"':
                result[start + i] = 1 if inside else 0
                inside = not inside
            elif c == "'" and start + i not in result:
                closer = None
                before, after = paragraph[i - 1:i] or " ", paragraph[i + 1:i + 2] or " "
                if inside and i > inner_end and not before.isalnum() and after.isalnum() \
                        and not ELISIONS.match(paragraph, i + 1):
                    closer = closing_offset(paragraph, i + 1)
                if closer is None:
                    # No apostrophe stands behind a comma: the opening mark is lost.
                    lone = inside and before in ",.!?" and not after.isalnum()
                    result[start + i] = 3 if lone else 4
                else:
                    result[start + i], result[start + closer] = 2, 3
                    inner_end = closer
        start += len(paragraph)
    return result


def closing_offset(paragraph, i):
    """Of an inner quotation, before the outer one ends; or None."""
    end = paragraph.find('"', i)
    for match in re.finditer(r"(?<=[.,!?;:\w-])'(?!\w)", paragraph[i:end if end >= 0 else None]):
        before = paragraph[i + match.start() - 1]
        if not (before == "s" and re.match(r"' [a-z]", paragraph[i + match.start():])):
            return i + match.start()
    return None


def moved(begin, end, place, role):
    """A span at its new place. The marks around it stay outside with one byte each, as where they
    are straight, so that longer marks do not weigh as spurious speech."""
    first, last = place[begin], place[end]
    if begin - 1 in role:
        first = place[begin - 1] + 1
    if end in role:
        last = place[end + 1] - 1
    return [first, last]


def make(gold, out, style):
    text = put_back_apostrophes(open(os.path.join(gold, "novel.txt"), encoding="ascii").read())
    marks = STYLES[style]
    role = roles(text)
    place, pieces, size = [], [], 0
    for i, c in enumerate(text):
        place.append(size)
        new = marks[role[i]] if i in role else c
        pieces.append(new)
        size += len(new.encode())
    place.append(size)
    quotes = json.load(open(os.path.join(gold, "quotes.json")))
    for quote in quotes:
        quote["spans"] = [moved(a, b, place, role) for a, b in quote["spans"]]
    folder = os.path.join(out, style, os.path.basename(os.path.normpath(gold)))
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "novel.txt"), "wb") as file:
        file.write("".join(pieces).encode())
    with open(os.path.join(folder, "quotes.json"), "w") as file:
        json.dump(quotes, file)
    shutil.copy(os.path.join(gold, "characters.json"), folder)


def main(arguments):
    if len(arguments) < 2:
        sys.exit(__doc__)
    for style in arguments[2:] or STYLES:
        make(arguments[0], arguments[1], style)


if __name__ == "__main__":
    main(sys.argv[1:])
