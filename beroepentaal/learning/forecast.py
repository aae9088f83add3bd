"""How likely each term is recalled, and what studying it would bring: the theories together, by how well each foretold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from beroepentaal.learning.exercises import Skill
from beroepentaal.learning.memory import WEIGHTS, Weights
from beroepentaal.learning.theories import ActR, Dash, Floats, Fsrs, HalfLife, State, Theory

Places = NDArray[np.intp]

SLIP = 0.03
"""The chance that something known is answered wrong."""
LEAST_CHANCE = 0.02
"""No answer is taken for more of a surprise than this, so that one slip convicts no theory."""
SHARED = 0.3
"""How much of the answers to all other terms counts as evidence about one; at 1 a few hundred of them would decide alone."""

AT_ONCE = 1024
"""Memories that learn side by side; more would not fit in the processor's cache."""


@dataclass(frozen=True, slots=True)
class Studies:
    """Studies of several memories in the order in which they were, a column each: what was shown, or asked and answered."""

    place: Places
    """Which memory was studied."""
    time: Floats
    """In days, as theories.py has it."""
    right: Floats
    """1 or 0; not a number where the term was only shown."""
    guess: Floats
    """The chance of a right answer without any memory."""


class Forecast:
    """Of so many memories of one trainee in one skill."""

    def __init__(self, memories: int, theories: Sequence[Theory], prior: Floats | None = None) -> None:
        """prior is the log weight of each temper of each theory in turn; without it they weigh the same."""
        self._theories = tuple(theories)
        tempers = sum(theory.tempers for theory in self._theories)
        self._states = [theory.unstudied(memories) for theory in self._theories]
        self._prior = np.zeros((tempers, 1)) if prior is None else prior.reshape(tempers, 1)
        self._evidence = np.zeros((tempers, memories), dtype=np.float32)
        """Log likelihood of the answers to each term, by temper."""
        self._all_evidence = np.zeros((tempers, 1))
        self.is_studied = np.zeros(memories, dtype=np.bool_)
        self.answers = 0

    def learn(self, place: int, time: float, right: bool | None, guess: float) -> None:
        """Takes in one more study of the memory at that place; right is None if it was only shown."""
        answer = np.nan if right is None else right
        self._learn(np.array([place]), np.array([time]), np.array([answer], dtype=np.float64), np.array([guess]))

    def learn_all(self, studies: Studies) -> None:
        """Takes in many studies of many memories: much faster than one by one."""
        lengths = np.bincount(studies.place, minlength=len(self.is_studied))
        longest_first = np.argsort(-lengths, kind="stable")
        by_place = np.argsort(studies.place, kind="stable")
        columns = [column[by_place] for column in (studies.time, studies.right, studies.guess)]
        starts = lengths.cumsum() - lengths
        self._reorder(longest_first)  # so that those which have an n-th study stand together
        for first in range(0, len(lengths), AT_ONCE):
            some = longest_first[first : first + AT_ONCE]
            for number in range(lengths[some[0]]):
                several = int((lengths[some] > number).sum())
                now = starts[some[:several]] + number
                self._learn(slice(first, first + several), *(column[now] for column in columns))
        self._reorder(np.argsort(longest_first))

    def recall(self, time: float, places: Places | None = None) -> Floats:
        """The chance of recall at that time of the memories at these places, or of all."""
        places = np.arange(len(self.is_studied)) if places is None else places
        return self._mean(self._recalls(self._taken(places), time), self._weights(places))

    def project(self, times: Sequence[float], exam: float, places: Places) -> tuple[Floats, Floats]:
        """What studies at these times would do for the memories at these places.

        The chance of recall at the exam, without and with the studies (2, n); the chance of a right answer in each of
        the studies (k, n).
        """
        weights, states = self._weights(places), self._taken(places)
        before = self._mean(self._recalls(states, exam), weights)
        right = []
        for time in times:
            chance = self._mean(self._recalls(states, time), weights)
            right.append(chance * (1 - SLIP))
            states = [theory.studied(state, time, chance) for theory, state in zip(self._theories, states, strict=True)]
        return np.array([before, self._mean(self._recalls(states, exam), weights)]), np.array(right)

    def evidence(self) -> Floats:
        """How well each temper of each theory foretold all answers: log likelihoods, comparable with each other only."""
        return self._all_evidence[:, 0]

    def _learn(self, places: Places | slice, time: Floats, right: Floats, guess: Floats) -> None:
        """right is 1 or 0, and not a number for what was only shown; the places differ from each other."""
        states = self._taken(places)
        recalls = self._recalls(states, time)
        counts = ~np.isnan(right) & self.is_studied[places]
        knew = np.clip(recalls * (1 - SLIP), LEAST_CHANCE, 1 - LEAST_CHANCE)
        answered_right = knew + (1 - knew) * guess.astype(np.float32)
        surprise = np.log(np.where(right == 1, answered_right, 1 - answered_right)) * counts
        recalled = np.where(right == 1, 1.0, 0.0)
        if guess.any():
            # A right answer among n choices may be a guess: R / (R + (1 - R) / n) is the chance that it was none.
            chance = self._mean(recalls, self._weights(places, shared=0.0))  # whatever else was answered before or since
            recalled *= chance / np.maximum(chance + (1 - chance) * guess, LEAST_CHANCE)
        self._evidence[:, places] += surprise
        self.answers += int(counts.sum())
        self._all_evidence += surprise.sum(axis=1, keepdims=True)
        for theory, whole, part in zip(self._theories, self._states, states, strict=True):
            for array, new in zip(whole, theory.studied(part, time, recalled), strict=True):
                array[..., places] = new
        self.is_studied[places] = True

    def _reorder(self, places: Places) -> None:
        self._states = self._taken(places)
        self._evidence, self.is_studied = self._evidence[:, places], self.is_studied[places]

    def _taken(self, places: Places | slice) -> list[State]:
        return [tuple(array[..., places] for array in state) for state in self._states]

    def _recalls(self, states: Sequence[State], time: Floats | float) -> Floats:
        """Of every temper of every theory, (tempers, n)."""
        return np.concatenate([theory.recall(state, time) for theory, state in zip(self._theories, states, strict=True)])

    @staticmethod
    def _mean(chances: Floats, weights: Floats) -> Floats:
        return np.asarray((weights * chances).sum(axis=0))

    def _weights(self, places: Places | slice, shared: float = SHARED) -> Floats:
        """Of each temper for each of the memories, (tempers, n)."""
        score = self._prior + shared * self._all_evidence + (1 - shared) * self._evidence[:, places]
        weights = np.exp(score - score.max(axis=0))
        return np.asarray(weights / weights.sum(axis=0))


@dataclass(frozen=True)
class Group:
    """How a group forgets; without any answers of it, as people do on average."""

    weights: Mapping[Skill, Weights] = field(default_factory=dict)
    """Of FSRS, by skill in which the fitted ones foretell better."""
    priors: Mapping[Skill, Floats] = field(default_factory=dict)
    """Log weight of each temper of each theory, by skill."""

    def forecast(self, skill: Skill, memories: int) -> Forecast:
        """For one more trainee of the group."""
        theories = (Fsrs(self.weights.get(skill, WEIGHTS)), ActR(), Dash(), HalfLife())
        return Forecast(memories, theories, self.priors.get(skill))
