"""Which format a file name asks for, and a file that is whole or not there."""

from collections.abc import Callable
from pathlib import Path

from assistant.domain.drafts import Draft
from assistant.domain.errors import InputFault, quoted
from assistant.domain.memos import Memo
from assistant.export.html import draft_html
from assistant.export.memos import memo_html, memo_word
from assistant.export.word import draft_word
from assistant.storage import write_whole
from assistant.wording.drafts import draft_markdown
from assistant.wording.memos import memo_markdown

FORMATS: dict[str, Callable[[Draft], bytes]] = {
    ".docx": draft_word,
    ".md": lambda draft: draft_markdown(draft).encode("utf-8"),
    ".html": lambda draft: draft_html(draft).encode("utf-8"),
}


def write_draft(draft: Draft, target: Path) -> None:
    """Write the draft in the format of the file's name."""
    write_file(target, FORMATS[target.suffix.lower()](draft))


MEMO_FORMATS: dict[str, Callable[[Memo], bytes]] = {
    ".docx": memo_word,
    ".md": lambda memo: memo_markdown(memo).encode("utf-8"),
    ".html": lambda memo: memo_html(memo).encode("utf-8"),
}


def write_memo(memo: Memo, target: Path) -> None:
    """Write the memo in the format of the file's name."""
    write_file(target, MEMO_FORMATS[target.suffix.lower()](memo))


def write_file(target: Path, content: bytes) -> None:
    """Write a file; a kill leaves the old one or the new one."""
    try:
        write_whole(target, content)
    except OSError as error:
        raise InputFault(f"Filen {quoted(target)} går inte att skriva.") from error
