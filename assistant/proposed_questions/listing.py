"""The list for the person who reviews proposed questions: `granska-fragor.md`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.guidance import Edition
from assistant.domain.passages import Passage
from assistant.guidance.passages import place_of
from assistant.guidance.records import Knowledge
from assistant.ingestion.review_list import as_code
from assistant.proposed_questions.filing import FOLDER, file_of, name_of

FILE = "granska-fragor.md"
LONGEST_TEXT = 1500
GUIDE = """\
Frågorna nedan har skrivits av en språkmodell. Ingen människa har läst dem, och sökningen använder dem inte
än. Läs varje fråga mot stycket: svarar stycket på den, och är orden begripliga? Stavfel är med avsikt där
någon kan tänkas skriva fel.

Rätta, lägg till och stryk i filen som anges. När en post stämmer tar ni bort raden `unreviewed`. Då räknas
frågorna som granskade och används av sökningen. Vill ni ha nya förslag tar ni bort hela posten och kör
kommandot igen.

Den här listan skrivs om varje gång kommandot körs. Ändra i filerna, inte här.
"""


@dataclass(frozen=True, slots=True)
class QuestionList:
    """Frågelista: the proposals that nobody has reviewed, and the passages that have none."""

    edition: Edition
    proposed: Sequence[tuple[Passage, Knowledge]]
    without: Sequence[Passage]

    def written(self) -> str:
        """The whole list as Markdown."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield f"# Frågor att granska: {self.edition.title}, {self.edition.label}\n"
        yield GUIDE
        yield f"## Föreslagna frågor ({len(self.proposed)} stycken att gå igenom)\n"
        for passage, known in self.proposed:
            yield f"### {place_of(passage, self.edition)}\n"
            yield f"`{FOLDER}/{file_of(passage)}`, `{known.passage}`, {known.unreviewed}\n"
            yield from (f"> {as_code(line, LONGEST_TEXT)}  " for line in passage.text.split("\n"))
            yield ""
            yield from (f"- {question}" for question in known.questions)
            if known.everyday:
                yield f"- Vardagsord: {', '.join(known.everyday)}"
            yield from (f"- På engelska: {question}" for question in known.english)
            yield ""
        yield f"## Stycken utan frågor ({len(self.without)})\n"
        yield from (
            (f"- `{name_of(p)}`: {place_of(p, self.edition)}" for p in self.without)
            if self.without
            else ("Inga.",)
        )
