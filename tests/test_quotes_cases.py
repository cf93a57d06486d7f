"""Hard cases of quotation marks in many languages: what changes, and what must not."""

from __future__ import annotations

import pytest

import scrubber

N = "\u00a0"
T = "\u202f"

MIXED = [
    # the majority counts double and single marks and apostrophes of the whole text together
    ("It’s late. “Go,” she said. \"No.\"", "It’s late. “Go,” she said. “No.”"),
    ("It's late. It's cold. It's dark. “Go,” he said.",
     "It's late. It's cold. It's dark. \"Go,\" he said."),
    ("It's late. „Ja“, it's 'no'.", "It's late. \"Ja\", it's 'no'."),
    ("\"Oui\", dit-il. \"C'est bon.\" « Non », dit-elle.",
     "\"Oui\", dit-il. \"C'est bon.\" \"Non\", dit-elle."),
    ("“Go” and \"stay\".", "“Go” and “stay”."),
    ("“Never,” he said.\n\n\"Always,\" she said. “Fine.”",
     "“Never,” he said.\n\n“Always,” she said. “Fine.”"),
    # apostrophes
    ("“I can't,” she said. “I won’t.”", "“I can’t,” she said. “I won’t.”"),
    ("“Ever.” '90s kids know, “don’t” they?", "“Ever.” ’90s kids know, “don’t” they?"),
    ("The 1990's were “odd”, said the “expert”.", "The 1990’s were “odd”, said the “expert”."),
    ("“Rock 'n' roll,” they’d say.", "“Rock ’n’ roll,” they’d say."),
    ("“It lasted from '14 to '18,” he said.", "“It lasted from ’14 to ’18,” he said."),
    # the text's own pairs, nested ones too
    ("“She said 'never' again,” he wrote.", "“She said ‘never’ again,” he wrote."),
    ("„Ja“, sagte er. \"Nein\", sagte sie. „So.“", "„Ja“, sagte er. „Nein“, sagte sie. „So.“"),
    ("»Ja«, sagte er. »So.« \"Nein\", rief sie.", "»Ja«, sagte er. »So.« »Nein«, rief sie."),
    ("»Er rief ›Halt‹«, sagte sie. »Sie rief 'Nein'.«",
     "»Er rief ›Halt‹«, sagte sie. »Sie rief ›Nein‹.«"),
    ("„Er rief 'Halt' und ging“, sagte sie.", "„Er rief ‚Halt‘ und ging“, sagte sie."),
    ("«Sì», disse. \"No\", rispose. «Va bene.»", "«Sì», disse. «No», rispose. «Va bene.»"),
    ("«Да», сказал он. «Нет». Фильм \"Брат\" вышел.",
     "«Да», сказал он. «Нет». Фильм «Брат» вышел."),
    ("«Он видел \"Брата\" дважды». «Да».", "«Он видел „Брата“ дважды». «Да»."),
    ("”Ja”, sa hon. ”Nej.” \"Kanske\", sa han.", "”Ja”, sa hon. ”Nej.” ”Kanske”, sa han."),
    ("»Ja», sa hon. »Nej.» \"Kanske\", sa han.", "»Ja», sa hon. »Nej.» »Kanske», sa han."),
    ("„Tak”, powiedział. „Nie.” \"Może\", dodała.", "„Tak”, powiedział. „Nie.” „Może”, dodała."),
    ("‘Ja’, zei hij. ‘Nee.’ \"Goed\", zei zij.", "‘Ja’, zei hij. ‘Nee.’ ‘Goed’, zei zij."),
    ("他说“好”。她说“不”。我说\"行\"。", "他说“好”。她说“不”。我说“行”。"),
    ("그는 “예”라고 했다. 그녀는 \"아니오\"라고 했다.",
     "그는 “예”라고 했다. 그녀는 “아니오”라고 했다."),
    # and its own blank inside guillemets
    (f"«{N}Oui{N}», dit-elle. \"Non\", dit-il.", f"«{N}Oui{N}», dit-elle. «{N}Non{N}», dit-il."),
    (f"«{T}Oui{T}», dit-elle. \"Non\", dit-il.", f"«{T}Oui{T}», dit-elle. «{T}Non{T}», dit-il."),
    ("« Oui », dit-elle. \"Non\", dit-il.", "« Oui », dit-elle. « Non », dit-il."),
    ("«Oui», dit-elle. \"Non\", dit-il.", "«Oui», dit-elle. «Non», dit-il."),
    # paragraphs and lines
    ("“One.” “Two.”\n\n\"Three goes on\n\n\"and ends.\"\n\n“Four.” “Five.”",
     "“One.” “Two.”\n\n“Three goes on\n\n“and ends.”\n\n“Four.” “Five.”"),
    ("“One.” “Two.” \"A line\nbreak ends no quotation.\"",
     "“One.” “Two.” “A line\nbreak ends no quotation.”"),
    ("“One.” “Two.” “Three.”\n'I saw it,\nand left,' he said.",
     "“One.” “Two.” “Three.”\n‘I saw it,\nand left,’ he said."),
    # a number in quotation marks is no measure, two single marks stand for a double one
    ("“One.” “Two.” He came in \"1999\" and left.", "“One.” “Two.” He came in “1999” and left."),
    ("“One.” “Two.” ''Three,'' he said.", "“One.” “Two.” “Three,” he said."),
    ("“I’m 6' 2\",” he said, \"or more.\"", "“I’m 6' 2\",” he said, “or more.”"),
]  # fmt: skip

