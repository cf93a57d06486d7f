-- goes(article, keep) in; with what stays for a keeper that goes in place of it out.
CREATE TABLE next_goes AS
SELECT g.article, CAST(COALESCE(k.keep, g.keep) AS BIGINT) AS keep
FROM goes g LEFT JOIN goes k ON k.article = g.keep;

DROP TABLE goes;
ALTER TABLE next_goes RENAME TO goes;
