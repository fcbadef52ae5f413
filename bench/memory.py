#!/usr/bin/env python3
"""Runs a command and prints the peak memory of all its processes together.

    bench/memory.py COMMAND [ARGUMENT ...]

Ten times a second it adds up what the command and all its descendants hold: PSS (shared pages are
shared out, so the sum is what the machine gives) and RSS (shared pages count for each process).
"""
import dataclasses
import os
import subprocess
import sys
import time


@dataclasses.dataclass
class Peak:
    exit_code: int = 0
    wall_seconds: float = 0
    processes: int = 0
    pss_mib: float = 0
    rss_mib: float = 0


def descendants(root):
    children = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as stat:
                    parent = int(stat.read().rsplit(")", 1)[1].split()[1])
            except (OSError, IndexError):
                continue
            children.setdefault(parent, []).append(int(name))
    found, waiting = [], [root]
    while waiting:
        pid = waiting.pop()
        found.append(pid)
        waiting += children.get(pid, [])
    return found


def memory_kib(pid):
    sizes = {"Pss:": 0, "Rss:": 0}
    try:
        with open(f"/proc/{pid}/smaps_rollup") as rollup:
            for line in rollup:
                words = line.split()
                if words[0] in sizes:
                    sizes[words[0]] = int(words[1])
    except OSError:
        pass
    return sizes["Pss:"], sizes["Rss:"]


def peak_of(command, **options):
    """Runs the command to its end."""
    peak = Peak()
    start = time.monotonic()
    process = subprocess.Popen(command, **options)
    while process.poll() is None:
        sizes = [memory_kib(pid) for pid in descendants(process.pid)]
        peak.pss_mib = max(peak.pss_mib, sum(pss for pss, _ in sizes) / 1024)
        peak.rss_mib = max(peak.rss_mib, sum(rss for _, rss in sizes) / 1024)
        peak.processes = max(peak.processes, len(sizes))
        time.sleep(0.1)
    peak.exit_code, peak.wall_seconds = process.returncode, time.monotonic() - start
    return peak


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    peak = peak_of(sys.argv[1:])
    print(f"exit code {peak.exit_code}, {peak.wall_seconds:.1f} s wall, up to {peak.processes} processes; all "
          f"together at the peak: PSS {peak.pss_mib:.0f} MiB, RSS {peak.rss_mib:.0f} MiB", file=sys.stderr)
    sys.exit(peak.exit_code)


if __name__ == "__main__":
    main()
