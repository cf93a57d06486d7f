"""Characters that show nothing: which go, and which have a task."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scrubber

ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"

REMOVED = [
    # soft hyphen, zero-width space, marks of order
    ("Bürger\u00admeister", "Bürgermeister"),
    ("\u00adStart and end\u00ad", "Start and end"),
    ("zero\u200bwidth", "zerowidth"),
    ("a \u200b word", "a word"),
    ("an inner \ufeffmark", "an inner mark"),
    ("word\u2060joiner", "wordjoiner"),
    ("a\u2061b\u2062c\u2063d\u2064e", "abcde"),
    ("an object \ufffchere", "an object here"),
    ("\u00ad\u200b\u2060several", "several"),
    # joiners and selectors where they join and select nothing
    ("Auf\u200clage", "Auflage"),
    ("La\u200dtin", "Latin"),
    ("trailing\u200d and \u200cleading", "trailing and leading"),
    ("Latin\ufe0f letters\ufe0e", "Latin letters"),
    ("1\ufe0f. No keycap", "1. No keycap"),
    ("heart \u2764\ufe0f\ufe0f", "heart \u2764\ufe0f"),
    ("A\U000e0100 letter", "A letter"),
    ("می\u200cخواهم\u200c برود", "می\u200cخواهم برود"),
    ("می\u200c\u200cخواهم", "می\u200cخواهم"),
    ("é\u034f too", "é too"),
    # direction signs in a text that runs from left to right
    ("\u200eleft\u200f to right", "left to right"),
    ("an \u202aembedded\u202c word", "an embedded word"),
    ("an \u2068isolated\u2069 word", "an isolated word"),
    ("\u202eoverride", "override"),
    ("\u061cmark", "mark"),
    # unbalanced ones elsewhere
    ("שלום \u202eעולם", "שלום עולם"),
    ("שלום\u202c עולם", "שלום עולם"),
    ("\u2067שלום\nעולם\u2069", "שלום\nעולם"),
    ("\u2067\u202bשלום\u2069 עולם\u202c", "\u202bשלום עולם\u202c"),
    # tag characters
    ("hidden\U000e0068\U000e0069 text", "hidden text"),
    ("\U000e0001\U000e0065\U000e006etagged", "tagged"),
    ("\U0001f3f4\U000e0067\U000e0062 broken", "\U0001f3f4 broken"),
    # controls leave no blank
    ("a\x00b\x08c\x7fd", "abcd"),
    ("wire\x03", "wire"),
    ("a \x1a b", "a b"),
    ("\x1b[31mred\x1b[0m text", "red text"),
    ("re\x1bset", "reset"),
    ("\x1ca\x1db\x1ec\x1f", "abc"),
    # those that part words still do
    ("page one\x0cpage two", "page one\npage two"),
    ("page one \x0c page two", "page one\npage two"),
    ("page one\n\x0cpage two", "page one\npage two"),
    ("page one\x0c\npage two", "page one\npage two"),
    ("page one\n\x0c\npage two", "page one\n\npage two"),
    ("\x0cpage", "page"),
    ("page\x0c", "page"),
    ("one\x0btwo", "one\ntwo"),
    ("one\u2028two", "one\ntwo"),
    ("one \u2028 two", "one\ntwo"),
    ("one\u2028\ntwo", "one\ntwo"),
    ("One.\u2029Two.", "One.\n\nTwo."),
    # normalization form C
    ("cafe\u0301", "café"),
    ("A\u030angstro\u0308m", "Ångström"),
    ("\u212bngstr\u00f6m \u2126 \u212a", "Ångström Ω K"),
    ("o\u0302\u0323", "\u1ed9"),
    ("q\u0307\u0323", "q\u0323\u0307"),
    ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
    ("\uf900\ufa1e", "豈羽"),
    ("\u0915\u093c", "\u0915\u093c"),
    ("\u0958", "\u0915\u093c"),
    ("\u03b1\u0345\u0301", "\u1fb4"),
    ("ok \u1f71 ok", "ok \u03ac ok"),
]

KEPT = [
    "naïve café, Ångström, İstanbul, tiếng Việt",
    "ﬁrst ﬂight, Ｔｅａ ｶﾀｶﾅ, ㎏ ½ x² ℡ № ™ ﷺ",
    "क़ ড় ਸ਼ decomposed by the standard",
    "\u2764\ufe0f red, \u2764\ufe0e text, \u2764 plain",
    "1\ufe0f\u20e3 #\ufe0f\u20e3 *\ufe0f\u20e3 keycaps",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 family",
    "\U0001f469\U0001f3fd\u200d\U0001f4bb coder",
    "\U0001f3f3\ufe0f\u200d\U0001f308 flag",
    "\U0001f937\u200d\u2642\ufe0f shrug",
    "\U0001f642\u200d\u2194\ufe0f head",
    f"{ENGLAND} wins",
    "\U0001f1e9\U0001f1ea flag of letters",
    "می\u200cخواهم",
    "PDF\u200cها",
    "ه\u200d abbreviates",
    "क्\u200dष and क्\u200cष",
    "ന്\u200d at the end",
    "ශ්\u200dරී ලංකා",
    "葛\U000e0100飾区 and 、\ufe00",
    "ᠠ\u180b Mongolian",
    "≨\ufe00 relation",
    "שלום \u200fעולם\u200e (A)",
    "שלום \u202bעולם\u202c",
    "مرحبا \u2068A\u2069 بكم",
    "ف\u0301 with a mark",
    "Pier\tFerries\nNorth\t12",
    "全角　空白",
]


def clean(text: str) -> str:
    return scrubber.clean(text + "\n").text.removesuffix("\n")


@pytest.mark.parametrize(("before", "after"), REMOVED)
def test_removed(before: str, after: str) -> None:
    assert clean(before) == after


@pytest.mark.parametrize("text", KEPT)
def test_kept(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("hidden", ["\u00ad", "\u200b", "\x00", "\ufeff"])
def test_what_keeps_a_tag_from_being_one_stays(hidden: str) -> None:
    text = f"Write <{hidden}b> and <scr{hidden}ipt>."
    assert clean(text) == text


def test_the_finding_names_what_went() -> None:
    (finding,) = scrubber.clean("Bürger\u00admei\u00adster\u200b\n").findings
    assert finding.message == "3 invisible characters removed: soft hyphen, zero width space"


@given(st.text(max_size=200))
def test_the_result_is_normalized(text: str) -> None:
    assert unicodedata.is_normalized("NFC", scrubber.clean(text, select=["ENC006"]).text)


@given(
    st.text(
        st.sampled_from("a\u0301\u0323\u1100\u1161\u11a8\u09c7\u09be\u0f71\u0f72\u212b\n "),
        max_size=30,
    )
)
def test_normal_by_stretches_is_normal_as_a_whole(text: str) -> None:
    assert scrubber.clean(text, select=["ENC006"]).text == unicodedata.normalize("NFC", text)


@given(st.text(max_size=100))
def test_no_control_is_left(text: str) -> None:
    result = scrubber.clean(text.replace("<", "")).text
    assert not set(map(chr, (*range(9), *range(11, 13), *range(14, 32), 127))) & set(result)
