"""The files that a deck can live in, one module for each."""
