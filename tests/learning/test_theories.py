"""Each theory is the published one, and none foretells what cannot be."""

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import worlds
from beroepentaal.learning.memory import WEIGHTS, Memory, Rating, Weights, retrievability, review
from beroepentaal.learning.theories import MOST_STUDIES, ActR, Dash, Floats, Fsrs, HalfLife, State, Theory

FORGETTING_FAST = (0.1, WEIGHTS[1], 0.8, *WEIGHTS[3:8], 1.2, *WEIGHTS[9:20], 0.3)
THEORIES = [Fsrs(), Fsrs(FORGETTING_FAST), ActR(), Dash(), HalfLife()]
SECOND = 1 / 86_400
LESSON_SECONDS = 3000
"""ActR takes a day for this long."""


class Study(NamedTuple):
    time: float
    right: bool


class Step(NamedTuple):
    days: int
    """Since the study before."""
    seconds: int
    right: bool


def timetable(steps: Sequence[Step], first_day: int = 0) -> list[Study]:
    day, seconds, studies = first_day, 0, []
    for step in steps:
        day, seconds = day + step.days, seconds * (step.days == 0) + step.seconds
        studies.append(Study(day + seconds * SECOND, step.right))
    return studies


days = st.one_of(st.just(0), st.integers(1, 7), st.integers(8, 60))
steps = st.builds(Step, days, st.integers(5, 60), st.booleans())
histories = st.lists(steps, min_size=1, max_size=8).map(timetable)
long_histories = st.lists(steps, min_size=1, max_size=MOST_STUDIES + 8).map(timetable)
some_theory = pytest.mark.parametrize("theory", THEORIES, ids=lambda theory: type(theory).__name__)
few = settings(max_examples=25)
EXACT = 1e-6
"""Chances are of single precision."""


@st.composite
def moments(draw: st.DrawFn, studies: Sequence[Study]) -> list[float]:
    """Two times in or between lessons that are not before the last study, the earlier first."""
    last = studies[-1].time
    times = st.builds(lambda day, seconds: math.floor(last) + day + seconds * SECOND, days, st.integers(0, LESSON_SECONDS))
    return sorted(draw(times.map(lambda time: max(time, last))) for _ in range(2))


def after(theory: Theory, studies: Sequence[Study]) -> State:
    state = theory.unstudied(1)
    for time, right in studies:
        state = theory.studied(state, time, np.array([float(right)]))
    return state


def logistic(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def log_odds_of(chance: float) -> float:
    return math.log(chance / (1 - chance))


def recall(theory: Theory, state: State, time: float) -> list[float]:
    """By temper."""
    chances: list[float] = theory.recall(state, time)[:, 0].tolist()
    return chances


@pytest.mark.parametrize("weights", [WEIGHTS, FORGETTING_FAST])
@given(st.lists(st.tuples(days, st.booleans()), min_size=1, max_size=20), st.integers(0, 400))
@few
def test_fsrs_is_the_memory_of_the_program_and_slower_and_faster_ones(
    weights: Weights, history: list[tuple[int, bool]], later: int
) -> None:
    memory, day, studies = None, 738_000, []
    for gap, right in history:
        day += gap
        memory = review(memory, gap, Rating.GOOD if right else Rating.AGAIN, weights)
        studies.append(Study(day, right))
    assert memory
    theory = Fsrs(weights)
    expected = [
        retrievability(Memory(memory.stability * scale, memory.difficulty), later, weights)
        for scale in (0.2, 0.45, 1.0, 2.2, 5.0)
    ]
    assert recall(theory, after(theory, studies), day + later) == pytest.approx(expected, abs=EXACT)


def act_r_strength(traces: Sequence[tuple[float, float]], clock: float) -> float:
    return math.fsum(max(clock - time, 1.0) ** -decay for time, decay in traces[-MOST_STUDIES:])


def act_r_clock(time: float) -> float:
    """In seconds: those of a lesson, and 3000 from its begin to that of the next day."""
    return math.floor(time) * 3000 + (time - math.floor(time)) * 86_400


@given(long_histories, st.data())
@few
def test_act_r_adds_traces_that_decay_the_faster_the_better_the_term_was_known(
    studies: list[Study], data: st.DataObject
) -> None:
    theory, (time, _) = ActR(), data.draw(moments(studies))
    traces: list[tuple[float, float]] = []
    for at, _ in studies:
        clock = act_r_clock(at)
        traces.append((clock, 0.176786766570677 + 0.216967308403809 * min(act_r_strength(traces, clock), math.exp(3))))
    activation = math.log(act_r_strength(traces, act_r_clock(time)))
    shifts = (-0.6, -0.3, 0, 0.3, 0.6)
    expected = [logistic((activation + shift + 0.704205679427144) / 0.254893976981164) for shift in shifts]
    assert recall(theory, after(theory, studies), time) == pytest.approx(expected, abs=5 * EXACT)


@given(st.lists(st.integers(5, 60), min_size=1, max_size=20))
@few
def test_act_r_is_the_benchmark_s_within_a_lesson(waits: list[int]) -> None:
    world, draws = worlds.ActR(1, np.random.default_rng(5)), np.random.default_rng(5)
    bias = float((draws.normal(0, 0.3, 1) + draws.normal(0, 0.2))[0])
    studies, now = list[Study](), 0.0
    for wait in waits:
        world.study(0, now, True)
        studies.append(Study(now, True))
        now += wait * SECOND
        world.advance(now, in_lesson=True)
    theory = ActR()
    expected = logistic(log_odds_of(world.recall(0, now)) - bias / 0.254893976981164)
    assert recall(theory, after(theory, studies), now)[2] == pytest.approx(expected, abs=5 * EXACT)


@given(st.lists(steps, min_size=1, max_size=MOST_STUDIES).map(timetable), st.data())
@few
def test_dash_is_the_benchmark_s(studies: list[Study], data: st.DataObject) -> None:
    world, draws = worlds.Dash(1, np.random.default_rng(5)), np.random.default_rng(5)
    bias = float((draws.normal(0, 0.6, 1) + draws.normal(0, 0.4))[0])
    for time, right in studies:
        world.study(0, time, right)
    theory, (time, _) = Dash(), data.draw(moments(studies))
    log_odds = log_odds_of(world.recall(0, time)) - bias  # with the world's own bias of -1.5, as the third temper has it
    expected = [logistic(log_odds + shift) for shift in (-1.2, -0.6, 0, 0.6, 1.2)]
    assert recall(theory, after(theory, studies), time) == pytest.approx(expected, abs=EXACT)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=6), st.integers(0, 30))
