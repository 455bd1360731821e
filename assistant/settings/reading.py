"""Settings from `KLIMATKONTRAKT_*` and an optional file; a wrong one is one clear line."""

import os
from pathlib import Path

import platformdirs
from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from assistant.domain.errors import SettingsFault
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

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    data_dir: Path = Field(default_factory=lambda: platformdirs.user_data_path("klimatkontrakt"))
    """Where the index is kept."""
    edition: Path = Field(default_factory=lambda: shipped("corpus") / "klimatkontrakt-2025-1")
    """The folder of the edition of the guidance to answer from."""
    encoder: str | None = None
    """A sentence-transformers model, by name or folder, instead of the one fitted on the corpus."""
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=1, le=65535)

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
            f"Inställningen {name} har värdet {first['input']!r}, som inte går att använda: "
            f"{_swedish(first['type'], first.get('ctx', {}))}."
        ) from error
    except ValueError as error:
        raise SettingsFault(
            f"Inställningsfilen {_settings_file()} går inte att läsa. Rätta den ({error})."
        ) from error
    if not (settings.edition / "edition.yaml").is_file():
        raise SettingsFault(
            f"Inställningen {PREFIX}EDITION pekar på {str(settings.edition)!r}, "
            "där det inte finns någon edition.yaml."
        )
    return settings


def _swedish(fault: str, context: dict[str, object]) -> str:
    match fault:
        case "int_parsing" | "int_type":
            return "ange ett heltal"
        case "greater_than_equal":
            return f"ange ett tal som är minst {context['ge']}"
        case "less_than_equal":
            return f"ange ett tal som är högst {context['le']}"
        case "extra_forbidden":
            return "inställningen finns inte"
        case _:
            return "ange en text"
