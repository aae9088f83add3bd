"""A natural voice from files that the school supplies; Piper, which speaks it, is an optional extra (piper-tts, GPL-3).

Beside the model (.onnx) stands its description (.onnx.json); what that holds is told by piper/config.py.
"""

import json
import os
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from beroepentaal.classroom.ports import Sound
from beroepentaal.refusal import Refusal
from beroepentaal.speech.espeak import LONGEST_PATH

if TYPE_CHECKING:
    from piper import AudioChunk, PiperVoice

SLOWER = 1.1
"""Times the length of each sound. These voices read at a native's pace; who is new to Dutch needs a little more time, yet
must recognise the word at work, so its rhythm stays that of a speaker who takes care."""
RATES = range(8_000, 48_001)

_TRIAL = "hallo"


class PiperRefused(Refusal):
    """The voice cannot be used, or cannot say this."""


class Piper:
    """One voice; may be used from any thread, since Piper locks the part of it that is not thread-safe."""

    def __init__(self, model: Path) -> None:
        """Raises PiperRefused. Says a word to itself: most of what can be wrong with the files shows only then."""
        self.name = f"piper:{model.stem}"
        self._file = model.name
        data = _engine_data()
        self._languages = _languages(_description(model))
        self._voice = _opened(model, data)
        try:
            self._sound(_TRIAL)
        except PiperRefused as refusal:
            raise PiperRefused(
                f"'{model.name}' en '{model.name}.json' horen niet bij elkaar of zijn beschadigd; haal beide opnieuw op."
            ) from refusal

    def speak(self, text: str, language: str) -> Sound:
        """Raises PiperRefused for another language than the voice's own, and for a text that it cannot say whole."""
        if self._languages != {_family(language)}:
            raise PiperRefused(f"De stem '{self._file}' spreekt de taal '{language}' niet.")
        return self._sound(text)

    def _sound(self, text: str) -> Sound:
        try:
            chunks = _synthesized(self._voice, text)
            samples = b"".join(chunk.audio_int16_bytes for chunk in chunks)
        except Exception as error:  # Piper and the engines under it raise whatever the files make them raise
            raise PiperRefused(f"De stem '{self._file}' kan '{text}' niet uitspreken.") from error
        if not samples.strip(b"\0"):
            raise PiperRefused(f"De stem '{self._file}' maakt geen geluid van '{text}'.")
        if _letters(chunks).difference(self._voice.config.phoneme_id_map):  # Piper would leave them out and say another word
            raise PiperRefused(f"De stem '{self._file}' mist een klank van '{text}'.")
        return Sound(samples, self._voice.config.sample_rate)


def _synthesized(voice: "PiperVoice", text: str) -> list["AudioChunk"]:
    from piper import SynthesisConfig

    spoken = unicodedata.normalize("NFC", text).replace("\0", " ").replace("[", " ")  # "[[...]]" would be taken for phonemes
    return list(voice.synthesize(spoken, SynthesisConfig(length_scale=SLOWER * voice.config.length_scale)))


def _letters(chunks: list["AudioChunk"]) -> set[str]:
    return {phoneme for chunk in chunks for phoneme in chunk.phonemes if phoneme.isalpha()}


def _family(code: str) -> str:
    """The language of 'nl', 'nl-NL' or 'nl_BE'."""
    return code.lower().replace("_", "-").partition("-")[0]


def _engine_data() -> Path:
    """Where Piper's own espeak-ng finds its data. Without them it ends the whole program, so they are looked for first."""
    # Since 1.29 onnxruntime, once imported, keeps an id of this device and reports to its maker (onnxruntime/Privacy.md);
    # older ones, on Windows, heed only the function.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    try:
        import onnxruntime
        import piper.phonemize_espeak
    except ImportError as error:
        needed = "Voor deze stem is het onderdeel Piper nodig; installeer BeroepenTaal met de extra 'piper'."
        raise PiperRefused(needed) from error
    onnxruntime.disable_telemetry_events()
    data = piper.phonemize_espeak.ESPEAK_DATA_DIR
    if not (data / "phontab").is_file():
        raise PiperRefused("Het onderdeel Piper is niet compleet; installeer BeroepenTaal opnieuw met de extra 'piper'.")
    if sys.platform == "win32" and not (str(data).isascii() and len(str(data)) <= LONGEST_PATH):
        raise PiperRefused("Piper werkt hier niet; zet BeroepenTaal in een map met een korte naam zonder bijzondere letters.")
    return data


def _description(model: Path) -> Path:
    path = model.with_name(f"{model.name}.json")
    if not model.is_file():
        raise PiperRefused(f"Het bestand '{model.name}' van de stem is er niet; zet het terug of kies een andere stem.")
    if not path.is_file():
        raise PiperRefused(f"Bij de stem '{model.name}' hoort het bestand '{path.name}'; zet dat ernaast.")
    return path


def _languages(description: Path) -> set[str]:
    """In which texts are read, and for which the model was made: one, if all is well."""
    from piper import PhonemeType, PiperConfig

    unfit = f"'{description.name}' is beschadigd of hoort niet bij een stem van Piper; haal het bestand opnieuw op."
    try:
        content = json.loads(description.read_text("utf-8"))
        config = PiperConfig.from_dict(content)
        made_for = content.get("language", {}).get("code", config.espeak_voice)
        languages = {_family(config.espeak_voice), _family(made_for)}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise PiperRefused(unfit) from error
    # The other types of phonemes are for other languages, and Piper downloads what some of them need.
    if config.phoneme_type is not PhonemeType.ESPEAK or config.sample_rate not in RATES:
        raise PiperRefused(unfit)
    return languages


def _opened(model: Path, data: Path) -> "PiperVoice":
    from piper import PiperVoice

    try:
        return PiperVoice.load(model, espeak_data_dir=data)
    except Exception as error:  # onnxruntime's have no base class of their own
        raise PiperRefused(f"'{model.name}' is geen stem van Piper of is beschadigd; haal het bestand opnieuw op.") from error
