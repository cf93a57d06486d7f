"""Quotation marks: the promises that hold in every language and style."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import scrubber
from scrubber.blocks import read
from scrubber.core import clean_document
from scrubber.model import Document, Origin
from scrubber.options import from_options
from scrubber.quotes.guess import guess_language
from scrubber.quotes.languages import closest_tag, is_known, pairs_of
from scrubber.quotes.lonely import lonely_marks
from scrubber.quotes.marks import marks_in

STYLES = ("keep", "consistent", "curly", "straight")
SIGNS = "\"'“”„‟«»‘’‚‛‹›′″`「」『』"
BLANKS = " \u00a0\u202f"

PIECES = [
    *"ab9 .,\n\"\"''“”‘’„‚«»‹›", "\n\n", "'s", " '90s", "``", " 5' 11\"", "ש", "は", "를",
    "— ", "(", ") ", "`", "word ", "\u00a0",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
LANGUAGES = st.sampled_from(["en", "de", "fr", "fr-CH", "sv", "pl", "hu", "ja", "nl", "he", None])


def noted(text: str) -> list[tuple[int, int]]:
    return [
        (finding.line, finding.column)
        for finding in scrubber.check(text, quotes="keep")
        if finding.code == "QUO003"
    ]


@settings(deadline=None)
@given(TEXTS, st.sampled_from(STYLES), LANGUAGES)
def test_only_marks_and_their_inner_blanks_change(text: str, style: str, lang: str | None) -> None:
    result = scrubber.clean(text, quotes=style, lang=lang, select=["QUO"]).text
    gone = str.maketrans("", "", SIGNS + BLANKS)
    assert result.translate(gone) == text.translate(gone)
    assert scrubber.clean(result, quotes=style, lang=lang, select=["QUO"]).text == result


@settings(deadline=None)
@given(TEXTS)
def test_a_text_of_one_style_stays(text: str) -> None:
    straight = text.translate(str.maketrans("", "", "“”‘’„‚«»‹›"))
    curly = text.translate(str.maketrans("", "", "\"'"))
    assert scrubber.clean(straight, select=["QUO"]).text == straight
    assert scrubber.clean(curly, select=["QUO"]).text == curly


@settings(deadline=None)
@given(st.lists(st.sampled_from([*"ab .,\"'", "\n\n", "it's ", '"so," ']), max_size=60))
def test_straight_undoes_curly(pieces: list[str]) -> None:
    text = re.sub("'+", "'", "".join(pieces))
    for lang in ("en", "de", "sv"):
        curly = scrubber.clean(text, quotes="curly", lang=lang, select=["QUO"]).text
        assert scrubber.clean(curly, quotes="straight", select=["QUO"]).text == text


@settings(deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(STYLES))
def test_protected_spans_stay(prose: str, code: str, style: str) -> None:
    text = f"{prose}“x” \"y\" {code} 'z'"
    start = len(text) - len(code) - 4
    plain = read(text, "text", Origin())
    document = Document(text, plain.split, protected=((start, start + len(code)),))
    spans = [(mark.start, mark.end) for mark in marks_in(document)]
    assert all(end <= start or first >= start + len(code) for first, end in spans)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("“Fine,” he said. Over.”\n", [(1, 23)]),
        ('"Fine," he said. Over."\n', [(1, 23)]),
        ("“Never closed, he said.\n\nNext one.\n", [(1, 1)]),
        ("“Never closed, he said.\n\n“Fine,” she said.\n\n“And,” he said.\n", []),
        ("Never “closed, he said.\n\nShe said “fine.”\n", [(1, 7)]),
        ('Only "one mark.\n\nNext one.\n', [(1, 6)]),
        ("„Nie zu, sagte er.\n\nWeiter.\n", [(1, 1)]),
        ("Er kam“, sagte sie.\n", [(1, 7)]),
        ("Il dit « oui.\n\nEt voilà.\n", [(1, 8)]),
        ("Он сказал: «Да.\n\nИ всё.\n", [(1, 12)]),
        ("彼は「はいと言った。\n", [(1, 3)]),
        ("彼ははい」と言った。\n", [(1, 5)]),
        ("One “here.\n\nTwo here” and more.”\n", [(3, 20)]),
        ("彼「は「いと「言った。\n\n彼は。\n\n彼「は。\n", [(1, 2), (5, 2)]),
        ("“A,” he said. B.”\n\n“C,” she said. D.”\n", [(1, 17), (3, 18)]),
    ],
)  # fmt: skip
def test_a_mark_alone_is_noted(text: str, places: list[tuple[int, int]]) -> None:
    assert noted(text) == places


@pytest.mark.parametrize(
    "text",
    [
        "“Fine,” he said.\n",
        '"Fine," he said.\n',
        "“Goes on\n\n“and ends.”\n",
        "“Goes on\n\nand on\n\nand ends.”\n",
        '"Goes on\n\n"and on\n\n"and ends."\n',
        "«Empieza\n\n»sigue\n\n»y acaba».\n",
        "„Geht weiter.\n\nUnd endet.“\n",
        "“Over\ntwo lines,” he said.\n",
        'A 27" screen and a 7" disc.\n',
        "A 27” screen.\n",
        "He is 6' 2\" tall.\n",
        "„Gut“, sagte er. „Ja.”\n",
        "»Ja«, sagte sie. »Nein.«\n",
        "»Ja», sa hon. ”Nej”, sa han.\n",
        "«Да», — сказал он. «Нет».\n",
        "«Он видел „Брата“ дважды».\n",
        "”Ja”, sa hon.\n",
        "彼は「『はい』と言った」と話した。\n",
        "צה״ל, צה\"ל, ארה”ב.\n",
        "Home » News » Today\n",
        "It’s the dogs’ bowl, ’twas said.\n",
        "`print(\"x)` is code.\n",
        "<custom-tag title=\"x> y\">\n",
        "A row of \"\"\" is none.\n",
    ],
)  # fmt: skip
def test_what_is_balanced_is_not_noted(text: str) -> None:
    assert noted(text) == []


def test_a_note_is_never_a_fix() -> None:
    result = scrubber.clean("“Fine,” he said. Over.”\n", unsafe_fixes=True)
    assert result.text == "“Fine,” he said. Over.”\n"
    assert [(f.code, f.fixed, f.fixable) for f in result.findings] == [("QUO003", False, False)]


def test_one_finding_a_line() -> None:
    text = '“A,” he said. “B.”\n"C," she said, and it\'s "D."\n“E,” he said. “F.”\n\'G\' it is.\n'
    found = [finding for finding in scrubber.check(text) if finding.code == "QUO001"]
    assert [(finding.line, finding.fixed) for finding in found] == [(2, True), (4, True)]
    assert found[0].message == "5 straight marks become typographic, as most of the text"


@pytest.mark.parametrize(
    ("tag", "outer", "inner"),
    [
        ("en", "“”", "‘’"), ("EN-gb", "“”", "‘’"), ("de_AT", "„“", "‚‘"), ("de-CH", "„“", "‚‘"),
        ("fr", "«»", "«»"), ("fr-BE", "«»", "«»"), ("fr-CH", "«»", "‹›"), ("pt-BR", "“”", "‘’"),
        ("pt-PT", "«»", "“”"), ("zh-Hans-CN", "“”", "‘’"), ("zh-Hant-TW", "「」", "『』"),
        ("zh-TW", "「」", "『』"), ("sr-Latn-RS", "„”", "’’"), ("nl", "‘’", "‘’"),
        ("no", "«»", "‘’"), ("hu", "„”", "»«"), ("es-419", "“”", "‘’"),
    ],
)  # fmt: skip
def test_pairs_of_a_tag(tag: str, outer: str, inner: str) -> None:
    assert pairs_of(tag)[:2] == (outer, inner)
    assert is_known(tag)


@pytest.mark.parametrize(
    ("lang", "meant"),
    [("german", "de"), ("Deutsch", "de"), ("englisch", "en"), ("frensh", "fr"), ("zh-", "zh")],
)
def test_an_unknown_language_is_an_error(lang: str, meant: str) -> None:
    assert closest_tag(lang) == meant
    with pytest.raises(ValueError, match=f"did you mean {meant}"):
        scrubber.clean("x", lang=lang)


@pytest.mark.parametrize("lang", ["", "x", "en US", "qqq", 7])
def test_what_is_no_tag_is_an_error(lang: object) -> None:
    with pytest.raises(ValueError, match="unknown language"):
        scrubber.clean("x", lang=lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The council said on Monday that the bridge would be closed."),
        ("de", "Der Rat hat am Montag gesagt, dass die Brücke nicht offen ist."),
        ("fr", "Le conseil a dit lundi que le pont ne serait pas ouvert."),
        ("es", "El consejo dijo el lunes que el puente no se abrirá."),
        ("it", "Il consiglio ha detto che il ponte non è aperto per la gente."),
        ("pt", "O conselho disse que a ponte não será aberta para o público."),
        ("nl", "De raad zei maandag dat het viaduct niet open is voor auto's."),
        ("pl", "Rada powiedziała w poniedziałek, że most nie jest otwarty."),
        ("cs", "Rada řekla, že most je v pondělí zavřený, protože se na něm pracuje."),
        ("sv", "Rådet sade på måndagen att bron inte är öppen för bilar."),
        ("da", "Rådet sagde mandag, at broen ikke er åben, og det er af hensyn til biler."),
        ("no", "Rådet sa mandag at broen ikke er åpen, og det er av hensyn til biler."),
        ("fi", "Neuvosto sanoi maanantaina, että silta ei ole auki, mutta se on ehjä."),
        ("tr", "Meclis, köprünün bir süre için kapalı olduğunu ve daha sonra açılacağını söyledi."),
        ("hu", "A tanács azt mondta, hogy a híd nem nyitott, és ez egy hétig tart."),
        ("ro", "Consiliul a spus că podul nu este deschis pentru mașini și camioane."),
        ("ru", "Совет сообщил, что мост закрыт, и это надолго."),
        ("uk", "Рада повідомила, що міст закрито, і її рішення остаточне."),
        ("bg", "Съветът съобщи, че мостът е затворен."),
        ("el", "Το συμβούλιο είπε ότι η γέφυρα είναι κλειστή."),
        ("he", "המועצה הודיעה שהגשר סגור."),
        ("ar", "قال المجلس إن الجسر مغلق."),
        ("ja", "市議会は橋が閉まっていると述べた。"),
        ("zh", "市议会说这座桥已经关闭了。"),
        ("zh-Hant", "市議會說這座橋對車輛關閉了。"),
        ("ko", "시의회는 다리가 닫혔다고 말했다."),
        ("en", "Xyzzy plugh."),
        ("en", "12, 13, 14."),
        ("en", ""),
    ],
)
def test_the_language_is_guessed(lang: str, text: str) -> None:
    assert guess_language(text) == lang


@pytest.mark.parametrize("unit", [*'"', "'", '"a ', "'a ", '5" ', '“x" ', "``", '<a "', '("'])
def test_long_rows_take_no_long_time(unit: str) -> None:
    text = "“x” ’ " + unit * (20_000 // len(unit)) + ' "y" it\'s'
    for style in ("consistent", "curly", "straight"):
        scrubber.clean(text, quotes=style, select=["QUO"])


def test_marks_alone_come_in_order() -> None:
    document = read("“A.\n\nB.”\n\nC.”\n\n“D.\n\nE.\n", "text", Origin())
    assert [mark.start for mark in lonely_marks(document)] == [12, 15]


@pytest.mark.parametrize(
    ("text", "lang", "source_format"),
    [
        ("’``a\n``'\n'`'\n\n’", "it", "text"),
        ("\"  \"\"'a\n\"  '' a'\n'", "fr-CH", "text"),
        ("' a'  a'  'a''a a 'aa'aa' a'aa'      '  ' ' a' a' ''aa a'", "fr", "markdown"),
    ],
    ids=["grave accents", "rows", "Markdown"],
)
def test_marks_that_tell_each_other_settle_at_once(
    text: str, lang: str, source_format: str
) -> None:
    curly = from_options(quotes="curly", lang=lang)
    result = clean_document(read(text, source_format, Origin()), curly)
    again = clean_document(read(result.text, source_format, Origin()), curly)
    assert again.text == result.text


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("«\u00a0',‘,5'»''“\n\n,\n\n", None),
        ("「\n\n'「’5\"\"''", "fr"),
        ('‘é’Bo\n\u00a0“5"\'5"a', "fr"),
        ('›–5"5\'"(«’"“"»(\'‚', "fr"),
        ("\"»l'‚\u00a0\"  ,”'5'’''‹", "fr"),
    ],
)
def test_mixed_marks_and_their_blanks_settle(text: str, lang: str | None) -> None:
    result = scrubber.clean(text, lang=lang).text
    assert scrubber.clean(result, lang=lang).text == result
