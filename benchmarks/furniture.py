"""What removing furniture gains: `python benchmarks/furniture.py PAGES`.

PAGES is a JSONL file (.gz or not), a row for each page and extractor: "site", "page", "extractor",
"blocks" (what the extractor gave), "gold" (the article's paragraphs) and "optional" (for each of
these, whether it may be left out). Prints for each extractor the mean paragraph F1 before and after
`learn` with `--furniture drop`, that of a perfect choice among the blocks, and how many pages are
worse than before; then the same for a rule that drops what stands on two pages or more.
"""

from __future__ import annotations

import gzip
import html
import json
import sys
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import scrubber
from scrubber.learn import recurring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Row = dict[str, Any]
_SIGNS = str.maketrans(
    {**dict.fromkeys("“”„«»", '"'), **dict.fromkeys("‘’‚‹›", "'"), **dict.fromkeys("–—", "-")}
    | {"\ufeff": None, "\u200b": None}
)


def plain(block: str) -> str:
    """A block as it is compared: white space, quotation marks, dashes and references made equal."""
    return " ".join(html.unescape(unicodedata.normalize("NFC", block)).translate(_SIGNS).split())


def rows(path: str) -> Iterator[Row]:
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def f1(row: Row, blocks: list[str]) -> float:
    """Paragraph F1: equal paragraphs count, optional ones only where they were kept."""
    got = Counter(map(plain, blocks))
    want: Counter[str] = Counter()
    for paragraph, optional in zip(row["gold"], row["optional"], strict=True):
        key = plain(paragraph)
        if not optional or got[key] > want[key]:
            want[key] += 1
    hits = (got & want).total()
    return 2 * hits / (got.total() + want.total()) if hits else 0.0


def learnt(pages: list[Row]) -> Callable[[Row], list[str]]:
    profile = recurring((row["site"], row["page"], "\n\n".join(row["blocks"])) for row in pages)

    def clean(row: Row) -> list[str]:
        text = "\n\n".join(row["blocks"]) + "\n"
        options = {"profile": profile, "furniture": "drop", "site": row["site"]}
        return scrubber.clean(text, **options).text.split("\n\n")

    return clean


def twice(pages: list[Row]) -> Callable[[Row], list[str]]:
    counts = Counter((row["site"], key) for row in pages for key in set(map(plain, row["blocks"])))
    return lambda row: [b for b in row["blocks"] if counts[row["site"], plain(b)] < 2]


def best(row: Row) -> list[str]:
    gold = set(map(plain, row["gold"]))
    return [block for block in row["blocks"] if plain(block) in gold]


def main(path: str) -> None:
    by: dict[str, list[Row]] = defaultdict(list)
    for row in rows(path):
        by[row["extractor"]].append(row)
    print(f"{'':14}before  learn worse  twice worse   best")
    for extractor, pages in by.items():
        before = [f1(row, row["blocks"]) for row in pages]
        line = f"{extractor:14}{sum(before) / len(pages):6.4f}"
        for make in (learnt, twice):
            clean = make(pages)
            after = [f1(row, clean(row)) for row in pages]
            worse = sum(a < b - 1e-9 for a, b in zip(after, before, strict=True))
            line += f" {sum(after) / len(pages):6.4f} {worse:5}"
        print(f"{line} {sum(f1(row, best(row)) for row in pages) / len(pages):6.4f}")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).exists():
        sys.exit(__doc__)
    main(sys.argv[1])
