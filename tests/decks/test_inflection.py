import pytest
from hypothesis import given
from hypothesis import strategies as st

from beroepentaal.decks import Kind
from beroepentaal.decks.inflection import SEPARABLE, mentions, place_of

NOUN, VERB, ADJECTIVE, PHRASE, SIGN = Kind.NOUN, Kind.VERB, Kind.ADJECTIVE, Kind.PHRASE, Kind.SIGN

NOUNS_AND_PHRASES = [
    ("helm", "helmen", NOUN, "Zonder helm kom je de bouwplaats niet op.", True),
    ("helm", "helmen", NOUN, "Helmen liggen in de bus.", True),
    ("dakgoot", "dakgoten", NOUN, "De dakgoten zitten vol blad.", True),
    ("dakgoot", "", NOUN, "De dakgoten zitten vol blad.", False),
    ("klem", "klemmen", NOUN, "Pak nog een klemmetje.", True),
    ("PV-paneel", "PV-panelen", NOUN, "Leg de pv-panelen neer.", True),
    ("pan", "pannen", NOUN, "Zet de pan op het vuur.", True),
    ("pan", "pannen", NOUN, "De riem spant niet goed.", False),
    ("pan", "pannen", NOUN, "Leg de dakpan op het dak.", False),
    ("nok", "nokken", NOUN, "Blijf onder de rand.", False),
    ("één voor één", "", PHRASE, "Een voor een naar boven!", True),
    ("pas op", "", PHRASE, "Hé, pas op, er valt iets!", True),
    ("pas op", "", PHRASE, "Op de pas, dan kan het.", False),
    ("verboden toegang", "", SIGN, "Daar hangt Verboden Toegang.", True),
    ("380 V", "", SIGN, "Op deze kast staat 380 V.", True),
    ("accu", "accu's", NOUN, "Zijn alle accu's vol?", True),
    ("meten", "", NOUN, "Meet de string.", False),  # only a verb has the forms of a verb
]
ADJECTIVES = [
    ("vast", "", ADJECTIVE, "Dat is een vaste regel.", True),
    ("spanningsloos", "", ADJECTIVE, "Werk alleen aan een spanningsloze groep.", True),
    ("droog", "", ADJECTIVE, "Trek droge handschoenen aan.", True),
    ("nat", "", ADJECTIVE, "Niet met natte handen!", True),
    ("los", "", ADJECTIVE, "Er ligt een losse kabel.", True),
    ("schoon", "", ADJECTIVE, "Pak een schone doek.", True),
    ("droog", "", ADJECTIVE, "Pak een schone doek.", False),
    ("vlak", "", ADJECTIVE, "Zet de ladder op vlakke grond.", True),
    ("nat", "", ADJECTIVE, "Hij weet niet wat hij moet doen.", False),
]
PLAIN_VERBS = [
    ("meten", "Eerst meten, dan pas werken.", True),
    ("meten", "Meet de string!", True),
    ("meten", "Hij meet de spanning.", True),
    ("meten", "Heb je alles gemeten?", True),
    ("meten", "Werk met de rolmaat.", False),
    ("meten", "De meter staat in de kast.", False),
    ("tillen", "Hij tilt het paneel op.", True),
    ("tillen", "Til met je benen.", True),
    ("tillen", "Dat hebben we samen getild.", True),
    ("tillen", "Wees even stil.", False),
    ("boren", "Boor hier een gat.", True),
    ("boren", "Ze boorden de hele dag.", True),
    ("boren", "Het gat is al geboord.", True),
    ("boren", "Pak de boormachine.", False),
    ("lossen", "Los de vrachtwagen bij deur drie.", True),
    ("lossen", "De wagen is al gelost.", True),
    ("lossen", "Laad de wagen.", False),
    ("zagen", "Zaag de rail op maat.", True),
    ("zagen", "Hij zaagde te kort.", True),
    ("lezen", "Lees eerst het bord.", True),
    ("schuiven", "Schuif de pan omhoog.", True),
    ("schuiven", "Wie heeft die pan geschoven?", True),
    ("verven", "Verf de muur wit.", True),
    ("trekken", "De kabel is al getrokken.", True),
    ("trekken", "Trek aan de kabel.", True),
    ("strippen", "Strip de draad.", True),
    ("duwen", "Duw de kar naar binnen.", True),
    ("wassen", "Was je handen.", True),
    ("koppelen", "Koppel de slang aan de kraan.", True),
    ("hijsen", "Hijs de balk omhoog.", True),
    ("controleren", "Controleer je gordel.", True),
    ("isoleren", "Deze muur is geïsoleerd.", True),
    ("installeren", "Wie heeft dit geïnstalleerd?", True),
    ("beveiligen", "De rand is beveiligd.", True),
    ("bukken", "Gebukt werken is slecht voor je rug.", True),
    ("houden", "Hou hem recht.", True),
    ("rijden", "Rij langzaam in de hal.", True),
    ("slaan", "Sla de spijker erin.", True),
    ("slaan", "Hij slaat op zijn duim.", True),
    ("eten", "Eet niet in de keuken.", True),
    ("komen", "Kom eens hier.", True),
    ("las", "Dit is een las.", True),
    ("las", "Dit is een bout.", False),
    ("open", "Het luik is dicht.", False),
]
SEPARABLE_VERBS = [
    ("aanlijnen", "Je moet je eerst aanlijnen.", True),
    ("aanlijnen", "Lijn je aan!", True),
    ("aanlijnen", "Ben je al aangelijnd?", True),
    ("aanlijnen", "Vergeet niet je aan te lijnen.", True),
    ("aanlijnen", "Als je je aanlijnt, val je niet.", True),
    ("aanlijnen", "Sluit de kabel aan.", False),
    ("aanlijnen", "De kabel is aangesloten.", False),
    ("aanlijnen", "Pak de lijn.", False),
    ("uitschakelen", "Eerst de omvormer uitschakelen.", True),
    ("uitschakelen", "Schakel de stroom uit.", True),
    ("uitschakelen", "Hij schakelt\nalles uit.", True),
    ("uitschakelen", "Is de groep uitgeschakeld?", True),
    ("uitschakelen", "Voordat je hem uit mag schakelen, vraag je het.", True),
    ("uitschakelen", "Zie je dat hij uitschakelt?", True),
    ("uitschakelen", "Schakel de stroom in.", False),
    ("uitschakelen", "De schakelaar is uit.", False),
    ("uitschakelen", "Uit die kast, schakel dan pas.", False),
    ("vastdraaien", "De bout is vastgedraaid.", True),
    ("vastdraaien", "Draai de bout vast!", True),
    ("vastdraaien", "Draai de bout los.", False),
    ("vastdraaien", "De ladder staat vast.", False),
    ("opruimen", "Ruim je spullen op!", True),
    ("opruimen", "Is alles opgeruimd?", True),
    ("opruimen", "We moeten nog op gaan ruimen.", True),
    ("opruimen", "Pas op je hoofd!", False),
    ("opruimen", "Hij is opgehaald.", False),
    ("doormeten", "Meet de string door!", True),
    ("doormeten", "Vergeet niet elke string door te meten.", True),
    ("doormeten", "De string is doorgemeten.", True),
    ("doormeten", "Zodra je hem doormeet, weet je het.", True),
    ("doormeten", "Meet de string.", False),
    ("doormeten", "Loop door met de meter.", False),
    ("aansluiten", "Sluit de optimizer aan!", True),
    ("aansluiten", "De kabel is aangesloten.", True),
    ("afbreken", "De steiger is afgebroken.", True),
    ("vasthouden", "Hou jij de ladder even vast?", True),
    ("uitdoen", "Doe het licht uit.", True),
    ("uitdoen", "Door die deur moet je eruit.", False),
    ("binnenkomen", "Kom maar binnen!", True),
    ("achteruitrijden", "Rij langzaam achteruit.", True),
    ("leegmaken", "Maak de emmer leeg.", True),
    ("inademen", "Adem rustig in.", True),
    ("inademen", "Heb je stof ingeademd?", True),
    ("inademen", "Het is ingebouwd.", False),
    ("losmaken", "Maak de stekker los.", True),
    ("omkleden", "Kleed je om.", True),
]
VERBS = [(term, "", VERB, sentence, expected) for term, sentence, expected in PLAIN_VERBS + SEPARABLE_VERBS]


