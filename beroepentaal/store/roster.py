"""The trainees of this PC, in the database."""

from sqlalchemy import insert, select

from beroepentaal.classroom.ports import Trainee
from beroepentaal.store.database import Database
from beroepentaal.store.tables import trainees


class SqlRoster:
    def __init__(self, database: Database) -> None:
        self._database = database

    def trainees(self) -> list[Trainee]:
        """By picture, so that each stands where it stood yesterday."""
        with self._database.begin() as connection:
            rows = connection.execute(select(trainees).order_by(trainees.c.picture, trainees.c.colour))
            return [Trainee(row.id, row.picture, row.colour, row.language, row.deck) for row in rows]

    def add(self, trainee: Trainee) -> None:
        with self._database.begin() as connection:
            connection.execute(
                insert(trainees).values(
                    id=trainee.id,
                    picture=trainee.picture,
                    colour=trainee.colour,
                    language=trainee.language,
                    deck=trainee.deck,
                )
            )
