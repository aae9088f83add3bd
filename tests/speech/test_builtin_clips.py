"""The clips that come with the program: all there, whole, equally loud, and saying what the decks say."""

from dataclasses import dataclass

import pytest
from sounds import peak_dbfs, samples_of, seconds_of

from beroepentaal.bootstrap import AUDIO, deck_library
from beroepentaal.classroom.ports import Utterance
from beroepentaal.speech.clips import ClipLibrary, wanted
from beroepentaal.speech.loudness import loudness
from beroepentaal.speech.sound_files import Clip, read_clip


@dataclass(frozen=True)
class Measured:
    clip: Clip
    seconds: float
    lufs: float
    peak: float


@pytest.fixture(scope="module")
def clips() -> dict[str, Measured]:
    """By name, as deck/term; each is decoded here, which fails if one is damaged."""
    measured = {}
    for path in sorted(AUDIO.glob("*/*.opus")):
        clip = read_clip(path)
        samples = samples_of(clip.sound)
        figures = Measured(clip, seconds_of(clip.sound), loudness(samples, clip.sound.rate), peak_dbfs(samples))
        measured[str(path.relative_to(AUDIO).with_suffix("").as_posix())] = figures
    return measured


@pytest.fixture(scope="module")
def utterances() -> list[Utterance]:
    """Of every deck that comes with the program and has clips."""
    library, clips = deck_library(), ClipLibrary(AUDIO)
    return [utterance for deck in library.ids if clips.count(deck) for utterance in wanted(library.deck(deck))]


def test_every_term_and_sentence_has_a_clip_and_no_clip_is_left_over(
    clips: dict[str, Measured], utterances: list[Utterance]
) -> None:
    assert len(clips) >= 100
    assert set(clips) == {utterance.clip for utterance in utterances}


def test_every_clip_says_what_the_deck_says(clips: dict[str, Measured], utterances: list[Utterance]) -> None:
    wrong = {u.clip: clips[u.clip].clip.says for u in utterances if u.clip in clips and clips[u.clip].clip.says != u.text}
    assert wrong == {}


def test_every_clip_lasts_as_long_as_a_word_or_a_sentence(clips: dict[str, Measured]) -> None:
    assert {name: clip.seconds for name, clip in clips.items() if not 0.3 <= clip.seconds <= 8} == {}


def test_every_clip_is_about_as_loud_as_the_others(clips: dict[str, Measured]) -> None:
    assert {name: clip.lufs for name, clip in clips.items() if not -23.5 <= clip.lufs <= -18} == {}


def test_no_clip_is_near_clipping(clips: dict[str, Measured]) -> None:
    assert {name: clip.peak for name, clip in clips.items() if clip.peak > -0.3} == {}
