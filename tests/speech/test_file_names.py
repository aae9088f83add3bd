"""A file named after a term is taken for that term, and nothing is taken for sure that could be another."""

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sounds import a_term

from beroepentaal.classroom.ports import Part
from beroepentaal.classroom.sound_files import Match
from beroepentaal.decks import Term
from beroepentaal.decks.library import BUILTIN, DeckLibrary
from beroepentaal.speech.file_names import match

PICTURES = Path(__file__).parents[2] / "assets" / "pictures"
DECKS = DeckLibrary(BUILTIN, PICTURES)
TERMS = [
    a_term(name, None, chunk="Pak!") for name in ("helm", "pas op", "veiligheidsbril", "één-weg klep", "dakhaak", "daklijst")
]


def matched(name: str, terms: list[Term] = TERMS) -> tuple[str | None, Part, bool]:
    [found] = match([name], terms)
    return (found.term and found.term.id, found.part, found.sure)


@pytest.mark.parametrize(
    "name",
    [
        *("helm", "helm.wav", "HELM.MP3", "de helm.mp3", "De_Helm.opus", "DeHelm.flac", "helm!.ogg"),
        *("01 helm.wav", "3. helm.wav", "12_helm.wav", "(4) de helm.wav", "007-helm.wav", "01helm.wav"),
        "2024-05-03 de helm.wav",
    ],
)
def test_a_file_named_after_a_term_says_that_term(name: str) -> None:
    assert matched(name) == ("helm", Part.TERM, True)


@pytest.mark.parametrize("name", ["pas op.wav", "pas-op.wav", "Pas_op.wav", "pasop.wav", "PasOp.wav", "02 Pas op!.wav"])
def test_spaces_between_words_may_be_anything(name: str) -> None:
    assert matched(name) == ("pas op", Part.TERM, True)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", ["één-weg klep.wav", "een-weg-klep.wav", "Eén Weg Klep.wav", "de één-weg klep.wav"])
def test_accents_may_be_there_or_not_however_the_computer_writes_them(name: str, form: str) -> None:
    assert matched(unicodedata.normalize(form, name)) == ("één-weg klep", Part.TERM, True)


@pytest.mark.parametrize(
    "name", ["helm zin.wav", "helm.sentence.wav", "helm-zin.wav", "helm_zin.mp3", "zin helm.wav", "01 de helm zin"]
)
def test_the_name_may_tell_that_the_sentence_is_said(name: str) -> None:
    assert matched(name) == ("helm", Part.SENTENCE, True)


@pytest.mark.parametrize(
    "name", ["helm chunk.wav", "helm.chunk.opus", "helm opdracht.wav", "opdracht-helm.wav", "5. Opdracht: helm"]
)
def test_the_name_may_tell_that_the_chunk_is_said(name: str) -> None:
    assert matched(name) == ("helm", Part.CHUNK, True)


def test_a_term_without_a_chunk_has_no_file_for_it() -> None:
    assert matched("helm opdracht.wav", [a_term("helm", 1)]) == (None, Part.CHUNK, False)


@pytest.mark.parametrize(
    ("name", "term", "part"),
    [
        ("veiligheitsbril.wav", "veiligheidsbril", Part.TERM),
        ("veiligheidsbrillen.wav", "veiligheidsbril", Part.TERM),
        ("ve╗ligheidsbril.wav", "veiligheidsbril", Part.TERM),
        ("03 vieligheidsbril zin.wav", "veiligheidsbril", Part.SENTENCE),
        ("halm.wav", "helm", Part.TERM),
        ("het helm.wav", "helm", Part.TERM),
        ("een helm zin.wav", "helm", Part.SENTENCE),
        ("helm (2).wav", "helm", Part.TERM),
        ("helm2.wav", "helm", Part.TERM),
    ],
)
def test_a_name_that_is_nearly_a_term_has_to_be_confirmed(name: str, term: str, part: Part) -> None:
    assert matched(name) == (term, part, False)


