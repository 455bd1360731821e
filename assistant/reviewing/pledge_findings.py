"""Findings about the pledges: changed, made up, lifted from a point, misplaced, missing."""

from collections.abc import Iterator, Sequence

from assistant.domain.passages import Passage, PassageKind
from assistant.domain.reviews import Finding, FindingKind, PledgeStatus, Severity
from assistant.guidance.library import Library
from assistant.reviewing.earlier_wordings import Earlier
from assistant.reviewing.headings import Places
from assistant.reviewing.messages import effects, message
from assistant.reviewing.naming import Judged


def pledge_findings(
    judged: Sequence[Judged], places: Places, library: Library
) -> Iterator[Finding]:
    """What there is to say about each pledge, in order."""
    for one in judged:
        pledge = one.pledge
        if one.earlier:
            yield _earlier(one, one.earlier, library)
        elif pledge.status is PledgeStatus.CHANGED:
            yield _changed(one, library)
        elif pledge.status is PledgeStatus.INVENTED:
            yield _invented(one, library)
        heading = places.heading_over(pledge.start)
        if (
            pledge.status is PledgeStatus.VERBATIM
            and heading is not None
            and heading != pledge.commitment
        ):
            yield Finding(
                FindingKind.MISPLACED,
                Severity.WARNING,
                pledge.start,
                pledge.end,
                message("misplaced", library.words, number=pledge.commitment, heading=heading),
                quoted=library.wording(pledge.commitment or 0),
            )


def missing_findings(missing: Sequence[int], text: str, library: Library) -> Iterator[Finding]:
    """A finding for each mandatory commitment that is not there; it is about the whole text."""
    for number in missing:
        passage = library.wording(number)
        commitment = library.guidance.commitment(number)
        title = commitment.title if commitment else ""
        yield Finding(
            FindingKind.MISSING_MANDATORY,
            Severity.FAULT,
            len(text),
            len(text),
            message("missing_mandatory", library.words, number=number, title=title),
            passage.text,
            passage,
        )


def _changed(one: Judged, library: Library) -> Finding:
    number = one.pledge.commitment or 0
    commitment = library.guidance.commitment(number)
    mandatory = commitment is not None and commitment.mandatory
    passage = library.wording(number)
    return Finding(
        FindingKind.CHANGED_WORDING,
        Severity.FAULT,
        one.pledge.start,
        one.pledge.end,
        message(
            "changed_mandatory" if mandatory else "changed_wording",
            library.words,
            number=number,
            effects=effects(one.pledge.differences),
        ),
        passage.text,
        passage,
    )


def _invented(one: Judged, library: Library) -> Finding:
    point = one.lifted_from
    edition = library.guidance.edition
    if point is None:
        text = message(
            "invented_pledge", library.words, contract=edition.contract, label=edition.label
        )
        kind = FindingKind.INVENTED_PLEDGE
    else:
        text = message(
            "lifted_point", library.words, place=_place(point, library), number=point.commitment
        )
        kind = FindingKind.LIFTED_POINT
    return Finding(kind, Severity.FAULT, one.pledge.start, one.pledge.end, text, quoted=point)


def _place(point: Passage, library: Library) -> str:
    if point.kind is PassageKind.POINT:
        return f"punkt {point.name}"
    return f"exempel {point.name} i {library.words['åtagande']} {point.commitment}"


def _earlier(one: Judged, earlier: Earlier, library: Library) -> Finding:
    passage = earlier.new.passage if earlier.new else None
    return Finding(
        FindingKind.EARLIER_EDITION,
        Severity.FAULT,
        one.pledge.start,
        one.pledge.end,
        message(
            "earlier_edition" if passage else "earlier_edition_gone",
            library.words,
            number=earlier.old.commitment,
            label=earlier.label,
            current=library.guidance.edition.label,
        ),
        passage.text if passage else None,
        passage or earlier.old.passage,
    )
