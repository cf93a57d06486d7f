"""An article with another fact is another text; one that was edited, scanned or reset is not."""

from __future__ import annotations

import pytest

from scrubber.dedupe.model import APART, SAME
from scrubber.dedupe.shingles import Groups, shingles_of
from scrubber.dedupe.tokens import tokens_of
from scrubber.dedupe.verify import Verifier
from scrubber.similarity.compare import compare
from scrubber.similarity.words import words

ENGLISH = (
    "The harbour office in Lindholm said on 4 March that 2,350 boats had passed the lock. Anna "
    "Meers, who runs it, was pleased with the year. The gates are open to visitors until autumn, "
    "and a new path leads along the water from the old mill to the station. Children may feed the "
    "ducks beside the basin, where a kiosk sells bread."
)
GERMAN = (
    "Das Hafenamt in Lindholm zählte am 4. März an der Schleuse 2350 Boote. Die Leiterin Anna "
    "Meers war mit dem Jahr zufrieden. Die Tore sind bis zum Herbst für Besucher offen, und ein "
    "neuer Weg führt am Wasser entlang von der alten Mühle bis zum Bahnhof."
)
RUSSIAN = (
    "Управление порта сообщило 4 марта, что через шлюз прошло 2350 лодок. Анна Белова довольна "
    "этим годом. Ворота открыты для гостей до осени, а вдоль воды от старой мельницы до вокзала "
    "ведёт новая дорожка."
)
CHINESE = (
    "港口办公室三月宣布,今年有2350条船通过船闸。负责人王小红对这一年感到满意。闸门向游客开放到秋天,"
    "一条新的小路沿着水边从老磨坊通往车站。孩子们可以在水池旁边喂鸭子,那里的小店卖面包。"
)
THAI = (
    "สำนักงานท่าเรือแจ้งเมื่อวันที่ 4 มีนาคม "
    "ว่ามีเรือผ่านประตูน้ำ 2350 ลำ "
    "ผู้จัดการพอใจกับปีนี้ ประตูเปิดให้ผู้เยี่ยมชมจนถึงฤดูใบไม้ร่วง "
    "และมีทางเดินใหม่เลียบน้ำจากโรงสีเก่าไปยังสถานี"
)
ARABIC = (
    "أعلن مكتب الميناء يوم 4 مارس أن 2350 قاربا عبرت البوابة هذا العام. "
    "وقالت المديرة إنها راضية عن "
    "العام. البوابات مفتوحة للزوار حتى الخريف، ويمتد طريق جديد على طول الماء من الطاحونة القديمة "
    "إلى المحطة."
)


HINDI = (
    "बंदरगाह कार्यालय ने 4 मार्च को बताया कि इस साल 2350 नावें द्वार से गुज़रीं। "
    "प्रबंधक इस साल से खुश है। द्वार शरद तक आने वालों के लिए खुला रहेगा, "
    "और पुरानी चक्की से स्टेशन तक पानी के किनारे एक नया रास्ता जाता है।"
)
TURKISH = (
    "Liman idaresi 4 Mart günü bu yıl kapıdan 2350 teknenin geçtiğini bildirdi. Müdür bu yıldan "
    "memnun. Kapı sonbahara kadar ziyaretçilere açık olacak ve eski değirmenden istasyona su "
    "boyunca yeni bir yol gidiyor."
)
KOREAN = (
    "항만 사무소는 3월 4일 올해 2350척의 배가 갑문을 지났다고 밝혔다. "
    "소장은 올해에 만족한다. 갑문은 가을까지 방문객에게 공개했다. "
    "새 길이 옛 방앗간에서 역까지 물가를 따라 이어진다."
)


