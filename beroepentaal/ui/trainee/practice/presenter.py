"""Decides what happens in practice: question, answer, what is heard, and when the next question may come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

from beroepentaal.classroom.ports import Utterance, sentence_said, term_said
from beroepentaal.decks import Term
from beroepentaal.learning.exercises import Exercise, Form, Review
from beroepentaal.refusal import Refusal
from beroepentaal.ui.ports import Background, Notify, Speaker

if TYPE_CHECKING:  # it imports numpy, for which the first page need not wait
    from beroepentaal.classroom.practise import Practice


@dataclass(frozen=True, slots=True)
class Question:
    """An exercise with all that its page needs."""

    exercise: Exercise
    deck: str
    with_sound: bool
    """Without sound the written word takes its place."""
    language: str
    gloss: str
    """In the trainee's language; may be empty."""
    gloss_is_checked: bool
    done: float
    """The part of the session that is behind, 0 to 1."""


class PracticeView(Protocol):
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
    ) -> None:
        """clock counts seconds; finished is called at the end of a session, left when the trainee stops before it."""
        self._view = view
        self._speaker = speaker
        self._background = background
        self._notify = notify
        self._clock = clock
        self._finished = finished
        self._left = left
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
            self._phase = Phase.REVEALED
            self._view.show_revealed()
            self._say(self._exercise.term)
        elif self._selected:
            self._answer(self._selected)

    def on_knew(self, knew: bool) -> None:
        if self._phase is Phase.REVEALED:
            self._keep(knew)
            self._go_on()

    def on_replay(self) -> None:
        form, asked = self._exercise.form, self._phase is Phase.ASKED
        if asked and form is Form.PICTURE_CHOOSE_WORD:
            if self._selected:
                self._say(self._selected)
        elif not (asked and form is Form.PICTURE_SAY):
            self._say(self._exercise.term)

    def on_sentence(self) -> None:
        self._speaker.say(sentence_said(self._practice.deck.id, self._exercise.term))

    def on_text(self, text: str) -> None:
        self._speaker.say(Utterance(text))

    def on_leave(self) -> None:
        self._speaker.stop()
        self._left(self._practice)

    def _ask_next(self) -> None:
        exercise = self._practice.next()
        if exercise is None:
            self._speaker.stop()
            self._finished(self._practice)
            return
        self._exercise = exercise
        self._phase = Phase.ASKED
        self._selected = None
        self._wants_next = False
        self._asked_at = self._clock()
        self._view.show_question(self._question(exercise))
        self._sound_of(exercise)

    def _question(self, exercise: Exercise) -> Question:
        deck, language = self._practice.deck, self._practice.trainee.language
        return Question(
            exercise=exercise,
            deck=deck.id,
            with_sound=self._speaker.is_available,
            language=language,
            gloss=exercise.term.glosses.get(language, ""),
            gloss_is_checked=deck.about.languages.get(language, False),
            done=self._practice.done,
        )

    def _sound_of(self, exercise: Exercise) -> None:
        deck = self._practice.deck.id
        if exercise.form is Form.MEET:
            self._speaker.say(term_said(deck, exercise.term), sentence_said(deck, exercise.term))
        elif exercise.form is Form.HEAR_CHOOSE_PICTURE:
            self._say(exercise.term)
        else:
            self._speaker.stop()
            self._speaker.prepare(*(term_said(deck, term) for term in exercise.choices or (exercise.term,)))

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
        self._speaker.say(term_said(self._practice.deck.id, term))
