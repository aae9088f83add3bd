import csv
import io
import re
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from deck_files import ABOUT, HELM, UITSCHAKELEN, as_csv, write_deck, write_terms
from hypothesis import given, settings
from hypothesis import strategies as st

from beroepentaal.decks import About, Kind, Step, Term
from beroepentaal.decks.checks import COLUMNS, LANGUAGES, Finding
from beroepentaal.decks.formats.csv_folder import MOST_BYTES, MOST_TERMS, DeckRefused, check_folder, read_deck


def only_finding(folder: Path) -> Finding:
    """The one thing that is wrong, which also keeps the deck from opening."""
    findings = check_folder(folder)
    assert len(findings) == 1, [str(finding) for finding in findings]
    with pytest.raises(DeckRefused) as refused:
        read_deck(folder)
    assert refused.value.findings == findings
    assert str(findings[0]) in str(refused.value)
    return findings[0]


def test_a_deck_is_read_as_it_was_written(tmp_path: Path) -> None:
    deck = read_deck(write_deck(tmp_path))
    assert deck.about == About(
        id="proef",
        title="Proefpakket",
        trade="proefmonteur",
        version=3,
        authors=("Ada", "Bram"),
        licence="CC-BY-4.0",
        picture="helm.svg",
        languages={"en": True, "ar": False},
        steps=(Step("veiligheid", "Veiligheid"), Step("montage", "Monteren")),
    )
    assert deck.terms[0] == Term(
        id="helm",
        term="helm",
        article="de",
        plural="helmen",
        kind=Kind.NOUN,
        step="veiligheid",
        safety=True,
        core=1,
        meaning="Deze harde hoed beschermt je hoofd.",
        sentence="Zonder helm kom je niet binnen.",
        chunk="Zet je helm op!",
        spoken_as="hellem",
        picture="helm.svg",
        glosses={language: HELM[language] for language in LANGUAGES},
    )
    assert deck.terms[1].kind is Kind.VERB
    assert not deck.terms[1].safety
    assert deck.terms[1].glosses == {}


def test_a_term_is_said_with_its_article_and_spelled_for_the_voice(tmp_path: Path) -> None:
    helm, uitschakelen = read_deck(write_deck(tmp_path)).terms
    assert (helm.with_article, helm.spoken) == ("de helm", "de hellem")
    assert (uitschakelen.with_article, uitschakelen.spoken) == ("uitschakelen", "uitschakelen")


def test_the_core_stands_in_its_own_order_and_leaves_the_rest_out(tmp_path: Path) -> None:
    rows = [dict(HELM, id=name, term=f"helm {name}", sentence=f"Pak helm {name}.", core=core) for name, core in
            (("c", "3"), ("geen", ""), ("a", "1"), ("b", "2"))]  # fmt: skip
    deck = read_deck(write_deck(tmp_path, *rows))
    assert [term.id for term in deck.core] == ["a", "b", "c"]
    assert [term.id for term in deck.terms] == ["c", "geen", "a", "b"]
    assert deck.by_id["geen"].core is None


def test_pictures_may_stand_in_another_folder(tmp_path: Path) -> None:
    write_deck(tmp_path)
    elsewhere = (tmp_path / "pictures").rename(tmp_path / "elsewhere")
    assert check_folder(tmp_path, elsewhere) == []
    assert {finding.column for finding in check_folder(tmp_path)} == {"picture"}


def test_the_picture_that_stands_for_the_trade_must_be_there(tmp_path: Path) -> None:
    write_deck(tmp_path)
    toml = tmp_path / "deck.toml"
    toml.write_text(toml.read_text().replace('picture = "helm.svg"', 'picture = "weg.svg"'))
    finding = only_finding(tmp_path)
    assert (Path(finding.file).name, finding.column) == ("deck.toml", "picture")


