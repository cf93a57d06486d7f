-- candidate(one, other), nearest(one, other), those that were compared, and member(root, article),
-- what these connected, in; the candidates that are not connected by now out.
CREATE TABLE rest AS
SELECT c.one, c.other
FROM candidate c
JOIN nearest n ON n.other = c.other
LEFT JOIN member a ON a.article = c.one
LEFT JOIN member b ON b.article = c.other
WHERE c.one <> n.one AND COALESCE(a.root, c.one) <> COALESCE(b.root, c.other);

DROP TABLE candidate;
DROP TABLE nearest;
DROP TABLE edge;
DROP TABLE member;
