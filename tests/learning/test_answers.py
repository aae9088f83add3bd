"""A slip of the pen is forgiven and shown; another word is not."""

from collections.abc import Callable

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from lessons import a_term

from beroepentaal.decks import Kind, Term
from beroepentaal.learning.answers import ArticleUse, Note, Outcome, SpanKind, Verdict, judge


def noun(name: str, article: str, plural: str = "") -> Term:
    return a_term(1, id=name, term=name, article=article, plural=plural)


def other(name: str, kind: Kind) -> Term:
    return a_term(1, id=name, term=name, article="", kind=kind)


DECK = {
    term.term: term
    for term in (
        noun("helm", "de", "helmen"),
        noun("veiligheidsschoen", "de", "veiligheidsschoenen"),
        noun("handschoen", "de", "handschoenen"),
        noun("valharnas", "het", "valharnassen"),
        noun("ladder", "de", "ladders"),
        noun("steiger", "de", "steigers"),
        noun("dakpan", "de", "dakpannen"),
        noun("panlat", "de", "panlatten"),
        noun("nok", "de", "nokken"),
        noun("dakgoot", "de", "dakgoten"),
        noun("schroef", "de", "schroeven"),
        noun("rail", "de", "rails"),
        noun("kabel", "de", "kabels"),
        noun("stekker", "de", "stekkers"),
        noun("string", "de", "strings"),
        noun("omvormer", "de", "omvormers"),
        noun("zonnepaneel", "het", "zonnepanelen"),
        noun("meterkast", "de", "meterkasten"),
        noun("groep", "de", "groepen"),
        noun("aardlekschakelaar", "de", "aardlekschakelaars"),
        noun("noodstop", "de", "noodstoppen"),
        noun("spanning", "de", "spanningen"),
        noun("gelijkstroom", "de"),
        noun("accu", "de", "accu's"),
        noun("kraan", "de", "kranen"),
        noun("kraag", "de", "kragen"),
        noun("bout", "de", "bouten"),
        noun("moer", "de", "moeren"),
        noun("hout", "het"),
        noun("lijm", "de"),
        noun("buis", "de", "buizen"),
        noun("pijp", "de", "pijpen"),
        noun("bocht", "de", "bochten"),
        noun("leiding", "de", "leidingen"),
        noun("aanvoerleiding", "de", "aanvoerleidingen"),
        noun("tang", "de", "tangen"),
        noun("zaag", "de", "zagen"),
        noun("vijl", "de", "vijlen"),
        noun("ventiel", "het", "ventielen"),
        noun("isolatie", "de"),
        noun("cliënt", "de", "cliënten"),
        noun("thermostaat", "de", "thermostaten"),
        noun("sluitring", "de", "sluitringen"),
        noun("sluiting", "de", "sluitingen"),
        noun("touw", "het", "touwen"),
        noun("oog", "het", "ogen"),
        noun("M8-bout", "de", "M8-bouten"),
        noun("T-stuk", "het", "T-stukken"),
        other("vastdraaien", Kind.VERB),
        other("uitschakelen", Kind.VERB),
        other("aansluiten", Kind.VERB),
        other("tillen", Kind.VERB),
        other("veilig", Kind.ADJECTIVE),
        other("geïsoleerd", Kind.ADJECTIVE),
        other("ongeaard", Kind.ADJECTIVE),
        other("pas op", Kind.PHRASE),
        other("niet aanraken", Kind.SIGN),
    )
}
TERMS = tuple(DECK.values())

