"""``python -m tests.datasette_alpha [--renew]``: the room's own tests on the newest Datasette before its release.

Datasette is installed beside the project's environment, into ``build/datasette-alpha``, and goes before the pinned
one. Each test that fails is told with the last thing that went wrong; nothing of it stops a change from landing.
Exit codes: 0 all pass, 1 some fail, 3 it could not be installed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections import Counter
from importlib.metadata import distributions
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.conftest import ROOT

PLACE = ROOT / "build" / "datasette-alpha"
# Without those that drive a browser: each page that does not come would be waited for.
TRIED = [f"tests/datasette/test_{name}.py" for name in ("api", "server", "search_everywhere")]
RESULTS = ROOT / "build" / "datasette-alpha.xml"


def version() -> str | None:
    """The version that lies there."""
    found = distributions(path=[str(PLACE)])
    return next((each.version for each in found if each.name == "datasette"), None)


def install() -> None:
    """Install the newest version, an alpha too. Raises CalledProcessError."""
    shutil.rmtree(PLACE, ignore_errors=True)
    command = [sys.executable, "-m", "pip", "install", "-q", "--pre", "--no-input", "--target", str(PLACE), "datasette"]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)


def outcomes(results: Path) -> tuple[int, Counter[str], dict[str, str]]:
    """How many tests passed, why how many failed, and the first of each kind."""
    passed, why, first = 0, Counter[str](), {}
    for case in ET.parse(results).iter("testcase"):
        wrong = next((each for each in case if each.tag in ("failure", "error")), None)
        if wrong is None:
            passed += 1
            continue
        told = (wrong.text or "") + (wrong.get("message") or "")
        lines = [line.removeprefix("E").strip() for line in told.splitlines() if "Error" in line or "assert" in line]
        cause = (lines or [wrong.get("message") or "?"])[-1][:150]
        why[cause] += 1
        first.setdefault(cause, f"{case.get('classname', '').removeprefix('tests.datasette.')}::{case.get('name')}")
    return passed, why, first


def main() -> int:
    """Install, try, and tell what is left."""
    if "--renew" in sys.argv or version() is None:
        try:
            install()
        except subprocess.CalledProcessError:
            print("datasette could not be installed; is there a package index?", file=sys.stderr)
            return 3
    print(f"Datasette {version()}")
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", f"--junit-xml={RESULTS}", *TRIED]
    environment = {**os.environ, "PYTHONPATH": str(PLACE)}
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=False)
    passed, why, first = outcomes(RESULTS)
    print(f"{passed} tests pass, {why.total()} fail:")
    for cause, count in why.most_common():
        print(f"{count:4}  {cause}\n      {first[cause]}")
    return 1 if why else 0


if __name__ == "__main__":
    sys.exit(main())
