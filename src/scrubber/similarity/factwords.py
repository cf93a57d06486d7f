"""Words that make a sentence say something else, in some thirty languages; lists in, sets out.

A changed or added one of them is a changed fact. They are common words, and no name of anyone.
"""

from __future__ import annotations

NEGATIONS = """
no not never none nor neither without cannot nothing nobody nowhere no-one hardly barely scarcely
don't doesn't didn't won't wouldn't can't couldn't isn't aren't wasn't weren't hasn't haven't hadn't
shouldn't mustn't needn't ain't former formerly ex alleged allegedly reportedly almost nearly half
except unless non anti refused failed denied only rarely seldom less
nein nicht kein keine keinen keiner keinem keines nie niemals ohne weder noch kaum fast beinahe
ehemalige ehemaliger ehemaligen angeblich außer nur lediglich selten weniger höchstens
ne n'a n'est n'ont n'était pas non sans jamais aucun aucune ni guère presque ancien ancienne sauf
seulement rarement moins peine
nunca jamás ningún ninguna ninguno nada nadie tampoco sin casi ex presunto salvo solo apenas menos
não nem sem nenhum nenhuma ninguém nada quase exceto suposto só somente raramente
nessun nessuno nessuna niente nulla mai senza né quasi tranne presunto solo soltanto appena meno
niet geen nooit zonder niemand niets bijna behalve voormalig voormalige alleen slechts zelden
nauwelijks
nie nigdy bez żaden żadna żadne nikt prawie były była oprócz tylko rzadko ledwie mniej
není nejsou nebyl nebyla nebylo nebude nemá nikdy žádný žádná téměř bývalý bývalá kromě pouze sotva
nije nisu nema nikad bez neće nemá nebol nebola nikdy samo
ikke inte ej aldrig aldri uten utan uden ingen intet inget nästan næsten nesten tidligere
bara knappast sällan
ei eivät emme ette älä ilman koskaan melkein entinen ekki aldrei án tuskin
не нет ни никогда без нельзя ніколи немає никто ничего ніхто нічого почти майже бывший бывшая
колишній кроме окрім няма никога нема никада только лишь редко едва меньше тільки лише
değil yok hiç asla eski neredeyse hariç sadece yalnızca nadiren 안 않 못 아니 없 没有
nem nincs soha nélkül nu niciodată fără δεν μη μην όχι ποτέ χωρίς σχεδόν πρώην
لا ليس ليست لم لن غير بدون سوى ما أبدا دون فقط نادرا נטול אין לא בלי אינו אינה מעולם ללא
नहीं न मत बिना ना नही کبھی نہیں tidak bukan tanpa belum jangan không chưa chẳng walang
"""

DEPUTIES = """
deputy vice acting assistant interim junior stellvertretender stellvertretende stellvertretenden
vize adjoint adjointe adjunto adjunta interino interina suplente facente zastępca zastępczyni
заместитель заместительница исполняющий náměstek náměstkyně zástupce zástupkyně yardımcısı vekili
phó نائب نائبة סגן סגנית उप αναπληρωτής αναπληρώτρια
"""
"""Words that make another office of one."""

UNSPACED_NEGATION = (
    "[不没沒未非无無莫别別勿否副]|ない|なかっ|なく|ません|[ずぬ](?![ぁ-んァ-ン])|ไม่|มิได้|ห้าม|ບໍ່|មិន|မ"
    "|[않없]|아니|못[하했할]"
)
"""The same within words or where these have no spaces: as many must stand on both sides."""

