"""A recording is shown and played as it was said; one that is no use is told so, and only such a one."""

import math
from functools import cache

import numpy as np
import pytest
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st
from sounds import RATE, a_tone, noise, peak_dbfs, samples_of, seconds_of, silence

from beroepentaal.classroom.ports import Sound, Take, Trouble
from beroepentaal.speech.espeak import Espeak
from beroepentaal.speech.loudness import Samples, loudness
from beroepentaal.speech.takes import WordEar, level, take_of

WORDS = ["de helm", "zes", "stop", "het valharnas"]
ROOM = 10 ** (-62 / 20)
"""Noise of a quiet classroom and a cheap microphone, -62 dBFS."""
any_bytes = st.binary(max_size=6000).map(lambda data: data[: len(data) // 2 * 2])


@cache
def _spoken(text: str) -> Samples:
    sound = Espeak().speak(text)
    samples = soxr.resample(samples_of(sound), sound.rate, RATE)
    return (samples / np.sqrt((samples**2).mean())).astype(np.float32)


def spoken(text: str, decibels: float = -25, before: float = 0.6, after: float = 1.0) -> Samples:
    """With silence around it; -25 dBFS on average is how most people are recorded."""
    return np.concatenate([silence(before), _spoken(text) * 10 ** (decibels / 20), silence(after)]).astype(np.float32)


def said_for(text: str) -> float:
    return len(_spoken(text)) / RATE


def through(samples: Samples, *disturbances: Samples) -> Samples:
    """The same with everything else that the microphone heard."""
    return np.sum([samples, *(disturbance[: len(samples)] for disturbance in disturbances)], axis=0).astype(np.float32)


def recorded(samples: Samples, rate: int = RATE) -> Sound:
    """As a microphone gives it: what does not fit is clipped."""
    return Sound(np.rint(np.clip(samples, -1, 32767 / 32768) * 32768).astype(np.int16).tobytes(), rate)


def hum(seconds: float, decibels: float, hertz: int = 50) -> Samples:
    """Of the mains, with its overtones."""
    overtones = sum((a_tone(seconds, frequency=hertz * number, peak=1 / number) for number in range(2, 12)), silence(seconds))
    waves = a_tone(seconds, frequency=hertz, peak=1) + overtones
    return (waves * (10 ** (decibels / 20) / waves.std())).astype(np.float32)


def clicks(*moments: float) -> Samples:
    waves = silence(6)
    for moment in moments:
        waves[int(moment * RATE) :][:240] += noise(0.01, 0.3) * np.exp(-np.arange(240) / 60).astype(np.float32)
    return waves


def breath(moment: float, peak: float = 0.03) -> Samples:
    """Half a second of noise around 1500 Hz that swells and fades."""
    spectrum = np.fft.rfft(noise(6, 1))
    spectrum *= np.exp(-(((np.fft.rfftfreq(6 * RATE, 1 / RATE) - 1500) / 900) ** 2)) + 0.1
    swell = np.exp(-(((np.arange(6 * RATE) / RATE - moment) / 0.2) ** 2))
    return (peak * np.fft.irfft(spectrum) * swell).astype(np.float32)


ROOMS = {
    "studio": silence(6),
    "classroom": noise(6, ROOM),
    "fan": noise(6, 10 ** (-45 / 20)),
    "mains hum": through(noise(6, ROOM), hum(6, -45)),
    "rectifier": through(noise(6, ROOM), hum(6, -45, hertz=100)),
    "offset": noise(6, ROOM) + np.float32(0.1),
}
in_each_room = pytest.mark.parametrize("room", ROOMS.values(), ids=ROOMS.keys())


def drawn(take: Take) -> int:
    """Values in the drawing, which must be as many of each kind."""
    assert len(take.outline) == len(take.pitch)
    return len(take.outline)


@in_each_room
@pytest.mark.parametrize("text", WORDS)
def test_a_word_in_an_ordinary_room_is_no_trouble_and_cut_to_what_was_said(text: str, room: Samples) -> None:
    take = take_of(recorded(through(spoken(text), room)))
    assert take.trouble is None
    assert take.sound.rate == RATE
    assert said_for(text) - 0.1 < seconds_of(take.sound) < said_for(text) + 0.25
    assert loudness(samples_of(take.sound), RATE) == pytest.approx(-20, abs=1.5)
    assert peak_dbfs(samples_of(take.sound)) <= -1


@pytest.mark.parametrize("decibels", [-45, -35, -20])
def test_who_speaks_softly_into_a_good_microphone_is_heard_as_well(decibels: int) -> None:
    for text in WORDS:
        assert take_of(recorded(through(spoken(text, decibels), noise(6, 10 ** (-75 / 20))))).trouble is None


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 44_100, 48_000])
def test_a_microphone_of_another_rate_gives_the_same_take(rate: int) -> None:
    recording = through(spoken("het valharnas"), noise(4, ROOM))
    take, other = take_of(recorded(recording)), take_of(recorded(soxr.resample(recording, RATE, rate), rate))
    assert (other.sound.rate, other.trouble) == (RATE, None)
    assert seconds_of(other.sound) == pytest.approx(seconds_of(take.sound), abs=0.1)


