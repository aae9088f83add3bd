"""An exercise offers one right answer, and wrong ones that are fair."""

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lessons import a_deck_of, a_term

from beroepentaal.decks import Kind, Term
from beroepentaal.learning.exercises import Exercise, Form, Skill, compose

WITH_CHOICES = [Form.HEAR_CHOOSE_PICTURE, Form.PICTURE_CHOOSE_WORD]
# Few words and pictures, so that terms often share one.
words = st.sampled_from(["kraan", "Kraan", "kraag", "klem", "rail", "nok", "helm"])
pictures = st.sampled_from(["", "a.svg", "b.svg", "c.svg", "d.svg"])


@st.composite
def pools(draw: st.DrawFn) -> list[Term]:
    size = draw(st.integers(1, 12))
    return [
        a_term(number, term=draw(words), picture=draw(pictures), kind=draw(st.sampled_from(Kind))) for number in range(size)
    ]


@st.composite
def exercises(draw: st.DrawFn) -> tuple[Exercise, list[Term], set[str]]:
    """An exercise with the pool it was made from and the terms that were met."""
    pool = draw(pools())
    met = draw(st.sets(st.sampled_from([term.id for term in pool])))
    form, size = draw(st.sampled_from(WITH_CHOICES)), draw(st.integers(2, 4))
    rng = random.Random(draw(st.integers(0, 1000)))
    return compose(form, draw(st.sampled_from(pool)), pool, met, size, rng), pool, met


def is_fair(other: Term, term: Term) -> bool:
    same_picture = term.picture != "" and other.picture == term.picture
    return other.id != term.id and other.term.lower() != term.term.lower() and not same_picture


def ids(terms: Sequence[Term]) -> list[str]:
    return [term.id for term in terms]


@given(exercises())
def test_the_right_answer_is_among_the_choices_exactly_once(made: tuple[Exercise, list[Term], set[str]]) -> None:
    exercise, _, _ = made
    assert ids(exercise.choices).count(exercise.term.id) == 1
    assert len(set(ids(exercise.choices))) == len(exercise.choices) <= 4


@given(exercises())
def test_no_wrong_answer_could_be_taken_for_the_right_one(made: tuple[Exercise, list[Term], set[str]]) -> None:
    exercise, _, _ = made
    assert all(is_fair(other, exercise.term) for other in exercise.choices if other.id != exercise.term.id)


@given(exercises())
def test_terms_that_were_met_are_offered_before_terms_that_were_not(made: tuple[Exercise, list[Term], set[str]]) -> None:
    exercise, pool, met = made
    offered = {term.id for term in exercise.choices} - {exercise.term.id}
    left_out = {term.id for term in pool if is_fair(term, exercise.term)} - offered
    assert offered <= met or not left_out & met


def test_wrong_answers_are_of_the_same_kind_where_there_are_enough() -> None:
    verbs = [a_term(number, kind=Kind.VERB) for number in range(1, 5)]
    nouns = [a_term(number, kind=Kind.NOUN) for number in range(5, 20)]
    for seed in range(20):
        exercise = compose(Form.PICTURE_CHOOSE_WORD, verbs[0], [*nouns, *verbs], set(), 4, random.Random(seed))
        assert sorted(ids(exercise.choices)) == ids(verbs)


@pytest.mark.parametrize("form", WITH_CHOICES)
@pytest.mark.parametrize("size", [2, 3, 4])
def test_there_are_as_many_choices_as_asked_for(form: Form, size: int) -> None:
    pool = a_deck_of(9).core
    assert len(compose(form, pool[0], pool, set(), size, random.Random(1)).choices) == size


def test_the_right_answer_stands_in_every_place_now_and_then() -> None:
    pool, rng = a_deck_of(9).core, random.Random(1)
    places = {compose(Form.HEAR_CHOOSE_PICTURE, pool[0], pool, set(), 4, rng).choices.index(pool[0]) for _ in range(100)}
    assert places == {0, 1, 2, 3}


def test_the_same_seed_makes_the_same_exercise() -> None:
    pool = a_deck_of(20).core
    first, second = (compose(Form.HEAR_CHOOSE_PICTURE, pool[3], pool, set(), 4, random.Random(7)) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("form", [Form.MEET, Form.PICTURE_SAY])
def test_meeting_and_saying_have_nothing_to_choose_from(form: Form) -> None:
    pool = a_deck_of(9).core
    assert compose(form, pool[0], pool, set(), 4, random.Random(1)).choices == ()
    assert not form.has_choices


def test_only_saying_it_shows_that_a_term_can_be_said() -> None:
    assert [form for form in Form if form.skill is Skill.SAY] == [Form.PICTURE_SAY]
