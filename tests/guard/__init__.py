"""A full record of what the project does with known inputs, to compare before and after a change that should
change nothing.

    python -m tests.guard OLD.json                          # at the commit before
    python -m tests.guard NEW.json                          # at the commit after
    python -m tests.guard --compare OLD.json NEW.json       # 0: the same; 4: one line per difference

It records every field of the record of the replica's pages, of pages in all templates, of damaged pages and of all
pages that the tests of the cleaning make; the rows, next pages and guesses of every listing reader; the text of files;
and what crawls of the replica over several nights ask, tell and store. ``--corpus DIR`` (repeatable) adds a folder of
saved pages (``pages/``, ``listings/``, ``files/``, ``*.txt``; addresses from ``INDEX.tsv`` or ``*.jsonl``),
``--season`` the replay of the season, ``--only`` takes some of the parts alone.

The record is JSON with sorted keys and names of its own, which do not change when modules or attributes are renamed:
only ``tests.guard.product`` knows the project's names, so a renaming changes that file alone. Inputs are told by their
content, so a test that moves keeps its inputs. Names that begin with ``_`` are for people and are not compared.
"""
