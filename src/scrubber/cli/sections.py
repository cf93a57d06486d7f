"""Commands with many options: these in, under the title of what they are about; none empty."""

from __future__ import annotations

import click

from scrubber.cli.values import EMPTY

OWN = "Options"
"""What the command itself brings."""

SECTIONS = {
    "Rules": ("--select", "--ignore", "--unsafe-fixes", "--quotes", "--lang", "--to"),
    "Sources": (
        "--files-from",
        "-0",
        "--input-format",
        "--encoding",
        "--stdin-filename",
        "--exclude",
        "--extend-exclude",
        "--force-exclude",
    ),
    "Records": ("--text-field", "--id-field", "--max-errors", "--new-run"),
    "What a site repeats": ("--profile", "--furniture", "--site", "--site-field"),
    "Run": (
        "--jobs",
        "--time-limit",
        "--cache",
        "--config",
        "--isolated",
        "--quiet",
        "--verbose",
        "--color",
        "--help",
    ),
}
"""The options that commands share."""


class InSections(click.Command):
    """A command whose help page has its options in sections, and that takes no empty value."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the command line; fail for an empty value: mostly a variable that was not set."""
        rest = super().parse_args(ctx, args)
        for param in self.params:
            if ctx.params.get(param.name or "") == "" and isinstance(param, click.Option):
                raise click.BadParameter(EMPTY, ctx, param)
        return rest

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write them, those of the command itself first."""
        found: dict[str, list[tuple[str, str]]] = {title: [] for title in (OWN, *SECTIONS)}
        titles = {name: title for title, names in SECTIONS.items() for name in names}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record is not None and isinstance(param, click.Option):
                found[titles.get(param.opts[-1], OWN)].append(record)
        for title, records in found.items():
            if records:
                with formatter.section(title):
                    formatter.write_dl(records)
