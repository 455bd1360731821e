"""The text of a piece of HTML as its reader sees it, not touched otherwise."""

from html.parser import HTMLParser


def text_of(page: str) -> str:
    """The text nodes, a line for each block or line of the page.

    >>> text_of("<p>Vi <b>åtar</b> oss &amp; ska</p>")
    'Vi åtar oss & ska'
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "".join(reader.pieces).strip("\n")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in {
            "p",
            "li",
            "td",
            "th",
            "h1",
            "h2",
            "h3",
            "br",
            "figcaption",
            "blockquote",
            "div",
        }:
            self.pieces.append("\n")
