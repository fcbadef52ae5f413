#!/usr/bin/env python3
"""Whether EPUBs that are read aloud on their own pages stay as right as they were.

    bench/publish/epubs.py EPUB... [--workdir /tmp/fullcast-epubs] [--format m4b]

Takes each through `produce --read-along epub`, and holds what comes out against epubcheck and
tests/delivered/overlays.py. A book may have come with errors of its own: epubcheck is asked of the
source, too, and what it says of the same file as often there is not ours. Of an EPUB 2, which
becomes one of version 3, all is told. Prints a line a book, and what is ours. Exit code 1 if
anything is.
"""
import argparse
import collections
import json
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
EPUBCHECK = "/usr/share/java/epubcheck.jar"


def complaints(epub, workdir):
    """How often epubcheck says what of which file, and the package's version."""
    report = workdir / "epubcheck.json"
    subprocess.run(["java", "-jar", EPUBCHECK, str(epub), "--json", str(report)], check=False,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    told = json.loads(report.read_text(encoding="utf-8"))
    counts = collections.Counter()
    for message in told["messages"]:
        if message["severity"] not in ("FATAL", "ERROR"):
            continue
        for location in message["locations"]:
            path = "the EPUB" if location["path"].endswith(".epub") else location["path"]
            counts[message["ID"], message["message"], path] += 1
        counts[message["ID"], message["message"], "elsewhere"] += message.get("additionalLocations", 0)
    return +counts, told["publication"]["ePubVersion"]


def produce(epub, workdir, audio_format):
    """The EPUB that was made, and the minutes of its sound."""
    out = workdir / epub.stem / f"{epub.stem}.{audio_format}"
    run = subprocess.run([ROOT / "build/fullcast", "produce", epub, "--workdir", workdir, "-o", out, "--force",
                          "--read-along", "epub", "--json"], check=True, text=True, stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE)
    if "is made from the text" in run.stderr:
        raise RuntimeError(f"{epub.name}: {run.stderr.strip().splitlines()[-1]}")
    seconds = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", out],
                             check=True, text=True, stdout=subprocess.PIPE).stdout
    return out.with_suffix(".epub"), float(seconds) / 60


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("epubs", nargs="+", type=pathlib.Path)
    parser.add_argument("--format", default="m4b")
    parser.add_argument("--workdir", type=pathlib.Path, default=pathlib.Path("/tmp/fullcast-epubs"))
    arguments = parser.parse_args()
    arguments.workdir.mkdir(parents=True, exist_ok=True)
    failed = False
    for epub in arguments.epubs:
        before, version = complaints(epub, arguments.workdir)
        made, minutes = produce(epub, arguments.workdir, arguments.format)
        begin = time.monotonic()
        after, _ = complaints(made, arguments.workdir)
        took = time.monotonic() - begin
        ours = after - (before if version.startswith("3") else collections.Counter())
        checker = subprocess.run([sys.executable, ROOT / "tests/delivered/overlays.py", made, epub], text=True,
                                 check=False, stdout=subprocess.PIPE)
        wrong = [f"{count} times {what}" for what, count in ours.items()] + checker.stdout.splitlines()
        failed = failed or bool(wrong)
        print(f"{epub.name}: EPUB {version}, {minutes:.1f} minutes; epubcheck ({took:.0f} s): {before.total()} errors in "
              f"the source, {after.total()} in what was made; {'; '.join(wrong) or 'none is ours'}", flush=True)
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
