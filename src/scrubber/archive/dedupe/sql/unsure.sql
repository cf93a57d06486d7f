-- Members that were not yet compared with their keeper.
CREATE TABLE kept AS
SELECT m.root, m.article, k.keep FROM member m JOIN keeper k ON k.root = m.root
WHERE m.article <> k.keep;

CREATE TABLE known AS
SELECT one AS a, other AS b FROM same UNION ALL SELECT other, one FROM same;

CREATE TABLE unsure AS
SELECT k.article, k.keep FROM kept k
LEFT JOIN known e ON e.a = k.article AND e.b = k.keep
WHERE e.a IS NULL;

DROP TABLE known;
