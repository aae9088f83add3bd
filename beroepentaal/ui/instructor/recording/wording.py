"""What the page for recording says, in Dutch."""

from beroepentaal.classroom.ports import Part, Trouble
from beroepentaal.ui.instructor.wording import number

WAIT = "Wacht…"
SPEAK = "Spreek nu"
WORKING = "Even geduld…"
KEPT = "Bewaard."
NO_MICROPHONE = "Deze computer heeft geen microfoon. Sluit er een aan en druk op de spatiebalk."
AGAIN = "Al opgenomen. Met de spatiebalk neem je het opnieuw op."

TROUBLES = {
    Trouble.NOTHING_HEARD: "Ik hoorde niets. Staat de microfoon aan?",
    Trouble.TOO_QUIET: "Te zacht: ga dichter bij de microfoon zitten.",
    Trouble.TOO_LOUD: "Te hard: ga wat verder van de microfoon.",
}

_PARTS = {Part.TERM: "het woord", Part.SENTENCE: "de zin", Part.CHUNK: "de opdracht"}


def ready(part: Part) -> str:
    return f"Druk op de spatiebalk en zeg {_PARTS[part]}."


def end(recorded: int, skipped: int) -> str:
    done = f"Klaar: {number(recorded)} {'opname' if recorded == 1 else 'opnamen'}." if recorded else "Er is niets opgenomen."
    return f"{done} {number(skipped)} overgeslagen." if skipped else done
