"""Lots of sentences in the manner of reports, each written with its answers before it was read for the first time.

A line of a lot is ``report year | text | facts | targets``; a claim is ``key=VALUE UNIT``, with ``@YEAR`` where the
year is not the report's, and with ``?`` in front where two readers could differ: it counts neither way. A lot begins
with how it was read the first time, facts and targets: right, claimed, stated. ``python -m tests.figures_lots`` prints
both that and how it is read now; with a lot, its errors too.
"""
