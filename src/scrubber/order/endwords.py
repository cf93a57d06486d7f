"""Word lists for what stands behind an article: boxes and notes (see ``terms``)."""

from __future__ import annotations

LABELS = """
redaktion-, redakční, redaksjon-, toimitus-, editör-, editor's note, editor’s note,
editors' note, editors’ note, note, notes, correction, clarification, disclosure, disclaimer,
update, updated, published, photo, photograph, image, picture, caption, source, credit, tags,
topics, filed under, copyright, contact, reporting, editing, funding, acknowledg-, conflict-,
anmerkung-, hinweis, korrektur-, berichtigung, transparenz-, offenlegung, foto, bild, quelle,
aktualisier-, stand., ndlr, note de la, rectificatif, précision, erratum, mise à jour, crédit,
nota, corrección, rectificación, aclaración, fuente, actualización, descargo, divulgación,
correção, esclarecimento, fonte, atualização, imagem, nota del, correzione, rettifica,
precisazione, aggiornamento, noot, correctie, bron, naschrift, od redakcji, sprostowanie,
źródło, zdjęcie, aktualizacja, poznámka, oprava, zdroj, aktualizace, rättelse, källa, fotnot,
uppdatering, rettelse, kilde, opdatering, oppdatering, oikaisu, lähde, kuva, päivitys,
toimituksen, от редакции, примечание, исправление, источник, фото, обновлено, уточнение,
від редакції, примітка, виправлення, джерело, оновлено, editörün notu, düzeltme, kaynak,
fotoğraf, güncelleme, σημείωση, πηγή, διόρθωση, notă, sursa, corectură, szerk, megjegyzés,
helyesbítés, forrás, catatan, sumber, koreksi, ghi chú, nguồn
//
المصدر, 编者按, 编者注, 更正, 来源, 图片, 注, 訂正, 編集部注, 追記, 出典, 写真, 편집자 주, 정정,
사진, 출처, ملاحظة, تصحيح, مصدر, הערת, תיקון, 编辑, 編集, 责任编辑, 責任編輯
"""
"""What a note calls itself before its colon."""

SELF = """
this article, this story, this report, this piece, this post, this column, this essay,
this interview, this text, this op-ed, this work, this content, this commentary, this investigation,
an earlier version, a version of, a previous version, the article, the story, dieser artikel,
dieser beitrag, dieser text, der artikel, der beitrag, der text, das interview,
dieses interview, cet article, cette tribune, cet entretien, ce texte, ce reportage, l’article,
l'article, une version, une première, este artículo, este texto, esta nota, este reportaje,
el artículo, una versión, este artigo, esta reportagem, esta matéria, o artigo, uma versão,
questo articolo, questo testo, l’articolo, l'articolo, una versione, dit artikel, deze tekst,
dit verhaal, het artikel, een eerdere, ten artykuł, artykuł, ten tekst, tekst, tento článek,
tento text, článek, den här artikeln, den här texten, artikeln, texten, denne artikel,
denne artikkelen, denne saken, artiklen, artikkelen, tämä artikkeli, tämä juttu, artikkeli, juttu,
эта статья, этот материал, статья, материал, текст, ця стаття, цей матеріал, стаття, матеріал, bu
makale, bu yazı, bu haber, acest articol, ez a cikk, a cikk, αυτό το άρθρο, το άρθρο, artikel ini,
in an earlier version, in einer früheren version, in einer früheren fassung
//
本文, 本稿, 本記事, 本报道, この記事, この原稿, 이 기사, 이 글, هذا المقال, نُشر, כתבה זו,
این مقاله, यह लेख, บทความนี้
"""
"""How a note about the article itself begins."""

PUBLISHED = """
publiser-, først, posted, publish-, republish-, appeared, updated, corrected, amended, produced,
supported, funded, adapted, translated, excerpt-, part of, series, contributed, misstated,
incorrect-, licens-, originally, first, veröffentlicht, erschien-, aktualisiert, korrigiert,
übersetzt, publié-, mis à jour, paru, traduit, corrigé, public-, actualiz-, correg-, apareci-,
traduc-, pubblicat-, aggiornat-, tradott-, corrett-, apparso, atualiz-, corrig-, traduz-,
gepubliceerd, verscheen, bijgewerkt, vertaald, opublikow-, ukazał-, zaktualizow-, sprostowan-,
tłumacz-, vyšel, vyšla, publikov-, aktualizov-, opraven-, přelož-, publicer-, uppdater-, rättad,
översatt, udgivet, opdater-, oppdater-, rettet, julkaist-, ilmesty-, päivite-, korjat-,
käännet-, опубликов-, впервые, обновл-, исправл-, перевод-, опубліков-, вперше, оновлен-,
виправлен-, переклад-, yayımlan-, yayınlan-, güncellen-, düzelt-, megjelent, frissít-,
δημοσιεύ-, ενημερώ-, diterbitkan, edited for, condensed, in print, nachträglich, früheren,
eine frühere, fassung
//
发表, 刊登, 首发, 更新, 转载, 掲載, 公開, 初出, 翻訳, 게재, 수정, 업데이트, نُشر, تحديث, פורסמה,
עודכנה, منتشر, प्रकाशित, เผยแพร่, 原载, 公开, 公開された
"""
"""What such a note tells of it."""

