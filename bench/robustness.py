#!/usr/bin/env python3
"""Does to fullcast what a machine may do to it, and checks that no book is lost or wrong.

    bench/robustness.py [--parts kill,calls,full,store,twice,workers,faults,stop] [--times 200] [--seed 1]
                        [--save FILE.json]

A small book is rendered undisturbed first; whatever happens to a later run, it must either end with
exit code 0 and those very bytes, or with another code, a message and nothing under the book's name;
and the same command afterwards must make those bytes, render nothing that was in the store already, and
leave no unfinished file.

- kill     kill -9 at --times moments drawn by the seed
- calls    kill -9 at each of the first --times writes, syncs and renames (strace makes it happen)
- full     a disk that fills at --times sizes, 20 at most (tmpfs; needs root)
- store    --times bits flipped or files cut short in the store, one at a time
- twice    two runs at once with one store
- workers  1, 2, 3 and 8 workers, fresh and after a kill
- faults   a read-only place, a folder that vanishes, a worker that is killed, address space for a
           part of the work only
- stop     Ctrl-C and SIGTERM while 8 MB of text are read, and while a book is rendered: the end comes
           within a second of the program's own time

Prints what fails and, each half minute, how far it is; exit code 1 if anything failed. A run that does not
end in --patience seconds is shown, killed, and counted as a failure. With --save the results are kept in a
file after every case: the same command goes on behind the last one. tests/cli/robustness_test.cpp runs it in
a short form.
"""
import argparse
import dataclasses
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
PARTS = ("kill", "calls", "full", "store", "twice", "workers", "faults", "stop")
TELLS_SECONDS = 30
STOPS_SECONDS = 1
RECORD_BYTES = 4000  # more than what the store remembers of a whole book, less than any piece


def book(chapters, days):
    text = []
    for chapter in range(1, chapters + 1):
        text.append(f"CHAPTER {chapter}.")
        for day in range(days):
            text.append(f"On day {100 * chapter + day} the tide came in, and went out again.")
            text.append('"Look!" said Ann. "There it goes."')
    return "\n\n".join(text) + "\n"


def processes_below(pid):
    try:
        children = pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [below for child in children for below in (int(child), *processes_below(child))]


def seconds_used(pid):
    """CPU time of a living process, and of all below it."""
    ticks = 0
    for process in (pid, *processes_below(pid)):
        try:
            fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has just ended
        ticks += sum(map(int, fields[11:15]))  # its own and those of children that have ended
    return ticks / os.sysconf("SC_CLK_TCK")


def has_ended(process):
    """Leaves how it ended to be waited for, which poll() does not."""
    return os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


