"""The studio tells which voices work here, and why others do not."""

from pathlib import Path

import pytest
from sounds import a_deck, a_term
from tiny_piper import a_tiny_voice

from beroepentaal.classroom.voicing import Only, utterances
from beroepentaal.refusal import Refusal
from beroepentaal.speech import studio as studio_module
from beroepentaal.speech.clips import ClipLibrary
from beroepentaal.speech.studio import VoiceStudio, make_voice
from beroepentaal.speech.voice import VoiceStopped


def test_every_voice_says_what_it_is_and_a_missing_one_why_it_is_not_there(tmp_path: Path) -> None:
    engines = VoiceStudio(ClipLibrary(tmp_path), tmp_path / "voices").engines()
    assert [engine.name for engine in engines] == ["gtts", "piper", "espeak"]
    assert all(engine.title for engine in engines)
    assert [bool(engine.why_not) for engine in engines] == [False, True, False]
    assert str(tmp_path / "voices") in engines[1].why_not


def test_a_pc_without_piper_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(studio_module, "find_spec", lambda _name: None)
    a_tiny_voice(tmp_path, "anna")
    assert "niet geïnstalleerd" in VoiceStudio(ClipLibrary(tmp_path), tmp_path).engines()[1].why_not


def test_a_voice_that_the_school_supplied_renders_a_deck(tmp_path: Path) -> None:
    (tmp_path / "voices").mkdir()
    a_tiny_voice(tmp_path / "voices", "anna")
    studio = VoiceStudio(ClipLibrary(tmp_path / "audio"), tmp_path / "voices")
    [piper] = [engine for engine in studio.engines() if engine.name.startswith("piper:")]
    assert not piper.why_not
    assert "anna" in piper.title
    deck = a_deck(a_term("helm", 1), a_term("los", None))
    assert list(studio.render(deck, piper.name, {Only.CORE}))[-1].made == 2
    assert ClipLibrary(tmp_path / "audio").voice(next(utterances(deck))) == "piper:anna"


def test_closing_ends_a_wait_for_a_busy_voice(tmp_path: Path) -> None:
    studio = VoiceStudio(ClipLibrary(tmp_path), tmp_path)
    studio.close()
    with pytest.raises(VoiceStopped):
        studio._wait(3600)


def test_an_unknown_voice_is_refused() -> None:
    with pytest.raises(Refusal, match="papegaai"):
        make_voice("papegaai", lambda _seconds: None)
