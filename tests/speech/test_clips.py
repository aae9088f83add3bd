"""The library plays a clip only if it says what the deck says."""

from pathlib import Path

import pytest
from sounds import a_clip, a_deck, a_term

from beroepentaal.classroom.ports import Utterance, sentence_said, term_said
from beroepentaal.speech.clips import ClipLibrary, wanted

HELM = a_term("helm", 1)


def test_a_clip_that_says_the_text_is_found(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path)
    for utterance in (term_said("dak", HELM), sentence_said("dak", HELM)):
        a_clip(clips.path(utterance), utterance.text)
        assert clips.sound(utterance)


def test_a_clip_that_says_something_else_is_not_played(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path)
    utterance = sentence_said("dak", HELM)
    a_clip(clips.path(utterance), "Zet de helm op.")
    assert utterance.text == "Pak de helm."
    assert clips.sound(utterance) is None


@pytest.mark.parametrize("contents", [b"", b"geen geluid", b"OggS" + bytes(400)])
def test_a_damaged_clip_is_not_played(tmp_path: Path, contents: bytes) -> None:
    clips = ClipLibrary(tmp_path)
    path = a_clip(clips.path(term_said("dak", HELM)), "de helm")
    path.write_bytes(contents)
    assert clips.sound(term_said("dak", HELM)) is None


def test_a_clip_that_is_not_there_is_not_played(tmp_path: Path) -> None:
    assert ClipLibrary(tmp_path / "nergens").sound(term_said("dak", HELM)) is None


def test_a_text_that_can_have_no_clip_never_looks_for_one(tmp_path: Path) -> None:
    a_clip(tmp_path / ".opus", "Kies je plaatje.")
    assert ClipLibrary(tmp_path).sound(Utterance("Kies je plaatje.")) is None


def test_clips_are_counted_by_deck(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path)
    for name in ("helm", "nok"):
        a_clip(clips.path(term_said("dak", a_term(name, 1))), name, 0.3)
    (tmp_path / "dak" / "leesmij.txt").write_text("Dit is geen geluid.")
    assert (clips.count("dak"), clips.count("keuken")) == (2, 0)


def test_a_deck_wants_each_core_term_with_its_article_and_each_sentence() -> None:
    deck = a_deck(a_term("nok", 2), HELM, a_term("los", None))
    assert [utterance.text for utterance in wanted(deck)] == ["de helm", "Pak de helm.", "de nok", "Pak de nok."]
    assert len({utterance.clip for utterance in wanted(deck)}) == 4
