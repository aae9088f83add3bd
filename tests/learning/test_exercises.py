"""An exercise offers one right answer, and wrong ones that are fair; it asks only what the term and the PC have."""

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lessons import a_name, a_term, terms_of

from beroepentaal.bootstrap import deck_library
from beroepentaal.decks import Kind, Term
from beroepentaal.learning.exercises import (
    GAP,
    STRONG,
    TRAITS,
    Exercise,
    Form,
    Means,
    Skill,
    can_ask,
    choices_of,
    compose,
    fitting_form,
    gapped,
    guess,
)
from beroepentaal.learning.likeness import could_pass_for, likeness

ALL_SKILLS = (Skill.UNDERSTAND, Skill.SAY, Skill.WRITE)
ASKING = [form for form in Form if form is not Form.MEET]
ONE_RIGHT = [form for form in Form if form.has_choices and form not in (Form.ORDER_STEPS, Form.POINT_IN_SCENE)]
OF_PICTURES = [Form.HEAR_CHOOSE_PICTURE, Form.COMMAND_CHOOSE_ACTION, Form.ORDER_STEPS]
WITH_GAP = [Form.GAP_CHOOSE, Form.GAP_SAY]
NOTHING_TO_CHOOSE = [Form.MEET, Form.PICTURE_SAY, Form.GAP_SAY, Form.DICTATION_TILES, Form.DICTATION_TYPE]
# Few words and pictures, so that terms often share one.
words = st.sampled_from(["kraan", "Kraan", "kraag", "klem", "rail", "nok", "helm", "dakrail"])
pictures = st.sampled_from(["", "a.svg", "b.svg", "c.svg", "d.svg"])
glosses = st.dictionaries(st.sampled_from(["en", "tr"]), st.sampled_from(["x", "y", "z"]))
# With all that any form needs.
COMPLETE = [
    a_term(number, safety=True, chunk=f"Pak de {a_name(number)} nu!", step=f"stap{number % 5}") for number in range(1, 21)
]
EVERYTHING = Means(skills=ALL_SKILLS, scene=frozenset(term.id for term in COMPLETE))
few = settings(max_examples=50)


@st.composite
def pools(draw: st.DrawFn) -> list[Term]:
    size = draw(st.integers(1, 12))
    return [
        a_term(
            number,
            term=draw(words),
            picture=draw(pictures),
            kind=draw(st.sampled_from(Kind)),
            step=draw(st.sampled_from(["een", "twee", "drie"])),
            glosses=draw(glosses),
        )
        for number in range(size)
    ]


@st.composite
def exercises(draw: st.DrawFn, forms: Sequence[Form] = ONE_RIGHT) -> tuple[Exercise, list[Term], set[str]]:
    """An exercise with the pool it was made from and the terms that were met."""
    pool = draw(pools())
    met = draw(st.sets(st.sampled_from([term.id for term in pool])))
    form, term = draw(st.sampled_from(forms)), pool[draw(st.integers(0, len(pool) - 1))]
    rng = random.Random(draw(st.integers(0, 1000)))
    return compose(form, term, pool, met, draw(st.booleans()), draw(st.sampled_from([0.0, 0.5, 0.95])), rng), pool, met


def of(form: Form, term: Term, pool: Sequence[Term], recall: float = 0.0, seed: int = 1, is_new: bool = False) -> Exercise:
    return compose(form, term, pool, set(), is_new, recall, random.Random(seed))


def is_fair(other: Term, term: Term, form: Form) -> bool:
    """Written apart from likeness.py on purpose."""
    one, two = other.term.lower(), term.term.lower()
    same_picture = term.picture != "" and other.picture == term.picture
    same_gloss = any(other.glosses.get(language) == gloss for language, gloss in term.glosses.items())
    is_wider = one.endswith(two) or two.endswith(one)
    return (
        other.id != term.id
        and not (same_picture or same_gloss or is_wider)
        and (other.picture != "" or form not in OF_PICTURES)
    )


def ids(terms: Sequence[Term]) -> list[str]:
    return [term.id for term in terms]


@given(exercises())
@few
def test_the_right_answer_is_among_the_choices_exactly_once(made: tuple[Exercise, list[Term], set[str]]) -> None:
    exercise, _, _ = made
    assert ids(exercise.choices).count(exercise.term.id) == 1
    assert len(set(ids(exercise.choices))) == len(exercise.choices) <= 4


