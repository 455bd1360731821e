"""The report's running text, from `words.yaml`; a missing variable is an error."""

from functools import cache
from pathlib import Path
from string import Template

import yaml

FILE = Path(__file__).parent / "words.yaml"


@cache
def _loaded() -> dict[str, list[str]]:
    read = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {str(n): v if isinstance(v, list) else [str(v)] for n, v in read.items()}


def words(name: str, **variables: object) -> str:
    """The text with its variables filled in."""
    return Template(_loaded()[name][0]).substitute(variables)


def lines(name: str) -> tuple[str, ...]:
    """The texts of a list."""
    return tuple(_loaded()[name])