SLIPS = {
    "as it should be": [
        ("helm", "de helm", "right"),
        ("valharnas", "het valharnas", "right"),
        ("T-stuk", "het T-stuk", "right"),
        ("M8-bout", "de M8-bout", "right"),
        ("cliënt", "de cliënt", "right"),
        ("cliënt", "de clie\u0308nt", "right"),
        ("vastdraaien", "vastdraaien", "right"),
        ("veilig", "veilig", "right"),
        ("pas op", "pas op", "right"),
        ("niet aanraken", "niet aanraken", "right"),
    ],
    "article": [
        ("helm", "helm", "right article-missing"),
        ("helm", "een helm", "right article-missing"),
        ("helm", "'n helm", "right article-missing"),
        ("helm", "één helm", "right article-missing"),
        ("helm", "het helm", "right article-wrong"),
        ("helm", "'t helm", "right article-wrong"),
        ("helm", "the helm", "right article-wrong"),
        ("helm", "hte helm", "right article-wrong"),
        ("helm", "die helm", "right article-wrong"),
        ("valharnas", "de valharnas", "right article-wrong"),
        ("valharnas", "’t valharnas", "right"),
        ("valharnas", "De Valharnas", "right article-wrong"),
        ("ventiel", "de ventiel", "right article-wrong"),
        ("kraan", "het kran", "right article-wrong slip (doubled)"),
        ("kraan", "de kraag", "other-term = kraag"),
        ("vastdraaien", "het vastdraaien", "right"),
        ("vastdraaien", "de vastdraaien", "right article-wrong"),
        ("pas op", "een pas op", "right"),
    ],
    "capitals, spaces and signs": [
        ("helm", "de Helm", "right"),
        ("helm", "DE HELM", "right"),
        ("helm", "dE hELM", "right"),
        ("helm", "  de   helm  ", "right"),
        ("helm", "\tde helm\n", "right"),
        ("helm", "de\u00a0helm", "right"),
        ("helm", "de helm.", "right"),
        ("helm", '"de helm"', "right"),
        ("helm", "'de helm'", "right"),
        ("helm", "de: helm", "right"),
        ("helm", "(de helm)", "right"),
        ("helm", "de helm!!!", "right"),
        ("helm", "de helm?", "right"),
        ("helm", "de helm 👍", "right"),
        ("helm", "de ⛑️ helm", "right"),
        ("helm", "de ｈｅｌｍ", "right"),
        ("helm", "de hel\u00adm\u200b", "right"),
        ("pas op", "Pas op!", "right"),
        ("pas op", "PAS OP", "right"),
        ("pas op", "pas  op", "right"),
        ("pas op", "pas, op", "right"),
        ("lijm", "de lĳm", "right"),
        ("lijm", "de LIJM", "right"),
        ("T-stuk", "het t-stuk", "right"),
        ("T-stuk", "het t\u2013stuk", "right"),
        ("M8-bout", "de m8-bout", "right"),
        ("accu", "de accu’s", "right plural"),
        ("accu", "de accus", "right plural"),
    ],
    "plural": [
        ("helm", "de helmen", "right plural"),
        ("helm", "helmen", "right article-missing plural"),
        ("helm", "het helmen", "right article-wrong plural"),
        ("valharnas", "de valharnassen", "right plural"),
        ("valharnas", "het valharnassen", "right article-wrong plural"),
        ("nok", "de nokken", "right plural"),
        ("nok", "de noken", "right plural slip (doubled)"),
        ("dakpan", "de dakpanen", "right plural slip (doubled)"),
        ("dakgoot", "de dakgoten", "right plural"),
        ("dakgoot", "de dakgooten", "right plural slip (doubled)"),
        ("kraan", "de kranen", "right plural"),
        ("kraan", "de kragen", "other-term = kraag"),
        ("schroef", "de schroeven", "right plural"),
        ("schroef", "de schroefen", "right plural slip (v-f)"),
        ("buis", "de buisen", "right plural slip (z-s)"),
        ("rail", "de rails", "right plural"),
        ("zonnepaneel", "de zonne panelen", "right plural split"),
        ("cliënt", "de clienten", "right plural accents"),
        ("sluitring", "de sluitingen", "other-term = sluiting"),
        ("touw", "de touwen", "right plural"),
    ],
    "accents": [
        ("cliënt", "de client", "right accents"),
        ("cliënt", "de CLIENT", "right accents"),
        ("cliënt", "de cliént", "right accents"),
        ("cliënt", "de clïent", "right accents"),
        ("cliënt", "de clie¨nt", "right accents"),
        ("cliënt", "de klient", "right slip"),
        ("kabel", "de kábel", "right accents"),
        ("thermostaat", "de thermostàat", "right accents"),
        ("geïsoleerd", "geisoleerd", "right accents"),
        ("lijm", "de lıjm", "right accents"),
        ("lijm", "de LİJM", "right accents"),
    ],
    "doubled letters": [
        ("kabel", "de kabbel", "right slip (doubled)"),
        ("ladder", "de laddder", "right slip (doubled)"),
        ("ladder", "de lader", "right slip (doubled)"),
        ("stekker", "de steker", "right slip (doubled)"),
        ("dakpan", "de dakppan", "right slip (doubled)"),
        ("dakgoot", "de dakgot", "right slip (doubled)"),
        ("zonnepaneel", "het zonepaneel", "right slip (doubled)"),
        ("zonnepaneel", "het zonepanel", "right slip (doubled)"),
        ("meterkast", "de metterkast", "right slip (doubled)"),
        ("meterkast", "de meeterkast", "right slip (doubled)"),
        ("spanning", "de spaning", "right slip (doubled)"),
        ("valharnas", "het valharnass", "right slip (doubled)"),
        ("groep", "de groepp", "right slip (doubled)"),
        ("tillen", "tilen", "right slip (doubled)"),
        ("nok", "de nokk", "wrong (doubled)"),
        ("oog", "het og", "wrong (doubled)"),
    ],
    "d or t at the end": [
        ("bout", "de boud", "right slip (final-d-t)"),
        ("hout", "het houd", "right slip (final-d-t)"),
        ("meterkast", "de meterkasd", "right slip (final-d-t)"),
        ("panlat", "de panlad", "right slip (final-d-t)"),
        ("handschoen", "de hantschoen", "right slip (final-d-t)"),
        ("noodstop", "de nootstop", "right slip (final-d-t)"),
        ("aardlekschakelaar", "de aartlekschakelaar", "right slip (final-d-t)"),
        ("geïsoleerd", "geïsoleert", "right slip (final-d-t)"),
        ("geïsoleerd", "geïsoleerdt", "right slip (final-d-t)"),
        ("thermostaat", "de thermostaad", "right slip (final-d-t)"),
    ],
    "ij or ei": [
        ("lijm", "de leim", "right slip (ij-ei)"),
        ("lijm", "de lym", "right slip (ij-ei)"),
        ("pijp", "de peip", "right slip (ij-ei)"),
        ("vijl", "de veil", "right slip (ij-ei)"),
        ("steiger", "de stijger", "right slip (ij-ei)"),
        ("leiding", "de lijding", "right slip (ij-ei)"),
        ("veilig", "vijlig", "right slip (ij-ei)"),
        ("gelijkstroom", "de geleikstroom", "right slip (ij-ei)"),
        ("veiligheidsschoen", "de vijlighijdsschoen", "right slip (ij-ei)"),
        ("steiger", "de stiger", "right slip"),
        ("steiger", "de stieger", "right slip"),
    ],
    "au or ou": [
        ("bout", "de baut", "right slip (au-ou)"),
        ("hout", "het haut", "right slip (au-ou)"),
        ("touw", "het tauw", "right slip (au-ou)"),
        ("M8-bout", "de m8-baut", "right slip (au-ou)"),
    ],
    "g or ch, z or s, v or f": [
        ("schroef", "de sgroef", "right slip (g-ch)"),
        ("bocht", "de bogt", "right slip (g-ch)"),
        ("uitschakelen", "uitsgakelen", "right slip (g-ch)"),
        ("leiding", "de leidinch", "right slip (g-ch)"),
        ("spanning", "de spanninch", "right slip (g-ch)"),
        ("zaag", "de zaach", "right slip (g-ch)"),
        ("zaag", "de saag", "right slip (z-s)"),
        ("buis", "de buiz", "right slip (z-s)"),
        ("zonnepaneel", "het sonnepaneel", "right slip (z-s)"),
        ("vijl", "de fijl", "right slip (v-f)"),
        ("ventiel", "het fentiel", "right slip (v-f)"),
        ("omvormer", "de omformer", "right slip (v-f)"),
        ("valharnas", "het falharnas", "right slip (v-f)"),
        ("schroef", "de schroev", "right slip (v-f)"),
        ("vijl", "de feil", "wrong"),
    ],
    "written apart or together": [
        ("meterkast", "de meter kast", "right split"),
        ("meterkast", "de meter-kast", "right split"),
        ("meterkast", "de meter \u2013 kast", "right split"),
        ("meterkast", "de Meter Kast", "right split"),
        ("aardlekschakelaar", "de aard lek schakelaar", "right split"),
        ("aardlekschakelaar", "de aardlek-schakelaar", "right split"),
        ("aardlekschakelaar", "de aard lekschakelaar", "right split"),
        ("aardlekschakelaar", "de aart lek schakelaar", "right split slip (final-d-t)"),
        ("dakgoot", "de dak goot", "right split"),
        ("dakgoot", "de dak got", "right split slip (doubled)"),
        ("dakpan", "dak pan", "right article-missing split"),
        ("valharnas", "de val harnas", "right article-wrong split"),
        ("vastdraaien", "vast draaien", "right split"),
        ("uitschakelen", "uit schakelen", "right split"),
        ("omvormer", "de om vormer", "right split"),
        ("T-stuk", "het T stuk", "right split"),
        ("T-stuk", "het tstuk", "right joined"),
        ("M8-bout", "de M8 bout", "right split"),
        ("pas op", "pasop", "right joined"),
        ("pas op", "pas-op", "right split"),
        ("pas op", "pa sop", "right split"),
        ("niet aanraken", "nietaanraken", "right joined"),
        ("niet aanraken", "nietaanraaken", "right joined slip (doubled)"),
    ],
    "letters that changed places": [
        ("helm", "de hlem", "right slip"),
        ("kabel", "de kable", "right slip"),
        ("kraan", "de karan", "right slip"),
        ("groep", "de gorep", "right slip"),
        ("stekker", "de setkker", "right slip"),
        ("schroef", "de shcroef", "right slip"),
        ("meterkast", "de metrekast", "right slip"),
        ("omvormer", "de omvromer", "right slip"),
        ("isolatie", "de isoltaie", "right slip"),
        ("nok", "de nko", "wrong"),
    ],
    "the key beside it": [
        ("kabel", "de ksbel", "right slip"),
        ("helm", "de heln", "right slip"),
        ("steiger", "de steuger", "right slip"),
        ("ladder", "de lafder", "right slip"),
        ("string", "de strinh", "right slip"),
        ("omvormer", "de onvormer", "right slip"),
        ("spanning", "de spabbing", "right slip"),
        ("thermostaat", "de thernostaat", "right slip"),
        ("uitschakelen", "uitschakekwn", "right slip"),
        ("pas op", "pas oo", "right slip"),
    ],
    "a letter too few or too many": [
        ("helm", "de helem", "right slip"),
        ("helm", "de elm", "right slip"),
        ("schroef", "de schoef", "right slip"),
        ("schroef", "de shroef", "right slip"),
        ("rail", "de rial", "right slip"),
        ("rail", "de reel", "wrong"),
        ("moer", "de moerr", "right slip (doubled)"),
        ("moer", "de mur", "wrong"),
        ("thermostaat", "de termostaat", "right slip"),
        ("thermostaat", "de termostat", "right slip"),
        ("thermostaat", "de termosta", "wrong"),
        ("isolatie", "de isolati", "right slip"),
        ("isolatie", "de isolasie", "right slip"),
        ("valharnas", "het valharna", "right slip"),
        ("gelijkstroom", "de gelijkstrom", "right slip (doubled)"),
        ("gelijkstroom", "de glijkstrom", "right slip"),
        ("vastdraaien", "vasdraaien", "right slip"),
        ("vastdraaien", "vastdraien", "right slip (doubled)"),
        ("niet aanraken", "niet anraken", "right slip (doubled)"),
        ("niet aanraken", "nit aanraken", "right slip"),
    ],
    "another term of the deck": [
        ("kraan", "kraag", "other-term article-missing = kraag"),
        ("kraag", "de kraan", "other-term = kraan"),
        ("kraan", "DE KRAAG!", "other-term = kraag"),
        ("kraan", "de kráág", "other-term = kraag"),
        ("bout", "de hout", "other-term = hout"),
        ("hout", "het bout", "other-term = bout"),
        ("bout", "M8 bout", "other-term article-missing = M8-bout"),
        ("sluitring", "de sluiting", "other-term = sluiting"),
        ("sluiting", "de sluit ring", "other-term = sluitring"),
        ("sluitring", "de sluitin", "wrong"),
        ("panlat", "de dakpan", "other-term = dakpan"),
        ("dakpan", "dak goot", "other-term article-missing = dakgoot"),
        ("handschoen", "de veiligheidsschoen", "other-term = veiligheidsschoen"),
        ("vastdraaien", "uitschakelen", "other-term = uitschakelen"),
        ("helm", "pas op!", "other-term article-missing = pas op"),
        ("helm", "de clienten", "other-term = cliënt"),
        ("kabel", "de aanvoer leiding", "other-term = aanvoerleiding"),
    ],
    "another word by its prefix or number": [
        ("uitschakelen", "inschakelen", "wrong"),
        ("uitschakelen", "in schakelen", "wrong"),
        ("aansluiten", "afsluiten", "wrong"),
        ("aansluiten", "ansluiten", "right slip (doubled)"),
        ("vastdraaien", "losdraaien", "wrong"),
        ("aanvoerleiding", "de afvoerleiding", "wrong"),
        ("veilig", "onveilig", "wrong"),
        ("geïsoleerd", "ongeïsoleerd", "wrong"),
        ("geïsoleerd", "isoleerd", "wrong"),
        ("ongeaard", "geaard", "wrong"),
        ("omvormer", "de vormer", "wrong"),
        ("M8-bout", "de M6-bout", "wrong"),
        ("M8-bout", "de M-bout", "wrong"),
        ("T-stuk", "het T2-stuk", "wrong"),
    ],
    "too far": [
        ("helm", "de hoed", "wrong"),
        ("helm", "de helicopter", "wrong"),
        ("ladder", "de trap", "wrong"),
        ("kabel", "de kaapbel", "wrong"),
        ("stekker", "de stikkar", "wrong"),
        ("kabel", "kbl", "wrong article-missing"),
        ("nok", "de nik", "wrong"),
        ("pas op", "op pas", "wrong"),
        ("pas op", "kijk uit", "wrong"),
        ("meterkast", "de kast", "wrong"),
        ("meterkast", "de meter", "wrong"),
        ("omvormer", "inverter", "wrong article-missing"),
        ("helm", "2", "wrong article-missing"),
        ("helm", "x", "wrong article-missing"),
        ("helm", "de helm de helm", "wrong"),
    ],
    "another script": [
        ("helm", "خوذة", "wrong article-missing"),
        ("helm", "de خوذة", "wrong"),
        ("helm", "шолом", "wrong article-missing"),
        ("helm", "ሄልመት", "wrong article-missing"),
        ("helm", "头盔", "wrong article-missing"),
        ("kabel", "de кабель", "wrong"),
    ],
    "nothing": [
        ("helm", "", "empty article-missing"),
        ("helm", "   ", "empty article-missing"),
        ("helm", "de", "empty"),
        ("helm", "de ", "empty"),
        ("helm", "Het", "empty article-wrong"),
        ("helm", "een", "empty article-missing"),
        ("helm", "?", "empty article-missing"),
        ("helm", "...", "empty article-missing"),
        ("helm", "👷", "empty article-missing"),
        ("helm", "de ⛑️", "empty"),
        ("pas op", "!", "empty"),
        ("helm", "\u200b", "empty article-missing"),
        ("helm", "\x00", "empty article-missing"),
        ("helm", "\ud800", "empty article-missing"),
    ],
}


