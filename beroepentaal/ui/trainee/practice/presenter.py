"""Decides what happens in practice: question, answer, what is heard, and when the next question may come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from beroepentaal.classroom.ports import Part, Take, Utterance, said
from beroepentaal.decks import Term
from beroepentaal.learning.exercises import Exercise, Form, Review
from beroepentaal.refusal import Refusal
from beroepentaal.ui.ports import Background, Notify, Speaker
from beroepentaal.ui.trainee.practice.own_voice import OwnVoice, OwnVoiceView, Saying

if TYPE_CHECKING:  # it imports numpy, for which the first page need not wait
    from beroepentaal.classroom.practise import Practice


@dataclass(frozen=True, slots=True)
class Question:
    """An exercise with all that its page needs."""

    exercise: Exercise
    deck: str
    with_sound: bool
    """Without sound the written word takes its place."""
    with_microphone: bool
    """The trainee can be heard saying the word."""
    language: str
    gloss: str
    """In the trainee's language; may be empty."""
    gloss_is_checked: bool
    done: float
    """The part of the session that is behind, 0 to 1."""


class PracticeView(OwnVoiceView, Protocol):
    def show_question(self, question: Question) -> None: ...
    def show_selected(self, term: Term) -> None: ...
    def show_revealed(self) -> None: ...
    def show_feedback(self, right: bool, chosen: Term) -> None: ...


class Phase(Enum):
    ASKED = auto()
    REVEALED = auto()
    """The word was shown; the trainee has yet to say whether he knew it."""
    ANSWERED = auto()
    """Feedback is on the screen."""


