#!/usr/bin/python3
"""Measures the sound of every voice preset and writes the figures into the presets' file.

    bench/casting/measure_voices.py [voices/presets.json]  measure all, rewrite gain and measured
    bench/casting/measure_voices.py --check                change nothing; exit 1 if a voice fails

Each preset reads one passage through libespeak-ng, in a process of its own. Measured are: the median
pitch (by autocorrelation), its spread (from the 10th to the 90th percentile), the spectral centroid,
the tempo (against the plain voice of the language at 175 words a minute), the mean of MFCC 1 to 6,
the first three formants, and the loudness (BS.1770) behind the program's own limiter, to which the
gain is fitted.
A preset fails that limits or clips, hardly voices, leaves the natural pitch or the natural formants
of its sex and age, or (--check) is more than 0.3 LU off the common loudness in a book.

Needs python3-numpy, libespeak-ng1, ffmpeg, and the program in build/.
"""
import ctypes
import json
import multiprocessing
import pathlib
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

import numpy as np

PROGRAM = pathlib.Path(__file__).resolve().parents[2] / "build/fullcast"
DATA = "/usr/lib/x86_64-linux-gnu"
RATE_HZ = 22050
VOLUME = 60  # as the synthesizer sets it: eSpeak NG's own limiter stays idle
TARGET_LUFS = -18.0
PEAK_DBFS = -1.0  # raw sound above it has been limited
VOICED = 0.5  # least share of voiced frames; whispers have next to none
PITCH_HZ = {"male": (78, 160), "female": (155, 265), "child": (215, 330)}
LOUDNESS_LU = 0.3  # most that a preset may be off in a book
# Medians of the first three formants over the English passage, by vocal tracts of 18 to 12 cm. Those
# of other languages follow from their vowels: Arabic is half open ones.
FORMANTS_HZ = {"male": ((280, 700), (1000, 2000), (2000, 3100)),
               "female": ((300, 800), (1050, 2300), (2000, 3500)),
               "child": ((320, 950), (1200, 2700), (2400, 4100))}

