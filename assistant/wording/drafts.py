"""A draft as Markdown; the words of its marks and appendices are shared by every export."""

from collections.abc import Iterator

from assistant.domain.drafts import Clause, Draft, Gap, LocalFact, Sentence
from assistant.domain.guidance import Edition
from assistant.domain.local_text import LocalText, Origin, WrittenBy
from assistant.domain.municipalities import Municipality, genitive
from assistant.domain.passages import Quotation
from assistant.wording.memos import table
from assistant.wording.rendering import block_quote, escaped, paragraph
from assistant.wording.templates import worded

NOTICE = "Egen disposition. Kontrollera mot {owner} slutliga mall."
GAPS, SOURCES, REMARKS = "Uppgifter som saknas", "Varje menings källa", "Att se över"
ORIGINS = {
    Origin.OFFICIAL: "Officiell formulering",
    Origin.GUIDANCE: "$Vägledningens punkt, i egen text",
    Origin.MUNICIPAL: "Lokal uppgift",
    Origin.OWN: "Eget tillägg",
}
WRITERS = {
    WrittenBy.CORPUS: "ordagrant ur $vägledningen",
    WrittenBy.TEMPLATE: "av granskade mallar",
    WrittenBy.MODEL: "av en språkmodell",
    WrittenBy.PERSON: "av en person",
}


def marking(draft: Draft) -> str:
    """Who put the words together, from what each sentence says about itself."""
    local = [s for clause in draft.clauses for s in clause.local]
    used = [w for w in WRITERS if any(s.written_by is w for s in local)]
    document = draft.edition.nouns.document
    hands = " och ".join(worded(WRITERS[writer], draft.edition.nouns) for writer in used)
    if WrittenBy.MODEL not in used:
        hands += ", utan språkmodell"
    return (
        f"De officiella formuleringarna är hämtade ordagrant ur {document} och låsta. "
        f"Övrig text är sammansatt {hands}. En person ska läsa och ansvara för texten."
    )


def notice(edition: Edition) -> str:
    """That the arrangement is our own and must be checked."""
    return NOTICE.format(owner=genitive(edition.owner))


def status(edition: Edition) -> str:
    """Which edition the draft rests on, who owns it and its status."""
    return f"Bygger på {edition.title}, version {edition.label}. Ägare: {edition.owner}. {edition.status}."


def fact_source(fact: LocalFact) -> str:
    """What a reader finds a local fact by; no other source can look like it."""
    return f"uppgift {fact.number} ({fact.kind})" + (f": {fact.source}" if fact.source else "")


def mark(sentence: LocalText) -> str:
    """The visible mark of the facts in a sentence: "(uppgift 1)"."""
    if not sentence.facts:
        return ""
    return f"(uppgift {', '.join(str(number) for number in sentence.facts)})"


def origin_of(sentence: Sentence) -> Origin:
    """What a sentence rests on."""
    return Origin.OFFICIAL if isinstance(sentence, Quotation) else sentence.origin


def origin_name(origin: Origin, edition: Edition) -> str:
    """What a sentence rests on, in words."""
    return worded(ORIGINS[origin], edition.nouns)


def sources_of(sentence: Sentence, draft: Draft) -> str:
    """Where a sentence comes from, for the appendix."""
    if isinstance(sentence, Quotation):
        return sentence.location
    facts = {fact.number: fact for _, fact in draft.order.all_facts()}
    places = [f"punkt {point}" for point in sentence.points]
    places += [fact_source(facts[number]) for number in sentence.facts]
    return ", ".join(places) or "ingen källa"


def correction_lines(draft: Draft) -> Iterator[str]:
    """The faults of the source that running text shows corrected."""
    for point, change in draft.corrections:
        yield (
            f"Punkt {point}: källan har ”{change.source}”, den löpande texten ”{change.clause}”. "
            "Där punkten citeras står den oförändrad."
        )


def commitments_heading(municipality: Municipality, edition: Edition) -> str:
    """The heading over the clauses of the commitments."""
    return f"{municipality.genitive} {edition.nouns.many}"


def draft_markdown(draft: Draft) -> str:
    """The whole contract draft as Markdown, with its appendices."""
    notes = (notice(draft.edition), marking(draft), status(draft.edition))
    parts = [f"# {escaped(draft.title)}", *(f"*{escaped(n)}*" for n in notes)]
    level_two_written = False
    for clause in draft.clauses:
        if clause.commitment is not None and not level_two_written:
            parts.append(
                f"## {escaped(commitments_heading(draft.order.municipality, draft.edition))}"
            )
            level_two_written = True
        parts += _clause(clause)
    parts += _gaps(draft)
    parts += _remarks(draft)
    parts += _sources(draft)
    return "\n\n".join(part for part in parts if part) + "\n"


def _clause(clause: Clause) -> Iterator[str]:
    yield f"{'###' if clause.commitment is not None else '##'} {escaped(clause.heading)}"
    for group in clause.paragraphs:
        own: list[str] = []
        for sentence in group:
            if isinstance(sentence, Quotation):
                yield block_quote(sentence)
            else:
                own.append(" ".join(filter(None, (sentence.text, mark(sentence)))))
        if own:
            yield paragraph(" ".join(own))


def about(gap: Gap, edition: Edition) -> str:
    """What a gap is about: the whole contract, or a commitment."""
    return "Kontraktet" if gap.commitment is None else edition.nouns.heading(gap.commitment)


def gap_rows(draft: Draft) -> Iterator[tuple[str, ...]]:
    """The gap list: what it is about, how it shows in the text, the question, and whom to ask."""
    for gap in draft.gaps:
        yield about(gap, draft.edition), gap.placeholder or "–", gap.question, gap.ask


def _gaps(draft: Draft) -> Iterator[str]:
    if draft.gaps:
        yield f"## {GAPS}"
        yield table(("Gäller", "I texten", "Fråga", "Fråga till"), tuple(gap_rows(draft)))


def _remarks(draft: Draft) -> Iterator[str]:
    lines = [remark.message for remark in draft.remarks]
    lines += correction_lines(draft)
    if lines:
        yield f"## {REMARKS}"
        yield "\n".join(f"- {escaped(line)}" for line in lines)


def source_rows(draft: Draft) -> Iterator[tuple[str, ...]]:
    """Every sentence, what kind it is and where it comes from."""
    for clause in draft.clauses:
        for sentence in clause.sentences:
            yield (
                sentence.text,
                origin_name(origin_of(sentence), draft.edition),
                sources_of(sentence, draft),
            )


def _sources(draft: Draft) -> Iterator[str]:
    yield f"## {SOURCES}"
    yield table(
        ("Mening", "Slag", "Källa"),
        tuple(source_rows(draft)),
    )
