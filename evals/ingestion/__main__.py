"""`python -m evals.ingestion [--faults] [--kills N] [--questions N]`: how a new edition is read."""

import argparse
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from assistant.guidance.library import Library
from assistant.guidance.loading import load_guidance
from assistant.ingestion.ingest import proposed
from assistant.ingestion.pattern import Pattern
from assistant.language_model import chosen_model
from assistant.settings import read_settings
from evals.ingestion.kills import killed
from evals.ingestion.layouts import LAYOUTS
from evals.ingestion.patterns import without_texts
from evals.ingestion.questions import asked
from evals.ingestion.rendering import rendered, renderer_of
from evals.ingestion.scoring import EXAMPLES, OFFICIAL, POINTS, SECTIONS, STEPS, Fault, compared
from evals.language_models.small import small_model

KINDS = (OFFICIAL, POINTS, STEPS, EXAMPLES, SECTIONS)


def main(arguments: list[str] | None = None) -> int:
    """Print a row a layout; with `--kills` or `--questions`, what those give instead."""
    parser = argparse.ArgumentParser(prog="python -m evals.ingestion", description=__doc__)
    parser.add_argument("--faults", action="store_true", help="list what is read wrongly")
    parser.add_argument("--kills", type=int, metavar="N", help="kill N readings instead")
    parser.add_argument(
        "--questions", type=int, metavar="N", help="let the model propose questions for N passages"
    )
    given = parser.parse_args(arguments)
    if given.questions:
        return _print_questions(given.questions)
    with tempfile.TemporaryDirectory() as folder:
        if given.kills:
            return _print_kills(Path(folder), given.kills)
        return _print_layouts(Path(folder), with_faults=given.faults)


def _print_layouts(folder: Path, *, with_faults: bool) -> int:
    edition = read_settings().edition
    guidance = load_guidance(edition)
    pattern = without_texts(edition, guidance)
    table = Table("sättning", *KINDS, "sidor/s", "tveksamheter", "fel", "varav i listan")
    faults: list[tuple[str, Fault]] = []
    for layout in LAYOUTS:
        if renderer_of(layout) is None:
            table.add_row(layout.name, "programmet som sätter den är inte installerat")
            continue
        data = rendered(guidance, layout, folder / "utgåva.pdf").read_bytes()
        began = time.process_time()
        proposal = proposed(data, "utgåva.pdf", pattern)
        seconds = time.process_time() - began
        score = compared(proposal, guidance)
        faults += [(layout.name, fault) for fault in score.faults]
        table.add_row(
            layout.name,
            *(f"{score.right(kind)}/{score.totals[kind]}" for kind in KINDS),
            f"{proposal.reading.pages / seconds:.0f}",
            str(score.doubts),
            str(len(score.faults)),
            str(score.listed),
        )
    console = Console(width=150)
    console.print(table)
    for name, fault in faults if with_faults else ():
        console.print(f"{name}: {fault.kind}, {fault.place}", f"  {fault.expected}", sep="\n")
        console.print(f"  {fault.found}")
    return 0


def _print_questions(count: int) -> int:
    """By the configured model; without one by the small one, whose Swedish is nonsense."""
    library = Library.from_folder(read_settings().edition)
    chosen = chosen_model(read_settings())
    if chosen:
        outcomes = asked(chosen.opened(), library, count)
    else:
        with small_model() as address:
            small = chosen_model(read_settings(model="openai:smollm2", model_url=address))
            outcomes = asked(small.opened(), library, count) if small else []
    seconds = sorted(one.seconds for one in outcomes)
    usable = [one for one in outcomes if one.questions]
    each = sum(one.questions for one in usable) / max(len(usable), 1)
    print(
        f"Stycken: {len(outcomes)}. Användbart svar: {len(usable)}, varav vid första frågan "
        f"{sum(one.times == 1 for one in usable)}. Utan svar i tid: {sum(one.fault for one in outcomes)}. "
        f"Frågor för varje användbart svar: {each:.1f}. "
        f"Sekunder för ett stycke: {statistics.median(seconds):.1f}, som mest {seconds[-1]:.1f}."
    )
    return 0


def _print_kills(folder: Path, times: int) -> int:
    edition = read_settings().edition
    guidance = load_guidance(edition)
    # A short document: what takes time is writing, and it is there that a kill could do harm.
    short = replace(guidance, commitments=guidance.commitments[:2], sections=guidance.sections[:2])
    pdf = rendered(short, LAYOUTS[0], folder / "utgåva.pdf")
    whole, nothing = killed(pdf, Pattern.from_folder(edition), folder, times, seed=2030)
    print(
        f"Dödade läsningar: {times}. Hela mappen: {whole}. Ingen mapp: {nothing}. Delar av en: 0."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
