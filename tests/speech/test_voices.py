"""Whatever happened to its clip, a term is heard."""

from pathlib import Path

import numpy as np
import pytest
from sounds import a_clip, a_term, samples_of, seconds_of

from beroepentaal.classroom.ports import Utterance, said
from beroepentaal.refusal import Refusal
from beroepentaal.speech.clips import ClipLibrary
from beroepentaal.speech.espeak import Espeak
from beroepentaal.speech.voices import Ladder

HELM = said("dak", a_term("helm", 1))


def test_a_good_clip_is_played(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path)
    a_clip(clips.path(HELM), "de helm", 1.5)
    sound = Ladder(clips).clip(HELM)
    assert sound is not None
    assert seconds_of(sound) == pytest.approx(1.5, abs=0.05)


def test_without_a_clip_the_computer_speaks(tmp_path: Path) -> None:
    voices = Ladder(ClipLibrary(tmp_path))
    assert voices.clip(HELM) is None
    assert np.abs(samples_of(voices.live(HELM))).max() > 0.1


@pytest.mark.parametrize("part", [0.0, 0.3, 0.6, 0.95])
def test_a_clip_that_breaks_off_or_has_a_hole_is_not_played(tmp_path: Path, part: float) -> None:
    clips = ClipLibrary(tmp_path)
    path = a_clip(clips.path(HELM), "de helm", seconds=2.5)
    data = path.read_bytes()
    place = int(part * len(data))
    for damaged in (data[:place], data[:place] + b"\xff" * 40 + data[place + 40 :]):
        path.write_bytes(damaged)
        assert Ladder(clips).clip(HELM) is None


def test_a_clip_and_the_live_voice_can_both_be_heard_slowly(tmp_path: Path) -> None:
    clips = ClipLibrary(tmp_path)
    a_clip(clips.path(HELM), "de helm", 1.5)
    voices = Ladder(clips)
    slow = said("dak", a_term("helm", 1), slow=True)
    for sound, slower in ((voices.clip(HELM), voices.clip(slow)), (voices.live(HELM), voices.live(slow))):
        assert sound is not None
        assert slower is not None
        assert seconds_of(slower) == pytest.approx(seconds_of(sound) / 0.75, rel=0.03)


def test_the_computer_reads_units_as_one_says_them(tmp_path: Path) -> None:
    voices = Ladder(ClipLibrary(tmp_path))
    assert voices.wording(Utterance("Er staat 230 V op.")) == "Er staat 230 volt op."
    assert seconds_of(voices.live(Utterance("230 V"))) == pytest.approx(seconds_of(Espeak().speak("230 volt")), rel=0.02)


def test_other_languages_are_left_as_they_are(tmp_path: Path) -> None:
    assert Ladder(ClipLibrary(tmp_path)).wording(Utterance("230 V", "en")) == "230 V"


def test_texts_of_the_program_are_spoken_live_in_any_language(tmp_path: Path) -> None:
    voices = Ladder(ClipLibrary(tmp_path))
    for language in ("nl", "en", "ar", "ti", "fa", "tr", "uk"):
        assert voices.live(Utterance("123", language)).samples


def test_a_language_without_a_voice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        Ladder(ClipLibrary(tmp_path)).live(Utterance("hallo", "xx"))
