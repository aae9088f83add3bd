"""What a trainee knows follows from the log, and a term counts as known for good reasons only."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lessons import MONDAY, a_first_lesson, a_name, a_review, a_term, terms_of

from beroepentaal.learning.exercises import Form, Means, Review, Skill
from beroepentaal.learning.memory import Rating
from beroepentaal.learning.progress import SECURE, SECURE_SAFETY, Progress

TERMS = terms_of(3)
WORD = a_name(1)
FIRST_LESSON = [
    a_review(Form.MEET, None),
    a_review(Form.HEAR_CHOOSE_PICTURE, right=True),
    a_review(Form.PICTURE_CHOOSE_WORD, right=True),
    a_review(Form.PICTURE_SAY, right=True),
]
SKILLS = (Skill.UNDERSTAND, Skill.SAY)
few = settings(max_examples=20)


def after_all(*reviews: Review) -> Progress:
    return Progress(TERMS, reviews)


def said_on(*days: int) -> list[Review]:
    return [a_review(Form.PICTURE_SAY, True, MONDAY + day) for day in days]


@st.composite
def logs(draw: st.DrawFn) -> list[Review]:
    """Of up to three terms, met in any order, over some weeks."""
    day, log = MONDAY, list[Review]()
    met = set[str]()
    for _ in range(draw(st.integers(1, 25))):
        day += draw(st.sampled_from([0, 0, 0, 1, 3, 20]))
        term = draw(st.sampled_from([each.id for each in TERMS]))
        asking = draw(st.sampled_from([form for form in Form if form is not Form.MEET]))
        form, right = (asking, draw(st.booleans())) if term in met else (Form.MEET, None)
        met.add(term)
        log.append(a_review(form, right, day, term))
    return log


def test_a_term_that_was_never_met_is_absent_and_not_recalled() -> None:
    progress = after_all()
    assert progress.by_term == {}
    assert progress.known(MONDAY) == set()
    assert [progress.recall(WORD, skill, MONDAY) for skill in Skill] == [0, 0, 0]


def test_a_term_that_was_only_shown_fades_in_every_skill() -> None:
    shown = after_all(FIRST_LESSON[0])
    for skill in SKILLS:
        assert 0 < shown.recall(WORD, skill, MONDAY + 7) < shown.recall(WORD, skill, MONDAY + 1) < SECURE


def test_saying_it_in_the_first_lesson_does_not_make_a_term_known() -> None:
    learned = after_all(*FIRST_LESSON)
    assert learned.recall(WORD, Skill.SAY, MONDAY) >= SECURE
    assert learned.known(MONDAY) == set()
    assert learned.known(MONDAY + 1) == set()


def test_saying_it_on_a_later_day_makes_a_term_known() -> None:
    assert after_all(*FIRST_LESSON, *said_on(1)).known(MONDAY + 1) == {WORD}


@pytest.mark.parametrize("form", [form for form in Form if form.has_choices])
def test_choosing_it_on_a_later_day_does_not_make_a_term_known(form: Form) -> None:
    assert after_all(*FIRST_LESSON, a_review(form, True, MONDAY + 1)).known(MONDAY + 1) == set()


def test_a_term_is_known_only_as_long_as_it_is_secure() -> None:
    progress = after_all(*FIRST_LESSON, *said_on(1, 4))
    days = range(MONDAY + 4, MONDAY + 200)
    known = [day for day in days if progress.known(day)]
    assert known == [day for day in days if progress.recall(WORD, Skill.SAY, day) >= 0.9]
    assert 1 < len(known) < 100


def test_a_term_of_which_a_misunderstanding_can_hurt_should_be_surer() -> None:
    assert SECURE < SECURE_SAFETY < 1


def test_a_later_miss_ends_that_a_term_is_known() -> None:
    log = [*FIRST_LESSON, *said_on(1, 4)]
    assert after_all(*log).known(MONDAY + 4) == {WORD}
    assert after_all(*log, a_review(Form.PICTURE_SAY, False, MONDAY + 4)).known(MONDAY + 4) == set()


@few
@given(logs(), st.integers(0, 60))
def test_a_known_term_was_last_said_right_on_a_later_day_than_it_was_met(log: list[Review], later: int) -> None:
    day = log[-1].day + later
    progress = Progress(TERMS, log)
    for term in progress.known(day):
        mine = [review for review in log if review.term == term]
        said = [review for review in mine if review.form in (Form.PICTURE_SAY, Form.GAP_SAY)]
        assert said[-1].rating is Rating.GOOD
        assert said[-1].day > mine[0].day
        assert progress.recall(term, Skill.SAY, day) >= 0.9


@few
@given(logs())
def test_recall_is_a_chance_and_all_terms_together_are_what_each_is_alone(log: list[Review]) -> None:
    progress = Progress(TERMS, log)
    for skill in SKILLS:
        for day in (log[-1].day, log[-1].day + 5):
            recalls = progress.recalls(skill, day)
            assert recalls.tolist() == pytest.approx([progress.recall(term.id, skill, day) for term in TERMS])
            assert all(0 <= chance <= 1 + 1e-6 for chance in recalls)


@few
@given(logs())
def test_counting_answers_as_they_come_gives_what_the_whole_log_gives(log: list[Review]) -> None:
    # Without choices, of which each may be a guess: see test_forecast.py.
    log = [review for review in log if not review.form.has_choices]
    as_they_come, whole = Progress(TERMS), Progress(TERMS, log)
    for review in log:
        as_they_come.learn(review)
    assert as_they_come.by_term == whole.by_term
    for skill in SKILLS:
        for day in (MONDAY, MONDAY + 100):
            assert as_they_come.recalls(skill, day) == pytest.approx(whole.recalls(skill, day), abs=1e-4)


@few
@given(logs())
def test_what_is_met_and_tested_when_does_not_depend_on_other_terms(log: list[Review]) -> None:
    progress = Progress(TERMS, log)
    for term, state in progress.by_term.items():
        assert Progress(TERMS, [review for review in log if review.term == term]).by_term == {term: state}


def test_answers_to_terms_that_left_the_deck_are_passed_over() -> None:
    other = [a_review(Form.MEET, None, term="weg"), a_review(Form.PICTURE_SAY, True, MONDAY + 1, "weg")]
    progress = after_all(*FIRST_LESSON, *other)
    progress.learn(other[-1])
    assert set(progress.by_term) == {WORD}
    assert progress.recalls(Skill.SAY, MONDAY + 1).tolist() == after_all(*FIRST_LESSON).recalls(Skill.SAY, MONDAY + 1).tolist()


def test_understanding_a_term_and_saying_it_are_kept_apart() -> None:
    before = after_all(*FIRST_LESSON)
    after = after_all(*FIRST_LESSON, a_review(Form.HEAR_CHOOSE_PICTURE, False, MONDAY + 1))
    assert after.recall(WORD, Skill.SAY, MONDAY + 3) == before.recall(WORD, Skill.SAY, MONDAY + 3)
    assert after.recall(WORD, Skill.UNDERSTAND, MONDAY + 3) < before.recall(WORD, Skill.UNDERSTAND, MONDAY + 3)


def test_a_mistake_undoes_what_was_right_before_it_on_that_day() -> None:
    state = after_all(*FIRST_LESSON[:3], a_review(Form.PICTURE_SAY, right=False)).by_term[WORD]
    assert state.right_in_a_row == 0
    assert state.was_missed_on(MONDAY)


def test_the_next_day_starts_with_a_clean_sheet() -> None:
    progress = after_all(*FIRST_LESSON, a_review(Form.PICTURE_SAY, right=False))
    assert not progress.by_term[WORD].was_missed_on(MONDAY + 1)
    progress.learn(a_review(Form.HEAR_CHOOSE_PICTURE, True, MONDAY + 1))
    assert progress.by_term[WORD].right_in_a_row == 1
    assert not progress.by_term[WORD].was_missed_on(MONDAY + 1)


def test_a_word_that_had_to_be_told_first_is_not_known_that_day() -> None:
    log = [*FIRST_LESSON, *said_on(1)]
    told = [a_review(Form.PICTURE_SAY, False, MONDAY + 3), a_review(Form.PICTURE_SAY, True, MONDAY + 3)]
    assert after_all(*log, *said_on(3)).known(MONDAY + 3) == {WORD}
    assert after_all(*log, *told).known(MONDAY + 3) == set()


def test_time_practised_today_is_counted_and_that_of_another_day_is_not() -> None:
    progress = after_all(*FIRST_LESSON, *said_on(1))
    assert progress.seconds_on(MONDAY + 1) == 10
    assert progress.seconds_on(MONDAY) == progress.seconds_on(MONDAY + 2) == 0
    assert after_all(*FIRST_LESSON).seconds_on(MONDAY) == 40


def test_a_skill_that_is_no_goal_or_cannot_be_asked_is_not_followed() -> None:
    log = a_first_lesson(TERMS)
    assert set(Progress(TERMS, log).forecasts) == {Skill.UNDERSTAND, Skill.SAY}
    only_saying = Progress(TERMS, log, Means(sound=False, forms=frozenset({Form.MEET, Form.PICTURE_SAY})))
    assert set(only_saying.forecasts) == {Skill.SAY}
    assert only_saying.recall(WORD, Skill.UNDERSTAND, MONDAY + 1) == 0
    everything = Progress(TERMS, log, Means(skills=(Skill.UNDERSTAND, Skill.SAY, Skill.WRITE)))
    assert everything.recall(WORD, Skill.WRITE, MONDAY + 1) > 0


def test_where_a_term_lacks_a_picture_and_a_meaning_it_is_not_asked_to_be_understood_from_them() -> None:
    terms = [a_term(1, picture="", meaning="", sentence=""), a_term(2)]
    askable = Progress(terms, means=Means(sound=False)).askable
    assert askable == {Skill.UNDERSTAND: [False, True], Skill.SAY: [True, True]}
