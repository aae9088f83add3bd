"""The picture dictionary: all words of the trade, to look up, see and hear."""
