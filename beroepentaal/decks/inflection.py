"""Recognises a term inside a sentence, also when Dutch inflects or splits it ("aanlijnen": "lijn je aan")."""

import re

from beroepentaal.decks.term import Kind

SEPARABLE = (
    *("aan", "achter", "af", "bij", "binnen", "bloot", "dicht", "door", "droog", "in", "klaar", "los", "mee", "na"),
    *("neer", "om", "op", "open", "over", "recht", "samen", "schoon", "terug", "toe", "tussen", "uit", "vast", "vol"),
    *("voor", "vrij", "weg"),
)
_VOWELS = "aeiou"


def mentions(sentence: str, term: str, plural: str, kind: Kind | str) -> bool:
    """Whether the sentence contains the term, its plural or, for a verb, one of its forms."""
    text = sentence.casefold()
    for form in filter(None, (term.casefold(), plural.casefold())):
        if re.search(rf"\b{re.escape(form)}", text):
            return True
    return kind == Kind.VERB and _mentions_verb(text, term.casefold())


def _mentions_verb(text: str, verb: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    if any(word.startswith(form) for word in words for form in _finite_forms(verb)):
        return True
    for prefix in SEPARABLE:
        if not verb.startswith(prefix) or len(verb) < len(prefix) + 4:
            continue
        base = verb[len(prefix) :]
        if any(word.startswith((f"{prefix}ge", f"{prefix}te{base}")) for word in words):
            return True
        after = [place for place, word in enumerate(words) if word == prefix]
        before = [place for place, word in enumerate(words) if word.startswith(_finite_forms(base))]
        if after and before and min(before) < max(after):
            return True
    return False


def _finite_forms(verb: str) -> tuple[str, ...]:
    """How the forms of a regular verb begin: meten -> meten, meet, gemeet."""
    stem = verb.removesuffix("en")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        short = stem[:-1]
    elif len(stem) > 2 and stem[-1] not in _VOWELS and stem[-2] in _VOWELS and stem[-3] not in _VOWELS:
        short = stem[:-1] + stem[-2] + stem[-1]
    else:
        short = stem
    if short.endswith(("v", "z")):
        short = short[:-1] + {"v": "f", "z": "s"}[short[-1]]
    return (verb, short, f"ge{short}")
