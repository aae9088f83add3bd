"""Where an instructor's own photos stand, which take the place of a deck's drawings on this PC."""

import os
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from beroepentaal.decks.deck import Deck
from beroepentaal.refusal import Refusal


def path(folder: Path, deck: str, term: str) -> Path:
    """Where the photo of a term belongs, by the ids of its deck and of itself; folder holds all own photos of this PC."""
    return folder / deck / f"{term}.jpg"  # both ids were checked: small letters, digits and hyphens


def has(folder: Path, deck: str, term: str) -> bool:
    return path(folder, deck, term).is_file()


def with_own_pictures(deck: Deck, folder: Path) -> Deck:
    """The deck as trainees see it. Looks at the disk each time it is asked."""
    if not (folder / deck.id).is_dir():
        return deck
    # Pages find a picture by `pictures / term.picture`: behind a slash an absolute path stands alone.
    own = {term: str(path(folder.absolute(), deck.id, term)) for term in deck.by_id if has(folder, deck.id, term)}
    return Deck(deck.about, tuple(replace(term, picture=own.get(term.id, term.picture)) for term in deck.terms))


def keep(folder: Path, deck: str, term: str, photo: bytes) -> bytes | None:
    """Writes a JPEG; the photo that stood there stays until the new one is whole, and is returned. Raises Refusal."""
    file = path(folder, deck, term)
    half = file.with_suffix(".part")
    try:
        before = _read(file)
        file.parent.mkdir(parents=True, exist_ok=True)
        with half.open("wb") as stream:
            stream.write(photo)
            stream.flush()
            os.fsync(stream.fileno())
        half.replace(file)
    except OSError as error:
        with suppress(OSError):
            half.unlink()
        raise Refusal("De foto kan niet bewaard worden; is de schijf vol of alleen-lezen?") from error
    return before


def remove(folder: Path, deck: str, term: str) -> bytes | None:
    """The photo that stood there; None if there was none. Raises Refusal, with the photo still there."""
    file = path(folder, deck, term)
    try:
        before = _read(file)
        file.unlink(missing_ok=True)
    except OSError as error:
        raise Refusal("Deze foto kan niet weg; is de map alleen-lezen?") from error
    return before


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