PASSAGES = {
    "en": "The old house stood at the end of the lane, where nobody ever went after dark. Nothing moved. "
          "Far away, beyond the quiet fields, a church bell struck nine, and the wind carried its last "
          "stroke over the roofs of the village. We shall have to choose, he thought, between the river "
          "and the road; and both of them are long. Joy, pleasure, anger, fear: every voyage begins "
          "with one of these. What will you do, when they ask you? She closed the book and smiled.",
    "fr": "La vieille maison se trouvait au bout du chemin, où personne n'allait plus après la nuit. "
          "Rien ne bougeait. Au loin, derrière les champs, une cloche sonna neuf heures, et le vent en "
          "porta le dernier coup par-dessus les toits du village. Que ferez-vous, quand on vous le "
          "demandera? Elle ferma le livre et sourit.",
    "de": "Das alte Haus stand am Ende des Weges, wo nach Einbruch der Nacht niemand mehr ging. Nichts "
          "rührte sich. Weit hinter den stillen Feldern schlug eine Glocke neun, und der Wind trug "
          "ihren letzten Schlag über die Dächer des Dorfes. Was werden Sie tun, wenn man Sie fragt? "
          "Sie schloss das Buch und lächelte.",
    "es": "La vieja casa estaba al final del camino, donde nadie pasaba después de anochecer. Nada se "
          "movía. A lo lejos, más allá de los campos, una campana dio las nueve, y el viento llevó su "
          "último golpe sobre los tejados del pueblo. ¿Qué hará usted cuando le pregunten? Ella cerró "
          "el libro y sonrió.",
    "it": "La vecchia casa stava in fondo alla strada, dove nessuno andava più dopo il tramonto. Nulla "
          "si muoveva. Lontano, oltre i campi silenziosi, una campana suonò le nove, e il vento ne "
          "portò l'ultimo colpo sopra i tetti del villaggio. Che cosa farà, quando glielo chiederanno? "
          "Lei chiuse il libro e sorrise.",
    "pt": "A velha casa ficava no fim do caminho, onde ninguém passava depois de anoitecer. Nada se "
          "movia. Ao longe, além dos campos, um sino bateu nove horas, e o vento levou a última "
          "pancada sobre os telhados da aldeia. O que fará quando lhe perguntarem? Ela fechou o livro "
          "e sorriu.",
    "nl": "Het oude huis stond aan het einde van de weg, waar na het donker niemand meer kwam. Niets "
          "bewoog. Ver achter de stille velden sloeg een klok negen uur, en de wind droeg de laatste "
          "slag over de daken van het dorp. Wat zult u doen, wanneer ze het u vragen? Zij sloot het "
          "boek en glimlachte.",
    "sv": "Det gamla huset stod vid vägens slut, dit ingen gick efter mörkrets inbrott. Ingenting rörde "
          "sig. Långt bortom de tysta fälten slog en klocka nio, och vinden bar det sista slaget över "
          "byns tak. Vad ska ni göra, när de frågar er? Hon stängde boken och log.",
    "pl": "Stary dom stał na końcu drogi, gdzie po zmroku nikt już nie chodził. Nic się nie poruszało. "
          "Daleko, za cichymi polami, dzwon wybił dziewiątą, a wiatr poniósł ostatnie uderzenie nad "
          "dachami wsi. Co pan zrobi, kiedy o to zapytają? Zamknęła książkę i uśmiechnęła się.",
    "ru": "Старый дом стоял в конце дороги, где после наступления темноты никто не ходил. Ничто не "
          "двигалось. Далеко, за тихими полями, колокол пробил девять, и ветер понёс последний удар "
          "над крышами деревни. Что вы сделаете, когда вас спросят? Она закрыла книгу и улыбнулась.",
    "ar": "كان البيت القديم يقف في آخر الطريق، حيث لا يذهب أحد بعد الغروب. لم يتحرك شيء. وبعيدا، وراء "
          "الحقول الهادئة، دقت الساعة التاسعة، وحملت الريح آخر دقة فوق سطوح القرية. ماذا ستفعل عندما "
          "يسألونك؟ أغلقت الكتاب وابتسمت.",
    "da": "Det gamle hus stod for enden af vejen, hvor ingen gik efter mørkets frembrud. Intet rørte "
          "sig. Langt borte bag de stille marker slog en klokke ni, og vinden bar det sidste slag hen "
          "over landsbyens tage. Hvad vil De gøre, når de spørger Dem? Hun lukkede bogen og smilede.",
    "fi": "Vanha talo seisoi tien päässä, minne kukaan ei enää mennyt pimeän tultua. Mikään ei "
          "liikkunut. Kaukana hiljaisten peltojen takana kello löi yhdeksän, ja tuuli kantoi viimeisen "
          "lyönnin kylän kattojen yli. Mitä aiotte tehdä, kun teiltä kysytään? Hän sulki kirjan ja "
          "hymyili.",
}


def passage_of(preset):
    return PASSAGES[preset["language"].split("-")[0]]


def speak(preset):
    """The preset's passage as samples from -1 to 1."""
    engine = ctypes.CDLL("libespeak-ng.so.1")
    blocks = []

    def keep(samples, count, _events):
        if samples and count > 0:
            blocks.append(np.ctypeslib.as_array(samples, (count,)).copy())
        return 0

    callback = ctypes.CFUNCTYPE(
        ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)(keep)
    if engine.espeak_Initialize(2, 200, DATA.encode(), 0) != RATE_HZ:
        raise RuntimeError("libespeak-ng does not start")
    engine.espeak_SetSynthCallback(callback)
    name = preset["voice"] + ("+" + preset["variant"] if preset.get("variant") else "")
    if engine.espeak_SetVoiceByName(name.encode()) != 0:
        raise RuntimeError(f"eSpeak NG has no voice {name}")
    settings = {1: preset["rate"], 2: VOLUME, 3: preset["pitch"], 4: preset["range"]}
    for parameter, value in settings.items():
        engine.espeak_SetParameter(parameter, value, 0)
    text = passage_of(preset).encode() + b"\0"
    engine.espeak_Synth(text, len(text), 0, 0, 0, 1, None, None)
    return np.concatenate(blocks).astype(float) / 32768


