"""``scrubber rule``: what a rule does, why, and what makes it safe."""

from __future__ import annotations

import click

from scrubber.closest import closest
from scrubber.rules import Rule, all_rules


def _complete(ctx: click.Context, param: click.Parameter, begun: str) -> list[str]:
    del ctx, param
    return sorted(rule.code for rule in all_rules() if rule.code.startswith(begun.upper()))


@click.command("rule")
@click.argument("code", default="", shell_complete=_complete)
def command(code: str) -> None:
    """Explain the rule CODE, or list all; of a family, by its letters or a word of their names.

    \b
    Examples:
      scrubber rule            all rules, a line each
      scrubber rule WSP        those of white space
      scrubber rule blank      those with the word in their name
      scrubber rule DUP001     what it does, why, an example, what makes it safe
    """
    rules = {rule.code: rule for rule in sorted(all_rules(), key=lambda rule: rule.code)}
    found = rules.get(code.upper()) or _by_name(code, rules)
    family = [
        rule
        for rule in rules.values()
        if rule.code.startswith(code.upper()) or code.lower() in rule.name
    ]
    if found is None and family:
        for rule in family:
            click.echo(f"{rule.code}  {rule.name:<22}  {rule.summary}")
        return
    if found is None:
        close = closest(code.upper(), rules)
        hint = f"did you mean {close}?" if close else "run 'scrubber rule' for all codes."
        raise click.UsageError(f"there is no rule {code!r}: {hint}")
    click.echo(f"{found.code} {found.name}\n\n{found.doc.strip()}")


def _by_name(name: str, rules: dict[str, Rule]) -> Rule | None:
    return next((rule for rule in rules.values() if rule.name == name.lower()), None)
