#!/usr/bin/env python3
"""What other programs read in the audiobooks: chapters, lengths, tags and cover, in every format.

    bench/publish/formats.py [--chapters 1,255,256,1000] [--hours 30] [--formats m4b,...]
                             [--workdir /tmp/fullcast-formats]

Makes a book of each of these numbers of chapters, with titles in many scripts, and one of --hours
(0: none) out of the sample story, again and again: what is repeated comes from the store. All
formats of a book come from one run; another run for each of the others then writes its timeline. Of each file:

- ffprobe has every chapter's title, and its times within 1 ms of the timeline;
- ffprobe and mediainfo have the length within 1 ms, but for what both count in: what pads MP3, and
  what Opus skips; what ffmpeg decodes is as long as the timeline to the sample;
- ffprobe has the tags as they were given, and ffmpeg takes out the cover's very bytes;
- mediainfo has the chapters of M4B, M4A and Opus, of MP4 both tables; the Nero list is there up to
  255 of them, and mediainfo reads 512 of a QuickTime track;
- mp3val, `flac -t` and opusinfo find nothing to warn of; a WAV file's cue points and labels, which
  ffprobe does not read, are read here;
- the check that ends each run finds no fault in its structure.

Prints a line a file. Exit code 1 if anything differs.
"""
import argparse
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
STORY = ROOT / "chapters/the-seventeenth-ounce"
FULLCAST = ROOT / "build/fullcast"
FORMATS = ["m4b", "m4a", "mp3", "opus", "flac", "wav"]
RATE_HZ = 22050  # of the timeline
CODEC_RATE_HZ = {"opus": 48000}
MOST_NERO = 255
MOST_MEDIAINFO = 512
# Seconds that ffprobe and mediainfo count beyond those that are heard.
UNHEARD = {"mp3": (0, 0.08), "opus": (0.0265, 0.0265)}
TITLES = ["Один — „Ж“", "第二章", "الفصل", "שלום", "Ça & là <b>", "A \"quoted\" one",
          "e\N{COMBINING ACUTE ACCENT}tude", "\U0001F4D6 book", "Ж" * 100]
TAGS = {"title": "A Book — „ein Buch“ 本 \U0001F4D6", "artist": "Añn Author", "album_artist": "Añn Author",
        "composer": "شهرزاد", "date": "1901", "genre": "Audiobook", "series": "The Lighthouse",
        "series-part": "2.5"}
WAV_TAGS = ["title", "artist", "date", "genre"]


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, **options).stdout


def png(side):
    """A picture, as a PNG file's bytes."""
    def chunk(kind, content):
        body = kind + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))
    rows = b"".join(b"\0" + bytes((x + y) % 256 for x in range(side)) for y in range(side))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def write_chapters(folder, count):
    """A book of so many short chapters."""
    for number in range(count):
        title = f"{number + 1} {TITLES[number % len(TITLES)]}"
        (folder / f"{number:04}.md").write_text(f"# {title}\n\nHere.\n", encoding="utf-8")


def write_hours(folder, hours):
    """The story, until the book is as long as this at least."""
    story_hours = 0.39
    for copy in range(int(hours / story_hours) + 1):
        for chapter in sorted(STORY.glob("*.md")):
            shutil.copy(chapter, folder / f"{copy:03} {chapter.name}")


def make_book(folder, write):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    write(folder)
    (folder / "cover.png").write_bytes(png(600))
    (folder / "book.json").write_text(json.dumps({
        "title": TAGS["title"], "author": TAGS["artist"], "narrator": TAGS["composer"],
        "year": TAGS["date"], "cover": "cover.png",
        "series": f"{TAGS['series']} #{TAGS['series-part']}"}), encoding="utf-8")


def produce(book, workdir, formats):
    """The timeline of the first format, and what the run's own check says."""
    timeline = workdir / "timeline.json"
    environment = {**os.environ, "XDG_CACHE_HOME": str(workdir / "cache")}
    told = subprocess.run([FULLCAST, "produce", book, "--workdir", workdir, "--format", ",".join(formats), "--force",
                           "--timeline", timeline, "--cache-size", "20000"], env=environment, check=True, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE).stderr
    verdict = next(line for line in told.splitlines() if "check: " in line)
    return json.loads(timeline.read_text(encoding="utf-8")), verdict


