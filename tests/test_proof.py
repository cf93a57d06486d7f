"""Each part of the proof catches a rule that breaks it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

import scrubber
from scrubber.model import Layout, Move, Problem, Remove, Replace, Safety, Stage
from scrubber.rules import Rule
from scrubber.verify import prove_result, prove_step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from scrubber.model import Document, Edit
    from scrubber.settings import Settings

ARTICLE = "First paragraph of the text.\n\nSecond one, which is other.\n\nThird and last.\n"


def bad_rule(
    edits: Callable[[Document], Iterator[Edit]], stage: Stage, safety: Safety = Safety.SAFE
) -> Rule:
    """A rule with the code BAD001 that asks for ``edits`` whatever the text says."""

    def check(document: Document, _: Settings) -> Iterator[Problem]:
        wanted = tuple(edits(document))
        if wanted:
            yield Problem((0, 1), "a bad idea", wanted, safety)

    module: Any = SimpleNamespace(CODE="BAD001", NAME="bad", STAGE=stage, check=check)
    return Rule(module)


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def run_only(rule: Rule) -> None:
        monkeypatch.setattr("scrubber.engine._selected", lambda settings: (rule,))

    return run_only


def clean_fails(match: str) -> None:
    with pytest.raises(scrubber.ProofError, match=match):
        scrubber.clean(ARTICLE)


def test_removing_what_no_copy_says(install: Callable[..., None]) -> None:
    install(bad_rule(lambda d: iter([Remove(1, kept=0)]), Stage.COPIES))
    clean_fails("BAD001 at line 1: the copy that stays does not say all of the other")


def test_removing_without_a_copy(install: Callable[..., None]) -> None:
    install(bad_rule(lambda d: iter([Remove(1, kept=None)]), Stage.COPIES))
    clean_fails("no copy of it is named")


def test_removing_both_copies(install: Callable[..., None]) -> None:
    install(bad_rule(lambda d: iter([Remove(0, kept=1), Remove(1, kept=0)]), Stage.COPIES))
    clean_fails("the copy that should stay is removed as well")


def test_moving_before_a_block_that_goes(install: Callable[..., None]) -> None:
    install(bad_rule(lambda d: iter([Move(0, before=1), Move(1, before=None)]), Stage.ORDER))
    clean_fails("moved to a place that does not stay")


def test_moving_and_removing_one_block(install: Callable[..., None]) -> None:
    install(bad_rule(lambda d: iter([Move(0, before=None), Remove(0, kept=1)]), Stage.ORDER))
    clean_fails("both moved and removed")


def test_a_block_that_does_not_exist(install: Callable[..., None]) -> None:
    install(bad_rule(lambda d: iter([Remove(7, kept=1)]), Stage.COPIES))
    clean_fails("BAD001 at line 1")


def test_overlapping_edits(install: Callable[..., None]) -> None:
    install(bad_rule(lambda d: iter([Replace(0, 5, "x"), Replace(4, 6, "y")]), Stage.QUOTES))
    clean_fails("two edits overlap")


def test_edits_outside_the_text(install: Callable[..., None]) -> None:
    install(bad_rule(lambda d: iter([Replace(0, 5000, "x")]), Stage.QUOTES))
    clean_fails("lies outside the text")


def test_removing_blocks_in_the_pass_over_characters(install: Callable[..., None]) -> None:
    install(bad_rule(lambda d: iter([Remove(0, kept=1)]), Stage.QUOTES))
    clean_fails("asked to remove or move a block")


def test_a_text_that_never_settles(install: Callable[..., None]) -> None:
    install(bad_rule(lambda d: iter([Replace(0, 0, "x")]), Stage.QUOTES))
    clean_fails("BAD001 still finds work after 4 rounds")


def test_a_moved_block_whose_neighbours_merge(
    install: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scrubber.apply.junction", lambda document: " ")
    install(bad_rule(once(Move(2, before=0)), Stage.ORDER))
    clean_fails("a block was lost, doubled or changed")


def once(edit: Edit) -> Callable[[Document], Iterator[Edit]]:
    """The edit, as long as the text is still the source."""
    return lambda document: iter([edit] if document.text == ARTICLE else [])


def test_a_protected_span(install: Callable[..., None]) -> None:
    from scrubber.blocks import read
    from scrubber.core import clean_document
    from scrubber.model import Origin
    from scrubber.settings import Settings

    install(bad_rule(once(Replace(2, 4, "??")), Stage.QUOTES))
    document = read(ARTICLE, "text", Origin())._replace(protected=((0, 10),))
    with pytest.raises(scrubber.ProofError, match="protected"):
        clean_document(document, Settings())


def test_removing_for_a_copy_that_does_not_exist(install: Callable[..., None]) -> None:
    install(bad_rule(lambda d: iter([Remove(0, kept=9)]), Stage.COPIES))
    clean_fails("BAD001 at line 1: the copy that should stay does not exist")


def test_a_text_that_reads_otherwise_when_it_is_settled_is_worked_on_again(
    install: Callable[..., None],
) -> None:
    seen: list[Layout] = []

    def edits(document: Document) -> Iterator[Edit]:
        seen.append(document.layout)
        if len(document.blocks) == 2:
            yield Remove(0, kept=1)

    install(bad_rule(edits, Stage.COPIES))
    assert scrubber.clean("Said twice.\n\nSaid twice.\n").text == "Said twice.\n"
    assert seen == [Layout.BLANK_LINE, Layout.BLANK_LINE, Layout.ONE_LINE]


class TestForgedTraces:
    """``verify`` trusts no one: traces that do not add up are refused."""

    def trace(self) -> Any:
        from scrubber.blocks import read
        from scrubber.engine import run
        from scrubber.model import Origin
        from scrubber.settings import Settings

        return run(read("Two  blanks  \nhere.\n", "text", Origin()), Settings(select=("WSP",)))

    def test_text_changed_outside_the_findings(self) -> None:
        _, trace = self.trace()
        step = trace.steps[-1]
        forged = step.after._replace(text=step.after.text.replace("here", "gone"))
        with pytest.raises(scrubber.ProofError, match="outside its findings"):
            prove_step(step._replace(after=forged))

    def test_a_result_that_no_step_led_to(self) -> None:
        result, trace = self.trace()
        with pytest.raises(scrubber.ProofError, match="not what the steps lead to"):
            prove_result(trace, result._replace(text="else\n"))

    def test_a_step_left_out(self) -> None:
        result, trace = self.trace()
        trace.steps.append(trace.steps[0])
        with pytest.raises(scrubber.ProofError, match="does not start where"):
            prove_result(trace, result)

    def test_a_result_that_reads_otherwise(self) -> None:
        result, trace = self.trace()
        with pytest.raises(scrubber.ProofError, match="read afresh"):
            prove_result(trace, result._replace(layout=Layout.INDENTED))

    def test_blocks_that_are_not_lossless(self) -> None:
        result, trace = self.trace()
        with pytest.raises(scrubber.ProofError, match="belongs to no block"):
            prove_result(trace, result._replace(split=lambda document: ()))


def test_an_unsafe_removal_is_held_to_less(install: Callable[..., None]) -> None:
    """With --unsafe-fixes the user takes a copy that says other words."""

    install(bad_rule(once(Remove(1, kept=0)), Stage.COPIES, Safety.UNSAFE))
    assert scrubber.clean(ARTICLE).text == ARTICLE
    assert "Second" not in scrubber.clean(ARTICLE, unsafe_fixes=True).text
