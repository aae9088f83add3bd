"""The voices that can render a deck: what each is, whether it works on this PC, and if not, why."""

from collections.abc import Callable, Collection, Iterator
from importlib.util import find_spec
from pathlib import Path
from threading import Event

from beroepentaal.classroom.voicing import Engine, Only, Rendering
from beroepentaal.decks import Deck
from beroepentaal.refusal import Refusal
from beroepentaal.speech.clips import ClipLibrary
from beroepentaal.speech.voice import Voice, VoiceStopped

PIPER = "Piper (natuurlijke stem, zonder internet)"


class VoiceStudio:
    """Implements the classroom's Studio."""

    def __init__(self, clips: ClipLibrary, piper_models: Path) -> None:
        """piper_models: the folder in which a school puts the voices that it has for Piper."""
        self._clips = clips
        self._piper_models = piper_models
        self._closing = Event()

    def engines(self) -> list[Engine]:
        no_piper = "" if find_spec("piper") else "Het onderdeel Piper is niet geïnstalleerd."
        models = sorted(self._piper_models.glob("*.onnx"))
        piper = [Engine(f"piper:{model}", f"{PIPER}: {model.stem}", no_piper) for model in models]
        no_model = f"Zet een stembestand (.onnx met .onnx.json) in de map {self._piper_models}."
        return [
            Engine("gtts", "Google (natuurlijke stem, met internet)"),
            *(piper or [Engine("piper", PIPER, no_piper or no_model)]),
            Engine("espeak", "Computerstem (werkt altijd, klinkt als een robot)"),
        ]

    def render(self, deck: Deck, engine: str, only: Collection[Only] = ()) -> Iterator[Rendering]:
        from beroepentaal.speech.rendering import render  # brings numpy

        return render(deck, make_voice(engine, self._wait), self._clips, only)

    def close(self) -> None:
        """What is waiting for a busy voice waits no longer."""
        self._closing.set()

    def _wait(self, seconds: float) -> None:
        if self._closing.wait(seconds):
            raise VoiceStopped("BeroepenTaal wordt gesloten.")


def make_voice(name: str, wait: Callable[[float], None]) -> Voice:
    """gtts, espeak or piper:FILE; wait is called with seconds where a voice needs a pause. Raises Refusal."""
    if name == "gtts":
        from beroepentaal.speech.gtts_voice import Gtts

        return Gtts(wait)
    if name == "espeak":
        from beroepentaal.speech.espeak import Espeak

        return Espeak()
    if name.startswith("piper:"):
        from beroepentaal.speech.piper_voice import Piper

        return Piper(Path(name.removeprefix("piper:")))
    raise Refusal(f"Er is geen stem met de naam '{name}'; kies gtts, espeak of piper:BESTAND.")
