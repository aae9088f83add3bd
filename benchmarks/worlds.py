"""Simulated learners: each forgets by another theory than a scheduler may believe, so that none is measured at home only."""

import importlib.util
import inspect
import math
import sys
from bisect import bisect_left
from pathlib import Path
from typing import Protocol, cast

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

MOST_STUDIES = 400
"""Studies of one term that leave a trace in ActR and Dash; later ones change nothing."""


class World(Protocol):
    """What one learner remembers. Times are days since the course began, and never run backwards."""

    def __init__(self, n_terms: int, rng: np.random.Generator) -> None: ...

    def advance(self, t: float, in_lesson: bool) -> None:
        """Time passes until t; forgetting in a lesson may run at another speed than between lessons."""

    def recall(self, i: int, t: float) -> float:
        """The chance that term i is recalled at t; 0 if it was never studied."""

    def study(self, i: int, t: float, correct: bool) -> None:
        """Term i was just tested, the answer shown; or introduced, with correct=False."""

    def recall_all(self, t: float) -> Floats:
        """The chance of recall of every term at t, a time after the last lesson."""


def load_worlds(path: Path | str) -> list[type[World]]:
    """Every class that a Python file defines and that has a study method, in the order of their definition.

    What only describes worlds (protocols, abstract classes) is left out.
    """
    path = Path(path)
    name = f"worlds_of_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    classes = (value for value in vars(module).values() if inspect.isclass(value) and value.__module__ == name)
    return [cast("type[World]", each) for each in dict.fromkeys(classes) if _is_world(each)]


def _is_world(value: type) -> bool:
    is_description = inspect.isabstract(value) or getattr(value, "_is_protocol", False)
    return callable(getattr(value, "study", None)) and not is_description


class ActR:
    """Pavlik & Anderson (2005): each study leaves a trace that decays as a power; the more active at study, the faster.

    Constants: the default parameters of the ACT-R model in open-spaced-repetition/srs-benchmark. Between lessons the
    psychological clock runs at PACE_BETWEEN_LESSONS of its speed. Spread over terms and learners: own choice.
    """

    LEAST_DECAY, DECAY_SCALE = 0.176786766570677, 0.216967308403809
    NOISE, THRESHOLD = 0.254893976981164, -0.704205679427144
    PACE_BETWEEN_LESSONS = 0.025

    def __init__(self, n_terms: int, rng: np.random.Generator) -> None:
        # Up to some sixty traces a term lists are faster than arrays, and few terms ever have more.
        self._times: list[list[float]] = [[] for _ in range(n_terms)]  # psychological seconds
        self._powers: list[list[float]] = [[] for _ in range(n_terms)]  # decays, negative
        bias = rng.normal(0, 0.3, n_terms) + rng.normal(0, 0.2)
        self._bias: list[float] = bias.tolist()
        self._clock = 0.0  # psychological seconds
        self._last = 0.0  # days

    def advance(self, t: float, in_lesson: bool) -> None:
        self._clock += (t - self._last) * 86400 * (1.0 if in_lesson else self.PACE_BETWEEN_LESSONS)
        self._last = t

    def recall(self, i: int, t: float) -> float:
        return self._probability(i, self._clock)

    def study(self, i: int, t: float, correct: bool) -> None:
        if len(self._times[i]) < MOST_STUDIES:
            decay = self.LEAST_DECAY
            if self._times[i]:
                decay += self.DECAY_SCALE * math.exp(min(self._activation(i, self._clock), 3.0))
            self._times[i].append(self._clock)
            self._powers[i].append(-decay)

    def recall_all(self, t: float) -> Floats:
        clock = self._clock + (t - self._last) * 86400 * self.PACE_BETWEEN_LESSONS
        return np.array([self._probability(i, clock) for i in range(len(self._times))])

    def _probability(self, i: int, clock: float) -> float:
        if not self._times[i]:
            return 0.0
        return 1 / (1 + math.exp(min(50.0, (self.THRESHOLD - self._activation(i, clock) - self._bias[i]) / self.NOISE)))

    def _activation(self, i: int, clock: float) -> float:
        ages = [clock - time for time in self._times[i]]
        if ages[-1] < 1.0:
            ages = [max(age, 1.0) for age in ages]
        return math.log(sum(map(math.pow, ages, self._powers[i])))


