"""Theories of how people forget, behind one small interface: each alone loses somewhere, forecast.py weighs them.

A theory speaks of n memories side by side and holds nothing itself: a State is a tuple of arrays whose last axis is the
memories. It comes in several tempers, from fast to slow forgetters. Times are days (a float: the school day and the
part of 24 hours since its first exercise); two times within one whole day are in the same lesson.
"""

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from beroepentaal.learning.memory import LEAST_STABILITY, WEIGHTS, Rating, Weights

Floats = NDArray[np.floating[Any]]
State = tuple[Floats, ...]

MOST_STUDIES = 32
"""Studies of one term that ActR and Dash remember; a later one takes the place of the oldest, which by then hardly counts."""
_ZERO = np.float32(0)
NEVER = -np.inf
"""The time of a study that has not been."""


class Theory(Protocol):
    tempers: int

    def unstudied(self, memories: int) -> State: ...

    def recall(self, state: State, time: Floats | float) -> Floats:
        """The chance of recall, (tempers, n); 0 for what was never studied."""

    def studied(self, state: State, time: Floats | float, recalled: Floats) -> State:
        """The memories after a study of each; recalled is the chance, 0 to 1 (n), that it was recalled then."""


class Fsrs:
    """FSRS-6 (see memory.py); its tempers multiply the stability."""

    SCALES = np.array([0.2, 0.45, 1.0, 2.2, 5.0], dtype=np.float32)[:, None]

    def __init__(self, weights: Weights = WEIGHTS) -> None:
        self.tempers = len(self.SCALES)
        self._weights = tuple(weights)
        self._factor = 0.9 ** (-1 / weights[20]) - 1

    def unstudied(self, memories: int) -> State:
        return np.zeros(memories), np.ones(memories), np.full(memories, NEVER)

    def recall(self, state: State, time: Floats | float) -> Floats:
        stability, _, last = state
        ratio = self._factor * np.maximum(time - last, 0) / np.maximum(stability, LEAST_STABILITY)
        chance = np.exp(-self._weights[20] * np.log1p(_single(ratio) / self.SCALES))
        return np.where(stability > 0, chance, _ZERO)

    def studied(self, state: State, time: Floats | float, recalled: Floats) -> State:
        w = self._weights
        stability, difficulty, last = state
        is_first = stability <= 0
        s, d = np.where(is_first, 1.0, stability), difficulty
        days = np.where(is_first, 0.0, np.floor(time) - np.floor(last))
        forgetting = 1 - self._curve(days, s)
        same_day = s * np.exp(w[17] * w[18]) * s ** -w[19]
        grown = s * (1 + np.exp(w[8]) * (11 - d) * s ** -w[9] * np.expm1(w[10] * forgetting))
        shrunk = w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * np.exp(w[14] * forgetting)
        shrunk = np.minimum(shrunk, s / np.exp(w[17] * w[18]))
        good = np.where(is_first, w[2], np.where(days < 1, np.maximum(same_day, s), grown))
        again = np.where(is_first, w[0], np.where(days < 1, same_day * np.exp(-2 * w[17]), shrunk))
        logs = (1 - recalled) * np.log(np.maximum(again, LEAST_STABILITY)) + recalled * np.log(good)
        harder = (1 - recalled) * self._next_difficulty(Rating.AGAIN, d, is_first)
        return np.exp(logs), harder + recalled * self._next_difficulty(Rating.GOOD, d, is_first), np.zeros_like(s) + time

    def _curve(self, days: Floats, stability: Floats) -> Floats:
        return np.asarray((1 + self._factor * np.maximum(days, 0) / stability) ** -self._weights[20])

    def _next_difficulty(self, rating: Rating, difficulty: Floats, is_first: NDArray[np.bool_]) -> Floats:
        w = self._weights
        moved = difficulty - w[6] * (rating - Rating.GOOD) * (10 - difficulty) / 9
        moved = w[7] * (w[4] - np.exp(w[5] * 3) + 1) + (1 - w[7]) * moved
        return np.asarray(np.clip(np.where(is_first, w[4] - np.exp(w[5] * (rating - 1)) + 1, moved), 1, 10))