def told(verdict: Verdict) -> str:
    """The verdict in a few words: what a view could say about it."""
    words = [str(verdict.outcome)]
    if verdict.article is not ArticleUse.RIGHT:
        words.append(f"article-{verdict.article}")
    words += [note for note in Note if note in verdict.notes]
    if verdict.confusion:
        words.append(f"({verdict.confusion})")
    if verdict.other:
        words.append(f"= {verdict.other.term}")
    return " ".join(words)


@pytest.mark.parametrize(
    ("asked", "typed", "expected"),
    [pytest.param(*slip, id=f"{group}: {slip[1]!a} for {slip[0]!a}") for group, slips in SLIPS.items() for slip in slips],
)
def test_a_slip_gets_its_verdict(asked: str, typed: str, expected: str) -> None:
    assert told(judge(typed, DECK[asked], TERMS)) == expected


@pytest.mark.parametrize(
    ("asked", "typed", "expected"),
    [
        ("helm", "De HELM.", "HELM"),
        ("helm", "", "[+helm]"),
        ("helm", "👷", "[👷>helm]"),
        ("helm", "hlem", "h[le>el]m"),
        ("kabel", "kabbel", "kab[-b]el"),
        ("kabel", "ksbel", "k[s>a]bel"),
        ("ladder", "lader", "lad[+d]er"),
        ("lijm", "leim", "l[ei>ij]m"),
        ("steiger", "stijger", "st[ij>ei]ger"),
        ("bocht", "bogt", "bo[g>ch]t"),
        ("bout", "baut", "b[a>o]ut"),
        ("cliënt", "client", "cli[e>ë]nt"),
        ("cliënt", "Clienten", "Cli[e>ë]nten"),
        ("meterkast", "Meter  kast", "Meter[- ]kast"),
        ("T-stuk", "t stuk", "t[ >-]stuk"),
        ("pas op", "pasop", "pas[+ ]op"),
        ("accu", "accus", "accus"),
        ("kraan", "kraag", "kraa[g>n]"),
        ("nok", "noken", "nok[+k]en"),
    ],
)
def test_the_difference_is_shown_letter_by_letter(asked: str, typed: str, expected: str) -> None:
    shown = {
        SpanKind.SAME: "{0}",
        SpanKind.WRONG: "[{0}>{1}]",
        SpanKind.MISSING: "[+{1}]",
        SpanKind.EXTRA: "[-{0}]",
    }
    spans = judge(typed, DECK[asked], TERMS).spans
    assert "".join(shown[span.kind].format(span.typed, span.right) for span in spans) == expected


