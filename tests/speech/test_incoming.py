"""Recordings that an instructor brings reach the classroom: loose files by their names, a spoken list piece by piece."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from sounds import a_term, a_tone, seconds_of, silence

from beroepentaal.classroom.ports import Part, Trouble
from beroepentaal.classroom.sound_files import Piece
from beroepentaal.refusal import Refusal
from beroepentaal.speech.espeak import Espeak
from beroepentaal.speech.incoming import IncomingSounds
from beroepentaal.speech.samples import Samples, samples_of
from beroepentaal.speech.sound_files import RATE

WORDS = ["de helm", "de ladder", "de dakhaak", "het gereedschap"]
BRINGS = IncomingSounds()


def speech(text: str) -> Samples:
    spoken = Espeak().speak(text, "nl")
    assert spoken.rate == 22_050
    return samples_of(spoken)


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    quiet = silence(0.7, 22_050)
    parts = [part for word in WORDS for part in (quiet, speech(word))]
    soundfile.write(tmp_path / "lijst.wav", np.concatenate([*parts, quiet]), 22_050)
    return tmp_path / "lijst.wav"


def test_a_folder_stands_for_the_sounds_in_it_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.WAV", "a.mp3", "lees mij.txt"):
        (tmp_path / name).touch()
    other = tmp_path.parent / "los.txt"
    assert BRINGS.found([other, tmp_path]) == [other, tmp_path / "a.mp3", tmp_path / "b.WAV"]


def test_a_folder_that_may_not_be_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(_folder: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "iterdir", closed)
    with pytest.raises(Refusal, match="De map"):
        BRINGS.found([tmp_path])


def test_names_are_matched_to_terms() -> None:
    helm = a_term("helm", 1)
    [match] = BRINGS.match(["01 de helm zin.wav"], [helm])
    assert (match.term, match.part, match.sure) == (helm, Part.SENTENCE, True)


def test_every_kind_of_file_that_can_be_chosen_is_told() -> None:
    assert {".wav", ".mp3", ".flac", ".opus"} <= set(BRINGS.suffixes)


def test_a_loose_file_becomes_a_take_without_the_silence_around_it(tmp_path: Path) -> None:
    spoken = speech("de ladder")
    soundfile.write(tmp_path / "ladder.flac", np.concatenate([silence(2, 22_050), spoken]), 22_050)
    take = BRINGS.take(tmp_path / "ladder.flac")
    assert take.trouble is None
    assert seconds_of(take.sound) < len(spoken) / 22_050 + 0.3


def test_a_file_without_speech_says_so(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "stil.wav", silence(1), RATE)
    assert BRINGS.take(tmp_path / "stil.wav").trouble is Trouble.NOTHING_HEARD


@pytest.mark.parametrize(("name", "content"), [("tekst.wav", b"hallo"), ("leeg.mp3", b"")])
def test_a_file_that_is_no_sound_is_refused_either_way(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Refusal):
        BRINGS.take(tmp_path / name)
    with pytest.raises(Refusal):
        BRINGS.recording(tmp_path / name)


def test_a_recording_of_minutes_is_no_loose_file(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "helm.wav", a_tone(31), RATE)
    with pytest.raises(Refusal, match="hoogstens 30 seconden"):
        BRINGS.take(tmp_path / "helm.wav")
    assert BRINGS.recording(tmp_path / "helm.wav").seconds == pytest.approx(31, abs=0.01)


def test_a_spoken_list_gives_a_take_for_each_of_its_words(listed: Path) -> None:
    recording = BRINGS.recording(listed)
    pieces = recording.cut(len(WORDS))
    takes = [recording.take(piece) for piece in pieces]
    assert [take.trouble for take in takes] == [None] * len(WORDS)
    for word, take in zip(WORDS, takes, strict=True):
        assert seconds_of(take.sound) == pytest.approx(len(speech(word)) / 22_050, abs=0.4)


def test_a_piece_is_cut_in_two_and_both_are_inside_it(listed: Path) -> None:
    recording = BRINGS.recording(listed)
    whole = Piece(0, int(recording.seconds * RATE))
    one, other = recording.split(whole)
    assert whole.start <= one.start < one.end <= other.start < other.end <= whole.end


def test_what_is_drawn_of_a_piece_is_as_long_as_it_and_loud_where_it_speaks(listed: Path) -> None:
    recording = BRINGS.recording(listed)
    whole = recording.outline(Piece(0, int(recording.seconds * RATE)))
    assert len(whole) == pytest.approx(recording.seconds * 100, abs=2)
    assert (min(whole), max(whole)) == (0.0, 1.0)
    for piece in recording.cut(len(WORDS)):
        outline = recording.outline(piece)
        assert len(outline) == pytest.approx((piece.end - piece.start) / RATE * 100, abs=2)
        assert max(outline) > 0.3


def test_a_recording_that_is_silent_or_shorter_than_a_moment_is_drawn_flat(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "stil.wav", silence(0.5), RATE)
    assert set(BRINGS.recording(tmp_path / "stil.wav").outline(Piece(0, RATE // 2))) == {0.0}
    soundfile.write(tmp_path / "kort.wav", silence(0.005), RATE)
    assert list(BRINGS.recording(tmp_path / "kort.wav").outline(Piece(0, 120))) == []
