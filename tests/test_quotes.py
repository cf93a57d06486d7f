"""Quotation marks: what is made consistent, what is written on request, what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scrubber

CONSISTENT = [
    # the minority follows, doubles, singles and apostrophes counted together
    ('“One,” he said. “Two.” "Three."', "“One,” he said. “Two.” “Three.”"),
    ("It’s “fine”, isn't it?", "It’s “fine”, isn’t it?"),
    ("It's \"fine\", isn't it, don’t you think?", "It's \"fine\", isn't it, don't you think?"),
    ("“Yes,” she said, 'twas there.", "“Yes,” she said, ’twas there."),
    ("It’s the ’80s: rock 'n' roll was dead.", "It’s the ’80s: rock ’n’ roll was dead."),
    # the text's own pairs and inner spacing
    ('„Ja“, sagte sie. „Gut.“ "Nein", sagte er.', "„Ja“, sagte sie. „Gut.“ „Nein“, sagte er."),
    ('« Oui », dit-elle. "Non", dit-il.', "« Oui », dit-elle. « Non », dit-il."),
    ('«Да», — сказала она. "Нет", — сказал он.', "«Да», — сказала она. «Нет», — сказал он."),
    ('»Ja«, sagte sie. "Nein", sagte er.', "»Ja«, sagte sie. »Nein«, sagte er."),
    ('”Ja”, sa hon. "Nej", sa han.', "”Ja”, sa hon. ”Nej”, sa han."),
    ('„Tak”, powiedziała. "Nie", powiedział.', "„Tak”, powiedziała. „Nie”, powiedział."),
]

UNTOUCHED = [
    'Only "straight" marks, and it\'s fine.',
    "Only “curly” marks, and it’s fine.",
    "A mark that points the ”wrong” way.",
    "“He is 6' 2\" tall,” she said.",
    "A “big 27\" screen” and a 5' plank.",
    "He is 5'11\" tall. “Really?”",
    "40° 26' 46\" N, he said, “and no further.”",
    "“See `x = 'a'` there,” she said.",
    '“Call printf("hi"),” she said.',
    "“Go to https://example.org/it's,” she said.",
    "Hawaiʻi and Oʻahu, “she said.”",
    "彼は「はい」と言った。",
    "« Oui », dit-elle.",
    "„Ja“, sagte sie.",
    "»Ja«, sagte sie.",
]

CURLY = [
    ("en", 'He said, "Go," and left.', "He said, “Go,” and left."),
    ("en", "'It was late,' he said.", "‘It was late,’ he said."),
    ("en", "\"She told me 'no',\" he said.", "“She told me ‘no’,” he said."),
    ("en", "The '60s, class of '99, '20s' music.", "The ’60s, class of ’99, ’20s’ music."),
    ("en", "'Tis the dogs' turn, 'cause they're goin' home.",
     "’Tis the dogs’ turn, ’cause they’re goin’ home."),
    ("en", "He is 5' 11\" and the screen 27\" wide.", "He is 5′ 11″ and the screen 27″ wide."),
    ("en", "The \"27\" bus is 27' long.", "The “27” bus is 27′ long."),
    ("en", '"A 5" plank," he said.', "“A 5″ plank,” he said."),
    ("en", "``Quoted'' as in TeX.", "“Quoted” as in TeX."),
    ("en", '"One paragraph goes on\n\n"and ends."', "“One paragraph goes on\n\n“and ends.”"),
    ("en", '"A line\nbreak ends nothing."', "“A line\nbreak ends nothing.”"),
    ("en", '(“Old” and "new")', "(“Old” and “new”)"),
    ("en", 'set x="5" in `a "b"` and f("c")', 'set x="5" in `a "b"` and f("c")'),
    ("de", "\"Das ist 'gut'\", sagte sie.", "„Das ist ‚gut‘“, sagte sie."),
    ("de", "Wie geht's Hans' Hund?", "Wie geht’s Hans’ Hund?"),
    ("de-CH", '"Ja", sagte sie.', "„Ja“, sagte sie."),
    ("de-AT", '"Ja", sagte sie.', "„Ja“, sagte sie."),
    ("fr", 'Il dit : "C\'est l\'été".', "Il dit : «\u00a0C’est l’été\u00a0»."),
    ("fr", 'Il dit " oui ".', "Il dit «\u00a0oui\u00a0»."),
    ("es", '"Sí", dijo.', "“Sí”, dijo."),
    ("it", "\"Sì\", disse l'uomo.", "«Sì», disse l’uomo."),
    ("pt", '"Sim", disse.', "“Sim”, disse."),
    ("nl", '"Ja", zei ze.', "‘Ja’, zei ze."),
    ("pl", "\"To jest 'dobre'\", mówi.", "„To jest «dobre»”, mówi."),
    ("cs", '"Ano", řekla.', "„Ano“, řekla."),
    ("sv", '"Ja", sa hon.', "”Ja”, sa hon."),
    ("da", '"Ja", sagde hun.', "“Ja”, sagde hun."),
    ("nb", '"Ja", sa hun.', "«Ja», sa hun."),
    ("fi", '"Joo", hän sanoi.', "”Joo”, hän sanoi."),
    ("ru", 'Он: "Фильм "Брат" хорош".', "Он: «Фильм „Брат“ хорош»."),
    ("uk", 'Вона каже: "Так".', "Вона каже: «Так»."),
    ("ja", '彼は"はい"と言った。', "彼は「はい」と言った。"),
    ("zh", '他说："好的。"', "他说：“好的。”"),
    ("he", 'הוא אמר "כן".', "הוא אמר ”כן”."),
    ("ar", 'قال "نعم".', "قال ”نعم“."),
]  # fmt: skip

STRAIGHT = [
    ("“One” and ‘two’, it’s so.", "\"One\" and 'two', it's so."),
    ("„Ja“ und ‚nein‘", "\"Ja\" und 'nein'"),
    ("«\u00a0Oui\u00a0», dit-elle.", '"Oui", dit-elle.'),
    ("Hawaiʻi, 5′ 11″, 「はい」", "Hawaiʻi, 5′ 11″, 「はい」"),
    ("modifier letter ʼ stays, “so”", 'modifier letter ʼ stays, "so"'),
]

GUESSED = [
    ('"Das ist nicht der Hund", sagte sie und ging mit ihm.', "„"),
    ('"Ce n\'est pas le chien", dit-elle dans la rue.', "«"),
    ('Он сказал: "Это не собака".', "«"),
    ('"It is not the dog," she said and went with him.', "“"),
    ('"Xyzzy plugh", 12.', "“"),
]


@pytest.mark.parametrize(("before", "after"), CONSISTENT)
def test_a_mixture_becomes_consistent(before: str, after: str) -> None:
    assert scrubber.clean(before).text == after
    assert scrubber.clean(after).text == after


@pytest.mark.parametrize("text", UNTOUCHED)
def test_untouched(text: str) -> None:
    assert scrubber.clean(text).text == text
    assert scrubber.clean(text, quotes="keep").text == text


@pytest.mark.parametrize(("lang", "before", "after"), CURLY)
def test_curly(lang: str, before: str, after: str) -> None:
    assert scrubber.clean(before, quotes="curly", lang=lang).text == after


@pytest.mark.parametrize(("before", "after"), STRAIGHT)
def test_straight(before: str, after: str) -> None:
    assert scrubber.clean(before, quotes="straight").text == after


@pytest.mark.parametrize(("text", "mark"), GUESSED)
def test_the_language_is_guessed(text: str, mark: str) -> None:
    assert mark in scrubber.clean(text, quotes="curly").text


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("“Fine,” he said. Over.”\n", True),
        ("“Never closed, he said.\n\nNext one.\n", True),
        ('Only "one mark.\n\nNext one.\n', True),
        ("„Nie zu, sagte er.\n\nWeiter.\n", True),
        ("“Fine,” he said.\n", False),
        ("“Goes on\n\n“and ends.”\n", False),
        ('"Goes on\n\n"and ends."\n', False),
        ('A 27" screen.\n', False),
        ("„Gut“, sagte er. „Ja.”\n", False),
        ("«Да», — сказал он. «Нет».\n", False),
        ("”Ja”, sa hon.\n", False),
        ("It’s the dogs’ bowl.\n", False),
    ],
)
def test_an_unbalanced_mark_is_a_note(text: str, *, noted: bool) -> None:
    result = scrubber.clean(text)
    assert result.text == text
    assert ("QUO003" in {finding.code for finding in result.findings}) is noted


def test_an_unknown_language_is_an_error() -> None:
    with pytest.raises(ValueError, match="did you mean"):
        scrubber.clean("x", lang="german")


MARKS = st.lists(st.sampled_from([*"ab 9.,\n\"'“”‘’„‚«»", "\n\n", "'s", " '90s"]), max_size=60)


@given(MARKS.map("".join), st.sampled_from(("curly", "straight", "consistent")))
def test_only_marks_change(text: str, style: str) -> None:
    result = scrubber.clean(text, quotes=style, select=["QUO"]).text
    signs = str.maketrans("", "", "\"'“”‘’„‚«»‹›′″`\u00a0 ")
    assert result.translate(signs) == text.translate(signs)
    assert scrubber.clean(result, quotes=style, select=["QUO"]).text == result


@given(st.lists(st.sampled_from([*"ab .,\"'", "\n\n"]), max_size=60).map("".join))
def test_straight_undoes_curly(text: str) -> None:
    curly = scrubber.clean(text, quotes="curly", lang="en", select=["QUO"]).text
    assert scrubber.clean(curly, quotes="straight", select=["QUO"]).text == text
