"""Sources and options in, a plan written; what became of them out."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.archive.dedupe import plan as plans
from scrubber.archive.dedupe.records import articles_of
from scrubber.archive.dedupe.run import Run
from scrubber.archive.dedupe.spool import Spool
from scrubber.archive.dedupe.texts import SameIdError, gather
from scrubber.files.write import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from scrubber.files.plan import Plan
    from scrubber.files.source import Source


class WorkError(Exception):
    """What cannot be done; the message is a sentence."""


class Result(NamedTuple):
    """What a run found."""

    summary: str
    digest: str


def find(
    sources: Iterable[Source], plan: Plan, options: dict[str, Any], complain: Callable[[str], None]
) -> Result:
    """Find the copies among all articles and write the plan.

    Raises:
        WorkError: the articles cannot be told apart.
        OSError: the plan cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="scrubber-dedupe-") as folder:
        spool = Spool(str(Path(folder) / "texts"))
        try:
            texts = gather(articles_of(sources, plan, complain), spool)
        except SameIdError as error:
            hint = "name a field that tells them apart with --id-field"
            raise WorkError(f"two articles have the id {str(error)!r}; {hint}") from error
        run = Run(texts, folder)
        try:
            found = run.find()
            rows = plans.rows_of(run, found, drop_teasers=options["teasers"] == "drop")
        finally:
            run.close()
    digest = plans.digest(rows) if options["digest"] else ""
    if options["sort"]:
        rows = plans.by_certainty(rows)
    with replacing(options["plan_path"]) as file:
        file.writelines(plans.lines_of(rows))
    return Result(_summary(len(texts.ids), rows, options["plan_path"]), digest)


def _summary(articles: int, rows: list[dict[str, Any]], path: Path) -> str:
    redundant = sum("keep" in row for row in rows)
    teasers = len(rows) - redundant
    return (
        f"{articles:,} articles: {articles - redundant:,} stay, {redundant:,} are copies, "
        f"{teasers:,} of those that stay are teasers; the plan is in {path}"
    )
