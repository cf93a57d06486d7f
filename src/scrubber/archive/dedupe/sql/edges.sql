-- same(one, other), the pairs that are copies, in; as edge(u, v), v the smaller, out.
CREATE TABLE edge AS
SELECT other AS u, one AS v FROM same;
