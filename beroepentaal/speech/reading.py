"""Writes a text out as a Dutch tradesman says it, because no speech engine knows 230V, a 3/4" tap or the BHV'er.

Letters and words get spellings that espeak-ng and natural voices both say right: espeak-ng says "er", "ampère", "ohm" and
"newton" wrongly. The steps at the end run in their order: each may count on what those above it have done.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from re import Match


def _table(rows: str) -> dict[str, str]:
    """From "kW kilowatt; V volt": what is written, and what is said."""
    return {written: said for written, _, said in (row.strip().partition(" ") for row in rows.split(";"))}


def _list(words: str) -> list[str]:
    return words.split()


_LETTERS = _table(
    "A aa; B bee; C cee; D dee; E ee; F ef; G gee; H haa; I ie; J jee; K kaa; L el; M em; N èn; O oo; P pee; Q kuu; R èr; "
    "S es; T tee; U uu; V vee; W wee; X iks; Y ij; Z zet"
)
_SMALL_NUMBERS = _list(
    "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien "
    "negentien"
)
_TENS = _list("- - twintig dertig veertig vijftig zestig zeventig tachtig negentig")
_MONTHS = _list("januari februari maart april mei juni juli augustus september oktober november december")

_WORDS = _table(
    "ARBO arbo; ATAG atag; ATEX ateks; BIG big; COVID covid; DEKRA dekra; DIN din; FEFO feefo; FIFO fiefo; HACCP hassep; "
    "IJ ij; ISO iso; KEMA kema; KIWA kiewa; KLIC klik; KOMO komo; LED led; LIFO liefo; LOTO loto; MIC mik; NEN nen; OK oké; "
    "PET pet; PEX peks; PIN pin; PIR pier; PUR puur; RAL ral; SCIOS scios; SIM sim; STEK stek; WIFI wifi"
)
"""Abbreviations that are said as a word; all others are said letter by letter."""
_SIGNS = _list(
    "AAN AF BEL BIJ BRAND DICHT DUW GAS GEEN GIF HEET HELP IN IS JA KOUD LEEG LET NEE NIET NOOD OF OM OP OPEN PAS RESET START "
    "STOP TEST TREK UIT VAN VOL VOOR WARM WEG"
)
"""Words that signs shout; every word of more than five capitals is one too."""
_SMALL_INITIALS = _list(
    "bhv btw cao cd cv dvd ehbo epdm eps gft ggd gps haccp hbo hr kvk mbo mv pbm pc pdf pir pur pv pvc rvs sms tl tv usb utp "
    "vca vve wc wtw xps zzp"
)
"""Abbreviations that are written with small letters too."""

_SHORT = _table(
    "a.s. aanstaande; a.u.b. alstublieft; b.v. bee vee; bijv. bijvoorbeeld; blz. bladzijde; bv. bijvoorbeeld; c.q. of; "
    "ca. ongeveer; d.m.v. door middel van; d.w.z. dat wil zeggen; dhr. de heer; dr. dokter; e.d. en dergelijke; "
    "enz. enzovoort; etc. enzovoort; evt. eventueel; excl. exclusief; gem. gemiddeld; i.o.m. in overleg met; "
    "i.p.v. in plaats van; i.v.m. in verband met; incl. inclusief; m.a.w. met andere woorden; m.b.t. met betrekking tot; "
    "m.b.v. met behulp van; m.i.v. met ingang van; m.u.v. met uitzondering van; max. maximaal; mevr. mevrouw; mw. mevrouw; "
    "n.v.t. niet van toepassing; nr. nummer; nrs. nummers; o.a. onder andere; o.b.v. op basis van; o.i.d. of iets dergelijks; "
    "p.m. per maand; p.p. per persoon; p.st. per stuk; p.u. per uur; resp. respectievelijk; s.v.p. alstublieft; "
    "t.a.v. ter attentie van; t.b.v. ten behoeve van; t.o.v. ten opzichte van; t/m tot en met; z.o.z. zie de andere kant; "
    "z.s.m. zo snel mogelijk; zgn. zogenaamd"
)
_TITLES = ("dhr.", "dr.", "mevr.", "mw.", "nr.", "nrs.")
"""Their point never ends a sentence, although a capital follows."""

_UNITS = _table(
    "mm millimeter; cm centimeter; km kilometer; µm micrometer; m1 strekkende meter; mm2 vierkante millimeter; "
    "cm2 vierkante centimeter; dm2 vierkante decimeter; m2 vierkante meter; mm3 kubieke millimeter; cm3 kubieke centimeter; "
    "dm3 kubieke decimeter; m3 kubieke meter; ml milliliter; cl centiliter; dl deciliter; ltr liter; mg milligram; kg kilo; "
    "mV millivolt; kV kilovolt; mA milliampair; kA kiloampair; mAh milliampair-uur; kW kilowatt; kWh kilowattuur; "
    "MWh megawattuur; kWp kilowattpiek; Wp wattpiek; kVA kilovolt-ampair; Hz hertz; kHz kilohertz; MHz megahertz; ohm oom; "
    "kohm kilo-oom; Mohm mega-oom; Nm njoetenmeter; kN kilo-njoeten; mbar millibar; kPa kilopascal; dB(A) decibel; dB decibel; "
    "kJ kilo-zjoel; kcal kilocalorieën"
)
_ALL_UNITS = _UNITS | _table(
    "V volt; A ampair; Ah ampair-uur; W watt; Wh wattuur; MW megawatt; VA volt-ampair; m meter; dm decimeter; l liter; "
    "L liter; g gram; t ton; J zjoel; MJ mega-zjoel; K kelvin; N njoeten; Pa pascal; hPa hectopascal; MPa megapascal; "
    "lm lumen; h uur; min minuten; s seconden; sec seconden; st stuks; pers personen; kw kilowatt; kwh kilowattuur; "
    "KW kilowatt; KWh kilowattuur; KG kilo; MM millimeter; CM centimeter"
)
"""Those that are no units above are units only where a number stands before them."""
_ONE = _table("minuten minuut; seconden seconde; stuks stuk; personen persoon")
_PER = {unit: _ONE.get(name, name) for unit, name in _ALL_UNITS.items()} | _table(
    "u uur; uur uur; dag dag; week week; maand maand; jaar jaar; persoon persoon; stuk stuk; minuut minuut; seconde seconde"
)
_PARTS = {3: "derde", 5: "vijfde", 6: "zesde", 8: "achtste", 9: "negende", 10: "tiende", 16: "zestiende"}
_SIGN_WORDS = _table(
    "% procent; ‰ promille; ° graden; = is; & en; € euro; @ apenstaartje; ≤ hoogstens; ≥ minstens; < minder dan; > meer dan"
)
_REDRAWN = str.maketrans(
    {
        **dict.fromkeys("\t\u00a0\u2009\u202f·•*|\\^_→←↑↓✓✗#{}[]`", " "),
        **dict.fromkeys("\u2010\u2011\u2212", "-"),
        **dict.fromkeys("≈~", "±"),
        **dict.fromkeys("Øø", " diameter "),
        **_table('² 2; ³ 3; ₂ 2; × x; Ω ohm; \u03bc µ; ″ "; λ lambda; Δ delta; φ fie'),
        "½": " 1/2",
        "¼": " 1/4",
        "¾": " 3/4",
    }
)
"""Signs of which there is a plainer form, and those that nobody says."""


def read_out(text: str) -> str:
    """Plain Dutch stays as it is; numbers keep their digits; signs that nobody says are left out."""
    text = unicodedata.normalize("NFC", text).translate(_REDRAWN)
    for pattern, said in _compiled():
        text = pattern.sub(said, text)
    return text.strip(" ")


def _any(names: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + ")"


def _spelled(letters: str) -> str:
    return " ".join(_LETTERS[letter] for letter in letters.upper())


def _short(found: Match[str]) -> str:
    short = found[0].lower()
    said = _SHORT.get(short) or _SHORT.get(f"{short}.") or found[0]  # the long s counts as an s too
    if found[0][0].isupper():
        said = said[0].upper() + said[1:]
    ends_sentence = short.endswith(".") and short not in _TITLES and re.match(r"\s*$|\s+[A-Z]", found.string[found.end() :])
    return said + "." if ends_sentence else said


def _norm(found: Match[str]) -> str:
    """NEN 1010 is ten ten, RAL 9001 ninety nought one, but ISO 9001 nine thousand and one."""
    name, pair, last = found.groups()
    if last[0] != "0":
        return f"{name} {pair} {last}"
    return found[0] if name == "ISO" or last == "00" else f"{name} {pair} nul {int(last)}"


def _date(found: Match[str]) -> str:
    month = int(found[3])
    return f"{int(found[1])} {_MONTHS[month - 1]} {found[4]}" if 1 <= month <= 12 else found[0]


def _time(found: Match[str]) -> str:
    return f"{int(found[1])} uur {int(found[2])}".removesuffix(" 0")


def _phone(found: Match[str]) -> str:
    digits = re.sub(r"\D", "", found[0])
    return " ".join(_SMALL_NUMBERS[int(digit)] for digit in digits) if 8 <= len(digits) <= 10 else found[0]


def _code(found: Match[str]) -> str:
    """CO2, R410A, MC4's: letters by name, a single digit as a word, more digits as a number."""
    said = " ".join(_run(run) for run in re.findall(r"[A-Za-z]+|\d+", found[1]))
    return said + ("s" if found[2] and not said[-1].isdigit() else "") + (" " if found[3] else "")