def accepted_forms() -> Mapping[str, bytes]:
    text = as_csv((HELM, UITSCHAKELEN))
    swapped = io.StringIO(newline="")
    writer = csv.DictWriter(swapped, [*reversed(COLUMNS), "opmerking"])
    writer.writeheader()
    writer.writerows([{**HELM, "opmerking": "blauw"}, UITSCHAKELEN])
    return {
        "comma's": text.encode(),
        "byte order mark": text.encode("utf-8-sig"),
        "Dutch Excel": as_csv((HELM, UITSCHAKELEN), ";").encode("utf-8-sig"),
        "Unix lines": text.replace("\r\n", "\n").encode(),
        "no last line end": text.rstrip().encode(),
        "empty lines": (text.replace("\r\n", "\r\n\r\n") + "," * (len(COLUMNS) - 1) + "\r\n\r\n").encode(),
        "other order, one column more": swapped.getvalue().encode(),
    }


@pytest.mark.parametrize("form", accepted_forms())
def test_a_table_is_read_however_a_spreadsheet_saves_it(tmp_path: Path, form: str) -> None:
    expected = read_deck(write_deck(tmp_path)).terms
    write_terms(tmp_path, accepted_forms()[form])
    assert read_deck(tmp_path).terms == expected


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_quotes_hold_commas_semicolons_and_quotes(tmp_path: Path, delimiter: str) -> None:
    chunk = 'Roep: "helm op", en wacht; dan pas verder'
    write_deck(tmp_path)
    write_terms(tmp_path, as_csv([dict(HELM, chunk=chunk)], delimiter))
    assert read_deck(tmp_path).terms[0].chunk == chunk


WRONG_CELLS: list[tuple[dict[str, str], str, str]] = [
    ({"id": "Helm"}, "id", "kleine letters"),
    ({"id": "rode helm"}, "id", "kleine letters"),
    ({"id": "../helm"}, "id", "kleine letters"),
    ({"id": ""}, "id", "kleine letters"),
    ({"core": "0"}, "core", "geen heel getal van 1 tot en met 50"),
    ({"core": "51"}, "core", "geen heel getal"),
    ({"core": "x"}, "core", "geen heel getal"),
    ({"core": "1,5"}, "core", "geen heel getal"),
    ({"core": "-1"}, "core", "geen heel getal"),
    ({"core": "٣"}, "core", "geen heel getal"),
    ({"core": "03"}, "core", "geen heel getal"),
    ({"core": "9" * 5000}, "core", "geen heel getal"),
    ({"term": ""}, "term", "leeg"),
    ({"term": "de helm", "sentence": "Zet de helm op."}, "term", "zonder lidwoord"),
    ({"term": "Het hoofd", "sentence": "Het hoofd moet eerst."}, "term", "zonder lidwoord"),
    ({"article": "den"}, "article", "geen lidwoord"),
    ({"article": "De"}, "article", "geen lidwoord"),
    ({"article": ""}, "article", "heeft een lidwoord nodig"),
    ({"kind": "verb", "plural": ""}, "article", "alleen een zelfstandig naamwoord"),
    ({"kind": "phrase", "article": ""}, "plural", "alleen een zelfstandig naamwoord"),
    ({"kind": "zelfstandig naamwoord"}, "kind", "noun, verb, adjective, phrase, sign"),
    ({"kind": ""}, "kind", "bestaat niet"),
    ({"step": "dak"}, "step", "'dak' staat niet in deck.toml"),
    ({"step": ""}, "step", "staat niet in deck.toml"),
    ({"safety": "ja"}, "safety", "schrijf yes of niets"),
    ({"meaning": ""}, "meaning", "leeg"),
    ({"meaning": "Dit is een hoed. Hij is hard."}, "meaning", "één zin"),
    ({"meaning": "Een harde hoed"}, "meaning", "één zin"),
    ({"meaning": "Een helm beschermt je hoofd."}, "meaning", "gebruikt het woord zelf"),
    ({"term": "PV-kast", "sentence": "Dit is de PV-kast.", "meaning": "Dat is de pv-kast."}, "meaning", "het woord zelf"),
    ({"meaning": " ".join(["hoed"] * 18) + " hard."}, "meaning", "te lang"),
    ({"sentence": ""}, "sentence", "leeg"),
    ({"sentence": "Zonder hoed kom je niet binnen."}, "sentence", "'helm' staat niet in de zin"),
    ({"picture": "weg.svg"}, "picture", "'weg.svg' is er niet"),
    ({"picture": "../pictures/helm.svg"}, "picture", "geen naam van een plaatje"),
    ({"picture": "/etc/passwd"}, "picture", "geen naam van een plaatje"),
    ({"picture": "helm.exe"}, "picture", "geen naam van een plaatje"),
    ({"en": "خوذة"}, "en", "schrift"),
    ({"ar": "helm"}, "ar", "schrift"),
    ({"ti": "helm"}, "ti", "schrift"),
    ({"fa": "каска"}, "fa", "schrift"),
    ({"tr": "ሄልመት"}, "tr", "schrift"),
    ({"uk": "PV"}, "uk", "schrift"),
    ({"ar": "???? ????"}, "ar", "schrift"),
    ({"chunk": " Zet je helm op!"}, "chunk", "spatie"),
    ({"chunk": "Zet je helm op!\u00a0"}, "chunk", "spatie"),
    ({"chunk": "Zet je\thelm op!"}, "chunk", "onzichtbaar teken"),
    ({"chunk": "Zet je\nhelm op!"}, "chunk", "onzichtbaar teken"),
    ({"chunk": "Zet je hel\u00adm op!"}, "chunk", "onzichtbaar teken"),
    ({"chunk": "Zet je\u200b helm op!"}, "chunk", "onzichtbaar teken"),
    ({"chunk": "\ufeffZet je helm op!"}, "chunk", "onzichtbaar teken"),
    ({"chunk": "Zet hem op e\u0301e\u0301n!"}, "chunk", "onzichtbaar teken"),
    ({"tr": "ba\u200bret"}, "tr", "onzichtbaar teken"),
]


