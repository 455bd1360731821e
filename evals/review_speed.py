"""How the time of a review grows: `python -m evals.review_speed` prints 1, 10 and 100 contracts."""

import sys
import time

from assistant.opening import Assistant

PAGES = 40
CHARACTERS_OF_A_PAGE = 2500


def main() -> int:
    """Print seconds and seconds a page for a contract, ten and a hundred of them in one text."""
    assistant = Assistant.open()
    source = (assistant.settings.edition / "source.txt").read_text(encoding="utf-8")
    contract = (source * 3)[: PAGES * CHARACTERS_OF_A_PAGE]
    assistant.review(contract)
    for times in (1, 10, 100):
        text = contract * times
        began = time.perf_counter()
        found = assistant.review(text)
        seconds = time.perf_counter() - began
        print(
            f"{PAGES * times:5} pages {len(text):9} characters {len(found.pledges):5} pledges "
            f"{seconds:7.2f} s {1000 * seconds / (PAGES * times):6.2f} ms a page"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