def _run(run: str) -> str:
    if run.isdigit():
        return _SMALL_NUMBERS[int(run)] if len(run) == 1 else run
    return _WORDS.get(run) or _spelled(run)


def _before(found: Match[str], characters: int = 30) -> str:
    return found.string[max(0, found.start() - characters) : found.start()]


def _closes_quotation(found: Match[str]) -> bool:
    return len(re.findall(r'(?<!\d)(?<!\d )"', _before(found, 300))) % 2 == 1


def _inch(found: Match[str]) -> str:
    return "" if _closes_quotation(found) else " duim"


def _fraction(found: Match[str]) -> str:
    whole, above, below, unit = found[1] or "", int(found[2]), int(found[3]), found[4] or ""
    if unit in ('"', "inch", "duims"):
        unit = "" if unit == '"' and _closes_quotation(found) else "duim"
    unit = _ALL_UNITS.get(unit, unit)
    if unit == "duim" and whole == "1" and below == 4:
        whole, above = "", above + 4  # a pipe of 1 1/4 inch is five quarters
    after_een = _before(found).endswith("een ")
    if below in (2, 4, *_PARTS) and above < 2 * below:
        said = _parts(whole, above, below, unit)
    else:
        said = f"{whole} {_two_numbers(above, below)}".strip()
    if after_een or (unit == "duim" and not whole):
        said = said.removeprefix("een ")
    return f"{said} {unit}".strip()


