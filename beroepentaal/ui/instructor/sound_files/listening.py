"""Listens to the pieces of a recording one at a time, so that the one that is wanted next need not wait for all others."""

from collections.abc import Callable

from beroepentaal.classroom.ports import Take
from beroepentaal.classroom.sound_files import Piece
from beroepentaal.refusal import Refusal
from beroepentaal.ui.instructor.sound_files.spoken_session import Session
from beroepentaal.ui.instructor.wording import NO_SOUND
from beroepentaal.ui.ports import Background, Notify, Speaker


class Listening:
    def __init__(self, background: Background, speaker: Speaker, notify: Notify, told: Callable[[], None]) -> None:
        """told: that there is a take that shows something new."""
        self._background = background
        self._speaker = speaker
        self._notify = notify
        self._told = told
        self._session: Session | None = None
        self._to_hear: Piece | None = None
        """As soon as there is a take of it."""
        self._is_under_way = False

    def listen(self, session: Session | None) -> None:
        """To this one from now on, or to none; what was asked to be heard is no longer."""
        self._session = session
        self._to_hear = None
        self._go_on()

    def hear(self, piece: Piece) -> None:
        """Plays it, perhaps some tens of milliseconds later."""
        if not self._speaker.is_available:
            self._notify(NO_SOUND)
        else:
            self._to_hear = piece
            self._play()

    def _go_on(self) -> None:
        session = self._session
        if session and (piece := session.unheard) and not self._is_under_way:
            self._is_under_way = True
            self._background.run(
                lambda: session.recording.take(piece), lambda take: self._on_take(session, piece, take), self._on_refused
            )

    def _on_take(self, session: Session, piece: Piece, take: Take) -> None:
        self._is_under_way = False
        session.takes[piece] = take
        if session is self._session:
            if take.trouble or piece == session.piece:
                self._told()
            self._play()
        self._go_on()

    def _on_refused(self, refusal: Refusal) -> None:
        self._is_under_way = False
        self._notify(str(refusal))

    def _play(self) -> None:
        if self._session and self._to_hear in self._session.takes:
            self._speaker.play(self._session.takes[self._to_hear].sound)
            self._to_hear = None
