"""Thirty ways in which each district of the sample is written in the files that offices send."""

from __future__ import annotations

import re
import unicodedata

from dnplanner.exchange.legacy_fonts import from_tcvn3, from_vni
from tests.exchange.legacy_text import to_tcvn3, to_vni

HEARD = {
    "Krông Nô": ("Crông Nô", "K'rông Nô", "Krông Lô", "Krong Nôh"),
    "Cư Jút": ("Chư Jút", "Cư Júit", "Cư Jrút", "Cư Giút"),
    "Đắk Mil": ("Đăk Min", "Đắc Mill", "Dak Miil", "Đak Nil"),
    "Đắk Song": ("Đăk Xong", "Đắk Soong", "Đắc Sông", "Dak Sng"),
    "Đắk R'Lấp": ("Đăk Rờ Lấp", "Đắk R'Láp", "Đắk Lấp", "Đắk Rlấpp"),
    "Tuy Đức": ("Tuy Đứt", "Thuy Đức", "Tùy Đước", "Tui Đức"),
    "Đắk Glong": ("Đắk G'Long", "Đăk Glông", "Đắk Glonng", "Đắk Klong"),
    "Gia Nghĩa": ("Gia Ngĩa", "Gia Nghỉa", "Gia Nghiã", "Da Nghĩa"),
}
"""As somebody hears the name, who does not know how it is written."""

TELEX = {
    "Krông Nô": ("Kroong Noo", "Kro6ng No6"),
    "Cư Jút": ("Cuw Juts", "Cu7 Ju1t"),
    "Đắk Mil": ("DDawsk Mil", "D9a81k Mil"),
    "Đắk Song": ("Ddawks Song", "D9a8k1 Song"),
    "Đắk R'Lấp": ("DDawsk R'Laasp", "D9a81k R'La61p"),
    "Tuy Đức": ("Tuy Dduwsc", "Tuy D9u71c"),
    "Đắk Glong": ("DDawsk Glong", "D9a81k Glong"),
    "Gia Nghĩa": ("Gia Nghiax", "Gia Nghi4a"),
}
"""As typed in Telex and in VNI while the typing program was off."""

_BESIDE = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wertyuioposdfghjklkxcvbnmn", strict=True))
"""The key beside each."""


def bare_letters(text: str) -> str:
    """Without diacritics."""
    apart = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def other_order(text: str) -> str:
    """The marks of a letter apart and in the other order: a, acute, breve."""
    apart = unicodedata.normalize("NFD", text)
    return re.sub("[\u0300-\u036f]+", lambda found: found[0][::-1], apart)


def other_tone(text: str) -> str:
    """Another tone on the last vowel."""
    at = max(place for place, letter in enumerate(bare_letters(text)) if letter in "aeiouAEIOU")
    return unicodedata.normalize("NFC", f"{text[: at + 1]}\u0323{text[at + 1 :]}")


def slips(name: str) -> list[str]:
    """What fingers do in a hurry; the name has no apostrophe when somebody hurries."""
    middle = name.index(" ") - 1
    last = len(name) - 1
    return [
        name[:-1] + name[-1] * 2,
        name[:2] + "h" + name[2:],
        name[:middle] + name[middle + 1] + name[middle] + name[middle + 2 :],
        name[: last - 1] + name[last] + name[last - 1],
        name[:last] + _BESIDE[bare_letters(name[last])],
        name + "s",
    ]


def thirty(name: str, kind: str) -> list[str]:
    """Thirty spellings of a name, none of them the plain one."""
    short = {"Huyện": "H.", "Thành phố": "TP."}[kind]
    return [
        name.upper(),
        bare_letters(name),
        bare_letters(name).upper(),
        unicodedata.normalize("NFD", name.lower()),
        other_order(f"{kind} {name}"),
        other_tone(name),
        f"{short}{name}",
        f"{short.rstrip('.')} {name}",
        f"TX. {name}",
        f"{kind.upper()} {name.upper()}",
        f"{kind}: {name}",
        f"  {name.replace(' ', '   ')}\u00a0",
        name.replace(" ", ""),
        name.replace(" ", "-"),
        name.replace("'", "’").replace(" ", " – "),
        f"1. {name} (*)",
        f"UBND {kind.lower()} {name}",
        f"{kind} {name}, tỉnh Đắk Nông",
        from_tcvn3(to_tcvn3(f"{kind} {name.lower()}")),
        from_vni(to_vni(f"{kind.lower()} {name.upper()}")),
        *HEARD[name],
        *TELEX[name],
        *slips(name)[2:],
    ]
