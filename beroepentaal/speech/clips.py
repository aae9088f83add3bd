"""Where the clips of a deck stand, and whether they still say what the deck says.

A clip's name holds a digest of what it says: a sentence that was changed and changed back finds its clip again, and
nothing that someone recorded is overwritten by something else that is said.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

from beroepentaal.classroom.ports import Part, Sound, Utterance
from beroepentaal.classroom.voicing import Quality, quality, utterances
from beroepentaal.decks import Deck
from beroepentaal.refusal import Refusal
from beroepentaal.speech.sound_files import ClipRefused, Tags, read_clip, read_tags, write_clip

DIGEST = 8
"""Letters."""


class ClipLibrary:
    """Folders with a folder of clips for each deck; only the first is written to. Implements the classroom's Clips."""

    def __init__(self, own: Path, *others: Path) -> None:
        self._folders = (own, *others)

    def path(self, utterance: Utterance, voice: str = "") -> Path:
        """Where a new clip of it in a voice belongs; without one, of a machine's."""
        return self._folders[0] / utterance.deck / _name(utterance, _says(utterance, voice))

    def count(self, deck: str) -> int:
        return len({path.name for folder in self._folders for path in (folder / deck).glob("*.opus")})

    def sound(self, utterance: Utterance) -> Sound | None:
        """Of the best clip; None when there is none that is whole and says the text."""
        paths = self._paths(utterance)
        if len(paths) > 1:  # else looking whose voice it is would take as long as listening
            paths = [path for path, _ in self._current(utterance)]
        for path in paths:
            with suppress(FileNotFoundError, ClipRefused):
                clip = read_clip(path)
                if _fits(clip.tags, utterance):
                    return clip.sound
        return None

    def voice(self, utterance: Utterance) -> str | None:
        """Does not listen whether the clip is whole."""
        return next((tags.voice for _, tags in self._current(utterance)), None)

    def is_stale(self, utterance: Utterance) -> bool:
        return bool(self._named(f"{_stem(utterance)}.{DIGEST * '?'}.opus", utterance.deck)) and self.voice(utterance) is None

    def keep(self, utterance: Utterance, sound: Sound, voice: str) -> None:
        write_clip(self.path(utterance, voice), sound, _says(utterance, voice), voice)

    def discard(self, utterance: Utterance) -> None:
        try:
            for name in _names(utterance):
                (self._folders[0] / utterance.deck / name).unlink(missing_ok=True)
        except OSError as error:
            raise Refusal("Dit geluid kan niet weg; is de map alleen-lezen?") from error

    def files(self, deck: Deck) -> list[Path]:
        """The clips of what the deck says now, whole or not; where two folders have one, that of the first."""
        found = {}
        for folder in reversed(self._folders):
            paths = (folder / deck.id / name for utterance in utterances(deck) for name in _names(utterance))
            found.update({path.name: path for path in paths if path.is_file()})
        return sorted(found.values())

    def unused(self, deck: Deck) -> list[Path]:
        names = {name for utterance in utterances(deck) for name in _names(utterance)}
        return sorted(path for path in (self._folders[0] / deck.id).glob("*.opus") if path.name not in names)

    def clear(self, deck: Deck) -> int:
        unused = self.unused(deck)
        try:
            for path in unused:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise Refusal("De oude geluiden kunnen niet weg; is de map alleen-lezen?") from error
        return len(unused)

    def _current(self, utterance: Utterance) -> list[tuple[Path, Tags]]:
        """Clips that say the text, the best voice first."""
        found = []
        for path in self._paths(utterance):
            with suppress(FileNotFoundError, ClipRefused):
                tags = read_tags(path)
                if _fits(tags, utterance):
                    found.append((path, tags))
        return sorted(found, key=lambda clip: -quality(clip[1].voice))

    def _paths(self, utterance: Utterance) -> list[Path]:
        if not utterance.term:
            return []
        paths = (folder / utterance.deck / name for folder in self._folders for name in _names(utterance))
        return [path for path in paths if path.exists()]

    def _named(self, pattern: str, deck: str) -> list[Path]:
        return [path for folder in self._folders for path in (folder / deck).glob(pattern)]


def _stem(utterance: Utterance) -> str:
    return utterance.term if utterance.part is Part.TERM else f"{utterance.term}.{utterance.part}"


def _says(utterance: Utterance, voice: str) -> str:
    """A person reads what is written; how a machine is given it may change without making that recording old."""
    return utterance.text if voice and quality(voice) is Quality.RECORDED else utterance.for_voice


def _fits(tags: Tags, utterance: Utterance) -> bool:
    return tags.says == _says(utterance, tags.voice)


def _names(utterance: Utterance) -> list[str]:
    """Of the files in which there may be a clip."""
    return [_name(utterance, text) for text in dict.fromkeys((utterance.text, utterance.for_voice))]


def _name(utterance: Utterance, text: str) -> str:
    return f"{_stem(utterance)}.{hashlib.sha256(text.encode()).hexdigest()[:DIGEST]}.opus"
