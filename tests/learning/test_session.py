"""What a session asks: new terms a few at a time, each until it can be said, spaced, and for about ten minutes."""

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lessons import MONDAY, Asked, Trainee, a_first_lesson, a_review, a_term, half_learned, terms_of

from beroepentaal.bootstrap import deck_library
from beroepentaal.decks import Term
from beroepentaal.learning.exercises import Exercise, Form, Means, Review, Skill
from beroepentaal.learning.likeness import are_alike
from beroepentaal.learning.memory import Rating
from beroepentaal.learning.planning import Course, Plan, plan, rolling
from beroepentaal.learning.progress import Progress
from beroepentaal.learning.session import Session, next_exercise

TEN_MINUTES = 600
THIRTEEN_MINUTES = 780
LONGEST_ANSWER = 60
LESSON_DAYS = [MONDAY, MONDAY + 1, MONDAY + 7]
TERMS = terms_of(24)

# Few, since a lesson takes a quarter of a second; the lessons of a trainee are made once for all tests.
CARELESS, PERFECT = (0.8, 2), (1.0, 4)
every_trainee = pytest.mark.parametrize(("accuracy", "seed"), [(0.0, 0), (0.5, 1), CARELESS, (0.8, 3), PERFECT])
able_trainees = pytest.mark.parametrize(("accuracy", "seed"), [CARELESS, (0.8, 3), PERFECT])


@cache
def lessons(accuracy: float, seed: int) -> list[list[Asked]]:
    """Three lessons of a simulated trainee."""
    trainee = Trainee(TERMS, accuracy, seed)
    return [trainee.lesson(day) for day in LESSON_DAYS]


def first(terms: Sequence[Term], log: list[Review], day: int) -> Exercise:
    """What a new session on that day begins with."""
    progress = Progress(terms, log)
    exercise = next_exercise(progress, plan(progress, rolling(day)), Session(day), random.Random(0))
    assert exercise
    return exercise


def seconds_of(lesson: list[Asked]) -> float:
    return sum(asked.review.seconds for asked in lesson)


def half_learned_at(lesson: list[Asked], place: int) -> set[str]:
    return half_learned([asked.review for asked in lesson[:place]], lesson[0].review.day, lesson[0].plan.first_recalls)


def new_in(lesson: list[Asked]) -> list[str]:
    return [asked.term for asked in lesson if asked.exercise.form is Form.MEET]


@every_trainee
def test_a_session_brings_at_most_seven_new_terms_in_the_order_of_the_job(accuracy: float, seed: int) -> None:
    met = [new_in(lesson) for lesson in lessons(accuracy, seed)]
    assert max(map(len, met)) <= 7
    assert list(chain(*met)) == [term.id for term in TERMS][: sum(map(len, met))]


def test_a_second_session_on_a_day_brings_no_more_new_terms_than_the_day_should() -> None:
    trainee = Trainee(terms_of(24))
    sessions = [trainee.lesson(MONDAY) for _ in range(3)]
    assert [len(new_in(session)) for session in sessions] == [7, 0, 0]


@every_trainee
def test_a_new_term_waits_while_three_are_half_learned(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed):
        for place, asked in enumerate(lesson):
            assert asked.exercise.form is not Form.MEET or len(half_learned_at(lesson, place)) < 3


@able_trainees
def test_new_terms_are_spread_over_a_session_that_begins_with_known_ones(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed)[1:]:
        assert lesson[0].exercise.form is not Form.MEET
        times = [asked.session.seconds for asked in lesson if asked.exercise.form is Form.MEET]
        assert max(times) - min(times) > TEN_MINUTES / 3


@every_trainee
def test_nothing_is_asked_twice_in_a_row_while_another_is_open(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed):
        for place, (before, asked) in enumerate(pairwise(lesson), 1):
            assert asked.term != before.term or half_learned_at(lesson, place) == {asked.term}
            has_others = len(asked.met) > 2 and asked.session.seconds < TEN_MINUTES
            assert not has_others or asked.term not in asked.session.asked[-2:]


