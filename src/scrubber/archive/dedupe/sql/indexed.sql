-- near(number, id), entries of an index, and named(name), what a run has itself, in; the entries
-- that it does not have out.
CREATE TABLE indexed AS
SELECT DISTINCT e.number, e.id FROM near e
LEFT JOIN named n ON n.name = e.id WHERE n.name IS NULL;
