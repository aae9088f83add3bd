from collections.abc import Iterator
from pathlib import Path

import pytest
from stored import ANNA

from beroepentaal.store.database import Database, open_database
from beroepentaal.store.roster import SqlRoster


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new one in which Anna is enrolled."""
    database = open_database(tmp_path)
    SqlRoster(database).add(ANNA)
    yield database
    database.close()
