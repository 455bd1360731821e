"""Atomic folders: a kill at any moment leaves the old one or the new one, never half."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

BUILDING = ".bygger-"


def swap_in(target: Path, build: Callable[[Path], None]) -> Path:
    """Make sure that the folder `target` exists, built by `build` into a folder it is given.

    Of several processes that want the same folder one builds and the others wait for it.
    Folders that a killed build left behind are removed by the next one.
    """
    if target.is_dir():
        return target
    target.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(target.parent / ".lås"):
        if target.is_dir():
            return target
        for abandoned in target.parent.glob(f"{BUILDING}*"):
            shutil.rmtree(abandoned, ignore_errors=True)
        building = Path(tempfile.mkdtemp(prefix=BUILDING, dir=target.parent))
        try:
            build(building)
            building.rename(target)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
    return target
