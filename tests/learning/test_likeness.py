"""What is easily mixed up is known for it, and what would be right too is no wrong choice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lessons import a_term, terms_of

from beroepentaal.decks import Term
from beroepentaal.learning.likeness import are_alike, could_pass_for, likeness

words = st.text("abdegiklmnoprstuvz ", min_size=1, max_size=14)


def named(name: str, picture: str = "", **glosses: str) -> Term:
    return a_term(1, id=name, term=name, picture=picture, glosses=glosses)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("storing", "string"),
        ("minpool", "pluspool"),
        ("striptang", "kniptang"),
        ("kraan", "kraag"),
        ("woord1", "woord2"),
        ("Kabel", "kabel"),
        ("steiger", "stijger"),  # sounds the same
        ("DC-kabel", "AC-kabel"),
    ],
)
def test_what_looks_or_sounds_alike_or_ends_alike_is_alike(one: str, other: str) -> None:
    assert are_alike(named(one), named(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("helm", "ladder"), ("omvormer", "dakgoot"), ("nok", "rail"), ("vastdraaien", "veilig"), ("bout", "moer")],
)
def test_other_words_are_not_alike(one: str, other: str) -> None:
    assert not are_alike(named(one), named(other))


def test_terms_with_one_picture_are_alike_and_terms_without_are_not_for_that() -> None:
    assert are_alike(named("helm", "a.svg"), named("ladder", "a.svg"))
    assert not are_alike(named("helm", ""), named("ladder", ""))


def test_what_sounds_the_same_is_liker_than_what_differs_by_as_many_letters() -> None:
    assert likeness(named("leiding"), named("lijding")) > likeness(named("leiding"), named("loading"))
    assert likeness(named("zaag"), named("saag")) == 1


@given(words, words)
def test_likeness_is_a_part_and_the_same_both_ways(one: str, other: str) -> None:
    assert 0 <= likeness(named(one), named(other)) == likeness(named(other), named(one)) <= 1
    assert likeness(named(one), named(one)) == 1
    assert are_alike(named(one), named(other)) == are_alike(named(other), named(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("kabel"), named("zonnekabel")),  # whoever is shown the one and chooses the other is right
        (named("Kraan"), named("kraan")),
        (named("helm", "a.svg"), named("ladder", "a.svg")),
        (named("schroef", en="bolt", tr="vida"), named("bout", en="bolt", tr="cıvata")),
    ],
)
def test_the_same_word_picture_or_translation_and_a_wider_word_would_be_right_too(one: Term, other: Term) -> None:
    assert could_pass_for(one, other)
    assert could_pass_for(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (named("helm"), named("ladder")),
        (named("kabel"), named("kabelgoot")),
        (named("schroef", en="screw"), named("bout", tr="screw")),
    ],
)
def test_another_thing_would_be_wrong(one: Term, other: Term) -> None:
    assert not could_pass_for(one, other)
    assert not could_pass_for(other, one)


@given(words, words)
def test_whether_a_term_would_be_right_too_is_the_same_both_ways(one: str, other: str) -> None:
    assert could_pass_for(named(one), named(other)) == could_pass_for(named(other), named(one))


def test_the_terms_of_these_tests_are_not_alike() -> None:
    terms = terms_of(60)
    assert not any(are_alike(one, other) or could_pass_for(one, other) for one in terms for other in terms if one.id < other.id)
