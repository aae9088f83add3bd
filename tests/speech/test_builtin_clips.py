"""The clips that come with the program: all there, whole, equally loud, small, and saying what the decks say."""

import pytest

from beroepentaal.bootstrap import AUDIO, deck_library
from beroepentaal.classroom.voicing import of_core
from beroepentaal.speech.clip_checks import check_clips
from beroepentaal.speech.clips import ClipLibrary

LIBRARY = deck_library()
MOST_BYTES = 12_000_000


@pytest.mark.parametrize("deck", LIBRARY.ids)
def test_every_text_of_the_core_has_a_good_clip_and_no_clip_is_left_over(deck: str) -> None:
    clips = ClipLibrary(AUDIO)
    report = check_clips(LIBRARY.deck(deck), clips)
    assert report.findings == ()
    assert sum(report.voices.values()) == len(list(of_core(LIBRARY.deck(deck))))
    assert (report.without, report.unused) == (0, 0)


def test_all_clips_together_are_small() -> None:
    assert sum(path.stat().st_size for path in AUDIO.rglob("*.opus")) <= MOST_BYTES
