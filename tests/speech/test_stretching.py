"""Said slower, a sentence is longer by as much, as high and as loud as it was, and complete."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sounds import RATE, a_tone, noise, samples_of, seconds_of, silence

from beroepentaal.classroom.ports import Sound
from beroepentaal.speech.espeak import Espeak
from beroepentaal.speech.loudness import Samples, loudness
from beroepentaal.speech.pitch import pitch_of
from beroepentaal.speech.stretching import HALF_WINDOW_SECONDS, SEARCHED_SECONDS, slow, stretched

SENTENCES = ["Controleer eerst je valharnas.", "Zet de helm op!", "de zonnepaneelmonteur"]
any_sound = arrays(np.int16, st.integers(0, 3000))
paces = st.floats(0.5, 1.0)


def spoken(text: str) -> tuple[Samples, int]:
    sound = Espeak().speak(text)
    return samples_of(sound), sound.rate


def changes_of_pitch(samples: Samples, slower: Samples, rate: int) -> Samples:
    """Ratios, for each 10 ms in which there is a voice before and after."""
    before, after = pitch_of(samples, rate), pitch_of(slower, rate)
    moments = [(before[place * len(before) // len(after)], hertz) for place, hertz in enumerate(after)]
    return np.array([now / then for then, now in moments if then and now], np.float32)


@given(any_sound, st.integers(8_000, 48_000), paces)
@settings(max_examples=60)
def test_any_sound_becomes_as_long_as_asked_and_no_louder(samples: Samples, rate: int, pace: float) -> None:
    result = stretched(samples.astype(np.float32) / 32768, rate, pace)
    assert len(result) == pytest.approx(len(samples) / pace, abs=0.51)
    assert np.abs(result).max(initial=0) <= np.abs(samples / 32768).max(initial=0) + 1e-6


@pytest.mark.parametrize("text", SENTENCES)
def test_at_its_own_pace_a_sentence_stays_what_it_was(text: str) -> None:
    samples, rate = spoken(text)
    assert stretched(samples, rate, 1.0) == pytest.approx(samples, abs=1e-4)


@pytest.mark.parametrize("pace", [0.5, 0.75, 0.9])
@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_keeps_its_pitch(text: str, pace: float) -> None:
    samples, rate = spoken(text)
    changes = changes_of_pitch(samples, stretched(samples, rate, pace), rate)
    assert len(changes) > 20
    assert np.median(changes) == pytest.approx(1, abs=0.01)
    assert np.percentile(changes, [5, 95]) == pytest.approx(1, abs=0.06)  # a moment that moved by 8 ms


@pytest.mark.parametrize("hertz", [80, 150, 240, 440])
@pytest.mark.parametrize("rate", [8_000, 22_050, 24_000, 48_000])
def test_a_tone_stays_the_same_tone_without_a_break(hertz: int, rate: int) -> None:
    slower = stretched(a_tone(0.6, rate, hertz), rate, 0.75)
    pitch = pitch_of(slower, rate)
    assert len(pitch) == 80
    assert pitch[3:-3] == pytest.approx((hertz,) * 74, rel=0.01)
    blocks = slower[: len(slower) // (rate // 20) * (rate // 20)].reshape(-1, rate // 20)
    assert blocks.std(axis=1)[:-1] == pytest.approx([0.3 / 2**0.5] * (len(blocks) - 1), rel=0.1)


@pytest.mark.parametrize("pace", [0.5, 0.75, 0.9])
@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_stays_as_loud(text: str, pace: float) -> None:
    samples, rate = spoken(text)
    assert loudness(stretched(samples, rate, pace), rate) == pytest.approx(loudness(samples, rate), abs=1)


@pytest.mark.parametrize("pace", [0.5, 0.75, 0.9])
@pytest.mark.parametrize("seconds", [0.01, 0.03, 0.2])
def test_the_very_end_is_there(pace: float, seconds: float) -> None:
    last = a_tone(seconds, frequency=2000)
    slower = stretched(np.concatenate([noise(1, 0.0001), last]), RATE, pace)
    end = slower[-int((seconds / pace + SEARCHED_SECONDS) * RATE) :]
    assert (end**2).sum() > 0.7 * (last**2).sum()


@given(st.floats(0.05, 0.9), paces)
@settings(max_examples=30)
def test_everything_comes_at_its_own_moment(moment: float, pace: float) -> None:
    knock = silence(1)
    knock[int(moment * RATE) :][:48] = 0.5
    heard = np.flatnonzero(stretched(knock, RATE, pace)) / RATE
    assert len(heard)
    assert abs(heard - moment / pace).max() <= SEARCHED_SECONDS + 2 * HALF_WINDOW_SECONDS


@pytest.mark.parametrize("count", [0, 1, 2, 100, 359, 360, 361])
def test_a_sound_of_a_few_samples_is_stretched_too(count: int) -> None:
    assert len(stretched(a_tone(1)[:count], RATE, 0.75)) == round(count / 0.75)


def test_slow_is_three_quarters_of_the_pace_at_the_same_rate() -> None:
    sound = Espeak().speak("Zet de helm op!")
    slower = slow(sound)
    assert slower.rate == sound.rate
    assert seconds_of(slower) == pytest.approx(seconds_of(sound) / 0.75, abs=0.001)
    assert loudness(samples_of(slower), slower.rate) == pytest.approx(loudness(samples_of(sound), sound.rate), abs=1)


@given(any_sound, paces)
@settings(max_examples=30)
def test_any_recording_can_be_slowed_and_never_wraps_around(samples: Samples, pace: float) -> None:
    slower = samples_of(slow(Sound(samples.tobytes(), RATE), pace))
    assert len(slower) == pytest.approx(len(samples) / pace, abs=0.51)


def test_full_scale_stays_full_scale() -> None:
    samples = np.where(a_tone(0.3, frequency=100) > 0, 32767, -32768).astype(np.int16)
    slower = np.frombuffer(slow(Sound(samples.tobytes(), RATE)).samples, np.int16)
    assert (slower > 32000).mean() == pytest.approx(0.5, abs=0.05)
    assert (slower < -32000).mean() == pytest.approx(0.5, abs=0.05)
