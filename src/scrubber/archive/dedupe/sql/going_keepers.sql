-- How many articles of goes(article, keep) are to stay for another and go themselves.
SELECT COUNT(*) FROM goes g JOIN goes k ON k.article = g.keep;
