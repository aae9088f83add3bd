"""A fit to a group's own log goes through memory.py's formulas, finds how the group forgets, and is never worse than none."""

import math
from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beroepentaal.learning.fitting import (
    HIGHEST,
    LOWEST,
    SPREAD,
    Array,
    Fitted,
    History,
    Memories,
    Step,
    fit,
    score,
    side_by_side,
)
from beroepentaal.learning.memory import WEIGHTS, Memory, Rating, Weights, interval, retrievability, review

FORGETTING_FAST = (0.1, WEIGHTS[1], 0.8, *WEIGHTS[3:8], 1.2, *WEIGHTS[9:20], 0.3)
FORGETTING_SLOWLY = (0.5, WEIGHTS[1], 6.0, *WEIGHTS[3:8], 2.3, *WEIGHTS[9:])
ANSWER = [Rating.AGAIN, Rating.GOOD]

gaps = st.one_of(st.just(0), st.integers(1, 7), st.integers(8, 400))
weights_within_bounds = st.tuples(*[st.floats(low, high) for low, high in zip(LOWEST.tolist(), HIGHEST.tolist(), strict=True)])
# Near the start: at the ends of the bounds a stability can fall to its least, where formulas have no slope.
weights_near_start = st.tuples(*[st.floats(-0.4, 0.4)] * 21).map(
    lambda shifts: np.clip(
        [w + shift * s for w, shift, s in zip(WEIGHTS, shifts, [*WEIGHTS[:4], *SPREAD], strict=True)], LOWEST, HIGHEST
    )
)


@st.composite
def histories(draw: st.DrawFn, least: int = 0) -> list[tuple[int, Rating]]:
    reviews = draw(st.lists(st.tuples(gaps, st.sampled_from(Rating)), min_size=least, max_size=15))
    days = np.cumsum([gap for gap, _ in reviews], dtype=int).tolist()
    return [(day, rating) for day, (_, rating) in zip(days, reviews, strict=True)]


def simulated(weights: Weights, count: int, seed: int) -> list[History]:
    """Of a group that forgets as the weights say."""
    chance = Random(seed)
    return [_simulated_history(weights, chance) for _ in range(count)]


def _simulated_history(weights: Weights, chance: Random) -> History:
    memory, day, history = None, chance.randrange(20), list[tuple[int, Rating]]()
    for _ in range(chance.randint(4, 12)):
        gap = chance.choice([0, 1, 2, 3, 8, 21, 55])
        recall = retrievability(memory, gap, weights) if memory else 0.6
        rating = ANSWER[chance.random() < recall]
        memory = review(memory, gap, rating, weights)
        day += gap
        history.append((day, rating))
    return history


def after_answers(weights: Weights, *answers: Rating) -> Memory:
    memory = None
    for answer in answers:
        memory = review(memory, 2, answer, weights)
    assert memory
    return memory


def one_by_one(histories: list[History], weights: Weights) -> float:
    """The log loss, from memory.py alone."""
    loss = 0.0
    for history in histories:
        memory, before = None, 0
        for day, rating in history:
            if memory and day > before:
                recall = retrievability(memory, day - before, weights)
                loss -= math.log(max(1 - recall, 1e-12) if rating is Rating.AGAIN else recall)
            memory, before = review(memory, day - before, rating, weights), day
    return loss


@settings(max_examples=40, deadline=None)
@given(st.lists(histories(least=1), min_size=1, max_size=6), weights_within_bounds)
def test_memories_side_by_side_are_those_of_memory(group: list[History], weights: Weights) -> None:
    w = np.array(weights)
    steps = side_by_side(group)
    together = Memories(steps[0].rating, w)
    group = sorted(group, key=len, reverse=True)
    alone = [review(None, 0, history[0][1], weights) for history in group]
    for number, step in enumerate(steps):
        if number:
            forgotten, recalled = together.review(step)
            foretold = dict(zip(step.forgotten.tolist(), forgotten.log_recall, strict=True))
            foretold |= dict(zip(step.recalled.tolist(), recalled.log_recall, strict=True))
            for place, history in enumerate(group[: len(step.days)]):
                days = history[number][0] - history[number - 1][0]
                assert (place in foretold) == (days > 0)
                if days > 0:
                    assert math.exp(foretold[place]) == pytest.approx(retrievability(alone[place], days, weights), abs=1e-9)
                alone[place] = review(alone[place], days, history[number][1], weights)
        assert np.exp(together.log_stability) == pytest.approx([memory.stability for memory in alone], rel=1e-9)
        assert together.difficulty == pytest.approx([memory.difficulty for memory in alone], rel=1e-9)


@settings(max_examples=40, deadline=None)
@given(st.lists(histories(least=1), min_size=1, max_size=6))
def test_the_loss_is_the_surprise_at_answers_on_a_later_day(group: list[History]) -> None:
    loss, _, _ = score(side_by_side(group), np.array(WEIGHTS))
    assert loss == pytest.approx(one_by_one(group, WEIGHTS), rel=1e-6, abs=1e-9)


def sides(steps: list[Step], weights: Array, number: int) -> list[float]:
    """What a weight a little higher and a little lower makes of the loss, the least slope first."""
    change = 1e-6 * (np.arange(21) == number)
    here, up, down = (score(steps, weights + change * side)[0] for side in (0, 1, -1))
    return sorted([(up - here) / 1e-6, (here - down) / 1e-6])


