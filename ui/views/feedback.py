"""Whether an answer helped, and if not, why: the buttons and the form under it, as HTML."""

from html import escape

from assistant.domain.answers import Answer, Refusal
from assistant.domain.opinions import LONGEST_OPINION, Opinion, WhyNot

REASONS: dict[type[Answer | Refusal], tuple[WhyNot, ...]] = {
    Answer: (
        WhyNot.WRONG_COMMITMENT,
        WhyNot.QUOTATION_DOES_NOT_FIT,
        WhyNot.SOMETHING_MISSING,
        WhyNot.HARD_TO_UNDERSTAND,
        WhyNot.OTHER,
    ),
    Refusal: (WhyNot.SHOULD_HAVE_ANSWERED, WhyNot.HARD_TO_UNDERSTAND, WhyNot.OTHER),
}
LONGEST_NAME = 60


def feedback(number: int, question: str, outcome: Answer | Refusal, opinion: Opinion | None) -> str:
    """The question whether it helped, as it stands answered; `feedback.js` presses and opens."""
    about = f'<span class="dold"> (svaret på frågan ”{escape(_short(question))}”)</span>'
    buttons = "".join(
        f'<button type="button" data-omdome="{key}" aria-pressed="{_pressed(opinion, helpful)}">'
        f"{word}{about}</button>"
        for key, word, helpful in (("ja", "Ja", True), ("nej", "Nej", False))
    )
    asked = opinion is not None and not opinion.helpful and not opinion.explained
    told = opinion.why if opinion and opinion.why else None
    thanks = f"Ert skäl: {told}." if told else "Er kommentar är sparad."
    return (
        f'<div class="omdome" data-svar="{number}"><p><span>Hjälpte svaret?</span>{buttons}</p>'
        f'<p class="tack"{"" if opinion and opinion.explained else " hidden"}>{thanks}</p>'
        f"{_form(number, outcome, shown=asked)}</div>"
    )


def _form(number: int, outcome: Answer | Refusal, *, shown: bool) -> str:
    choices = "".join(
        f'<label><input type="radio" name="skal-{number}" value="{why.value}"> '
        f"{why.value.capitalize()}</label>"
        for why in REASONS[type(outcome)]
    )
    return (
        f"<form{'' if shown else ' hidden'}><fieldset><legend>Vad var det som inte hjälpte?</legend>"
        f'{choices}</fieldset><label for="kommentar-{number}">Berätta mer, om ni vill</label>'
        f'<textarea id="kommentar-{number}" rows="3" maxlength="{LONGEST_OPINION}" '
        f'aria-describedby="hjalp-{number}"></textarea>'
        f'<p id="hjalp-{number}">Skriv inga namn och inga andra personuppgifter. Omdömet sparas '
        "tillsammans med frågan på den dator där programmet körs.</p>"
        '<button class="atgard">Skicka omdömet</button></form>'
    )


def _pressed(opinion: Opinion | None, helpful: bool) -> str:  # noqa: FBT001  it stands beside its word
    return str(opinion is not None and opinion.helpful is helpful).lower()


def _short(question: str) -> str:
    words = " ".join(question.split())
    return words if len(words) <= LONGEST_NAME else words[: LONGEST_NAME - 1].rstrip() + "…"