def frames_of(sound, size, hop):
    """Frames with at least a quarter of the sound's RMS, Hann-windowed."""
    count = 1 + max(0, (len(sound) - size) // hop)
    frames = sound[np.arange(size)[None, :] + hop * np.arange(count)[:, None]]
    loud = np.sqrt((frames**2).mean(1)) > 0.25 * np.sqrt((sound**2).mean())
    return frames[loud] * np.hanning(size)


def pitches_of(sound):
    """Pitch in Hz of every voiced frame, and the share of voiced frames."""
    size, hop = RATE_HZ // 20, RATE_HZ // 100
    frames = frames_of(sound, size, hop)
    transform = 4096

    def autocorrelation(x):
        return np.fft.irfft(np.abs(np.fft.rfft(x, transform)) ** 2)[..., :size]

    window = autocorrelation(np.hanning(size))
    correlation = autocorrelation(frames)
    correlation /= np.maximum(correlation[:, :1], 1e-12) * np.maximum(window / window[0], 1e-3)
    shortest, longest = RATE_HZ // 450, RATE_HZ // 60
    found = []
    for row in correlation[:, shortest:longest]:
        best = row.max()
        peaks = np.where((row[1:-1] > row[:-2]) & (row[1:-1] >= row[2:]) & (row[1:-1] > 0.95 * best))[0]
        if best > 0.6 and len(peaks):
            found.append(RATE_HZ / (shortest + peaks[0] + 1))
    found = np.array(found)
    octave = np.abs(np.log2(found / np.median(found))) < 0.7 if len(found) else []  # tracking slips
    return found[octave], len(found) / max(1, len(frames))


def formants_of(sound):
    """Medians of the first three formants in Hz: poles of a linear prediction of voiced frames."""
    rate, order = RATE_HZ // 2, 12
    halved = sound[: len(sound) // 2 * 2].reshape(-1, 2).mean(1)
    halved = np.append(halved[:1], halved[1:] - 0.94 * halved[:-1])
    frames = frames_of(halved, rate // 40, rate // 100)
    found = []
    for frame in frames:
        correlation = np.correlate(frame, frame, "full")[len(frame) - 1:][: order + 1]
        if correlation[1] < 0.5 * correlation[0]:
            continue  # hiss
        toeplitz = correlation[np.abs(np.subtract.outer(np.arange(order), np.arange(order)))]
        toeplitz = toeplitz + 1e-6 * correlation[0] * np.eye(order)
        predictor = np.linalg.solve(toeplitz, correlation[1:])
        poles = np.roots(np.append(1, -predictor))
        poles = poles[poles.imag > 0]
        hz = np.angle(poles) * rate / (2 * np.pi)
        width = -np.log(np.abs(poles)) * rate / np.pi
        hz = np.sort(hz[(width < 400) & (hz > 150)])
        if len(hz) >= 3:
            found.append(hz[:3])
    return np.median(found, axis=0) if found else np.zeros(3)


def mel_filters(size, bands=26, low_hz=80, high_hz=8000):
    mel = lambda hz: 2595 * np.log10(1 + hz / 700)
    edges = 700 * (10 ** (np.linspace(mel(low_hz), mel(high_hz), bands + 2) / 2595) - 1)
    bins = np.arange(size // 2 + 1) * RATE_HZ / size
    return np.array([np.clip(np.minimum((bins - a) / (b - a), (c - bins) / (c - b)), 0, None)
                     for a, b, c in zip(edges, edges[1:], edges[2:])])


def timbre_of(sound):
    """Spectral centroid in Hz (median) and the mean of MFCC 1 to 6."""
    size = 512
    power = np.abs(np.fft.rfft(frames_of(sound, size, 220))) ** 2
    bins = np.arange(size // 2 + 1) * RATE_HZ / size
    centroid = np.median((power * bins).sum(1) / power.sum(1))
    bands = np.log(power @ mel_filters(size).T + 1e-10)
    k = np.arange(bands.shape[1])
    cosines = np.cos(np.pi * np.arange(1, 7)[:, None] * (k + 0.5) / len(k)) * np.sqrt(2 / len(k))
    return centroid, (bands @ cosines.T).mean(0)


def loudness_of(preset, gain):
    """Integrated loudness in LUFS (BS.1770) of the passage as a book has it: through the program,
    with its trimming, this gain and its limiter."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "voices").mkdir()
        (folder / "voices/presets.json").write_text(
            format_presets([{**preset, "gain": gain}]), encoding="utf-8")
        subprocess.run([PROGRAM, "voices", preset["name"], "--say", passage_of(preset), "-o",
                        "said.wav", "--quiet"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        command = ["ffmpeg", "-hide_banner", "-nostats", "-i", "said.wav", "-af", "ebur128", "-f",
                   "null", "-"]
        report = subprocess.run(command, cwd=folder, check=True, capture_output=True).stderr.decode()
    return float(re.findall(r"I:\s+(-?[\d.]+) LUFS", report)[-1])


def gain_of(preset):
    """What brings the passage to the common loudness; the limiter takes some of it away."""
    gain = preset.get("gain", 0)
    for _ in range(4):
        gain += TARGET_LUFS - loudness_of(preset, gain)
    return round(gain, 1)


def plain_voice(preset):
    return {**preset, "variant": "", "pitch": 50, "range": 50, "rate": 175}


def run_alone(function, argument):
    """In a process of its own: eSpeak NG remembers what it spoke."""
    with multiprocessing.Pool(1) as pool:
        return pool.apply(function, (argument,))


def measure(preset):
    sound = run_alone(speak, preset)
    plain = run_alone(speak, plain_voice(preset))
    pitches, voiced = pitches_of(sound)
    centroid, mfcc = timbre_of(sound)
    low, median, high = np.percentile(pitches, [10, 50, 90]) if len(pitches) else (1, 1, 1)
    return {
        "peak_dbfs": 20 * np.log10(np.abs(sound).max()),
        "voiced": voiced,
        "formants": formants_of(sound),
        "lufs": loudness_of(preset, preset.get("gain", 0)),
        "measured": {
            "f0_hz": round(float(median), 1),
            "f0_spread_semitones": round(float(12 * np.log2(high / low)), 1),
            "centroid_hz": round(float(centroid)),
            "tempo_wpm": round(175 * len(plain) / len(sound)),
            "mfcc": [round(float(value), 2) for value in mfcc],
        },
    }


def complaints(preset, result):
    if result["peak_dbfs"] > PEAK_DBFS:
        yield f"peaks at {result['peak_dbfs']:.1f} dBFS"
    if result["voiced"] < VOICED:
        yield f"only {100 * result['voiced']:.0f} % voiced"
    kind = "child" if preset.get("age") == "child" else preset["sex"]
    is_english = preset["language"].startswith("en")
    for number, (low, high) in enumerate(FORMANTS_HZ[kind] if is_english else ()):
        if not low <= result["formants"][number] <= high:
            yield f"formant {number + 1} at {result['formants'][number]:.0f} Hz outside {low} to {high}"
    low, high = PITCH_HZ[kind]
    if not low <= result["measured"]["f0_hz"] <= high:
        yield f"pitch {result['measured']['f0_hz']} Hz outside {low} to {high}"


def format_presets(presets):
    """Four lines a preset: who it is, what it is like, how the engine makes it, what was measured."""
    groups = [["name", "sex", "age", "language", "quality", "narrator"], ["description"],
              ["voice", "variant", "pitch", "range", "rate", "gain"], ["measured"]]
    text = []
    for preset in presets:
        lines = []
        for group in groups:
            members = [f'{json.dumps(key)}: {json.dumps(preset[key], ensure_ascii=False)}'
                       for key in group if key in preset]
            lines.append(", ".join(members))
        text.append("  {" + ",\n   ".join(line for line in lines if line) + "}")
    return '{"presets": [\n' + ",\n".join(text) + "\n]}\n"


def main():
    arguments = [a for a in sys.argv[1:] if a != "--check"]
    check = "--check" in sys.argv[1:]
    path = arguments[0] if arguments else "voices/presets.json"
    with open(path, encoding="utf-8") as file:
        presets = json.load(file)["presets"]
    with ThreadPoolExecutor(multiprocessing.cpu_count()) as threads:
        results = list(threads.map(measure, presets))
    failed = 0
    for preset, result in zip(presets, results):
        problems = list(complaints(preset, result))
        if check and abs(result["lufs"] - TARGET_LUFS) > LOUDNESS_LU:
            problems.append(f"{result['lufs']} LUFS in a book")
        failed += bool(problems)
        measured = result["measured"]
        formants = " ".join(f"{hz:4.0f}" for hz in result["formants"])
        print(f"{preset['name']:17} {preset['sex']:6} {preset.get('age', 'adult'):5} "
              f"{measured['f0_hz']:6.1f} Hz formants {formants} "
              f"{measured['f0_spread_semitones']:5.1f} st {measured['centroid_hz']:5} Hz "
              f"{measured['tempo_wpm']:4} wpm  {result['lufs']:6.1f} LUFS "
              f"peak {result['peak_dbfs']:5.1f}  {'; '.join(problems) or 'good'}")
        if not check:
            preset.update(gain=gain_of(preset), measured=measured)
    if not check:
        with open(path, "w", encoding="utf-8") as file:
            file.write(format_presets(presets))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