def kind_of(one: str, other: str) -> int:
    texts = [one, other]

    tokens = tokens_of(texts)
    shingles = shingles_of(Groups(tokens.hashes, tokens.counts)).each()
    return Verifier(shingles.__getitem__, texts.__getitem__, 1 << 20).compare(0, 1).kind


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (ENGLISH, "2,350", "2,450"),
        (ENGLISH, "4 March", "5 March"),
        (ENGLISH, "4 March", "4 April"),
        (ENGLISH, "Lindholm", "Marstrand"),
        (ENGLISH, "Anna Meers", "Peter Vaart"),
        (ENGLISH, "are open", "are not open"),
        (GERMAN, "2350", "2360"),
        (GERMAN, "Anna Meers", "Karin Vaart"),
        (GERMAN, "sind bis", "sind nicht bis"),
        (RUSSIAN, "2350", "2360"),
        (RUSSIAN, "Анна Белова", "Пётр Громов"),
        (RUSSIAN, "марта", "апреля"),
        (CHINESE, "2350", "2360"),
        (CHINESE, "王小红", "李建国"),
        (CHINESE, "向游客", "不向游客"),
        (THAI, "2350", "2360"),
        (THAI, "4 มีนาคม", "9 ตุลาคม"),
        (HINDI, "मार्च", "जून"),
        (HINDI, "खुला रहेगा", "खुला नहीं रहेगा"),
        (TURKISH, "olacak", "olmayacak"),
        (TURKISH, "4 Mart", "4 Nisan"),
        (KOREAN, "공개했다", "공개하지 않았다"),
        (ARABIC, "2350", "2360"),
        (ARABIC, "مفتوحة", "ليست مفتوحة"),
    ],
)
def test_one_changed_fact_makes_another_text(text: str, old: str, new: str) -> None:
    assert old in text
    assert kind_of(text, text.replace(old, new)) == APART
    assert kind_of(text.replace(old, new), text) == APART


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        (ENGLISH, (("2,350", "2350"),)),
        (ENGLISH, (("2,350", "2 350"),)),
        (ENGLISH, (("2,350", "２３５０"),)),
        (ENGLISH, (("pleased", "content"),)),
        (ENGLISH, (("pleased", "content"), ("sells", "offers"), ("along", "beside"))),
        (ENGLISH, ((" The gates", " It had been a warm one. The gates"),)),
        (
            ENGLISH,
            ((" Children may feed the ducks beside the basin, where a kiosk sells bread.", ""),),
        ),
        (ENGLISH, (("harbour", "harhour"), ("boats", "b0ats"), ("Lindholm", "Lindho1m"))),
        (ENGLISH, (("passed", "passcd"), ("not", "n0t"), ("Meers", "Mecrs"), ("mill", "rnill"))),
        (GERMAN, (("2350", "2.350"), ("zufrieden", "einverstanden"))),
        (RUSSIAN, (("довольна", "гордится"),)),
        (RUSSIAN, (("2350", "2 350"),)),
        (CHINESE, (("2350", "２３５０"),)),
        (CHINESE, (("感到满意", "很高兴"),)),
        (ARABIC, (("2350", "٢٣٥٠"),)),
        (HINDI, (("खुश", "प्रसन्न"),)),
        (KOREAN, (("만족한다", "기뻐한다"),)),
    ],
)
def test_edits_and_other_writing_leave_a_copy(
    text: str, changes: tuple[tuple[str, str], ...]
) -> None:
    other = text
    for old, new in changes:
        other = other.replace(old, new)
    assert kind_of(text, other) == SAME
    assert kind_of(other, text) == SAME


def test_facts_in_a_first_sentence_count() -> None:
    first = "The harbour office in Lindholm counted 2,350 boats at its lock."
    rest = ENGLISH[ENGLISH.index("Anna") :]
    assert kind_of(f"{first}\n\n{rest}", f"{first.replace('350', '450')}\n\n{rest}") == APART


def test_facts_that_change_places_are_others() -> None:
    text = ENGLISH + " Lindholm beat Marstrand by 3 goals to 1."
    other = text.replace("Lindholm beat Marstrand", "Marstrand beat Lindholm")
    assert kind_of(text, other) == APART
    assert kind_of(text, text.replace("3 goals to 1", "1 goals to 3")) == APART


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the 12th of May", ["the", "12th", "of", "May"]),
        ("1,200km and 5km", ["1,200", "km", "and", "5km"]),
        ("2024年12月3日", ["2024", "年", "12", "月", "3", "日"]),
        ("at 12:30pm", ["at", "12:30", "pm"]),
    ],
)
def test_words_with_numbers(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize("other", ["2350", "2.350", "2 350", "２,３５０", "٢٣٥٠"])
def test_a_block_with_a_number_written_otherwise_says_the_same(other: str) -> None:
    found = compare(ENGLISH, ENGLISH.replace("2,350", other))
    assert found.first_says
    assert found.second_says
    assert not found.fact
