"""The command that reads a new edition of the guidance from its PDF."""

import argparse
from pathlib import Path

from assistant.cli.parsing import Commands
from assistant.settings import read_settings


def add_to(commands: Commands) -> None:
    """Add the command."""
    command = commands.add_parser("ingest", help="läs en ny utgåva ur en PDF, för granskning")
    command.add_argument("file", metavar="VÄGLEDNING.pdf", help="vägledningen som PDF-fil")
    command.add_argument(
        "--out", required=True, metavar="MAPP", help="en ny mapp att skriva förslaget i"
    )
    command.set_defaults(run=ingest)


def ingest(given: argparse.Namespace) -> int:
    """Write the proposal, and say how much there is to review. The edition in use is the pattern."""
    from assistant.ingestion.ingest import ingest as read_into  # noqa: PLC0415  other commands read no PDF
    from assistant.ingestion.pattern import Pattern  # noqa: PLC0415
    from assistant.ingestion.review_list import FILE  # noqa: PLC0415

    target = Path(given.out)
    pattern = Pattern.from_folder(read_settings().edition)
    proposal = read_into(Path(given.file), target, pattern)
    points = sum(len(commitment["points"]) for commitment in proposal.commitments)
    print(  # noqa: T201  the output
        f"Förslaget ligger i {target}. Läst ur {proposal.reading.pages} sidor: "
        f"{len(proposal.commitments)} åtaganden, {points} punkter, {len(proposal.sections)} avsnitt, "
        f"{len(proposal.milestones)} hålltider.\n"
        f"Tveksamheter att granska: {len(proposal.doubts)}. Börja med {target / FILE}."
    )
    return 0
