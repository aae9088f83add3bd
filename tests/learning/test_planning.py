"""A plan fits the time there is: all of it where there is room, and under pressure what saves most."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lessons import MONDAY, a_first_lesson, a_review, a_term, terms_of

from beroepentaal.decks import Term
from beroepentaal.learning.exercises import Form, Means, Review, Skill
from beroepentaal.learning.planning import Course, Plan, plan, rolling
from beroepentaal.learning.progress import Progress

BOTH = (Form.HEAR_CHOOSE_PICTURE, Form.PICTURE_SAY)
BOTH_SKILLS = (Skill.UNDERSTAND, Skill.SAY)
TERMS = terms_of(6)
NAMES = [term.id for term in TERMS]
TODAY = MONDAY + 21
few = settings(max_examples=8)


def a_course(lessons: int, seconds: float = 900.0, today: int = MONDAY, exam_after: int = 3) -> Course:
    """That goes on for so many lessons, of which five a week, and began on MONDAY."""
    days = [day for day in range(today, today + 2 * lessons + 7) if (day - MONDAY) % 7 < 5][:lessons]
    return Course(tuple(days), days[-1] + exam_after, MONDAY, seconds, seconds)


def a_plan(terms: Sequence[Term], log: Sequence[Review], course: Course) -> Plan:
    return plan(Progress(terms, log), course)


def asked_on(day: int, terms: Sequence[Term], right: bool = True) -> list[Review]:
    """Each term in both skills, in no time, so that all are alike."""
    return [a_review(form, right, day, term.id, seconds=0) for term in terms for form in BOTH]


def met_on(day: int, terms: Sequence[Term]) -> list[Review]:
    return [a_review(Form.MEET, None, day, term.id, seconds=0) for term in terms]


@st.composite
def logs(draw: st.DrawFn) -> list[Review]:
    """Of TERMS, over three weeks before TODAY."""
    log, met = list[Review](), set[str]()
    for day in sorted(draw(st.lists(st.integers(0, 20), min_size=1, max_size=4, unique=True))):
        for term in draw(st.lists(st.sampled_from(NAMES), max_size=6, unique=True)):
            form = draw(st.sampled_from(BOTH)) if term in met else Form.MEET
            log.append(a_review(form, None if form is Form.MEET else draw(st.booleans()), MONDAY + day, term))
            met.add(term)
    return log


def pairs(some_plan: Plan) -> set[tuple[str, Skill]]:
    return {(term.id, skill) for term, skill in some_plan.due}


@given(logs())
@few
def test_with_room_nothing_is_left_out_and_new_terms_are_allowed(log: list[Review]) -> None:
    today = a_plan(TERMS, log, rolling(TODAY))
    met = {review.term for review in log}
    assert pairs(today) == {(term, skill) for term in met for skill in BOTH_SKILLS}
    assert len(today.due) == len(pairs(today))
    assert today.new == len(TERMS) - len(met)


def test_with_room_new_terms_come_by_seven_a_session_and_are_recalled_twice() -> None:
    today = a_plan(terms_of(30), [], rolling(MONDAY))
    assert today.due == ()
    assert (today.new, today.new_a_session, today.first_recalls) == (7, 7, 2)


def test_all_terms_are_met_in_the_first_third_of_a_course() -> None:
    terms, log = terms_of(40), list[Review]()
    for lesson in range(20):
        course = a_course(20 - lesson, today=MONDAY + lesson // 5 * 7 + lesson % 5)
        today = a_plan(terms, log, course)
        met = len({review.term for review in log})
        if today.new == 0:
            break
        log += a_first_lesson(terms[met : met + today.new], today.day)
    assert met == 40
    assert lesson <= 7


def test_a_course_that_is_too_short_for_seven_a_session_brings_more() -> None:
    today = a_plan(terms_of(120), [], a_course(5, seconds=3600))
    assert today.new > 30
    assert 7 < today.new_a_session < today.new


def test_under_pressure_there_are_fewer_new_terms() -> None:
    terms = terms_of(200)
    log = a_first_lesson(terms[:100])
    new = [a_plan(terms, log, a_course(20, seconds, today=MONDAY + 1)).new for seconds in (100, 900, 3600)]
    assert max(new[:2]) < new[2]


@pytest.mark.parametrize("size", [50, 200])
def test_under_pressure_new_terms_are_recalled_less_often_in_their_first_lesson(size: int) -> None:
    hurried, ample = (a_plan(terms_of(size), [], a_course(20, seconds)).first_recalls for seconds in (120, 12_000))
    assert hurried < ample == 2


def test_under_pressure_only_some_terms_are_due() -> None:
    terms = terms_of(100)
    log = [*a_first_lesson(terms, MONDAY), *asked_on(MONDAY + 1, terms[:50])]
    today = a_plan(terms, log, a_course(10, seconds=200, today=MONDAY + 2))
    assert 0 < len(today.due) < 200


def test_a_hopeless_course_in_which_everything_is_forgotten_meets_no_more_new_terms() -> None:
    terms, log = terms_of(200), list[Review]()
    for lesson in range(10):
        log += met_on(MONDAY + lesson, terms[lesson * 6 : lesson * 6 + 6])
        log += asked_on(MONDAY + lesson, terms[: lesson * 6], right=False)
    assert a_plan(terms, log, a_course(10, seconds=900, today=MONDAY + 14, exam_after=28)).new == 0


@pytest.mark.parametrize(
    "course",
    [
        pytest.param(rolling(MONDAY + 1), id="with room"),
        pytest.param(rolling(MONDAY + 10), id="with room, later"),
        pytest.param(a_course(5, today=MONDAY + 1), id="a week, with room"),
        pytest.param(a_course(1, today=MONDAY + 1), id="the last lesson"),
        pytest.param(a_course(3, seconds=60, today=MONDAY + 1), id="under pressure"),
        pytest.param(a_course(10, seconds=150, today=MONDAY + 1), id="under pressure, weeks"),
    ],
)
def test_safety_terms_come_before_equals(course: Course) -> None:
    terms = [*terms_of(11), a_term(12, safety=True)]
    log = [*met_on(MONDAY, terms), *asked_on(MONDAY, terms)]
    due = a_plan(terms, log, course).due
    for skill in BOTH_SKILLS:
        of_skill = [term for term, asked in due if asked is skill]
        assert not of_skill or of_skill[0].safety


@given(logs(), st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(BOTH))), st.sampled_from([1, 4, 20]))
@few
def test_nothing_tested_today_is_due_today(log: list[Review], tested: set[tuple[str, Form]], lessons: int) -> None:
    log += met_on(TODAY - 1, [term for term in TERMS if term.id not in {review.term for review in log}])
    log += [a_review(form, right=True, day=TODAY, term=term) for term, form in sorted(tested)]
    for seconds in (30.0, 900.0):
        due = pairs(a_plan(TERMS, log, a_course(lessons, seconds, TODAY)))
        assert not due & {(term, form.skill) for term, form in tested}


@given(logs(), st.integers(1, 5))
@few
def test_in_the_last_week_every_term_not_yet_tested_in_it_is_due(log: list[Review], lessons: int) -> None:
    met = {review.term for review in log}
    course = a_course(lessons, seconds=30, today=TODAY)  # far too little
    tested = {(review.term, review.skill) for review in log if review.rating is not None and review.day >= course.last_week}
    assert course.is_last_week
    assert pairs(a_plan(TERMS, log, course)) >= {(term, skill) for term in met for skill in BOTH_SKILLS} - tested


def test_in_the_last_week_what_still_helps_comes_before_what_is_only_looked_over() -> None:
    terms = terms_of(80)
    log = [*met_on(MONDAY, terms), *asked_on(MONDAY + 1, terms), *asked_on(MONDAY + 7, terms[:40])]
    course = a_course(2, seconds=300, today=MONDAY + 14)
    last_week, before = a_plan(terms, log, course), a_plan(terms, log, replace(course, lessons=(*course.lessons, MONDAY + 25)))
    assert len(last_week.due) == 160
    assert len(before.due) < 160


@given(st.integers(700_000, 800_000), st.floats(0, 5000))
def test_a_course_without_an_end_always_counts_28_days_ahead(today: int, seconds_used: float) -> None:
    course = rolling(today, seconds_used)
    assert course.lessons[0] == course.began == today
    assert course.counts_on == today + 28
    assert len(course.lessons) == 20
    assert max(course.lessons) < course.counts_on
    assert not course.is_last_week
    assert course.seconds_today == max(0, 900 - seconds_used)


def test_the_last_week_is_the_seven_days_that_end_with_the_last_lesson() -> None:
    course = a_course(20)
    assert course.lessons[-1] == MONDAY + 25
    assert course.last_week == MONDAY + 19
    assert not course.is_last_week
    assert a_course(1, today=MONDAY + 25).is_last_week


def test_time_that_is_left_counts_what_was_practised_today() -> None:
    assert a_course(4).seconds == 3600
    assert replace(a_course(4), seconds_today=100).seconds == 2800
    assert rolling(MONDAY, 300).seconds == rolling(MONDAY).seconds - 300


def test_a_plan_depends_on_what_was_answered_only() -> None:
    terms = terms_of(12)
    log = [*a_first_lesson(terms[:8]), *asked_on(MONDAY + 3, terms[:4], right=False)]
    assert a_plan(terms, log, rolling(TODAY)) == a_plan(terms, log, rolling(TODAY))


def test_what_is_weak_is_due_before_what_is_firm_on_the_last_day() -> None:
    terms = terms_of(2)
    log = [*met_on(MONDAY, terms)]
    for day in (1, 4, 10):
        log += [*asked_on(MONDAY + day, terms[:1]), *asked_on(MONDAY + day, terms[1:], right=day == 1)]
    due = [term.id for term, skill in a_plan(terms, log, a_course(1, today=MONDAY + 11)).due if skill is Skill.SAY]
    assert due == [terms[1].id, terms[0].id]


def test_a_deck_without_terms_has_an_empty_plan() -> None:
    today = a_plan((), [], rolling(MONDAY))
    assert (today.due, today.new) == ((), 0)


def test_a_skill_that_cannot_be_asked_is_never_due() -> None:
    terms = terms_of(4)
    progress = Progress(terms, a_first_lesson(terms), Means(forms=frozenset({Form.MEET, Form.PICTURE_SAY})))
    assert {skill for _, skill in plan(progress, rolling(MONDAY + 1)).due} == {Skill.SAY}
