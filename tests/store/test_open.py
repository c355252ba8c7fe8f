"""Opening a store: what works, and a plain word for each thing that can be wrong."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

import dateline.store.engine as opening
from dateline.errors import StoreError
from dateline.store import open_store, schema
from tests.store.factories import AT, a_report, an_event


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "conflict.db"


@pytest.mark.parametrize("form", ["{}", "sqlite:///{}", "sqlite+pysqlite:///{}"])
def test_a_path_and_an_address_open_one_store(path: Path, form: str) -> None:
    report = a_report(an_event())
    with open_store(str(path)) as store:
        store.add(report, AT)
    with open_store(form.format(path)) as store:
        assert store.report(report.id) == report
        assert len(list(store.incidents())) == 1


def test_a_store_in_memory_needs_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("sqlite://") as store:
        store.add(a_report(an_event()), AT)
        assert [list(store.revisions(incident.id)) for incident in store.incidents()]
    assert list(tmp_path.iterdir()) == []


def test_readers_go_on_while_one_writes(path: Path) -> None:
    open_store(str(path)).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def refusal(url: str) -> str:
    with pytest.raises(StoreError) as caught:
        open_store(url, wait_s=0.05)
    assert caught.value.url == url
    return caught.value.reason


def test_no_folder(tmp_path: Path) -> None:
    assert refusal(str(tmp_path / "no" / "x.db")) == f"there is no folder {tmp_path / 'no'}"


def test_no_store_is_made_where_none_is_asked_for(path: Path) -> None:
    for url in (str(path), "sqlite://"):
        with pytest.raises(StoreError, match="there is no store here yet"):
            open_store(url, create=False)
    assert not path.exists()
    open_store(str(path)).close()
    open_store(str(path), create=False).close()


def test_a_folder(tmp_path: Path) -> None:
    assert refusal(str(tmp_path)) == "this is a folder; name a file in it"


def test_no_database(path: Path) -> None:
    path.write_text("Dear reader, this is a letter and no database at all. " * 40)
    assert refusal(str(path)) == "it is not a Dateline store"


def test_another_programs_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipe (name TEXT)")
    connection.close()
    assert refusal(str(path)) == "it is a database, but not a Dateline store"


@pytest.mark.parametrize("version", ["9999", None])
def test_a_newer_store(path: Path, version: str | None) -> None:
    open_store(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE {schema.VERSION_TABLE} SET version_num = coalesce(?, 'x')", (version,))  # noqa: S608
    connection.close()
    assert "is newer than this program reads (0001)" in refusal(str(path))


def test_a_store_that_another_program_writes_to(path: Path) -> None:
    open_store(str(path)).close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with open_store(str(path), wait_s=0.05) as store, pytest.raises(StoreError, match="another program is writing"):
        store.add(a_report(an_event()), AT)
    holder.close()


def test_a_store_that_cannot_be_written(path: Path) -> None:
    with open_store(str(path)) as store:
        store.add(a_report(an_event()), AT)
    with open_store(f"sqlite:///file:{path}?mode=ro&uri=true") as store:
        assert len(list(store.incidents())) == 1
        with pytest.raises(StoreError, match="can be read but not written"):
            store.add(a_report(an_event(), publisher="Courier"), AT)


@pytest.mark.parametrize(
    ("url", "reason"),
    [("nosuch://x", "no driver for nosuch is installed"), ("://", "neither a path nor a database address")],
)
def test_addresses_of_nothing(url: str, reason: str) -> None:
    assert reason in refusal(url)


def test_a_failed_migration_leaves_no_half_store(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from dateline.store import dialect  # noqa: PLC0415

    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(dialect, "create_text_index", fails)
        with pytest.raises(KeyboardInterrupt):
            open_store(str(path))
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    connection.close()
    open_store(str(path)).close()


def test_the_migrations_make_the_schema_that_the_program_uses(path: Path) -> None:
    open_store(str(path)).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:

        def ours(_: object, name: str | None, kind: str, *__: object) -> bool:
            return kind != "table" or name in schema.metadata.tables

        options = {"include_object": ours, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


def test_the_versions_known_are_those_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(opening.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    found = ScriptDirectory.from_config(config)
    assert tuple(reversed([script.revision for script in found.walk_revisions()])) == schema.VERSIONS
