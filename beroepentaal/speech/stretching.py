"""Says it again slower, at the same pitch, for who could not follow.

WSOLA: W. Verhelst and M. Roelands, "An overlap-add technique based on waveform similarity (WSOLA) for high quality
time-scale modification of speech", ICASSP 1993.
"""

import numpy as np

from beroepentaal.classroom.ports import Sound
from beroepentaal.speech.samples import Samples, samples_of, sound_of

HALF_WINDOW_SECONDS = 0.015
SEARCHED_SECONDS = 0.008
"""To either side; together one period of the lowest voices."""


def slow(sound: Sound, pace: float = 0.75) -> Sound:
    return sound_of(stretched(samples_of(sound), sound.rate, pace), sound.rate)


def stretched(samples: Samples, rate: int, pace: float) -> Samples:
    """len(samples) / pace samples; what was at t is at t / pace, give or take SEARCHED_SECONDS.

    Window k has its middle at k * half in the result. In the sound it has it near k * half * pace: there where its first
    half is most like what follows the window before, over which it is faded in. So no sample is louder than it was.
    """
    half, reach = int(HALF_WINDOW_SECONDS * rate), int(SEARCHED_SECONDS * rate)
    length = round(len(samples) / pace)
    blocks = np.empty((-(-length // half), half), np.float32)
    padded = np.pad(samples, (half + reach, int(half * pace) + half + reach + 2))
    loudness = _loudness(padded, half)
    fade_in = np.hanning(2 * half + 1)[:half].astype(np.float32)
    nearness = -1e-9 * np.abs(np.arange(-reach, reach + 1))  # in silence, where all is alike, stay
    follows = padded[half + reach :][:half]
    for number in range(len(blocks)):
        earliest = int((number + 1) * half * pace)
        alike = np.correlate(padded[earliest : earliest + 2 * reach + half], follows)
        start = earliest + int((alike / loudness[earliest : earliest + len(alike)] + nearness).argmax())
        blocks[number] = follows + (padded[start : start + half] - follows) * fade_in
        follows = padded[start + half : start + 2 * half]
    return blocks.ravel()[:length]


def _loudness(samples: Samples, size: int) -> Samples:
    """Of the `size` samples from each on: what likeness is divided by, or the loudest place would seem the most alike."""
    sums = np.concatenate(([0.0], np.cumsum(samples.astype(np.float64) ** 2)))
    power: Samples = (np.maximum(sums[size:] - sums[:-size], 0) + 1e-6).astype(np.float32)
    return np.sqrt(power)
