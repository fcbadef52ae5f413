#!/usr/bin/env python3
"""Says how honest the confidence of scripts is.

    confidence.py SCORER GOLD_DIR SCRIPT.json [GOLD_DIR SCRIPT.json ...]

Prints a reliability table of ten bins (confidence, share right, quotations), the expected
calibration error, and the share right of what remains when the doubtful fifth is set aside.
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


def main(argv):
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
        error += abs(confidence - right) * len(inside) / len(pairs)
        print(f"{confidence:10.2f} {right:6.2f} {len(inside):11}")
    sure = sorted(pairs, key=lambda p: -p[0])[:len(pairs) * 4 // 5]
    print(f"expected calibration error {error:.3f}; "
          f"right without the doubtful fifth {100 * sum(p[1] for p in sure) / len(sure):.1f}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
