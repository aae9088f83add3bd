"""Stand-ins for recordings that an instructor brings: files by name, and one long recording of pieces of a second."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from voice_fakes import deck, term

from beroepentaal.classroom.ports import Part, Sound, Take, Trouble
from beroepentaal.classroom.sound_files import Match, Piece
from beroepentaal.decks import Term
from beroepentaal.refusal import Refusal

HERE = Path("opnamen")
TRADE = deck("dak", *(term(f"woord{number}", number) for number in range(1, 11)), term("goot"), term("Helm"))


def take(sound: bytes = b"\1\0", trouble: Trouble | None = None) -> Take:
    return Take(Sound(sound, 24_000), (0.5,), (None,), trouble)


def files(*names: str) -> list[Path]:
    return [HERE / name for name in names]


@dataclass
class FakeRecording:
    pieces: list[Piece]
    troubles: dict[Piece, Trouble] = field(default_factory=dict)
    cuts: list[int] = field(default_factory=list)
    taken: list[Piece] = field(default_factory=list)
    seconds: float = 88.0

    def cut(self, expected: int) -> list[Piece]:
        self.cuts.append(expected)
        return list(self.pieces)

    def split(self, piece: Piece) -> tuple[Piece, Piece]:
        middle = (piece.start + piece.end) // 2
        return Piece(piece.start, middle), Piece(middle, piece.end)

    def take(self, piece: Piece) -> Take:
        self.taken.append(piece)
        return take(bytes((piece.start // 1000, 0)), self.troubles.get(piece))

    def outline(self, piece: Piece) -> Sequence[float]:
        return (0.5,) * ((piece.end - piece.start) // 10)


def a_list(count: int) -> FakeRecording:
    """Of so many pieces."""
    return FakeRecording([Piece(1000 * number, 1000 * number + 800) for number in range(count)])


@dataclass
class FakeFiles:
    """A name is a term, with 'kopie' behind it where that is not sure; what it holds is for the test to say."""

    suffixes: Sequence[str] = (".wav", ".mp3")
    troubles: dict[str, Trouble] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    folders: dict[Path, list[Path]] = field(default_factory=dict)
    spoken: FakeRecording = field(default_factory=lambda: a_list(10))
    read: list[str] = field(default_factory=list)

    def found(self, paths: Sequence[Path]) -> Sequence[Path]:
        return [file for path in paths for file in self.folders.get(path, [path])]

    def match(self, names: Sequence[str], terms: Iterable[Term]) -> Sequence[Match]:
        by_id = {term.id: term for term in terms}
        return [_match(name, by_id) for name in names]

    def take(self, path: Path) -> Take:
        self.read.append(path.name)
        if path.name in self.broken:
            raise Refusal(f"'{path.name}' is beschadigd.")
        return take(path.name.encode(), self.troubles.get(path.name))

    def recording(self, path: Path) -> FakeRecording:
        if path.name in self.broken:
            raise Refusal(f"'{path.name}' is beschadigd.")
        return self.spoken


def _match(name: str, terms: Mapping[str, Term]) -> Match:
    word, *more = name.split(".")[0].split()
    term = terms.get(word)
    part = Part.SENTENCE if "zin" in more else Part.TERM
    return Match(name, part, term, term is not None and "kopie" not in more)
