"""Falsifies an archive at random, and looks whether ``fazhi verify`` names what was done.

Each falsification is made in a copy of what two nights of crawling kept: rows, WARC records, seals and their records
are deleted, exchanged, dated otherwise, put in another order or given other bytes, by somebody who knows the program or
not. It is named if one sentence holds the row or file and what is wrong with it, and the command exits with 3.
"""
