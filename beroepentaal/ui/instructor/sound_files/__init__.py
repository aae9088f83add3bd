"""The page on which an instructor brings in recordings that he has already: loose files, or a list spoken in one go."""
