"""Serves the page on this machine: Swedish, without third parties, ready before the index is."""

import os
import socket
from threading import Thread
from typing import TYPE_CHECKING

from assistant.domain.errors import SettingsFault
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.opening import Assistant

# Gradio reads this when it is imported.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"


def serve(settings: Settings) -> None:
    """Serve until stopped. The address is printed when the page can be opened."""
    _check_port(settings)
    import uvicorn  # noqa: PLC0415  with Gradio: three seconds that `--help` must not cost

    from assistant.opening import Assistant  # noqa: PLC0415
    from ui.application import application  # noqa: PLC0415

    assistant = Assistant.open(settings)
    app = application(assistant)
    config = uvicorn.Config(app, host=settings.host, port=settings.port, log_level="warning")
    # The first question finds everything open, or waits for this thread to open it.
    Thread(target=_open_what_is_slow, args=(assistant,), daemon=True).start()
    print(f"Klimatkontraktsassistenten: http://{settings.host}:{settings.port}", flush=True)  # noqa: T201
    uvicorn.Server(config).run()


def _open_what_is_slow(assistant: "Assistant") -> None:
    _ = assistant.index
    if assistant.model_in_use:
        assistant.rephrasing()


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
