import argparse
import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from beroepentaal import bootstrap, cli
from beroepentaal.decks.library import BUILTIN, DeckLibrary

SOLAR = BUILTIN / "zonnepaneelmonteur"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def small_deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the only deck on this PC: two terms, one of them in the core, and no clips."""
    folder = tmp_path / "decks" / "zonnepaneelmonteur"
    folder.mkdir(parents=True)
    (folder / "deck.toml").write_bytes((SOLAR / "deck.toml").read_bytes())
    change(folder, SOLAR, core="", row=1)
    monkeypatch.setattr(bootstrap, "deck_library", lambda: DeckLibrary(tmp_path / "decks", bootstrap.PICTURES))
    monkeypatch.setattr(bootstrap, "AUDIO", tmp_path / "audio")
    return folder


def change(folder: Path, source: Path, row: int, **cells: str) -> None:
    """Writes the first two terms of the source into the folder, with other cells in one of them."""
    with (source / "terms.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[:2]
    rows[row] |= cells
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    (folder / "terms.csv").write_text(text.getvalue(), encoding="utf-8", newline="")


def run_json(arguments: list[str], capsys: Capture, code: int = 0) -> Any:
    assert cli.run(arguments) == code
    return json.loads(capsys.readouterr().out)


def refusal(arguments: list[str], capsys: Capture) -> str:
    """The one line on standard error with which a wrong command ends; nothing stands on standard output."""
    try:
        code = cli.run(arguments)
    except SystemExit as exit_:
        code = exit_.code
    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    return said.err.strip()


def test_the_list_of_decks_tells_programs_what_is_in_each(capsys: Capture) -> None:
    decks = run_json(["deck", "list", "--json"], capsys)
    assert [deck["id"] for deck in decks] == DeckLibrary(BUILTIN, bootstrap.PICTURES).ids
    for deck in decks:
        assert list(deck) == ["id", "title", "trade", "terms", "core", "safety", "clips", "pictures", "glosses"]
        counts = [deck[key] for key in ("terms", "core", "safety", "clips", "pictures")] + list(deck["glosses"].values())
        assert all(type(count) is int for count in counts)
        assert deck["core"] == 50 <= deck["terms"]


def test_the_list_of_decks_counts_what_is_there(small_deck: Path, capsys: Capture) -> None:
    (deck,) = run_json(["deck", "list", "--json"], capsys)
    assert (deck["id"], deck["title"], deck["trade"]) == ("zonnepaneelmonteur", "Zonnepaneelmonteur", "zonnepaneelmonteur")
    assert (deck["terms"], deck["core"], deck["safety"], deck["clips"], deck["pictures"]) == (2, 1, 2, 0, 2)
    assert deck["glosses"] == dict.fromkeys(("en", "ar", "ti", "fa", "tr", "uk"), 2)


def test_the_list_of_decks_is_a_line_for_each_for_people(small_deck: Path, capsys: Capture) -> None:
    assert cli.run(["deck", "list"]) == 0
    line = "Zonnepaneelmonteur (zonnepaneelmonteur): 2 termen, 1 kern, 2 veiligheid, 2 plaatjes, 0 geluiden\n"
    assert capsys.readouterr().out == line


@pytest.mark.parametrize(
    "arguments", [["deck", "check"], ["deck", "check", "zonnepaneelmonteur"], ["deck", "check", str(SOLAR)]]
)
def test_the_decks_that_come_with_the_program_have_no_faults(arguments: list[str], capsys: Capture) -> None:
    assert cli.run(arguments) == 0
    assert capsys.readouterr().out == "Geen fouten gevonden.\n"
    assert run_json([*arguments, "--json"], capsys) == []


@pytest.mark.parametrize("by", ["name", "folder", "all"])
def test_faults_in_a_deck_are_told_with_file_line_and_column(small_deck: Path, capsys: Capture, by: str) -> None:
    change(small_deck, SOLAR, row=1, safety="ja")
    arguments = ["deck", "check", *{"name": [small_deck.name], "folder": [str(small_deck)], "all": []}[by]]
    file, message = str(small_deck / "terms.csv"), "schrijf yes of niets, geen 'ja'"
    assert cli.run(arguments) == 2
    assert capsys.readouterr().out == f"{file}, regel 3, kolom safety: {message}.\n"
    found = run_json([*arguments, "--json"], capsys, code=2)
    assert found == [{"file": file, "line": 3, "column": "safety", "message": message}]


def test_a_folder_with_its_own_pictures_is_checked_against_those(small_deck: Path, capsys: Capture) -> None:
    (small_deck / "pictures").mkdir()
    found = run_json(["deck", "check", str(small_deck), "--json"], capsys, code=2)
    terms = [finding for finding in found if finding["file"].endswith("terms.csv")]
    assert [(finding["line"], finding["column"]) for finding in terms] == [(2, "picture"), (3, "picture")]


def test_a_folder_without_a_deck_is_told_what_it_lacks(tmp_path: Path, capsys: Capture) -> None:
    (finding,) = run_json(["deck", "check", str(tmp_path), "--json"], capsys, code=2)
    assert (finding["file"], finding["message"]) == (str(tmp_path / "deck.toml"), "het bestand is er niet")


def test_the_clips_of_a_deck_are_rendered_once_into_the_data_of_this_pc(
    small_deck: Path, tmp_path: Path, capsys: Capture
) -> None:
    arguments = ["audio", "render", SOLAR.name, "--voice", "espeak", "--only", "core", "--json", "--data", str(tmp_path / "d")]
    assert run_json(arguments, capsys) == {"wanted": 3, "made": 3, "kept": 0, "failed": [], "stopped": ""}
    clips = sorted(path.name.split(".")[:-2] for path in (tmp_path / "d" / "audio" / SOLAR.name).iterdir())
    assert clips == [["helm"], ["helm", "chunk"], ["helm", "sentence"]]
    assert run_json(arguments, capsys) == {"wanted": 3, "made": 0, "kept": 3, "failed": [], "stopped": ""}
    assert run_json(["deck", "list", "--json", "--data", str(tmp_path / "d")], capsys)[0]["clips"] == 3


def test_without_only_everything_a_deck_says_is_rendered(small_deck: Path, tmp_path: Path, capsys: Capture) -> None:
    assert cli.run(["audio", "render", SOLAR.name, "--voice", "espeak", "--into", str(tmp_path / "new")]) == 0
    assert "6 van 6 klaar: 6 gemaakt, 0 waren al goed, 0 mislukt." in capsys.readouterr().out
    assert len(list((tmp_path / "new" / SOLAR.name).glob("*.opus"))) == 6


def test_an_unknown_voice_is_refused_with_those_there_are(capsys: Capture) -> None:
    said = refusal(["audio", "render", SOLAR.name, "--voice", "papegaai"], capsys)
    assert "'papegaai'" in said
    assert "gtts, espeak" in said


def test_clips_are_checked_and_old_ones_cleared(small_deck: Path, tmp_path: Path, capsys: Capture) -> None:
    into = ["--into", str(tmp_path / "new")]
    cli.run(["audio", "render", SOLAR.name, "--voice", "espeak", *into])
    capsys.readouterr()
    assert run_json(["audio", "check", SOLAR.name, "--json", *into], capsys) == {
        SOLAR.name: {"findings": [], "voices": {"espeak": 6}, "without": 0, "unused": 0}
    }
    first = min((tmp_path / "new" / SOLAR.name).glob("*.opus"))
    first.write_bytes(first.read_bytes()[:-50])
    first.with_name("oud.00000000.opus").write_bytes(b"")
    assert cli.run(["audio", "check", *into]) == 2
    said = capsys.readouterr().out
    assert f"{SOLAR.name}/{first.name}: het geluid is beschadigd." in said
    assert "1 oude geluiden" in said
    assert run_json(["audio", "clear", SOLAR.name, "--json", *into], capsys) == {"cleared": 1}


def test_the_pictures_of_a_deck_come_on_a_sheet(small_deck: Path, tmp_path: Path, capsys: Capture, qapp: object) -> None:
    assert run_json(["deck", "pictures", SOLAR.name, str(tmp_path / "zon.png"), "--json"], capsys) == {"pictures": 2}
    assert (tmp_path / "zon.png").read_bytes().startswith(b"\x89PNG")
    assert ".png" in refusal(["deck", "pictures", SOLAR.name, str(tmp_path / "zon.gif")], capsys)


def test_drawing_needs_no_screen(small_deck: Path, tmp_path: Path) -> None:
    screen = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in screen}
    arguments = [sys.executable, "-m", "beroepentaal", "deck", "pictures", SOLAR.name, str(tmp_path / "zon.pdf")]
    done = subprocess.run(arguments, env=environment, cwd=bootstrap.ASSETS.parent, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "zon.pdf").read_bytes().startswith(b"%PDF")


def test_a_deck_takes_its_clips_along(small_deck: Path, tmp_path: Path, capsys: Capture) -> None:
    data = ["--data", str(tmp_path / "d")]
    cli.run(["audio", "render", SOLAR.name, "--voice", "espeak", *data])
    capsys.readouterr()
    file = tmp_path / "zon.vaktaal"
    assert run_json(["deck", "export", SOLAR.name, str(file), "--json", *data], capsys)["clips"] == 6
    with ZipFile(file) as package:
        assert sum(name.startswith("audio/") for name in package.namelist()) == 6
    assert "vaktaal" in refusal(["deck", "export", SOLAR.name, str(tmp_path / "zon.zip"), *data], capsys)


@pytest.mark.parametrize(
    "arguments",
    [["deck", "check", "bakker"], ["audio", "render", "bakker", "--voice", "espeak"], ["deck", "check", "--json", "bakker"]],
)
def test_an_unknown_deck_is_refused_by_name(arguments: list[str], capsys: Capture) -> None:
    said = refusal(arguments, capsys)
    assert "'bakker'" in said
    assert "pakket" in said
    assert said.endswith(".")


@pytest.mark.parametrize(
    "arguments",
    [
        ["dek"],
        ["deck"],
        ["deck", "lst"],
        ["deck", "list", "meer"],
        ["audio"],
        ["audio", "render"],
        ["audio", "render", "zonnepaneelmonteur"],
        ["audio", "render", "zonnepaneelmonteur", "--voice", "espeak", "--only", "alles"],
        ["--dta", "X"],
        ["deck", "list", "--data"],
    ],
)
def test_an_unknown_command_is_refused_in_dutch_with_the_way_to_help(arguments: list[str], capsys: Capture) -> None:
    said = refusal(arguments, capsys)
    assert said.startswith("Deze opdracht klopt niet; kijk met 'beroepentaal")
    assert "--help'" in said


def test_a_damaged_deck_is_refused_with_the_place_of_the_damage(small_deck: Path, capsys: Capture) -> None:
    change(small_deck, SOLAR, row=0, article="den")
    said = refusal(["deck", "list"], capsys)
    assert "'zonnepaneelmonteur' kan niet open" in said
    assert "regel 2, kolom article" in said


@pytest.mark.parametrize(
    "arguments",
    [
        ["--data", "X", "deck", "list", "--json"],
        ["deck", "--data", "X", "list", "--json"],
        ["deck", "list", "--json", "--data", "X"],
        ["--json", "deck", "--data", "X", "list"],
        ["--json", "--data", "X", "deck", "list"],
    ],
)
def test_options_may_stand_before_and_after_the_command(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[argparse.Namespace] = []
    monkeypatch.setattr(cli, "list_decks", lambda options: heard.append(options) or 0)
    assert cli.run(arguments) == 0
    assert (heard[0].data, heard[0].json) == (Path("X"), True)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The data folders with which the program was opened, without opening a window."""
    folders: list[Path] = []

    def run_app(data: Path) -> int:
        folders.append(data)
        return 7

    monkeypatch.setattr(bootstrap, "run_app", run_app)
    return folders


