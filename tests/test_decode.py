"""Bytes to text and back."""

from __future__ import annotations

import codecs
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubber.blocks import read
from scrubber.core import clean_bytes, clean_document
from scrubber.decode import DecodeError, decode, encode
from scrubber.model import Origin
from scrubber.mojibake.repair import undo_file
from scrubber.settings import Settings

if TYPE_CHECKING:
    from scrubber.model import Finding, Result

GERMAN = "Der Zug nach Köln fährt heute früher: „Wir müssen pünktlich schließen“, sagt er.\n"
POLISH = "Pociąg do Łodzi odjeżdża później, bo śnieg wciąż leży na torach.\n"
CZECH = "Příliš mnoho dětí čeká na vlak, který přijede až večer.\n"
RUSSIAN = "Поезд в Казань сегодня уходит раньше, чем обычно.\n"
JAPANESE = "今日の列車はいつもより早く出発します。駅でお待ちください。\n"
CHINESE = "今天去广州的火车比平时早开，请在车站等候。\n"
ENGLISH = "“The ferry’s late,” she said — and it wasn’t the first time…\n"


def clean(data: bytes) -> Result:
    text, origin = decode(data)
    return clean_document(read(text, "text", origin), Settings())


def codes(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        (ENGLISH, "cp1252"),
        ("The café on the corner.\n", "cp1252"),
        ("It costs £5, not £10.\n", "cp1252"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (CZECH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso2022_jp"),
        (CHINESE, "gb18030"),
        (CHINESE, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
        (ENGLISH, "utf-32-le"),
    ],
)
def test_a_legacy_encoding_is_detected(text: str, encoding: str) -> None:
    found, origin = decode(text.encode(encoding))
    assert found == text
    assert origin.evidence
    assert not origin.bom


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_left_out(mark: bytes, encoding: str) -> None:
    text, origin = decode(mark + GERMAN.encode(encoding))
    assert text == GERMAN
    assert origin.encoding == encoding
    assert origin.bom
    assert encode(text, origin) == GERMAN.encode()


@pytest.mark.parametrize(
    ("data", "text", "spans"),
    [
        ("Café – ".encode() + b"\x93ja\x94", "Café – “ja”", ((7, 11),)),
        (b"It\x92s \x93here\x94 \x97 caf\xc3\xa9", "It’s “here” — café", ((2, 13),)),
        ("Ćma, łąka, wieś: ".encode() + "żółw".encode("cp1250"), "Ćma, łąka, wieś: żółw", None),
        ("Привет, ".encode() + "мир".encode("cp1251"), "Привет, мир", ((8, 11),)),
    ],
)
def test_foreign_bytes_are_read_where_they_stand(
    data: bytes, text: str, spans: tuple[tuple[int, int], ...] | None
) -> None:
    found, origin = decode(data)
    assert found == text
    assert origin.encoding == "utf-8"
    assert origin.repaired == spans or spans is None


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)), b"\0\1\2\3", b"\x80\x81\x82\x83"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DecodeError, match="--encoding"):
        decode(data)


