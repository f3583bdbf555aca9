"""Lots of small report outlines, each written with its answers before it was read for the first time.

An outline begins with ``@ report year | what it shows``; each line after it is ``LEVEL PART | line of the body``. LEVEL
is ``.`` where no heading begins, ``?`` where two readers could differ; PART is ``-`` where the line belongs to no part.
``‖`` ends a heading that is followed by its text, ``**`` sets its bold. A lot begins with how many outlines were read
right the first time. ``python -m tests.sections_lots`` prints both that and how it is read now, with the errors.
"""
