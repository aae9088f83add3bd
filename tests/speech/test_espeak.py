"""The offline voice speaks Dutch from any thread, whatever the text."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sounds import samples_of, seconds_of

from beroepentaal.refusal import Refusal
from beroepentaal.speech.espeak import Espeak

SENTENCES = [
    "de helm",
    "het valharnas",
    "Zonder helm kom je de bouwplaats niet op.",
    "Controleer eerst je valharnas, dan gaan we naar boven.",
]


@pytest.fixture
def voice() -> Espeak:
    return Espeak()


def test_it_speaks_dutch_aloud(voice: Espeak) -> None:
    sound = voice.speak("Zet je helm op!")
    assert sound.rate == 22_050
    assert 0.5 < seconds_of(sound) < 3
    assert np.abs(samples_of(sound)).max() > 0.1


def test_a_longer_text_takes_longer_to_say(voice: Espeak) -> None:
    lengths = [seconds_of(voice.speak(text)) for text in SENTENCES]
    assert lengths == sorted(lengths)


def test_letters_with_accents_sound_the_same_however_they_are_written(voice: Espeak) -> None:
    composed, decomposed = voice.speak("één café"), voice.speak("e\u0301e\u0301n cafe\u0301")
    assert seconds_of(decomposed) == pytest.approx(seconds_of(composed), rel=0.02)


def test_eight_threads_at_once_each_get_their_own_sentence(voice: Espeak) -> None:
    alone = {text: seconds_of(voice.speak(text)) for text in SENTENCES}
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(voice.speak, SENTENCES * 20))
    for text, sound in zip(SENTENCES * 20, together, strict=True):
        assert seconds_of(sound) == pytest.approx(alone[text], rel=0.02)  # its output varies by some samples
        assert np.abs(samples_of(sound)).max() > 0.1


@pytest.mark.parametrize("text", ["", " ", "\n\t", "...", "\0", "?!"])
def test_a_text_without_words_is_next_to_silence(voice: Espeak, text: str) -> None:
    assert seconds_of(voice.speak(text)) < 0.5


@given(st.text(max_size=60))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_upsets_it(voice: Espeak, text: str) -> None:
    voice.speak(text)
    assert np.abs(samples_of(voice.speak("helm"))).max() > 0.1


def test_many_voices_in_one_process_leave_each_other_alone() -> None:
    voices = [Espeak() for _ in range(40)]
    first, *others = [seconds_of(voices[number % 40].speak("zonnepaneelmonteur")) for number in range(200)]
    assert others == pytest.approx([first] * 199, rel=0.02)


@pytest.mark.parametrize("language", ["xx", "geen-taal", ""])
def test_an_unknown_language_is_refused_and_dutch_still_works(voice: Espeak, language: str) -> None:
    before = seconds_of(voice.speak("de helm"))
    with pytest.raises(Refusal, match="spreekt de taal"):
        voice.speak("de helm", language)
    assert seconds_of(voice.speak("de helm")) == pytest.approx(before, rel=0.02)


def test_each_language_is_said_in_its_own_voice_and_dutch_comes_back(voice: Espeak) -> None:
    dutch = seconds_of(voice.speak("zonnepaneelmonteur"))
    assert seconds_of(voice.speak("zonnepaneelmonteur", "tr")) != pytest.approx(dutch, rel=0.02)
    assert seconds_of(voice.speak("zonnepaneelmonteur")) == pytest.approx(dutch, rel=0.02)
