"""The commands, one function each; without a command the program opens."""

import argparse
import dataclasses
import io
import json
import sys
from pathlib import Path
from typing import NoReturn

from beroepentaal import bootstrap
from beroepentaal.refusal import Refusal

WRONG = 2
"""Exit code when something is wrong in the world or in the command."""


def run(arguments: list[str]) -> int:
    """The exit code of the command that the arguments name."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a Windows file or pipe has no Arabic letters
        sys.stdout.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments, argparse.Namespace(data=None, json=False))
    try:
        return int(options.command(options))
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return WRONG


def open_app(options: argparse.Namespace) -> int:
    """Open het programma."""
    return bootstrap.run_app(bootstrap.data_folder(options.data))


def list_decks(options: argparse.Namespace) -> int:
    """Toon de pakketten op deze computer, met wat erin zit."""
    library, clips = bootstrap.deck_library(), bootstrap.clip_library()
    rows = []
    refused = []
    for name in library.ids:
        try:
            deck = library.deck(name)
        except Refusal as refusal:
            refused.append(refusal)
            continue
        glosses = {language: sum(language in term.glosses for term in deck.terms) for language in deck.about.languages}
        rows.append(
            {
                "id": deck.id,
                "title": deck.about.title,
                "trade": deck.about.trade,
                "terms": len(deck.terms),
                "core": len(deck.core),
                "safety": sum(term.safety for term in deck.terms),
                "clips": clips.count(deck.id),
                "pictures": sum(bool(term.picture) for term in deck.terms),
                "glosses": glosses,
            }
        )
    if options.json:
        print(json.dumps(rows, indent=2))
    else:
        for row in rows:
            print(
                f"{row['title']} ({row['id']}): {row['terms']} termen, {row['core']} kern, {row['safety']} veiligheid, "
                f"{row['pictures']} plaatjes, {row['clips']} geluiden"
            )
    for why in refused:
        print(why, file=sys.stderr)
    return WRONG if refused else 0


def check_deck(options: argparse.Namespace) -> int:
    """Zoek fouten in pakketten: mappen of namen van pakketten op deze computer; zonder naam alle."""
    from beroepentaal.decks.formats.csv_folder import check_folder
    from beroepentaal.decks.formats.proof_folder import proofread_folders

    library = bootstrap.deck_library()
    folders = []
    findings = []
    for name in options.decks or library.ids:
        folder = library.path(name) if name in library.ids else Path(name)
        if not folder.is_dir():
            raise Refusal(f"Er is geen map en geen pakket met de naam '{name}'.")
        folders.append(folder)
        findings += check_folder(folder, None if (folder / "pictures").is_dir() else library.pictures(folder.name))
    findings += proofread_folders(folders)
    if options.json:
        print(json.dumps([dataclasses.asdict(finding) for finding in findings], indent=2))
    else:
        for finding in findings:
            print(f"{finding}.")
        if not findings:
            print("Geen fouten gevonden.")
    return WRONG if findings else 0


def render_audio(options: argparse.Namespace) -> int:
    """Maak voor elke kernterm en elke zin van een pakket een geluid."""
    deck = bootstrap.deck_library().deck(options.deck)
    rendered = bootstrap.render_with_espeak(deck, _show_progress)
    print(file=sys.stderr)
    if options.json:
        print(json.dumps({"made": rendered.made, "kept": rendered.kept, "failed": list(rendered.failed)}))
    else:
        print(f"{rendered.made} geluiden gemaakt, {rendered.kept} waren al goed, {len(rendered.failed)} mislukt.")
        for reason in rendered.failed:
            print(f"- {reason}")
    return WRONG if rendered.failed else 0


def _show_progress(done: int, wanted: int) -> None:
    print(f"\r{done} van {wanted}", end="", file=sys.stderr, flush=True)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        print(f"Deze opdracht klopt niet; kijk met '{self.prog} --help' wat er kan. ({message})", file=sys.stderr)
        raise SystemExit(WRONG)


def _parser() -> argparse.ArgumentParser:
    unset = argparse.SUPPRESS  # or an option before the command would be forgotten after it
    everywhere = _Parser(add_help=False)
    everywhere.add_argument("--data", type=Path, metavar="MAP", default=unset, help="map met de gegevens")
    everywhere.add_argument("--json", action="store_true", default=unset, help="uitvoer voor andere programma's")
    parser = _Parser(prog="beroepentaal", description="Vaktaal leren.", parents=[everywhere])
    parser.set_defaults(command=open_app)
    rooms = parser.add_subparsers(title="opdrachten", metavar="deck | audio")

    room = rooms.add_parser("deck", help="pakketten", parents=[everywhere])
    deck = room.add_subparsers(required=True, metavar="list | check")
    command = deck.add_parser("list", help=list_decks.__doc__, parents=[everywhere])
    command.set_defaults(command=list_decks)
    command = deck.add_parser("check", help=check_deck.__doc__, parents=[everywhere])
    command.add_argument("decks", nargs="*", metavar="PAKKET")
    command.set_defaults(command=check_deck)

    audio = rooms.add_parser("audio", help="geluiden", parents=[everywhere]).add_subparsers(required=True, metavar="render")
    command = audio.add_parser("render", help=render_audio.__doc__, parents=[everywhere])
    command.add_argument("deck", metavar="PAKKET")
    command.add_argument("--voice", choices=("espeak",), default="espeak", help="de stem")
    command.set_defaults(command=render_audio)
    return parser
