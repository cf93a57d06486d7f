"""What makes two articles one story: the pure part, numbers and texts in, numbers out."""
