"""Who sent, which files came and where they differ, in words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from dnplanner.core.numerals import format_count
from dnplanner.exchange.slots import What
from dnplanner.models.intake_lines import fact_name, fact_text, figures_changed
from dnplanner.models.wording import unit_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dnplanner.exchange.merging import Conflict, Sent
    from dnplanner.models.arriving import Arrived
    from dnplanner.models.merge_session import MergeFound, MergeSession

translate = QCoreApplication.translate

_MOST_NAMES = 6


class UnitLine(NamedTuple):
    """What came from a unit that was asked."""

    unit: str
    name: str
    files: str
    state: str
    accepted: bool


class VersionLine(NamedTuple):
    """What a file says about a figure, and when the file was last written."""

    file: str
    value: str
    written: str


class ConflictLine(NamedTuple):
    """A figure about which files differ."""

    conflict: Conflict
    unit: str
    cell: str
    versions: tuple[VersionLine, ...]
    """Newest first."""
    picked: str


def unit_lines(session: MergeSession) -> list[UnitLine]:
    """Every unit that was asked, in the order of the plan."""
    if session.found is None:
        return []
    senders = session.found.merged.senders
    return [_unit_line(session, unit, files) for unit, files in senders.items()]


def _unit_line(session: MergeSession, unit: str, files: tuple[str, ...]) -> UnitLine:
    if not files:
        state = translate("Merge", "chưa gửi")
    elif len(files) == 1:
        state = translate("Merge", "đã gửi")
    else:
        state = translate("Merge", "{count} tệp").format(count=format_count(len(files)))
    accepted = bool(files) and unit not in session.left_out
    return UnitLine(unit, unit_name(session.plan, unit), ", ".join(files), state, accepted)


def file_lines(session: MergeSession) -> list[tuple[str, str]]:
    """Every file and what became of it."""
    return [(file.name, _file_state(session, file)) for file in session.files]


def _file_state(session: MergeSession, file: Arrived) -> str:
    if file.refusal:
        return file.refusal
    if session.found is None:
        return ""
    same = dict(session.found.merged.duplicates).get(file.name)
    if same is not None:
        return translate("Merge", "giống hệt tệp {name}, không tính").format(name=same)
    sent = next(one for one in session.found.sent if one.name == file.name)
    changes = format_count(len(sent.edit.changes))
    said = translate("Merge", "{changes} số liệu mới").format(changes=changes)
    if sent.doubts:
        template = translate("Merge", "{changes} số liệu mới, {doubts} chỗ cần quyết định")
        said = template.format(changes=changes, doubts=format_count(len(sent.doubts)))
    decisions = session.sessions.get(file.name)
    if decisions is not None and decisions.purpose.what is What.REGISTER:
        said = translate("Merge", "danh sách hộ: {state}").format(state=said)
    newer = _newer(session.found, sent)
    if newer:
        said = translate("Merge", "{state}; có tệp mới hơn: {name}").format(state=said, name=newer)
    return said


def _newer(found: MergeFound, sent: Sent) -> str:
    """The newest file about one of the same units, where that is not this one."""
    moments = {one.name: one.modified for one in found.sent}
    newest = (names[0] for names in found.merged.senders.values() if sent.name in names)
    return next((name for name in newest if moments[name] > sent.modified), "")


def conflict_lines(session: MergeSession) -> list[ConflictLine]:
    """Every figure about which files differ."""
    return [_conflict_line(session, conflict) for conflict in session.conflicts]


def _conflict_line(session: MergeSession, conflict: Conflict) -> ConflictLine:
    moments = {file.name: _moment(file.modified) for file in session.files}
    versions = tuple(
        VersionLine(one.file, fact_text(one.value), moments[one.file]) for one in conflict.versions
    )
    unit = unit_name(session.plan, getattr(conflict.key, "unit", ""))
    name = fact_name(session.plan, conflict.key, conflict.versions[0].value)
    picked = session.picks.get(conflict.key)
    said = next((one.value for one in versions if one.file == picked), "")
    if picked == "":
        said = translate("Merge", "giữ như cũ")
    return ConflictLine(conflict, unit, name, versions, said)


def _moment(modified: float) -> str:
    """A moment in seconds since 1970 as the clock here showed it."""
    return datetime.fromtimestamp(modified, UTC).astimezone().strftime("%d/%m/%Y %H:%M")


def merge_state(session: MergeSession) -> str:
    """Who has not sent, and what is left to decide or would change."""
    return f"{_sent_words(session)} {_left_words(session)}"


def _sent_words(session: MergeSession) -> str:
    lines = unit_lines(session)
    missing = [line.name for line in lines if not line.files]
    sent = translate("Merge", "{sent}/{all} đơn vị đã gửi.").format(
        sent=format_count(len(lines) - len(missing)), all=format_count(len(lines))
    )
    if not missing:
        return sent
    absent = translate("Merge", "Chưa gửi: {names}.").format(names=_listed(missing))
    return f"{sent} {absent}"


def _left_words(session: MergeSession) -> str:
    if session.open_count:
        text = translate("Merge", "Còn {count} chỗ phải quyết định rồi mới gộp được.")
        return text.format(count=format_count(session.open_count))
    changes = figures_changed(session.edit())
    if not changes:
        return translate("Merge", "Không có số liệu nào mới.")
    text = translate("Merge", "Sẽ thay đổi {count} số liệu; một lần Hoàn tác là trở lại.")
    return text.format(count=format_count(len(changes)))


def _listed(names: Sequence[str]) -> str:
    """Names in a row, the rest counted."""
    shown = ", ".join(names[:_MOST_NAMES])
    rest = len(names) - _MOST_NAMES
    return shown if rest <= 0 else f"{shown}, … (+{format_count(rest)})"
