"""Rendering makes every clip that is missing, old or broken, and touches no other."""

from pathlib import Path

import pytest
from sounds import RATE, FakeVoice, a_deck, a_term, peak_dbfs, samples_of, seconds_of

from beroepentaal.classroom.ports import Sound
from beroepentaal.decks import Deck
from beroepentaal.speech.clips import ClipLibrary, wanted
from beroepentaal.speech.loudness import loudness
from beroepentaal.speech.rendering import Rendered, render
from beroepentaal.speech.sound_files import read_clip

DECK = a_deck(a_term("helm", 1), a_term("nok", 2), a_term("rail", 3), a_term("los", None))


def rendered(deck: Deck, voice: FakeVoice, folder: Path) -> Rendered:
    return render(deck, voice, ClipLibrary(folder), lambda _done, _all: None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Everything rendered once."""
    rendered(DECK, FakeVoice(), tmp_path)
    return tmp_path


def test_every_term_and_sentence_of_the_core_gets_a_clip(tmp_path: Path) -> None:
    voice = FakeVoice()
    assert rendered(DECK, voice, tmp_path) == Rendered(made=6, kept=0, failed=())
    assert voice.said == [f"nl: {utterance.text}" for utterance in wanted(DECK)]
    clips = ClipLibrary(tmp_path)
    assert all(clips.sound(utterance) for utterance in wanted(DECK))
    assert clips.count("dak") == 6


def test_a_clip_is_trimmed_and_as_loud_as_every_other(folder: Path) -> None:
    for utterance in wanted(DECK):
        sound = read_clip(ClipLibrary(folder).path(utterance)).sound
        assert seconds_of(sound) == pytest.approx(0.3 + 0.01 * len(utterance.text) + 0.16, abs=0.06)
        assert loudness(samples_of(sound), RATE) == pytest.approx(-20, abs=0.5)
        assert peak_dbfs(samples_of(sound)) <= -1


def test_what_is_current_is_kept_and_not_said_again(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.opus")}
    voice = FakeVoice()
    assert rendered(DECK, voice, folder) == Rendered(made=0, kept=6, failed=())
    assert voice.said == []
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.opus")} == before


def test_what_the_deck_says_differently_now_is_said_again(folder: Path) -> None:
    voice = FakeVoice()
    deck = a_deck(a_term("helm", 1, sentence="Zet de helm op."), *DECK.terms[1:])
    assert rendered(deck, voice, folder) == Rendered(made=1, kept=5, failed=())
    assert voice.said == ["nl: Zet de helm op."]
    assert all(ClipLibrary(folder).sound(utterance) for utterance in wanted(deck))


def test_another_voice_says_everything_again(folder: Path) -> None:
    assert rendered(DECK, FakeVoice("gong"), folder) == Rendered(made=6, kept=0, failed=())
    assert {read_clip(path).voice for path in folder.rglob("*.opus")} == {"gong"}


def test_a_damaged_clip_is_made_again(folder: Path) -> None:
    first, second, *_ = sorted(folder.rglob("*.opus"))
    first.write_bytes(b"")
    second.write_bytes(second.read_bytes()[:-100])
    assert rendered(DECK, FakeVoice(), folder) == Rendered(made=2, kept=4, failed=())
    assert all(ClipLibrary(folder).sound(utterance) for utterance in wanted(DECK))


def test_progress_is_reported_after_each_clip_whatever_became_of_it(folder: Path) -> None:
    next(folder.rglob("*.opus")).unlink()
    reports = list[tuple[int, int]]()
    voice = FakeVoice("gong", silent_for="de nok")
    render(DECK, voice, ClipLibrary(folder), lambda done, all_: reports.append((done, all_)))
    assert reports == [(number, 6) for number in range(1, 7)]


@pytest.mark.parametrize("voice", [FakeVoice(silent_for="de nok"), FakeVoice(refuses="de nok")], ids=["silence", "refusal"])
def test_a_text_that_the_voice_cannot_say_has_no_clip_and_the_others_have(tmp_path: Path, voice: FakeVoice) -> None:
    result = rendered(DECK, voice, tmp_path)
    assert (result.made, result.kept) == (5, 0)
    [reason] = result.failed
    assert "de nok" in reason
    assert not (tmp_path / "dak" / "nok.opus").exists()
    assert len(list(tmp_path.rglob("*"))) == 6  # the deck's folder and five clips


class Mute:
    name = "stom"

    def speak(self, text: str, language: str) -> Sound:
        return Sound(b"", 22_050)


def test_a_voice_that_gives_nothing_at_all_makes_no_clip(tmp_path: Path) -> None:
    result = render(DECK, Mute(), ClipLibrary(tmp_path), lambda _done, _all: None)
    assert (result.made, len(result.failed)) == (0, 6)
    assert list(tmp_path.rglob("*")) == []


def test_a_place_that_takes_no_clips_is_told_for_each_of_them(tmp_path: Path) -> None:
    (tmp_path / "dak").write_text("geen map")
    result = rendered(DECK, FakeVoice(), tmp_path)
    assert (result.made, len(result.failed)) == (0, 6)
