"""Reads what the encoder is trained on: dictionaries, sentence pairs, statutes."""

import bz2
import lzma
import re
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]|;.*")
SENTENCE = re.compile(r"(?<=[a-zåäö]{2}[.;]) +(?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class Headword:
    """Uppslagsord: a Swedish word, its forms, its English and its sentences in both."""

    word: str
    forms: tuple[str, ...]
    translations: tuple[str, ...]
    sentences: tuple[tuple[str, str], ...]
    related: tuple[str, ...]
    """Its definitions, synonyms and examples, in Swedish."""


def read_dictionary(folder: Path) -> list[Headword]:
    """The Swedish side of Folkets lexikon."""
    with bz2.open(folder / "folkets_sv_en.xml.bz2") as file:
        root = ET.parse(file).getroot()  # noqa: S314  a file the trainer chose
    return [found for word in root.iter("word") if (found := _headword(word)).translations]


def _headword(word: ET.Element) -> Headword:
    sentences = [
        (_plain(pair.get("value", "")), _plain(english.get("value", "")))
        for tag in ("example", "definition", "idiom", "compound")
        for pair in word.iter(tag)
        for english in pair.findall("translation")
    ]
    return Headword(
        word=_plain(word.get("value", "")),
        forms=tuple(form.get("value", "") for form in word.iter("inflection")),
        translations=tuple(
            plain for t in word.findall("translation") if (plain := _plain(t.get("value", "")))
        ),
        sentences=tuple(pair for pair in sentences if all(pair)),
        related=tuple(
            plain
            for tag in ("definition", "synonym", "explanation", "example")
            for near in word.iter(tag)
            if (plain := _plain(near.get("value", "")))
        ),
    )


def _plain(text: str) -> str:
    return ASIDE.sub("", text.replace("|", "")).replace("&quot;", "").strip()


def read_synonyms(folder: Path) -> list[tuple[str, str]]:
    """The pairs of Folkets synonymlexikon that people graded as synonyms."""
    with bz2.open(folder / "synlex.xml.bz2") as file:
        root = ET.parse(file).getroot()  # noqa: S314  a file the trainer chose
    pairs = ((pair.findtext("w1"), pair.findtext("w2")) for pair in root.iter("syn"))
    return [(one, other) for one, other in pairs if one and other]


def read_sentence_pairs(folder: Path) -> list[tuple[str, str]]:
    """Swedish sentences of Tatoeba with their English."""
    with bz2.open(folder / "tatoeba_sv_en.tsv.bz2", "rt", encoding="utf-8") as file:
        rows = [line.split("\t") for line in file]
    return [(swedish, english) for english, swedish, *_ in rows]


def read_statutes(folder: Path) -> list[list[str]]:
    """The sentences of each section of the statutes, in order."""
    with lzma.open(folder / "statutes.txt.xz", "rt", encoding="utf-8") as file:
        return [SENTENCE.split(line.strip()) for line in file]
