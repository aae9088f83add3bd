"""Memory is FSRS-6: published vectors hold, py-fsrs agrees, and no history leads to nonsense."""

import math
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from beroepentaal.learning.memory import WEIGHTS, Memory, Rating, Weights, interval, retrievability, review

NO_SAME_DAY_GAIN = (*WEIGHTS[:17], 0.0, 0.0, 0.0, WEIGHTS[20])
ratings = st.sampled_from(Rating)
gaps = st.one_of(st.just(0), st.integers(1, 7), st.integers(8, 400))
histories = st.lists(st.tuples(gaps, ratings), min_size=1, max_size=30)
memories = st.builds(Memory, stability=st.floats(0.001, 36_500), difficulty=st.floats(1, 10))


def after_history(history: Iterable[tuple[int, Rating]], weights: Weights = WEIGHTS) -> Memory:
    memory = None
    for days, rating in history:
        memory = review(memory, days, rating, weights)
    assert memory
    return memory


@pytest.mark.parametrize(
    ("rating", "stability", "difficulty"),
    [
        (Rating.AGAIN, 0.212, 6.4133),
        (Rating.HARD, 1.2931, 5.11217071),
        (Rating.GOOD, 2.3065, 2.11810397),
        (Rating.EASY, 8.2956, 1.0),
    ],
)
def test_the_first_answer_sets_stability_and_difficulty(rating: Rating, stability: float, difficulty: float) -> None:
    first = review(None, 0, rating)
    assert first.stability == stability
    assert first.difficulty == pytest.approx(difficulty, abs=1e-8)


@pytest.mark.parametrize(("weights", "stability"), [(WEIGHTS, 53.62691), (NO_SAME_DAY_GAIN, 53.335106)])
def test_six_answers_over_33_days_leave_the_published_memory(weights: Weights, stability: float) -> None:
    answers = [Rating.AGAIN, *[Rating.GOOD] * 5]
    memory = after_history(zip([0, 0, 1, 3, 8, 21], answers, strict=True), weights)
    # The published numbers are of single precision.
    assert memory.stability == pytest.approx(stability, rel=1e-6)
    assert memory.difficulty == pytest.approx(6.3574867, rel=1e-6)


def test_answers_given_on_their_day_lead_to_the_published_intervals() -> None:
    answers = [Rating.GOOD] * 6 + [Rating.AGAIN] * 2 + [Rating.GOOD] * 5
    memory, days, intervals = None, 0, []
    for rating in answers:
        is_learned = memory is not None and rating is not Rating.AGAIN
        memory = review(memory, days, rating)
        days = interval(memory, 0.9) if is_learned else 0  # else it is asked again on the same day
        intervals.append(days)
    assert intervals == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]


# LEARNING.md has 3116766 for a retention of .1, which is single precision: with fifty digits (decimal) it is 3116768.63.
@pytest.mark.parametrize(
    ("retention", "days"),
    [(0.1, 3116769), (0.2, 34793), (0.3, 2508), (0.4, 387), (0.5, 90), (0.6, 27), (0.7, 9), (0.8, 3), (0.9, 1), (1.0, 1)],
)
def test_the_lower_the_wanted_retention_the_longer_the_interval(retention: float, days: int) -> None:
    assert interval(Memory(stability=1.0, difficulty=5.0), retention) == days


@given(histories, gaps)
def test_every_history_leaves_the_memory_that_py_fsrs_computes(history: list[tuple[int, Rating]], later: int) -> None:
    scheduler = fsrs.Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
    card = fsrs.Card(card_id=1)
    now = datetime(2026, 1, 5, 9, tzinfo=UTC)
    memory = None
    for days, rating in history:
        now += timedelta(days=days)
        card, _ = scheduler.review_card(card, fsrs.Rating(rating), now)
        memory = review(memory, days, rating)
        assert memory.stability == pytest.approx(card.stability, rel=1e-4)
        assert memory.difficulty == pytest.approx(card.difficulty, rel=1e-4)
    assert memory
    theirs = scheduler.get_card_retrievability(card, now + timedelta(days=later))
    assert retrievability(memory, later) == pytest.approx(theirs, rel=1e-4)
    assert min(interval(memory, 0.9), scheduler.maximum_interval) == pytest.approx((card.due - now).days, rel=1e-4, abs=1)


@given(histories)
def test_no_history_makes_a_memory_impossible(history: list[tuple[int, Rating]]) -> None:
    memory = after_history(history)
    assert 0.001 <= memory.stability < math.inf
    assert 1 <= memory.difficulty <= 10


@given(memories, st.integers(0, 100_000))
def test_recall_is_certain_after_no_time_and_a_chance_ever_after(memory: Memory, days: int) -> None:
    assert retrievability(memory, 0) == 1
    assert 0 < retrievability(memory, days) <= 1


@given(memories, st.floats(0, 3650), st.floats(0.001, 3650))
def test_recall_falls_as_days_pass(memory: Memory, days: float, more: float) -> None:
    assert retrievability(memory, days + more) <= retrievability(memory, days)
    assert retrievability(memory, days + memory.stability) < retrievability(memory, days)


@given(memories)
def test_stability_is_the_days_until_recall_is_nine_in_ten(memory: Memory) -> None:
    assert retrievability(memory, memory.stability) == pytest.approx(0.9)


@given(memories, st.integers(0, 3650))
def test_a_right_answer_leaves_a_firmer_and_easier_memory_than_a_wrong_one(memory: Memory, days: int) -> None:
    right, wrong = review(memory, days, Rating.GOOD), review(memory, days, Rating.AGAIN)
    assert right.stability > wrong.stability
    assert right.difficulty <= wrong.difficulty
    assert wrong.stability <= memory.stability <= right.stability


@given(memories, st.floats(0.05, 1))
def test_an_interval_is_at_least_a_day_and_ends_near_the_wanted_retention(memory: Memory, retention: float) -> None:
    days = interval(memory, retention)
    assert days >= 1
    assert retrievability(memory, days + 1) < retention
    assert days == 1 or retrievability(memory, days - 1) > retention


def test_a_lesson_on_the_next_school_day_strengthens_more_than_another_on_the_same_day() -> None:
    first = review(None, 0, Rating.GOOD)
    assert review(first, 1, Rating.GOOD).stability > 3 * review(first, 0, Rating.GOOD).stability
