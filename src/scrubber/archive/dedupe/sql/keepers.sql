-- member(root, article), article(article, words, damage, day) and sketch in; keeper(root, keep) out:
-- of those within a tenth of the longest, and of these those of the index if there are any, the one
-- with the least damage, of these the earliest, of these the first. Damage is what is broken, and what no other member says.
CREATE TABLE longest AS
SELECT m.root, MAX(a.words) AS words
FROM member m JOIN article a ON a.article = m.article GROUP BY m.root;

CREATE TABLE lone AS
SELECT m.root, s.shingle, MIN(m.article) AS article
FROM member m JOIN sketch s ON s.article = m.article
GROUP BY m.root, s.shingle HAVING COUNT(*) = 1;

CREATE TABLE long_enough AS
SELECT m.root, m.article, a.fresh, a.damage, a.day
FROM member m
JOIN article a ON a.article = m.article
JOIN longest l ON l.root = m.root
WHERE a.words * 10 >= l.words * 9;

CREATE TABLE complete AS
SELECT e.root, e.article, e.damage + COALESCE(x.n, 0) AS damage, e.day
FROM long_enough e
JOIN (SELECT root, MIN(fresh) AS fresh FROM long_enough GROUP BY root) AS f
ON f.root = e.root AND f.fresh = e.fresh
LEFT JOIN (SELECT article, COUNT(*) AS n FROM lone GROUP BY article) AS x ON x.article = e.article;

CREATE TABLE soundest AS
SELECT c.root, c.article, c.day
FROM complete c
JOIN (SELECT root, MIN(damage) AS damage FROM complete GROUP BY root) AS d
ON d.root = c.root AND d.damage = c.damage;

CREATE TABLE keeper AS
SELECT s.root, MIN(s.article) AS keep
FROM soundest s
JOIN (SELECT root, MIN(day) AS day FROM soundest GROUP BY root) AS d
ON d.root = s.root AND d.day = s.day
GROUP BY s.root;

DROP TABLE longest;
DROP TABLE lone;
DROP TABLE long_enough;
DROP TABLE complete;
DROP TABLE soundest;