RIGHTS = """
(c) 19, (c) 20, all rights reserved, ©, alle rechte vorbehalten, tous droits,
todos los derechos, may not be published, may not be reproduced, may not be republished,
todos os direitos, tutti i diritti, alle rechten voorbehouden, wszelkie prawa, všechna práva,
alla rättigheter, alle rettigheder, alle rettigheter, kaikki oikeudet, все права, усі права,
всі права, tüm hakları
//
版权所有, 著作権, 無断転載, 저작권, 무단, جميع الحقوق, כל הזכויות
"""
"""Rights reserved, wherever the note says it."""

NOTE = """
copyright, additional reporting, reporting by, editing by, compiled by, with files from,
with reporting by, the views expressed, views expressed, the opinions expressed,
opinions expressed, the views in, any views, this is a developing, mit material von,
die hier geäußerte, les opinions exprimées, con información de, las opiniones expresadas,
com informações de, as opiniões expressas, le opinioni espresse, мнение автора, думка автора,
republished with, republished from, reprinted from, reprinted with, reporting was supported,
reporting for this, aktualisiert am, zuletzt aktualisiert, stand:, mis à jour le, publié le,
actualizado el, publicado el, aggiornato il, pubblicato il, atualizado em, publicado em,
bijgewerkt op, gepubliceerd op, opublikowano, zaktualizowano, publikováno, aktualizováno,
publicerad, uppdaterad, publisert, oppdatert, opdateret, julkaistu, päivitetty, опубликовано,
обновлено, опубліковано, оновлено
"""
"""How notes of credits and opinion begin."""

APPEAL = """
unterstützen sie, soutenez, apoya., apoyá, sostieni, apoie, wesprzyj, podpořte, stöd vår-,
støt vores, støtt vår-, steun ons, ontvang., поддержите, підтримайте, tue työtämme, destek ol-,
get the best, get the most, get all, sign up for, sign up to, subscribe to, subscribe now,
get the latest, get our, read the first, read the second, read the previous, read the next,
read part, read our, hier geht es zu, get more, get breaking, stay up to date, stay informed,
join our, support our, support us, follow us, click here, download the, already a subscriber,
by signing up, by subscribing, share this, share on, abonnieren sie, melden sie sich,
folgen sie uns, jetzt abonnieren, abonnez-vous, inscrivez-vous, suivez-nous, recevez,
suscríbete, suscríbase, regístrate, síguenos, iscriviti, abbonati, seguici, assine, inscreva-se,
receba, siga-nos, schrijf je in, abonneer, volg ons, meld je aan, zapisz się, zasubskrybuj,
śledź nas, přihlaste se, odebírejte, sledujte nás, prenumerera, anmäl dig, följ oss,
tilmeld dig, abonner på, følg oss, følg os, meld deg på, tilaa., seuraa meitä, подпишитесь,
подписывайтесь, присоединяйтесь, підпишіться, підписуйтесь, abone ol, bizi takip, iratkozz,
εγγραφείτε, abonează-te, đăng ký nhận, đăng ký theo dõi, chia sẻ bài, chia sẻ$, μοιραστείτε,
μοιράσου, ακολουθήστε, κοινοποιήστε, distribuie, urmărește-ne, kövessen minket, ossza meg,
langganan, bagikan, ikuti kami, pretplatite, podijelite, pratite nas, odoberajte, zdieľajte,
if you value, if you enjoy, if you like what, support independent, help us keep, never miss a,
enjoying this, if you liked, if you enjoyed, share$,
share tweet, share via, share with, share it, share article, share story, like us, become a,
join the newsletter, join today, donate$, donate now, donate today, please consider, loading$,
we rely on, werden sie, jetzt spenden, spenden sie, partagez, faites un don, devenez, hazte,
haz una donación, haz un donativo, dona., fai una donazione, faça uma doação, word lid,
podziel się, sdílet, sdílejte, seuraa, liity
//
登録はこちら, 订阅我们, 关注我们, 구독하기, اشترك في, تابعنا, הירשמו, ツイートする,
フォローする, 关注, 關注, 카카오톡, 팔로우, हमारे न्यूज़लेटर, सब्सक्राइब, इस लेख को शेयर, शेयर करें, समर्थन करें,
สมัครรับ,
แชร์, ติดตามเรา, פרסומת, תמכו
"""
"""How an appeal to the reader begins."""

