"""What every page of the export is made of: one accessible file that asks nothing of any server."""

from collections.abc import Iterable
from html import escape

STYLE = """
body{font:1.05rem/1.6 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;
background:#fff}
h1,h2,h3{font-family:system-ui,sans-serif;line-height:1.25}
.notis{background:#fff6d6;border:1px solid #7a5b00;padding:.6rem 1rem;font-family:system-ui,sans-serif;
font-size:.95rem}
figure{margin:1rem 0;border-left:.4rem solid #0b5351;background:#eef5f4;padding:.6rem 1rem}
blockquote{margin:0}
figcaption,.uppgift,.marke{font-family:system-ui,sans-serif;font-size:.85rem;color:#3a3a3a}
.marke{font-weight:bold}
.skrollas{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-family:system-ui,sans-serif;font-size:.9rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{border:1px solid #767676;padding:.35rem .5rem;text-align:left;vertical-align:top}
@media print{
@page{size:A4;margin:2.2cm}
body{max-width:none;margin:0;padding:0;font-size:11pt;background:none}
.skrollas{overflow:visible}
h1,h2,h3{break-after:avoid}
figure,tr,.notis{break-inside:avoid}
thead{display:table-header-group}
}
"""


def page(title: str, body: Iterable[str]) -> str:
    """A page in Swedish."""
    written = "\n".join(body)
    return (
        '<!DOCTYPE html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{written}\n</main>\n</body>\n</html>\n"
    )


def notices(lines: Iterable[str]) -> str:
    """What marks the document, in a box of its own."""
    return f'<div class="notis">{"".join(f"<p>{escape(line)}</p>" for line in lines)}</div>'


def bullets(lines: Iterable[str]) -> str:
    """A list."""
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"


def table(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table that scrolls by itself where it is too wide, and says what it is."""
    headed = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in head)
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows
    )
    return (
        f'<div class="skrollas" tabindex="0" role="region" aria-label="{escape(title)}">'
        f"<table><caption>{escape(title)}</caption><thead><tr>{headed}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )
