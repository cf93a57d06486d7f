"""Mojibake: what is repaired, what stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scrubber
from scrubber.core import clean_bytes
from scrubber.mojibake.plan import replay
from scrubber.settings import Settings

SENTENCES = (
    "Der Zug nach Köln fährt heute früher, weil die Gleise später gesperrt werden.",
    "L’été dernier, la mairie a déjà refusé cette idée – « trop chère », disait-elle.",
    "“It’s late,” she said — and it wasn’t the first time…",
    "Příliš mnoho dětí čeká na vlak, který přijede až večer.",
    "Pociąg do Łodzi odjeżdża później, bo śnieg wciąż leży na torach.",
    "Поезд в Казань сегодня уходит раньше, чем обычно.",
    "Το τρένο για την Πάτρα φεύγει σήμερα νωρίτερα.",
    "今日の列車はいつもより早く出発します。",
    "오늘 기차는 평소보다 일찍 출발합니다.",
    "يغادر القطار اليوم في وقت أبكر من المعتاد.",
)
CODECS = (
    "latin-1", "cp1252", "cp1250", "cp1251", "koi8-r", "mac-roman", "cp437", "cp850", "cp866",
    "iso8859-2",
)  # fmt: skip


def misread(text: str, codec: str) -> str:
    """UTF-8 read as ``codec``; a byte without a reading becomes its control."""
    return "".join(
        bytes((byte,)).decode(codec, "ignore") or chr(byte) for byte in text.encode("utf-8")
    )


def mend(text: str) -> str:
    return scrubber.clean(text, select=["ENC"]).text


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_misread_sentence_is_repaired(sentence: str, codec: str) -> None:
    assert mend(misread(sentence, codec)) == sentence


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_misread_twice_is_repaired(sentence: str) -> None:
    result = scrubber.clean(misread(misread(sentence, "cp1252"), "cp1252"), select=["ENC"])
    assert result.text == sentence
    assert result.findings[0].plan[1::2] == ("decode as utf-8",) * 2


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The cafÃ© is open.", "The café is open."),
        ("It isnâ€™t open.", "It isn’t open."),
        ("It isnÔÇÖt open.", "It isn’t open."),
        # a letter that the text has elsewhere, or of the script that it is in
        ("오늘 ë°¤ 기차가 떠난다.", "오늘 밤 기차가 떠난다."),
        # within a word of a sentence, though not of a title
        ("De sto lenge pÃ¥ brygga og ventet.", "De sto lenge på brygga og ventet."),
        # a dash beside a sound one names nothing
        (
            "Он ушёл — так и было, а потом пришёл снова â€” и остался.",
            "Он ушёл — так и было, а потом пришёл снова — и остался.",
        ),
        # which codec it was, the sound letters beside it tell
        ("Så kom ogsĂĽ båten før øya.", "Så kom også båten før øya."),
        ("Dobrý den, kdo tu má b├¢t?", "Dobrý den, kdo tu má být?"),
        ("It isnтАЩt open.", "It isn’t open."),
        ("Itâ€™s “open”, she said.", "It’s “open”, she said."),  # sound text stays
        ("Der Bäcker sagt, die StraÃŸe sei gesperrt.", "Der Bäcker sagt, die Straße sei gesperrt."),
        ("The fare is Â£5 – and rising.", "The fare is £5 – and rising."),
        ("Le cafГ© est fermГ©.", "Le café est fermé."),
        ("Una idea cafц╘.", "Una idea café."),
        ("Il est dГ©jГ\xa0 tard.", "Il est déjà tard."),
        ("Die M√ºhle l√§uft.", "Die Mühle läuft."),
        ("A na├»ve caf├⌐.", "A naïve café."),
        ("Вчера шёл дождь, Ð½Ð¾ Ð½ÐµÐ´Ð¾Ð»Ð³Ð¾.", "Вчера шёл дождь, но недолго."),
        ("Wellâ€”yes ðŸ˜€", "Well—yes 😀"),
        ("A Kolaâ„¢ ad", "A Kola™ ad"),
        ("ðŸ˜€", "😀"),
        ("Både båt – og fÃ¥r – er her.", "Både båt – og får – er her."),
        ("Los Ăşltimos Ăşteros Ăştiles", "Los últimos úteros útiles"),
        ("cafeÌ\x81", "café"),
        # a broken word is repaired as a whole
        ("Zpráva o vĂ˝stavbÄ› školy", "Zpráva o výstavbě školy"),
        ("Bugün ÅŸarkÄ± var", "Bugün şarkı var"),
        # a long one tells its codec by itself
        ("Вчора шёл РґРѕР¶РґСЊ и снег.", "Вчора шёл дождь и снег."),
        ("Учора ╨┤╨▓╤û╤Ç мили.", "Учора двір мили."),
        ("Учора РјС–СЃС‚ відкрили, Міську раду теж.", "Учора міст відкрили, Міську раду теж."),
        ("قال إن ШіЩЉЩЃШЄШ\xad غدا.", "قال إن سيفتح غدا."),
        ("आज à¤•à¤¿ बारिश होगी।", "आज कि बारिश होगी।"),
        # marks of sound text do not count as garble
        ("¿Cuándo saldrÃ¡ el tren? ¡Ya!", "¿Cuándo saldrá el tren? ¡Ya!"),
    ],
)
def test_by_sequence(before: str, after: str) -> None:
    assert mend(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # a no-break space of a sequence became a space
        ("Il va Ã  la mer, dÃ©jÃ  tranquille.", "Il va à la mer, déjà tranquille."),
        ("SÃ³ vai Ã s crianÃ§as.", "Só vai às crianças."),
        ("Byt ve Å panÄ›lsku stojÃ­ mÃ©nÄ›.", "Byt ve Španělsku stojí méně."),
        # a sound letter before a space is no half of a sequence
        (
            "Я ел суп с другом, я р дом. п╡п╣я│п╫п╬п╧ п╡п╣я│п╫п╬п╧",
            "Я ел суп с другом, я р дом. весной весной",
        ),
        ("Я сказал: п п╟п╨ п╢п╣п╩п╟? Он с ней.", "Я сказал: Как дела? Он с ней."),
        ("В Твери снег. РЎРЅРµРі РёРґС‘С‚ РґР°РІРЅРѕ.", "В Твери снег. Снег идёт давно."),
        # a byte was lost
        ("â€œItâ€™s late,â€\ufffd she said.", "“It’s late,” she said."),
        ("â€œItâ€™s late,â€? she said.", "“It’s late,” she said."),
        ("â€œItâ€™s late,â€ she said.", "“It’s late,” she said."),
    ],
)
def test_lost_bytes(before: str, after: str) -> None:
    assert mend(before) == after


@pytest.mark.parametrize(
    "text",
    [
        *SENTENCES,
        "voilÃ le travail",  # no whole sequence stands in the text
        "Is it Â or Ã? And what of Ð, and Ñ?",
        "LE CAFÉ… ET “LE BEBÉ”",
        "Ломается кодировка: вместо «é» видно «Г©».",
        "文字化けで「é」が「Ã©」になる。",
        "OLÉ” EN LA PLAZA",
        "C O N C L U S Ã O",
        "He paid 5×£35.",
        "PLAYA® AND SEÑOR™",
        "“Äpfel” und ‚Öl‘, «Übung»",
        "L’été, l’état, d’élan",
        "«É» – “é” — ‘ê’",
        "Він і Його діти, Вінниця",
        "её ещё моё всё",
        "√2 ≈ 1.41 and √π, ∆x, 5≈£5",
        "ƒ(x) = ¬p",
        "СмартАвто и ВинтАШ",
        "– turns into â€“ here",
        "In the table, é is listed as Ã© and ö as Ã¶.",
        "í ráðúneytið, ýmist þá eða þó",
        "╔══╗\n║ok║\n╚══╝",
        "When UTF-8 is read as Latin-1, é becomes Ã©.",
        "The apostrophe (’) turns up as “â€™” all over the archive.",
        "The sequence `Ã¼` is mojibake.",
        "a lost \ufffd and a question?",
        "Hva? Å gå. Ø. Æ.",
        "ВІД» ДІМ™ її «ВІЧ»",
        "ΜΟΝΑΧΌΣ® ΕΊΝ»",
        "The word «її» and the name “Єва”.",
        "‚Äpfel‘ und ‚Özil‘",
        "Bremer – DrÃ¥ber",
    ],
)
def test_sound_text_stays(text: str) -> None:
    assert mend(text) == text


def test_mojibake_in_an_article_keeps_its_sound_part() -> None:
    sound = "“Der Zug ist spät”, sagt Müller.\n\n"
    broken = "Die TÃ¼r ist zu, â€žwie immerâ€œ.\n"
    assert mend(sound + broken) == sound + "Die Tür ist zu, „wie immer“.\n"


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("codec", CODECS)
def test_the_plan_can_be_replayed(sentence: str, codec: str) -> None:
    for finding in scrubber.clean(misread(sentence, codec), select=["ENC003"]).findings:
        assert finding.plan
        assert replay(finding.before, finding.plan) == finding.after


@pytest.mark.parametrize(
    "codecs",
    [
        ("cp1252", "cp1251"),
        ("mac-roman", "cp1252"),
        ("cp1252", "cp1252", "latin-1"),
        ("cp437",) * 2,
    ],
)
def test_misread_by_several_codecs_in_turn(codecs: tuple[str, ...]) -> None:
    text = "Die Tür – „schön“ – führt hinaus."
    broken = text
    for codec in codecs:
        broken = misread(broken, codec)
    assert mend(broken) == text


def test_lines_of_several_codecs_in_one_text() -> None:
    broken = "\n".join(
        misread(sentence, codec) for sentence, codec in zip(SENTENCES, CODECS, strict=False)
    )
    assert mend(broken) == "\n".join(SENTENCES[: len(CODECS)])


@pytest.mark.parametrize(
    ("sentence", "codec"),
    [
        ("El señor Núñez compró un pequeño jardín.", "iso8859-2"),  # not of cp1250: seùor
        ("Børnene løb på de små både ved søen.", "iso8859-2"),
        ("Fünf Bürger grüßen müde.", "iso8859-2"),  # not fßnf
        ("Počet knjižnica žele učenici.", "cp850"),  # not of cp437: knjiŝnica
        ("La città è più bella perché c’è già un caffè.", "cp850"),
        ("ÇA VA OÙ?", "cp1252"),
    ],
)
def test_of_several_readings_the_likeliest_is_taken(sentence: str, codec: str) -> None:
    assert mend(misread(sentence, codec)) == sentence


def test_one_repair_uncovers_another() -> None:
    source = "LвЂ™Г©tГ© Г  KÃ¶ln là"
    result = scrubber.clean(source, select=["ENC003"])
    assert result.text == "L’été à Köln là"
    assert len(result.findings) == 1
    assert (result.findings[0].line, result.findings[0].column) == (1, 2)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Caf&Atilde;&copy; &amp; th&Atilde;&#169;</p>\n", "<p>Café &amp; thé</p>\n"),
        ("<p>&acirc;&euro;&oelig;Soâ€&#157; &#226;&#128;&#147; no</p>\n", "<p>“So” – no</p>\n"),
        ("<p>It&amp;acirc;&amp;euro;&amp;trade;s late</p>\n", "<p>It’s late</p>\n"),
        ("<p title='Caf&Atilde;&copy;'>&Eacute;t&eacute;</p>\n", ""),
        ("<p>CAF&Eacute;&rdquo; &lt;b&gt; &Atilde; &copy; &#157; &bogus;</p>\n", ""),
        ("<p>In UTF-8 &eacute; may turn into &Atilde;&copy;.</p>\n", ""),
    ],
)
def test_references_of_a_page_that_spell_it(before: str, after: str) -> None:
    assert clean_bytes(before.encode(), Settings(), "html").data.decode() == (after or before)


def test_the_plan_of_a_line_names_what_another_one_uncovered() -> None:
    source = "Das kostet 5 â‚¬ â€“\nLвЂ™Г©tГ© Г  KÃ¶ln là\n"
    first, second = scrubber.clean(source, select=["ENC003"]).findings
    assert "encode as latin-1" not in first.plan
    assert second.plan[-2] == "encode as latin-1"
    assert replay(second.before, second.plan) == second.after


def test_references_are_a_step_of_the_plan() -> None:
    [finding] = clean_bytes(b"<p>Caf&Atilde;&copy;</p>\n", Settings(), "html").findings
    assert replay(finding.before, finding.plan) == finding.after


def test_an_unknown_step_is_named() -> None:
    with pytest.raises(ValueError, match="unknown step 'guess'"):
        replay("text", ("guess",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\x93yes\x94", "“yes”"),
        ("wait\x85\n", "wait…\n"),
        ("na\x81ve", "nave"),
        ("â\x80\x9cyesâ\x80\x9d\x85", "“yes”…"),
    ],
)
def test_c1_controls_are_read_as_cp1252(before: str, after: str) -> None:
    assert mend(before) == after


@pytest.mark.parametrize(
    ("before", "after", "source_format"),
    [
        (
            "It is \x93late\x94.\n\n    a = '\x93'\n",
            "It is “late”.\n\n    a = '\x93'\n",
            "markdown",
        ),
        ("<p title='\x93'>\x93late\x94</p>\n", "<p title='\x93'>“late”</p>\n", "html"),
    ],
)
def test_protected_controls_stay(before: str, after: str, source_format: str) -> None:
    assert clean_bytes(before.encode(), Settings(), source_format).data == after.encode()


def test_a_lost_character_is_a_note() -> None:
    result = scrubber.clean("caf\ufffd and na\ufffdve\n", select=["ENC004"])
    assert [(f.line, f.message, f.fixable) for f in result.findings] == [
        (1, "2 characters were lost", False)
    ]


@given(st.text(alphabet=st.sampled_from("aeÃ©â€™ Â£ГЎ√├┤\x80\x9d\ufffd?\xad\xa0ÄÅ“”…лЁё\n")))
def test_any_text_settles(text: str) -> None:
    result = scrubber.clean(text, select=["ENC"])
    assert scrubber.clean(result.text, select=["ENC"]).text == result.text


@given(st.sampled_from(SENTENCES), st.sampled_from(CODECS))
def test_a_repaired_text_is_sound(sentence: str, codec: str) -> None:
    assert mend(mend(misread(sentence, codec))) == sentence
