"""Build the documentation as a site: README.md and its neighbours, laid out as they lie in the repository."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "LICENSE", "docs", "changes")


def build(site: Path) -> None:
    """Write the site into a directory; a link that leads nowhere fails."""
    with tempfile.TemporaryDirectory() as place:
        staged = Path(place)
        shutil.copy(ROOT / "mkdocs.yml", staged)
        (staged / "pages").mkdir()
        for name in PAGES:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, staged / "pages" / name)
        command = (
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--site-dir",
            str(site.resolve()),
        )
        subprocess.run(command, cwd=staged, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})


if __name__ == "__main__":
    build(Path(sys.argv[1]))
