import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--quiet", "-w", str(folder)]
    subprocess.run([*command, str(ROOT)], check=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_what_a_user_needs_and_nothing_else(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "assistant/shipped/corpus/klimatkontrakt-2025-1/source.txt" in names
    assert "assistant/shipped/corpus/municipalities.csv" in names
    assert "assistant/answering/phrases.yaml" in names
    assert "ui/look.css" in names
    tops = {name.partition("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"assistant", "ui"}


def test_an_installed_wheel_answers_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    # The dependencies are those of this environment: what is fresh is the program itself.
    venv.create(tmp_path / "fresh", with_pip=False, symlinks=True)
    python = tmp_path / "fresh" / "bin" / "python"
    inside = f"python{sys.version_info.major}.{sys.version_info.minor}"
    packages = tmp_path / "fresh" / "lib" / inside / "site-packages"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target"]
    subprocess.run([*install, str(packages), str(wheel)], check=True)
    dependencies = next(path for path in sys.path if path.endswith("site-packages"))
    (packages / "dependencies.pth").write_text(dependencies, encoding="utf-8")
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(("KLIMATKONTRAKT_", "PYTHON"))},
        "HOME": str(tmp_path / "home"),
        "KLIMATKONTRAKT_DATA_DIR": str(tmp_path / "data"),
    }
    script = (
        "import assistant, sys\nfrom assistant.cli.main import main\n"
        "print(assistant.__file__)\nsys.exit(main(['ask', 'Hur ställer vi klimatkrav i upphandling?']))"
    )
    done = subprocess.run(
        [str(python), "-c", script],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 0
    assert done.stdout.startswith(str(packages))
    assert "Källa: Åtagande 6" in done.stdout
