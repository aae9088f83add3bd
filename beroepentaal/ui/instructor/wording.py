"""Numbers and times as the pages of an instructor say them, in Dutch."""

NO_SOUND = "Deze computer heeft geen geluid; sluit een koptelefoon of luidspreker aan."

_COARSE_FROM = 10
"""Minutes from which an estimate is told in steps of five."""
_HOURS_FROM = 90


def number(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def time_left(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return "nog minder dan een minuut"
    if minutes < _COARSE_FROM:
        return f"nog ongeveer {minutes} {'minuut' if minutes == 1 else 'minuten'}"
    if minutes < _HOURS_FROM:
        return f"nog ongeveer {5 * round(minutes / 5)} minuten"
    return f"nog ongeveer {round(minutes / 60)} uur"