@pytest.mark.parametrize("accuracy", [0.6, 1.0])
@pytest.mark.parametrize("size", [2, 3])
def test_nothing_is_asked_twice_in_a_row_in_a_small_deck_either(size: int, accuracy: float) -> None:
    trainee = Trainee(terms_of(size), accuracy)
    for day in LESSON_DAYS[:2]:
        for before, asked in pairwise(trainee.lesson(day)):
            assert asked.term != before.term or len(asked.met) == 1 or asked.session.seconds >= TEN_MINUTES


@every_trainee
def test_a_new_term_is_understood_then_said_and_a_mistake_begins_again(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed):
        assert lesson[0].plan.first_recalls == 2  # there is room
        right = dict[str, int]()
        for asked in lesson:
            done = right.get(asked.term)
            if asked.exercise.form is Form.MEET:
                right[asked.term] = 0
            elif done is not None and done < 2:
                assert asked.exercise.form is [Form.HEAR_CHOOSE_PICTURE, Form.PICTURE_SAY][done]
                right[asked.term] = done + 1 if asked.review.rating is Rating.GOOD else 0


@every_trainee
def test_a_session_takes_ten_minutes_and_at_most_thirteen_and_the_last_answer(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed):
        assert TEN_MINUTES <= seconds_of(lesson) < THIRTEEN_MINUTES + LONGEST_ANSWER


@every_trainee
def test_after_ten_minutes_only_what_is_half_learned_is_finished(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed):
        for place, asked in enumerate(lesson):
            assert asked.session.seconds < TEN_MINUTES or asked.term in half_learned_at(lesson, place)
        assert seconds_of(lesson) >= THIRTEEN_MINUTES or not half_learned_at(lesson, len(lesson))


@every_trainee
def test_half_learned_terms_come_before_all_else_once_two_others_were_asked(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed):
        for place, asked in enumerate(lesson):
            waiting = half_learned_at(lesson, place) - set(asked.session.asked[-2:])
            assert not waiting or asked.term in waiting


@pytest.mark.parametrize("size", [1, 2, 5])
@pytest.mark.parametrize("accuracy", [0.5, 1.0])
def test_there_is_something_to_do_until_time_is_up_however_small_the_deck(size: int, accuracy: float) -> None:
    trainee = Trainee(terms_of(size), accuracy)
    for day in LESSON_DAYS[:2]:
        assert seconds_of(trainee.lesson(day)) >= TEN_MINUTES


def test_a_deck_without_a_core_has_nothing_to_ask() -> None:
    assert Trainee(()).lesson(MONDAY) == []


def test_terms_that_are_alike_are_not_met_on_one_day_and_all_are_met_in_the_end() -> None:
    names = ["storing", "string", "helm", "minpool", "pluspool", "ladder"]
    terms = [a_term(number, id=name, term=name) for number, name in enumerate(names, 1)]
    trainee = Trainee(terms)
    by_day = [new_in(trainee.lesson(MONDAY + day)) for day in range(2)]
    for today in by_day:
        met = [term for term in terms if term.id in today]
        assert not any(are_alike(one, other) for one in met for other in met if one.id < other.id)
    assert list(chain(*by_day)) == ["storing", "helm", "minpool", "ladder", "string", "pluspool"]


def test_spare_time_goes_to_all_terms_in_turn() -> None:
    lesson = Trainee(TERMS).lesson(MONDAY)
    times = [sum(asked.term == term for asked in lesson) for term in {asked.term for asked in lesson}]
    assert len(times) == 7
    assert max(times) - min(times) <= 1


def test_the_last_new_term_of_a_lesson_is_spaced_like_the_others() -> None:
    lesson = Trainee(TERMS).lesson(MONDAY)
    order = [asked.term for asked in lesson]
    last = max(order.index(term) for term in set(order))
    places = [place for place, term in enumerate(order) if term == order[last]]
    assert min(second - first for first, second in pairwise(places)) >= 3


@given(st.sampled_from([0.0, 0.5, 0.8, 1.0]), st.integers(1, 30))
@settings(max_examples=8)
def test_a_session_that_was_cut_off_goes_on_with_the_half_learned_terms(accuracy: float, answers: int) -> None:
    trainee = Trainee(TERMS, accuracy)
    trainee.lesson(MONDAY, cut_off_after=answers)
    waiting = half_learned(trainee.log, MONDAY, 2)
    right_before = trainee.progress().by_term
    asked, *_ = trainee.lesson(MONDAY, cut_off_after=1)
    if waiting:
        assert asked.term in waiting
        done = right_before[asked.term].right_in_a_row
        assert asked.exercise.form is [Form.HEAR_CHOOSE_PICTURE, Form.PICTURE_SAY][done]


