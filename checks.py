"""Everything that must hold before a change lands: style, types, architecture, behaviour. Run by `make test`."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
CHECKS = (
    ("-m", "ruff", "check", "."),
    ("-m", "ruff", "format", "--check", "."),
    ("-m", "mypy"),
    ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
    ("-m", "pytest", "--numprocesses", "auto", "--dist", "worksteal"),  # last, so that its summary is what one sees
)


def main() -> int:
    """The exit code of the first check that fails, or 0."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for arguments in CHECKS:
        code = subprocess.run([sys.executable, *arguments], cwd=HERE, env=environment, check=False).returncode
        if code:
            return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
