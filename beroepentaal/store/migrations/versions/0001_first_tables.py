"""Trainees, this PC and the review log."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table("devices", sa.Column("id", sa.String, primary_key=True))
    op.create_table(
        "trainees",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("picture", sa.String, nullable=False),
        sa.Column("colour", sa.Integer, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("deck", sa.String, nullable=False),
    )
    op.create_table(
        "reviews",
        sa.Column("device", sa.String, primary_key=True),
        sa.Column("sequence", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("trainee", sa.String, sa.ForeignKey("trainees.id"), nullable=False, index=True),
        sa.Column("deck", sa.String, nullable=False),
        sa.Column("term", sa.String, nullable=False),
        sa.Column("skill", sa.String, nullable=False),
        sa.Column("form", sa.String, nullable=False),
        sa.Column("rating", sa.Integer),
        sa.Column("day", sa.Date, nullable=False, index=True),
        sa.Column("seconds", sa.Float, nullable=False),
    )
