"""Word lists for what stands behind an article: links, comments, boxes, notes (see ``words``)."""

from __future__ import annotations

LINKS = """
related, read more, read next, also read, read also, more from, more on, more about,
more stories, more news, see also, you may, you might, recommended, trending, most read,
most popular, latest, don't miss, don’t miss, top stories, further reading, up next,
keep reading, in other news, mehr zum, mehr von, mehr aus, lesen sie, das könnte,
weitere artikel, auch interessant, verwandte, zum thema, meistgelesen, à lire, lire aussi,
sur le même, articles liés, voir aussi, les plus lus, lea también, lee también, más noticias,
más sobre, noticias relacionadas, te puede, artículos relacionados, relacionad, ver también,
leggi anche, articoli correlati, potrebbe interess, correlati, vedi anche, altri articoli,
leia também, leia mais, notícias relacionadas, veja também, saiba mais, mais lidas, lees ook,
lees meer, gerelateerd, meer over, meer nieuws, czytaj, zobacz także, zobacz też, powiązane,
polecane, čtěte, přečtěte, související, mohlo by, läs också, läs även, läs mer, relaterat,
mer om, læs også, læs mere, relateret, les også, les mer, relatert, lue myös, lue lisää,
aiheesta lisää, читайте также, читайте ещё, по теме, материалы по, смотрите также, похожие,
читайте також, за темою, дивіться також, схожі, ilgili, bunlar da, ilginizi, διαβάστε,
citește și, vezi și, kapcsolódó, olvassa, baca juga, berita terkait, xem thêm
//
関連, あわせて読みたい, おすすめ, 相关, 延伸阅读, 推荐阅读, 相關, 延伸閱讀, 관련, 추천, اقرأ,
مقالات, مواضيع, קראו, כתבות, بیشتر, संबंधित, ข่าวที่เกี่ยวข้อง
"""
"""How a heading over links to other articles begins."""

COMMENTS = """
comment, leave a, join the conversation, responses, kommentar, commentaires, comentario,
comentário, commenti, reacties, komentarz, komentáře, kommentit, комментари, коментар, yorum,
σχόλια
//
コメント, 评论, 評論, 댓글, التعليقات, תגובות, टिप्पणि, ความคิดเห็น
"""
"""A heading over readers' comments."""

NOTES = """
notes, footnotes, endnotes, references, sources, bibliography, fußnoten, anmerkungen, quellen,
références, notas, referencias, fuentes, note, fonti, referências, fontes, voetnoten, bronnen,
przypisy, źródła, poznámky, zdroje, fotnoter, källor, noter, kilder, viitteet, lähteet,
примечания, источники, примітки, джерела, dipnotlar, kaynaklar
//
脚注, 注释, 註釋, 参考文献, 出典, 出处, 각주, 출처, المراجع, הערות
"""
"""A heading over footnotes and sources."""

BOX = """
newsletter, sign up, subscrib, inbox, abonn, suscr, iscriv, inscrev, assine, boletín, boletim,
infolettre, anmelden, nyhetsbrev, nyhedsbrev, uutiskirj, рассылк, розсилк, подписывайтесь,
подпишитесь, підпис, bülten, abone, zapisz się, odebír, donat, support our, support us, spende,
faire un don, share this, share on, teilen, partage, compart, condivid, delen, udostępnij,
sdíle, dela, del på, jaa, поделит, поділит, paylaş, facebook, whatsapp, telegram, pinterest,
advertis, anzeige, publicité, publicidad, pubblicità, listen to, download, podcast, app store,
follow us, folgen sie uns, suivez, síguenos, seguici, siga-nos, volg ons, click here, tags,
topics, print
//
ニュースレター, メルマガ, 登録, 購読, 订阅, 訂閱, 分享, シェア, 뉴스레터, 구독, 공유, اشترك,
شارك, النشرة, הירשמו, שתפו
"""
"""A newsletter, a share line, an appeal for support, an advertisement."""

