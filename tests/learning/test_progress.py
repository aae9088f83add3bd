"""What a trainee knows follows from the log, and a term counts as known for good reasons only."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lessons import MONDAY, a_review

from beroepentaal.learning.exercises import Form, Review, Skill
from beroepentaal.learning.memory import Rating
from beroepentaal.learning.progress import SECURE, TermProgress, after, progress_after

FIRST_LESSON = [
    a_review(Form.MEET, None),
    a_review(Form.HEAR_CHOOSE_PICTURE, right=True),
    a_review(Form.PICTURE_CHOOSE_WORD, right=True),
    a_review(Form.PICTURE_SAY, right=True),
]


def after_all(*reviews: Review) -> TermProgress:
    return progress_after(reviews)["woord1"]


@st.composite
def logs(draw: st.DrawFn) -> list[Review]:
    """Of up to three terms, met in any order, over some weeks."""
    day, log = MONDAY, list[Review]()
    met = set[str]()
    for _ in range(draw(st.integers(1, 25))):
        day += draw(st.sampled_from([0, 0, 0, 1, 3, 20]))
        term = draw(st.sampled_from(["helm", "nok", "rail"]))
        asking = draw(st.sampled_from([form for form in Form if form is not Form.MEET]))
        form, right = (asking, draw(st.booleans())) if term in met else (Form.MEET, None)
        met.add(term)
        log.append(a_review(form, right, day, term))
    return log


def test_a_term_that_was_never_met_is_absent() -> None:
    assert progress_after([]) == {}


def test_a_term_that_was_only_shown_has_no_chance_of_recall() -> None:
    shown = after_all(FIRST_LESSON[0])
    assert [shown.recall(skill, MONDAY) for skill in Skill] == [0, 0]


def test_saying_it_in_the_first_lesson_does_not_make_a_term_known() -> None:
    learned = after_all(*FIRST_LESSON)
    assert learned.recall(Skill.SAY, MONDAY) >= SECURE
    assert not learned.is_known(MONDAY)
    assert not learned.is_known(MONDAY + 1)


def test_saying_it_on_a_later_day_makes_a_term_known() -> None:
    assert after_all(*FIRST_LESSON, a_review(Form.PICTURE_SAY, True, MONDAY + 1)).is_known(MONDAY + 1)


@pytest.mark.parametrize("form", [Form.HEAR_CHOOSE_PICTURE, Form.PICTURE_CHOOSE_WORD])
def test_choosing_it_on_a_later_day_does_not_make_a_term_known(form: Form) -> None:
    assert not after_all(*FIRST_LESSON, a_review(form, True, MONDAY + 1)).is_known(MONDAY + 1)


def test_a_term_is_known_only_as_long_as_it_is_secure() -> None:
    state = after_all(*FIRST_LESSON, a_review(Form.PICTURE_SAY, True, MONDAY + 1))
    known = [day for day in range(MONDAY + 1, MONDAY + 200) if state.is_known(day)]
    secure = [day for day in range(MONDAY + 1, MONDAY + 200) if state.recall(Skill.SAY, day) >= 0.9]
    assert known == secure
    assert 3 < len(known) < 30


def test_a_later_miss_ends_that_a_term_is_known() -> None:
    said = [a_review(Form.PICTURE_SAY, True, MONDAY + 1), a_review(Form.PICTURE_SAY, True, MONDAY + 4)]
    assert after_all(*FIRST_LESSON, *said).is_known(MONDAY + 4)
    assert not after_all(*FIRST_LESSON, *said, a_review(Form.PICTURE_SAY, False, MONDAY + 4)).is_known(MONDAY + 4)


@settings(max_examples=60)
@given(logs(), st.integers(0, 60))
def test_a_known_term_was_last_said_right_on_a_later_day_than_it_was_met(log: list[Review], later: int) -> None:
    day = log[-1].day + later
    for term, state in progress_after(log).items():
        mine = [review for review in log if review.term == term]
        said = [review for review in mine if review.form is Form.PICTURE_SAY]
        is_proven = bool(said) and said[-1].rating is Rating.GOOD and said[-1].day > mine[0].day
        assert is_proven or not state.is_known(day)
        assert state.recall(Skill.SAY, day) >= 0.9 or not state.is_known(day)


@settings(max_examples=60)
@given(logs())
def test_a_term_s_progress_depends_on_its_own_reviews_only(log: list[Review]) -> None:
    for term, state in progress_after(log).items():
        assert progress_after(review for review in log if review.term == term) == {term: state}


@settings(max_examples=60)
@given(logs())
def test_counting_answers_as_they_come_gives_what_the_whole_log_gives(log: list[Review]) -> None:
    as_they_come = dict[str, TermProgress]()
    for review in log:
        as_they_come[review.term] = after(as_they_come.get(review.term), review)
    assert as_they_come == progress_after(log)


def test_understanding_a_term_and_saying_it_are_kept_apart() -> None:
    before = after_all(*FIRST_LESSON)
    state = after_all(*FIRST_LESSON, a_review(Form.HEAR_CHOOSE_PICTURE, False, MONDAY + 1))
    assert state.recall(Skill.SAY, MONDAY + 3) == before.recall(Skill.SAY, MONDAY + 3)
    assert state.recall(Skill.UNDERSTAND, MONDAY + 3) < before.recall(Skill.UNDERSTAND, MONDAY + 3)


def test_a_mistake_undoes_what_was_right_before_it_on_that_day() -> None:
    state = after_all(*FIRST_LESSON[:3], a_review(Form.PICTURE_SAY, right=False))
    assert state.was_right_on(MONDAY) == frozenset()
    assert state.was_missed_on(MONDAY)


def test_the_next_day_starts_with_a_clean_sheet() -> None:
    state = after_all(*FIRST_LESSON, a_review(Form.PICTURE_SAY, right=False))
    assert not state.was_missed_on(MONDAY + 1)
    assert state.was_right_on(MONDAY + 1) == frozenset()
    assert after(state, a_review(Form.HEAR_CHOOSE_PICTURE, True, MONDAY + 1)).was_right_on(MONDAY + 1) == {
        Form.HEAR_CHOOSE_PICTURE
    }


def test_a_word_that_had_to_be_told_first_is_not_known_that_day() -> None:
    met, later = 738_000, 738_007
    say = Form.PICTURE_SAY
    history = [Review("helm", Form.MEET, None, met, 10), Review("helm", say, Rating.GOOD, met, 10)]
    told = [Review("helm", say, Rating.AGAIN, later, 10), Review("helm", say, Rating.GOOD, later, 10)]
    assert progress_after([*history, Review("helm", say, Rating.GOOD, later, 10)])["helm"].is_known(later)
    assert not progress_after([*history, *told])["helm"].is_known(later)
