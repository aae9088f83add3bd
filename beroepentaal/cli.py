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
    library, clips = bootstrap.deck_library(), bootstrap.clip_library(bootstrap.data_folder(options.data))
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


def export_deck(options: argparse.Namespace) -> int:
    """Schrijf een pakket met plaatjes en geluiden in één bestand (.vaktaal), om mee te nemen."""
    from beroepentaal.decks.formats.package import SUFFIX, write_package

    library = bootstrap.deck_library()
    deck = library.deck(options.deck)
    if options.file.suffix != SUFFIX:
        raise Refusal(f"Geef het bestand een naam die op {SUFFIX} eindigt.")
    clips = {path.name: path for path in bootstrap.clip_library(bootstrap.data_folder(options.data)).files(deck)}
    write_package(options.file, deck, library.path(deck.id), library.pictures(deck.id), clips)
    if options.json:
        print(json.dumps({"file": str(options.file), "terms": len(deck.terms), "clips": len(clips)}))
    else:
        print(f"'{options.file.name}': {len(deck.terms)} termen en {len(clips)} geluiden.")
    return 0


def print_pictures(options: argparse.Namespace) -> int:
    """Zet alle plaatjes van een pakket op één vel (.png), of als kaartjes om uit te knippen op A4 (.pdf)."""
    from beroepentaal.decks.own_pictures import with_own_pictures

    library = bootstrap.deck_library()
    photos = bootstrap.own_pictures(bootstrap.data_folder(options.data))
    deck = with_own_pictures(library.deck(options.deck), photos)
    count = bootstrap.write_contact_sheet(options.file, deck, library.pictures(deck.id))
    print(json.dumps({"pictures": count}) if options.json else f"'{options.file.name}': {count} plaatjes.")
    return 0


def render_audio(options: argparse.Namespace) -> int:
    """Maak van alles wat een pakket zegt een geluid; wat al goed is blijft, en een opname blijft altijd."""
    from beroepentaal.classroom.voicing import Only, Rendering

    deck = bootstrap.deck_library().deck(options.deck)
    data = bootstrap.data_folder(options.data)
    studio = bootstrap.make_studio(data, bootstrap.clip_library(data, options.into))
    so_far = Rendering(0)
    for so_far in studio.render(deck, options.voice, {Only(name) for name in options.only}):
        print(f"\r{so_far.done} van {so_far.wanted}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    if options.json:
        print(json.dumps(dataclasses.asdict(so_far)))
    else:
        ready = f"{so_far.made + so_far.kept} van {so_far.wanted} klaar"
        print(f"{ready}: {so_far.made} gemaakt, {so_far.kept} waren al goed, {len(so_far.failed)} mislukt.")
        for reason in so_far.failed:
            print(f"- {reason}")
        if so_far.stopped:
            print(f"Gestopt: {so_far.stopped} Geef dezelfde opdracht later opnieuw; dan gaat het verder.")
    return WRONG if so_far.failed or so_far.stopped else 0


def check_audio(options: argparse.Namespace) -> int:
    """Luister naar de geluiden van pakketten en zeg wat er mis mee is; zonder naam van alle."""
    library = bootstrap.deck_library()
    clips = bootstrap.clip_library(bootstrap.data_folder(options.data), options.into)
    reports = {name: bootstrap.check_clips(library.deck(name), clips) for name in options.decks or library.ids}
    if options.json:
        print(json.dumps({name: dataclasses.asdict(report) for name, report in reports.items()}, indent=2))
    else:
        for name, report in reports.items():
            for finding in report.findings:
                print(f"{finding}.")
            voices = ", ".join(f"{count} {voice}" for voice, count in sorted(report.voices.items())) or "geen geluiden"
            print(f"{name}: {voices}; {report.without} kernteksten zonder geluid, {report.unused} oude geluiden.")
    return WRONG if any(report.findings for report in reports.values()) else 0


def clear_audio(options: argparse.Namespace) -> int:
    """Gooi de geluiden van een pakket weg die niets meer zeggen wat het pakket nu zegt."""
    deck = bootstrap.deck_library().deck(options.deck)
    cleared = bootstrap.clip_library(bootstrap.data_folder(options.data), options.into).clear(deck)
    print(json.dumps({"cleared": cleared}) if options.json else f"{cleared} oude geluiden weggegooid.")
    return 0


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
    deck = room.add_subparsers(required=True, metavar="list | check | export | pictures")
    command = deck.add_parser("list", help=list_decks.__doc__, parents=[everywhere])
    command.set_defaults(command=list_decks)
    command = deck.add_parser("check", help=check_deck.__doc__, parents=[everywhere])
    command.add_argument("decks", nargs="*", metavar="PAKKET")
    command.set_defaults(command=check_deck)
    command = deck.add_parser("export", help=export_deck.__doc__, parents=[everywhere])
    command.add_argument("deck", metavar="PAKKET")
    command.add_argument("file", type=Path, metavar="BESTAND.vaktaal")
    command.set_defaults(command=export_deck)
    command = deck.add_parser("pictures", help=print_pictures.__doc__, parents=[everywhere])
    command.add_argument("deck", metavar="PAKKET")
    command.add_argument("file", type=Path, metavar="BESTAND.png|.pdf")
    command.set_defaults(command=print_pictures)

    room = rooms.add_parser("audio", help="geluiden", parents=[everywhere])
    audio = room.add_subparsers(required=True, metavar="render | check | clear")
    into = _Parser(add_help=False)
    into.add_argument("--into", type=Path, metavar="MAP", help="map met de geluiden; zonder deze die van deze computer")
    command = audio.add_parser("render", help=render_audio.__doc__, parents=[everywhere, into])
    command.add_argument("deck", metavar="PAKKET")
    command.add_argument("--voice", required=True, metavar="gtts|espeak|piper:BESTAND", help="de stem")
    command.add_argument(
        "--only",
        choices=("core", "missing", "worse"),
        action="append",
        default=[],
        help="alleen de kern, alleen wat geen geluid heeft, of alleen wat een mindere stem heeft; ook samen",
    )
    command.set_defaults(command=render_audio)
    command = audio.add_parser("check", help=check_audio.__doc__, parents=[everywhere, into])
    command.add_argument("decks", nargs="*", metavar="PAKKET")
    command.set_defaults(command=check_audio)
    command = audio.add_parser("clear", help=clear_audio.__doc__, parents=[everywhere, into])
    command.add_argument("deck", metavar="PAKKET")
    command.set_defaults(command=clear_audio)
    return parser