@pytest.mark.parametrize(("term", "plural", "kind", "sentence", "expected"), NOUNS_AND_PHRASES + ADJECTIVES + VERBS)
def test_a_term_is_seen_in_a_sentence(term: str, plural: str, kind: Kind, sentence: str, expected: bool) -> None:
    assert mentions(sentence, term, plural, kind) is expected


def test_each_separable_part_may_stand_apart_behind_its_verb() -> None:
    assert [prefix for prefix in SEPARABLE if not mentions(f"Werk het nu {prefix}.", f"{prefix}werken", "", VERB)] == []
    assert [prefix for prefix in SEPARABLE if mentions("Werk het nu.", f"{prefix}werken", "", VERB)] == []


@given(
    st.from_regex(r"[a-zëéïö][a-zëéïö0-9' ()+*?.\[\\-]{0,10}", fullmatch=True),
    st.sampled_from(Kind),
)
def test_a_term_that_stands_in_the_sentence_as_it_is_is_always_seen(term: str, kind: Kind) -> None:
    assert mentions(f"Hier is {term.upper()} dan.", term, "", kind)


@given(st.text(max_size=10) | st.text("aeimnst(+*[\\", max_size=10).map(lambda stem: f"{stem}en"), st.sampled_from(Kind))
def test_an_empty_sentence_mentions_nothing(term: str, kind: Kind) -> None:
    assert not mentions("", term, "", kind)


