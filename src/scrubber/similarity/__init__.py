"""Same or not: two texts in, what differs between them out. Pure functions over strings."""
