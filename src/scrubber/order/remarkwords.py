"""Word lists for remarks on how an article came about (see ``terms``)."""

from __future__ import annotations

OPENINGS = """
photographs by, photos by, photography by, illustrations by, illustration by, illustrated by,
funding for this, support for this, reporting for this, research for this, additional reporting,
this is the first part, this is the second part, this is the third part, this is part, part one of,
part two of, part three of, this essay, the trip to, gastbeiträge, namentlich gekennzeichnete,
propos recueillis
//
نشر هذا, نُشر هذا, نشرت هذه
"""
"""How remarks begin."""

CREDITED = """
photo., photos, photograph, photographs, photography, image, images, picture., pictures,
illustration-, illustrated, drawings, cover., fotos., foto's, foto’s, foto-, fotók, bild., bilder,
zeichnung-, mitarbeit., dessin-, photographies, ilustra-, fotografí-, fotografi-, imágenes,
imagens, immagini, illustrazioni, zdjęci-, ilustracj-, kuvat., kuva., kuvitus, фото., фотограф-,
иллюстрац-, ілюстрац-, світлин-, fotoğraf-, φωτογραφί-, εικονογράφηση, ảnh.,
//
写真, 撮影, 摄影, 攝影, 사진, تصوير, צילום, צילומים, तस्वीर, ภาพ
"""
"""What others add to an article, at the start of a line that credits them."""

TRANSLATED = """
translat-, übersetz-, traduit, traduction, traduc-, tradott-, traduz-, traduç-, vertaald,
vertaling, przełoż-, przekład, tłumacz-, přelož-, překlad, översatt, översättning, oversat-,
oversæt-, suomenta-, suomennos, kääntän-, käännös, перевод, перев-, переклад, перекла-, çevir-,
çeviri-, μετάφρ-, μετέφρ-, ford., fordít-, traducere-, dịch, người dịch, prevod-, prijevod, preklad-
//
翻訳, 訳：, 译, 翻译, 譯, 翻譯, 번역, ترجم, תרגום, תרגמ, अनुवाद, แปล
"""
"""A translation, in a line that credits it."""

FUNDED = """
supported by, funded by, made possible, with support from, with the support of, with funding from,
gefördert., unterstützt durch, unterstützt von, ermöglicht., soutenu par, soutenue par, financé-,
grâce au soutien, avec le soutien, con el apoyo, financiad-, sostenuto da, con il sostegno,
finanziat-, com o apoio, apoiad-, gesteund, mogelijk gemaakt, met steun, dofinansow-, sfinansow-,
przy wsparciu, podpořen-, podpořil-, s podporou, med stöd, finansier-, med støtte, støttet af,
støttet av, tuella., tukenut, при поддержке, за підтримки, desteğiyle, υποστήριξη
"""
"""Who paid for what an article tells."""

WORK = """
reporting., research., story., article., report., series., project., trip., recherche-, reportage-,
artikel., beitrag., text., reise., projekt-, enquête, article, voyage, projet, investigación,
reportaje, artículo, viaje, inchiesta, articolo, viaggio, reportagem, artigo, viagem, onderzoek,
artikel, verhaal, reportaż-, artykuł-, tekst-, reportáž-, článek, článk-, reportage, resan, rejsen,
juttu, artikkeli, matka., репортаж-, материал-, статья, поездк-, матеріал-, стаття, поїздк-, haber.,
yazı., araştırma-, έρευνα, άρθρο, ρεπορτάζ
"""
"""The work on one."""

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
