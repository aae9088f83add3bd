"""Whatever recording an instructor brings, it is heard as it is or refused in one sentence that names it."""

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile
from sounds import RATE, a_tone, noise, silence

from beroepentaal.speech.samples import Samples
from beroepentaal.speech.sound_import import MOST_BYTES, SUFFIXES, SoundFileRefused, read_sound

KINDS = {
    "helm.wav": ("WAV", "PCM_16"),
    "helm24.wav": ("WAV", "PCM_24"),
    "helm8.wav": ("WAV", "PCM_U8"),
    "helmf.wav": ("WAV", "FLOAT"),
    "helmx.wav": ("WAVEX", "PCM_16"),
    "helm.mp3": ("MP3", "MPEG_LAYER_III"),
    "helm.flac": ("FLAC", "PCM_16"),
    "helm.opus": ("OGG", "OPUS"),
    "helm.ogg": ("OGG", "VORBIS"),
    "HELM.AIFF": ("AIFF", "PCM_16"),
}
DAMAGED = "is beschadigd of niet heel"
UNKNOWN = "is geen geluid dat BeroepenTaal kent; gebruik WAV, MP3, FLAC of Opus"


def a_recording(path: Path, samples: Samples, rate: int = 48_000) -> Path:
    kind, coding = KINDS[path.name]
    soundfile.write(path, samples, rate, format=kind, subtype=coding)
    return path


def hissing(seconds: float, rate: int = 48_000) -> Samples:
    """A tone that no coding makes small."""
    tone = a_tone(seconds, rate)
    return tone + noise(seconds * rate / RATE, 0.02)[: len(tone)]


def refused(path: Path, longest_seconds: float = 60) -> str:
    with pytest.raises(SoundFileRefused) as refusal:
        read_sound(path, longest_seconds)
    sentence = str(refusal.value)
    assert re.fullmatch(rf"'{re.escape(path.name)}' [^\n]+\.", sentence)
    return sentence


