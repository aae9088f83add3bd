"""How a term sounds: clips that were rendered or recorded, and a voice that speaks live what has none."""
