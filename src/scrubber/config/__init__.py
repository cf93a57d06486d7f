"""Configuration: a working folder and a file's name in, checked values with their origin out."""
