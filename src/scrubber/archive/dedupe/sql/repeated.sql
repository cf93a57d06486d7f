-- repeat(article, more) and redundant(article, keep) in; the repeats of what stays out.
CREATE TABLE repeated AS
SELECT r.article, r.more FROM repeat r
LEFT JOIN redundant g ON g.article = r.article WHERE g.article IS NULL;
