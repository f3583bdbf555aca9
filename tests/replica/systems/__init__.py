"""One module per content system.

A system has one function, ``routes(site, day) -> {path: handler}``: every address the site answers on that
day, without robots.txt, which the server adds. A handler takes a ``Request`` and gives an ``Answer``. Pages are
templates in ``tests/replica/templates/<system>``; a listing's rows stand inside ``boilerplate.listed(mode)``, which
plays empty_listing, rows_in_comment and js_shell. To add a system, write such a module, its templates, and a site
in ``tests/replica/sites`` that names it.
"""