@pytest.mark.parametrize("name", ["hlem.wav", "kelm.wav", "opname van maandag.m4a", "01.wav", "zin.wav", ".wav", "", "…", "de"])
def test_a_name_that_fits_no_term_or_more_than_one_gets_none(name: str) -> None:
    assert matched(name, [a_term("helm", 1), a_term("klem", 2)])[::2] == (None, False)


def test_two_terms_that_are_written_alike_cannot_be_told_apart() -> None:
    alike = [a_term("bijsluiter", 1), a_term("bij-sluiter", 2)]
    assert matched("bijsluiter.wav", alike) == (None, Part.TERM, False)


@pytest.mark.parametrize(
    ("name", "term", "part"),
    [
        ("opdracht.wav", "opdracht", Part.TERM),
        ("opdracht zin.wav", "opdracht", Part.SENTENCE),
        ("3 fasen.wav", "3 fasen", Part.TERM),
        ("3 3 fasen.wav", "3 fasen", Part.TERM),
        ("12 fasen.wav", "fasen", Part.TERM),
        ("bel 112.wav", "bel 112", Part.TERM),
        ("het net.wav", "het net", Part.TERM),
    ],
)
def test_what_looks_like_a_number_or_the_name_of_a_part_may_belong_to_the_term(name: str, term: str, part: Part) -> None:
    terms = [a_term(name, None) for name in ("opdracht", "3 fasen", "fasen", "bel 112", "bel", "het net")]
    assert matched(name, terms) == (term, part, True)


def test_of_two_files_that_say_the_same_only_the_first_is_sure() -> None:
    found = match(["halm.wav", "helm.wav", "01 helm.mp3", "helm zin.wav", "de helm.wav", "helm-zin.mp3"], TERMS)
    assert [one.sure for one in found] == [False, True, False, True, False, False]
    assert {one.term and one.term.id for one in found} == {"helm"}


def test_every_file_is_told_of_in_the_order_in_which_they_came() -> None:
    names = ["b.wav", "helm.wav", "a.wav", "helm.wav"]
    assert [one.name for one in match(names, TERMS)] == names


def plain(text: str) -> str:
    return text


def without_accents(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


SPELLINGS: list[Callable[[str], str]] = [
    *(plain, str.upper, str.title, without_accents),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace(" ", "_"),
    lambda text: text.replace(" ", "-"),
    lambda text: text.replace("-", " "),
    lambda text: text.replace(" ", "").replace("-", ""),
]
ENDINGS = {
    Part.TERM: ["{}"],
    Part.SENTENCE: ["{} zin", "{}.sentence", "{}-zin", "{}_zin", "zin {}", "Zin: {}"],
    Part.CHUNK: ["{} chunk", "{} opdracht", "{}.chunk", "opdracht_{}"],
}


@given(st.data())
def test_a_term_of_a_deck_is_found_however_its_file_is_named(data: st.DataObject) -> None:
    terms = DECKS.deck(data.draw(st.sampled_from(DECKS.ids))).terms
    term = data.draw(st.sampled_from(terms))
    part = data.draw(st.sampled_from([Part.TERM, Part.SENTENCE, Part.CHUNK] if term.chunk else [Part.TERM, Part.SENTENCE]))
    text = data.draw(st.sampled_from([term.id, term.term, term.with_article]))
    spelled = data.draw(st.sampled_from(SPELLINGS))(text)
    number = data.draw(st.sampled_from(["", "{} ", "{}. ", "{}_", "{}-", "({}) ", "{:03} - "])).format(
        data.draw(st.integers(0, 500))
    )
    name = (
        number
        + data.draw(st.sampled_from(ENDINGS[part])).format(spelled)
        + data.draw(st.sampled_from(["", ".wav", ".MP3", ".opus"]))
    )
    assert match([name], terms) == [Match(name, part, term, sure=True)]


@given(st.text(max_size=255))
@example("1 " * 127)
@example("de zin 1 " * 28)
@example("helm" + " 1" * 120)
def test_no_name_is_too_strange(name: str) -> None:
    [found] = match([name], TERMS)
    assert found.name == name
    assert found.term or not found.sure
