-- row(line, id) of a plan in; the first line whose article has a row before out.
SELECT COALESCE(MIN(r.line), 0)
FROM row r JOIN (SELECT id, MIN(line) AS line FROM row GROUP BY id) AS f ON f.id = r.id
WHERE r.line > f.line;
