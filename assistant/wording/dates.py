"""Days as Swedish writes them."""

from datetime import date, datetime

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


def written_day(day: date) -> tuple[str, str, str]:
    """The day, the month and the year of a date, as they are written.

    >>> written_day(date(2026, 11, 28))
    ('28', 'november', '2026')
    """
    return str(day.day), MONTHS[day.month - 1], str(day.year)


def written_moment(moment: datetime) -> str:
    """A moment as it is written, on the clock of this computer: "28 november 2026 kl. 9.05"."""
    local = moment.astimezone()
    return f"{' '.join(written_day(local.date()))} kl. {local.hour}.{local.minute:02}"
