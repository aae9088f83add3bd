"""Practising: each answer is kept before it counts, and the standing follows from the log."""

import random

import pytest
from classroom_fakes import ANNA, BORIS, CORE, DECK, FakeLog

from beroepentaal.classroom.ports import Trainee
from beroepentaal.classroom.practise import Practice, Standing
from beroepentaal.classroom.school_day import school_day
from beroepentaal.learning.exercises import Exercise, Form, Means, Review
from beroepentaal.learning.memory import Rating
from beroepentaal.learning.progress import SECURE
from beroepentaal.refusal import Refusal

MONDAY = 739_005
WORD = DECK.by_id["helm"]


def practice_of(log: FakeLog, day: int = MONDAY, trainee: Trainee = ANNA) -> Practice:
    return Practice(DECK, trainee, log, school_day(day, log.newest_day()), random.Random(1), Means())


def answer(practice: Practice, right: bool = True, seconds: float = 12) -> Exercise | None:
    """Does the next exercise; None when the session is over."""
    exercise = practice.next()
    if exercise:
        review = practice.answered(exercise, None if exercise.form is Form.MEET else right, seconds)
        practice.keep(review)
        practice.advance(review)
    return exercise


def practise_to_the_end(practice: Practice) -> int:
    """The number of exercises."""
    return sum(1 for _ in iter(lambda: answer(practice), None))


def test_every_answer_is_in_the_log_of_that_trainee_and_deck() -> None:
    log = FakeLog()
    practice = practice_of(log)
    exercises = [answer(practice, right=number % 2 == 0, seconds=number) for number in range(12)]
    assert [(who, deck) for who, deck, _ in log.kept] == [(ANNA, "dak")] * 12
    asked = [(exercise.term.id, exercise.form) for exercise in exercises if exercise]
    assert [(review.term, review.form) for _, _, review in log.kept] == asked
    assert [(review.day, review.seconds) for _, _, review in log.kept] == [(MONDAY, number) for number in range(12)]


@pytest.mark.parametrize(("right", "rating"), [(True, Rating.GOOD), (False, Rating.AGAIN), (None, None)])
def test_the_rating_says_what_happened_and_not_what_the_trainee_thinks(right: bool | None, rating: Rating | None) -> None:
    review = practice_of(FakeLog()).answered(Exercise(Form.PICTURE_SAY, WORD), right, 5)
    assert review == Review("helm", Form.PICTURE_SAY, rating, MONDAY, 5.0)


@pytest.mark.parametrize(("took", "counted"), [(3600, 60.0), (60.04, 60.0), (7.26, 7.3), (0, 0.0), (-5, 0.0)])
def test_an_answer_counts_for_at_most_a_minute_and_never_less_than_nothing(took: float, counted: float) -> None:
    assert practice_of(FakeLog()).answered(Exercise(Form.PICTURE_SAY, WORD), True, took).seconds == counted


def test_an_answer_that_could_not_be_kept_does_not_count() -> None:
    log = FakeLog()
    practice = practice_of(log)
    exercise = practice.next()
    assert exercise
    log.is_full = True
    with pytest.raises(Refusal):
        practice.keep(practice.answered(exercise, None, 12))
    assert practice.done == 0
    assert practice.practised == []
    assert practice.standing() == Standing(known=0, started=0, core=10)
    assert practice.next() == exercise


def test_a_session_ends_after_ten_minutes_and_shows_how_far_it_is() -> None:
    practice = practice_of(FakeLog())
    shown = [practice.done]
    while answer(practice):
        shown.append(practice.done)
    assert shown[0] == 0
    assert shown == sorted(shown)
    assert shown[-1] == 1
    assert shown[25] == pytest.approx(0.5)


def test_another_session_on_the_same_day_starts_from_nothing() -> None:
    practice = practice_of(FakeLog())
    practise_to_the_end(practice)
    practice.start_again()
    assert practice.done == 0
    assert practice.practised == []
    assert answer(practice)


def test_the_words_of_a_session_are_listed_once_in_the_order_in_which_they_came() -> None:
    practice = practice_of(FakeLog())
    practise_to_the_end(practice)
    assert [term.id for term in practice.practised] == list(CORE[:7])


def test_the_standing_counts_met_and_known_terms_of_the_core() -> None:
    log = FakeLog()
    assert practice_of(log).standing() == Standing(known=0, started=0, core=10)
    practise_to_the_end(monday := practice_of(log))
    assert monday.standing() == Standing(known=0, started=7, core=10)
    practise_to_the_end(tuesday := practice_of(log, MONDAY + 1))
    assert tuesday.standing() == Standing(known=7, started=10, core=10)


def test_a_word_is_shown_as_learned_exactly_where_the_ring_counts_it() -> None:
    log = FakeLog()
    assert practice_of(log).recalls() == {}
    practise_to_the_end(practice_of(log))
    practise_to_the_end(tuesday := practice_of(log, MONDAY + 1))
    recalls = tuesday.recalls()
    assert len(recalls) == tuesday.standing().started
    assert all(0 <= recall <= 1 for recall in recalls.values())
    assert sum(recall >= SECURE for recall in recalls.values()) == tuesday.standing().known


def test_what_was_known_has_to_be_refreshed_after_a_long_holiday() -> None:
    log = FakeLog()
    for day in (MONDAY, MONDAY + 1, MONDAY + 2):
        practise_to_the_end(practice_of(log, day))
    assert practice_of(log, MONDAY + 2).standing().known == 10
    assert practice_of(log, MONDAY + 400).standing() == Standing(known=0, started=10, core=10)


def test_terms_outside_the_core_or_retired_from_the_deck_do_not_count() -> None:
    log = FakeLog()
    for term in ("los", "verdwenen", "helm"):
        log.append(ANNA, "dak", Review(term, Form.MEET, None, MONDAY, 12))
    assert practice_of(log).standing() == Standing(known=0, started=1, core=10)


def test_coming_back_on_any_day_goes_on_from_what_is_in_the_log() -> None:
    log = FakeLog()
    first = practice_of(log)
    for _ in range(9):
        answer(first)
    assert practice_of(log).progress.by_term == first.progress.by_term
    assert practice_of(log).standing() == first.standing()


def test_one_trainee_s_answers_do_not_count_for_another() -> None:
    log = FakeLog()
    practise_to_the_end(practice_of(log))
    assert practice_of(log, trainee=BORIS).standing() == Standing(known=0, started=0, core=10)


def test_on_a_computer_whose_clock_is_behind_answers_are_of_the_newest_day_seen() -> None:
    log = FakeLog()
    answer(practice_of(log))
    behind = practice_of(log, MONDAY - 700)
    assert behind.today.clock_is_behind
    answer(behind)
    assert [review.day for review in log.reviews(ANNA, "dak")] == [MONDAY, MONDAY]