@given(exercises([*ONE_RIGHT, Form.ORDER_STEPS]))
@few
def test_no_wrong_answer_could_be_taken_for_the_right_one(made: tuple[Exercise, list[Term], set[str]]) -> None:
    exercise, _, _ = made
    assert all(is_fair(other, exercise.term, exercise.form) for other in exercise.choices if other.id != exercise.term.id)


@given(exercises())
@few
def test_terms_that_were_met_are_offered_before_terms_that_were_not(made: tuple[Exercise, list[Term], set[str]]) -> None:
    exercise, pool, met = made
    offered = {term.id for term in exercise.choices} - {exercise.term.id}
    left_out = {term.id for term in pool if is_fair(term, exercise.term, exercise.form)} - offered
    assert offered <= met or not left_out & met


@given(exercises([Form.ORDER_STEPS]))
@few
def test_pictures_to_put_in_order_are_of_different_steps(made: tuple[Exercise, list[Term], set[str]]) -> None:
    exercise, _, _ = made
    assert len({term.step for term in exercise.choices}) == len(exercise.choices)
    assert exercise.term in exercise.choices


def test_what_is_put_in_order_was_met_where_there_is_enough_of_it() -> None:
    met = set(ids(COMPLETE[:10]))
    for seed in range(10):
        exercise = compose(Form.ORDER_STEPS, COMPLETE[0], COMPLETE, met, False, 0.95, random.Random(seed))
        assert set(ids(exercise.choices)) <= met


def test_wrong_answers_are_of_the_same_kind_where_there_are_enough() -> None:
    verbs = [a_term(number, kind=Kind.VERB) for number in range(1, 5)]
    nouns = [a_term(number, kind=Kind.NOUN) for number in range(5, 20)]
    for seed in range(20):
        exercise = of(Form.PICTURE_CHOOSE_WORD, verbs[0], [*nouns, *verbs], seed=seed)
        assert sorted(ids(exercise.choices)) == sorted(ids(verbs))


def test_a_strong_term_is_told_from_what_sounds_nearest_and_a_weak_one_from_any() -> None:
    term = a_term(50, id="kraan", term="kraan")
    near = [a_term(60 + number, id=name, term=name) for number, name in enumerate(["kraag", "kram", "traan"])]
    pool = [*terms_of(20), term, *near]
    strong = [set(ids(of(Form.HEAR_CHOOSE_WRITTEN, term, pool, STRONG, seed).choices)) for seed in range(10)]
    weak = [set(ids(of(Form.HEAR_CHOOSE_WRITTEN, term, pool, STRONG - 0.1, seed).choices)) for seed in range(10)]
    assert all(choices == {"kraan", *ids(near)} for choices in strong)
    assert sum(choices == {"kraan", *ids(near)} for choices in weak) <= 1


@given(exercises())
@few
def test_choices_for_a_strong_term_are_as_near_as_the_pool_has_them(made: tuple[Exercise, list[Term], set[str]]) -> None:
    exercise, pool, _ = made
    everybody = set(ids(pool))
    term, kind = exercise.term, exercise.term.kind
    strong = compose(exercise.form, term, pool, everybody, False, 0.95, random.Random(0)).choices
    fair = [other for other in pool if is_fair(other, term, exercise.form) and other.kind == kind]
    offered = [likeness(other, term) for other in strong if other in fair]
    left_out = [likeness(other, term) for other in fair if other not in strong]
    assert not offered or not left_out or min(offered) >= max(left_out) - 0.1


def test_what_could_be_right_too_is_left_out_of_the_real_deck_s_choices() -> None:
    core = deck_library().deck("zonnepaneelmonteur").core
    for form in ONE_RIGHT:
        for term in core:
            choices = of(form, term, core, 0.95).choices
            assert len(choices) == 4
            assert not any(could_pass_for(other, term) for other in choices if other != term)


