"""A draft as one accessible HTML file that asks nothing of any other server."""

from collections.abc import Iterable, Iterator
from html import escape

from assistant.domain.drafts import Clause, Draft
from assistant.domain.local_text import LocalText
from assistant.domain.passages import Quotation
from assistant.wording.drafts import (
    GAPS,
    ORIGINS,
    REMARKS,
    SOURCES,
    commitments_heading,
    correction_lines,
    gap_rows,
    mark,
    marking,
    notice,
    origin_of,
    sources_of,
    status,
)

STYLE = """
body{font:1.05rem/1.6 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;
background:#fff}
h1,h2,h3{font-family:system-ui,sans-serif;line-height:1.25}
.notis{background:#fff6d6;border:1px solid #7a5b00;padding:.6rem 1rem;font-family:system-ui,sans-serif;
font-size:.95rem}
figure{margin:1rem 0;border-left:.4rem solid #0b5351;background:#eef5f4;padding:.6rem 1rem}
blockquote{margin:0}
figcaption,sup,.marke{font-family:system-ui,sans-serif;font-size:.85rem;color:#3a3a3a}
.guidance{border-bottom:1px dotted #0b5351}.own{font-style:normal}
.skrollas{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-family:system-ui,sans-serif;font-size:.9rem}
th,td{border:1px solid #767676;padding:.35rem .5rem;text-align:left;vertical-align:top}
"""


def draft_html(draft: Draft) -> str:
    """The whole contract draft as a page in Swedish."""
    body = "\n".join(_body(draft))
    return (
        '<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(draft.title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
    )


def _body(draft: Draft) -> Iterator[str]:
    yield f"<h1>{escape(draft.title)}</h1>"
    notes = (notice(draft.edition), marking(draft), status(draft.edition))
    yield f'<div class="notis">{"".join(f"<p>{escape(note)}</p>" for note in notes)}</div>'
    headed = False
    for clause in draft.clauses:
        if clause.commitment is not None and not headed:
            yield f"<h2>{escape(commitments_heading(draft))}</h2>"
            headed = True
        yield from _clause(clause)
    if draft.gaps:
        yield _table(GAPS, ("Gäller", "I texten", "Fråga", "Fråga till"), gap_rows(draft))
    lines = [*(remark.message for remark in draft.remarks), *correction_lines(draft)]
    if lines:
        yield f"<h2>{REMARKS}</h2><ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
    rows = (
        (sentence.text, ORIGINS[origin_of(sentence)], sources_of(sentence, draft))
        for clause in draft.clauses
        for sentence in clause.sentences
    )
    yield _table(SOURCES, ("Mening", "Slag", "Källa"), rows)


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
    marked = f" <sup>{escape(mark(sentence))}</sup>" if sentence.facts else ""
    return f'<span class="{sentence.origin}">{escape(sentence.text)}</span>{marked}'


def _table(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    headed = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return (
        f'<h2>{title}</h2><div class="skrollas" tabindex="0" role="region" aria-label="{title}">'
        f"<table><thead><tr>{headed}</tr></thead><tbody>{body}</tbody></table></div>"
    )
