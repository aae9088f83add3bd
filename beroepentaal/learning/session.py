"""What to ask next in a session of about ten minutes, along the plan of the day."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from beroepentaal.decks import Term
from beroepentaal.learning.exercises import Exercise, Form, Review, Skill, compose, fitting_form
from beroepentaal.learning.likeness import are_alike
from beroepentaal.learning.planning import SESSION_SECONDS, Plan
from beroepentaal.learning.progress import SECURE, SECURE_SAFETY, Progress, TermProgress

LONGEST_SESSION_SECONDS = 780
"""By then a session ends even with terms half learned; they come back tomorrow."""
LONGEST_ANSWER_SECONDS = 60.0
"""Someone who takes longer went for coffee; no more is counted."""
SPACING = 2
"""Exercises about other terms before the same term comes back; so three terms at most are being learned at a time."""
NEW_BEFORE = 0.7
"""The part of a session over which its new terms are spread, so that each can still be recalled in it."""
FIRST_SKILLS = (Skill.UNDERSTAND, Skill.SAY)
"""In which a new term is recalled in its first lesson; with one recall only the last."""


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
        return replace(self, asked=(*self.asked, what.term), new=self.new + met, seconds=self.seconds + what.seconds)


def next_exercise(progress: Progress, plan: Plan, session: Session, rng: random.Random) -> Exercise | None:
    """The exercise that helps most now; None when the session is over.

    Terms in the middle of being learned come first (spaced), then new terms and what the plan has due, in turn; when
    nothing is due all are practised, the weakest first, so that a session always has something to do.
    """
    half_learned = [term for term in progress.terms if _left_today(progress.by_term.get(term.id), plan, session.day)]
    time_is_up = session.seconds >= SESSION_SECONDS
    if session.seconds >= LONGEST_SESSION_SECONDS or (time_is_up and not half_learned):
        return None
    spaced = _rested(half_learned, session, SPACING)
    if spaced or time_is_up:
        return _ask_half_learned(_longest_ago(spaced or half_learned, session), progress, plan, session, rng)
    new, due = _next_new(progress, plan, session), _next_due(progress, plan, session)
    if new and (due is None or session.seconds >= _time_of_next_new(plan, session)):
        return Exercise(Form.MEET, new)
    if due:
        return _ask(*due, progress, session, rng)
    met = [term for term in progress.terms if term.id in progress.by_term]
    if met:
        rested = (_rested(met, session, exercises) for exercises in range(SPACING, -1, -1))
        return _ask_spare(next(terms for terms in rested if terms), progress, session, rng)
    return Exercise(Form.MEET, progress.terms[0]) if progress.terms else None


def _rested(terms: Sequence[Term], session: Session, exercises: int) -> list[Term]:
    """Those that were not asked in so many of the last exercises."""
    just_asked = session.asked[-exercises:] if exercises else ()
    return [term for term in terms if term.id not in just_asked]


def _left_today(state: TermProgress | None, plan: Plan, day: int) -> int:
    """Right answers that a term met today still needs today.

    One met before and missed today needs none: asked again at once it is remembered tomorrow hardly better, and
    simulated trainees who forget fast lost a seventh of their terms by it. It comes back in spare time, or tomorrow.
    """
    if state is None or state.met != day:
        return 0
    return max(0, plan.first_recalls - state.right_in_a_row)


def _ask_half_learned(term: Term, progress: Progress, plan: Plan, session: Session, rng: random.Random) -> Exercise:
    left = _left_today(progress.by_term[term.id], plan, session.day)
    skills = [skill for skill in FIRST_SKILLS[-left:] if skill in progress.forecasts] or list(progress.forecasts)
    forms = (fitting_form(skill, term, 0.0, progress.means, rng) for skill in skills)
    return _compose(next((form for form in forms if form), Form.PICTURE_SAY), term, progress, session.day, rng)


def _next_new(progress: Progress, plan: Plan, session: Session) -> Term | None:
    """The next term in the order of the job that is not like one met today."""
    met_today = [term for term in progress.terms if term.id in progress.by_term and _met_on(progress, term, session.day)]
    if session.new >= plan.new_a_session or len(met_today) >= plan.new:
        return None
    unmet = (term for term in progress.terms if term.id not in progress.by_term)
    return next((term for term in unmet if not any(are_alike(term, other) for other in met_today)), None)


def _met_on(progress: Progress, term: Term, day: int) -> bool:
    return progress.by_term[term.id].met == day


def _time_of_next_new(plan: Plan, session: Session) -> float:
    """Seconds into the session: something known first, then new terms at even distances."""
    several = min(plan.new, plan.new_a_session)
    return (session.new + 0.5) * NEW_BEFORE * SESSION_SECONDS / several


def _next_due(progress: Progress, plan: Plan, session: Session) -> tuple[Term, Skill] | None:
    """What the plan has next and was not yet tested today; a term that was asked just now is left for later."""
    for term, skill in plan.due:
        if term.id not in session.asked[-SPACING:] and progress.by_term[term.id].tested.get(skill) != session.day:
            return term, skill
    return None


def _ask_spare(terms: Iterable[Term], progress: Progress, session: Session, rng: random.Random) -> Exercise:
    """Of those asked least in this session the term that will be farthest below its aim tomorrow."""
    tomorrow = {skill: progress.recalls(skill, session.day + 1) for skill in progress.forecasts}
    times = {term: session.asked.count(term) for term in set(session.asked)}
    askable = progress.askable

    def weakest(term: Term) -> tuple[float, Skill]:
        place = progress.place[term.id]
        return min((round(float(chance[place]), 2), skill) for skill, chance in tomorrow.items() if askable[skill][place])

    def below_aim(term: Term) -> float:
        return round(weakest(term)[0] - (SECURE_SAFETY if term.safety else SECURE), 2)

    term = min(terms, key=lambda term: (times.get(term.id, 0), below_aim(term)))
    return _ask(term, weakest(term)[1], progress, session, rng)


def _ask(term: Term, skill: Skill, progress: Progress, session: Session, rng: random.Random) -> Exercise:
    """In the hardest form that suits the term's strength."""
    form = fitting_form(skill, term, progress.recall(term.id, skill, session.day), progress.means, rng)
    return _compose(form or Form.PICTURE_SAY, term, progress, session.day, rng)


def _compose(form: Form, term: Term, progress: Progress, day: int, rng: random.Random) -> Exercise:
    recall = progress.recall(term.id, form.skill, day)
    is_new = _met_on(progress, term, day)
    return compose(form, term, progress.terms, progress.by_term.keys(), is_new, recall, rng)


def _longest_ago(terms: Iterable[Term], session: Session) -> Term:
    last = {term: place for place, term in enumerate(session.asked)}
    return min(terms, key=lambda term: last.get(term.id, -1))
