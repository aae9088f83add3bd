"""Where the clips of a deck stand, and whether they still say what the deck says."""

from collections.abc import Iterator
from pathlib import Path

from beroepentaal.classroom.ports import Sound, Utterance, sentence_said, term_said
from beroepentaal.decks import Deck
from beroepentaal.speech.sound_files import ClipRefused, read_clip


class ClipLibrary:
    """A folder with a folder of clips for each deck."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, utterance: Utterance) -> Path:
        return self._folder / f"{utterance.clip}.opus"

    def count(self, deck: str) -> int:
        return sum(1 for _ in (self._folder / deck).glob("*.opus"))

    def sound(self, utterance: Utterance) -> Sound | None:
        """The clip's sound; None when it is missing, damaged, or says something other than the text."""
        if not utterance.clip:
            return None
        try:
            clip = read_clip(self.path(utterance))
        except (FileNotFoundError, ClipRefused):
            return None
        return clip.sound if clip.says == utterance.text else None


def wanted(deck: Deck) -> Iterator[Utterance]:
    """What the core of a deck should have clips of: each term with its article, and each sentence."""
    for term in deck.core:
        yield term_said(deck.id, term)
        yield sentence_said(deck.id, term)