@pytest.mark.parametrize("text", [*WORDS, "ik", "ei", "lijm", "muur", "rail", "herfst"])
def test_the_model_comes_cut_tightly_and_is_a_take_as_well(text: str) -> None:
    take = take_of(Espeak().speak(text))
    assert take.trouble is None
    assert any(take.pitch)


def test_the_outline_is_high_where_it_was_loud_and_low_where_it_was_silent() -> None:
    take = take_of(recorded(through(np.concatenate([spoken("kit", after=0.4), spoken("kit", before=0)]), noise(4, ROOM))))
    middle = drawn(take) // 2
    assert max(take.outline[:20]) > 0.5
    assert max(take.outline[middle - 5 : middle + 5]) < 0.2
    assert max(take.outline[-40:]) > 0.5
    assert all(0 <= value <= 1 for value in take.outline)


def test_drawings_have_a_value_each_10_ms() -> None:
    take = take_of(recorded(through(spoken("het valharnas"), noise(4, ROOM))))
    assert drawn(take) == math.ceil(100 * seconds_of(take.sound))


def test_the_melody_of_a_take_is_that_of_the_voice_also_with_hum() -> None:
    take = take_of(recorded(through(spoken("het valharnas"), hum(4, -45))))
    voiced = [hertz for hertz in take.pitch if hertz]
    assert len(voiced) > 30
    assert all(65 < hertz < 140 for hertz in voiced)


@in_each_room
@pytest.mark.parametrize("gain", [0.01, 1, 10])
def test_a_room_without_a_voice_is_nothing_heard_however_loud_it_is(room: Samples, gain: float) -> None:
    take = take_of(recorded((room[: 2 * RATE] * gain).astype(np.float32)))
    assert take.trouble is Trouble.NOTHING_HEARD
    assert not any(take.pitch)


@pytest.mark.parametrize(
    "heard",
    [
        silence(0),
        clicks(0.5, 1.2, 1.3, 2.0),
        breath(1.0),
        through(breath(1.0, 0.2), breath(2.5, 0.1), clicks(0.3)),
        a_tone(0.1),
        np.concatenate([silence(1), a_tone(0.06, frequency=200), silence(1)]),
    ],
    ids=["nothing at all", "clicks", "breath", "breath and clicks", "beep", "short tone"],
)
def test_what_is_no_speech_is_nothing_heard(heard: Samples) -> None:
    take = take_of(recorded(through(heard, noise(6, ROOM))))
    assert take.trouble is Trouble.NOTHING_HEARD
    assert not any(take.pitch)


def test_noise_is_not_blown_up_where_nothing_was_said() -> None:
    room = recorded(noise(2, ROOM))
    assert loudness(samples_of(take_of(room).sound), RATE) <= loudness(samples_of(room), RATE) + 0.5
    assert max(take_of(room).outline) < 0.1


@pytest.mark.parametrize("text", WORDS)
def test_a_voice_that_levelling_cannot_bring_up_is_too_quiet(text: str) -> None:
    assert take_of(recorded(through(spoken(text, -58), noise(6, 10 ** (-75 / 20))))).trouble is Trouble.TOO_QUIET


