-- inside(article, whole) in; for each teaser that is no copy itself the article that it is from.
CREATE TABLE teaser AS
SELECT i.article, CAST(MIN(COALESCE(r.keep, i.whole)) AS BIGINT) AS whole
FROM inside i
LEFT JOIN redundant r ON r.article = i.whole
LEFT JOIN redundant c ON c.article = i.article
WHERE c.article IS NULL
GROUP BY i.article;
