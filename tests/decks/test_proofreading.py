from collections.abc import Mapping

import pytest
from deck_files import HELM, UITSCHAKELEN

from beroepentaal.decks.checks import Finding, Row
from beroepentaal.decks.proofreading import compare, proofread

SCHAKELEN: Mapping[str, str] = {**UITSCHAKELEN, "chunk": "de stroom uitschakelen"}


def rows(*cells: Mapping[str, str]) -> list[Row]:
    return [Row(line, changed) for line, changed in enumerate(cells, start=2)]


def findings(*cells: Mapping[str, str]) -> list[Finding]:
    return proofread(rows(*cells), "terms.csv")


def test_a_good_deck_needs_no_mending() -> None:
    assert findings(HELM, SCHAKELEN) == []


WRONG_NOUNS: list[tuple[dict[str, str], str, str]] = [
    ({"sentence": "Pak je helm."}, "sentence", "heeft 3 woorden; schrijf er 4 tot en met 12"),
    ({"sentence": "Zonder helm " + "echt " * 10 + "niet."}, "sentence", "heeft 13 woorden"),
    ({"chunk": ""}, "chunk", "heeft een woordgroep nodig"),
    ({"chunk": "Zet je hoed op!"}, "chunk", "'helm' staat niet in de woordgroep"),
    ({"meaning": "Zulke helmen beschermen je hoofd."}, "meaning", "gebruikt een vorm van 'helm'"),
    ({"en": "hard hat (head)"}, "en", "staat ("),
    ({"en": "helmet/hat"}, "en", "staat /"),
    ({"en": "helmet, hard hat"}, "en", "komma; kies één vertaling"),
    ({"fa": "کلاه، کاسکت"}, "fa", "komma"),
    ({"en": "a hat that saves your head"}, "en", "is een uitleg; schrijf hoogstens 5 woorden"),
    ({"fa": "كلاه ایمنی"}, "fa", "de Arabische letter ك"),
    ({"fa": "کلاه ايمنی"}, "fa", "de Arabische letter ي"),
    ({"uk": "шлём"}, "uk", "de Russische letter ё"),
    ({"term": "plat dak", "article": "het", "plural": "", "sentence": "Ik sta op een plat dak.", "chunk": "een plat dak"},
     "term", "'het plat dak' is geen Nederlands"),
]  # fmt: skip
WRONG_VERBS: list[tuple[dict[str, str], str, str]] = [
    ({"meaning": "Je schakelt een apparaat of de stroom uit."}, "meaning", "gebruikt een vorm van 'uitschakelen'"),
    ({"chunk": "De stroom moet uit!"}, "chunk", "staat niet in de woordgroep"),
    ({"en": "switching off"}, "en", "is geen werkwoord; begin met to"),
    ({"fa": "قطع برق"}, "fa", "infinitief op دن of تن"),
    ({"tr": "kapatma"}, "tr", "infinitief op -mek of -mak"),
    ({"uk": "вимкнення"}, "uk", "infinitief op -ти of -тися"),
]


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [({**HELM, **changes}, *found) for changes, *found in WRONG_NOUNS]
    + [({**SCHAKELEN, **changes}, *found) for changes, *found in WRONG_VERBS],
)
def test_what_should_be_mended_is_named_with_its_line_and_column(row: dict[str, str], column: str, words: str) -> None:
    (finding,) = findings(row)
    assert (finding.file, finding.line, finding.column) == ("terms.csv", 2, column)
    assert words in finding.message


RIGHT_ROWS: list[dict[str, str]] = [
    {**HELM, "core": "", "chunk": ""},
    {**HELM, "core": "", "chunk": "Zet hem op!"},
    {**HELM, "en": "to be worn hard hats"},
    {**HELM, "uk": "особа, що надає допомогу"},
    {**HELM, "kind": "phrase", "article": "", "plural": "", "en": "yes, always wear your hard hat here"},
    {**HELM, "term": "po", "plural": "po's", "sentence": "Zet de po onder de stoel.", "chunk": "de po legen",
     "meaning": "In deze pot plast iemand die in bed ligt."},
    {**HELM, "term": "oud ijzer", "article": "het", "plural": "", "sentence": "Gooi dat maar bij het oud ijzer.",
     "chunk": "bij het oud ijzer"},
    {**SCHAKELEN, "chunk": "Schakel de stroom uit!"},
    {**SCHAKELEN, "en": "not to touch", "fa": "قطع کردن برق", "tr": "elektriği kesmek", "uk": "вимикати струм"},
    {**SCHAKELEN, "uk": "вимикатися"},
]  # fmt: skip


