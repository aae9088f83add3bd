"""The append-only log of answers, in the database."""

from datetime import date

from sqlalchemy import func, insert, select

from beroepentaal.classroom.ports import Trainee
from beroepentaal.learning.exercises import Form, Review
from beroepentaal.learning.memory import Rating
from beroepentaal.store.database import Database
from beroepentaal.store.tables import reviews


class SqlReviewLog:
    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, trainee: Trainee, deck: str, review: Review) -> None:
        with self._database.begin() as connection:
            newest = select(func.coalesce(func.max(reviews.c.sequence), 0)).where(reviews.c.device == self._database.device)
            connection.execute(
                insert(reviews).values(
                    device=self._database.device,
                    sequence=newest.scalar_subquery() + 1,  # one statement, so two windows cannot take the same number
                    trainee=trainee.id,
                    deck=deck,
                    term=review.term,
                    skill=review.skill,
                    form=review.form,
                    rating=review.rating,
                    day=date.fromordinal(review.day),
                    seconds=review.seconds,
                )
            )

    def reviews(self, trainee: Trainee, deck: str) -> list[Review]:
        mine = select(reviews).where(reviews.c.trainee == trainee.id, reviews.c.deck == deck)
        with self._database.begin() as connection:
            rows = connection.execute(mine.order_by(reviews.c.day, reviews.c.device, reviews.c.sequence))
            return [
                Review(
                    row.term,
                    Form(row.form),
                    None if row.rating is None else Rating(row.rating),
                    row.day.toordinal(),
                    row.seconds,
                )
                for row in rows
            ]

    def newest_day(self) -> int | None:
        with self._database.begin() as connection:
            newest: date | None = connection.execute(select(func.max(reviews.c.day))).scalar()
            return newest.toordinal() if newest else None
