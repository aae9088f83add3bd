"""Puts many sounds among the clips of a deck."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from typing import TypeVar

from beroepentaal.classroom.ports import Take, Utterance
from beroepentaal.classroom.voicing import RECORDED, Clips, Quality, quality, utterances
from beroepentaal.decks import Deck
from beroepentaal.refusal import Refusal
from beroepentaal.ui.instructor.sound_files import wording
from beroepentaal.ui.instructor.sound_files.work import Busy

Sounding = TypeVar("Sounding")


@dataclass(frozen=True, slots=True)
class Kept:
    done: Set[Utterance]
    failed: Mapping[Utterance, str]
    """Why."""

    @property
    def sentence(self) -> str:
        return wording.kept(len(self.done), len(self.failed))


def keep(
    sounds: Mapping[Utterance, Sounding], take_of: Callable[[Sounding], Take], clips: Clips, told: Callable[[Busy], None]
) -> Kept:
    """As recordings of a person; takes some tenths of a second each. What cannot be kept does not hold up the rest."""
    failed: dict[Utterance, str] = {}
    for place, (utterance, sounding) in enumerate(sounds.items()):
        told(wording.keeping(place, len(sounds)))
        try:
            clips.keep(utterance, take_of(sounding).sound, RECORDED)
        except Refusal as refusal:
            failed[utterance] = str(refusal)
    return Kept(sounds.keys() - failed.keys(), failed)


def recorded(deck: Deck, clips: Clips) -> set[Utterance]:
    """What a person has spoken already; takes some tenths of a second for a deck of 400 terms."""
    voices = ((utterance, clips.voice(utterance)) for utterance in utterances(deck))
    return {utterance for utterance, voice in voices if voice and quality(voice) is Quality.RECORDED}
