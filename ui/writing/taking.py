"""Takes a proposal from a document into the field that it belongs to, when a person says so."""

from dataclasses import replace
from html import escape

from assistant.domain.errors import InputFault
from assistant.domain.saved_drafts import DraftContent, GivenFact
from assistant.saved_drafts.offering import fact_of, in_field, with_fact
from assistant.wording.templates import worded
from ui.views.proposals import GONE, NOT_SAID, which_stands
from ui.writing.fields import asked
from ui.writing.window import Data, Outcome, Window

BOTH, INSTEAD = "bada", "byt"
BY_HAND = "Avsnittet är ändrat för hand. Uppgiften kommer med där först när ni återställer texten."


def take(window: Window, data: Data) -> Outcome:
    """The proposal in its field; where that holds something else, first the question which is to stand."""
    nouns = window.composer.assistant.library.guidance.edition.nouns
    if not data["atagande"]:
        raise InputFault(worded(NOT_SAID, nouns))
    number = int(data["atagande"]) or None
    how = data.get("hur", "")
    fact = _fact(window, data["forslag"])
    others: tuple[GivenFact, ...] = ()

    def change(content: DraftContent) -> DraftContent:
        nonlocal others
        others = in_field(content.form, number, fact.kind)
        if others and fact not in others and how not in {BOTH, INSTEAD}:
            return content
        form = with_fact(content.form, number, fact, instead=how == INSTEAD)
        return replace(content, form=form)

    draft = window.changed(change)
    label = asked(number, fact.kind, nouns)
    if fact not in in_field(draft.content.form, number, fact.kind):
        again = " ".join(
            f'data-{name}="{escape(str(data[name]))}"' for name in ("atagande", "forslag")
        )
        return Outcome(draft, question=which_stands(label, others, fact, again))
    said = f"Uppgiften står nu under ”{label}”."
    if any(edit.clause == f"åtagande-{number}" for edit in draft.content.edits):
        return Outcome(draft, f"{said} {BY_HAND}", fields=True, standing=True)
    return Outcome(draft, said, fields=True)


def _fact(window: Window, proposal: str) -> GivenFact:
    """What the documents say there now, whatever the page says that they said."""
    holder = window.holder
    found = holder and window.composer.assistant.proposer.proposal(holder, proposal)
    if not found:
        raise InputFault(GONE)
    return fact_of(*found)
