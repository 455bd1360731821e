"""Utkast: a generated corpus of drafts, and the genitive of every municipality's name."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from assistant.domain.running_text import RunningForm
from assistant.guidance.library import Library
from assistant.guidance.running_text import load_running_forms
from assistant.opening import Assistant
from assistant.wording.drafts import draft_markdown
from evals.cases import Case
from evals.drafts.faults import faults_in
from evals.drafts.orders import orders
from evals.drafts.returned import faults_of_files, faults_of_review
from evals.drafts.swedish import genitive_faults
from evals.outcomes import Inspected
from evals.scores import Judgement
from evals.suites.suite import Suite, Told
from evals.suites.wordings import official_sentences

EXPORTED = 29
"""Every so many drafts is exported too: a prime, so that each choice, length and set of facts is met."""
REVIEWED, AS_FILE, GENITIVES = "egen granskning", "som fil", "genitiv"


class DraftCase(Case):
    """Utkastfall: an order of the corpus."""

    order: dict[str, Any]
    exported: bool

    @property
    def group(self) -> str:
        return "utkast"

    @property
    def generated(self) -> bool:
        return True


class NameCase(Case):
    """Namnfall: a municipality whose name is put into the genitive."""

    municipality: str
    short_name: str

    @property
    def group(self) -> str:
        on_s = self.short_name.endswith(("s", "x", "z"))
        return "kommunnamn på s, x eller z" if on_s else "andra kommunnamn"

    @property
    def generated(self) -> bool:
        return True


AnyDraftCase = DraftCase | NameCase


def cases(assistant: Assistant, frozen: bool) -> Iterator[AnyDraftCase]:  # noqa: FBT001  as every suite
    """Every municipality's name and every order; nothing is tuned on them, so none is frozen."""
    if frozen:
        return
    for municipality in assistant.municipalities:
        name = municipality.short_name
        yield NameCase(id=f"genitiv/{name}", municipality=municipality.name, short_name=name)
    named = orders(assistant.municipalities, assistant.library.guidance)
    for number, order in enumerate(named):
        yield DraftCase(id=order.name, order=order.record, exported=number % EXPORTED == 0)


@cache
def _forms(edition: Path) -> Mapping[str, RunningForm]:
    return load_running_forms(edition, Library.from_folder(edition).guidance)


def produce(case: AnyDraftCase, assistant: Assistant) -> Inspected:
    """What is wrong with the draft, which is itself too large to keep."""
    if isinstance(case, NameCase):
        one = next(m for m in assistant.municipalities if m.name == case.municipality)
        return Inspected(faults={GENITIVES: genitive_faults(one)})
    draft = assistant.draft(assistant.order(case.order))
    forms = _forms(assistant.settings.edition)
    faults = faults_in(draft, assistant.library, forms, official_sentences())
    review = assistant.review(draft_markdown(draft))
    faults[REVIEWED] = tuple(faults_of_review(draft, review, "text"))
    if case.exported:
        faults[AS_FILE] = tuple(faults_of_files(draft, assistant))
    return Inspected(faults=faults)


def score(_case: AnyDraftCase, observed: Inspected, _library: Library) -> Iterator[Judgement]:
    """Each thing that was looked at, by itself."""
    for looked_at, faults in observed.faults.items():
        told = "; ".join(faults[:3]) + (f" (och {len(faults) - 3} till)" if len(faults) > 3 else "")
        yield Judgement(looked_at, float(not faults), told)


def tell(case: AnyDraftCase, observed: Inspected) -> Told:
    """The order in short, and the faults that were seen."""
    if isinstance(case, NameCase):
        yield "Kommun", case.municipality
    else:
        chosen = case.order["commitments"][0]
        yield (
            "Beställning",
            (
                f"{case.order['municipality']}, {case.order['length']}, alla åtaganden; "
                f"steg: {', '.join(chosen['steps']) or 'inget'}; {len(chosen['facts'])} uppgifter"
            ),
        )
    for looked_at, faults in observed.faults.items():
        yield looked_at.capitalize(), "\n".join(faults) or "inget fel"


DRAFTS = Suite(name="utkast", cases=cases, produce=produce, score=score, tell=tell)
