"""The exercises, one question at a time."""
