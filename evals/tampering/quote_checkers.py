"""Two public quote checkers, asked what the reviewer is asked: whether a sentence is official.

They come with the extra `comparison`. Each is given the sentence alone and the ten official sentences
as its source, clean and unwrapped, which is the best case for them. `verbatim-core` checks the spans
that a model extracted, exactly or with its default fuzzy threshold; `ragas` scores the quotations of an
answer (QuotedSpansAlignment), where 1.0 says that every quotation stands in the sources; Swedish is
set with two kinds of quotation marks, so both are tried.
"""

import asyncio
import logging
import warnings
from collections.abc import Callable
from typing import cast

from assistant.domain.guidance import Guidance

Accepts = Callable[[str], bool]
"""Whether a checker takes a sentence for an official one."""


def quote_checkers(guidance: Guidance) -> dict[str, Accepts]:
    """The checkers by name; `ModuleNotFoundError` where the extra is not installed."""
    sources = [c.official_wording for c in guidance.commitments]
    return {
        "verbatim-core, exakt": _verbatim_core("exact", sources),
        "verbatim-core, ungefärlig": _verbatim_core("fuzzy", sources),
        "ragas, ”…”": _ragas(sources, "”{}”"),
        "ragas, »…«": _ragas(sources, "»{}«"),
    }


def _verbatim_core(mode: str, sources: list[str]) -> Accepts:
    from verbatim_core.extractors import LLMSpanExtractor  # noqa: PLC0415  an optional extra

    logging.getLogger("verbatim_core").setLevel(logging.ERROR)
    # What checks the spans asks no model; the client is only there to be held.
    extractor = LLMSpanExtractor(llm_client=object(), span_match_mode=mode)
    return lambda sentence: any(extractor._verify_spans([sentence], s) for s in sources)  # noqa: SLF001


def _ragas(sources: list[str], quoted: str) -> Accepts:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from ragas.metrics.collections.quoted_spans.metric import (  # noqa: PLC0415  likewise
            QuotedSpansAlignment,
        )
    metric = QuotedSpansAlignment()

    async def score(sentence: str) -> float:
        answer = quoted.format(sentence)
        result = await metric.ascore(response=answer, retrieved_contexts=sources)
        return cast("float", result.value)

    return lambda sentence: asyncio.run(score(sentence)) == 1
