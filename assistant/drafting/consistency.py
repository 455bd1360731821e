"""Checks an order against itself, the calendar and the municipality's name; it never decides."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations

from assistant.domain.drafts import FactKind, Order, Remark, RemarkKind
from assistant.domain.guidance import Guidance
from assistant.drafting.fitting import frame_of
from assistant.drafting.goals import YEAR, Placed, remarks_on_goals
from assistant.drafting.voice import listed

SHORTENED = {
    "ks": "kommunstyrelsen",
    "kf": "kommunfullmäktige",
    "ksau": "kommunstyrelsens arbetsutskott",
    "kommunstyrelse": "kommunstyrelsen",
}


def remarks_on(order: Order, guidance: Guidance, today: date) -> Iterator[Remark]:
    """What in an order should be looked at before the draft is used."""
    facts = tuple(order.all_facts())
    yield from _pledges(facts, guidance)
    yield from _verbatim(facts)
    yield from _not_chosen(order)
    yield from _own_name(facts, order)
    yield from remarks_on_goals(facts)
    yield from _times(facts, guidance, today)
    yield from _order_of_steps(order, guidance)
    yield from _responsible(facts)


def is_pledge(text: str, opening: str) -> bool:
    """Whether a text is worded like a pledge.

    >>> is_pledge("Kommunen åtar sig att plantera träd", "Vi åtar oss att")
    True
    """
    folded = " ".join(text.casefold().split())
    begun = re.sub(r"\s+att$", "", opening).casefold()
    return begun in folded or re.search(r"\båtar (?:sig|oss)\b", folded) is not None


def _pledges(facts: tuple[Placed, ...], guidance: Guidance) -> Iterator[Remark]:
    nouns = guidance.edition.nouns
    pledge = f"{nouns.article} {nouns.one}"
    for number, fact in facts:
        if is_pledge(fact.text, guidance.edition.pledge_opening):
            message = (
                f"Uppgift {fact.number} är formulerad som {pledge}. Den står kvar som "
                "egen text och är inte en officiell formulering."
            )
            yield Remark(RemarkKind.PLEDGE, message, number)


def _verbatim(facts: tuple[Placed, ...]) -> Iterator[Remark]:
    for number, fact in facts:
        if fact.kind is not FactKind.OTHER and frame_of(fact) is None:
            message = (
                f"Uppgift {fact.number} ({fact.kind}) gick inte att arbeta in i en mening och står "
                "därför ordagrant. Läs igenom den där den står."
            )
            yield Remark(RemarkKind.VERBATIM, message, number)


def _not_chosen(order: Order) -> Iterator[Remark]:
    """Facts about a step or a point that the draft does not have."""
    for ordered in order.commitments:
        steps = {p.phase for p in ordered.commitment.points if p.id in ordered.points}
        for fact in ordered.facts:
            absent = [f"punkt {point}" for point in fact.points if point not in ordered.points]
            absent += [f"steget {p.name}" for p in fact.phases if p not in steps]
            if absent:
                message = (
                    f"Uppgift {fact.number} gäller {listed(absent)}, som inte är med i utkastet. Den "
                    "står ändå i texten. Lägg till det den gäller, eller ta bort den."
                )
                yield Remark(RemarkKind.NOT_CHOSEN, message, ordered.commitment.number)


def _own_name(facts: tuple[Placed, ...], order: Order) -> Iterator[Remark]:
    municipality = order.municipality
    short = re.escape(municipality.short_name)
    called = re.compile(rf"\b{short}s? (?:stad|kommun|region)s?\b", re.IGNORECASE)
    for number, fact in facts:
        match = called.search(fact.text)
        if match and municipality.own_name.casefold() not in fact.text.casefold():
            message = (
                f"Uppgift {fact.number} skriver ”{match.group()}”, men {municipality.short_form} kallar sig "
                f"{municipality.own_name}. Menas organisationen, orten eller hela kommunen?"
            )
            yield Remark(RemarkKind.NAME, message, number)


def _times(facts: tuple[Placed, ...], guidance: Guidance, today: date) -> Iterator[Remark]:
    """Deadlines that have passed, or that lie after what they should serve."""
    target = next(iter(YEAR.findall(guidance.edition.contract)), None)
    goal_years = {
        number: max(years)
        for number, fact in facts
        if fact.kind is FactKind.GOAL and (years := YEAR.findall(fact.text))
    }
    for number, fact in facts:
        years = YEAR.findall(fact.text)
        if fact.kind is not FactKind.TIME or not years:
            continue
        last = max(years)
        exact = re.search(r"(20\d\d)-(\d\d)-(\d\d)", fact.text)
        if _passed(exact, last, today):
            message = f"Uppgift {fact.number}: tidpunkten ”{fact.text}” har passerat."
            yield Remark(RemarkKind.PASSED, message, number)
        goal = goal_years.get(number) or goal_years.get(None)
        if goal and last > goal:
            message = (
                f"Uppgift {fact.number}: tidpunkten ”{fact.text}” ligger efter målåret {goal}, som den "
                "ska bidra till."
            )
            yield Remark(RemarkKind.ORDER, message, number)
        elif target and last > target:
            message = (
                f"Uppgift {fact.number}: tidpunkten ”{fact.text}” ligger efter {target}, som "
                f"{guidance.edition.contract} syftar till."
            )
            yield Remark(RemarkKind.ORDER, message, number)


def _passed(exact: re.Match[str] | None, last: str, today: date) -> bool:
    if exact is None:
        return int(last) < today.year
    return "-".join(exact.groups()) < today.isoformat()


def _order_of_steps(order: Order, guidance: Guidance) -> Iterator[Remark]:
    """A later step that is to be done before an earlier one."""
    phases = guidance.edition.phases
    for ordered in order.commitments:
        number = ordered.commitment.number
        ends = {
            phases.index(phase): max(YEAR.findall(fact.text))
            for fact in ordered.facts
            if fact.kind is FactKind.TIME and YEAR.search(fact.text)
            for phase in fact.phases
        }
        for (early, early_end), (late, late_end) in combinations(sorted(ends.items()), 2):
            if late_end < early_end:
                message = (
                    f"Steget {phases[late].name} ska vara klart {late_end}, före steget "
                    f"{phases[early].name} ({early_end})."
                )
                yield Remark(RemarkKind.ORDER, message, number)


def _responsible(facts: tuple[Placed, ...]) -> Iterator[Remark]:
    named = [(number, f) for number, f in facts if f.kind is FactKind.RESPONSIBLE]
    for (one_number, one), (number, other) in combinations(named, 2):
        if one.text == other.text:
            continue
        where = number if number == one_number else None
        if _body(one.text) == _body(other.text):
            message = (
                f"Samma organ skrivs på två sätt: ”{one.text}” och ”{other.text}” (uppgift {one.number} "
                f"och {other.number}). Välj ett."
            )
            yield Remark(RemarkKind.RESPONSIBLE, message, where)
        elif one_number == number and (one.phases, one.points) == (other.phases, other.points):
            message = (
                f"Två olika ansvariga anges för samma sak: ”{one.text}” och ”{other.text}” (uppgift "
                f"{one.number} och {other.number})."
            )
            yield Remark(RemarkKind.RESPONSIBLE, message, where)


def _body(text: str) -> str:
    """A body's name without what people vary: case, abbreviation, definite form, hyphens.

    >>> _body("KS") == _body("Kommunstyrelsen"), _body("Miljönämnd") == _body("miljönämnden")
    (True, True)
    """
    folded = " ".join(text.casefold().replace("-", " ").rstrip(".").split())
    folded = SHORTENED.get(folded, folded)
    return " ".join(re.sub(r"(?:en|n|et)$", "", word) for word in folded.split())
