"""What a session asks: new terms a few at a time, each until it can be said, spaced, and for about ten minutes."""

import random
from functools import cache
from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lessons import MONDAY, Asked, Course, a_deck, a_deck_of, a_review, a_term, unfinished

from beroepentaal.bootstrap import deck_library
from beroepentaal.learning.exercises import Form, Skill
from beroepentaal.learning.memory import Rating
from beroepentaal.learning.progress import SECURE, progress_after
from beroepentaal.learning.session import Session, next_exercise

TEN_MINUTES = 600
THIRTEEN_MINUTES = 780
LONGEST_ANSWER = 60
HEAR_THEN_WORD_THEN_SAY = [Form.HEAR_CHOOSE_PICTURE, Form.PICTURE_CHOOSE_WORD, Form.PICTURE_SAY]
LESSON_DAYS = [MONDAY, MONDAY + 1, MONDAY + 7]
DECK = a_deck_of(16)

accuracies = st.sampled_from([0.0, 0.3, 0.6, 0.8, 0.95, 1.0])
seeds = st.integers(0, 10_000)
some = settings(max_examples=25)


@cache
def lessons(accuracy: float, seed: int) -> list[list[Asked]]:
    """Three lessons of a simulated trainee."""
    course = Course(DECK, accuracy, seed)
    return [course.lesson(day) for day in LESSON_DAYS]


def seconds_of(lesson: list[Asked]) -> float:
    return sum(asked.review.seconds for asked in lesson)


def unfinished_at(lesson: list[Asked], place: int) -> set[str]:
    return unfinished([asked.review for asked in lesson[:place]], lesson[0].review.day)


@given(accuracies, seeds)
@some
def test_a_session_brings_at_most_seven_new_terms_in_the_order_of_the_job(accuracy: float, seed: int) -> None:
    met = [[asked.term for asked in lesson if asked.exercise.form is Form.MEET] for lesson in lessons(accuracy, seed)]
    assert max(map(len, met)) <= 7
    in_order = [term.id for term in DECK.core]
    assert list(chain(*met)) == in_order[: sum(map(len, met))]


@given(accuracies, seeds)
@some
def test_a_new_term_waits_while_three_are_half_learned(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed):
        for place, asked in enumerate(lesson):
            assert asked.exercise.form is not Form.MEET or len(unfinished_at(lesson, place)) < 3


@given(accuracies, seeds)
@some
def test_nothing_is_asked_twice_in_a_row_while_another_is_open(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed):
        for place, (before, asked) in enumerate(pairwise(lesson), 1):
            assert asked.term != before.term or not unfinished_at(lesson, place) - {asked.term}


@given(accuracies, seeds)
@some
def test_until_time_is_up_nothing_is_asked_twice_in_a_row_once_two_terms_were_met(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed):
        for before, asked in pairwise(lesson):
            has_another = len(asked.progress) > 1 and asked.session.seconds < TEN_MINUTES
            assert asked.term != before.term or not has_another


@given(accuracies, seeds)
@some
def test_a_new_term_is_heard_then_chosen_by_its_word_then_said_and_a_mistake_begins_again(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed):
        right = dict[str, int]()
        for asked in lesson:
            done = right.get(asked.term)
            if asked.exercise.form is Form.MEET:
                right[asked.term] = 0
            elif done is not None:
                assert asked.exercise.form is HEAR_THEN_WORD_THEN_SAY[min(done, 2)]
                right[asked.term] = done + 1 if asked.review.rating is Rating.GOOD else 0


@given(accuracies, seeds)
@some
def test_a_session_takes_ten_minutes_and_at_most_thirteen_and_the_last_answer(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed):
        assert TEN_MINUTES <= seconds_of(lesson) < THIRTEEN_MINUTES + LONGEST_ANSWER


@given(accuracies, seeds)
@some
def test_after_ten_minutes_only_what_is_half_learned_is_finished(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed):
        for asked in lesson:
            assert asked.session.seconds < TEN_MINUTES or asked.term in asked.session.asked
        assert seconds_of(lesson) >= THIRTEEN_MINUTES or not unfinished_at(lesson, len(lesson))


@given(st.integers(1, 12), accuracies, seeds)
@some
def test_there_is_something_to_do_until_time_is_up_however_small_the_deck(size: int, accuracy: float, seed: int) -> None:
    course = Course(a_deck_of(size), accuracy, seed)
    for day in LESSON_DAYS:
        assert seconds_of(course.lesson(day)) >= TEN_MINUTES


def test_a_deck_without_a_core_has_nothing_to_ask() -> None:
    deck = a_deck(a_term(1, core=None))
    assert next_exercise(deck, {}, Session(MONDAY), random.Random(0)) is None


def test_spare_time_goes_to_all_terms_in_turn() -> None:
    lesson = Course(DECK).lesson(MONDAY)
    times = [sum(asked.term == term for asked in lesson) for term in {asked.term for asked in lesson}]
    assert len(times) == 7
    assert max(times) - min(times) <= 1


def test_the_last_new_term_of_a_lesson_is_spaced_like_the_others() -> None:
    lesson = Course(DECK).lesson(MONDAY)
    order = [asked.term for asked in lesson]
    last = max(order.index(term) for term in set(order))
    places = [place for place, term in enumerate(order) if term == order[last]]
    assert min(second - first for first, second in pairwise(places)) >= 3


