-- redundant(article, keep) and teaser(article, whole) in; both as relation(article, other, goes),
-- goes 1 or 0, out. Of a teaser that stands several times the row is that of its repetition.
CREATE TABLE relation AS
SELECT article, keep AS other, 1 AS goes FROM redundant
UNION ALL
SELECT t.article, t.whole, 0 FROM teaser t
LEFT JOIN repeat r ON r.article = t.article WHERE r.article IS NULL;
