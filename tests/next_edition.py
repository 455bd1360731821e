"""A next edition, made of the shipped one by stated changes; its new texts stand last in its source."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from assistant.guidance.knowledge import LABELLED
from tests.conftest import EDITION

Yaml = Any
NEW_WORDING = (
    "Vi åtar oss att utveckla upphandling och inköp som strategiska verktyg som driver klimatomställning "
    "och cirkulär ekonomi genom styrning, kravställning och samverkan – lokalt, regionalt och bortom den "
    "egna organisationen."
)
ELEVENTH = "Vi åtar oss att göra kulturlivet till en kraft i klimatomställningen."
NEW_POINT = "Låna ut verktyg och cyklar på biblioteken"
CHANGED = " i hela länet"
DESCRIPTOR = "Skala upp, sprid och fortsätt lära"
MILESTONE = "Sista dag för inskickande av Klimatkontrakt till Viable Cities kansli"


def next_edition(home: Path) -> Path:
    """The folder of the edition 2026-1 in `home`."""
    folder = Path(shutil.copytree(EDITION, home / "klimatkontrakt-2026-1"))
    for extra in ("clauses", "questions"):
        shutil.rmtree(folder / extra)
    for extra in ("not-covered", "review", "explanations", "examples", "reading-path", "process"):
        (folder / f"{extra}.yaml").unlink()
    (folder / LABELLED).unlink()
    added: list[str] = []
    for number, change in CHANGES.items():
        _edit(folder / "commitments" / f"{number:02d}.yaml", change, added)
    _edit(folder / "edition.yaml", _edition, added)
    _edit(folder / "timeline.yaml", _timeline, added)
    _write(folder / "commitments" / "11.yaml", _eleventh(added))
    source = folder / "source.txt"
    source.write_text("\n".join((source.read_text(encoding="utf-8"), *added, "")), encoding="utf-8")
    _edit(folder / "edition.yaml", lambda e, _: e.update(sha256=_sha256(source)), added)
    return folder


def drafting_edition(home: Path) -> Path:
    """The same with the running form of every point, so that drafts can be written from it."""
    folder = next_edition(home)
    shutil.copytree(EDITION / "clauses", folder / "clauses")
    for number, change in {3: _swapped_forms, 4: _removed_form, 5: _changed_and_new_form}.items():
        _edit(folder / "clauses" / f"{number:02d}.yaml", change, [])
    point = "bjuda in teatrar, bibliotek och museer"
    _write(folder / "clauses" / "11.yaml", [{"point": "11.1", "clause": point}])
    return folder


def _swapped_forms(forms: Yaml, _: list[str]) -> None:
    swapped = {"3.4": "3.5", "3.5": "3.4"}
    for form in forms:
        form["point"] = swapped.get(form["point"], form["point"])


def _removed_form(forms: Yaml, _: list[str]) -> None:
    forms.pop()


def _changed_and_new_form(forms: Yaml, _: list[str]) -> None:
    forms[0]["clause"] += CHANGED
    forms[0]["short"] += CHANGED
    forms.append({"point": "5.14", "clause": NEW_POINT[0].lower() + NEW_POINT[1:]})


def _edit(path: Path, change: Callable[[Yaml, list[str]], None], added: list[str]) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    change(data, added)
    _write(path, data)


def _write(path: Path, data: Yaml) -> None:
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _edition(edition: Yaml, added: list[str]) -> None:
    edition.update(id="2026-1", label="2026:1", year=2026)
    edition["phases"][2]["descriptor"] = DESCRIPTOR
    added.append(DESCRIPTOR)


def _timeline(milestones: Yaml, added: list[str]) -> None:
    last_day = next(m for m in milestones if m["key"] == "31-oktober")
    last_day["text"] = MILESTONE
    added.append(f"{last_day['date_text']}: {MILESTONE}")


def _changed_wording(commitment: Yaml, added: list[str]) -> None:
    commitment["official_wording"] = NEW_WORDING
    added.append(NEW_WORDING)


def _swapped_points(commitment: Yaml, _: list[str]) -> None:
    points = commitment["points"]
    points[3]["id"], points[4]["id"] = points[4]["id"], points[3]["id"]


def _removed_point(commitment: Yaml, _: list[str]) -> None:
    commitment["points"].pop()


def _changed_and_new_point(commitment: Yaml, added: list[str]) -> None:
    first = commitment["points"][0]
    first["text"] += CHANGED
    commitment["points"].append({"id": "5.14", "phase": "transformera", "text": NEW_POINT})
    added += [first["text"], NEW_POINT]


def _another_step(commitment: Yaml, _: list[str]) -> None:
    commitment["points"][0]["phase"] = "etablera"


def _eleventh(added: list[str]) -> Yaml:
    point = {"id": "11.1", "phase": "initiera", "text": "Bjuda in teatrar, bibliotek och museer"}
    title = "Kulturlivet som kraft"
    added += [ELEVENTH, point["text"], title]
    return {
        "number": 11,
        "title": title,
        "mandatory": False,
        "official_wording": ELEVENTH,
        "points": [point],
    }


CHANGES = {
    3: _swapped_points,
    4: _removed_point,
    5: _changed_and_new_point,
    6: _changed_wording,
    9: _another_step,
}
