"""Ordagrannhet: the official sentences, code point for code point, in every form that shows them."""

from collections.abc import Iterator, Mapping
from functools import cache

from assistant.domain.answers import Outcome
from assistant.drafting.writing import draft_record
from assistant.guidance.library import Library
from assistant.opening import Assistant
from assistant.published.outcomes import outcome_record, review_record
from assistant.wording import to_markdown, to_text
from assistant.wording.drafts import draft_markdown
from evals.case_files import cases_of
from evals.cases import WordingCase
from evals.drafts.returned import texts_of_files
from evals.outcomes import Shown
from evals.scores import Judgement
from evals.source import stands_in_source
from evals.suites.suite import Suite, Told
from evals.web_text import text_of
from ui.views.asking import Exchange, conversation

QUESTION = "Hur lyder åtagande {}?"


def wording_cases() -> tuple[WordingCase, ...]:
    """The official sentences as the cases have them, not the program."""
    return cases_of("ordagrannhet.yaml", WordingCase)


@cache
def official_sentences() -> Mapping[int, str]:
    """The official sentences by the number of their commitment."""
    return {case.commitment: case.text for case in wording_cases()}


def produce(case: WordingCase, assistant: Assistant) -> Shown:
    """The sentence in an answer, on the page, in a draft, in files, in JSON and in a review."""
    number = case.commitment
    outcome = assistant.ask(QUESTION.format(number))
    record = {"municipality": "Växjö", "commitments": [{"number": number, "steps": ["initiera"]}]}
    draft = assistant.draft(assistant.order(record))
    hits = assistant.search(case.text, 1)
    review = review_record(assistant.review(case.text.replace(" att ", " att inte ", 1)))
    clauses = draft_record(draft)["clauses"]
    return Shown(
        forms={
            **_of_answer(number, outcome),
            "sökträff": hits[0].passage.text if hits else "",
            "utkast som Markdown": draft_markdown(draft),
            "utkast som JSON": next(c["official"] for c in clauses if c["commitment"] == number),
            **{f"utkast som fil, {suffix}": text for suffix, text in texts_of_files(draft)},
            "granskningens förslag": "\n".join(f["suggestion"] or "" for f in review["findings"]),
        }
    )


def _of_answer(number: int, outcome: Outcome) -> dict[str, str]:
    quotes = [cited["quote"] for cited in outcome_record(outcome)["citations"]]
    page = conversation([Exchange(QUESTION.format(number), outcome)])
    return {
        "svar som Markdown": to_markdown(outcome.body),
        "svar som text": to_text(outcome.body).text,
        "svar som JSON": "\n".join(quotes),
        "svar på sidan": text_of(page),
    }


def score(case: WordingCase, observed: Shown, library: Library) -> Iterator[Judgement]:
    """Whether the sentence stands unchanged in each form, and in the guidance itself."""
    in_source = stands_in_source(case.text, library)
    told = "" if in_source else "meningen står inte i vägledningens källtext"
    yield Judgement("officiell mening oförändrad", float(in_source), told, "källtext")
    for form, text in observed.forms.items():
        there = case.text in text
        told = "" if there else f"den officiella meningen står inte oförändrad i {form}"
        yield Judgement("officiell mening oförändrad", float(there), told, form)


def tell(case: WordingCase, observed: Shown) -> Told:
    """The sentence, and the forms it stands in."""
    yield "Officiell formulering", case.text
    yield (
        "Står oförändrad i",
        ", ".join(f for f, text in observed.forms.items() if case.text in text),
    )
    missing = [form for form, text in observed.forms.items() if case.text not in text]
    if missing:
        yield "Står inte oförändrad i", ", ".join(missing)


WORDINGS = Suite(
    name="ordagrannhet",
    cases=lambda _assistant, frozen: () if frozen else wording_cases(),
    produce=produce,
    score=score,
    tell=tell,
)
