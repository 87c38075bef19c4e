"""Vietnamese from before Unicode: TCVN3 (fonts .Vn…) and VNI (fonts VNI-…), decoded to NFC.

Such text is stored as Western letters that only look Vietnamese in its font; the font's name tells
which. Where no font is known, as in text files, the words tell.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_TCVN3_FROM_80 = (
    "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨ"
    "ÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
    "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ"
    "\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
    "ẮẦẨẪẤỀặầẩẫấậèỂẻẽ"
    "éẹềểễếệìỉỄẾỒĩíịò"
    "Ổỏõóọồổỗốộờởỡớợù"
    "ỖủũúụừửữứựỳỷỹýỵỐ"
)
"""The upper half of TCVN 5712:1993 (VN1), by code from 0x80."""


def _tcvn3_letters() -> dict[int, str]:
    """By Latin-1 code point, and by the Windows-1252 letter of the codes 0x80–0x9F."""
    letters = {0x80 + at: letter for at, letter in enumerate(_TCVN3_FROM_80)}
    for code in range(0x80, 0xA0):
        western = bytes([code]).decode("cp1252", "ignore")
        if western:
            letters[ord(western)] = letters[code]
    return letters


_TCVN3 = _tcvn3_letters()

_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
_TONES = dict(zip("ùøûõï", (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True))
_CIRCUMFLEX = dict(zip("âáàåãä", ("", _ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True))
_BREVE = dict(zip("êéèúüë", ("", _ACUTE, _GRAVE, _HOOK, _TILDE, _DOT), strict=True))
_VNI_MARKS = {
    **_TONES,
    **{mark: "\u0302" + tone for mark, tone in _CIRCUMFLEX.items()},
    **{mark: "\u0306" + tone for mark, tone in _BREVE.items()},
}
_VNI_ALONE = dict(zip("ñôöíìæóòî", "đơưíìỉĩịỵ", strict=True))
_VNI_PAIR = re.compile(
    "([aeouyôöAEOUYÔÖ])([" + "".join(_VNI_MARKS) + "".join(_VNI_MARKS).upper() + "])"
)
_VNI_SINGLE = re.compile("[" + "".join(_VNI_ALONE) + "".join(_VNI_ALONE).upper() + "]")


def from_tcvn3(text: str) -> str:
    """``Tæng sè hé`` as ``Tổng số hộ``."""
    return unicodedata.normalize("NFC", text.translate(_TCVN3))


def from_vni(text: str) -> str:
    """``Toång soá hoä`` as ``Tổng số hộ``: marks follow their vowel."""
    pieces = []
    end = 0
    for match in _VNI_PAIR.finditer(text):
        pieces.append(_VNI_SINGLE.sub(_vni_alone, text[end : match.start()]))
        base = _VNI_SINGLE.sub(_vni_alone, match[1])
        pieces.append(base + _VNI_MARKS[match[2].lower()])
        end = match.end()
    pieces.append(_VNI_SINGLE.sub(_vni_alone, text[end:]))
    return unicodedata.normalize("NFC", "".join(pieces))


def _vni_alone(match: re.Match[str]) -> str:
    letter = match[0]
    found = _VNI_ALONE[letter.lower()]
    return found if letter.islower() else found.upper()


def decoder_for(font: str) -> Callable[[str], str] | None:
    """What decodes the text of a font; None for Unicode fonts. Fonts .Vn…H show capitals."""
    name = font.strip().casefold()
    if name.startswith(".vn"):
        return _capitals if name.endswith("h") else from_tcvn3
    return from_vni if name.startswith(("vni-", "vni ")) else None


def _capitals(text: str) -> str:
    return from_tcvn3(text).upper()


_WORDS = (
    "hộ nghèo số tổng tỷ lệ cận năm cuối huyện xã thị trấn phường thành phố tỉnh đơn vị địa phương "
    "giảm dự kiến chỉ tiêu kế hoạch toàn cộng chung đắk đăk krông dân tộc thiểu tại chỗ kết quả "
    "rà soát bản thôn buôn tên khu vực nông thoát"
)
_MARKED = frozenset(word for word in re.findall(r"\S+", _WORDS) if not word.isascii())
_LETTERS = re.compile(r"[^\W\d_]+")


def vietnamese_words(texts: Iterable[str]) -> int:
    """How many words of poverty tables occur, only counting those that have diacritics."""
    return sum(
        1
        for text in texts
        for word in _LETTERS.findall(unicodedata.normalize("NFC", text).lower())
        if word in _MARKED
    )


def guessed_decoder(texts: Iterable[str]) -> Callable[[str], str] | None:
    """What turns the texts into Vietnamese; None when they are, or when nothing clearly does."""
    sample = [text for text in texts if not text.isascii()][:400]
    if not sample:
        return None
    as_is = vietnamese_words(sample)
    scores = {decode: vietnamese_words(map(decode, sample)) for decode in (from_tcvn3, from_vni)}
    best = max(scores, key=scores.__getitem__)
    return best if scores[best] >= 2 and scores[best] > 2 * as_is else None
