import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import settings

from assistant.guidance.library import Library
from assistant.opening import Assistant
from assistant.settings import Settings, shipped

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Playwright

    from evals.outcomes import Outcome, Run
    from evals.report.content import Content
    from evals.running import Cases

Sampled: TypeAlias = "tuple[Run, Cases, list[Outcome]]"

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"

# How long an example takes says how busy the machine is, not whether the promise holds.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")

EDITION = shipped("corpus") / "klimatkontrakt-2025-1"
CATALOGUE = Path(__file__).parent / "catalogue"


@pytest.fixture(autouse=True)
def no_settings_of_the_developer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith("KLIMATKONTRAKT_"):
            monkeypatch.delenv(name)


@pytest.fixture(autouse=True)
def nothing_reaches_another_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to any other computer is a fault, in every test."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if host and host not in {"127.0.0.1", "::1", "localhost"}:
            raise AssertionError(f"a test tries to reach {host}")
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", only_here)


@pytest.fixture(scope="session")
def library() -> Library:
    return Library.from_folder(EDITION)


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("data")


@pytest.fixture(scope="session")
def assistant(data_dir: Path) -> Assistant:
    return Assistant.open(Settings(data_dir=data_dir))


@pytest.fixture(scope="session")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """The assistant of another catalogue, by its folder alone."""
    return Assistant.open(
        Settings(data_dir=tmp_path_factory.mktemp("catalogue"), edition=CATALOGUE)
    )


@pytest.fixture(scope="session")
def sampled(assistant: Assistant) -> Sampled:
    """A few cases of every group of every suite, as `make test` runs them."""
    from evals import running
    from evals.outcomes import Sample
    from evals.suites import SUITES

    sample = Sample(most=2, seed=2030)
    cases = running.cases_to_run(assistant, SUITES, sample)
    run = running.describe(assistant, SUITES, sample, frozen=False)
    return run, cases, list(running.produce(assistant, cases))


@pytest.fixture(scope="session")
def content(assistant: Assistant, sampled: Sampled) -> "Content":
    """What the report shows of those cases."""
    from evals import scoring
    from evals.comparison import comparing
    from evals.gate import judge
    from evals.measures import measured
    from evals.report.content import Content

    run, cases, produced = sampled
    judged = tuple(scoring.judge_each(produced, cases, assistant.library))
    rows = measured(score for one in judged for score in one.scores)
    beside = comparing.compared(assistant, cases, produced)
    return Content(run, judged, rows, None, None, judge(rows, None), beside)


@pytest.fixture
def edition_copy(tmp_path: Path) -> Path:
    """The edition in a folder that a test may damage."""
    return Path(shutil.copytree(EDITION, tmp_path / "edition"))


@pytest.fixture(scope="session")
def upload_folder(data_dir: Path) -> Path:
    """Where the web app keeps an uploaded file while it reads it."""
    return data_dir / "uploads"


@pytest.fixture(scope="session")
def environment(data_dir: Path) -> dict[str, str]:
    """What a command is run with: own folders and nothing of the developer's settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("KLIMATKONTRAKT_")}
    own = {"KLIMATKONTRAKT_DATA_DIR": str(data_dir), "PYTHONWARNINGS": "default"}
    return {**kept, **own}


@pytest.fixture(scope="session")
def page_address(environment: dict[str, str], assistant: Assistant) -> Iterator[str]:
    """The web app, started as a user starts it."""
    assert assistant.index, "the index is built once for all tests"
    with served(environment) as address:
        yield address


USER_HEADER = "X-Remote-User"


@dataclass(frozen=True)
class Shared:
    """A web app as it runs behind a proxy: its address, the folder of its data and its log."""

    address: str
    folder: Path
    log: Path


@pytest.fixture(scope="session")
def shared(
    environment: dict[str, str],
    data_dir: Path,
    assistant: Assistant,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Shared]:
    """A web app with everything on that users share."""
    assert assistant.index, "the index is built once for all tests"
    folder = tmp_path_factory.mktemp("shared")
    (folder / "index").symlink_to(data_dir / "index")
    own = {
        "KLIMATKONTRAKT_DATA_DIR": str(folder),
        "KLIMATKONTRAKT_USER_HEADER": USER_HEADER,
        "KLIMATKONTRAKT_MCP": "true",
        "KLIMATKONTRAKT_JOURNAL": "true",
    }
    log = folder / "log.txt"
    with log.open("wb") as errors, served({**environment, **own}, errors) as address:
        yield Shared(address, folder, log)


@contextmanager
def served(environment: dict[str, str], errors: IO[bytes] | None = None) -> Iterator[str]:
    """The address of a web app of its own, while the block runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "assistant.cli.main", "serve", "--port", str(port)]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=errors
    ) as server:
        try:
            _wait_for(port, server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait_for(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 180
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket() as attempt:
            attempt.settimeout(1)
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        # Connecting to a closed port returns at once; the pause keeps a core free for the server.
        time.sleep(0.1)
    raise AssertionError("the web app did not start")


@pytest.fixture(scope="session")
def playwright() -> Iterator["Playwright"]:
    """One for all tests: a second would be refused while the first is there."""
    from playwright.sync_api import expect, sync_playwright

    # As long as it waits for anything else: a machine that does more beside is no fault.
    expect.set_options()
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(page_address: str, playwright: "Playwright") -> Iterator["Browser"]:
    """Closed before the web app at `page_address`, which waits for its visitors to leave."""
    assert page_address
    from tests.browsing import CHROMIUM, browser_path

    started = playwright.chromium.launch(executable_path=browser_path(), args=list(CHROMIUM))
    yield started
    started.close()


@pytest.fixture
def no_drafts(assistant: Assistant) -> None:
    """Nothing that another test has written is opened by itself."""
    for draft in assistant.saved_drafts.listed(""):
        assistant.saved_drafts.removed("", draft.id)


@pytest.fixture
def page(browser: "Browser", page_address: str, no_drafts: None) -> Iterator["Page"]:  # noqa: ARG001  before it is opened
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-US")
    opened = context.new_page()
    opened.goto(page_address)
    opened.get_by_role("button", name="Fråga", exact=True).wait_for()
    yield opened
    context.close()
