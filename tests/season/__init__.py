"""A season replayed: 400 nights on scripted portals, crawled by the real spider under an injected clock.

Night 1 is 1 December 2024, night 400 is 4 January 2026. The portals, their agencies and what happens to them stand in
``script``; ``truth`` says, from the script alone, what the coverage matrix must be at the end; ``driver`` plays the
nights in one process and writes one line of JSON per night. ``python -m tests.season`` prints the table of nights.
"""
