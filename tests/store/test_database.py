"""A database is opened safely, or refused in one kind sentence and left as it was."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Date, event, inspect
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry
from sqlalchemy.types import DateTime, Time
from stored import ANNA, BORIS, a_review, contents, file_in, rows_in

from beroepentaal.refusal import Refusal
from beroepentaal.store.database import Database, open_database
from beroepentaal.store.migrations.upgrade import configuration
from beroepentaal.store.review_log import SqlReviewLog
from beroepentaal.store.roster import SqlRoster
from beroepentaal.store.tables import SCHEMA, metadata

PRIVATE = ("name", "naam", "birth", "geboorte", "age", "country", "nation", "gender", "bsn", "religion", "health", "photo")
PRIVATE += ("voice", "recording", "hour", "minute", "clock", "moment", "timestamp", "created", "updated", "ip", "mail", "phone")


@contextmanager
def with_pragma(database: Database, pragma: str) -> Iterator[None]:
    """From now on every connection of the database has it."""

    def set_pragma(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    database.engine.dispose()
    event.listen(database.engine, "connect", set_pragma)
    yield
    event.remove(database.engine, "connect", set_pragma)
    database.engine.dispose()


def terms_of_anna(database: Database) -> list[str]:
    return [review.term for review in SqlReviewLog(database).reviews(ANNA, "dak")]


def filled(folder: Path, answers: int) -> None:
    """Makes a database with answers of Anna, and closes it."""
    database = open_database(folder)
    SqlRoster(database).add(ANNA)
    for number in range(answers):
        SqlReviewLog(database).append(ANNA, "dak", a_review(f"term{number}"))
    database.close()


@pytest.fixture(scope="module")
def good_file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("good")
    filled(folder, 150)
    return file_in(folder).read_bytes()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)],
    ids=["write-ahead log", "on disk at each commit", "foreign keys", "patience with other windows"],
)
def test_what_keeps_answers_safe_is_in_force_on_every_connection(database: Database, pragma: str, value: object) -> None:
    with database.begin() as first, database.begin() as second:
        found = [connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() for connection in (first, second)]
    assert found == [value, value]


def test_a_missing_folder_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "één" / "map met spaties % en &"
    open_database(folder).close()
    assert file_in(folder).is_file()


def test_closing_leaves_one_file_that_can_be_carried_away(tmp_path: Path) -> None:
    filled(tmp_path, 5)
    assert list(contents(tmp_path)) == ["beroepentaal.sqlite"]


def test_the_migrations_lead_to_the_tables_that_the_code_uses(database: Database) -> None:
    with database.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_newest_migration_is_the_schema_that_the_code_expects(tmp_path: Path) -> None:
    assert ScriptDirectory.from_config(configuration()).get_current_head() == SCHEMA
    open_database(tmp_path).close()
    assert rows_in(tmp_path, "SELECT version_num FROM alembic_version") == [(SCHEMA,)]


def test_nothing_private_has_a_place_in_the_schema(database: Database) -> None:
    look = inspect(database.engine)
    columns = {f"{table}.{column['name']}": column["type"] for table in metadata.tables for column in look.get_columns(table)}
    words = {part for place in columns for part in place.replace(".", "_").split("_")}
    assert not words & set(PRIVATE)
    assert not any(isinstance(kind, (DateTime, Time)) for kind in columns.values())
    assert [place for place, kind in columns.items() if isinstance(kind, Date)] == ["reviews.day"]


def test_the_file_tells_the_day_of_an_answer_and_not_the_time(database: Database, tmp_path: Path) -> None:
    SqlReviewLog(database).append(ANNA, "dak", a_review("helm", date(2026, 9, 7).toordinal()))
    assert rows_in(tmp_path, "SELECT day FROM reviews") == [("2026-09-07",)]


def test_a_computer_keeps_its_id(tmp_path: Path) -> None:
    first, second = open_database(tmp_path), open_database(tmp_path)
    assert first.device == second.device
    first.close()
    second.close()


def test_two_computers_have_different_ids(tmp_path: Path) -> None:
    first, second = open_database(tmp_path / "een"), open_database(tmp_path / "twee")
    assert first.device != second.device
    first.close()
    second.close()


def test_windows_that_open_a_new_folder_together_are_one_device(tmp_path: Path) -> None:
    def open_and_close(folder: Path) -> str:
        try:
            database = open_database(folder)
        except Refusal:  # may happen in the moment in which the file is made; that window can try again
            return ""
        database.close()
        return database.device

    with ThreadPoolExecutor(6) as windows:
        for round_ in range(5):
            devices = set(windows.map(open_and_close, [tmp_path / str(round_)] * 6)) - {""}
            assert rows_in(tmp_path / str(round_), "SELECT id FROM devices") == [(device,) for device in devices]


def test_a_database_of_a_newer_version_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    filled(tmp_path, 5)
    with closing(sqlite3.connect(file_in(tmp_path))) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '0999'")
    before = contents(tmp_path)
    with pytest.raises(Refusal, match="nieuwere versie"):
        open_database(tmp_path)
    assert contents(tmp_path) == before


def cut(part: float) -> Callable[[bytes], bytes]:
    return lambda data: data[: int(len(data) * part)]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"Dit is een brief en geen database.\n" * 500,
        lambda _: b"PK\x03\x04" + bytes(5000),
        lambda _: bytes(4096),
        lambda data: b"\xff" * 100 + data[100:],
        lambda data: data[:4096] + b"\xff" * (len(data) - 4096),
        cut(0.0001),
        cut(0.01),
        cut(0.3),
        cut(0.9),
    ],
    ids=["letter", "zip", "zeros", "no header", "only a header", "12 bytes", "one hundredth", "third", "nine tenths"],
)
def test_a_file_that_is_no_whole_database_is_refused_and_left_as_it_was(
    tmp_path: Path, damage: Callable[[bytes], bytes], good_file: bytes
) -> None:
    file_in(tmp_path).write_bytes(damage(good_file))
    before = contents(tmp_path)
    with pytest.raises(Refusal, match="beschadigd; er is niets aan veranderd"):
        open_database(tmp_path)
    assert contents(tmp_path) == before


def test_a_full_disk_refuses_an_answer_and_keeps_the_ones_before_it(database: Database, tmp_path: Path) -> None:
    log, confirmed = SqlReviewLog(database), list[str]()
    pages = rows_in(tmp_path, "PRAGMA page_count")[0][0]
    with with_pragma(database, f"max_page_count = {pages + 3}"), pytest.raises(Refusal, match="schijf is vol"):  # noqa: PT012
        for number in range(2000):
            log.append(ANNA, "dak", a_review(f"term{number}"))
            confirmed.append(f"term{number}")
    assert 10 < len(confirmed) < 1999
    assert terms_of_anna(database) == confirmed
    assert rows_in(tmp_path, "PRAGMA integrity_check") == [("ok",)]
    log.append(ANNA, "dak", a_review("weer ruimte"))
    assert terms_of_anna(database) == [*confirmed, "weer ruimte"]


def test_a_disk_that_became_read_only_refuses_an_answer_and_can_still_be_read(database: Database) -> None:
    log = SqlReviewLog(database)
    log.append(ANNA, "dak", a_review("helm"))
    with with_pragma(database, "query_only = ON"):
        with pytest.raises(Refusal, match="alleen-lezen"):
            log.append(ANNA, "dak", a_review("nok"))
        with pytest.raises(Refusal, match="alleen-lezen"):
            SqlRoster(database).add(BORIS)
        assert terms_of_anna(database) == ["helm"]


def test_a_file_that_another_program_holds_is_refused_and_works_again_when_it_is_free(
    database: Database, tmp_path: Path
) -> None:
    log = SqlReviewLog(database)
    with with_pragma(database, "busy_timeout = 20"):
        with closing(sqlite3.connect(file_in(tmp_path))) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(Refusal, match="bezet"):
                log.append(ANNA, "dak", a_review("helm"))
        log.append(ANNA, "dak", a_review("nok"))
    assert terms_of_anna(database) == ["nok"]


def a_file_where_the_folder_should_be(place: Path) -> Path:
    (place / "map").write_text("geen map")
    return place / "map"


def a_file_above_the_folder(place: Path) -> Path:
    return a_file_where_the_folder_should_be(place) / "gegevens"


def a_folder_where_the_file_should_be(place: Path) -> Path:
    file_in(place).mkdir()
    return place


def a_folder_that_nobody_can_write_in(_: Path) -> Path:
    return Path("/proc/beroepentaal")


@pytest.mark.parametrize(
    "bad",
    [
        a_file_where_the_folder_should_be,
        a_file_above_the_folder,
        a_folder_where_the_file_should_be,
        pytest.param(
            a_folder_that_nobody_can_write_in,
            marks=pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has such a folder for everyone"),
        ),
    ],
)
def test_a_folder_that_cannot_be_used_is_refused(bad: Callable[[Path], Path], tmp_path: Path) -> None:
    folder = bad(tmp_path)
    with pytest.raises(Refusal, match="bewaren"):
        open_database(folder)
