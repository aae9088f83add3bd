"""One trainee practises one deck: what is asked, what the answer proved, and how far it brought."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from beroepentaal.classroom.ports import ReviewLog, Trainee
from beroepentaal.classroom.school_day import SchoolDay
from beroepentaal.decks import Deck, Term
from beroepentaal.learning.exercises import Exercise, Means, Review, Skill
from beroepentaal.learning.forecast import Group
from beroepentaal.learning.memory import Rating
from beroepentaal.learning.planning import SESSION_SECONDS, plan, rolling
from beroepentaal.learning.progress import SECURE, Progress
from beroepentaal.learning.session import LONGEST_ANSWER_SECONDS, Session, next_exercise

NEARLY = SECURE - 0.01


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a trainee is with the core of a deck, in terms."""

    known: int
    started: int
    """Met, known ones included."""
    core: int


class Practice:
    """A session of a trainee; the review log is the truth, the rest is derived from it."""

    def __init__(
        self,
        deck: Deck,
        trainee: Trainee,
        log: ReviewLog,
        today: SchoolDay,
        rng: random.Random,
        means: Means,
        group: Group | None = None,
    ) -> None:
        """Makes the plan of the day, which takes some tens of milliseconds. Raises Refusal if the log cannot be read."""
        self.deck = deck
        self.trainee = trainee
        self._log = log
        self._rng = rng
        self.today = today
        self._session = Session(today.day)
        self.progress = Progress(deck.core, log.reviews(trainee, deck.id), means, group)
        self._plan = plan(self.progress, rolling(today.day, self.progress.seconds_on(today.day)))

    @property
    def done(self) -> float:
        """The part of the session that is behind, 0 to 1."""
        return min(1.0, self._session.seconds / SESSION_SECONDS)

    @property
    def practised(self) -> list[Term]:
        """The terms of this session, in the order in which they first came."""
        return [self.deck.by_id[term] for term in dict.fromkeys(self._session.asked)]

    def start_again(self) -> None:
        """A new session on the same day."""
        self._session = Session(self.today.day)

    def next(self) -> Exercise | None:
        """None when the session is over."""
        return next_exercise(self.progress, self._plan, self._session, self._rng)

    def answered(self, exercise: Exercise, right: bool | None, seconds: float) -> Review:
        """The answer as the log keeps it; right is None for an exercise that asks nothing."""
        rating = None if right is None else Rating.GOOD if right else Rating.AGAIN
        seconds = round(min(max(seconds, 0.0), LONGEST_ANSWER_SECONDS), 1)
        return Review(exercise.term.id, exercise.form, rating, self.today.day, seconds)

    def keep(self, review: Review) -> None:
        """Writes the review to disk. May be called from any thread; raises Refusal, with nothing kept."""
        self._log.append(self.trainee, self.deck.id, review)

    def advance(self, review: Review) -> None:
        """Counts a review that was kept, so that next() and standing() know it."""
        self.progress.learn(review)
        self._session = self._session.after(review)

    def recalls(self) -> dict[str, float]:
        """By id of each term that was met, the chance of saying it now: under SECURE for what does not count as known yet."""
        day = self.today.day
        known, recalls = self.progress.known(day), self.progress.recalls(Skill.SAY, day)
        now = {term: float(recalls[self.progress.place[term]]) for term in self.progress.by_term}
        return {term: recall if term in known else min(recall, NEARLY) for term, recall in now.items()}

    def standing(self) -> Standing:
        return Standing(len(self.progress.known(self.today.day)), len(self.progress.by_term), len(self.deck.core))


OpenPractice = Callable[[Trainee], Practice]
"""Opens the practice of a trainee on the present school day."""
