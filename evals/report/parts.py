"""What the sections of the report are made of; every text is escaped here."""

from collections.abc import Iterable, Sequence
from html import escape


def section(key: str, heading: str, *parts: str) -> str:
    """A part of the report with its heading."""
    return (
        f'<section id="{key}" aria-labelledby="{key}-rubrik">'
        f'<h2 id="{key}-rubrik">{escape(heading)}</h2>{"".join(parts)}</section>'
    )


def paragraph(text: str, kind: str = "") -> str:
    """Running text."""
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def bullets(lines: Iterable[str]) -> str:
    """A list of texts."""
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]], numeric: int = 1) -> str:
    """A table whose cells are HTML already, save the head and the title.

    The first column names the row; from column `numeric` on, cells are numbers.
    """
    headed = "".join(
        f'<th scope="col"{_number(place >= numeric)}>{escape(cell)}</th>'
        for place, cell in enumerate(head)
    )
    body = "".join(
        f'<tr><th scope="row">{first}</th>'
        + "".join(
            f"<td{_number(place >= numeric)}>{cell}</td>"
            for place, cell in enumerate(rest, start=1)
        )
        + "</tr>"
        for first, *rest in rows
    )
    return (
        f'<div class="skrollas" tabindex="0" role="region" aria-label="{escape(title)}">'
        f"<table><caption>{escape(title)}</caption><thead><tr>{headed}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _number(numeric: bool) -> str:  # noqa: FBT001  one word of a cell
    return ' class="tal"' if numeric else ""


def folded(summary: str, body: str, kind: str = "") -> str:
    """What is shown when its line is opened; `summary` and `body` are HTML already."""
    return f'<details class="{kind}"><summary>{summary}</summary>{body}</details>'


def told(pairs: Iterable[tuple[str, str]]) -> str:
    """Labels and texts, the texts as they stand."""
    return (
        "<dl>"
        + "".join(
            f"<dt>{escape(label)}</dt><dd>{escape(text) or '–'}</dd>" for label, text in pairs
        )
        + "</dl>"
    )
