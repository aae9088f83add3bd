import tomllib
from pathlib import Path

import pytest

from beroepentaal.decks.checks import CORE_SIZE, LANGUAGES
from beroepentaal.decks.formats.csv_folder import check_folder
from beroepentaal.decks.formats.proof_folder import proofread_folders
from beroepentaal.decks.library import BUILTIN, DeckLibrary

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "assets" / "pictures"
LIBRARY = DeckLibrary(BUILTIN, PICTURES)

ARTICLE_OF_LAST_PART = {
    **dict.fromkeys(("beveiliging", "bril", "draad", "goot", "groep", "haak", "hamer", "heid", "helm", "ing", "kabel"), "de"),
    **dict.fromkeys(
        ("braam", "kast", "ketel", "klem", "kraan", "lat", "leiding", "lift", "maat", "machine", "meter", "pan"), "de"
    ),
    **dict.fromkeys(
        ("pas", "plicht", "pomp", "pool", "schakelaar", "schoen", "sleutel", "stroom", "tang", "tol", "vormer"), "de"
    ),
    **dict.fromkeys(("apparaat", "blad", "bord", "dak", "gereedschap", "glas", "harnas", "hout", "licht", "masker"), "het"),
    **dict.fromkeys(
        ("materiaal", "mes", "stoplicht", "paneel", "punt", "raam", "slot", "ventiel", "verband", "vest", "water"), "het"
    ),
}

every_deck = pytest.mark.parametrize("deck", LIBRARY.ids)


def test_the_program_comes_with_a_deck() -> None:
    assert "zonnepaneelmonteur" in LIBRARY.ids


@every_deck
def test_nothing_is_wrong_in_a_deck_that_comes_with_the_program(deck: str) -> None:
    assert check_folder(LIBRARY.path(deck), LIBRARY.pictures(deck)) == []


def test_a_proofreader_would_mend_nothing_and_the_decks_agree_on_their_terms() -> None:
    assert [str(finding) for finding in proofread_folders(map(LIBRARY.path, LIBRARY.ids))] == []


@every_deck
def test_a_deck_goes_by_the_name_of_its_folder(deck: str) -> None:
    assert LIBRARY.deck(deck).id == deck


@every_deck
def test_the_core_is_fifty_terms_in_the_order_of_the_job(deck: str) -> None:
    core = LIBRARY.deck(deck).core
    assert [term.core for term in core] == list(range(1, CORE_SIZE + 1))
    steps = [step.id for step in LIBRARY.deck(deck).about.steps]
    places = [steps.index(term.step) for term in core]
    assert places == sorted(places)


@every_deck
def test_every_step_of_the_job_has_a_core_term(deck: str) -> None:
    assert {step.id for step in LIBRARY.deck(deck).about.steps} == {term.step for term in LIBRARY.deck(deck).core}


@every_deck
def test_at_least_twenty_terms_have_a_picture_and_the_trade_has_one(deck: str) -> None:
    assert sum(bool(term.picture) for term in LIBRARY.deck(deck).terms) >= 20
    assert (LIBRARY.pictures(deck) / LIBRARY.deck(deck).about.picture).is_file()


@every_deck
def test_every_core_term_has_a_command_or_collocation_to_live_in(deck: str) -> None:
    assert [term.id for term in LIBRARY.deck(deck).core if not term.chunk] == []


@every_deck
def test_compounds_have_the_article_of_their_last_part(deck: str) -> None:
    known = [(term, part) for term in LIBRARY.deck(deck).terms if term.article and (part := last_part(term.term))]
    assert [term.with_article for term, part in known if term.article != ARTICLE_OF_LAST_PART[part]] == []
    assert len(known) >= 10  # or the table knows too little to tell anything


def last_part(word: str) -> str:
    return max((part for part in ARTICLE_OF_LAST_PART if word.endswith(part)), key=len, default="")


@every_deck
def test_no_gloss_claims_to_be_checked_before_a_native_speaker_did(deck: str) -> None:
    assert LIBRARY.deck(deck).about.languages == dict.fromkeys(LANGUAGES, False)


@every_deck
def test_instructors_are_told_what_to_check(deck: str) -> None:
    about = tomllib.loads((LIBRARY.path(deck) / "deck.toml").read_text(encoding="utf-8"))
    assert about["to_check"]
    assert all(line.endswith((".", "?")) for line in about["to_check"])
