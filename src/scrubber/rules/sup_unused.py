r"""A comment that switches off a rule which finds nothing there.

What it does:
    Reports comments such as `<!-- scrubber: ignore[DUP001] reason -->` in Markdown and HTML, and
    codes under `scrubber: {ignore: [...]}` in front matter, that silence no finding, and comments
    to this program that it does not understand.

Why:
    The reason for it is gone, or the code is mistyped; what it hides next is hidden by accident.

Example:
    options: format=markdown
    before: '<!-- scrubber: ignore[DUP001] a refrain -->\n\nOnly once.\n'
    after: '<!-- scrubber: ignore[DUP001] a refrain -->\n\nOnly once.\n'

Untouched:
    'Nothing is switched off in a plain text.\n'

Safety:
    There is no fix: whether the comment or its code is wrong only its author knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrubber.model import Problem, Safety, Stage
from scrubber.traits import MARKUP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Document
    from scrubber.settings import Settings
    from scrubber.suppress import Suppression

CODE = "SUP001"
NAME = "unused-suppression"
STAGE = Stage.NOTES
NEEDS = {MARKUP}


def check(document: Document, settings: Settings) -> Iterator[Problem]:
    """One problem for each suppression that silences nothing."""
    if "scrubber" not in document.text:
        return
    from scrubber.closest import unknown
    from scrubber.suppress import VERBS, misspelt_in, suppressions_of

    found = [(place, unknown("suppression", verb, VERBS)) for place, verb in misspelt_in(document)]
    suppressions = suppressions_of(document)
    used = _used(document, settings, suppressions) if suppressions else set()
    for suppression in suppressions:
        message = _message(suppression, settings, is_used=suppression in used)
        if message:
            found.append((suppression.place, message))
    for place, message in sorted(found):
        yield Problem(place, message, safety=Safety.NONE)


def _used(
    document: Document, settings: Settings, suppressions: tuple[Suppression, ...]
) -> set[Suppression]:
    """The suppressions in whose stretch a rule that they silence finds something."""
    from bisect import bisect_left

    from scrubber.rules import all_rules
    from scrubber.suppress import points_of

    used: set[Suppression] = set()
    for rule in all_rules():
        silencing = [each for each in suppressions if each not in used and each.silences(rule.code)]
        if rule.code == CODE or not silencing or not settings.selects(rule.code):
            continue
        problems = rule.problems(document, settings)
        points = sorted(at for problem in problems for at in points_of(document, problem))
        for each in silencing:
            index = bisect_left(points, each.covers[0])
            if index < len(points) and points[index] < each.covers[1]:
                used.add(each)
    return used


def _message(suppression: Suppression, settings: Settings, *, is_used: bool) -> str:
    """What is wrong with a suppression; nothing where its rules were not asked for."""
    from scrubber.rules import all_rules

    codes = [rule.code for rule in all_rules()]
    for prefix in suppression.codes:
        if not any(code.startswith(prefix) for code in codes):
            return f"unused suppression: there is no rule {prefix}"
    silenced = [code for code in codes if suppression.silences(code)]
    if is_used or not all(map(settings.selects, silenced)):
        return ""
    found = " or ".join(suppression.codes) or "problem"
    return f"unused suppression: there is no {found} to silence"
