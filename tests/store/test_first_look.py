from pathlib import Path

from beroepentaal.classroom.ports import Trainee
from beroepentaal.store.database import open_database
from beroepentaal.store.first_look import FILE, trainees_at_first_look
from beroepentaal.store.roster import SqlRoster

TRAINEES = [Trainee("a", "zon", 0, "ar", "dak"), Trainee("b", "fiets", 3, "ti", "dak"), Trainee("c", "fiets", 1, "nl", "dak")]


def test_the_first_look_sees_what_the_roster_sees(tmp_path: Path) -> None:
    database = open_database(tmp_path)
    roster = SqlRoster(database)
    for trainee in TRAINEES:
        roster.add(trainee)
    assert trainees_at_first_look(tmp_path) == roster.trainees()
    database.close()
    assert len(trainees_at_first_look(tmp_path) or []) == 3


def test_a_pc_on_which_nobody_practised_has_nobody(tmp_path: Path) -> None:
    assert trainees_at_first_look(tmp_path / "new") == []


def test_what_cannot_be_read_is_left_to_the_database_to_explain(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no database at all" * 100)
    assert trainees_at_first_look(tmp_path) is None
    (tmp_path / FILE).write_bytes(b"")
    assert trainees_at_first_look(tmp_path) is None


def test_looking_changes_nothing(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    before = sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir())
    trainees_at_first_look(tmp_path)
    assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir() if path.name == FILE) == [
        entry for entry in before if entry[0] == FILE
    ]
