"""Follows the melody of a voice, so that a trainee sees where a word goes up and down.

YIN: A. de Cheveigné and H. Kawahara, "YIN, a fundamental frequency estimator for speech and music", JASA 111 (2002).
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from beroepentaal.speech.samples import Samples

LOWEST_HZ, HIGHEST_HZ = 60, 500
COMPARED_SECONDS = 0.025
"""How much of the sound is compared with itself a period later; the paper's own choice."""
MOST_APERIODIC = 0.35
"""Share of the power that does not come back a period later; 0.35 is a voice 3 dB above noise. Breath has 0.42 and more."""
ABOUT_AS_PERIODIC = 0.05
"""Two periods fit as well as one; of periods that fit about equally well the shortest is meant."""
SOFTEST_VOICE_DB = 40.0
"""Below the loudest moment; what is softer is the room."""

_FRAMES_AT_ONCE = 256
"""Bounds the memory to some 15 MB however long the sound is."""

Values = NDArray[np.float64]


def pitch_of(samples: Samples, rate: int) -> tuple[float | None, ...]:
    """In Hz, at the middle of each 10 ms (the last may be shorter); None where there is no voice of LOWEST_HZ to HIGHEST_HZ."""
    if not len(samples):
        return ()
    middles = np.arange(-(-100 * len(samples) // rate)) * rate // 100 + rate // 200
    longest = -(-rate // LOWEST_HZ) + 1
    size = int(COMPARED_SECONDS * rate) + longest
    padded = np.pad(samples, (size // 2, size)).astype(np.float64)
    pitch, power = np.empty(len(middles)), np.empty(len(middles))
    for start in range(0, len(middles), _FRAMES_AT_ONCE):
        some = slice(start, start + _FRAMES_AT_ONCE)
        frames = sliding_window_view(padded, size)[middles[some]]
        power[some] = (frames**2).mean(axis=1)
        pitch[some] = rate / _periods(frames, longest)
    softest = power.max(initial=0.0) * 10 ** (-SOFTEST_VOICE_DB / 10)
    pitch[(power <= softest) | (pitch < LOWEST_HZ) | (pitch > HIGHEST_HZ)] = np.nan
    return tuple(None if np.isnan(hertz) else float(hertz) for hertz in _without_jumps(pitch))


def _periods(frames: Values, longest: int) -> Values:
    """Of each frame, in samples; NaN where nothing comes back."""
    unlike = _unlikeness(frames, longest)
    inner = unlike[:, 1:-1]
    is_dip = (inner < unlike[:, :-2]) & (inner <= unlike[:, 2:])
    dips = np.where(is_dip, inner, np.inf)
    # The paper takes the first dip below a fixed depth, which a strong overtone reaches an octave too high.
    deepest = dips.min(axis=1, keepdims=True)
    first = (dips <= np.minimum(deepest + ABOUT_AS_PERIODIC, MOST_APERIODIC)).argmax(axis=1)
    rows = np.arange(len(frames))
    before, here, after = (unlike[rows, first + side] for side in range(3))
    curve = before - 2 * here + after
    between = np.divide(before - after, 2 * curve, out=np.zeros_like(here), where=curve > 0)
    return np.where(deepest[:, 0] <= MOST_APERIODIC, first + 1 + between, np.nan)


def _unlikeness(frames: Values, longest: int) -> Values:
    """By lag of 0 to `longest`: how much a frame differs from itself so much later, against all shorter lags (YIN, step 3)."""
    size = frames.shape[1]
    compared = size - longest
    room = 1 << (size - 1).bit_length()
    later = np.fft.rfft(frames, room)
    now = np.fft.rfft(frames[:, :compared], room)
    alike = np.fft.irfft(later * now.conj(), room)[:, : longest + 1]
    sums = np.pad(np.cumsum(frames**2, axis=1), ((0, 0), (1, 0)))
    power = sums[:, compared:] - sums[:, : longest + 1]
    difference = np.maximum(power[:, :1] + power - 2 * alike, 0.0)[:, 1:]
    so_far = np.cumsum(difference, axis=1)
    lags = np.arange(1, longest + 1)
    shares = np.divide(difference * lags, so_far, out=np.ones_like(difference), where=so_far > 1e-9 * power[:, :1] + 1e-12)
    return np.pad(shares, ((0, 0), (1, 0)), constant_values=1.0)


def _without_jumps(pitch: Values) -> Values:
    """Each value is the median of the voiced ones within 20 ms; a voice of under 30 ms is a click."""
    nearby = sliding_window_view(np.pad(pitch, 2, constant_values=np.nan), 5)
    voiced = ~np.isnan(nearby)
    at_middle = np.sort(nearby, axis=1)[np.arange(len(pitch)), (voiced.sum(axis=1) - 1) // 2]  # NaN sorts last
    in_a_row = [voiced[:, start : start + 3].all(axis=1) for start in range(3)]
    return np.where(np.logical_or.reduce(in_a_row), at_middle, np.nan)
