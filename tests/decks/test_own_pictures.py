from pathlib import Path

import pytest
from deck_files import write_deck

from beroepentaal.decks import Deck
from beroepentaal.decks.formats.csv_folder import read_deck
from beroepentaal.decks.own_pictures import has, keep, path, remove, with_own_pictures
from beroepentaal.refusal import Refusal


@pytest.fixture
def deck(tmp_path: Path) -> Deck:
    (tmp_path / "deck").mkdir()
    return read_deck(write_deck(tmp_path / "deck"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "own"


def test_a_term_with_an_own_photo_shows_it_on_every_page_and_the_others_keep_their_drawing(deck: Deck, folder: Path) -> None:
    keep(folder, deck.id, "uitschakelen", b"photo")
    seen = with_own_pictures(deck, folder)
    assert (Path("pictures") / deck.id / seen.by_id["uitschakelen"].picture).read_bytes() == b"photo"
    assert seen.by_id["helm"] == deck.by_id["helm"]
    assert [term.id for term in seen.core] == [term.id for term in deck.core]


def test_a_deck_without_own_photos_stays_as_it_is(deck: Deck, folder: Path) -> None:
    keep(folder, "ander-pakket", "helm", b"photo")
    assert with_own_pictures(deck, folder) == deck


def test_a_photo_of_a_term_that_the_deck_no_longer_has_harms_nothing(deck: Deck, folder: Path) -> None:
    keep(folder, deck.id, "weg", b"photo")
    assert with_own_pictures(deck, folder) == deck


def test_the_folder_may_be_named_from_where_the_program_stands(
    deck: Deck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    keep(Path("own"), deck.id, "helm", b"photo")
    assert Path(with_own_pictures(deck, Path("own")).by_id["helm"].picture).is_absolute()


def test_what_stood_there_is_given_back_so_that_it_can_be_undone(folder: Path) -> None:
    assert keep(folder, "dak", "helm", b"first") is None
    assert keep(folder, "dak", "helm", b"second") == b"first"
    assert has(folder, "dak", "helm")
    assert remove(folder, "dak", "helm") == b"second"
    assert remove(folder, "dak", "helm") is None
    assert not has(folder, "dak", "helm")


def test_the_old_photo_stays_when_the_new_one_cannot_be_written(folder: Path) -> None:
    keep(folder, "dak", "helm", b"old")
    path(folder, "dak", "helm").with_suffix(".part").mkdir()
    with pytest.raises(Refusal, match="kan niet bewaard worden"):
        keep(folder, "dak", "helm", b"new")
    assert path(folder, "dak", "helm").read_bytes() == b"old"


def test_nothing_half_stays_behind_when_the_photo_cannot_take_its_place(folder: Path) -> None:
    path(folder, "dak", "helm").mkdir(parents=True)
    with pytest.raises(Refusal, match="kan niet bewaard worden"):
        keep(folder, "dak", "helm", b"new")
    with pytest.raises(Refusal, match="kan niet weg"):
        remove(folder, "dak", "helm")
    assert list((folder / "dak").iterdir()) == [path(folder, "dak", "helm")]


def test_half_a_photo_left_by_a_power_cut_is_no_photo(deck: Deck, folder: Path) -> None:
    keep(folder, deck.id, "helm", b"photo")
    path(folder, deck.id, "helm").replace(path(folder, deck.id, "helm").with_suffix(".part"))
    assert with_own_pictures(deck, folder) == deck