class PracticePresenter:
    def __init__(
        self,
        view: PracticeView,
        speaker: Speaker,
        background: Background,
        notify: Notify,
        clock: Callable[[], float],
        finished: Callable[[Practice], None],
        left: Callable[[Practice], None],
        saying: Saying | None = None,
    ) -> None:
        """clock counts seconds; finished is called at the end of a session, left when the trainee stops before it.

        Without saying a trainee says the word to nobody, and judges himself as well.
        """
        self._view = view
        self._speaker = speaker
        self._background = background
        self._notify = notify
        self._clock = clock
        self._finished = finished
        self._left = left
        self._own_voice = OwnVoice(saying, view, background, self._on_heard)
        self._practice: Practice
        self._exercise: Exercise
        self._phase = Phase.ASKED
        self._selected: Term | None = None
        self._asked_at = 0.0
        self._review: Review | None = None
        """The answer that is not yet on disk."""
        self._is_keeping = False
        self._wants_next = False

    def open(self, practice: Practice) -> None:
        self._practice = practice
        self._review = None
        self._is_keeping = False
        self._ask_next()

    def on_choose(self, term: Term) -> None:
        if self._phase is not Phase.ASKED or not self._exercise.form.has_choices:
            return
        if self._exercise.form is Form.PICTURE_CHOOSE_WORD:
            self._selected = term
            self._view.show_selected(term)
            self._say(term)
        else:
            self._answer(term)

    def on_continue(self) -> None:
        """The big button: what it does depends on where the question stands."""
        if self._phase is Phase.ANSWERED:
            self._go_on()
        elif self._phase is Phase.REVEALED:
            return
        elif self._exercise.form is Form.MEET:
            self._keep(None)
            self._go_on()
        elif self._exercise.form is Form.PICTURE_SAY:
            self._reveal()
            self._say(self._exercise.term)
        elif self._selected:
            self._answer(self._selected)

    def on_knew(self, knew: bool) -> None:
        if self._phase is Phase.REVEALED:
            self._own_voice.hush()
            self._keep(knew)
            self._go_on()

    def on_speak(self) -> None:
        """The trainee is going to say the word, or has said it."""
        if self._phase is not Phase.ANSWERED and self._own_voice.is_offered:
            self._speaker.stop()
            self._own_voice.press()

    def on_own(self) -> None:
        if own := self._own_voice.own:
            self._speaker.play(own.sound)

    def on_replay(self) -> None:
        if self._own_voice.own and self._own_voice.model:
            self._speaker.play(self._own_voice.model.sound)  # what is heard is what is seen
        elif term := self._audible():
            self._say(term)

    def on_slow(self) -> None:
        if term := self._audible():
            self._hear(replace(said(self._practice.deck.id, term), slow=True))

    def on_sentence(self) -> None:
        self._hear(said(self._practice.deck.id, self._exercise.term, Part.SENTENCE))

    def on_chunk(self) -> None:
        self._hear(said(self._practice.deck.id, self._exercise.term, Part.CHUNK))

    def on_text(self, text: str) -> None:
        self._hear(Utterance(text))

    def on_leave(self) -> None:
        self._speaker.stop()
        self._own_voice.forget()
        self._left(self._practice)

    def _ask_next(self) -> None:
        exercise = self._practice.next()
        if exercise is None:
            self._speaker.stop()
            self._own_voice.forget()
            self._finished(self._practice)
            return
        self._exercise = exercise
        self._phase = Phase.ASKED
        self._selected = None
        self._wants_next = False
        self._asked_at = self._clock()
        is_said = exercise.form is Form.PICTURE_SAY and self._speaker.is_available
        self._own_voice.begin(said(self._practice.deck.id, exercise.term) if is_said else None)
        self._view.show_question(self._question(exercise))
        self._sound_of(exercise)

    def _question(self, exercise: Exercise) -> Question:
        deck, language = self._practice.deck, self._practice.trainee.language
        return Question(
            exercise=exercise,
            deck=deck.id,
            with_sound=self._speaker.is_available,
            with_microphone=self._own_voice.is_offered,
            language=language,
            gloss=exercise.term.glosses.get(language, ""),
            gloss_is_checked=deck.about.languages.get(language, False),
            done=self._practice.done,
        )

    def _sound_of(self, exercise: Exercise) -> None:
        deck = self._practice.deck.id
        if exercise.form is Form.MEET:
            self._speaker.say(said(deck, exercise.term), said(deck, exercise.term, Part.SENTENCE))
        elif exercise.form is Form.HEAR_CHOOSE_PICTURE:
            self._say(exercise.term)
        else:
            self._speaker.stop()
            self._speaker.prepare(*(said(deck, term) for term in exercise.choices or (exercise.term,)))

    def _audible(self) -> Term | None:
        """What may be heard as the question stands: before the answer never the word that is asked for."""
        if self._phase is Phase.ASKED and self._exercise.form is Form.PICTURE_CHOOSE_WORD:
            return self._selected
        if self._phase is Phase.ASKED and self._exercise.form is Form.PICTURE_SAY:
            return None
        return self._exercise.term

    def _reveal(self) -> None:
        self._phase = Phase.REVEALED
        self._view.show_revealed()

    def _on_heard(self, own: Take) -> None:
        if self._phase is Phase.ASKED:
            self._reveal()
        if model := self._own_voice.model:
            self._speaker.play(model.sound, own.sound)
        else:
            self._say(self._exercise.term)

    def _answer(self, chosen: Term) -> None:
        right = chosen.id == self._exercise.term.id
        self._phase = Phase.ANSWERED
        self._view.show_feedback(right, chosen)
        self._say(self._exercise.term)
        self._keep(right)

    def _keep(self, right: bool | None) -> None:
        self._phase = Phase.ANSWERED
        self._review = self._practice.answered(self._exercise, right, self._clock() - self._asked_at)
        self._write()

    def _write(self) -> None:
        practice, review = self._practice, self._review
        if review is None or self._is_keeping:
            return
        self._is_keeping = True
        self._background.run(
            lambda: practice.keep(review),
            lambda _: self._on_kept(practice, review),
            lambda why: self._on_refused(practice, why),
        )

    def _on_kept(self, practice: Practice, review: Review) -> None:
        practice.advance(review)
        if practice is not self._practice or review is not self._review:
            return
        self._review = None
        self._is_keeping = False
        if self._wants_next:
            self._ask_next()

    def _on_refused(self, practice: Practice, refusal: Refusal) -> None:
        if practice is self._practice:
            self._is_keeping = False
            self._wants_next = False
        self._notify(f"Je antwoord is nog niet bewaard. {refusal}")

    def _go_on(self) -> None:
        """To the next question, once the last answer is on disk; tries again to keep it where that failed."""
        if self._review is None:
            self._ask_next()
        else:
            self._wants_next = True
            self._write()

    def _say(self, term: Term) -> None:
        self._hear(said(self._practice.deck.id, term))

    def _hear(self, utterance: Utterance) -> None:
        self._own_voice.hush()
        self._speaker.say(utterance)
