"""The promises: suites, or measures of them, that must be 100 %, since one kept nearly always is broken."""

WHOLE: dict[str, tuple[str, ...] | None] = {
    "ordagrannhet": None,
    "granskning": ("ändrad mening upptäckt", "återgiven mening godtagen"),
    "angrepp": None,
    "motståndare": None,
    "liten modell": None,
}
"""The measures by suite; None for every measure of a suite."""


def must_be_whole(suite: str, measure: str) -> bool:
    """Whether a measure must be 100 %.

    >>> must_be_whole("ordagrannhet", "citat i svar"), must_be_whole("sökning", "rätt först")
    (True, False)
    """
    if suite not in WHOLE:
        return False
    measures = WHOLE[suite]
    return measures is None or measure in measures
