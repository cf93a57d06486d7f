"""Tags that are named, not used: a text and its markup in, which of it are words out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrubber.markup.code import Code
from scrubber.markup.elements import blocks, is_element, nothing_alone
from scrubber.markup.glossary import explained
from scrubber.whitespace.lines import SENTENCE_ENDS
from scrubber.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.markup.nouns import Markup

_SAYS_TAG = """
tag tags element elements balise balises élément éléments etiqueta etiquetas elemento elementos
elementi elemente elementen elementet taggen тег тега теги тегом элемент элемента znacznik znacznika
prvek značka タグ 要素 标签 元素 태그
"""
_NEVER_LAST = """
a an the of with by use uses using each every in and or is called named means insert type write add
put place enter eine ein einem einen das dem den mit von und oder durch schreibe verwende setze
un une le la les des avec et ou par écrivez utilisez tapez el los con y o por use usa escribe il lo
uno una di e per um uma com och ett med met een het door
"""
_JOINS = "and or und oder et ou y o e i и или en och og of ja lub nebo"
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
_ENUMERATION = re.compile(r", ?</?[a-zA-Z]")
_CAPITALS = re.compile(r"<([A-Z][A-Z0-9.]*)>")
_WINDOW = 32
_LONG = 200


def mentions(text: str, markup: Sequence[Markup]) -> set[int]:
    """Indexes of the tags that are named as words of their sentences."""
    if not markup:
        return set()
    code = Code(text)
    found = {
        index
        for index, tag in enumerate(markup)
        if code.is_in_span(tag.start) or _is_plainly_named(text, tag)
    }
    pairs = _pairs(markup, found)
    for opening, closing in pairs.items():
        if _is_pair_named(text, markup[opening], markup[closing]):
            found |= {opening, closing}
    unpaired = set(range(len(markup))).difference(pairs, pairs.values())
    return found | _named_alone(text, markup, unpaired, code) if unpaired else found


def _is_plainly_named(text: str, tag: Markup) -> bool:
    """Whether ``tag`` is surely a word of its sentence, so that none can close it."""
    if tag.closing or not is_surely_named(text, tag.start, tag.end):
        return False
    return _stands_as_word(text, tag)


def _named_alone(text: str, markup: Sequence[Markup], unpaired: set[int], code: Code) -> set[int]:
    """Those of the ``unpaired`` tags that are words, or no tags at all."""
    found = _explained(text, markup, unpaired)
    signs = _has_other_signs(text)
    for line in _by_line(text, markup):
        loose = [index for index in line if index in unpaired]
        found.update(
            index
            for index in loose
            if _is_placeholder(text, markup[index], signs=signs)
            or is_surely_named(text, markup[index].start, markup[index].end)
            or code.is_code(markup[index])
        )
        if len(loose) == len(line) and all(_stands_as_word(text, markup[i]) for i in line):
            found.update(line)
    return found


def _explained(text: str, markup: Sequence[Markup], unpaired: set[int]) -> set[int]:
    """Those of the ``unpaired`` tags that a list explains."""
    index_at = {markup[index].start: index for index in unpaired}
    starts = explained(text, ((tag.start, tag.end) for tag in markup if tag.start in index_at))
    return {index_at[start] for start in starts}


def _pairs(markup: Sequence[Markup], named: set[int]) -> dict[int, int]:
    """Opening tags with the closing tags that belong to them, by index, less ``named`` ones."""
    pairs: dict[int, int] = {}
    open_tags: dict[str, list[int]] = {}
    for index, tag in enumerate(markup):
        if index in named:
            continue
        if tag.closing and open_tags.get(tag.name):
            pairs[open_tags[tag.name].pop()] = index
        elif not (tag.closing or tag.hidden):
            open_tags.setdefault(tag.name, []).append(index)
    return pairs


def _is_pair_named(text: str, opening: Markup, closing: Markup) -> bool:
    """Whether both tags of a pair are names: each by itself, or what is between them says so."""
    content = text[opening.end : closing.start] if closing.start - opening.end <= _LONG else None
    if content is not None and joins_names(content):
        return True
    surely = (
        is_surely_named(text, opening.start, opening.end),
        is_surely_named(text, closing.start, closing.end),
    )
    if all(surely) and (content is None or len(content.split()) != 1):
        return True
    if content is None or "\n" in content:
        return False
    if not any(map(str.isalnum, content)):
        return _is_tag_said(text, opening.start, closing.end)
    if not (_stands_as_word(text, opening) and _stands_as_word(text, closing)):
        return False
    return any(surely) or (len(content.split()) > 1 and _have_like_places(text, opening, closing))


def joins_names(content: str) -> bool:
    """Whether the content of a pair is what joins two names: ``<b> and </b>``."""
    blanks = content[:1] + content[-1:]
    return blanks.isspace() and content.strip().casefold() in words(_JOINS)


def _have_like_places(text: str, opening: Markup, closing: Markup) -> bool:
    """Whether a word that ends no sentence stands before both tags, or the same one."""
    before = [
        match and match[1].casefold()
        for match in (
            _WORD_BEFORE.search(text, max(0, tag.start - _WINDOW), tag.start)
            for tag in (opening, closing)
        )
    ]
    return None not in before and (
        before[0] == before[1] or words(_NEVER_LAST).issuperset(filter(None, before))
    )


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


def is_surely_named(text: str, start: int, end: int) -> bool:
    """Whether quotation marks enclose ``text[start:end]``, or the word beside it says: a tag."""
    if start and _QUOTES.get(text[start - 1]) == text[end : end + 1]:
        return True
    return _is_tag_said(text, start, end)


def _is_tag_said(text: str, start: int, end: int) -> bool:
    """Whether the word beside what stands apart in ``text[start:end]`` says that it is a tag."""
    left, right = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
    if not _is_apart(left, right):
        return False
    before, after = _WORD_BEFORE.search(left), _WORD_AFTER.match(right)
    if before is not None and before[1].casefold() in words(_SAYS_TAG):
        return True
    if after is None or after[1].casefold() not in words(_SAYS_TAG):
        return False
    return not after[1][0].isupper() or right[0] == "-"  # a capital begins what is marked up


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
        if _ENUMERATION.match(right):
            return True
        return right[:1].isspace() and right.lstrip()[:1].islower() and tag.name not in _LINE_BREAKS
    if left.rstrip()[-1] in SENTENCE_ENDS:
        return False
    before = _WORD_BEFORE.search(left)
    leads_on = before is not None and before[1].casefold() in words(_NEVER_LAST)
    if tag.name in _LINE_BREAKS:
        return leads_on
    if tag.name in blocks() and tag.name not in nothing_alone():
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
