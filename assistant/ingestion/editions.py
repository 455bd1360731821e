"""What a PDF says about itself: its version, its steps and how its pledges begin."""

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.ingestion import DoubtKind
from assistant.guidance.source import fold
from assistant.ingestion.doubts import Doubts
from assistant.ingestion.milestones import Data, slug
from assistant.ingestion.pattern import Pattern
from assistant.ingestion.places import Desk
from assistant.ingestion.reading import Reading

FEWEST_WORDS = 2
"""Of an opening that all official wordings share."""


@dataclass(frozen=True, slots=True)
class Steps:
    """Lästa steg: key, name and descriptor of each."""

    phases: tuple[tuple[str, str, str], ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in order."""
        return tuple(key for key, _, _ in self.phases)


def read_steps(reading: Reading, pattern: Pattern, doubts: Doubts) -> Steps:
    """The steps by the headers of their columns."""
    columns = max((c.table.columns for c in reading.commitments), key=len)
    count = len(reading.commitments[0].steps)
    found = []
    for number, column in enumerate(columns[reading.first_step : reading.first_step + count], 1):
        text = column.head_text
        known = next((p for p in pattern.record.phases if text.startswith(p.name)), None)
        name = known.name if known else (column.head[0].text if column.head else f"Steg {number}")
        descriptor = text.removeprefix(name).strip() or name
        where = column.head[0].first if column.head else None
        if known is None or not column.head:
            doubts.add(
                DoubtKind.EDITION,
                where,
                f"steg {number}",
                text,
                f"Namnet är läst som ”{name}” och beskrivningen som ”{descriptor}”.",
            )
        elif descriptor != known.descriptor:
            doubts.add(
                DoubtKind.EDITION,
                where,
                f"steget {name}",
                text,
                f"Beskrivningen var ”{known.descriptor}” i utgåvan {pattern.record.label}.",
            )
        found.append((known.key if known else slug(name), name, descriptor))
    return Steps(tuple(found))


def pledge_opening(reading: Reading, pattern: Pattern, doubts: Doubts) -> str:
    """The pattern's, where most wordings begin so; else the words that they have in common."""
    wordings = [c.official.text for c in reading.commitments]
    usual = pattern.record.pledge_opening
    if sum(text.startswith(usual) for text in wordings) * 2 > len(wordings):
        return usual
    shared = _shared_beginning([text.split() for text in wordings if text])
    chosen = " ".join(shared) if len(shared) >= FEWEST_WORDS and len(wordings) > 1 else usual
    doubts.add(
        DoubtKind.EDITION,
        None,
        "edition.yaml, pledge_opening",
        chosen,
        f"De officiella formuleringarna börjar inte med ”{usual}” som i utgåvan "
        f"{pattern.record.label}. Det här har de gemensamt.",
    )
    return chosen


def _shared_beginning(texts: Sequence[Sequence[str]]) -> list[str]:
    shared = []
    for words in zip(*texts, strict=False):
        if len(set(words)) > 1:
            break
        shared.append(words[0])
    return shared


def edition_data(reading: Reading, steps: Steps, opening: str, desk: Desk) -> Data:
    """`edition.yaml`."""
    pattern, doubts, source = desk.pattern, desk.doubts, desk.lines.text
    old, text = pattern.record, fold(source)
    label = _most_common_shape(old.label, text)
    round_ = _most_common_shape(old.round, text)
    year = int(match[0]) if (match := re.match(r"\d{4}", label or round_ or "")) else old.year
    for field, found in (("label", label), ("round", round_)):
        if found is None or (field == "label" and found == old.label):
            why = "stod inte i PDF-filen" if found is None else "är densamma som mönstrets"
            doubts.add(
                DoubtKind.EDITION,
                None,
                f"edition.yaml, {field}",
                found or getattr(old, field),
                f"Uppgiften {why}. Rätta den, och id, så att utgåvan får en egen beteckning.",
            )
    if old.contract not in text:
        _copied("contract", old.contract, "Ordet står inte i PDF-filen.", doubts)
    if old.nouns.one not in text.casefold():
        _copied("nouns", old.nouns.one, "Ordet står inte i PDF-filen.", doubts)
    _copied("owner", old.owner, "En PDF-fil säger inte säkert vem som äger den.", doubts)
    _copied("status", old.status, "Kontrollera om texten får spridas.", doubts)
    furniture = Counter((item.kind, item.text) for item in reading.furniture)
    return {
        "id": slug(label or old.label),
        "label": label or old.label,
        "title": _title(reading, pattern, doubts),
        "contract": old.contract,
        "round": round_ or old.round,
        "year": year,
        "owner": old.owner,
        "status": old.status,
        "status_quotes": [quote for quote in old.status_quotes if quote in text],
        "source": "source.txt",
        "sha256": hashlib.sha256(source.encode("utf-8")).hexdigest(),
        "pledge_opening": opening,
        "nouns": old.nouns.model_dump(),
        "phases": [
            {"key": key, "name": name, "descriptor": descriptor}
            for key, name, descriptor in steps.phases
        ],
        "source_joins": [{"text": j.text, "broken_after": j.before} for j in reading.joins],
        "furniture": [
            {"kind": kind, "text": text, "times": times}
            for (kind, text), times in furniture.items()
        ],
    }


def _most_common_shape(like: str, text: str) -> str | None:
    """What is written as `like` is, with other digits: "2026:1" like "2025:1"."""
    shape = re.sub(r"\d+", _digits, re.escape(like))
    found = Counter(re.findall(rf"(?<!\d){shape}(?!\d)", text))
    return found.most_common(1)[0][0] if found else None


def _digits(found: re.Match[str]) -> str:
    return r"\d{4}" if len(found[0]) == 4 else r"\d+"


def _title(reading: Reading, pattern: Pattern, doubts: Doubts) -> str:
    if not reading.sections:
        _copied("title", pattern.record.title, "PDF-filen har ingen rubrik.", doubts)
        return pattern.record.title
    heading = reading.sections[0].heading
    if re.findall(r"\w+", heading) == re.findall(r"\w+", pattern.record.title):
        return pattern.record.title
    doubts.add(
        DoubtKind.EDITION,
        reading.sections[0].rows[0].first,
        "edition.yaml, title",
        heading,
        "Dokumentets titel är läst ur dess första rubrik.",
    )
    return heading


def _copied(field: str, value: str, why: str, doubts: Doubts) -> None:
    doubts.add(
        DoubtKind.EDITION,
        None,
        f"edition.yaml, {field}",
        value,
        f"Uppgiften är kopierad från mönsterutgåvan. {why}",
    )
