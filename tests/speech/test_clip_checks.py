"""A clip that is too long, too soft, too loud, silent or damaged is told by name, with what is wrong."""

from pathlib import Path

import numpy as np
import pytest
from sounds import a_clip, a_deck, a_term, a_tone, noise, silence

from beroepentaal.classroom.ports import said
from beroepentaal.speech.clip_checks import ClipReport, check_clips
from beroepentaal.speech.clips import ClipLibrary
from beroepentaal.speech.loudness import levelled
from beroepentaal.speech.samples import Samples, sound_of
from beroepentaal.speech.sound_files import RATE, write_clip

DECK = a_deck(a_term("helm", 1), a_term("los", None))
HELM = said("dak", DECK.by_id["helm"])


def report_on(samples: Samples, folder: Path) -> ClipReport:
    write_clip(ClipLibrary(folder).path(HELM), sound_of(samples, RATE), HELM.text, "gtts")
    return check_clips(DECK, ClipLibrary(folder))


def word(seconds: float) -> Samples:
    return levelled(a_tone(seconds, frequency=300) + noise(seconds, 0.02), RATE)


def test_a_good_clip_has_no_finding_and_its_voice_is_told(tmp_path: Path) -> None:
    assert report_on(word(0.8), tmp_path) == ClipReport((), {"gtts": 1}, without=1, unused=0)


@pytest.mark.parametrize(
    ("samples", "message"),
    [
        (word(0.2), "het duurt 0,2 seconden; goed is 0,3 tot 8,0"),
        (word(9), "het duurt 9,0 seconden; goed is 0,3 tot 8,0"),
        (silence(1), "er is niets te horen"),
        (word(1) / 3, "het is te zacht: -29,"),
        (word(1) * 1.5, "het is te hard: -16,"),
        (np.concatenate([word(2), a_tone(0.01, peak=0.99), word(2)]), "de pieken zijn te hoog: -0,"),
    ],
)
def test_what_is_wrong_is_said(samples: Samples, message: str, tmp_path: Path) -> None:
    [finding] = report_on(samples.astype(np.float32), tmp_path).findings
    assert str(finding).startswith(f"dak/{ClipLibrary(tmp_path).path(HELM).name}: {message}")


def test_a_damaged_clip_is_told(tmp_path: Path) -> None:
    path = a_clip(ClipLibrary(tmp_path).path(HELM), HELM.text, 2)
    path.write_bytes(path.read_bytes()[:-100])
    report = check_clips(DECK, ClipLibrary(tmp_path))
    assert [finding.message for finding in report.findings] == ["het geluid is beschadigd"]


def test_clips_that_say_what_the_deck_no_longer_says_are_counted(tmp_path: Path) -> None:
    a_clip(ClipLibrary(tmp_path).path(said("dak", a_term("goot", 3))), "de goot")
    assert check_clips(DECK, ClipLibrary(tmp_path)).unused == 1
