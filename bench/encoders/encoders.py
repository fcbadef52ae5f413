#!/usr/bin/env python3
"""Compares the encoders and settings that libav has for speech: quality at equal bit rate, and speed.

    bench/encoders/encoders.py TEXT [--bytes 7000] [--rate 64] [--only REGEX] [--save FOLDER]

TEXT is produced by fullcast, mastered, as WAV at 22.05 kHz. Each setting is asked for the bit rate at
which its packets really have --rate kbit/s (within 1 %, of packets alone, whatever the file around
them takes), then decoded, aligned and measured by quality.py. Speed is sound over the CPU time of
encoding, the start of ffmpeg and the reading taken off. Prints a Markdown table; --save writes it and
a plot to FOLDER/<rate>kbps.md and .svg. Needs ffmpeg and Debian's python3-numpy, -scipy, -matplotlib
(run it by /usr/bin/python3).
"""
import argparse
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

import numpy as np
from scipy.signal import correlate

import quality

ROOT = pathlib.Path(__file__).resolve().parents[2]
RATE_HZ = 22_050
AAC_PLAIN = "-aac_coder fast -aac_pns 0 -aac_tns 0"
SETTINGS = {
    "aac fast": "-c:a aac -aac_coder fast",
    "aac fast, no PNS": "-c:a aac -aac_coder fast -aac_pns 0",
    "aac fast, no TNS": "-c:a aac -aac_coder fast -aac_tns 0",
    "aac fast, no PNS, TNS": f"-c:a aac {AAC_PLAIN}",
    **{f"aac fast, no PNS, TNS; cutoff {khz} kHz": f"-c:a aac {AAC_PLAIN} -cutoff {khz}000"
       for khz in (8, 9, 10)},
    "aac fast, no PNS, TNS; LTP": f"-c:a aac {AAC_PLAIN} -profile:a aac_ltp -aac_ltp 1 -strict -2",
    "aac fast, no PNS, TNS; Main": f"-c:a aac {AAC_PLAIN} -profile:a aac_main -aac_pred 1",
    **{f"aac fast{name}; VBR": f"-c:a aac -aac_coder fast {options} -q:a {{q}}" for name, options in {
        "": "", ", no PNS": "-aac_pns 0", ", no PNS, TNS": "-aac_pns 0 -aac_tns 0",
        **{f", no PNS, TNS; cutoff {khz} kHz": f"-aac_pns 0 -aac_tns 0 -cutoff {khz}000" for khz in (9, 10)}}.items()},
    "aac twoloop": "-c:a aac",
    "aac twoloop, no PNS, TNS; VBR": "-c:a aac -aac_pns 0 -aac_tns 0 -q:a {q}",
    "aac twoloop, no PNS": "-c:a aac -aac_pns 0",
    "aac twoloop, no TNS": "-c:a aac -aac_tns 0",
    "aac twoloop, no PNS, TNS": "-c:a aac -aac_pns 0 -aac_tns 0",
    **{f"aac twoloop, no PNS, TNS; cutoff {khz} kHz":
       f"-c:a aac -aac_pns 0 -aac_tns 0 -cutoff {khz}000" for khz in (8, 9, 10)},
    "aac anmr": "-c:a aac -aac_coder anmr -strict experimental",
    **{f"mp3 quality {n}": f"-c:a libmp3lame -reservoir 0 -compression_level {n}"
       for n in (0, 2, 3, 5, 7, 9)},
    **{f"opus complexity {n}": f"-c:a libopus -application audio -compression_level {n}"
       for n in (0, 2, 3, 5, 6, 8, 10)},
    "opus complexity 5; constrained": "-c:a libopus -application audio -compression_level 5 -vbr constrained",
    "mp3 quality 7; ABR": "-c:a libmp3lame -reservoir 0 -compression_level 7 -abr 1",
    **{f"mp3 quality {n}; VBR": f"-c:a libmp3lame -reservoir 0 -compression_level {n} -q:a {{v}}" for n in (2, 7)},
    "opus voip 10": "-c:a libopus -application voip -compression_level 10",
}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout


def cpu_seconds(action):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    action()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def read_samples(path):
    raw = run("ffmpeg", "-v", "error", "-i", path, "-ac", "1", "-ar", str(RATE_HZ), "-f", "f32le", "-")
    return np.frombuffer(raw, np.float32).astype(np.float64)


def aligned(speech, decoded):
    """The decoded sound, moved to where it is most like the speech, and as long."""
    most = 4096
    part = slice(most, min(len(speech), 60 * RATE_HZ))
    window = np.pad(decoded, (most, most + len(speech)))[part.start:part.stop + 2 * most]
    shift = int(np.argmax(correlate(window, speech[part], mode="valid", method="fft"))) - most
    moved = decoded[shift:] if shift >= 0 else np.pad(decoded, (-shift, 0))
    return np.pad(moved, (0, max(0, len(speech) - len(moved))))[:len(speech)]


