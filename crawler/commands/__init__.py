"""Subcommands of ``fazhi``: each module defines ``command``, and imports what is heavy inside it."""
