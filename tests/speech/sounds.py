"""Sounds, clips and a small deck for tests, and a voice that needs no engine."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from beroepentaal.classroom.ports import Sound
from beroepentaal.decks import About, Deck, Kind, Step, Term
from beroepentaal.speech.samples import Samples, sound_of
from beroepentaal.speech.sound_files import RATE, write_clip
from beroepentaal.speech.voice import CannotSay, VoiceStopped

ABOUT = About("dak", "Dak", "dak", 1, (), "GPL-3.0-or-later", "", {}, (Step("dak", "Het dak"),))


def a_term(name: str, core: int | None, sentence: str = "", chunk: str = "") -> Term:
    texts = ("Iets op het dak.", sentence or f"Pak de {name}.", chunk, "", "")
    return Term(name, name, "de", "", Kind.NOUN, "dak", False, core, *texts, glosses={})


def a_deck(*terms: Term) -> Deck:
    return Deck(ABOUT, terms)


def a_tone(seconds: float, rate: int = RATE, frequency: float = 440.0, peak: float = 0.3) -> Samples:
    moments = np.arange(int(seconds * rate)) / rate
    return (peak * np.sin(2 * np.pi * frequency * moments)).astype(np.float32)


def silence(seconds: float, rate: int = RATE) -> Samples:
    return np.zeros(int(seconds * rate), np.float32)


def noise(seconds: float, level: float, seed: int = 1) -> Samples:
    return (level * np.random.default_rng(seed).standard_normal(int(seconds * RATE))).astype(np.float32)


def samples_of(sound: Sound) -> Samples:
    return np.frombuffer(sound.samples, np.int16).astype(np.float32) / np.float32(32768)


def seconds_of(sound: Sound) -> float:
    return len(sound.samples) / 2 / sound.rate


def peak_dbfs(samples: Samples) -> float:
    return float(20 * np.log10(np.abs(samples).max()))


def a_clip(path: Path, says: str, seconds: float = 0.4, voice: str = "juf Anna") -> Path:
    """Of a hissing tone, so that the file has some size: a page for each second."""
    write_clip(path, sound_of(a_tone(seconds) + noise(seconds, 0.02), RATE), says, voice)
    return path


@dataclass
class FakeVoice:
    """Says everything as a tone of another rate and loudness than clips have, with silence around it."""

    name: str = "gtts"
    silent_for: str = ""
    refuses: str = ""
    stops_at: str = ""
    said: list[str] = field(default_factory=list)

    def speak(self, text: str, language: str) -> Sound:
        self.said.append(f"{language}: {text}")
        if text == self.refuses:
            raise CannotSay(f"'{text}' is te moeilijk.")
        if text == self.stops_at:
            raise VoiceStopped("Er is geen internet.")
        rate = 22_050
        tone = a_tone(0.3 + 0.01 * len(text), rate, peak=0.0 if text == self.silent_for else 0.05)
        samples = np.concatenate([silence(0.3, rate), tone, silence(0.4, rate)])
        return Sound((samples * 32767).astype(np.int16).tobytes(), rate)
