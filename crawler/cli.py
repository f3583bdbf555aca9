"""The ``fazhi`` command: one thin group; each subcommand lives in ``crawler.commands``."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sqlite3
from typing import Any

import click

from crawler import commands

# Scrapy would find the settings through scrapy.cfg, which works only below the folder it is in.
os.environ.setdefault("SCRAPY_SETTINGS_MODULE", "crawler.settings")


class CommandFolder(click.Group):
    """Finds subcommands as modules of ``crawler.commands``, loaded only when used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(info.name.replace("_", "-") for info in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"crawler.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; a store that cannot be read or written is told in one sentence (exit code 1)."""
        try:
            return super().invoke(ctx)
        except (sqlite3.DatabaseError, OSError) as error:
            from crawler.settings import OUTPUT
            from crawler.store.failure import storage_failure

            sentence = storage_failure(error, OUTPUT)
            if not sentence:
                raise
            raise click.ClickException(sentence) from None


@click.group(cls=CommandFolder, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="fazhi-watch", prog_name="fazhi")
def main() -> None:
    """Find, keep and compare the annual rule-of-law reports (法治政府建设年度报告) of Chinese government agencies."""
