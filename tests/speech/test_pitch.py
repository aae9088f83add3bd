"""The melody that is drawn is that of the voice: no octave off, none where there is no voice, one value each 10 ms."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from sounds import RATE, a_tone, noise, samples_of, silence

from beroepentaal.speech.espeak import Espeak
from beroepentaal.speech.pitch import HIGHEST_HZ, LOWEST_HZ, pitch_of
from beroepentaal.speech.samples import Samples

any_samples = arrays(np.float32, st.integers(0, 3000), elements=st.floats(-1, 1, width=32))


def a_voice(hertz: Samples | float, strengths: dict[int, float], seconds: float = 0.6) -> Samples:
    """Harmonics by number, of a pitch that may change from sample to sample."""
    cycles = np.cumsum(np.broadcast_to(hertz, int(seconds * RATE)) / RATE)
    return sum(size * np.sin(2 * np.pi * number * cycles) for number, size in strengths.items()).astype(np.float32)


def voiced(pitch: tuple[float | None, ...]) -> list[float]:
    return [hertz for hertz in pitch if hertz is not None]


def is_hissing(samples: Samples, rate: int) -> list[bool]:
    """By 10 ms: most of its power lies where only s and its like have any."""
    frames = samples[: len(samples) // (rate // 100) * (rate // 100)].reshape(-1, rate // 100)
    power = np.abs(np.fft.rfft(frames)) ** 2
    above = np.fft.rfftfreq(frames.shape[1], 1 / rate) > 3500
    return list((power[:, above].sum(axis=1) > 0.8 * power.sum(axis=1)) & (frames.std(axis=1) > 0.01))


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 24_000, 48_000])
@pytest.mark.parametrize("hertz", [62, 110, 220, 350, 490])
def test_a_tone_has_its_own_pitch(hertz: int, rate: int) -> None:
    pitch = pitch_of(a_tone(0.5, rate, hertz), rate)
    assert len(voiced(pitch)) >= 46
    assert voiced(pitch) == pytest.approx([hertz] * len(voiced(pitch)), rel=0.005)


@pytest.mark.parametrize("hertz", [80, 150, 240])
def test_a_small_loudspeaker_that_leaves_out_the_fundamental_changes_no_pitch(hertz: int) -> None:
    pitch = pitch_of(a_voice(hertz, {2: 0.1, 3: 0.1, 4: 0.05}), RATE)
    assert len(voiced(pitch)) >= 56
    assert voiced(pitch) == pytest.approx([hertz] * len(voiced(pitch)), rel=0.01)


@pytest.mark.parametrize("overtone", [2, 3])
def test_a_strong_overtone_is_not_taken_for_the_pitch(overtone: int) -> None:
    pitch = pitch_of(a_voice(120, {1: 0.05, overtone: 0.3, overtone + 1: 0.05}), RATE)
    assert pitch[3:-3] == pytest.approx((120,) * 54, rel=0.01)


def test_a_moment_that_sounds_an_octave_higher_makes_no_jump() -> None:
    voice, octave = a_voice(120, {1: 0.2, 2: 0.1, 4: 0.05}), a_voice(240, {1: 0.2, 2: 0.1})
    voice[7200:7680] = octave[7200:7680]
    assert voiced(pitch_of(voice, RATE)) == pytest.approx([120] * len(voiced(pitch_of(voice, RATE))), rel=0.03)


def test_a_voice_that_rises_and_falls_is_followed() -> None:
    hertz = 150 * 2 ** (0.6 * np.sin(2 * np.pi * np.arange(2 * RATE) / RATE))
    pitch = pitch_of(a_voice(hertz, {1: 0.1, 2: 0.05, 3: 0.03}, seconds=2), RATE)
    assert pitch[3:-3] == pytest.approx(tuple(hertz[RATE // 200 :: RATE // 100])[3:-3], rel=0.03)


@pytest.mark.parametrize("gain", [1.0, 0.01, 0.0003])
def test_a_soft_voice_has_the_same_melody_as_a_loud_one(gain: float) -> None:
    voice = a_voice(120, {1: 0.5, 2: 0.3})
    assert voiced(pitch_of((voice * gain).astype(np.float32), RATE)) == pytest.approx(voiced(pitch_of(voice, RATE)), rel=1e-4)


@pytest.mark.parametrize("level", [0.3, 0.001])
def test_noise_has_no_pitch(level: float) -> None:
    assert voiced(pitch_of(noise(5, level), RATE)) == []


def test_a_voice_is_heard_through_noise_and_only_there() -> None:
    quiet = noise(0.5, 0.01)
    pitch = pitch_of(np.concatenate([quiet, a_voice(120, {1: 0.1, 2: 0.1}) + noise(0.6, 0.01, seed=2), quiet]), RATE)
    assert voiced(pitch[:47] + pitch[-47:]) == []
    assert pitch[53:107] == pytest.approx((120,) * 54, rel=0.02)


@pytest.mark.parametrize(
    "samples",
    [silence(0.5), a_tone(0.5, frequency=800), a_tone(0.5, frequency=40), a_tone(0.01), np.float32(0.2) + silence(0.5)],
    ids=["silence", "whistle", "rumble", "click", "offset"],
)
def test_what_is_no_voice_has_no_pitch(samples: Samples) -> None:
    assert voiced(pitch_of(samples, RATE)) == []


@given(any_samples, st.integers(8_000, 48_000))
@settings(max_examples=50)
def test_every_sound_has_a_value_each_10_ms_that_a_voice_can_have(samples: Samples, rate: int) -> None:
    pitch = pitch_of(samples, rate)
    assert len(pitch) == math.ceil(100 * len(samples) / rate)
    assert all(LOWEST_HZ <= hertz <= HIGHEST_HZ for hertz in voiced(pitch))


def test_what_is_left_of_a_hum_far_below_the_voice_is_not_drawn() -> None:
    pitch = pitch_of(np.concatenate([a_tone(0.5, frequency=150, peak=0.5), a_tone(0.5, frequency=100, peak=0.002)]), RATE)
    assert all(pitch[3:47])
    assert voiced(pitch[53:]) == []


def test_a_long_sound_is_followed_to_its_end() -> None:
    pitch = pitch_of(np.concatenate([a_tone(5, frequency=100), a_tone(5, frequency=200)]), RATE)
    assert len(pitch) == 1000
    assert (pitch[250], pitch[990]) == pytest.approx((100, 200), rel=0.005)


@pytest.mark.parametrize("text", ["het valharnas", "de zonnepaneelmonteur", "Zet je helm op!"])
def test_a_sentence_of_the_offline_voice_is_voiced_as_speech_is(text: str) -> None:
    sound = Espeak().speak(text)
    pitch = pitch_of(samples_of(sound), sound.rate)
    assert 0.3 < len(voiced(pitch)) / len(pitch) < 0.9
    assert all(65 < hertz < 140 for hertz in voiced(pitch))


@pytest.mark.parametrize("text", ["missen", "zes sissende slangen", "de stopcontactdoos"])
def test_an_s_has_no_pitch(text: str) -> None:
    sound = Espeak().speak(text)
    samples = samples_of(sound)[: sound.rate * 10]
    pitch = pitch_of(samples, sound.rate)
    hissing = is_hissing(samples, sound.rate)
    inside = [place for place in range(3, len(hissing) - 3) if all(hissing[place - 3 : place + 4])]
    assert inside
    assert voiced(tuple(pitch[place] for place in inside)) == []