class Dash:
    """Lindsey et al. (2014): logistic in the log counts of studies and successes within 1, 7, 30 days and ever.

    Weights: the initial weights of DASH in open-spaced-repetition/srs-benchmark; bias 1.5 lower (unselected novices).
    """

    WEIGHTS = ((1.0, 0.2024, 0.5967), (7.0, 0.1255, 0.6039), (30.0, -0.1485, 0.572), (1e9, 0.0933, 0.4801))
    """By window in days: the weight of the studies and of the successes in it."""
    BIAS = 0.787 - 1.5

    def __init__(self, n_terms: int, rng: np.random.Generator) -> None:
        self._times: list[list[float]] = [[] for _ in range(n_terms)]
        self._successes: list[list[int]] = [[0] for _ in range(n_terms)]  # before each study, and after the last
        bias = rng.normal(0, 0.6, n_terms) + rng.normal(0, 0.4)
        self._bias: list[float] = bias.tolist()

    def advance(self, t: float, in_lesson: bool) -> None:
        pass

    def recall(self, i: int, t: float) -> float:
        times, successes = self._times[i], self._successes[i]
        if not times:
            return 0.0
        total = 0.0
        for window, of_studies, of_successes in self.WEIGHTS:
            first = _first_within(window, times, t)
            total += of_studies * math.log1p(len(times) - first) + of_successes * math.log1p(successes[-1] - successes[first])
        return 1 / (1 + math.exp(-(total + self.BIAS + self._bias[i])))

    def study(self, i: int, t: float, correct: bool) -> None:
        if len(self._times[i]) < MOST_STUDIES:
            self._times[i].append(t)
            self._successes[i].append(self._successes[i][-1] + correct)

    def recall_all(self, t: float) -> Floats:
        return np.array([self.recall(i, t) for i in range(len(self._times))])


def _first_within(window: float, times: list[float], t: float) -> int:
    """The place of the first of the rising times that is at most window before t; their number if none is."""
    if t - times[0] <= window:
        return 0
    return bisect_left(times, True, key=lambda time: t - time <= window)


class Fsrs6:
    """FSRS-6 with its default parameters as the truth: the scheduler's home game, to expose bias towards itself.

    Written apart from beroepentaal.learning.memory on purpose: a mistake there must not hide here.
    """

    W = (
        *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
        *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
    )
    DECAY = -W[20]
    FACTOR = 0.9 ** (1 / DECAY) - 1
    EASIEST = W[4] - math.exp(W[5] * 3) + 1

    def __init__(self, n_terms: int, rng: np.random.Generator) -> None:
        self._terms: list[tuple[float, float, float] | None] = [None] * n_terms  # stability, difficulty, last study

    def advance(self, t: float, in_lesson: bool) -> None:
        pass

    def recall(self, i: int, t: float) -> float:
        term = self._terms[i]
        if term is None:
            return 0.0
        stability, _, last = term
        return self._curve(t - last, stability)

    def study(self, i: int, t: float, correct: bool) -> None:
        w, grade, term = self.W, 3 if correct else 1, self._terms[i]
        if term is None:
            self._terms[i] = (w[grade - 1], min(max(w[4] - math.exp(w[5] * (grade - 1)) + 1, 1.0), 10.0), t)
            return
        s, d, last = term
        days = math.floor(t) - math.floor(last)
        s = self._same_day(s, correct) if days < 1 else self._other_day(s, d, self._curve(days, s), correct)
        d = min(max(w[7] * self.EASIEST + (1 - w[7]) * (d - w[6] * (grade - 3) * (10 - d) / 9), 1.0), 10.0)
        self._terms[i] = (max(s, 0.001), d, t)

    def recall_all(self, t: float) -> Floats:
        return np.array([self.recall(i, t) for i in range(len(self._terms))])

    def _curve(self, days: float, s: float) -> float:
        return math.pow(1 + self.FACTOR * max(days, 0.0) / s, self.DECAY)

    def _same_day(self, s: float, correct: bool) -> float:
        w = self.W
        growth = math.exp(w[17] * ((0 if correct else -2) + w[18])) * math.pow(s, -w[19])
        return s * (max(growth, 1.0) if correct else growth)

    def _other_day(self, s: float, d: float, r: float, correct: bool) -> float:
        w = self.W
        if correct:
            return s * (1 + math.exp(w[8]) * (11 - d) * math.pow(s, -w[9]) * (math.exp((1 - r) * w[10]) - 1))
        forgotten = w[11] * math.pow(d, -w[12]) * (math.pow(s + 1, w[13]) - 1) * math.exp((1 - r) * w[14])
        return min(forgotten, s / math.exp(w[17] * w[18]))


WORLDS: tuple[type[World], ...] = (ActR, Dash, Fsrs6)
