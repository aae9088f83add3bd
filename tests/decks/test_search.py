"""Someone who heard a word at work, or knows it in an own language, types what he makes of it."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beroepentaal.bootstrap import deck_library
from beroepentaal.decks import About, Deck, Kind, Step, Term
from beroepentaal.decks.search import TermSearch, in_order

DECKS = ("keukenhulp", "zonnepaneelmonteur")
LANGUAGES = {"ar": False, "fa": False, "tr": False, "ti": False, "uk": False}
ABOUT = About("klus", "Klus", "klus", 1, (), "GPL-3.0-or-later", "", LANGUAGES, (Step("een", "Een"), Step("twee", "Twee")))


def term(name: str, article: str = "", plural: str = "", core: int | None = None, **more: object) -> Term:
    kind = Kind.NOUN if article else Kind.VERB
    values = {"step": "een", "meaning": "Iets.", "glosses": {}} | more
    return Term(
        id=name.replace(" ", "-"),
        term=name,
        article=article,
        plural=plural,
        kind=kind,
        safety=False,
        core=core,
        sentence="",
        chunk="",
        spoken_as="",
        picture="",
        **values,
    )


DECK = Deck(
    ABOUT,
    (
        term("schroef", "de", "schroeven", glosses={"ar": "بُرغي", "tr": "vida", "uk": "шуруп", "fa": "پیچ"}),
        term("ijzerzaag", "de", "ijzerzagen", step="twee"),
        term("ladder", "de", "ladders", 2, glosses={"ar": "سلّم", "tr": "MERDİVEN", "uk": "драбина", "ti": "መሳልል"}),
        term("touw", "het", "touwen"),
        term("deur", "de", "deuren", 3),
        term("helm", "de", "helmen", 1, meaning="Een hoed voor je hoofd.", glosses={"ar": "خوذة أمان", "fa": "کلاه ایمنی"}),
        term("ongeval", "het", "ongevallen", glosses={"ti": "ሓደጋ", "ar": "حادث"}),
        term("zonnepaneel", "het", "zonnepanelen", glosses={"tr": "güneş paneli"}),
        term("paneel", "het", "panelen"),
        term("vijl", "de", "vijlen"),
        term("goot", "de", "goten"),
        term("handen wassen", step="een"),
    ),
)


@cache
def built_in(deck: str) -> TermSearch:
    return TermSearch(deck_library().deck(deck))


@pytest.fixture(scope="module")
def search() -> TermSearch:
    return TermSearch(DECK)


def found(search: TermSearch, text: str, language: str = "") -> list[str]:
    return [each.term for each in search.find(text, language)]


def test_without_text_the_core_comes_in_its_order_and_then_the_rest_by_the_steps_of_the_job(search: TermSearch) -> None:
    assert found(search, "  ") == [each.term for each in in_order(DECK)]
    assert found(search, "")[:3] == ["helm", "ladder", "deur"]
    assert found(search, "")[-1] == "ijzerzaag"
    assert len(found(search, "")) == len(DECK.terms)


@pytest.mark.parametrize("typed", ["helm", "HELM", "de helm", "het helm", " Helm! ", "helmen", "de helmen", "hél", "hlem"])
def test_capitals_accents_article_plural_and_a_slip_do_not_matter(search: TermSearch, typed: str) -> None:
    assert found(search, typed)[0] == "helm"


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("sgruf", "schroef"),
        ("skroef", "schroef"),
        ("schroev", "schroef"),
        ("eizersaag", "ijzerzaag"),
        ("yzerzaag", "ijzerzaag"),
        ("lader", "ladder"),
        ("leder", "ladder"),
        ("tau", "touw"),
        ("feil", "vijl"),
        ("sonepaneel", "zonnepaneel"),
        ("deurt", "deur"),
        ("choot", "goot"),
        ("hande wasse", "handen wassen"),
        ("handenwassen", "handen wassen"),
        ("wassen", "handen wassen"),
    ],
)
def test_a_word_is_found_as_a_newcomer_spells_it(search: TermSearch, typed: str, term: str) -> None:
    assert found(search, typed)[0] == term


def test_the_first_letters_are_enough_and_the_shortest_word_comes_first(search: TermSearch) -> None:
    assert found(search, "sch")[0] == "schroef"
    assert found(search, "pan")[:2] == ["paneel", "zonnepaneel"]


@pytest.mark.parametrize(
    ("typed", "language", "term"),
    [
        ("خوذه امان", "ar", "helm"),
        ("الخوذة", "ar", "helm"),
        ("برغي", "ar", "schroef"),
        ("سُلَّم", "ar", "ladder"),
        ("كلاه ايمني", "fa", "helm"),
        ("پيچ", "fa", "schroef"),
        ("merdıven", "tr", "ladder"),
        ("Merdiven", "tr", "ladder"),
        ("gunes", "tr", "zonnepaneel"),
        ("ШУРУП", "uk", "schroef"),
        ("драбіна", "uk", "ladder"),
        ("መሳልል", "ti", "ladder"),
        ("ሃደጋ", "ti", "ongeval"),
    ],
)
def test_the_own_language_finds_the_dutch_word_however_it_is_written(
    search: TermSearch, typed: str, language: str, term: str
) -> None:
    assert found(search, typed, language)[0] == term


def test_only_the_own_language_is_searched(search: TermSearch) -> None:
    assert "schroef" not in found(search, "vida", "ar")
    assert "schroef" not in found(search, "vida")
    assert found(search, "helm", "nl")[0] == "helm"


def test_a_word_of_the_meaning_finds_it_too_after_what_is_called_so(search: TermSearch) -> None:
    assert found(search, "hoofd") == ["helm"]


def test_what_is_nowhere_finds_nothing(search: TermSearch) -> None:
    assert found(search, "xylofoon") == []
    assert found(search, "?!") == found(search, "")


def test_an_article_alone_is_the_beginning_of_a_word(search: TermSearch) -> None:
    assert found(search, "de")[0] == "deur"


def test_of_two_spellings_that_sound_alike_the_one_that_was_typed_comes_first() -> None:
    search = TermSearch(Deck(ABOUT, (term("bout", "de"), term("baud", "de"), term("één", "de"), term("een", "de"))))
    assert found(search, "baud") == ["baud", "bout"]
    assert found(search, "de bout")[0] == "bout"
    assert found(search, "een")[0] == "een"
    assert found(search, "één")[0] == "één"


a_term = st.sampled_from([(deck, each) for deck in DECKS for each in deck_library().deck(deck).terms])


@given(a_term, st.booleans(), st.sampled_from(["", *LANGUAGES]))
def test_an_exact_term_is_always_first(picked: tuple[str, Term], with_article: bool, language: str) -> None:
    deck, right = picked
    assert built_in(deck).find(right.with_article if with_article else right.term.upper(), language)[0] == right


@given(a_term.filter(lambda picked: len(picked[1].term) >= 6), st.data())
def test_one_letter_dropped_doubled_or_swapped_leaves_a_term_among_the_first_five(
    picked: tuple[str, Term], data: st.DataObject
) -> None:
    deck, right = picked
    text = right.term
    place = data.draw(st.integers(0, len(text) - 1))
    dropped = text[:place] + text[place + 1 :]
    doubled = text[:place] + text[place] + text[place:]
    swapped = text[:place] + text[place : place + 2][::-1] + text[place + 2 :]
    typed = data.draw(st.sampled_from([dropped, doubled, swapped]))
    assert right in built_in(deck).find(typed, data.draw(st.sampled_from(["", *LANGUAGES])))[:5]


@given(st.text(max_size=60), st.sampled_from(["", "nl", *LANGUAGES]))
def test_whatever_is_typed_each_term_is_found_at_most_once(typed: str, language: str) -> None:
    terms = built_in("keukenhulp").find(typed, language)
    assert len({each.id for each in terms}) == len(terms)
