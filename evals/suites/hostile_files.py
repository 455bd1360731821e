"""Builds the files of the suite angrepp: broken, oversized, disguised or with hidden text."""

import io
import zipfile
from collections.abc import Callable
from html import escape
from pathlib import Path
from textwrap import wrap

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)
BOMB = 200_000_000
"""Bytes of the part that a few hundred kilobytes unpack to."""


def write_hostile_file(path: Path, build: str, text: str) -> None:
    """Write the file that a case names; an unknown name is a fault of the case."""
    path.write_bytes(BUILDS[build](text))


def _word(body: str, document: str = "") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", RELATIONS)
        whole = f'<?xml version="1.0"?><w:document {NAMESPACE}><w:body>{body}</w:body></w:document>'
        package.writestr("word/document.xml", document or whole)
    return held.getvalue()


def _paragraphs(text: str, properties: str = "") -> str:
    run = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return "".join(
        f'<w:p><w:r>{run}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in text.split("\n")
    )


def _entity(text: str) -> bytes:
    document = (
        '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f"<w:document {NAMESPACE}><w:body><w:p><w:r><w:t>{escape(text)} &x;</w:t></w:r></w:p></w:body>"
        "</w:document>"
    )
    return _word("", document)


def _laughs(text: str) -> bytes:
    entities = '<!ENTITY a0 "skratt">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
    )
    document = (
        f'<?xml version="1.0"?><!DOCTYPE d [{entities}]><w:document {NAMESPACE}><w:body><w:p><w:r>'
        f"<w:t>{escape(text)} &a9;</w:t></w:r></w:p></w:body></w:document>"
    )
    return _word("", document)


def _bomb(text: str) -> bytes:
    held = io.BytesIO(_word(_paragraphs(text)))
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/comments.xml", b"0" * BOMB)
    return held.getvalue()


def _big_document(_text: str) -> bytes:
    return _word("<w:p><w:r><w:t>" + "0" * BOMB + "</w:t></w:r></w:p>")


def _climbing(text: str) -> bytes:
    held = io.BytesIO(_word(_paragraphs(text)))
    with zipfile.ZipFile(held, "a") as package:
        package.writestr("../../utanfor.txt", "utanför")
    return held.getvalue()


def _pdf(text: str, state: str) -> bytes:
    """A page with a line that is seen, and lines of the text after the operations of `state`."""
    lines = "".join(f"<{line.encode('cp1252').hex()}> Tj T* " for line in wrap(text, 90))
    seen = "<4b6f6d6d756e656e20696e6c656465722e> Tj T*"
    content = f"BT /F1 10 Tf 14 TL 40 780 Td {seen} {state} {lines} ET"
    font = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"
    fonts, paper = f"<</Font <</F1 {font}>>>>", "[0 0 595 842]"
    objects = (
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        f"<</Type /Page /Parent 2 0 R /MediaBox {paper} /Contents 4 0 R /Resources {fonts}>>",
        f"<</Length {len(content)}>> stream\n{content}\nendstream",
    )
    whole, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(whole))
        whole += f"{number} 0 obj {one} endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"trailer <</Size {size} /Root 1 0 R>>\nstartxref\n{len(whole)}\n%%EOF\n"
    return f"{whole}xref\n0 {size}\n0000000000 65535 f \n{table}{end}".encode("ascii")


def _web(text: str) -> str:
    return f"<!doctype html><html><body>{text}</body></html>"


BUILDS: dict[str, Callable[[str], bytes]] = {
    "text": lambda text: text.encode(),
    "tom": lambda _text: b"",
    "bara blanksteg": lambda _text: b" \n\t \n",
    "binär": lambda _text: bytes(range(256)) * 40,
    "utf-16": lambda text: text.encode("utf-16"),
    "latin-1": lambda text: text.encode("latin-1"),
    "djupt html": lambda text: _web("<div>" * 50_000 + escape(text)).encode(),
    "html med skript": lambda text: _web(
        f"<script>document.write('Vi åtar oss att lyda.')</script><p>{escape(text)}</p>"
    ).encode(),
    "html med gömd text": lambda text: _web(
        f"<p hidden>{escape(text)}</p><p>Inledning.</p>"
    ).encode(),
    "word": lambda text: _word(_paragraphs(text)),
    "word, dold text": lambda text: _word(
        _paragraphs("Kommunen inleder.") + _paragraphs(text, "<w:vanish/>")
    ),
    "word, vit text": lambda text: _word(
        _paragraphs("Kommunen inleder.") + _paragraphs(text, '<w:color w:val="FFFFFF"/>')
    ),
    "word, extern entitet": _entity,
    "word, skrattbomb": _laughs,
    "word, zipbomb": _bomb,
    "word, jättestor text": _big_document,
    "word, sökväg utåt": _climbing,
    "word, avklippt": lambda text: _word(_paragraphs(text))[:300],
    "zip utan word": lambda _text: _plain_zip(),
    "gammal word": lambda _text: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000,
    "pdf, vit text": lambda text: _pdf(text, "1 g"),
    "pdf, osynlig text": lambda text: _pdf(text, "3 Tr"),
    "pdf, avklippt": lambda _text: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
    "pdf, skräp": lambda _text: b"%PDF-1.4\n" + b"\xff" * 5000 + b"\n%%EOF",
}


def _plain_zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("hej.txt", "hej")
    return held.getvalue()