STAYS = [
    # one kind only
    '"Straight," it\'s said.',
    "“Curly,” it’s said.",
    "The ”wrong” way round’s still “one kind”.",
    "„Ja”, «nein» and “so”: all typographic.",
    "« Oui », dit-il. C’est “tout”.",
    "«Да» и «нет», он сказал.",
    "’Twas “fine”.",
    "Say “nothing.",
    # measures
    "He’s 6' 2\" tall.",
    "He’s 6'2\" tall and “proud”.",
    "“It’s 5'-6\" high.”",
    "“It’s 6' 2 1/2\" high.”",
    'She’s got a 27" screen, “huge”.',
    '“It’s a 7" single,” he said.',
    '“It’s an 8" x 10" print,” he said.',
    "“It’s 3' x 5',” he said.",
    '“It’s a 3/4" pipe, 2½" long.”',
    "At 40° 26' 46\" N it’s “cold”.",
    "At 40°26'46\"N 79°58'36\"W it’s “cold”.",
    "“The 5'-end and the 3'-end,” she’d say.",
    'Ein 27"-Monitor, sagte „er“.',
    # code, addresses, tags, titles
    'He’s in `let s = "a"` now.',
    "It’s ``code 'x'`` here.",
    "“It’s”\n\n```\nprint('a', \"b\")\n```",
    '“It’s”\n\nprint(\'a\', "b");\n\nconst x = "y";',
    'It’s at https://example.org/it\'s?q="x" now.',
    "It’s at www.example.org/a'b/c.",
    "It’s example.org/a'b/c, “she” said.",
    "It’s o'neil@example.org, “she” said.",
    'It’s f("x") and g[\'y\'] and a="b" “here”.',
    'It’s <custom-tag title="x"> “here”.',
    'It’s {"key": "value"} in “JSON”.',
    'It’s {% include x="y" %} “here”.',
    'A [link](https://example.org "it\'s a title") “here”.',
    '---\ntitle: "It\'s here"\n---\n\n“Body” and more “body”.',
    'It’s three marks: """ in “Python”.',
    # letters and marks of no style
    "Hawaiʻi’s “big” island, Oʻahu.",
    "Oʻzbekiston, the lettersʼ “own”.",
    "“Five” is 5′ 11″.",
    "彼は「はい」と言った。",
    "彼は『はい』と“言った”。",
    '彼は「はい」と"言った"。',
    'צה"ל אמר “כן” אתמול.',
    "הצ'ק של ג'ורג' “אבד”.",
    "“Dear” Hawai`i.",
]

