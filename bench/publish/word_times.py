#!/usr/bin/env python3
"""How exactly a word's time in the timeline is the moment at which it is heard in the file.

    bench/publish/word_times.py [--copies 25] [--words 200] [--seed 1] [--voices 5]
                                [--formats m4b,mp3,opus] [--workdir /tmp/fullcast-word-times]

mp3-vbr is MP3 with a variable bit rate. Renders the sample story --copies times over as one book (25 are ten hours; what is repeated comes
from the store), decodes each whole file with ffmpeg, and draws --words words, evenly from the voices
that speak most, out of the first and out of the last copy. A word is drawn if it stands behind a
clause mark or begins a line, and at least 50 ms of silence precede it: between the beginnings of the
words beside it, the longest stretch in which the sound stays below -46 dBFS or 32 dB below the loudest there.
Where that stretch ends is the word's onset. Prints median and greatest distance of the timeline from
the onsets in ms, and how many are farther than 25 ms; and whether any word of the timeline is out of
order or outside of its segment. A silence whose end is nearer to the next word's begin than 25 ms is
that word's. Exit code 1 if one is.
"""
import argparse
import array
import json
import math
import pathlib
import random
import shutil
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
STORY = ROOT / "chapters/the-seventeenth-ounce"
RATE_HZ = 22050
STEP = RATE_HZ // 1000  # about a millisecond
WINDOW_STEPS = 4
NEXT_WORD = RATE_HZ * 25 // 1000
VARIANTS = {"mp3-vbr": ("mp3", ["--vbr", "4"])}
CLAUSE_MARKS = set(",;:.!?\N{EM DASH}\N{HORIZONTAL ELLIPSIS}\"\N{LEFT DOUBLE QUOTATION MARK}"
                   "\N{RIGHT DOUBLE QUOTATION MARK}()")