def probe(path):
    return json.loads(run("ffprobe", "-v", "error", "-of", "json", "-show_chapters", "-show_format",
                          "-show_streams", path))


def decoded_samples(path):
    """How many samples ffmpeg decodes, at the file's own rate."""
    process = subprocess.Popen(["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:a", "-f", "s16le", "-"],
                               stdout=subprocess.PIPE)
    size = 0
    while more := process.stdout.read(1 << 22):
        size += len(more)
    if process.wait() != 0:
        raise RuntimeError(f"{path}: ffmpeg can't decode it")
    return size // 2


def wav_chapters(path):
    """Title and begin in seconds of each cue point, and the format's four letters."""
    cues, labels = [], {}
    with open(path, "rb") as file:
        form = file.read(12)[:4].decode()
        large = 0
        while len(header := file.read(8)) == 8:
            kind, size = header[:4], struct.unpack("<I", header[4:])[0]
            if kind == b"ds64":
                body = file.read(size)
                large = struct.unpack("<Q", body[8:16])[0]
            elif kind == b"data":
                file.seek(large if size == 0xFFFFFFFF else size, os.SEEK_CUR)
            elif kind == b"cue ":
                body = file.read(size)
                cues = [struct.unpack("<II4sIII", body[at:at + 24]) for at in range(4, len(body), 24)]
            elif kind == b"LIST" and (body := file.read(size)).startswith(b"adtl"):
                at = 4
                while at + 12 <= len(body):
                    length, number = struct.unpack("<II", body[at + 4:at + 12])
                    labels[number] = body[at + 12:at + 8 + length].split(b"\0")[0].decode()
                    at += 8 + length + length % 2
            elif kind == b"fmt ":
                rate_hz = struct.unpack("<I", file.read(size)[4:8])[0]
            elif kind != b"LIST":
                file.seek(size, os.SEEK_CUR)
            file.seek(size % 2 if kind != b"data" else 0, os.SEEK_CUR)
    return form, [(labels[cue[0]], cue[5] / rate_hz) for cue in cues]


def mediainfo(path):
    tracks = json.loads(run("mediainfo", "--Output=JSON", path))["media"]["track"]
    menus = [track["extra"] for track in tracks if track["@type"] == "Menu"]
    # "_00_05_17_120": the time.
    read = [[(title, sum(int(part) * unit for part, unit in zip(time[1:].split("_"), (3600, 60, 1, 0.001))))
             for time, title in menu.items() if time[1:3].isdigit()] for menu in menus]
    sound = next(track for track in tracks if track["@type"] == "Audio")
    return float(sound["Duration"]), read


