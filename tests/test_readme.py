import ast
import re
import tomllib
from pathlib import Path

import pytest

from assistant.cli.main import parser
from assistant.domain.answers import RefusalReason
from assistant.domain.editions import ChangeKind, Part
from assistant.domain.opinions import WhyNot
from assistant.domain.redlines import Mark
from assistant.domain.reviews import Effect, FindingKind, PledgeStatus, Severity
from assistant.settings import Settings
from assistant.settings.reading import PREFIX

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_readme_gives_every_dependency_a_line() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=\[ ]", line)[0] for line in project["dependencies"]}
    assert sorted(name for name in names if f"| {name} |" not in README) == []


def test_readme_lists_every_setting() -> None:
    names = [PREFIX + field.upper() for field in Settings.model_fields]
    assert [name for name in names if f"`{name}`" not in README] == []


def test_readme_shows_the_help_as_the_program_prints_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert parser().format_help().strip() in README


def _terms() -> list[str]:
    """The Swedish term that opens the docstring of each class of the domain."""
    terms = []
    for path in sorted((ROOT / "assistant" / "domain").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                docstring = ast.get_docstring(node) or ""
                if match := re.match(r"([A-ZÅÄÖ][\wåäöÅÄÖ ]+): ", docstring):
                    terms.append(f"{match.group(1).lower()} | `{node.name}`")
    return terms


def test_the_glossary_of_readme_lists_every_class_of_the_domain() -> None:
    listed = README.lower()
    assert len(_terms()) > 15
    assert [term for term in _terms() if f"| {term.lower()} |" not in listed] == []


def test_every_published_word_of_the_output_is_described() -> None:
    described = (ROOT / "docs" / "output.md").read_text(encoding="utf-8")
    published = [
        *Part,
        *ChangeKind,
        *Mark,
        *FindingKind,
        *Effect,
        *PledgeStatus,
        *Severity,
        *RefusalReason,
        *WhyNot,
    ]
    assert [word.value for word in published if f"`{word.value}`" not in described] == []


def test_nothing_in_the_project_is_left_to_do() -> None:
    marks = re.compile(r"#.*\b(?:TODO|FIXME)\b")
    files = [p for top in ("assistant", "ui", "evals") for p in (ROOT / top).rglob("*.py")]
    assert [p.name for p in files if marks.search(p.read_text(encoding="utf-8"))] == []
