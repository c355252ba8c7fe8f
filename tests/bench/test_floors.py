"""No quality figure falls below its floor, on the corpora that are there."""

from pathlib import Path

import pytest

from bench.floors import MEASURES, fallen, load_floors

DATA = Path(__file__).parents[3] / "shared" / "data"


@pytest.mark.parametrize("name", MEASURES)
def test_no_figure_falls_below_its_floor(name: str) -> None:
    folder, measure = MEASURES[name]
    if folder is not None and not (DATA / folder).is_dir():
        pytest.skip(f"{folder} does not lie beside this checkout")
    figures, digest = measure(DATA, "both")
    floor = load_floors()["floors"][name]
    assert floor["sha256"] == digest, "the corpus changed: python -m bench.floors --data DIR --write"
    assert fallen(figures, floor["figures"]) == {}


def test_a_figure_below_its_floor_is_named() -> None:
    assert fallen({"f1": 0.5, "recall": 0.7}, {"f1": 0.6, "recall": 0.7}) == {"f1": (0.6, 0.5)}
    assert fallen({"f1": 0.6}, {"f1": 0.6005}) == {}
