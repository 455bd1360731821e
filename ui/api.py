"""What other programs, and assistants over MCP, may ask of this one; the JSON is that of `docs/output.md`.

The docstrings are what those programs read: Swedish, and with `Args:`, which Gradio takes apart.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import gradio as gr
from gradio.events import api as offer

from assistant.answering.term_names import term_named
from assistant.documents.reading import LONGEST_TEXT
from assistant.domain.errors import InputFault, KlimatkontraktError, quoted
from assistant.drafting.writing import draft_record
from assistant.guidance.municipalities import municipality_named
from assistant.opening import Assistant, last
from assistant.published.outcomes import (
    Json,
    hits_record,
    outcome_record,
    review_record,
    terms_record,
)
from assistant.published.requests import question_of, search_question, text_of
from ui.log import log_fault
from ui.users import user_of
from ui.views.parts import UNEXPECTED

MOST_HITS = 100
LONGEST_TERM = 200
NAMES = ("ask", "draft", "review", "search", "terms")


class EndpointFault(gr.Error):
    """What a caller is told; over MCP, Gradio's own would stand between quotation marks."""

    def __str__(self) -> str:
        return str(self.message)


def api(assistant: Assistant) -> None:
    """Add the endpoints to the page, before anything else of it takes their names."""
    endpoints = Endpoints(assistant)
    for name in NAMES:
        # Without the queue an endpoint is called where it stands. In the queue, MCP would call the page over
        # HTTP, at whatever address the caller's Host names.
        offer(_told(getattr(endpoints, name)), api_name=name, queue=False)


def close_all_else(page: gr.Blocks) -> None:
    """What the page does for itself is no endpoint, whatever Gradio makes of it."""
    for event in page.fns.values():
        if event.api_name not in NAMES:
            event.api_visibility = "private"


def _told(endpoint: Callable[..., Json]) -> Callable[..., Json]:
    """The endpoint, with every fault as one sentence."""

    @wraps(endpoint)
    def told(*given: object, **named: object) -> Json:
        try:
            return endpoint(*given, **named)
        except KlimatkontraktError as error:
            raise EndpointFault(str(error), print_exception=False) from error
        except Exception as error:
            log_fault(error)
            raise EndpointFault(UNEXPECTED, print_exception=False) from error

    return told


