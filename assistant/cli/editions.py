"""The command `editions`: which there are, what a new one changes and means for texts, and questions."""

import argparse
import sys
from pathlib import Path

from pydantic import ValidationError

from assistant.cli import question_proposals
from assistant.cli.files import target_of
from assistant.cli.parsing import Commands
from assistant.cli.shelved import edition_folder
from assistant.cli.streams import print_json
from assistant.cli.terminal import show
from assistant.domain.editions import AffectedText, EditionDiff
from assistant.domain.errors import InputFault, KlimatkontraktError, quoted
from assistant.domain.memos import Memo
from assistant.drafting.records import DraftRecord
from assistant.guidance.library import Library
from assistant.guidance.shelf import editions_beside
from assistant.settings import read_settings
from assistant.wording.memos import memo_markdown


def add_to(commands: Commands) -> None:
    """Add the command."""
    about = commands.add_parser(
        "editions", help="jämför utgåvor, och se vad en ny ändrar i era texter"
    )
    actions = about.add_subparsers(dest="action", required=True, metavar="ÅTGÄRD", title="Åtgärder")
    listing = actions.add_parser("list", help="visa vilka utgåvor som finns")
    listing.set_defaults(run=list_editions)
    comparing = actions.add_parser("diff", help="visa vad som skiljer två utgåvor, ord för ord")
    comparing.set_defaults(run=diff)
    affecting = actions.add_parser("affects", help="visa vad en ny utgåva ändrar i era texter")
    affecting.set_defaults(run=affects)
    for command in (comparing, affecting):
        command.add_argument("old", metavar="ÄLDRE", help="den äldre utgåvan: en mapp eller ett id")
        command.add_argument("new", metavar="NYARE", help="den nyare utgåvan")
        command.add_argument(
            "-o", "--output", metavar="FIL", help="skriv till en fil: .docx, .md eller .html"
        )
    affecting.add_argument(
        "files",
        nargs="+",
        metavar="FIL",
        help="Word, PDF, text eller Markdown, eller ett utkast i JSON",
    )
    affecting.add_argument(
        "--redlines",
        metavar="MAPP",
        help="skriv varje Word-fil med de nya formuleringarna som ändringsförslag",
    )
    for command in (listing, comparing, affecting):
        command.add_argument("--json", action="store_true", help="skriv JSON")
    question_proposals.add_to(actions)


def list_editions(given: argparse.Namespace) -> int:
    """Show the editions there are, and which one is in use."""
    from assistant.editions.records import shelved_record  # noqa: PLC0415  only this command's

    used = read_settings().edition.resolve()
    for one in editions_beside(read_settings().edition):
        in_use = one.folder.resolve() == used
        if given.json:
            print_json(shelved_record(one, in_use=in_use))
            continue
        mark = " (används)" if in_use else ""
        sys.stdout.write(
            f"{one.record.id}{mark}: {one.record.title}, version {one.record.label}. "
            f"{one.record.status}.\n    {one.folder}\n"
        )
    return 0


def diff(given: argparse.Namespace) -> int:
    """Show what differs between two editions."""
    target = _target(given)
    from assistant.editions.records import diff_record  # noqa: PLC0415  only this command's
    from assistant.editions.reporting import diff_memo  # noqa: PLC0415  likewise

    _, compared = _compared(given)
    if given.json:
        print_json(diff_record(compared))
    _told(diff_memo(compared), target, quiet=given.json)
    return 0


def affects(given: argparse.Namespace) -> int:
    """Show what of some texts is old, and write the Word files with the new words."""
    target = _target(given)
    from assistant.editions.affected_report import (  # noqa: PLC0415  only this command's
        affected_memo,
        affected_record,
    )

    old, compared = _compared(given)
    texts: list[AffectedText] = []
    failed = False
    for name in given.files:
        try:
            texts.append(_affected(Path(name), old, compared, given.redlines))
        except KlimatkontraktError as error:
            failed = True
            print(error, file=sys.stderr)  # noqa: T201  this is what the user reads
    if given.json:
        for text in texts:
            print_json(affected_record(text, compared))
    if texts:
        _told(affected_memo(texts, compared), target, quiet=given.json)
    return int(failed)


def _affected(
    path: Path, old: Library, compared: EditionDiff, redlines: str | None
) -> AffectedText:
    from assistant.documents.reading import read_document  # noqa: PLC0415  only a file needs it
    from assistant.editions.affecting import affected_draft, affected_text  # noqa: PLC0415  likewise

    if path.suffix.lower() == ".json":
        return affected_draft(path.name, _draft(path), compared)
    text = read_document(path).text
    affected = affected_text(path.name, text, old, compared)
    if redlines and path.read_bytes().startswith(b"PK"):
        from assistant.editions.updating import updated_word_file  # noqa: PLC0415  likewise

        folder = Path(redlines)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputFault(f"Mappen {quoted(redlines)} går inte att skapa.") from error
        updated_word_file(path, text, affected, compared, folder / path.name)
    return affected


def _draft(path: Path) -> DraftRecord:
    try:
        return DraftRecord.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputFault(f"Filen {quoted(path.name)} finns inte. Kontrollera namnet.") from error
    except ValidationError as error:
        field = ".".join(str(part) for part in error.errors()[0]["loc"]) or "hela filen"
        raise InputFault(
            f"Filen {quoted(path.name)} är inget utkast som har sparats med --json: fel i {field}."
        ) from error


def _compared(given: argparse.Namespace) -> tuple[Library, EditionDiff]:
    from assistant.editions.comparing import compare  # noqa: PLC0415  only this command's

    old, new = (Library.from_folder(edition_folder(name)) for name in (given.old, given.new))
    return old, compare(old, new)


def _told(memo: Memo, target: Path | None, *, quiet: bool) -> None:
    if target:
        from assistant.export.files import write_memo  # noqa: PLC0415  python-docx is slow

        write_memo(memo, target)
    elif not quiet:
        show(memo_markdown(memo))


def _target(given: argparse.Namespace) -> Path | None:
    from assistant.export.files import MEMO_FORMATS  # noqa: PLC0415  python-docx is slow

    return target_of(given.output, MEMO_FORMATS)
