"""LibreOffice as a second reader of Word files, where it is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
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