def test_a_slip_is_right_when_the_deck_has_no_such_term() -> None:
    assert judge("kraag", DECK["kraan"], [DECK["kraan"]]).is_right


def test_two_terms_spelled_alike_are_both_right() -> None:
    bank, other_bank = noun("bank", "de", "banken"), a_term(2, id="bank-2", term="bank", plural="banken")
    for typed in ("bank", "banken", "benk"):
        assert judge(typed, bank, [other_bank, bank]).is_right


def test_a_plural_that_is_a_term_of_its_own_is_that_term() -> None:
    rail, rails = noun("rail", "de", "rails"), noun("rails", "de")
    assert judge("de rails", rail, [rail, rails]).other is rails
    assert judge("de rails", rails, [rail, rails]).is_right


@pytest.mark.parametrize(
    ("name", "typed"), [("het stopt", "het stopt!"), ("de-montage", "de-montage"), ("De", "de"), ("+", "+")]
)
def test_a_term_that_looks_like_an_article_or_sign_can_be_typed(name: str, typed: str) -> None:
    assert judge(typed, other(name, Kind.PHRASE), TERMS).is_right


terms = st.sampled_from(TERMS)
articles = st.sampled_from(["", "de ", "het ", "een ", "De ", "HET ", "'t ", "’n ", "the "])
pieces = st.sampled_from(
    ["de", "het", "een", "'t", " ", "-", ".", "'", "ij", "é", "e\u0301", "İ", "ß", "ĳ", "👷🏽", "ላ", "\ud800"]
)


