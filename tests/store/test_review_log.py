"""Every answer is kept, in order, and only ever added."""

import random
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError
from stored import ANNA, BORIS, MONDAY, a_review, file_in, rows_in

from beroepentaal.classroom.ports import Trainee
from beroepentaal.learning.exercises import Form, Review
from beroepentaal.learning.memory import Rating
from beroepentaal.store.database import Database, open_database
from beroepentaal.store.review_log import SqlReviewLog
from beroepentaal.store.roster import SqlRoster

reviews = st.builds(
    Review,
    term=st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    form=st.sampled_from(Form),
    rating=st.one_of(st.none(), st.sampled_from(Rating)),
    day=st.just(MONDAY),
    seconds=st.floats(0, 60),
)


@pytest.fixture(scope="module")
def log_of_many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SqlReviewLog, SqlRoster, Iterator[int]]]:
    """A log that many examples share, each with a trainee of its own."""
    database = open_database(tmp_path_factory.mktemp("log"))
    yield SqlReviewLog(database), SqlRoster(database), count()
    database.close()


@given(log=st.lists(reviews, max_size=8), days=st.lists(st.integers(0, 40), min_size=8, max_size=8))
@settings(max_examples=15)
def test_what_was_appended_comes_back_equal_and_in_order(
    log_of_many: tuple[SqlReviewLog, SqlRoster, Iterator[int]], log: list[Review], days: list[int]
) -> None:
    stored, roster, numbers = log_of_many
    trainee = Trainee(f"trainee{next(numbers)}", "kat", 0, "ar", "dak")
    roster.add(trainee)
    as_days_pass = [
        Review(review.term, review.form, review.rating, review.day + sum(days[:place]), review.seconds)
        for place, review in enumerate(log)
    ]
    for review in as_days_pass:
        stored.append(trainee, "dak", review)
    assert stored.reviews(trainee, "dak") == as_days_pass


def test_a_review_that_comes_back_is_of_the_classes_that_learning_knows(database: Database) -> None:
    log = SqlReviewLog(database)
    log.append(ANNA, "dak", a_review("helm"))
    [review] = log.reviews(ANNA, "dak")
    assert (type(review.form), type(review.rating), type(review.day)) == (Form, Rating, int)


def test_trainees_and_decks_are_kept_apart(database: Database) -> None:
    SqlRoster(database).add(BORIS)
    log = SqlReviewLog(database)
    for trainee, deck, term in [(ANNA, "dak", "a"), (BORIS, "dak", "b"), (ANNA, "keuken", "c"), (ANNA, "dak", "d")]:
        log.append(trainee, deck, a_review(term))
    assert [review.term for review in log.reviews(ANNA, "dak")] == ["a", "d"]
    assert [review.term for review in log.reviews(ANNA, "keuken")] == ["c"]
    assert [review.term for review in log.reviews(BORIS, "dak")] == ["b"]
    assert log.reviews(BORIS, "keuken") == []


def test_the_newest_day_is_that_of_anyone_s_latest_answer(database: Database) -> None:
    log = SqlReviewLog(database)
    assert log.newest_day() is None
    for day in (MONDAY, MONDAY + 9, MONDAY + 2):
        log.append(ANNA, "dak", a_review("helm", day))
    assert log.newest_day() == MONDAY + 9


def test_the_log_is_there_after_closing_and_opening_again(tmp_path: Path) -> None:
    for number in range(3):
        database = open_database(tmp_path)
        if number == 0:
            SqlRoster(database).add(ANNA)
        SqlReviewLog(database).append(ANNA, "dak", a_review(f"term{number}"))
        assert len(SqlReviewLog(database).reviews(ANNA, "dak")) == number + 1
        database.close()
    assert len(rows_in(tmp_path, "SELECT DISTINCT device FROM reviews")) == 1
    assert rows_in(tmp_path, "SELECT sequence FROM reviews ORDER BY sequence") == [(1,), (2,), (3,)]


def test_an_append_leaves_every_earlier_row_as_it_was(database: Database, tmp_path: Path) -> None:
    log, chance = SqlReviewLog(database), random.Random(1)
    before = list[tuple[object, ...]]()
    for number in range(30):
        log.append(ANNA, chance.choice(["dak", "keuken"]), a_review(f"term{number % 4}", MONDAY + number // 8))
        after = rows_in(tmp_path, "SELECT * FROM reviews ORDER BY sequence")
        assert after[:-1] == before
        assert len(after) == len(before) + 1
        before = after


def test_two_windows_on_one_file_never_give_two_answers_the_same_number(database: Database, tmp_path: Path) -> None:
    other = open_database(tmp_path)
    logs = [SqlReviewLog(database), SqlReviewLog(other)] * 3
    with ThreadPoolExecutor(len(logs)) as windows:
        work = [
            windows.submit(log.append, ANNA, "dak", a_review(f"{window}-{number}"))
            for number in range(20)
            for window, log in enumerate(logs)
        ]
    for each in work:
        each.result()
    other.close()
    assert rows_in(tmp_path, "SELECT sequence FROM reviews ORDER BY sequence") == [(number,) for number in range(1, 121)]
    terms = [review.term for review in SqlReviewLog(database).reviews(ANNA, "dak")]
    assert sorted(terms) == sorted(f"{window}-{number}" for window in range(6) for number in range(20))


def test_a_reader_of_the_file_does_not_hold_up_a_writer(database: Database, tmp_path: Path) -> None:
    with closing(sqlite3.connect(file_in(tmp_path))) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM reviews").fetchone()
        SqlReviewLog(database).append(ANNA, "dak", a_review("helm"))
    assert len(SqlReviewLog(database).reviews(ANNA, "dak")) == 1


def test_an_answer_of_nobody_is_not_stored(database: Database, tmp_path: Path) -> None:
    with pytest.raises(IntegrityError):
        SqlReviewLog(database).append(BORIS, "dak", a_review("helm"))
    assert rows_in(tmp_path, "SELECT * FROM reviews") == []
