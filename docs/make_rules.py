"""Writes docs/rules.md from the documentation that the rules carry: `python docs/make_rules.py`."""

from __future__ import annotations

from pathlib import Path

from scrubber.rules import Rule, all_rules

HEAD = """# Rules

What each rule does, why, with an example, what it leaves alone and what makes it safe, as
`scrubber rule CODE` prints it. Literals are Python's, so that what does not show can be read.

| code | name | in a sentence |
|---|---|---|
"""


def main() -> None:
    rules = sorted(all_rules(), key=lambda rule: rule.code)
    table = "".join(f"| [{r.code}](#{anchor(r)}) | {r.name} | {r.summary} |\n" for r in rules)
    text = HEAD + table + "".join(f"\n## {r.code} {r.name}\n\n{body(r)}\n" for r in rules)
    Path(__file__).with_name("rules.md").write_text(text, encoding="utf-8")


def anchor(rule: Rule) -> str:
    return f"{rule.code} {rule.name}".lower().replace(" ", "-")


def body(rule: Rule) -> str:
    """The docstring as Markdown: its titles in bold, its literals as code."""
    lines: list[str] = []
    literal = False
    for line in rule.doc.strip().splitlines():
        if line.endswith(":") and not line.startswith(" "):
            literal = line in ("Example:", "Untouched:")
            lines += [f"**{line[:-1]}**", ""]
        elif literal and line.strip():
            lines.append(line)
        else:
            lines.append(line.strip())
    return "\n".join(lines)


if __name__ == "__main__":
    main()
