-- row and record as in misfits.sql in; the records that go as going(place, source, text) out. Of an
-- article that is to stay for itself the first record stays.
CREATE TABLE matched AS
SELECT r.place, r.source, r.id, r.text, CASE WHEN p.keep = p.id THEN 1 ELSE 0 END AS is_own
FROM record r JOIN row p ON p.id = r.id
WHERE p.goes = 1 AND (p.text IS NULL OR p.text = r.text);

CREATE TABLE going AS
SELECT m.place, m.source, m.text
FROM matched m JOIN (SELECT id, MIN(place) AS place FROM matched GROUP BY id) AS f ON f.id = m.id
WHERE m.is_own = 0 OR m.place > f.place;

DROP TABLE matched;
