"""Settings from `KLIMATKONTRAKT_*` and an optional file; a wrong one is one clear line."""

import os
from pathlib import Path

import platformdirs
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from assistant.domain.errors import SettingsFault, quoted
from assistant.settings.shipped import shipped

PREFIX = "KLIMATKONTRAKT_"
FILE_VARIABLE = "KLIMATKONTRAKT_SETTINGS"


def _settings_file() -> Path:
    named = os.environ.get(FILE_VARIABLE)
    return (
        Path(named) if named else platformdirs.user_config_path("klimatkontrakt") / "settings.toml"
    )


class Settings(BaseSettings):
    """Inställningar: every one is an environment variable with the prefix, or a key of the file."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, extra="forbid", frozen=True, protected_namespaces=()
    )

    data_dir: Path = Field(default_factory=lambda: platformdirs.user_data_path("klimatkontrakt"))
    """Where the index and the saved drafts are kept."""
    edition: Path = Field(default_factory=lambda: shipped("corpus") / "klimatkontrakt-2025-1")
    """The folder of the edition of the guidance to answer from."""
    encoder: str | None = None
    """A sentence-transformers model, by name or folder, instead of the one fitted on the corpus."""
    chroma: str | None = Field(default=None, pattern=r"^https?://[^/\s@]+/?$")
    """A Chroma server for the vectors of own documents; without it they are kept in the data folder."""
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=1, le=65535)
    user_header: str | None = Field(default=None, pattern=r"^[A-Za-z0-9-]{1,100}$")
    """The header in which a trusted proxy says who the user is; without it there is one user."""
    mcp: bool = False
    """Whether assistants may use this one by the Model Context Protocol."""
    model: str | None = Field(default=None, pattern=r"^[a-z_]+:\S.*$")
    """A language model, as provider:name ("ollama:gemma3"); without it everything works all the same."""
    model_url: str | None = Field(default=None, pattern=r"^https?://[^/\s]+")
    """Where the model is reached, when that is not the provider's own address."""
    model_key: SecretStr | None = None
    """The key that the provider asks for; never shown and never recorded."""
    model_remote: bool = False
    """Whether questions and facts may be sent to a model on another computer."""
    model_seconds: float = Field(default=60, gt=0, le=3600)
    """Seconds that the model has for one text, with everything that is tried again."""
    model_per_minute: int = Field(default=60, ge=1, le=100_000)
    """Texts a minute that may be asked for."""
    model_context: int = Field(default=4096, ge=1024, le=1_000_000)
    """Tokens that the model can take in, its own text included."""
    journal: bool = False
    """Whether to keep what is asked and what comes of it, in the data folder."""
    journal_days: int = Field(default=90, ge=1, le=36_500)
    """Days that an entry of the journal is kept."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  pydantic passes it by name
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  likewise
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is passed wins over the environment, which wins over the file."""
        return (
            init_settings,
            env_settings,
            TomlConfigSettingsSource(settings_cls, toml_file=_settings_file()),
        )


def read_settings(**given: object) -> Settings:
    """The settings in force; `SettingsFault` names the first one that cannot be used."""
    known = {FILE_VARIABLE, *(PREFIX + name.upper() for name in Settings.model_fields)}
    for name in sorted(os.environ):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            raise SettingsFault(
                f"Inställningen {name} finns inte. De som finns: {', '.join(sorted(known))}."
            )
    if os.environ.get(FILE_VARIABLE) and not _settings_file().is_file():
        raise SettingsFault(f"{FILE_VARIABLE}: filen {_settings_file()} finns inte.")
    try:
        settings = Settings(**given)  # type: ignore[arg-type]  # pydantic checks the values
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + str(first["loc"][0]).upper()
        raise SettingsFault(
            f"Inställningen {name} har värdet {quoted(first['input'])}, som inte går att använda: "
            f"{_swedish(first['type'], first.get('ctx', {}), name)}."
        ) from error
    except ValueError as error:
        raise SettingsFault(
            f"Inställningsfilen {_settings_file()} går inte att läsa. Rätta den ({error})."
        ) from error
    if not (settings.edition / "edition.yaml").is_file():
        raise SettingsFault(
            f"Inställningen {PREFIX}EDITION pekar på {quoted(settings.edition)}, "
            "där det inte finns någon edition.yaml."
        )
    return settings


EXPECTED = {
    f"{PREFIX}CHROMA": "ange en adress som http://127.0.0.1:8000, utan sökväg",
    f"{PREFIX}MODEL": "ange leverantör och modell med kolon emellan, till exempel ollama:gemma3",
    f"{PREFIX}USER_HEADER": "ange namnet på ett HTTP-huvud, till exempel X-Remote-User",
    f"{PREFIX}MODEL_URL": "ange en adress som börjar med http:// eller https://",
}


def _swedish(fault: str, context: dict[str, object], name: str) -> str:
    match fault:
        case "int_parsing" | "int_type":
            return "ange ett heltal"
        case "greater_than_equal":
            return f"ange ett tal som är minst {context['ge']}"
        case "less_than_equal":
            return f"ange ett tal som är högst {context['le']}"
        case "greater_than":
            return f"ange ett tal som är större än {context['gt']:g}"
        case "extra_forbidden":
            return "inställningen finns inte"
        case "bool_parsing" | "bool_type":
            return "ange true eller false"
        case "float_parsing" | "float_type":
            return "ange ett tal"
        case "string_pattern_mismatch":
            return EXPECTED.get(name, "ange en text")
        case _:
            return "ange en text"
