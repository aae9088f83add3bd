"""The library plays the best clip that says what the deck says, and loses none that somebody made."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from sounds import a_clip, a_deck, a_term, a_tone, seconds_of

from beroepentaal.classroom.ports import Part, Utterance, said
from beroepentaal.classroom.voicing import RECORDED, State, line, lines, utterances
from beroepentaal.refusal import Refusal
from beroepentaal.speech.clips import ClipLibrary
from beroepentaal.speech.samples import sound_of

HELM = a_term("helm", 1, chunk="Zet je helm op!")
NOK = a_term("nok", 2)
SAID = [said("dak", HELM, part) for part in Part]


def test_a_clip_that_says_the_text_is_found_for_each_part_of_a_term(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path)
    for utterance in SAID:
        a_clip(clips.path(utterance), utterance.text)
    assert all(clips.sound(utterance) for utterance in SAID)
    assert len(list(tmp_path.rglob("*.opus"))) == 3


def test_a_clip_that_says_something_else_is_not_played(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path)
    a_clip(clips.path(SAID[1]), "Zet de helm op.")
    assert clips.sound(SAID[1]) is None
    assert clips.voice(SAID[1]) is None


def test_a_changed_text_makes_its_clip_stale_and_changing_it_back_brings_it_again(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path)
    clips.keep(SAID[1], sound_of(a_tone(1), 24_000), RECORDED)
    changed = a_term("helm", 1, sentence="Draag een helm.")
    assert line(changed, said("dak", changed, Part.SENTENCE), clips).state is State.STALE
    assert line(changed, said("dak", changed), clips).state is State.LIVE
    assert line(HELM, SAID[1], clips).state is State.HAS_CLIP
    assert clips.sound(SAID[1])


def test_another_spelling_for_the_machine_makes_its_clip_old_and_leaves_a_recording_alone(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path)
    before = said("dak", replace(HELM, spoken_as="hellum"))
    clips.keep(before, sound_of(a_tone(1), 24_000), "gtts")
    assert clips.voice(before) == "gtts"
    assert clips.voice(SAID[0]) is None
    clips.keep(before, sound_of(a_tone(1), 24_000), RECORDED)
    assert clips.voice(before) == clips.voice(SAID[0]) == RECORDED
    clips.discard(before)
    assert clips.voice(before) is None


def test_the_better_voice_is_played_wherever_it_stands(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    a_clip(ClipLibrary(ours).path(SAID[0]), "de helm", 0.5, voice="espeak")
    a_clip(ClipLibrary(theirs).path(SAID[0]), "de helm", 1.0, voice=RECORDED)
    assert ClipLibrary(ours, theirs).voice(SAID[0]) == RECORDED
    sound = ClipLibrary(ours, theirs).sound(SAID[0])
    assert sound is not None
    assert seconds_of(sound) == pytest.approx(1, abs=0.05)


def test_a_damaged_clip_gives_way_to_a_worse_one_that_is_whole(tmp_path: Path) -> None:
    ours, theirs = ClipLibrary(tmp_path / "ours"), ClipLibrary(tmp_path / "theirs")
    path = a_clip(ours.path(SAID[0]), "de helm", 3.0, voice=RECORDED)
    path.write_bytes(path.read_bytes()[:-200])
    a_clip(theirs.path(SAID[0]), "de helm", voice="espeak")
    assert ClipLibrary(tmp_path / "ours", tmp_path / "theirs").sound(SAID[0])


@pytest.mark.parametrize("contents", [b"", b"geen geluid", b"OggS" + bytes(400)])
def test_a_damaged_clip_is_not_played(tmp_path: Path, contents: bytes) -> None:
    clips = ClipLibrary(tmp_path)
    a_clip(clips.path(SAID[0]), "de helm").write_bytes(contents)
    assert clips.sound(SAID[0]) is None


def test_a_clip_that_is_not_there_is_not_played(tmp_path: Path) -> None:
    assert ClipLibrary(tmp_path / "nergens").sound(SAID[0]) is None


def test_a_text_that_can_have_no_clip_never_looks_for_one(tmp_path: Path) -> None:
    digest = hashlib.sha256(b"Kies je plaatje.").hexdigest()[:8]
    a_clip(tmp_path / f".{digest}.opus", "Kies je plaatje.")
    assert ClipLibrary(tmp_path).sound(Utterance("Kies je plaatje.")) is None


def test_clips_are_counted_by_deck(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path)
    for term in (HELM, NOK):
        a_clip(clips.path(said("dak", term)), term.term, 0.3)
    (tmp_path / "dak" / "leesmij.txt").write_text("Dit is geen geluid.")
    assert (clips.count("dak"), clips.count("keuken")) == (2, 0)


def test_clearing_takes_what_nobody_says_any_more_and_nothing_else(tmp_path: Path) -> None:
    clips, deck = ClipLibrary(tmp_path / "ours", tmp_path / "theirs"), a_deck(HELM, NOK)
    for utterance in utterances(deck):
        a_clip(clips.path(utterance), utterance.text)
    gone = said("dak", a_term("nok", 2, sentence="De nok lekt."), Part.SENTENCE), said("dak", a_term("goot", 3))
    for utterance in gone:
        a_clip(clips.path(utterance), utterance.text)
        a_clip(ClipLibrary(tmp_path / "theirs").path(utterance), utterance.text)
    assert clips.clear(deck) == 2
    assert clips.clear(deck) == 0
    assert all(clips.voice(utterance) for utterance in utterances(deck))
    assert len(list((tmp_path / "theirs").rglob("*.opus"))) == 2


def test_what_this_pc_made_can_be_discarded_and_what_came_with_the_program_cannot(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path / "ours", tmp_path / "theirs")
    a_clip(clips.path(SAID[0]), "de helm", voice=RECORDED)
    a_clip(ClipLibrary(tmp_path / "theirs").path(SAID[0]), "de helm", voice="espeak")
    clips.discard(SAID[0])
    clips.discard(SAID[0])
    assert clips.voice(SAID[0]) == "espeak"


def test_a_place_that_takes_no_clips_is_told(tmp_path: Path) -> None:
    (tmp_path / "dak").write_text("geen map")
    with pytest.raises(Refusal):
        ClipLibrary(tmp_path).keep(SAID[0], sound_of(a_tone(1), 24_000), RECORDED)


def test_a_deck_says_the_core_before_the_rest_and_words_before_sentences() -> None:
    deck = a_deck(a_term("los", None), NOK, HELM)
    texts = [utterance.text for utterance in utterances(deck)]
    assert texts[:5] == ["de helm", "de nok", "Pak de helm.", "Pak de nok.", "Zet je helm op!"]
    assert texts[5:] == ["de los", "Pak de los."]


def test_every_text_of_a_deck_has_a_line(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path)
    a_clip(clips.path(SAID[0]), "de helm", voice="gtts")
    made = lines(a_deck(HELM), clips)
    assert [(each.utterance, each.state, each.voice) for each in made] == [
        (SAID[0], State.HAS_CLIP, "gtts"),
        (SAID[1], State.LIVE, ""),
        (SAID[2], State.LIVE, ""),
    ]
