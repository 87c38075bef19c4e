"""Vietnamese text in encodings from before Unicode, written by other means than it is read."""

from __future__ import annotations

import subprocess
import unicodedata

_VNI_MARKS = {
    "\u0301": "ù",
    "\u0300": "ø",
    "\u0309": "û",
    "\u0303": "õ",
    "\u0323": "ï",
}
_VNI_CIRCUMFLEX = {
    "": "â",
    "\u0301": "á",
    "\u0300": "à",
    "\u0309": "å",
    "\u0303": "ã",
    "\u0323": "ä",
}
_VNI_BREVE = {"": "ê", "\u0301": "é", "\u0300": "è", "\u0309": "ú", "\u0303": "ü", "\u0323": "ë"}
_VNI_ALONE = dict(zip("đơưíìỉĩịỵ", "ñôöíìæóòî", strict=True))


def iconv(text: str, encoding: str) -> bytes:
    """The text in an encoding that the C library knows."""
    done = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", encoding],
        input=text.encode(),
        capture_output=True,
        check=True,
    )
    return done.stdout


def to_tcvn3(text: str) -> str:
    """As documents in .Vn fonts hold it: the codes of TCVN3 as Western letters."""
    return iconv(unicodedata.normalize("NFC", text), "TCVN5712-1").decode("latin-1")


def to_vni(text: str) -> str:
    """As documents in VNI fonts hold it."""
    return "".join(_vni(letter) for letter in unicodedata.normalize("NFC", text))


def _vni(letter: str) -> str:
    if letter.isascii():
        return letter
    lower = letter.lower()
    if lower in _VNI_ALONE:
        alone = _VNI_ALONE[lower]
        return alone if letter.islower() else alone.upper()
    parts = list(unicodedata.normalize("NFD", lower))
    base, marks = parts[0], parts[1:]
    if "\u031b" in marks:
        base = {"o": "ô", "u": "ö"}[base]
        marks.remove("\u031b")
    tone = next((mark for mark in marks if mark in _VNI_MARKS), "")
    if "\u0302" in marks:
        mark = _VNI_CIRCUMFLEX[tone]
    elif "\u0306" in marks:
        mark = _VNI_BREVE[tone]
    else:
        mark = _VNI_MARKS.get(tone, "")
    pair = base + mark
    return pair if letter.islower() else pair.upper()
