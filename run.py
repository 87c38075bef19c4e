"""Sets up DN Planner on a fresh machine and starts it, tests it or builds it.

    python3 run.py [ARGUMENTS]   set up, then open the program (ARGUMENTS go to main.py)
    python3 run.py test [...]    set up, then run all checks (arguments go to pytest)
    python3 run.py build         the program to hand out, in dist/, and its self-test
    python3 run.py bench [...]   measure speed and memory
    python3 run.py soak [...]    the long proofs before a release
    python3 run.py translate     gather the texts to translate, and compile the translations
    python3 run.py lock [...]    renew the locked dependencies (--upgrade for newer ones)

On Windows: py run.py. Needs nothing but Python itself; everything is installed into .venv, in
the versions and with the hashes of requirements.lock. On Debian and Ubuntu missing system
packages are installed too where that is allowed, and named in any case.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
LOCK_ENVIRONMENT = ROOT / ".venv-lock"
STAMP = ENVIRONMENT / "installed-locks.txt"
RUNTIME_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
OUT = ROOT / "out"
LOCKING_TOOL = "uv==0.13.9"
OLDEST, NEWEST = (3, 11), (3, 13)
THIS_PYTHON = "{}.{}".format(*sys.version_info[:2])
ATTEMPTS = 4
FIRST_PAUSE_SECONDS = 3

WITHOUT_WINDOW = {
    "show",
    "export",
    "check",
    "set",
    "allocate",
    "diff",
    "history",
    "verify",
    "import",
    "form",
    "screenshot",
    "self-test",
}
CHECK_FOUND_ERRORS = 1
"""Exit code of main.py check when the plan has findings; not a failure of the program."""

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
"""Shared libraries that Qt loads even without a display -> their Debian packages."""

WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What Qt needs besides for a window on an X display."""

WAYLAND_LIBRARIES = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""What a window on Wayland needs; every Wayland desktop has it, a build machine may not."""

TEST_PROGRAMS = {"soffice": "libreoffice-calc-nogui"}
BUILD_PROGRAMS = {"objdump": "binutils"}

SYSTEM_PYTHON = sys.base_prefix == "/usr"
BUILD_LIBRARIES = (
    {f"libpython{THIS_PYTHON}.so.1.0": f"libpython{THIS_PYTHON}"} if SYSTEM_PYTHON else {}
)
"""Debian's Python comes without the shared library that a built program takes along."""


class SetUpFailed(Exception):
    """Set-up cannot go on; the message says why and what to do, in both languages."""


class Stage(NamedTuple):
    """One check of run.py test: its name and its command."""

    name: str
    command: list[str]
    shows_progress: bool = False


def say(vietnamese: str, english: str) -> None:
    """Tell the user what happens, in Vietnamese and then in English."""
    print(f"{vietnamese}\n  {english}", flush=True)


# -- What the machine has -----------------------------------------------------------------------


def check_python(version: tuple[int, int]) -> None:
    """Refuse a Python that the locked dependencies do not support."""
    if OLDEST <= version <= NEWEST:
        return
    here = "{}.{}".format(*version)
    raise SetUpFailed(
        f"Cần Python 3.11, 3.12 hoặc 3.13; đây là Python {here}. "
        "Hãy cài Python 3.13 rồi chạy: python3.13 run.py (Windows: py -3.13 run.py).\n"
        f"  Python 3.11, 3.12 or 3.13 is needed; this is Python {here}. "
        "Install Python 3.13, then: python3.13 run.py (Windows: py -3.13 run.py)."
    )


def has_display() -> bool:
    """Whether a window can be shown: always but on a Linux without X or Wayland."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def loads(library: str) -> bool:
    """Whether the dynamic linker finds the shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(libraries: dict[str, str], programs: dict[str, str]) -> list[str]:
    """Name the Debian packages of libraries and programs that this Linux lacks."""
    if not sys.platform.startswith("linux"):
        return []
    absent = [package for library, package in libraries.items() if not loads(library)]
    return absent + [package for name, package in programs.items() if not shutil.which(name)]


# -- System packages ----------------------------------------------------------------------------


def administrator_prefix() -> list[str] | None:
    """Return what to put before apt-get to run it as administrator; None if not allowed."""
    if sys.platform == "win32" or not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    silent = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if silent.returncode == 0 else None