def _parts(whole: str, above: int, below: int, unit: str) -> str:
    if below == 2 and above == 1:
        half = "halve" if unit not in ("", "uur") else "half"
        if whole == "1":
            return f"ander{half}"
        said = f"een {half}"
    elif below == 4:
        said = {1: "een kwart", 3: "driekwart"}.get(above, f"{_SMALL_NUMBERS[above]} kwart")
    else:
        said = f"{above} {_PARTS.get(below, 'tweede')}"
    return f"{whole} en {said}" if whole else said


def _two_numbers(above: int, below: int) -> str:
    if below >= 100:
        return f"{above}, {below}"  # without the comma espeak-ng takes 230 400 for one number
    return f"{above} over {below}" if above >= 60 and below >= 30 else f"{above} {below}"  # blood pressure; otherwise 24/7


def _money(found: Match[str]) -> str:
    whole, cents = int(found[1]), int(found[2] or 0)
    if not cents:
        return f"{whole} euro"
    return f"{whole} euro {cents}" if whole else f"{cents} cent"


def _metres(found: Match[str]) -> str:
    return f"{found[1]} meter {int(found[2])}".removesuffix(" 0")


def _unit(found: Match[str]) -> str:
    name = _ALL_UNITS[found[1]]
    return " " + (_ONE.get(name, name) if re.search(r"(?<![\d,])1$", _before(found)) else name)


def _per(found: Match[str]) -> str:
    return f"{found[1]} per {_PER[found[2]]}" + (" kelvin" if found[3] else "")


def _decimal(found: Match[str]) -> str:
    whole, decimals = found[1], found[2]
    last = decimals.lstrip("0")
    measured = re.match(_MEASURED, found.string[found.end() : found.end() + 30])
    if len(last) == len(decimals) == 2 and whole != "0" and len(whole) < 3 and not measured:
        return f"{whole} {decimals}"  # 2,40 on a tape measure or a bill
    return " ".join([whole, "komma", *["nul"] * (len(decimals) - len(last)), *([last] if last else [])])


def _ordinal(found: Match[str]) -> str:
    number = int(found[1])
    tens, ones = divmod(number, 10)
    if number < 20:
        return {1: "eerste", 3: "derde", 8: "achtste"}.get(number, f"{_SMALL_NUMBERS[number]}de")
    if not ones:
        return f"{_TENS[tens]}ste"
    before = _SMALL_NUMBERS[ones].replace("é", "e")
    return f"{before}{'ën' if before.endswith('e') else 'en'}{_TENS[tens]}ste"


