"""How fast this group forgets: FSRS-6's weights, fitted to the group's own answers.

The weights found are the most probable ones after the answers (maximum a posteriori): they make least the log loss of the
answers given on a later school day, plus half the squared distance to the start weights, in spreads. The search is Fisher
scoring with Marquardt's damping. All histories go through the formulas of memory.py side by side and carry along the slopes
of each memory to the weights (forward mode). Imports numpy: import this module only when a fit is made.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from beroepentaal.learning.memory import LEAST_STABILITY, WEIGHTS, Rating, Weights

History = Sequence[tuple[int, Rating]]
"""The reviews of one (trainee, term, skill) in order: the number of the school day, and what happened."""
Array = NDArray[np.float64]
Places = NDArray[np.intp]

LOWEST = np.array([0.001] * 4 + [1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1, 0, 0, 0, 0.1])
HIGHEST = np.array([100.0] * 4 + [10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8])
"""The bounds of FSRS-6, as in py-fsrs 6.3.2."""
SPREAD = (0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14, 0.27)
"""How far the weights after the first four differ between people: standard deviations from fsrs-rs (PARAMS_STDDEV).

The first four, stabilities, spread by their own size: fsrs-rs' 6 to 28 days come from a few and would not hold 0.212 days.
"""
LEAST_REVIEWS = 200
HELD_BACK = 0.2
GOLDEN_RATIO = 0.6180339887498949
MOST_STEPS = 30
LEAST_GAIN = 0.01  # nats over all reviews; less is no reason for another step
LEAST_CHANCE = 1e-12  # of forgetting, so that no loss is infinite


@dataclass(frozen=True, slots=True)
class Fitted:
    weights: tuple[float, ...]
    """21, for beroepentaal.learning.memory."""
    loss_before: float
    """Log loss (nats a review) of the start weights on the reviews held back; 0 if there were too few reviews to fit."""
    loss_after: float
    """The same for the weights given back, so never more."""
    used: bool
    """Whether the fitted weights foretold the reviews held back better; if not, weights are the start weights."""


@dataclass(frozen=True, slots=True)
class Step:
    """The n-th review of every history that has so many; the longest histories come first."""

    days: Array
    """School days since the review before."""
    rating: Array
    same_day: Places
    forgotten: Places
    recalled: Places
    """Which reviews were on the day of the one before, and on a later day wrong or right."""


@dataclass(frozen=True, slots=True)
class Foretold:
    """Of m reviews, before their answers."""

    log_recall: Array
    forgetting: Array
    slopes: Array
    """Of log_recall to the weights: (21, m)."""

    @property
    def odds(self) -> Array:
        return np.exp(self.log_recall) / self.forgetting


def fit(histories: Sequence[History], start: Weights = WEIGHTS) -> Fitted:
    """The weights that fit four fifths of the histories, if they foretell the other fifth better than start does.

    Foretold are reviews on a later day than the one before; the others only change the memory. With fewer than
    LEAST_REVIEWS of them, or with none in either part, start comes back untried.
    Raises ValueError when start is not 21 weights within the bounds of FSRS-6.
    """
    first = np.array(start, dtype=np.float64)
    if first.shape != LOWEST.shape or not np.all((first >= LOWEST) & (first <= HIGHEST)):
        raise ValueError("start is not 21 weights within the bounds of FSRS-6")
    later = [sum(day > before for (before, _), (day, _) in pairwise(history)) for history in histories]
    # By steps of the golden ratio: in a log sorted by term, every fifth would always be the same one of five trainees.
    parts: tuple[list[History], list[History]] = [], []
    for index, history in enumerate(histories):
        if later[index]:
            parts[index * GOLDEN_RATIO % 1 < HELD_BACK].append(history)
    if sum(later) < LEAST_REVIEWS or not all(parts):
        return Fitted(tuple(start), 0.0, 0.0, used=False)
    seen, unseen = (side_by_side(part) for part in parts)
    found = _most_probable(seen, first)
    reviews = sum(len(step.forgotten) + len(step.recalled) for step in unseen)
    before, after = (score(unseen, weights)[0] / reviews for weights in (first, found))
    if after < before:
        return Fitted(tuple(found.tolist()), before, after, used=True)
    return Fitted(tuple(start), before, before, used=False)


def side_by_side(histories: Sequence[History]) -> list[Step]:
    """The steps of the histories (none of them empty), sorted by falling length."""
    longest_first = sorted(histories, key=len, reverse=True)
    lengths = np.array([len(history) for history in longest_first])
    starts = lengths.cumsum() - lengths
    day, ratings = np.array(list(chain.from_iterable(longest_first)), dtype=np.float64).T
    steps = []
    for number in range(lengths[0]):
        places = starts[lengths > number] + number
        days, rating = day[places] - day[places - min(number, 1)], ratings[places]
        wrong = rating == Rating.AGAIN
        kinds = (np.flatnonzero(kind) for kind in (days < 1, (days >= 1) & wrong, (days >= 1) & ~wrong))
        steps.append(Step(days, rating, *kinds))
    return steps


def _most_probable(steps: Sequence[Step], start: Array) -> Array:
    precision = np.array([*start[:4], *SPREAD]) ** -2.0

    def measure(weights: Array) -> tuple[float, Array, Array]:
        loss, slope, information = score(steps, weights)
        pull = precision * (weights - start)
        return loss + float(pull @ (weights - start)) / 2, slope + pull, information + np.diag(precision)

    weights, damping, (loss, slope, curvature) = start, 1.0, measure(start)
    for _ in range(MOST_STEPS):
        free = np.flatnonzero(~((weights <= LOWEST) & (slope > 0) | (weights >= HIGHEST) & (slope < 0)))
        damped = curvature + damping * np.diag(curvature.diagonal())
        goal = weights.copy()
        goal[free] -= np.linalg.solve(damped[np.ix_(free, free)], slope[free])
        goal = np.clip(goal, LOWEST, HIGHEST)
        if slope @ (weights - goal) / 2 < LEAST_GAIN:
            break
        there = measure(goal)
        damping *= 0.1 if there[0] < loss else 10
        if there[0] < loss:
            weights, (loss, slope, curvature) = goal, there
    return weights


def score(steps: Sequence[Step], weights: Array) -> tuple[float, Array, Array]:
    """Of all reviews on a later day: log loss (nats), its slopes to the weights (21), Fisher's information (21, 21)."""
    loss, slope, information = 0.0, np.zeros(len(weights)), np.zeros((len(weights), len(weights)))
    memories = Memories(steps[0].rating, weights)
    for step in steps[1:]:
        forgotten, recalled = memories.review(step)
        loss -= float(np.log(forgotten.forgetting).sum() + recalled.log_recall.sum())
        slope += (forgotten.slopes * forgotten.odds).sum(axis=1) - recalled.slopes.sum(axis=1)
        for foretold in (forgotten, recalled):
            # Not @: BLAS starts threads for it, which wait for each other where others use the processor too.
            information += np.einsum("ik,jk->ij", foretold.slopes * foretold.odds, foretold.slopes)
    return loss, slope, information