def succeeds(command: list[str]) -> bool:
    """Run a command that needs the network, again after a growing pause; show only failures."""
    for attempt in range(ATTEMPTS):
        if attempt:
            time.sleep(FIRST_PAUSE_SECONDS * 2 ** (attempt - 1))
        result = subprocess.run(
            command, cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        if result.returncode == 0:
            return True
        print(result.stdout.decode("utf-8", "replace"), flush=True)
    return False


def install_packages(packages: list[str]) -> bool:
    """Install Debian packages, saying so; False where that is not allowed or fails."""
    prefix = administrator_prefix()
    if prefix is None:
        return False
    names = " ".join(packages)
    say(f"Đang cài gói hệ thống: {names}", f"Installing system packages: {names}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*apt, "install", "-y", "--no-install-recommends"]
    return succeeds([*apt, "update"]) and succeeds([*install, *packages])


def line_to_type(packages: list[str]) -> str:
    """Return the command by which an administrator installs the packages."""
    names = " ".join(packages)
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {names}"


def require_packages(packages: list[str]) -> None:
    """Install packages without which the next step cannot work."""
    if packages and not install_packages(packages):
        raise SetUpFailed(
            "Máy còn thiếu gói hệ thống. Hãy chạy dòng dưới đây, rồi chạy lại lệnh này.\n"
            "  System packages are missing. Type this line, then run this command again.\n\n"
            f"    {line_to_type(packages)}\n"
        )


def wish_for_packages(packages: list[str]) -> None:
    """Install packages whose absence only makes some tests skip."""
    if packages and not install_packages(packages):
        say(
            "Chưa có LibreOffice nên các kiểm thử cần đến nó bị bỏ qua. Để cài:",
            "LibreOffice is not here, so the tests that need it are skipped. To install it:",
        )
        print(f"\n    {line_to_type(packages)}\n", flush=True)


def missing_venv() -> list[str]:
    """Name the Debian package that makes virtual environments, where Python lacks it.

    Debian takes ensurepip out of Python; without it a new environment would have no pip.
    """
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        return []
    return [f"python{THIS_PYTHON}-venv"]


def require_system() -> None:
    """Install what Python and Qt need of the system: for a window only where there is a display."""
    libraries = dict(QT_LIBRARIES)
    if os.environ.get("DISPLAY"):
        libraries.update(WINDOW_LIBRARIES)
    require_packages(missing_packages(libraries, {}) + missing_venv())


# -- The virtual environment --------------------------------------------------------------------


def program(name: str, environment: Path | None = None) -> str:
    """Path of a program inside a virtual environment, .venv if none is named."""
    environment = environment or ENVIRONMENT
    if sys.platform == "win32":
        return str(environment / "Scripts" / f"{name}.exe")
    return str(environment / "bin" / name)


def make_environment(folder: Path) -> None:
    """Create an empty virtual environment with pip, replacing what is there."""
    require_packages(missing_venv())
    # Started from inside .venv, sys.executable is what --clear deletes.
    interpreter = getattr(sys, "_base_executable", None) or sys.executable
    subprocess.run([interpreter, "-m", "venv", "--clear", str(folder)], check=True)


def fingerprint(lock: Path) -> str:
    """Identify a lock file's content and the Python it is installed for."""
    return f"{THIS_PYTHON} {lock.name} {hashlib.sha256(lock.read_bytes()).hexdigest()}"


def installed_locks() -> set[str]:
    """Fingerprints of the lock files that .venv was filled from; empty if it is unusable."""
    if not (STAMP.exists() and Path(program("python")).exists()):
        return set()
    return set(STAMP.read_text(encoding="utf-8").splitlines())


def pip_install(lock: Path) -> None:
    """Install a lock file into .venv: wheels only, each compared with its hash."""
    say("Đang cài thư viện vào .venv …", f"Installing {lock.name} into .venv …")
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--retries", "5"]
    exact = ["--require-hashes", "--only-binary", ":all:", "--no-deps"]
    command = [program("python"), "-m", "pip", "install", *quiet, *exact, "-r", str(lock)]
    if not succeeds(command):
        raise SetUpFailed(
            "Không tải được thư viện; hãy kiểm tra kết nối mạng rồi chạy lại.\n"
            "  The libraries could not be downloaded; check the network and run again."
        )


def set_up(lock: Path) -> None:
    """Bring .venv to the state of a lock file; nothing to do if it is there already."""
    present = installed_locks()
    if fingerprint(lock) in present:
        return
    current = {fingerprint(RUNTIME_LOCK), fingerprint(DEV_LOCK)}
    if not present or not present <= current:
        make_environment(ENVIRONMENT)
        present = set()
    pip_install(lock)
    # The development lock holds all of the runtime lock, in the same versions.
    present |= current if lock == DEV_LOCK else {fingerprint(lock)}
    STAMP.write_text("\n".join(sorted(present)) + "\n", encoding="utf-8")


# -- Opening the program ------------------------------------------------------------------------


def call(command: list[str], folder: Path | None = None) -> int:
    """Run a command with the output going to the user; without a display Qt draws in memory."""
    variables = dict(os.environ)
    if not has_display():
        variables.setdefault("QT_QPA_PLATFORM", "offscreen")
    return subprocess.run(command, cwd=folder, env=variables, check=False).returncode


def main_job(document: str) -> int:
    """Do the program's main work without a window: appendix, check and picture into out/."""
    say(
        "Máy này không có màn hình: thay cho cửa sổ, kết quả được ghi vào thư mục out/.",
        "There is no display here: instead of the window, the results go to out/.",
    )
    OUT.mkdir(exist_ok=True)
    appendix, picture = OUT / "phu-luc.xlsx", OUT / "cua-so.png"
    python_main = [program("python"), str(ROOT / "main.py")]
    export = call([*python_main, "export", document, "--appendix", str(appendix)])
    check = call([*python_main, "check", document])
    screenshot = call([*python_main, "screenshot", document, str(picture)])
    for result in (appendix, picture):
        if result.exists():
            print(f"  {result}", flush=True)
    return export or screenshot or (0 if check == CHECK_FOUND_ERRORS else check)


def needs_window(arguments: list[str]) -> bool:
    """Whether main.py would open a window for these arguments."""
    return not arguments or (
        arguments[0] not in WITHOUT_WINDOW and not arguments[0].startswith("-")
    )


def open_program(arguments: list[str]) -> int:
    """Set up what the program needs and start it."""
    require_system()
    set_up(RUNTIME_LOCK)
    if needs_window(arguments) and not has_display():
        return main_job(arguments[0] if arguments else "sample")
    return call([program("python"), str(ROOT / "main.py"), *arguments])


# -- Development --------------------------------------------------------------------------------


def set_up_development() -> None:
    """Set up what every development command needs."""
    require_system()
    set_up(DEV_LOCK)


def test_stages(pytest_arguments: list[str]) -> list[Stage]:
    """All checks, the quick ones first."""
    ruff, mypy, pytest = program("ruff"), program("mypy"), program("pytest")
    return [
        Stage("ruff check", [ruff, "check", "."]),
        Stage("ruff format", [ruff, "format", "--check", "."]),
        Stage("mypy", [mypy]),
        Stage("imports", [program("lint-imports")]),
        Stage("pytest", [pytest, *pytest_arguments], shows_progress=True),
    ]


def passes(stage: Stage) -> bool:
    """Run one check and print its line; its output only if it fails or shows progress."""
    variables = {**os.environ, "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"}
    start = time.perf_counter()
    pipe = None if stage.shows_progress else subprocess.PIPE
    process = subprocess.run(
        stage.command, cwd=ROOT, env=variables, stdout=pipe, stderr=subprocess.STDOUT, check=False
    )
    seconds = time.perf_counter() - start
    if process.returncode and process.stdout:
        print(process.stdout.decode("utf-8", "replace"))
    verdict = "FAILED" if process.returncode else "ok"
    crash = f"  killed by signal {-process.returncode}" if process.returncode < 0 else ""
    print(f"{stage.name:<12} {verdict:<6} {seconds:6.1f} s{crash}", flush=True)
    return process.returncode == 0


def test(arguments: list[str]) -> int:
    """Run every check, also after one has failed, and say which failed."""
    set_up_development()
    wish_for_packages(missing_packages({}, TEST_PROGRAMS))
    failed = [stage.name for stage in test_stages(arguments) if not passes(stage)]
    print(f"\nFAILED: {', '.join(failed)}" if failed else "\nAll checks passed.", flush=True)
    return 1 if failed else 0


def build(arguments: list[str]) -> int:
    """Build the program to hand out, print its size and let it test itself."""
    set_up_development()
    # The built program takes along what its window needs, so the build machine must have it.
    libraries = WINDOW_LIBRARIES | WAYLAND_LIBRARIES | BUILD_LIBRARIES
    require_packages(missing_packages(libraries, BUILD_PROGRAMS))
    spec = str(ROOT / "build_installer.spec")
    code = call([program("pyinstaller"), "--noconfirm", *arguments, spec], ROOT)
    if code:
        return code
    folder = ROOT / "dist" / "DNPlanner"
    size = sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file())
    print(f"{folder}: {size / 1e6:.0f} MB", flush=True)
    suffix = ".exe" if sys.platform == "win32" else ""
    return call([str(folder / f"dnplanner-cli{suffix}"), "self-test"])


def bench(arguments: list[str]) -> int:
    """Measure speed and memory."""
    set_up_development()
    return call([program("python"), "-m", "bench", *arguments], ROOT)


def soak(arguments: list[str]) -> int:
    """Run the long proofs and print their figures."""
    set_up_development()
    wish_for_packages(missing_packages({}, TEST_PROGRAMS))
    return call([program("python"), "-m", "soak", *arguments], ROOT)


def translate(arguments: list[str]) -> int:
    """Bring the English texts up to date with the source, then compile all translations."""
    set_up_development()
    folder = ROOT / "resources" / "i18n"
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "dnplanner").rglob("*.py"))
    gather = [program("pyside6-lupdate"), "-locations", "none", "-no-obsolete", *arguments]
    status = call([*gather, *sources, "-ts", str(folder / "dnplanner_en.ts")], ROOT)
    compiled = (call([program("pyside6-lrelease"), str(ts)]) for ts in sorted(folder.glob("*.ts")))
    return status or max(compiled)


