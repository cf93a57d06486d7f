-- edge(u, v), v the smaller, in; each larger neighbour of a node on its smallest neighbour out.
CREATE TABLE both_ways AS
SELECT u, v FROM edge UNION ALL SELECT v, u FROM edge;

CREATE TABLE smallest AS
SELECT u, CAST(MIN(CASE WHEN v < u THEN v ELSE u END) AS BIGINT) AS m FROM both_ways GROUP BY u;

CREATE TABLE next_edge AS
SELECT DISTINCT b.v AS u, s.m AS v
FROM both_ways b JOIN smallest s ON s.u = b.u
WHERE b.v > b.u AND b.v <> s.m;

DROP TABLE both_ways;
DROP TABLE smallest;
DROP TABLE edge;
ALTER TABLE next_edge RENAME TO edge;
