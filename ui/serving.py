"""Serves the page on this machine: Swedish, without third parties, ready before the index is."""

import inspect
import ipaddress
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from threading import Thread
from typing import TYPE_CHECKING, Any

from assistant.domain.errors import SettingsFault
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.opening import Assistant

# Gradio reads this when it is imported.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
FAREWELL = 2
"""Seconds that requests have to end when the program does; an open page holds one until it is closed."""


def serve(settings: Settings) -> None:
    """Serve until stopped. The address is printed when the page can be opened."""
    _check(settings)
    _check_port(settings)
    # A folder that no other server uses, so that all in it can be removed; Gradio reads this early.
    os.environ["GRADIO_TEMP_DIR"] = str(settings.data_dir / "uploads" / str(settings.port))
    import uvicorn  # noqa: PLC0415  with Gradio: three seconds that `--help` must not cost

    from assistant.opening import Assistant  # noqa: PLC0415

    with _no_stubs_written():
        from ui.application import application  # noqa: PLC0415
    from ui.log import keep_texts_out_of_the_log  # noqa: PLC0415
    from ui.uploads import clear_uploads  # noqa: PLC0415

    assistant = Assistant.open(settings)
    app = application(assistant)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        log_level="warning",
        timeout_graceful_shutdown=FAREWELL,
    )
    keep_texts_out_of_the_log()
    clear_uploads()
    # The first question finds everything open, or waits for this thread to open it.
    Thread(target=_open_what_is_slow, args=(assistant,), daemon=True).start()
    print(f"Klimatkontraktsassistenten: http://{settings.host}:{settings.port}", flush=True)  # noqa: T201
    try:
        uvicorn.Server(config).run()
    finally:
        clear_uploads()


@contextmanager
def _no_stubs_written() -> Iterator[None]:
    """Import Gradio without the stubs for editors that it writes of each of its components.

    That is two fifths of what the import takes. Gradio writes none for a class that has no file, as one
    that is typed in has not (checked with Gradio 6.31).
    """
    file_of = inspect.getfile

    def file_unless_of_gradio(thing: Any) -> str:  # noqa: ANN401  what `inspect` takes
        if isinstance(thing, type) and thing.__module__.startswith("gradio."):
            raise OSError
        return file_of(thing)

    inspect.getfile = file_unless_of_gradio  # type: ignore[assignment]  # its parameter is named
    try:
        yield
    finally:
        inspect.getfile = file_of


def _open_what_is_slow(assistant: "Assistant") -> None:
    _ = assistant.index
    if assistant.model_in_use:
        assistant.rephrasing()


def _check(settings: Settings) -> None:
    """Refuse what would let anyone in, and what is not installed."""
    if settings.user_header is None and not _only_here(settings.host):
        raise SettingsFault(
            f"Assistenten startar inte på {settings.host}: där når andra datorer den, och utan "
            "KLIMATKONTRAKT_USER_HEADER går det inte att skilja användarna åt. Läs docs/intranet.md, eller "
            "använd 127.0.0.1."
        )
    if settings.mcp and find_spec("mcp") is None:
        raise SettingsFault(
            "KLIMATKONTRAKT_MCP är true, men det som behövs för MCP är inte installerat. Installera det "
            "med pip install 'klimatkontrakt[mcp]'."
        )


def _only_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _check_port(settings: Settings) -> None:
    with socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise SettingsFault(
                f"Adressen {settings.host}:{settings.port} är upptagen eller går inte att använda. "
                "Välj en annan port med --port."
            ) from error
