"""`python -m benchmarks.speed`: start, memory and the next question, measured from outside, beside a bare window.

Every run is a fresh process on a screen of its own (Xvfb), the program's and the bare window's in turn; medians are
quoted because machines are noisy. Start counts from the start of the process until the window stands and its page is
painted; memory is the proportional set size of the whole process in the middle of practice; a question counts from
the key to the changed picture, with the answer on disk in between. The engine is measured in this process.
"""

import argparse
import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import bare_window
from benchmarks.engine import measure_engine
from benchmarks.screen import Screen, Window, virtual_screen

PRACTICE_KEYS = (
    # Who has not practised yet meets three terms and is then asked each of them.
    *(("next question", "Return"),) * 3,
    *(("feedback", "1"), ("next question", "Return")) * 3,
)
FIRST_TILE = ("Tab", "Tab", "space")
Figures = dict[str, list[float]]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=7, help="counted runs of each (default 7, after one that is not)")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = {**measure(options.runs), **measure_engine(options.runs)}
    if options.json:
        print(json.dumps({name: summary(values) for name, values in figures.items()}, indent=2))
    else:
        print_table(figures)
    return 0


def measure(runs: int) -> Figures:
    """All figures by name, in milliseconds or megabytes as the name says; one value a run, or one a key."""
    figures: Figures = {}
    with virtual_screen() as name, tempfile.TemporaryDirectory() as folder:
        screen = Screen(name)
        program = [sys.executable, "-m", "beroepentaal", "--data", f"{folder}/data"]
        floor = [sys.executable, "-m", "benchmarks.bare_window"]
        for run in range(runs + 1):
            practice = [sys.executable, "-m", "beroepentaal", "--data", f"{folder}/{run}"]
            measured = {
                **measure_start("beroepentaal", program, "BeroepenTaal", screen, name),
                **measure_start("bare window", floor, bare_window.TITLE, screen, name),
                **measure_practice(practice, screen, name),
            }
            if run:
                for figure, values in measured.items():
                    figures.setdefault(figure, []).extend(values)
    return figures


def measure_start(label: str, command: list[str], title: str, screen: Screen, display: str) -> Figures:
    start = time.perf_counter()
    with running(command, display) as process:
        window = screen.wait_for_window(title)
        stands = time.perf_counter() - start
        window.wait_until_painted()
        painted = time.perf_counter() - start
        time.sleep(1.5)  # what wakes up behind the window counts as well
        return {
            f"{label}: window stands, ms": [stands * 1000],
            f"{label}: page painted, ms": [painted * 1000],
            f"{label}: memory on the first page, MB": [memory(process.pid)],
        }


def measure_practice(command: list[str], screen: Screen, display: str) -> Figures:
    """A trainee who came back, from the picture to the sixth question, by keyboard."""
    figures: Figures = {}
    with running(command, display):
        press(screen, *(FIRST_TILE, ("1",), ("1",)))  # a picture, a language, a trade
    with running(command, display) as process:
        window = press(screen, *(FIRST_TILE, ("Return",)))  # the next day: the picture, begin
        for name, key in PRACTICE_KEYS:
            window.settle()
            taken = window.seconds_until_changed(key)
            figures.setdefault(f"beroepentaal: {name}, ms", []).append(taken * 1000)
        figures["beroepentaal: memory in practice, MB"] = [memory(process.pid)]
    return figures


def press(screen: Screen, *steps: tuple[str, ...]) -> Window:
    """Presses the keys of each step when the picture stands still; the last key of a step must change the picture."""
    window = screen.wait_for_window("BeroepenTaal")
    window.wait_until_painted()
    window.settle(2)  # the database opens behind the first page
    for step in steps:
        window.settle()
        screen.focus(window)
        for key in step[:-1]:
            screen.press(key)
        window.settle()
        window.seconds_until_changed(step[-1])
    window.settle()
    return window


@contextmanager
def running(command: list[str], display: str) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    process = subprocess.Popen(command, env=environment, cwd=Path(__file__).parent.parent, stderr=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def memory(process: int) -> float:
    """Proportional set size in MB of 1,000,000 bytes: its own pages, and its share of those it shares."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise ValueError("this system does not tell")


def summary(values: list[float]) -> dict[str, float]:
    return {"median": round(statistics.median(values), 1), "min": round(min(values), 1), "max": round(max(values), 1)}


def print_table(figures: Figures) -> None:
    width = max(map(len, figures))
    print(f"{'':{width}}  {'median':>8}  {'min':>8}  {'max':>8}")
    for name, values in sorted(figures.items()):
        row = summary(values)
        print(f"{name:{width}}  {row['median']:8.1f}  {row['min']:8.1f}  {row['max']:8.1f}")


if __name__ == "__main__":
    sys.exit(main())
