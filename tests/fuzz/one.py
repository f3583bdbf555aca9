"""One target under the fuzzer: ``python -m tests.fuzz.one TARGET FOLDER… [libFuzzer's options]``."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["cleaning", "crawler"], enable_loader_override=False):
    from tests.fuzz.targets import TARGETS, longest


def main() -> None:
    """Hand over to libFuzzer."""
    target = TARGETS[sys.argv[1]]
    atheris.Setup([sys.argv[0], f"-max_len={longest(sys.argv[1])}", *sys.argv[2:]], lambda data: target(bytes(data)))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