@dataclass(frozen=True)
class Endpoints:
    """What can be asked for, each from JSON to JSON."""

    assistant: Assistant

    def ask(
        self,
        question: str,
        request: gr.Request,
        history: list[dict[str, str]] | None = None,
        municipality: str | None = None,
    ) -> dict[str, Any]:
        """Svarar på en fråga om Klimatkontrakt 2030 ur den nationella vägledningen, med källa.

        Använd verktyget när någon frågar vad vägledningen säger: hur ett åtagande lyder, vad ett begrepp
        betyder, när något ska vara klart eller vad ett steg innebär. Fältet answer är svaret i Markdown.
        Citaten i det är vägledningens egna ord. För dem vidare oförändrade, med sin källa, och lägg inget
        till i dem. Är status "refused" tar vägledningen inte upp frågan. Säg det i stället för att svara
        på egen hand, och visa nearest, det närmaste som vägledningen säger.

        Args:
            question: Frågan på svenska, högst 10 000 tecken.
            history: Tidigare repliker, var och en med role ("user" eller "assistant") och content.
            municipality: Kommunen som frågan gäller, till exempel "Växjö".
        """
        record = {"question": question, "history": history, "municipality": municipality}
        asked = question_of(record)
        named = None
        if asked.municipality is not None:
            named = municipality_named(asked.municipality, self.assistant.municipalities).own_name
        asker = self._asker(request)
        steps = self.assistant.ask_in_steps(
            asked.text, asked.history, named, asker, owner=asker or ""
        )
        return outcome_record(last(steps))

    def draft(self, order: dict[str, Any], request: gr.Request) -> dict[str, Any]:
        """Skriver ett utkast till en kommuns klimatkontrakt med de officiella formuleringarna ordagrant.

        Använd verktyget när någon vill ha kontraktstext för sin kommun. Fältet markdown är hela utkastet.
        De officiella meningarna i det får inte ändras, förkortas eller översättas: för dem vidare
        oförändrade. Det som kommunen inte har lämnat står som luckor i gaps, med en fråga och vem som kan
        svara. Hitta inte på det som saknas. De åtaganden som gäller alla kommuner tas alltid med.

        Args:
            order: Beställningen. Ett exempel: {"municipality": "Växjö", "length": "kort", "commitments": [{"number": 6, "steps": ["initiera"], "facts": [{"kind": "ansvarig", "text": "tekniska nämnden"}]}]}. length är kort eller utförlig. steps är initiera, etablera och transformera. kind är ansvarig, tid, mål, resurser, samverkan, uppföljning eller annat.
        """
        if not isinstance(order, dict):
            raise InputFault(
                "Fältet order är inte ett JSON-objekt. Ange beställningen som ett sådant."
            )
        steps = self.assistant.draft_in_steps(self.assistant.order(order), self._asker(request))
        return draft_record(last(steps), order.get("id"))

    def review(self, text: str) -> dict[str, Any]:
        """Granskar en kontraktstext mot de officiella formuleringarna i vägledningen.

        Använd verktyget när någon har ett utkast och vill veta om åtagandena står rätt. pledges säger om
        varje åtagandemening är verbatim (ordagrann), changed (ändrad, med skillnaderna i diff) eller
        invented (ingen officiell formulering). missing_mandatory är de åtaganden som gäller alla men som
        saknas. findings är det som bör rättas. edition är utgåvan som texten jämförs med. Det som står i
        official och suggestion är vägledningens egna ord: för dem vidare oförändrade.

        Args:
            text: Hela kontraktstexten. start och end i svaret räknas i tecken från dess början.
        """
        given = text_of({"text": text})
        if len(given) > LONGEST_TEXT:
            raise InputFault("Texten är för lång för ett kontrakt. Dela upp den.")
        return review_record(self.assistant.review(given))

    def search(self, question: str, limit: int = 10) -> dict[str, Any]:
        """Visar de stycken i vägledningen som ligger närmast en fråga, ordagrant och med sin plats.

        Använd verktyget när någon vill läsa vad som står i vägledningen, eller när svaret från ask inte
        räcker. text är vägledningens egna ord: för dem vidare oförändrade, med location som källa.

        Args:
            question: Frågan eller orden att söka efter, högst 10 000 tecken.
            limit: Hur många stycken som visas, 1 till 100.
        """
        if type(limit) is not int or not 1 <= limit <= MOST_HITS:
            raise InputFault(
                f"Fältet limit är inte ett heltal från 1 till {MOST_HITS}. Ange ett sådant."
            )
        return hits_record(self.assistant.search(search_question({"question": question}), limit))

    def terms(self, term: str | None = None) -> dict[str, Any]:
        """Visar vägledningens begrepp: vad den säger om varje begrepp och var den använder det.

        Använd verktyget när någon undrar över ett ord i vägledningen, till exempel omställningsarena.
        quotes är vägledningens egna ord: för dem vidare oförändrade, med location som källa. explanation
        är ett eget tillägg och inte vägledningens ord. Säg det när den förs vidare.

        Args:
            term: Begreppet, även i böjd form. Utan det visas alla begrepp.
        """
        entries = self.assistant.learning.vocabulary
        if term is None:
            return terms_record(entries)
        if not isinstance(term, str) or len(term) > LONGEST_TERM:
            raise InputFault(
                f"Fältet term är inte en text på högst {LONGEST_TERM} tecken. Ange ett ord."
            )
        named = term_named(term, self.assistant.library.guidance)
        if named is None:
            raise InputFault(
                f"Vägledningen har inget begrepp som heter {quoted(term)}. Utan term visas alla begrepp."
            )
        return terms_record(entry for entry in entries if entry.term == named)

    def _asker(self, request: gr.Request) -> str | None:
        return user_of(request, self.assistant.settings.user_header) or None
