-- How many edges there are.
SELECT COUNT(*) FROM edge;
