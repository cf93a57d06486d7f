-- article(article, fresh) and redundant(article, keep) in; the articles of this run that stay out.
CREATE TABLE staying AS
SELECT a.article FROM article a
LEFT JOIN redundant r ON r.article = a.article WHERE a.fresh = 1 AND r.article IS NULL;
