"""What a voice is given to say is what a tradesman would say, whatever way it was written."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beroepentaal.decks.library import BUILTIN, DeckLibrary
from beroepentaal.speech.reading import read_out

ELECTRICITY = {
    "230 V": "230 volt",
    "230V-groep": "230 volt-groep",
    "400/230 V": "400, 230 volt",
    "16A": "16 ampair",
    "30 mA": "30 milliampair",
    "hoeveel ampère": "hoeveel ampair",
    "een ampèretang": "een ampairtang",
    "3,5 kW": "3 komma 5 kilowatt",
    "5 kWp": "5 kilowattpiek",
    "430 Wp": "430 wattpiek",
    "2,5 kWh": "2 komma 5 kilowattuur",
    "10 kVA": "10 kilovolt-ampair",
    "50 Hz": "50 hertz",
    "nul ohm": "nul oom",
    "470 ohm": "470 oom",
    "10 kΩ": "10 kilo-oom",
    "3-fase": "3 fase",
    "1-fase": "1 fase",
    "B16": "bee 16",
    "C16-automaat": "cee 16 automaat",
    "L1, L2 en L3": "el één, el twee en el drie",
    "de bruine draad komt op L.": "de bruine draad komt op el.",
    "PE, N en L": "pee ee, èn en el",
    "3x2,5 mm²": "3 keer 2 komma 5 vierkante millimeter",
    "3 x 25 A": "3 keer 25 ampair",
    "E27-fitting": "ee 27 fitting",
    "AC/DC": "aa cee dee cee",
    "de DC-kant": "de dee cee kant",
    "PV-paneel": "pee vee paneel",
    "MC4's": "em cee viers",
    "IP65": "ie pee 65",
    "IP 44": "ie pee 44",
    "IPX4": "ie pee iks vier",
    "vd-draad": "vee dee draad",
    "een RCD van 30mA": "een èr cee dee van 30 milliampair",
    "LED-lamp": "led-lamp",
}
WATER_AND_HEAT = {
    '1/2"': "halve duim",
    'een 1/2" kraan': "een halve duim kraan",
    '3/4"': "driekwart duim",
    "de maat 3/4 duim": "de maat driekwart duim",
    '1 1/4"': "vijf kwart duim",
    '5/4"': "vijf kwart duim",
    '1 1/2"': "anderhalve duim",
    '3/8"': "3 achtste duim",
    '2"': "2 duim",
    "½ duim": "halve duim",
    "12 l/min": "12 liter per minuut",
    "in l/min": "in liter per minuut",
    "3 m/s": "3 meter per seconde",
    "1,5 bar": "1 komma 5 bar",
    "150 kPa": "150 kilopascal",
    "100 Pa": "100 pascal",
    "18 Nm": "18 njoetenmeter",
    "50 °C": "50 graden",
    "50 graden C": "50 graden",
    "-5 °C": "min 5 graden",
    "een verschil van 5 K": "een verschil van 5 kelvin",
    "delta T": "delta tee",
    "cv-ketel": "cee vee ketel",
    "De cv is uit.": "De cee vee is uit.",
    "Cv-ketel": "cee vee ketel",
    "mv-box": "em vee box",
    "wtw-unit": "wee tee wee unit",
    "wc's": "wee cees",
    "pvc-buis 40 mm": "pee vee cee buis 40 millimeter",
    "T-stuk": "tee stuk",
    "O-ring": "oo ring",
    "S-koppeling": "es koppeling",
    "u-bocht": "uu bocht",
    "2 L-steunen": "2 el steunen",
    "R32": "èr 32",
    "R290": "èr 290",
    "R410A": "èr 410 aa",
    "CO-melder": "cee oo melder",
    "een bocht van 45°": "een bocht van 45 graden",
    "2 m3 water": "2 kubieke meter water",
    "Ø 28 mm": "diameter 28 millimeter",
}
BUILDING = {
    "60x60": "60 bij 60",
    "38 x 89 mm": "38 bij 89 millimeter",
    "1 m x 2 m": "1 meter bij 2 meter",
    "60 x 60 x 40 cm": "60 bij 60 bij 40 centimeter",
    "10–15 mm": "10 tot 15 millimeter",
    "2-3 keer": "2 tot 3 keer",
    "tussen 2 - 3 bar": "tussen 2 en 3 bar",
    "12,5 m2": "12 komma 5 vierkante meter",
    "de maat in mm": "de maat in millimeter",
    "op 2,40 afkorten": "op 2 40 afkorten",
    "2,40 m": "2 meter 40",
    "1,05 m": "1 meter 5",
    "+/- 5 cm": "ongeveer 5 centimeter",
    "100 mm ± 2 mm": "100 millimeter plus of min 2 millimeter",
    "W/m2K": "watt per vierkante meter kelvin",
    "0,22 W/(m2·K)": "0 komma 22 watt per vierkante meter kelvin",
    "0,035 W/mK": "0 komma nul 35 watt per meter kelvin",
    "35 kg/m³": "35 kilo per kubieke meter",
    "Rd 3,5": "èr dee 3 komma 5",
    "Rc-waarde": "èr cee waarde",
    "λ = 0,022": "lambda is 0 komma nul 22",
    "HR++-glas": "haa èr plus plus glas",
    "PIR-plaat": "pier-plaat",
    "PUR": "puur",
    "purschuim": "puurschuim",
    "EPS en XPS": "ee pee es en iks pee es",
    "OSB-plaat": "oo es bee plaat",
    "M6x20": "em zes bij 20",
    "M8": "em acht",
    "KOMO en KIWA": "komo en kiewa",
    "80 dB(A)": "80 decibel",
}
SAFETY = {
    "Bel 112!": "Bel één één twee!",
    "112 meter": "112 meter",
    "LMRA's": "el em èr aas",
    "VCA-diploma": "vee cee aa diploma",
    "BHV'er": "bee haa vee-er",
    "EHBO'ers": "ee haa bee oo-ers",
    "de AED": "de aa ee dee",
    "PBM's": "pee bee ems",
    "RI&E": "èr ie en ee",
    "RI&E's": "èr ie en ees",
    "CE-markering": "cee ee markering",
    "CO2-blusser": "cee oo twee blusser",
    "chroom-6": "chroom 6",
    "FFP2-masker": "ef ef pee twee masker",
    "KLIC-melding": "klik-melding",
    "NEN 1010": "nen 10 10",
    "NEN 3140": "nen 31 40",
    "NEN 1006": "nen 10 nul 6",
    "ISO 7010": "iso 70 10",
    "ISO 9001": "iso 9001",
    "RAL 9010": "ral 90 10",
    "UV-straling": "uu vee straling",
    "> 30 mA": "meer dan 30 milliampair",
    "< 5 bar": "minder dan 5 bar",
    "≥ 2 m": "minstens 2 meter",
    "<= 25 kg": "hoogstens 25 kilo",
    "LET OP!": "let op!",
    "NIET AANRAKEN": "niet aanraken",
}
KITCHEN_STORE_AND_CARE = {
    "HACCP": "hassep",
    "FIFO": "fiefo",
    "THT en TGT": "tee haa tee en tee gee tee",
    "GN 1/1": "gee èn 1 1",
    "500 ml": "500 milliliter",
    "5l": "5 liter",
    "1,5 L": "1 komma 5 liter",
    "1/2 liter": "een halve liter",
    "1 1/2 l": "anderhalve liter",
    "1/2 uur": "een half uur",
    "200 g": "200 gram",
    "200 kcal": "200 kilocalorieën",
    "80 bij 120 cm": "80 bij 120 centimeter",
    "20 %": "20 procent",
    "10-15%": "10 tot 15 procent",
    "€ 5": "5 euro",
    "€ 2,50 per kg": "2 euro 50 per kilo",
    "€ 0,30/kWh": "30 cent per kilowattuur",
    "€ 1.250,-": "1250 euro",
    "1:10": "1 op 10",
    "zeep & water": "zeep en water",
    "120/80": "120 over 80",
    "38,5 °C": "38 komma 5 graden",
    "ADL": "aa dee el",
    "MIC-melding": "mik-melding",
    "EVV'er": "ee vee vee-er",
    "vitamine B12": "vitamine bee 12",
    "2x per dag": "2 keer per dag",
    "12.500 pallets": "12500 pallets",
    "30 km/u": "30 kilometer per uur",
    "UN-nummer": "uu èn nummer",
    'Hij zei: "maat 3".': "Hij zei: maat 3.",
}
TIME_AND_WRITING = {
    "08:30": "8 uur 30",
    "8.30 uur": "8 uur 30",
    "17:00": "17 uur",
    "om 16u": "om 16 uur",
    "12-03-2025": "12 maart 2025",
    "06-12345678": "nul zes één twee drie vier vijf zes zeven acht",
    "de 1e verdieping": "de eerste verdieping",
    "voor de 2e keer": "voor de tweede keer",
    "de 21e": "de eenentwintigste",
    "max. 16 A": "maximaal 16 ampair",
    "Min. 5 cm": "Minimaal 5 centimeter",
    "5 min. koken": "5 minuten koken",
    "Wacht 5 min. Dan pas openen.": "Wacht 5 minuten. Dan pas openen.",
    "1 min": "1 minuut",
    "ca. 5 cm": "ongeveer 5 centimeter",
    "Bijv. een hamer": "Bijvoorbeeld een hamer",
    "lijm, tape, enz.": "lijm, tape, enzovoort.",
    "d.w.z. nu, o.a. hier": "dat wil zeggen nu, onder andere hier",
    "stap 1 t/m 3": "stap 1 tot en met 3",
    "dhr. Jansen": "de heer Jansen",
    "incl. btw": "inclusief bee tee wee",
    "ja/nee": "ja of nee",
    "en/of": "en of",
    "het tv'tje": "het tee veetje",
    "de A of de B?": "de aa of de bee?",
}
SAID = ELECTRICITY | WATER_AND_HEAT | BUILDING | SAFETY | KITCHEN_STORE_AND_CARE | TIME_AND_WRITING

SAID_AS_WRITTEN = [
    "Zet je helm op!",
    "U mag hier niet roken.",
    "O ja, 's ochtends is het glad.",
    "Het is min 5 graden.",
    "Kamperen mag, met een e-bike of zonder.",
    "Voor 1994 kan er asbest in zitten.",
    "Ah, Fatma komt uit Groningen; IJs smelt.",
    "Een stap van 20 treden.",
]

LIBRARY = DeckLibrary(BUILTIN, Path(__file__).parents[2] / "assets" / "pictures")
UNSPEAKABLE = re.compile(r'[²³°%€$"“”/+&=<>≤≥±~@#*_|\\]|\d[^\W\d_]|[^\W\d_]\d|\b[A-Z]{2,}\b|\b[A-Z]+[’\']|\d[.,]\d')

words = st.text("abcdefghijklmnopqrstuvwxyzéëïóöèê", min_size=3, max_size=12).filter(lambda word: read_out(word) == word)


@pytest.mark.parametrize(("written", "said"), SAID.items())
def test_it_is_said_as_a_tradesman_says_it(written: str, said: str) -> None:
    assert read_out(written) == said


@pytest.mark.parametrize("text", SAID_AS_WRITTEN)
def test_plain_dutch_is_said_as_it_is_written(text: str) -> None:
    assert read_out(text) == text


@pytest.mark.parametrize("deck", LIBRARY.ids)
def test_nothing_unspeakable_is_left_of_a_deck(deck: str) -> None:
    for term in LIBRARY.deck(deck).terms:
        for text in (term.spoken, term.term, term.plural, term.sentence, term.chunk, term.meaning):
            said = read_out(text)
            assert not UNSPEAKABLE.search(said), text
            assert said == text or read_out(said) == said


@given(st.lists(words, min_size=1, max_size=8))
@settings(max_examples=40)
def test_words_are_left_alone(sentence: list[str]) -> None:
    text = " ".join(sentence)
    assert read_out(text) == text
    assert read_out(text.capitalize() + ".") == text.capitalize() + "."


@given(st.lists(st.sampled_from(sorted(SAID)), min_size=1, max_size=4))
def test_what_was_read_out_is_not_read_out_again(phrases: list[str]) -> None:
    said = read_out(", ".join(phrases))
    assert read_out(said) == said


@given(st.text(max_size=40) | st.text('0123456789 .,:/-x"°%€±&+mVAKlL²', max_size=20))
def test_whatever_is_written_something_is_said(text: str) -> None:
    said = read_out(text)
    assert said or not any(char.isalnum() for char in text)


def test_a_number_that_never_ends_is_said_too() -> None:
    assert read_out("€ " + "9" * 5000 + "/2 V").endswith("volt")