@given(accuracies, seeds, st.integers(1, 30))
@some
def test_a_session_that_was_cut_off_goes_on_with_the_half_learned_terms(accuracy: float, seed: int, answers: int) -> None:
    course = Course(DECK, accuracy, seed)
    course.lesson(MONDAY, cut_off_after=answers)
    half_learned = unfinished(course.log, MONDAY)
    right_before = progress_after(course.log)
    asked, *_ = course.lesson(MONDAY, cut_off_after=1)
    if half_learned:
        assert asked.term in half_learned
        done = right_before[asked.term].was_right_on(MONDAY)
        assert asked.exercise.form is HEAR_THEN_WORD_THEN_SAY[len(done)]
    else:
        assert asked.exercise.form in (Form.MEET, Form.PICTURE_SAY)


@given(accuracies, seeds, st.integers(1, 40))
@some
def test_a_later_day_starts_with_what_fades_the_weakest_first(accuracy: float, seed: int, days: int) -> None:
    course = Course(DECK, accuracy, seed)
    course.lesson(MONDAY)
    course.lesson(MONDAY + 1)
    day = MONDAY + 1 + days
    progress = progress_after(course.log)
    fading = {term for term, state in progress.items() if min(state.recall(skill, day) for skill in Skill) < SECURE}
    lesson = course.lesson(day)
    before_new = {asked.term for asked in lesson if asked.session.new == 0 and asked.exercise.form is not Form.MEET}
    time_was_up = seconds_of(lesson[:-1]) >= TEN_MINUTES
    assert fading <= before_new or (time_was_up and all(asked.exercise.form is not Form.MEET for asked in lesson))
    if fading:
        tomorrow = {term: min(progress[term].recall(skill, day + 1) for skill in Skill) for term in fading}
        assert tomorrow[lesson[0].term] == pytest.approx(min(tomorrow.values()), abs=0.01)


def test_of_terms_that_fade_alike_one_about_safety_comes_first() -> None:
    deck = a_deck(a_term(1), a_term(2), a_term(3, safety=True))
    log = [a_review(Form.MEET, None, MONDAY, term.id) for term in deck.core]
    asked = next_exercise(deck, progress_after(log), Session(MONDAY + 1), random.Random(0))
    assert asked
    assert asked.term.id == "woord3"


def test_a_term_missed_on_a_later_day_is_heard_again_and_then_said() -> None:
    course = Course(a_deck_of(1))
    course.log += [a_review(form, None if form is Form.MEET else True) for form in (Form.MEET, *HEAR_THEN_WORD_THEN_SAY)]
    course.log.append(a_review(Form.PICTURE_SAY, False, MONDAY + 30))
    forms = [asked.exercise.form for asked in course.lesson(MONDAY + 30, cut_off_after=2)]
    assert forms == [Form.HEAR_CHOOSE_PICTURE, Form.PICTURE_SAY]


@given(accuracies, seeds)
@some
def test_choices_of_pictures_are_terms_with_a_picture(accuracy: float, seed: int) -> None:
    deck = a_deck(*(a_term(number, picture="" if number % 3 == 0 else f"{number}.svg") for number in range(1, 13)))
    course = Course(deck, accuracy, seed)
    heard = [
        asked.exercise for day in LESSON_DAYS for asked in course.lesson(day) if asked.exercise.form is Form.HEAR_CHOOSE_PICTURE
    ]
    assert heard
    assert all(choice.picture for exercise in heard for choice in exercise.choices)


def test_a_term_without_a_picture_is_practised_in_the_other_forms() -> None:
    lesson = Course(a_deck(a_term(1, picture=""), *a_deck_of(6).core[1:])).lesson(MONDAY)
    forms = [asked.exercise.form for asked in lesson if asked.term == "woord1"]
    assert forms[:3] == [Form.MEET, Form.PICTURE_CHOOSE_WORD, Form.PICTURE_SAY]


def test_a_first_choice_is_between_two_pictures_and_a_later_one_between_four() -> None:
    course = Course(DECK)
    first, later = course.lesson(MONDAY), course.lesson(MONDAY + 60)
    assert {len(asked.exercise.choices) for asked in first if asked.exercise.form is Form.HEAR_CHOOSE_PICTURE} == {2}
    heard = [asked for asked in later if asked.exercise.form is Form.HEAR_CHOOSE_PICTURE and asked.session.new == 0]
    assert {len(asked.exercise.choices) for asked in heard} == {4}


@given(accuracies, seeds)
@some
def test_the_same_seed_and_answers_make_the_same_session(accuracy: float, seed: int) -> None:
    again = Course(DECK, accuracy, seed)
    assert [again.lesson(day) for day in LESSON_DAYS] == lessons(accuracy, seed)


def test_a_trainee_who_makes_no_mistakes_knows_the_whole_solar_core_in_three_weeks() -> None:
    course = Course(deck_library().deck("zonnepaneelmonteur"))
    school_days = [MONDAY + week * 7 + weekday for week in range(3) for weekday in range(5)]
    for day in school_days:
        course.lesson(day)
    progress = progress_after(course.log)
    assert sum(state.is_known(school_days[-1]) for state in progress.values()) == 50
