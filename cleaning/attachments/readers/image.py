"""Pictures of pages: scans, photographs, images that are a page's only body."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cleaning.attachments.layout import page_text
from cleaning.attachments.layout.paragraphs import reading_order
from cleaning.attachments.readers import ocr
from cleaning.attachments.reading import Limits, Problem, Text

if TYPE_CHECKING:
    from PIL.Image import Image

    from cleaning.attachments.layout.page_text import Sheet

_PIXELS = 60_000_000
_LONGEST = 4000  # A4 at 340 dots an inch
_SMALL = 40  # pixels; less high or wide is an icon


def read(data: bytes, limits: Limits) -> Text:
    """The text on a picture, or on each picture of a TIFF file. Raises Problem when it is no readable picture."""
    if not ocr.available():
        raise Problem("needs_ocr", f"The file is a picture. {ocr.INSTALL}")
    from PIL import Image, ImageSequence

    sheets: list[Sheet] = []
    scores: list[tuple[float, int]] = []
    flags: list[str] = []
    try:
        with _bounded("The picture"):
            picture = Image.open(io.BytesIO(data))
            frames = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
            ocr.announce(min(frames, limits.ocr_pages))
            for number, frame in enumerate(ImageSequence.Iterator(picture)):
                if number >= min(frames, limits.ocr_pages):
                    break
                sheets.append(sheet(frame, scores))
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        if not sheets:
            cut = "truncated" in str(error)
            raise Problem("truncated" if cut else "unreadable", "The picture is cut off or damaged.") from error
        flags.append("truncated")
    if frames > limits.ocr_pages:
        flags += ["too_many_pages", "truncated"]
    return Text("\n".join(reading_order(sheets)), "image_ocr", frames, confidence(scores), tuple(flags))


@contextmanager
def _bounded(which: str) -> Iterator[None]:
    """Raises Problem when a picture that is opened inside has more pixels than any page."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = _PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Problem("bomb", f"{which} has more than {_PIXELS} pixels.") from error


def recognise(
    sheets: list[Sheet],
    pictures: Sequence[int],
    read: Callable[[int], Sheet | None],
    flags: list[str],
    notes: list[str],
    limits: Limits,
) -> None:
    """Put recognised lines in the place of those pages of a file that are pictures, or say what is missing.

    ``read`` gives the page of a number, None to leave it as it is; it may raise Problem, which ends it.
    """
    which = "The pages are" if len(pictures) == len(sheets) else f"{len(pictures)} of {len(sheets)} pages are"
    if not ocr.available():
        flags.append("needs_ocr")
        notes.append(f"{which} pictures without text. {ocr.INSTALL}")
        return
    if len(pictures) > limits.ocr_pages:
        flags += ["too_many_pages", "truncated"]
        notes.append(f"{which} pictures; {limits.ocr_pages} of them were recognised.")
    ocr.announce(min(len(pictures), limits.ocr_pages))
    for number in pictures[: limits.ocr_pages]:
        try:
            sheets[number] = read(number) or sheets[number]
        except Problem as problem:
            flags.append(problem.flag)
            notes.append(f"{which} pictures without text. {problem.note}")
            return


def opened(data: bytes, scores: list[tuple[float, int]]) -> Sheet:
    """The page a picture shows. Raises Problem when the picture cannot be opened."""
    from PIL import Image

    try:
        with _bounded("A picture"):
            return sheet(Image.open(io.BytesIO(data)), scores)
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise Problem("unreadable", "A picture cannot be opened.") from error


def confidence(scores: list[tuple[float, int]]) -> float:
    """The mean sureness of the recognised characters."""
    size = sum(count for _, count in scores)
    return sum(score * count for score, count in scores) / size if size else 0.0


def sheet(picture: Image, scores: list[tuple[float, int]]) -> Sheet:
    """One picture as a page of lines; the sureness of each piece is added to ``scores``."""
    import numpy as np

    upright = _upright(picture)
    if min(upright.size) < _SMALL:
        return page_text.Sheet(float(upright.width), float(upright.height))
    found, width, height = ocr.pieces(np.ascontiguousarray(np.asarray(upright)[:, :, ::-1]))
    scores += [(piece.score, len(piece.text)) for piece in found]
    return page_text.Sheet(width, height, page_text.lines_of(found))


def _upright(picture: Image) -> Image:
    """The picture in three colours on white, as its camera held it, no larger than recognising needs."""
    from PIL import Image, ImageOps

    if max(picture.size) > _LONGEST:
        picture.draft("RGB", (_LONGEST, _LONGEST))
    picture = ImageOps.exif_transpose(picture)
    if "A" in picture.getbands() or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        picture = Image.new("RGBA", clear.size, "white")
        picture.alpha_composite(clear)
    picture = picture.convert("RGB")
    if max(picture.size) > _LONGEST:
        picture.thumbnail((_LONGEST, _LONGEST))
    return picture
