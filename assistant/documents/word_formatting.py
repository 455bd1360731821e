"""Which text of a Word file no reader sees as text of it, by its runs and by its styles."""

import re
from typing import Any

from assistant.domain.documents import Manner

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
UNSHOWN = {
    f"{W}vanish": Manner.HIDDEN,
    f"{W}strike": Manner.STRUCK,
    f"{W}dstrike": Manner.STRUCK,
}
DELETED = frozenset((f"{W}del", f"{W}moveFrom"))
OFF = frozenset(("0", "false", "off"))
LONGEST_CHAIN = 20
SMALLEST = 6
"""Half-points: text of three points or less is there to be overlooked."""
WHITE = re.compile(r"f[a-f0-9]f[a-f0-9]f[a-f0-9]", re.IGNORECASE)
SHADES = frozenset((f"{W}tc", f"{W}tbl", f"{W}txbxContent"))
"""What may lay a colour behind white text."""

Element = Any


class Formatting:
    """Formatering: what the styles of one file do not show."""

    def __init__(self, styles: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = ""
        for style in styles.iter(f"{W}style") if styles is not None else ():
            name = str(style.get(f"{W}styleId"))
            self._styles[name] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
                self._default = name
        self._known: dict[tuple[str, str], bool] = {}

    def unshown(self, node: Element, paragraph: Element) -> Manner | None:
        """Why a reader does not see the text of a node as text of the contract, if so."""
        for ancestor in node.iterancestors():
            if ancestor is paragraph:
                break
            if ancestor.tag in DELETED:
                return Manner.DELETED
        run = node.getparent()
        properties = run.find(f"{W}rPr")
        for tag, manner in UNSHOWN.items():
            direct = properties.find(tag) if properties is not None else None
            on = _on(direct) if direct is not None else self._by_style(tag, properties, paragraph)
            if on:
                return manner
        return Manner.FAINT if self._is_faint(properties, paragraph) else None

    def _is_faint(self, properties: Element | None, paragraph: Element) -> bool:
        """White on white, or too small to be read. A cell or box may be coloured: white shows there."""
        size = self._value(f"{W}sz", properties, paragraph)
        if size.isdigit() and int(size) <= SMALLEST:
            return True
        if not WHITE.fullmatch(self._value(f"{W}color", properties, paragraph)):
            return False
        around = paragraph.find(f"{W}pPr")
        behind = (*_children(properties, f"{W}shd", f"{W}highlight"), *_children(around, f"{W}shd"))
        return not behind and not any(a.tag in SHADES for a in paragraph.iterancestors())

    def _value(self, tag: str, properties: Element | None, paragraph: Element) -> str:
        """The value in force: the run's own, else of its style, else of the paragraph's style."""
        direct = _children(properties, tag)
        styles = (
            _style(properties, f"{W}rStyle"),
            _style(paragraph.find(f"{W}pPr"), f"{W}pStyle") or self._default,
        )
        found = direct or [f for name in styles if (f := self._found_in(name, tag)) is not None]
        return str(found[0].get(f"{W}val", "")) if found else ""

    def _by_style(self, tag: str, properties: Element | None, paragraph: Element) -> bool:
        """Set by both styles it is off again: that is how Word reads these properties."""
        own = _style(properties, f"{W}rStyle")
        around = _style(paragraph.find(f"{W}pPr"), f"{W}pStyle") or self._default
        return self._set_in(own, tag) != self._set_in(around, tag)

    def _set_in(self, name: str, tag: str) -> bool:
        if (name, tag) not in self._known:
            self._known[name, tag] = self._looked_up(name, tag)
        return self._known[name, tag]

    def _looked_up(self, name: str, tag: str) -> bool:
        found = self._found_in(name, tag)
        return found is not None and _on(found)

    def _found_in(self, name: str, tag: str) -> Element | None:
        """The property of a style, or of the nearest that it is based on."""
        for _ in range(LONGEST_CHAIN):
            style = self._styles.get(name)
            if style is None:
                return None
            found = style.find(f"{W}rPr/{tag}")
            if found is not None:
                return found
            name = _style(style, f"{W}basedOn")
        return None


def _on(element: Element) -> bool:
    return element.get(f"{W}val", "1").lower() not in OFF


def _children(properties: Element | None, *tags: str) -> list[Element]:
    return [] if properties is None else [e for tag in tags for e in properties.findall(tag)]


def _style(properties: Element | None, tag: str) -> str:
    found = properties.find(tag) if properties is not None else None
    return str(found.get(f"{W}val")) if found is not None else ""
