"""Joining takes a picture, a language and a trade; no two trainees look alike."""

from dataclasses import fields
from itertools import pairwise
from random import Random

import pytest
from classroom_fakes import FakeRoster
from hypothesis import given
from hypothesis import strategies as st

from beroepentaal.classroom.enrol import enrol, free_pictures
from beroepentaal.classroom.ports import Trainee
from beroepentaal.refusal import Refusal

PICTURES = [f"plaatje{number}" for number in range(12)]


@given(st.integers(1, 12), st.integers(1, 5), st.randoms(use_true_random=False))
def test_every_picture_on_every_colour_is_offered_until_all_are_taken(pictures: int, colours: int, chance: Random) -> None:
    roster = FakeRoster()
    wanted = {(picture, colour) for picture in PICTURES[:pictures] for colour in range(colours)}
    while free := free_pictures(PICTURES[:pictures], colours, roster.trainees()):
        picture, colour = chance.choice(free)
        enrol(roster, picture, colour, "ar", "dak")
    taken = [(trainee.picture, trainee.colour) for trainee in roster.trainees()]
    assert len(taken) == len(wanted)
    assert set(taken) == wanted


@given(st.sets(st.tuples(st.sampled_from(PICTURES), st.integers(0, 3))))
def test_nothing_is_offered_twice_or_to_a_second_trainee(taken: set[tuple[str, int]]) -> None:
    trainees = [Trainee(str(number), picture, colour, "ar", "dak") for number, (picture, colour) in enumerate(taken)]
    free = free_pictures(PICTURES, 4, trainees)
    assert not taken & set(free)
    offered = [picture for picture, _ in free]
    assert len(set(offered)) == len(offered)
    assert all(0 <= colour < 4 for _, colour in free)


def test_pictures_are_offered_in_their_order_and_neighbours_on_different_colours() -> None:
    free = free_pictures(PICTURES, 5, [])
    assert [picture for picture, _ in free] == PICTURES
    assert all(first != second for (_, first), (_, second) in pairwise(free))


def test_without_pictures_nothing_is_offered() -> None:
    assert free_pictures([], 5, []) == []


def test_a_new_trainee_is_in_the_roster_with_what_was_chosen() -> None:
    roster = FakeRoster()
    trainee = enrol(roster, "kat", 2, "ti", "dak")
    assert roster.trainees() == [trainee]
    assert (trainee.picture, trainee.colour, trainee.language, trainee.deck) == ("kat", 2, "ti", "dak")


def test_trainees_who_chose_alike_on_two_computers_are_still_two() -> None:
    first, second = (enrol(FakeRoster(), "kat", 2, "ti", "dak") for _ in range(2))
    assert first.id != second.id


def test_a_trainee_who_cannot_be_kept_is_refused() -> None:
    roster = FakeRoster(is_full=True)
    with pytest.raises(Refusal):
        enrol(roster, "kat", 2, "ti", "dak")
    assert roster.trainees() == []


def test_a_trainee_has_no_name_and_nothing_else_that_tells_who_it_is() -> None:
    assert {field.name for field in fields(Trainee)} == {"id", "picture", "colour", "language", "deck"}
