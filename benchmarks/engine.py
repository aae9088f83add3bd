"""How fast the learning engine thinks, for benchmarks.speed: about a trainee with 400 terms and 40,000 reviews."""

import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from benchmarks.own_policy import simulated_term
from beroepentaal.decks import Term
from beroepentaal.learning.exercises import Form, Review
from beroepentaal.learning.fitting import fit
from beroepentaal.learning.forecast import Forecast, Studies
from beroepentaal.learning.memory import Rating
from beroepentaal.learning.planning import plan, rolling
from beroepentaal.learning.progress import Progress
from beroepentaal.learning.session import Session, next_exercise
from beroepentaal.learning.theories import ActR, Dash, Fsrs, HalfLife, Theory

TERMS, DAYS = 400, 100
FIRST_DAY = 739_000
FITTED = 20_000
MILLION, STUDIES = 1_000_000, 25
THEORIES = (Fsrs(), ActR(), Dash(), HalfLife())
EXERCISES = 200


def measure_engine(runs: int) -> dict[str, list[float]]:
    """Milliseconds by what was done; a value a run, or one an exercise."""
    rng = random.Random(1)
    terms = [replace(simulated_term(number), picture=f"{number}.svg") for number in range(1, TERMS + 1)]
    log = [_review(term, day, rng) for day in range(DAYS) for term in rng.sample(terms, TERMS)]
    histories = [[(day, _rating(rng)) for day in range(0, 40, 2)] for _ in range(FITTED // 20)]
    figures: dict[str, list[float]] = {}
    today = FIRST_DAY + DAYS
    progress = Progress(terms, log)
    for _ in range(runs):
        _timed(figures, f"engine: {TERMS} terms from {len(log)} reviews, ms", lambda: Progress(terms, log))
        _timed(figures, f"engine: plan of the day for {TERMS} terms, ms", lambda: plan(progress, rolling(today)))
        _timed(figures, f"engine: fit of 21 weights to {FITTED} reviews, ms", lambda: fit(histories))
        _timed(figures, "engine: a million reviews by FSRS, ms", lambda: _study_a_million([Fsrs()]))
        _timed(figures, "engine: a million reviews by all theories, ms", lambda: _study_a_million(THEORIES))
    figures[f"engine: next exercise of {TERMS} terms, ms"] = _choose(progress, rng)
    return figures


def _choose(progress: Progress, rng: random.Random) -> list[float]:
    """Of each of a day's exercises, with what the answer before it changed."""
    today, taken = FIRST_DAY + DAYS, []
    session, of_the_day = Session(today), plan(progress, rolling(today))
    for _ in range(EXERCISES):
        start = time.perf_counter()
        exercise = next_exercise(progress, of_the_day, session, rng)
        taken.append((time.perf_counter() - start) * 1000)
        if exercise is None:
            session = Session(today)
            continue
        answer = Review(exercise.term.id, exercise.form, _rating(rng), today, 12.0)
        progress.learn(answer)
        session = session.after(answer)
    return taken


def _timed(figures: dict[str, list[float]], name: str, work: Callable[[], object]) -> None:
    start = time.perf_counter()
    work()
    figures.setdefault(name, []).append((time.perf_counter() - start) * 1000)


def _study_a_million(theories: Sequence[Theory]) -> None:
    """Each of many memories, in turns, as at the start of a session."""
    memories = MILLION // STUDIES
    places, days = np.tile(np.arange(memories), STUDIES), np.repeat(np.arange(STUDIES, dtype=np.float64), memories)
    right = np.where(days > 0, np.arange(MILLION) % 5 > 0, np.nan)
    Forecast(memories, theories).learn_all(Studies(places, days, right, np.zeros(MILLION)))


def _review(term: Term, day: int, rng: random.Random) -> Review:
    form = rng.choice([Form.HEAR_CHOOSE_PICTURE, Form.PICTURE_SAY]) if day else Form.MEET
    return Review(term.id, form, _rating(rng) if day else None, FIRST_DAY + day, 12.0)


def _rating(rng: random.Random) -> Rating:
    return Rating.GOOD if rng.random() < 0.85 else Rating.AGAIN


if __name__ == "__main__":
    for name, values in sorted(measure_engine(3).items()):
        print(f"{name:60} median {statistics.median(values):8.1f}  min {min(values):8.1f}  max {max(values):8.1f}")
