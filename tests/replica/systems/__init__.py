"""One module per content system.

A system has one function, ``routes(site, day) -> {path: handler}``: every address the site answers on that
day, without robots.txt, which the server adds. A handler takes a ``Request`` and gives an ``Answer``; the ones
that list rows look at ``request.mode`` through ``furniture.listed``. To add a system, write such a module and
a site in ``tests/replica/sites`` that names it.
"""
