"""The registry: every module of this package with a ``CODE`` is a rule.

A rule module has a docstring in the form ``scrubber rule`` prints (see ``Rule``), the constants
``CODE``, ``NAME`` and ``STAGE``, and ``check(document, settings)``, which yields problems. It may
have ``NEEDS``, a set: characters of ASCII or ``TRAITS``, without any of which a document gives it
no work, so that it is not called.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from scrubber.model import Stage
from scrubber.traits import PLAIN, TRAITS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from scrubber.model import Document, Problem
    from scrubber.settings import Settings


class Rule:
    """One rule: its code, its name, its place in the order, its documentation and its check.

    The docstring opens with a one-line summary. Sections follow, each a title on a line of its
    own and an indented body: ``What it does:``, ``Why:``, ``Example:`` (``before:`` and
    ``after:``, Python string literals, where needed ``options:`` such as ``quotes=curly lang=de``),
    ``Untouched:`` (one literal a line) and ``Safety:``.
    """

    __slots__ = ("check", "code", "doc", "name", "needs", "sees_blocks", "stage")

    def __init__(self, module: ModuleType) -> None:
        self.code: str = module.CODE
        self.name: str = module.NAME
        self.stage: Stage = module.STAGE
        self.doc: str = module.__doc__ or ""
        self.check = module.check
        self.needs: frozenset[str] = frozenset(getattr(module, "NEEDS", ()))
        self.sees_blocks = Stage.COPIES <= self.stage < Stage.NOTES
        for need in self.needs.difference(TRAITS):
            if len(need) != 1 or not need.isascii() or need in PLAIN:
                raise ValueError(f"{self.code} needs {need!r}, by which no text is known")

    def problems(self, document: Document, settings: Settings) -> tuple[Problem, ...]:
        """What the rule finds in ``document``; of markup it sees what is visible, if of blocks."""
        if not self.sees_blocks:
            return tuple(self.check(document, settings))
        if document.source_format == "text":
            return tuple(self._beside_furniture(document, settings))
        from scrubber.view import view_of

        view = view_of(document, for_copies=self.stage is Stage.COPIES)
        return tuple(map(view.translate, self._beside_furniture(view.document, settings)))

    def _beside_furniture(self, document: Document, settings: Settings) -> Iterable[Problem]:
        """What the rule finds; copies and order are judged without the furniture that leaves."""
        found: Iterable[Problem]
        if settings.profile is not None and self.stage in (Stage.COPIES, Stage.ORDER):
            from scrubber.learn.aside import without_furniture

            view = without_furniture(document, settings, self.stage)
            if view is not None:
                found = self.check(view.document, settings)
                return map(view.translate, found)
        found = self.check(document, settings)
        return found

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.doc.partition("\n")[0]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule there is, in the order in which they run.

    Raises:
        ValueError: two rules share a code, or one needs what no text is known by.
    """
    rules: dict[str, Rule] = {}
    for info in iter_modules(__path__):
        module = import_module(f"{__name__}.{info.name}")
        if not hasattr(module, "CODE"):
            continue
        rule = Rule(module)
        if rule.code in rules:
            raise ValueError(f"two rules have the code {rule.code}: {info.name} is the second")
        rules[rule.code] = rule
    return tuple(sorted(rules.values(), key=lambda rule: (rule.stage, rule.code)))
