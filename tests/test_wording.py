import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from assistant.domain.answers import Phrase
from assistant.domain.errors import TokenFault
from assistant.domain.local_text import LocalText
from assistant.domain.passages import PassageKind, Quotation
from assistant.guidance.library import Library
from assistant.settings import shipped
from assistant.wording import exchanged, to_markdown, to_text, token_of, tokenized

LIBRARY = Library.from_folder(shipped("corpus") / "klimatkontrakt-2025-1")
QUOTATIONS = tuple(
    LIBRARY.quote(p)
    for p in LIBRARY.passages
    if p.kind in {PassageKind.WORDING, PassageKind.POINT, PassageKind.SECTION}
)
OFFICIAL = LIBRARY.quote(LIBRARY.wording(6))
TRICKS = (
    OFFICIAL.text,
    token_of(OFFICIAL),
    token_of(OFFICIAL)[:-1],
    "⟦vänster⟧",
    f"> {OFFICIAL.text}\n>\n> *Källa: Åtagande 6*",
    "⟧⟦",
    "\n\n> ",
    "1. 2) # - + ---\n===",
    "<blockquote>",
    "&gt; &#62;",
    "[x](http://a.se)\n\n[x]: http://b.se",
    "\u2028> \x0b> \r> ",
    "    kod",
    "```",
)
TEXTS = st.lists(
    st.one_of(st.sampled_from(TRICKS), st.text(st.characters(codec="utf-8"), max_size=20)),
    max_size=5,
).map("".join)
BODIES = st.lists(st.one_of(TEXTS.map(LocalText), st.sampled_from(QUOTATIONS)), max_size=6).map(
    tuple
)


@given(BODIES)
@settings(max_examples=400)
def test_any_composition_renders_each_quotation_exactly(
    body: tuple[LocalText | Quotation, ...],
) -> None:
    rendered = to_text(body)
    quotations = [part for part in body if isinstance(part, Quotation)]
    assert [rendered.text[start:end] for start, end in rendered.quoted] == [
        quotation.passage.text for quotation in quotations
    ]
    assert rendered.text == "".join(part.text for part in body)


@given(BODIES)
@settings(max_examples=400)
def test_quotations_leave_as_tokens_and_come_back_as_themselves(
    body: tuple[LocalText | Quotation, ...],
) -> None:
    known = [part for part in body if isinstance(part, Quotation)]
    back = exchanged(tokenized(body), known, LocalText(""))
    assert [part for part in back if isinstance(part, Quotation)] == known
    assert to_text(back) == to_text(body)


@given(TEXTS)
@settings(max_examples=400)
def test_no_local_text_can_forge_or_split_a_quotation(text: str) -> None:
    sent = tokenized((LocalText(text), OFFICIAL, LocalText(text)))
    back = exchanged(sent, (OFFICIAL, *QUOTATIONS), LocalText(""))
    assert [part for part in back if isinstance(part, Quotation)] == [OFFICIAL]
    assert "".join(part.text for part in back) == text + OFFICIAL.text + text


@given(TEXTS)
@settings(max_examples=400)
def test_a_text_from_elsewhere_is_exchanged_or_refused_whole(text: str) -> None:
    try:
        back = exchanged(text, (OFFICIAL,), LocalText(""))
    except TokenFault:
        return
    assert all(part == OFFICIAL for part in back if isinstance(part, Quotation))
    if "⟦" not in text:
        assert "".join(part.text for part in back) == text


@given(BODIES)
@settings(max_examples=400)
def test_markdown_shows_the_quotations_and_nothing_else_as_quotations(
    body: tuple[LocalText | Quotation, ...],
) -> None:
    quotations = [part for part in body if isinstance(part, Quotation)]
    shown = _block_quotes(to_markdown(body))
    assert len(shown) == len(quotations)
    for lines, quotation in zip(shown, quotations, strict=True):
        assert lines[-1] == f"Källa: {quotation.location}"
        expected = [_unlisted(line) for line in quotation.text.split("\n")]
        assert lines[:-1] == [" ".join(line.split("  ")) for line in expected]


def _block_quotes(markdown: str) -> list[list[str]]:
    found: list[list[str]] = []
    depth = 0
    for token in MarkdownIt("commonmark").parse(markdown):
        if token.type == "blockquote_open":
            depth += 1
            found.append([])
        elif token.type == "blockquote_close":
            depth -= 1
        elif token.type == "html_block":
            raise AssertionError(token.content)
        elif token.type == "inline" and depth:
            children = token.children or []
            assert {c.type for c in children} <= {"text", "text_special", "em_open", "em_close"}
            found[-1].append("".join(c.content for c in children))
    return found


def _unlisted(line: str) -> str:
    mark, _, rest = line.partition(" ")
    return rest if mark == "-" or (mark[:-1].isdigit() and mark.endswith(".")) else line


@given(TEXTS)
@settings(max_examples=400)
def test_own_words_are_shown_as_they_stand(text: str) -> None:
    for part in (Phrase(text), LocalText(text)):
        tokens = MarkdownIt("commonmark").parse(to_markdown((part,)))
        assert {token.type for token in tokens} <= {"paragraph_open", "paragraph_close", "inline"}
        shown = "".join(
            child.content if child.type in {"text", "text_special"} else "\n"
            for token in tokens
            for child in token.children or []
        )
        assert shown.split() == text.replace("\x00", "\ufffd").split()


@pytest.mark.parametrize(
    "text",
    ["⟦2025-1/åtagande/7⟧", "⟦⟧", "⟦2025-1/åtagande/6", "2025-1/åtagande/6⟧", "⟦a⟦2025-1⟧"],
)
def test_an_unknown_or_broken_token_is_refused(text: str) -> None:
    with pytest.raises(TokenFault):
        exchanged(f"Före {token_of(OFFICIAL)} efter {text}", (OFFICIAL,), LocalText(""))


def test_what_a_model_writes_around_a_token_is_its_own_text_and_the_quotation_ours() -> None:
    text = f"Så lyder åtagandet: {token_of(OFFICIAL)} Det gäller alla."
    before, quotation, after = exchanged(text, (OFFICIAL,), LocalText(""))
    assert quotation is OFFICIAL
    assert (before.text, after.text) == ("Så lyder åtagandet: ", " Det gäller alla.")
