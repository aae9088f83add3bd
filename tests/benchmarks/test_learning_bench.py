"""The bench measures what it says: learners forget by their formulas, policies keep to their rules, learners are paired."""

import json
import math
import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import fsrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import learning
from benchmarks.learning import POLICIES, Course, Job, main, outcome_of, parsed, take_course, worlds
from benchmarks.policies import Ask, Fsrs90, Leitner, Policy, Sm2
from benchmarks.worlds import WORLDS, ActR, Dash, Fsrs6, World, load_worlds
from beroepentaal.learning.memory import Memory, Rating, retrievability, review

PolicyMaker = Callable[[Course], Policy]
OURS_TOO = [*POLICIES.values()]
THE_THREE = [POLICIES[name] for name in ("leitner", "sm2", "fsrs90")]
SECOND = 1 / 86400
ROW = {
    *("world", "policy", "terms", "weeks", "minutes"),
    *("known", "known_se", "known_later", "known_later_se", "minutes_used", "minutes_used_se"),
}
SMALL = ["--terms", "8", "--weeks", "1", "--minutes", "5", "--learners", "2", "--processes", "1"]
A_WORLD = """
from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from benchmarks.worlds import Dash


class Described(Protocol):
    def study(self, i, t, correct): ...


class Half(ABC):
    @abstractmethod
    def study(self, i, t, correct): ...


@dataclass
class NoWorld:
    days: int


class Elephant:
    def __init__(self, n_terms, rng):
        self.met = np.zeros(n_terms)

    def advance(self, t, in_lesson): ...

    def recall(self, i, t):
        return self.met[i]

    def study(self, i, t, correct):
        self.met[i] = 1

    def recall_all(self, t):
        return self.met


class ActR(Elephant): ...
"""


