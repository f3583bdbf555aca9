"""Accuracy and speed of main-text extraction on government pages, ours beside the peers, in one run.

    python -m benchmarks.accuracy [--pages DIR --gold DIR] [--rounds N]

Without folders the pages are those of the replica portals. With them every ``NAME.html`` is measured against
``NAME.json``: ``body`` (lines that must come out), ``optional`` (either way is right), ``boilerplate`` (must not).
Characters are compared after NFKC folding without white space. Times are CPU seconds, the best of the rounds.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import logging
import re
import statistics
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers import Extractor, installed

HEADS = (
    "extractor",
    "version",
    "F1",
    "recall",
    "precision",
    "exact",
    "leaked",
    "dropped",
    "ms/page",
    "pages/s",
    "× trafilatura with metadata",
)


@dataclass(frozen=True)
class Sample:
    """One page and what should come out of it."""

    name: str
    data: bytes
    body: list[str]
    optional: list[str]
    boilerplate: list[str]


@dataclass(frozen=True)
class Score:
    """How one page came out."""

    recall: float
    precision: float
    leaked: int
    dropped: int
    exact: bool


def fold(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def score(sample: Sample, text: str) -> Score:
    """Compare an extractor's text with the gold: each gold line may be used once."""
    rest = fold(text)
    size = len(rest)
    wanted = sorted((line for line in map(fold, sample.body) if line), key=len, reverse=True)
    found = 0
    dropped = 0
    for line in wanted:
        if line in rest:
            rest = rest.replace(line, "\0", 1)
            found += len(line)
        else:
            dropped += 1
    for line in sorted(map(fold, sample.optional), key=len, reverse=True):
        rest = rest.replace(line, "\0", 1) if line else rest
    left = len(rest.replace("\0", ""))
    total = sum(map(len, wanted))
    leaked = sum(1 for line in {fold(line) for line in sample.boilerplate} if len(line) >= 4 and line in rest)
    recall = found / total if total else float(not size)
    precision = (size - left) / size if size else float(not total)
    return Score(recall, precision, leaked, dropped, not dropped and not left)


def corpus(pages: Path, gold: Path) -> list[Sample]:
    """Saved pages with their gold."""
    samples = []
    for path in sorted(gold.glob("*.json")):
        want = json.loads(path.read_text("utf-8"))
        data = (pages / f"{path.stem}.html").read_bytes()
        samples.append(Sample(path.stem, data, want["body"], want["optional"], want["boilerplate"]))
    return samples


def replica() -> list[Sample]:
    """The report pages of the replica portals; their boilerplate is the same on every page of a portal."""
    from tests.replica import Replica, golds
    from tests.replica.client import fetch

    samples = []
    with Replica() as portals:
        for gold in golds(1):
            body = fetch(portals, gold["url"]).content
            samples.append(
                Sample(f"{gold['portal']}-{gold['name']}", body, gold["body_lines"], [gold["fields"]["title"]], [])
            )
    return samples


def run_one(extractor: Extractor, data: bytes) -> str:
    """An extractor's text; a crash is an empty answer. Raises ImportError if a module of the extractor is missing."""
    with contextlib.redirect_stdout(io.StringIO()):
        try:
            return extractor(data)
        except ImportError:
            raise
        except Exception:  # whatever a peer raises over a page, it has no text of it
            return ""


def seconds(extractor: Extractor, samples: list[Sample], rounds: int) -> float:
    """CPU seconds for all samples: the best of the rounds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        for sample in samples:
            run_one(extractor, sample.data)
        times.append(time.process_time() - start)
    return min(times)


def table(samples: list[Sample], rounds: int) -> str:
    """The comparison as a Markdown table; the last column is the speed against trafilatura with metadata."""
    lines = ["| " + " | ".join(HEADS) + " |", "|---" * len(HEADS) + "|"]
    rows = []
    for name, (version, extractor) in installed().items():
        scores = [score(sample, run_one(extractor, sample.data)) for sample in samples]
        recall = statistics.fmean(each.recall for each in scores)
        precision = statistics.fmean(each.precision for each in scores)
        f1 = 2 * recall * precision / (recall + precision) if recall + precision else 0.0
        rows.append((name, version, f1, recall, precision, scores, seconds(extractor, samples, rounds)))
    base = next((row[6] for row in rows if row[0] == "trafilatura, with metadata"), 0.0)
    for name, version, f1, recall, precision, scores, spent in rows:
        exact = f"{sum(each.exact for each in scores)}/{len(scores)}"
        leaked, dropped = sum(each.leaked for each in scores), sum(each.dropped for each in scores)
        each_page = spent / len(samples) * 1000
        lines.append(
            f"| {name} | {version} | {f1:.4f} | {recall:.4f} | {precision:.4f} | {exact} | {leaked} | {dropped}"
            f" | {each_page:.2f} | {1000 / each_page:.0f} | {base / spent:.1f} |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=Path, help="folder of saved pages, NAME.html")
    parser.add_argument("--gold", type=Path, help="folder of gold files, NAME.json")
    parser.add_argument("--rounds", type=int, default=5, help="how often each extractor is timed")
    args = parser.parse_args()
    if bool(args.pages) != bool(args.gold):
        parser.error("--pages and --gold go together")
    logging.disable(logging.CRITICAL)
    samples = corpus(args.pages, args.gold) if args.pages else replica()
    size = statistics.fmean(len(sample.data) for sample in samples) / 1024
    print(f"{len(samples)} pages, {size:.0f} KiB on average\n")
    print(table(samples, args.rounds))


if __name__ == "__main__":
    main()
