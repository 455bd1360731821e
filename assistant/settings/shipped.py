"""Finds the corpus and the prompts, in a checkout and in an installed wheel alike."""

from pathlib import Path

PACKAGE = Path(__file__).parent.parent


def shipped(name: str) -> Path:
    """The folder or file of that name: beside the package in a checkout, inside it in a wheel."""
    installed = PACKAGE / "shipped" / name
    return installed if installed.exists() else PACKAGE.parent / name
