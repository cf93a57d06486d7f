-- candidate(one, other), first(one, other), those that were compared, and member(root, article),
-- what these connected, in; the candidates that are not connected by now out.
CREATE TABLE rest AS
SELECT c.one, c.other
FROM candidate c
JOIN first f ON f.other = c.other
LEFT JOIN member a ON a.article = c.one
LEFT JOIN member b ON b.article = c.other
WHERE c.one <> f.one AND COALESCE(a.root, c.one) <> COALESCE(b.root, c.other);

DROP TABLE candidate;
DROP TABLE first;
DROP TABLE edge;
DROP TABLE member;