@pytest.mark.parametrize("form", list(TRAITS))
@pytest.mark.parametrize("is_new", [True, False])
def test_every_form_can_be_composed_for_a_term_that_has_all(form: Form, is_new: bool) -> None:
    for term in COMPLETE:
        exercise = of(form, term, COMPLETE, 0.95, is_new=is_new)
        assert (exercise.form, exercise.term) == (form, term)
        assert form is Form.MEET or can_ask(form, term, EVERYTHING)
        expected = 0 if form in NOTHING_TO_CHOOSE or form is Form.POINT_IN_SCENE else choices_of(form, is_new)
        assert len(exercise.choices) == expected
        assert (GAP in exercise.text) == (form in WITH_GAP)


def test_every_form_has_traits_and_proves_one_skill() -> None:
    assert set(TRAITS) == set(Form)
    assert {form.skill for form in ASKING} == set(ALL_SKILLS)
    assert {form for form in Form if form.skill is Skill.SAY} == {Form.PICTURE_SAY, Form.GAP_SAY}
    assert {form for form in Form if not form.has_choices} == set(NOTHING_TO_CHOOSE)
    assert all(form.traits.right_seconds < form.traits.wrong_seconds for form in ASKING)


@pytest.mark.parametrize(
    ("form", "lacking"),
    [
        (Form.HEAR_CHOOSE_PICTURE, {"picture": ""}),
        (Form.PICTURE_CHOOSE_WORD, {"picture": "", "meaning": ""}),
        (Form.GAP_CHOOSE, {"chunk": "", "sentence": ""}),
        (Form.GAP_SAY, {"chunk": "Draai het vast!", "sentence": "Iets anders."}),
        (Form.COMMAND_CHOOSE_ACTION, {"chunk": ""}),
        (Form.COMMAND_CHOOSE_ACTION, {"picture": ""}),
        (Form.COMMAND_CHOOSE_ACTION, {"safety": False}),
        (Form.ORDER_STEPS, {"picture": ""}),
        (Form.POINT_IN_SCENE, {"id": "elders"}),
    ],
)
def test_a_form_is_never_asked_of_a_term_that_lacks_what_it_needs(form: Form, lacking: dict[str, object]) -> None:
    term: Term = replace(COMPLETE[0], **lacking)  # type: ignore[arg-type]
    assert can_ask(form, COMPLETE[0], EVERYTHING)
    assert not can_ask(form, term, EVERYTHING)
    for seed in range(10):
        for recall in (0.0, 0.75, 0.85, 0.95):
            assert fitting_form(form.skill, term, recall, EVERYTHING, random.Random(seed)) is not form


@pytest.mark.parametrize(
    ("form", "means"),
    [
        (Form.HEAR_CHOOSE_WRITTEN, replace(EVERYTHING, sound=False)),
        (Form.COMMAND_CHOOSE_ACTION, replace(EVERYTHING, sound=False)),
        (Form.DICTATION_TILES, replace(EVERYTHING, sound=False)),
        (Form.DICTATION_TYPE, replace(EVERYTHING, sound=False)),
        (Form.DICTATION_TYPE, Means()),
        (Form.POINT_IN_SCENE, replace(EVERYTHING, scene=frozenset())),
        *((form, replace(EVERYTHING, forms=frozenset(Form) - {form})) for form in ASKING),
    ],
)
def test_a_form_is_never_asked_where_the_pc_or_the_course_lacks_what_it_needs(form: Form, means: Means) -> None:
    assert not can_ask(form, COMPLETE[0], means)
    assert all(fitting_form(form.skill, COMPLETE[0], 0.95, means, random.Random(seed)) is not form for seed in range(10))


def test_without_sound_what_was_heard_is_read_and_still_asked() -> None:
    assert can_ask(Form.HEAR_CHOOSE_PICTURE, COMPLETE[0], Means(sound=False))


@given(st.floats(0, 1), st.sampled_from(ALL_SKILLS), st.integers(0, 50))
def test_the_stronger_a_term_the_harder_it_is_asked_and_never_harder_than_it_can_be(
    recall: float, skill: Skill, seed: int
) -> None:
    form = fitting_form(skill, COMPLETE[0], recall, EVERYTHING, random.Random(seed))
    assert form
    assert form is not Form.MEET
    assert form.skill is skill
    allowed = [other.traits.from_recall for other in ASKING if other.skill is skill and other.traits.from_recall <= recall]
    assert form.traits.from_recall == max(allowed)