@every_trainee
def test_all_that_is_due_is_asked_once_before_anything_is_asked_again(accuracy: float, seed: int) -> None:
    for lesson in lessons(accuracy, seed)[1:]:
        due = {(term.id, skill) for term, skill in lesson[0].plan.due}
        tested, new = set[tuple[str, Skill]](), set[str]()
        for asked in lesson:
            what = (asked.term, asked.exercise.form.skill)
            is_again = what in tested and asked.term not in new
            still_due = {term for term, skill in due - tested} - set(asked.session.asked[-2:])
            assert not (is_again and still_due)
            tested.add(what)
            new |= {asked.term} if asked.exercise.form is Form.MEET else set()


@pytest.mark.parametrize("days", [1, 3, 10])
@pytest.mark.parametrize("place", [0, 2, 4])
def test_of_terms_that_fade_alike_one_about_safety_comes_first(days: int, place: int) -> None:
    terms = list(terms_of(5))
    terms[place] = replace(terms[place], safety=True)
    log = [a_review(Form.MEET, None, MONDAY, term.id, seconds=0) for term in terms]
    assert first(terms, log, MONDAY + days).term.safety


def test_of_terms_equally_weak_one_about_safety_comes_first_in_spare_time() -> None:
    terms = list(terms_of(5))
    terms[3] = replace(terms[3], safety=True)
    log = [replace(review, seconds=0) for review in a_first_lesson(terms)]
    assert first(terms, log, MONDAY).term.safety


def test_a_term_missed_on_a_later_day_comes_back_in_spare_time_and_is_due_tomorrow() -> None:
    terms, day = list(terms_of(5)), MONDAY + 30
    log = a_first_lesson(terms)
    for form in (Form.HEAR_CHOOSE_PICTURE, Form.PICTURE_SAY):
        log += [a_review(form, term is not terms[2], day, term.id) for term in terms]
    assert first(terms, log, day).term == terms[2]
    progress = Progress(terms, log)
    assert terms[2].id in {term.id for term, _ in plan(progress, rolling(day + 1)).due}


@pytest.mark.parametrize("accuracy", [0.5, 1.0])
def test_choices_of_pictures_are_terms_with_a_picture(accuracy: float) -> None:
    terms = [a_term(number, picture="" if number % 3 == 0 else f"{number}.svg") for number in range(1, 13)]
    trainee = Trainee(terms, accuracy)
    chosen = [
        asked.exercise
        for day in LESSON_DAYS[:2]
        for asked in trainee.lesson(day)
        if asked.exercise.form in (Form.HEAR_CHOOSE_PICTURE, Form.COMMAND_CHOOSE_ACTION, Form.ORDER_STEPS)
    ]
    assert chosen
    assert all(choice.picture for exercise in chosen for choice in exercise.choices)


@able_trainees
def test_where_there_is_a_choice_there_is_more_than_one(accuracy: float, seed: int) -> None:
    # The terms are all of one step, so there is nothing to put in order.
    asked = [asked.exercise for lesson in lessons(accuracy, seed) for asked in lesson]
    assert {exercise.form for exercise in asked if exercise.form.has_choices and len(exercise.choices) < 2} == set()


def test_only_meetings_count_as_new_terms() -> None:
    session = Session(MONDAY).after(a_review(Form.MEET, None)).after(a_review(Form.PICTURE_SAY, right=True, seconds=5))
    assert (session.new, session.seconds, len(session.asked)) == (1, 15, 2)


def test_a_term_without_a_picture_is_practised_in_the_other_forms() -> None:
    lesson = Trainee([a_term(1, picture=""), *terms_of(6)[1:]]).lesson(MONDAY)
    forms = [asked.exercise.form for asked in lesson if asked.term == TERMS[0].id]
    assert forms[:3] == [Form.MEET, Form.PICTURE_CHOOSE_WORD, Form.PICTURE_SAY]
    assert Form.HEAR_CHOOSE_PICTURE not in forms


