"""Fits the search's confidence: how answered questions are put, and what else speaks for an answer.

The first is learnt from the labelled questions of the edition, the second from the development questions,
which the first has not seen: what they give is then nearer to what new questions would.
"""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import Normalizer

from assistant import Assistant
from assistant.answering.lookups import asks_more, look_up
from assistant.answering.several import asked_in
from assistant.answering.understanding import understand
from assistant.guidance.knowledge import load_labelled
from assistant.search import confidence, phrasing
from evals import case_files as cases

Numbers = NDArray[np.float64]
FALSE_REFUSALS = 0.028
"""Share of the answerable questions that may be refused, cross-validated; it sets the bound. The aim is 0.03
in all, and rules of answering refuse some more (development 0.026 in all; of 480 by new hands 0.014)."""
UNRESERVED = 0.05
"""Share of the unanswerable questions that may be answered without a reservation; it sets the other."""


def calibrate() -> None:
    """Fit, print how well the features part the two kinds of question, and write the numbers.

    The bounds are quantiles of the cross-validated probabilities, of the answerable questions and of
    the others, so that they are not set on probabilities of a model that has seen them.
    """
    assistant = Assistant.open()
    _learn_phrasing(assistant)
    features, labels = evidence_of_cases(assistant)
    held_out = probabilities(features, labels)
    bound = bound_of(held_out, labels)
    sure = max(bound, float(np.quantile(held_out[labels == 0], 1 - UNRESERVED)))
    print(f"{len(labels)} frågor; AUC {roc_auc_score(labels, held_out):.3f}; gräns {bound:.3f}")
    print(f"avböjda av dem utan svar: {np.mean(held_out[labels == 0] < bound):.3f}")
    print(
        f"förbehåll under {sure:.3f}: {np.mean(held_out[labels == 1] < sure):.3f} av dem med svar"
    )
    model = _regression().fit(features, labels)
    _write(model.coef_[0].tolist(), float(model.intercept_[0]), bound, sure)


def evidence_of_cases(assistant: Assistant) -> tuple[Numbers, Numbers]:
    """A row of features for each development question that evidence decides, and 1 where it has an answer."""
    asked = [(c.question, True) for c in cases.question_cases()]
    asked += [(c.question, False) for c in cases.unanswerable_cases()]
    searched = _as_searched(asked, assistant)
    features = np.array([assistant.index.evidence(q).features for q, _ in searched], dtype=float)
    return features, np.array([label for _, label in searched], dtype=float)


def probabilities(features: Numbers, labels: Numbers) -> Numbers:
    """How probable an answer is for each question, by a model that has not seen it (ten folds)."""
    folds = StratifiedKFold(10, shuffle=True, random_state=0)
    found = cross_val_predict(_regression(), features, labels, cv=folds, method="predict_proba")
    return np.asarray(found[:, 1])


def bound_of(held_out: Numbers, labels: Numbers) -> float:
    """The probability below which so many of the questions with an answer lie as may be refused."""
    return float(np.quantile(held_out[labels == 1], FALSE_REFUSALS))


def _regression() -> LogisticRegression:
    return LogisticRegression(class_weight="balanced", C=10, max_iter=1000)


def _learn_phrasing(assistant: Assistant) -> None:
    """Weigh the phrases that stand in three labelled questions or more."""
    labelled = load_labelled(assistant.settings.edition)
    known = _as_searched(((one.question, one.answered) for one in labelled), assistant)
    texts, answered = zip(*known, strict=True)
    counter = CountVectorizer(analyzer=phrasing.phrases_of, min_df=3, binary=True)
    # Of 3 to 120 the best on the development questions.
    model = LogisticRegression(class_weight="balanced", C=30, max_iter=1000)
    whole = make_pipeline(counter, Normalizer(), model)
    folds = StratifiedKFold(10, shuffle=True, random_state=0)
    held_out = cross_val_predict(whole, texts, answered, cv=folds, method="decision_function")
    print(
        f"{len(texts)} märkta frågor; AUC för hur de ställs {roc_auc_score(answered, held_out):.3f}"
    )
    whole.fit(texts, answered)
    phrases = counter.get_feature_names_out().tolist()
    weights = {p: round(w, 2) for p, w in zip(phrases, model.coef_[0].tolist(), strict=True)}
    lines = json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True)
    phrasing.FILE.write_text(lines + "\n", encoding="utf-8")
    phrasing.weights.cache_clear()


def _as_searched(asked: Iterable[tuple[str, bool]], assistant: Assistant) -> list[tuple[str, bool]]:
    """Those of the questions that evidence decides, as the search gets them, with their labels."""
    return [
        (assistant.index.mended(asked_in(question)), label)
        for question, label in asked
        if _is_weighed(question, assistant)
    ]


def _is_weighed(question: str, assistant: Assistant) -> bool:
    understood = understand(question, assistant.library.guidance)
    found = look_up(understood, assistant.library, datetime.now(UTC).date())
    return found is None or asks_more(found, understood)


def _write(weights: list[float], intercept: float, bound: float, sure: float) -> None:
    numbers = {
        "weights": [round(weight, 4) for weight in weights],
        "intercept": round(intercept, 4),
        "bound": round(bound, 4),
        "sure": round(sure, 4),
    }
    heading = "# Skriven av `python -m evals calibrate`; rätta inte för hand.\n"
    path = Path(confidence.FILE)
    path.write_text(heading + yaml.safe_dump(numbers, sort_keys=False), encoding="utf-8")
