"""What to ask next in a session of about ten minutes."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from beroepentaal.decks import Deck, Term
from beroepentaal.learning.exercises import Exercise, Form, Review, Skill, compose
from beroepentaal.learning.progress import SECURE, Progress, TermProgress

SESSION_SECONDS = 600
LONGEST_SESSION_SECONDS = 780
"""By then a session ends even with terms half learned; they come back tomorrow."""
LONGEST_ANSWER_SECONDS = 60.0
"""Someone who takes longer went for coffee; no more is counted."""
MOST_NEW = 7
SPACING = 2
"""Exercises about other terms before the same term comes back; so three terms at most are being learned at a time."""
FIRST_LESSON = (Form.HEAR_CHOOSE_PICTURE, Form.PICTURE_CHOOSE_WORD, Form.PICTURE_SAY)
AFTER_A_MISS = (Form.HEAR_CHOOSE_PICTURE, Form.PICTURE_SAY)


@dataclass(frozen=True, slots=True)
class Session:
    day: int
    asked: tuple[str, ...] = ()
    """Term ids in the order they were asked."""
    new: int = 0
    """Terms met in this session."""
    seconds: float = 0.0

    def after(self, what: Review) -> "Session":
        met = what.form is Form.MEET
        seconds = self.seconds + what.seconds
        return replace(self, asked=(*self.asked, what.term), new=self.new + met, seconds=seconds)


def next_exercise(deck: Deck, progress: Progress, session: Session, rng: random.Random) -> Exercise | None:
    """The exercise that helps most now; None when the session is over.

    Terms in the middle of being learned come first (spaced), then what fades, then new terms in the order of the job;
    when nothing is due all are practised in turn, the weakest first, so that a session always has something to do.
    """
    open_terms = [term for term in deck.core if _open_forms(term, progress, session)]
    time_is_up = session.seconds >= SESSION_SECONDS
    if session.seconds >= LONGEST_SESSION_SECONDS or (time_is_up and not open_terms):
        return None
    started = [term for term in open_terms if _is_started(progress[term.id], session.day)]
    spaced = [term for term in started if term.id not in session.asked[-SPACING:]]
    if spaced:
        return _ask(_longest_ago(spaced, session), deck, progress, session, rng)
    if time_is_up:
        return _ask(_longest_ago(started, session), deck, progress, session, rng) if started else None
    if fading := [term for term in open_terms if term not in started]:
        return _ask(_weakest(fading, progress, session), deck, progress, session, rng)
    new = [term for term in deck.core if term.id not in progress]
    if new and session.new < MOST_NEW:
        return Exercise(Form.MEET, new[0])
    met = [term for term in deck.core if term.id in progress]
    if rested := [term for term in met if term.id not in session.asked[-SPACING:]]:
        return _ask(_weakest(rested, progress, session), deck, progress, session, rng)
    return _ask(_longest_ago(met, session), deck, progress, session, rng) if met else None


def _open_forms(term: Term, progress: Progress, session: Session) -> tuple[Form, ...]:
    """The forms in which the term is still to be answered right today."""
    if term.id not in progress:
        return ()
    state = progress[term.id]
    done = state.was_right_on(session.day)
    forms = (_fitting(form, term) for form in _forms_today(state, session.day))
    return tuple(form for form in dict.fromkeys(forms) if form not in done)


def _forms_today(state: TermProgress, day: int) -> tuple[Form, ...]:
    if state.met == day:
        return FIRST_LESSON
    if state.was_missed_on(day):
        return AFTER_A_MISS
    due = [skill for skill in Skill if state.recall(skill, day) < SECURE]
    return tuple(Form.HEAR_CHOOSE_PICTURE if skill is Skill.UNDERSTAND else Form.PICTURE_SAY for skill in due)


def _fitting(form: Form, term: Term) -> Form:
    """A term without a picture would be the odd one out among pictures, right without being understood."""
    return Form.PICTURE_CHOOSE_WORD if form is Form.HEAR_CHOOSE_PICTURE and not term.picture else form


def _is_started(state: TermProgress, day: int) -> bool:
    return state.last == day


def _ask(term: Term, deck: Deck, progress: Progress, session: Session, rng: random.Random) -> Exercise:
    form, *_ = _open_forms(term, progress, session) or (Form.PICTURE_SAY,)
    first_lesson = progress[term.id].met == session.day
    size = 2 if first_lesson and form is Form.HEAR_CHOOSE_PICTURE else 3 if first_lesson else 4
    return compose(form, term, _pool(deck, form), progress.keys(), size, rng)


def _pool(deck: Deck, form: Form) -> Sequence[Term]:
    if form is Form.HEAR_CHOOSE_PICTURE:
        return [term for term in deck.core if term.picture]
    return deck.core


def _longest_ago(terms: Iterable[Term], session: Session) -> Term:
    last = {term: place for place, term in enumerate(session.asked)}
    return min(terms, key=lambda term: last.get(term.id, -1))


def _weakest(terms: Iterable[Term], progress: Progress, session: Session) -> Term:
    """Of those asked least in this session the term most likely forgotten by tomorrow; safety terms before equals."""

    def strength(term: Term) -> tuple[int, float, bool]:
        state = progress[term.id]
        recall = min(state.recall(skill, session.day + 1) for skill in Skill)
        return session.asked.count(term.id), round(recall, 2), not term.safety

    return min(terms, key=strength)