@settings(max_examples=40, deadline=None)
@given(st.lists(histories(least=1), min_size=1, max_size=6), weights_near_start, st.integers(0, 20))
def test_a_slope_is_what_a_small_change_of_its_weight_makes(group: list[History], weights: Array, number: int) -> None:
    steps = side_by_side(group)
    slope = score(steps, weights)[1][number]
    low, high = sides(steps, weights, number)
    # Where a limit is just reached the slope may be that of either side.
    assert low - 1e-3 - 1e-3 * abs(low) <= slope <= high + 1e-3 + 1e-3 * abs(high)


def test_all_slopes_hold_in_a_log_of_all_ratings() -> None:
    chance = Random(1)
    answers = simulated(WEIGHTS, 40, seed=9)
    group = [[(day, chance.choice([rating, *Rating])) for day, rating in history] for history in answers]
    weights = np.array([*WEIGHTS[:7], 0.05, *WEIGHTS[8:]])
    steps = side_by_side(group)
    slopes = score(steps, weights)[1]
    assert np.all(slopes != 0)
    assert slopes == pytest.approx([sum(sides(steps, weights, number)) / 2 for number in range(21)], rel=1e-5, abs=1e-5)


@pytest.mark.parametrize(("truth", "is_faster"), [(FORGETTING_FAST, True), (FORGETTING_SLOWLY, False)])
def test_a_group_that_forgets_otherwise_is_found_out(truth: Weights, is_faster: bool) -> None:
    fitted = fit(simulated(truth, 700, seed=1))
    assert fitted.used
    assert fitted.loss_after < fitted.loss_before - 0.005
    for answers in ([Rating.GOOD], [Rating.GOOD] * 3, [Rating.AGAIN, Rating.GOOD]):
        known, true, usual = (interval(after_answers(w, *answers), 0.8) for w in (fitted.weights, truth, WEIGHTS))
        assert (known < usual) if is_faster else (known > usual)
        assert abs(math.log(known / true)) < abs(math.log(usual / true))


@pytest.mark.parametrize("truth", [WEIGHTS, FORGETTING_FAST, FORGETTING_SLOWLY])
def test_a_fit_foretells_the_next_months_nearly_as_well_as_the_truth(truth: Weights) -> None:
    fitted = fit(simulated(truth, 700, seed=2))
    next_months = simulated(truth, 700, seed=3)
    reviews = sum(day > before for history in next_months for (before, _), (day, _) in pairwise(history))
    lost = {w: one_by_one(next_months, w) / reviews for w in (truth, fitted.weights)}
    assert lost[fitted.weights] < lost[truth] + 0.003


def test_the_usual_group_is_not_made_worse() -> None:
    fitted = fit(simulated(WEIGHTS, 700, seed=4))
    assert fitted.loss_after <= fitted.loss_before
    assert fitted.weights == WEIGHTS or fitted.used


@settings(max_examples=25, deadline=None)
@given(st.lists(histories(), max_size=25), st.integers(1, 30), st.one_of(st.just(WEIGHTS), weights_within_bounds))
def test_no_log_makes_a_fit_worse_than_none(group: list[History], times: int, start: tuple[float, ...]) -> None:
    fitted = fit(group * times, start)
    assert fitted.loss_after <= fitted.loss_before + 1e-12
    assert math.isfinite(fitted.loss_before)
    assert len(fitted.weights) == 21
    assert all(np.array(fitted.weights) >= LOWEST)
    assert all(np.array(fitted.weights) <= HIGHEST)
    assert fitted.used == (fitted.weights != start)


@pytest.mark.parametrize(
    "group",
    [
        pytest.param([], id="no histories"),
        pytest.param([[]] * 500, id="empty histories"),
        pytest.param([[(5, Rating.GOOD)]] * 500, id="first answers only"),
        pytest.param([[(5, Rating.AGAIN)] * 9] * 500, id="one day only"),
        pytest.param(simulated(FORGETTING_FAST, 20, seed=5), id="few reviews"),
        pytest.param([[(day, Rating.GOOD) for day in range(300)]], id="nothing held back"),
    ],
)
def test_too_little_to_fit_leaves_the_start_weights_untried(group: list[History]) -> None:
    assert fit(group) == Fitted(WEIGHTS, 0.0, 0.0, used=False)
    assert fit(group, FORGETTING_FAST) == Fitted(FORGETTING_FAST, 0.0, 0.0, used=False)


def test_a_better_start_is_not_left_for_the_usual_one() -> None:
    group = simulated(FORGETTING_FAST, 300, seed=6)
    assert fit(group, FORGETTING_FAST).loss_before < fit(group).loss_before
    assert fit(group, FORGETTING_FAST).loss_after < fit(group).loss_before


def test_the_same_log_gives_the_same_fit() -> None:
    group = simulated(FORGETTING_FAST, 150, seed=7)
    assert fit(group) == fit(group)


def test_a_group_whose_log_is_sorted_by_term_is_not_split_by_trainee() -> None:
    quick, slow = simulated(FORGETTING_SLOWLY, 800, seed=8), simulated(FORGETTING_FAST, 200, seed=8)
    by_term = [history for term in range(200) for history in (slow[term], *quick[4 * term : 4 * term + 4])]
    assert fit(by_term).used


@pytest.mark.parametrize("start", [WEIGHTS[:20], (*WEIGHTS[:20], 0.9), (math.nan, *WEIGHTS[1:])])
def test_weights_that_are_not_fsrs_6_are_refused(start: Weights) -> None:
    with pytest.raises(ValueError, match="21 weights"):
        fit([], start)
