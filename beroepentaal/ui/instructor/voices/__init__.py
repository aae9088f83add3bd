"""Where an instructor hears which voice each text of a deck has, and gives it a better one."""
