"""Writes a .vaktaal file: a deck with its pictures and clips in one zip, to carry to another PC.

Beside the files stands manifest.json with the SHA-256 of each, so that a torn copy is known from a whole one.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from beroepentaal.decks.deck import Deck
from beroepentaal.refusal import Refusal

FORMAT = 1
MANIFEST = "manifest.json"
SUFFIX = ".vaktaal"
_PACKED = frozenset({".opus", ".png", ".jpg", ".jpeg"})
"""Files that would not get smaller."""
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""The same deck gives the same file, whenever it is written."""


def write_package(file: Path, deck: Deck, folder: Path, pictures: Path, clips: Mapping[str, Path]) -> None:
    """clips are the sound files by the name that they get in the package's audio folder.

    The file is there whole or not at all, also when a stick is pulled out. Raises Refusal.
    """
    half = file.with_name(f"{file.name}.part")
    try:
        with half.open("wb") as stream:
            with ZipFile(stream, "w", ZIP_DEFLATED) as package:
                _write(package, deck, dict(_contents(deck, folder, pictures, clips)))
            stream.flush()
            os.fsync(stream.fileno())
        half.replace(file)
    except OSError as error:
        with suppress(OSError):
            half.unlink()
        raise Refusal(f"'{file.name}' kan niet geschreven worden; is er genoeg ruimte en zit de stick er nog in?") from error


def _contents(deck: Deck, folder: Path, pictures: Path, clips: Mapping[str, Path]) -> Iterator[tuple[str, Path]]:
    """What goes in, by its name in the package."""
    for name in ("deck.toml", "terms.csv", "spelling.tsv"):
        if (folder / name).is_file():
            yield name, folder / name
    named = {deck.about.picture, *(term.picture for term in deck.terms)} - {""}
    for path in sorted([*(pictures / name for name in named), *pictures.glob("scene*.svg")]):
        if path.is_file():
            yield f"pictures/{path.name}", path
    for name, path in sorted(clips.items()):
        yield f"audio/{name}", path


def _write(package: ZipFile, deck: Deck, contents: Mapping[str, Path]) -> None:
    sums = {}
    for name, path in contents.items():
        data = path.read_bytes()
        sums[name] = hashlib.sha256(data).hexdigest()
        package.writestr(_entry(name), data)
    about = {"format": FORMAT, "deck": deck.id, "version": deck.about.version, "files": sums}
    package.writestr(_entry(MANIFEST), json.dumps(about, indent=1, ensure_ascii=False))


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _OLDEST)
    entry.compress_type = ZIP_STORED if Path(name).suffix in _PACKED else ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