def catches(pid, number):
    """Whether a process has come so far that this signal does not just kill it."""
    try:
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return False
    caught = [line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:")]
    return bool(caught) and bool(int(caught[0], 16) >> (number - 1) & 1)


def spread(least, most, count):
    """So many whole numbers, evenly from the least to the most."""
    return [least + (most - least) * number // max(1, count - 1) for number in range(count)]


@dataclasses.dataclass
class End:
    """How a run ended."""

    returncode: int
    stderr: bytes
    cpu_seconds: float


class Results:
    """What came out of a part, case by case; kept in a file if there is one."""

    def __init__(self, part, seed, settings, saved, keep):
        self.part, self.seed, self.keep = part, seed, keep
        if saved.get("settings") != settings:  # of other cases
            saved.clear()
            saved.update(settings=settings, done={}, checks=0, failures=[], seconds=0, whole=False)
        self.saved = saved
        self.told = self.case_begin = time.monotonic()

    @property
    def checks(self):
        return self.saved["checks"]

    @property
    def failures(self):
        return self.saved["failures"]

    def check(self, holds, what):
        self.saved["checks"] += 1
        if not holds:
            self.failures.append(what)
            print(f"  FAILED: {what}", flush=True)

    def cases(self, kind, values):
        """The values whose cases are still to be done, each with its own draws."""
        values = list(values)
        for number in range(self.saved["done"].get(kind, 0), len(values)):
            self.case_begin = time.monotonic()
            yield values[number], random.Random(f"{self.seed} {self.part} {kind} {number}")
            self.finish(kind, number + 1, len(values))

    def finish(self, kind, done, of):
        self.saved["done"][kind] = done
        now = time.monotonic()
        self.saved["seconds"] += now - self.case_begin
        self.keep()
        if now - self.told > TELLS_SECONDS:
            self.told = now
            print(f"  {self.part}, {kind}: {done} of {of}, {self.checks} checks, {len(self.failures)} failures, "
                  f"{self.saved['seconds'] / 60:.1f} minutes", flush=True)

    def finish_all(self):
        self.saved["whole"] = True
        self.keep()


class Runs:
    """A book, and runs that make it, each in a folder of the bench's own."""

    def __init__(self, program, folder, text, results, patience):
        self.program, self.folder, self.results, self.patience = program, folder, results, patience
        self.text = folder / "tide.txt"
        self.text.write_text(text)
        self.out = folder / "output" / "tide.m4b"
        self.cache = folder / "cache"
        start = time.monotonic()
        first = self.run()
        self.seconds = time.monotonic() - start
        if first.returncode != 0:
            raise SystemExit(first.stderr.decode())
        self.whole = self.out.read_bytes()

    def check(self, holds, what):
        self.results.check(holds, what)

    def cases(self, kind, values):
        return self.results.cases(kind, values)

    def command(self, *options, jobs=2, out=None):
        return [str(self.program), "produce", str(self.text), "--workdir", str(self.folder), "--quiet", "-o",
                str(out or self.out), "--cache", str(self.cache), "--jobs", str(jobs), *options]

    def start(self, *options, before=(), **where):
        return subprocess.Popen([*before, *self.command(*options, **where)], stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE)

    def end(self, process):
        """Waits for its end, which it gives back with its message and CPU time; a hang is a failure, and ended."""
        hang = threading.Timer(self.patience, self.end_hang, (process,))
        hang.start()
        try:
            message = process.stderr.read()
            _, status, used = os.wait4(process.pid, 0)
        finally:
            hang.cancel()
        process.stderr.close()
        process.returncode = os.waitstatus_to_exitcode(status)
        return End(process.returncode, message, used.ru_utime + used.ru_stime)

    def run(self, *options, before=(), **where):
        return self.end(self.start(*options, before=before, **where))

    def end_hang(self, process):
        """Shows what the processes of a run that does not end are doing; then ends them."""
        pids = (process.pid, *processes_below(process.pid))
        for pid in pids:
            for kind in ("cmdline", "wchan", "syscall", "status"):
                try:
                    text = pathlib.Path(f"/proc/{pid}/{kind}").read_text()
                except OSError as error:
                    text = str(error)
                print(f"  {pid} {kind}: {text[:300]!r}", flush=True)
        self.check(False, f"no end after {self.patience} s: {process.args}")
        for pid in reversed(pids):  # whoever holds the pipe
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def forget(self):
        """As if the book had never been made."""
        for made in (self.out.parent, self.cache, self.folder / "scripts", self.folder / "voices"):
            shutil.rmtree(made, ignore_errors=True)

    def kill_after(self, seconds, **where):
        process = subprocess.Popen(self.command(**where), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        process.kill()
        process.wait()

    def check_honest(self, run, what, out=None):
        """Right and 0, or wrong, not 0, explained, and without a book."""
        out = out or self.out
        made = out.read_bytes() if out.exists() else None
        if run.returncode == 0:
            self.check(made == self.whole, f"{what}: exit code 0 and another book")
        else:
            self.check(made is None, f"{what}: exit code {run.returncode} and a book")
            # Who is killed says nothing.
            self.check(run.stderr.strip() or run.returncode in (-9, 137), f"{what}: no word of why")

    def stored(self):
        """Entries of the store; a piece that is rendered again becomes another file."""
        entries = {path: path.stat() for path in self.cache.rglob("*.piece")}
        return {path: entry.st_ino for path, entry in entries.items() if entry.st_size > RECORD_BYTES}

    def check_next(self, what, damaged=False, **where):
        before = self.stored()
        run = self.run(**where)
        again = before.items() - self.stored().items()
        self.check(damaged or not again, f"{what}: rendered again: {again}")
        self.check(run.returncode == 0 and self.out.read_bytes() == self.whole,
                   f"{what}: the next run gave {run.returncode} {run.stderr.decode().strip()[-200:]}")
        parts = [part for at in (self.out.parent, self.cache, self.folder / "scripts")
                 for part in at.rglob("*.part")]
        self.check(not [part for part in parts if part.parent == self.out.parent], f"{what}: {parts} are left")


def kill(runs, arguments):
    for number, drawn in runs.cases("kills", range(arguments.times)):
        runs.forget()
        seconds = drawn.uniform(0, runs.seconds)
        runs.kill_after(seconds)
        runs.check_next(f"kill -9 number {number} after {seconds:.3f} s")


def calls(runs, arguments):
    if shutil.which("strace") is None or subprocess.run(["strace", "-o", "/dev/null", "true"], check=False).returncode:
        print("  left out: strace is missing or may not trace here")
        return
    for call in ("write", "fsync", "rename"):
        for number, _ in runs.cases(call, range(1, arguments.times + 1)):
            runs.forget()
            kill_there = ["strace", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                          f"inject={call}:signal=SIGKILL:when={number}"]
            if runs.run(before=kill_there).returncode == 0:
                break  # there are no more of these calls
            runs.check_next(f"kill -9 at {call} number {number}")


def mounted(disk, options):
    disk.mkdir(exist_ok=True)
    return subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", disk], check=False).returncode == 0


def full(runs, arguments):
    disk = runs.folder / "disk"
    for size, _ in runs.cases("sizes", spread(4096, 3 * len(runs.whole) // 2, min(arguments.times, 20))):
        if not mounted(disk, f"size={size}"):
            print("  left out: mounting is not allowed here")
            return
        try:
            out = disk / "tide.m4b"
            runs.check_honest(runs.run("--no-cache", out=out), f"a disk of {size} bytes", out)
            runs.check(out.exists() or not list(disk.iterdir()), f"a disk of {size} bytes: {list(disk.iterdir())}")
        finally:
            subprocess.run(["umount", disk], check=True)


def store(runs, arguments):
    for number, drawn in runs.cases("damages", range(arguments.times)):
        path = drawn.choice(sorted(runs.cache.rglob("*.piece")))
        content = bytearray(path.read_bytes())
        at = drawn.randrange(len(content))
        if drawn.random() < 0.5:
            content[at] ^= 1 << drawn.randrange(8)
            path.write_bytes(content)
        else:
            path.write_bytes(content[:at])
        runs.out.unlink()
        runs.check_next(f"damage number {number} to the store", damaged=True)


def twice(runs, arguments):
    for number, _ in runs.cases("pairs", range(max(1, arguments.times // 10))):
        runs.forget()
        outs = [runs.folder / "output" / name for name in ("a.m4b", "b.m4b")]
        both = [runs.start(out=out) for out in outs]
        for process, out in zip(both, outs):
            runs.check(runs.end(process).returncode == 0 and out.read_bytes() == runs.whole,
                       f"two at once, number {number}")


def workers(runs, _arguments):
    for jobs, _ in runs.cases("numbers of workers", (1, 2, 3, 8)):
        runs.forget()
        runs.check_next(f"{jobs} workers", jobs=jobs)
        runs.forget()
        runs.kill_after(runs.seconds / 2, jobs=jobs)
        runs.check_next(f"{jobs} workers after a kill", jobs=jobs)


def faults(runs, arguments):
    disk = runs.folder / "disk"
    for _ in runs.cases("read-only place", (disk,)):
        if not mounted(disk, "ro"):
            print("  left out: mounting is not allowed here")
            continue
        try:
            out = disk / "tide.m4b"
            run = runs.run(out=out)
            runs.check_honest(run, "a read-only place", out)
            runs.check(run.returncode == 1 and b"Read-only" in run.stderr, f"a read-only place: {run.stderr}")
        finally:
            subprocess.run(["umount", disk], check=True)
    tenths = spread(1, 9, min(arguments.times, 9))
    for number, _ in runs.cases("vanishing folders", tenths):
        runs.forget()
        process = runs.start()
        time.sleep(runs.seconds * number / 10)
        if not has_ended(process):
            shutil.rmtree(runs.out.parent, ignore_errors=True)
        runs.check_honest(runs.end(process), f"the folder vanishes at {number}/10")
        runs.check_next(f"the folder vanishes at {number}/10")
    for number, drawn in runs.cases("killed workers", tenths):
        runs.forget()
        process = runs.start()
        time.sleep(runs.seconds * number / 10)
        victims = processes_below(process.pid)
        if victims:
            try:
                os.kill(drawn.choice(victims), signal.SIGKILL)
            except ProcessLookupError:
                pass  # it had just ended
        runs.check_honest(runs.end(process), f"a worker is killed at {number}/10")
        runs.check_next(f"a worker is killed at {number}/10")
    for mebibytes, _ in runs.cases("limits of memory", spread(20, 230, min(arguments.times, 22))):
        runs.forget()
        limit = ["prlimit", f"--as={mebibytes << 20}"]
        runs.check_honest(runs.run(before=limit), f"{mebibytes} MiB of address space")
        runs.check_next(f"after {mebibytes} MiB of address space")


def stop_after(runs, command, seconds, number, what, is_whole):
    """Signals a run, checks that it ends soon and says how to go on. False if its work was done before; then it
    must be whole."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    time.sleep(seconds)
    while not has_ended(process) and not catches(process.pid, number):
        time.sleep(0.001)
    if has_ended(process):
        runs.end(process)
        return False
    used = seconds_used(process.pid)
    start = time.monotonic()
    process.send_signal(number)
    end = runs.end(process)
    took, used = time.monotonic() - start, end.cpu_seconds - used
    if end.returncode == 0:
        runs.check(is_whole(), f"{what}: it says that all is done, which it is not")
        return False
    runs.check(end.returncode == 128 + number, f"{what}: exit code {end.returncode}")
    runs.check(b"run the same command again" in end.stderr, f"{what}: {end.stderr}")
    # On a busy machine it waits for others, for any time; what it does itself must not take long.
    runs.check(used < STOPS_SECONDS, f"{what}: {took:.2f} s, {used:.2f} s of CPU time")
    saved = runs.results.saved
    saved["longest_stop"] = max(saved.get("longest_stop", [0, 0]), [used, took])
    return True


def stop(runs, arguments):
    signals = (signal.SIGINT, signal.SIGTERM)
    for number, drawn in runs.cases("stops of a rendering", range(arguments.times)):
        runs.forget()
        if stop_after(runs, runs.command(), drawn.uniform(0, runs.seconds), signals[number % 2],
                      f"stop number {number}", lambda: runs.out.read_bytes() == runs.whole):
            parts = list(runs.folder.rglob("*.part"))
            runs.check(not parts and not runs.out.exists(), f"stop number {number} leaves {parts}")
        runs.check_next(f"stop number {number}")
    large = runs.folder / "large.txt"
    large.write_text(book(160, 500))
    command = [str(runs.program), "annotate", str(large), "--workdir", str(runs.folder)]
    start = time.monotonic()
    subprocess.run(command, capture_output=True, check=True, timeout=runs.patience)
    seconds = time.monotonic() - start
    script = runs.folder / "scripts" / "large.json"
    whole = script.read_bytes()
    for tenths, _ in runs.cases("stops of a reading", spread(1, 19, min(arguments.times, 19))):
        script.unlink(missing_ok=True)
        stop_after(runs, command, seconds * tenths / 20, signals[tenths % 2], f"at {tenths}/20 of reading 8 MB",
                   lambda: script.read_bytes() == whole)
    print("stop: at most {:.2f} s of CPU time from the signal to the end, in {:.2f} s".format(
        *runs.results.saved.get("longest_stop", [0, 0])))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parts", default=",".join(PARTS))
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--days", type=int, default=25, help="a chapter of the book: some 20 s of sound each")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build" / "fullcast")
    parser.add_argument("--patience", type=float, default=300, help="seconds that no run takes, however busy the machine")
    parser.add_argument("--save", type=pathlib.Path, help="keeps the results, case by case")
    arguments = parser.parse_args()
    parts = arguments.parts.split(",")
    if unknown := set(parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    saved = json.loads(arguments.save.read_text()) if arguments.save and arguments.save.exists() else {}

    def keep():
        if arguments.save:
            beside = arguments.save.with_suffix(".part")
            beside.write_text(json.dumps(saved, indent=2) + "\n")
            beside.replace(arguments.save)

    failures = 0
    for part in parts:
        settings = {"times": arguments.times, "seed": arguments.seed, "days": arguments.days,
                    "program": arguments.program.stat().st_mtime}
        results = Results(part, arguments.seed, settings, saved.setdefault(part, {}), keep)
        if not results.saved["whole"]:
            with tempfile.TemporaryDirectory() as folder:
                runs = Runs(arguments.program.resolve(), pathlib.Path(folder), book(3, arguments.days), results,
                            arguments.patience)
                globals()[part](runs, arguments)
            results.finish_all()
        print(f"{part}: {results.checks} checks, {len(results.failures)} failures, "
              f"{results.saved['seconds'] / 60:.1f} minutes", flush=True)
        failures += len(results.failures)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
