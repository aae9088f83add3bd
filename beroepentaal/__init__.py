"""BeroepenTaal: the words without which nobody can work safely in a trade."""

__version__ = "0.1.0"