@pytest.mark.parametrize(("changes", "column", "words"), WRONG_CELLS)
def test_a_wrong_cell_is_named_with_its_line_and_column(
    tmp_path: Path, changes: dict[str, str], column: str, words: str
) -> None:
    write_deck(tmp_path, UITSCHAKELEN, {**HELM, **changes})
    finding = only_finding(tmp_path)
    assert (finding.file, finding.line, finding.column) == (str(tmp_path / "terms.csv"), 3, column)
    assert words in finding.message


RIGHT_CELLS: list[dict[str, str]] = [
    {"core": "50"},
    {"core": ""},
    {"meaning": " ".join(["hoed"] * 17) + " hard."},
    {"meaning": "Zet hem op!"},
    {"meaning": "Dit kost ongeveer 12.50 euro."},
    {"picture": ""},
    {"fa": "کلاه\u200cایمنی"},
    {"ar": "لوح PV\u200f"},
    {"uk": "кабель MC4"},
    {"en": ""},
    {"kind": "sign", "article": "", "plural": ""},
    {"sentence": "Zet allemaal je helmen op."},
]


@pytest.mark.parametrize("changes", RIGHT_CELLS)
def test_what_is_unusual_but_right_is_accepted(tmp_path: Path, changes: dict[str, str]) -> None:
    write_deck(tmp_path, UITSCHAKELEN, {**HELM, **changes})
    assert check_folder(tmp_path) == []


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("id", "uitschakelen", "'uitschakelen' staat ook op regel 2"),
        ("core", "2", "kernnummer 2 staat ook op regel 2"),
    ],
)
def test_what_must_be_unique_is_named_where_it_comes_again(tmp_path: Path, column: str, value: str, words: str) -> None:
    write_deck(tmp_path, UITSCHAKELEN, {**HELM, column: value})
    finding = only_finding(tmp_path)
    assert (finding.line, finding.column) == (3, column)
    assert words in finding.message


def test_the_same_term_twice_is_found_whatever_its_capitals(tmp_path: Path) -> None:
    write_deck(tmp_path, HELM, UITSCHAKELEN, dict(HELM, id="helm-2", core="3", term="Helm"))
    finding = only_finding(tmp_path)
    assert (finding.line, finding.column) == (4, "term")
    assert "'Helm' staat ook op regel 2" in finding.message