OPPOSITES = (
    ("rose rise rises risen rising up gained gains gain increased increases increase increasing "
     "higher high more grew grow grows above over surged climbed jumped",
     "fell fall falls fallen falling down lost loses loss decreased decreases decrease decreasing "
     "lower low less fewer shrank shrink below under dropped sank slid plunged"),
    ("won win wins winning", "lost lose loses losing"),
    ("before earlier", "after later"), ("first", "last second third final"),
    ("opened opens open opening", "closed closes close closing shut"),
    ("for supported supports support backed", "against opposed opposes oppose"),
    ("he his him himself", "she her hers herself"), ("mr", "mrs ms miss"),
    ("approved accepted approves accepts allowed passed", "rejected denied rejects denies banned"),
    ("guilty convicted", "innocent acquitted"), ("alive living survived", "dead died killed"),
    ("bought buys buy buying", "sold sells sell selling"), ("left", "right"),
    ("north northern", "south southern"), ("east eastern", "west western"),
    ("morning", "evening afternoon night"), ("today", "yesterday tomorrow"),
    ("old older oldest", "new newer newest young younger youngest"), ("large largest big biggest",
     "small smallest"), ("long longer longest", "short shorter shortest"), ("best better",
     "worst worse"), ("start started starts began begin begins", "end ended ends finished"),
    ("always", "sometimes seldom rarely"), ("all every", "some few"), ("public", "private"),
    ("true", "false"), ("arrived arrives", "departed departs"), ("son brother father husband man "
     "boy", "daughter sister mother wife woman girl"), ("include includes including included",
     "exclude excludes excluding excluded"), ("increase", "cut"), ("can", "cannot"), ("in", "out"),
    ("gestiegen stieg steigt steigen höher mehr über gewachsen", "gefallen fiel fällt fallen sank "
     "sinkt gesunken niedriger weniger unter geschrumpft"), ("vor", "nach"),
    ("gewann gewonnen gewinnt", "verlor verloren verliert"), ("er sein seine seiner",
     "sie ihr ihre ihrer"), ("geöffnet öffnet offen", "geschlossen schließt zu"), ("für", "gegen"),
    ("alte alten alter", "neue neuen neuer"), ("angenommen genehmigt", "abgelehnt verboten"),
    ("große größte", "kleine kleinste"), ("links", "rechts"), ("gekauft", "verkauft"),
    ("plus augmenté augmente hausse supérieur", "moins diminué diminue baisse inférieur"),
    ("avant", "après"), ("pour", "contre"), ("il", "elle"), ("gagné gagne", "perdu perd"),
    ("ouvert ouvre", "fermé ferme"), ("premier première", "dernier dernière"),
    ("más subió aumentó sube aumenta", "menos bajó disminuyó baja disminuye cayó"),
    ("antes", "después depois"), ("él", "ella"), ("ganó gana", "perdió pierde"),
    ("abrió abierto", "cerró cerrado"), ("contra", "favor"), ("mais subiu", "menos caiu desceu"),
    ("ele", "ela"), ("più salito aumentato", "meno sceso diminuito calato"), ("prima", "dopo"),
    ("lui", "lei"), ("vinto", "perso"), ("aperto", "chiuso"), ("meer gestegen hoger",
     "minder gedaald lager"), ("voor", "na tegen"), ("hij", "zij"), ("больше вырос выросла "
     "выросли выше увеличился", "меньше упал упала упали ниже снизился снизилась"),
    ("до", "после"), ("он его", "она её ее"), ("открыли открыт открыта", "закрыли закрыт закрыта"),
    ("выиграл выиграла", "проиграл проиграла"), ("за", "против"), ("більше зросла зріс",
     "менше впала впав"), ("wzrósł wzrosła więcej", "spadł spadła mniej"), ("przed", "po"),
    ("vzrostl vzrostla více", "klesl klesla méně"),
    ("mer ökade steg", "mindre minskade föll sjönk"),
    ("före", "efter"), ("arttı yükseldi fazla", "azaldı düştü az"), ("önce", "sonra"),
    ("ارتفع ارتفعت أكثر", "انخفض انخفضت أقل تراجع"), ("قبل", "بعد"), ("עלה עלתה יותר",
     "ירד ירדה פחות"), ("לפני", "אחרי"), ("פתוח פתוחה", "סגור סגורה"), ("증가 상승", "감소 하락"),
    # old and new, large and small
    ("kleine kleiner kleinen", "große großer großen"),
    ("vieux vieil vieille ancien ancienne", "nouveau nouvel nouvelle neuf neuve"),
    ("grand grande grands grandes", "petit petite petits petites"),
    ("viejo vieja antiguo antigua", "nuevo nueva"), ("pequeño pequeña", "grande gran"),
    ("vecchio vecchia antico antica", "nuovo nuova"), ("piccolo piccola", "grande gran"),
    ("velho velha antigo antiga", "novo nova"), ("pequeno pequena", "grande"),
    ("stary stara stare starego starej", "nowy nowa nowe nowego nowej"),
    ("mały mała małe małego małej", "duży duża duże dużego dużej"),
    ("старый старая старое старого старой", "новый новая новое нового новой"),
    ("маленький маленькая малый", "большой большая крупный"), ("старий стара", "новий нова"),
    ("oude", "nieuwe"), ("grote groot", "kleine klein"),
    ("gamla gammal gamle gammel", "nya ny nye"),
    ("stor stora store", "liten lilla lille"), ("eski", "yeni"), ("büyük", "küçük"),
    ("vanha vanhan", "uusi uuden"), ("suuri suuren", "pieni pienen"), ("παλιό παλιά παλιός", "νέο "
     "νέα νέος καινούριο"), ("μεγάλο μεγάλη", "μικρό μικρή"), ("القديم القديمة", "الجديد الجديدة"),
    ("الكبير الكبيرة", "الصغير الصغيرة"), ("ישן ישנה הישן הישנה", "חדש חדשה החדש החדשה"),
    ("גדול גדולה הגדול הגדולה", "קטן קטנה הקטן הקטנה"), ("पुराना पुरानी पुराने", "नया नयी नई नए"),
    ("बड़ा बड़ी बड़े", "छोटा छोटी छोटे"), ("cũ", "mới"), ("lớn", "nhỏ"), ("régi", "új"),
    # to open and to close, since and until, he and she
    ("öffnet öffnen eröffnet", "schließt schließen"), ("seit ab", "bis"), ("ouvrira ouvre ouvrent",
     "fermera ferme ferment"), ("depuis", "jusqu"), ("abrirá abre", "cerrará cierra"), ("desde",
     "hasta até"), ("aprirà apre", "chiuderà chiude"), ("abrirá abre", "fechará fecha"),
    ("otworzy otwiera otwarto", "zamknie zamyka zamknięto"), ("od", "do"), ("откроет открывает",
     "закроет закрывает"), ("с", "до"), ("відкриє", "закриє"), ("opent", "sluit"), ("sinds", "tot"),
    ("öppnar öppna åpner åbner", "stänger stänga stenger lukker"), ("sedan siden", "till til"),
    ("açacak açtı açıldı açılacak", "kapatacak kapattı kapandı kapatılacak"), ("avaa avataan",
     "sulkee suljetaan"), ("ennen", "jälkeen"), ("ανοίξει άνοιξε ανοίγει", "κλείσει έκλεισε "
     "κλείνει"), ("πριν", "μετά αφού"), ("سيفتح فتح يفتح افتتح", "سيغلق أغلق يغلق"), ("منذ",
     "حتى"), ("יפתח תפתח פתח פתחה", "יסגור תסגור סגר סגרה"), ("מאז", "עד"), ("शुरू खोला खुला "
     "खोली", "बंद"), ("पहले", "बाद"), ("mở", "đóng"), ("trước", "sau"), ("ông anh", "bà chị cô"),
    # net and gross, of a year and of a part of it, for now and for good, strong and weak
    ("net", "gross"), ("annual yearly", "quarterly monthly weekly daily"),
    ("preliminary provisional interim temporary", "final definitive permanent"), ("strong", "weak"),
    ("netto", "brutto bruto"), ("jährliche jährlichen", "vierteljährliche monatliche wöchentliche"),
    ("vorläufige vorläufigen vorläufiger", "endgültige endgültigen endgültiger"),
    ("starke starken starker", "schwache schwachen schwacher"), ("annuel annuelle", "trimestriel "
     "trimestrielle mensuel mensuelle"), ("provisoire", "définitif définitive"),
    ("fort forte solide", "faible"), ("anual", "trimestral mensual mensal"), ("provisional",
     "definitivo definitiva"), ("fuerte", "débil"), ("annuale", "trimestrale mensile"),
    ("provvisorio provvisoria provisório provisória", "definitivo definitiva"), ("forte", "debole "
     "fraco fraca"), ("jaarlijkse", "maandelijkse"), ("voorlopige", "definitieve"), ("sterke",
     "zwakke"), ("чистая чистый чистую чистий", "валовая валовой валовую валовий"), ("годовая "
     "годовой годовую річний річна", "квартальная квартальный квартальную квартальний квартальна"),
    ("сильная сильный сильное сильный", "слабая слабый слабое слабкий"), ("временный временная",
     "постоянный постоянная окончательный"), ("roczny roczna", "kwartalny kwartalna miesięczny"),
    ("wstępny wstępna", "ostateczny ostateczna"), ("silny silna", "słaby słaba"), ("ετήσιο ετήσια",
     "τριμηνιαίο τριμηνιαία"), ("προσωρινό προσωρινή", "οριστικό τελικό οριστική τελική"),
    ("ισχυρό ισχυρή", "αδύναμο αδύναμη"), ("yıllık", "aylık haftalık günlük"), ("geçici", "kesin "
     "kalıcı"), ("güçlü", "zayıf"), ("alustava", "lopullinen"), ("vahva", "heikko"), ("éves",
     "negyedéves havi"), ("előzetes", "végleges"), ("erős", "gyenge"), ("mạnh", "yếu"), ("السنوي "
     "السنوية", "الفصلي الفصلية الشهري الشهرية"), ("المؤقت المؤقتة", "النهائي النهائية الدائم"),
    ("القوي القوية", "الضعيف الضعيفة"), ("השנתי השנתית", "הרבעוני הרבעונית החודשי"), ("הזמני "
     "הזמנית", "הסופי הסופית הקבוע"), ("החזק החזקה", "החלש החלשה"), ("वार्षिक", "तिमाही मासिक"),
    ("अस्थायी", "अंतिम स्थायी"), ("मजबूत मज़बूत", "कमजोर कमज़ोर"), ("연간", "분기 월간"), ("잠정",
     "최종 확정"), ("강한", "약한"),
    # to find or confirm, and to deny
    ("found confirmed confirms admitted admits", "denied denies disputed disputes"),
    ("bestätigt bestätigte bestätigten", "bestreitet bestritt bestritten dementierte"),
    ("confirmé confirme constaté", "nié nie démenti dément"), ("confirmó confirma", "negó niega "
     "desmintió"), ("confermato conferma", "negato nega smentito smentisce"), ("подтвердил "
     "подтвердила обнаружили", "отрицал отрицала отрицали опроверг опровергла"), ("potwierdził "
     "potwierdziła odkryli", "zaprzeczył zaprzeczyła zaprzeczyli"),
)  # fmt: skip