class Memories:
    """What memory.review makes of many histories at once, with its slopes: derivatives to the weights, a row a weight."""

    def __init__(self, rating: Array, weights: Array) -> None:
        w = self._weights = weights
        first = rating.astype(np.intp) - 1
        self.log_stability = np.log(w[first])
        self._stability_slopes = np.zeros((len(w), len(rating)))
        self._stability_slopes[first, np.arange(len(rating))] = 1 / w[first]
        ease = np.exp(w[5] * first)
        self.difficulty = w[4] - ease + 1
        self._difficulty_slopes = np.zeros((4, len(rating)))  # it depends on weights 4 to 7 only
        self._difficulty_slopes[:2] = np.ones_like(ease), -first * ease
        self._limit_difficulty()

    def review(self, step: Step) -> tuple[Foretold, Foretold]:
        """Take in a step, the first so many memories'. What was foretold of its forgotten and of its recalled reviews."""
        forgotten, recalled = (self._foretell(which, step.days[which]) for which in (step.forgotten, step.recalled))
        self._same_day(step.same_day, step.rating[step.same_day])
        self._forget(step.forgotten, forgotten)
        self._recall(step.recalled, step.rating[step.recalled], recalled)
        self._change_difficulty(step.rating)
        return forgotten, recalled

    def _foretell(self, which: Places, days: Array) -> Foretold:
        decay = self._weights[20]
        factor = 0.9 ** (-1 / decay) - 1
        ratio = days * np.exp(-self.log_stability[which])
        base = 1 + factor * ratio
        log_base = np.log1p(factor * ratio)
        slopes = self._stability_slopes[:, which] * (decay * factor * ratio / base)
        slopes[20] -= log_base + ratio / base * (factor + 1) * np.log(0.9) / decay
        return Foretold(-decay * log_base, np.maximum(-np.expm1(-decay * log_base), LEAST_CHANCE), slopes)

    def _same_day(self, which: Places, rating: Array) -> None:
        w, old = self._weights, self.log_stability[which]
        change = w[17] * (rating - 3 + w[18]) - w[19] * old
        counts = (rating == Rating.AGAIN) | (change > 0)
        slopes = self._stability_slopes[:, which] * (1 - w[19] * counts)
        slopes[17:20] += counts * np.array([rating - 3 + w[18], np.full_like(old, w[17]), -old])
        self._set_stability(which, old + counts * change, slopes)

    def _forget(self, which: Places, foretold: Foretold) -> None:
        w, old, difficulty = self._weights, self.log_stability[which], self.difficulty[which]
        old_slopes = self._stability_slopes[:, which]
        # log((stability + 1) ** w[13] - 1) is w[13] * log_more + log(shrink), for which no stability is too long.
        log_more = np.logaddexp(0, old)
        shrink = -np.expm1(-w[13] * log_more)
        after_days = np.log(w[11] * shrink) - w[12] * np.log(difficulty) + w[13] * log_more + w[14] * foretold.forgetting
        slopes = old_slopes * (w[13] / shrink / (1 + np.exp(-old))) - w[14] * np.exp(foretold.log_recall) * foretold.slopes
        slopes[4:8] -= w[12] / difficulty * self._difficulty_slopes[:, which]
        slopes[11:15] += np.array([np.full_like(old, 1 / w[11]), -np.log(difficulty), log_more / shrink, foretold.forgetting])
        at_most = old - w[17] * w[18]
        old_slopes[17:19] -= w[[18, 17], None]
        is_less = after_days < at_most
        self._set_stability(which, np.where(is_less, after_days, at_most), np.where(is_less, slopes, old_slopes))

    def _recall(self, which: Places, rating: Array, foretold: Foretold) -> None:
        w, old, difficulty = self._weights, self.log_stability[which], self.difficulty[which]
        rated = np.array([1.0, w[15], 1.0, w[16]])[rating.astype(np.intp) - 1]
        gain = np.expm1(w[10] * foretold.forgetting)
        unrated = np.exp(w[8] - w[9] * old) * (11 - difficulty)
        growth = unrated * gain * rated
        part = 1 / (1 + growth)
        by_gain = part * unrated * rated * (gain + 1)
        slopes = self._stability_slopes[:, which] * (1 - w[9] * part * growth)
        slopes -= w[10] * by_gain * np.exp(foretold.log_recall) * foretold.slopes
        slopes[4:8] -= part * growth / (11 - difficulty) * self._difficulty_slopes[:, which]
        slopes[8:11] += np.array([part * growth, -part * growth * old, by_gain * foretold.forgetting])
        slopes[15:17] += part * unrated * gain * np.array([rating == Rating.HARD, rating == Rating.EASY])
        self._set_stability(which, old + np.log1p(growth), slopes)

    def _set_stability(self, which: Places, log_stability: Array, slopes: Array) -> None:
        least = np.log(LEAST_STABILITY)
        self.log_stability[which] = np.maximum(log_stability, least)
        self._stability_slopes[:, which] = slopes * (log_stability > least)

    def _change_difficulty(self, rating: Array) -> None:
        w, old, slopes = self._weights, self.difficulty[: len(rating)], self._difficulty_slopes[:, : len(rating)]
        step = -(rating - Rating.GOOD) / 9
        moved = old + w[6] * step * (10 - old)
        ease = np.exp(3 * w[5])
        easiest = w[4] - ease + 1
        slopes *= (1 - w[7]) * (1 - w[6] * step)
        slopes[:2] += w[7] * np.array([[1], [-3 * ease]])
        slopes[2:] += np.array([(1 - w[7]) * step * (10 - old), easiest - moved])
        old[:] = w[7] * easiest + (1 - w[7]) * moved
        self._limit_difficulty()

    def _limit_difficulty(self) -> None:
        self._difficulty_slopes[:, (self.difficulty < 1) | (self.difficulty > 10)] = 0
        np.clip(self.difficulty, 1, 10, out=self.difficulty)
