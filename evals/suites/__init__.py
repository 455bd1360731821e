"""The suites, in the order of the report."""

from evals.suites.answers import ANSWERS
from evals.suites.attacks import ATTACKS
from evals.suites.dialogues import DIALOGUES
from evals.suites.drafts import DRAFTS
from evals.suites.language import LANGUAGE
from evals.suites.refusals import REFUSALS
from evals.suites.rephrasing import CARELESS_MODEL, HOSTILE
from evals.suites.reviews import REVIEWS
from evals.suites.search import SEARCH
from evals.suites.suite import AnySuite
from evals.suites.wordings import WORDINGS

SUITES: dict[str, AnySuite] = {
    suite.name: suite
    for suite in (
        WORDINGS,
        REVIEWS,
        DRAFTS,
        SEARCH,
        ANSWERS,
        REFUSALS,
        DIALOGUES,
        ATTACKS,
        HOSTILE,
        CARELESS_MODEL,
        LANGUAGE,
    )
}
