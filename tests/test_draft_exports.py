import io
import json
import re
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from docx import Document

from assistant.domain.drafts import Draft, GapKind
from assistant.domain.errors import InputFault, TokenFault
from assistant.domain.local_text import Origin, WrittenBy
from assistant.domain.passages import Quotation
from assistant.drafting.answers import answered
from assistant.drafting.editing import editable, edited
from assistant.export import write_draft
from assistant.export.gap_form import PROMPT, answers_in, gap_form
from assistant.opening import Assistant
from assistant.settings import Settings
from assistant.wording.drafts import draft_markdown, marking

ASSISTANT = Assistant.open(Settings())
ORDER = {
    "municipality": "Göteborg",
    "length": "utförlig",
    "commitments": [
        {
            "number": 6,
            "steps": ["initiera"],
            "facts": [
                {
                    "kind": "ansvarig",
                    "text": "inköps- & upphandlingsnämnden <IUN>",
                    "source": "a & b",
                }
            ],
        },
        {"number": 4, "points": ["4.4"]},
    ],
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def draft() -> Draft:
    return ASSISTANT.draft(ASSISTANT.order(ORDER))


@pytest.fixture(scope="module")
def files(draft: Draft, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("utkast")
    for suffix in ("docx", "md", "html"):
        write_draft(draft, folder / f"utkast.{suffix}")
    return folder


def officials(draft: Draft) -> list[str]:
    return [s.text for c in draft.clauses for s in c.sentences if isinstance(s, Quotation)]


def document_xml(files: Path) -> ET.Element:
    with zipfile.ZipFile(files / "utkast.docx") as package:
        return ET.fromstring(package.read("word/document.xml"))


def text_in(element: ET.Element) -> str:
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def test_official_sentences_are_locked_in_word_and_word_for_word(draft: Draft, files: Path) -> None:
    controls = list(document_xml(files).iter(f"{W}sdt"))
    assert [text_in(c) for c in controls] == officials(draft)
    for control in controls:
        lock = control.find(f"{W}sdtPr/{W}lock")
        assert lock is not None
        assert lock.get(f"{W}val") == "sdtContentLocked"
        style = control.find(f".//{W}pStyle")
        assert style is not None
        assert style.get(f"{W}val") == "Officiellformulering"


def test_the_word_file_is_swedish_titled_and_has_real_headings(draft: Draft, files: Path) -> None:
    document = Document(str(files / "utkast.docx"))
    assert document.core_properties.title == draft.title
    with zipfile.ZipFile(files / "utkast.docx") as package:
        styles = ET.fromstring(package.read("word/styles.xml"))
    languages = {e.get(f"{W}val") for e in styles.iter(f"{W}lang")}
    assert languages == {"sv-SE"}
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert default is not None
    headings = [
        (p.style.name, p.text) for p in document.paragraphs if p.style and "Heading" in p.style.name
    ]
    assert ("Heading 1", "Göteborgs Stads åtaganden") in headings
    assert any(name == "Heading 2" and "Åtagande 6" in text for name, text in headings)
    for table in document.tables:
        assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.stack: list[str] = []
        self.quoted: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.stack and self.stack.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self.stack:
            self.found.append(data)
        if "blockquote" in self.stack:
            self.quoted.append(data)


def test_every_export_has_every_sentence_and_the_same_content(draft: Draft, files: Path) -> None:
    word = text_in(document_xml(files))
    html = _Text()
    html.feed((files / "utkast.html").read_text(encoding="utf-8"))
    page = "".join(html.found)
    markdown = re.sub(r"\\(.)", r"\1", (files / "utkast.md").read_text(encoding="utf-8"))
    texts = [s.text for c in draft.clauses for s in c.sentences]
    texts += [gap.question for gap in draft.gaps] + [r.message for r in draft.remarks]
    texts += ["Egen disposition. Kontrollera mot Viable Cities slutliga mall.", marking(draft)]
    texts += [draft.edition.status, "uppgift 1 (ansvarig): a & b", "moteverkande"]
    for text in texts:
        assert text in word
        assert text in page
        assert text in markdown
    assert html.quoted == officials(draft)


def test_the_page_asks_nothing_of_others_and_says_its_language(files: Path) -> None:
    html = (files / "utkast.html").read_text(encoding="utf-8")
    assert '<html lang="sv">' in html
    assert "http" not in html
    assert "<script" not in html


class _Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def test_the_page_is_whole_has_one_main_and_headings_without_a_gap(files: Path) -> None:
    page = _Outline()
    page.feed((files / "utkast.html").read_text(encoding="utf-8"))
    assert page.open == []
    assert page.named("html") == [{"lang": "sv"}]
    assert len(page.named("main")) == len(page.named("title")) == 1
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(page.headings))
    assert len(set(page.ids)) == len(page.ids)


def test_the_pages_tables_are_named_and_headed_and_can_be_reached(files: Path) -> None:
    page = _Outline()
    page.feed((files / "utkast.html").read_text(encoding="utf-8"))
    assert len(page.named("caption")) == len(page.named("table")) >= 2
    assert all(cell == {"scope": "col"} for cell in page.named("th"))
    regions = [d for d in page.named("div") if d.get("role") == "region"]
    assert len(regions) == len(page.named("table"))
    assert all(r["tabindex"] == "0" and r["aria-label"] for r in regions)


def test_what_the_page_shows_by_colour_it_says_in_words_too(draft: Draft, files: Path) -> None:
    text = (files / "utkast.html").read_text(encoding="utf-8")
    assert text.count(">Officiell formulering</span>") == len(officials(draft))
    assert text.count("<figcaption>Källa: ") == len(officials(draft))
    assert "(uppgift 1)</small>" in text


def test_the_page_can_be_printed(files: Path) -> None:
    style = (files / "utkast.html").read_text(encoding="utf-8").partition("</style>")[0]
    for rule in ("@media print", "size:A4", "break-inside:avoid", "table-header-group"):
        assert rule in style


def _luminance(colour: str) -> float:
    whole = colour if len(colour) == 6 else "".join(c * 2 for c in colour)
    parts = [int(whole[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def test_every_text_colour_of_the_page_can_be_read_on_every_background(files: Path) -> None:
    style = (files / "utkast.html").read_text(encoding="utf-8").partition("</style>")[0]
    texts = re.findall(r"[{;]color:#([0-9a-f]+)", style)
    grounds = re.findall(r"background:#([0-9a-f]+)", style)
    assert texts
    assert grounds
    for text in texts:
        for ground in grounds:
            dark, light = sorted((_luminance(text), _luminance(ground)))
            assert (light + 0.05) / (dark + 0.05) >= 7, (text, ground)


def test_the_marking_follows_who_wrote(draft: Draft) -> None:
    assert "utan språkmodell" in marking(draft)
    by_person = edited(draft, "parter", "Göteborgs Stad är part.")
    assert "av en person" in marking(by_person)
    by_model = edited(draft, "parter", "Göteborgs Stad är part.", WrittenBy.MODEL)
    assert "av en språkmodell" in marking(by_model)


def test_local_text_can_be_edited_and_keeps_the_sources_of_what_is_left(draft: Draft) -> None:
    clause = next(c for c in draft.clauses if c.key == "åtagande-6")
    same = edited(draft, clause.key, editable(clause))
    assert same.clauses == draft.clauses
    text = editable(clause).replace("Göteborgs Stad", "Göteborgs Stad, med sina bolag,", 1)
    changed = edited(draft, clause.key, text)
    new = next(c for c in changed.clauses if c.key == clause.key)
    assert new.official == clause.official
    assert new.local[0].written_by is WrittenBy.PERSON
    assert new.local[0].origin is Origin.OWN
    assert new.local[0].points == clause.local[0].points
    assert new.local[1:] == clause.local[1:]
    assert officials(changed) == officials(draft)
    assert "med sina bolag" in draft_markdown(changed)


@pytest.mark.parametrize("change", ["", "Vi åtar oss att göra lite mindre.", "⟦2025-1/åtagande/7⟧"])
def test_the_official_sentence_cannot_be_edited_away_or_exchanged(
    draft: Draft, change: str
) -> None:
    clause = next(c for c in draft.clauses if c.key == "åtagande-6")
    text = editable(clause).replace("⟦2025-1/åtagande/6⟧", change)
    with pytest.raises(TokenFault):
        edited(draft, clause.key, text)


def test_a_pledge_written_by_a_person_is_remarked_on(draft: Draft) -> None:
    changed = edited(draft, "parter", "Göteborgs Stad åtar sig att plantera träd.")
    assert len(changed.remarks) == len(draft.remarks) + 1


def test_a_gap_that_is_filled_in_by_hand_is_a_gap_no_more(draft: Draft) -> None:
    clause = next(c for c in draft.clauses if c.key == "åtagande-6")
    text = editable(clause).replace("[tidpunkt]", "2027")
    kinds = {g.kind for g in edited(draft, clause.key, text).gaps if g.commitment == 6}
    assert GapKind.TIME not in kinds
    assert GapKind.GOAL in kinds


def test_an_unknown_clause_is_an_error_that_names_those_there_are(draft: Draft) -> None:
    with pytest.raises(InputFault, match="åtagande-6"):
        edited(draft, "åtagande-9", "text")


def _filled(form: bytes, answers: dict[str, str]) -> bytes:
    document = Document(io.BytesIO(form))
    for control in document.element.body.iter(f"{W}sdt"):
        name = control.find(f"{W}sdtPr/{W}tag").get(f"{W}val")
        if name in answers:
            text = next(control.iter(f"{W}t"))
            assert text.text == PROMPT
            text.text = answers[name]
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_the_answers_of_a_form_come_back_into_the_draft(draft: Draft) -> None:
    form = gap_form(draft)
    assert answers_in(form) == {}
    given = {"6-tid": "senast 2028", "1-steg": "Initiera", "kontraktet-uppföljning": "årligen"}
    back = answers_in(_filled(form, given))
    assert back == given
    again = ASSISTANT.draft(answered(draft, back))
    open_gaps = {gap.id for gap in again.gaps}
    assert not open_gaps & given.keys()
    text = draft_markdown(again)
    assert "senast 2028" in text
    assert "svar på frågeformuläret" in text
    assert "(1.4)" in text


def test_a_form_that_is_no_word_file_or_answers_something_else_is_refused(draft: Draft) -> None:
    with pytest.raises(InputFault, match="Word-dokument"):
        answers_in(b"hej")
    with pytest.raises(InputFault, match="”7-tid”"):
        answered(draft, {"7-tid": "2028"})
    with pytest.raises(InputFault, match="Initiera"):
        answered(draft, {"1-steg": "vet inte"})


def _run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "assistant.cli.main", "draft", *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, check=False)


def test_the_command_reads_lines_and_goes_on_after_a_fault() -> None:
    lines = [json.dumps({"id": "a", **ORDER}), '{"id":"b","municipality":"Vexjö"}', "{", "[]"]
    done = _run("-", "--json", given="\n".join(lines) + "\n")
    out = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [o["id"] for o in out] == ["a", "b", None, None]
    assert out[0]["municipality"] == "Göteborgs Stad"
    assert "Växjö kommun" in out[1]["error"]
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ('{"municipality":"Växjö","municipality":"Sjöbo"}', "”municipality” står två gånger"),
        ('{"municipality":"Växjö","omit":[' + "9" * 5000 + "]}", "för långt"),
        ("{", "rad 1, tecken 2"),
        ("[" * 50_000, "djupt nästlad"),
        ('"Växjö"', "JSON-objekt"),
        ('{"municipality":"Växjö","commitments":[{"number":6,"points":["6.14"]}]}', "6.1–6.11"),
    ],
)
def test_what_is_no_order_is_refused_in_one_swedish_sentence(given: str, said: str) -> None:
    done = _run(given=given)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


def test_the_command_writes_files_and_says_which_kinds_it_knows(tmp_path: Path) -> None:
    order = tmp_path / "order.json"
    order.write_text(json.dumps(ORDER), encoding="utf-8")
    assert _run(str(order), "-o", str(tmp_path / "u.docx")).returncode == 0
    assert (tmp_path / "u.docx").stat().st_size > 10_000
    refused = _run(str(order), "-o", str(tmp_path / "u.pdf"))
    assert refused.returncode == 2
    assert ".docx, .md, .html" in refused.stderr
    assert _run(str(tmp_path / "none.json")).returncode == 2


def test_the_command_writes_the_form_reads_it_back_and_writes_the_pack(tmp_path: Path) -> None:
    order, form, meetings = (tmp_path / n for n in ("order.json", "form.docx", "meetings.json"))
    order.write_text(json.dumps(ORDER), encoding="utf-8")
    meetings.write_text('{"meetings":[{"body":"KS","date":"2030-05-05","lead_days":7}]}')
    assert _run(str(order), "--form", str(form)).returncode == 0
    form.write_bytes(_filled(form.read_bytes(), {"6-tid": "senast 2031"}))
    assert "senast 2031" in _run(str(order), "--answers", str(form)).stdout
    assert "2030-04-28 (beräknat)" in _run(str(order), "--anchoring", str(meetings)).stdout
    memo = tmp_path / "t.docx"
    assert _run(str(order), "--anchoring", str(meetings), "-o", str(memo)).returncode == 0
    assert "Förslag till beslut" in [p.text for p in Document(str(memo)).paragraphs]


def test_the_dialogue_gives_a_draft_and_shortens_only_the_local_text() -> None:
    from assistant.domain.answers import Answer, Clarification, Turn

    question = "Skriv åtagande 6 för Göteborgs Stad, initiera, utförligt"
    first = ASSISTANT.ask(question)
    assert isinstance(first, Answer)
    assert first.draft
    wording = ASSISTANT.library.wording(6)
    assert [q.passage for q in first.quotations] == [wording]
    shorter = ASSISTANT.ask("kortare", (Turn("user", question),))
    assert isinstance(shorter, Answer)
    assert [q.passage for q in shorter.quotations] == [wording]
    assert len(str(shorter.body)) < len(str(first.body))
    unnamed = ASSISTANT.ask("skriv åtagande 6, initiera")
    assert isinstance(unnamed, Clarification)
    assert ASSISTANT.ask("skriv åtagande 6", municipality="Sjöbo kommun").draft  # type: ignore[union-attr]


def test_asking_for_another_wording_of_an_official_sentence_gives_the_official_one() -> None:
    from assistant.domain.answers import Answer

    outcome = ASSISTANT.ask("Skriv om den officiella formuleringen av åtagande 6")
    assert isinstance(outcome, Answer)
    assert outcome.draft is None
    assert [q.passage for q in outcome.quotations] == [ASSISTANT.library.wording(6)]
    assert "ändras inte" in str(outcome.body)
