#!/usr/bin/env python3
"""Measures what fullcast promises about speed and memory, in parts that can be run apart.

    bench/speed.py TEXT [--bytes 200000] [--pairs 3] [--parts pipe,whole,workers,edits,memory,slope,growth]
                   [--joined TEXT ...] [--pipe SCRIPT] [--save FILE.json]

- pipe     in turn, --pairs times: espeak-ng piped into ffmpeg (SCRIPT TEXT OUT.m4b), produce, and produce
           with the very encoder settings of that pipe (--library-encoder)
- whole    the same once, on all of TEXT
- workers  produce with 2 workers against 1, in turn, --pairs times; and what the machine's two cores are
           worth, where they share a cache or a host: two processes of ffmpeg against one
- edits    all of TEXT again with nothing changed, with a word of the text changed, with the speaker of
           a line changed in the script: in percent of making it from nothing
- memory   peak of all processes together (see memory.py), on all of TEXT
- slope    how that grows by the hour of sound, over 1, 2, ... of TEXT and --joined in one book
- growth   the same of the main process alone, which writes a file whose pieces are all in the store: of TEXT's
           first 20 kB, 30 and 120 times in one book, read by one voice

Of speeds the median counts. A ratio is of work for a second of sound, wall clock; silences above a
second are not counted as sound, as their length is a matter of taste. All at 175 words a minute. CPU
seconds stand beside the wall clock's: where they differ much from it times the cores, the machine was
busy with something else. --bytes 0 takes the whole text everywhere, another number that much of it.

With --save each part's figures are kept in a file as soon as they are there; a part that is in it
already is only shown (delete it there to measure again). For 200 kB on two idle cores: pipe half an
hour, most of it the pipe; workers 6 minutes. For a novel of 700 kB: whole 35 minutes, edits 5, memory
3, slope 3 minutes a novel and again for each sum, growth 2.
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
PARTS = ("pipe", "whole", "workers", "edits", "memory", "slope", "growth")
WHOLE = ("whole", "edits", "memory", "slope")


class Bench:
    """One part, in a folder of its own; what it measures is in `figures`."""

    def __init__(self, arguments, folder, part):
        self.arguments, self.folder = arguments, pathlib.Path(folder)
        self.text = self.folder / "book.txt"
        whole = arguments.text.read_bytes()
        size = arguments.bytes
        if size is None:
            size = 0 if part in WHOLE else 200_000
        self.text.write_bytes(whole[:size or len(whole)])
        self.out = self.folder / "book.m4b"
        self.figures = {"bytes": self.text.stat().st_size}

    def fullcast(self, *options, jobs=None, cache=None):
        cached = ["--cache", str(cache)] if cache else ["--no-cache"]
        return [str(self.arguments.program), *map(str, options), "--workdir", str(self.folder), "-o",
                str(self.out), "--rate", "175", "--jobs", str(jobs or self.arguments.jobs), "--quiet", *cached]

    def produce(self, *options, **where):
        return self.fullcast("produce", self.text, *options, **where)

    def note(self, name, **figures):
        """Prints the figures of a run and keeps them."""
        shown = ", ".join(f"{key} {value:.2f}" if isinstance(value, float) else f"{key} {value}"
                          for key, value in figures.items())
        print(f"  {name:28} {shown}", flush=True)
        self.figures.setdefault(name, []).append(figures)

    def timed(self, command):
        """Wall and CPU seconds of the command and all its children."""
        start = time.monotonic()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall, cpu = time.monotonic() - start, used.ru_utime + used.ru_stime
        if process.returncode not in (0, 3):
            raise SystemExit(f"{' '.join(command)}: exit code {process.returncode}")
        return wall, cpu

    def cost(self, name, command):
        """Wall seconds for a second of sound."""
        wall, cpu = self.timed(command)
        sound = seconds_of_sound(self.out)
        kbps = 8 * self.out.stat().st_size / duration(self.out) / 1000
        self.note(name, wall_s=wall, cpu_s=cpu, sound_s=sound, kbps=kbps, x_real_time=sound / wall)
        self.out.unlink()
        return wall / sound

    def in_turn(self, commands, rounds):
        """Runs all of them, the first being what the others are measured against."""
        names = list(commands)
        costs = {name: [] for name in names}
        for _ in range(rounds):
            for name in names:
                costs[name].append(self.cost(name, commands[name]))
        for name in names[1:]:
            ratios = [slow / fast for slow, fast in zip(costs[names[0]], costs[name])]
            self.note(f"{name} against {names[0]}", times_as_fast=statistics.median(ratios), median_of=len(ratios))

    def against_the_pipe(self, rounds):
        self.in_turn({"pipe": ["bash", str(self.arguments.pipe), str(self.text), str(self.out)],
                      "fullcast": self.produce(), "fullcast, pipe's encoder": self.produce("--library-encoder")},
                     rounds)

    def pipe(self):
        self.against_the_pipe(self.arguments.pairs)

    def whole(self):
        self.against_the_pipe(1)

    def workers(self):
        self.in_turn({"1 worker": self.produce(jobs=1), "2 workers": self.produce(jobs=2)}, self.arguments.pairs)
        self.two_encoders()

    def two_encoders(self):
        """How much two processes of ffmpeg do that know nothing of each other, against one."""
        sound = self.folder / "sound.wav"
        self.timed(self.produce())
        self.timed(["ffmpeg", "-v", "error", "-nostdin", "-y", "-i", str(self.out), "-t", "1200", str(sound)])
        self.out.unlink()
        encode = ["ffmpeg", "-v", "error", "-nostdin", "-y", "-threads", "1", "-i", str(sound), "-c:a", "aac",
                  "-aac_coder", "fast", "-b:a", "64k", "-f", "mp4"]

        def wall(count):
            start = time.monotonic()
            running = [subprocess.Popen([*encode, f"{sound}.{number}"]) for number in range(count)]
            if any(process.wait() for process in running):
                raise SystemExit("ffmpeg failed")
            return time.monotonic() - start

        ratios = [2 * wall(1) / wall(2) for _ in range(self.arguments.pairs)]
        self.note("2 encoders against 1", times_as_fast=statistics.median(ratios), median_of=len(ratios))

    def edits(self):
        cache = self.folder / "cache"
        full, full_cpu = self.timed(self.produce(cache=cache))
        self.note("from nothing", wall_s=full, cpu_s=full_cpu)
        whole = self.out.read_bytes()

        def again(name, command):
            wall, cpu = self.timed(command)
            self.note(name, wall_s=wall, cpu_s=cpu, wall_percent=100 * wall / full, cpu_percent=100 * cpu / full_cpu,
                      bytes="the same" if self.out.read_bytes() == whole else "others")

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
        self.note("all processes", processes=peak.processes, pss_mib=peak.pss_mib, rss_mib=peak.rss_mib)

    def peak(self, *options, **where):
        peak = memory.peak_of(self.produce(*options, **where), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if peak.exit_code not in (0, 3):
            raise SystemExit(f"fullcast: exit code {peak.exit_code}")
        return peak

    def slope(self):
        books = [self.arguments.text, *self.arguments.joined]
        points = []
        for count in range(1, len(books) + 1):
            parts = [book.read_bytes()[:self.arguments.bytes or None] for book in books[:count]]
            self.text.write_bytes(b"\n\n".join(parts))
            peak = self.peak()
            hours = duration(self.out) / 3600
            points.append((hours, peak.pss_mib))
            self.note(f"{count} joined", hours=hours, pss_mib=peak.pss_mib)
        if len(points) > 1:
            self.note("slope", mib_an_hour=statistics.linear_regression(*zip(*points)).slope)


    def growth(self):
        passage = self.arguments.text.read_bytes()[:20_000]
        points = []
        for times in (30, 120):
            self.text.write_bytes(b"\n\n".join([passage] * times))
            kept = {"cache": self.folder / "cache"}
            self.timed(self.produce("--one-voice", **kept))
            self.out.unlink()
            peak = self.peak("--one-voice", **kept)
            hours = duration(self.out) / 3600
            points.append((hours, peak.pss_mib))
            self.note(f"{times} times", hours=hours, pss_mib=peak.pss_mib)
            self.out.unlink()
        self.note("growth", mib_an_hour=statistics.linear_regression(*zip(*points)).slope)


def change_a_speaker(script):
    """Gives a line near the middle to the narrator, as a hand edit would."""
    lines = script.read_text(encoding="utf-8").split("\n")
    spoken = re.compile(r'"speaker": ?"(?!narrator")[^"]*"')
    middle = len(lines) // 2
    order = [*range(middle, len(lines)), *range(middle)]
    at = next(i for i in order if spoken.search(lines[i]) and '"text"' in lines[i])
    lines[at] = spoken.sub('"speaker":"narrator"', lines[at], count=1)
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


def measure(arguments, part):
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(arguments, folder, part)
        getattr(bench, part)()
        return bench.figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=pathlib.Path)
    parser.add_argument("--bytes", type=int, help="how much of the text; 0: all")
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--joined", type=pathlib.Path, nargs="*", default=[], help="more texts, for the slope")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build" / "fullcast")
    parser.add_argument("--pipe", type=pathlib.Path, default=ROOT.parent / "shared" / "tools" / "pipe_baseline.sh")
    parser.add_argument("--save", type=pathlib.Path, help="keeps the figures, part by part")
    arguments = parser.parse_args()
    parts = arguments.parts.split(",")
    if unknown := set(parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    saved = json.loads(arguments.save.read_text()) if arguments.save and arguments.save.exists() else {}
    for part in parts:
        print(f"{part}:", flush=True)
        if part in saved:
            print(json.dumps(saved[part], indent=2))
            continue
        saved[part] = measure(arguments, part)
        if arguments.save:
            arguments.save.write_text(json.dumps(saved, indent=2) + "\n")


if __name__ == "__main__":
    main()
