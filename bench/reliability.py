"""Whether confidence keeps its word: `python -m bench.reliability --data DIR [--svg FILE]`.

Reads the test parts of this project's reports and of the real ones, judges every value by gold, and prints for each
tenth of confidence how many values have it and how many of them are right; with --svg also draws that. The last line is
the expected calibration error of each kind of value, as JSON.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from dateline.analyse.reliability import Bin, Judged, bins, calibration_error
from training.calibrate import judgements

SIDE = 320
EDGE = 40


def main() -> int:
    """Measure, print and draw."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder of public corpora")
    parser.add_argument("--svg", type=Path, help="draw the diagram into this file")
    asked = parser.parse_args()
    values = judgements(asked.data, "test")
    found = bins(values)
    print("| confidence | values | mean confidence | right |\n|---|---|---|---|")
    for one in found:
        low = int(one.confidence * 10) / 10
        print(f"| {low:.1f} to {low + 0.1:.1f} | {one.values} | {one.confidence:.2f} | {one.right:.2f} |")
    if asked.svg:
        asked.svg.write_text(diagram(found), encoding="utf-8")
    print(json.dumps({"all": round(calibration_error(values), 4), **by_kind(values)}))
    return 0


def by_kind(values: Sequence[Judged]) -> dict[str, float]:
    """Return the calibration error of each kind of value."""
    kinds = sorted({one.kind for one in values})
    return {kind: round(calibration_error([one for one in values if one.kind == kind]), 4) for kind in kinds}


def diagram(found: Sequence[Bin]) -> str:
    """Return an SVG of the share that is right against mean confidence; the area of a point is its number of values."""
    most = max(one.values for one in found)
    size = SIDE + 2 * EDGE
    points = "".join(
        f'<circle cx="{EDGE + one.confidence * SIDE:.1f}" cy="{EDGE + (1 - one.right) * SIDE:.1f}" '
        f'r="{3 + 13 * (one.values / most) ** 0.5:.1f}" fill="#1f6f8b" fill-opacity="0.75"/>'
        for one in found
    )
    ticks = "".join(
        f'<text x="{EDGE + x * SIDE:.0f}" y="{EDGE + SIDE + 18}" text-anchor="middle">{x:.1f}</text>'
        f'<text x="{EDGE - 8}" y="{EDGE + (1 - x) * SIDE + 4:.0f}" text-anchor="end">{x:.1f}</text>'
        for x in (0.0, 0.5, 1.0)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size + 8}" '
        f'font-family="sans-serif" font-size="12">'
        f'<rect width="{size}" height="{size + 8}" fill="white"/>'
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>'
        f'<line x1="{EDGE}" y1="{EDGE + SIDE}" x2="{EDGE + SIDE}" y2="{EDGE}" stroke="#999" stroke-dasharray="4 4"/>'
        f'{points}{ticks}<text x="{EDGE + SIDE / 2}" y="{size - 2}" text-anchor="middle">mean confidence</text>'
        f'<text x="{EDGE}" y="{EDGE - 12}">share that is right</text></svg>\n'
    )


if __name__ == "__main__":
    raise SystemExit(main())
