"""The tables as the newest migration leaves them."""

from sqlalchemy import Column, Date, Float, ForeignKey, Integer, MetaData, String, Table

SCHEMA = "0001"
"""The newest migration; a test holds it to the migrations themselves."""

metadata = MetaData()

devices = Table(
    "devices",
    metadata,
    Column("id", String, primary_key=True),
    comment="This PC, in one row; the other half of a review's identity when PCs are merged.",
)

trainees = Table(
    "trainees",
    metadata,
    Column("id", String, primary_key=True),
    Column("picture", String, nullable=False),
    Column("colour", Integer, nullable=False),
    Column("language", String, nullable=False),
    Column("deck", String, nullable=False),
)

reviews = Table(
    "reviews",
    metadata,
    Column("device", String, primary_key=True),
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("trainee", String, ForeignKey("trainees.id"), nullable=False, index=True),
    Column("deck", String, nullable=False),
    Column("term", String, nullable=False),
    Column("skill", String, nullable=False),
    Column("form", String, nullable=False),
    Column("rating", Integer, comment="Empty when the term was shown and not asked."),
    Column("day", Date, nullable=False, index=True, comment="The school day, never the hour."),
    Column("seconds", Float, nullable=False),
    comment="Every answer ever given; rows are added and never changed.",
)
