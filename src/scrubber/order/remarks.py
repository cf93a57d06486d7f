"""Remarks on how an article came about: a paragraph in, whether it is one out.

What an author thanks, an office paid, a translator did, an earlier version said or a series holds
is told of the article and not in it, though it shares the article's words.
"""

from __future__ import annotations

import re
from functools import cache

from scrubber.order.terms import find, opens
from scrubber.order.wording import names_address

_LONGEST_IMPRINT = 25
_LONGEST = 60
"""Words of a remark."""

OPENINGS = """
translated from, translated by, translated into, photographs by, photos by, photography by,
illustrations by, illustration by, illustrated by, funding for this, support for this, reporting
for this, research for this, additional reporting, fotos von, fotografien von, illustrationen von,
mitarbeit., photographies de, photos de, illustrations de, traduction de, traducción de, fotografías
de, fotos de, ilustraciones de, fotografie di, illustrazioni di, fotografias de, ilustrações de,
foto's van, foto’s van, illustraties van, zdjęcia., tłumaczenie., foton., fotografier av,
översättning., fotos af, bilder av, фото., перевод., переклад., fotoğraflar., kuvat.,
this is the first part, this is the second part,
this is the third part, this is part, part one of, part two of, part three of, this essay, the trip
to, übersetzt von, übersetzt aus, aus dem englischen von, aus dem amerikanischen von, aus dem
französischen von, aus dem spanischen von, aus dem italienischen von, aus dem russischen von, aus
dem niederländischen von, aus dem polnischen von, aus dem arabischen von, aus dem türkischen von,
aus dem schwedischen von, aus dem dänischen von, aus dem ukrainischen von, aus dem chinesischen
von, aus dem japanischen von, gastbeiträge, namentlich gekennzeichnete, traduit de l, traduit du,
traduit par, propos recueillis, texte traduit, traducido del, traducido por, tradotto da, tradotto
dal, traduzione dal, traduzione di, traduzido do, traduzido por, tradução de, vertaald uit,
vertaald door, vertaling uit, przełożył-, przekład z, tłumaczenie z, tłumaczył-, přeložil-, překlad
z, översättning från, översättning av, översatt från, översatt av, oversat fra, oversat af,
oversatt fra, oversatt av, перевод с, переклад з, çeviren, çeviri., μετάφραση από, dịch từ, người
dịch
//
نشر هذا, نُشر هذا, نشرت هذه, 翻訳：, 訳：, 译者：, 翻译：, 번역:, ترجمة:, תרגום:, अनुवाद:, แปลโดย
"""
"""How remarks begin."""

