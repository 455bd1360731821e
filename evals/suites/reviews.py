"""Granskning: official sentences tampered with by rule, the same only disguised, and snippets by hand."""

from collections import Counter
from collections.abc import Iterable, Iterator

from assistant.domain.reviews import Pledge, Review
from assistant.guidance.library import Library
from assistant.opening import Assistant
from evals.case_files import cases_of
from evals.cases import Case, ReviewCase
from evals.outcomes import Reviewed
from evals.scores import Judgement
from evals.suites.suite import Suite, Told
from evals.tampering.cases import MOST_CASES, tampering_cases


class TamperedCase(Case):
    """Manipuleringsfall: a sentence of the tamper bench and how it must be judged."""

    kind: str
    text: str
    sentence: str
    commitment: int
    faithful: bool

    @property
    def group(self) -> str:
        return f"{'återgiven' if self.faithful else 'ändrad'}: {self.kind}"

    @property
    def generated(self) -> bool:
        return True


AnyReviewCase = ReviewCase | TamperedCase
STATUSES = {"verbatim": "ordagrann", "changed": "ändrad", "invented": "påhittad"}


def cases(assistant: Assistant, frozen: bool) -> Iterator[AnyReviewCase]:  # noqa: FBT001  as every suite
    """The snippets, and the cases of the tamper bench, which has no frozen part."""
    yield from cases_of("granskning.yaml", ReviewCase, frozen=frozen)
    if not frozen:
        yield from tampered(assistant.library)


def tampered(library: Library) -> Iterator[TamperedCase]:
    """Every case of the tamper bench, numbered within its kind."""
    numbers: Counter[str] = Counter()
    for case in tampering_cases(library.guidance, MOST_CASES):
        numbers[case.kind] += 1
        yield TamperedCase(
            id=f"{case.kind}/{numbers[case.kind]}",
            kind=case.kind,
            text=case.text,
            sentence=case.sentence,
            commitment=case.commitment,
            faithful=case.faithful,
        )


def reviewed(review: Review) -> Reviewed:
    """A review as what its pledges are."""
    return Reviewed(pledges=labels(review.pledges), missing=review.missing_mandatory)


def labels(pledges: Iterable[Pledge]) -> tuple[str, ...]:
    """Each pledge as its status and commitment: "changed 3"."""
    return tuple(f"{p.status.value} {p.commitment or ''}".strip() for p in pledges)


def score(case: AnyReviewCase, observed: Reviewed, _library: Library) -> Iterator[Judgement]:
    """How a snippet or a sentence of the bench was judged."""
    if isinstance(case, ReviewCase):
        yield _of_snippet(case, observed)
        return
    verbatim = f"verbatim {case.commitment}"
    if case.faithful:
        right = observed.pledges == (verbatim,)
        told = "" if right else f"bedöms som {_told(observed)}"
        yield Judgement("återgiven mening godtagen", float(right), told)
        return
    accepted = any(pledge.startswith("verbatim") for pledge in observed.pledges)
    told = f"bedöms som {_told(observed)}" if accepted else ""
    yield Judgement("ändrad mening upptäckt", float(not accepted), told)
    named = any(pledge.endswith(f" {case.commitment}") for pledge in observed.pledges)
    missed = f"åtagande {case.commitment} nämns inte: {_told(observed)}"
    yield Judgement("rätt åtagande utpekat", float(named), "" if named else missed)


def _of_snippet(case: ReviewCase, observed: Reviewed) -> Judgement:
    faults = []
    if observed.pledges != case.expected:
        faults.append(f"väntade {in_words(case.expected)}")
    if case.missing not in {None, observed.missing}:
        faults.append(
            f"väntade att {list(case.missing or ())} saknas, fick {list(observed.missing)}"
        )
    told = f"{'; '.join(faults)}; fick {_told(observed)}" if faults else ""
    return Judgement("utdrag rätt bedömt", float(not faults), told)


def _told(observed: Reviewed) -> str:
    return in_words(observed.pledges)


def in_words(pledges: Iterable[str]) -> str:
    """The pledges as a reader sees them.

    >>> in_words(("verbatim 3", "invented"))
    'ordagrann (åtagande 3), påhittad'
    """
    told = []
    for pledge in pledges:
        status, _, number = pledge.partition(" ")
        told.append(STATUSES[status] + (f" (åtagande {number})" if number else ""))
    return ", ".join(told) or "ingen åtagandemening"


def tell(case: AnyReviewCase, observed: Reviewed) -> Told:
    """The text, how it must be judged, and how it was."""
    yield "Text", case.text
    if isinstance(case, ReviewCase):
        yield "Rätt bedömning", in_words(case.expected)
    else:
        told = "ordagrann" if case.faithful else "inte ordagrann"
        yield "Rätt bedömning", f"{told}, åtagande {case.commitment}"
    yield "Granskningens bedömning", _told(observed)


REVIEWS = Suite(
    name="granskning",
    cases=cases,
    produce=lambda case, assistant: reviewed(assistant.review(case.text)),
    score=score,
    tell=tell,
)
