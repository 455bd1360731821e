"""The published JSON Schema of orders and drafts; `python -m assistant.drafting.schema` writes it."""

import json
import sys
from pathlib import Path

from assistant.drafting.records import DraftRecord, OrderRecord, Record

SCHEMAS: dict[str, type[Record]] = {
    "order.schema.json": OrderRecord,
    "draft.schema.json": DraftRecord,
}


def schema_text(record: type[Record]) -> str:
    """The JSON Schema of a record, as its file holds it."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **record.model_json_schema(mode="validation"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for name, shape in SCHEMAS.items():
        (Path(sys.argv[1]) / name).write_text(schema_text(shape), encoding="utf-8")
