"""File calls of which one fails, or during which the program is killed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dnplanner.durable import FileCalls

if TYPE_CHECKING:
    from pathlib import Path


class Killed(BaseException):
    """The program ends here; nothing after it is done."""


class FailingCalls(FileCalls):
    """Real calls; the ``fail_at``-th raises ``failure``. After a kill none goes through.

    At most ``block`` bytes are written at once, so that a file takes several writes.
    """

    def __init__(self, fail_at: int, failure: BaseException, block: int = 5000) -> None:
        self.left, self.failure, self.block, self.hit = fail_at, failure, block, False

    def _count(self) -> None:
        self.left -= 1
        if self.left == 0 or (self.hit and isinstance(self.failure, Killed)):
            self.hit = True
            raise self.failure

    def create(self, path: Path) -> int:
        """See FileCalls."""
        self._count()
        return super().create(path)

    def write(self, descriptor: int, block: memoryview) -> int:
        """See FileCalls."""
        self._count()
        return super().write(descriptor, block[: self.block])

    def sync(self, descriptor: int) -> None:
        """See FileCalls."""
        self._count()
        super().sync(descriptor)

    def close(self, descriptor: int) -> None:
        """The descriptor is closed even when the call fails, as on Linux."""
        super().close(descriptor)
        self._count()

    def copy_mode(self, source: Path, target: Path) -> None:
        """See FileCalls."""
        self._count()
        super().copy_mode(source, target)

    def replace(self, source: Path, target: Path) -> None:
        """See FileCalls."""
        self._count()
        super().replace(source, target)

    def open_folder(self, path: Path) -> int | None:
        """See FileCalls."""
        self._count()
        return super().open_folder(path)

    def read(self, path: Path) -> bytes:
        """See FileCalls."""
        self._count()
        return super().read(path)

    def remove(self, path: Path) -> None:
        """See FileCalls."""
        self._count()
        super().remove(path)