@pytest.mark.parametrize("row", RIGHT_ROWS)
def test_what_is_unusual_but_right_stays(row: dict[str, str]) -> None:
    assert findings(row) == []


BRIL = {**HELM, "id": "bril", "core": "", "term": "bril", "plural": "brillen", "safety": "", "chunk": "Zet je bril op!",
        "sentence": "Zonder bril kom je niet binnen.", "en": "goggles"}  # fmt: skip


def test_a_sentence_or_chunk_that_comes_again_is_found() -> None:
    both = "Zet je helm en je bril op!"
    found = findings({**HELM, "sentence": both, "chunk": both}, {**BRIL, "sentence": both, "chunk": both, "fa": "", "tr": ""})
    again = [finding for finding in found if finding.column in ("chunk", "sentence")]
    assert [(finding.line, finding.column) for finding in again] == [(3, "chunk"), (3, "sentence")]
    assert "staat ook op regel 2" in again[0].message


GLOSSES = ("ar", "ti", "fa", "tr", "uk")


def test_two_terms_with_one_gloss_are_found_where_another_language_tells_them_apart() -> None:
    bril = {**BRIL, **dict.fromkeys(GLOSSES, ""), "tr": "Baret"}
    (finding,) = findings(HELM, bril)
    assert (finding.line, finding.column) == (3, "tr")
    assert "'Baret' staat ook bij 'helm' op regel 2; maak verschil of laat één leeg" in finding.message


def test_true_synonyms_may_be_glossed_the_same() -> None:
    assert findings(HELM, {**BRIL, "en": "hard hat"}) == []
    assert findings(HELM, {**BRIL, "en": ""}) == []


@pytest.mark.parametrize(("core", "safety", "found"), [("", "", 0), ("1", "", 1), ("", "yes", 1)])
def test_one_gloss_for_two_terms_matters_in_the_core_and_between_safety_words(core: str, safety: str, found: int) -> None:
    first = {**HELM, "core": core, "safety": safety}
    second = {**BRIL, "safety": safety, **dict.fromkeys(GLOSSES, ""), "tr": "baret"}
    assert len(findings(first, second)) == found


def test_a_safety_mark_on_most_rows_of_a_full_deck_marks_nothing() -> None:
    def deck(marked: int) -> list[Mapping[str, str]]:
        return [
            {**SCHAKELEN, "core": "", "sentence": f"Schakel nummer {row} uit.", "chunk": "", "safety": "yes" * (row < marked)}
            for row in range(60)
        ]

    assert findings(*deck(marked=30)) == []
    (finding,) = findings(*deck(marked=31))
    assert (finding.line, finding.column) == (1, "safety")
    assert "31 van de 60 termen" in finding.message


def test_decks_that_agree_need_no_mending() -> None:
    bhv = {**HELM, "id": "bhv-er", "term": "BHV'er"}
    een = {**HELM, "id": "een-op-een", "term": "één op één"}
    assert compare({"a": rows(HELM, bhv, een), "b": rows(dict(HELM, meaning="Anders.", core="9", en="helmet"), bhv)}) == []


@pytest.mark.parametrize(
    ("changes", "column", "message"),
    [
        ({"term": "Helm"}, "term", "hier staat 'Helm', maar 'helm' in a, regel 2; maak ze gelijk"),
        ({"article": "het"}, "article", "hier staat 'het', maar 'de' in a, regel 2; maak ze gelijk"),
        ({"plural": ""}, "plural", "hier staat niets, maar 'helmen' in a, regel 2; maak ze gelijk"),
        ({"kind": "sign"}, "kind", "hier staat 'sign', maar 'noun' in a, regel 2; maak ze gelijk"),
        ({"id": "hoed"}, "id", "de id 'hoed' hoort 'helm' te zijn, want zo heet de term 'helm' in elk pakket"),
    ],
)
def test_what_decks_say_of_the_same_term_must_be_the_same(changes: dict[str, str], column: str, message: str) -> None:
    assert compare({"a": rows(HELM), "b": rows(SCHAKELEN, {**HELM, **changes})}) == [Finding("b", 3, column, message)]
