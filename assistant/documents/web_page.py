"""The text of a web page, such as a draft of our own, as its reader sees it."""

from html.parser import HTMLParser

from assistant.domain.documents import Document

BLOCKS = frozenset(  # A list of names reads better as text.
    "address article aside blockquote caption dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6"  # noqa: SIM905
    " header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
SILENT = frozenset(("head", "noscript", "script", "style", "template", "title"))
HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}


def is_web_page(text: str) -> bool:
    """Whether a text is HTML: told by how it begins."""
    return text.lstrip("\ufeff \t\r\n")[:14].lower().startswith(("<!doctype html", "<html"))


def read_web_page(text: str) -> Document:
    """The shown text, a paragraph a block; headings get their level in # and list items a mark."""
    reader = _ShownText()
    reader.feed(text)
    reader.close()
    return Document("".join(reader.pieces))


class _ShownText(HTMLParser):
    """Collects what is shown; nothing of a page is run, fetched or kept."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        hidden = tag in BLOCKS | {"span"} and any(name == "hidden" for name, _ in attrs)
        if hidden or tag in SILENT or tag in self._silent[:1]:
            self._silent.append(tag)
        if tag == "br":
            self.pieces.append("\n")
        elif tag in BLOCKS:
            self.pieces.append("\n\n" + HEADINGS.get(tag, "- " if tag == "li" else ""))

    def handle_endtag(self, tag: str) -> None:
        if self._silent and tag == self._silent[-1]:
            self._silent.pop()
        if tag in BLOCKS:
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)
