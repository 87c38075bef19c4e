"""What the program remembers between starts: language, theme, places of windows, recent files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

RECENT = 10
"""How many files are remembered."""


class Preferences:
    """Typed access to the settings; a value that cannot be read is as good as none."""

    def __init__(self, settings: QSettings) -> None:
        """Keep everything in ``settings``."""
        self._settings = settings

    @property
    def language(self) -> str:
        """``vi`` or ``en``."""
        return "en" if self._settings.value("language") == "en" else "vi"

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def theme(self) -> str:
        """``light``, ``dark`` or ``system``."""
        theme = self._settings.value("theme")
        return str(theme) if theme in ("light", "dark") else "system"

    @theme.setter
    def theme(self, theme: str) -> None:
        self._settings.setValue("theme", theme)

    @property
    def scale(self) -> int:
        """Size of everything shown, in percent: 100 to 200."""
        found = str(self._settings.value("scale") or "100")
        return min(200, max(100, int(found))) if found.isdecimal() else 100

    @scale.setter
    def scale(self, percent: int) -> None:
        self._settings.setValue("scale", percent)

    def place(self, name: str) -> QByteArray | None:
        """Where a window or splitter was left."""
        found = self._settings.value(f"place/{name}")
        return found if isinstance(found, QByteArray) else None

    def set_place(self, name: str, state: QByteArray) -> None:
        """Remember where a window or splitter is left."""
        self._settings.setValue(f"place/{name}", state)

    @property
    def recent(self) -> list[Path]:
        """The files last opened or saved, newest first, also those that are gone."""
        found = self._settings.value("recent")
        if isinstance(found, str):
            found = [found]
        return [Path(str(path)) for path in found] if isinstance(found, list) else []

    def add_recent(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        paths = [path, *(other for other in self.recent if other != path)]
        self._settings.setValue("recent", [str(known) for known in paths[:RECENT]])