class Witness:
    """Passes everything on to a policy and remembers it."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.lessons: list[tuple[int, int]] = []
        self.asked: list[tuple[Ask, bool, float]] = []

    def start_lesson(self, day: int, lessons_left: int) -> None:
        self.lessons.append((day, lessons_left))
        self.policy.start_lesson(day, lessons_left)

    def next(self, seconds_left: float, now: float) -> Ask | None:
        assert seconds_left > 0
        self._ask = self.policy.next(seconds_left, now)
        return self._ask

    def answered(self, term: int, right: bool, now: float) -> None:
        assert self._ask
        self.asked.append((self._ask, right, now))
        self.policy.answered(term, right, now)


def a_course(maker: PolicyMaker, world: type[World], course: Course, learner: int = 0) -> Witness:
    witness = Witness(maker(course))
    take_course(course, world(course.terms, np.random.default_rng(learner)), witness, random.Random(learner))
    return witness


def waits(policy: Policy, answers: Sequence[bool], lessons: int = 100_000) -> list[int]:
    """Days before each answer to the only term, which is introduced on day 0 and asked as soon as it is due."""
    day, now, found = 0, 0.0, []
    policy.start_lesson(0, lessons)
    assert policy.next(600, now) == Ask(0, new=True)
    policy.answered(0, False, now)
    for right in answers:
        before = day
        now += 60 * SECOND
        while (ask := policy.next(600, now)) is None:
            day += 1
            now = float(day)
            policy.start_lesson(day, lessons - day)
        assert ask == Ask(0, new=False)
        policy.answered(0, right, now)
        found.append(day - before)
    return found


def terms_asked(policy: Policy, number: int, now: float) -> list[int]:
    """The next terms that it asks, all answered right."""
    found = []
    for _ in range(number):
        ask = policy.next(600, now)
        assert ask
        policy.answered(ask.term, not ask.new, now)
        found.append(ask.term)
    return found


def test_act_r_adds_traces_that_decay_the_faster_the_better_the_term_was_known() -> None:
    world, draws = ActR(3, np.random.default_rng(5)), np.random.default_rng(5)
    bias = (draws.normal(0, 0.3, 3) + draws.normal(0, 0.2))[1]
    assert world.recall(1, 0.0) == 0
    world.study(1, 0.0, False)
    world.advance(100 * SECOND, in_lesson=True)
    world.study(1, 100 * SECOND, True)
    world.advance(1.0, in_lesson=False)
    clock = 100 + (86400 - 100) * 0.025
    first, second = 0.176786766570677, 0.216967308403809 * 100**-0.176786766570677 + 0.176786766570677
    activation = math.log(clock**-first + (clock - 100) ** -second)
    chance = 1 / (1 + math.exp((-0.704205679427144 - activation - bias) / 0.254893976981164))
    assert world.recall(1, 1.0) == pytest.approx(chance, rel=1e-12)
    assert world.recall_all(1.0) == pytest.approx([0, chance, 0], rel=1e-12)


def test_act_r_counts_a_trace_of_this_moment_as_a_second_old() -> None:
    world, draws = ActR(1, np.random.default_rng(5)), np.random.default_rng(5)
    bias = (draws.normal(0, 0.3, 1) + draws.normal(0, 0.2))[0]
    world.study(0, 0.0, False)
    assert world.recall(0, 0.0) == pytest.approx(1 / (1 + math.exp((-0.704205679427144 - bias) / 0.254893976981164)))


def test_dash_counts_studies_and_successes_within_four_windows() -> None:
    world, draws = Dash(2, np.random.default_rng(5)), np.random.default_rng(5)
    bias = (draws.normal(0, 0.6, 2) + draws.normal(0, 0.4))[0]
    for day, correct in ((0.0, False), (25.0, True), (28.0, False), (30.0, True)):
        world.study(0, day, correct)
    one = 0.2024 * math.log(2) + 0.5967 * math.log(2)  # of day 30, exactly a day ago
    seven = 0.1255 * math.log(4) + 0.6039 * math.log(3)
    thirty = -0.1485 * math.log(4) + 0.572 * math.log(3)
    ever = 0.0933 * math.log(5) + 0.4801 * math.log(3)
    chance = 1 / (1 + math.exp(-(one + seven + thirty + ever + 0.787 - 1.5 + bias)))
    assert world.recall(0, 31.0) == pytest.approx(chance, rel=1e-12)
    assert world.recall_all(31.0) == pytest.approx([chance, 0], rel=1e-12)


def test_fsrs_6_leaves_the_published_memory() -> None:
    world, day = Fsrs6(1, np.random.default_rng(0)), 0.0
    for days, correct in zip([0, 0, 1, 3, 8, 21], [False, *[True] * 5], strict=True):
        day += days
        world.study(0, day, correct)
    assert world.recall(0, day + 53.62691) == pytest.approx(0.9, abs=1e-8)
    assert world.recall_all(day + 53.62691) == pytest.approx([0.9], abs=1e-8)


@given(st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=12), st.integers(0, 90))
def test_fsrs_6_is_the_memory_of_the_program_when_lessons_are_whole_days_apart(
    history: list[tuple[int, bool]], later: int
) -> None:
    world, memory, day = Fsrs6(1, np.random.default_rng(0)), None, 0.0
    for days, correct in history:
        day += days
        world.study(0, day, correct)
        memory = review(memory, days, Rating.GOOD if correct else Rating.AGAIN)
    assert memory
    assert world.recall(0, day + later) == pytest.approx(retrievability(memory, later), rel=1e-9)


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("maker", OURS_TOO, ids=list(POLICIES))
@pytest.mark.parametrize("course", [Course(30, 2, 10), Course(6, 2, 10), Course(200, 1, 15)])
def test_a_policy_asks_only_what_was_introduced_and_keeps_to_the_lesson(
    world: type[World], maker: PolicyMaker, course: Course
) -> None:
    witness, met = a_course(maker, world, course), set[int]()
    assert witness.lessons == [(day, len(course.days) - place) for place, day in enumerate(course.days)]
    for ask, right, now in witness.asked:
        assert ask.term in range(course.terms)
        assert ask.new == (ask.term not in met)
        assert not (ask.new and right)
        met.add(ask.term)
        assert math.floor(now) in course.days
        assert now % 1 < (course.minutes * 60 + 19.6) * SECOND + 1e-9
    assert [now for *_, now in witness.asked] == sorted(now for *_, now in witness.asked)


@pytest.mark.parametrize("maker", THE_THREE, ids=["leitner", "sm2", "fsrs90"])
def test_new_terms_come_at_an_even_pace_in_the_first_seven_tenths_of_the_lessons(maker: PolicyMaker) -> None:
    witness = a_course(maker, Fsrs6, Course(terms=100, weeks=4, minutes=25))
    new = [math.floor(now) for ask, _, now in witness.asked if ask.new]
    assert [new.count(day) for day, left in witness.lessons if left > 6] == [8, *[7] * 6, 8, *[7] * 5, 7]
    assert len(new) == 100


def test_leitner_waits_longer_box_by_box_and_begins_again_after_a_mistake() -> None:
    assert waits(Leitner(1, 100_000), [True] * 6 + [False] + [True] * 2) == [1, 2, 4, 8, 16, 16, 16, 1, 2]


def test_sm2_grows_by_its_ease_and_loses_some_of_it_with_each_lapse() -> None:
    answers = [True] * 6 + [False] + [True] * 4
    assert waits(Sm2(1, 100_000), answers) == [0, 0, 1, 3, 7, 17, 42, 0, 0, 1, 3]
    lapses = [True, True] + [False, True, True] * 7 + [True] * 3
    assert waits(Sm2(1, 100_000), lapses)[-3:] == [1, 3, 5]  # 3 x 1.3 is less than hard + 1


def test_sm2_credits_half_the_days_that_a_term_was_late() -> None:
    policy = Sm2(1, 20)
    policy.start_lesson(0, 20)
    terms_asked(policy, 3, 0.0)  # introduced, and right at both steps
    policy.start_lesson(9, 19)  # due on day 1
    assert terms_asked(policy, 1, 9.0) == [0]
    policy.start_lesson(9 + 11, 18)
    assert policy.next(600, 20.0) is None
    policy.start_lesson(9 + 12, 17)  # (1 + 8 // 2) x 2.5
    assert policy.next(600, 21.0) == Ask(0, new=False)


@given(st.lists(st.booleans(), min_size=1, max_size=9))
def test_fsrs90_waits_as_long_as_py_fsrs_on_whole_days(answers: list[bool]) -> None:
    steps = (timedelta(minutes=1), timedelta(minutes=10))
    scheduler = fsrs.Scheduler(desired_retention=0.9, learning_steps=steps, relearning_steps=steps, enable_fuzzing=False)
    now, theirs = datetime(2026, 1, 5, tzinfo=UTC), []
    card, _ = scheduler.review_card(fsrs.Card(card_id=1), fsrs.Rating.Again, now)
    for right in answers:
        wait = (card.due - now).days
        theirs.append(wait)
        now += timedelta(days=wait)
        card, _ = scheduler.review_card(card, fsrs.Rating.Good if right else fsrs.Rating.Again, now)
    assert waits(Fsrs90(1, 100_000), answers) == theirs


def test_a_step_of_today_waits_for_what_was_due_before() -> None:
    policy = Sm2(2, 2)  # both terms are new in the first of two lessons
    policy.start_lesson(0, 2)
    assert terms_asked(policy, 4, 0.0) == [0, 1, 0, 1]
    policy.start_lesson(1, 1)
    policy.answered(0, False, 1.0)
    assert terms_asked(policy, 3, 1.001) == [1, 0, 0]


def test_leitner_asks_first_what_is_due_longest() -> None:
    policy = Leitner(2, 2)
    policy.start_lesson(0, 2)
    assert terms_asked(policy, 2, 0.0) == [0, 1]
    policy.start_lesson(1, 1)
    assert terms_asked(policy, 1, 1.0) == [0]
    policy.answered(1, False, 1.0)
    policy.start_lesson(7, 0)
    assert terms_asked(policy, 2, 7.0) == [1, 0]


def test_fsrs90_asks_the_lowest_recall_first() -> None:
    witness = a_course(POLICIES["fsrs90"], ActR, Course(terms=40, weeks=4, minutes=15))
    memories, last, recalls = dict[int, Memory](), dict[int, int](), defaultdict[int, list[float]](list)
    for (term, _), right, now in witness.asked:
        day = math.floor(now)
        if term in last and last[term] < day:
            recalls[day].append(retrievability(memories[term], day - last[term]))
        rating = Rating.GOOD if right else Rating.AGAIN
        memories[term] = review(memories.get(term), day - last.get(term, day), rating)
        last[term] = day
    assert max(map(len, recalls.values())) > 10
    assert all(of_one_day == sorted(of_one_day) for of_one_day in recalls.values())


@pytest.mark.parametrize("ask", [Ask(0, new=False), Ask(0, new=True)])
def test_what_cannot_be_asked_is_an_error_and_not_a_result(ask: Ask) -> None:
    class Confused(Leitner):
        def next(self, seconds_left: float, now: float) -> Ask | None:
            return ask

    with pytest.raises(ValueError, match="introduced"):
        a_course(lambda course: Confused(course.terms, len(course.days)), Fsrs6, Course(1, 1, 10))


def test_a_learner_is_the_same_whatever_the_policy_is_called(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(POLICIES, "twin", POLICIES["sm2"])
    course = Course(30, 2, 10)
    for world in ("ActR", "Dash", "Fsrs6"):
        outcomes = [outcome_of(Job(course, world, policy, 3, None)) for policy in ("sm2", "twin", "sm2")]
        assert outcomes[0] == outcomes[1] == outcomes[2]
        assert outcomes[0] != outcome_of(Job(course, world, "sm2", 4, None))


def test_the_same_rows_come_from_one_process_and_from_two(capsys: pytest.CaptureFixture[str]) -> None:
    main([*SMALL, "--json"])
    one = json.loads(capsys.readouterr().out)
    main([*SMALL, "--json", "--processes", "2"])
    assert json.loads(capsys.readouterr().out) == one


def test_rows_have_exactly_the_keys_that_others_rely_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*SMALL, "--weeks", "1", "2", "--policies", "leitner", "fsrs90", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["weeks"], row["world"], row["policy"]) for row in rows] == [
        (weeks, world, policy) for weeks in (1, 2) for world in ("ActR", "Dash", "Fsrs6") for policy in ("leitner", "fsrs90")
    ]
    for row in rows:
        assert row.keys() == ROW
        assert (row["terms"], row["minutes"]) == (8, 5)
        assert 0 < row["known_later"] < row["known"] <= 8
        assert 0 < row["minutes_used"] < 5 * 5.4 * row["weeks"]


def test_mean_and_standard_error_are_over_the_learners() -> None:
    (result,) = learning.measure(Course(8, 1, 5), ["Dash"], ["sm2"], 4, None, processes=1)
    known = [outcome_of(Job(Course(8, 1, 5), "Dash", "sm2", learner, None)).known for learner in range(4)]
    assert result.mean("known") == pytest.approx((np.mean(known), np.std(known, ddof=1) / 2))


def test_the_table_names_every_world_and_policy(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(SMALL) == 0
    table = capsys.readouterr().out
    assert table.startswith("8 terms, 1 weeks, 5 minutes a day, 2 learners\n")
    assert all(name in table for name in ("ActR", "Dash", "Fsrs6", *POLICIES, "minutes per known"))


def test_worlds_come_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "more_worlds.py"
    file.write_text(A_WORLD)
    assert [world.__name__ for world in load_worlds(file)] == ["Elephant", "ActR"]
    assert list(worlds(file)) == ["ActR", "Dash", "Fsrs6", "Elephant"]
    assert worlds(file)["ActR"] is not ActR
    main([*SMALL, "--policies", "leitner", "--worlds", str(file), "--processes", "2", "--json"])
    known = {row["world"]: row["known"] for row in json.loads(capsys.readouterr().out)}
    assert known["Elephant"] == known["ActR"] == 8
    assert known["Dash"] < 8


def test_a_single_learner_has_no_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parsed(["--learners", "1"])
    assert "at least 2 learners" in capsys.readouterr().err


def test_an_exam_is_three_days_after_the_last_lesson() -> None:
    class Diary(Fsrs6):
        exams: list[float] = []

        def recall_all(self, t: float) -> np.ndarray:
            self.exams.append(t)
            return super().recall_all(t)

    a_course(POLICIES["leitner"], Diary, Course(2, 2, 5))
    assert Diary.exams == [11 + 3, 11 + 3 + 28]
