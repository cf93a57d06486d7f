"""Small lists of terms of some thirty languages about authors and their bios (see ``terms``).

They hold common words and no name of anyone.
"""

from __future__ import annotations

PREDICATES = """
is, was, are, were, writes, covers, reports, works, serves, teaches, lives, leads, edits,
joined, holds, hosts, studied, specializes, specialises, focuses, heads, directs, runs, blogs,
ist, war, sind, schreibt, arbeitet, berichtet, lebt, leitet, lehrt, studierte, wurde, forscht,
betreut, est, était, sont, écrit, travaille, couvre, dirige, enseigne, vit, collabore, es, era,
fue, son, escribe, trabaja, cubre, vive, estudió, colabora, nació, è, sono, scrive, lavora,
insegna, collabora, si, nasce, é, foi, são, escreve, trabalha, cobre, mora, estudou, nasceu,
schrijft, werkt, woont, doceert, studeerde, leidt, jest, był, była, pisze, pracuje, zajmuje,
mieszka, ukończył, ukończyła, współpracuje, je, byl, byla, píše, působí, žije, vystudoval,
vystudovala, věnuje, bol, bola, radi, piše, živi, är, var, skriver, arbetar, bor, rapporterar,
bevakar, er, arbejder, arbeider, jobber, dækker, dekker, on, oli, kirjoittaa, työskentelee,
asuu, toimii, opettaa, это, является, был, была, пишет, работает, живёт, живет, окончил,
окончила, родился, родилась, освещает, преподаёт, преподает, є, був, була, пише, працює, живе,
закінчив, закінчила, народився, народилася, висвітлює, викладає, е, работи, este, scrie,
lucrează, είναι, γράφει, εργάζεται, ζει, adalah, menulis, bekerja, là, és, escriu, yra, rašo,
dirba, ir, raksta, kirjutab, töötab, –, —, -
"""
"""What follows the name in the first sentence of a bio."""

LATE = """
yazıyor, çalışıyor, yaşıyor, yapıyor, yazmaktadır, çalışmaktadır, gazetecidir, yazardır,
muhabiridir
"""
"""The same, where it ends the sentence."""

AUXILIARIES = """
has, have, hat, a, ha, har
"""
"""The same, where what somebody has done shows whether it is one."""

WRITER = """
written for, written about, wrote for, reporter, writer, editor, author, journalist, columnist,
correspondent, contributor, contributing, freelanc-, blogger, critic, novelist, essayist,
redakteur-, redaktör-, redaktor-, redaktør-, redactor-, redattor-, rédact-, redacteur-, autor.,
autorin, autora., autorka, auteur, autrice, författar-, forfatter-, skribent-, krönikör-,
kirjoittaj-, kirjailij-, toimittaj-, kolumnist-, kommentator-, periodista, escritor-,
columnista, corresponsal-, giornalist-, scrittor-, scrittric-, corrispondent-, jornalista,
repórter, colunista, chroniqueu-, schrijver, schrijfster, korrespondent-, correspondant-,
verslaggever, publicyst-, dziennikar-, pisarz-, pisark-, novinář-, spisovatel-, publicist-,
zpravodaj, komentátor-, журналист-, корреспондент-, редактор-, автор., писател-, обозревател-,
колумнист-, публицист-, репортёр-, репортер-, журналіст-, кореспондент-, письменни-, оглядач-,
yazar-, muhabir-, gazeteci-, editör-, újságíró-, szerkesztő-, tudósító-, ziarist-, jurnalist-,
δημοσιογράφ-, συντάκτ-, συγγραφέ-, novinar-, wartawan, jurnalis, penulis, nhà báo, phóng viên,
tác giả, writes about, covers, writes for, schreibt, berichtet, écrit., couvre, escribe, cubre.,
scrive, escreve, cobre, schrijft, pisze., píše., skriver., bevakar, dækker, dekker, kirjoittaa,
пишет., освещает, пише., висвітлює, yazıyor, γράφει
//
journalist, redakteur, redaktör, redaktør, korrespondent, reporter, skribent, forfatter,
författare, redacteur, toimittaj, 记者, 記者, 编辑, 編輯, 撰稿, 专栏, 專欄, 评论员, 評論員,
作家, 主编, 主編, 作者, ライター, ジャーナリスト, 編集, コラムニスト, 執筆, 著者, 筆者, 評論家,
特派員, 기자, 작가, 칼럼니스트, 편집장, 편집자, 특파원, 논설위원, 저자, صحفي, كاتب, مراسل, محرر,
نویسنده, روزنامه‌نگار, خبرنگار, עיתונאי, סופר, כתבת, עורך, पत्रकार, लेखक, संपादक, संवाददाता,
นักข่าว, ผู้สื่อข่าว, นักเขียน, บรรณาธิการ
"""
"""A trade that writes for the press."""

