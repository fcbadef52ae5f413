#!/usr/bin/env python3
"""Measures what fullcast promises about speed and memory, in one run.

    bench/speed.py TEXT [--bytes 200000] [--pairs 3] [--parts pipe,same,workers,edits,memory,slope]
                   [--joined TEXT ...] [--pipe SCRIPT]

- pipe     produce against espeak-ng piped into ffmpeg (SCRIPT TEXT OUT.m4b [ffmpeg options]), in turn
- same     the same, the pipe's encoder set as fullcast sets its own (--encoder)
- workers  produce with 2 workers against 1, in turn
- edits    the book again with nothing changed, with a word of the text changed, with the speaker of
           a line changed in the script: in percent of making it from nothing
- memory   peak of all processes together (see memory.py)
- slope    how that grows by the hour of sound, over 1, 2, ... of TEXT and --joined in one book

Of speeds the median of the pairs counts. A pair's ratio is of work for a second of sound, wall clock;
silences above a second are not counted as sound, as their length is a matter of taste. All at 175
words a minute. CPU seconds stand beside the wall clock's: where they differ much from it times the
cores, the machine was busy with something else. --bytes 0 takes the whole text.
"""
import argparse
import json
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

import memory

ROOT = pathlib.Path(__file__).resolve().parents[1]
PARTS = ("pipe", "same", "workers", "edits", "memory", "slope")
OURS = "-aac_coder fast -aac_pns 0 -aac_tns 0"


