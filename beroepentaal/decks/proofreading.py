"""Finds what a proofreader would: a deck opens with it, but nobody should have to learn from it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from beroepentaal.decks.checks import CORE_SIZE, LANGUAGES, Finding, Row, repeated
from beroepentaal.decks.inflection import mentions, place_of
from beroepentaal.decks.term import Kind

SHORTEST_SENTENCE, LONGEST_SENTENCE = 4, 12
LONGEST_GLOSS = 5
"""Words; one more is an explanation and no term. Signs and fixed phrases are as long as they are."""

_SHARED = ("term", "article", "plural", "kind")
"""What a term has in every deck; its meaning, sentence and glosses may suit the trade."""

_SHORT_ADJECTIVES = frozenset(
    (
        *("breed", "dik", "droog", "dun", "groot", "hard", "heet", "hoog", "klein", "kort", "koud", "laag", "lang", "leeg"),
        *("los", "nat", "plat", "recht", "rond", "ruw", "scheef", "scherp", "schoon", "schuin", "smal", "strak", "vast"),
        *("vers", "vol", "vuil", "warm", "zacht", "zwaar"),
    )
)
"""Those of things on a building site; that of a fixed name may stay bare: het chemisch afval, het oud ijzer."""

_INFINITIVES = {
    "en": (r"\bto \w", "begin met to"),
    "fa": (r"[تد]ن\b", "schrijf een infinitief op دن of تن"),
    "tr": (r"m[ae]k\b", "schrijf een infinitief op -mek of -mak"),
    "uk": (r"ти(ся)?\b", "schrijf een infinitief op -ти of -тися"),
}
"""How a verb is named in each language, which may have its object with it: закручувати кран."""

_FOREIGN_LETTERS = {
    "fa": ("يك", "de Arabische letter {}; Perzisch heeft ی en ک"),
    "uk": ("ыэъё", "de Russische letter {}; die heeft het Oekraïens niet"),
}


def proofread(rows: Sequence[Row], file: str) -> list[Finding]:
    """Everything in the rows of one deck that a proofreader would mend, in the order of the file."""
    found = [(row.line, *what) for row in rows for what in _check_row(row.cells)]
    for column, what in (("sentence", "deze zin"), ("chunk", "deze woordgroep")):
        message = f"{what} staat ook op regel {{}}; schrijf voor elke term een andere"
        found += ((line, column, message.format(first)) for line, _, first in repeated(rows, column))
    found += _check_same_gloss(rows)
    marked = [row.line for row in rows if row.cells["safety"]]
    if len(rows) > CORE_SIZE and len(marked) > len(rows) / 2:
        message = (
            f"{len(marked)} van de {len(rows)} termen hebben yes; zet het alleen waar een misverstand iemand kan verwonden"
        )
        found.append((1, "safety", message))
    return sorted((Finding(file, *what) for what in found), key=lambda finding: (finding.line, finding.column))


def compare(decks: Mapping[str, Sequence[Row]]) -> list[Finding]:
    """Where decks, by the name of their file, disagree about a term; each finding stands in the later of two decks."""
    found: list[Finding] = []
    firsts: dict[str, tuple[str, Row]] = {}
    for file, rows in decks.items():
        for row in rows:
            cells, slug = row.cells, _slug(row.cells["term"])
            if cells["id"] != slug:
                message = f"de id '{cells['id']}' hoort '{slug}' te zijn, want zo heet de term '{cells['term']}' in elk pakket"
                found.append(Finding(file, row.line, "id", message))
            other, first = firsts.setdefault(cells["id"], (file, row))
            for column in _SHARED:
                if cells[column] != first.cells[column]:
                    here, there = (f"'{text}'" if text else "niets" for text in (cells[column], first.cells[column]))
                    message = f"hier staat {here}, maar {there} in {other}, regel {first.line}; maak ze gelijk"
                    found.append(Finding(file, row.line, column, message))
    return found


def _slug(term: str) -> str:
    plain = unicodedata.normalize("NFD", term.casefold()).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def _check_row(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column, check in _ROW_CHECKS.items():
        if message := check(cells):
            yield column, message
    for language in LANGUAGES:
        if cells[language] and (message := _check_gloss(cells[language], language, cells["kind"])):
            yield language, message


def _check_term(cells: Mapping[str, str]) -> str:
    first, _, rest = cells["term"].partition(" ")
    if rest and cells["article"] == "het" and first in _SHORT_ADJECTIVES:
        return f"'het {cells['term']}' is geen Nederlands; maak er een phrase zonder lidwoord van"
    return ""


def _check_meaning(cells: Mapping[str, str]) -> str:
    what = (cells["meaning"], cells["term"], cells["plural"], cells["kind"])
    # Only a verb or adjective has forms; of a noun any longer word would do for mentions: a po in a pot.
    if mentions(*what) if cells["kind"] in (Kind.VERB, Kind.ADJECTIVE) else place_of(*what):
        return f"de betekenis gebruikt een vorm van '{cells['term']}'; leg het uit met andere woorden"
    return ""


def _check_sentence(cells: Mapping[str, str]) -> str:
    words = len(cells["sentence"].split())
    if not SHORTEST_SENTENCE <= words <= LONGEST_SENTENCE:
        return f"de zin heeft {words} woorden; schrijf er {SHORTEST_SENTENCE} tot en met {LONGEST_SENTENCE}"
    return ""


def _check_chunk(cells: Mapping[str, str]) -> str:
    if not cells["core"]:
        return ""
    if not cells["chunk"]:
        return "een kernterm heeft een woordgroep nodig: een opdracht of vaste verbinding"
    if not mentions(cells["chunk"], cells["term"], cells["plural"], cells["kind"]):
        return f"de kernterm '{cells['term']}' staat niet in de woordgroep"
    return ""


_ROW_CHECKS: Mapping[str, Callable[[Mapping[str, str]], str]] = {
    "term": _check_term,
    "meaning": _check_meaning,
    "sentence": _check_sentence,
    "chunk": _check_chunk,
}


def _check_gloss(text: str, language: str, kind: str) -> str:
    letters, message = _FOREIGN_LETTERS.get(language, ("", ""))
    if strange := next((letter for letter in text.casefold() if letter in letters), ""):
        return f"in '{text}' staat {message.format(strange)}"
    if sign := re.search(r"[][()/;؛]", text):
        return f"in '{text}' staat {sign[0]}; schrijf één woord of korte term, zonder uitleg of keuze"
    if kind in (Kind.PHRASE, Kind.SIGN):
        return ""
    if re.search(r"[,،](?! що\b)", text):  # Ukrainian cannot do without one before a clause: частина, що обертається
        return f"in '{text}' staat een komma; kies één vertaling"
    if len(re.findall(r"\w\S*", text.removeprefix("to "))) > LONGEST_GLOSS:
        return f"'{text}' is een uitleg; schrijf hoogstens {LONGEST_GLOSS} woorden of niets"
    pattern, advice = _INFINITIVES.get(language, ("", ""))
    if kind == Kind.VERB and not re.search(pattern, text):
        return f"'{text}' is geen werkwoord; {advice}"
    return ""


def _check_same_gloss(rows: Iterable[Row]) -> Iterator[tuple[int, str, str]]:
    """Where a learner cannot know which of two terms is meant; that true synonyms are the same in all languages is right."""
    same: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        for language in LANGUAGES:
            if row.cells[language]:
                same[language, row.cells[language].casefold()].append(row)
    for (language, _), those in same.items():
        for first, later in combinations(those, 2):
            a, b = first.cells, later.cells
            matters = a["core"] or b["core"] or (a["safety"] and b["safety"])
            if matters and any(a[other] and b[other] and a[other] != b[other] for other in LANGUAGES):
                message = f"'{b[language]}' staat ook bij '{a['term']}' op regel {first.line}; maak verschil of laat één leeg"
                yield later.line, language, message
