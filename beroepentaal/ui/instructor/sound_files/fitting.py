"""Which stretch of a long recording says which text of a list, and the steps by which a person puts that right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cached_property

from beroepentaal.classroom.ports import Part, Utterance
from beroepentaal.classroom.sound_files import Piece, joined
from beroepentaal.classroom.voicing import of_core, utterances
from beroepentaal.decks import Deck


class What(Enum):
    """Was read aloud, in the order of the deck."""

    CORE_WORDS = auto()
    CORE_SENTENCES = auto()
    CORE_CHUNKS = auto()
    ALL_WORDS = auto()


PARTS = {
    What.CORE_WORDS: Part.TERM,
    What.CORE_SENTENCES: Part.SENTENCE,
    What.CORE_CHUNKS: Part.CHUNK,
    What.ALL_WORDS: Part.TERM,
}


def to_read(deck: Deck, what: What) -> tuple[Utterance, ...]:
    """The core in the order of learning, and then the rest."""
    texts = utterances(deck) if what is What.ALL_WORDS else of_core(deck)
    return tuple(utterance for utterance in texts if utterance.part is PARTS[what])


class Kind(Enum):
    """Of a pair."""

    FITS = auto()
    NO_WORD = auto()
    """A piece that someone left out."""
    NOT_SAID = auto()
    """A text that someone skipped."""
    TOO_MANY = auto()
    """A piece for which no text is left."""
    TOO_FEW = auto()
    """A text for which no piece is left."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the list: a piece and the text that it says, or one of them alone."""

    kind: Kind
    piece: Piece | None = None
    text: int | None = None
    """Its place in the list."""


@dataclass(frozen=True)
class Fitting:
    """Pieces and texts, both in order. Each step gives a new one, and the same one where it does not apply."""

    what: What
    texts: tuple[Utterance, ...]
    pieces: tuple[Piece, ...]
    left_out: frozenset[Piece] = frozenset()
    skipped: frozenset[int] = frozenset()
    """Places of texts."""

    @property
    def spoken(self) -> int:
        """How many pieces are to say something."""
        return len(self.pieces) - len(self.left_out)

    @property
    def wanted(self) -> int:
        """How many texts are to be said."""
        return len(self.texts) - len(self.skipped)

    @property
    def fits(self) -> bool:
        return self.spoken == self.wanted > 0

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        pairs: list[Pair] = []
        text = 0
        for piece in self.pieces:
            if piece in self.left_out:
                pairs.append(Pair(Kind.NO_WORD, piece))
                continue
            while text in self.skipped:
                pairs.append(Pair(Kind.NOT_SAID, text=text))
                text += 1
            if text < len(self.texts):
                pairs.append(Pair(Kind.FITS, piece, text))
                text += 1
            else:
                pairs.append(Pair(Kind.TOO_MANY, piece))
        rest = range(text, len(self.texts))
        return (*pairs, *(Pair(Kind.NOT_SAID if place in self.skipped else Kind.TOO_FEW, text=place) for place in rest))

    @property
    def said(self) -> list[tuple[Utterance, Piece]]:
        """The texts that have a piece, in order."""
        return [(self.texts[pair.text], pair.piece) for pair in self.pairs if pair.text is not None and pair.piece]

    def can_join(self, row: int) -> bool:
        piece = self.pairs[row].piece
        return piece is not None and piece != self.pieces[-1]

    def join(self, row: int) -> Fitting:
        """With the next piece."""
        piece = self.pairs[row].piece
        if piece is None or not self.can_join(row):
            return self
        place = self.pieces.index(piece)
        return self._with(place, 2, [joined(piece, self.pieces[place + 1])])

    def split(self, row: int, halves: Sequence[Piece]) -> Fitting:
        piece = self.pairs[row].piece
        return self._with(self.pieces.index(piece), 1, halves) if piece else self

    def leave_out(self, row: int) -> Fitting:
        """The piece says nothing of the list, or does after all; where the texts have run out, neither do those after it."""
        pair = self.pairs[row]
        if pair.piece is None:
            return self
        if pair.kind is Kind.NO_WORD:
            return replace(self, left_out=self.left_out - {pair.piece})
        after = self.pairs[row:] if pair.kind is Kind.TOO_MANY else [pair]
        return replace(self, left_out=self.left_out | _pieces(after))

    def skip(self, row: int) -> Fitting:
        """The text was not said, or was after all; where the pieces have run out, neither were those after it."""
        pair = self.pairs[row]
        if pair.text is None:
            return self
        if pair.kind is Kind.NOT_SAID:
            return replace(self, skipped=self.skipped - {pair.text})
        after = self.pairs[row:] if pair.kind is Kind.TOO_FEW else [pair]
        return replace(self, skipped=self.skipped | {pair.text for pair in after if pair.text is not None})

    def _with(self, place: int, count: int, pieces: Sequence[Piece]) -> Fitting:
        """Other pieces instead of some."""
        changed = (*self.pieces[:place], *pieces, *self.pieces[place + count :])
        return replace(self, pieces=changed, left_out=self.left_out.intersection(changed))


def _pieces(pairs: Iterable[Pair]) -> set[Piece]:
    return {pair.piece for pair in pairs if pair.piece}


class Steps:
    """What was done to a fitting, to be undone and done again."""

    def __init__(self, first: Fitting) -> None:
        self._steps = [(first, 0)]
        """Each with the row on which it was taken."""
        self._place = 0

    @property
    def now(self) -> Fitting:
        return self._steps[self._place][0]

    @property
    def can_undo(self) -> bool:
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        return self._place < len(self._steps) - 1

    def take(self, fitting: Fitting, row: int) -> None:
        """What was undone before it is gone."""
        if fitting is not self.now:
            self._steps[self._place + 1 :] = [(fitting, row)]
            self._place += 1

    def undo(self) -> int:
        """The row on which it was done. Only where can_undo."""
        self._place -= 1
        return self._steps[self._place + 1][1]

    def redo(self) -> int:
        """The row on which it was done. Only where can_redo."""
        self._place += 1
        return self._steps[self._place][1]
