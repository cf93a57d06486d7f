"""Tags that are named, not used: a text and its markup in, which of it are words out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrubber.markup.elements import blocks, is_element
from scrubber.whitespace.lines import SENTENCE_ENDS
from scrubber.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.markup.tags import Markup

_SAYS_TAG = """
tag tags element elements balise balises élément éléments etiqueta etiquetas elemento elementos
elementi elemente elementen elementet taggen тег тега теги тегом элемент элемента znacznik znacznika
prvek značka タグ 要素 标签 元素 태그
"""
_NEVER_LAST = """
a an the of with by use uses using each every in and or is called named means insert type write add
put place enter eine ein einem einen das dem den mit von und oder
un une le la les des avec et ou el los con y o il lo uno una di e um uma com och ett med met een het
"""
_JOINS = "and or und oder et ou y o e i и или en och og of ja lub nebo"
_PARTS = """
caption col colgroup dd dt figcaption legend li optgroup option summary tbody td tfoot th thead tr
"""  # nothing by themselves: without their like in the text they mark up nothing
_QUOTES = {
    '"': '"',
    "'": "'",
    "`": "`",
    "“": "”",
    "‘": "’",
    "„": "“",
    "«": "»",
    "(": ")",
    "「": "」",
}
_LINE_BREAKS = frozenset(("br", "hr", "wbr"))
_WORD_BEFORE = re.compile(r"(\w+)[ \u00a0\"'“‘„«(`]*\Z")
_WORD_AFTER = re.compile(r"[ \u00a0\"'”’“»)`-]*(\w+)")
_CAPITALS = re.compile(r"<([A-Z][A-Z0-9.]*)>")
_WINDOW = 32


def mentions(text: str, markup: Sequence[Markup]) -> set[int]:
    """Indexes of the tags that are named as words of their sentences."""
    if not markup:
        return set()
    pairs = _pairs(markup)
    signs = _has_other_signs(text)
    found: set[int] = set()
    for pair in pairs.items():
        tags = [markup[index] for index in pair]
        if _joins_names(text, *tags) or all(_is_surely_named(text, tag) for tag in tags):
            found.update(pair)
    unpaired = set(range(len(markup))).difference(pairs, pairs.values())
    for line in _by_line(text, markup) if unpaired else ():
        loose = [index for index in line if index in unpaired]
        for index in loose:
            tag = markup[index]
            if _is_placeholder(text, tag, signs=signs) or _is_surely_named(text, tag):
                found.add(index)
        if len(loose) == len(line) and all(_stands_as_word(text, markup[i]) for i in line):
            found.update(line)
    return found


def _pairs(markup: Sequence[Markup]) -> dict[int, int]:
    """Opening tags with the closing tags that belong to them, by index."""
    pairs: dict[int, int] = {}
    open_tags: dict[str, list[int]] = {}
    for index, tag in enumerate(markup):
        if tag.closing and open_tags.get(tag.name):
            pairs[open_tags[tag.name].pop()] = index
        elif not (tag.closing or tag.hidden):
            open_tags.setdefault(tag.name, []).append(index)
    return pairs


def _joins_names(text: str, opening: Markup, closing: Markup) -> bool:
    """Whether the content of a pair is what joins two names: ``<b> and </b>``."""
    if closing.start - opening.end > _WINDOW:
        return False
    content = text[opening.end : closing.start]
    blanks = content[:1] + content[-1:]
    return blanks.isspace() and content.strip().casefold() in words(_JOINS)


def _has_other_signs(text: str) -> bool:
    """Whether ``text`` sets words in capitals between angle brackets that name no element."""
    return any(not is_element(name.lower()) for name in _CAPITALS.findall(text))


def _by_line(text: str, markup: Sequence[Markup]) -> Iterator[list[int]]:
    """Indexes of the tags of each line that has any."""
    line: list[int] = []
    line_end = -1
    for index, tag in enumerate(markup):
        if tag.hidden:
            continue
        if tag.start > line_end:
            if line:
                yield line
            line = []
            line_end = text.find("\n", tag.end)
            if line_end < 0:
                line_end = len(text)
        line.append(index)
    if line:
        yield line


def _is_placeholder(text: str, tag: Markup, *, signs: bool) -> bool:
    """Whether an unpaired tag is a placeholder or a type: ``<Title>``, ``List<Object>``.

    In a text that sets other ``signs`` in capitals between angle brackets, one in capitals is one.
    """
    written = text[tag.start + 1 : tag.end - 1]
    if tag.attributes or tag.name in _LINE_BREAKS:
        return False
    return (len(tag.name) > 3 and written.istitle()) or (signs and written.isupper())


def _is_surely_named(text: str, tag: Markup) -> bool:
    """Whether quotation marks enclose ``tag``, or the word beside it says that it is a tag."""
    left, right = text[max(0, tag.start - _WINDOW) : tag.start], text[tag.end : tag.end + _WINDOW]
    if left and _QUOTES.get(left[-1]) == right[:1]:
        return True
    if not _is_apart(left, right):
        return False
    before, after = _WORD_BEFORE.search(left), _WORD_AFTER.match(right)
    return (before is not None and before[1].casefold() in words(_SAYS_TAG)) or (
        after is not None and after[1].casefold() in words(_SAYS_TAG)
    )


def _is_apart(left: str, right: str) -> bool:
    """Whether blanks or marks stand on both sides, as they do about a word."""
    return not (left[-1:].isalnum() or right[:1].isalnum()) and left[-1:] not in tuple(
        SENTENCE_ENDS
    )


def _stands_as_word(text: str, tag: Markup) -> bool:
    """Whether ``tag`` has the place of a word in mid-sentence."""
    left, right = text[max(0, tag.start - _WINDOW) : tag.start], text[tag.end : tag.end + _WINDOW]
    left = left.rpartition("\n")[2]
    right = right.partition("\n")[0]
    if tag.attributes or not _is_apart(left, right):
        return False
    if not left.strip():
        return right[:1].isspace() and right.lstrip()[:1].islower() and tag.name not in _LINE_BREAKS
    if left.rstrip()[-1] in SENTENCE_ENDS:
        return False
    before = _WORD_BEFORE.search(left)
    leads_on = before is not None and before[1].casefold() in words(_NEVER_LAST)
    if tag.name in _LINE_BREAKS:
        return leads_on
    if tag.name in blocks() and tag.name not in words(_PARTS):
        return leads_on or _goes_on(left, right)
    return True


def _goes_on(left: str, right: str) -> bool:
    """Whether the sentence goes on behind a tag: a small letter, a mark, or capitals throughout."""
    follows = right.lstrip()[:1]
    if follows.islower() or follows in tuple(",.;:!?)"):
        return True
    before, after = _WORD_BEFORE.search(left), _WORD_AFTER.match(right)
    if before is None or after is None:
        return False
    return before[1].isupper() and after[1].isupper()
