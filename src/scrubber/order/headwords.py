"""Word lists for headings: over authors, links, comments and notes (see ``terms``)."""

from __future__ import annotations

AUTHOR = """
author, writer, reporter, journalist, columnist, correspondent, contributor, blogger, autor-,
autoare,
auteur, autrice, redakteur-, verfasser-, rédacteur, rédactrice, journaliste, chroniqueu-,
periodista, redactor-, columnista, escritor-, autore, scrittor-, scrittric-, giornalista,
jornalista, colunista, repórter-, schrijver-, redacteur-, dziennikar-, redaktor-, novinář-,
redaktör-, författar-, skribent-, forfatter-, kirjoittaj-, toimittaj-, автор-, журналист-,
корреспондент-, журналіст-, кореспондент-, yazar-, muhabir-, gazeteci-, szerző-, újságíró-,
συγγραφ-, συντάκτ-, αρθρογράφ-, δημοσιογράφ-, penulis, wartawan, pisac-, pisca-, tác giả
"""
"""Who wrote it, as a heading over an author section says it."""

ABOUT = """
özgeçmişi, biyografisi, about, meet, the, our, this, article, articles, story, post, who, is,
are, more, on, a, an, and, of, s, bio, bios, biography, profile, profiles, info, information,
guest, staff, contributing, short, introducing, note, über, den, die, das, der, zum, zur, und,
in, unsere, unser, unseren, person, kurzbiografie, dieses, artikels, à, propos, de, la, le, les,
l, du, des, sur, qui, est, et, cet, cette, e, sobre, acerca, del, el, los, las, quién, quien,
es, conoce, conozca, nuestro, nuestra, este, artículo, y, su, sull, sulla, sullo, sugli, chi, è,
il, gli, i, lo, informazioni, dell, della, questo, articolo, o, os, as, quem, é, do, da, dos,
artigo, over, het, wie, en, dit, artikel, tym, artykułu, informacje, om, denne, här, artikeln,
artikkelen, hvem, er, vem, är, tietoa, lisää, tämän, jutun, об, обо, этой, статьи, кто, про,
цієї, статті, хто, hakkında, bu, yazının, yazı, kimdir, az, σχετικά, με, τον, την, το, για,
despre, a, acest, articol, tentang, ini, profil, mengenai, về, written, by, autorenprofil,
autoreninfo, innen, biographie, biografía, biografia, texto, tekstu, escreve, esittely, autoren
"""
"""What may stand beside the author in such a heading."""

HEADING = (
    r"(?:关于|關於)?(?:本文|本报)?的?(?:作者|撰稿人|撰文者|记者|記者)的?(?:简介|簡介|介绍|介紹|资料|信息)?"
    r"|(?:この)?(?:記事の?)?を?(?:書いた人|著者|筆者|執筆者|ライター|記者)"
    r"(?:について|の?紹介|の?プロフィール|の?略歴|情報)?"
    r"|(?:이 )?(?:기사|글)? ?(?:저자|필자|글쓴이|작성자|기자|작가)(?:에 대하여|에 대해)?"
    r"(?: ?(?:소개|정보|약력|프로필))?"
    r"|(?:نبذة )?(?:عن|حول) ال(?:كاتب|مؤلف|صحفي|محرر)(?:ة|ين|ون)?|درباره(?:ی)? نویسنده"
    r"|(?:על|אודות) ה(?:מחבר|כותב|כתב)(?:ת|ים|ות)?|लेख(?:क|िका|कों|िकाओं) ?(?:के बारे में|परिचय)?"
    r"|(?:เกี่ยวกับ|ประวัติ)?(?:ผู้เขียน|นักเขียน)|(?:[Vv]ề (?:các )?|[Gg]iới thiệu )?[Tt]ác giả"
)
"""The whole heading, where a script has no capitals."""

PERSON = """
bio, biography, biografie, biographie, biografía, biografia, kurzbiografie, kurzvita, vita,
zur person, short bio, who wrote this, written by, about me, über mich, wer schreibt, qui écrit,
quién escribe, chi scrive, quem escreve, プロフィール, 执笔者, الكاتب, الكاتبة
"""
"""Headings over anyone's life, so no evidence of an author by themselves."""

