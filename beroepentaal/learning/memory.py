"""How fast a trainee forgets: FSRS-6, counted in school days, as pure functions.

Formulas and default weights: open-spaced-repetition, "The Algorithm" (FSRS-6).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

Weights = Sequence[float]

WEIGHTS = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
LEAST_STABILITY = 0.001


class Rating(IntEnum):
    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Memory:
    stability: float
    """Days until the chance of recall has fallen to 0.9."""
    difficulty: float
    """From 1 (easy) to 10."""


def review(memory: Memory | None, days: int, rating: Rating, weights: Weights = WEIGHTS) -> Memory:
    """The memory after a test.

    memory is None for the first test; days (school days since the last test) is then not used.
    """
    if memory is None:
        return Memory(weights[rating - 1], _limited(_first_difficulty(rating, weights)))
    if days < 1:
        stability = _stability_same_day(memory, rating, weights)
    elif rating is Rating.AGAIN:
        stability = _stability_forgotten(memory, retrievability(memory, days, weights), weights)
    else:
        stability = _stability_recalled(memory, retrievability(memory, days, weights), rating, weights)
    return Memory(max(stability, LEAST_STABILITY), _next_difficulty(memory.difficulty, rating, weights))


def retrievability(memory: Memory, days: float, weights: Weights = WEIGHTS) -> float:
    """The chance, 0 to 1, that the term is recalled so many days after its last test."""
    decay = -weights[20]
    return math.pow(1 + _factor(decay) * max(days, 0) / memory.stability, decay)


def interval(memory: Memory, retention: float, weights: Weights = WEIGHTS) -> int:
    """Whole days, at least 1, until the chance of recall has fallen to retention (0 < retention <= 1)."""
    decay = -weights[20]
    return max(1, round(memory.stability / _factor(decay) * (math.pow(retention, 1 / decay) - 1)))


def _factor(decay: float) -> float:
    """Makes retrievability 0.9 after as many days as the stability."""
    return math.pow(0.9, 1 / decay) - 1


def _first_difficulty(rating: Rating, weights: Weights) -> float:
    return weights[4] - math.exp(weights[5] * (rating - 1)) + 1


def _next_difficulty(difficulty: float, rating: Rating, weights: Weights) -> float:
    change = -weights[6] * (rating - Rating.GOOD) * (10 - difficulty) / 9
    easiest = _first_difficulty(Rating.EASY, weights)
    return _limited(weights[7] * easiest + (1 - weights[7]) * (difficulty + change))


def _limited(difficulty: float) -> float:
    return min(max(difficulty, 1.0), 10.0)


def _stability_same_day(memory: Memory, rating: Rating, weights: Weights) -> float:
    growth = math.exp(weights[17] * (rating - 3 + weights[18])) * math.pow(memory.stability, -weights[19])
    return memory.stability * (growth if rating is Rating.AGAIN else max(growth, 1.0))


def _stability_recalled(memory: Memory, recall: float, rating: Rating, weights: Weights) -> float:
    growth = math.exp(weights[8]) * (11 - memory.difficulty) * math.pow(memory.stability, -weights[9])
    growth *= math.exp((1 - recall) * weights[10]) - 1
    growth *= {Rating.HARD: weights[15], Rating.EASY: weights[16]}.get(rating, 1.0)
    return memory.stability * (1 + growth)


def _stability_forgotten(memory: Memory, recall: float, weights: Weights) -> float:
    after_days = weights[11] * math.pow(memory.difficulty, -weights[12])
    after_days *= math.pow(memory.stability + 1, weights[13]) - 1
    after_days *= math.exp((1 - recall) * weights[14])
    return min(after_days, memory.stability / math.exp(weights[17] * weights[18]))
