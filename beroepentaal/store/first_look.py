"""Reads who is on this PC with the standard library alone: SQLAlchemy takes longer to import than the window to open."""

import sqlite3
from contextlib import closing
from pathlib import Path

from beroepentaal.classroom.ports import Trainee

FILE = "beroepentaal.sqlite"


def trainees_at_first_look(folder: Path) -> list[Trainee] | None:
    """The trainees, by picture; None where they cannot be read this way, which the database itself will explain."""
    if not (folder / FILE).exists():
        return []
    try:
        with closing(sqlite3.connect(f"{(folder / FILE).absolute().as_uri()}?mode=ro", uri=True)) as connection:
            rows = connection.execute("SELECT id, picture, colour, language, deck FROM trainees ORDER BY picture, colour")
            return [Trainee(*row) for row in rows]
    except sqlite3.Error:
        return None
