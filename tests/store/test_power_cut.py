"""What was confirmed is on disk, whenever the computer stops."""

import random
import subprocess
import sys
from pathlib import Path

from stored import ANNA, rows_in

import beroepentaal
from beroepentaal.store.database import open_database
from beroepentaal.store.review_log import SqlReviewLog
from beroepentaal.store.roster import SqlRoster

ANSWERS_FOR_EVER = """
import sys
from itertools import count
from pathlib import Path
from beroepentaal.learning.exercises import Form, Review
from beroepentaal.learning.memory import Rating
from beroepentaal.store.database import open_database
from beroepentaal.store.review_log import SqlReviewLog
from beroepentaal.store.roster import SqlRoster

database = open_database(Path(sys.argv[1]))
[trainee] = SqlRoster(database).trainees()
log = SqlReviewLog(database)
for number in count():
    term = f"{sys.argv[2]}-{number}"
    log.append(trainee, "dak", Review(term, Form.PICTURE_SAY, Rating.GOOD, 739_000, 7.5))
    print(term, flush=True)
"""


def confirmed_before_a_kill(folder: Path, round_: int, answers: int) -> list[str]:
    """Answers that a program says it has kept, until it is killed some time after so many."""
    command = [sys.executable, "-c", ANSWERS_FOR_EVER, str(folder), str(round_)]
    home = Path(beroepentaal.__file__).parents[1]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=home) as process:
        assert process.stdout
        lines = [process.stdout.readline() for _ in range(answers)]
        process.kill()
        lines += process.stdout.readlines()
    return [line.strip() for line in lines if line.endswith("\n")]


def test_every_confirmed_answer_is_there_after_the_program_was_killed(tmp_path: Path) -> None:
    confirmed = list[str]()
    database = open_database(tmp_path)
    SqlRoster(database).add(ANNA)
    database.close()
    for round_ in range(3):
        answers = confirmed_before_a_kill(tmp_path, round_, random.randint(1, 120))
        assert answers
        confirmed += answers
        again = open_database(tmp_path)
        stored = [review.term for review in SqlReviewLog(again).reviews(ANNA, "dak")]
        again.close()
        assert [term for term in stored if term in set(confirmed)] == confirmed
        assert len(stored) <= len(confirmed) + round_ + 1  # each kill may have come before one confirmation
        assert rows_in(tmp_path, "PRAGMA integrity_check") == [("ok",)]
