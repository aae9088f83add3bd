"""What the page shows of a long recording: a row for each piece and each text, and how it stands with all of them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from beroepentaal.classroom.ports import Utterance
from beroepentaal.classroom.sound_files import Piece
from beroepentaal.decks import Deck
from beroepentaal.ui.instructor.sound_files import wording
from beroepentaal.ui.instructor.sound_files.fitting import PARTS, Kind, Pair
from beroepentaal.ui.instructor.sound_files.lengths import Length, lengths
from beroepentaal.ui.instructor.sound_files.spoken_session import Session
from beroepentaal.ui.instructor.sound_files.wording import Remark, Sign


@dataclass(frozen=True, slots=True)
class Row:
    """A piece and what it says, or one of them alone."""

    kind: Kind
    number: int
    """Of the piece, from 1; 0 without one."""
    says: str
    outline: Sequence[float]
    """Loudness, 0 to 1, each 10 ms."""
    remark: Remark
    can_join: bool


@dataclass(frozen=True, slots=True)
class Overview:
    about: str
    """Which file, and how long."""
    rows: Sequence[Row]
    row: int
    """Where the instructor is."""
    sentence: str
    is_clear: bool
    """It fits, and there is nothing to look at."""
    to_keep: int
    can_keep: bool
    """As soon as it fits."""
    can_undo: bool
    can_redo: bool


_ALONE = {
    Kind.NO_WORD: wording.NO_WORD,
    Kind.NOT_SAID: wording.NOT_SAID,
    Kind.TOO_MANY: wording.NO_TEXT_LEFT,
    Kind.TOO_FEW: wording.NO_PIECE_LEFT,
}
_LENGTHS = {Length.LONG: wording.LONG, Length.SHORT: wording.SHORT}


def overview(session: Session, deck: Deck, recorded: Collection[Utterance], result: str) -> Overview:
    """recorded: what a person has spoken already; result: what is to be told before anything else."""
    fitting = session.fitting
    rows = _rows(session, deck, recorded)
    strange = sum(row.remark.sign in (Sign.DOUBT, Sign.TROUBLE) for row in rows)
    sentence = wording.fit(fitting.spoken, fitting.wanted, PARTS[fitting.what], strange)
    to_keep = len(session.to_keep)
    return Overview(
        wording.about(session.name, session.recording.seconds),
        rows,
        session.row,
        result or (sentence if fitting.pieces else wording.NOTHING_SAID),
        fitting.fits and not strange,
        to_keep,
        fitting.fits and to_keep > 0,
        session.steps.can_undo,
        session.steps.can_redo,
    )


def _rows(session: Session, deck: Deck, recorded: Collection[Utterance]) -> list[Row]:
    fitting = session.fitting
    numbers = {piece: number for number, piece in enumerate(fitting.pieces, start=1)}
    found = lengths(fitting.said)

    def row(place: int, pair: Pair) -> Row:
        utterance = None if pair.text is None else fitting.texts[pair.text]
        says = utterance.text if utterance else ""
        if utterance and pair.piece:
            remark = wording.together(_remarks(session, utterance, pair.piece, found[pair.piece], utterance in recorded))
        else:
            remark = _ALONE[pair.kind]
        outline = session.outline(pair.piece) if pair.piece else ()
        return Row(pair.kind, numbers[pair.piece] if pair.piece else 0, says, outline, remark, fitting.can_join(place))

    return [row(place, pair) for place, pair in enumerate(fitting.pairs)]


def _remarks(session: Session, utterance: Utterance, piece: Piece, length: Length, is_recorded: bool) -> list[Remark]:
    if (utterance, piece) in session.kept:
        return [wording.KEPT]
    why = session.failed.get((utterance, piece))
    found = [Remark(Sign.TROUBLE, why)] if why else []
    take = session.takes.get(piece)
    if take and take.trouble:
        found.append(Remark(Sign.TROUBLE, wording.TROUBLES[take.trouble]))
    if length in _LENGTHS:
        found.append(_LENGTHS[length])
    if is_recorded:
        found.append(wording.REPLACES)
    return found
