"""Copies and forms in scripts without capitals or spaces, and with digits of their own."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from archive_of_stories import story
from test_dedupe import found_in

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

CHINESE = (
    "市政府昨天宣布，将在河岸修建一座新的图书馆，预计明年春天开工，居民可以在网上提出意见。",
    "工程师说，这座建筑会使用旧工厂的砖块，屋顶上有花园，冬天也能保持温暖。",
    "反对者认为停车场太小，附近的学校需要更多安静的空间，会议持续到深夜才结束。",
)
RUSSIAN = (
    "Городской совет вчера объявил, что на берегу реки построят новую библиотеку, и жители могут "
    "прислать свои замечания до конца месяца.",
    "По словам инженеров, здание сложат из кирпича старой фабрики, а на крыше разобьют сад.",
    "Противники проекта считают, что стоянка мала, и заседание закончилось только поздно ночью.",
)
ARABIC = (
    "أعلن مجلس المدينة أمس أنه سيبني مكتبة جديدة على ضفة النهر، ويمكن للسكان إرسال ملاحظاتهم.",
    "وقال المهندسون إن المبنى سيشيد من طوب المصنع القديم وستكون على سطحه حديقة واسعة.",
    "ويرى المعارضون أن موقف السيارات صغير جدا، واستمر الاجتماع حتى ساعة متأخرة من الليل.",
)


@pytest.mark.parametrize("parts", [CHINESE, RUSSIAN, ARABIC], ids=["zh", "ru", "ar"])
def test_scripts(tmp_path: Path, parts: Sequence[str]) -> None:
    texts = [
        ("a", "\n\n".join(parts)),
        ("b", "\n\n".join(parts[:2])),
        ("c", "\n\n".join(reversed(parts)).replace("新", "大")),
        *((f"x{n}", story(n)) for n in range(5)),
    ]
    # nothing tells which of the two complete ones stays
    assert found_in(tmp_path / "run", texts)[0] in ({"b": "a", "c": "a"}, {"b": "c", "a": "c"})


FORMS: list[str] = [
    "{town}气象台今天发布消息，预计明天最高气温{one}度，最低气温{two}度，风力{three}级，请市民注意。"
    "降水概率为百分之{four}，空气质量良好，适合户外活动，周末天气变化请留意后续预报。",
    "Метеостанция {town} сообщила, что завтра днём ожидается {one} градусов, ночью {two} градусов, "
    "ветер {three} метров в секунду. Вероятность осадков {four} процентов, качество воздуха "
    "хорошее, подробности в следующем прогнозе.",
    "أعلنت محطة {town} أن درجة الحرارة غدا ستبلغ {one} درجة نهارا و{two} درجة ليلا، وسرعة الرياح "
    "{three} كيلومترا. واحتمال هطول الأمطار {four} في المئة، ونوعية الهواء جيدة في جميع الأحياء.",
]


def in_digits(zero: str) -> Callable[[int], str]:
    return lambda number: "".join(chr(ord(zero) + int(digit)) for digit in str(number))


def in_ideographs(number: int) -> str:
    tens, ones = divmod(number, 10)
    digits = " 一二三四五六七八九"
    return f"{digits[tens] if tens > 1 else ''}{'十' if tens else ''}{digits[ones]}".strip()


NUMERALS: list[tuple[str, Sequence[str], Callable[[int], str]]] = [
    (FORMS[0], ["北岸", "南山", "东河", "西湖"], in_ideographs),
    (FORMS[2], ["الشمال", "الجنوب", "الميناء", "النخيل"], in_digits("٠")),
    (
        "{town}気象台は本日、明日の最高気温は{one}度、最低気温は{two}度、風速は{three}メートルと発表"
        "した。降水確率は{four}パーセントで、空気の質は良好、外での活動に適している。",
        ["札幌", "仙台", "金沢", "高松"],
        in_ideographs,
    ),
    (
        "กรมอุตุนิยมวิทยาจังหวัด{town}ประกาศว่าพรุ่งนี้อุณหภูมิสูงสุด {one} องศา ต่ำสุด {two} องศา "
        "ความเร็วลม {three} กิโลเมตร โอกาสฝนตกร้อยละ {four} คุณภาพอากาศดี เหมาะสำหรับกิจกรรมกลางแจ้ง",
        ["เชียงใหม่", "ภูเก็ต", "ขอนแก่น", "ระยอง"],
        in_digits("๐"),
    ),
    (
        "{town} के मौसम विभाग ने बताया कि कल अधिकतम तापमान {one} डिग्री और न्यूनतम {two} डिग्री रहेगा, "
        "हवा की गति {three} किलोमीटर होगी। वर्षा की संभावना {four} प्रतिशत है और हवा अच्छी है।",
        ["पटना", "जयपुर", "भोपाल", "लखनऊ"],
        in_digits("०"),
    ),
]


@pytest.mark.parametrize(("form", "towns", "written"), NUMERALS, ids=["zh", "ar", "ja", "th", "hi"])
def test_forms_in_numerals(
    tmp_path: Path, form: str, towns: Sequence[str], written: Callable[[int], str]
) -> None:
    chance = random.Random(4)
    texts = []
    for n in range(40):
        facts = {name: written(chance.randint(2, 90)) for name in ("one", "two", "three", "four")}
        texts.append((f"f{n:02}", form.format(town=towns[n % 4], **facts)))
    assert found_in(tmp_path / "run", texts) == ({}, {})


@pytest.mark.parametrize("form", FORMS, ids=["zh", "ru", "ar"])
def test_forms_in_scripts(tmp_path: Path, form: str) -> None:
    chance = random.Random(4)
    towns = ["Бор", "Ельня", "Тула", "Ржев"] if "М" in form else ["北岸", "南山", "东河", "西湖"]
    texts = []
    for n in range(40):
        facts = {name: chance.randint(2, 90) for name in ("one", "two", "three", "four")}
        texts.append((f"f{n:02}", form.format(town=towns[n % 4], **facts)))
    assert found_in(tmp_path / "run", texts) == ({}, {})
