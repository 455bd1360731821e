"""A generated corpus of drafts, and the faults a draft can have that a rule can see.

`python -m evals.draft_corpus` goes through every municipality, commitment, step and length, with and
without facts; the tests go through a sample of it.
"""

import argparse
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from assistant.documents.reading import read_document
from assistant.domain.drafts import Clause, Draft, Length
from assistant.domain.guidance import Commitment, Guidance
from assistant.domain.local_text import LocalText, Origin
from assistant.domain.municipalities import Municipality, genitive
from assistant.domain.passages import Quotation
from assistant.domain.reviews import PledgeStatus, Review
from assistant.domain.running_text import RunningForm
from assistant.drafting.shortening import LONGEST_SHORT, word_count
from assistant.export import write_draft
from assistant.guidance.library import Library
from assistant.guidance.running_text import load_running_forms
from assistant.opening import Assistant
from assistant.wording.drafts import draft_markdown

Record = Mapping[str, Any]

FACTS: tuple[tuple[dict[str, str], ...], ...] = (
    (),
    (
        {"kind": "ansvarig", "text": "kommunstyrelsen"},
        {"kind": "tid", "text": "senast 2027"},
        {"kind": "mål", "text": "halvera utsläppen till 2030"},
        {"kind": "resurser", "text": "två miljoner kronor per år"},
        {"kind": "samverkan", "text": "Almi och Länsstyrelsen"},
        {"kind": "uppföljning", "text": "årligen i årsredovisningen"},
    ),
    (
        {"kind": "ansvarig", "text": "Tekniska nämnden"},
        {"kind": "tid", "text": "Under 2026–2027"},
        {"kind": "resurser", "text": "inom befintlig budget"},
        {"kind": "uppföljning", "text": "klimatbokslutet"},
        {"kind": "annat", "text": "arbetet började 2019"},
    ),
    (
        {"kind": "ansvarig", "text": "miljönämnden", "plats": "steg"},
        {"kind": "tid", "text": "under 2026", "plats": "punkt"},
        {"kind": "tid", "text": "senast 2029", "plats": "steg"},
        {"kind": "resurser", "text": "klimatinvesteringsfonden"},
        {"kind": "samverkan", "text": "tillsammans med Almi", "plats": "punkt"},
        {"kind": "uppföljning", "text": "två gånger om året", "plats": "steg"},
        {"kind": "mål", "text": "fossilfria inköp till 2030", "plats": "punkt"},
    ),
)
SWEDISH_FAULTS = {
    "dubbelt blanksteg": re.compile(r"  "),
    "ska ska": re.compile(r"\bska ska\b", re.IGNORECASE),
    "upprepat ord": re.compile(r"\b(\w{2,}) \1\b", re.IGNORECASE),
    "hängande kolon": re.compile(r":\s*(?:\(|$|\.)"),
    "blanksteg före skiljetecken": re.compile(r"\s[,.;:](?:\s|$)"),
    "dubbelt skiljetecken": re.compile(r"[,.;:]{2}|\.\s*\(\d+\.\d+\)|,\s*\("),
    "ifyllt namn saknas": re.compile(r"[{}$]"),
    "vi-form": re.compile(r"\b(?:vi|vår|vårt|våra|oss)\b", re.IGNORECASE),
    "orättat skrivfel": re.compile(
        r"moteverkande|inbygd\b|indikator set|klimat handlings|resulterade lös|kommunorganisation\b"
    ),
    "dubbel genitiv": re.compile(r"\b\w+(?:ss|s's|zs|xs)\b kommun"),
    "stegets ord två gånger": re.compile(r"\bsteget (\w+),?(?: \w+){0,2} \1\b", re.IGNORECASE),
    "märket säger ordet en gång till": re.compile(
        r"\b(ansvarig|lokal|resurs)\w* (?:\w+ ){0,3}\[\1", re.IGNORECASE
    ),
    "adverb på fel plats": re.compile(r"\bkan ske (?:exempelvis|också)\b"),
    "samma led två gånger": re.compile(r"\b(\w{4,}(?: \w+){3,})\b.*\b\1\b", re.IGNORECASE),
}
OTHER_PARTY = re.compile(r"\bkommun(?:en|ens|koncern\w*|organisation\w*)\b", re.IGNORECASE)
"""What a stad or a region does not call itself."""
QUOTED = re.compile(r"”[^”]*”")
EXPORTED = 29
"""Every so many drafts is exported too: a prime, so that each choice, length and set of facts is met."""


def orders(
    municipalities: Iterable[Municipality], guidance: Guidance, *, every_choice: bool = True
) -> Iterator[dict[str, Any]]:
    """An order for each municipality, length, set of facts and choice: every commitment in each.

    Without `every_choice` the choices take turns, so that each meets every length and set of facts over
    the municipalities: a seventh of the orders.
    """
    turn = 0
    for municipality in municipalities:
        for length in Length:
            for facts in FACTS:
                for choice in CHOICES if every_choice else (CHOICES[turn % len(CHOICES)],):
                    yield {
                        "municipality": municipality.name,
                        "length": length.value,
                        "commitments": [
                            {"number": c.number, **_chosen(choice, c), "facts": _placed(facts, c)}
                            for c in guidance.commitments
                        ],
                    }
                turn += 1