def make_book(folder, copies):
    """The story, `copies` times, as a folder with a file a chapter."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for copy in range(copies):
        for chapter in sorted(STORY.glob("*.md")):
            shutil.copy(chapter, folder / f"{copy:03} {chapter.name}")


def render(arguments):
    """The timeline of each format and its file."""
    book = arguments.workdir / "word-times"
    make_book(book, arguments.copies)
    common = ["--workdir", arguments.workdir, "--quiet", "--force"]
    rendered = {}
    for audio_format in arguments.formats.split(","):
        timeline = arguments.workdir / f"{audio_format}.timeline.json"
        extension, options = VARIANTS.get(audio_format, (audio_format, []))
        audio = arguments.workdir / f"{audio_format}.{extension}"
        command = [ROOT / "build/fullcast", "produce", book, "-o", audio, "--timeline", timeline,
                   *options, *common]
        subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)
        rendered[audio_format] = json.loads(timeline.read_text(encoding="utf-8")), audio
    return rendered


def check_order(timeline):
    """Complaints about words that are out of order or outside of their segments."""
    complaints = []
    for chapter in timeline["chapters"]:
        for segment in chapter["segments"]:
            least, end = segment["samples"]
            for word in segment["words"]:
                if not least <= word[2] <= end:
                    complaints.append(f"{chapter['title']}: segment {segment['segment']}: {word}")
                least = word[2]
    return complaints


def candidates(chapters):
    """By speaker: words behind a clause mark, as (begin of the word before, begin, begin of the next)."""
    found = {}
    for chapter in chapters:
        words = []
        for segment in chapter["segments"]:
            text = segment.get("say", segment["text"]).encode()
            before = 0
            for number, (begin, end, sample) in enumerate(segment["words"]):
                between = text[before:begin].decode(errors="ignore")
                first = number == 0 or bool(CLAUSE_MARKS & set(between))
                words.append((sample, first, segment["speaker"], text[begin:end].decode(errors="ignore")))
                before = end
        for last, word, after in zip(words, words[1:], words[2:]):
            if word[1] and last[0] < word[0] < after[0]:
                found.setdefault(word[2], []).append((last[0], word[0], after[0], word[3]))
    return found


def draw(timeline, chapters, arguments, rng):
    """The words to measure, in the order of the book."""
    found = candidates(chapters)
    voices = sorted(found, key=lambda speaker: (-len(found[speaker]), speaker))[:arguments.voices]
    for speaker in voices:
        rng.shuffle(found[speaker])
    return {speaker: found[speaker] for speaker in voices}


def onset(samples, reach):
    """Where the longest silence ends, if it is one of 50 ms: an index into the samples."""
    count = len(samples) // STEP
    energy = [sum(s * s for s in samples[i * STEP:(i + 1) * STEP]) for i in range(count)]
    powers = [sum(energy[i:i + WINDOW_STEPS]) / (STEP * WINDOW_STEPS) for i in range(count)]
    if not powers:
        return None
    threshold = min(32768.0 ** 2 * 10 ** (-46 / 10), max(powers) * 10 ** (-32 / 10))
    longest, begin = (0, 0), None
    for i, power in enumerate(powers):
        if power < threshold:
            begin = i if begin is None else begin
            longest = max(longest, (i - begin + WINDOW_STEPS, i + WINDOW_STEPS - 1))
        else:
            begin = None
    return longest[1] * STEP if longest[0] * STEP >= 0.050 * RATE_HZ and longest[1] * STEP < reach else None


class Decoder:
    """Samples of a file, in ascending order."""

    def __init__(self, path):
        command = ["ffmpeg", "-v", "error", "-i", str(path), "-f", "s16le", "-ac", "1",
                   "-ar", str(RATE_HZ), "-"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        self.begin, self.kept = 0, b""

    def samples(self, begin, end):
        """Begins ascend from call to call."""
        while self.begin + len(self.kept) // 2 < end:
            more = self.process.stdout.read(1 << 20)
            if not more:
                break
            self.kept += more
            drop = min(max(begin - self.begin, 0), len(self.kept) // 2)
            self.kept = self.kept[2 * drop:]
            self.begin += drop
        first = 2 * (begin - self.begin)
        return array.array("h", self.kept[first:first + 2 * (end - begin)])

    def close(self):
        self.process.stdout.close()
        self.process.wait()


def measure(path, drawn, count):
    """Distances in ms of the words whose silence is long enough, at most `count`, evenly by voice."""
    wanted = sorted((word, speaker) for speaker, words in drawn.items() for word in words)
    decoder = Decoder(path)
    measured = {}
    for (before, begin, after, text), speaker in wanted:
        found = onset(decoder.samples(before, after), after - before - NEXT_WORD)
        if found is not None:
            distance = (begin - before - found) * 1000 / RATE_HZ
            measured[(begin, speaker)] = (distance, text)
    decoder.close()
    kept = []
    for speaker, words in drawn.items():
        heard = [(measured[(word[1], speaker)], word[1], speaker) for word in words
                 if (word[1], speaker) in measured]
        kept += heard[:math.ceil(count / len(drawn))]
    return kept


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--copies", type=int, default=25)
    parser.add_argument("--words", type=int, default=200)
    parser.add_argument("--voices", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--formats", default="m4b,mp3,opus")
    parser.add_argument("--workdir", type=pathlib.Path, default=pathlib.Path("/tmp/fullcast-word-times"))
    parser.add_argument("--worst", type=int, default=0, help="print so many of the worst words")
    arguments = parser.parse_args()
    failed = False
    for audio_format, (timeline, audio) in render(arguments).items():
        for complaint in check_order(timeline):
            print(f"{audio_format}: out of order: {complaint}")
            failed = True
        chapters = timeline["chapters"]
        per_copy = len(chapters) // arguments.copies
        for name, part in (("start", chapters[:per_copy]), ("end", chapters[-per_copy:])):
            drawn = draw(timeline, part, arguments, random.Random(arguments.seed))
            kept = measure(audio, drawn, arguments.words)
            distances = [abs(word[0][0]) for word in kept]
            far = sum(distance > 25 for distance in distances)
            hours = part[-1]["samples"][1] / RATE_HZ / 3600
            print(f"{audio_format:5} {name:5} ({hours:.1f} h): {len(kept)} words of {len(drawn)} voices, "
                  f"median {statistics.median(distances):.1f} ms, greatest {max(distances):.1f} ms, "
                  f"beyond 25 ms: {far}", flush=True)
            for (distance, text), begin, speaker in sorted(kept, key=lambda w: -abs(w[0][0]))[:arguments.worst]:
                print(f"    {distance:7.1f} ms  {text!r} at {begin / RATE_HZ:.3f} s ({speaker})")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
