"""The one place where LangChain's chat models are used."""

from collections.abc import AsyncGenerator, Generator
from contextlib import aclosing, closing
from typing import Any

from langchain.chat_models import init_chat_model
from langchain_core.rate_limiters import InMemoryRateLimiter
from langsmith.run_helpers import tracing_context
from tenacity import AsyncRetrying, retry_if_exception, stop_after_attempt, wait_exponential_jitter

from assistant.domain.errors import ModelFault
from assistant.domain.language_models import Prompt
from assistant.language_model.streaming import streamed

ATTEMPTS = 3
BURST = 5
"""Texts that may be asked for at once, so that the first one never waits."""
LONGEST_REPLY = 12_000
"""Characters: several times what is asked for, so that only a text that never ends comes here."""
ASKED_WRONGLY = frozenset({400, 401, 403, 404, 405, 413, 415, 422})
"""Statuses of HTTP that asking once more does not mend."""


class ChatModel:
    """A chat model that LangChain knows, as the port `LanguageModel`."""

    def __init__(self, name: str, options: dict[str, Any], per_minute: int) -> None:
        limiter = InMemoryRateLimiter(requests_per_second=per_minute / 60, max_bucket_size=BURST)
        limiter.available_tokens = BURST
        self._chat = init_chat_model(name, rate_limiter=limiter, **options)

    def write(self, prompt: Prompt, seconds: float) -> Generator[str, None, None]:
        """The text piece by piece; `ModelFault` says in Swedish what went wrong."""
        length = 0
        try:
            with closing(streamed(lambda: self._pieces(prompt), seconds)) as pieces:
                for piece in pieces:
                    length += len(piece)
                    if length > LONGEST_REPLY:
                        break
                    yield piece
        except TimeoutError as error:
            raise ModelFault("Språkmodellen blev inte klar i tid.") from error
        except Exception as error:
            raise ModelFault(f"Språkmodellen svarade inte ({_in_short(error)}).") from error
        if length > LONGEST_REPLY:
            raise ModelFault("Språkmodellens text tog aldrig slut.")

    async def _pieces(self, prompt: Prompt) -> AsyncGenerator[str, None]:
        """Ask, and ask again with backoff as long as nothing has come and it may still help."""
        begun = False
        attempts = AsyncRetrying(
            stop=stop_after_attempt(ATTEMPTS),
            wait=wait_exponential_jitter(multiplier=0.5, max=5),
            retry=retry_if_exception(lambda error: not begun and _may_pass(error)),
            reraise=True,
        )
        messages = [("system", prompt.system), ("human", prompt.request)]
        async for attempt in attempts:
            # LangChain would send every text to a third party where a variable says so.
            with attempt, tracing_context(enabled=False):
                async with aclosing(self._chat.astream(messages)) as chunks:
                    async for chunk in chunks:
                        if text := chunk.text:
                            begun = True
                            yield str(text)


def _may_pass(error: BaseException) -> bool:
    """Whether asking once more may help; a request that was given up is not asked again."""
    return isinstance(error, Exception) and _status_of(error) not in ASKED_WRONGLY


def _status_of(error: BaseException) -> int | None:
    """The status of HTTP that an error of any provider's package carries."""
    status = getattr(error, "status_code", None)
    if status is None:
        status = getattr(getattr(error, "response", None), "status_code", None)
    return status if isinstance(status, int) else None


def _in_short(error: Exception) -> str:
    """What a user can do something about; the words of a package are not for users."""
    status = _status_of(error)
    if status in {401, 403}:
        return f"status {status}, nyckeln godtas inte"
    if status == 404:
        return "status 404, modellen eller adressen finns inte"
    if status == 429:
        return "status 429, för många anrop"
    if status is not None:
        return f"status {status}"
    return "anslutningen bröts eller svaret gick inte att läsa"
