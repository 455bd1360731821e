"""Numbers as Swedish writes them."""

from datetime import date
from math import floor

from assistant.wording.dates import written_day

NO_BREAK = "\u00a0"


def count(number: int) -> str:
    r"""A whole number with a space between thousands.

    >>> count(20881), count(428)
    ('20\xa0881', '428')
    """
    return f"{number:,}".replace(",", NO_BREAK)


def percent(value: float) -> str:
    r"""A share in percent, cut and not rounded: what is not all is never 100.

    >>> percent(0.9999), percent(1), percent(0.5)
    ('99,9\xa0%', '100\xa0%', '50\xa0%')
    """
    tenths = floor(value * 1000 + 1e-9)
    whole, tenth = divmod(tenths, 10)
    return f"{whole}{f',{tenth}' if tenth else ''}{NO_BREAK}%"


def in_words(value: float) -> str:
    r"""The same in running text.

    >>> in_words(0.827)
    '82\xa0procent'
    """
    return f"{floor(value * 100 + 1e-9)}{NO_BREAK}procent"


def day(iso: str) -> str:
    """A day as it is written.

    >>> day("2026-11-28")
    '28 november 2026'
    """
    return " ".join(written_day(date.fromisoformat(iso)))


def decimal(value: float) -> str:
    """A number with a comma.

    >>> decimal(0.031)
    '0,031'
    """
    return f"{value:.3f}".replace(".", ",")


def grade(value: float) -> str:
    """A grade with two decimals, cut and not rounded: what is not the highest never looks like it.

    >>> grade(4.999), grade(5)
    ('4,99', '5,00')
    """
    return f"{floor(value * 100 + 1e-9) / 100:.2f}".replace(".", ",")
