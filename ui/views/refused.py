"""The page that is shown to who is not let in, as HTML."""

from html import escape


def refused(sentence: str) -> str:
    """One sentence, and nothing that would have to be fetched."""
    return f"""<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>Klimatkontraktsassistenten</title></head>
<body><main><h1>Klimatkontraktsassistenten</h1><p>{escape(sentence)}</p></main></body></html>"""
