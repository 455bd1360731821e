"""Answers with the examples of what commitments lead to."""

from assistant.answering.commitments import understood_commitments
from assistant.answering.intents import Understanding
from assistant.answering.phrases import counted, phrase, wording_of
from assistant.domain.answers import Answer, Phrase, Refusal, RefusalReason
from assistant.domain.passages import PassageKind, Quotation
from assistant.guidance.library import Library


def examples(understood: Understanding, library: Library) -> Answer | Refusal:
    """Quote the examples of the commitments; refuse where none of them has any."""
    if not any(library.examples(number) for number in understood.commitments):
        return _no_examples(understood, library)
    body: list[Phrase | Quotation] = []
    for number in understood.commitments:
        examples = library.examples(number)
        if among := [example for example in examples if example.location in understood.among]:
            body.append(phrase("found", library.words))
            body.extend(library.quote(example) for example in among)
        elif examples:
            count = counted(len(examples), "exempel", "exempel", "ett")
            body.append(phrase("examples", library.words, number=number, count=count))
            body.extend(library.quote(example) for example in examples)
        else:
            body.append(phrase("examples_none", library.words, number=number))
    return Answer(
        tuple(body),
        understood_as=understood_commitments(understood, library),
        follow_ups=tuple(
            wording_of("ask_wording", library.words, number=n) for n in understood.commitments
        ),
    )


def _no_examples(understood: Understanding, library: Library) -> Refusal:
    """The nearest are the points that name examples in their own text, or else the wordings."""
    numbers = understood.commitments
    nearest = [
        passage
        for passage in library.passages
        if passage.kind is PassageKind.POINT
        and passage.commitment in numbers
        and "exempel" in passage.text.lower()
    ] or [library.wording(number) for number in numbers]
    said = (phrase("examples_none", library.words, number=number) for number in numbers)
    return Refusal(
        RefusalReason.NOT_COVERED,
        (*said, phrase("nearest"), *map(library.quote, nearest)),
        understood_as=understood_commitments(understood, library),
        nearest=tuple(nearest),
        follow_ups=tuple(wording_of("ask_wording", library.words, number=n) for n in numbers),
    )
