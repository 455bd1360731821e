"""From an order to a draft, as a list of steps."""

from collections.abc import Iterator, Mapping
from datetime import date

from assistant.domain.drafts import Draft, Order, Remark, RemarkKind
from assistant.domain.nouns import Nouns
from assistant.domain.running_text import Change, RunningForm
from assistant.drafting.commitments import CommitmentWriter, Written
from assistant.drafting.consistency import remarks_on
from assistant.drafting.frame import follow_up, introduction, parties, signing
from assistant.drafting.voice import listed
from assistant.guidance.library import Library
from assistant.guidance.running_text import words


def compose(order: Order, library: Library, forms: Mapping[str, RunningForm], today: date) -> Draft:
    """The draft that the order asks for, with its gaps and remarks."""
    writer = CommitmentWriter(order, library, forms)
    written = [writer.written(ordered) for ordered in order.commitments]
    followed_up, follow_up_gaps = follow_up(order, library.guidance.edition)
    signed, signing_gaps = signing(order, library.guidance.edition)
    return Draft(
        order=order,
        edition=library.guidance.edition,
        clauses=(
            parties(order, library),
            introduction(order, library),
            *(one.clause for one in written),
            followed_up,
            signed,
        ),
        gaps=(*(g for one in written for g in one.gaps), *follow_up_gaps, *signing_gaps),
        remarks=(
            *_about_choice(order, library.guidance.edition.nouns),
            *remarks_on(order, library.guidance, today),
            *(r for one in written for r in one.remarks),
            *_about_points(written, library),
        ),
        corrections=tuple(_corrections(written)),
    )


def _about_choice(order: Order, nouns: Nouns) -> Iterator[Remark]:
    for ordered in order.commitments:
        number = ordered.commitment.number
        if not ordered.asked_for:
            message = (
                f"{nouns.heading(number)} gäller alla kommuner som signerar. Det är tillagt, fast "
                "beställningen inte nämner det."
            )
            yield Remark(RemarkKind.ADDED, message, number)
    for number in order.omitted:
        message = (
            f"{nouns.heading(number)} är utelämnat på begäran, men det gäller alla kommuner som "
            "signerar."
        )
        yield Remark(RemarkKind.OMITTED, message, number)
    if count := order.unconfirmed:
        what = "Ett förslag" if count == 1 else f"{count} förslag"
        message = (
            f"{what} ur kommunens dokument är inte bekräftat och står därför inte i utkastet. Sätt "
            "confirmed till true för det som stämmer."
            if count == 1
            else f"{what} ur kommunens dokument är inte bekräftade och står därför inte i utkastet. Sätt "
            "confirmed till true för dem som stämmer."
        )
        yield Remark(RemarkKind.UNCONFIRMED, message)


def _about_points(written: list[Written], library: Library) -> Iterator[Remark]:
    """Say where two points of the draft have word for word the same text."""
    chosen = [form.point for one in written for form in one.forms]
    seen: set[str] = set()
    for point in chosen:
        same = [point, *(p.name for p in library.quote(library.point(point)).also)]
        if len(same) > 1 and point not in seen and all(p in chosen for p in same):
            seen.update(same)
            message = (
                f"Punkterna {listed(same)} är ordagrant lika i {library.words['vägledningen']} och står "
                "därför båda i utkastet. Överväg att behålla bara en."
            )
            yield Remark(RemarkKind.SAME_POINTS, message)


def _corrections(written: list[Written]) -> Iterator[tuple[str, Change]]:
    """The faults of the source that the sentences of this draft show corrected."""
    for one in written:
        text = words(" ".join(s.text for s in one.clause.local))
        joined = f" {' '.join(text)} "
        for form in one.forms:
            for change in form.corrected:
                if f" {' '.join(words(change.clause))} " in joined:
                    yield form.point, change
