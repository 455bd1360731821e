"""`python -m evals judge`: draws texts of a run, lets a model judge them and keeps what it says."""

from datetime import date
from pathlib import Path

from rich.progress import Progress

from assistant.domain.errors import InputFault, SettingsFault
from assistant.language_model import chosen_model, prompt_file
from assistant.settings import read_settings
from evals import outcomes
from evals.fluency import opinions
from evals.fluency.excerpts import drawn, excerpts
from evals.fluency.judging import PROMPT, ROUNDS, judged
from evals.fluency.opinions import Fluency
from evals.outcomes import Sample
from evals.report.numbers import count, grade


def judge_fluency(folder: Path, model: str | None, sample: Sample) -> Fluency:
    """Judge a run and print what came of it; `SettingsFault` and `InputFault` where that cannot be."""
    settings = read_settings(model=model) if model else read_settings()
    chosen = chosen_model(settings)
    if chosen is None or settings.model is None:
        raise SettingsFault(
            "Ingen språkmodell är vald. Ange den som ska bedöma med --model LEVERANTÖR:NAMN eller "
            "med inställningen KLIMATKONTRAKT_MODEL."
        )
    run, produced = outcomes.read(folder)
    if run.frozen:
        raise InputFault(
            f"Fallen i {folder.name} är frysta, och deras texter lämnas inte ut. Bedöm en annan körning."
        )
    found = excerpts(produced)
    if not found:
        raise InputFault(
            f"I {folder.name} finns inga texter att bedöma. Kör sviterna svar, sökning, vägran eller dialog."
        )
    texts = drawn(found, sample)
    opened = chosen.opened()
    with Progress() as bars:
        task = bars.add_task("bedömning", total=len(texts) * ROUNDS)
        result = judged(texts, opened, lambda: bars.advance(task))
    fluency = Fluency(
        model=settings.model,
        place=opened.in_use.place,
        prompt=prompt_file(PROMPT).label,
        day=date.today().isoformat(),  # noqa: DTZ011  the user's own day
        sample=sample,
        found=len(found),
        texts=result,
    )
    path = opinions.write(folder, fluency)
    print(_told(fluency))
    print(f"Omdömena finns i {path}. De visas i rapporten: python -m evals score")
    return fluency


def _told(fluency: Fluency) -> str:
    spread = fluency.spread()
    unused = f"{fluency.unused.total()} av {fluency.replies} svar gick inte att använda."
    if spread is None:
        return f"Ingen text fick betyg i alla {ROUNDS} omgångar. {unused}"
    rounds = "; ".join(map(grade, spread.rounds))
    return (
        f"{count(spread.texts)} texter fick betyg i alla {ROUNDS} omgångar, i medeltal {grade(spread.mean)} "
        f"av 5 (omgång för omgång {rounds}). {unused}"
    )
