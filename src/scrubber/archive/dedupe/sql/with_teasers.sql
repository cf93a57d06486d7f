-- redundant(article, keep) and teaser(article, whole) in; both as goes(article, keep) out.
CREATE TABLE goes AS
SELECT article, keep FROM redundant UNION ALL SELECT article, whole FROM teaser;
