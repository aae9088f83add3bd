"""Worlds that forget faster or by other laws: `python -m benchmarks.learning --worlds benchmarks/more_worlds.py`."""

from abc import ABC, abstractmethod

import numpy as np

from benchmarks.worlds import ActR, Dash, Floats, Fsrs6


class FastActR(ActR):
    """Everything is less active: after the usual course hardly a tenth is known."""

    def __init__(self, n_terms: int, rng: np.random.Generator) -> None:
        super().__init__(n_terms, rng)
        self._bias = [bias - 0.4 for bias in self._bias]


class HardDash(Dash):
    BIAS = 0.787 - 2.5


class FastFsrs6(Fsrs6):
    """Stability is a quarter of what the scheduler takes it for."""

    def _curve(self, days: float, s: float) -> float:
        return super()._curve(days, s / 4)


class _Single(ABC):
    """A memory of one number a term, and the day of its last study."""

    def __init__(self, n_terms: int) -> None:
        self._strength = [0.0] * n_terms
        self._last = [0.0] * n_terms

    def advance(self, t: float, in_lesson: bool) -> None:
        """Nothing: each study keeps its own time."""
        return

    def recall(self, i: int, t: float) -> float:
        return self._chance(i, max(0.0, t - self._last[i])) if self._strength[i] else 0.0

    def recall_all(self, t: float) -> Floats:
        return np.array([self.recall(i, t) for i in range(len(self._strength))])

    def study(self, i: int, t: float, correct: bool) -> None:
        self._strength[i] = self._studied(i, self.recall(i, t), correct)
        self._last[i] = t

    @abstractmethod
    def _chance(self, i: int, days: float) -> float: ...

    @abstractmethod
    def _studied(self, i: int, recall: float, correct: bool) -> float: ...


class Exponential(_Single):
    """Half-lives, as Settles & Meeder (2016) have it; they grow by what was nearly forgotten. Constants: own choice."""

    FIRST = 0.6

    def __init__(self, n_terms: int, rng: np.random.Generator) -> None:
        super().__init__(n_terms)
        self._first: list[float] = (self.FIRST * np.exp(rng.normal(0, 0.5, n_terms) + rng.normal(0, 0.4))).tolist()

    def _chance(self, i: int, days: float) -> float:
        return float(2 ** (-days / self._strength[i]))

    def _studied(self, i: int, recall: float, correct: bool) -> float:
        if correct:
            return self._strength[i] * (1 + 2.5 * (1 - recall))
        return max(0.7 * self._first[i], self._strength[i] / 2) if self._strength[i] else self._first[i]


class SlowExponential(Exponential):
    FIRST = 3.0


class Power(_Single):
    """After Wickelgren (1974): strength grows by each study and fades by a power of time. Constants: own choice."""

    def __init__(self, n_terms: int, rng: np.random.Generator) -> None:
        super().__init__(n_terms)
        self._decay: list[float] = np.clip(rng.normal(0.35, 0.08, n_terms) + rng.normal(0, 0.05), 0.1, 0.8).tolist()

    def _chance(self, i: int, days: float) -> float:
        strength = self._strength[i]
        return strength / (1 + strength) * float((1 + 2 * days) ** (-self._decay[i] / (1 + strength / 2)))

    def _studied(self, i: int, recall: float, correct: bool) -> float:
        if not self._strength[i]:
            return 1.2
        return self._strength[i] + (1.5 * (1 - recall) + 0.1 if correct else 0.4 * (1 - recall))
