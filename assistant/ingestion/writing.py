"""Writes a proposal as a folder of the shape that the corpus has."""

from pathlib import Path
from typing import Any

import yaml

NOTE = (
    "# Läst ur en PDF-fil av klimatkontrakt ingest. Granska mot granska.md innan mappen används.\n"
)
LONG = 80
"""Characters of a text that is written over several lines."""
WIDTH = 98


class _Dumper(yaml.CSafeDumper):
    """Long texts over several lines, as the corpus has them."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = ">" if len(text) > LONG and text == " ".join(text.split()) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def yaml_text(data: Any) -> str:  # noqa: ANN401  what the corpus files hold
    """Data as the corpus files have it."""
    return yaml.dump(
        data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, indent=2
    )


def write_yaml(path: Path, data: Any) -> None:  # noqa: ANN401  what the corpus files hold
    """Write a file of the corpus, and the folder it stands in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(NOTE + yaml_text(data), encoding="utf-8")
