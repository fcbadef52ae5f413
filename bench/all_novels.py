#!/usr/bin/env python3
"""Takes a folder of annotated novels through `fullcast produce` and checks what comes out.

    bench/all_novels.py FOLDER [--whole NAME,NAME] [--seed 1] [--scorer SCRIPT] [--keep DIR]

FOLDER holds a folder for each novel with its novel.txt. Every novel is annotated whole; those named by
--whole are rendered whole, of the others two chapters chosen by the seed. Of every audiobook is checked:
  - it decodes without a warning, to exactly the samples that the run reported (speech + pauses);
  - its chapter marks are contiguous from 0, and are those of the script;
  - something is heard within 20 ms of every mark.
At the end the scorer, if there is one, is run over all scripts.
"""
import argparse
import array
import json
import os
import random
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PROGRAM = os.path.join(ROOT, "build", "fullcast")
RATE = 22050


def last_event(arguments):
    run = subprocess.run([PROGRAM, *arguments, "--json", "--quiet"], capture_output=True, text=True)
    if run.returncode != 0:
        raise RuntimeError(f"exit code {run.returncode}: {run.stderr}")
    return json.loads(run.stdout.splitlines()[-1])


def check(book, done, titles):
    """A list of what is wrong with the audiobook."""
    faults = []
    decoded = subprocess.run(["ffmpeg", "-v", "warning", "-i", book, "-map", "0:a", "-f", "s16le", "-"],
                             capture_output=True)
    warnings = [line for line in decoded.stderr.decode().splitlines()
                if not line.endswith("timescale not set")]  # FFmpeg says so of any cover
    if warnings:
        faults.append("warnings: " + "; ".join(warnings))
    samples = array.array("h", decoded.stdout)
    if len(samples) != done["samples"] or done["samples"] != done["speech_samples"] + done["pause_samples"]:
        faults.append(f"{len(samples)} samples decoded, {done['samples']} reported")
    probe = json.loads(subprocess.run(["ffprobe", "-v", "error", "-show_chapters", "-of", "json", book],
                                      capture_output=True, text=True).stdout)
    at = 0
    if [c["tags"]["title"] for c in probe["chapters"]] != titles:
        faults.append("the chapters' titles are not the script's")
    for chapter in probe["chapters"]:
        if chapter["start"] != at:
            faults.append(f"chapter at {chapter['start']}, expected at {at}")
        at = chapter["end"]
        start = chapter["start"]
        if max(map(abs, samples[start:start + RATE // 50]), default=0) < 100:
            faults.append(f"nothing is heard within 20 ms of the mark at {start}")
    if at != len(samples):
        faults.append(f"the last chapter ends at {at} of {len(samples)}")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--whole", default="AlicesAdventuresInWonderland,TheInvisibleMan")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--scorer", default=os.path.join(ROOT, "..", "shared", "tools", "score_dialogue.py"))
    parser.add_argument("--keep", help="where scripts and audiobooks stay")
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    failed = 0
    scored = []
    with tempfile.TemporaryDirectory() as temporary:
        work = arguments.keep or temporary
        for name in sorted(os.listdir(arguments.folder)):
            novel = os.path.join(arguments.folder, name, "novel.txt")
            if not os.path.exists(novel):
                continue
            home = os.path.join(work, name)
            script = os.path.join(home, "scripts", "novel.json")
            plan = last_event(["produce", novel, "--workdir", home, "--dry-run"])
            count = len(plan["chapters"])
            titles = [chapter["title"] for chapter in plan["chapters"]]
            chosen = range(count) if name in arguments.whole.split(",") else \
                sorted(chance.sample(range(count), min(2, count)))
            book = os.path.join(home, "output", "novel.m4b")
            try:
                done = last_event(["produce", novel, "--workdir", home, "--chapters",
                                   ",".join(str(i + 1) for i in chosen)])
                faults = check(book, done, [titles[i] for i in chosen])
            except RuntimeError as error:
                faults = [str(error)]
            failed += bool(faults)
            opening = " and an opening" if titles[0] == "Opening" else ""
            print(f"{name}: {count - bool(opening)} chapters{opening}; rendered {len(chosen)}: "
                  f"{'; '.join(faults) or 'whole'}", flush=True)
            scored += [os.path.join(arguments.folder, name), script]
        if os.path.exists(arguments.scorer):
            subprocess.run([sys.executable, arguments.scorer, *scored], check=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