UNSPACED_OPPOSITES = (
    ("上升增涨漲高", "下降减減跌低"), ("前", "后後"), ("胜勝", "败敗负負"), ("开開", "关關闭閉"),
    ("他", "她"), ("东東", "西"), ("南", "北"), ("左", "右"), ("男", "女"), ("大", "小"), ("买買",
     "卖賣"), ("生", "死"), ("多", "少"), ("新", "旧舊老古"), ("早朝", "晚夜夕"), ("午", "夜"),
    ("强強", "弱疲"), ("年", "季半"), ("临臨暂暫", "终終定"),
)  # fmt: skip

NUMBERS = """
zero one two second three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
thousand million billion trillion mln bln dozen once twice double triple quarter third fourth fifth
sixth seventh eighth ninth tenth hundreds thousands millions billions
null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig fünfzig
sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde milliarden dutzend
deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente quarante cinquante
soixante cent mille millions milliard milliards dos tres cuatro cinco seis siete ocho nueve diez
once doce veinte treinta cuarenta cincuenta cien mil millón millones tre quattro cinque
sette otto nove dieci undici dodici venti trenta quaranta cinquanta cento milioni miliardi
dois duas três quatro oito dez vinte trinta milhão milhões bilhões twee drie vijf zes zeven
negen tien twaalf twintig dertig veertig vijftig honderd duizend miljoen miljard
один два две три четыре пять шесть семь восемь девять десять двадцать тридцать сорок сто тысяча
тысяч тысячи миллион миллиона миллионов миллиард миллиардов jeden dwa trzy cztery pięć sześć siedem
osiem dziewięć dziesięć sto tysiąc tysięcy milion milionów två fyra sex sju åtta nio tio miljon
miljoner fire seks syv otte tusen tusind iki üç dört beş altı yedi sekiz dokuz yüz
milyon milyar اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة مئة ألف مليون مليار שניים שתיים
quatorze seize treize quattordici sedici quindici tredici catorce dieciséis quince trece vierzehn
sechzehn fünfzehn dreizehn czternaście szesnaście piętnaście четырнадцать шестнадцать пятнадцать
một bốn sáu bảy tám chín mười yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän
kymmenen δύο τρεις τρία τέσσερις τέσσερα πέντε έξι επτά οκτώ εννέα δέκα एक दो तीन चार पाँच पांच छह
सात आठ नौ दस שלושה שלוש ארבעה ארבע חמישה חמש שישה שש שבעה שבע שמונה תשעה תשע עשרה עשר מאה אלף מיליון
"""