class ActR:
    """Pavlik & Anderson (2005): each study leaves a trace that decays as a power; the more active at study, the faster.

    Constants: the default parameters of the ACT-R model in open-spaced-repetition/srs-benchmark. Psychological time runs
    slower outside the lesson; a day of lesson and rest is taken as SECONDS_A_DAY of it. Tempers shift the activation.
    """

    SHIFTS = np.array([-0.6, -0.3, 0.0, 0.3, 0.6], dtype=np.float32)[:, None]
    LEAST_DECAY, DECAY_SCALE = 0.176786766570677, 0.216967308403809
    NOISE, THRESHOLD = 0.254893976981164, -0.704205679427144
    SECONDS_A_DAY = 3000.0
    MOST_STRENGTH = float(np.exp(3.0))

    def __init__(self) -> None:
        self.tempers = len(self.SHIFTS)
        self._before: tuple[State, Floats | float, Floats] | None = None
        """The last state and time asked about, and the strength then: recall and study ask for the same one."""

    def unstudied(self, memories: int) -> State:
        return np.full((MOST_STUDIES, memories), NEVER), np.ones((MOST_STUDIES, memories)), np.zeros(memories)

    def recall(self, state: State, time: Floats | float) -> Floats:
        activation = np.log(_single(np.maximum(self._strength(state, time), 1e-9))) + self.SHIFTS
        return np.where(state[2] > 0, 1 / (1 + np.exp((self.THRESHOLD - activation) / self.NOISE)), _ZERO)

    def studied(self, state: State, time: Floats | float, recalled: Floats) -> State:
        # A trace of strength m decays by m itself, since m is e to the activation.
        decay = self.LEAST_DECAY + self.DECAY_SCALE * np.minimum(self._strength(state, time), self.MOST_STRENGTH)
        times, decays, count = state
        return _written(times, count, self._clock(time)), _written(decays, count, decay), count + 1

    def _strength(self, state: State, time: Floats | float) -> Floats:
        if not (self._before and self._before[0] is state and self._before[1] is time):
            self._before = state, time, self._computed_strength(state, time)
        return self._before[2]

    def _computed_strength(self, state: State, time: Floats | float) -> Floats:
        times, decays, count = state
        used = _used(count)
        log_ages = np.log(np.maximum(self._clock(time) - times[:used], 1.0, dtype=np.float32))
        return np.asarray(np.exp(-decays[:used] * log_ages, dtype=np.float32).sum(axis=0, dtype=np.float64))

    def _clock(self, time: Floats | float) -> Floats:
        day = np.floor(time)
        return np.asarray(day * self.SECONDS_A_DAY + np.minimum((time - day) * 86_400, self.SECONDS_A_DAY))


class Dash:
    """Lindsey et al. (2014): logistic in the log counts of studies and successes within 1, 7, 30 days and ever.

    Weights: the initial weights of DASH in open-spaced-repetition/srs-benchmark. Tempers shift its bias.
    """

    BIAS = 0.787
    SHIFTS = np.array([-2.7, -2.1, -1.5, -0.9, -0.3], dtype=np.float32)[:, None]
    WEIGHTS = ((1.0, 0.2024, 0.5967), (7.0, 0.1255, 0.6039), (30.0, -0.1485, 0.572), (1e9, 0.0933, 0.4801))
    """By window in days: the weight of the studies and of the successes in it."""

    def __init__(self) -> None:
        self.tempers = len(self.SHIFTS)

    def unstudied(self, memories: int) -> State:
        return np.full((MOST_STUDIES, memories), NEVER), np.zeros((MOST_STUDIES, memories)), np.zeros(memories)

    def recall(self, state: State, time: Floats | float) -> Floats:
        times, successes, count = state
        used = _used(count)
        ages, successes = time - times[:used], successes[:used]
        total = np.zeros(ages.shape[1:])
        for window, of_studies, of_successes in self.WEIGHTS:
            inside = ages <= window
            studied, succeeded = inside.sum(axis=0), np.einsum("kn,kn->n", inside, successes, dtype=np.float64)
            total += of_studies * np.log1p(studied) + of_successes * np.log1p(succeeded)
        return np.where(count > 0, 1 / (1 + np.exp(-(_single(total + self.BIAS) + self.SHIFTS))), _ZERO)

    def studied(self, state: State, time: Floats | float, recalled: Floats) -> State:
        times, successes, count = state
        return _written(times, count, time), _written(successes, count, recalled), count + 1


class HalfLife:
    """Forgetting by half-lives, as in Ebbinghaus and Settles & Meeder (2016): it outdoes power laws in forgetting fast.

    A success lengthens the half-life the more, the less it was expected; a miss halves it. Tempers are first half-lives
    in days. GROWTH and the first half-lives are own choices.
    """

    FIRST = np.array([0.3, 0.8, 2.0, 6.0])[:, None]
    GROWTH = 3.0
    LOSS = 0.5
    LEAST = 0.7
    """Of the first half-life: a term that was once studied is not learned from nothing again."""

    def __init__(self) -> None:
        self.tempers = len(self.FIRST)

    def unstudied(self, memories: int) -> State:
        return np.zeros((self.tempers, memories)), np.full(memories, NEVER)

    def recall(self, state: State, time: Floats | float) -> Floats:
        half_life, last = state
        passed = _single(np.maximum(time - last, 0) / np.maximum(half_life, LEAST_STABILITY))
        return np.where(half_life > 0, np.exp2(-passed), _ZERO)

    def studied(self, state: State, time: Floats | float, recalled: Floats) -> State:
        half_life, _ = state
        expected = self.recall(state, time)
        longer = np.log(np.maximum(half_life * (1 + self.GROWTH * (1 - expected)), self.LEAST * self.FIRST))
        shorter = np.log(np.maximum(half_life * self.LOSS, self.LEAST * self.FIRST))
        changed = np.exp(recalled * longer + (1 - recalled) * shorter)
        return np.where(half_life > 0, changed, self.FIRST), np.zeros(half_life.shape[1]) + time


def _single(values: Floats) -> Floats:
    """In single precision: it halves the time of a plan, and a millionth of a chance does not count."""
    return np.asarray(values, dtype=np.float32)


def _used(count: Floats) -> int:
    """Rows in which any study stands."""
    return min(int(count.max(initial=0)), MOST_STUDIES)


def _written(rows: Floats, count: Floats, value: Floats | float) -> Floats:
    """The rows (studies, n) with a value for the next study of each memory."""
    rows = rows.copy()
    rows[count.astype(np.intp) % MOST_STUDIES, np.arange(rows.shape[1])] = value
    return rows