@pytest.mark.parametrize("room", [noise(6, 10 ** (-33 / 20)), hum(6, -27)], ids=["noise", "hum"])
def test_a_word_that_hardly_rises_above_the_room_is_of_no_use(room: Samples) -> None:
    for text in WORDS:
        trouble = take_of(recorded(through(spoken(text, -25), room))).trouble
        assert trouble in {Trouble.TOO_QUIET, Trouble.NOTHING_HEARD}


@pytest.mark.parametrize("over", [6, 12, 30])
@pytest.mark.parametrize("text", WORDS)
def test_a_word_that_does_not_fit_is_too_loud(text: str, over: int) -> None:
    loud = spoken(text, 0)
    fitting = loud / np.abs(loud).max()
    assert take_of(recorded((fitting * 0.99).astype(np.float32))).trouble is None
    clipped = recorded((fitting * 10 ** (over / 20)).astype(np.float32))
    assert take_of(clipped).trouble is Trouble.TOO_LOUD


@pytest.mark.parametrize("text", WORDS)
def test_what_was_clipped_before_it_got_its_rate_is_too_loud(text: str) -> None:
    loud = soxr.resample(spoken(text, 0), RATE, 48_000)
    clipped = np.clip(loud / np.abs(loud).max() * 4, -1, 1).astype(np.float32)
    assert take_of(recorded(soxr.resample(clipped, 48_000, RATE))).trouble is Trouble.TOO_LOUD


def test_a_bump_against_the_microphone_is_not_the_speakers_loudness() -> None:
    bump = silence(6)
    bump[2000:2300] = 2.0
    take = take_of(recorded(through(spoken("de helm", before=1), bump, noise(4, ROOM))))
    assert take.trouble is None


def test_the_click_of_the_mouse_is_not_part_of_the_word() -> None:
    take = take_of(recorded(through(spoken("de helm", before=1), clicks(0.1, 2.4), noise(4, ROOM))))
    assert seconds_of(take.sound) < said_for("de helm") + 0.3


@given(any_bytes, st.integers(8_000, 48_000))
@settings(max_examples=60)
def test_no_sound_upsets_it(data: bytes, rate: int) -> None:
    take = take_of(Sound(data, rate))
    assert drawn(take) == math.ceil(100 * seconds_of(take.sound) - 1e-9)
    assert all(0 <= value <= 1 for value in take.outline)
    assert 0 <= level(Sound(data, rate)) <= 1


@given(st.sampled_from(WORDS), st.floats(-100, 40), st.floats(0, 0.5), st.floats(-1, 1))
@settings(max_examples=15)
def test_no_recording_of_speech_upsets_it(text: str, decibels: float, hiss: float, offset: float) -> None:
    take = take_of(recorded(through(spoken(text, decibels), noise(6, hiss)) + np.float32(offset)))
    assert drawn(take) == math.ceil(100 * seconds_of(take.sound) - 1e-9)


@pytest.mark.parametrize(("peak", "shown"), [(1.0, 0.95), (0.1, 0.617), (0.01, 0.28), (0.0, 0.0)])
def test_the_meter_shows_decibels(peak: float, shown: float) -> None:
    assert level(recorded(a_tone(0.1, peak=peak))) == pytest.approx(shown, abs=0.01)


def test_the_meter_shows_the_last_moment_only_and_no_offset() -> None:
    assert level(recorded(np.concatenate([a_tone(1), silence(0.06)]))) == 0
    assert level(recorded(np.concatenate([silence(1), a_tone(0.06)]))) > 0.7
    assert level(recorded(silence(1) + np.float32(0.5))) == 0
    assert level(Sound(b"", RATE)) == 0


def heard_by(ear: WordEar, recording: Samples, chunk: int = 1600, rate: int = RATE) -> tuple[float | None, float | None]:
    """Seconds at which the word had begun and had ended."""
    data = recorded(recording, rate).samples
    begun: float | None = None
    for start in range(0, len(data), chunk):
        ear.hear(data[start : start + chunk])
        begun = (begun or (start + chunk) / 2 / rate) if ear.has_begun else None
        if ear.has_ended:
            return begun, (start + chunk) / 2 / rate
    return begun, None


