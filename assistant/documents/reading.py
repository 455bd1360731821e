"""From a file to its text, within bounds; a file that cannot be used is one clear sentence."""

from pathlib import Path

from assistant.documents.pdf import read_pdf
from assistant.documents.web_page import is_web_page, read_web_page
from assistant.documents.word import read_word
from assistant.domain.documents import Document
from assistant.domain.errors import InputFault, quoted

LARGEST_FILE = 50 * 1024 * 1024
LONGEST_TEXT = 20_000_000
"""Characters: some 6,000 pages."""
ZIP, PDF, OLD_WORD = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0"


def read_document(path: Path) -> Document:
    """The document in a file; what it is, is told by its content and not by its name."""
    data = file_bytes(path)
    if is_pdf(data):
        document = read_pdf(data, path.name)
    elif data.startswith(ZIP):
        document = read_word(data, path.name)
    elif data.startswith(OLD_WORD):
        raise InputFault(
            f"Filen {quoted(path.name)} är en äldre eller lösenordsskyddad Word-fil. Spara den som "
            ".docx utan lösenord."
        )
    else:
        text = _plain_text(data, path.name)
        document = read_web_page(text) if is_web_page(text) else Document(text)
    if not document.text.strip():
        raise InputFault(
            f"Filen {quoted(path.name)} har ingen text som går att läsa. Är den inskannad? "
            "Välj en fil där texten går att markera."
        )
    if len(document.text) > LONGEST_TEXT:
        raise InputFault(
            f"Filen {quoted(path.name)} har för mycket text för ett kontrakt. Dela upp den."
        )
    return document


def file_bytes(path: Path) -> bytes:
    """What is in a file that is there, is not empty and is not too large."""
    if not path.is_file():
        raise InputFault(f"Filen {quoted(path.name)} finns inte. Kontrollera namnet.")
    size = path.stat().st_size
    if size == 0:
        raise InputFault(f"Filen {quoted(path.name)} är tom. Välj en fil med text.")
    if size > LARGEST_FILE:
        raise InputFault(
            f"Filen {quoted(path.name)} är {size // 1_000_000} MB. Den får vara högst "
            f"{LARGEST_FILE // 1_000_000} MB. Dela upp den eller ta bort bilderna."
        )
    return path.read_bytes()


def is_pdf(data: bytes) -> bool:
    """Whether the content is that of a PDF; some begin with white space."""
    return data[:1024].lstrip().startswith(PDF)


def _plain_text(data: bytes, name: str) -> str:
    try:
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return data.decode("utf-16")
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text or text.count("\ufffd") > len(text) // 50:
        raise InputFault(
            f"Filen {quoted(name)} är inte en text som går att läsa. Välj en Word-, PDF- eller textfil."
        )
    return text
