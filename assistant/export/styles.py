"""The styles of a Word draft: Swedish everywhere, and official sentences that look official."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

OFFICIAL, CAPTION, NOTICE = "Officiell formulering", "Källa", "Notis"
LANGUAGE = "sv-SE"
INK = RGBColor(0x0B, 0x53, 0x51)


def prepare(document: WordDocument, title: str, footer: str) -> None:
    """Give an empty document its language, styles, properties and footer."""
    properties = document.core_properties
    properties.title = title
    properties.language = LANGUAGE
    properties.author = ""
    properties.comments = ""
    _speak_swedish(document)
    _restyle(document)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    line = page.footer.paragraphs[0]
    line.text = f"{footer}\tSida "
    line.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
    number = OxmlElement("w:fldSimple")
    number.set(qn("w:instr"), "PAGE")
    line._p.append(number)  # noqa: SLF001  python-docx has no fields


def _speak_swedish(document: WordDocument) -> None:
    root = document.styles.element
    defaults = root.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for holder in (defaults, *(s.element.get_or_add_rPr() for s in _paragraph_styles(document))):
        for old in holder.findall(qn("w:lang")):
            holder.remove(old)
        language = OxmlElement("w:lang")
        for attribute in ("w:val", "w:eastAsia", "w:bidi"):
            language.set(qn(attribute), LANGUAGE)
        holder.append(language)


def _paragraph_styles(document: WordDocument) -> list[ParagraphStyle]:
    return [s for s in document.styles if isinstance(s, ParagraphStyle)]


def _restyle(document: WordDocument) -> None:
    styles = document.styles
    normal = styles["Normal"]
    normal.font.name = "Calibri"
    normal.font.size = Pt(11)
    for name, size in (("Title", 22), ("Heading 1", 16), ("Heading 2", 13)):
        style = styles[name]
        style.font.name = "Calibri"
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0x1B, 0x1B, 0x1B)
        fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
        # The template's theme fonts win over a named font unless they are taken away.
        for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(attribute), None)
    official = styles.add_style(OFFICIAL, WD_STYLE_TYPE.PARAGRAPH)
    official.base_style = normal
    official.font.bold = True
    official.font.color.rgb = INK
    official.paragraph_format.left_indent = Pt(14)
    official.paragraph_format.space_before = Pt(6)
    official.paragraph_format.space_after = Pt(2)
    official.paragraph_format.keep_with_next = True
    _line_at_left(official)
    caption = styles.add_style(CAPTION, WD_STYLE_TYPE.PARAGRAPH)
    caption.base_style = normal
    caption.font.size = Pt(9)
    caption.font.color.rgb = RGBColor(0x3A, 0x3A, 0x3A)
    caption.paragraph_format.left_indent = Pt(14)
    caption.paragraph_format.space_after = Pt(8)
    noticed = styles.add_style(NOTICE, WD_STYLE_TYPE.PARAGRAPH)
    noticed.base_style = normal
    noticed.font.italic = True
    noticed.paragraph_format.space_after = Pt(4)


def _line_at_left(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_pPr()
    borders = OxmlElement("w:pBdr")
    line = OxmlElement("w:left")
    for attribute, value in (("val", "single"), ("sz", "24"), ("space", "8"), ("color", "0B5351")):
        line.set(qn(f"w:{attribute}"), value)
    borders.append(line)
    # The schema wants borders before spacing and indentation.
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
