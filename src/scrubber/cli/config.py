"""``scrubber config``: each setting with its value and where that is from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from scrubber.cli.configure import choose, plan_of
from scrubber.cli.options import cleaning_options
from scrubber.cli.sections import InSections
from scrubber.cli.values import A_PATH
from scrubber.files.source import Source

if TYPE_CHECKING:
    from scrubber.files.plan import Plan


@click.command("config", cls=InSections)
@click.argument("file", required=False, type=A_PATH)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of the configuration.")
@cleaning_options
def command(file: str | None, *, schema: bool, **options: Any) -> None:
    """Show each setting with its value and where it comes from; with FILE, what holds for it.

    Settings are read from the first scrubber.toml, or pyproject.toml with a table
    [tool.scrubber], in the working folder or above it. The command line wins.

    \b
    Examples:
      scrubber config
      scrubber config posts/2019/harbour.md
      scrubber config --schema > scrubber.schema.json
    """
    if schema:
        from scrubber.config.schema import as_json

        click.echo(as_json(), nl=False)
        return
    chosen = choose(options)
    plan, origins = plan_of(chosen), chosen.origins
    values = {key: chosen.options[key.replace("-", "_")] for key in origins}
    if file is not None:
        for key, value in _for_file(plan, file).items():
            if value != values[key]:
                values[key], origins[key] = value, f"{chosen.file.shown}, for this file"
    width = max(len(key) for key in values)
    for key, value in values.items():
        is_set = value not in (None, "")
        line = (
            f"{key:{width}} = {_toml(value)}  # {origins[key]}" if is_set else f"# {key} is not set"
        )
        click.echo(line)


def _for_file(plan: Plan, file: str) -> dict[str, Any]:
    """The values that may differ from file to file, as they are for ``file``."""
    settings, reading = plan.for_source(Source(file, file, file))
    return {
        "ignore": settings.ignore,
        "quotes": settings.quotes,
        "lang": settings.lang,
        "encoding": reading.encoding,
        "input-format": reading.input_format,
        "text-field": reading.text_field,
        "id-field": reading.id_field,
        "site-field": reading.site_field,
    }


def _toml(value: Any) -> str:
    """``value`` as TOML has it."""
    if isinstance(value, dict):
        inner = ", ".join(f"{_key(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return json.dumps(value, ensure_ascii=False)


def _key(name: str) -> str:
    return name if name.replace("-", "").isalpha() and name.isascii() else _toml(name)
