"""The own photos of this PC, and one that is open to be cut."""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QTransform

from beroepentaal.classroom.picturing import Before, Crop, Draft
from beroepentaal.decks import own_pictures
from beroepentaal.ui.instructor.pictures.cropping import Size
from beroepentaal.ui.photos import MOST_BYTES, PhotoRefused, as_jpeg, fitted, levels, read_photo, square, with_levels

SKETCH = 2
"""A sketch of the photo, for what must follow the mouse, has one in so many of its pixels in each direction."""


@dataclass(frozen=True)
class LoadedPhoto:
    image: QImage
    levels: bytes
    """How it becomes lighter; empty where its light is good."""

    @property
    def can_be_lighter(self) -> bool:
        return bool(self.levels)

    @property
    def size(self) -> Size:
        return self.image.width(), self.image.height()

    def turned(self) -> "LoadedPhoto":
        """A quarter to the right."""
        return replace(self, image=self.image.transformed(QTransform().rotate(90)))

    def whole(self, width: int, height: int, lighter: bool) -> QImage:
        """To look at, as large as that at most."""
        image = self.image.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        return with_levels(image, self.levels) if lighter else image

    def cut(self, crop: Crop, lighter: bool) -> QImage:
        """As it is kept."""
        image = square(self.image, QRect(crop.left, crop.top, crop.side, crop.side))
        return with_levels(image, self.levels) if lighter else image

    def sketched(self, crop: Crop, lighter: bool) -> QImage:
        """As cut gives it, almost, and several times quicker."""
        left, top, side = (number // SKETCH for number in (crop.left, crop.top, crop.side))
        return LoadedPhoto(self._sketch, self.levels).cut(Crop(left, top, max(1, side)), lighter)

    @cached_property
    def _sketch(self) -> QImage:
        width, height = (max(1, side // SKETCH) for side in self.size)
        return self.image.scaled(width, height, mode=Qt.TransformationMode.SmoothTransformation)


class PhotoFolder:
    """Implements the classroom's Photos on a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def path(self, deck: str, term: str) -> Path | None:
        return own_pictures.path(self._folder, deck, term) if own_pictures.has(self._folder, deck, term) else None

    def open(self, source: object) -> LoadedPhoto:
        """source: a file, the bytes of one, or an image that some other program had read."""
        if isinstance(source, Path):
            image = read_photo(_bytes(source), source.name)
        elif isinstance(source, bytes):
            image = read_photo(source)
        else:
            assert isinstance(source, QImage)
            image = fitted(source)
        return LoadedPhoto(image, levels(image))

    def keep(self, deck: str, term: str, draft: Draft) -> Before:
        assert isinstance(draft.photo, LoadedPhoto)
        picture = as_jpeg(draft.photo.cut(draft.crop, draft.lighter))
        return own_pictures.keep(self._folder, deck, term, picture)

    def remove(self, deck: str, term: str) -> Before:
        return own_pictures.remove(self._folder, deck, term)

    def put_back(self, deck: str, term: str, before: Before) -> None:
        if before is None:
            self.remove(deck, term)
        else:
            own_pictures.keep(self._folder, deck, term, before)


def _bytes(file: Path) -> bytes:
    if not file.is_file():
        raise PhotoRefused(f"'{file.name}' is geen bestand; kies een foto.")
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise PhotoRefused(f"'{file.name}' kan niet open; zit de stick er nog in?") from error
