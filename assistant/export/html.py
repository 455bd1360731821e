"""A draft as one accessible HTML file that asks nothing of any other server."""

from collections.abc import Iterator
from html import escape

from assistant.domain.drafts import Clause, Draft
from assistant.domain.local_text import LocalText
from assistant.domain.passages import Quotation
from assistant.export.html_parts import bullets, notices, page, table
from assistant.wording.drafts import (
    GAPS,
    REMARKS,
    SOURCES,
    commitments_heading,
    correction_lines,
    gap_rows,
    mark,
    marking,
    notice,
    source_rows,
    status,
)


def draft_html(draft: Draft) -> str:
    """The whole contract draft as a page in Swedish."""
    return page(draft.title, _body(draft))


def _body(draft: Draft) -> Iterator[str]:
    yield f"<h1>{escape(draft.title)}</h1>"
    yield notices((notice(draft.edition), marking(draft), status(draft.edition)))
    headed = False
    for clause in draft.clauses:
        if clause.commitment is not None and not headed:
            yield f"<h2>{escape(commitments_heading(draft.order.municipality, draft.edition))}</h2>"
            headed = True
        yield from _clause(clause)
    if draft.gaps:
        yield f"<h2>{GAPS}</h2>"
        yield table(GAPS, ("Gäller", "I texten", "Fråga", "Fråga till"), gap_rows(draft))
    lines = [*(remark.message for remark in draft.remarks), *correction_lines(draft)]
    if lines:
        yield f"<h2>{REMARKS}</h2>"
        yield bullets(lines)
    yield f"<h2>{SOURCES}</h2>"
    yield table(SOURCES, ("Mening", "Slag", "Källa"), source_rows(draft))


def _clause(clause: Clause) -> Iterator[str]:
    level = "h3" if clause.commitment is not None else "h2"
    yield f'<{level} id="{escape(clause.key)}">{escape(clause.heading)}</{level}>'
    for group in clause.paragraphs:
        own = []
        for sentence in group:
            if isinstance(sentence, Quotation):
                yield _quotation(sentence)
            else:
                own.append(_sentence(sentence))
        if own:
            yield f"<p>{' '.join(own)}</p>"


def _quotation(quotation: Quotation) -> str:
    lines = "<br>".join(escape(line) for line in quotation.text.split("\n"))
    return (
        '<figure><span class="marke">Officiell formulering</span>'
        f"<blockquote>{lines}</blockquote>"
        f"<figcaption>Källa: {escape(quotation.location)}</figcaption></figure>"
    )


def _sentence(sentence: LocalText) -> str:
    marked = f' <small class="uppgift">{escape(mark(sentence))}</small>' if sentence.facts else ""
    return f'<span class="{sentence.origin}">{escape(sentence.text)}</span>{marked}'