BOX = """
advertentie, reklama., annons., annonce., annonse., mainos., реклама., reklam., deel dit,
dela artik-, del artik-, jaa artik-, newsletter, sign up, subscrib-, inbox, abonn-, suscrib-,
suscríb-, iscriv-, inscrev-, assine-, boletín, boletim, infolettre, anmelden, nyhetsbrev-,
nyhedsbrev-, uutiskirj-, рассылк-, розсилк-, подписывайтесь, подпишитесь, підпис-, bülten-,
abone-, zapisz się, odebír-, donat-, support our, support us, spenden., faire un don,
share this, share on, share:, teilen., partage-, compart-, condivid-, delen., udostępnij,
sdílejte, dela på, del på, jaa., поделит-, поділит-, paylaş-, facebook, whatsapp, telegram,
pinterest, advertisement, anzeige, publicité, publicidad, pubblicità, listen to this, download,
podcast, app store, follow us, folgen sie uns, suivez, síguenos, seguici, siga-nos, volg ons,
διαφήμιση, newsletter-, publicitate, hirdetés, megosztás, hírlevél-, quảng cáo, bản tin, iklan,
oglas., reklama, click here, tags., topics., privacy policy, terms of use, terms of service,
cookie, datenschutz
//
ツイート, フォローする, 关注我们, 扫码, 카카오톡, 広告, 广告, 廣告, 광고, إعلان, ニュースレター,
メルマガ, 登録, 購読, 订阅, 訂閱, 分享, シェア, 뉴스레터, 구독, 공유, اشترك, شارك, النشرة,
הירשמו, שתפו, פרסומת, ניוזלטר, विज्ञापन, न्यूज़लेटर, โฆษณา, จดหมายข่าว
"""
"""A newsletter, a share line, an appeal for support, an advertisement."""

ASKED = """
if you value, if you enjoy-, please consider, consider a gift, consider a donation, your support,
make a donation, donate to, write to us, email us, e-mail us, tell us, let us know,
unterstützen sie uns, mit ihrer spende, ihre spende, schreiben sie uns, schreiben sie an,
votre soutien, soutenez-nous, faites un don, écrivez-nous, apóyanos, tu apoyo, escríbenos,
escríbanos, apoie o nosso, o seu apoio, escreva para, sostienici, il tuo sostegno, scriveteci,
scrivici, steun ons, schrijf ons, wesprzyj nas, napisz do nas, podpořte nás, napište nám, stöd oss,
skriv till oss, støt os, støtt oss, skriv til os-, tue meitä, kirjoita meille, поддержите нас,
напишите нам, пишите нам, підтримайте нас, напишіть нам, bize destek, bize yazın
"""
"""An appeal that may stand behind a first sentence."""

OUTLET = """
newspaper, magazine, newsroom, news site, news website, news outlet, news organi-, news service,
publication, nonprofit, non-profit, zeitung, tageszeitung, wochenzeitung, zeitschrift, magazin,
nachrichtenportal, onlinemagazin, journal, quotidien, magazine, revue, site d’information,
periódico, diario, revista, medio, giornale, quotidiano, rivista, testata, jornal, krant,
tijdschrift, nieuwssite, gazeta, czasopismo, portal, noviny, časopis, deník, tidning, tidskrift,
avis, nettavis, magasin, sanomalehti, verkkolehti, газета, журнал, издание, видання, gazetesi,
dergisi, εφημερίδα, περιοδικό
"""
"""What publishes articles, as it says of itself."""

YOU = """
you, your, our, us, we, ihnen, ihr, ihre, sie, uns, unser, unseren, unsere, unserem, vous,
votre, nos, notre, nous, tu, nuestro, nuestra, nuestros, vostra, tua, nostra, nostro, ci, seu,
sua, nosso, nossa, u, uw, jouw, ons, onze, twoj, nasz, nas, naszego, vaš, váš, náš, naš, našeho,
bạn, chúng tôi, μας, σας, hírlevelünk, dig, din, vår, vårt, våra, vores, dit, meidän, sinun, ваш,
вашу, наш, нашу, нас, sizin, bizim, size, sizi, bize, olun, edin, bültenimize, bültenimiz
"""
"""A reader spoken to, or the house that speaks."""
