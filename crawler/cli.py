"""The ``fazhi`` command: one thin group; each subcommand lives in ``crawler.commands``."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sqlite3
from typing import Any

import click

from crawler import commands
from crawler.environment import check
from crawler.exits import Mistake, as_text, short
from crawler.language import choose, say, translated

# Scrapy would find the settings through scrapy.cfg, which works only below the folder it is in.
os.environ.setdefault("SCRAPY_SETTINGS_MODULE", "crawler.settings")
# Pydantic would look for plugins in the metadata of every package that is installed.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "true")
choose()


class CommandFolder(click.Group):
    """Finds subcommands as modules of ``crawler.commands``, loaded only when used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(info.name.replace("_", "-") for info in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"crawler.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = translated(module.command)
        return command

    def make_context(self, info_name: str | None, args: list[str], *more: Any, **extra: Any) -> click.Context:
        """The context of a run, in the language that is set by now."""
        choose()
        return super().make_context(info_name, as_text(args), *more, **extra)

    def get_help(self, ctx: click.Context) -> str:
        """The help in the language chosen."""
        help_text: str = click.Group.get_help(translated(self), ctx)
        return help_text

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """The command meant; for a misspelt one the error names the nearest."""
        names = self.list_commands(ctx)
        if args and args[0] not in names and not args[0].startswith("-"):
            from crawler.portals import nearest

            ctx.fail(say("there is no command {word!r}; {nearest}", word=args[0], nearest=nearest(args[0], names)))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. What a person wrote, set or named and cannot be used is told in one sentence (exit code 2), a
        store that cannot be read or written likewise (exit code 1)."""
        try:
            check()
            return super().invoke(ctx)
        except click.ClickException as error:
            said = error.format_message()
            if said == short(said):
                raise
            click.echo(say("Error: {message}", message=short(said)), err=True)
            ctx.exit(error.exit_code)
        except Mistake as error:
            raise click.UsageError(short(str(error))) from None
        except (sqlite3.DatabaseError, OSError) as error:
            from crawler.places import output_folder
            from crawler.store.failure import path_failure, storage_failure

            sentence = storage_failure(error, output_folder())
            if isinstance(error, OSError):
                sentence = path_failure(error) or sentence
            if not sentence:
                raise
            raise click.ClickException(short(sentence)) from None


@click.group(cls=CommandFolder, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="fazhi-watch", prog_name="fazhi")
def main() -> None:
    """Find, keep and compare the annual rule-of-law reports (法治政府建设年度报告) of Chinese government agencies."""
