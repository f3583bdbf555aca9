"""Lots of whole pages of systems the replica does not play, each written with its text before the first reading.

``python -m tests.pages_lots`` prints how many pages of each lot came out to the character, at first sight and now.
"""

from __future__ import annotations
