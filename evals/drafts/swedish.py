"""What a rule can see to be wrong with the Swedish of a draft, sentence by sentence."""

import re
from collections.abc import Iterator, Mapping

from assistant.domain import municipalities as naming
from assistant.domain.drafts import Clause, Draft
from assistant.domain.local_text import LocalText, Origin
from assistant.domain.municipalities import Municipality
from assistant.domain.running_text import RunningForm
from assistant.guidance.library import Library

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


def sentence_faults(sentence: LocalText) -> Iterator[str]:
    """What is wrong with one sentence."""
    text = sentence.text
    frame = sentence.origin is Origin.OWN
    for name, pattern in SWEDISH_FAULTS.items():
        if name == "vi-form" and (frame or "”" in text):
            continue
        if pattern.search(QUOTED.sub("”x”", text)):
            yield f"{name}: {text}"
    if not text.endswith("."):
        yield f"slutpunkt saknas: {text}"
    if not text[0].isupper():
        yield f"versal saknas: {text}"


def voice_faults(clause: Clause, municipality: Municipality) -> Iterator[str]:
    """A stad or a region that is called a kommun."""
    if municipality.short_form == "kommunen":
        return
    for sentence in clause.local:
        if sentence.origin is not Origin.MUNICIPAL and OTHER_PARTY.search(sentence.text):
            yield f"{municipality.own_name} kallas kommun: {sentence.text}"


def unlicensed(sentence: LocalText, licensed: frozenset[str]) -> Iterator[str]:
    """Names and figures that neither the order nor the guidance has."""
    for place, word in enumerate(re.findall(r"\w+", sentence.text)):
        is_name = word[0].isupper() and place > 0
        if (is_name or any(c.isdigit() for c in word)) and word.casefold() not in licensed:
            yield f"”{word}” står varken i beställningen eller i vägledningen: {sentence.text}"


def licensed_words(
    draft: Draft, library: Library, forms: Mapping[str, RunningForm]
) -> frozenset[str]:
    """The words that a draft may have from its order, its municipality and the guidance."""
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


def genitive_faults(municipality: Municipality) -> tuple[str, ...]:
    """A genitive that Swedish does not form: no s after s, x or z, an s after all else."""
    found = []
    for name in (municipality.own_name, municipality.short_name, municipality.short_form):
        # Written out here by the rule of the grammar, so that the program is not its own judge.
        right = name if re.search(r"[sxzSXZ]$", name) else f"{name}s"
        written = naming.genitive(name)
        if written != right:
            found.append(f"genitiven av {name} skrivs {written}, inte {right}")
    if not municipality.genitive.endswith(("kommuns", "Stads", "stads", "Region Gotlands")):
        found.append(f"genitiven skrivs {municipality.genitive}")
    return tuple(found)
