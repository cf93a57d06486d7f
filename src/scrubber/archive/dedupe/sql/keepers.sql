-- member(root, article), article(article, words, damage, day) and sketch in; keeper(root, keep) out:
-- of those within a tenth of the longest, and of these those of the index if there are any, the one
-- with the least damage, of these the earliest, of these the first. Damage is what is broken, and
-- what no other member says.
CREATE TABLE longest AS
SELECT m.root, MAX(a.words) AS words
FROM member m JOIN article a ON a.article = m.article GROUP BY m.root;

CREATE TABLE lone AS
SELECT m.root, s.shingle, CAST(MIN(m.article) AS BIGINT) AS article
FROM member m JOIN sketch s ON s.article = m.article
GROUP BY m.root, s.shingle HAVING COUNT(*) = 1;

CREATE TABLE long_enough AS
SELECT m.root, m.article, a.fresh, a.damage, a.day
FROM member m
JOIN article a ON a.article = m.article
JOIN longest l ON l.root = m.root
WHERE a.words * 10 >= l.words * 9;

CREATE TABLE lone_count AS
SELECT article, COUNT(*) AS n FROM lone GROUP BY article;

CREATE TABLE freshest AS
SELECT root, CAST(MIN(fresh) AS BIGINT) AS fresh FROM long_enough GROUP BY root;

CREATE TABLE complete AS
SELECT e.root, e.article, CAST(e.damage + COALESCE(x.n, 0) AS BIGINT) AS damage, e.day
FROM long_enough e
JOIN freshest f ON f.root = e.root AND f.fresh = e.fresh
LEFT JOIN lone_count x ON x.article = e.article;

CREATE TABLE least AS
SELECT root, CAST(MIN(damage) AS BIGINT) AS damage FROM complete GROUP BY root;

CREATE TABLE soundest AS
SELECT c.root, c.article, c.day
FROM complete c JOIN least d ON d.root = c.root AND d.damage = c.damage;

CREATE TABLE earliest AS
SELECT root, MIN(day) AS day FROM soundest GROUP BY root;

CREATE TABLE keeper AS
SELECT s.root, CAST(MIN(s.article) AS BIGINT) AS keep
FROM soundest s JOIN earliest d ON d.root = s.root AND d.day = s.day
GROUP BY s.root;

DROP TABLE longest;
DROP TABLE lone;
DROP TABLE lone_count;
DROP TABLE long_enough;
DROP TABLE freshest;
DROP TABLE complete;
DROP TABLE least;
DROP TABLE soundest;
DROP TABLE earliest;