UNSPACED_NUMBERS = "一二三四五六七八九十百千万萬亿億两兩零〇半"
PARTICLES = "的了也都就地得着很还又在把之をがはのもにでとへや"
"""Characters that add no word to another, in Chinese and Japanese."""
SURNAMES = (
    "王李张張刘劉陈陳杨楊赵趙黄黃吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹"
    "袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊"
    "陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万段钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文佐鈴渡中山小"
    "김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허유남심노하곽성차주우구"
)
"""Characters that begin a name where no capitals show it, in Chinese, Japanese and Korean."""
PLACES = "市省县縣区區国國州镇鎮村路街道府都町岛島湖河港"
"""Characters that end the name of a place, in Chinese and Japanese."""

BEFORE_NOUNS = """
dem einem eines einer einen eine ein kein keine keinen keinem keiner das zum zur vom beim seine
seinen seinem seiner seines ihre ihren ihrem ihrer ihres unsere unseren unserem unserer diese diesen
diesem dieser dieses jede jeden jedem jeder jedes alle viele vielen mehrere mehreren einige einigen
"""
"""German words that stand before nouns, which have capitals, and seldom before names."""

PREFIXES = "un in im il ir dis non anti mis ex miß miss ent des dé не без"
"""Prefixes that turn a word to its opposite."""
QUESTION_MARKS = ("?", "？", "؟")
