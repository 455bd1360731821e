"""What of a Word file is text of the contract, and what only stands in it."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from assistant.documents.reading import read_document
from assistant.domain.documents import Manner
from assistant.domain.errors import InputFault
from assistant.domain.reviews import FindingKind, Review
from assistant.export.tracked_changes import reviewed_word_file
from assistant.opening import Assistant

NAMESPACES = (
    f"{nsdecls('w')} "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
WORDING = 8
OTHER = "Kommunen fortsätter."


def official(assistant: Assistant, number: int = WORDING) -> str:
    return assistant.library.wording(number).text


def run(text: str, formatting: str = "") -> str:
    return f'<w:r><w:rPr>{formatting}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def file_with(folder: Path, *blocks: str, styles: str = "") -> Path:
    word = WordFile()
    body = word.element.body
    for block in (*blocks, paragraph(run(OTHER))):
        whole = parse_xml(f"<w:body {NAMESPACES}>{block}</w:body>")
        for element in whole:
            body.insert(len(body) - 1, element)
    for style in parse_xml(f"<w:styles {NAMESPACES}>{styles}</w:styles>"):
        word.styles.element.append(style)
    path = folder / "kontrakt.docx"
    word.save(str(path))
    return path


def reviewed(assistant: Assistant, path: Path) -> Review:
    return assistant.review_document(read_document(path))


def found(review: Review) -> list[tuple[str, int | None]]:
    return [(p.status.value, p.commitment) for p in review.pledges]


UNSEEN = {
    "struck": ("<w:strike/>", Manner.STRUCK),
    "struck twice": ("<w:dstrike/>", Manner.STRUCK),
    "hidden": ("<w:vanish/>", Manner.HIDDEN),
    "white": ('<w:color w:val="FFFFFF"/>', Manner.FAINT),
    "tiny": ('<w:sz w:val="2"/>', Manner.FAINT),
    "white by its style": ('<w:rStyle w:val="Vit"/>', Manner.FAINT),
    "by character style": ('<w:rStyle w:val="Dold"/>', Manner.HIDDEN),
}
STYLES = (
    '<w:style w:type="character" w:styleId="Grund"><w:name w:val="Grund"/><w:rPr><w:vanish/></w:rPr>'
    '</w:style><w:style w:type="character" w:styleId="Dold"><w:name w:val="Dold"/><w:basedOn'
    ' w:val="Grund"/></w:style><w:style w:type="paragraph" w:styleId="Struken"><w:name'
    ' w:val="Struken"/><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Vit"><w:name w:val="Vit"/><w:rPr>'
    '<w:color w:val="FEFFFE"/></w:rPr></w:style>'
)


@pytest.mark.parametrize("manner", sorted(UNSEEN))
def test_a_struck_or_hidden_sentence_is_not_there_and_a_finding_says_so(
    tmp_path: Path, assistant: Assistant, manner: str
) -> None:
    formatting, why = UNSEEN[manner]
    path = file_with(tmp_path, paragraph(run(official(assistant), formatting)), styles=STYLES)
    review = reviewed(assistant, path)
    assert found(review) == []
    (finding,) = [f for f in review.findings if f.kind is FindingKind.UNSHOWN_TEXT]
    assert f"Här står åtagande {WORDING}, men texten är {why.value}" in finding.message
    assert official(assistant) not in review.text


@pytest.mark.parametrize(
    ("formatting", "properties", "around"),
    [
        ('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="003366"/>', "", "{}"),
        ('<w:color w:val="FFFFFF"/>', '<w:shd w:val="clear" w:fill="003366"/>', "{}"),
        ('<w:color w:val="FFFFFF"/>', "", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"),
        ('<w:color w:val="336699"/><w:sz w:val="14"/>', "", "{}"),
    ],
)
def test_white_text_on_a_colour_is_shown(
    tmp_path: Path, assistant: Assistant, formatting: str, properties: str, around: str
) -> None:
    content = paragraph(run(official(assistant), formatting), properties)
    assert found(reviewed(assistant, file_with(tmp_path, around.format(content)))) == [
        ("verbatim", WORDING)
    ]


def test_a_paragraph_style_strikes_and_a_run_can_take_it_back(
    tmp_path: Path, assistant: Assistant
) -> None:
    struck = '<w:pStyle w:val="Struken"/>'
    path = file_with(
        tmp_path,
        paragraph(run(official(assistant, 5)), struck),
        paragraph(run(official(assistant, 6), '<w:strike w:val="0"/>'), struck),
        styles=STYLES,
    )
    assert found(reviewed(assistant, path)) == [("verbatim", 6)]


def test_a_sentence_with_a_struck_word_lacks_it(tmp_path: Path, assistant: Assistant) -> None:
    before, word, after = official(assistant).partition("långsiktig ")
    path = file_with(tmp_path, paragraph(run(before) + run(word, "<w:strike/>") + run(after)))
    assert found(reviewed(assistant, path)) == [("changed", WORDING)]


def test_tracked_deletions_do_not_count_and_insertions_do(
    tmp_path: Path, assistant: Assistant
) -> None:
    changes = 'w:id="1" w:author="X" w:date="2025-01-01T00:00:00Z"'
    deleted = (
        run(official(assistant, 5)).replace("w:t>", "w:delText>").replace("w:t ", "w:delText ")
    )
    path = file_with(
        tmp_path,
        paragraph(f"<w:del {changes}>{deleted}</w:del>"),
        paragraph(f"<w:ins {changes}>{run(official(assistant, 6))}</w:ins>"),
        paragraph(f"<w:moveFrom {changes}>{run(official(assistant, 7))}</w:moveFrom>"),
        paragraph(f"<w:moveTo {changes}>{run(official(assistant, 7))}</w:moveTo>"),
    )
    review = reviewed(assistant, path)
    assert found(review) == [("verbatim", 6), ("verbatim", 7)]
    said = [f.message for f in review.findings if f.kind is FindingKind.UNSHOWN_TEXT]
    assert any("åtagande 5, men texten är borttagen" in message for message in said)


def test_hidden_text_beside_an_official_sentence_is_told(
    tmp_path: Path, assistant: Assistant
) -> None:
    path = file_with(
        tmp_path, paragraph(run(official(assistant)) + run(" Om medel finns.", "<w:vanish/>"))
    )
    review = reviewed(assistant, path)
    assert found(review) == [("verbatim", WORDING)]
    assert any("dold: ”Om medel finns.”" in f.message for f in review.findings)


def _box(content: str) -> str:
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx>'
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def _table(content: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{content}</w:tc></w:tr></w:tbl>"


CONTAINERS: dict[str, Callable[[str], str]] = {
    "text box": lambda p: paragraph(run("Se rutan.") + _box(p)),
    "old text box": lambda p: paragraph(
        f"<w:r><w:pict><v:textbox><w:txbxContent>{p}</w:txbxContent></v:textbox></w:pict></w:r>"
    ),
    "table": _table,
    "nested table": lambda p: _table(_table(p) + paragraph("")),
    "content control": lambda p: f"<w:sdt><w:sdtContent>{p}</w:sdtContent></w:sdt>",
    "content control in a table": lambda p: _table(
        f"<w:sdt><w:sdtContent>{p}</w:sdtContent></w:sdt>"
    ),
}


@pytest.mark.parametrize("container", sorted(CONTAINERS))
def test_what_stands_in_a_container_is_read_once(
    tmp_path: Path, assistant: Assistant, container: str
) -> None:
    path = file_with(tmp_path, CONTAINERS[container](paragraph(run(official(assistant)))))
    assert found(reviewed(assistant, path)) == [("verbatim", WORDING)]


def test_a_control_and_a_link_inside_a_paragraph_are_read_once(
    tmp_path: Path, assistant: Assistant
) -> None:
    words = official(assistant).split(" ")
    start, middle, end = " ".join(words[:5]), " ".join(words[5:9]), " ".join(words[9:])
    path = file_with(
        tmp_path,
        paragraph(
            run(f"{start} ")
            + f"<w:sdt><w:sdtContent>{run(middle)}</w:sdtContent></w:sdt>"
            + f"<w:hyperlink>{run(f' {end}')}</w:hyperlink>"
        ),
    )
    assert found(reviewed(assistant, path)) == [("verbatim", WORDING)]


def test_a_symbol_in_a_sentence_is_a_foreign_sign(tmp_path: Path, assistant: Assistant) -> None:
    before, word, after = official(assistant).partition("stärka")
    symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    path = file_with(tmp_path, paragraph(run(before + word) + symbol + run(after)))
    assert found(reviewed(assistant, path)) == [("changed", WORDING)]


def test_footnotes_are_text_of_their_own_and_page_heads_are_not(
    tmp_path: Path, assistant: Assistant
) -> None:
    path = file_with(
        tmp_path,
        paragraph(run(official(assistant)) + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    )
    word = WordFile(str(path))
    word.sections[0].header.paragraphs[0].text = official(assistant, 6)
    word.sections[0].footer.paragraphs[0].text = official(assistant, 7)
    word.save(str(path))
    note = (
        f'<w:footnotes {NAMESPACES}><w:footnote w:id="0" w:type="separator">{paragraph(run("-"))}'
        f'</w:footnote><w:footnote w:id="2">{paragraph(run(official(assistant, 5)))}</w:footnote>'
        "</w:footnotes>"
    )
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/footnotes.xml", note)
    document = read_document(path)
    review = assistant.review_document(document)
    assert found(review) == [("verbatim", WORDING), ("verbatim", 5)]
    assert document.location(review.pledges[1].start) == "fotnot 1"


def test_suggestions_land_beside_struck_words_and_leave_them(
    tmp_path: Path, assistant: Assistant
) -> None:
    before, word, after = official(assistant).partition("långsiktig ")
    path = file_with(
        tmp_path,
        paragraph(
            run("Struket. ", "<w:strike/>") + run(before) + run(word, "<w:strike/>") + run(after)
        ),
    )
    target = tmp_path / "granskad.docx"
    reviewed_word_file(path, reviewed(assistant, path), assistant.library, target)
    after_reading = read_document(target)
    assert found(assistant.review_document(after_reading)) == [("verbatim", WORDING)]
    assert [u.text for u in after_reading.unshown] == ["Struket. ", "långsiktig "]


def test_a_file_with_macros_is_refused_with_a_sentence(
    tmp_path: Path, assistant: Assistant
) -> None:
    path = file_with(tmp_path, paragraph(run(official(assistant))))
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    with pytest.raises(InputFault, match="makron"):
        read_document(path)
