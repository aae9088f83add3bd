"""Where an instructor gives a word a photo of his own in the place of its drawing."""
