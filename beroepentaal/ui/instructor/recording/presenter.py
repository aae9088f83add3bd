"""Decides what happens while an instructor records: when the microphone listens, what is kept, and which text is next."""

import time
from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import ParamSpec, Protocol

from beroepentaal.classroom.ports import Hearing, Sound, Take, Trouble
from beroepentaal.classroom.voicing import RECORDED, Clips, Line
from beroepentaal.decks import Deck
from beroepentaal.refusal import Refusal
from beroepentaal.ui.instructor.recording import wording
from beroepentaal.ui.instructor.recording.session import Mark, Session
from beroepentaal.ui.instructor.wording import NO_SOUND, time_left
from beroepentaal.ui.ports import Background, Microphone, Notify, Speaker

P = ParamSpec("P")


class Phase(Enum):
    """Of one text."""

    READY = auto()
    NO_MICROPHONE = auto()
    OPENING = auto()
    LISTENING = auto()
    WORKING = auto()
    """On what was heard."""
    KEEPING = auto()
    KEPT = auto()
    TROUBLE = auto()
    """What was heard is of no use."""
    NOT_KEPT = auto()
    END = auto()
    """Of all texts."""


_BUSY = frozenset({Phase.WORKING, Phase.KEEPING})
_HEARING = frozenset({Phase.OPENING, Phase.LISTENING})


class RecordingView(Protocol):
    def show_lines(self, deck: str, lines: Sequence[Line]) -> None: ...
    def mark(self, index: int, mark: Mark) -> None: ...
    def show_line(self, index: int, line: Line) -> None: ...
    def show_phase(self, phase: Phase, sentence: str) -> None: ...
    def show_level(self, level: float) -> None: ...
    def show_take(self, take: Take | None) -> None: ...
    def show_time_left(self, sentence: str) -> None: ...
    def show_end(self, sentence: str, skipped: Sequence[str]) -> None: ...


