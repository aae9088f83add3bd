"""What a trainee knows of a deck, derived from the review log and nothing else."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from beroepentaal.decks import Term
from beroepentaal.learning.exercises import Form, Means, Review, Skill, can_ask, guess
from beroepentaal.learning.forecast import Forecast, Group, Studies
from beroepentaal.learning.memory import Rating
from beroepentaal.learning.theories import Floats

FEWEST_IN_ORDER = 3
"""Steps of the job that are worth putting in order."""
SECURE = 0.9
"""Chance of recall from which a term counts as known."""
SECURE_SAFETY = 0.97
"""What is aimed at for a term of which a misunderstanding can hurt; 0.99 would cost more than the other terms can bear."""

_FORMS = {skill: [form for form in Form if form.skill is skill and form is not Form.MEET] for skill in Skill}
_PROVES = {form: (form.skill, guess(form, is_new=True), guess(form, is_new=False)) for form in Form}


@dataclass(slots=True)
class TermProgress:
    met: int
    """School day on which the term was first shown."""
    last: int
    """School day of the last review of any form."""
    right_in_a_row: int = 0
    """Answers on the last day since the last mistake of that day."""
    missed_today: bool = False
    tested: dict[Skill, int] = field(default_factory=dict)
    """School day of the last test by skill."""
    recalled_later: bool = False
    """The last recall without choices was right at once, and on a later day than the first meeting."""

    def add(self, skill: Skill, right: bool | None, day: int) -> None:
        """One more review; right is None if the term was only shown."""
        if self.last != day:
            self.last, self.right_in_a_row, self.missed_today = day, 0, False
        if right is None:
            return
        if skill is Skill.SAY:
            self.recalled_later = right and not self.missed_today and (self.recalled_later or day > self.met)
        self.right_in_a_row = self.right_in_a_row + 1 if right else 0
        self.missed_today |= not right
        self.tested[skill] = day

    def was_missed_on(self, day: int) -> bool:
        return self.last == day and self.missed_today


class Progress:
    """Of one trainee, for terms in the order in which they are met."""

    def __init__(
        self, terms: Sequence[Term], reviews: Iterable[Review] = (), means: Means | None = None, group: Group | None = None
    ) -> None:
        """Reviews are in the order in which they happened; those of other terms are passed over."""
        self.terms = tuple(terms)
        self.means = means or Means()
        if len({term.step for term in self.terms if term.picture}) < FEWEST_IN_ORDER:
            self.means = replace(self.means, forms=self.means.forms - {Form.ORDER_STEPS})
        self.by_term: dict[str, TermProgress] = {}
        """By term id; a term that was never met is absent."""
        self.place = {term.id: place for place, term in enumerate(self.terms)}
        self.askable: Mapping[Skill, list[bool]] = {
            skill: [_can_ask(skill, term, self.means) for term in self.terms] for skill in self.means.skills
        }
        """Whether a term can be asked in a skill at all."""
        group = group or Group()
        self._forecasts = {skill: group.forecast(skill, len(self.terms)) for skill in self._skills()}
        # Who is shown a term studies it for every skill.
        self._studied_by = {form: [skill for skill in self._forecasts if form in (Form.MEET, *_FORMS[skill])] for form in Form}
        self._day = 0
        self._seconds = 0.0
        self._learn_all(reviews)

    @property
    def forecasts(self) -> Mapping[Skill, Forecast]:
        """By skill that can be asked of any term."""
        return self._forecasts

    def seconds_on(self, day: int) -> float:
        """Seconds practised on that school day, if it is the last one."""
        return self._seconds if self._day == day else 0.0

    def learn(self, what: Review) -> None:
        """Takes in one more review."""
        if what.term not in self.place:
            return
        time, right, chance = self._take(what)
        for skill in self._studied_by[what.form]:
            self._forecasts[skill].learn(self.place[what.term], time, right, chance)

    def recalls(self, skill: Skill, day: int) -> Floats:
        """The chance, for each term, that the skill succeeds at the start of that school day; 0 if it was never met."""
        if skill not in self._forecasts:
            return np.zeros(len(self.terms))
        return self._forecasts[skill].recall(self._time(day))

    def recall(self, term: str, skill: Skill, day: int) -> float:
        place = np.array([self.place[term]])
        return float(self._forecasts[skill].recall(self._time(day), place)[0]) if skill in self._forecasts else 0.0

    def known(self, day: int) -> set[str]:
        """Terms recalled without choices on a later day than the first, and still secure."""
        secure = self.recalls(Skill.SAY, day) >= SECURE
        return {term for term, state in self.by_term.items() if state.recalled_later and secure[self.place[term]]}

    def _skills(self) -> list[Skill]:
        return [skill for skill in self.means.skills if any(self.askable[skill])]

    def _learn_all(self, reviews: Iterable[Review]) -> None:
        columns: dict[Skill, tuple[list[int], list[float], list[float], list[float]]]
        columns = {skill: ([], [], [], []) for skill in self._forecasts}
        of_form = {form: [columns[skill] for skill in skills] for form, skills in self._studied_by.items()}
        for what in reviews:
            place = self.place.get(what.term)
            if place is None:
                continue
            time, right, chance = self._take(what)
            for places, times, answers, guesses in of_form[what.form]:
                places.append(place)
                times.append(time)
                answers.append(math.nan if right is None else right)
                guesses.append(chance)
        for skill, (places, *others) in columns.items():
            self._forecasts[skill].learn_all(Studies(np.array(places, dtype=np.intp), *map(np.array, others)))

    def _take(self, what: Review) -> tuple[float, bool | None, float]:
        """Counts the review for its term; its time, whether it was right, the chance of a guess."""
        day = what.day
        if self._day != day:
            self._day, self._seconds = day, 0.0
        time = day + self._seconds / 86_400
        self._seconds += what.seconds
        right = None if what.rating is None else what.rating is not Rating.AGAIN
        state = self.by_term.get(what.term)
        if state is None:
            state = self.by_term[what.term] = TermProgress(day, day)
        skill, guess_when_new, guess_later = _PROVES[what.form]
        state.add(skill, right, day)
        return time, right, guess_when_new if state.met == day else guess_later

    def _time(self, day: int) -> float:
        """On the day of the last review: now; on another: at its start."""
        return day + self.seconds_on(day) / 86_400


def _can_ask(skill: Skill, term: Term, means: Means) -> bool:
    return any(can_ask(form, term, means) for form in _FORMS[skill])
