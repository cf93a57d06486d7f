-- sketch(article, shingle, following) and article(article, fresh) in; pairs of articles that share
-- enough of it out, with the weight of what they share: 6 is enough, so one shingle that is in three
-- articles at most, two that are in 32, or three. Pairs within the index, not fresh, were compared.
-- In a large group each article is linked to the first and the last alone: of a story with
-- thousands of copies these are the same for all its shingles, of a common phrase they are not.
-- In an archive so large that most shingles stand in many articles, those of a large group that have
-- the shingle that follows in their sketches in common, too, are linked to the first of them.
-- Values from 2^60 on stand for all shingles of an article: who shares one is a copy.
CREATE TABLE grp AS
SELECT shingle, COUNT(*) AS n,
  CAST(MIN(article) AS BIGINT) AS head, CAST(MAX(article) AS BIGINT) AS tail,
  CASE WHEN COUNT(*) <= 3 OR shingle >= 1152921504606846976 THEN 6
    WHEN COUNT(*) <= 32 THEN 3 ELSE 2 END AS weight
FROM sketch GROUP BY shingle HAVING COUNT(*) > 1;

CREATE TABLE run AS
SELECT s.shingle, s.following, CAST(MIN(s.article) AS BIGINT) AS head
FROM grp g JOIN sketch s ON s.shingle = g.shingle
WHERE g.n > 32 GROUP BY s.shingle, s.following HAVING COUNT(*) > 1;

CREATE TABLE link AS
SELECT a.article AS one, b.article AS other, g.weight
FROM grp g JOIN sketch a ON a.shingle = g.shingle JOIN sketch b ON b.shingle = g.shingle
WHERE g.n <= 32 AND a.article < b.article
UNION ALL
SELECT g.head, b.article, g.weight
FROM grp g JOIN sketch b ON b.shingle = g.shingle
WHERE g.n > 32 AND b.article > g.head
UNION ALL
SELECT a.article, g.tail, g.weight
FROM grp g JOIN sketch a ON a.shingle = g.shingle
WHERE g.n > 32 AND a.article > g.head AND a.article < g.tail
UNION ALL
SELECT r.head, b.article, 4
FROM run r JOIN sketch b ON b.shingle = r.shingle AND b.following = r.following
WHERE b.article > r.head;

CREATE TABLE candidate AS
SELECT p.one, p.other, p.weight
FROM (
  SELECT one, other, CAST(SUM(weight) AS BIGINT) AS weight
  FROM link GROUP BY one, other HAVING SUM(weight) >= 6
) AS p
JOIN article a ON a.article = p.one
WHERE a.fresh = 1;

DROP TABLE link;
DROP TABLE grp;
DROP TABLE run;
