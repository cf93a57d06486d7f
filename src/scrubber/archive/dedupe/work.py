"""Sources and options in; a plan made, applied or explained, and what is to be said of it, out."""

from __future__ import annotations

import contextlib
import gc
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubber.archive.dedupe import plan as plans
from scrubber.archive.dedupe.clusters import drop_teasers
from scrubber.archive.dedupe.records import articles_of
from scrubber.archive.dedupe.rows import Rows
from scrubber.archive.dedupe.run import Means, Run
from scrubber.archive.dedupe.scratch import scratch_folder
from scrubber.archive.dedupe.store import open_store
from scrubber.dedupe.model import Article
from scrubber.files.write import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from scrubber.archive.dedupe.apply import Split
    from scrubber.archive.dedupe.index import Index
    from scrubber.files.plan import Plan
    from scrubber.files.source import Source


_OBJECTS = 200_000
"""How many new ones are looked through at once; a tenth of the time went into looking."""


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
    """A plan that was made."""

    rows: Rows
    articles: int

    def in_words(self) -> str:
        """What was found."""
        gone = self.rows.gone
        articles = "1 article" if self.articles == 1 else f"{self.articles:,} articles"
        left = self.articles - gone
        stay = "1 stays" if left == 1 else f"{left:,} stay"
        copies = "1 is a copy" if gone == 1 else f"{gone:,} are copies"
        return f"{articles}: {stay}, {copies}; {self.rows.teasers:,} of those that stay are teasers"


@contextlib.contextmanager
def making(work: Work, *, teasers_go: bool, index: str | None = None) -> Iterator[Made]:
    """Find the copies among all articles; the plan is there within.

    Args:
        work: what is worked on.
        teasers_go: whether teasers go, too.
        index: a folder to keep the articles in that stay. If they are compared with the index in
            it, it gets them as well; else it is made anew.

    Raises:
        PlanError: no article was read.
        OSError: there is no room for what a run keeps on disk.
    """
    with contextlib.ExitStack() as stack:
        stack.enter_context(_seldom_collecting())
        folder = stack.enter_context(scratch_folder())
        articles = articles_of(work.sources, work.plan, work.complain, work.note)
        run = Run(articles, folder, work.means, work.against, work.complain)
        stack.callback(run.close)
        if not run.shared.own:
            raise plans.PlanError("no article was read; no plan is written")
        run.find()
        if teasers_go:
            drop_teasers(run.store)
        rows = Rows(run, folder)
        stack.callback(rows.close)
        if index is not None:
            _keep(run, index, work.against)
        yield Made(rows, run.shared.own)


@contextlib.contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Look for cycles of objects seldom: there are many objects in a run, and hardly a cycle."""
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _keep(run: Run, folder: str, against: Index | None) -> None:
    """Put the articles of a run that stay into an index."""
    from scrubber.archive.dedupe.index import Kept, build

    run.store.run("staying")
    staying = run.store.rows("SELECT article FROM staying ORDER BY article")
    texts = run.shared.texts
    kept = (
        Kept(Article(texts.ids[n], texts.text(n), texts.dates[n]), run.sketch_of(n))
        for (n,) in staying
    )
    if against is not None and os.path.realpath(against.folder) == os.path.realpath(folder):
        against.add(kept, run.shared.furniture)
    else:
        build(folder, kept, run.shared.furniture)


def write(path: Path, rows: Rows, *, by_certainty: bool) -> None:
    """Write a plan.

    Raises:
        OSError: nothing was written.
    """
    with replacing(path) as file:
        file.writelines(rows.lines(by_certainty=by_certainty))


def apply(work: Work, path: Path, targets: Sequence[Path], removed: Sequence[Path] | None) -> Split:
    """Write what stays of each source to its target, and what goes to that in ``removed``.

    Raises:
        PlanError: the plan at ``path`` does not fit the sources; nothing was written.
        ArchiveError, OSError: a source cannot be read, or a target not be written.
    """
    from scrubber.archive.dedupe.apply import Applier
    from scrubber.archive.dedupe.fit import Fit

    with scratch_folder() as folder:
        store = open_store(folder, work.means.memory, work.means.engine)
        with contextlib.closing(store):
            fit = Fit(store, path, work.sources, work.plan, work.complain)
            return Applier(work.sources, work.plan, fit, work.complain).write(targets, removed)


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