@st.composite
def slipped(draw: st.DrawFn) -> str:
    """A term or its plural with a few letters changed."""
    term = draw(terms)
    letters = list(draw(articles) + draw(st.sampled_from([term.term, term.plural])))
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(letters)))
        letters[place : place + draw(st.integers(0, 2))] = draw(st.sampled_from(["", "a", "d", "t", "x", " ", "-", "ë"]))
    return "".join(letters)


answers = st.one_of(slipped(), st.text(), st.lists(st.one_of(pieces, st.characters())).map("".join))


@given(terms, articles, st.lists(st.booleans(), min_size=20, max_size=20), st.sampled_from(["", " ", ".", "!"]))
def test_the_term_itself_is_right_in_any_case_with_any_article(term: Term, article: str, upper: list[bool], end: str) -> None:
    cased = "".join(letter.upper() if up else letter for letter, up in zip(term.term.ljust(20), upper, strict=True))
    verdict = judge(f"{article}{cased.strip()}{end}", term, TERMS)
    assert verdict.is_right
    assert verdict.notes == frozenset()
    assert verdict.confusion is None
    assert [span.kind for span in verdict.spans] == [SpanKind.SAME]


@given(answers, terms)
@example("'", DECK["helm"])
@example("\x00", DECK["helm"])
@example("de", DECK["T-stuk"])
def test_every_text_gets_a_verdict_whose_spans_rebuild_both_strings(typed: str, term: Term) -> None:
    verdict = judge(typed, term, TERMS)
    assert "".join(span.typed for span in verdict.spans) == verdict.typed
    assert "".join(span.right for span in verdict.spans) == verdict.right
    assert verdict.right in (term.term, term.plural)
    assert all(span.typed or span.right for span in verdict.spans)
    assert all(not span.typed for span in verdict.spans if span.kind is SpanKind.MISSING)
    assert all(not span.right for span in verdict.spans if span.kind is SpanKind.EXTRA)
    assert (verdict.other is not None) == (verdict.outcome is Outcome.OTHER_TERM)
    assert verdict.is_right or not verdict.notes


