"""The list that a person goes through before a proposal is used: `granska.md`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.ingestion import Doubt, DoubtKind
from assistant.ingestion.carrying import Carried
from assistant.ingestion.furniture import Furniture
from assistant.ingestion.joining import Join
from assistant.ingestion.milestones import Data

FILE = "granska.md"
LONGEST_QUOTE = 240
GUIDE = """\
Det här är ett förslag, läst ur en PDF-fil av ett program. Ingen människa har jämfört det med källan.
Gå igenom listan med PDF-filen bredvid, rätta i mappens filer och bocka av. Orden ska stå precis som
i PDF-filen, även när de är felstavade: texterna är citat.

`source.txt` är PDF-filens hela text i läsordning och ändras inte. Varje text i de andra filerna måste
stå där ord för ord, annars säger programmet vilken som inte gör det. Det ser däremot inte om en punkt
har hamnat i fel steg.
"""
MISSING = """\
## Det som en PDF-fil inte ger

- [ ] **Nya och ändrade punkter** behöver en löptextform i `clauses/`, annars går det inte att skriva utkast.
- [ ] **Nya och ändrade stycken** behöver frågor och vardagsord i `questions/`, annars hittar sökningen
  dem sämre. En språkmodell kan föreslå frågor: `klimatkontrakt editions questions`, när mappen går att öppna.
- [ ] **Nya begrepp** läggs in i `glossary.yaml` med vägledningens egna meningar, och i
  `explanations.yaml` om vägledningen bara nämner dem.
- [ ] **Nya och ändrade åtaganden** behöver kännetecken i `review.yaml`, så att granskningen känner igen dem.
- [ ] **Det som vägledningen inte tar upp** (`not-covered.yaml`) gås igenom: den nya utgåvan kan ta upp det.
- [ ] **Märkta frågor** (`labelled.jsonl`) är tagna som de var, om den förra utgåvan har sådana. De lär
  sökningen vilka frågor som saknar svar. Rätta dem som den nya utgåvan svarar annorlunda på.
- [ ] **Länkar** skrivs in under `links` i åtagandets fil. Adresser bakom ord läses inte.
- [ ] **Bilder** läses inte. Står det text i en bild, så finns den inte i förslaget.
- [ ] **Fel i källan** antecknas under `quirks`, och läsningar som ni har valt under `uncertain`.

Hur filerna ser ut står i `corpus/README.md`, och hur arbetet går till i `docs/ny-utgava.md`.
"""


@dataclass(frozen=True, slots=True)
class ReviewList:
    """Granskningslista: what it is made of."""

    edition: Data
    commitments: Sequence[Data]
    doubts: Sequence[Doubt]
    joins: Sequence[Join]
    carried: Sequence[Carried]
    furniture: Sequence[Furniture]
    fault: str | None
    """Why the folder cannot be opened yet."""
    pattern: str
    """The label of the edition that served as the pattern."""

    def written(self) -> str:
        """The whole list as Markdown."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield f"# Att granska: {self.edition['title']}, {self.edition['label']}\n"
        yield GUIDE
        if self.fault:
            yield f"**Mappen går inte att öppna ännu:** {self.fault}\n"
        yield from self._official()
        yield from self._points()
        yield from self._doubts()
        yield from self._joins()
        yield from self._carried()
        yield MISSING
        yield from self._furniture()

    def _official(self) -> Iterator[str]:
        yield "## Officiella formuleringar\n"
        yield "Varje mening ska stämma tecken för tecken.\n"
        for commitment in self.commitments:
            pages = ", ".join(str(page) for page in commitment["pages"])
            yield (
                f"- [ ] **Åtagande {commitment['number']}**, {_title(commitment)} (sida {pages}): "
                f"{_whole(commitment['official_wording'])}"
            )
        yield ""

    def _points(self) -> Iterator[str]:
        yield "## Punkternas steg\n"
        yield "Jämför med tabellens spalter.\n"
        names = {phase["key"]: phase["name"] for phase in self.edition["phases"]}
        yield "| åtagande | " + " | ".join(names.values()) + " | exempel |"
        yield "|---" * (len(names) + 2) + "|"
        for commitment in self.commitments:
            steps = [
                ", ".join(p["id"] for p in commitment["points"] if p["phase"] == key) or "–"
                for key in names
            ]
            yield f"| {commitment['number']} | {' | '.join(steps)} | {len(commitment['examples'])} |"
        yield ""

    def _doubts(self) -> Iterator[str]:
        yield f"## Tveksamheter ({len(self.doubts)})\n"
        for kind in DoubtKind:
            found = [doubt for doubt in self.doubts if doubt.kind is kind]
            if found:
                yield f"### {kind.value} ({len(found)})\n"
                yield from (_line(doubt) for doubt in found)
                yield ""

    def _joins(self) -> Iterator[str]:
        yield f"## Alla ord som har fogats ihop ({len(self.joins)})\n"
        yield "Ord som PDF-filen delar mellan två rader. De tveksamma står också ovan.\n"
        yield ", ".join(f"{join.before} + … = {join.text}" for join in self.joins) or "Inga."
        yield ""

    def _carried(self) -> Iterator[str]:
        yield f"## Taget från utgåvan {self.pattern}\n"
        yield (
            "Bara det som hör till en text som står ordagrant likadan i den nya utgåvan. Programmet har inte "
            "prövat om det fortfarande stämmer i sak.\n"
        )
        for carried in self.carried:
            yield f"- [ ] `{carried.file}`: {carried.kept} av {carried.kept + len(carried.left)} poster"
            if carried.left:
                yield f"  - inte övertaget: {', '.join(carried.left)}"
        yield ""

    def _furniture(self) -> Iterator[str]:
        yield "## Bortplockat från sidorna\n"
        yield "Ska något av det vara text? Sidhuvuden, sidfötter, vattenstämplar, tabellhuvuden:\n"
        pages: dict[tuple[str, str], list[int]] = {}
        for item in self.furniture:
            pages.setdefault((item.kind, item.text), []).append(item.page)
        for (kind, text), numbers in pages.items():
            shown = ", ".join(str(n) for n in sorted(set(numbers))[:6])
            more = " med flera" if len(set(numbers)) > 6 else ""
            yield f"- {kind}, sida {shown}{more}: {as_code(text)}"


def _title(commitment: Data) -> str:
    return f"”{commitment['title']}”"


def _line(doubt: Doubt) -> str:
    where = f"Sida {doubt.page}, {doubt.place}" if doubt.page else doubt.place
    return f"- [ ] {where}: {as_code(doubt.text)}. {doubt.chosen}"


def _whole(wording: str) -> str:
    return as_code(wording, len(wording)) if wording else "ingen formulering hittades"


def as_code(text: str, longest: int = LONGEST_QUOTE) -> str:
    """A text of the PDF on one line, as code: nothing in it is read as Markdown."""
    short = text if len(text) <= longest else f"{text[:longest]} …"
    mark = "``" if "`" in short else "`"
    return f"{mark}{short}{mark}"
