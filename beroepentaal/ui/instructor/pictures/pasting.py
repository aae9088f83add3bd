"""What on the clipboard, or under the mouse, may be a photo."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

READ_ITSELF = ("image/jpeg", "image/png", "image/webp", "image/bmp")
"""Taken as bytes, so that they are checked before anything decodes them."""


def found_in(given: QMimeData | None) -> Path | bytes | QImage | None:
    """Of several files the first; nothing is fetched from the internet. An empty clipboard may give None."""
    if not given:
        return None
    for url in given.urls():
        if url.isLocalFile():
            return Path(url.toLocalFile())
    for kind in READ_ITSELF:
        if given.hasFormat(kind):
            return bytes(given.data(kind).data())
    image = given.imageData() if given.hasImage() else None
    return image if isinstance(image, QImage) else None


def may_be_photo(given: QMimeData | None) -> bool:
    """Without fetching it from the program that has it."""
    if not given:
        return False
    return given.hasImage() or any(map(given.hasFormat, READ_ITSELF)) or any(url.isLocalFile() for url in given.urls())
