import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from deck_files import HELM, UITSCHAKELEN, write_deck

from beroepentaal.decks.checks import Finding, Row
from beroepentaal.decks.formats.proof_folder import proofread_folders
from beroepentaal.decks.spelling import check_spelling, unknown_words

needs_hunspell = pytest.mark.skipif(
    unknown_words([Row(2, UITSCHAKELEN)]) is None, reason="hunspell met Nederlands staat niet op deze computer"
)
SCHAKELEN: Mapping[str, str] = {**UITSCHAKELEN, "chunk": "de stroom uitschakelen"}
LMRA: Mapping[str, str] = {**HELM, "sentence": "Doe je helm op en maak een LMRA."}


def deck(folder: Path, row: Mapping[str, str], spelling: str | bytes) -> Path:
    write_deck(folder, row, SCHAKELEN)
    (folder / "spelling.tsv").write_bytes(spelling.encode() if isinstance(spelling, str) else spelling)
    return folder


@needs_hunspell
def test_a_word_that_the_dictionary_does_not_know_is_named_once_for_each_place(tmp_path: Path) -> None:
    (finding,) = proofread_folders([deck(tmp_path, LMRA, "")])
    assert (finding.file, finding.line, finding.column) == (str(tmp_path / "terms.csv"), 2, "sentence")
    assert "'LMRA' staat niet in de woordenlijst" in finding.message


def test_a_word_that_is_listed_with_a_reason_is_right(tmp_path: Path) -> None:
    assert proofread_folders([deck(tmp_path, LMRA, "LMRA\tafkorting op elke bouwplaats\n")]) == []


def test_a_deck_without_a_list_is_not_checked_for_spelling(tmp_path: Path) -> None:
    assert proofread_folders([write_deck(tmp_path, {**HELM, "sentence": "Zonder helm kom je niet binnnen."}, SCHAKELEN)]) == []


def test_a_listed_word_that_is_used_no_more_is_named(tmp_path: Path) -> None:
    (finding,) = proofread_folders([deck(tmp_path, LMRA, "LMRA\tafkorting\n\nperstang\tvakwoord\n")])
    assert (finding.file, finding.line) == (str(tmp_path / "spelling.tsv"), 3)
    assert "'perstang' komt niet meer voor" in finding.message


@pytest.mark.parametrize("spelling", ["LMRA\tafkorting\nhelm", "LMRA\tafkorting\nhelm\t ", "LMRA\tafkorting\n\tvakwoord"])
def test_a_listed_word_needs_a_reason(tmp_path: Path, spelling: str) -> None:
    found = proofread_folders([deck(tmp_path, LMRA, spelling)])
    message = "schrijf een woord, een tab en de reden dat het goed is"
    assert found == [Finding(str(tmp_path / "spelling.tsv"), 2, "", message)]


def test_a_list_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (finding,) = proofread_folders([deck(tmp_path, HELM, b"caf\xe9\tvakwoord")])
    assert "UTF-8" in finding.message


def test_a_word_is_the_same_word_at_the_start_of_a_sentence() -> None:
    row = Row(2, {**HELM, "sentence": "Perilex is geen helm, pak de O-ring."})
    unknown = frozenset(["Perilex", "O-ring"])
    found = check_spelling([row], {"perilex": 1}, unknown, "terms.csv", "spelling.tsv")
    assert [finding.message.split("'")[1] for finding in found] == ["O-ring"]


@needs_hunspell
@pytest.mark.parametrize("word", ["BHV'er", "KLIC-melding", "één-op-één", "3,5", "230V", "1/2", "R290"])
def test_hunspell_cuts_words_where_the_check_does(word: str) -> None:
    assert unknown_words([Row(2, {**HELM, "sentence": f"Die helm is ({word})."})]) in (frozenset(), frozenset([word]))


def test_without_hunspell_only_the_list_itself_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("hunspell") is None
    assert unknown_words([Row(2, HELM)]) is None
    assert len(proofread_folders([deck(tmp_path, LMRA, "perstang\tvakwoord\n")])) == 1


def test_several_folders_are_also_compared(tmp_path: Path) -> None:
    for name, changes in (("a", {}), ("b", {"article": "het"})):
        (tmp_path / name).mkdir()
        write_deck(tmp_path / name, {**HELM, **changes}, SCHAKELEN)
    (finding,) = proofread_folders([tmp_path / "a", tmp_path / "b", tmp_path / "weg"])
    assert (finding.file, finding.line, finding.column) == (str(tmp_path / "b" / "terms.csv"), 2, "article")
