"""Archives: files of many articles, cleaned record by record, each row accounted for."""
