"""A voice of the school's own speaks Dutch or says in one sentence why not, and tells nobody outside that it was used."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sounds import samples_of, seconds_of
from tiny_piper import DESCRIPTION, RATE, SAMPLES_PER_PHONEME, a_tiny_voice, description_of

from beroepentaal.refusal import Refusal
from beroepentaal.speech.espeak import Espeak
from beroepentaal.speech.piper_voice import SLOWER, Piper

SENTENCES = ["de helm", "het valharnas", "Zonder helm kom je de bouwplaats niet op.", "Stop! Zet eerst je helm op."]


@pytest.fixture(scope="module")
def voice(tmp_path_factory: pytest.TempPathFactory) -> Piper:
    return Piper(a_tiny_voice(tmp_path_factory.mktemp("stem")))


def refusal_of(model: Path) -> str:
    with pytest.raises(Refusal) as refused:
        Piper(model)
    sentence = str(refused.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_it_speaks_dutch_aloud_and_tells_its_name(voice: Piper) -> None:
    sound = voice.speak("Zet je helm op!", "nl")
    assert voice.name == "piper:nl_NL-toon-low"
    assert sound.rate == RATE
    assert 0.3 < seconds_of(sound) < 3
    assert np.abs(samples_of(sound)).max() > 0.1


def test_a_longer_text_takes_longer_to_say_and_all_its_sentences_are_said(voice: Piper) -> None:
    lengths = [seconds_of(voice.speak(text, "nl")) for text in ("de helm", "Zet de helm op.", "Zet de helm op. Nu meteen!")]
    assert lengths == sorted(set(lengths))


@pytest.mark.parametrize("own_pace", [1, 1.5])
def test_it_speaks_a_little_slower_than_the_voice_does_by_itself(tmp_path: Path, own_pace: float) -> None:
    voice = Piper(a_tiny_voice(tmp_path, inference={"length_scale": own_pace}))
    phonemes = "^_d_ə_ _h_ˈ_ɛ_l_m_$"
    expected = len(phonemes) * SAMPLES_PER_PHONEME / RATE * own_pace * SLOWER
    assert seconds_of(voice.speak("de helm", "nl")) == pytest.approx(expected, rel=0.01)


def test_letters_with_accents_sound_the_same_however_they_are_written(voice: Piper) -> None:
    assert voice.speak("één café", "nl") == voice.speak("e\u0301e\u0301n cafe\u0301", "nl")


def test_brackets_in_a_text_are_no_orders_to_the_engine(voice: Piper) -> None:
    assert voice.speak("[[helm]] op", "nl") == voice.speak("helm op", "nl")
    assert voice.speak("[[[[helm", "nl") == voice.speak("helm", "nl")


@pytest.mark.parametrize("text", ["", " ", "\n\t", "...", "?!", "\0", "[[]]"])
def test_a_text_without_words_is_refused(voice: Piper, text: str) -> None:
    with pytest.raises(Refusal, match="maakt geen geluid"):
        voice.speak(text, "nl")


def test_a_voice_that_stays_silent_is_refused(tmp_path: Path) -> None:
    assert "horen niet bij elkaar" in refusal_of(a_tiny_voice(tmp_path, loud=0.0))


@given(st.text(max_size=60))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_said_or_refused_and_the_next_one_is_said(voice: Piper, text: str) -> None:
    with suppress(Refusal):
        assert voice.speak(text, "nl").samples
    assert voice.speak("helm", "nl").samples


def test_half_a_letter_is_refused(voice: Piper) -> None:
    with pytest.raises(Refusal, match="niet uitspreken"):
        voice.speak("helm \ud800", "nl")


def test_eight_threads_at_once_each_get_their_own_sentence(voice: Piper) -> None:
    alone = {text: voice.speak(text, "nl") for text in SENTENCES}
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda text: voice.speak(text, "nl"), SENTENCES * 10))
    assert together == [alone[text] for text in SENTENCES * 10]


def test_it_and_the_computers_voice_speak_in_turn_and_at_once(voice: Piper) -> None:
    """Each has an espeak-ng of its own in this process."""
    other = Espeak()
    alone = {text: (voice.speak(text, "nl"), seconds_of(other.speak(text))) for text in SENTENCES}
    for text in SENTENCES * 5:
        assert voice.speak(text, "nl") == alone[text][0]
        assert seconds_of(other.speak(text)) == pytest.approx(alone[text][1], rel=0.02)  # its output varies by some samples
    other.speak("mainsail", "en")  # the language of one is not that of the other
    assert voice.speak("de helm", "nl") == alone["de helm"][0]
    with ThreadPoolExecutor(2) as threads:
        ours = threads.submit(lambda: [voice.speak(text, "nl") for text in SENTENCES * 10])
        theirs = threads.submit(lambda: [seconds_of(other.speak(text)) for text in SENTENCES * 10])
    assert ours.result() == [alone[text][0] for text in SENTENCES * 10]
    assert theirs.result() == pytest.approx([alone[text][1] for text in SENTENCES * 10], rel=0.02)


def test_two_voices_leave_each_other_alone(voice: Piper, tmp_path: Path) -> None:
    before = voice.speak("de helm", "nl")
    english = Piper(a_tiny_voice(tmp_path, "en_US-tone-low", espeak={"voice": "en-us"}, language={"code": "en_US"}))
    assert english.speak("the hat", "en").samples
    assert voice.speak("de helm", "nl") == before


@pytest.mark.parametrize("changes", [
    {"espeak": {"voice": "en-us"}, "language": {"code": "en_US"}},
    {"espeak": {"voice": "en-us"}, "language": None},
    {"espeak": {"voice": "de"}, "language": {"code": "nl_NL"}},
    {"espeak": {"voice": "nl"}, "language": {"code": "en_US"}},
], ids=["english", "read as english", "made for dutch, read as german", "made for english, read as dutch"])  # fmt: skip
def test_a_voice_of_another_language_does_not_speak_dutch(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(Refusal, match="spreekt de taal 'nl' niet"):
        Piper(a_tiny_voice(tmp_path, **changes)).speak("de helm", "nl")


@pytest.mark.parametrize("language", [None, {"code": "nl_BE"}, {"code": "nl"}, {}])
def test_every_dutch_voice_speaks_dutch_and_nothing_else(tmp_path: Path, language: dict[str, str] | None) -> None:
    voice = Piper(a_tiny_voice(tmp_path, language=language))
    assert voice.speak("de helm", "nl").samples
    with pytest.raises(Refusal, match="spreekt de taal 'tr' niet"):
        voice.speak("kask", "tr")


def test_a_word_with_a_sound_that_the_voice_lacks_is_refused_rather_than_said_wrongly(tmp_path: Path) -> None:
    known = {phoneme: number for phoneme, number in dict(DESCRIPTION["phoneme_id_map"]).items() if phoneme != "m"}
    voice = Piper(a_tiny_voice(tmp_path, phoneme_id_map=known))
    assert voice.speak("de hal", "nl").samples
    with pytest.raises(Refusal, match="mist een klank van 'de helm'"):
        voice.speak("de helm", "nl")


@pytest.mark.parametrize("module", ["piper", "onnxruntime", "piper.phonemize_espeak"])
def test_without_piper_it_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert refusal_of(a_tiny_voice(tmp_path)) == (
        "Voor deze stem is het onderdeel Piper nodig; installeer BeroepenTaal met de extra 'piper'."
    )


def test_a_piper_without_its_data_is_refused_since_it_would_end_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, voice: Piper
) -> None:
    monkeypatch.setattr("piper.phonemize_espeak.ESPEAK_DATA_DIR", tmp_path)
    assert "niet compleet" in refusal_of(a_tiny_voice(tmp_path))


@pytest.mark.parametrize("folder", ["Łukasz", "m" * 150])
def test_on_windows_a_folder_where_piper_would_end_the_program_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, voice: Piper, folder: str
) -> None:
    (tmp_path / folder).mkdir()
    (tmp_path / folder / "phontab").touch()
    monkeypatch.setattr("piper.phonemize_espeak.ESPEAK_DATA_DIR", tmp_path / folder)
    monkeypatch.setattr("sys.platform", "win32")
    assert "map met een korte naam" in refusal_of(a_tiny_voice(tmp_path))


def test_a_voice_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "map.onnx").mkdir()
    for name in ("weg.onnx", "map.onnx"):
        assert f"Het bestand '{name}' van de stem is er niet" in refusal_of(tmp_path / name)


def test_a_voice_without_its_description_is_told(tmp_path: Path) -> None:
    model = a_tiny_voice(tmp_path)
    description_of(model).unlink()
    assert "hoort het bestand 'nl_NL-toon-low.onnx.json'; zet dat ernaast" in refusal_of(model)


@pytest.mark.parametrize("content", [b"", b"junk", b"\x08\x08", b"half"])
def test_a_file_that_is_no_model_is_refused(tmp_path: Path, content: bytes) -> None:
    model = a_tiny_voice(tmp_path)
    model.write_bytes(model.read_bytes()[:400] if content == b"half" else content)
    assert "is geen stem van Piper" in refusal_of(model)


@pytest.mark.parametrize("content", [b"", b"junk", b"[]", b"3", b"{}", b"\xff\xfe", b"[" * 100_000])
def test_a_description_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    model = a_tiny_voice(tmp_path)
    description_of(model).write_bytes(content)
    assert "nl_NL-toon-low.onnx.json' is beschadigd" in refusal_of(model)


@pytest.mark.parametrize("changes", [
    {"phoneme_id_map": None},
    {"num_symbols": None},
    {"espeak": None},
    {"espeak": "nl"},
    {"espeak": {"voice": 3}},
    {"audio": {}},
    {"audio": {"sample_rate": 0}},
    {"audio": {"sample_rate": "22050"}},
    {"audio": {"sample_rate": 1e9}},
    {"language": "nl"},
    {"language": {"code": 3}},
    {"inference": []},
    {"phoneme_type": "klank"},
], ids=str)  # fmt: skip
def test_a_description_that_lacks_something_is_refused(tmp_path: Path, changes: dict[str, object]) -> None:
    assert "onnx.json' is beschadigd" in refusal_of(a_tiny_voice(tmp_path, **changes))


@pytest.mark.parametrize("kind", ["pinyin", "text", "hebrew"])
def test_a_voice_whose_reading_may_have_to_be_downloaded_is_refused(tmp_path: Path, kind: str) -> None:
    assert "onnx.json' is beschadigd" in refusal_of(a_tiny_voice(tmp_path, phoneme_type=kind))


@pytest.mark.parametrize("changes", [
    {"espeak": {"voice": "nl-zulu"}},
    {"num_speakers": 3},
    {"num_speakers": "1"},
    {"phoneme_id_map": {}},
    {"phoneme_id_map": []},
    {"phoneme_id_map": {"^": [1], "_": [0], "$": [2]}},
    {"phoneme_id_map": {"^": [1], "$": [2]}},
    {"phoneme_id_map": {"^": ["a"], "_": [0], "$": [2]}},
    {"inference": {"length_scale": 0}},
    {"inference": {"length_scale": "1"}},
], ids=str)  # fmt: skip
def test_a_description_of_another_voice_is_refused_before_anything_is_said(tmp_path: Path, changes: dict[str, object]) -> None:
    assert "horen niet bij elkaar" in refusal_of(a_tiny_voice(tmp_path, **changes))


SPEAKING = """
import sys, pathlib
from beroepentaal.speech.piper_voice import Piper
Piper(pathlib.Path(sys.argv[1])).speak("de helm", "nl")
"""


def test_nothing_is_kept_or_told_about_the_device(tmp_path: Path) -> None:
    """The engine would keep an id of it in the user's folder, and report to its maker, unless that is stopped in time."""
    home = tmp_path / "home"
    home.mkdir()
    switches = {"ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS", "CI"}  # any of these would stop it too
    surroundings = {name: value for name, value in os.environ.items() if name not in switches}
    surroundings |= {"HOME": str(home), "XDG_CACHE_HOME": str(home), "LOCALAPPDATA": str(home)}
    subprocess.run([sys.executable, "-c", SPEAKING, a_tiny_voice(tmp_path)], env=surroundings, check=True)
    assert list(home.rglob("*")) == []
