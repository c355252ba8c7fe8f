"""`dateline incidents`: the table for people, the records, the CSV, the filters."""

import csv
import io
import json
from pathlib import Path

import jsonschema
import pytest
from msgspec import json as records
from rich.console import Console

from dateline.cli import OK, UsageError, run
from dateline.cli.incidents import country_code, types_of
from dateline.cli.render_incidents import WIDE, print_incidents, short_ids
from dateline.cli.stores import bare
from dateline.model.incident import Incident
from dateline.store import open_store
from tests.cli.running import ESCAPES, SCHEMA, call, is_harmless
from tests.cli.stocked import stock
from tests.store.factories import AT, a_casualty, a_party, a_place, a_report, an_event


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("stock") / "x.db"
    stock(path)
    return str(path)


def listed(db: str, capfd: pytest.CaptureFixture[str], *options: str) -> list[Incident]:
    assert run(["incidents", "--db", db, "--format", "jsonl", *options]) == OK
    return [records.decode(line, type=Incident) for line in capfd.readouterr().out.splitlines()]


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ([], 2),
        (["--country", "IQ"], 1),
        (["--country", "iraq"], 1),
        (["--country", "SY"], 0),
        (["--type", "shelling"], 1),
        (["--type", "Violence against civilians"], 1),
        (["--type", "attack"], 1),
        (["--actor", "islamic resistance"], 1),
        (["--actor", "iri"], 1),
        (["--actor", "nobody"], 0),
        (["--since", "2024-01-20", "--until", "2024-01-20"], 1),
        (["--since", "2024-01-21"], 0),
        (["--text", "Asad"], 1),
        (["--text", "picnic"], 0),
    ],
)
def test_filters(db: str, capfd: pytest.CaptureFixture[str], options: list[str], count: int) -> None:
    assert len(listed(db, capfd, *options)) == count


@pytest.mark.skipif(SCHEMA is None, reason="the contract does not lie beside this checkout")
def test_records_hold_the_contract(db: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert SCHEMA is not None
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    check = jsonschema.Draft202012Validator({**schema["$defs"]["Incident"], "$defs": schema["$defs"]})
    run(["incidents", "--db", db, "--format", "jsonl"])
    for line in capfd.readouterr().out.splitlines():
        check.validate(json.loads(line))


@pytest.mark.parametrize("columns", ["80", "100", "120", "160"])
def test_the_table_fits_the_terminal_and_says_it_all(db: str, columns: str) -> None:
    done = call("incidents", "--db", db, env={"COLUMNS": columns})
    assert done.returncode == OK
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= int(columns)
    words = done.stdout.split()
    for word in ("18:30", "Shelling", "Islamic", "(claims", "3–5", "≥", "3/3", "corroborated", "Airbase,"):
        assert word in words, word


def test_ids_are_long_enough_to_tell_apart(db: str, capfd: pytest.CaptureFixture[str]) -> None:
    ids = [incident.id for incident in listed(db, capfd)]
    assert [bare(one).startswith(short) for one, short in zip(ids, short_ids(ids), strict=True)] == [True, True]
    assert short_ids(["inc-aaaaaaaaaa1", "inc-aaaaaaaaaa2"]) == ["aaaaaaaaaa1", "aaaaaaaaaa2"]
    assert short_ids([]) == []


def test_colour_on_a_terminal_only(db: str) -> None:
    forced = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    assert "\x1b[" in call("incidents", "--db", db, env=forced).stdout
    assert "\x1b[3" not in call("incidents", "--db", db, env={**forced, "NO_COLOR": "1"}).stdout


def test_csv_is_one_row_each(db: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["incidents", "--db", db, "--format", "csv"]) == OK
    first, second = csv.DictReader(io.StringIO(capfd.readouterr().out))
    assert (first["killed_min"], first["killed_max"], first["country"]) == ("3", "5", "IQ")
    assert second["place"] == ""


def test_formulas_and_escapes_in_reports_stay_text(tmp_path: Path) -> None:
    db = tmp_path / "evil.db"
    event = an_event(
        place=a_place(f"=1+1{ESCAPES}"),
        perpetrators=[a_party(f"@SUM(A1){ESCAPES}")],
        casualties=[a_casualty(3, group=f"+x{ESCAPES}")],
    )
    with open_store(str(db)) as store:
        store.add(a_report(event, publisher=f"-2{ESCAPES}", uri=f"=HYPERLINK(1){ESCAPES}"), AT)
        [incident] = store.incidents()
    out = call("incidents", "--db", db, "--format", "csv").stdout
    assert is_harmless(out)
    [row] = csv.DictReader(io.StringIO(out))
    assert row["place"].startswith("'=1+1")
    assert row["perpetrators"].startswith("'@SUM")
    assert row["sources"].startswith("'=HYPERLINK")
    for shown in (["incidents"], ["incidents", "--format", "jsonl"], ["show", incident.id], ["reports"], ["tour"]):
        done = call(*shown, "--db", db)
        assert done.returncode == OK
        assert is_harmless(done.stdout), shown


def test_an_empty_store_says_what_to_do(tmp_path: Path, db: str, capfd: pytest.CaptureFixture[str]) -> None:
    empty = str(tmp_path / "empty.db")
    open_store(empty).close()
    assert run(["incidents", "--db", empty]) == OK
    assert "ingest PATH" in capfd.readouterr().err
    assert run(["incidents", "--db", db, "--country", "SY"]) == OK
    assert "no incident matches" in capfd.readouterr().err


def test_words_name_types_and_countries() -> None:
    assert types_of("Grenade") == ["Grenade"]
    assert types_of("battles") == ["Battles"]
    assert types_of("attack") == ["Attack"]
    assert set(types_of("strike")) == {"Air/drone strike"}
    assert types_of("protest") == ["Protest with intervention", "Peaceful protest"]
    assert country_code("iq") == "IQ"
    assert country_code("Côte d'Ivoire") == country_code("Ivory Coast") == "CI"
    with pytest.raises(UsageError):
        types_of("")


def test_many_parties_are_cut_those_known_by_name_first(tmp_path: Path) -> None:
    parties = [a_party("gunmen"), a_party("men"), a_party("youths"), a_party("Red Brigade", "red", certainty="alleged")]
    with open_store(str(tmp_path / "x.db")) as store:
        store.add(a_report(an_event(perpetrators=parties)), AT)
        incidents = list(store.incidents())
    out = Console(file=io.StringIO(), width=WIDE + 40)
    print_incidents(incidents, out)
    assert isinstance(out.file, io.StringIO)
    shown = " ".join(out.file.getvalue().split())
    assert "Red Brigade" in shown
    assert "and 2 more" in shown
