"""Words of measures and dates, in some thirty languages; lists in, sets out.

A changed one of them is a changed fact.
"""

from __future__ import annotations

MEASURES = """
% ‰ ° $ € £ ¥ ₽ ₹ ₺ ₴ - percent pct per-cent prozent procent metern kilometern meilen pourcent
por-ciento процент процента процентов km kilometre kilometres kilometer kilometers mile miles metre
metres meter meters foot feet inch inches kg kilo kilos kilogram kilograms pound pounds tonne tonnes
ton tons gram grams litre litres liter liters gallon gallons acre acres hectare hectares mph kph
celsius fahrenheit degree degrees dollar dollars dlrs dlr euro euros eur usd gbp yen yuan crown
crowns franc francs mark marks peso pesos rupee rupees cent cents pence доллара долларов евро
километров метров рублей рубля
"""
"""What a number counts by size."""

DATES = """
second seconds minute minutes hour hours day days week weeks month months year years decade decades
century centuries am pm a.m p.m monday tuesday wednesday thursday friday saturday sunday tue wed thu
fri january february march april may june july august september october november december jan feb
apr jun jul aug sept sep oct nov dec spring summer autumn winter
stunde stunden minuten tag tage tagen woche wochen monat monate monaten jahr jahre jahren montag
dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober
dezember frühjahr sommer herbst
heure heures jour jours semaine semaines mois an ans année années lundi mardi mercredi jeudi
vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre
décembre
hora horas día días semana semanas mes meses año años lunes martes miércoles jueves viernes sábado
domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
giorno giorni settimana settimane mese mesi anno anni lunedì martedì mercoledì giovedì venerdì
sabato domenica gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
dias ano anos segunda terça quarta quinta sexta janeiro fevereiro março maio junho julho setembro
outubro novembro dezembro
luni marți miercuri joi vineri sâmbătă duminică ianuarie februarie martie aprilie iunie iulie
septembrie octombrie noiembrie decembrie
uur dag dagen week weken maand maanden jaar maandag dinsdag woensdag donderdag vrijdag zaterdag
zondag januari februari maart mei augustus januarie
måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag augusti maj desember
tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesäkuussa heinäkuussa elokuussa
syyskuussa lokakuussa marraskuussa joulukuussa tammikuuta helmikuuta maaliskuuta huhtikuuta
toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta maanantaina
tiistaina keskiviikkona torstaina perjantaina lauantaina sunnuntaina
január február március április május június július augusztus szeptember október hétfőn kedden
szerdán csütörtökön pénteken szombaton vasárnap
час часа часов день дня дней неделя недели недель месяц месяца месяцев год года лет понедельник
понедельника вторник вторника среда среду среды четверг четверга пятница пятницу пятницы суббота
субботу воскресенье января февраля марта апреля мая июня июля августа сентября октября ноября
декабря январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре
понеділок вівторок середу четвер п'ятницю суботу неділю січня лютого березня квітня травня червня
липня серпня вересня жовтня листопада грудня січні лютому березні квітні травні червні липні серпні
вересні жовтні листопаді грудні
poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę stycznia lutego
marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia styczniu lutym
marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu styczeń luty
marzec kwiecień czerwiec lipiec sierpień wrzesień październik listopad grudzień
ledna února března dubna května června července srpna září října listopadu prosince pondělí úterý
středu čtvrtek pátek neděli
ιανουάριο φεβρουάριο μάρτιο απρίλιο μάιο ιούνιο ιούλιο αύγουστο σεπτέμβριο οκτώβριο νοέμβριο
δεκέμβριο ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου
οκτωβρίου νοεμβρίου δεκεμβρίου δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat nisan mayıs haziran temmuz ağustos
eylül ekim kasım aralık
الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس
سبتمبر أكتوبر نوفمبر ديسمبر شباط آذار نيسان أيار حزيران تموز آب أيلول
יום שני שלישי רביעי חמישי שישי שבת ראשון ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר
נובמבר דצמבר בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
जनवरी फ़रवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर अक्तूबर नवंबर नवम्बर
दिसंबर दिसम्बर सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार
월요일 화요일 수요일 목요일 금요일 토요일 일요일
senin selasa rabu kamis jumat sabtu minggu maret agustus
"""
"""Times, days and months; a line for each language."""

UNSPACED_UNITS = "年月日時时点點分秒周週元円圆圓人名歳岁度米吨噸火水木金土曜"
