"""What is remembered: the review log and the trainees, in SQLite. SQLAlchemy lives only here."""
