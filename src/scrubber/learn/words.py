"""Word lists for what pages set within an article's text (read by ``scrubber.order.terms``)."""

from __future__ import annotations

ADVERTISEMENT = """
advertisement$, advertisements$, ad$, anzeige$, werbung$, publicité$, publicidad$, publicidade$,
pubblicità$, advertentie$, annons$, annonce$, mainos$, reklama$, reklam$, reklame$, hirdetés$,
publicitate$, реклама$, διαφήμιση$, iklan$, oglas$
//
広告$, 广告$, 廣告$, 광고$, إعلان$, פרסומת$, विज्ञापन$, โฆษณา$
"""
"""What an advertisement is called above its place."""

CONTROLS = """
advertisement, article continues, story continues, continue reading, continues below, continue
below, continues after, scroll down to, scroll to continue, skip advertisement, skip to, skip past,
link copied, copy link, copied to clipboard, loading, print this, print article, email this, jump
to content, artikel wird nach, weiterlesen nach, lesen sie nach der, link kopiert, la suite après,
la suite de votre article, lien copié, continúa después, enlace copiado, continua após, continua
depois da, link copiado, continua dopo, link copiato, lees verder onder, artikel gaat verder, tekst
gaat verder, link gekopieerd, artikeln fortsätter, artikkelen fortsetter, saken fortsetter,
artiklen fortsætter, juttu jatkuu, artykuł kontynuowany, dalsza część tekstu, продолжение после,
продолжение статьи, ссылка скопирована, read our, see our, watch our, view our, explore our,
see all, view all, lesen sie unser-, lisez notre, lisez nos, lea nuestr-, leia noss-,
leggi la nostra, leggi i nostri, lees onze, lees ons, läs vår-, les vår-, læs vores, читайте наш-,
haberin devamı, yazının devamı, devamı reklamdan sonra, článek pokračuje, článok pokračuje,
a cikk folytatódik, a cikk a hirdetés, articolul continuă, continuă după, η συνέχεια μετά,
το άρθρο συνεχίζεται, продовження після, продовження статті, nastavak teksta, članak se nastavlja,
artikel berlanjut, lanjut ke halaman, bài viết tiếp tục
//
続きを読む, 記事の続き, 广告之后, 下文继续, 文章继续, 文章繼續, 계속 읽기, 기사 계속,
تابع القراءة, يتبع بعد الإعلان, הכתבה ממשיכה, המשך הכתבה, आगे पढ़ें, विज्ञापन के बाद जारी
"""
"""How lines begin that speak of the page: where the text goes on, what a button did, what else the
site has."""
