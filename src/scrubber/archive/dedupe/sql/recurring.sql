-- paragraph(mark, place, article) in; the paragraphs that stand in several articles out.
CREATE TABLE recurring AS
SELECT p.mark, p.place, p.article
FROM paragraph p
JOIN (SELECT mark FROM paragraph GROUP BY mark HAVING COUNT(*) >= 3) AS often
ON often.mark = p.mark;

DROP TABLE paragraph;
