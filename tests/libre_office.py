"""LibreOffice as a second reader of Word files, where it is installed."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
OFFICE_PYTHON = "/usr/bin/python3"
"""Where Debian's LibreOffice puts its Python modules."""
SCRIPT = Path(__file__).with_name("settle_changes.py")


def _drives_office() -> bool:
    command = [OFFICE_PYTHON, "-c", "import uno"]
    return (
        SOFFICE is not None
        and Path(OFFICE_PYTHON).exists()
        and subprocess.run(command, check=False, capture_output=True).returncode == 0
    )


needs_libre_office_driven = pytest.mark.skipif(
    not _drives_office(), reason="LibreOffice and its Python (python3-uno) are not installed"
)
needs_libre_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def converted(file: Path, kind: str) -> Path:
    """The file opened in LibreOffice and saved as another kind, in a folder of its own."""
    folder = file.parent / f"som-{kind.partition(':')[0]}"
    profile = (file.parent / "profil").as_uri()
    command = [str(SOFFICE), f"-env:UserInstallation={profile}", "--headless", "--convert-to", kind]
    subprocess.run(
        [*command, "--outdir", str(folder), str(file)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return folder / f"{file.stem}.{kind.partition(':')[0]}"


def settled_one_by_one(file: Path, choice: str) -> list[tuple[int, Path]]:
    """The tracked changes accepted or rejected ("Accept", "Reject") one by one by LibreOffice itself.

    For each change: how many are left after it, and the file as it is then.
    """
    folder = file.parent / choice
    folder.mkdir()
    pipe = f"klimatkontrakt-{os.getpid()}-{choice.lower()}"
    profile = (file.parent / "profil").as_uri()
    office = subprocess.Popen(
        [
            str(SOFFICE),
            f"-env:UserInstallation={profile}",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        done = subprocess.run(
            [OFFICE_PYTHON, str(SCRIPT), str(file), str(folder), pipe, choice],
            check=True,
            capture_output=True,
            text=True,
            timeout=120,
        )
        office.wait(timeout=60)
    finally:
        office.kill()
        office.wait()
    left = [int(line) for line in done.stdout.split()]
    return [(count, folder / f"{number}.docx") for number, count in enumerate(left, start=1)]
