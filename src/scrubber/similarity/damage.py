"""Two words in, whether their letters are likely those of one that a scanner misread out."""

from __future__ import annotations

from scrubber.similarity.words import fold

SHORTEST_DAMAGED = 4
_LONG = 8
_LONGEST_SHORT_NAME = 6
_SIMILAR = str.maketrans("cfrhuql10|5нпйщсъыг", "ettbngiioisииишеььт")
_ROUND = str.maketrans("oOоО", "aAаА")


def is_damaged(word: str, other: str, *, is_scanned: bool = False) -> bool:
    """Whether two words are likely one, damaged in a letter: scanning damages one in five.

    A name in another spelling is another name, unless other words of the texts were misread too.
    """
    longer = max(len(word), len(other))
    allowed = 1 if longer < _LONG else 2
    if longer < (SHORTEST_DAMAGED - 1 if is_scanned else SHORTEST_DAMAGED):
        return False
    if not (word[0].isupper() and other[0].isupper()):
        return _distance(word, other) <= allowed
    lost = len(word) != len(other) and word[0] == other[0]
    if is_scanned:
        return (lost or word[-1] == other[-1]) and _distance(word, other) <= allowed
    lost = lost and longer > _LONGEST_SHORT_NAME and word[-1] == other[-1]
    return lost and _distance(word, other) == 1


def lost_inside(word: str, other: str) -> bool:
    """Whether one word is the other without a letter that is neither its first nor its last."""
    if abs(len(word) - len(other)) != 1 or (word[0], word[-1]) != (other[0], other[-1]):
        return False
    return _distance(word, other) == 1


def has_digit_inside(word: str) -> bool:
    """Whether digits stand for letters in a word, as scanners read them: ``5tatement``."""
    if word.isalpha() or len(word) < SHORTEST_DAMAGED or not word[-1].isalpha():
        return False
    return any(map(str.isdigit, word)) and fold(word).isalpha()


def look_alike(word: str, other: str) -> bool:
    """Whether two words are equal but for letters that a scanner takes for each other.

    The first letter of a name tells Bill from Hill, the last ones Mario from Maria, and in a short
    one each vowel Carey from Corey.
    """
    end = len(word)
    if word[0].isupper():
        if word[0] != other[0]:
            return False
        end = end - 1 if end > _LONGEST_SHORT_NAME else 0
    one, two = ((some[:end].translate(_ROUND) + some[end:]).casefold() for some in (word, other))
    if one.translate(_SIMILAR) == two.translate(_SIMILAR):
        return True
    return fold(fold(one).translate(_SIMILAR)) == fold(fold(two).translate(_SIMILAR))


def _distance(word: str, other: str) -> int:
    """Letters that part two words (Levenshtein 1966); more than two count as three."""
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.distance(word, other, score_cutoff=2)