TRADE = """
professor, lecturer, fellow, researcher, scientist, analyst, historian, economist, director,
consultant, engineer, designer, specialist, attorney, lawyer, founder, cofounder, officer,
manager, student, physician, psychologist, sociologist, photographer, producer, strategist,
scholar, teacher, adviser, advisor, coordinator, developer, head of, newspaper, magazine,
newsroom, the paper, radio, dozent-, wissenschaftler-, forscher-, ökonom-, leiter., leiterin,
leitet., lehrt., chercheu-, enseignant-, maître de, économiste, historien-, directeu-,
directric-, avocat, profesor-, investigador-, catedrátic-, economista, abogad-, docente,
professore, ricercator-, direttor-, pesquisador-, diretor-, advogad-, hoogleraar, onderzoeker-,
docent-, econoom, badacz-, wykładow-, výzkumn-, forsk-, lektor-, tutkija, профессор-, научн-,
историк-, политолог-, экономист-, директор-, доцент-, професор-, науков-, дослідни-, історик-,
економіст-, profesör-, akademisyen-, araştırmacı-, doçent-, καθηγητ-, ερευνητ-, kutató-, tanár-,
dosen, peneliti, architect, biologist, physicist, philosopher, translator, illustrator, filmmaker,
ingenieur-, architekt-, rechtsanw-, anwalt, anwältin, arzt., ärztin, lehrer., lehrerin,
historiker-, soziolog-, psycholog-, politolog-, philosoph-, biolog-, fotograf-, übersetzer-,
ingénieur, médecin, professeur-, architecte, sociologue, philosophe, politologue, photographe,
ingenier-, arquitect-, sociólog-, filósof-, politólog-, fotógraf-, ingegner-, architett-,
sociolog-, filosof-, storic-, engenheir-, arquitet-, historiador-, socioloog, filosoof,
fotograaf, vertaler,
valokuvaaj-, kääntäj-, fotoğrafç-, çevirmen-, φωτογράφ-, μεταφραστ-, μεταφράστρ-,
 inżynier-, lekarz, lekark-, socjolog-, filozof-, historyk-, tłumacz.,
tłumaczka, inženýr-, lékař-, historik-, překladatel-, ingenjör-, ingeniør-, insinööri-, läkare,
arkitekt-, översättare, инженер-, врач., архитектор-, социолог-, философ-, юрист-, адвокат-,
преподавател-, фотограф-, переводчи-, інженер-, лікар., лікарка, архітектор-, соціолог-,
філософ-, викладач-, перекладач-, mühendis-, avukat-, hekim, mimar., sosyolog-, tarihçi-,
öğretmen-, μηχανικ-, ιστορικ-, δικηγόρ-, γιατρ-, mérnök-, ügyvéd-, inginer-, kỹ sư, luật sư,
giáo sư, tiến sĩ, nhà nghiên cứu, chief executive, chair of, psychiatrist, poet, nurse,
geschäftsführ-
//
工程师, 工程師, 医生, 医師, 技師, 建築家, 摄影师, 写真家, 翻訳家, 译者, 기술자, 변호사, 의사,
역사학자, مهندس, طبيب, محام, مؤرخ, מהנדס, היסטוריון, इंजीनियर, डॉक्टर, इतिहासकार, वकील, วิศวกร,
ทนายความ, แพทย์, 教授, 研究员, 研究員, 学者, 學者, 博士,
讲师, 講師, 律师, 弁護士, 교수, 연구원, 박사, أستاذ,
باحث, מרצה, פרופסור, חוקר, प्रोफेसर, อาจารย์, นักวิจัย, 摄影, 攝影師, 翻译, 翻譯, 诗人, 詩人,
사진가, 소설가, 시인, 번역가, 만화가, مصور, مترجم, شاعر, צלם, צלמת, מתרגם, מתרגמת, משורר, फोटोग्राफ़र,
फोटोग्राफर, अनुवादक, कवि, कवयित्री, ช่างภาพ, นักแปล
"""
"""Other trades that bios name."""