@given(slipped(), terms)
def test_right_with_no_note_has_no_wrong_letter(typed: str, term: Term) -> None:
    verdict = judge(typed, term, TERMS)
    if verdict.is_right and not verdict.notes:
        assert {span.kind for span in verdict.spans} == {SpanKind.SAME}


@given(slipped(), terms, articles)
def test_an_article_never_decides(typed: str, term: Term, article: str) -> None:
    bare = judge(typed, term, TERMS).typed
    assert judge(f"{article}{bare}", term, TERMS).outcome is judge(f"de {bare}", term, TERMS).outcome


@settings(max_examples=400)
@given(terms, terms, articles, st.booleans(), st.sampled_from([str, str.upper, str.title]))
def test_another_term_typed_exactly_is_never_right_and_is_named(
    asked: Term, meant: Term, article: str, plural: bool, cased: Callable[[str], str]
) -> None:
    assume(meant is not asked)
    form = meant.plural if plural and meant.plural else meant.term
    verdict = judge(cased(article + form), asked, TERMS)
    assert (verdict.outcome, verdict.other) == (Outcome.OTHER_TERM, meant)


@given(answers, terms, st.permutations(TERMS))
def test_the_order_of_the_deck_changes_nothing(typed: str, term: Term, deck: list[Term]) -> None:
    assert judge(typed, term, deck) == judge(typed, term, TERMS)
