"""Every sound ends up equally loud, never clipped, and without the silence around it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sounds import RATE, a_tone, noise, peak_dbfs, silence

from beroepentaal.speech.loudness import Samples, levelled, loudness, trimmed

TWO_DB_BELOW_FULL_SCALE = 10 ** (-2 / 20)
rough = arrays(np.float32, st.integers(0, 3000), elements=st.floats(-1, 1, width=32))


def energy(samples: Samples) -> float:
    return float((samples.astype(np.float64) ** 2).sum())


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])
def test_a_full_scale_tone_has_the_loudness_of_the_standard(rate: int) -> None:
    # ITU-R BS.1770-4: a 997 Hz sine at 0 dBFS in one channel reads -3.01 LUFS.
    assert loudness(a_tone(3, rate, 997, peak=1.0), rate) == pytest.approx(-3.01, abs=0.1)


@pytest.mark.parametrize("decibels", [-6, -20, -40])
def test_loudness_falls_by_as_much_as_the_signal(decibels: int) -> None:
    tone = a_tone(2, frequency=997, peak=1.0)
    quieter = (tone * 10 ** (decibels / 20)).astype(np.float32)
    assert loudness(quieter, RATE) == pytest.approx(loudness(tone, RATE) + decibels, abs=0.01)


def test_pauses_do_not_make_speech_quieter() -> None:
    tone = a_tone(4)
    with_pauses = np.concatenate([silence(3), tone, silence(3)])
    assert loudness(with_pauses, RATE) == pytest.approx(loudness(tone, RATE), abs=0.5)


def test_a_rumble_that_one_hardly_hears_counts_less_than_a_whistle() -> None:
    assert loudness(a_tone(2, frequency=30), RATE) < loudness(a_tone(2, frequency=3000), RATE) - 6


@pytest.mark.parametrize("samples", [silence(0), silence(0.01), silence(2)], ids=["nothing", "ten milliseconds", "two seconds"])
def test_silence_has_the_lowest_loudness(samples: Samples) -> None:
    assert loudness(samples, RATE) <= -70


@pytest.mark.parametrize("peak", [1.0, 0.3, 0.01])
@pytest.mark.parametrize("seconds", [0.25, 1.0, 5.0])
def test_what_was_loud_or_soft_is_levelled_to_the_same_loudness(peak: float, seconds: float) -> None:
    level = levelled(a_tone(seconds, frequency=997, peak=peak), RATE)
    assert loudness(level, RATE) == pytest.approx(-20, abs=0.1)
    assert peak_dbfs(level) <= -1


def test_peaks_that_stick_out_are_rounded_off_and_the_rest_keeps_its_shape() -> None:
    word = np.concatenate([a_tone(1, peak=0.05), a_tone(0.01, peak=0.35), a_tone(1, peak=0.05)])
    level = levelled(word, RATE)
    assert loudness(level, RATE) == pytest.approx(-20, abs=1.5)
    assert peak_dbfs(level) <= -2
    quiet = slice(0, RATE // 2)
    assert np.allclose(level[quiet], word[quiet] * (level[100] / word[100]), atol=1e-6)


def test_what_is_nearly_all_peak_is_left_softer_rather_than_squashed() -> None:
    clicks = noise(2, 0.001)
    clicks[::6000] = 0.5
    assert peak_dbfs(levelled(clicks, RATE)) <= -2
    assert loudness(levelled(clicks, RATE), RATE) < -22


@given(rough, st.sampled_from([8_000, 24_000]))
@settings(max_examples=50)
def test_levelling_never_clips(samples: Samples, rate: int) -> None:
    level = levelled(samples, rate)
    assert level.shape == samples.shape
    assert np.isfinite(level).all()
    was_left_alone = np.array_equal(level, samples)
    assert was_left_alone or np.abs(level).max() <= TWO_DB_BELOW_FULL_SCALE + 1e-6


def test_hiss_is_not_blown_up_to_the_loudness_of_speech() -> None:
    hiss = noise(2, 0.0003)
    assert loudness(levelled(hiss, RATE), RATE) < -50


@given(st.floats(0, 1.5), st.floats(0.2, 2), st.floats(0, 1.5), st.sampled_from([0.0, 1e-4, 1e-3, 3e-3]))
@settings(max_examples=50)
def test_trimming_keeps_all_of_the_speech_and_a_moment_around_it(
    before: float, speech: float, after: float, hiss: float
) -> None:
    recording = np.concatenate([silence(before), a_tone(speech), silence(after)])
    recording += noise(6, hiss)[: len(recording)]
    spoken = recording[len(silence(before)) :][: len(a_tone(speech))]
    short = trimmed(recording, RATE)
    assert energy(short) >= energy(spoken) - 1e-3
    assert len(spoken) <= len(short) <= len(spoken) + 2 * 0.12 * RATE


def test_a_soft_end_of_a_word_is_not_cut_off() -> None:
    word = np.concatenate([a_tone(0.5, peak=0.5), a_tone(0.2, frequency=4000, peak=0.01)])
    short = trimmed(np.concatenate([silence(1), word, silence(1)]), RATE)
    assert len(short) >= len(word)


@pytest.mark.parametrize("samples", [silence(0), silence(0.02), a_tone(0.03)], ids=["nothing", "short silence", "blip"])
def test_what_is_too_short_to_judge_is_left_as_it_is(samples: Samples) -> None:
    assert np.array_equal(trimmed(samples, RATE), samples)