@in_each_room
@pytest.mark.parametrize("text", ["zes", "de stopcontactdoos", "Controleer eerst je valharnas, dan gaan we naar boven."])
def test_the_ear_notices_the_word_and_its_end(text: str, room: Samples) -> None:
    long_room = np.concatenate([room, room])
    begun, ended = heard_by(WordEar(), through(spoken(text, before=0.8, after=2), long_room))
    assert begun is not None
    assert ended is not None
    assert 0.8 < begun < 1.6
    assert 0.7 < ended - (0.8 + said_for(text)) < 1.15


@pytest.mark.parametrize("text", WORDS)
def test_who_speaks_at_once_is_heard_to_the_end(text: str) -> None:
    begun, ended = heard_by(WordEar(), through(spoken(text, before=0, after=2), noise(6, ROOM)))
    assert begun is not None
    assert ended is not None
    assert 0.7 < ended - said_for(text) < 1.15


@pytest.mark.parametrize("text", WORDS)
def test_silence_of_the_device_and_clicks_before_the_word_are_not_the_word(text: str) -> None:
    room = noise(6, ROOM)
    room[: RATE // 5] = 0
    begun, ended = heard_by(WordEar(), through(spoken(text, before=2), room, clicks(0.1, 0.25, 0.9)))
    assert begun is not None
    assert begun > 2
    assert ended is None or ended > 2 + said_for(text)


def test_clicks_after_the_word_do_not_put_off_its_end() -> None:
    said = through(spoken("de helm", before=0.8, after=2), noise(6, ROOM))
    _, ended = heard_by(WordEar(), said)
    assert (
        heard_by(WordEar(), through(said, clicks(*(0.8 + said_for("de helm") + later for later in (0.3, 0.5, 0.7)))))[1]
        == ended
    )


def test_a_device_that_is_silent_before_it_runs_does_not_hide_the_noise_of_the_room() -> None:
    room = np.concatenate([silence(0.7), ROOMS["fan"]])
    recording = through(spoken("de helm", before=0.8, after=2), room)
    assert heard_by(WordEar(), recording)[1] is not None
    assert seconds_of(take_of(recorded(recording)).sound) < said_for("de helm") + 0.25


def test_taking_breath_long_before_the_word_is_not_the_word() -> None:
    begun, ended = heard_by(WordEar(), through(spoken("de helm", before=2.2, after=2), breath(0.6), noise(6, ROOM)))
    assert begun is not None
    assert ended is not None
    assert begun > 2.2


@pytest.mark.parametrize("pause", [0.3, 0.5, 0.7])
def test_a_hesitation_after_the_article_is_not_the_end(pause: float) -> None:
    said = np.concatenate([spoken("het", after=pause), spoken("valharnas", before=0, after=2)])
    _, ended = heard_by(WordEar(), through(said, noise(6, ROOM)))
    assert ended is not None
    assert ended > (len(said) / RATE) - 2


@in_each_room
def test_a_room_in_which_nobody_speaks_begins_and_ends_nothing(room: Samples) -> None:
    assert heard_by(WordEar(), room[: 3 * RATE]) == (None, None)


@pytest.mark.parametrize("chunk", [1, 2, 333, 960, 48_000, 10**9])
def test_the_ear_hears_the_same_in_chunks_of_any_size(chunk: int) -> None:
    recording = through(spoken("zes", before=0.3, after=0.2), noise(6, ROOM))
    ear = WordEar()
    heard_by(ear, recording, chunk)
    assert (ear.has_begun, ear.has_ended) == (True, False)


@pytest.mark.parametrize("rate", [8_000, 16_000, 44_100, 48_000])
def test_the_ear_works_at_the_rate_of_the_microphone(rate: int) -> None:
    recording = soxr.resample(through(spoken("de helm", after=2), noise(6, ROOM)), RATE, rate)
    begun, ended = heard_by(WordEar(rate), recording, rate=rate)
    assert begun is not None
    assert ended is not None


@given(st.lists(any_bytes, max_size=5), st.integers(8_000, 48_000))
@settings(max_examples=40)
def test_nothing_upsets_the_ear(chunks: list[bytes], rate: int) -> None:
    ear = WordEar(rate)
    for chunk in chunks:
        ear.hear(chunk)
        assert ear.has_begun or not ear.has_ended