ORGANISATION = """
is a company, is a firm, is a corporation, is a nonprofit, is a non-profit, is an organi-,
is an agency, is an association, is a town, is a city, is a village, is a club, is a band,
is a startup, is a provider, is the provider, is the leading, is a leading, is the largest,
ist ein unternehmen, ist eine firma, ist ein verein, ist eine gesellschaft, ist eine stadt,
est une entreprise, est une société, est une association, est une ville, es una empresa,
es una organización, es una ciudad, è un'azienda, è una società, è una città, é uma empresa,
é uma organização, é uma cidade, is een bedrijf, is een stad, is een organisatie, jest firmą,
je společnost, är ett företag, er en virksomhed, er et selskap, on yritys
"""
"""What is no person."""

ORIGIN = ("生まれ", "出身", "在住", "卒", "毕业", "畢業", "人氏")
"""How Chinese and Japanese end a clause on where somebody is from."""

LIFE = """
award, prize, degree, graduat-, universi-, college, fellowship, book, novel., novels, based in,
lives, previously, former, formerly, joined, written, taught, edited, reported on, been a,
published, appeared, covered, served, worked, born, board, preis, ausgezeichnet, studiert-,
studium, hochschule, buch, bücher, lebt, zuvor, geboren, écrit, travaillé, prix, diplôm-, livre,
vit., auparavant, née, premio, licenciad-, libro, vive., nació, laurea-, scritto, lavorato,
prêmio, formad-, livro, mora., woont, studeerde, boek, prijs, uniwersyt-, książ-, mieszka.,
ukończył-, nagrod-, univerzit-, knih-, žije., vystudoval-, bor i., bok, böcker, bøger, född,
født, yliopisto-, asuu, kirja, palkin-, университет-, книг-, живёт, живет, окончил-, преми-,
родил-, університет-, живе., закінчи-, премі-, народи-, üniversite-, kitap-, ödül-, yaşıyor,
mezun, egyetem-, könyv-, díj-, βιβλί-, πανεπιστήμι-, βραβεί-
//
毕业, 畢業, 大学, 大學, 著有, 常驻, 常駐, 曾任, 现居, 卒業, 出身, 生まれ, 在住, 著書, 専門,
대학, 졸업, 저서, 거주, 수상, جامعة, يعيش, حائز, אוניברסיטה, ספר, विश्वविद्यालय, มหาวิทยาลัย
"""
"""What else bios tell."""

CONTACT = """
twitter, linkedin, instagram, bluesky, mastodon, threads, follow., reach, contact, e-mail,
email, folgen., kontakt., suivre, suivez, contacter, síguelo, síguela, contacto, seguite,
segui., contatto, siga., volg., śledź, sledujte, följ., følg., seuraa., подпис-, связаться,
takip
"""

PRONOUNS = """
he, she, they, his, her, their, him, er, sie, seine, ihre, elle, ils, elles, él, ella, sus,
egli, lui, lei, suo, sua, ele, ela, seu, hij, zij, haar, ona, jego, jej, jeho, její, han, hon,
hun, hennes, hendes, hennar, hän, hänen, он, она, его, её, ее, він, вона, його, її, kendisi,
onun, ő, αυτός, αυτή, anh, cô
"""

SPEECH = """
according to, zufolge, laut., selon, según, de acordo com, volgens, według, podle., enligt, ifølge,
mukaan., по словам, за словами, göre., σύμφωνα με,
said., says., told., added., asked., explained., argued., noted., warned., sagte, sagt.,
erklärte, betonte, déclaré-, dit., affirm-, expliqu-, souligne-, dijo., dijeron, afirmó,
explicó, señaló, aseguró, detto., dichiarato, spiega., spiegato, disse., afirmou, explicou,
zei., zegt., vertelde, powiedział-, mówi., dodał-, řekl-, uvedl-, sade., säger., sagde., siger.,
sier., sanoi., sanoo., kertoo., kertoi., сказал-, заявил-, отметил-, сообщил-, зазначи-,
повідоми-, dedi., söyledi-, belirtti-, açıkladı-, mondta., είπε, δήλωσε, spus., declarat.,
kata., rekao, rekla, cho biết, ông nói, bà nói, قال, قالت, وقال, وقالت, يقول, تقول, أضاف, وأضاف,
أضافت, صرح, صرحت, وصرح, אמר, אמרה, אמרו, ואמר, אומר, אומרת, סיפר, סיפרה, कहा., कहते., बताया.
//
说, 說, 表示, 指出, 强调, 強調, 述べ, 語った, 話した, 話す, 말했다, 밝혔다, 전했다, กล่าว, บอกว่า
"""
