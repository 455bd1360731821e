"""The edition that a command names."""

from pathlib import Path

from assistant.domain.errors import InputFault, quoted
from assistant.guidance.shelf import FILE, editions_beside
from assistant.settings import read_settings


def edition_folder(name: str) -> Path:
    """The folder of an edition, given as such or by its id, its version or its folder's name."""
    if (Path(name) / FILE).is_file():
        return Path(name)
    known = list(editions_beside(read_settings().edition))
    for one in known:
        if name in {one.record.id, one.record.label, one.folder.name}:
            return one.folder
    ids = ", ".join(one.record.id for one in known)
    raise InputFault(
        f"Utgåvan {quoted(name)} finns inte. Ange en mapp med {FILE}, eller en av dem som finns: {ids}."
    )
