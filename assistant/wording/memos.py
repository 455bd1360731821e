"""A memo as Markdown."""

from collections.abc import Iterator

from assistant.domain.memos import Block, Bullets, Memo, Table
from assistant.domain.redlines import Redline
from assistant.wording.redlines import redline_markdown
from assistant.wording.rendering import escaped, paragraph


def memo_markdown(memo: Memo) -> str:
    """The whole memo as Markdown."""
    return "\n\n".join(_parts(memo)) + "\n"


def _parts(memo: Memo) -> Iterator[str]:
    yield f"# {escaped(memo.title)}"
    yield from (f"*{escaped(notice)}*" for notice in memo.notices)
    yield from (paragraph(line) for line in memo.particulars)
    for section in memo.sections:
        yield f"## {escaped(section.heading)}"
        yield from (_block(block) for block in section.blocks)


def _block(block: Block) -> str:
    if isinstance(block, Bullets):
        return "\n".join(f"- {escaped(line)}" for line in block.lines)
    if isinstance(block, Table):
        return table(block.head, block.rows)
    if isinstance(block, Redline):
        return redline_markdown(block)
    return paragraph(block)


def table(head: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> str:
    """A Markdown table."""
    lines = [f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}"]
    lines += [f"| {' | '.join(escaped(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines)
