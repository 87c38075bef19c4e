"""The mark of a method that replaces one of its base class, on every supported Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import override
else:
    _Method = TypeVar("_Method", bound="Callable[..., Any]")

    def override(method: _Method) -> _Method:
        """Leave the method as it is: the mark is for readers and type checkers."""
        return method


__all__ = ["override"]
