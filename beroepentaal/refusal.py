"""The one kind of error that a user may see: something in the world is wrong, said in plain Dutch."""


class Refusal(Exception):
    """What is wrong and what to do about it, in one sentence; raised before anything was changed."""