class Book:
    """One file held against its timeline."""

    def __init__(self, path, timeline, cover, verdict):
        self.path, self.cover = path, cover
        self.complaints = [verdict] if "check: fail" in verdict else []
        self.kind = path.suffix[1:]
        self.chapters = [(chapter["title"], *(sample / RATE_HZ for sample in chapter["samples"]))
                         for chapter in timeline["chapters"]]
        self.samples = timeline["chapters"][-1]["samples"][1]
        self.seconds = self.samples / RATE_HZ

    def complain(self, what):
        self.complaints.append(what)

    def compare_chapters(self, reader, read, most=None):
        """`read`: title and begin, and perhaps the end, of each; at most so many."""
        chapters = self.chapters[:most]
        if len(read) != len(chapters):
            self.complain(f"{reader}: {len(read)} chapters of {len(chapters)}")
        for number, (got, expected) in enumerate(zip(read, chapters), 1):
            off = max(abs(a - b) for a, b in zip(got[1:], expected[1:]))
            if got[0] != expected[0] or off > 0.0010001:
                return self.complain(f"{reader}: chapter {number} is {got}, not {expected}")

    def compare_length(self, reader, seconds, tolerance):
        least, most = UNHEARD.get(self.kind, (0, 0))
        if not least - tolerance <= seconds - self.seconds <= most + tolerance:
            self.complain(f"{reader}: {seconds} s, not {self.seconds}")

    def check_ffprobe(self):
        shown = probe(self.path)
        if self.kind == "wav":
            form, chapters = wav_chapters(self.path)
            self.compare_chapters(form, chapters)
        else:
            self.compare_chapters("ffprobe", [
                (chapter["tags"]["title"], float(chapter["start_time"]),
                 min(float(chapter["end_time"]), self.seconds))
                for chapter in shown["chapters"]])
        sound = next(stream for stream in shown["streams"] if stream["codec_type"] == "audio")
        self.compare_length("ffprobe", float(sound["duration"]), 0.001)
        tags = {key.lower(): value for part in (shown["format"], sound)
                for key, value in part.get("tags", {}).items()}
        for key in WAV_TAGS if self.kind == "wav" else TAGS:
            if tags.get(key) != TAGS[key]:
                self.complain(f"ffprobe: the {key} is {tags.get(key)!r}")

    def check_mediainfo(self):
        seconds, menus = mediainfo(self.path)
        self.compare_length("mediainfo", seconds, 0.002 + 1e-7 * seconds)  # in single precision
        for menu in menus:
            short = len(self.chapters) > MOST_MEDIAINFO == len(menu) and self.kind in ("m4b", "m4a")
            self.compare_chapters("mediainfo", menu, MOST_MEDIAINFO if short else None)
        expected = {"m4b": 2, "m4a": 2, "opus": 1}.get(self.kind, len(menus))
        if expected == 2 and len(self.chapters) > MOST_NERO:
            expected = 1
        if len(menus) != expected:
            self.complain(f"mediainfo: {len(menus)} tables of chapters, not {expected}")

    def check_sound(self):
        expected = self.samples * CODEC_RATE_HZ.get(self.kind, RATE_HZ) / RATE_HZ
        if abs(decoded_samples(self.path) - expected) >= 1:
            self.complain(f"decoded: {decoded_samples(self.path)} samples, not {expected}")

    def check_cover(self):
        if self.kind != "wav" and self.cover != run("ffmpeg", "-v", "error", "-i", self.path, "-map", "0:v", "-c",
                                                    "copy", "-f", "image2pipe", "-"):
            self.complain("the cover is another one")

    def check_tool(self):
        tools = {"mp3": ["mp3val"], "flac": ["flac", "-t", "-s"], "opus": ["opusinfo"]}
        if self.kind in tools:
            checked = subprocess.run([*tools[self.kind], str(self.path)], text=True, errors="replace",
                                     capture_output=True, check=False)
            for line in (checked.stdout + checked.stderr).splitlines():
                if "WARNING" in line.upper() or "ERROR" in line.upper():
                    self.complain(line)
            if checked.returncode != 0:
                self.complain(f"{tools[self.kind][0]}: exit code {checked.returncode}")

    def check(self):
        self.check_ffprobe()
        self.check_mediainfo()
        self.check_cover()
        self.check_tool()
        self.check_sound()
        return self.complaints


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chapters", default="1,255,256,1000")
    parser.add_argument("--hours", type=float, default=30)
    parser.add_argument("--formats", default=",".join(FORMATS))
    parser.add_argument("--workdir", type=pathlib.Path, default=pathlib.Path("/tmp/fullcast-formats"))
    arguments = parser.parse_args()
    formats = arguments.formats.split(",")
    books = [(f"{count}-chapters", lambda folder, n=int(count): write_chapters(folder, n))
             for count in arguments.chapters.split(",") if count]
    if arguments.hours > 0:
        books.append((f"{arguments.hours:g}-hours", lambda folder: write_hours(folder, arguments.hours)))
    failed = False
    for name, write in books:
        book = arguments.workdir / name
        make_book(book, write)
        timeline, verdict = produce(book, arguments.workdir, formats)
        for kind in formats:
            if kind != formats[0]:
                timeline, verdict = produce(book, arguments.workdir, [kind])
            path = arguments.workdir / "output" / f"{name}.{kind}"
            complaints = Book(path, timeline, (book / "cover.png").read_bytes(), verdict).check()
            failed = failed or bool(complaints)
            hours = timeline["chapters"][-1]["samples"][1] / RATE_HZ / 3600
            print(f"{name:14} {kind:4} {len(timeline['chapters']):4} chapters, {hours:6.3f} h, "
                  f"{path.stat().st_size / 1e6:7.1f} MB: {'; '.join(complaints) or 'right'}", flush=True)
            path.unlink()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
