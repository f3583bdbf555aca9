"""``python -m crawler`` is the ``fazhi`` command."""

from crawler.cli import main

main(prog_name="fazhi")
