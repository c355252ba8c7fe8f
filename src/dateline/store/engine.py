"""Opening a store: its address, its schema, and what can be wrong with it, in words for people."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import StaticPool

from dateline.errors import StoreError
from dateline.store.dialect import keep_log, lock_for_writing, prepare
from dateline.store.schema import VERSION_TABLE, VERSIONS

ABSENT = "there is no store here yet; add a report to make one"
REASONS = (
    ("database is locked", "another program is writing to it; try again when it has finished"),
    ("readonly database", "it can be read but not written to"),
    ("file is not a database", "it is not a Dateline store"),
    ("unable to open database file", "it cannot be opened"),
    ("disk is full", "the disk is full"),
    ("malformed", "the file is damaged"),
)


@contextmanager
def plainly(url: str) -> Iterator[None]:
    """Turn what the database says into a StoreError for people."""
    try:
        yield
    except DBAPIError as error:
        said = str(error.orig)
        reason = next((plain for part, plain in REASONS if part in said), said.strip().splitlines()[0])
        raise StoreError(url, reason) from error


def address(url: str, create: bool = True) -> URL:
    """Return the database address of a URL or of a bare path to a SQLite file.

    Raises StoreError where the folder, or a file not to be created, is missing, or the address cannot be read.
    """
    if "://" not in url:
        found = URL.create("sqlite", database=url)
    else:
        try:
            found = make_url(url)
        except ArgumentError as error:
            raise StoreError(url, "this is neither a path nor a database address") from error
    path = found.database
    if found.get_backend_name() == "sqlite" and path and path != ":memory:" and not path.startswith("file:"):
        folder = Path(path).absolute().parent
        if not folder.is_dir():
            raise StoreError(url, f"there is no folder {folder}")
        if Path(path).is_dir():
            raise StoreError(url, "this is a folder; name a file in it")
        if not create and not Path(path).exists():
            raise StoreError(url, ABSENT)
    return found


def connect(url: str, timeout_s: float, create: bool = True) -> Engine:
    """Return an engine on a store whose schema is this program's, created or migrated where needed.

    Raises StoreError where that cannot be, saying why.
    """
    found = address(url, create)
    in_memory = found.get_backend_name() == "sqlite" and found.database in {None, "", ":memory:"}
    try:
        if in_memory:
            engine = create_engine(found, poolclass=StaticPool, connect_args={"check_same_thread": False})
        else:
            engine = create_engine(found)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreError(url, f"no driver for {found.drivername} is installed") from error
    prepare(engine, timeout_s)
    try:
        with plainly(url):
            _open(engine, url, create)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _open(engine: Engine, url: str, create: bool) -> None:
    with engine.connect() as connection:
        version = _version(connection, url)
    if version == VERSIONS[-1]:
        return
    if version is None and not create:
        raise StoreError(url, ABSENT)
    keep_log(engine)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        lock_for_writing(connection)
        if _version(connection, url) != VERSIONS[-1]:
            _migrate(connection)


def _version(connection: Connection, url: str) -> str | None:
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if VERSION_TABLE not in names:
        raise StoreError(url, "it is a database, but not a Dateline store")
    version = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608
    if version not in VERSIONS:
        raise StoreError(url, f"its schema {version} is newer than this program reads ({VERSIONS[-1]})")
    return str(version)


def _migrate(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - slow to load, and seldom needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(files("dateline.store") / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