LINKS = """
from our archive, from the archive, editors’ picks, editor’s picks, our picks, what to read,
most viewed, most shared, other stories, other articles, more in, more like, read more,
read next, also read, read also, more from, more on, more about, more stories, more news,
see also, recommended, trending, most read, most popular, don't miss, don’t miss, top stories,
further reading, up next, keep reading, in other news, mehr zum, mehr von, mehr aus, mehr zu,
lesen sie, das könnte, weitere artikel, auch interessant, zum thema, meistgelesen-, à lire,
lire aussi, sur le même, articles liés, voir aussi, les plus lus, lea también, lee también,
lea además, más noticias, más sobre, noticias relacionadas, artículos relacionados, ver también,
leggi anche, articoli correlati, vedi anche, altri articoli, leia também, leia mais,
notícias relacionadas, veja também, saiba mais, mais lidas, lees ook, lees meer, gerelateerd,
meer over, meer nieuws, przeczytaj, zobacz także, zobacz też, powiązane, polecane, přečtěte,
související, mohlo by, läs också, läs även, läs mer, relaterat, relaterade, mer om, læs også,
læs mere, relaterede, relateret, les også, les mer, relaterte, relatert, lue myös, lue lisää,
aiheesta lisää, читайте также, читайте ещё, читайте еще, по теме, материалы по, смотрите также,
читайте також, за темою, дивіться також, схожі, bunlar da, ilginizi, διαβάστε, citește și,
vezi și, kapcsolódó, olvassa, baca juga, berita terkait, xem thêm, σχετικά άρθρα, δείτε επίσης,
articole similare, articole înrudite, további cikkek, bài viết liên quan, tin liên quan, đọc thêm,
đọc tiếp, artikel terkait, lihat juga, povezani članci, pročitajte, súvisiace, prečítajte,
related$, related stories,
related articles, related content, related topics, related links, related reading, related news,
related posts, related coverage, related to this, latest$, latest news, latest stories,
latest from, latest headlines, you may also, you might also, you may like, you might like,
you might be interested, you may be interested, similar articles, similar stories,
similar posts, elsewhere on, suggested for, suggested reading, links$, in case you missed,
mehr dazu, zum weiterlesen, weiterlesen$, weitere beiträge, weitere themen, verwandte artikel,
verwandte themen, ähnliche artikel, ähnliche beiträge, mehr lesen, lire la suite,
lire également, à lire également, pour aller plus loin, articles similaires, articles associés,
dans la même, plus d’articles, plus d'articles, te recomendamos, también te puede,
te puede interesar, le puede interesar, lo más leído, más información, ver más, leer más,
relacionado$, relacionados$, relacionadas$, notizie correlate, correlati$, leggi tutto,
leggi altro, per approfondire, ti potrebbe interessare, potrebbe interessarti,
potrebbero interessarti, i più letti, altre notizie, veja mais, artigos relacionados,
matérias relacionadas, mais notícias, você também pode, pode te interessar, lees verder,
ook interessant, meest gelezen, gerelateerde-, zobacz również, podobne-, najczęściej czytane,
czytaj także, czytaj też, czytaj również, czytaj więcej, čtěte také, čtěte dále, další články,
nejčtenější, mohlo by vás, mer att läsa, mest lästa, andra läser, fler artiklar, mest læste,
mere om, flere artikler, mest lest-, lisää aiheesta, luetuimmat, lue seuraavaksi, читать также,
читать далее, ещё по теме, еще по теме, популярное, похожие материалы, похожие статьи,
популярне, i̇lginizi, ilginizi çekebilir, ilgili haberler, ilgili yazılar, benzer haberler,
benzer yazılar, ilgili$
//
関連, あわせて読みたい, おすすめ, 相关, 延伸阅读, 推荐阅读, 相關, 延伸閱讀, 관련, 추천, اقرأ,
مقالات, مواضيع, קראו, כתבות, بیشتر, संबंधित, यह भी पढ़ें, ये भी पढ़ें, ข่าวที่เกี่ยวข้อง,
บทความที่เกี่ยวข้อง, อ่านเพิ่มเติม, อ่านต่อ, อ่านข่าว, こちらもおすすめ, 热门文章,
熱門文章, 많이 본, قد يعجبك, الأكثر قراءة, קרא עוד
"""
"""How a heading over links to other articles begins."""

COMMENTS = """
comment$, comments$, reader comments$, readers’ comments$, leave a comment, leave a reply,
post a comment, join the conversation, join the discussion, discussion$, responses$, replies$,
kommentar$, kommentare$, leserkommentare$, diskussion$, kommentar schreiben, commentaire$,
commentaires$, réactions$, réagir$, comentario$, comentarios$, deja un comentario,
deja tu comentario, comentário$, comentários$, deixe um comentário, deixe seu comentário,
commento$, commenti$, lascia un commento, reactie$, reacties$, komentarz$, komentarze$,
komentáře$, komentář$, kommentarer$, kommentera$, kommentit$, kommentti$, комментарий$,
комментарии$, оставить комментарий, коментар$, коментарі$, yorum$, yorumlar$, σχόλια$, bình luận$,
hozzászólás$, hozzászólások$, comentarii$, komentar$
//
コメント, 评论$, 網友評論, 网友评论, 評論$, 댓글, التعليقات, תגובות, टिप्पणि, ความคิดเห็น
"""
"""A heading over readers' comments."""

NOTES = """
notes$, footnotes$, endnotes$, references$, sources$, bibliography$, fußnoten$, anmerkungen$,
quellen$, références$, notas$, referencias$, fuentes$, note$, fonti$, referências$, fontes$,
voetnoten$, bronnen$, przypisy$, źródła$, poznámky$, zdroje$, fotnoter$, källor$, noter$,
kilder$, viitteet$, lähteet$, примечания$, источники$, примітки$, джерела$, dipnotlar$,
kaynaklar$, notes and references$, notes et références$, sources and further,
quellen und anmerkungen$, works cited$, zdroje a poznámky$
//
脚注, 注释, 註釋, 参考文献, 出典, 出处, 각주, 출처, المراجع, הערות
"""
"""A heading over footnotes and sources."""
