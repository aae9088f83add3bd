"""`python -m beroepentaal`: opens the program, or runs a command."""

import sys


def main() -> int:
    from beroepentaal.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
