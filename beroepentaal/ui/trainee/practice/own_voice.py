"""A trainee's own voice beside the model's: recorded, heard and seen, and forgotten with the question."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from beroepentaal.classroom.ports import Hearing, Sound, Take, Trouble, Utterance
from beroepentaal.refusal import Refusal
from beroepentaal.ui.ports import Background, Microphone


@dataclass(frozen=True, slots=True)
class Saying:
    """What it takes to let trainees hear themselves."""

    microphone: Microphone
    hearing: Hearing
    model: Callable[[Utterance], Sound]
    """How it should sound; called in the background, and may raise Refusal."""


class Listening(Enum):
    """What the microphone does."""

    IDLE = auto()
    OPENING = auto()
    """What is said now is not heard yet."""
    HEARING = auto()
    THINKING = auto()


class OwnVoiceView(Protocol):
    def show_listening(self, listening: Listening) -> None: ...
    def show_level(self, level: float) -> None: ...
    def show_takes(self, model: Take | None, own: Take | None) -> None:
        """Side by side; without an own take there is nothing to compare, and the page lets go of what it showed."""

    def show_trouble(self, trouble: Trouble) -> None: ...
    def show_fault(self, sentence: str) -> None:
        """The microphone does not work."""


class OwnVoice:
    def __init__(
        self, saying: Saying | None, view: OwnVoiceView, background: Background, on_heard: Callable[[Take], None]
    ) -> None:
        """on_heard gets the own take, once it can be compared."""
        self._saying = saying
        self._view = view
        self._background = background
        self._on_heard = on_heard
        self._asked: Utterance | None = None
        self._listening = Listening.IDLE
        self._turn = 0
        """Counts recordings, so that what comes late of an earlier one is dropped."""
        self.model: Take | None = None
        self.own: Take | None = None

    @property
    def is_offered(self) -> bool:
        """Whether this PC can hear the trainee say what is asked."""
        return self._asked is not None

    def begin(self, asked: Utterance | None) -> None:
        """A new question; None where nothing is to be said."""
        self.forget()
        if asked and self._saying and self._saying.microphone.is_available:
            self._asked = asked

    def press(self) -> None:
        """Listens; pressed again, listens no longer: what was said until then counts."""
        if not self._asked or not self._saying:
            return
        if self._listening is Listening.IDLE:
            self._listen(self._saying, self._asked)
        elif self._listening is Listening.HEARING:
            self._saying.microphone.stop()
        elif self._listening is Listening.OPENING:
            self.hush()

    def hush(self) -> None:
        """What is being recorded counts for nothing: something else is to be heard."""
        if self._saying and self._listening is not Listening.IDLE:
            self._turn += 1
            self._saying.microphone.cancel()
            self._show(Listening.IDLE)

    def forget(self) -> None:
        """Lets go of the device, and of everything that was heard."""
        if self._saying and self._asked:
            self._turn += 1
            self._asked = self.model = self.own = None
            self._saying.microphone.cancel()
            self._show(Listening.IDLE)
            self._view.show_takes(None, None)

    def _listen(self, saying: Saying, asked: Utterance) -> None:
        self._turn += 1
        self.own = None
        self._view.show_takes(None, None)
        self._show(Listening.OPENING)
        if not self.model:
            self._background.run(
                lambda: saying.hearing.take_of(saying.model(asked)),
                lambda take: self._on_model(take, asked),
                lambda _: None,  # then there is an own voice only; why, the speaker tells when it says the word
            )
        saying.microphone.record(
            lambda: self._show(Listening.HEARING),
            self._view.show_level,
            lambda sound: self._on_recorded(saying, sound),
            self._on_fault,
        )

    def _on_model(self, take: Take, asked: Utterance) -> None:
        if asked is self._asked:
            self.model = take

    def _on_recorded(self, saying: Saying, sound: Sound) -> None:
        turn = self._turn
        self._show(Listening.THINKING)

        def in_turn(take: Take) -> None:
            if turn == self._turn:
                self._on_take(take)

        def refused(refusal: Refusal) -> None:
            if turn == self._turn:
                self._on_fault(str(refusal))

        self._background.run(lambda: saying.hearing.take_of(sound), in_turn, refused)

    def _on_take(self, take: Take) -> None:
        self._show(Listening.IDLE)
        if take.trouble is Trouble.NOTHING_HEARD:
            self._view.show_trouble(take.trouble)
            return
        self.own = take
        self._view.show_takes(self.model, take)
        self._on_heard(take)
        if take.trouble:
            self._view.show_trouble(take.trouble)

    def _on_fault(self, sentence: str) -> None:
        self._show(Listening.IDLE)
        self._view.show_fault(sentence)

    def _show(self, listening: Listening) -> None:
        self._listening = listening
        self._view.show_listening(listening)
