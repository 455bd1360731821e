"""Settles the tracked changes of a Word file one by one, as a person does in LibreOffice.

Run by the Python that LibreOffice brings, in a process of its own:
`python settle_changes.py FILE FOLDER PIPE Accept|Reject`. After each change a copy, 1.docx and so on,
is written into FOLDER, and the number of changes that are left is printed.
"""

# ruff: noqa: FBT003, T201  LibreOffice's calls take their arguments by place
import sys
import time
from pathlib import Path
from typing import Any

# LibreOffice's modules are imported where they are used: pytest reads this file with another Python.
PATIENCE = 60


def _named(name: str, value: object) -> Any:  # noqa: ANN401  a struct of LibreOffice
    from com.sun.star.beans import PropertyValue

    given = PropertyValue()
    given.Name, given.Value = name, value
    return given


def _connected(pipe: str) -> Any:  # noqa: ANN401  likewise
    import uno
    from com.sun.star.connection import NoConnectException

    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)


def main(file: Path, folder: Path, pipe: str, choice: str) -> None:
    """Settle every change, the first that is left each time."""
    office = _connected(pipe)
    create = office.ServiceManager.createInstanceWithContext
    desktop = create("com.sun.star.frame.Desktop", office)
    dispatcher = create("com.sun.star.frame.DispatchHelper", office)
    document = desktop.loadComponentFromURL(file.as_uri(), "_blank", 0, (_named("Hidden", True),))
    controller = document.getCurrentController()
    settled = 0
    while document.Redlines.createEnumeration().hasMoreElements():
        controller.getViewCursor().gotoStart(False)
        for command in ("NextTrackedChange", f"{choice}TrackedChange"):
            dispatcher.executeDispatch(controller.getFrame(), f".uno:{command}", "", 0, ())
        settled += 1
        copy = (folder / f"{settled}.docx").as_uri()
        document.storeToURL(copy, (_named("FilterName", "MS Word 2007 XML"),))
        left, changes = 0, document.Redlines.createEnumeration()
        while changes.hasMoreElements():
            changes.nextElement()
            left += 1
        print(left)
    document.close(True)
    desktop.terminate()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
