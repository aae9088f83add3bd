"""Recognises a term inside a sentence, also when Dutch inflects or splits it ("aanlijnen": "lijn je aan")."""

import re
import unicodedata

from beroepentaal.decks.term import Kind

SEPARABLE = (
    *("aan", "achter", "achteruit", "af", "bij", "binnen", "bloot", "dicht", "door", "droog", "in", "klaar", "leeg", "los"),
    *("mee", "na", "neer", "om", "omhoog", "omlaag", "onder", "op", "open", "over", "recht", "rond", "samen", "schoon"),
    *("stil", "terug", "toe", "tussen", "uit", "vast", "vol", "voor", "vooruit", "vrij", "weg"),
)
_VOWELS = "aeiou"
_ENDINGS = "(?:t|d|e|te|de|ten|den)?"
_BETWEEN = r"(?:te|kan|mag|moet|wil|zal|laat|gaat|\w+[ae]n)"
"""What may stand between the parts of a split infinitive: op te ruimen, uit mag schakelen."""


def mentions(sentence: str, term: str, plural: str, kind: Kind | str) -> bool:
    """Whether the sentence contains the term, its plural or, for a verb or adjective, one of its regular forms.

    Rather too kind than too strict: a deck with a good sentence must never be refused.
    """
    text, word = _plain(sentence), _plain(term)
    if any(re.search(rf"\b{re.escape(form)}", text) for form in (word, _plain(plural)) if form):
        return True
    if kind == Kind.ADJECTIVE:
        return any(word in _stems(f"{inflected}n") for inflected in re.findall(r"\w+e\b", text))
    return kind == Kind.VERB and _mentions_verb(text, word)


def place_of(text: str, term: str, plural: str, kind: Kind | str) -> tuple[int, int] | None:
    """Where the term stands in the text as one whole word, or its plural or a form of the verb; None if it does not.

    A verb that is split ("draai de bout vast" for vastdraaien) stands in no one place.
    """
    plain = _plain(text)
    if len(plain) != len(text):  # a letter with two accents would shift the place
        return None
    forms = [re.escape(_plain(form)) for form in sorted((term, plural), key=len, reverse=True) if form]
    if kind == Kind.VERB and len(term) >= 4 and not any(term.startswith(prefix) for prefix in SEPARABLE):
        forms.append(_forms(_plain(term)))
    found = re.search(rf"\b(?:{'|'.join(forms)})\b", plain) if forms else None
    return found.span() if found else None


def _plain(text: str) -> str:
    """Without capitals and accents: één is een, and geïsoleerd is ge + isoleerd."""
    return "".join(char for char in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(char))


def _mentions_verb(text: str, verb: str) -> bool:
    if len(verb) < 4:  # no Dutch infinitive
        return False
    patterns = [_forms(verb)]
    for prefix in SEPARABLE:
        base = verb.removeprefix(prefix)
        if base == verb or len(base) < 4:
            continue
        onset = re.escape(re.split(f"(?<=.)(?=[{_VOWELS}])", base)[0])
        patterns.append(rf"{prefix}ge{onset}\w*")
        patterns.append(rf"{prefix} (?:{_BETWEEN} )*{re.escape(base)}")
        patterns.append(rf"{_forms(base)}\b.*\b{prefix}")
    return any(re.search(rf"\b{pattern}\b", text, re.DOTALL) for pattern in patterns)


def _forms(verb: str) -> str:
    """A pattern for the forms of a verb: meten -> meet, meette, gemeten; past tenses of strong verbs are not known."""
    stems = "|".join(re.escape(stem) for stem in _stems(verb))
    strong = re.sub(f"[{_VOWELS}]+j?", f"[{_VOWELS}j]+", re.escape(verb.removesuffix("en")))
    return f"(?:{re.escape(verb)}d?e?|(?:ge)?(?:{stems}){_ENDINGS}|ge(?:{re.escape(verb)}|{strong}+en))"


def _stems(verb: str) -> set[str]:
    """How a verb may be spelled without its ending: meten -> meet, tillen -> til, lezen -> lees, slaan -> sla."""
    if re.fullmatch(f"[^{_VOWELS}]+(aan|oen|ien)", verb):
        return {verb.removesuffix("n"), verb.removesuffix("an")}
    if verb == "komen":
        return {"kom"}
    stem = verb.removesuffix("en")
    stems = {stem, re.sub(r"(.)\1$", r"\1", stem)}
    if open_syllable := re.search(f"(?:^|[^{_VOWELS}])([aeou])[^{_VOWELS}wx]$", stem):
        long = stem[:-1] + open_syllable[1] + stem[-1]
        # Only an unstressed last syllable keeps its one vowel: schakelen -> schakel, but meten -> not met.
        stems = {long, stem} if re.search(f"[{_VOWELS}]", stem[: open_syllable.start()]) else {long}
    stems |= {stem[:-1] + {"v": "f", "z": "s"}[stem[-1]] for stem in stems if stem.endswith(("v", "z"))}
    return stems | {stem[:-1] for stem in stems if stem.endswith(("oud", "ijd"))}
