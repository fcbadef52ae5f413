#!/usr/bin/env python3
"""Runs a command and prints the peak memory of all its processes together.

    bench/memory.py COMMAND [ARGUMENT ...]

Ten times a second it adds up what the command and all its descendants hold: PSS (shared pages are
shared out, so the sum is what the machine gives) and RSS (shared pages count for each process).
"""
import os
import subprocess
import sys
import threading
import time


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


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    process = subprocess.Popen(sys.argv[1:])
    ended = threading.Event()
    peak = [0, 0, 0]

    def watch():
        while not ended.wait(0.1):
            sizes = [memory_kib(pid) for pid in descendants(process.pid)]
            pss, rss = sum(s[0] for s in sizes), sum(s[1] for s in sizes)
            peak[0], peak[1], peak[2] = max(peak[0], pss), max(peak[1], rss), max(peak[2], len(sizes))

    watcher = threading.Thread(target=watch)
    start = time.monotonic()
    watcher.start()
    code = process.wait()
    ended.set()
    watcher.join()
    print(f"exit code {code}, {time.monotonic() - start:.1f} s wall, up to {peak[2]} processes; all together at the "
          f"peak: PSS {peak[0] / 1024:.0f} MiB, RSS {peak[1] / 1024:.0f} MiB", file=sys.stderr)
    sys.exit(code)


if __name__ == "__main__":
    main()
