"""Asks a model for the questions of one passage, at most twice, and keeps what can be proposed."""

from collections import Counter
from collections.abc import Collection, Generator
from contextlib import closing
from dataclasses import dataclass

from assistant.domain.passages import Passage
from assistant.guidance.records import Knowledge
from assistant.language_model import ConfiguredModel, as_data, prompt_file, tokens_in
from assistant.proposed_questions.filing import name_of
from assistant.proposed_questions.official import OfficialSentences
from assistant.proposed_questions.replies import Suggested, suggested
from assistant.rephrasing.attempts import attempts

PROMPT = "fragor"
LONGEST_PASSAGE = 3000
"""Characters; the longest passage of the guidance has a good thousand."""
FEWEST = 3
"""Questions that make a reply one that can be used."""

MOST_LINES = 60
MOST_REPEATS = 3
"""Times that a reply may say one line: a small model that repeats itself goes on until it is stopped."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Frågeskrivare: a model, and the sentences that it may not hand out as questions."""

    model: ConfiguredModel
    official: OfficialSentences

    def asked(self, passage: Passage, taken: Collection[str]) -> Suggested | None:
        """What the model suggests for a passage; None where it gives nothing that can be used.

        `taken` are the keys of the questions that stand beside other passages. `ModelFault` when the
        model does not answer.
        """
        prompts = prompt_file(PROMPT)
        shown = as_data(f"{passage.context}\n{passage.text}", LONGEST_PASSAGE)
        for attempt in attempts(self.model.seconds):
            prompt = prompts.filled(passage=shown, correction=attempt.correction)
            if tokens_in(prompt.system + prompt.request) > self.model.prompt_tokens:
                return None
            reply = _read(self.model.port.write(prompt, attempt.seconds))
            found = suggested(reply, prompt.system, self.official, taken)
            if len(found.questions) >= FEWEST:
                return found
            attempt.correction = (
                "Ditt förra svar gick inte att använda. Börja varje rad med ett av märkorden och ett kolon, "
                "och skriv en fråga med egna ord på svenska efter det."
            )
        return None

    def record(self, passage: Passage, found: Suggested) -> Knowledge:
        """What is put into a file, marked as nobody's review."""
        label = prompt_file(PROMPT).label
        return Knowledge(
            passage=name_of(passage),
            unreviewed=f"föreslaget av språkmodellen {self.model.in_use.name} ({label})",
            questions=found.questions,
            everyday=found.everyday,
            english=found.english,
        )


def _read(pieces: Generator[str, None, None]) -> str:
    """The reply, as far as it says anything new."""
    text = ""
    with closing(pieces):
        for piece in pieces:
            text += piece
            if "\n" in piece:
                said = Counter(line for line in text.splitlines() if line.strip())
                if said.total() > MOST_LINES or max(said.values(), default=0) > MOST_REPEATS:
                    break
    return text
