"""Bad days: what servers answer in the place of a list, a known report or a new row's page, over several nights.

Each day is played to the real command over sockets on two sites of different make; what may be told and what must not
is worked out from the day alone.
"""