class Bench:
    def __init__(self, arguments, folder):
        self.arguments, self.folder = arguments, pathlib.Path(folder)
        self.text = self.folder / "book.txt"
        whole = arguments.text.read_bytes()
        self.text.write_bytes(whole[:arguments.bytes or len(whole)])
        self.out = self.folder / "book.m4b"

    def fullcast(self, *options, jobs=None, cache=None):
        cached = ["--cache", str(cache)] if cache else ["--no-cache"]
        return [str(self.arguments.program), *map(str, options), "--workdir", str(self.folder), "-o",
                str(self.out), "--rate", "175", "--jobs", str(jobs or self.arguments.jobs), "--quiet", *cached]

    def produce(self, **options):
        return self.fullcast("produce", self.text, **options)

    def pipe(self, *encoder):
        return ["bash", str(self.arguments.pipe), str(self.text), str(self.out), *encoder]

    def timed(self, name, command):
        """Wall and CPU seconds of the command and all its children."""
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall, cpu = time.monotonic() - start, used.ru_utime + used.ru_stime
        if process.returncode not in (0, 3):
            raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
        print(f"  {name:24} {wall:9.2f} s wall {cpu:9.2f} s CPU", end="", flush=True)
        return wall, cpu

    def cost(self, name, command):
        """Wall seconds for a second of sound."""
        wall, _ = self.timed(name, command)
        sound = seconds_of_sound(self.out)
        print(f" {sound:9.1f} s of sound {sound / wall:7.1f} x real time", flush=True)
        self.out.unlink()
        return wall / sound

    def pairs(self, title, slow, fast):
        print(f"{title}:")
        ratios = [self.cost(*slow) / self.cost(*fast) for _ in range(self.arguments.pairs)]
        print(f"  median of {len(ratios)}: {statistics.median(ratios):.2f} times as fast", flush=True)

    def edits(self):
        print("edits:")
        cache = self.folder / "cache"
        full, full_cpu = self.timed("from nothing", self.produce(cache=cache))
        print()
        whole = self.out.read_bytes()

        def again(name, command):
            wall, cpu = self.timed(name, command)
            print(f"   {100 * wall / full:5.2f} % of the wall clock, {100 * cpu / full_cpu:5.2f} % of the CPU", end="")
            print(f", {'the same' if self.out.read_bytes() == whole else 'other'} bytes", flush=True)

        again("nothing edited", self.produce(cache=cache))
        text = self.text.read_bytes()
        middle = text.index(b" the ", len(text) // 2)
        self.text.write_bytes(text[:middle] + b" this " + text[middle + 5:])
        again("a word of the text", self.produce(cache=cache))
        self.text.write_bytes(text)
        again("... and back", self.produce(cache=cache))
        script = self.folder / "scripts" / "book.json"
        change_a_speaker(script)
        again("a line's speaker", self.fullcast("render", script, cache=cache))

    def memory(self):
        peak = self.peak()
        print(f"memory: {peak.processes} processes, PSS {peak.pss_mib:.0f} MiB, RSS {peak.rss_mib:.0f} MiB")

    def peak(self):
        peak = memory.peak_of(self.produce(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if peak.exit_code not in (0, 3):
            raise SystemExit(f"fullcast: exit code {peak.exit_code}")
        return peak

    def slope(self):
        print("slope:")
        books = [self.arguments.text, *self.arguments.joined]
        points = []
        for count in range(1, len(books) + 1):
            self.text.write_bytes(b"\n\n".join(book.read_bytes() for book in books[:count]))
            peak = self.peak()
            hours = duration(self.out) / 3600
            points.append((hours, peak.pss_mib))
            print(f"  {count} joined: {hours:7.2f} h of sound, PSS {peak.pss_mib:.0f} MiB", flush=True)
        if len(points) > 1:
            print(f"  {statistics.linear_regression(*zip(*points)).slope:.2f} MiB an hour of sound")

    def run(self, part):
        jobs = self.arguments.jobs
        if part == "pipe":
            self.pairs("against the pipe", ("pipe", self.pipe()), ("fullcast", self.produce()))
        elif part == "same":
            encoder = self.arguments.encoder.split()
            self.pairs("against the pipe with our encoder's settings", ("pipe", self.pipe(*encoder)),
                       ("fullcast", self.produce()))
        elif part == "workers":
            self.pairs("2 workers against 1", ("1 worker", self.produce(jobs=1)),
                       ("2 workers", self.produce(jobs=2)))
        else:
            {"edits": self.edits, "memory": self.memory, "slope": self.slope}[part]()


def change_a_speaker(script):
    """Gives a line near the middle to the narrator, as a hand edit would."""
    lines = script.read_text(encoding="utf-8").split("\n")
    spoken = re.compile(r'"speaker": "(?!narrator")[^"]*"')
    at = next(i for i in range(len(lines) // 2, len(lines)) if spoken.search(lines[i]) and '"text"' in lines[i])
    lines[at] = spoken.sub('"speaker": "narrator"', lines[at], count=1)
    script.write_text("\n".join(lines), encoding="utf-8")
    json.loads(script.read_text(encoding="utf-8"))


def duration(path):
    return float(subprocess.run(
        ["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", path],
        capture_output=True, text=True, check=True).stdout)


def seconds_of_sound(path):
    """Duration without what silences have above one second."""
    shown = subprocess.run(
        ["ffmpeg", "-nostats", "-i", path, "-map", "0:a", "-af", "silencedetect=n=-60dB:d=1", "-f", "null", "-"],
        capture_output=True, text=True, check=True).stderr
    silences = [float(s) for s in re.findall(r"silence_duration: ([\d.]+)", shown)]
    return duration(path) - sum(s - 1 for s in silences)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=pathlib.Path)
    parser.add_argument("--bytes", type=int, default=200_000, help="how much of the text; 0: all")
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--joined", type=pathlib.Path, nargs="*", default=[], help="more texts, for the slope")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build" / "fullcast")
    parser.add_argument("--pipe", type=pathlib.Path, default=ROOT.parent / "shared" / "tools" / "pipe_baseline.sh")
    parser.add_argument("--encoder", default=OURS, help="fullcast's encoder settings, as ffmpeg's options")
    arguments = parser.parse_args()
    parts = arguments.parts.split(",")
    if unknown := set(parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as folder:
        for part in parts:
            Bench(arguments, folder).run(part)


if __name__ == "__main__":
    main()