def lock_command(lock: Path, arguments: list[str]) -> list[str]:
    """Build the command that resolves pyproject.toml into one lock file for all platforms."""
    command = [program("uv", LOCK_ENVIRONMENT), "pip", "compile", "pyproject.toml", "--quiet"]
    command += ["--universal", "--python-version", "{}.{}".format(*OLDEST), "--generate-hashes"]
    command += ["--no-annotate", "--custom-compile-command", "python3 run.py lock"]
    command += ["--output-file", lock.name]
    if lock == DEV_LOCK:
        command += ["--group", "dev", "--constraints", RUNTIME_LOCK.name]
    return [*command, *arguments]


def renew_locks(arguments: list[str]) -> int:
    """Write both lock files anew, with the newest versions if the arguments say --upgrade."""
    if not Path(program("uv", LOCK_ENVIRONMENT)).exists():
        make_environment(LOCK_ENVIRONMENT)
        pip = [program("python", LOCK_ENVIRONMENT), "-m", "pip", "install", "--quiet"]
        if not succeeds([*pip, LOCKING_TOOL]):
            raise SetUpFailed(f"Không tải được {LOCKING_TOOL}\n  Cannot download {LOCKING_TOOL}")
    # The runtime lock comes first: the development lock takes its versions from there.
    return call(lock_command(RUNTIME_LOCK, arguments), ROOT) or call(
        lock_command(DEV_LOCK, arguments), ROOT
    )


COMMANDS = {
    "test": test,
    "build": build,
    "bench": bench,
    "soak": soak,
    "translate": translate,
    "lock": renew_locks,
}


def print_as_utf8() -> None:
    """Let Vietnamese pass through pipes and consoles with a narrower encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def main(arguments: list[str]) -> int:
    """Run the command that the arguments name; return the exit code."""
    print_as_utf8()
    try:
        check_python(sys.version_info[:2])
        if arguments and arguments[0] in COMMANDS:
            return COMMANDS[arguments[0]](arguments[1:])
        return open_program(arguments)
    except SetUpFailed as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
