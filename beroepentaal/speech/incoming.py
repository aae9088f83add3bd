"""Hands the recordings that an instructor brings to the classroom; numpy comes with the first of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from beroepentaal.classroom.ports import Take
from beroepentaal.classroom.sound_files import Match, Recording
from beroepentaal.decks import Term
from beroepentaal.refusal import Refusal

LONGEST_LOOSE = 30.0
"""Seconds, of a word or sentence with what was recorded around it."""
LONGEST_LIST = 30 * 60.0


class IncomingSounds:
    """Implements the classroom's SoundFiles."""

    @property
    def suffixes(self) -> Sequence[str]:
        from beroepentaal.speech.sound_import import SUFFIXES

        return SUFFIXES

    def found(self, paths: Sequence[Path]) -> list[Path]:
        return [file for path in paths for file in (self._inside(path) if path.is_dir() else [path])]

    def match(self, names: Sequence[str], terms: Iterable[Term]) -> list[Match]:
        from beroepentaal.speech.file_names import match

        return match(names, terms)

    def take(self, path: Path) -> Take:
        from beroepentaal.speech.samples import sound_of
        from beroepentaal.speech.sound_files import RATE
        from beroepentaal.speech.sound_import import read_sound
        from beroepentaal.speech.takes import take_of

        return take_of(sound_of(read_sound(path, LONGEST_LOOSE), RATE))

    def recording(self, path: Path) -> Recording:
        from beroepentaal.speech.sound_import import read_sound
        from beroepentaal.speech.spoken_list import SpokenList

        return SpokenList(read_sound(path, LONGEST_LIST))

    def _inside(self, folder: Path) -> list[Path]:
        try:
            return sorted(path for path in folder.iterdir() if path.suffix.casefold() in self.suffixes)
        except OSError as error:
            raise Refusal(f"De map '{folder.name}' kan niet gelezen worden; kijk of u haar mag openen.") from error