def test_a_first_choice_is_between_two_pictures_and_a_later_one_between_four() -> None:
    trainee = Trainee(TERMS)
    early, later = trainee.lesson(MONDAY), trainee.lesson(MONDAY + 300)
    assert {len(asked.exercise.choices) for asked in early if asked.exercise.form is Form.HEAR_CHOOSE_PICTURE} == {2}
    new = set(new_in(later))
    heard = [asked for asked in later if asked.exercise.form is Form.HEAR_CHOOSE_PICTURE and asked.term not in new]
    assert {len(asked.exercise.choices) for asked in heard} == {4}


def test_what_a_pc_cannot_do_is_not_asked() -> None:
    means = Means(sound=False, forms=frozenset({Form.MEET, Form.PICTURE_SAY, Form.HEAR_CHOOSE_WRITTEN}))
    trainee = Trainee(TERMS, means=means)
    forms = {asked.exercise.form for day in LESSON_DAYS[:2] for asked in trainee.lesson(day)}
    assert forms == {Form.MEET, Form.PICTURE_SAY}


def test_writing_is_asked_where_it_is_a_goal_and_nowhere_else() -> None:
    writing = Trainee(TERMS, means=Means(skills=(Skill.UNDERSTAND, Skill.SAY, Skill.WRITE)))
    asked = {asked.exercise.form.skill for day in LESSON_DAYS[:2] for asked in writing.lesson(day)}
    assert Skill.WRITE in asked
    assert Skill.WRITE not in {asked.exercise.form.skill for lesson in lessons(*PERFECT) for asked in lesson}


def test_under_pressure_a_session_keeps_to_its_time_and_goes_through_what_is_due_in_its_order() -> None:
    terms = terms_of(60)
    log = a_first_lesson(terms[:40])
    day = MONDAY + 3
    progress = Progress(terms, log)
    today = plan(progress, Course((day, day + 1, day + 2), day + 5, MONDAY, 900, 900))
    assert 40 < len(today.due) < 80
    session, asked, rng = Session(day), list[tuple[str, Skill]](), random.Random(0)
    while exercise := next_exercise(progress, today, session, rng):
        review = a_review(exercise.form, None if exercise.form is Form.MEET else True, day, exercise.term.id, 12)
        if exercise.term.id in {term.id for term in terms[:40]}:
            asked.append((exercise.term.id, exercise.form.skill))
        progress.learn(review)
        session = session.after(review)
    due = [(term.id, skill) for term, skill in today.due]
    assert TEN_MINUTES <= session.seconds < THIRTEEN_MINUTES + 12
    assert set(asked[:10]) <= set(due[: 10 + 2 * 2])


def test_the_same_seed_and_answers_make_the_same_session() -> None:
    again = Trainee(TERMS, *CARELESS)
    assert [again.lesson(day) for day in LESSON_DAYS] == lessons(*CARELESS)


def test_a_trainee_who_makes_no_mistakes_knows_the_whole_solar_core_in_three_weeks() -> None:
    core = deck_library().deck("zonnepaneelmonteur").core
    trainee = Trainee(core)
    school_days = [MONDAY + week * 7 + weekday for week in range(3) for weekday in range(5)]
    for day in school_days:
        trainee.lesson(day)
    assert trainee.progress().known(school_days[-1]) == {term.id for term in core}


def test_spare_time_goes_to_safety_terms_until_they_are_more_than_secure() -> None:
    """Of two that are known as well, and not due, the one that can hurt is asked."""
    plain, safety = a_term(1), a_term(2, safety=True)
    log = [a_review(Form.MEET, None, MONDAY, term.id) for term in (plain, safety)]
    log += [a_review(Form.PICTURE_SAY, True, MONDAY + day, term.id) for day in (1, 3, 7) for term in (plain, safety)]
    log += [a_review(Form.HEAR_CHOOSE_PICTURE, True, MONDAY + day, term.id) for day in (1, 3, 7) for term in (plain, safety)]
    nothing_due = Plan(day=MONDAY + 7, due=(), new=0, new_a_session=7, first_recalls=2)
    asked = next_exercise(Progress((plain, safety), log), nothing_due, Session(MONDAY + 7), random.Random(0))
    assert asked
    assert asked.term == safety
