"""Alembic's entry point: runs migrations on the connection that upgrade.py hands over."""

from alembic import context

from beroepentaal.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=False,  # upgrade.py holds the transaction
)
context.run_migrations()
