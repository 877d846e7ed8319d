"""What the command line says when something goes wrong: a sentence for the user, the traceback for the log."""

from __future__ import annotations

import io
import logging
import os
import sys
import traceback

import click

from photorestore.core.errors import Cancelled, UserError
from photorestore.logs import log_path, start_log

log = logging.getLogger(__name__)


class SentencesInsteadOfTracebacks(click.Group):
    """Says what the user can act on in a sentence; a bug keeps its traceback for the log and names the log."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if self.get_command(ctx, name) is None and os.path.lexists(name):
            raise UserError(f"“{name}” is no command. To restore it: photorestore restore “{name}” -o RESULTS")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        start_log()
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # a pipe of Windows knows few letters
                stream.reconfigure(errors="replace")
        try:
            return super().invoke(ctx)
        except UserError as error:
            raise click.ClickException(printable(str(error))) from error
        except (Cancelled, KeyboardInterrupt):
            raise click.exceptions.Exit(130) from None
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:  # outermost frame: only the log is left to tell
            log.exception("%s failed", ctx.invoked_subcommand)
            raise click.ClickException(printable(apology(error))) from error


def apology(error: Exception) -> str:
    """For what should not have happened."""
    what = "".join(traceback.format_exception_only(error)).strip().splitlines()[0]
    where = f"; {log_path()} holds the details" if log_path().is_file() else ""
    return f"Something went wrong inside the program ({what}). Your photographs are unchanged{where}."


def printable(text: str) -> str:
    """Control characters, as a file's name may hold them, don't reach the terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)
