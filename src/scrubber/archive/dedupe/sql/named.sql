-- record(place, name, day, text), text a hash, in; for each name its first place, its earliest day,
-- how many records it has, and whether (1 or 0) all have one text out.
CREATE TABLE named AS
SELECT name, MIN(place) AS place, MIN(day) AS day, COUNT(*) AS records,
  CASE WHEN MIN(text) = MAX(text) THEN 1 ELSE 0 END AS is_one
FROM record GROUP BY name;

DROP TABLE record;
