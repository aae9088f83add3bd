"""Trainees and reviews to store, and a look at the file from outside."""

import sqlite3
from contextlib import closing
from pathlib import Path

from beroepentaal.classroom.ports import Trainee
from beroepentaal.learning.exercises import Form, Review
from beroepentaal.learning.memory import Rating

ANNA = Trainee("anna", "kat", 0, "ar", "dak")
BORIS = Trainee("boris", "vis", 1, "uk", "dak")
MONDAY = 739_005


def a_review(term: str, day: int = MONDAY) -> Review:
    return Review(term, Form.PICTURE_SAY, Rating.GOOD, day, 7.5)


def file_in(folder: Path) -> Path:
    return folder / "beroepentaal.sqlite"


def rows_in(folder: Path, query: str) -> list[tuple[object, ...]]:
    """What another program reads in the file."""
    with closing(sqlite3.connect(file_in(folder))) as connection:
        return connection.execute(query).fetchall()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
