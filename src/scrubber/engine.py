"""The pure core: rules over a document in rounds until nothing changes, each step proven."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from scrubber.blocks import read
from scrubber.model import ProofError
from scrubber.rules import all_rules
from scrubber.trace import Trace
from scrubber.traits import traits_of

if TYPE_CHECKING:
    from scrubber.model import Document
    from scrubber.rules import Rule
    from scrubber.settings import Settings

MAX_ROUNDS = 4


def run(document: Document, settings: Settings) -> tuple[Document, Trace]:
    """Clean ``document``: the settled document, and how it came about.

    Raises:
        ProofError: a rule's edits are not lawful, or the text does not settle.
    """
    trace = Trace(document)
    for _ in range(MAX_ROUNDS):
        before = len(trace.steps)
        document = _settle(document, settings, trace)
        if len(trace.steps) == before:
            return document, trace
        afresh = read(document.text, document.source_format, document.origin)
        if afresh == document:
            return document, trace
        document = afresh  # what is left may read as another layout, with other work in it
    raise _unsettled(trace)


def _settle(document: Document, settings: Settings, trace: Trace) -> Document:
    """Ask the rules in turn until each has seen the document as it is and left it so.

    What a rule reported of the document that it saw last stands: it is not asked of it again.
    """
    rules = _selected(settings)
    count = len(rules)
    place = turns = 0
    while turns <= (MAX_ROUNDS - 1) * count:
        trace.notes.clear()  # of a document that is no more: each rule is asked anew
        for ahead, rule in _asked_from(rules, place, traits_of(document)):
            problems = rule.problems(document, settings)
            if problems:
                from scrubber.fixing import fix

                after = fix(rule, document, settings, problems, trace)
                if after is not document:
                    document = after
                    turns += ahead + 1
                    place = (place + ahead + 1) % count
                    break
        else:
            return document
    raise _unsettled(trace)


@lru_cache(maxsize=1024)
def _asked_from(
    rules: tuple[Rule, ...], place: int, traits: frozenset[str]
) -> tuple[tuple[int, Rule], ...]:
    """The rules from ``place`` on, then those before, that a document of ``traits`` gives work.

    Each with how many stand before it in that row, those without work as well.
    """
    return tuple(
        (ahead, rule)
        for ahead, rule in enumerate(rules[place:] + rules[:place])
        if not (rule.needs and rule.needs.isdisjoint(traits))
    )


def _unsettled(trace: Trace) -> ProofError:
    from scrubber.findings import line_of

    last = trace.steps[-1]
    line = line_of(trace, last.fixes[0], last)
    return ProofError(
        f"{last.rule} still finds work after {MAX_ROUNDS} rounds, last at line {line}"
    )


@lru_cache(maxsize=16)
def _selected(settings: Settings) -> tuple[Rule, ...]:
    return tuple(rule for rule in all_rules() if settings.selects(rule.code))