SELF = """
this article, this story, this report, this piece, this post, this column, this essay,
this interview, this op-ed, this work, this content, this commentary, an earlier version,
a version of, the article, the story, dieser artikel, dieser beitrag, dieser text, der artikel,
der beitrag, der text, das interview, dieses interview, cet article, cette tribune,
cet entretien, l’article, l'article, este artículo, este texto, esta nota, este reportaje,
el artículo, este artigo, esta reportagem, o artigo, questo articolo, questo testo, l’articolo,
l'articolo, dit artikel, deze tekst, het artikel, ten artykuł, artykuł, tekst, tento článek,
tento text, článek, den här artikeln, den här texten, artikeln, denne artikel, denne artikkelen,
artiklen, artikkelen, tämä artikkeli, tämä juttu, artikkeli, juttu, эта статья, статья,
материал, текст, ця стаття, цей матеріал, стаття, матеріал, bu makale, bu yazı, bu haber,
acest articol, ez a cikk, a cikk, αυτό το άρθρο, το άρθρο, artikel ini
//
本文, 本稿, この記事, この原稿, 이 기사, 이 글, هذا المقال, نُشر, כתבה זו, این مقاله, यह लेख,
บทความนี้
"""
"""How a note about the article itself begins."""

PUBLISHED = """
publish, republish, appeared, updated, corrected, amended, produced, supported, funded, adapted,
translated, excerpt, part of, series, contributed, misstated, incorrect, licens, originally,
first, veröffentlicht, erschien, aktualisiert, korrigiert, übersetzt, publié, mis à jour, paru,
traduit, corrigé, public, actualiz, correg, apareci, traduc, pubblicat, aggiornat, tradott,
corrett, apparso, atualiz, corrig, traduz, gepubliceerd, verscheen, bijgewerkt, vertaald,
opublikow, ukazał, zaktualizow, sprostowan, tłumacz, vyšel, publikov, aktualizov, opraven,
přelož, publicer, uppdater, rättad, översatt, udgivet, opdater, oppdater, rettet, julkaist,
ilmesty, päivite, korjat, käännet, опубликован, впервые, обновлен, обновлён, исправлен, перевод,
опубліков, вперше, оновлен, виправлен, переклад, yayımlan, yayınlan, güncellen, düzelt,
megjelent, frissít, δημοσιεύ, ενημερώ, diterbitkan
//
发表, 刊登, 首发, 更新, 转载, 掲載, 公開, 初出, 翻訳, 게재, 수정, 업데이트, نُشر, تحديث, פורסמה,
עודכנה, منتشر, प्रकाशित, เผยแพร่
"""
"""What such a note tells of it."""

NOTE = """
copyright, all rights, additional reporting, reporting by, editing by, compiled by,
with files from, with reporting by, the views expressed, views expressed,
the opinions expressed, opinions expressed, the views in, any views, alle rechte,
mit material von, die hier geäußerte, tous droits, les opinions, todos los derechos,
con información de, las opiniones expresadas, todos os direitos, com informações de,
as opiniões expressas, tutti i diritti, le opinioni espresse, alle rechten, wszelkie prawa,
všechna práva, alla rättigheter, alle rettigheder, alle rettigheter, kaikki oikeudet, все права,
мнение автора, усі права, всі права, думка автора, tüm hakları
//
©, 版权所有, 著作権, 無断転載, 저작권, 무단, جميع الحقوق, כל הזכויות
"""
"""How notes of rights, credits and opinion begin."""

YOU = """
you, your, our, us, we, ihnen, ihr, ihre, sie, uns, unser, vous, votre, nos, notre, nous, su,
tu, nuestro, nuestra, vostra, tua, nostra, nostro, ci, seu, sua, nosso, nossa, u, uw, jouw, ons,
onze, twoj, nasz, nas, vaš, náš, naš, dig, din, vår, våra, vores, dit, meidän, sinun, ваш, наш,
нас, sizin, bizim
"""
"""A reader spoken to, or the house that speaks."""
