"""Sources and options in; a plan made, applied or explained, and what is to be said of it, out."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.archive.dedupe import plan as plans
from scrubber.archive.dedupe.records import articles_of
from scrubber.archive.dedupe.run import Means, Run
from scrubber.archive.dedupe.spool import Spool
from scrubber.archive.dedupe.texts import gather
from scrubber.dedupe.model import Article
from scrubber.files.write import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scrubber.archive.dedupe.index import Index
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source


class Work(NamedTuple):
    """What is worked on."""

    sources: Sequence[Source]
    plan: Plan
    """How they are read."""
    complain: Callable[[str], None]
    """Takes a sentence on each record and file that cannot be read."""
    means: Means = Means()
    note: Callable[[str], None] = lambda _: None
    """Takes a sentence on records that are left out for another reason."""
    against: Index | None = None
    """Articles of earlier runs."""


class Made(NamedTuple):
    """The rows of a plan."""

    rows: list[dict[str, Any]]
    articles: int

    def in_words(self) -> str:
        """What was found."""
        gone = sum(row.get("keep", row["id"]) != row["id"] for row in self.rows)
        kinds = Counter("keep" in row for row in self.rows)
        articles = "1 article" if self.articles == 1 else f"{self.articles:,} articles"
        copies = "1 is a copy" if gone == 1 else f"{gone:,} are copies"
        return (
            f"{articles}: {self.articles - gone:,} stay, {copies}; "
            f"{kinds[False]:,} of those that stay are teasers"
        )


def make(work: Work, *, drop_teasers: bool, index: str | None = None) -> Made:
    """Find the copies among all articles.

    Args:
        work: what is worked on.
        drop_teasers: whether teasers go, too.
        index: a folder to keep the articles in that stay. If they are compared with the index in
            it, it gets them as well; else it is made anew.

    Raises:
        OSError: there is no room for what a run keeps on disk.
    """
    with tempfile.TemporaryDirectory(prefix="scrubber-dedupe-") as folder:
        spool = Spool(str(Path(folder) / "texts"))
        articles = articles_of(work.sources, work.plan, work.complain, work.note)
        texts = gather(articles, spool, work.complain)
        run = Run(texts, folder, work.means, work.against)
        try:
            rows = plans.rows_of(run, run.find(), drop_teasers=drop_teasers)
            if index is not None:
                _keep(run, rows, index, work.against)
        finally:
            run.close()
        return Made(rows, run.shared.own)


def _keep(run: Run, rows: list[dict[str, Any]], folder: str, against: Index | None) -> None:
    """Put the articles of a run that stay into an index."""
    from scrubber.archive.dedupe.index import Kept, build

    goes = {row["id"] for row in rows if row.get("keep", row["id"]) != row["id"]}
    texts = run.shared.texts
    kept = (
        Kept(Article(texts.ids[n], texts.text(n), texts.dates[n]), run.sketch_of(n))
        for n in range(run.shared.own)
        if texts.ids[n] not in goes
    )
    if against is not None and os.path.realpath(against.folder) == os.path.realpath(folder):
        against.add(kept, run.shared.furniture)
    else:
        build(folder, kept, run.shared.furniture)


def write(path: Path, rows: Sequence[dict[str, Any]], *, by_certainty: bool) -> None:
    """Write a plan.

    Raises:
        OSError: nothing was written.
    """
    with replacing(path) as file:
        file.writelines(plans.lines_of(plans.by_certainty(rows) if by_certainty else rows))


def explain(work: Work, row: dict[str, Any]) -> Iterator[str]:
    """Show the two articles of a row of a plan, what is equal in them and what differs.

    Raises:
        PlanError: one of them is not there.
    """
    from scrubber.archive.dedupe.explain import lines_of

    names = row["id"], row.get("keep") or row["contained"]
    texts: dict[str, str] = {}
    for article in articles_of(work.sources, work.plan, lambda _: None):
        if article.id in names:
            texts[article.id] = article.text
            if len(texts) == len(set(names)):
                break
    if work.against is not None and row.get("indexed"):
        name = names[row["indexed"] != "id"]
        texts[name] = work.against.text_of(name) or ""
    for name in names:
        if name not in texts:
            raise plans.PlanError(f"there is no article {name!r}")
    yield from lines_of(row, texts[names[0]], texts[names[1]])
