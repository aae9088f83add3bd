"""Opens the database of a data folder, brings it to the newest schema, and says kindly what is wrong with it."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, exists, insert, inspect, literal, select, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from beroepentaal.refusal import Refusal
from beroepentaal.store.first_look import FILE
from beroepentaal.store.tables import SCHEMA, devices

PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000")


class Database:
    """A data folder's database, open and of the newest schema."""

    def __init__(self, engine: Engine, device: str) -> None:
        self.engine = engine
        self.device = device
        """Id of this PC."""

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """A transaction; on disk when it ends. Raises Refusal, with nothing changed, when the world is against it."""
        with _said_kindly(), self.engine.begin() as connection:
            yield connection

    def close(self) -> None:
        self.engine.dispose()


def open_database(folder: Path) -> Database:
    """Makes the folder and the database where they are missing. Raises Refusal."""
    with _said_kindly():
        folder.mkdir(parents=True, exist_ok=True)
        engine = create_engine(f"sqlite:///{folder / FILE}")
        event.listen(engine, "connect", _set_pragmas)
        try:
            _bring_up_to_date(engine)
            return Database(engine, _device(engine))
        except BaseException:
            engine.dispose()
            raise


def _set_pragmas(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _bring_up_to_date(engine: Engine) -> None:
    version = _version(engine)
    if version == SCHEMA:
        return
    if version is not None and version > SCHEMA:
        raise Refusal("De voortgang is bewaard door een nieuwere versie van BeroepenTaal; gebruik die versie.")
    from beroepentaal.store.migrations.upgrade import upgrade  # Alembic: a fifth of a second, seldom needed

    upgrade(engine)


def _version(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _device(engine: Engine) -> str:
    known = select(devices.c.id)
    with engine.begin() as connection:
        if device := connection.execute(known).scalar():
            return str(device)
        # One statement, so two windows that open a new folder together cannot take it for two devices.
        new = select(literal(uuid.uuid4().hex)).where(~exists(known))
        connection.execute(insert(devices).from_select(["id"], new))
        return str(connection.execute(known).scalar_one())


_FAULTS = (
    ("readonly", "De map met gegevens is alleen-lezen; BeroepenTaal kan daar niets bewaren."),
    ("disk is full", "De schijf is vol; maak ruimte vrij en probeer het opnieuw."),
    ("not a database", "Het bestand met de voortgang is beschadigd; er is niets aan veranderd."),
    ("malformed", "Het bestand met de voortgang is beschadigd; er is niets aan veranderd."),
    ("locked", "Een ander programma houdt het bestand met de voortgang bezet; probeer het zo opnieuw."),
    ("unable to open", "BeroepenTaal kan niets bewaren in de map met gegevens; kies een andere map of controleer de rechten."),
    ("disk i/o", "De schijf of USB-stick antwoordt niet; controleer of hij nog in de computer zit."),
)


@contextmanager
def _said_kindly() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        reason = str(error.orig).casefold()
        for sign, sentence in _FAULTS:
            if sign in reason:
                raise Refusal(sentence) from error
        raise
    except OSError as error:
        raise Refusal(f"De map '{error.filename}' kan niet gebruikt worden om in te bewaren.") from error