def test_everything_that_is_wrong_is_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    write_deck(tmp_path, dict(HELM, safety="ja", article="den"), dict(UITSCHAKELEN, step="dak"))
    places = [(finding.line, finding.column) for finding in check_folder(tmp_path)]
    assert places == [(2, "article"), (2, "safety"), (3, "step")]


@pytest.mark.parametrize("column", COLUMNS)
def test_a_missing_column_is_named_and_nothing_is_read(tmp_path: Path, column: str) -> None:
    write_deck(tmp_path)
    others = [other for other in COLUMNS if other != column]
    write_terms(tmp_path, "\n".join((",".join(others), ",".join("x" for _ in others))))
    finding = only_finding(tmp_path)
    assert (finding.line, finding.column) == (1, column)
    assert finding.message == f"de kolom '{column}' ontbreekt"


@pytest.mark.parametrize("change", [lambda line: line + ",meer", lambda line: line.rsplit(",", 3)[0]])
def test_a_line_with_too_few_or_too_many_cells_is_found(tmp_path: Path, change: Callable[[str], str]) -> None:
    write_deck(tmp_path)
    head, first, second = as_csv((HELM, UITSCHAKELEN)).splitlines()
    write_terms(tmp_path, "\n".join((head, first, change(second))))
    finding = only_finding(tmp_path)
    assert (finding.line, finding.column) == (3, "")
    assert f"in plaats van {len(COLUMNS)}" in finding.message


def test_a_forgotten_quote_is_found_where_it_stands_and_not_where_the_file_ends(tmp_path: Path) -> None:
    write_deck(tmp_path)
    head, *lines = as_csv([HELM, *(dict(UITSCHAKELEN, id=f"nr-{number}", core="") for number in range(20))]).splitlines()
    lines[0] = lines[0].replace("Deze harde", '"Deze harde')
    write_terms(tmp_path, "\n".join((head, *lines)))
    assert only_finding(tmp_path).line == 2


def test_lines_are_counted_as_a_spreadsheet_user_sees_them_after_a_cell_of_several_lines(tmp_path: Path) -> None:
    write_deck(tmp_path, dict(HELM, chunk="Zet je\nhelm\nop!"), dict(UITSCHAKELEN, step="dak"))
    assert [(finding.line, finding.column) for finding in check_folder(tmp_path)] == [(2, "chunk"), (5, "step")]


def test_a_file_that_is_not_utf8_is_refused_on_the_line_of_its_first_strange_letter(tmp_path: Path) -> None:
    write_deck(tmp_path)
    rows = [dict(HELM, **dict.fromkeys(LANGUAGES, "")), dict(UITSCHAKELEN, chunk="Eén voor één!")]
    write_terms(tmp_path, as_csv(rows).encode("latin-1"))
    finding = only_finding(tmp_path)
    assert (finding.line, finding.column) == (3, "")
    assert "UTF-8" in finding.message


@pytest.mark.parametrize(
    ("terms", "column", "words"),
    [
        (b"", "id", "ontbreekt"),
        (b"\xef\xbb\xbf", "id", "ontbreekt"),
        (",".join(COLUMNS).encode(), "", "er staan geen termen in"),
        ((",".join(COLUMNS) + "\r\n\r\n").encode(), "", "er staan geen termen in"),
        (as_csv([HELM]).encode("utf-16"), "", "UTF-8"),
        (b"x" * (MOST_BYTES + 1), "", "groter dan 16 MB"),
    ],
    ids=["empty", "only a mark", "only a header", "header and empty line", "UTF-16", "too big"],
)
def test_a_file_without_usable_terms_is_refused(tmp_path: Path, terms: bytes, column: str, words: str) -> None:
    write_deck(tmp_path)
    write_terms(tmp_path, terms)
    finding = only_finding(tmp_path)
    assert (finding.file, finding.line, finding.column) == (str(tmp_path / "terms.csv"), 1, column)
    assert words in finding.message


def test_a_flood_of_wrong_lines_is_refused_instead_of_listed(tmp_path: Path) -> None:
    write_deck(tmp_path)
    write_terms(tmp_path, ",".join(COLUMNS) + "\nx" * (MOST_TERMS + 1))
    assert f"hoogstens {MOST_TERMS}" in only_finding(tmp_path).message
    write_terms(tmp_path, ",".join(COLUMNS) + "\nx" * MOST_TERMS)
    assert len(check_folder(tmp_path)) == MOST_TERMS


