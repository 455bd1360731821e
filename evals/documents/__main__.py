"""`python -m evals.documents proposals | questions | load | kills`: prints what was measured."""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random

from rich.console import Console
from rich.table import Table

from assistant.documents.reading import read_document
from assistant.domain.own_documents import Holder, OwnDocument, Proposal
from assistant.guidance.municipalities import municipality_named
from assistant.opening import Assistant
from assistant.own_documents.cutting import passages_of
from assistant.own_documents.proposing import Circumstances, proposals
from assistant.settings import Settings
from evals.documents.asking import asked
from evals.documents.kills import in_another_process, killed_at, time_adding
from evals.documents.load import Times, loaded
from evals.documents.load_texts import LARGE
from evals.documents.proposing import Row, of_another_kind, scored, scored_in_rows, total
from evals.documents.roadmap import HABO, HUDIKSVALL, Planted, Roadmap
from evals.documents.writing import write_roadmap
from tests.libre_office import converted

HALVES = {False: "inställd på", True: "undanhållen"}


def main() -> None:
    """Measure what the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=["proposals", "questions", "load", "kills"])
    parser.add_argument("--municipalities", type=int, default=290)
    parser.add_argument("--chroma", help="address of a Chroma server; otherwise in the process")
    parser.add_argument("--times", type=int, default=100)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        match given.what:
            case "proposals":
                _proposals(Path(folder))
            case "questions":
                _questions(Path(folder))
            case "load":
                _load(given.municipalities, given.chroma)
            case _:
                _kills(Path(folder), given.times)


def _proposals(folder: Path) -> None:
    assistant = Assistant.open()
    assert assistant.index  # noqa: S101  built before the clock starts
    for file in (HABO, HUDIKSVALL):
        roadmap = Roadmap.from_file(file)
        print(f"{roadmap.name}, {roadmap.municipality}")
        _proposals_from(roadmap, assistant, write_roadmap(roadmap, folder))


def _proposals_from(roadmap: Roadmap, assistant: Assistant, written: Path) -> None:
    known = assistant.municipalities
    whose = municipality_named(roadmap.municipality, known)
    guidance, today = assistant.library.guidance, date.today()  # noqa: DTZ011  the user's own day
    circumstances = Circumstances(guidance, whose, known, today)
    file = converted(written, "pdf")
    started = time.perf_counter()
    document = _read(file)
    reading = time.perf_counter() - started
    started = time.perf_counter()
    found = proposals([document], assistant.index, circumstances)
    proposing = time.perf_counter() - started
    told = [(p.kind, p.quotation) for p in found]
    _print_rows("meningar", scored(told, roadmap))
    for half, name in HALVES.items():
        print(f"annat slag, {name}: {of_another_kind(told, roadmap, held_out=half)}")
    _print_commitments(found, roadmap.planted())
    if facts := roadmap.planted_in_rows():
        in_word = proposals([_read(converted(written, "docx"))], assistant.index, circumstances)
        rows = scored_in_rows(((p.kind, p.quotation) for p in in_word), roadmap)
        _print_rows("tabellrader i Word", rows)
        _print_commitments(in_word, facts)
    pages = len(list(roadmap.pages()))
    print(f"{pages / reading:.0f} sidor i sekunden, förslag på {proposing:.1f} s")


def _read(file: Path) -> OwnDocument:
    cut = passages_of(read_document(file), file.name, "dokument/0305/x")
    return OwnDocument(file.name, "x", cut)


def _print_rows(what: str, rows: Sequence[Row]) -> None:
    table = Table("slag", "sidor", "precision", "täckning", title=what)
    for row in rows:
        table.add_row(row.kind, HALVES[row.held_out], str(row.precision), str(row.recall))
    for half, name in HALVES.items():
        precision, recall = total(row for row in rows if row.held_out == half)
        table.add_row("alla", name, f"{precision:.2f}", f"{recall:.2f}")
    Console().print(table)


def _print_commitments(found: Sequence[Proposal], facts: Sequence[Planted]) -> None:
    about = {fact.sentence: (fact.about, fact.held_out) for fact in facts}
    for half, name in HALVES.items():
        known_facts = [p for p in found if p.text in about and about[p.text][1] == half]
        right = sum(p.commitment in about[p.text][0] for p in known_facts)
        none = sum(p.commitment is None for p in known_facts)
        print(f"åtagande, {name}: {right} rätt, {none} utan, av {len(known_facts)}")


def _questions(folder: Path) -> None:
    file = converted(write_roadmap(Roadmap.from_file(HABO), folder), "pdf")
    assistant = Assistant.open(Settings(data_dir=folder / "data"))
    holder = Holder(municipality_named("Håbo", assistant.municipalities))
    assistant.shelf.add(holder, [file])
    outcomes = asked(assistant, holder)
    for half, name in HALVES.items():
        answerable = [one for one in outcomes if one.held_out == half and one.answerable]
        without = [one for one in outcomes if one.held_out == half and not one.answerable]
        print(
            f"{name}: svaret visas {sum(o.shown for o in answerable)} av {len(answerable)}, står först "
            f"{sum(o.first for o in answerable)}; visar något fast inget svarar "
            f"{sum(o.shown for o in without)} av {len(without)}"
        )


def _load(count: int, server: str | None) -> None:
    known = Assistant.open().municipalities
    measured = loaded(known, count, server)
    table = Table("mått", "värde")
    table.add_row("kommuner", str(measured.municipalities))
    table.add_row("lägga till 350 stycken, median", f"{measured.add_median:.2f} s")
    table.add_row("lägga till alla", f"{measured.add_total:.0f} s")
    table.add_row("första sökningen, median", f"{measured.first_search * 1000:.0f} ms")
    table.add_row("sökning, p50 och p95", _in_ms(measured.searched))
    table.add_row("en hel fråga, p50 och p95", _in_ms(measured.asked))
    table.add_row("50 användare samtidigt, p95", f"{measured.together_p95 * 1000:.0f} ms")
    table.add_row("50 användare samtidigt, i sekunden", f"{measured.together_per_second:.0f}")
    large = f"en kommun med {LARGE} stycken till"
    table.add_row(f"{large}: lägga till", f"{measured.large_add:.0f} s")
    table.add_row(f"{large}: första sökningen", f"{measured.large_first * 1000:.0f} ms")
    table.add_row(f"{large}: sökning, p50 och p95", _in_ms(measured.large_searched))
    table.add_row(f"{large}: en hel fråga, p50 och p95", _in_ms(measured.large_asked))
    table.add_row("minne", f"{measured.memory:.0f} MB")
    table.add_row("disk", f"{measured.disk:.0f} MB")
    table.add_row("stycken från en annan kommun", str(measured.strangers))
    Console().print(table)


def _in_ms(times: Times) -> str:
    return f"{times.p50 * 1000:.1f} ms, {times.p95 * 1000:.1f} ms"


def _kills(folder: Path, times: int) -> None:
    """Kills at random moments of the time that a whole adding takes, and a little after."""
    file = folder / "mått.md"
    file.write_text("Ett stycke.\n\n" * 300, encoding="utf-8")
    whole = float(in_another_process(time_adding, folder / "mått", file))
    chance = Random(2030)  # noqa: S311  hides nothing
    moments = [chance.uniform(0, 1.5 * whole) for _ in range(times)]
    print(f"hela tar {whole:.1f} s", dict(Counter(killed_at(moments, folder))))


if __name__ == "__main__":
    main()