CURLY = [
    ("en", "\"I said 'no,'\" he said.", "“I said ‘no,’” he said."),
    ("en", "'I said \"no,\"' he said.", "‘I said “no,”’ he said."),
    ("fr", '" Oui ", dit-il, " non ".', f"«{N}Oui{N}», dit-il, «{N}non{N}»."),
    ("it", "Negli anni '70 e nel '900, \"dopo\".", "Negli anni ’70 e nel ’900, «dopo»."),
    ("en", "At 45°30'15\"N 73°34'W it's cold.", "At 45°30′15″N 73°34′W it’s cold."),
    ("de", "Die '68er, die '90ern: \"alt\".", "Die ’68er, die ’90ern: „alt“."),
    ("en", "It's 'the' best 'n' greatest.", "It’s ‘the’ best ’n’ greatest."),
    ("en", "Fish 'n' chips, drum 'n' bass, rock'n'roll.",
     "Fish ’n’ chips, drum ’n’ bass, rock’n’roll."),
    ("en", "The '80s and '90s were the boss' years.", "The ’80s and ’90s were the boss’ years."),
    ("en", "Summer of '69 and '70.", "Summer of ’69 and ’70."),
    ("en", "'Twas brillig, 'tis said, 'til '99.", "’Twas brillig, ’tis said, ’til ’99."),
    ("en", "\"'Twas brillig,\" she read.", "“’Twas brillig,” she read."),
    ("en", "'Til death, he was goin' strong.", "’Til death, he was goin’ strong."),
    ("en", "Singin' and dancin' all night.", "Singin’ and dancin’ all night."),
    ("en", "Ol' man, th' end, 'em all, 'nother.", "Ol’ man, th’ end, ’em all, ’nother."),
    ("en", "'Course he did, 'cos he's my mate.", "’Course he did, ’cos he’s my mate."),
    ("en", "The Joneses' house and James's car.", "The Joneses’ house and James’s car."),
    ("en", "'The Joneses' house is big,' he said.", "‘The Joneses’ house is big,’ he said."),
    ("en", "'It's the dogs' bowl,' she said, 'and the cats' too.'",
     "‘It’s the dogs’ bowl,’ she said, ‘and the cats’ too.’"),
    ("en", "the 1980's, the '80's and the '60s' music",
     "the 1980’s, the ’80’s and the ’60s’ music"),
    ("en", "In '1984' Orwell took the '24' bus.", "In ‘1984’ Orwell took the ‘24’ bus."),
    ("en", "O'Neill's, ma'am, y'all'd've, o'clock.", "O’Neill’s, ma’am, y’all’d’ve, o’clock."),
    ("en", "Dot your i's, x's and 1's.", "Dot your i’s, x’s and 1’s."),
    ("en", "the 'in' crowd and the 'cause' of it", "the ‘in’ crowd and the ‘cause’ of it"),
    ("en", "He's 6'2\" and she's 5'11\", not 5'11.", "He’s 6′2″ and she’s 5′11″, not 5′11."),
    ("en", "\"He's 6' 2\" tall,\" she said.", "“He’s 6′ 2″ tall,” she said."),
    ("en", "\"I'm 6'2\",\" he said.", "“I’m 6′2″,” he said."),
    ("en", "\"Buy the 27\",\" he said.", "“Buy the 27″,” he said."),
    ("en", "\"We won in '27\" he said.", "“We won in ’27” he said."),
    ("en", "\"It was 1999\" and then \"2000\".", "“It was 1999” and then “2000”."),
    ("en", "A 3/4\" pipe and a 1.5\" bolt, 2½\" long.", "A 3/4″ pipe and a 1.5″ bolt, 2½″ long."),
    ("en", "A 24\"x36\" poster, 24\" x 36\".", "A 24″x36″ poster, 24″ x 36″."),
    ("en", "A 12'x15' room, 12' by 15'.", "A 12′x15′ room, 12′ by 15′."),
    ("en", "51°30'26\"N, 0°7'39\"W and 51° 30' N", "51°30′26″N, 0°7′39″W and 51° 30′ N"),
    ("en", "\"She's a 10,\" he said of the 10\" disc.", "“She’s a 10,” he said of the 10″ disc."),
    ("en", "\"Wait\"--he paused--\"no.\"", "“Wait”--he paused--“no.”"),
    ("en", "\"Wait—\" he said, \"—no.\"", "“Wait—” he said, “—no.”"),
    ("en", "He said: \"...and so on...\"", "He said: “...and so on...”"),
    ("en", "She asked \"why?\", \"when?\" and \"how?\"", "She asked “why?”, “when?” and “how?”"),
    ("en", "(\"one\") [\"two\"] \"A\"/\"B\"", "(“one”) [“two”] “A”/“B”"),
    ("en", "\"'A' and 'B'\" and \"C\"s", "“‘A’ and ‘B’” and “C”s"),
    ("en", "*\"Emphasis\"* and **\"strong\"**", "*“Emphasis”* and **“strong”**"),
    ("en", "``He said 'no' twice'' and ``left''.", "“He said ‘no’ twice” and “left”."),
    ("en", "\"One,\" he said.\n\n\"Two starts\n\n\"and goes on\n\n\"and ends.\"",
     "“One,” he said.\n\n“Two starts\n\n“and goes on\n\n“and ends.”"),
    ("en", "\"Over\ntwo lines,\" he said.", "“Over\ntwo lines,” he said."),
    ("en", "He said, \"'Stop' is all I heard.\"", "He said, “‘Stop’ is all I heard.”"),
    ("en", "She said \"I heard 'stop'\" and left.", "She said “I heard ‘stop’” and left."),
    ("en-GB", "'She said \"no\",' he wrote.", "‘She said “no”,’ he wrote."),
    ("en", "\"$5\", \"€5\", \"#1\", \"@user\" and \"100%\"",
     "“$5”, “€5”, “#1”, “@user” and “100%”"),
    ("en", "<custom-el a=\"b\">\"Hi\"</custom-el>", "<custom-el a=\"b\">“Hi”</custom-el>"),
    ("de", "\"Ich hab's\", sagte er, \"gesehen.\"", "„Ich hab’s“, sagte er, „gesehen.“"),
    ("de", "Er rief: \"Sie sagte 'Nein' und ging!\"", "Er rief: „Sie sagte ‚Nein‘ und ging!“"),
    ("de", "'ne Idee, so 'n Tag, Hans' Auto, '89", "’ne Idee, so ’n Tag, Hans’ Auto, ’89"),
    ("de", "Der \"Spiegel\"-Bericht, ein 27\"-Monitor.", "Der „Spiegel“-Bericht, ein 27″-Monitor."),
    ("de-CH", "\"1'000 Franken\", sagte er.", "„1’000 Franken“, sagte er."),
    ("fr", "Il dit : \"L'eau\" !", f"Il dit : «{N}L’eau{N}» !"),
    ("fr", "Elle dit \" oui \" et \" non \".", f"Elle dit «{N}oui{N}» et «{N}non{N}»."),
    ("fr", "Le film d'\"Amélie\" et l'\"Étranger\".",
     f"Le film d’«{N}Amélie{N}» et l’«{N}Étranger{N}»."),
    ("fr", "\"Il a dit 'non'\", dit-elle.", f"«{N}Il a dit «{N}non{N}»{N}», dit-elle."),
    ("fr-CH", "\"Il a dit 'non'\".", f"«{N}Il a dit ‹{N}non{N}›{N}»."),
    ("es", "\"¿Qué?\", dijo. \"Ella dijo 'no'\".", "“¿Qué?”, dijo. “Ella dijo ‘no’”."),
    ("es", "¿\"Qué\" dices?", "¿“Qué” dices?"),
    ("it", "\"L'ha detto 'lui'\", disse un po' stanco.",
     "«L’ha detto “lui”», disse un po’ stanco."),
    ("it", "Negli anni '70 l'\"Unità\" e la 'ndrangheta.",
     "Negli anni ’70 l’«Unità» e la ’ndrangheta."),
    ("pt", "\"Copo d'água\", disse. 'Não.'", "“Copo d’água”, disse. ‘Não.’"),
    ("pt-PT", "\"Sim 'não' sim\"", "«Sim “não” sim»"),
    ("ca", "\"L'home\", va dir.", "«L’home», va dir."),
    ("nl", "\"Ja,\" zei hij, \"'s avonds in '68.\"", "‘Ja,’ zei hij, ‘’s avonds in ’68.’"),
    ("nl", "'t Is 's morgens met m'n foto's en 'n ei.",
     "’t Is ’s morgens met m’n foto’s en ’n ei."),
    ("pl", "\"Tak\" - powiedział. \"Film 'Rejs' jest dobry\".",
     "„Tak” - powiedział. „Film «Rejs» jest dobry”."),
    ("cs", "Řekl: \"Viděl jsem 'Vlak'.\" Rok '68.", "Řekl: „Viděl jsem ‚Vlak‘.“ Rok ’68."),
    ("hu", "\"Azt mondta: 'nem'\". Az \"EU\"-ban.", "„Azt mondta: »nem«”. Az „EU”-ban."),
    ("ro", "\"Da\", a zis. \"Într-o 'zi'.\"", "„Da”, a zis. „Într-o «zi».”"),
    ("bg", "Той каза: \"Да\".", "Той каза: „Да“."),
    ("el", "Είπε: \"Ναι\". Σ' αυτό το σπίτι, απ' όλα.", "Είπε: «Ναι». Σ’ αυτό το σπίτι, απ’ όλα."),
    ("sv", "\"Jag hörde 'nej'\", sa hon på '80-talet.", "”Jag hörde ’nej’”, sa hon på ’80-talet."),
    ("fi", "\"Näin 'sen'\". \"Kalevala\"ssa on vaa'an.", "”Näin ’sen’”. ”Kalevala”ssa on vaa’an."),
    ("da", "\"Han sagde 'nej'\", sagde hun.", "“Han sagde ‘nej’”, sagde hun."),
    ("nb", "\"Han sa 'nei'\", sa hun.", "«Han sa ‘nei’», sa hun."),
    ("tr", "\"Ankara'da 'evet' dedi\", \"Hürriyet\"in haberi.",
     "“Ankara’da ‘evet’ dedi”, “Hürriyet”in haberi."),
    ("ru", "\"Да\", — сказал он. — \"Я видел \"Брата\"\".",
     "«Да», — сказал он. — «Я видел „Брата“»."),
    ("ru", "Жанна д'Арк и \"Д'Артаньян\".", "Жанна д’Арк и «Д’Артаньян»."),
    ("uk", "\"П'ять п'єс\", — сказала вона.", "«П’ять п’єс», — сказала вона."),
    ("ja", "「はい」と\"いいえ\"。", "「はい」と「いいえ」。"),
    ("zh", "他说:\"她说'好'。\"", "他说:“她说‘好’。”"),
    ("zh-TW", "他說:\"她說'好'。\"", "他說:「她說『好』。」"),
    ("ko", "그는 \"그가 '예'라고 했다\"고 말했다.", "그는 “그가 ‘예’라고 했다”고 말했다."),
    ("he", "הוא אמר: \"שלום\" לצה\"ל.", "הוא אמר: ”שלום” לצה\"ל."),
    ("he", "ב\"הארץ\" נכתב שארה\"ב חתמה.", "ב”הארץ” נכתב שארה\"ב חתמה."),
    ("ar", "قال: \"نعم\" وصحيفة \"الحياة\".", "قال: ”نعم“ وصحيفة ”الحياة“."),
    ("ar", "صحيفة الأهرام و\"الحياة\".", "صحيفة الأهرام و”الحياة“."),
    # no language: that of the text, by its marks and words
    (None, "Der Minister sagte: \"Das ist nicht so einfach.\"",
     "Der Minister sagte: „Das ist nicht so einfach.“"),
    (None, "Le ministre a dit : \"Ce n'est pas si simple.\"",
     f"Le ministre a dit : «{N}Ce n’est pas si simple.{N}»"),
    (None, "Министр сказал: \"Это не так просто\".", "Министр сказал: «Это не так просто»."),
    (None, "大臣は\"そう簡単ではない\"と述べた。", "大臣は「そう簡単ではない」と述べた。"),
    (None, "»Xyz« plugh \"qrs\" xyz", "»Xyz« plugh »qrs« xyz"),
    (None, "\"Xyz\", qrs.", "“Xyz”, qrs."),
]  # fmt: skip