@pytest.mark.parametrize(
    "data",
    [
        b"\xe9\n",
        b"5\xb0 C\n",
        b"12 \x80\n",
        b"100 \xa4\n",
        b"50\xa2\n",
        b"a\x80b\n",
        b"abc \x81\x8d text\n",
        b"one \xf8 two",
        b"na\xefve\n",
        b"caf\x8e",
        "Да".encode("cp1251"),
    ],
)
def test_a_few_bytes_that_could_be_much_are_refused_with_the_candidates(data: bytes) -> None:
    with pytest.raises(DecodeError, match=r"candidates: \w.*--encoding"):
        decode(data)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("café\n", "cp1252"),
        ("Grüße\n", "cp1252"),
        ("Zürich\n", "cp1252"),
        ("¿Qué?\n", "cp1252"),
        ("x × y\n", "cp1252"),
        ("© 2020 Harbour Board\n", "cp1252"),
        ("1½ cups of flour\n", "cp1252"),
        ("A naïve idea is better than none.\n", "cp1252"),
        ("Müller fuhr nach Köln.\n", "mac-roman"),
        ("Поезд\n", "cp1251"),
        ("Добрый день\n", "cp1251"),
        ("Привет, мир\n", "koi8-r"),
        # letters of Polish beside those of Czech: the other Central European encoding
        ("Vlak přijede ještě večer.\n", "iso8859-2"),
        ("Šest dětí čeká na ještě větší štěstí.\n", "iso8859-2"),
        ("Kdo má rád zimu, najde v horách dost sněhu až do března, říká správce.\n", "iso8859-2"),
        (
            "Wójt ogłosił, że źródło wody w gminie będzie dostępne dla każdego już w środę.\n",
            "iso8859-2",
        ),
    ],
)
def test_a_short_text_is_read_where_one_reading_is_far_ahead(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


def test_random_bytes_are_refused() -> None:
    for seed in range(20):
        with pytest.raises(DecodeError, match="--encoding"):
            decode(random.Random(seed).randbytes(200))


def test_a_stray_null_does_not_make_a_text_binary() -> None:
    assert decode(b"The ferry leaves\0 at noon.\n")[0] == "The ferry leaves\0 at noon.\n"


def test_a_stray_null_goes_with_a_finding() -> None:
    cleaned = clean_bytes(b"The fer\0ry leaves at noon.\n", Settings(), "text")
    assert cleaned.data == b"The ferry leaves at noon.\n"
    assert [(found.code, found.line) for found in cleaned.findings] == [("WSP002", 1)]


def test_the_named_encoding_overrides() -> None:
    data = "naïve".encode("cp1252")
    assert decode(data, "cp437")[0] == data.decode("cp437")
    assert decode("naïve".encode(), "latin-1")[0] == "naÃ¯ve"
    assert decode(codecs.BOM_UTF16_LE + "naïve".encode("utf-16-le"), "utf-16")[0] == "naïve"
    assert decode(codecs.BOM_UTF8 + "naïve".encode(), "UTF8")[0] == "naïve"


@pytest.mark.parametrize("name", ["utf-9", "rot13", "hex", "windows", ""])
def test_an_unknown_encoding_is_named_with_the_closest(name: str) -> None:
    with pytest.raises(ValueError, match="unknown encoding"):
        decode(b"plain", name)


def test_the_named_encoding_must_fit() -> None:
    with pytest.raises(DecodeError, match="0x81"):
        decode(b"na\x81ve", "cp1252")
    with pytest.raises(DecodeError, match="byte 0 "):
        decode(b"\x93na\xefve\x94", "utf-8")


@pytest.mark.parametrize(
    ("data", "text", "newline"),
    [
        (b"a\r\nb\r\n", "a\nb\n", "\r\n"),
        (b"a\rb\r", "a\nb\n", "\r"),
        (b"a\nb", "a\nb", "\n"),
        (b"a", "a", "\n"),
        (b"a\r\nb\nc\n", "a\r\nb\nc\n", "\n"),
        (b"a\r\nb\r\nc\n", "a\r\nb\r\nc\n", "\r\n"),
        (b"a\nb\r\n", "a\nb\r\n", "\n"),
        (b"a\r\nb\n", "a\r\nb\n", "\r\n"),
        (b"a\r\nb\rc\r\nd\r", "a\r\nb\rc\r\nd\r", "\r\n"),
        (b"a\rb\r\n", "a\rb\r\n", "\r"),
        (b"a\r\r\nb", "a\r\r\nb", "\r"),
    ],
)
def test_line_ends(data: bytes, text: str, newline: str) -> None:
    found, origin = decode(data)
    assert (found, origin.newline) == (text, newline)
    assert encode(found, origin) == data


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    data = text.encode()
    found, origin = decode(data)
    assert encode(found, origin) == data.removeprefix(codecs.BOM_UTF8)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, origin = decode(data)
    except DecodeError:
        return
    encode(text, origin)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (GERMAN.encode(), []),
        (GERMAN.encode("cp1252"), ["ENC001"]),
        (codecs.BOM_UTF8 + GERMAN.encode(), ["ENC002"]),
        (codecs.BOM_UTF8 + codecs.BOM_UTF8 + GERMAN.encode(), ["ENC002", "ENC002"]),
        (GERMAN.encode() + b"\x93ja\x94\nund\n\x93nein\x94\n", ["ENC001", "ENC001"]),
    ],
)
def test_findings(data: bytes, expected: list[str]) -> None:
    found = [f for f in clean(data).findings if f.code in ("ENC001", "ENC002")]
    assert codes(tuple(found)) == expected
    assert all(finding.fixed for finding in found)


def test_foreign_bytes_are_placed_in_the_source() -> None:
    data = "\n\n\nIt  costs — 5.\n\n\n\nSo – said ".encode() + b"\x93yes\x94.\n\nAnd \x93no\x94.\n"
    result = clean(data)
    found = [(f.line, f.column) for f in result.findings if f.code == "ENC001"]
    assert found == [(8, 11), (10, 5)]
    assert result.text == "It costs — 5.\n\nSo – said “yes”.\n\nAnd “no”.\n"


def test_a_source_with_markup_is_undone_as_a_whole() -> None:
    text, origin = "# TÃ¼r\n\n![GrÃ¶ÃŸe](a.png)\n", Origin()
    assert undo_file(text)[0] == "# Tür\n\n![Größe](a.png)\n"
    assert undo_file("# TÃ¼r und Größe\n") == ("# TÃ¼r und Größe\n", ())
    steps = undo_file(text)[1]
    document = read("Tür.\n", "text", origin._replace(misread=steps))
    (finding,) = clean_document(document, Settings()).findings
    assert (finding.code, finding.fixed, finding.plan) == ("ENC003", True, steps)


def test_no_mark_stays_inside_the_text() -> None:
    assert clean(codecs.BOM_UTF8 * 3 + b"text\n").text == "text\n"


@pytest.mark.parametrize("text", ["\ud83d", "a \udc80 b\n", "\ud83d\ude00"])
def test_lone_surrogates_do_no_harm(text: str) -> None:
    import scrubber

    assert scrubber.clean(text).text == text
