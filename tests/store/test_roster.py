"""The trainees of a computer stay as they enrolled."""

from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from stored import ANNA, BORIS, rows_in

from beroepentaal.classroom.ports import Trainee
from beroepentaal.store.database import Database, open_database
from beroepentaal.store.roster import SqlRoster


def test_a_trainee_comes_back_equal_after_opening_again(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    SqlRoster(database).add(ANNA)
    database.close()
    again = open_database(tmp_path)
    assert SqlRoster(again).trainees() == [ANNA]
    again.close()


def test_each_trainee_stands_where_it_stood_yesterday(database: Database) -> None:
    roster = SqlRoster(database)
    roster.add(Trainee("c", "appel", 3, "nl", "dak"))
    roster.add(Trainee("d", "appel", 1, "nl", "dak"))
    roster.add(BORIS)
    shown = roster.trainees()
    assert [(trainee.picture, trainee.colour) for trainee in shown] == [("appel", 1), ("appel", 3), ("kat", 0), ("vis", 1)]


def test_the_same_trainee_is_never_stored_twice(database: Database, tmp_path: Path) -> None:
    with pytest.raises(IntegrityError):
        SqlRoster(database).add(ANNA)
    assert rows_in(tmp_path, "SELECT count(*) FROM trainees") == [(1,)]