CHOICES: tuple[tuple[tuple[str, ...], int], ...] = (
    (("initiera",), 0),
    (("etablera",), 0),
    (("transformera",), 0),
    (("initiera", "etablera", "transformera"), 0),
    (("transformera", "initiera"), 0),
    (("initiera",), 4),
    ((), 3),
)
"""Steps, and each how many points one is named as well: 0 for none, 3 for each third."""


def _chosen(choice: tuple[tuple[str, ...], int], commitment: Commitment) -> dict[str, Any]:
    steps, every = choice
    # Another point first in each commitment, so that steps meet in many ways.
    named = [p.id for p in commitment.points[commitment.number % every :: every]] if every else []
    return {"steps": list(steps), "points": named}


def _placed(facts: tuple[dict[str, str], ...], commitment: Commitment) -> list[dict[str, Any]]:
    """The facts; one that says where it belongs is given a step or a point of the commitment."""
    first, last = commitment.points[0], commitment.points[-1]
    places = {"steg": {"steps": [last.phase.key]}, "punkt": {"points": [first.id]}}
    return [
        {**{k: v for k, v in fact.items() if k != "plats"}, **places.get(fact.get("plats", ""), {})}
        for fact in facts
    ]


def faults_in(draft: Draft, library: Library, forms: Mapping[str, RunningForm]) -> list[str]:
    """What a rule can see to be wrong with a draft."""
    found: list[str] = []
    official = [s for clause in draft.clauses for s in clause.sentences if isinstance(s, Quotation)]
    expected = [o.commitment.official_wording for o in draft.order.commitments]
    if sorted(q.text for q in official) != sorted(expected):
        found.append("de officiella meningarna är inte de beställda åtagandenas, en gång var")
    markdown = draft_markdown(draft)
    found += [f"saknas i Markdown: {text}" for text in expected if markdown.count(text) < 1]
    licensed = _licensed(draft, library, forms)
    for clause in draft.clauses:
        if clause.commitment and not clause.local[0].text.startswith(
            draft.order.municipality.own_name
        ):
            found.append(f"{clause.heading}: texten börjar inte med kommunens namn")
        if (
            clause.commitment
            and draft.order.length is Length.SHORT
            and word_count(clause.local) > LONGEST_SHORT
        ):
            found.append(f"{clause.heading}: {word_count(clause.local)} ord")
        found += [f"{fault}: {s.text}" for s in clause.local for fault in _of_sentence(s, licensed)]
        found += _of_voice(clause, draft.order.municipality)
        found += _of_neighbours(clause, draft, forms)
    found += _of_gaps(draft)
    found += _repeated(draft.commitments)
    return found


def _of_sentence(sentence: LocalText, licensed: frozenset[str]) -> Iterator[str]:
    text = sentence.text
    frame = sentence.origin is Origin.OWN
    for name, pattern in SWEDISH_FAULTS.items():
        if name == "vi-form" and (frame or "”" in text):
            continue
        if pattern.search(QUOTED.sub("”x”", text)):
            yield name
    if not text.endswith("."):
        yield "slutpunkt saknas"
    if not text[0].isupper():
        yield "versal saknas"
    words = re.findall(r"\w+", text)
    for place, word in enumerate(words):
        is_name = word[0].isupper() and place > 0
        if (is_name or any(c.isdigit() for c in word)) and word.casefold() not in licensed:
            yield f"olicensierat {word!r}"


def _of_voice(clause: Clause, municipality: Municipality) -> Iterator[str]:
    if municipality.short_form == "kommunen":
        return
    for sentence in clause.local:
        if sentence.origin is not Origin.MUNICIPAL and OTHER_PARTY.search(sentence.text):
            yield f"{municipality.own_name} kallas kommun: {sentence.text}"


def _of_neighbours(clause: Clause, draft: Draft, forms: Mapping[str, RunningForm]) -> Iterator[str]:
    """What reads badly side by side, though each sentence is right."""
    opened = [
        " ".join(p[0].text.split()[:2]) for p in clause.paragraphs if isinstance(p[0], LocalText)
    ]
    if clause.commitment and len(set(opened)) < len(opened):
        yield f"{clause.heading}: två stycken börjar lika: {opened}"
    for paragraph in clause.paragraphs:
        local = [s for s in paragraph if isinstance(s, LocalText)]
        for one, other in pairwise(local):
            both = {w.lower() for w in one.text.split()} & {w.lower() for w in other.text.split()}
            if "också" in both and one.points:
                yield f"{clause.heading}: ”också” två gånger: {one.text} {other.text}"
    full = draft.order.length is Length.FULL
    for sentence in clause.local:
        shown = [forms[p].clause if full else forms[p].short for p in sentence.points]
        verbs = [text.split()[0] for text in shown]
        # A sentence that only refers to points has none of their verbs.
        written = all(f"({point})" in sentence.text for point in sentence.points)
        if written and len(set(verbs)) < len(verbs):
            yield f"{clause.heading}: samma verb två gånger: {sentence.text}"