CURLY_STAYS = [
    ("en", "See https://example.org/?q=\"x\"&r='y'"),
    ("en", 'Run `echo "it\'s"` now.'),
    ("en", "Hawai`i and O`ahu, Hawaiʻi and lettersʼ own."),
    ("en", '```\nx = "y"\n```'),
    ("en", "„schon“ «déjà» ”redan” ‘done’"),
    ("en", "5′ 11″ tall"),
    ("en", 'print("hello")'),
    ("en", "if (a == 'b') { return \"c\"; }"),
    ("en", "a \"\"\" b '''"),
    ("en", 'He has a " b.'),
    ("de", "„Schon da“, «déjà» und “done”."),
    ("fr", "« Oui », dit-il : c’est “tout”."),
    ("fr", "«Oui», dit-il."),
    ("it", "«Sì», un po’."),
    ("es", "«Sí», “no”."),
    ("ru", "“Да”, „нет“."),
    ("ja", "「はい」『いいえ』“はい”"),
    ("he", 'צה"ל, ארה"ב, ג\'ירפה.'),
]

STRAIGHT = [
    ("“It’s ‘fine’,” he said.", "\"It's 'fine',\" he said."),
    ("„Ja“, ‚nein‘, »so«, ›da‹, «oui», ‹non›.", "\"Ja\", 'nein', \"so\", 'da', \"oui\", 'non'."),
    (f"«{N}Oui{N}» et ‹{T}non{T}› et « si ».", '"Oui" et \'non\' et "si".'),
    (f"«{N}Oui, et rien ne ferme.", '"Oui, et rien ne ferme.'),
    ("”Ja” ’nej’ ‟x” ‛y’", "\"Ja\" 'nej' \"x\" 'y'"),
    ("He’s 6’ 2” tall, ’90s.", "He's 6' 2\" tall, '90s."),
    ("`“code”` and “prose”", '`“code”` and "prose"'),
    ("「“はい”」", '「"はい"」'),
    ("“Over\n\n“paragraphs.”", '"Over\n\n"paragraphs."'),
]