class RecordingPresenter:
    def __init__(
        self,
        view: RecordingView,
        microphone: Microphone,
        hearing: Hearing,
        clips: Clips,
        speaker: Speaker,
        background: Background,
        notify: Notify,
        left: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """clock counts seconds."""
        self._view = view
        self._microphone = microphone
        self._hearing = hearing
        self._clips = clips
        self._speaker = speaker
        self._background = background
        self._notify = notify
        self._left = left
        self._clock = clock
        self._session: Session
        self._phase = Phase.READY
        self._take: Take | None = None
        self._turn = 0
        """Counts recordings begun and put aside, so that what comes of an earlier one is not taken for this one's."""
        self._wish: Callable[[], None] | None = None
        """What to do as soon as the take is on disk."""

    def open(self, deck: Deck, lines: Sequence[Line]) -> None:
        """lines: at least one."""
        self._session = Session(lines)
        self._view.show_lines(deck.about.title, lines)
        for index, mark in enumerate(self._session.marks):
            if mark is not Mark.TO_DO:
                self._view.mark(index, mark)
        self._view.show_time_left("")
        self._go(0)

    def on_space(self) -> None:
        """What the one key does depends on where the recording stands."""
        if self._phase is Phase.LISTENING:
            self._microphone.stop()
        elif self._phase is Phase.KEPT or self._phase in _BUSY:
            self._do(self._go_on)
        elif self._phase is Phase.NOT_KEPT and self._take:
            self._keep(self._take)
        elif self._phase is Phase.END:
            self._go_to_rest()
        elif self._phase is not Phase.OPENING:
            self._record()

    def on_again(self) -> None:
        if self._phase is not Phase.END:
            self._do(self._record)

    def on_listen(self) -> None:
        """The take, or without one how the text sounds by now."""
        if self._phase in _HEARING or self._phase in _BUSY or self._phase is Phase.END:
            return
        if not self._speaker.is_available:
            self._notify(NO_SOUND)
        elif self._take:
            self._speaker.play(self._take.sound)
        else:
            self._speaker.say(self._session.line.utterance)

    def on_previous(self) -> None:
        self._do(self._go_back)

    def on_next(self) -> None:
        if self._phase is not Phase.END:
            self._do(self._skip)

    def on_choose(self, index: int) -> None:
        self._do(lambda: self._go(index))

    def on_leave(self) -> None:
        """A second time while the take is not on disk yet: leaves without waiting."""
        if self._wish == self._leave:
            self._leave()
        else:
            self._do(self._leave)

    def _do(self, what: Callable[[], None]) -> None:
        """At once, or as soon as what was said is on disk: no key loses a recording."""
        if self._phase in _BUSY:
            self._wish = what
        else:
            what()

    def _go(self, index: int) -> None:
        self._put_aside()
        self._session.index = index
        line = self._session.line
        self._view.show_line(index, line)
        if not self._microphone.is_available:
            self._show(Phase.NO_MICROPHONE, wording.NO_MICROPHONE)
        elif self._session.mark is Mark.RECORDED:
            self._show(Phase.READY, wording.AGAIN)
        else:
            self._show(Phase.READY, wording.ready(line.utterance.part))

    def _go_on(self) -> None:
        """To what is still to be recorded, with the microphone on: one press a word."""
        place = self._session.next
        if place is None:
            self._end()
        else:
            self._go(place)
            self._record()

    def _go_to_rest(self) -> None:
        if rest := self._session.rest:
            self._go(rest[0])
            self._record()
        else:
            self._leave()

    def _go_back(self) -> None:
        if self._phase is Phase.END:
            self._go(self._session.index)
        elif self._session.index > 0:
            self._go(self._session.index - 1)

    def _skip(self) -> None:
        session = self._session
        session.skip()
        self._view.mark(session.index, session.mark)
        place = session.index + 1 if session.mark is Mark.RECORDED else session.next
        if place is None or place == len(session.lines):
            self._end()
        else:
            self._go(place)

    def _end(self) -> None:
        self._put_aside()
        self._phase = Phase.END
        self._view.show_time_left("")
        skipped = [self._session.lines[place].utterance.text for place in self._session.rest]
        self._view.show_end(wording.end(self._session.recorded, len(skipped)), skipped)

    def _leave(self) -> None:
        self._put_aside()
        self._microphone.cancel()
        self._left()

    def _put_aside(self) -> None:
        """Nothing more is heard of the take, and nothing more comes of what the microphone hears."""
        self._turn += 1
        self._wish = None
        self._take = None
        self._speaker.stop()
        if self._phase in _HEARING:
            self._microphone.stop()  # the device stays open for the next word
        self._view.show_take(None)

    def _record(self) -> None:
        self._put_aside()
        if not self._microphone.is_available:
            self._show(Phase.NO_MICROPHONE, wording.NO_MICROPHONE)
            return
        self._show(Phase.OPENING, wording.WAIT)
        self._microphone.record(
            self._in_turn(lambda: self._show(Phase.LISTENING, wording.SPEAK)),
            self._in_turn(self._view.show_level),
            self._in_turn(self._on_heard),
            self._in_turn(lambda sentence: self._show(Phase.NO_MICROPHONE, sentence)),
        )

    def _on_heard(self, sound: Sound) -> None:
        self._show(Phase.WORKING, wording.WORKING)
        self._background.run(
            lambda: self._hearing.take_of(sound),
            self._in_turn(self._on_take),
            self._in_turn(lambda refusal: self._show(Phase.TROUBLE, str(refusal))),
        )

    def _on_take(self, take: Take) -> None:
        self._take = take
        self._view.show_take(take)
        if self._speaker.is_available and not self._wish and take.trouble is not Trouble.NOTHING_HEARD:
            self._speaker.play(take.sound)
        if take.trouble:
            self._wish = None
            self._show(Phase.TROUBLE, wording.TROUBLES[take.trouble])
        else:
            self._keep(take)

    def _keep(self, take: Take) -> None:
        turn, utterance = self._turn, self._session.line.utterance

        def then(_: None) -> None:
            self._speaker.forget()
            if turn == self._turn:
                self._on_kept()

        def refused(refusal: Refusal) -> None:
            if turn == self._turn:
                self._wish = None
                self._show(Phase.NOT_KEPT, str(refusal))
            else:
                self._notify(str(refusal))

        self._show(Phase.KEEPING, wording.WORKING)
        self._background.run(lambda: self._clips.keep(utterance, take.sound, RECORDED), then, refused)

    def _on_kept(self) -> None:
        session = self._session
        session.record(self._clock())
        self._view.mark(session.index, Mark.RECORDED)
        seconds = session.seconds_left()
        self._view.show_time_left(time_left(seconds) if seconds else "")
        self._show(Phase.KEPT, wording.KEPT)
        if wish := self._wish:
            self._wish = None
            wish()

    def _show(self, phase: Phase, sentence: str) -> None:
        self._phase = phase
        self._view.show_phase(phase, sentence)

    def _in_turn(self, call: Callable[P, None]) -> Callable[P, None]:
        turn = self._turn

        def called(*args: P.args, **kwargs: P.kwargs) -> None:
            if turn == self._turn:
                call(*args, **kwargs)

        return called
