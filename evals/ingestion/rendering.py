"""Sets a guidance as a PDF with the renderer that a layout names, where it is installed."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from assistant.domain.guidance import Guidance
from evals.ingestion.chromium import set_in_chromium
from evals.ingestion.layouts import Layout
from evals.ingestion.office import set_in_office

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def renderer_of(layout: Layout) -> str | None:
    """The path of the renderer, or None where it is not installed."""
    return first_installed(("soffice",) if layout.renderer == "office" else BROWSERS)


def first_installed(names: Iterable[str]) -> str | None:
    """The path of the first of these programs that is installed."""
    return next((path for name in names if (path := shutil.which(name))), None)


def rendered(guidance: Guidance, layout: Layout, target: Path) -> Path:
    """The PDF at `target`."""
    path = renderer_of(layout)
    if path is None:
        raise RuntimeError(f"the renderer of {layout.name!r} is not installed")
    set_in = set_in_office if layout.renderer == "office" else set_in_chromium
    set_in(guidance, layout, target, path)
    return target
