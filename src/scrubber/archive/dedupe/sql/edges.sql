-- verdict(one, other, kind) in; the copies as edge(u, v), v the smaller, out.
CREATE TABLE same AS
SELECT one, other FROM verdict WHERE kind = 1;

CREATE TABLE edge AS
SELECT other AS u, one AS v FROM same;

CREATE TABLE redundant (article BIGINT, keep BIGINT);
