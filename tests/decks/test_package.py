"""A .vaktaal file holds all of a deck, and is whole or not there."""

import hashlib
import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from beroepentaal.bootstrap import PICTURES, deck_library
from beroepentaal.decks.formats.csv_folder import read_deck
from beroepentaal.decks.formats.package import write_package
from beroepentaal.refusal import Refusal

LIBRARY = deck_library()
DECK = LIBRARY.deck("zorghulp")
FOLDER, ITS_PICTURES = LIBRARY.path("zorghulp"), PICTURES / "zorghulp"


@pytest.fixture
def clips(tmp_path: Path) -> dict[str, Path]:
    (tmp_path / "sounds").mkdir()
    for name in ("bed.0a1b2c3d.opus", "bed.sentence.00000000.opus"):
        (tmp_path / "sounds" / name).write_bytes(name.encode() * 100)
    return {path.name: path for path in (tmp_path / "sounds").iterdir()}


def test_what_comes_out_of_a_package_is_the_deck_with_its_pictures_and_clips(tmp_path: Path, clips: dict[str, Path]) -> None:
    write_package(tmp_path / "zorg.vaktaal", DECK, FOLDER, ITS_PICTURES, clips)
    with ZipFile(tmp_path / "zorg.vaktaal") as package:
        package.extractall(tmp_path / "out")
    assert read_deck(tmp_path / "out") == DECK
    for name, path in clips.items():
        assert (tmp_path / "out" / "audio" / name).read_bytes() == path.read_bytes()
    shown = {path.name for path in (tmp_path / "out" / "pictures").iterdir()}
    assert {term.picture for term in DECK.core} <= shown


def test_the_manifest_has_the_sum_of_every_file(tmp_path: Path, clips: dict[str, Path]) -> None:
    write_package(tmp_path / "zorg.vaktaal", DECK, FOLDER, ITS_PICTURES, clips)
    with ZipFile(tmp_path / "zorg.vaktaal") as package:
        manifest = json.loads(package.read("manifest.json"))
        sums = {name: hashlib.sha256(package.read(name)).hexdigest() for name in package.namelist() if name != "manifest.json"}
    assert manifest == {"format": 1, "deck": "zorghulp", "version": DECK.about.version, "files": sums}


def test_the_same_deck_gives_the_same_file(tmp_path: Path, clips: dict[str, Path]) -> None:
    for name in ("a", "b"):
        write_package(tmp_path / name, DECK, FOLDER, ITS_PICTURES, clips)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_package_that_cannot_be_finished_leaves_the_old_one_and_no_rest(tmp_path: Path, clips: dict[str, Path]) -> None:
    (tmp_path / "zorg.vaktaal").write_bytes(b"van gisteren")
    clips["weg.opus"] = tmp_path / "pulled out.opus"
    with pytest.raises(Refusal, match=r"zorg\.vaktaal"):
        write_package(tmp_path / "zorg.vaktaal", DECK, FOLDER, ITS_PICTURES, clips)
    assert (tmp_path / "zorg.vaktaal").read_bytes() == b"van gisteren"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sounds", "zorg.vaktaal"]


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        write_package(tmp_path / "stick" / "zorg.vaktaal", DECK, FOLDER, ITS_PICTURES, {})
