"""What differs between databases: how SQLite is opened and locked, and the index of words."""

from __future__ import annotations

from sqlite3 import Connection as SqliteConnection
from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    Integer,
    MetaData,
    Table,
    Text,
    and_,
    column,
    delete,
    event,
    func,
    insert,
    select,
    table,
    text,
)
from sqlalchemy.sql.elements import ColumnElement

from dateline.lexicon.words import phrase_key

WRITE_LOCK = 0x6461_7465  # one number for every program that writes to a Dateline store

incident_text = table("incident_text", column("rowid", Integer), column("words", Text))


def prepare(engine: Engine, timeout_s: float) -> None:
    """Make an engine begin, wait and keep its word as a store needs it; no effect but on SQLite.

    The driver's own transactions are switched off: it commits behind one's back before some statements.
    """
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def connect(connection: SqliteConnection, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(timeout_s * 1000)}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def keep_log(engine: Engine) -> None:
    """Let readers go on while one writes (SQLite's write-ahead log)."""
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            connection.close()


def lock_for_writing(connection: Connection) -> None:
    """Wait until no other program adds to the store; SQLite has done so when it began."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(WRITE_LOCK)))


def create_text_index(connection: Connection) -> None:
    """Create the index of incidents' words: FTS5 on SQLite, a plain table elsewhere."""
    if connection.dialect.name == "sqlite":
        tokens = "unicode61 remove_diacritics 2"
        connection.execute(text(f"CREATE VIRTUAL TABLE incident_text USING fts5(words, tokenize='{tokens}')"))
    else:
        Table(
            "incident_text",
            MetaData(),
            Column("rowid", BigInteger, primary_key=True, autoincrement=False),
            Column("words", Text, nullable=False),
        ).create(connection)


def index_words(connection: Connection, key: int, words: str) -> None:
    """Make an incident findable by these words and no others."""
    connection.execute(delete(incident_text).where(incident_text.c.rowid == key))
    connection.execute(insert(incident_text).values(rowid=key, words=words))


def has_words(connection: Connection, key: ColumnElement[Any], wanted: str) -> ColumnElement[bool]:
    """Return the condition that an incident's words hold all words wanted, whatever marks they carry."""
    words = phrase_key(wanted)
    if connection.dialect.name == "sqlite":
        query = " ".join(f'"{word}"' for word in words if word[:1].isalnum())
        matching = text("SELECT rowid FROM incident_text WHERE incident_text MATCH :words").bindparams(words=query)
        return key.in_(matching.columns(column("rowid", Integer))) if query else key.is_(None)
    found = and_(*(func.lower(incident_text.c.words).contains(word, autoescape=True) for word in words))
    return key.in_(select(incident_text.c.rowid).where(found))
