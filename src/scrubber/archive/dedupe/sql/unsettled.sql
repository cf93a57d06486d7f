-- How many nodes of edge(u, v) are not yet leaves of one star.
SELECT COUNT(*) FROM (
  SELECT u FROM edge GROUP BY u HAVING COUNT(*) > 1
  UNION ALL
  SELECT e.u FROM edge e JOIN edge f ON e.v = f.u
) AS loose;
