#!/usr/bin/env python3
"""What a second format costs, and another cover.

    bench/publish/second_format.py [--copies 3] [--hours 10] [--workdir /tmp/fullcast-second-format]

Times `produce` of the sample story, --copies times over, each time from an empty store: as m4b; as
mp3; and as both at once, which synthesizes once. Then the two later, as a user would: m4b first,
mp3 when it is there. And `fullcast tag --cover` of an m4b that lasts --hours (the story again and
again; its sound comes from the store). Times are those of the processors for what is rendered, and
of the clock for the cover.
"""
import argparse
import pathlib
import resource
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench/publish"))
import formats  # noqa: E402  (found by the line above)
import word_times  # noqa: E402

FULLCAST = ROOT / "build/fullcast"
STORY_HOURS = 0.39


def timed(*command):
    """Seconds of the processors, and of the clock."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - begin


class Bench:
    def __init__(self, arguments):
        self.workdir = arguments.workdir
        self.store = arguments.workdir / "store"
        self.arguments = arguments

    def produce(self, kinds, copies, fresh=True):
        """Processor seconds."""
        if fresh:
            shutil.rmtree(self.store, ignore_errors=True)
        book = self.workdir / "second-format"
        word_times.make_book(book, copies)
        return timed(FULLCAST, "produce", book, "--workdir", self.workdir, "--format", kinds, "--cache", self.store,
                     "--cache-size", 20000, "--force", "--quiet")[0]

    def formats(self):
        copies = self.arguments.copies
        self.produce("m4b", 1)  # warms what the system keeps of the program's files
        first = self.produce("m4b", copies)
        later = self.produce("mp3", copies, fresh=False)
        mp3 = self.produce("mp3", copies)
        both = self.produce("m4b,mp3", copies)
        print(f"m4b {first:.1f} s, mp3 {mp3:.1f} s, both at once {both:.1f} s: the second one costs "
              f"{both - first:.1f} s; mp3 later, beside the m4b: {later:.1f} s", flush=True)

    def cover(self):
        hours = self.arguments.hours
        self.produce("m4b", int(hours / STORY_HOURS) + 1)
        picture = self.workdir / "cover.png"
        picture.write_bytes(formats.png(1400))
        audiobook = self.workdir / "output/second-format.m4b"
        subprocess.run(["sync"], check=True)
        seconds = [timed(FULLCAST, "tag", audiobook, "--cover", picture, "--quiet")[1] for _ in range(5)]
        print(f"another cover in {audiobook.stat().st_size / 1e6:.0f} MB, {hours:g} hours of m4b: "
              f"{min(seconds):.2f} to {max(seconds):.2f} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=3)
    parser.add_argument("--hours", type=float, default=10)
    parser.add_argument("--workdir", type=pathlib.Path, default=pathlib.Path("/tmp/fullcast-second-format"))
    bench = Bench(parser.parse_args())
    bench.workdir.mkdir(parents=True, exist_ok=True)
    bench.formats()
    bench.cover()


if __name__ == "__main__":
    main()