def _sign(found: Match[str]) -> str:
    hyphen = found.string.startswith("-", found.end())
    return f" {_SIGN_WORDS[found[1]]}" + ("" if hyphen else " ")


def _about(found: Match[str]) -> str:
    measured = re.search(rf"(?:\d|{_SAID_UNITS})\s*$", _before(found))
    return " plus of min " if measured else " ongeveer "


def _slash(found: Match[str]) -> str:
    before, after = _before(found), found.string[found.end() : found.end() + 1]
    words = before[-1:].islower() and after.islower() and not re.search(r"(?<!\w)en$", before)
    return " of " if words else " "


def _initials(found: Match[str]) -> str:
    """LMRA, BHV'ers, HR++-glas, T-stuk, de B: letter by letter, or the word that tradesmen have made of it."""
    letters, plusses, person, ending, hyphen = (part or "" for part in found.groups())
    if found[0] in ("U", "O"):
        return found[0]  # the polite you, and oh
    word = _WORDS.get(letters.upper()) or (letters.lower() if letters in _SIGNS or len(letters) > 5 else "")
    said = (word or _spelled(letters)) + " plus" * len(plusses) + (f"-{person}" if person else ending)
    return said + (hyphen if word and not plusses else " " * len(hyphen))


_UNIT = _any(_ALL_UNITS)
_LONG_UNIT = _any(unit for unit in _ALL_UNITS if len(unit) > 1)
_PER_UNIT = _any(_PER)
_SAID_UNITS = _any({*_PER.values(), *_ALL_UNITS.values(), "bar", "graden", "procent", "euro", "cent", "duim"})
_MEASURED = rf"\s?(?:{_SAID_UNITS}(?!\w)|[%°€\"])"
_COUNTED = r"(?:mm2|k?A|k?V|k?Wp?|kg|g|[mc]?l|L|uur|min|ampair|volt|watt|kilo|gram|liter)"
"""Units of which there are three times so much; of all others, something is so long by so wide."""
_FRACTION = (
    rf"(?<![\w,./])(?:(\d{{1,5}}) )?(\d{{1,5}})/(\d{{1,5}})(?![\d/]|[.,]\d)"
    rf"(?: ?(\"|(?:{_UNIT}|duims?|inch|liter|meter|kilo|gram|uur)(?!\w)))?"
)
_OVER_UNIT = (
    rf"(?<![\w/])(?:{_any(_UNITS)}(?=/\(?{_PER_UNIT} ?K?\)?(?!\w))"
    rf"|[mlgWALN](?=/\(?(?:{_LONG_UNIT}|mK|uur|dag|jaar))|[ml](?=/[shu](?!\w)))"
)
"""What is a unit without a number too, because it stands over another: l/min."""
_INITIALS = "|".join(
    ["[A-Z]+", "R[cd]", "[Vv]d(?=-)", *(f"[{name[0].upper()}{name[0]}]{name[1:]}" for name in _SMALL_INITIALS)]
)

