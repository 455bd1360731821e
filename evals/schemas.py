"""The JSON Schemas of the case files, from the same models that read them."""

import json
from typing import Any

from pydantic import TypeAdapter

from evals.case_files import FOLDER, SHAPES
from evals.cases import Case, Shape

SCHEMAS = FOLDER / "schema"


def schema_of(name: str) -> dict[str, Any]:
    """The schema of a file; of a line of it where it is JSON Lines."""
    shape: type[Shape] = SHAPES[name]
    listed = name.endswith(".yaml") and issubclass(shape, Case)
    adapter: TypeAdapter[Any] = TypeAdapter(list[shape] if listed else shape)  # type: ignore[valid-type]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **adapter.json_schema()}


def written(name: str) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema_of(name), ensure_ascii=False, indent=1) + "\n"


def write_schemas() -> None:
    """Write every schema."""
    SCHEMAS.mkdir(exist_ok=True)
    for name in SHAPES:
        stem = name.rpartition(".")[0]
        (SCHEMAS / f"{stem}.schema.json").write_text(written(name), encoding="utf-8")
