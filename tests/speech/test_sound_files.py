"""A clip on disk is whole and says what it says, or it is refused."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import soundfile
from sounds import RATE, a_clip, a_tone, samples_of, seconds_of, silence

from beroepentaal.refusal import Refusal
from beroepentaal.speech.samples import sound_of
from beroepentaal.speech.sound_files import ClipRefused, read_clip, write_clip


@contextmanager
def a_disk_with_room_for(size: int) -> Iterator[None]:
    """No file may grow past so many bytes."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return a_clip(tmp_path / "helm.opus", "de helm", seconds=3)


@pytest.mark.parametrize("seconds", [0.2, 1.0, 3.3, 29.0])
def test_a_clip_comes_back_as_long_as_it_was(tmp_path: Path, seconds: float) -> None:
    sound = read_clip(a_clip(tmp_path / "helm.opus", "de helm", seconds)).sound
    assert sound.rate == 24_000
    assert seconds_of(sound) == pytest.approx(seconds, abs=0.02)


def test_a_clip_sounds_as_it_did(tmp_path: Path) -> None:
    write_clip(tmp_path / "toon.opus", sound_of(a_tone(1, frequency=1000), RATE), "toon", "toon")
    heard = samples_of(read_clip(tmp_path / "toon.opus").sound)[2400:-2400]
    assert np.abs(np.fft.rfft(heard)).argmax() * RATE / len(heard) == pytest.approx(1000, abs=5)
    assert np.abs(heard).max() == pytest.approx(0.3, rel=0.1)


@pytest.mark.parametrize(
    "says",
    ["de helm", "Eén café, 's middags!", "a = b", "Pas op: er staat spanning op de string. " * 20, "ሄልመት"],
    ids=["term", "accents", "equals sign", "long", "Ethiopic"],
)
def test_a_clip_knows_what_it_says_and_in_whose_voice(tmp_path: Path, says: str) -> None:
    clip = read_clip(a_clip(tmp_path / "a.opus", says, voice="juf Ánna"))
    assert (clip.tags.says, clip.tags.voice) == (says, "juf Ánna")


def test_a_sentence_takes_little_room(good: Path) -> None:
    assert good.stat().st_size < 20_000


def test_a_clip_that_is_not_there_is_told_apart_from_a_damaged_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_clip(tmp_path / "niets.opus")


@pytest.mark.parametrize(
    "contents",
    [b"", b"O", b"OggS", b"de helm\n" * 200, b"\0" * 5000, b"ID3\x04" + bytes(3000), b"OggS" + b"\xff" * 500],
    ids=["empty", "one byte", "four bytes", "text", "zeros", "mp3", "beginning of a page"],
)
def test_a_file_that_is_no_clip_is_refused(tmp_path: Path, contents: bytes) -> None:
    (tmp_path / "helm.opus").write_bytes(contents)
    with pytest.raises(ClipRefused):
        read_clip(tmp_path / "helm.opus")


def test_a_folder_in_the_place_of_a_clip_is_refused(tmp_path: Path) -> None:
    (tmp_path / "helm.opus").mkdir()
    with pytest.raises(ClipRefused):
        read_clip(tmp_path / "helm.opus")


def test_a_clip_is_refused_wherever_it_breaks_off(good: Path) -> None:
    data = good.read_bytes()
    ends = [*random.Random(1).sample(range(len(data)), 60), len(data) - 1, *starts_of_pages(data)[1:]]
    for end in ends:
        good.write_bytes(data[:end])
        with pytest.raises(ClipRefused):
            read_clip(good)


def test_a_clip_is_refused_whichever_byte_is_wrong(good: Path) -> None:
    data = good.read_bytes()
    for place in random.Random(1).sample(range(len(data)), 100):
        good.write_bytes(data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :])
        with pytest.raises(ClipRefused):
            read_clip(good)


def test_a_clip_with_a_piece_missing_or_something_added_is_refused(good: Path) -> None:
    data = good.read_bytes()
    first, *_, third, fourth = starts_of_pages(data)
    for broken in (data[:third] + data[fourth:], data + b"\0", data + data, data[first + 27 :]):
        good.write_bytes(broken)
        with pytest.raises(ClipRefused):
            read_clip(good)


def starts_of_pages(data: bytes) -> list[int]:
    return [place for place in range(len(data)) if data.startswith(b"OggS\0", place)]


@pytest.mark.parametrize(
    ("seconds", "channels"), [(31.0, 1), (1.0, 2), (0.0, 1)], ids=["half a minute and more", "stereo", "no sound at all"]
)
def test_a_sound_that_no_clip_can_be_is_refused(tmp_path: Path, seconds: float, channels: int) -> None:
    samples = np.stack([silence(seconds)] * channels, axis=1)
    soundfile.write(tmp_path / "helm.opus", samples, RATE, format="OGG", subtype="OPUS")
    with pytest.raises(ClipRefused):
        read_clip(tmp_path / "helm.opus")


def test_clips_of_another_encoder_are_read(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "helm.opus", a_tone(1, 48_000), 48_000, format="OGG", subtype="OPUS")
    clip = read_clip(tmp_path / "helm.opus")
    assert seconds_of(clip.sound) == pytest.approx(1, abs=0.02)
    assert (clip.tags.says, clip.tags.voice) == ("", "")


@pytest.mark.parametrize("room", [0, 100, 1000, 5000])
def test_a_full_disk_leaves_no_half_clip_and_the_old_one_as_it_was(good: Path, room: int) -> None:
    before = good.read_bytes()
    with a_disk_with_room_for(room), pytest.raises(ClipRefused, match="schijf vol"):
        a_clip(good, "het valharnas", seconds=3)
    assert [path.name for path in good.parent.iterdir()] == ["helm.opus"]
    assert good.read_bytes() == before


def a_file_as_folder(place: Path) -> Path:
    (place / "dak").write_text("geen map")
    return place / "dak" / "helm.opus"


def a_folder_as_clip(place: Path) -> Path:
    (place / "helm.opus").mkdir()
    return place / "helm.opus"


def a_clip_in_a_place_that_nobody_can_write_in(_: Path) -> Path:
    return Path("/proc/beroepentaal/helm.opus")


@pytest.mark.parametrize("bad", [a_file_as_folder, a_folder_as_clip, a_clip_in_a_place_that_nobody_can_write_in])
def test_a_place_that_takes_no_clip_is_refused_and_left_as_it_was(bad: Callable[[Path], Path], tmp_path: Path) -> None:
    path = bad(tmp_path)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Refusal):
        a_clip(path, "de helm")
    assert sorted(tmp_path.iterdir()) == before


def test_a_new_clip_takes_the_place_of_the_old_one(good: Path) -> None:
    a_clip(good, "het valharnas", voice="meester Ali")
    clip = read_clip(good)
    assert (clip.tags.says, clip.tags.voice) == ("het valharnas", "meester Ali")
