-- row(line, id, keep, text, keep_text, goes, indexed) of a plan and record(place, source, id, text)
-- of its archive in; why rows do not fit as misfit(line, step, why, name) out. A text that a row
-- does not give is NULL. Why: 0 the article to keep goes as well, 1 there is no such article, 2 its
-- text is another one now, 3 there are several.
CREATE TABLE named AS
SELECT id AS name, CASE WHEN MIN(text) = MAX(text) THEN 1 ELSE 0 END AS is_one
FROM record GROUP BY id;

CREATE TABLE asked AS
SELECT line, 1 AS step, id AS name, text FROM row WHERE goes = 1
UNION ALL
SELECT line, 2, keep, keep_text FROM row WHERE goes = 1 AND indexed = 0;

CREATE TABLE misfit AS
SELECT r.line, 0 AS step, 0 AS why, r.keep AS name
FROM row r JOIN row k ON k.id = r.keep
WHERE r.goes = 1 AND k.goes = 1 AND r.keep <> r.id AND k.keep <> r.keep
UNION ALL
SELECT a.line, a.step, 1, a.name
FROM asked a LEFT JOIN named n ON n.name = a.name WHERE n.name IS NULL
UNION ALL
SELECT a.line, a.step, 2, a.name
FROM asked a
JOIN named n ON n.name = a.name
LEFT JOIN (SELECT DISTINCT id, text FROM record) AS t ON t.id = a.name AND t.text = a.text
WHERE a.text IS NOT NULL AND t.id IS NULL
UNION ALL
SELECT a.line, a.step, 3, a.name
FROM asked a JOIN named n ON n.name = a.name WHERE a.text IS NULL AND n.is_one = 0;

DROP TABLE asked;
DROP TABLE named;
