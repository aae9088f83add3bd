"""One long recording in which someone said a whole list, to be cut, heard and drawn piece by piece."""

from collections.abc import Sequence

import numpy as np

from beroepentaal.classroom.ports import Take
from beroepentaal.classroom.sound_files import Piece
from beroepentaal.speech import pauses
from beroepentaal.speech.samples import Samples, sound_of
from beroepentaal.speech.sound_files import RATE
from beroepentaal.speech.takes import take_of

_HOP = RATE // 100


class SpokenList:
    """Implements the classroom's Recording."""

    def __init__(self, samples: Samples) -> None:
        """At RATE."""
        self._samples = samples
        hops = samples[: len(samples) // _HOP * _HOP].reshape(-1, _HOP)
        # Power to the 0.3 is how loud it seems (S. S. Stevens); einsum needs no second copy of half an hour.
        loudness = np.einsum("ij,ij->i", hops, hops) ** 0.3
        self._outline = loudness / max(float(loudness.max(initial=0.0)), 1e-9)

    @property
    def seconds(self) -> float:
        return len(self._samples) / RATE

    def cut(self, expected: int) -> list[Piece]:
        return pauses.cut(self._samples, expected)

    def split(self, piece: Piece) -> tuple[Piece, Piece]:
        return pauses.split(self._samples, piece)

    def take(self, piece: Piece) -> Take:
        return take_of(sound_of(self._samples[piece.start : piece.end], RATE))

    def outline(self, piece: Piece) -> Sequence[float]:
        outline: list[float] = self._outline[piece.start // _HOP : piece.end // _HOP].tolist()
        return outline
