"""Cuts one long recording, in which someone said a whole list, at the pauses between the terms."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from beroepentaal.classroom.sound_files import Piece, joined
from beroepentaal.speech.loudness import KEPT_SILENCE
from beroepentaal.speech.samples import Samples
from beroepentaal.speech.sound_files import RATE

SHORTEST_PAUSE = 0.15
"""Seconds; less is a moment within a word, such as the one before a p, t or k."""
LONGEST_PAUSE = 2.0
"""Seconds; nobody waits longer within a term."""
SHORTEST_SPEECH = 0.17
"""Seconds that are clearly speech; less is a click or a knock, of which 0.12 s take up this much here."""
LONGEST_HOLD = 0.25
"""Seconds; a short sound this near to speech may be its beginning or end, where noise covers what lies between."""

_HOP = RATE // 100
_WINDOW = 512
"""A power of two is twice as fast as twice _HOP."""
_SMOOTHED = 3
"""Hops over which noise is evened out."""
_BLOCK = 2_000
"""Hops looked at together, to spare memory."""
_BANDS = np.geomspace(150, 8_000, 17)
"""Edges in Hz. Below lie mains hum and the rumble of a room, above little but hiss."""
_STEADY = 10
"""Hops of noise whose mean hardly depends on chance."""
_NEARBY = 20
"""Times _STEADY; within three such stretches a speaker pauses, and the noise of a room hardly changes."""
_SOFTEST = 1e-8
"""Of the loudest moment, as power: noise is taken to be at least this, as some microphones turn pauses to zeros."""
_CLEAR, _FAINT = 8.5, 4.7
"""dB above the noise: there is speech for certain; speech that is clear nearby goes on."""
_CLEAR_BELOW, _FAINT_BELOW = 35.0, 45.0
"""dB below loud speech; what is softer is breath, however quiet the room."""

Powers = NDArray[np.float32]
"""Of shape (hops, bands)."""
Mask = NDArray[np.bool_]
"""By hop."""


def cut(samples: Samples, expected: int) -> list[Piece]:
    """What was said, in order, each with a moment of silence around it: cut at the longest pauses, as many pieces as expected.

    Fewer where there are too few pauses, more where there are too many of LONGEST_PAUSE: then the speaker skipped a term
    or said something between, which only a person can tell.
    """
    runs = _spoken(_band_powers(samples))
    pauses = [after.start - before.end for before, after in pairwise(runs)]
    least = sum(pause >= LONGEST_PAUSE * RATE for pause in pauses)
    longest_first = sorted(range(len(pauses)), key=lambda number: -pauses[number])
    ends = set(longest_first[: max(expected - 1, least)])
    pieces = runs[:1]
    for number, run in enumerate(runs[1:]):
        if number in ends:
            pieces.append(run)
        else:
            pieces[-1] = joined(pieces[-1], run)
    return _with_silence(pieces, len(samples))


def split(samples: Samples, piece: Piece) -> tuple[Piece, Piece]:
    """At the longest pause inside; without one, at the softest moment away from the ends."""
    length = piece.end - piece.start
    powers = _band_powers(samples[piece.start : piece.end])
    softest = _softest(powers, length)
    whole = (Piece(0, softest), Piece(softest, length))
    before, after = max(pairwise(_spoken(powers)), key=lambda pair: pair[1].start - pair[0].end, default=whole)
    one, other = _with_silence([Piece(0, before.end), Piece(after.start, length)], length)
    return Piece(piece.start, piece.start + one.end), Piece(piece.start + other.start, piece.end)


def _softest(powers: Powers, length: int) -> int:
    fifth = len(powers) // 5
    if fifth < _STEADY:
        return length // 2
    loudness = np.convolve(powers.mean(axis=1), np.ones(_STEADY), "same")
    return (int(loudness[fifth:-fifth].argmin()) + fifth) * _HOP


def _with_silence(pieces: list[Piece], length: int) -> list[Piece]:
    """To the middle of the pause where that is shorter."""
    kept = int(KEPT_SILENCE * RATE)
    middles = [(before.end + after.start) // 2 for before, after in pairwise(pieces)]
    limits = zip(pieces, [0, *middles], [*middles, length], strict=False)  # without pieces there are still two ends
    return [Piece(max(piece.start - kept, low), min(piece.end + kept, high)) for piece, low, high in limits]


def _spoken(powers: Powers) -> list[Piece]:
    """Where there is speech, without clicks; pauses shorter than SHORTEST_PAUSE are part of it."""
    clear, faint = _heard(powers)
    runs: list[Piece] = []
    for run in _runs(faint):
        if not clear[run.start : run.end].any():
            continue
        if runs and run.start - runs[-1].end < _hops(SHORTEST_PAUSE):
            runs[-1] = joined(runs[-1], run)
        else:
            runs.append(run)
    middle = (_WINDOW - _HOP) // 2
    return [Piece(run.start * _HOP + middle, run.end * _HOP + middle) for run in _without_clicks(runs, clear)]


def _without_clicks(runs: list[Piece], clear: Mask) -> list[Piece]:
    words = {run for run in runs if clear[run.start : run.end].sum() >= _hops(SHORTEST_SPEECH)}
    near = ({one, other} for one, other in pairwise(runs) if other.start - one.end < _hops(LONGEST_HOLD))
    kept = words.union(*(pair for pair in near if pair & words))
    return [run for run in runs if run in kept]


def _hops(seconds: float) -> float:
    return seconds * RATE / _HOP


def _runs(mask: Mask) -> list[Piece]:
    """In hops."""
    edges = np.flatnonzero(np.diff(mask, prepend=False, append=False))
    return [Piece(int(start), int(end)) for start, end in edges.reshape(-1, 2)]


def _heard(powers: Powers) -> tuple[Mask, Mask]:
    """The hops in which there is speech for certain, and those in which there may be."""
    if len(powers) < _STEADY:
        return np.zeros(0, np.bool_), np.zeros(0, np.bool_)
    noise = np.maximum(_noise(powers), _SOFTEST * powers.max() + 1e-15)
    above, loudness = _decibels((powers / noise).mean(axis=1)), _decibels(powers.mean(axis=1))
    speech = loudness[above > _CLEAR]
    loud = np.percentile(speech, 90) if len(speech) else 0.0
    return (above > _CLEAR) & (loudness > loud - _CLEAR_BELOW), (above > _FAINT) & (loudness > loud - _FAINT_BELOW)


def _decibels(powers: NDArray[np.float32]) -> NDArray[np.float64]:
    """Smoothed."""
    around = np.pad(powers, _SMOOTHED // 2, "edge")
    return np.asarray(10 * np.log10(np.convolve(around, np.ones(_SMOOTHED) / _SMOOTHED, "valid") + 1e-15))


def _noise(powers: Powers) -> Powers:
    """For each hop and band the softest steady moment nearby: in a pause, or in a sound that has nothing in that band.

    After R. Martin, "Noise power spectral density estimation based on optimal smoothing and minimum statistics" (2001).
    """
    steady = np.add.reduceat(powers, np.arange(0, len(powers) - _STEADY + 1, _STEADY)) / _STEADY
    softest = np.pad(np.minimum.reduceat(steady, np.arange(0, len(steady), _NEARBY)), ((1, 1), (0, 0)), "edge")
    nearby = np.minimum(np.minimum(softest[:-2], softest[1:-1]), softest[2:])
    return np.asarray(nearby[np.minimum(np.arange(len(powers)) // (_STEADY * _NEARBY), len(nearby) - 1)])


def _band_powers(samples: Samples) -> Powers:
    count = max(0, (len(samples) - _WINDOW) // _HOP + 1)
    hertz = np.fft.rfftfreq(_WINDOW, 1 / RATE)
    bands = ((hertz >= _BANDS[:-1, None]) & (hertz < _BANDS[1:, None])).astype(np.float32).T
    bands /= bands.sum(axis=0)
    bell = np.hanning(_WINDOW).astype(np.float32)
    windows = np.lib.stride_tricks.sliding_window_view(samples, _WINDOW)[::_HOP] if count else samples[:0]
    powers = np.empty((count, bands.shape[1]), np.float32)
    for first in range(0, count, _BLOCK):
        spectrum = np.fft.rfft(windows[first : first + _BLOCK] * bell)
        powers[first : first + _BLOCK] = (spectrum.real**2 + spectrum.imag**2) @ bands
    return powers
