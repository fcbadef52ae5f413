#!/usr/bin/env python3
"""Whether the page that plays a book shows the word that is heard.

    bench/publish/read_along.py [--times 50] [--seed 1] [--formats m4b,mp3,opus] [--copies 1]
                                [--workdir /tmp/fullcast-read-along]

Renders the sample story, --copies times over, with its page, and opens the page in headless
Chromium. There it seeks to --times seeded places, plays, and takes in one moment the word that is
shown and the sound that has just left the player (by Web Audio). Where that sound stands in the
file is found by its envelope in what ffmpeg decodes, so neither the browser's clock nor the page's
times are trusted. Prints how many of the words are those that the timeline has at the sound's
place, and how far the player's clock is from it.
"""
import argparse
import array
import functools
import http.server
import json
import pathlib
import random
import statistics
import subprocess
import sys
import threading

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/browser"))
sys.path.insert(0, str(ROOT / "bench/publish"))
import browser  # noqa: E402  (found by the line above)
import word_times  # noqa: E402

RATE_HZ = 22050
STEP = RATE_HZ // 1000
TOLERANCE_SECONDS = 0.05  # a picture of the screen, and a buffer of sound

# Sound comes in buffers of 1,024 at the context's rate; the last half second of it is kept.
SCRIPT = """
const context = new AudioContext({sampleRate: %d}), kept = [];
const tap = context.createScriptProcessor(1024, 1, 1);
context.createMediaElementSource(audio).connect(tap);
tap.connect(context.destination);
let arrived = null;
tap.onaudioprocess = event => {
  kept.push(...event.inputBuffer.getChannelData(0));
  if (kept.length > 16384) kept.splice(0, kept.length - 16384);
  if (arrived) arrived();
};
const wait = ms => new Promise(done => setTimeout(done, ms));
if (audio.readyState < 1) await new Promise(done => audio.onloadedmetadata = done);
const result = [];
for (const seconds of %s) {
  audio.currentTime = seconds;
  await new Promise(done => audio.addEventListener('seeked', done, {once: true}));
  kept.length = 0;
  await audio.play();
  await wait(900);
  await new Promise(done => arrived = done);
  arrived = null;
  const clock = audio.currentTime, word = document.querySelector('b.now');
  result.push([clock, words.indexOf(word), word.textContent, kept.slice(-11025).map(x => Math.round(x * 32767))]);
  audio.pause();
}
return result;
"""


class RangeHandler(http.server.SimpleHTTPRequestHandler):
    """Files, and parts of them, as a player asks for."""

    def do_GET(self):
        asked = self.headers.get("Range")
        path = pathlib.Path(self.translate_path(self.path))
        if asked is None or not path.is_file():
            return super().do_GET()
        size = path.stat().st_size
        first, last = asked.removeprefix("bytes=").split("-")
        begin, end = int(first), min(int(last) if last else size - 1, size - 1)
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Range", f"bytes {begin}-{end}/{size}")
        self.send_header("Content-Length", str(end - begin + 1))
        self.end_headers()
        try:
            with open(path, "rb") as file:
                file.seek(begin)
                self.wfile.write(file.read(end - begin + 1))
        except (BrokenPipeError, ConnectionResetError):
            pass

    def log_message(self, *_):
        pass


def serve(folder):
    handler = functools.partial(RangeHandler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


def render(arguments, kind):
    """The page, the audio file and the timeline."""
    book = arguments.workdir / "read-along"
    word_times.make_book(book, arguments.copies)
    output = arguments.workdir / f"{kind}/read-along.{kind}"
    output.parent.mkdir(parents=True, exist_ok=True)
    timeline = arguments.workdir / f"{kind}.timeline.json"
    command = [ROOT / "build/fullcast", "produce", book, "-o", output, "--workdir", arguments.workdir,
               "--read-along", "html", "--timeline", timeline, "--force", "--quiet"]
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)
    return output.with_suffix(".html"), output, json.loads(timeline.read_text(encoding="utf-8"))


def envelope(samples):
    """The mean level of each millisecond."""
    return [sum(abs(s) for s in samples[at:at + STEP]) for at in range(0, len(samples) - STEP + 1, STEP)]


def decode(audio, workdir):
    """A file with the samples, 16 bits each."""
    decoded = workdir / "decoded.raw"
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-i", audio, "-ac", "1", "-ar", str(RATE_HZ), "-f", "s16le",
                    decoded], check=True)
    return decoded


def place(sound, decoded_path, clock):
    """Where in the file this sound ends, in seconds; None: not near the clock."""
    around = int(0.6 * RATE_HZ)
    begin = max(0, int(clock * RATE_HZ) - len(sound) - around)
    with open(decoded_path, "rb") as file:
        file.seek(2 * begin)
        decoded = array.array("h", file.read(2 * (len(sound) + 2 * around)))
    heard, there = envelope(sound), envelope(decoded)
    if max(heard) < STEP * 300:
        return None  # a pause
    best = min(range(len(there) - len(heard) + 1),
               key=lambda at: sum(abs(a - b) for a, b in zip(heard, there[at:at + len(heard)])))
    off = sum(abs(a - b) for a, b in zip(heard, there[best:best + len(heard)])) / sum(heard)
    return (begin + best * STEP + len(sound)) / RATE_HZ if off < 0.3 else None


def words_of(timeline):
    """Begin in seconds of each word as the page has them: what is said otherwise than written is one."""
    begins = []
    for chapter in timeline["chapters"]:
        for segment in chapter["segments"]:
            begins.append(segment["samples"][0] / RATE_HZ)
            if "say" not in segment:
                begins += [word[2] / RATE_HZ for word in segment["words"][1:]]
    return begins


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--formats", default="m4b,mp3,opus")
    parser.add_argument("--workdir", type=pathlib.Path, default=pathlib.Path("/tmp/fullcast-read-along"))
    arguments = parser.parse_args()
    wrong = 0
    for kind in arguments.formats.split(","):
        page, audio, timeline = render(arguments, kind)
        begins = words_of(timeline)
        end = timeline["chapters"][-1]["samples"][1] / RATE_HZ
        rng = random.Random(arguments.seed)
        times = [round(rng.uniform(0, end - 2), 3) for _ in range(arguments.times)]
        with browser.Page(f"{serve(audio.parent)}/{page.name}") as tab:
            taken = tab.run(SCRIPT % (RATE_HZ, json.dumps(times)))
        decoded = decode(audio, arguments.workdir)
        right, unclear, clocks = 0, 0, []
        for clock, number, text, sound in taken:
            heard = place(sound, decoded, clock)
            if heard is None:
                unclear += 1
                heard = clock
            else:
                clocks.append(abs(clock - heard) * 1000)
            following = begins[number + 1] if number + 1 < len(begins) else end
            if begins[number] - TOLERANCE_SECONDS <= heard <= following + TOLERANCE_SECONDS:
                right += 1
            else:
                print(f"    {kind}: {text!r} is shown at {clock:.3f} s, where {heard:.3f} s is heard")
        wrong += len(taken) - right
        print(f"{kind:5} {right} of {len(taken)} words are those that are heard ({unclear} by the clock: the sound was "
              f"a pause, or broke off); the player's clock is {statistics.median(clocks):.0f} ms from the sound, "
              f"at most {max(clocks):.0f} ms", flush=True)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