_STEPS: tuple[tuple[str, str | Callable[[Match[str]], str]], ...] = (
    (r"\+/-", "±"),
    (r">=", "≥"),
    (r"<=", "≤"),
    (r"[-=]?[<>≤≥](?! ?[\d€-])", " "),  # an arrow, a bracket
    (r" {2,}", " "),
    # Words that espeak-ng says wrongly wherever they stand
    (r"(?i)ampère|(?<!\w)ampere(?!n)", "ampair"),
    (r"(?i)joule", "zjoel"),
    (r"(?i)newton", "njoeten"),
    (r"EpiPen", "eepiepen"),
    (r"(?<!\w)T-shirt", "tie-shirt"),
    (r"(?i)(?<!\w)pur(?=schuim|pistool)", "puur"),
    # Shortened words
    (rf"(?i)(?<![\w.]){_any(_SHORT)}(?!\w)", _short),
    (r"(?i)(?<![\w.])(?:max|ca|nr)(?= \d)", _short),
    # Numbers that are no quantities
    (r"(?<=\d),[-–—]+(?!\w)", ""),
    (r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?!\d|\.\d)", lambda found: found[0].replace(".", "")),
    (r"(?<![A-Z])(NEN|NPR|ISO|RAL)[ -]?(\d\d)(\d\d)(?!\d)", _norm),
    (r"(?<![\w/-])(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?![\w/-])", _date),
    (r"(?<![\d:.,])1:(\d+)(?![\d:])", r"1 op \1"),
    (r"(?<![\d:.,])([01]?\d|2[0-4]):([0-5]\d)(?![\d:])(?: ?(?:uur|u|h)(?!\w))?", _time),
    (r"(?<![\d:.,])([01]?\d|2[0-4])\.([0-5]\d) ?(?:uur|u|h)(?!\w)", _time),
    (rf"(?<![\w,.:/€-])(?<!€ )112(?![\d:/]|[.,]\d| ?(?:[%°€x]|(?:keer|{_UNIT}|{_SAID_UNITS})(?!\w)))", "één één twee"),
    (r"(?<![\w,.:/-])0\d(?:[ -]?\d)+(?![\w,])", _phone),
    (rf"(?<=\d) ?x ?(?=\d+(?:,\d+)? ?{_COUNTED}(?!\w))", " keer "),
    (r"(?<=\d) ?x ?(?=\d)", " bij "),
    (r"(?<![\w'’,.])([A-Z]{1,6}-?\d[A-Z\d]*[a-z]?|co2)(?!\w|,\d)(?:['’](s)(?!\w))?(-(?=[^\W\d_]))?", _code),
    # Quantities; a point that only shortens the unit goes
    (r"(?<!\w)(?<!(?<!m)\d )([Mm])in\.(?= ?[\d€])", r"\1inimaal"),
    (r"(?<=tussen )(\d+(?:,\d+)?) ?[-–—] ?(?=\d)", r"\1 en "),
    (r"(?<=\d) ?[-–—] ?(?=\d)", " tot "),
    (r"(?<![\w)\]%°\"'’-])-(?=\d)", "min "),
    (_FRACTION, _fraction),
    (r"(?<=\d) ?\"", _inch),
    (r'["“”„«»]', ""),
    (r"€ ?/", "euro/"),
    (r"€ ?(\d{1,9})(?:,(\d\d))?(?!,?\d)", _money),
    (r"(?<![\d,])(\d{1,9}),(\d\d) ?(?:€|euro(?!\w))", _money),
    (r"(?<![\d,])([1-9]\d?),(\d\d) ?m(?:eter)?(?![\w/])", _metres),
    (r"(?<=\d) ?° ?C?(?!\w)", " graden"),
    (r"(?<=graden) C(?!\w)", ""),
    (r"°C(?!\w)", "graden Celsius"),
    (r"(?<=\d)u(?!\w)", " uur"),
    (rf"(?<=\d)(?<!m[23])(?! [LN]-) ?({_UNIT})(?![\w'’])(?:\.(?= +[^ A-Z]))?", _unit),
    (_OVER_UNIT, lambda found: _ALL_UNITS[found[0]]),
    (rf"(?<!\w)({_SAID_UNITS}|euro \d+|\d+) ?/ ?\(?({_PER_UNIT}) ?(K)?\)?(?!\w)", _per),
    (rf"(?<!\w){_any(_UNITS)}(?![\w'’])", lambda found: _UNITS[found[0]]),
    (r"(?<![\d,])(\d+),(\d+)(?!\d|,\d)", _decimal),
    (r"(?<![\w,.])(\d\d?)(?:e|de|ste)(?!\w)", _ordinal),
    # What is left of signs
    (r" ?±", _about),
    (r"(?<=[^\W\d_])-(?=\d)|(?<=\d)-(?=[^\W\d_])", " "),
    (r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", " "),
    (rf" ?([{''.join(_SIGN_WORDS)}])", _sign),
    (r"(?<=\d) *x(?!\w)", " keer"),
    (r"(?<=\w) +x (?=[\dA-Z])", " bij "),
    (r" ?/ ?", _slash),
    # Letters
    (r"(?<![\w'’-])([a-df-z])-(?=[^\W\d_]{2})", lambda found: f"{_spelled(found[1])} "),
    (rf"(?<!\w)({_INITIALS})(\+*)(?:['’-](ers?)|['’](s|tjes?))?(?:(-)(?=[^\W\d_])|(?!\w|['’]\w))", _initials),
    (r" ?\+ ?", " plus "),
    (r" {2,}", " "),
    (r" +(?=[.,;:!?)])", ""),
)


@cache
def _compiled() -> list[tuple[re.Pattern[str], str | Callable[[Match[str]], str]]]:
    """At the first word that is said: it takes 30 ms, which no start of the program should pay for."""
    return [(re.compile(pattern), said) for pattern, said in _STEPS]
