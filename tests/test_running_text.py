import re
from pathlib import Path

import pytest

from assistant.domain.errors import CorpusFault
from assistant.domain.running_text import RunningForm
from assistant.guidance.library import Library
from assistant.guidance.loading import load_guidance
from assistant.guidance.running_text import load_running_forms
from tests.conftest import EDITION


@pytest.fixture(scope="module")
def forms(library: Library) -> dict[str, RunningForm]:
    return load_running_forms(EDITION, library.guidance)


def test_every_point_has_a_form_for_running_text(
    forms: dict[str, RunningForm], library: Library
) -> None:
    assert forms.keys() == {p.id for c in library.guidance.commitments for p in c.points}
    assert len(forms) == 107


def test_a_form_follows_ska_as_an_infinitive_phrase(forms: dict[str, RunningForm]) -> None:
    adverbial = {"1.5": "tillsammans", "9.2": "med"}
    for form in forms.values():
        first = form.clause.split()[0]
        assert first == adverbial.get(form.point) or re.fullmatch(r"[a-zåäö]+[aeå]", first), form
        assert not form.clause.endswith((".", ":", ","))


def test_rewritten_points_are_marked_and_few(forms: dict[str, RunningForm]) -> None:
    rewritten = {form.point for form in forms.values() if form.rewritten}
    assert {"6.6", "7.3", "7.4", "7.5", "7.6", "8.9", "9.4"} <= rewritten
    assert len(rewritten) < 15


def test_faults_of_the_source_are_corrected_here_and_listed(
    forms: dict[str, RunningForm], library: Library
) -> None:
    changes = {(c.source, c.clause) for form in forms.values() for c in form.corrected}
    assert ("moteverkande", "motverkande") in changes
    for form in forms.values():
        for change in form.corrected:
            shown = " ".join((form.clause, *form.continuation))
            assert change.clause in shown
            assert change.source in library.point(form.point).text


def test_a_municipality_does_not_speak_as_we(forms: dict[str, RunningForm]) -> None:
    for form in forms.values():
        text = re.sub(r"”[^”]*”", "", " ".join((form.clause, form.short, *form.continuation)))
        assert not re.search(r"\b(?:vi|vår|vårt|våra|oss)\b", text), form.point


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("säkra resurser", "säkra fler resurser", "fler"),
        ("driva utveckling och införande", "driva utveckling", "införande"),
        ("    sin organisation kring", "    sin förvaltning kring", "förvaltning"),
        ("driva utveckling och införande", "driva införande och utveckling", "ordning"),
        ("{source: avsätt,", "{source: avsättning,", "avsättning"),
        ('point: "6.1"', 'point: "6.14"', "6.14"),
        ('point: "6.1"', 'point: "6.2"', "6.2"),
        (
            "klimatomställningsarbetet\n- point",
            "klimatomställningsarbetet.\n- point",
            "skiljetecken",
        ),
        (
            "short: höja kompetensen och stärka",
            "short: höja kompetensen och säkra",
            "kortformen",
        ),
    ],
)
def test_a_form_with_words_that_are_not_the_points_is_refused(
    edition_copy: Path, old: str, new: str, named: str
) -> None:
    path = edition_copy / "clauses" / "06.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CorpusFault, match="06") as refused:
        load_running_forms(edition_copy, load_guidance(edition_copy))
    assert named in str(refused.value)


def test_a_point_without_a_form_is_named(edition_copy: Path) -> None:
    (edition_copy / "clauses" / "07.yaml").unlink()
    with pytest.raises(CorpusFault, match=r"7\.1"):
        load_running_forms(edition_copy, load_guidance(edition_copy))
