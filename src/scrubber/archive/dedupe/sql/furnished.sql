-- paragraph(mark, place, article) and furniture(mark) in; the articles with furniture out.
CREATE TABLE furnished AS
SELECT DISTINCT p.article FROM paragraph p JOIN furniture f ON f.mark = p.mark;

DROP TABLE paragraph;
