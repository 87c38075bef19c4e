"""The SHA-256 that a document carries over all its own bytes.

SQLite's check alone lets some damaged files open with other numbers. The seal is a row of the
document, ``MARK`` and the hash; the hash is taken over the file with its own 32 bytes zeroed, and
compared before SQLite reads anything. It works for every version alike.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = bytes.fromhex("646e706c616e2d7365616c00a7f15c3e")
"""What stands before the hash: ``dnplan-seal`` and five bytes that no text has."""

HASH_BYTES = 32
EMPTY = MARK + bytes(HASH_BYTES)
"""The row before the document is sealed."""

_MOST_MARKS = 8  # a log of pasted binary rubbish might repeat the mark; nobody's does it often


def sealed(content: bytes) -> bytes:
    """``content``, which holds EMPTY just once, with the hash filled in."""
    start = content.index(EMPTY) + len(MARK)
    digest = hashlib.sha256(content).digest()
    return content[:start] + digest + content[start + HASH_BYTES :]


def has_seal(content: bytes) -> bool:
    """Whether there is a seal to compare."""
    return MARK in content


def is_intact(content: bytes) -> bool:
    """Whether every byte is as it was when the document was sealed."""
    return any(_matches(content, start) for start in _hashes(content))


def _hashes(content: bytes) -> Iterator[int]:
    start = content.find(MARK)
    for _ in range(_MOST_MARKS):
        if start < 0:
            return
        yield start + len(MARK)
        start = content.find(MARK, start + 1)


def _matches(content: bytes, start: int) -> bool:
    digest = hashlib.sha256(memoryview(content)[:start])
    digest.update(bytes(HASH_BYTES))
    digest.update(memoryview(content)[start + HASH_BYTES :])
    return digest.digest() == content[start : start + HASH_BYTES]
