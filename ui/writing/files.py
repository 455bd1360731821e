"""The files of a draft: the contract text, the tjänsteskrivelse, and the questions as a form and back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import monotonic_ns
from typing import Any

from assistant.domain.drafts import Draft, Order
from assistant.domain.errors import InputFault, quoted
from assistant.domain.saved_drafts import DraftContent, DraftForm, GivenMemo
from assistant.drafting.anchoring import anchoring_memo, anchoring_of
from assistant.drafting.answers import answered
from assistant.saved_drafts.forms import form_of
from ui.views.files import made
from ui.writing.composing import Composer
from ui.writing.fields import STAGES
from ui.writing.window import Data, Outcome, Window

NO_ANSWERS = "Formuläret har inga svar. Skriv svaren i fälten och spara filen."


def file_of(window: Window, data: Data) -> str:
    """The file that a button asks for, as a link that the page follows."""
    content = window.present().content
    draft = window.composer.composed(content).draft
    about, write = FILES[data["gor"]]
    kind = data["slag"]
    return made(draft, kind, write(draft, content.form.memo, kind), about, monotonic_ns())


def _draft(draft: Draft, _: GivenMemo, kind: str) -> bytes:
    from assistant.export import FORMATS  # noqa: PLC0415  python-docx is slow to import

    return FORMATS[kind](draft)


def _memo(draft: Draft, given: GivenMemo, kind: str) -> bytes:
    from assistant.export.files import MEMO_FORMATS  # noqa: PLC0415  likewise

    today = date.today()  # noqa: DTZ011  the user's own day
    return MEMO_FORMATS[kind](anchoring_memo(draft, anchoring_of(_meetings(given)), today))


def _questions(draft: Draft, _: GivenMemo, __: str) -> bytes:
    from assistant.export import gap_form  # noqa: PLC0415  likewise

    return gap_form(draft)


FILES: dict[str, tuple[str, Callable[[Draft, GivenMemo, str], bytes]]] = {
    "hamta": ("", _draft),
    "skrivelse": ("tjänsteskrivelse", _memo),
    "fragor": ("frågor", _questions),
}


def _meetings(given: GivenMemo) -> dict[str, Any]:
    """What is filled in about the memo, as the published JSON has it; a fault names the field."""
    record: dict[str, Any] = {
        "administration": given.administration.strip() or None,
        "officer": given.officer.strip() or None,
        "meetings": [],
    }
    for number, meeting in enumerate(given.meetings, start=1):
        body, day, days = meeting.body.strip(), meeting.day.strip(), meeting.lead_days.strip()
        if not (body or day or days):
            continue
        record["meetings"].append(
            {
                "body": body or STAGES[number - 1],
                "date": _day(day, number) if day else None,
                "lead_days": _days(days, number) if days else None,
            }
        )
    return record


def _day(text: str, number: int) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise InputFault(
            f"Sammanträde {number}: {quoted(text)} är inget datum. Skriv det som 2027-03-12."
        ) from error


def _days(text: str, number: int) -> int:
    if not text.isdecimal() or int(text) > 365:
        raise InputFault(f"Sammanträde {number}: ange antalet dagar före som ett tal, högst 365.")
    return int(text)


def read_answers(window: Window, path: Path) -> Outcome:
    """The answers of a form that came back, in the fields that they belong to."""
    from assistant.export import answers_in  # noqa: PLC0415  python-docx is slow to import

    answers = answers_in(path.read_bytes())
    if not answers:
        raise InputFault(NO_ANSWERS)
    left = 0

    def change(content: DraftContent) -> DraftContent:
        nonlocal left
        order = window.composer.order(content)
        # The questions of the draft without its edits: a gap that is filled in by hand may be answered too.
        draft = window.composer.assistant.composed(order)
        asked = {gap.id for gap in draft.gaps}
        known = {name: text for name, text in answers.items() if name in asked}
        left = len(answers) - len(known)
        return replace(content, form=_with(content.form, answered(draft, known), window.composer))

    draft = window.changed(change)
    said = f"{len(answers) - left} svar är inlästa i formuläret."
    if left:
        said += f" {left} svar hör till frågor som utkastet inte längre har, och är inte med."
    return Outcome(draft, said, "#fel-skriv .besked", fields=True, standing=True)


def _with(form: DraftForm, order: Order, composer: Composer) -> DraftForm:
    """The form with what an order has; what is filled in about commitments not chosen stays."""
    new = form_of(order, composer.assistant.library.guidance)
    for given in new.commitments:
        form = form.told(given)
    return replace(form, follow_up=new.follow_up)
