"""Asking for a draft in the dialogue: "skriv åtagande 6 för Växjö kommun, initiera", "kortare"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.answering.asides import without_asides
from assistant.answering.phrases import phrase, wording_of
from assistant.answering.references import references_in
from assistant.domain.answers import Answer, Clarification, Phrase, Turn
from assistant.domain.drafts import Draft, Length, Sentence
from assistant.domain.errors import InputFault
from assistant.domain.guidance import Guidance, Phase
from assistant.domain.local_text import WrittenBy
from assistant.domain.municipalities import Municipality
from assistant.domain.passages import Quotation
from assistant.guidance.library import Library
from assistant.guidance.municipalities import municipality_named

WRITE = re.compile(
    r"^(?:hej[,!.]? )?(?:kan (?:du|ni) |snälla |nu |och )*"
    r"(?:skriv(?:a)?|utforma|ta fram|gör|ge (?:mig|oss) (?:ett |en )?(?:utkast|text|förslag)\w*"
    r"|draft|write)\b(?! om\b| ner\b| ut\b)",
    re.IGNORECASE,
)
DRAFT = re.compile(r"\b(?:utkast|kontraktstext|avtalstext|draft)", re.IGNORECASE)
WORDING_ONLY = re.compile(
    r"\b(?:formulering|ordalydelse|citat|punkter(?:na)?|exempel)", re.IGNORECASE
)
SHORTER = re.compile(r"\b(?:kort(?:are|a ner|a|fattad|fattat)?|shorter)\b", re.IGNORECASE)
LONGER = re.compile(r"\b(?:utförlig\w*|läng(?:re|st)|longer)\b", re.IGNORECASE)
ABOUT_LENGTH = re.compile(
    r"^(?:kan (?:du )?)?(?:gör |skriv )?(?:den|det|texten|utkastet)?\s*(?:göras |bli |vara )?(?:lite )?"
    r"(?:kortare|shorter|longer|korta ner(?: (?:den|det|texten))?|utförligare|längre"
    r"|mer utförlig\w*)[\s.!?]*$",
    re.IGNORECASE,
)
AND_FOR = re.compile(
    r"^(?:och|men|nu|and|samma(?: sak)?)\s+(?:nu |samma |detsamma )?(?:för|åt|for)\b", re.IGNORECASE
)
FOR_WHOM = re.compile(r"\b(?:för|åt|i|for)\s+((?:[A-ZÅÄÖ][\w-]*)(?:\s+[\w-]+){0,2})")


@dataclass(frozen=True, slots=True)
class DraftWanted:
    """Önskat utkast: what a question asks to have written."""

    text: str
    commitments: tuple[int, ...]
    phases: tuple[Phase, ...]
    points: tuple[str, ...]
    length: Length
    municipality_said: str = ""
    """What a later question says instead of the municipality named in `text`."""


def draft_wanted(text: str, history: Sequence[Turn], guidance: Guidance) -> DraftWanted | None:
    """What is to be written; None when the question asks for something else."""
    last: DraftWanted | None = None
    wanted: DraftWanted | None = None
    for asked in (*(turn.content for turn in history if turn.role == "user"), text):
        wanted = _after(asked, last, guidance, goes_on=wanted is not None)
        last = wanted or last
    return wanted


def _after(
    text: str, last: DraftWanted | None, guidance: Guidance, *, goes_on: bool
) -> DraftWanted | None:
    """What a question wants written after the last draft; `goes_on` when that was just before it."""
    if ABOUT_LENGTH.match(without_asides(text)):
        return replace(last, length=_length(text)) if last and goes_on else None
    asked = _asked(text, guidance)
    if asked or last is None or not goes_on or not AND_FOR.match(text.strip()):
        return asked
    # "Och för Örebro?", "och för åtagande 7?": the same draft, with what is named exchanged.
    found = references_in(text, guidance)
    if found.commitments:
        return replace(last, commitments=found.commitments, points=())
    if found.phases:
        return replace(last, phases=found.phases, points=())
    return replace(last, municipality_said=text)


def _asked(text: str, guidance: Guidance) -> DraftWanted | None:
    if not WRITE.match(text.strip()) or (WORDING_ONLY.search(text) and not DRAFT.search(text)):
        return None
    found = references_in(text, guidance)
    numbers = found.commitments or tuple(
        dict.fromkeys(int(point.partition(".")[0]) for point in found.points)
    )
    if not numbers or any(guidance.point(point) is None for point in found.points):
        return None
    return DraftWanted(text, numbers, found.phases, found.points, _length(text))


def _length(text: str) -> Length:
    return Length.FULL if LONGER.search(text) and not SHORTER.search(text) else Length.SHORT


def named_municipality(wanted: DraftWanted, municipalities: tuple[Municipality, ...]) -> str | None:
    """The municipality that the question names after "för"."""
    for match in FOR_WHOM.finditer(wanted.municipality_said or wanted.text):
        said = match.group(1).split()
        for size in range(len(said), 0, -1):
            try:
                return municipality_named(" ".join(said[:size]), municipalities).own_name
            except InputFault:
                continue
    return None


def order_record(wanted: DraftWanted, municipality: str) -> dict[str, object]:
    """The order that a question amounts to."""
    return {
        "municipality": municipality,
        "length": wanted.length.value,
        "commitments": [
            {
                "number": number,
                "steps": [phase.key for phase in wanted.phases],
                "points": [p for p in wanted.points if p.partition(".")[0] == str(number)],
            }
            for number in wanted.commitments
        ],
    }


def for_whom(wanted: DraftWanted, library: Library) -> Clarification:
    """Ask which municipality the draft is for."""
    understood_as = _understood(wanted, library)
    return Clarification((phrase("draft_for_whom"),), (), understood_as=understood_as)


def draft_answer(wanted: DraftWanted, draft: Draft, library: Library) -> Answer:
    """The clauses asked for, and the whole draft beside them."""
    own_name = draft.order.municipality.own_name
    body: list[Phrase | Quotation] = []
    for clause in draft.commitments:
        if clause.commitment not in wanted.commitments or clause.official is None:
            continue
        body.append(phrase("draft", library.words, number=clause.commitment, municipality=own_name))
        body.append(clause.official)
        body.append(phrase("draft_local", municipality=own_name))
        body += _paragraphs(clause.paragraphs)
    if any(gap.commitment in wanted.commitments for gap in draft.gaps):
        body.append(phrase("draft_gaps"))
    body.append(phrase("draft_whole"))
    short = wanted.length is Length.SHORT
    return Answer(
        tuple(body),
        understood_as=_understood(wanted, library),
        follow_ups=(wording_of("ask_draft_longer" if short else "ask_draft_shorter"),),
        draft=draft,
    )


def with_draft(answer: Answer, before: Draft, draft: Draft) -> Answer:
    """The answer that shows a draft, with the clauses of another version of it."""
    body = answer.body
    for old, new in zip(before.commitments, draft.commitments, strict=True):
        shown = tuple(_paragraphs(old.paragraphs))
        for at in range(len(body) - len(shown) + 1):
            if shown and body[at : at + len(shown)] == shown:
                body = (*body[:at], *_paragraphs(new.paragraphs), *body[at + len(shown) :])
                break
    return replace(answer, body=body, draft=draft)


def _paragraphs(paragraphs: Iterable[tuple[Sentence, ...]]) -> Iterable[Phrase]:
    for group in paragraphs:
        own = [s for s in group if not isinstance(s, Quotation)]
        if own:
            by_model = any(s.written_by is WrittenBy.MODEL for s in own)
            author = WrittenBy.MODEL if by_model else WrittenBy.TEMPLATE
            yield Phrase(" ".join(s.text for s in own), author)


def _understood(wanted: DraftWanted, library: Library) -> str:
    return ", ".join(
        wording_of("understood_step", library.words, number=number, phase=phase.name)
        if phase
        else wording_of("understood_commitment", library.words, number=number)
        for number in wanted.commitments
        for phase in wanted.phases or (None,)
    )
