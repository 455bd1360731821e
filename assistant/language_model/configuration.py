"""Which model is configured, where it runs, and how LangChain is told so."""

import importlib.util
import ipaddress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from assistant.domain.errors import SettingsFault, quoted
from assistant.domain.language_models import LanguageModel, ModelInUse
from assistant.settings import Settings

NO_MODEL = (
    "Ingen språkmodell är inställd. Ange en med KLIMATKONTRAKT_MODEL, till exempel ollama:gemma3."
)
REPLY_TOKENS = 700
"""The longest text that is asked for is some 250 Swedish words; one that never ends is cut here."""
TEMPERATURE = 0.3
"""Near the likeliest words, as befits a contract, and still not the same sentence twice."""


@dataclass(frozen=True, slots=True)
class Provider:
    """Leverantör: its package, the address it has of its own, and what its options are called."""

    package: str
    langchain_name: str
    url: str
    shown: str
    reply_tokens: str = "max_tokens"
    can_be_local: bool = False


PROVIDERS = {
    "ollama": Provider(
        "langchain_ollama",
        "ollama",
        "http://127.0.0.1:11434",
        "Ollama",
        reply_tokens="num_predict",
        can_be_local=True,
    ),
    "openai": Provider(
        "langchain_openai",
        "openai",
        "https://api.openai.com/v1",
        "OpenAI",
        can_be_local=True,
    ),
    "mistral": Provider("langchain_mistralai", "mistralai", "https://api.mistral.ai/v1", "Mistral"),
    "anthropic": Provider(
        "langchain_anthropic", "anthropic", "https://api.anthropic.com", "Anthropic"
    ),
}


@dataclass(frozen=True, slots=True)
class ConfiguredModel:
    """Inställd språkmodell: the model, and what is to be known when it is asked.

    `prompt_tokens` is how much of its context may be filled, its reply left room.
    """

    port: LanguageModel
    in_use: ModelInUse
    seconds: float
    prompt_tokens: int


@dataclass(frozen=True, slots=True)
class ChosenModel:
    """Vald språkmodell: what the settings name, before LangChain is loaded."""

    settings: Settings
    provider: Provider
    url: str
    in_use: ModelInUse

    def opened(self) -> ConfiguredModel:
        """The model, ready to be asked; nothing is sent yet."""
        from assistant.language_model.chat import ChatModel  # noqa: PLC0415  LangChain takes a second

        settings = self.settings
        name = f"{self.provider.langchain_name}:{self.in_use.name}"
        options = _options(settings, self.provider, self.url, remote=self.in_use.remote)
        return ConfiguredModel(
            ChatModel(name, options, settings.model_per_minute),
            self.in_use,
            settings.model_seconds,
            settings.model_context - REPLY_TOKENS,
        )


def chosen_model(settings: Settings) -> ChosenModel | None:
    """The model of the settings, if there is one; `SettingsFault` says what stands in its way."""
    if settings.model is None:
        return None
    named, _, model = settings.model.partition(":")
    provider = PROVIDERS.get(named)
    if provider is None:
        known = ", ".join(PROVIDERS)
        raise SettingsFault(
            f"Inställningen KLIMATKONTRAKT_MODEL har leverantören {quoted(named)}, som inte finns. De som "
            f"finns: {known}. En server som följer OpenAI:s gränssnitt anges som openai:MODELL."
        )
    url = settings.model_url or provider.url
    place, remote = _place(url, provider)
    if remote and not settings.model_remote:
        raise SettingsFault(
            f"Språkmodellen {model} körs {place}, utanför den här datorn. Sätt "
            "KLIMATKONTRAKT_MODEL_REMOTE=true om frågor och uppgifter får skickas dit."
        )
    if importlib.util.find_spec(provider.package) is None:
        raise SettingsFault(
            f"Språkmodellen {settings.model} kräver ett tillägg som inte är installerat. "
            f"Installera det med: pip install {provider.package.replace('_', '-')}."
        )
    return ChosenModel(settings, provider, url, ModelInUse(model, place, remote))


def _place(url: str, provider: Provider) -> tuple[str, bool]:
    """Where an address is, as a reader is told, and whether that is another computer."""
    host = urlsplit(url).hostname or ""
    if provider.can_be_local and _is_this_computer(host):
        return "på den här datorn", False
    if url == provider.url:
        return f"hos leverantören {provider.shown}", True
    return f"på servern {host}", True


def _is_this_computer(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _options(settings: Settings, provider: Provider, url: str, *, remote: bool) -> dict[str, Any]:
    """What LangChain is told. An address is this computer only if no proxy and no redirect leads on."""
    options: dict[str, Any] = {
        "base_url": url,
        "temperature": TEMPERATURE,
        provider.reply_tokens: REPLY_TOKENS,
    }
    import httpx  # noqa: PLC0415  LangChain's packages bring it

    # Texts are seconds apart: a connection that waits for the next one is only something to leak.
    limits = httpx.Limits(max_keepalive_connections=0)
    client: dict[str, Any] = {
        "trust_env": remote,
        "follow_redirects": False,
        "limits": limits,
    }
    if provider.langchain_name == "ollama":
        return options | {
            "num_ctx": settings.model_context,
            "reasoning": False,
            "client_kwargs": client,
        }
    # A server of one's own may want no key, but the packages do. One that lies in the environment
    # for another program is never sent.
    key = settings.model_key.get_secret_value() if settings.model_key else "ingen"
    options |= {"api_key": key, "max_retries": 0}
    if provider.langchain_name == "openai":
        options["use_responses_api"] = False
        # Time is kept for the whole text, in one place; the package would also count between words.
        options["stream_chunk_timeout"] = None
        options["http_async_client"] = httpx.AsyncClient(timeout=settings.model_seconds, **client)
    return options
