"""Writes the report, with the same as JSON and as JUnit XML beside it."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from evals.promises import must_be_whole
from evals.report.content import Content
from evals.report.page import page
from evals.scoring import Judged

REPORT, NUMBERS, JUNIT = "rapport.html", "resultat.json", "junit.xml"


def write(folder: Path, content: Content) -> Path:
    """Write the three files into the folder of the run; the report's path."""
    (folder / NUMBERS).write_text(
        json.dumps(numbers(content), ensure_ascii=False, indent=1), encoding="utf-8"
    )
    (folder / JUNIT).write_bytes(junit(content))
    report = folder / REPORT
    report.write_text(page(content), encoding="utf-8")
    return report


def numbers(content: Content) -> dict[str, Any]:
    """The results for a program: the run, each measure, what moved, and every fault."""
    return {
        "run": content.run.model_dump(),
        "passed": content.verdict.passed,
        "faults": list(content.verdict.faults),
        "notes": list(content.verdict.notes),
        "measures": [
            {
                "suite": row.suite,
                "measure": row.measure,
                "group": row.group,
                "count": row.count,
                "value": row.value,
                "interval": [row.low, row.high],
            }
            for row in content.rows
        ],
        "compared": [
            {
                "suite": c.suite,
                "measure": c.measure,
                "pairs": c.pairs,
                "before": c.before,
                "after": c.after,
                "p": c.chance,
                "moved": [{"case": m.case, "before": m.before, "after": m.after} for m in c.moved],
            }
            for c in content.compared or ()
        ],
        "beside": content.beside.model_dump() if content.beside else None,
        "fluency": _fluency(content),
        "fell_short": [
            {
                "suite": s.suite,
                "case": s.case,
                "measure": s.measure,
                "value": s.value,
                "reason": s.reason,
            }
            for judged in _shown(content)
            for s in judged.faults
        ],
    }


def _fluency(content: Content) -> dict[str, Any] | None:
    """What a model thinks of the Swedish; its texts and reasons lie in a file of their own."""
    fluency = content.fluency
    if fluency is None:
        return None
    spread = fluency.spread()
    return {
        **fluency.model_dump(exclude={"texts"}),
        "replies": fluency.replies,
        "unused": dict(fluency.unused),
        "spread": asdict(spread) if spread else None,
    }


def _shown(content: Content) -> tuple[Judged, ...]:
    """The cases that may be shown one by one: frozen ones may not."""
    return () if content.run.frozen else content.judged


def junit(content: Content) -> bytes:
    """What a build server reads: red exactly when the gate is closed.

    A case fails where its measure must be whole; that another fell short is told, but fails nothing
    by itself, since the gate judges the measure.
    """
    root = ET.Element("testsuites", name="evals")
    gate = ET.SubElement(root, "testsuite", name="grind")
    case = ET.SubElement(gate, "testcase", classname="grind", name="grinden är öppen")
    for fault in content.verdict.faults:
        ET.SubElement(case, "failure", message=_clean(fault))
    suites: dict[str, ET.Element] = {}
    for judged in _shown(content):
        name = judged.outcome.suite
        if name not in suites:
            suites[name] = ET.SubElement(root, "testsuite", name=name)
        _case(suites[name], judged)
    for suite in root:
        suite.set("tests", str(len(suite.findall("testcase"))))
        suite.set("failures", str(len(suite.findall("testcase/failure"))))
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _case(suite: ET.Element, judged: Judged) -> None:
    case = ET.SubElement(
        suite,
        "testcase",
        classname=judged.outcome.suite,
        name=_clean(judged.outcome.case),
        time=str(judged.outcome.seconds),
    )
    for score in judged.faults:
        told = _clean(f"{score.measure}: {score.reason}")
        if must_be_whole(score.suite, score.measure):
            ET.SubElement(case, "failure", message=told)
        else:
            ET.SubElement(case, "system-out").text = told


def _clean(text: str) -> str:
    """The text without signs that XML cannot hold."""
    return "".join(c if c.isprintable() or c in "\n\t" else "\ufffd" for c in text)