@pytest.mark.parametrize(
    ("term", "plural", "kind", "text", "found"),
    [
        ("helm", "helmen", NOUN, "Zet je helm op!", "helm"),
        ("helm", "helmen", NOUN, "Helmen liggen in de bus.", "Helmen"),
        ("helm", "", NOUN, "Helmen liggen in de bus.", None),
        ("pan", "pannen", NOUN, "Leg de dakpan naast de Pan.", "Pan"),
        ("pan", "pannen", NOUN, "De riem spant niet goed.", None),
        ("één voor één", "", PHRASE, "Nu een voor een naar boven!", "een voor een"),
        ("pas op", "", PHRASE, "Hé, pas op, er valt iets!", "pas op"),
        ("pas op", "", PHRASE, "Op de pas, dan kan het.", None),
        ("geïsoleerd", "", ADJECTIVE, "Deze muur is geïsoleerd.", "geïsoleerd"),
        ("accu", "accu's", NOUN, "Zijn alle accu's vol?", "accu's"),
        ("meten", "", VERB, "Meet de string!", "Meet"),
        ("meten", "", VERB, "Werk met de rolmaat.", None),
        ("meten", "", NOUN, "Meet de string!", None),
        ("tillen", "", VERB, "Dat hebben we getild.", "getild"),
        ("vastdraaien", "", VERB, "Nu de bout vastdraaien.", "vastdraaien"),
        ("vastdraaien", "", VERB, "Draai de bout vast!", None),  # in two places
        ("380 V", "", SIGN, "Op deze kast staat 380 V.", "380 V"),
        ("helm", "helmen", NOUN, "", None),
    ],
)
def test_the_place_of_a_term_is_where_it_stands_as_one_word(
    term: str, plural: str, kind: Kind, text: str, found: str | None
) -> None:
    place = place_of(text, term, plural, kind)
    assert (text[slice(*place)] if place else None) == found


words = st.text("abcdeëéïoöt", min_size=1, max_size=8)


@given(st.lists(words, max_size=4), words, st.lists(words, max_size=4), st.sampled_from(Kind))
def test_a_term_that_stands_in_the_text_as_it_is_has_a_place_of_its_own_length(
    before: list[str], term: str, after: list[str], kind: Kind
) -> None:
    text = " ".join([*before, term.upper(), *after])
    place = place_of(text, term, "", kind)
    assert place is not None
    assert mentions(text[slice(*place)], term, "", kind)
    assert place[0] <= text.index(term.upper())


@given(st.text(max_size=20), st.text(min_size=1, max_size=8), st.text(max_size=8), st.sampled_from(Kind))
def test_a_place_is_within_the_text_whatever_the_text(text: str, term: str, plural: str, kind: Kind) -> None:
    place = place_of(text, term, plural, kind)
    assert place is None or 0 <= place[0] < place[1] <= len(text)
