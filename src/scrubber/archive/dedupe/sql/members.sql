-- edge(u, v), a star for each component, in; member(root, article) out.
CREATE TABLE member AS
SELECT v AS root, u AS article FROM edge
UNION ALL
SELECT DISTINCT v, v FROM edge;
