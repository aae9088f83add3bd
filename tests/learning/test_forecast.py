"""The theories together: whichever foretells a trainee best is believed most, and a guess proves little."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beroepentaal.learning.exercises import Skill
from beroepentaal.learning.forecast import SLIP, Forecast, Group, Studies
from beroepentaal.learning.theories import ActR, Dash, Floats, Fsrs, HalfLife, Theory

THEORIES: tuple[Theory, ...] = (Fsrs(), ActR(), Dash(), HalfLife())
SECOND = 1 / 86_400
MEMORIES = 4
few = settings(max_examples=25)


def a_forecast(memories: int = MEMORIES) -> Forecast:
    return Group().forecast(Skill.SAY, memories)


@st.composite
def logs(draw: st.DrawFn, guesses: st.SearchStrategy[float]) -> Studies:
    """Of a few memories; the first study of each only shows it."""
    time, rows, shown = 0.0, [], set[int]()
    asked = st.tuples(st.sampled_from([0, 0, 0, 1, 2, 9]), st.integers(0, MEMORIES - 1), st.booleans(), guesses)
    for days, place, right, guess in draw(st.lists(asked, max_size=25)):
        time = np.floor(time) + days if days else time + 15 * SECOND
        rows.append((place, time, float(right) if place in shown else np.nan, guess))
        shown.add(place)
    columns = np.array(rows, dtype=np.float64).reshape(-1, 4).T
    return Studies(columns[0].astype(np.intp), columns[1], columns[2], columns[3])


def learned_one_by_one(studies: Studies) -> Forecast:
    forecast = a_forecast()
    for place, time, right, guess in zip(studies.place, studies.time, studies.right, studies.guess, strict=True):
        forecast.learn(int(place), float(time), None if np.isnan(right) else bool(right), float(guess))
    return forecast


def learned_at_once(studies: Studies) -> Forecast:
    forecast = a_forecast()
    forecast.learn_all(studies)
    return forecast


def assert_same(one: Forecast, other: Forecast) -> None:
    assert one.is_studied.tolist() == other.is_studied.tolist()
    assert one.answers == other.answers
    assert one.evidence() == pytest.approx(other.evidence(), abs=1e-3)
    for time in (100.0, 128.0):
        assert one.recall(time) == pytest.approx(other.recall(time), abs=1e-4)


@given(logs(guesses=st.just(0.0)))
@few
def test_learning_all_at_once_is_learning_one_by_one(studies: Studies) -> None:
    assert_same(learned_at_once(studies), learned_one_by_one(studies))


def test_learning_all_at_once_foretells_as_learning_one_by_one_also_where_answers_may_be_guesses() -> None:
    luck, columns = random.Random(2), list[tuple[float, float, float, float]]()
    for day in (0, 1, 2, 5, 8, 12):
        for place in range(MEMORIES):
            asked = float(luck.random() < 0.6) if day else np.nan
            columns.append((place, day + place * 15 * SECOND, asked, luck.choice([0.25, 0.5])))
    place, time, right, guess = np.array(columns).T
    studies = Studies(place.astype(np.intp), time, right, guess)
    at_once, one_by_one = learned_at_once(studies), learned_one_by_one(studies)
    assert at_once.recall(20.0) == pytest.approx(one_by_one.recall(20.0), abs=0.002)


def test_many_more_memories_than_fit_in_the_cache_learn_as_few_do() -> None:
    rng = np.random.default_rng(3)
    place = np.repeat(np.arange(2500), 3)
    time, right = np.tile([0.0, 1.0, 4.0], 2500), rng.integers(0, 2, 7500).astype(np.float64)
    many = a_forecast(2500)
    many.learn_all(Studies(place, time, right, np.zeros(7500)))
    assert many.answers == 5000
    for some in (0, 1023, 1024, 2499):
        alone = a_forecast(1)
        alone.learn_all(Studies(np.zeros(3, dtype=np.intp), time[:3], right[some * 3 : some * 3 + 3], np.zeros(3)))
        prior = Forecast(1, THEORIES, 0.3 * (many.evidence() - alone.evidence()))  # what all others' answers weigh
        prior.learn_all(Studies(np.zeros(3, dtype=np.intp), time[:3], right[some * 3 : some * 3 + 3], np.zeros(3)))
        assert many.recall(8.0, np.array([some])) == pytest.approx(prior.recall(8.0), abs=1e-3)


@given(logs(guesses=st.sampled_from([0.0, 0.25, 0.5])), st.floats(0, 60))
@few
def test_recall_is_a_chance_and_none_for_what_was_never_studied(studies: Studies, later: float) -> None:
    forecast = learned_one_by_one(studies)
    recalls = forecast.recall(1000.0 + later)
    assert np.all((recalls >= 0) & (recalls <= 1 + 1e-6))
    assert (recalls > 0).tolist() == forecast.is_studied.tolist() == np.isin(np.arange(MEMORIES), studies.place).tolist()


@given(logs(guesses=st.sampled_from([0.0, 0.25, 0.5])))
@few
def test_some_places_are_foretold_as_all_are(studies: Studies) -> None:
    forecast, places = learned_one_by_one(studies), np.array([2, 0])
    assert forecast.recall(400.0, places) == pytest.approx(forecast.recall(400.0)[places])


def answers_of(theory: Theory, temper: int) -> Forecast:
    """What was learned of a trainee who forgets just so, after a month with 60 terms."""
    luck, forecast, state = random.Random(8), Forecast(60, THEORIES), theory.unstudied(60)
    for number, day in enumerate((0, 1, 2, 4, 7, 8, 11, 14, 18, 21, 25, 30)):
        time = float(day)
        chances = theory.recall(state, time)[temper] * (1 - SLIP)
        right = np.array([luck.random() < chance for chance in chances], dtype=np.float64)
        answer = right if number else np.full(60, np.nan)
        forecast.learn_all(Studies(np.arange(60), np.full(60, time), answer, np.zeros(60)))
        state = theory.studied(state, time, right if number else np.zeros(60))
    return forecast


def weight_by_theory(evidence: Floats) -> list[float]:
    likely = np.exp(evidence - evidence.max())
    ends = np.cumsum([theory.tempers for theory in THEORIES])[:-1]
    return [float(part.sum() / likely.sum()) for part in np.split(likely, ends)]


@pytest.mark.parametrize("place", range(len(THEORIES)), ids=lambda place: type(THEORIES[place]).__name__)
def test_the_theory_by_which_a_trainee_forgets_is_believed_in_the_end(place: int) -> None:
    for temper in (1, 2):
        weights = weight_by_theory(answers_of(THEORIES[place], temper).evidence())
        assert weights[place] == max(weights)
        assert weights[place] > 0.9


@pytest.mark.parametrize("place", range(len(THEORIES)), ids=lambda place: type(THEORIES[place]).__name__)
def test_a_trainee_who_forgets_fast_is_foretold_less(place: int) -> None:
    fast, slow = (answers_of(THEORIES[place], temper).recall(37.0).mean() for temper in (0, THEORIES[place].tempers - 1))
    assert fast < slow - 0.05


@given(logs(guesses=st.just(0.0)), st.sampled_from([0.25, 0.5]), st.integers(0, 30))
@few
def test_a_right_answer_that_may_be_a_guess_never_counts_for_more_than_a_recalled_one(
    studies: Studies, guess: float, later: int
) -> None:
    recalled, guessed = (learned_one_by_one(studies) for _ in range(2))
    for forecast, chance in ((recalled, 0.0), (guessed, guess)):
        forecast.learn(0, 1000.0, None, 0.0)
        forecast.learn(0, 1003.0, True, chance)
    assert guessed.recall(1004.0 + later)[0] <= recalled.recall(1004.0 + later)[0] + 1e-6


def test_a_right_answer_among_two_counts_for_less_than_one_among_four_and_that_for_less_than_a_recalled_one() -> None:
    chances = []
    for guess in (0.5, 0.25, 0.0):
        forecast = a_forecast(1)
        forecast.learn(0, 0.0, None, 0.0)
        forecast.learn(0, 3.0, True, guess)
        chances.append(float(forecast.recall(6.0)[0]))
    assert chances[0] < chances[1] - 0.01 < chances[2] - 0.02


@given(logs(guesses=st.sampled_from([0.0, 0.5])))
@few
def test_no_studies_change_nothing_and_plans_leave_what_was_learned(studies: Studies) -> None:
    forecast, places = learned_one_by_one(studies), np.arange(MEMORIES)
    expected = forecast.recall(150.0)
    (before, after), right = forecast.project([], 150.0, places)
    assert before.tolist() == after.tolist() == pytest.approx(expected)
    assert right.size == 0
    forecast.project([100.0, 110.0], 150.0, places)
    assert forecast.recall(150.0).tolist() == expected.tolist()


def test_studies_to_come_help_the_more_of_them_there_are() -> None:
    forecast = a_forecast(1)
    forecast.learn(0, 0.0, None, 0.0)
    forecast.learn(0, 1.0, True, 0.0)
    times, gains = [3.0, 8.0, 15.0, 22.0], []
    for several in range(5):
        (before, after), right = forecast.project(times[:several], 28.0, np.array([0]))
        gains.append(float(after[0] - before[0]))
        assert right.shape == (several, 1) or several == 0
        assert np.all((right > 0) & (right <= 1 - SLIP))
    assert gains == sorted(gains)
    assert gains[4] > 0.2


def test_what_was_only_shown_is_no_answer() -> None:
    forecast = a_forecast(1)
    for time in (0.0, 3.0):
        forecast.learn(0, time, None, 0.0)
    assert forecast.answers == 0
    assert not forecast.evidence().any()
