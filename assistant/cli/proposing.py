"""The command `documents propose`: facts that a municipality's documents state, for a person to confirm."""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from assistant.cli.files import write_json
from assistant.cli.holders import for_municipality, holder_of
from assistant.cli.parsing import Commands
from assistant.cli.progress import build_progress
from assistant.cli.streams import print_json
from assistant.domain.errors import InputFault
from assistant.domain.own_documents import Contradiction, Proposal
from assistant.opening import Assistant
from assistant.own_documents.orders import contradiction_record, order_record, proposal_record

YES, END = {"j", "ja"}, {"a", "avsluta"}
HOW_TO_CONFIRM = (
    "Inget av förslagen står i ett utkast förrän någon har bekräftat det: sätt confirmed till true i "
    "filen, eller kör kommandot med --confirm."
)


def add_propose(actions: Commands) -> None:
    """Add the command."""
    action = actions.add_parser("propose", help="föreslå uppgifter ur dokumenten till ett utkast")
    for_municipality(action)
    action.add_argument(
        "-o", "--output", metavar="FIL", help="skriv en beställning med förslagen, att bekräfta"
    )
    action.add_argument(
        "--confirm", action="store_true", help="bekräfta förslagen ett och ett; kräver -o"
    )
    action.set_defaults(run=propose)


def propose(given: argparse.Namespace) -> int:
    """Propose facts."""
    if given.confirm and not given.output:
        raise InputFault("Med --confirm skrivs en beställning. Ange en fil för den med -o.")
    with build_progress("Läser förslag") as progress:
        assistant = Assistant.open(progress=progress)
        holder = holder_of(given, assistant)
        proposed = assistant.proposer.proposed(holder, progress)
    found, disputes = proposed.proposals, proposed.contradictions
    confirmed = _confirmed(found) if given.confirm else frozenset()
    if given.output:
        chosen = [p for p in found if not given.confirm or p.quotation.passage.id in confirmed]
        write_json(Path(given.output), order_record(holder.municipality, chosen, confirmed))
    if given.json:
        print_json(
            {
                "municipality": holder.municipality.own_name,
                "proposals": [proposal_record(proposal) for proposal in found],
                "contradictions": [contradiction_record(dispute) for dispute in disputes],
            }
        )
    elif not given.confirm:
        _show(found, disputes)
    return 0


def _confirmed(proposals: Iterable[Proposal]) -> frozenset[str]:
    """The ids of the proposals that the person at the terminal says yes to."""
    confirmed = set()
    for proposal in proposals:
        print(_told(proposal))  # noqa: T201  the output
        sys.stdout.write("Stämmer det? (j)a, (n)ej, (a)vsluta: ")
        sys.stdout.flush()
        answer = sys.stdin.readline()
        if not answer or answer.strip().casefold() in END:
            break
        if answer.strip().casefold() in YES:
            confirmed.add(proposal.quotation.passage.id)
    print(f"\nBekräftade förslag: {len(confirmed)}.")  # noqa: T201  the output
    return frozenset(confirmed)


def _told(proposal: Proposal) -> str:
    about = f"åtagande {proposal.commitment}" if proposal.commitment else "hela kontraktet"
    return (
        f"\n{proposal.kind.value.capitalize()}, {about}:\n  ”{proposal.text}”\n  {proposal.source}"
    )


def _show(proposals: Sequence[Proposal], disputes: Iterable[Contradiction]) -> None:
    lines = [_told(proposal) for proposal in proposals]
    lines += [
        f"\nDokumenten säger olika om {dispute.about.value}. Vilket gäller?\n"
        f"  ”{dispute.one.text}”\n  {dispute.one.source}\n"
        f"  ”{dispute.other.text}”\n  {dispute.other.source}"
        for dispute in disputes
    ]
    lines.append(f"\n{HOW_TO_CONFIRM}" if proposals else "Dokumenten ger inga förslag.")
    print("\n".join(lines).lstrip("\n"))  # noqa: T201  the output
