"""Removes what is uploaded: when it has been read, when the upload fails, and when nobody comes for it."""

import asyncio
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from gradio.utils import get_upload_folder
from starlette.types import ASGIApp, Receive, Scope, Send

PATH = "/gradio_api/upload"
KEPT_SECONDS = 600
"""What is uploaded is read at once, unless its user has left or many are waiting."""


def removed(file: Path) -> None:
    """Remove an uploaded file with the folder that it alone has; nothing outside of the uploads."""
    if is_uploaded(file):
        shutil.rmtree(file.parent, ignore_errors=True)
    # Gradio's button makes an empty file beside each that it hands over.
    _remove_unfinished()


def is_uploaded(file: Path) -> bool:
    """Whether a path is that of a whole file among the uploads, and not by a way around."""
    return ".." not in file.parts and file.parent.parent.resolve() == _folder() and file.is_file()


def clear_uploads() -> None:
    """Remove what an earlier run has left: nobody waits for it any more."""
    shutil.rmtree(_folder(), ignore_errors=True)


class Uploads:
    """Cleans up after every upload, whole or not.

    A file that is on its way lies by itself in the folder for uploads, and in a folder of its own when it
    is there. When no upload goes on, what lies by itself is what somebody began to send.
    """

    going_on: ClassVar[int] = 0
    """Uploads at this moment, of all users."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Every other request goes on as it is."""
        if scope["type"] != "http" or scope["path"] != PATH:
            await self.app(scope, receive, send)
            return
        Uploads.going_on += 1
        try:
            # What is left when its user has gone, from this upload and from those before it.
            asyncio.get_running_loop().call_later(
                KEPT_SECONDS + 1, _remove_older_than, KEPT_SECONDS
            )
            await self.app(scope, receive, send)
        finally:
            Uploads.going_on -= 1
            _remove_unfinished()


def _folder() -> Path:
    return Path(get_upload_folder()).resolve()


def _remove_unfinished() -> None:
    begun = [path for path in _listed() if path.is_file()]
    # Asked after the listing: an upload that begins now is not among those.
    if not Uploads.going_on:
        for file in begun:
            file.unlink(missing_ok=True)


def _remove_older_than(seconds: float) -> None:
    oldest = time.time() - seconds
    for path in _listed():
        # Its user may come for it, and it be removed, at this moment.
        with suppress(FileNotFoundError):
            if path.is_dir() and path.stat().st_mtime <= oldest:
                shutil.rmtree(path, ignore_errors=True)


def _listed() -> list[Path]:
    folder = _folder()
    return list(folder.iterdir()) if folder.is_dir() else []
