"""Rendering makes every clip that is missing, old, broken or worse, touches no better one, and takes up where it stopped."""

from collections.abc import Collection
from pathlib import Path

import pytest
from sounds import RATE, FakeVoice, a_clip, a_deck, a_term, peak_dbfs, samples_of, seconds_of

from beroepentaal.classroom.ports import Sound, said
from beroepentaal.classroom.voicing import RECORDED, Only, Rendering, of_core, utterances
from beroepentaal.decks import Deck
from beroepentaal.speech.clips import ClipLibrary
from beroepentaal.speech.loudness import loudness
from beroepentaal.speech.rendering import render
from beroepentaal.speech.sound_files import read_clip
from beroepentaal.speech.voice import Voice

DECK = a_deck(a_term("helm", 1), a_term("nok", 2), a_term("rail", 3), a_term("los", None))


def rendered(deck: Deck, voice: Voice, folder: Path, only: Collection[Only] = ()) -> Rendering:
    return list(render(deck, voice, ClipLibrary(folder), only))[-1]


def clip_of(term: str, folder: Path) -> Path:
    return ClipLibrary(folder).path(said("dak", DECK.by_id[term]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Everything rendered once."""
    rendered(DECK, FakeVoice(), tmp_path)
    return tmp_path


def test_every_text_of_the_deck_gets_a_clip(tmp_path: Path) -> None:
    voice = FakeVoice()
    assert rendered(DECK, voice, tmp_path) == Rendering(wanted=8, made=8)
    assert voice.said == [f"nl: {utterance.text}" for utterance in utterances(DECK)]
    clips = ClipLibrary(tmp_path)
    assert all(clips.sound(utterance) for utterance in utterances(DECK))


def test_only_the_core(tmp_path: Path) -> None:
    assert rendered(DECK, FakeVoice(), tmp_path, {Only.CORE}) == Rendering(wanted=6, made=6)
    assert all(ClipLibrary(tmp_path).sound(utterance) for utterance in of_core(DECK))


def test_a_clip_is_trimmed_and_as_loud_as_every_other(folder: Path) -> None:
    for utterance in utterances(DECK):
        sound = read_clip(ClipLibrary(folder).path(utterance)).sound
        assert seconds_of(sound) == pytest.approx(0.3 + 0.01 * len(utterance.text) + 0.16, abs=0.06)
        assert loudness(samples_of(sound), RATE) == pytest.approx(-20, abs=0.5)
        assert peak_dbfs(samples_of(sound)) <= -1


def test_a_voice_is_given_what_it_can_read(tmp_path: Path) -> None:
    voice = FakeVoice()
    rendered(a_deck(a_term("helm", 1, sentence="De helm weegt 0,4 kg.")), voice, tmp_path)
    assert voice.said[1] == "nl: De helm weegt 0 komma 4 kilo."
    assert read_clip(clip_of("helm", tmp_path)).tags.says == "de helm"


def test_what_is_current_is_kept_and_not_said_again(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.opus")}
    voice = FakeVoice()
    assert rendered(DECK, voice, folder) == Rendering(wanted=8, kept=8)
    assert voice.said == []
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.opus")} == before


def test_what_the_deck_says_differently_now_is_said_again(folder: Path) -> None:
    voice = FakeVoice()
    deck = a_deck(a_term("helm", 1, sentence="Zet de helm op."), *DECK.terms[1:])
    assert rendered(deck, voice, folder) == Rendering(wanted=8, made=1, kept=7)
    assert voice.said == ["nl: Zet de helm op."]
    assert all(ClipLibrary(folder).sound(utterance) for utterance in utterances(deck))


def test_another_voice_as_good_says_everything_again(folder: Path) -> None:
    assert rendered(DECK, FakeVoice("piper:anna"), folder).made == 8
    assert {read_clip(path).tags.voice for path in folder.rglob("*.opus")} == {"piper:anna"}


def test_a_worse_voice_replaces_nothing(folder: Path) -> None:
    assert rendered(DECK, FakeVoice("espeak"), folder) == Rendering(wanted=8, kept=8)


@pytest.mark.parametrize("only", [(), {Only.WORSE}, {Only.MISSING}, {Only.CORE, Only.WORSE}])
def test_a_recording_is_never_replaced(tmp_path: Path, only: Collection[Only]) -> None:
    recording = a_clip(clip_of("helm", tmp_path), "de helm", voice=RECORDED).read_bytes()
    rendered(DECK, FakeVoice("gtts"), tmp_path, only)
    assert clip_of("helm", tmp_path).read_bytes() == recording


def test_only_what_is_missing_leaves_every_clip_alone(tmp_path: Path) -> None:
    a_clip(clip_of("helm", tmp_path), "de helm", voice="espeak")
    assert rendered(DECK, FakeVoice("gtts"), tmp_path, {Only.MISSING}) == Rendering(wanted=8, made=7, kept=1)


def test_only_what_is_worse_leaves_voices_alone_that_are_as_good(tmp_path: Path) -> None:
    a_clip(clip_of("helm", tmp_path), "de helm", voice="espeak")
    a_clip(clip_of("nok", tmp_path), "de nok", voice="piper:anna")
    assert rendered(DECK, FakeVoice("gtts"), tmp_path, {Only.WORSE}) == Rendering(wanted=8, made=7, kept=1)


def test_a_damaged_clip_is_made_again(folder: Path) -> None:
    clip_of("helm", folder).write_bytes(b"")
    assert rendered(DECK, FakeVoice(), folder) == Rendering(wanted=8, made=1, kept=7)
    assert all(ClipLibrary(folder).sound(utterance) for utterance in utterances(DECK))


def test_it_tells_how_far_it_is_after_each_text_whatever_became_of_it(folder: Path) -> None:
    clip_of("rail", folder).unlink()
    voice = FakeVoice("piper:anna", silent_for="de nok")
    steps = list(render(DECK, voice, ClipLibrary(folder)))
    assert [(step.done, step.wanted) for step in steps] == [(number, 8) for number in range(9)]


def test_nothing_is_made_that_was_not_asked_for(tmp_path: Path) -> None:
    steps = render(DECK, FakeVoice(), ClipLibrary(tmp_path))
    next(steps), next(steps)
    assert len(list(tmp_path.rglob("*.opus"))) == 1


@pytest.mark.parametrize("voice", [FakeVoice(silent_for="de nok"), FakeVoice(refuses="de nok")], ids=["silence", "refusal"])
def test_a_text_that_the_voice_cannot_say_has_no_clip_and_the_others_have(tmp_path: Path, voice: FakeVoice) -> None:
    result = rendered(DECK, voice, tmp_path)
    assert (result.made, result.kept, result.stopped) == (7, 0, "")
    [reason] = result.failed
    assert "de nok" in reason
    assert len(list(tmp_path.rglob("*"))) == 8  # the deck's folder and seven clips


def test_a_voice_that_cannot_go_on_stops_and_goes_on_later_where_it_was(tmp_path: Path) -> None:
    stopped = rendered(DECK, FakeVoice(stops_at="de rail"), tmp_path)
    assert stopped == Rendering(wanted=8, made=2, stopped="Er is geen internet.")
    assert rendered(DECK, FakeVoice(), tmp_path) == Rendering(wanted=8, made=6, kept=2)


class Mute:
    name = "gtts"

    def speak(self, text: str, language: str) -> Sound:
        return Sound(b"", 22_050)


def test_a_voice_that_gives_nothing_at_all_makes_no_clip(tmp_path: Path) -> None:
    result = rendered(DECK, Mute(), tmp_path)
    assert (result.made, len(result.failed)) == (0, 8)
    assert list(tmp_path.rglob("*")) == []


def test_a_place_that_takes_no_clips_is_told_for_each_of_them(tmp_path: Path) -> None:
    (tmp_path / "dak").write_text("geen map")
    result = rendered(DECK, FakeVoice(), tmp_path)
    assert (result.made, len(result.failed)) == (0, 8)