def test_a_half_life_is_the_time_until_half_is_forgotten_and_grows_by_success(gaps: list[int], later: int) -> None:
    theory, day, studies = HalfLife(), 0, [Study(0, False)]
    half_lives = [0.3, 0.8, 2.0, 6.0]
    for gap in gaps:
        day += gap
        grown = [half * (1 + 3 * (1 - 2 ** (-gap / half))) for half in half_lives]
        half_lives = [max(half, 0.7 * first) for half, first in zip(grown, (0.3, 0.8, 2.0, 6.0), strict=True)]
        studies.append(Study(day, True))
    expected = [2 ** (-later / half) for half in half_lives]
    assert recall(theory, after(theory, studies), day + later) == pytest.approx(expected, abs=EXACT)


@some_theory
@given(studies=histories, data=st.data())
@few
def test_recall_is_a_chance_and_never_rises_while_nothing_is_studied(
    theory: Theory, studies: list[Study], data: st.DataObject
) -> None:
    state, (earlier, later) = after(theory, studies), data.draw(moments(studies))
    before, now = recall(theory, state, earlier), recall(theory, state, later)
    assert all(0 <= chance <= 1 for chance in [*before, *now])
    if isinstance(theory, Dash) and later - studies[0].time > 30:
        return  # by its published weights, failures of over a month ago no longer count against a term
    assert all(chance <= chance_before + EXACT for chance, chance_before in zip(now, before, strict=True))


@some_theory
def test_recall_does_not_rise_in_the_night_after_an_hour_of_practice(theory: Theory) -> None:
    studies = timetable([Step(0, 5, True), Step(0, 3300, True)])
    state = after(theory, studies)
    evening, morning = (recall(theory, state, time) for time in (studies[-1].time + 60 * SECOND, 1.0))
    assert all(chance <= before + EXACT for before, chance in zip(evening, morning, strict=True))


@some_theory
@given(studies=histories, data=st.data())
@few
def test_a_right_answer_never_leaves_less_recall_than_a_wrong_one_and_a_doubtful_one_is_between(
    theory: Theory, studies: list[Study], data: st.DataObject
) -> None:
    state, (time, later) = after(theory, studies), data.draw(moments(studies))
    wrong, doubtful, right = (theory.recall(theory.studied(state, time, np.array([how])), later) for how in (0.0, 0.6, 1.0))
    assert np.all(wrong <= doubtful + EXACT)
    assert np.all(doubtful <= right + EXACT)


@some_theory
def test_what_was_never_studied_is_never_recalled(theory: Theory) -> None:
    state = theory.unstudied(3)
    for time in (0.0, 0.007, 738_000.0):
        assert theory.recall(state, time).tolist() == [[0, 0, 0]] * theory.tempers
    state = theory.studied(state, np.array([5.0, 5.0, 5.0]), np.array([0.0, 0.5, 1.0]))
    assert np.all(theory.recall(state, 5.001) > 0)


@some_theory
@given(both=st.tuples(histories, histories))
@few
def test_memories_side_by_side_are_what_each_is_alone(theory: Theory, both: tuple[list[Study], list[Study]]) -> None:
    pairs = list(zip(*both, strict=False))
    state = theory.unstudied(2)
    for pair in pairs:
        times, right = (np.array(each, dtype=np.float64) for each in zip(*pair, strict=True))
        state = theory.studied(state, times, right)
    later = max(time for time, _ in pairs[-1]) + 3
    alone: list[Floats] = [theory.recall(after(theory, studies), later)[:, 0] for studies in zip(*pairs, strict=True)]
    assert theory.recall(state, later) == pytest.approx(np.array(alone).T, abs=EXACT)


@some_theory
def test_tempers_run_from_fast_to_slow_forgetters(theory: Theory) -> None:
    state = after(theory, timetable([Step(0, 5, False), Step(0, 60, True), Step(1, 5, True), Step(3, 5, True)]))
    chances = recall(theory, state, 15.0)
    assert len(chances) == theory.tempers
    assert all(fast < slow for fast, slow in pairwise(chances))


@some_theory
def test_a_study_leaves_the_state_before_it_as_it_was(theory: Theory) -> None:
    state = after(theory, timetable([Step(0, 5, True)]))
    kept = [array.copy() for array in state]
    theory.studied(state, 2.0, np.array([1.0]))
    assert all(np.array_equal(array, copy) for array, copy in zip(state, kept, strict=True))
