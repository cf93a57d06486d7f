-- goes(article, keep) in; as redundant(article, keep), with an empty teaser(article, whole), out.
DROP TABLE redundant;
DROP TABLE teaser;
ALTER TABLE goes RENAME TO redundant;
CREATE TABLE teaser (article BIGINT, whole BIGINT);
