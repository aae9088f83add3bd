"""Which pieces last too long or too short for what they are to say: where many do, the list is off by one."""

from collections.abc import Sequence
from enum import Enum, auto
from statistics import median

from beroepentaal.classroom.ports import Utterance
from beroepentaal.classroom.sound_files import Piece

STRANGE = 1.5
"""Times as long, or as short, as usual for so many letters. Measured with the fifty words of nine trades in one voice: 1 in
140 is taken for strange, and of lists that are off by one 1 in 3, the first within four words."""
ALWAYS = 4
"""Letters' time that a piece takes besides: the silence around it, and a slower end."""
FEWEST = 8
"""Pieces from which there is something usual."""


class Length(Enum):
    USUAL = auto()
    SHORT = auto()
    LONG = auto()


def lengths(pairs: Sequence[tuple[Utterance, Piece]]) -> dict[Piece, Length]:
    """By the other pieces of the same speaker."""
    paces = {piece: (piece.end - piece.start) / (len(utterance.text) + ALWAYS) for utterance, piece in pairs}
    if len(paces) < FEWEST:
        return dict.fromkeys(paces, Length.USUAL)
    usual = median(paces.values())
    return {piece: _length(pace / usual) for piece, pace in paces.items()}


def _length(times_usual: float) -> Length:
    if times_usual > STRANGE:
        return Length.LONG
    return Length.SHORT if times_usual < 1 / STRANGE else Length.USUAL
