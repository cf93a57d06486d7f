"""References that are named, not used: a text and its references in, which are words out.

A text that was escaped as a whole shows no character beside its own reference, nor speaks of
references; one that explains them does. Where nothing of the kind stands by, they are decoded.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from scrubber.markup.glossary import explained
from scrubber.wordlist import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scrubber.markup.references import Reference

_SAYS_REFERENCE = """
entity entities entité entités entität entitäten entidad entidades entidade entità entiteit
entiteiten entitet entiteter encja encje entita entity сущность сущности мнемоника мнемоники
実体 实体 엔티티
"""
_WRITES = """
write type use insert enter put writing typing using schreibe schreiben verwende verwenden nutze
écrivez écrire tapez taper utilisez utiliser escribe escribir usa usar use escreva scrivi scrivere
usare gebruik typ skriv använd brug wpisz użyj напишите пишите используйте
"""
_FOR = """
for as instead to für statt als pour comme en para como por per come voor als för som for dla
jako zamiast для вместо как
"""
_JOINING = frozenset("&\u2013\u2014\u2022\u00b7|")
"""Signs that part words and names: beside them a word says little."""
_QUOTES = {'"': '"', "'": "'", "“": "”", "‘": "’", "„": "“", "«": "»", "「": "」"}
_NEAR = 16
_WINDOW = 40

_WORD_BEFORE = re.compile(r"(\w+)[ \"'“‘„«]*\Z")
_WORD_AFTER = re.compile(r"[ \"'”’“»-]*(\w+)")
_EQUALS_BEFORE = re.compile(r"(?<!\w)(\S)[\"'”’“»]?(?:[ ]?[=:→⇒(][ ]?|\t)[\"'“‘„«]?\Z")
_EQUALS_AFTER = re.compile(r"[\"'”’“»]?(?:[ ]?[=:→⇒(][ ]?|\t)[\"'“‘„«]?(\S)(?!\w)")


@cache
def _languages() -> re.Pattern[str]:
    return re.compile(r"\b(?:x?html\d?|xml|sgml)\b", re.IGNORECASE)


def named(text: str, references: Sequence[Reference]) -> set[int]:
    """Indexes of the ``references`` that are words of their sentences."""
    alone = [index for index, each in enumerate(references) if _is_alone(text, each)]
    if not alone:
        return set()
    listed = explained(text, ((references[i].start, references[i].end) for i in alone))
    found = {
        index
        for index in alone
        if references[index].start in listed or _is_named(text, references[index])
    }
    for line in _by_line(text, references, alone):
        shown = [index for index in line if _stands_near(text, references[index])]
        if len({references[index].text for index in shown}) > 1:
            found.update(line)
    return found


def _is_alone(text: str, reference: Reference) -> bool:
    """Whether ``reference`` touches neither a word nor another reference."""
    before, after = (
        text[reference.start - 1 : reference.start],
        text[reference.end : reference.end + 1],
    )
    return not (before.isalnum() or after.isalnum() or before == ";" or after == "&")


def _is_named(text: str, reference: Reference) -> bool:
    left = text[max(0, reference.start - _WINDOW) : reference.start].rpartition("\n")[2]
    right = text[reference.end : reference.end + _WINDOW].partition("\n")[0]
    if left[-1:] == right[:1] == "`" or _is_defined(left, right, reference.text):
        return True
    before, after = _WORD_BEFORE.search(left), _WORD_AFTER.match(right)
    beside = {match[1].casefold() for match in (before, after) if match}
    if before and after and before[1].casefold() in words(_WRITES) and after[1] in words(_FOR):
        return True
    says = not beside.isdisjoint(words(_SAYS_REFERENCE))
    is_quoted = bool(left) and _QUOTES.get(left[-1]) == right[:1]
    if says and (is_quoted or reference.text not in _JOINING):
        return True
    return (says or is_quoted) and _languages().search(_line(text, reference)) is not None


def _is_defined(left: str, right: str, character: str) -> bool:
    """Whether the character is put beside its reference: ``< (&lt;)``, ``&auml; = ä``."""
    if character.isspace():
        return False
    before, after = _EQUALS_BEFORE.search(left), _EQUALS_AFTER.match(right)
    return character in [match[1] for match in (before, after) if match]


def _line(text: str, reference: Reference) -> str:
    end = text.find("\n", reference.end)
    return text[text.rfind("\n", 0, reference.start) + 1 : end if end >= 0 else len(text)]


def _by_line(
    text: str, references: Sequence[Reference], indexes: Sequence[int]
) -> Iterator[list[int]]:
    """The ``indexes`` of each line that has several."""
    line: list[int] = []
    end = -1
    for index in indexes:
        if references[index].start > end:
            if len(line) > 1:
                yield line
            line = []
            end = text.find("\n", references[index].end) % (len(text) + 1)
        line.append(index)
    if len(line) > 1:
        yield line


def _stands_near(text: str, reference: Reference) -> bool:
    """Whether a letter or symbol stands by itself close behind or before its reference."""
    character = reference.text
    if len(character) > 1 or not (character in "<>&" or character.isalnum()):
        return False
    around = (
        text[max(0, reference.start - _NEAR) : reference.start],
        text[reference.end : reference.end + _NEAR],
    )
    behind = r"(?=[\"'”’“»,.;:!?)]|$)" if character == "&" else r"(?![\w#&]| ?\d)"
    pattern = re.compile(rf"(?<![\w&]){re.escape(character)}{behind}")
    return any(pattern.search(part) for part in around)
