#!/usr/bin/env python3
"""What becomes of books of all formats, and what it costs to read them.

    books.py FOLDER [--fullcast PROGRAM] [--produce] [--same BOOK BOOK]

For each book of the folder: its chapters with their titles, paragraphs by what is done with them,
verse and pronunciations, the narrator's voice, and the time that it takes to read it: `chapters`
less `--version`, the least of several. With --produce the audiobook is made, too: its chapter marks,
samples and loudness as FFmpeg reads them, and reading told as a share of that. --same compares two editions: their titles and, word for word, what is read.
At last two EPUBs of the bench's own are read, with 1 MB of text and of 1 MB packed.
"""

import argparse
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import time
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from all_novels import RATE, check  # noqa: E402
from words import align, spoken_words, words_of

RUNS = 7
JOBS = "2"
MB = 1_000_000


class Fullcast:
    def __init__(self, program, folder):
        self.program, self.folder = program.resolve(), folder
        self.startup_s = self.least_s(["--version"])

    def run(self, *arguments):
        """Its standard output; the time it took in s."""
        begin = time.monotonic()
        done = subprocess.run([self.program, *arguments], cwd=self.folder, text=True,
                              capture_output=True, check=False)
        if done.returncode not in (0, 3):
            sys.exit(f"fullcast {' '.join(map(str, arguments))}: {done.stderr}")
        return done.stdout, time.monotonic() - begin

    def least_s(self, arguments):
        return min(self.run(*arguments)[1] for _ in range(RUNS))

    def reading_s(self, book):
        return self.least_s(["chapters", book]) - self.startup_s

    def script(self, book):
        path = self.folder / "script.json"
        self.run("annotate", "--fresh", "-o", path, book)
        return json.loads(path.read_text())

    def narrator(self, script):
        """The preset that reads, such as "ar-narrator"."""
        scripted, cast = self.folder / "cast-me.json", self.folder / "cast.json"
        scripted.write_text(json.dumps(script))
        cast.unlink(missing_ok=True)
        self.run("cast", scripted, "-o", cast)
        return json.loads(cast.read_text())["cast"]["narrator"]["preset"]


def segments(script):
    return [segment for chapter in script["chapters"] for segment in chapter["segments"]]


def describe_audiobook(folder, done, titles):
    """What other programs read and hear of it, beside what the run told."""
    audiobook = folder / done["output"]
    faults = check(audiobook, done, titles)
    heard = subprocess.run(["ffmpeg", "-nostats", "-i", audiobook, "-map", "0:a", "-af", "ebur128",
                            "-f", "null", "-"], capture_output=True, text=True, check=True).stderr
    print(f"  {done['samples'] / RATE:.3f} s of sound, {heard.rsplit('I:', 1)[1].split()[0]} LUFS, "
          f"{len(titles)} chapter marks: {'; '.join(faults) or 'decodes as told, titles of the script'}")
    audiobook.unlink()


def describe(fullcast, book, produce):
    script = fullcast.script(book)
    said = [segment for segment in segments(script) if not segment.get("skip")]
    print(f"## {book.name}")
    for number, chapter in enumerate(script["chapters"], 1):
        print(f"  {number}. {chapter['title']}")
    print(f"  {sum(len(words_of(s['text'])) for s in said)} words in {len(said)} segments, "
          f"{len(segments(script)) - len(said)} not read: "
          f"{', '.join(sorted({s['skip'] for s in segments(script) if s.get('skip')})) or '-'}")
    print(f"  lexicon of {len(script.get('lexicon', []))} words, "
          f"{sum(len(s.get('pronunciations', [])) for s in said)} passages with phonemes; "
          f"narrator: {fullcast.narrator(script)}")
    reading_s = fullcast.reading_s(book)
    share = ""
    if produce:
        lines, produce_s = fullcast.run("produce", "--no-cache", "--force", "--fresh", "--json",
                                        "--quiet", "--jobs", JOBS, book)
        share = f", {100 * reading_s / produce_s:.1f} % of the {produce_s:.1f} s of its produce"
        describe_audiobook(fullcast.folder, json.loads(lines.splitlines()[-1]),
                           [chapter["title"] for chapter in script["chapters"]])
    print(f"  read in {reading_s:.3f} s{share}", flush=True)


def compare(fullcast, books):
    first, second = (fullcast.script(book) for book in books)
    titles = [[words_of(chapter["title"]) for chapter in script["chapters"]]
              for script in (first, second)]
    ours, theirs = (spoken_words(script)[0] for script in (first, second))
    same = sum(place is not None for place in align(ours, theirs))
    print(f"{books[0].name} and {books[1].name}: "
          f"{'the same' if titles[0] == titles[1] else 'OTHER'} titles, "
          f"{100 * same / max(len(ours), len(theirs), 1):.2f} % of {len(ours)} and {len(theirs)} "
          "words the same")


def write_epub(path, text_bytes):
    """Chapters of words drawn from some made-up ones: they pack worse than a story does."""
    draw = random.Random(1)
    letters = "etaoinshrdlu"
    words = ["".join(draw.choices(letters, k=draw.randint(2, 9))) for _ in range(8000)]
    chapters, size = [], 0
    while size < text_bytes:
        paragraphs = [" ".join(draw.choices(words, k=60)).capitalize() + "." for _ in range(100)]
        body = "".join(f"<p>{text}</p>\n" for text in paragraphs)
        chapters.append(f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head><body>"
                        f"<h1>Chapter {len(chapters) + 1}</h1>\n{body}</body></html>")
        size += len(body)
    items = "".join(f"<item id='c{i}' href='c{i}.xhtml' media-type='application/xhtml+xml'/>"
                    for i in range(len(chapters)))
    spine = "".join(f"<itemref idref='c{i}'/>" for i in range(len(chapters)))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        book.writestr("META-INF/container.xml",
                      "<container><rootfiles><rootfile full-path='book.opf'/></rootfiles>"
                      "</container>")
        book.writestr("book.opf", "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>"
                      "<dc:title>Words</dc:title><dc:language>en</dc:language></metadata>"
                      f"<manifest>{items}</manifest><spine>{spine}</spine></package>")
        for i, chapter in enumerate(chapters):
            book.writestr(f"c{i}.xhtml", chapter)
    return path


def cost_of_reading(fullcast):
    print("## Reading")
    for what, text_bytes in (("1 MB of text", MB), ("1 MB packed", 2.1 * MB)):
        book = write_epub(fullcast.folder / "words.epub", text_bytes)
        print(f"  EPUB with {what} ({book.stat().st_size / MB:.2f} MB packed): "
              f"read in {fullcast.reading_s(book):.3f} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--fullcast", default="build/fullcast", type=pathlib.Path)
    parser.add_argument("--produce", action="store_true", help="make each audiobook, too")
    parser.add_argument("--same", nargs=2, action="append", default=[], metavar="BOOK",
                        help="two editions of one book, by their names in the folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        fullcast = Fullcast(options.fullcast, pathlib.Path(folder))
        for book in sorted(options.folder.resolve().iterdir()):
            describe(fullcast, book, options.produce)
        for names in options.same:
            compare(fullcast, [options.folder.resolve() / name for name in names])
        cost_of_reading(fullcast)
    return 0


if __name__ == "__main__":
    sys.exit(main())
