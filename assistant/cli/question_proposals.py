"""The command that has questions proposed for an edition: `editions questions`."""

import argparse
import sys
from typing import TYPE_CHECKING

from assistant.cli.parsing import Commands
from assistant.cli.progress import build_progress
from assistant.cli.shelved import edition_folder
from assistant.domain.errors import ModelFault, SettingsFault
from assistant.guidance.library import Library
from assistant.language_model import NO_MODEL, ChosenModel, chosen_model
from assistant.settings import read_settings

if TYPE_CHECKING:
    from assistant.proposed_questions.proposing import QuestionWork


def add_to(actions: Commands) -> None:
    """Add the action."""
    command = actions.add_parser(
        "questions",
        help="låt en språkmodell föreslå frågor till de stycken som saknar, för granskning",
    )
    command.add_argument("edition", metavar="UTGÅVA", help="utgåvan: en mapp eller ett id")
    command.set_defaults(run=propose_questions)


def propose_questions(given: argparse.Namespace) -> int:
    """Take over what the edition in use has for the same texts, and ask the model about the rest."""
    from assistant.proposed_questions.proposing import QuestionWork  # noqa: PLC0415  LangChain is slow

    folder = edition_folder(given.edition)
    settings = read_settings()
    chosen = chosen_model(settings)
    work = QuestionWork(folder, Library.from_folder(folder))
    if settings.edition.resolve() != folder.resolve():
        pattern = Library.from_folder(settings.edition)
        carried = work.carried_over(settings.edition, pattern)
        if carried:
            label = pattern.guidance.edition.label
            _say(f"Frågor tagna från utgåvan {label}, där samma text står: {carried} stycken.")
    waiting = len(work.waiting())
    if not waiting:
        _say("Alla stycken har frågor.")
        return 0
    if chosen is None:
        raise SettingsFault(f"Stycken utan frågor: {waiting}. {NO_MODEL}")
    return _asked(work, chosen)


def _asked(work: "QuestionWork", chosen: ChosenModel) -> int:
    try:
        with build_progress("Föreslår frågor") as progress:
            kept, left = work.proposed(chosen.opened(), progress)
    except ModelFault as fault:
        print(fault, file=sys.stderr)  # noqa: T201  this is what the user reads
        return 1
    finally:
        # Also when the run is broken off: what is done is there to be reviewed.
        listed = work.write_list()
    model = f"Språkmodellen {chosen.in_use.name} {chosen.in_use.place}"
    if kept:
        _say(
            f"{model} har föreslagit frågor. Stycken med nya förslag: {kept}. Granska dem med {listed}. "
            "Sökningen använder dem först när de är granskade."
        )
    else:
        _say(f"{model} gav inga frågor som går att använda.")
    if left:
        _say(
            f"Stycken som fortfarande saknar frågor: {left}. Kör kommandot igen för att försöka en gång "
            "till, eller skriv frågorna själva."
        )
    return int(left > 0)


def _say(text: str) -> None:
    print(text)  # noqa: T201  the output
