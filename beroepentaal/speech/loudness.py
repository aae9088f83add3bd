"""Makes every sound equally loud and cuts the silence around it, whatever voice or microphone it came from.

Loudness is ITU-R BS.1770-4 (gated, mono); filters after R. Bristow-Johnson, "Audio EQ Cookbook".
"""

import math

import numpy as np
from numpy.typing import NDArray

from beroepentaal.speech.samples import Samples

TARGET_LUFS = -20.0
HIGHEST_PEAK_DBFS = -2.0
"""Leaves a decibel for what coding adds."""
QUIETEST_SPEECH_LUFS = -60.0
MOST_GAIN_DB = 30.0
KEPT_SILENCE = 0.08
"""Seconds left before and after the speech."""


def loudness(samples: Samples, rate: int) -> float:
    """Integrated loudness in LUFS; -70 for silence."""
    power = _k_weighted(samples, rate) ** 2
    block, hop = int(0.4 * rate), int(0.1 * rate)
    if len(power) < block:
        return _decibel(power.mean()) - 0.691 if len(power) else -70.0
    sums = np.concatenate(([0.0], np.cumsum(power)))
    starts = np.arange(0, len(power) - block + 1, hop)
    blocks = (sums[starts + block] - sums[starts]) / block
    loud = blocks[_decibels(blocks) - 0.691 >= -70.0]
    if not len(loud):
        return -70.0
    gate = _decibel(loud.mean()) - 10.0
    return _decibel(loud[_decibels(loud) >= gate].mean()) - 0.691


def levelled(samples: Samples, rate: int) -> Samples:
    """At TARGET_LUFS, where its peaks stick out no more than 6 dB: they are rounded off, never clipped.

    Near-silence is left alone.
    """
    present = loudness(samples, rate)
    if present < QUIETEST_SPEECH_LUFS:
        return samples
    gain = 10 ** (min(TARGET_LUFS - present, MOST_GAIN_DB) / 20)
    room = 10 ** (HIGHEST_PEAK_DBFS / 20) / float(np.abs(samples).max())
    return _rounded_off((samples * min(gain, 2 * room)).astype(np.float32))


def _rounded_off(samples: Samples) -> Samples:
    """Without peaks over HIGHEST_PEAK_DBFS: what lies over half of it is bent smoothly into the room that is left."""
    highest = 10 ** (HIGHEST_PEAK_DBFS / 20)
    size = np.abs(samples)
    if not len(samples) or size.max() <= highest:
        return samples
    knee = highest / 2
    bent = knee + (highest - knee) * np.tanh((size - knee) / (highest - knee))
    return np.where(size > knee, np.sign(samples) * bent, samples).astype(np.float32)


def trimmed(samples: Samples, rate: int) -> Samples:
    """Without the silence at both ends; what is silent depends on the noise of the room."""
    frame = rate // 100
    count = len(samples) // frame
    if count < 5:
        return samples
    power = (samples[: count * frame].astype(np.float64).reshape(count, frame) ** 2).mean(axis=1)
    smooth = np.convolve(np.pad(power, 1, "edge"), np.ones(3) / 3, "valid")
    level = _decibels(smooth)
    noise = float(np.percentile(level, 10))
    threshold = max(level.max() - 45.0, min(noise + 8.0, level.max() - 12.0))
    speech = np.flatnonzero(level > threshold)
    kept = int(KEPT_SILENCE * rate)
    return samples[max(0, speech[0] * frame - kept) : (speech[-1] + 1) * frame + kept]


def _decibels(power: NDArray[np.float64]) -> NDArray[np.float64]:
    return 10 * np.log10(power + 1e-12)


def _decibel(power: float) -> float:
    return 10 * math.log10(power + 1e-12)


def _k_weighted(samples: Samples, rate: int) -> NDArray[np.float64]:
    """The signal as the ear weighs it: a high shelf of +4 dB at 1500 Hz and a high-pass at 38 Hz."""
    size = 1 << math.ceil(math.log2(len(samples) + rate // 2))
    delay = np.exp(-2j * np.pi * np.fft.rfftfreq(size))
    spectrum = np.fft.rfft(samples.astype(np.float64), size)
    for above, below in (_high_shelf(rate, 4.0, 1500.0), _high_pass(rate, 0.5, 38.0)):
        spectrum *= np.polyval(above[::-1], delay) / np.polyval(below[::-1], delay)
    return np.fft.irfft(spectrum, size)[: len(samples)]


Biquad = tuple[NDArray[np.float64], NDArray[np.float64]]


def _high_shelf(rate: int, gain: float, frequency: float) -> Biquad:
    a, omega = 10 ** (gain / 40), 2 * math.pi * frequency / rate
    cosine, slope = math.cos(omega), math.sqrt(2 * a) * math.sin(omega)
    above = [(a + 1) + (a - 1) * cosine + slope, -2 * ((a - 1) + (a + 1) * cosine), (a + 1) + (a - 1) * cosine - slope]
    below = [(a + 1) - (a - 1) * cosine + slope, 2 * ((a - 1) - (a + 1) * cosine), (a + 1) - (a - 1) * cosine - slope]
    return a * np.array(above), np.array(below)


def _high_pass(rate: int, quality: float, frequency: float) -> Biquad:
    omega = 2 * math.pi * frequency / rate
    cosine, alpha = math.cos(omega), math.sin(omega) / (2 * quality)
    above = [(1 + cosine) / 2, -(1 + cosine), (1 + cosine) / 2]
    return np.array(above), np.array([1 + alpha, -2 * cosine, 1 - alpha])
