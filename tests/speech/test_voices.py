"""Whatever happened to its clip, a term is heard."""

from pathlib import Path

import numpy as np
import pytest
from sounds import a_clip, a_term, samples_of

from beroepentaal.classroom.ports import Utterance, term_said
from beroepentaal.refusal import Refusal
from beroepentaal.speech.clips import ClipLibrary
from beroepentaal.speech.voices import Ladder

HELM = term_said("dak", a_term("helm", 1))
CLIP, LIVE = 24_000, 22_050
"""Samples a second, which tell who speaks."""


def test_a_good_clip_is_played(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path)
    a_clip(clips.path(HELM), "de helm")
    assert Ladder(clips).sound(HELM).rate == CLIP


def test_without_a_clip_the_computer_speaks(tmp_path: Path) -> None:
    sound = Ladder(ClipLibrary(tmp_path)).sound(HELM)
    assert sound.rate == LIVE
    assert np.abs(samples_of(sound)).max() > 0.1


def test_a_clip_that_says_something_else_is_spoken_live(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path)
    a_clip(clips.path(HELM), "het helmpje")
    assert Ladder(clips).sound(HELM).rate == LIVE


@pytest.mark.parametrize("part", [0.0, 0.3, 0.6, 0.95])
def test_a_clip_that_breaks_off_or_has_a_hole_is_spoken_live(tmp_path: Path, part: float) -> None:
    clips = ClipLibrary(tmp_path)
    path = a_clip(clips.path(HELM), "de helm", seconds=2.5)
    data = path.read_bytes()
    place = int(part * len(data))
    for damaged in (data[:place], data[:place] + b"\xff" * 40 + data[place + 40 :]):
        path.write_bytes(damaged)
        assert Ladder(clips).sound(HELM).rate == LIVE


def test_texts_of_the_program_are_spoken_live_in_any_language(tmp_path: Path) -> None:
    voices = Ladder(ClipLibrary(tmp_path))
    for language in ("nl", "en", "ar", "ti", "fa", "tr", "uk"):
        assert voices.sound(Utterance("123", language)).samples


def test_a_language_without_a_voice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        Ladder(ClipLibrary(tmp_path)).sound(Utterance("hallo", "xx"))