class Passage:
    """Some minutes of speech, and what encoders make of it."""

    def __init__(self, wav, folder):
        self.wav, self.out = wav, os.path.join(folder, "out.mka")
        self.speech = read_samples(wav)
        self.seconds = len(self.speech) / RATE_HZ
        self.ear = quality.Ear(self.speech, RATE_HZ)
        self.overhead = min(cpu_seconds(lambda: self.encode("-c:a pcm_f32le", 0)) for _ in range(3))

    def encode(self, options, bit_rate):
        """At a constant bit rate, or at a constant quality of about that: AAC's {q}, LAME's {v}, 0 (best) to 10."""
        rate = [] if re.search("{[qv]}", options) else ["-b:a", str(round(bit_rate))]
        lame = min(max(10 - 6 * bit_rate / 64_000, 0), 9.999)
        run("ffmpeg", "-v", "error", "-y", "-i", self.wav, *options.format(q=bit_rate / 64_000, v=lame).split(), *rate,
            self.out)

    def packets_rate(self):
        """Bits a second of what encode() wrote, its packets alone."""
        sizes = run("ffprobe", "-v", "error", "-show_entries", "packet=size", "-of", "csv=p=0", self.out)
        return 8 * sum(int(size) for size in re.findall(rb"\d+", sizes)) / self.seconds

    def measure(self, options, target):
        asked = target
        for _ in range(8):
            cost = cpu_seconds(lambda: self.encode(options, asked))
            got = self.packets_rate()
            if abs(got / target - 1) < 0.01:
                break
            asked *= target / got
        decoded = aligned(self.speech, read_samples(self.out))
        return {
            "kbps": got / 1000,
            "nmr": self.ear.noise_to_mask_db(decoded),
            "snr": quality.segmental_snr_db(self.speech, decoded, RATE_HZ),
            "lsd": quality.log_spectral_distance_db(self.speech, decoded),
            "speed": self.seconds / max(cost - self.overhead, 0.01),
        }


def table(results, passage, target):
    lines = [f"{passage.seconds / 60:.1f} minutes of speech; asked for {target / 1000:g} kbit/s of packets. "
             "NMR and LSD: less is better; SNR and speed: more is.", "",
             "| setting | kbit/s | NMR dB | segmental SNR dB | LSD dB | x real time |",
             "|---|---|---|---|---|---|"]
    for name, r in sorted(results.items(), key=lambda item: item[1]["nmr"]):
        lines.append(f"| {name} | {r['kbps']:.1f} | {r['nmr']:.1f} | {r['snr']:.1f} | {r['lsd']:.2f} "
                     f"| {r['speed']:.0f} |")
    return "\n".join(lines) + "\n"


def plot(results, path):
    import matplotlib
    matplotlib.use("svg")
    matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "fullcast"})
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(figsize=(9, 6))
    colors = {"aac": "tab:blue", "mp3": "tab:orange", "opus": "tab:green"}
    for name, r in results.items():
        color = colors[name.split()[0]]
        axes.plot(r["speed"], r["nmr"], "o", color=color)
        axes.annotate(name, (r["speed"], r["nmr"]), fontsize=7, color=color, xytext=(4, 3),
                      textcoords="offset points")
    axes.set(xscale="log", xlabel="times as fast as it plays, one core (right is better)",
             ylabel="noise-to-mask ratio, dB (down is better)")
    axes.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=pathlib.Path)
    parser.add_argument("--bytes", type=int, default=7000, help="how much of the text")
    parser.add_argument("--rate", type=float, default=64, help="kbit/s")
    parser.add_argument("--only", default="", help="settings whose name has this")
    parser.add_argument("--save", type=pathlib.Path)
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build" / "fullcast")
    arguments = parser.parse_args()
    target = arguments.rate * 1000
    with tempfile.TemporaryDirectory() as folder:
        text, wav = os.path.join(folder, "book.txt"), os.path.join(folder, "book.wav")
        pathlib.Path(text).write_bytes(arguments.text.read_bytes()[:arguments.bytes])
        run(str(arguments.program), "produce", text, "--workdir", folder, "--format", "wav", "-o", wav,
            "--no-cache", "--quiet")
        passage = Passage(wav, folder)
        results = {}
        for name, options in SETTINGS.items():
            if not re.search(arguments.only, name):
                continue
            try:
                results[name] = passage.measure(options, target)
            except subprocess.CalledProcessError as error:
                print(f"{name} left out: {error.stderr.decode().strip()}", file=sys.stderr)
                continue
            print(name, {key: round(value, 2) for key, value in results[name].items()},
                  file=sys.stderr, flush=True)
    shown = table(results, passage, target)
    print(shown, end="")
    if arguments.save:
        name = f"{arguments.rate:g}kbps"
        (arguments.save / f"{name}.md").write_text(shown)
        plot(results, arguments.save / f"{name}.svg")


if __name__ == "__main__":
    main()
