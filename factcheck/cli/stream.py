"""
The three standard streams, which the caller may have closed, filled or pointed anywhere.
"""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from typing import TextIO

from factcheck.model.visible import shown


class Visible(io.TextIOBase):
    """
    A stream for people: what deceives in a message is shown, whoever wrote it (a wrong option stands in the
    command line's own message). Where the stream is full or gone, nothing more can be told.
    """

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        """Write a text, every deceiving character as an escape."""
        with contextlib.suppress(OSError, ValueError):
            self.stream.write(shown(text))
        return len(text)

    def flush(self) -> None:
        """Hand on what was written."""
        with contextlib.suppress(OSError, ValueError):
            self.stream.flush()

    def isatty(self) -> bool:
        """Whether a person reads it."""
        return self.stream.isatty()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """That of the stream behind it."""
        return self.stream.encoding


def raw_errors() -> TextIO:
    """Standard error itself, for what steers a terminal on purpose: a bar that shows how far a run is."""
    return sys.stderr.stream if isinstance(sys.stderr, Visible) else sys.stderr


def standard_input(shown: str) -> str:
    """
    The text on standard input.

    Raises FactcheckError where it is closed, cannot be read, is larger than a file may be, or is not UTF-8.
    """
    from factcheck.model.error import FactcheckError, RecordError
    from factcheck.sources import MAX_BYTES, decode
    from factcheck.sources.file import bounded, reason

    if sys.stdin is None:
        raise FactcheckError(RecordError(shown, "standard input is closed", "Give a file, or pipe a text in."))
    try:
        data = bounded(sys.stdin.buffer, shown, MAX_BYTES, what="standard input", remedy="Split it.")
    except (OSError, ValueError) as error:
        raise FactcheckError(RecordError(shown, f"standard input cannot be read ({reason(error)})", "")) from None
    return decode(data, shown)


def keep_descriptors() -> None:
    """
    Give the descriptors of closed streams to the null device: the next file that is opened would get them, and
    what is meant for a person or a pipe would be written into it.
    """
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            # The lowest free descriptor is given out: this one.
            os.open(os.devnull, os.O_RDWR)


@contextlib.contextmanager
def standard_streams() -> Iterator[None]:
    """
    Run with streams that can be used whatever the caller did to them.

    Raises OSError where standard output cannot take what was written; Python would only grumble at the end.
    """
    keep_descriptors()
    errors = sys.stderr
    if errors is not None:
        sys.stderr = Visible(errors)
    try:
        yield
    finally:
        if errors is not None:
            sys.stderr = errors
            _hand_on(errors)
        if sys.stdout is not None:
            sys.stdout.flush()


def _hand_on(stream: TextIO) -> None:
    """Flush a stream; where it is full, let go of it, or Python fails at its end, with a status of its own."""
    try:
        stream.flush()
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def forget_output() -> None:
    """Let go of standard output: Python would flush it once more at its end, and complain again."""
    if sys.stdout is not None:
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
