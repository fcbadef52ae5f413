"""How far decoded speech is from what was encoded, by three measures. Mono, floats in -1 to 1.

- noise-to-mask ratio, in dB, lower is better: the mean over frames and bands of the noise's energy
  over what the speech masks. The ear's model of ITU-R BS.1387-1 (annex 2, FFT-based, sections 2.1 to
  3.3), "Total NMR" of its section 4.5: above 0 dB noise is heard, below -10 dB hardly ever.
- segmental SNR, in dB, higher is better: of frames of 20 ms, each between -10 and 60 dB.
- log-spectral distance, in dB, lower is better: of spectra of 46 ms above -70 dB of full scale.

Frames in which there is no speech (quieter than -60 dB of full scale) count in none of them.
"""
import numpy as np
from scipy.signal import get_window, stft

FRAME = 1024  # 46 ms at 22.05 kHz; the standard's 2,048 at 48 kHz are 43 ms
BAND_BARK = 0.25
FULL_SCALE_DB_SPL = 92  # what the standard assumes of a listener
SILENCE_DB = -60


def spectra(samples):
    """Magnitudes, a frame a row; a sine of full scale has a peak of 1."""
    _, _, found = stft(samples, window=get_window("hann", FRAME), nperseg=FRAME, noverlap=FRAME // 2,
                       boundary=None)
    return 2 * np.abs(found.T)


def speech_frames(samples, length, step):
    """The frames that are not silent, as indices of their first samples."""
    starts = np.arange(0, len(samples) - length + 1, step)
    energy = np.concatenate([[0], np.cumsum(samples.astype(np.float64) ** 2)])
    mean = (energy[starts + length] - energy[starts]) / length
    return starts[10 * np.log10(mean + 1e-20) > SILENCE_DB]


class Ear:
    """What one passage of speech masks."""

    def __init__(self, speech, rate_hz):
        self.frames = speech_frames(speech, FRAME, FRAME // 2) // (FRAME // 2)
        khz = np.fft.rfftfreq(FRAME, 1 / rate_hz) / 1000
        khz[0] = khz[1]
        weight_db = (-0.6 * 3.64 * khz ** -0.8 + 6.5 * np.exp(-0.6 * (khz - 3.3) ** 2)
                     - 1e-3 * khz ** 3.6)
        self.weight = 10 ** ((weight_db + FULL_SCALE_DB_SPL) / 20)
        bark = 7 * np.arcsinh(khz * 1000 / 650)
        lowest, highest = 7 * np.arcsinh(80 / 650), bark[-1]
        centres = np.arange(lowest, highest, BAND_BARK) + BAND_BARK / 2
        # A band holds the bins whose centre is in it, or else the nearest one's share.
        self.bands = (np.abs(bark[:, None] - centres) <= BAND_BARK / 2).astype(float)
        for band in np.flatnonzero(self.bands.sum(axis=0) == 0):
            nearest = np.argmin(np.abs(bark - centres[band]))
            width = bark[min(nearest + 1, len(bark) - 1)] - bark[nearest - 1]
            self.bands[nearest, band] = BAND_BARK / (width / 2)
        self.weighted = spectra(speech)[self.frames] * self.weight
        self.mask = self.mask_of(self.weighted ** 2 @ self.bands, centres)

    @staticmethod
    def mask_of(energy, centres):
        hz = 650 * np.sinh(centres / 7)
        internal = 10 ** (0.4 * 0.364 * (hz / 1000) ** -0.8)
        energy = np.maximum(energy + internal, 1e-12)
        distance = centres[None, :] - centres[:, None]  # from the masker to the masked
        spread = np.zeros_like(energy)
        for masker, hertz in enumerate(hz):
            level = 10 * np.log10(energy[:, masker])
            upper = -24 - 230 / hertz + 0.2 * level  # dB a Bark; 27 below the masker
            decay_db = np.where(distance[masker] < 0, 27 * distance[masker],
                                upper[:, None] * distance[masker])
            share = 10 ** (decay_db / 10)
            share /= share.sum(axis=1, keepdims=True)
            spread += (energy[:, masker, None] * share) ** 0.4
        # The same for a flat spectrum of 0 dB, by which the standard normalises.
        flat = np.zeros(len(centres))
        for masker, hertz in enumerate(hz):
            share = 10 ** (np.where(distance[masker] < 0, 27 * distance[masker],
                                    (-24 - 230 / hertz) * distance[masker]) / 10)
            flat += (share / share.sum()) ** 0.4
        excitation = spread ** 2.5 / flat ** 2.5
        offset_db = np.where(centres - centres[0] <= 12, 3, 0.25 * (centres - centres[0]))
        return excitation / 10 ** (offset_db / 10)

    def noise_to_mask_db(self, decoded):
        noise = np.abs(spectra(decoded)[self.frames] * self.weight - self.weighted) ** 2 @ self.bands
        return 10 * np.log10(np.mean(noise / self.mask))


def segmental_snr_db(speech, decoded, rate_hz):
    length = rate_hz // 50
    at = speech_frames(speech, length, length)[:, None] + np.arange(length)
    noise = np.sum((speech[at] - decoded[at]) ** 2, axis=1)
    ratio = 10 * np.log10(np.sum(speech[at] ** 2, axis=1) / np.maximum(noise, 1e-20))
    return float(np.mean(np.clip(ratio, -10, 60)))


def log_spectral_distance_db(speech, decoded):
    frames = speech_frames(speech, FRAME, FRAME // 2) // (FRAME // 2)
    levels = [20 * np.log10(np.maximum(spectra(x)[frames], 10 ** (-70 / 20))) for x in (speech, decoded)]
    return float(np.mean(np.sqrt(np.mean((levels[0] - levels[1]) ** 2, axis=1))))
