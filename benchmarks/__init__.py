"""Measurements: how fast the program is, from outside."""
