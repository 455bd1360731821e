"""Small drawings of numbers; what they show stands beside them in words."""

from html import escape

from evals.report.numbers import percent

WIDTH, HEIGHT = 200, 14


def interval_bar(value: float, low: float, high: float, aim: float | None) -> str:
    """A share on its way to a hundred percent: the value, how sure it is, and the aim as a line."""
    told = f"{percent(value)}, mellan {percent(low)} och {percent(high)}"
    if aim is not None:
        told += f", målet är {percent(aim)}"
    marks = [
        _box("spar", 0, 100, 4, 6),
        _box("varde", 0, value * 100, 4, 6),
        _box("osakert", low * 100, max(high - low, 0.004) * 100, 6, 2),
    ]
    if aim is not None:
        marks.append(_box("mal", min(aim * 100, 99), 1, 0, HEIGHT))
    return _drawing(told, marks)


def share_bar(value: float, name: str, *, unwanted: bool = False) -> str:
    """A share as a bar; in another colour where it should be none."""
    told = f"{name}: {percent(value)}"
    kind = "varde oonskat" if unwanted else "varde"
    return _drawing(told, [_box("spar", 0, 100, 3, 8), _box(kind, 0, value * 100, 3, 8)])


def _drawing(told: str, marks: list[str]) -> str:
    return (
        f'<svg class="bild" role="img" aria-label="{escape(told)}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'preserveAspectRatio="none">{"".join(marks)}</svg>'
    )


def _box(kind: str, start: float, length: float, top: int, height: int) -> str:
    scale = WIDTH / 100
    return (
        f'<rect class="{kind}" x="{start * scale:.2f}" y="{top}" width="{length * scale:.2f}" '
        f'height="{height}"/>'
    )