def pitch(samples: Samples) -> float:
    middle = samples[RATE // 10 : -RATE // 10]
    return float(np.abs(np.fft.rfft(middle)).argmax() * RATE / len(middle))


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_is_heard_as_it_is(tmp_path: Path, name: str) -> None:
    heard = read_sound(a_recording(tmp_path / name, a_tone(1.5, 48_000)), 60)
    assert heard.dtype == np.float32
    assert len(heard) == pytest.approx(1.5 * RATE, abs=50)
    assert pitch(heard) == pytest.approx(440, abs=1)
    assert np.percentile(np.abs(heard), 99) == pytest.approx(0.3, rel=0.05)


@pytest.mark.parametrize("rate", [4_000, 8_000, 11_025, 22_050, 24_000, 44_100, 96_000, 192_000])
def test_any_rate_sounds_the_same(tmp_path: Path, rate: int) -> None:
    heard = read_sound(a_recording(tmp_path / "helm.wav", a_tone(2, rate), rate), 60)
    assert len(heard) == pytest.approx(2 * RATE, abs=2)
    assert pitch(heard) == pytest.approx(440, abs=1)


@pytest.mark.parametrize("channels", [1, 2, 3, 8])
def test_all_channels_are_heard(tmp_path: Path, channels: int) -> None:
    samples = np.stack([a_tone(1, frequency=200 + 100 * channel) for channel in range(channels)], axis=1)
    heard = read_sound(a_recording(tmp_path / "helm.wav", samples, RATE), 60)
    spectrum = np.abs(np.fft.rfft(heard)) / (len(heard) / 2)
    assert spectrum[200 : 200 + 100 * channels : 100] == pytest.approx(0.3 / channels, rel=0.05)


def test_a_long_recording_is_heard_without_a_seam(tmp_path: Path) -> None:
    rate, seconds = 44_100, 20  # some blocks
    heard = read_sound(a_recording(tmp_path / "helm.wav", a_tone(seconds, rate), rate), 60)
    assert np.allclose(heard[100:-100], a_tone(seconds)[100 : len(heard) - 100], atol=1e-3)


@pytest.mark.parametrize("peak", [1.0, 1.5, 100.0, 32_768.0])
def test_what_is_louder_than_full_scale_becomes_full_scale_and_keeps_its_shape(tmp_path: Path, peak: float) -> None:
    heard = read_sound(a_recording(tmp_path / "helmf.wav", a_tone(1, RATE, peak=peak), RATE), 60)
    assert np.allclose(heard, a_tone(1, peak=1.0), atol=0.01)
    assert np.abs(heard).max() <= 1


@pytest.mark.parametrize("rubbish", [np.nan, np.inf, -np.inf, 1e38])
def test_a_sample_that_is_no_sound_is_refused(tmp_path: Path, rubbish: float) -> None:
    samples = a_tone(1)
    samples[5000] = rubbish
    assert DAMAGED in refused(a_recording(tmp_path / "helmf.wav", samples))


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("part", [0.0, 0.01, 0.3, 0.9])
def test_a_recording_is_refused_wherever_it_breaks_off(tmp_path: Path, name: str, part: float) -> None:
    path = a_recording(tmp_path / name, hissing(3))
    data = path.read_bytes()
    path.write_bytes(data[: int(part * len(data))])
    refused(path)


@pytest.mark.parametrize("name", KINDS)
def test_damage_gives_a_sound_or_a_refusal_and_nothing_else(tmp_path: Path, name: str) -> None:
    path = a_recording(tmp_path / name, hissing(0.5))
    data, chance = path.read_bytes(), random.Random(1)
    for _ in range(30):
        damaged = bytearray(data)
        for _ in range(chance.choice((1, 5))):
            damaged[int(len(data) * chance.random() ** chance.choice((1, 8)))] = chance.randrange(256)
        path.write_bytes(damaged)
        try:
            heard = read_sound(path, 60)
        except SoundFileRefused:
            continue
        assert np.isfinite(heard).all()
        assert np.abs(heard).max() <= 1


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "contents",
    [
        b"de helm\n" * 500,
        b"\0" * 5000,
        b"ID3\x04" + bytes(3000),
        b"RIFF\xff\xff\xff\xffWAVEfmt ",
        b".snd" + bytes(100),
        b"\xff\xfb",
    ],
    ids=["text", "zeros", "tag of an mp3", "beginning of a wav", "another kind of sound", "two bytes"],
)
def test_a_file_that_is_no_sound_is_refused_whatever_its_name(tmp_path: Path, suffix: str, contents: bytes) -> None:
    (tmp_path / f"helm{suffix}").write_bytes(contents)
    assert UNKNOWN in refused(tmp_path / f"helm{suffix}")


def test_a_sound_of_a_kind_that_is_not_taken_is_refused_even_under_another_name(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "helm.wav", a_tone(1), RATE, format="CAF")
    assert UNKNOWN in refused(tmp_path / "helm.wav")


@pytest.mark.parametrize("name", ["helm.m4a", "helm.raw", "helm.RAW", "helm", "helm.txt", ".wav"])
def test_another_name_than_that_of_a_sound_is_refused(tmp_path: Path, name: str) -> None:
    soundfile.write(tmp_path / name, a_tone(1), RATE, format="WAV", subtype="PCM_16")
    assert UNKNOWN in refused(tmp_path / name)


def nothing(_: Path) -> None:
    pass


def a_folder(path: Path) -> None:
    path.mkdir()


def an_empty_file(path: Path) -> None:
    path.touch()


def a_sound_of_no_length(path: Path) -> None:
    a_recording(path, silence(0))


