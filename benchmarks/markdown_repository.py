"""Cleans Markdown and checks what it may not change: a folder of posts, or a file of examples, in.

    python benchmarks/markdown_repository.py FOLDER_OR_FIXTURE [--damage]

A fixture holds examples between lines of a single dot, each as Markdown and as HTML, as those of
CommonMark's specification are kept by parsers. With --damage each text is cleaned again with
broken characters strewn over it. For every text it is checked that cleaning raises nothing, that
a second run changes nothing, that front matter parses to equal values, that no edit lies in a
protected span of the text parsed afresh, and that what is rendered differs only in text, and only
in blocks on which there is a finding. Prints what failed and how often each rule made a fix.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from scrubber.blocks import read
from scrubber.blocks.markdown.mask import front_matter_end
from scrubber.core import clean_document
from scrubber.engine import run
from scrubber.model import Origin, Replace
from scrubber.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrubber.model import Finding

TESTS = Path(__file__).parents[1] / "tests"
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
PARSER.validateLink = lambda _: True


def texts(path: Path) -> Iterator[tuple[str, str]]:
    if path.is_dir():
        for file in sorted(path.rglob("*.md")):
            yield str(file.relative_to(path)), file.read_text(encoding="utf-8")
        return
    parts = re.split(r"^\.$\n?", path.read_text(encoding="utf-8"), flags=re.M)
    for number, example in enumerate(parts[1::3], 1):
        yield f"example {number}", example


def damaged(text: str, seed: str) -> str:
    from damages import DAMAGES

    chance = random.Random(seed)
    for _ in range(6):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(DAMAGES) + text[at:]
    return text


def failures(text: str) -> Iterator[str]:
    result = clean_document(read(text, "markdown", Origin()), Settings())
    again = clean_document(read(result.text, "markdown", Origin()), Settings())
    if again.text != result.text:
        yield "a second run changes it again"
    if front_matter(text) != front_matter(result.text):
        yield "front matter differs"
    yield from edits_in_protected(text)
    yield from renderings(text, result.text, result.findings)


def front_matter(text: str) -> object:
    import json
    import tomllib

    import yaml

    head = text[: front_matter_end(text)].strip()
    if head.startswith("{"):
        return json.loads(head)
    try:
        return tomllib.loads(head[3:-3]) if head.startswith("+++") else yaml.safe_load(head[3:-3])
    except (yaml.YAMLError, tomllib.TOMLDecodeError):
        return head


def edits_in_protected(text: str) -> Iterator[str]:
    _, trace = run(read(text, "markdown", Origin()), Settings())
    for step in trace.steps:
        protected = read(step.before.text, "markdown", Origin()).protected
        for fix in step.fixes if not step.stage.is_structural else ():
            for edit in fix.edits:
                assert isinstance(edit, Replace)
                if step.stage and any(a < edit.end and edit.start < b for a, b in protected):
                    yield f"{step.rule} edits {step.before.text[edit.start : edit.end]!r}"


def renderings(before: str, after: str, findings: tuple[Finding, ...]) -> Iterator[str]:
    old, new = list(blocks(before)), list(blocks(after))
    if any(finding.fixed and finding.code[:3] in ("DUP", "ORD", "FUR") for finding in findings):
        left = Counter(shape for _, _, shape in new) - Counter(shape for _, _, shape in old)
        if left:
            yield f"blocks came into being: {left}"
        return
    touched = {
        line for finding in findings for line in range(finding.line - 1, finding.end_line + 1)
    }
    if [shape for _, _, shape in old] != [shape for _, _, shape in new]:
        yield "what is rendered differs in more than text"
        return
    for (lines, one, _), (_, other, _) in zip(old, new, strict=True):
        if one != other and touched.isdisjoint(lines):
            yield f"text differs without a finding: {one[:80]!r}"


def blocks(text: str) -> Iterator[tuple[range, str, str]]:
    """The top-level blocks: their lines, their HTML, and that without its text."""
    head = front_matter_end(text)
    body = re.sub(r"[^\n]", " ", text[:head]) + text[head:]
    environment: dict[str, object] = {}
    group = []
    for token in PARSER.parse(body, environment):
        group.append(token)
        if token.level == 0 and token.nesting <= 0:
            shape = PARSER.renderer.render(without_text(group), PARSER.options, environment)
            html = PARSER.renderer.render(group, PARSER.options, environment)
            first, end = group[0].map or (0, 0)
            if re.sub(r"</?p>", "", html).strip():
                yield range(first, end), html, shape.rstrip()
            group = []


def without_text(tokens: list) -> list:  # type: ignore[type-arg]
    import copy

    bare = copy.deepcopy(tokens)
    for token in bare:
        for child in token.children or ():
            if child.type in ("text", "text_special"):
                child.content = ""
    return bare


def main() -> None:
    sys.path.insert(0, str(TESTS))
    path = Path(sys.argv[1])
    fixes: Counter[str] = Counter()
    files: Counter[str] = Counter()
    total = changed = failed = 0
    for name, text in texts(path):
        for kind in ("", *(("damaged ",) if "--damage" in sys.argv else ())):
            source = damaged(text, name) if kind else text
            total += 1
            try:
                result = clean_document(read(source, "markdown", Origin()), Settings())
                wrong = list(failures(source))
            except Exception as error:
                wrong = [f"{type(error).__name__}: {error}"]
            else:
                codes = [finding.code for finding in result.findings if finding.fixed]
                fixes.update(codes)
                files.update(set(codes))
                changed += bool(codes)
            failed += bool(wrong)
            for what in wrong:
                print(f"{kind}{name}: {what}")
    for code, count in sorted(fixes.items()):
        print(f"{code}  {count} fixes in {files[code]} texts")
    print(f"{total} texts, {changed} changed, {failed} failed")
    sys.exit(failed > 0)


if __name__ == "__main__":
    if len(sys.argv) < 2 or not Path(sys.argv[1]).exists():
        sys.exit(__doc__)
    main()
