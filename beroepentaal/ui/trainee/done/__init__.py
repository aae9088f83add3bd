"""The end of a session: what was practised, and how far that brought."""