def test_a_skill_that_cannot_be_asked_has_no_form() -> None:
    assert fitting_form(Skill.WRITE, COMPLETE[0], 0.5, Means(), random.Random(1)) is None
    assert (
        fitting_form(Skill.UNDERSTAND, COMPLETE[0], 0.5, Means(forms=frozenset({Form.PICTURE_SAY})), random.Random(1)) is None
    )


def test_a_term_that_lacks_the_easy_forms_is_asked_in_the_easiest_it_has() -> None:
    term = a_term(1, picture="")
    assert fitting_form(Skill.UNDERSTAND, term, 0.0, Means(), random.Random(1)) is Form.PICTURE_CHOOSE_WORD


@pytest.mark.parametrize("form", ONE_RIGHT)
def test_there_are_two_pictures_at_first_and_four_choices_later(form: Form) -> None:
    pool = terms_of(9)
    assert len(of(form, pool[0], pool, is_new=True).choices) == (2 if form is Form.HEAR_CHOOSE_PICTURE else 3)
    assert len(of(form, pool[0], pool).choices) == 4


@pytest.mark.parametrize("is_new", [True, False])
def test_the_chance_of_a_guess_is_one_among_the_choices(is_new: bool) -> None:
    for form in ONE_RIGHT:
        assert guess(form, is_new) == 1 / len(of(form, COMPLETE[0], COMPLETE, is_new=is_new).choices)
    assert {guess(form, is_new) for form in NOTHING_TO_CHOOSE} == {0}


def test_the_right_answer_stands_in_every_place_now_and_then() -> None:
    pool, rng = terms_of(9), random.Random(1)
    made = [compose(Form.HEAR_CHOOSE_PICTURE, pool[0], pool, set(), False, 0.5, rng) for _ in range(100)]
    assert {exercise.choices.index(pool[0]) for exercise in made} == {0, 1, 2, 3}


@pytest.mark.parametrize("form", list(Form))
def test_the_same_seed_makes_the_same_exercise(form: Form) -> None:
    first, second = (of(form, COMPLETE[3], COMPLETE, 0.9, seed=7) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("form", NOTHING_TO_CHOOSE)
def test_meeting_saying_and_writing_have_nothing_to_choose_from(form: Form) -> None:
    pool = terms_of(9)
    assert of(form, pool[0], pool).choices == ()
    assert not form.has_choices


@pytest.mark.parametrize(
    ("term", "text"),
    [
        (a_term(1, term="helm", chunk="Zet je helm op!"), "Zet je … op!"),
        (a_term(1, term="helm", plural="helmen", chunk="", sentence="Helmen liggen in de bus."), "… liggen in de bus."),
        (a_term(1, term="helm", chunk="Wees voorzichtig!", sentence="Pak de helm."), "Pak de …."),
        (a_term(1, term="tillen", kind=Kind.VERB, chunk="Til met je benen."), "… met je benen."),
        (a_term(1, term="vastdraaien", kind=Kind.VERB, chunk="Draai de bout vast!", sentence="Nu vastdraaien."), "Nu …."),
        (a_term(1, term="pas op", kind=Kind.PHRASE, chunk="Hé, pas op, er valt iets!"), "Hé, …, er valt iets!"),
        (a_term(1, term="dak", chunk="De dakpan ligt op het dak."), "De dakpan ligt op het …."),
        (a_term(1, term="vastdraaien", kind=Kind.VERB, chunk="Draai hem vast!", sentence="Draai de bout vast."), ""),
        (a_term(1, term="helm", chunk="", sentence=""), ""),
    ],
)
def test_a_gap_stands_where_the_term_stood(term: Term, text: str) -> None:
    assert gapped(term) == text


def test_a_gap_hides_the_term_wherever_it_stands() -> None:
    text = gapped(a_term(1, term="helm", plural="helmen", chunk="", sentence="Geen helm? Pak een helm, er zijn helmen genoeg."))
    assert GAP in text
    assert "helm" not in text


def test_the_gaps_of_the_real_decks_hide_their_terms() -> None:
    for term in deck_library().deck("zonnepaneelmonteur").terms:
        if text := gapped(term):
            assert term.term.casefold() not in text.casefold().split()
            assert text.count(GAP) == 1
