"""One long recording while it is put right: where the instructor is, what is known of each piece, and what was kept."""

from collections.abc import Callable, Sequence

from beroepentaal.classroom.ports import Take, Utterance
from beroepentaal.classroom.sound_files import Piece, Recording
from beroepentaal.ui.instructor.sound_files.fitting import Fitting, Steps
from beroepentaal.ui.instructor.sound_files.keeping import Kept


class Session:
    def __init__(self, name: str, recording: Recording, fitting: Fitting) -> None:
        """name: of the file."""
        self.name = name
        self.recording = recording
        self.steps = Steps(fitting)
        self.row = 0
        self.takes: dict[Piece, Take] = {}
        """Of the pieces that were listened to so far."""
        self.kept: set[tuple[Utterance, Piece]] = set()
        self.failed: dict[tuple[Utterance, Piece], str] = {}
        """Why it could not be kept."""
        self._outlines: dict[Piece, Sequence[float]] = {}

    @property
    def fitting(self) -> Fitting:
        return self.steps.now

    @property
    def piece(self) -> Piece | None:
        """On the row where the instructor is."""
        pairs = self.fitting.pairs
        return pairs[self.row].piece if pairs else None

    @property
    def take(self) -> Take | None:
        """On the row where the instructor is."""
        return self.takes.get(self.piece) if self.piece else None

    @property
    def to_keep(self) -> dict[Utterance, Piece]:
        return {utterance: piece for utterance, piece in self.fitting.said if (utterance, piece) not in self.kept}

    @property
    def unheard(self) -> Piece | None:
        """The piece of which a take is needed next."""
        wanted = [self.piece, *(pair.piece for pair in self.fitting.pairs)]
        return next((piece for piece in wanted if piece and piece not in self.takes), None)

    def change(self, step: Callable[[Fitting, int], Fitting]) -> None:
        """On the row where the instructor is."""
        self.steps.take(step(self.fitting, self.row), self.row)
        self.go(self.row)

    def undo(self) -> None:
        if self.steps.can_undo:
            self.go(self.steps.undo())

    def redo(self) -> None:
        if self.steps.can_redo:
            self.go(self.steps.redo())

    def go(self, row: int) -> None:
        """To the nearest row that there is."""
        self.row = max(0, min(row, len(self.fitting.pairs) - 1))

    def take_of(self, piece: Piece) -> Take:
        """Some tens of milliseconds, where it is not there yet."""
        return self.takes.get(piece) or self.recording.take(piece)

    def outline(self, piece: Piece) -> Sequence[float]:
        """Loudness, 0 to 1, each 10 ms."""
        if piece not in self._outlines:
            self._outlines[piece] = self.recording.outline(piece)
        return self._outlines[piece]

    def take_note(self, pieces: dict[Utterance, Piece], kept: Kept) -> None:
        """Of what became of the pieces that were to be kept."""
        self.kept |= {(utterance, pieces[utterance]) for utterance in kept.done}
        self.failed.update({(utterance, pieces[utterance]): why for utterance, why in kept.failed.items()})
