import shutil
from pathlib import Path

import pytest

from beroepentaal.bootstrap import PICTURES
from beroepentaal.decks.library import BUILTIN, DeckLibrary
from beroepentaal.refusal import Refusal


@pytest.fixture
def library(tmp_path: Path) -> DeckLibrary:
    shutil.copytree(BUILTIN / "zonnepaneelmonteur", tmp_path / "zonnepaneelmonteur")
    return DeckLibrary(tmp_path, PICTURES)


def test_one_damaged_deck_does_not_close_the_others(library: DeckLibrary, tmp_path: Path) -> None:
    (tmp_path / "kapot").mkdir()
    (tmp_path / "kapot" / "deck.toml").write_text("id = ")
    abouts, refused = library.abouts()
    assert [about.id for about in abouts] == ["zonnepaneelmonteur"]
    assert "kapot" in str(refused[0])


def test_a_deck_in_a_folder_of_another_name_is_refused(library: DeckLibrary, tmp_path: Path) -> None:
    (tmp_path / "zonnepaneelmonteur").rename(tmp_path / "dakdekker")
    with pytest.raises(Refusal, match="andere naam: 'dakdekker'"):
        library.deck("dakdekker")


def test_a_deck_that_is_not_there_is_said(library: DeckLibrary) -> None:
    with pytest.raises(Refusal, match="staat niet op deze computer"):
        library.deck("smid")
