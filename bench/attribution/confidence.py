#!/usr/bin/env python3
"""Says how honest the confidence of scripts is.

    confidence.py [--svg PICTURE] SCORER GOLD_DIR SCRIPT.json [GOLD_DIR SCRIPT.json ...]

Prints a reliability table of ten bins (confidence, share right, quotations), the expected
calibration error, and the share right of what remains when the doubtful fifth is set aside.
--svg draws the table: a dot for each bin, its area by the number of
quotations, and the line on which an honest confidence lies.
SCORER is the path of score_dialogue.py, whose judgement of right and wrong is used.
"""
import bisect
import importlib.util
import json
import sys


def judged(scorer, folder, script):
    """(confidence, right) of every quotation whose speaker is annotated and known."""
    segments = sorted((s["start"], s["end"], s.get("confidence", 1.0))
                      for chapter in json.load(open(script))["chapters"]
                      for s in chapter["segments"] if s["speaker"] != "narrator")
    starts = [s[0] for s in segments]
    for quote in scorer.score(folder, script)[1]:
        if not quote["known"] or quote["said_by"] is None:
            continue
        begin, end = quote["spans"][0]
        i = max(0, bisect.bisect_right(starts, begin) - 1)
        while i < len(segments) and segments[i][1] <= begin:
            i += 1
        if i < len(segments) and segments[i][0] < end:
            yield segments[i][2], quote["right"]


def picture(bins):
    """The reliability plot of (confidence, right, quotations) as SVG, 100 units for 0 to 1."""
    most = max(n for _, _, n in bins)
    dots = "".join(f'<circle cx="{100 * c:.1f}" cy="{100 - 100 * r:.1f}" '
                   f'r="{1 + 4 * (n / most) ** 0.5:.2f}" fill="#1f5fa8"/>' for c, r, n in bins)
    marks = "".join(f'<text x="{x}" y="106" text-anchor="middle">{x / 100:g}</text>'
                    f'<text x="-2" y="{101.5 - x}" text-anchor="end">{x / 100:g}</text>'
                    for x in range(0, 101, 20))
    return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="-16 -4 122 122" width="480" '
            'font-family="sans-serif" font-size="4"><rect x="-16" y="-4" width="122" height="122" '
            'fill="white"/><rect width="100" height="100" fill="none" stroke="black" '
            'stroke-width=".4"/><line y1="100" x2="100" stroke="gray" stroke-width=".4" '
            f'stroke-dasharray="2"/>{dots}{marks}'
            '<text x="50" y="114" text-anchor="middle">confidence</text>'
            '<text transform="translate(-11 50) rotate(-90)" text-anchor="middle">share right</text>'
            '</svg>\n')


def main(argv):
    svg = None
    if argv[0] == "--svg":
        svg, argv = argv[1], argv[2:]
    bins = []
    spec = importlib.util.spec_from_file_location("score_dialogue", argv[0])
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    pairs = [pair for folder, script in zip(argv[1::2], argv[2::2])
             for pair in judged(scorer, folder, script)]
    error = 0.0
    print("confidence  right  quotations")
    for b in range(10):
        inside = [p for p in pairs if min(9, int(p[0] * 10)) == b]
        if not inside:
            continue
        confidence = sum(p[0] for p in inside) / len(inside)
        right = sum(p[1] for p in inside) / len(inside)
        bins.append((confidence, right, len(inside)))
        error += abs(confidence - right) * len(inside) / len(pairs)
        print(f"{confidence:10.2f} {right:6.2f} {len(inside):11}")
    sure = sorted(pairs, key=lambda p: -p[0])[:len(pairs) * 4 // 5]
    print(f"expected calibration error {error:.3f}; "
          f"right without the doubtful fifth {100 * sum(p[1] for p in sure) / len(sure):.1f}\n")
    if svg:
        with open(svg, "w") as out:
            out.write(picture(bins))


if __name__ == "__main__":
    main(sys.argv[1:])
