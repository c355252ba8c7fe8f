"""The page on architecture: what it names is there, its layers are those that are held, its record is the code's."""

import re
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest

import dateline

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "dateline"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:[a-z_]+/)*[a-z0-9_]+\.(?:py|toml|tsv|md))`", PAGE)))
FOLDERS = sorted(set(re.findall(r"`((?:[a-z_]+/)+)`", PAGE)))
PACKAGES = sorted(path.parent.name for path in SOURCE.glob("*/__init__.py"))
LINKS = sorted(set(re.findall(r"\]\(([^)#:]+)\)", PAGE)))
BLOCKS = {kind: re.findall(rf"```{kind}\n(.*?)```", PAGE, re.DOTALL) for kind in ("text", "json")}


def is_there(name: str) -> bool:
    return any((root / name).exists() for root in (SOURCE, ROOT))


@pytest.mark.parametrize("name", [*NAMED, *FOLDERS])
def test_every_file_and_folder_that_it_names_exists(name: str) -> None:
    assert is_there(name)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_package_is_named_with_a_module_of_its_own(package: str) -> None:
    assert f"`{package}`" in PAGE or f"`{package}/`" in PAGE
    assert any(name.startswith(f"{package}/") for name in (*NAMED, *FOLDERS))


@pytest.mark.parametrize("link", LINKS)
def test_every_link_leads_somewhere(link: str) -> None:
    assert (ROOT / "docs" / link).exists()


def test_its_layers_are_those_that_are_held() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    [contract] = settings["tool"]["importlinter"]["contracts"]
    layers = [layer.removeprefix("dateline.") for layer in reversed(contract["layers"])]
    assert ", ".join(layers) in PAGE


def test_its_record_is_what_the_report_in_it_gives() -> None:
    [text] = [" ".join(block.split()) for block in BLOCKS["text"] if block.startswith("GAO, Mali")]
    event = dateline.extract(text, published="2025-02-07").events[0]
    given: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(event))
    shown = msgspec.json.decode(BLOCKS["json"][0])
    assert {key: given[key] for key in shown} == shown
