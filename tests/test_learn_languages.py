"""Learning in languages with other letters, blanks and signs: what a site repeats, and no more."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from scrubber.learn import recurring
from scrubber.learn.match import matcher_of


class Language(NamedTuple):
    """Furniture of a site, and articles: a title and three paragraphs each."""

    cookies: str
    plug: str
    bios: tuple[str, str]
    related: str
    rights: str
    heading: str
    column: str
    names: str
    teams: tuple[str, str]
    articles: tuple[tuple[str, str, str, str], ...]


CHINESE = Language(
    "本网站使用Cookie改善浏览体验，继续浏览即表示您同意我们的隐私政策。",
    "扫描二维码关注河岸日报，每天早上获取本地新闻。",
    (
        "陈晓雨是《河岸日报》的记者，长期报道城市与交通。",
        "马立群是《河岸日报》的编辑，负责教育版面。",
    ),
    "相关阅读",
    "© 河岸日报 版权所有 未经许可不得转载",
    "背景",
    "本周观察",
    "王强、李明、张伟、刘洋、陈杰、赵磊、周涛",
    ("山城队", "河口队"),
    (
        (
            "老街的菜市场将搬到车站旁",
            "老街的菜市场经营了四十年，下个月要搬到火车站旁的新楼里，租金比原来高出三成。",
            "卖豆腐的陈阿姨说：“我在这里站了二十六年，客人都认识我，到了新楼得重新开始。”",
            "新市场将在九月一日开门，首月免收摊位费。",
        ),
        (
            "河湾小学迎来百年校庆",
            "河湾小学上周末举行建校百年庆典，三千多名校友从各地赶回，操场上搭起了展棚。",
            "校长周明远介绍，学校最早只有两间教室和十七名学生，如今有三十六个班。",
            "校方计划用筹集的捐款修缮礼堂的屋顶。",
        ),
        (
            "东山港的渡轮六月停航",
            "东山港的渡轮从六月三日起停航三周，船底的钢板需要更换，这是二十年来最长的检修。",
            "岛上居民约有八百人，停航期间只能改乘小艇，每天四班。",
            "检修完成后，渡轮将增加一个供轮椅使用的坡道。",
        ),
        (
            "石桥图书馆延长夜间开放",
            "石桥图书馆从本周起把闭馆时间推迟到晚上十点半，成为全市开放最晚的图书馆。",
            "夜班的管理员由四名增加到七名，大学生可以申请兼职。",
            "附近的居民担心停车位不足，街道办答应重新划线。",
        ),
    ),
)
RUSSIAN = Language(
    "Мы используем файлы cookie. Оставаясь на сайте, вы соглашаетесь с нашими правилами.",
    "Подписывайтесь на наш канал, чтобы узнавать новости первыми.",
    (
        "Анна Вересова — корреспондент «Речного вестника», пишет о городе и транспорте.",
        "Олег Тимин — редактор «Речного вестника», отвечает за отдел образования.",
    ),
    "Читайте также",
    "© «Речной вестник». При перепечатке ссылка обязательна.",
    "Предыстория",
    "Колонка редактора",
    "Иванов, Петров, Громов, Лапин, Соколов, Тимин, Вересов",
    ("Заря", "Волна"),
    (
        (
            "Рынок на Заречной улице переедет к вокзалу",
            "Рынок на Заречной улице через месяц переедет в новое здание возле вокзала, и аренда"
            " вырастет на треть.",
            "Антонина, которая продаёт творог: «Я стою здесь двадцать шесть лет, меня все знают».",
            "Новый рынок откроется первого сентября, первый месяц места будут бесплатными.",
        ),
        (
            "Школе в Ольховке исполнилось сто лет",
            "На столетие школы в Ольховке приехали три тысячи выпускников, во дворе поставили"
            " шатры со старыми учебниками.",
            "Директор Павел Громов рассказал, что сначала было две комнаты и семнадцать учеников.",
            "На собранные деньги починят крышу актового зала.",
        ),
        (
            "Паром в Сосновой бухте встанет на ремонт",
            "Паром в Сосновой бухте остановят на три недели с третьего июня, потому что нужно"
            " заменить листы днища.",
            "На острове живут восемьсот человек, им предложат катер четыре раза в день.",
            "После ремонта на пароме появится пандус для колясок.",
        ),
        (
            "Библиотека у моста будет работать до ночи",
            "Библиотека у Каменного моста с этой недели закрывается в половине одиннадцатого,"
            " позже всех в городе.",
            "Вечерних дежурных станет семь вместо четырёх, студенты могут подать заявление.",
            "Соседи боятся, что не хватит мест для машин, и управа обещала новую разметку.",
        ),
    ),
)
ARABIC = Language(
    "يستخدم هذا الموقع ملفات تعريف الارتباط. بمتابعة التصفح فإنك توافق على سياسة الخصوصية.",
    "اشترك في نشرتنا البريدية لتصلك أخبار المدينة كل صباح.",
    (
        "سارة الخطيب صحفية في جريدة الضفة تكتب عن المدينة والنقل.",
        "عمر ناجي محرر في جريدة الضفة ومسؤول عن صفحة التعليم.",
    ),
    "اقرأ أيضا",
    "جميع الحقوق محفوظة © جريدة الضفة",
    "خلفية",
    "عمود الأسبوع",
    "حسن، ناصر، سالم، عمر، ليث، فادي، زيد",
    ("النجم", "الساحل"),
    (
        (
            "سوق الشارع القديم ينتقل إلى جوار المحطة",
            "ينتقل سوق الشارع القديم إلى مبنى جديد قرب محطة القطار في الشهر المقبل ويرتفع الإيجار"
            " بمقدار الثلث.",
            "وتقول أم سالم التي تبيع الجبن: «أقف هنا منذ ستة وعشرين عاما والجميع يعرفني».",
            "ويفتح السوق الجديد أبوابه في الأول من سبتمبر وتكون الأماكن مجانية في الشهر الأول.",
        ),
        (
            "مدرسة الوادي تحتفل بمئة عام",
            "احتفلت مدرسة الوادي بمرور مئة عام على تأسيسها وحضر ثلاثة آلاف خريج من مدن مختلفة.",
            "وذكر المدير حسن الراوي أن المدرسة بدأت بغرفتين وسبعة عشر تلميذا.",
            "وستستخدم التبرعات في إصلاح سقف القاعة الكبرى.",
        ),
        (
            "عبّارة الخليج تتوقف في يونيو",
            "تتوقف عبّارة الخليج ثلاثة أسابيع لتبديل صفائح القاع وهي أطول صيانة منذ عشرين عاما.",
            "ويعيش على الجزيرة نحو ثمانمئة شخص سينقلهم زورق صغير أربع مرات في اليوم.",
            "وبعد الصيانة سيكون في العبّارة ممر للكراسي المتحركة.",
        ),
        (
            "مكتبة الجسر تفتح حتى الليل",
            "صارت مكتبة الجسر الحجري تغلق في العاشرة والنصف مساء وهي آخر مكتبة تغلق في المدينة.",
            "ويرتفع عدد المشرفين المسائيين من أربعة إلى سبعة ويمكن للطلاب التقدم للعمل.",
            "ويخشى السكان قلة أماكن السيارات ووعدت البلدية بتخطيط جديد.",
        ),
    ),
)
SPANISH = Language(
    "Utilizamos cookies propias. Si continúa, acepta nuestra política de privacidad.",
    "Suscríbase a nuestro boletín y reciba cada mañana las noticias de la comarca.",
    (
        "Sara Vega es periodista de El Diario de la Ribera y escribe sobre el transporte.",
        "Omar Niño es redactor de El Diario de la Ribera y se encarga de la educación.",
    ),
    "Noticias relacionadas",
    "© El Diario de la Ribera. Todos los derechos reservados.",
    "Antecedentes",
    "La columna del jueves",
    "Vega, Niño, Lapa, Falcón, Gromo, Ruiz, Soto",
    ("Ribera", "Sierra"),
    (
        (
            "El mercado de la calle Vieja se muda junto a la estación",
            "El mercado de la calle Vieja se mudará el mes que viene a un edificio nuevo y el"
            " alquiler subirá un tercio.",
            "Antonia, que vende queso: «Llevo aquí veintiséis años y todos me conocen».",
            "El nuevo mercado abrirá el primero de septiembre y el primer mes será gratuito.",
        ),
        (
            "La escuela de Valdehierro cumple cien años",
            "La escuela de Valdehierro celebró su centenario con tres mil antiguos alumnos"
            " llegados de todas partes.",
            "El director, Pablo Gromo, contó que empezó con dos aulas y diecisiete niños.",
            "Con el dinero recaudado se arreglará el tejado del salón de actos.",
        ),
        (
            "El transbordador de Cala Honda para en junio",
            "El transbordador de Cala Honda dejará de funcionar tres semanas para cambiar las"
            " planchas del casco.",
            "En la isla viven unas ochocientas personas, que tendrán una lancha al día.",
            "Después de la obra el barco tendrá una rampa para sillas de ruedas.",
        ),
        (
            "La biblioteca del Puente abrirá de noche",
            "La biblioteca del Puente de Piedra cierra desde esta semana a las diez y media, más"
            " tarde que ninguna otra.",
            "Los vigilantes nocturnos pasarán de cuatro a siete y los estudiantes pueden optar.",
            "Los vecinos temen que falte sitio para los coches y se pintarán más plazas.",
        ),
    ),
)
every = pytest.mark.parametrize(
    "language",
    [CHINESE, RUSSIAN, ARABIC, SPANISH],
    ids=["chinese", "russian", "arabic", "spanish"],
)


def rows(*pages: list[str]) -> dict[str, str]:
    """What is furniture, and whether only behind the text."""
    texts = ((f"{n}.txt", "\n\n".join(blocks) + "\n") for n, blocks in enumerate(pages))
    profile = recurring(("s", name, text) for name, text in texts)
    return {text: row.where for row in profile.rows for text in (row.text, *row.variants)}


@every
def test_all_that_a_site_sets_around_its_articles(language: Language) -> None:
    titles = [article[0] for article in language.articles]
    pages = []
    for number, (title, *text) in enumerate(language.articles):
        other = titles[(number + 1) % len(titles)]
        plug = [language.plug] if number else []
        tail = [language.bios[number // 2], language.related, other, language.rights]
        pages.append([language.cookies, title, text[0], *plug, *text[1:], *tail])
    always = (language.cookies, language.plug, *language.bios, language.related, language.rights)
    found = rows(*pages)
    assert found == {**dict.fromkeys(always, ""), **dict.fromkeys(titles, "end")}


@every
def test_titles_and_headings_among_furniture(language: Language) -> None:
    """A title stands below lines of the site and above another; headings beside furniture."""
    parts = [language.related, language.rights]
    pages = [
        [language.cookies, title, parts[0], first, language.plug, language.heading, *rest, parts[1]]
        for title, first, *rest in language.articles
    ]
    assert rows(*pages).keys() == {language.cookies, language.plug, *parts}
    leads = [article[1] for article in language.articles]
    pages = [[*page, leads[number - 1]] for number, page in enumerate(pages)]
    assert rows(*pages).keys() - leads == {language.cookies, language.plug, *parts}


@every
def test_headings_columns_and_lists_are_the_articles(language: Language) -> None:
    pages = []
    for number, (title, *text) in enumerate(language.articles):
        column = [language.column] if number < 2 else []
        table = [f"{team}\t{number + 3}\t{2 * n + 1}" for n, team in enumerate(language.teams)]
        lists = [*table, language.names, *language.teams]
        pages.append([*column, title, text[0], language.heading, text[1], *lists, text[2]])
    assert not rows(*pages)


@every
def test_what_two_articles_quote_and_a_story_told_thrice(language: Language) -> None:
    first, second, *rest = map(list, language.articles)
    assert not rows(first, [*second[:2], first[2], *second[2:]], *rest)
    assert not rows(first, [f"{first[0]} (2)", *first[1:]], first[:3], second, *rest)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (CHINESE, ["记者 陈晓雨", "记者 马立群", "作者：周涛", "文／王强"]),
        (ARABIC, ["كتبت: سارة الخطيب", "كتب: عمر ناجي", "بقلم ليث سالم", "بقلم فادي زيد"]),
        (RUSSIAN, ["Автор: Анна Вересова", *(f"Автор: {name} Тимин" for name in ("Олег", "Пётр"))]),
    ],
    ids=["chinese", "arabic", "russian"],
)
def test_bylines(language: Language, lines: list[str]) -> None:
    pages = [
        [title, line, *text] for line, (title, *text) in zip(lines, language.articles, strict=False)
    ]
    assert rows(*pages).keys() == {*lines}


@pytest.mark.parametrize(
    ("language", "credit", "word"),
    [
        (CHINESE, "图片来源：{}/河岸日报", "桥上的早晨。"),
        (CHINESE, "摄影：{}", "桥上的早晨。"),
        (ARABIC, " الصورة: {}", "صباح على الجسر."),
        (RUSSIAN, " Фото: {}/Речной вестник", "Утро на мосту."),
    ],
)
def test_captions(language: Language, credit: str, word: str) -> None:
    names = language.names.replace("、", ",").replace("،", ",").split(",")
    captions = [word + credit.format(name.strip()) for name in names[:4]]
    pages = [
        [title, first, caption, *rest]
        for caption, (title, first, *rest) in zip(captions, language.articles, strict=True)
    ]
    texts = [(f"{n}.txt", "\n\n".join(blocks) + "\n") for n, blocks in enumerate(pages)]
    profile = recurring(("s", *page) for page in texts)
    taken = [[block for block in page if matcher_of(profile).row_of("s", block)] for page in pages]
    assert taken == [[caption] for caption in captions]


@every
def test_a_bio_seen_once_beside_one_that_recurs(language: Language) -> None:
    pages = [
        [*article, language.bios[number // 3]] for number, article in enumerate(language.articles)
    ]
    assert rows(*pages).keys() == {*language.bios}


@pytest.mark.parametrize("heading", ["كتب الأطفال في معرض المدينة", "文化生活", "图1：人口变化"])
def test_headings_that_begin_as_bylines_and_captions_do(heading: str) -> None:
    articles = ARABIC.articles if heading[0] == "ك" else CHINESE.articles
    pages = [[*article[:2], f"{heading} {n}", *article[2:]] for n, article in enumerate(articles)]
    assert not rows(*pages)
