-- kept and refuted(article), the members that are no copy of their keeper, in; the others are
-- redundant, those begin anew with the edges among them.
INSERT INTO redundant
SELECT k.article, k.keep FROM kept k
LEFT JOIN refuted r ON r.article = k.article WHERE r.article IS NULL;

DROP TABLE edge;

CREATE TABLE edge AS
SELECT s.other AS u, s.one AS v FROM same s
JOIN refuted a ON a.article = s.one JOIN refuted b ON b.article = s.other;

DROP TABLE member;
DROP TABLE keeper;
DROP TABLE kept;
DROP TABLE unsure;
DROP TABLE refuted;
