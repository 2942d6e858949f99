"""A small house with a pipeline, a bare repository that stands for the forge, and fresh checkouts of it."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from ..git.conftest import House, furnish
from .wheelhouse import address

PIPELINES = {"github": ".github/workflows/docgen.yml", "gitlab": ".gitlab-ci.yml"}


@dataclass(frozen=True)
class Shared:
    """Where a lawyer works, and the repository that all share."""

    house: House
    remote: Path

    def push(self, *what: str) -> None:
        """Send branches or tags to the shared repository."""
        self.house.git("push", "-q", "origin", *what)

    def checkout(self, to: Path, what: str) -> House:
        """A fresh clone with its whole history, as a runner makes it: a commit and no branch."""
        House(self.remote.parent).git("clone", "-q", "--no-checkout", f"file://{self.remote}", str(to))
        clone = House(to)
        clone.git("checkout", "-q", "--detach", f"origin/{what}" if self._is_branch(what) else what)
        return clone

    def merged(self, to: Path, branch: str) -> House:
        """A fresh clone at the merge of a branch into main, as a forge prepares it for a request."""
        clone = self.checkout(to, "main")
        clone.git("merge", "-q", "--no-ff", "-m", f"merge {branch}", f"origin/{branch}")
        return clone

    def published(self, to: Path) -> Path:
        """What the branch `published` holds."""
        House(self.remote.parent).git(
            "clone", "-q", "--branch", "published", f"file://{self.remote}", str(to)
        )
        return to

    def tip(self, branch: str) -> str:
        """The commit of a branch of the shared repository."""
        return House(self.remote).git("rev-parse", branch)

    def _is_branch(self, name: str) -> bool:
        return (
            name in House(self.remote).git("for-each-ref", "--format=%(refname:short)", "refs/heads").split()
        )


def governed(house: House) -> House:
    """The house with a role that must approve every change of an amendment's class, and that has approved what stands."""
    house.write("docgen.yaml", house.read("docgen.yaml") + "approvals: {amendment: [legal]}\n")
    house.does("approve", "--all", "--role", "legal", "--by", "Direction juridique")
    return house


def share(folder: Path, forge: str, wheels: Path) -> Shared:
    """A house with the pipeline of a forge, which installs the wheel of docgen that is committed beside it, pushed."""
    folder.mkdir(parents=True, exist_ok=True)
    house = governed(furnish(folder / "house"))
    house.does("init", ".", "--ci", forge)
    (house.root / "wheels").mkdir()
    shutil.copy(next(wheels.glob("docgen_infogerance-*.whl")), house.root / "wheels")
    house.replace(PIPELINES[forge], 'DOCGEN: ""', f'DOCGEN: "{address(house.root / "wheels")}"')
    house.git("init", "-q", "-b", "main")
    house.commit("the house")
    remote = folder / "remote.git"
    house.git("init", "-q", "--bare", "-b", "main", str(remote))
    house.git("remote", "add", "origin", f"file://{remote}")
    shared = Shared(house, remote)
    shared.push("main")
    return shared