def a_pipe(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes in folders here")
    os.mkfifo(path)


def a_link_to_nothing(path: Path) -> None:
    path.symlink_to(path.with_name("weg.wav"))


def a_huge_file(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)


def too_many_channels(path: Path) -> None:
    a_recording(path, np.zeros((100, 9), np.float32))


@pytest.mark.parametrize(
    ("make", "trouble"),
    [
        (nothing, "kan niet gelezen worden"),
        (a_link_to_nothing, "kan niet gelezen worden"),
        (a_pipe, "kan niet gelezen worden"),
        (a_folder, "is geen geluid maar een map"),
        (an_empty_file, "is leeg"),
        (a_sound_of_no_length, "is leeg"),
        (a_huge_file, "is te groot: hoogstens 600 MB"),
        (too_many_channels, "heeft een vreemde vorm"),
    ],
)
def test_what_is_there_instead_of_a_recording_is_told(tmp_path: Path, make: Callable[[Path], None], trouble: str) -> None:
    make(tmp_path / "helm.wav")
    assert trouble in refused(tmp_path / "helm.wav")


@pytest.mark.parametrize("rate", [1, 3_999, 192_001, 2_000_000_000])
def test_a_rate_that_no_recorder_has_is_refused(tmp_path: Path, rate: int) -> None:
    assert "heeft een vreemde vorm" in refused(a_recording(tmp_path / "helm.wav", a_tone(1), rate))


@pytest.mark.parametrize("name", ["helm.wav", "helm.flac", "helm.mp3", "helm.opus"])
def test_a_recording_may_take_no_longer_than_is_said(tmp_path: Path, name: str) -> None:
    path = a_recording(tmp_path / name, a_tone(3, 48_000))
    assert "duurt te lang: hoogstens 2 seconden" in refused(path, 2)
    assert len(read_sound(path, 3.1)) == pytest.approx(3 * RATE, abs=50)


@pytest.mark.parametrize(
    ("longest", "told"), [(90, "90 seconden"), (120, "2 minuten"), (150, "150 seconden"), (1800, "30 minuten")]
)
def test_how_long_it_may_take_is_said_as_people_say_it(tmp_path: Path, longest: float, told: str) -> None:
    path = with_frames(a_recording(tmp_path / "helm.flac", a_tone(1)), 48_000 * 1801)
    assert f"duurt te lang: hoogstens {told}." in refused(path, longest)


def with_frames(path: Path, frames: int) -> Path:
    """A FLAC that says to have so many; 36 bits of its first block."""
    data = bytearray(path.read_bytes())
    told = int.from_bytes(data[18:26], "big") >> 36 << 36 | frames
    data[18:26] = told.to_bytes(8, "big")
    path.write_bytes(data)
    return path


def test_a_header_that_lies_about_the_length_is_not_believed(tmp_path: Path) -> None:
    path = a_recording(tmp_path / "helm.flac", hissing(1))
    assert "duurt te lang" in refused(with_frames(path, 2**36 - 1))
    assert DAMAGED in refused(with_frames(path, 40 * 48_000))
    assert "zegt niet hoe lang het duurt" in refused(with_frames(path, 0))


@pytest.mark.parametrize("told", [0xFFFFFFFF, 0x7FFFFFFF, 0x7FFFF000])
def test_a_wav_of_a_recorder_that_did_not_know_the_length_beforehand_is_heard_whole(tmp_path: Path, told: int) -> None:
    path = a_recording(tmp_path / "helm.wav", a_tone(1, 48_000))
    data = bytearray(path.read_bytes())
    data[40:44] = told.to_bytes(4, "little")
    path.write_bytes(data)
    assert len(read_sound(path, 60)) == RATE


def test_a_name_in_any_script_is_read(tmp_path: Path) -> None:
    path = a_recording(tmp_path / "helm.wav", a_tone(1)).rename(tmp_path / "hélm ሄልመት خوذة 🦺.wav")
    assert len(read_sound(path, 60)) == pytest.approx(RATE / 2, abs=2)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = a_recording(tmp_path / "helm.wav", a_tone(1)).rename(tmp_path / os.fsdecode(b"h\xeblm.wav"))
    with pytest.raises(SoundFileRefused, match=r"'h\?lm.wav' heeft een vreemd teken in zijn naam"):
        read_sound(path, 60)
