"""Decides what happens to one long recording of a list: cutting it, putting right what says what, and keeping it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from beroepentaal.classroom.ports import Take, Utterance
from beroepentaal.classroom.sound_files import Piece, SoundFiles
from beroepentaal.classroom.voicing import Clips
from beroepentaal.decks import Deck
from beroepentaal.ui.instructor.sound_files import keeping, wording
from beroepentaal.ui.instructor.sound_files.fitting import PARTS, Fitting, What, to_read
from beroepentaal.ui.instructor.sound_files.keeping import Kept
from beroepentaal.ui.instructor.sound_files.listening import Listening
from beroepentaal.ui.instructor.sound_files.spoken_rows import Overview, overview
from beroepentaal.ui.instructor.sound_files.spoken_session import Session
from beroepentaal.ui.instructor.sound_files.work import Busy, Work
from beroepentaal.ui.ports import Background, Notify, Speaker


class SpokenListView(Protocol):
    def show_choices(self, choices: Sequence[tuple[What, str]]) -> None:
        """What may have been read aloud."""

    def show_texts(self, what: What, texts: Sequence[str]) -> None:
        """That are to be read aloud."""

    def show_list(self, overview: Overview | None) -> None: ...
    def show_take(self, take: Take | None) -> None: ...
    def show_busy(self, busy: Busy | None) -> None: ...


class SpokenList:
    def __init__(
        self, view: SpokenListView, files: SoundFiles, clips: Clips, speaker: Speaker, background: Background, notify: Notify
    ) -> None:
        self._view = view
        self._files = files
        self._clips = clips
        self._speaker = speaker
        self._background = background
        self._notify = notify
        self._work = Work(background, view.show_busy, notify)
        self._listening = Listening(background, speaker, notify, self._show)
        self._deck: Deck
        self._what = What.CORE_WORDS
        self._recorded: set[Utterance] = set()
        self._session: Session | None = None
        self._result = ""
        """Of the last keeping, until something else is done."""
        self._is_open = False

    @property
    def waiting(self) -> int:
        """How many pieces have not been kept."""
        return len(self._session.to_keep) if self._session and not self._work.is_busy else 0

    def begin(self, deck: Deck) -> None:
        """Without a recording yet."""
        self._work.put_aside()
        self._deck = deck
        self._session = None
        counts = {what: len(to_read(deck, what)) for what in What}
        self._what = next(what for what, count in counts.items() if count)
        self._view.show_choices([(what, _title(what, count)) for what, count in counts.items() if count])

    def open(self, recorded: set[Utterance]) -> None:
        """recorded: texts that a person has spoken already; what is kept is added."""
        self._is_open = True
        self._recorded = recorded
        self._show()
        self._listening.listen(self._session)

    def close(self) -> None:
        self._is_open = False
        self._listening.listen(None)
        if not self.waiting and not self._work.is_busy:
            self._session = None  # half an hour of sound takes much memory

    def on_files(self, paths: Sequence[Path]) -> None:
        if len(paths) != 1:
            self._notify(wording.ONE_RECORDING)
            return
        [path] = paths
        what, texts = self._what, to_read(self._deck, self._what)

        def work() -> Session:
            recording = self._files.recording(path)
            self._work.tell(wording.CUTTING)
            return Session(path.name, recording, Fitting(what, texts, tuple(recording.cut(len(texts)))))

        self._work.run(wording.READING, work, self._on_read)

    def on_what(self, what: What) -> None:
        """A recording that is there already is cut anew."""
        if self._work.is_busy:
            return
        self._what = what
        session, texts = self._session, to_read(self._deck, what)
        if not session:
            self._show()
            return
        self._work.run(
            wording.CUTTING,
            lambda: session.recording.cut(len(texts)),
            lambda pieces: self._change(lambda fitting, row: Fitting(what, texts, tuple(pieces))),
        )

    def on_row(self, row: int) -> None:
        if session := self._session:
            session.go(row)
            self._view.show_take(session.take)
            self._listening.listen(session)

    def on_play(self) -> None:
        if self._session and self._session.piece:
            self._listening.hear(self._session.piece)

    def on_join(self) -> None:
        self._change(Fitting.join)

    def on_split(self) -> None:
        session = self._session
        if session and (piece := session.piece):
            self._work.run(None, lambda: session.recording.split(piece), self._on_split)

    def on_leave_out(self) -> None:
        """The piece says no word, or does after all."""
        self._change(Fitting.leave_out)

    def on_skip(self) -> None:
        """The text was not said, or was after all."""
        self._change(Fitting.skip)

    def on_undo(self) -> None:
        if self._session and not self._work.is_busy:
            self._session.undo()
            self._on_changed()

    def on_redo(self) -> None:
        if self._session and not self._work.is_busy:
            self._session.redo()
            self._on_changed()

    def on_keep(self) -> None:
        session = self._session
        if session and session.fitting.fits and (pieces := session.to_keep):
            self._work.run(
                wording.keeping(0, len(pieces)),
                lambda: keeping.keep(pieces, session.take_of, self._clips, self._work.tell),
                lambda kept: self._on_kept(session, pieces, kept),
            )

    def _on_read(self, session: Session) -> None:
        self._session = session
        self._on_changed()

    def _on_split(self, halves: tuple[Piece, Piece]) -> None:
        self._change(lambda fitting, row: fitting.split(row, halves))

    def _on_kept(self, session: Session, pieces: dict[Utterance, Piece], kept: Kept) -> None:
        self._speaker.forget()
        session.take_note(pieces, kept)
        self._recorded |= kept.done
        self._result = kept.sentence
        self._show()
        if not self._is_open:
            self._notify(kept.sentence)

    def _change(self, step: Callable[[Fitting, int], Fitting]) -> None:
        session = self._session
        if session and not self._work.is_busy:
            session.change(step)
            self._on_changed()

    def _on_changed(self) -> None:
        self._result = ""
        self._show()
        if self._is_open:
            self._listening.listen(self._session)

    def _show(self) -> None:
        session = self._session
        if session:
            self._what = session.fitting.what
        texts = [utterance.text for utterance in to_read(self._deck, self._what)]
        self._view.show_texts(self._what, texts)
        self._view.show_list(overview(session, self._deck, self._recorded, self._result) if session else None)
        self._view.show_take(session.take if session else None)


def _title(what: What, count: int) -> str:
    return wording.to_read(PARTS[what], count, core=what is not What.ALL_WORDS)
