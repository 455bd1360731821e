"""What the assistant drafts itself must pass its own review."""

from pathlib import Path

import pytest

from assistant.documents.reading import read_document
from assistant.domain.drafts import Draft
from assistant.domain.passages import Quotation
from assistant.domain.reviews import FindingKind, PledgeStatus
from assistant.export import write_draft
from assistant.opening import Assistant

FACTS = [
    {"kind": "ansvarig", "text": "kommunstyrelsen"},
    {"kind": "tid", "text": "senast 2029"},
    {"kind": "mål", "text": "minska utsläppen med 80 procent", "source": "Klimatplanen"},
    {"kind": "resurser", "text": "två miljoner kronor om året"},
    {"kind": "samverkan", "text": "samarbete med länsstyrelsen"},
    {"kind": "uppföljning", "text": "årsredovisningen"},
]
ALL = tuple(range(1, 11))
CASES = [
    ("Göteborg", "kort", False, ALL),
    ("Region Gotland", "kort", True, ALL),
    ("Upplands-Bro", "utförlig", False, (2, 10, 7)),
    ("Växjö", "utförlig", True, ALL),
    ("Malå", "kort", False, ()),
    ("Lund", "utförlig", True, (9, 4)),
]


def drafted(
    assistant: Assistant, municipality: str, length: str, chosen: tuple[int, ...], *, facts: bool
) -> Draft:
    steps = (["initiera"], ["etablera", "transformera"])
    return assistant.draft(
        assistant.order(
            {
                "municipality": municipality,
                "length": length,
                "commitments": [
                    {"number": n, "steps": steps[n % 2], "facts": FACTS if facts else []}
                    for n in chosen
                ],
            }
        )
    )


def written(draft: Draft, folder: Path, suffix: str) -> Path:
    path = folder / f"utkast{suffix}"
    write_draft(draft, path)
    return path


@pytest.mark.parametrize("suffix", [".docx", ".md", ".html"])
@pytest.mark.parametrize(("municipality", "length", "facts", "chosen"), CASES)
def test_a_draft_of_our_own_passes_review(  # noqa: PLR0913, PLR0917  the parts of an order
    assistant: Assistant,
    tmp_path: Path,
    municipality: str,
    length: str,
    facts: bool,  # noqa: FBT001  a parameter of the test
    chosen: tuple[int, ...],
    suffix: str,
) -> None:
    draft = drafted(assistant, municipality, length, chosen, facts=facts)
    review = assistant.review_document(read_document(written(draft, tmp_path, suffix)))
    official = {s.text for c in draft.clauses for s in c.sentences if isinstance(s, Quotation)}
    numbers = {n for n in ALL if assistant.library.wording(n).text in official}
    assert {p.status for p in review.pledges} == {PledgeStatus.VERBATIM}
    assert {p.commitment for p in review.pledges} == numbers
    assert numbers == {1, 2, 3, *chosen}
    assert review.missing_mandatory == ()
    assert not {FindingKind.MISPLACED, FindingKind.OTHER_POINT} & {f.kind for f in review.findings}


def test_a_web_page_is_read_as_it_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "sida.html"
    path.write_text(
        "<!DOCTYPE html><html><head><title>Titel</title><style>p{}</style></head><body>"
        "<h2>Rubrik &amp; mål</h2><p>Ett<br>två<script>tre()</script></p><div hidden>fyra</div>"
        "<ul><li>fem</li></ul></body></html>",
        encoding="utf-8",
    )
    lines = [line for line in read_document(path).text.split("\n") if line]
    assert lines == ["## Rubrik & mål", "Ett", "två", "- fem"]


@pytest.mark.parametrize("municipality", ["Växjö", "Göteborg", "Gotland", "Sjöbo"])
def test_every_point_of_every_step_is_local_text_and_no_pledge(
    assistant: Assistant, tmp_path: Path, municipality: str
) -> None:
    every = [p.key for p in assistant.library.guidance.edition.phases]
    order = assistant.order(
        {
            "municipality": municipality,
            "length": "utförlig",
            "commitments": [{"number": n, "steps": every} for n in ALL],
        }
    )
    path = tmp_path / "utkast.md"
    write_draft(assistant.draft(order), path)
    review = assistant.review_document(read_document(path))
    assert {p.status for p in review.pledges} == {PledgeStatus.VERBATIM}
    assert sorted({p.commitment or 0 for p in review.pledges}) == sorted(ALL)
