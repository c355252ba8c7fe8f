"""Every test of the command line sees one terminal width, whatever runs the tests."""

import pytest


@pytest.fixture(autouse=True)
def _one_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