def test_without_a_command_the_program_opens_with_the_named_data(opened: list[Path]) -> None:
    assert cli.run(["--data", "stick"]) == 7
    assert opened == [Path("stick")]


def test_without_an_option_the_data_stand_where_the_environment_says(
    opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BEROEPENTAAL_DATA", "klas")
    cli.run([])
    monkeypatch.delenv("BEROEPENTAAL_DATA")
    cli.run([])
    assert opened[0] == Path("klas")
    assert opened[1].is_absolute()
    assert "BeroepenTaal" in opened[1].parts


def commands(parser: argparse.ArgumentParser, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str | None]]:
    """Every command by its words, with its line in the help of the command above it."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helped = {choice.dest: choice.help for choice in action._choices_actions}
            for name, command in action.choices.items():
                yield (*path, name), helped.get(name)
                yield from commands(command, (*path, name))


COMMANDS = dict(commands(cli._parser()))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_stands_in_the_readme(command: tuple[str, ...]) -> None:
    readme = (bootstrap.ASSETS.parent / "README.md").read_text(encoding="utf-8")
    assert f"    beroepentaal {' '.join(command)} " in readme


@pytest.mark.parametrize("command", [(), *COMMANDS], ids=" ".join)
def test_every_command_and_option_explains_itself(command: tuple[str, ...], capsys: Capture) -> None:
    assert COMMANDS.get(command, "Vaktaal leren.")
    with pytest.raises(SystemExit) as left:
        cli.run([*command, "--help"])
    assert left.value.code == 0
    said = capsys.readouterr().out
    assert " ".join(("beroepentaal", *command)) in said
    assert "map met de gegevens" in said


def test_faults_in_arabic_can_be_written_to_a_file_on_windows(small_deck: Path) -> None:
    change(small_deck, SOLAR, row=1, en="خوذة")
    for extra in ([], ["--json"]):
        done = subprocess.run(
            [sys.executable, "-m", "beroepentaal", "deck", "check", str(small_deck), *extra],
            env={**os.environ, "PYTHONIOENCODING": "cp1252"},
            cwd=bootstrap.ASSETS.parent,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (2, b"")
        assert rb"\u062e\u0648\u0630\u0629" in done.stdout


def test_a_damaged_deck_does_not_hide_the_others_in_the_list(small_deck: Path, capsys: Capture) -> None:
    damaged = small_deck.parent / "kapot"
    damaged.mkdir()
    (damaged / "deck.toml").write_text("id = ")
    assert cli.run(["deck", "list", "--json"]) == 2
    captured = capsys.readouterr()
    assert [deck["id"] for deck in json.loads(captured.out)] == ["zonnepaneelmonteur"]
    assert "kapot" in captured.err
