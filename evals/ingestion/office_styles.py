"""How the flat OpenDocument text looks, by its layout."""

from evals.ingestion.layouts import Layout


def styles(layout: Layout) -> str:
    """The automatic styles of the document."""
    wide = layout.landscape
    justify = "justify" if layout.justified else "start"
    paragraphs = {
        "Title": ("20pt", "bold", "", ""),
        "Head": ("15pt", "bold", 'fo:margin-top="12pt"', ""),
        "Sub": ("12pt", "bold", 'fo:margin-top="8pt"', ""),
        "Text": ("11pt", "normal", 'fo:line-height="135%"', ""),
        "Caption": ("9pt", "normal", "", 'fo:font-style="italic"'),
        "Small": ("8pt", "normal", "", ""),
        "Mark": ("70pt", "normal", "", 'fo:color="#dddddd"'),
        "ColumnHead": (
            f"{layout.points}pt",
            "bold",
            f'fo:text-align="{"center" if layout.centred else "start"}"',
            "",
        ),
        "ColumnAbout": (
            f"{layout.points}pt",
            "normal",
            f'fo:text-align="{"center" if layout.centred else "start"}"',
            "",
        ),
        "Cell": (f"{layout.points}pt", "normal", f'fo:text-align="{justify}"', ""),
    }
    found = [
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
        f'fo:margin-bottom="{"0pt" if "Column" in name else "5pt"}" {more}/><style:text-properties '
        f'fo:font-size="{size}" fo:font-weight="{weight}" {letters}/></style:style>'
        for name, (size, weight, more, letters) in paragraphs.items()
    ]
    found += [_hanging(f"Item{level}", "11pt", 16 * (level + 1), 16, "Text") for level in (0, 1)]
    mark, number = layout.points * 0.9, layout.points * 2.4
    size = f"{layout.points}pt"
    found.append(_hanging("Point", size, number, number, justify))
    found += [
        _hanging(f"Mark{level}", size, level * layout.points * 1.2 + mark, mark, justify)
        for level in range(4)
    ]
    found.append(
        '<style:style style:name="Opens" style:family="paragraph" style:master-page-name="Wide">'
        '<style:paragraph-properties fo:margin-bottom="8pt"/><style:text-properties '
        'fo:font-size="13pt" fo:font-weight="bold"/></style:style>'
    )
    border = "0.5pt solid #444444" if layout.grid else "none"
    found.append(
        '<style:style style:name="Cells" style:family="table-cell"><style:table-cell-properties '
        f'fo:border="{border}" fo:padding="4pt"/></style:style>'
        '<style:style style:name="Box" style:family="graphic"><style:graphic-properties '
        'draw:stroke="none" draw:fill="none" style:wrap="run-through" '
        'style:run-through="background"/></style:style>'
    )
    width = 257 if wide else 180
    found += [
        f'<style:style style:name="Column{n}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width * part / 100:.1f}mm"/>'
        "</style:style>"
        for n, part in enumerate(layout.widths)
    ]
    found.append(_page("Tall", 210, 297, "portrait"))
    found.append(_page("Wide", *((297, 210, "landscape") if wide else (210, 297, "portrait"))))
    return "".join(found)


def _hanging(name: str, size: str, left: float, hang: float, align: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
        f'fo:margin-bottom="4pt" fo:margin-left="{left}pt" fo:text-indent="-{hang}pt" '
        f'fo:text-align="{align if align == "justify" else "start"}">'
        f'<style:tab-stops><style:tab-stop style:position="0pt"/></style:tab-stops>'
        f'</style:paragraph-properties><style:text-properties fo:font-size="{size}"/></style:style>'
    )


def _page(name: str, width: int, height: int, orientation: str) -> str:
    return (
        f'<style:page-layout style:name="{name}"><style:page-layout-properties '
        f'fo:page-width="{width}mm" fo:page-height="{height}mm" '
        f'style:print-orientation="{orientation}" fo:margin="15mm"/>'
        "<style:header-style/><style:footer-style/></style:page-layout>"
    )
