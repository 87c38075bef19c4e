"""run.py: set-up needs nothing but Python, locks are complete, every decision is explainable."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import run

ROOT = Path(run.__file__).parent
LOCKS = [run.RUNTIME_LOCK, run.DEV_LOCK]
PIN = re.compile(r"^([a-z0-9-]+)==([^ ]+)", re.MULTILINE)


@pytest.fixture
def empty_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two lock files and no virtual environment, which run takes for its own."""
    monkeypatch.setattr(run, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(run, "STAMP", tmp_path / ".venv" / "stamp.txt")
    for name in ("RUNTIME_LOCK", "DEV_LOCK"):
        lock = tmp_path / name
        lock.write_text(f"{name} 1")
        monkeypatch.setattr(run, name, lock)
    return tmp_path


@pytest.fixture
def actions(empty_checkout: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What set_up did, with the slow steps replaced by notes."""
    done: list[str] = []

    def make_environment(folder: Path) -> None:
        done.append("make")
        python = Path(run.program("python", folder))
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()

    monkeypatch.setattr(run, "make_environment", make_environment)
    monkeypatch.setattr(run, "pip_install", lambda lock: done.append(lock.name))
    return done


def pins(lock: Path) -> dict[str, str]:
    return dict(PIN.findall(lock.read_text()))


def direct_dependencies() -> tuple[list[str], list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    return project["project"]["dependencies"], project["dependency-groups"]["dev"]


def test_run_imports_only_the_standard_library() -> None:
    nodes = list(ast.walk(ast.parse(Path(run.__file__).read_text())))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_has_a_hash_and_no_address(lock: Path) -> None:
    text = lock.read_text()
    for entry in re.split(r"\n(?=[a-z])", text[text.index("\n", text.index("lock")) :].strip()):
        assert "--hash=sha256:" in entry, entry
    assert "://" not in text
    assert not re.search(r"^-", text, re.MULTILINE)


def test_development_lock_holds_the_runtime_lock_in_the_same_versions() -> None:
    assert pins(run.RUNTIME_LOCK).items() <= pins(run.DEV_LOCK).items()


@pytest.mark.parametrize(("group", "lock"), list(enumerate(LOCKS)))
def test_locks_follow_the_exact_pins_of_the_project(group: int, lock: Path) -> None:
    locked = pins(lock)
    for requirement in direct_dependencies()[group]:
        name, version = requirement.lower().split("==")
        assert locked[name] == version


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_supported_python_is_accepted(version: tuple[int, int]) -> None:
    run.check_python(version)


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 14)])
def test_other_python_is_refused_in_both_languages(version: tuple[int, int]) -> None:
    with pytest.raises(run.SetUpFailed, match=r"(?s)Cần Python.*is needed"):
        run.check_python(version)


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["ke-hoach.dnplan"], True),
        ([""], True),
        (["show", "sample"], False),
        (["self-test"], False),
        (["--version"], False),
    ],
)
def test_only_opening_a_document_needs_a_window(arguments: list[str], window: bool) -> None:
    assert run.needs_window(arguments) is window


def test_a_missing_library_and_program_name_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    libraries = {"libabsent.so.9": "libabsent9", "libc.so.6": "libc6"}
    monkeypatch.setattr(run, "loads", lambda library: library == "libc.so.6")
    absent = run.missing_packages(libraries, {"no-such-program": "package"})
    assert absent == ["libabsent9", "package"]


def test_without_rights_the_exact_line_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "administrator_prefix", lambda: None)
    line = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    with pytest.raises(run.SetUpFailed, match=f"(?m)^    {line}$"):
        run.require_packages(["libegl1", "libgl1"])


def test_a_missing_optional_program_stops_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "administrator_prefix", lambda: None)
    run.wish_for_packages(["libreoffice-calc-nogui"])
    assert "install -y --no-install-recommends libreoffice-calc-nogui" in capsys.readouterr().out


def test_a_failed_download_is_tried_again_before_giving_up(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("time.sleep", pauses.append)
    assert not run.succeeds([sys.executable, "-c", "raise SystemExit(1)"])
    assert pauses == [3, 6, 12]


def test_set_up_happens_once(actions: list[str]) -> None:
    run.set_up(run.RUNTIME_LOCK)
    run.set_up(run.RUNTIME_LOCK)
    assert actions == ["make", "RUNTIME_LOCK"]


def test_development_is_added_to_a_current_environment(actions: list[str]) -> None:
    run.set_up(run.RUNTIME_LOCK)
    run.set_up(run.DEV_LOCK)
    run.set_up(run.RUNTIME_LOCK)
    assert actions == ["make", "RUNTIME_LOCK", "DEV_LOCK"]


def test_a_changed_lock_rebuilds_the_environment(actions: list[str]) -> None:
    run.set_up(run.DEV_LOCK)
    run.RUNTIME_LOCK.write_text("RUNTIME_LOCK 2")
    run.set_up(run.RUNTIME_LOCK)
    assert actions == ["make", "DEV_LOCK", "make", "RUNTIME_LOCK"]


def test_another_python_rebuilds_the_environment(
    actions: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run.set_up(run.RUNTIME_LOCK)
    monkeypatch.setattr(run, "THIS_PYTHON", "3.99")
    run.set_up(run.RUNTIME_LOCK)
    assert actions == ["make", "RUNTIME_LOCK"] * 2


def test_an_interrupted_installation_is_not_taken_for_a_finished_one(
    actions: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_lock: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(run, "pip_install", interrupted)
        with pytest.raises(KeyboardInterrupt):
            run.set_up(run.RUNTIME_LOCK)
    run.set_up(run.RUNTIME_LOCK)
    assert actions == ["make", "make", "RUNTIME_LOCK"]


def test_every_stage_runs_after_one_has_failed(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    stages = [
        run.Stage("first", [sys.executable, "-c", "print('why'); raise SystemExit(1)"]),
        run.Stage("second", [sys.executable, "-c", "print('noise')"]),
    ]
    monkeypatch.setattr(run, "set_up_development", lambda: None)
    monkeypatch.setattr(run, "wish_for_packages", lambda _packages: None)
    monkeypatch.setattr(run, "test_stages", lambda _arguments: stages)
    assert run.test([]) == 1
    output = capfd.readouterr().out
    assert "why" in output
    assert "noise" not in output
    assert re.search(r"first +FAILED .*\nsecond +ok .*\n\nFAILED: first", output)


@pytest.mark.parametrize(("codes", "expected"), [((0, 1, 0), 0), ((0, 2, 0), 2), ((2, 0, 0), 2)])
def test_main_job_fails_with_the_program_but_not_with_findings(
    codes: tuple[int, int, int], expected: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    results = iter(codes)
    calls: list[list[str]] = []

    def call(command: list[str], _folder: Path | None = None) -> int:
        calls.append(command[2:])
        return next(results)

    monkeypatch.setattr(run, "OUT", tmp_path)
    monkeypatch.setattr(run, "call", call)
    assert run.main_job("sample") == expected
    assert calls == [
        ["export", "sample", "--appendix", str(tmp_path / "phu-luc.xlsx")],
        ["check", "sample"],
        ["screenshot", "sample", str(tmp_path / "cua-so.png")],
    ]


def test_set_up_failures_are_one_message_without_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(_arguments: list[str]) -> int:
        raise run.SetUpFailed("lý do")

    monkeypatch.setitem(run.COMMANDS, "build", fails)
    assert run.main(["build"]) == 1
    assert capsys.readouterr().err == "lý do\n"


def test_run_can_be_read_by_an_old_python_that_must_be_refused() -> None:
    ast.parse(Path(run.__file__).read_text(), feature_version=(3, 7))


def test_ci_script_is_executable_and_valid() -> None:
    script = ROOT / ".ci" / "run"
    if sys.platform != "win32":
        assert script.stat().st_mode & 0o111
        subprocess.run(["bash", "-n", str(script)], check=True)