def test_a_cell_too_long_for_a_table_is_refused(tmp_path: Path) -> None:
    write_deck(tmp_path, UITSCHAKELEN, dict(HELM, chunk="x" * 200_000))
    finding = only_finding(tmp_path)
    assert finding.line == 3
    assert "beschadigd" in finding.message


@pytest.mark.parametrize("name", ["deck.toml", "terms.csv"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    (write_deck(tmp_path) / name).unlink()
    finding = only_finding(tmp_path)
    assert finding.file == str(tmp_path / name)
    assert finding.message == "het bestand is er niet"


@pytest.mark.parametrize("name", ["deck.toml", "terms.csv"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    (write_deck(tmp_path) / name).unlink()
    (tmp_path / name).mkdir()
    finding = only_finding(tmp_path)
    assert finding.file == str(tmp_path / name)
    assert "kan niet gelezen worden" in finding.message


@pytest.mark.parametrize(
    ("about", "line"),
    [
        (ABOUT.replace("version = 3", "version = drie"), 4),
        (ABOUT.replace('title = "Veiligheid"', 'title = "Veiligheid'), 17),
        (ABOUT.replace("version = 3", "version = 3\nversion = 4"), 5),
        (ABOUT + "authors = [", len(ABOUT.splitlines()) + 1),
        ("version = " + "3" * 5000, 1),
        ("x = " + "[" * 5000, 1),
    ],
    ids=["no value", "open quote", "twice", "open bracket", "endless number", "endless lists"],
)
def test_a_damaged_toml_is_refused_on_its_line(tmp_path: Path, about: str, line: int) -> None:
    finding = only_finding(write_deck(tmp_path, about=about))
    assert (finding.file, finding.line, finding.column) == (str(tmp_path / "deck.toml"), line, "")
    assert "geen geldig TOML-bestand" in finding.message


@pytest.mark.parametrize("key", ["id", "title", "trade", "version", "authors", "licence"])
def test_what_the_toml_lacks_is_named(tmp_path: Path, key: str) -> None:
    finding = only_finding(write_deck(tmp_path, about=re.sub(rf"^{key} = .*\n", "", ABOUT, count=1, flags=re.MULTILINE)))
    assert (finding.file, finding.column, finding.message) == (str(tmp_path / "deck.toml"), key, f"'{key}' ontbreekt")


LANGUAGES_AND_STEPS = ABOUT[ABOUT.index("[languages.en]") :]


@pytest.mark.parametrize(
    ("right", "wrong", "key"),
    [
        ('id = "proef"', 'id = "../proef"', "id"),
        ('id = "proef"', 'id = ".."', "id"),
        ('id = "proef"', 'id = "Proef"', "id"),
        ('id = "proef"', 'id = ""', "id"),
        ('id = "proef"', "id = 7", "id"),
        ("version = 3", 'version = "3"', "version"),
        ("checked = true", 'checked = "ja"', "checked"),
        ("checked = true", "", "checked"),
        ('title = "Monteren"', "", "title"),
        (LANGUAGES_AND_STEPS, "", "steps"),
        (LANGUAGES_AND_STEPS, "[steps]", "steps"),
        (LANGUAGES_AND_STEPS, "steps = [3]", "id"),
        (LANGUAGES_AND_STEPS, 'steps = ["veilig werken, id"]', "id"),
        (LANGUAGES_AND_STEPS, "steps = []", "languages"),
        (LANGUAGES_AND_STEPS, 'steps = []\nlanguages = ["en"]', "languages"),
    ],
)
def test_a_wrong_value_in_the_toml_is_named(tmp_path: Path, right: str, wrong: str, key: str) -> None:
    finding = only_finding(write_deck(tmp_path, about=ABOUT.replace(right, wrong)))
    assert (finding.file, finding.column) == (str(tmp_path / "deck.toml"), key)


def test_a_language_that_the_program_does_not_speak_is_left_out(tmp_path: Path) -> None:
    about = ABOUT.replace("[languages.ar]", "[languages.pl]")
    assert read_deck(write_deck(tmp_path, about=about)).about.languages == {"en": True}


def test_the_refusal_is_one_dutch_sentence_about_the_first_mistake(tmp_path: Path) -> None:
    write_deck(tmp_path, dict(HELM, safety="ja"), dict(UITSCHAKELEN, step="dak"))
    with pytest.raises(DeckRefused) as refused:
        read_deck(tmp_path)
    place = f"{tmp_path / 'terms.csv'}, regel 2, kolom safety"
    assert str(refused.value) == f"Het pakket '{tmp_path.name}' kan niet open: {place}: schrijf yes of niets, geen 'ja'."
    assert len(refused.value.findings) == 2


@pytest.fixture(scope="module")
def deck_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_deck(tmp_path_factory.mktemp("deck"))


HEADER = ",".join(COLUMNS).encode() + b"\n"
CELLS = st.sampled_from(["en", "aan", "de", "..", '"', "\x00", "1e3", "²", "verb"]) | st.text(max_size=8)
ROWS = st.fixed_dictionaries({column: st.just(HELM[column]) | CELLS for column in COLUMNS})
TABLES = st.lists(ROWS, max_size=3).map(lambda rows: as_csv(rows).encode())


@settings(max_examples=60)
@given(st.binary(max_size=200) | st.binary(max_size=200).map(lambda tail: HEADER + tail) | TABLES)
def test_any_file_gives_a_deck_or_findings_and_nothing_else(deck_folder: Path, terms: bytes) -> None:
    write_terms(deck_folder, terms)
    findings = check_folder(deck_folder)
    assert all(finding.line >= 1 and finding.message for finding in findings)
    if findings:
        with pytest.raises(DeckRefused):
            read_deck(deck_folder)
    else:
        assert read_deck(deck_folder).terms


WORDS = st.text("abcdefghijklmnopqrstuvwxyzëïöü", min_size=6, max_size=12)
TEXTS = st.text(st.characters(exclude_categories=["C"]), max_size=20).map(
    lambda text: unicodedata.normalize("NFC", text).strip()
)


@st.composite
def terms(draw: st.DrawFn) -> Term:
    kind = draw(st.sampled_from(Kind))
    noun = kind == Kind.NOUN
    name = draw(WORDS)
    return Term(
        id=draw(st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)),
        term=name,
        article=draw(st.sampled_from(("de", "het"))) if noun else "",
        plural=draw(WORDS | st.just("")) if noun else "",
        kind=kind,
        step=draw(st.sampled_from(("veiligheid", "montage"))),
        safety=draw(st.booleans()),
        core=draw(st.none() | st.integers(1, 50)),
        meaning=draw(st.sampled_from(("Zo heet dit op het werk.", "Wat is dit?", "Doe dit, en wel nu!"))),
        sentence=f"{draw(TEXTS)} {name} {draw(TEXTS)}".strip(),
        chunk=draw(TEXTS),
        spoken_as=draw(TEXTS),
        picture=draw(st.sampled_from(("", "helm.svg"))),
        glosses=draw(st.fixed_dictionaries({}, optional={language: TEXTS.map(own(language)) for language in LANGUAGES})),
    )


def own(language: str) -> Callable[[str], str]:
    return lambda text: f"{HELM[language]} {text}".strip()


def cells(term: Term) -> Mapping[str, str]:
    return {
        **{column: str(getattr(term, column)) for column in COLUMNS if column not in LANGUAGES},
        "core": str(term.core or ""),
        "safety": "yes" if term.safety else "",
        **term.glosses,
    }


@settings(max_examples=40)
@given(
    st.lists(
        terms(),
        min_size=1,
        max_size=3,
        unique_by=(lambda term: term.id, lambda term: term.term, lambda term: term.core or term.id),
    ),
    st.sampled_from((",", ";")),
)
def test_every_valid_term_comes_back_as_it_was_written(deck_folder: Path, written: list[Term], delimiter: str) -> None:
    write_terms(deck_folder, as_csv(map(cells, written), delimiter))
    assert read_deck(deck_folder).terms == tuple(written)
