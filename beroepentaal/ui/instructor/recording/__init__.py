"""The page on which an instructor speaks a deck's texts, one after the other by the space bar."""
