"""Lots of page heads and feet, each written with its fields before it was read for the first time.

``python -m tests.heads_lots`` prints how many fields of each lot were right at first sight and how many are now.
"""

from __future__ import annotations
