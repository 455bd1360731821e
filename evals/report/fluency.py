"""What a judging model thinks of the Swedish: its opinion, how much it varies, and what it liked least."""

from collections.abc import Iterator
from html import escape

from evals.fluency.opinions import Fluency, JudgedText, Spread
from evals.report.content import Content
from evals.report.numbers import count, day, grade
from evals.report.parts import folded, paragraph, section, table, told
from evals.report.words import words

KEY, HEADING = "flyt", "Hur flyter språket?"
MOST_SHOWN = 5


def fluency_section(content: Content) -> str:
    """The section, where a model has judged the run."""
    fluency = content.fluency
    if fluency is None:
        return ""
    return section(KEY, HEADING, *_parts(fluency, wrote=fluency.model == content.run.model))


def in_summary(content: Content) -> str:
    """A sentence beside the summary that no reader takes for a result of a test."""
    spread = content.fluency and content.fluency.spread()
    if not spread:
        return ""
    sentence = words(
        "fluency_summary",
        texts=count(spread.texts),
        mean=grade(spread.mean),
        low=grade(min(spread.rounds)),
        high=grade(max(spread.rounds)),
    )
    return paragraph(sentence, "forklaring")


def _parts(fluency: Fluency, *, wrote: bool) -> Iterator[str]:
    yield paragraph(
        words(
            "fluency",
            model=fluency.model.partition(":")[2],
            place=fluency.place,
            day=day(fluency.day),
            texts=count(len(fluency.texts)),
            found=count(fluency.found),
            seed=fluency.sample.seed,
        )
    )
    yield paragraph(words("fluency_opinion"))
    if wrote:
        yield paragraph(words("fluency_own"))
    spread = fluency.spread()
    if spread is None:
        yield paragraph(words("fluency_none"))
    else:
        head = ("Betyg, 1 till 5", "Värde")
        yield table("Modellens betyg på språket", head, _numbers(spread))
    yield table("Svar som inte gick att använda", ("Skäl", "Svar"), _unused(fluency))
    worst = fluency.worst(MOST_SHOWN)
    if worst:
        yield "<h3>Texterna med lägst betyg</h3>"
        yield from map(_text, worst)
    yield paragraph(words("fluency_limit"))
    yield paragraph(words("fluency_made_with", prompt=fluency.prompt), "forklaring")


def _numbers(spread: Spread) -> Iterator[tuple[str, str]]:
    yield "Texter med betyg i alla omgångar", count(spread.texts)
    yield "Medelbetyg", f"<strong>{grade(spread.mean)}</strong>"
    for number, mean in enumerate(spread.rounds, start=1):
        yield f"Medelbetyg i omgång {number}", grade(mean)
    yield "Skillnad mellan högsta och lägsta betyg på samma text, i medeltal", grade(spread.apart)
    yield (
        "Lägsta och högsta medelbetyg på en text",
        f"{grade(spread.lowest)} till {grade(spread.highest)}",
    )
    yield "Standardavvikelse mellan texterna", grade(spread.deviation)


def _unused(fluency: Fluency) -> Iterator[tuple[str, str]]:
    yield "Alla skäl", f"{count(fluency.unused.total())} av {count(fluency.replies)}"
    for reason, number in fluency.unused.most_common():
        yield escape(reason), count(number)


def _text(text: JudgedText) -> str:
    grades = ", ".join(str(number) for number in text.grades)
    summary = f'<span class="namn">{escape(text.suite)} {escape(text.case)}</span> Betyg {grades}'
    reasons = (
        (f"Skäl i omgång {number}, betyg {opinion.grade}", opinion.reason)
        for number, opinion in enumerate(text.opinions, start=1)
    )
    return folded(summary, told([("Text", text.text), *reasons]), "fall")
