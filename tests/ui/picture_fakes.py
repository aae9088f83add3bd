"""Stand-ins for what gives a deck its pictures: two small decks, and own photos in memory."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from voice_fakes import deck, term

from beroepentaal.classroom.picturing import Before, Draft
from beroepentaal.refusal import Refusal

ROOF = deck(
    "dak",
    *(replace(term(name, place), picture=f"{name}.svg") for place, name in enumerate(("helm", "ladder"), 1)),
    term("goot"),
)
DRAIN = deck("riool", term("buis", 1))
FULL = "De foto kan niet bewaard worden; is de schijf vol of alleen-lezen?"
NO_PHOTO = "'brief.docx' is geen foto die BeroepenTaal kent; gebruik JPG of PNG."


@dataclass(frozen=True)
class FakePhoto:
    name: str
    can_be_lighter: bool = False


@dataclass
class MemoryPhotos:
    kept: dict[tuple[str, str], bytes] = field(default_factory=dict)
    full: bool = False

    def path(self, deck: str, term: str) -> Path | None:
        return Path("own") / deck / f"{term}.jpg" if (deck, term) in self.kept else None

    def open(self, source: object) -> FakePhoto:
        if source == Path("brief.docx"):
            raise Refusal(NO_PHOTO)
        return FakePhoto(str(source))

    def keep(self, deck: str, term: str, draft: Draft) -> Before:
        assert isinstance(draft.photo, FakePhoto)
        self._need_room()
        before = self.kept.get((deck, term))
        self.kept[deck, term] = draft.photo.name.encode()
        return before

    def remove(self, deck: str, term: str) -> Before:
        self._need_room()
        return self.kept.pop((deck, term), None)

    def put_back(self, deck: str, term: str, before: Before) -> None:
        self._need_room()
        self.kept.pop((deck, term), None)
        if before is not None:
            self.kept[deck, term] = before

    def _need_room(self) -> None:
        if self.full:
            raise Refusal(FULL)