def _licensed(draft: Draft, library: Library, forms: Mapping[str, RunningForm]) -> frozenset[str]:
    municipality, edition = draft.order.municipality, draft.edition
    texts = [
        municipality.own_name,
        municipality.genitive,
        edition.contract,
        edition.owner,
        *(phase.name for phase in edition.phases),
        *(fact.text for _, fact in draft.order.all_facts()),
        # The first words of the frames' second sentences, and of a question that a point quotes.
        "Med Under Övriga För Kontraktet Vilken",
    ]
    for ordered in draft.order.commitments:
        for point in ordered.points:
            form = forms[point]
            texts += [point, library.point(point).text, form.clause, *form.continuation]
    return frozenset(word.casefold() for text in texts for word in re.findall(r"\w+", text))


def _of_gaps(draft: Draft) -> Iterator[str]:
    own = [
        s.text for clause in draft.clauses for s in clause.local if s.origin is not Origin.GUIDANCE
    ]
    shown = Counter(mark for text in own for mark in re.findall(r"\[[^\]]+\]", text))
    listed = Counter(gap.placeholder for gap in draft.gaps if gap.placeholder)
    if shown != listed:
        yield f"saknade uppgifter i texten {dict(shown)} och i listan {dict(listed)} skiljer sig"


def _repeated(clauses: Iterable[Clause]) -> Iterator[str]:
    for clause in clauses:
        texts = [s.text for s in clause.local]
        for text, times in Counter(texts).items():
            if times > 1:
                yield f"{clause.heading}: meningen står {times} gånger: {text}"


def faults_of_review(draft: Draft, review: Review, form: str) -> list[str]:
    """What the reviewer of contracts has against a draft of our own, in one of its forms."""
    ordered = sorted(o.commitment.number for o in draft.order.commitments)
    statuses = {p.status for p in review.pledges}
    found = []
    if statuses != {PledgeStatus.VERBATIM}:
        found.append(f"{form}: granskningen ser {sorted(s.value for s in statuses)}")
    if sorted({p.commitment or 0 for p in review.pledges}) != ordered:
        found.append(f"{form}: granskningen hittar inte just de beställda åtagandena")
    if review.missing_mandatory:
        found.append(f"{form}: granskningen saknar {review.missing_mandatory}")
    return found


def faults_of_exports(draft: Draft, assistant: Assistant) -> list[str]:
    """The same for every kind of file that a draft can be exported to."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".docx", ".md", ".html"):
            path = Path(folder) / f"utkast{suffix}"
            write_draft(draft, path)
            review = assistant.review_document(read_document(path))
            found += faults_of_review(draft, review, suffix)
    return found


def genitive_faults(municipality: Municipality) -> list[str]:
    """A genitive that Swedish does not form: no s after s, x or z, an s after all else."""
    found = []
    for name in (municipality.own_name, municipality.short_name, municipality.short_form):
        # Written out here by the rule of the grammar, so that the program is not its own judge.
        right = name if re.search(r"[sxzSXZ]$", name) else f"{name}s"
        if genitive(name) != right:
            found.append(genitive(name))
    if not municipality.genitive.endswith(("kommuns", "Stads", "stads", "Region Gotlands")):
        found.append(municipality.genitive)
    return found


def main() -> int:
    """Go through the corpus and print what was found."""
    parser = argparse.ArgumentParser(prog="python -m evals.draft_corpus", description=__doc__)
    parser.add_argument("--every-choice", action="store_true", help="all orders, an hour or more")
    given = parser.parse_args()
    assistant = Assistant.open()
    forms = load_running_forms(assistant.settings.edition, assistant.library.guidance)
    began = time.monotonic()
    drafts = files = 0
    found: Counter[str] = Counter()
    guidance = assistant.library.guidance
    for record in orders(assistant.municipalities, guidance, every_choice=given.every_choice):
        draft = assistant.draft(assistant.order(record))
        found.update(faults_in(draft, assistant.library, forms))
        found.update(faults_of_review(draft, assistant.review(draft_markdown(draft)), "text"))
        if drafts % EXPORTED == 0:
            files += 3
            found.update(faults_of_exports(draft, assistant))
        drafts += 1
    seconds = time.monotonic() - began
    for fault, times in found.most_common(40):
        print(f"{times:6} {fault}")
    print(f"{drafts} utkast, {drafts * 10} avtalsdelar, alla granskade, {files} som filer")
    print(f"{sum(found.values())} fel, {seconds:.0f} s")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
