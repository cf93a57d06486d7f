"""Kinds of configuration values: a value as TOML gave it in, the checked one out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.config.globs import check_glob

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Kind(NamedTuple):
    """What values a key takes."""

    read: Callable[[Any], Any]
    """Gives the checked value, or raises ``ValueError`` with what is wrong."""
    schema: Mapping[str, Any]
    """The same as JSON Schema."""


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"takes true or false, not {value!r}")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"takes a string, not {value!r}")
    return value


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise ValueError(f"takes a list of strings, not {value!r}")
    return tuple(value)


def _globs(value: Any) -> tuple[str, ...]:
    return tuple(map(check_glob, _texts(value)))


def _codes(value: Any) -> tuple[str, ...]:
    from scrubber.options import check_codes

    codes = _texts(value)
    check_codes(codes)
    return codes


def _encoding(value: Any) -> str:
    import codecs

    try:
        if codecs.lookup(_text(value))._is_text_encoding:
            return str(value)
    except LookupError:
        pass
    raise ValueError(f"unknown encoding {value!r}: use a name such as cp1252 or utf-16")


def _language(value: Any) -> str:
    from scrubber.options import check_language

    check_language(_text(value))
    return str(value)


def _count(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"takes a number from 1, not {value!r}")
    return value


def _codes_by_glob(value: Any) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise ValueError(f"takes a table of globs and lists of codes, not {value!r}")
    return {glob: _under(check_glob(glob), _codes, codes) for glob, codes in value.items()}


def _under(name: str, read: Callable[[Any], Any], value: Any) -> Any:
    """``read(value)``; an error names where in a table it is."""
    try:
        return read(value)
    except ValueError as error:
        raise ValueError(f"{name!r}: {error}") from error


_STRINGS = {"type": "array", "items": {"type": "string", "minLength": 1}}
_CODES = {
    "type": "array",
    "items": {"type": "string", "pattern": "^[A-Z]+[0-9]*$"},
}

FLAG = Kind(_flag, {"type": "boolean"})
TEXT = Kind(_text, {"type": "string", "minLength": 1})
ENCODING = Kind(_encoding, {"type": "string", "minLength": 1})
LANGUAGE = Kind(_language, {"type": "string", "minLength": 1})
GLOBS = Kind(_globs, _STRINGS)
CODES = Kind(_codes, _CODES)
COUNT = Kind(_count, {"type": "integer", "minimum": 1})
CODES_BY_GLOB = Kind(_codes_by_glob, {"type": "object", "additionalProperties": _CODES})


def choice(*values: str) -> Kind:
    """One of ``values``."""

    def read(value: Any) -> str:
        if value not in values:
            from scrubber.closest import unknown

            raise ValueError(unknown("value", value, values))
        return str(value)

    return Kind(read, {"enum": list(values)})


def table_by_glob(kinds: Mapping[str, Kind]) -> Kind:
    """Globs, each with a table of the keys in ``kinds``."""

    def read(value: Any) -> dict[str, dict[str, Any]]:
        if not isinstance(value, dict):
            raise ValueError(f"takes a table of globs and tables, not {value!r}")
        return {glob: _under(check_glob(glob), read_one, table) for glob, table in value.items()}

    def read_one(table: Any) -> dict[str, Any]:
        if not isinstance(table, dict):
            raise ValueError(f'takes a table such as {{ lang = "de" }}, not {table!r}')
        return read_table(table, kinds)

    schema = {"type": "object", "properties": {name: kind.schema for name, kind in kinds.items()}}
    one = {**schema, "additionalProperties": False}
    return Kind(read, {"type": "object", "additionalProperties": one})


def read_table(table: Mapping[str, Any], kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """The checked values of ``table``.

    Raises:
        ValueError: an unknown key or a bad value; the message names the key.
    """
    from scrubber.closest import unknown

    for name in table:
        if name not in kinds:
            raise ValueError(unknown("key", name, list(kinds)))
    found = {}
    for name, value in table.items():
        try:
            found[name] = kinds[name].read(value)
        except ValueError as error:
            raise ValueError(f"{name}: {error}") from error
    return found
