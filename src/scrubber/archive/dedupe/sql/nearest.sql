-- candidate(one, other, weight) in; for each article the candidate that shares most with it out.
CREATE TABLE most AS
SELECT other, CAST(MAX(weight) AS BIGINT) AS weight FROM candidate GROUP BY other;

CREATE TABLE nearest AS
SELECT CAST(MIN(c.one) AS BIGINT) AS one, c.other
FROM candidate c JOIN most m ON m.other = c.other AND m.weight = c.weight GROUP BY c.other;

DROP TABLE most;
