"""The JSON Schema of the configuration, from the same table that checks it."""

from __future__ import annotations

import json
from typing import Any

from scrubber.config.defaults import DEFAULTS
from scrubber.config.keys import KEYS


def schema() -> dict[str, Any]:
    """What editors check ``scrubber.toml`` and ``[tool.scrubber]`` with."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "scrubber",
        "description": "scrubber.toml, or the table tool.scrubber of pyproject.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: _property(name) for name in KEYS},
    }


def as_json() -> str:
    """The schema as a JSON file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _property(name: str) -> dict[str, Any]:
    default = DEFAULTS[name]
    described: dict[str, Any] = {"description": KEYS[name].says, **KEYS[name].kind.schema}
    if default is not None:
        described["default"] = list(default) if isinstance(default, tuple) else default
    return described