STRAIGHT_STAYS = [
    'Straight "stays", it\'s so.',
    "Hawaiʻi, oʼzbek, 5′ 11″, 「はい」『いいえ』.",
    "`“code”` and https://example.org/",
    "``LaTeX''",
    "צה״ל",
]


def check(before: str, after: str, **options: str | None) -> None:
    """What the command gives, and that a second run changes nothing."""
    assert scrubber.clean(before, **options).text == after
    assert scrubber.clean(after, **options).text == after


@pytest.mark.parametrize(("before", "after"), MIXED)
def test_mixed(before: str, after: str) -> None:
    check(before, after)
    check(before, before, quotes="keep")


@pytest.mark.parametrize("text", STAYS)
def test_stays(text: str) -> None:
    check(text, text)


@pytest.mark.parametrize(("lang", "before", "after"), CURLY)
def test_curly(lang: str | None, before: str, after: str) -> None:
    check(before, after, quotes="curly", lang=lang)


@pytest.mark.parametrize(("lang", "before", "after"), CURLY)
def test_straight_text_is_consistent(lang: str | None, before: str, after: str) -> None:
    if before.isascii():
        check(before, before, lang=lang)


@pytest.mark.parametrize(("lang", "text"), CURLY_STAYS)
def test_curly_stays(lang: str, text: str) -> None:
    check(text, text, quotes="curly", lang=lang)


@pytest.mark.parametrize(("before", "after"), STRAIGHT)
def test_straight(before: str, after: str) -> None:
    check(before, after, quotes="straight")


@pytest.mark.parametrize("text", STRAIGHT_STAYS)
def test_straight_stays(text: str) -> None:
    check(text, text, quotes="straight")