ANYWHERE = """
version of this article, version of the article has,
version of this story, version of this report, version of this piece,
version of this post, version of this column, version of this interview, of our series, in our
series, names have been changed, names were changed, name has been changed, name was changed,
changed at their request, changed at his request, changed at her request, to protect their privacy,
to protect their identities, the author thanks, the author would like to thank, the author wishes
to thank, the authors thank, the author is grateful, fassung dieses artikels, fassung dieses
textes, fassung dieses beitrags, version dieses artikels, version dieses textes, version dieses
beitrags, unserer serie, unserer reihe, unserer artikelserie, der autor dankt, die autorin dankt,
die autoren danken, auf ihren wunsch geändert, auf wunsch geändert, auf eigenen wunsch geändert,
namen geändert, name geändert, namen wurden geändert, name wurde geändert, name von der redaktion,
namen von der redaktion, meinung ihrer verfasser, meinung der autoren, meinung des autors, meinung
der autorin, version de cet article, version précédente de, version antérieure de, de notre série,
de notre dossier, l’auteur remercie, l'auteur remercie, l’autrice remercie, l'autrice remercie,
l’auteure remercie, changés à leur demande, changé à sa demande, modifiés à leur demande, prénoms
ont été, prénom a été, noms ont été modifi-, n’engagent que, n'engagent que, version anterior de
este, versión anterior de este, versión anterior de esta, versión previa de est-, de nuestra serie,
el autor agradece, la autora agradece, cambiado a petición, cambiados a petición, nombres han sido
cambiados, nombre ha sido cambiado, nombre es ficticio, nombres son ficticios, versão anterior
dest-, versão inicial dest-, da nossa série, de nossa série, o autor agradece, a autora agradece,
nomes foram alterados, nome foi alterado, mudados a seu pedido, alterados a seu pedido, versione
precedente di quest-, della nostra serie, l’autore ringrazia, l'autore ringrazia, l’autrice
ringrazia, l'autrice ringrazia, cambiati su loro richiesta, nomi sono stati cambiati, nome è stato
cambiato, nomi di fantasia, nome di fantasia, versie van dit artikel, versie van dit verhaal,
versie van dit bericht, uit onze serie, van onze serie, van onze reeks, de auteur dankt, op hun
verzoek veranderd, op verzoek veranderd, namen zijn gefingeerd, naam is gefingeerd, wersji tego
artykułu, wersji artykułu, wersji tekstu, wersja tego artykułu, wersja tekstu, naszego cyklu,
naszej serii, autor dziękuje, autorka dziękuje, autorzy dziękują, zmieniono na ich prośbę,
zmieniono na jego prośbę, zmieniono na jej prośbę, imiona zmieni-, imię zostało zmienione, imiona
zostały zmienione, verzi tohoto, verze tohoto, verzi článku, našeho seriálu, autor děkuje, autorka
děkuje, na jejich přání změněn-, jméno bylo změněno, jména byla změněna, version av artikeln,
version av den här, version av texten, i vår serie, författaren tackar, skribenten tackar, har
ändrats på deras, namnet är fingerat, namnen är fingerade, heter egentligen något annat, version af
denne, version af artiklen, versjon av denne, versjon av saken, forfatteren takker, navnet er
ændret, navnene er ændret, navnet er endret, kirjoittaja kiittää, nimi on muutettu, nimet on
muutettu, версии этой статьи, версии статьи, версии этого материала, версии материала, версии
текста, нашей серии, нашего цикла, автор благодарит, авторы благодарят, изменены по их просьбе,
изменено по его просьбе, изменено по её просьбе, имена изменены, имя изменено, мнение автора может,
версії цієї статті, версії статті, версії цього матеріалу, автор дякує, авторка дякує, змінено на
їхнє прохання, імена змінено, імʼя змінено, ім'я змінено, ім’я змінено, yazının önceki, haberin
önceki, makalenin önceki, kendi istekleriyle değiştiril-, isimler değiştiril-, adları değiştiril-,
έκδοση αυτού του, έκδοση του άρθρου, συγγραφέας ευχαριστεί, συντάκτης ευχαριστεί, συντάκτρια
ευχαριστεί, ονόματα έχουν αλλάξει, άλλαξαν ύστερα από αίτημα, phiên bản trước của bài, tác giả cảm
ơn, tác giả xin cảm ơn, được thay đổi theo yêu cầu, autorul mulțumește, autoarea mulțumește, numele
au fost schimbate, a szerző köszöni, szerző köszönet-, nevét megváltoztattuk, penulis berterima,
penulis mengucapkan, autor zahvaljuje, autorica zahvaljuje
//
以前の版, 旧版では, 筆者は感謝, 著者は感謝, 仮名です, 仮名である, 仮名とし, 本人の希望により,
早前版本, 此前版本, 先前版本, 作者感谢, 作者感謝, 笔者感谢, 為化名,
为化名, 均为化名, 应本人要求, 應本人要求, 이전 판에, 이전 버전, 가명입니다, 가명이다, 본인의 요청,
نسخة سابقة من هذا, تشكر الكاتبة, يشكر
الكاتب, تم تغيير أسماء, تم تغيير الأسماء, الأسماء مستعارة, בגרסה קודמת, גרסה קודמת של, הכותב מודה,
הכותבת מודה, המחבר מודה, המחברת מודה, שונו לבקשת, השם בדוי, שמות בדויים, लेख के पिछले संस्करण, का
आभार मान, नाम बदल, ฉบับก่อนหน้า, ผู้เขียนขอขอบคุณ, ผู้เขียนขอบคุณ, นามสมมติ, ถูกเปลี่ยนตามคำขอ
"""
"""What only remarks say."""

_THANKS = (
    ("筆者は", "感謝"),
    ("著者は", "感謝"),
    ("필자는", "감사"),
    ("저자는", "감사"),
    ("Yazar", "teşekkür"),
)
"""What opens thanks, and what ends them."""


def is_remark(text: str, units: int) -> bool:
    """Whether a paragraph of so many words tells how the article came about."""
    if units > _LONGEST:
        return False
    if opens(OPENINGS, text) or find(ANYWHERE, text):
        return True
    if units <= _LONGEST_IMPRINT and (names_address(text) or _is_imprint(text)):
        return True
    return any(text.startswith(author) and thanks in text for author, thanks in _THANKS)


def _is_imprint(text: str) -> bool:
    """Whether a text says how many pages a book has and what it costs."""
    return _price().search(text) is not None and _pages().search(text) is not None


@cache
def _price() -> re.Pattern[str]:
    return re.compile(
        r"[€£$¥]\s?\d|\d\s?(?:[€£$¥円元원]|[Ee]uros?\b|pounds\b|dollars\b|zł\b|kr\b|руб|грн|TL\b)"
    )


@cache
def _pages() -> re.Pattern[str]:
    return re.compile(
        r"\d\s?(?:pages?\b|pp\b|Seiten\b|S\.|páginas\b|págs?\b|pagine\b|pagina|blz|stron|s\.|sid"
        r"|strán|stran|sivua|oldal|с\.|стр|стор|sayfa|頁|ページ|页|쪽|صفحة)"
    )
