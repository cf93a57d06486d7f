-- edge(u, v), v the smaller, in; each node and its smaller neighbours on the smallest of them out.
CREATE TABLE smallest AS
SELECT u, CAST(MIN(v) AS BIGINT) AS m FROM edge GROUP BY u;

CREATE TABLE next_edge AS
SELECT DISTINCT u, v FROM (
  SELECT e.v AS u, s.m AS v FROM edge e JOIN smallest s ON s.u = e.u WHERE e.v <> s.m
  UNION ALL
  SELECT u, m AS v FROM smallest
) AS star;

DROP TABLE smallest;
DROP TABLE edge;
ALTER TABLE next_edge RENAME TO edge;
