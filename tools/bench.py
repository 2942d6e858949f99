"""Measure docgen against what else one could use, and against itself. Prints ratios: medians of five paired runs.

Run by `make bench`. Absolute times of a shared machine mean little; a ratio of two commands run in turn does.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
DOCGEN = [sys.executable, "-m", "docgen"]
EXAMPLE = "aurore"
RUNS = 5


class Run(NamedTuple):
    """Wall-clock seconds of a whole command, and the peak memory of its largest process in MiB."""

    seconds: float
    memory: float


def run(command: Sequence[str], cwd: Path) -> Run:
    """Run a command to its end; it must succeed."""
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begun
    if status != 0:
        raise SystemExit(f"{' '.join(command)} failed:\n{error.decode(errors='replace')}")
    return Run(seconds, usage.ru_maxrss / 1024)


def ratio(name: str, bound: str, one: Callable[[], Run], other: Callable[[], Run]) -> None:
    """Run two things in turn and print the median of the ratios of their times."""
    one(), other()  # not counted: fills the caches of the disk
    pairs = [(one(), other()) for _ in range(RUNS)]
    ratios = [first.seconds / second.seconds for first, second in pairs]
    print(
        f"{name:<58} {statistics.median(ratios):6.2f}  ({min(ratios):.2f} to {max(ratios):.2f})  {bound}",
        flush=True,
    )


# --- workspaces ----------------------------------------------------------------------------------------------


def copy_workspace(to: Path, *, released: bool = False) -> Path:
    """A copy of this workspace without outputs and cache, and, unless `released`, without releases."""
    if released:  # what a release fixed is read from git's objects
        subprocess.run(
            ["git", "clone", "--quiet", "--shared", "--no-checkout", str(ROOT), str(to)], check=True
        )
        subprocess.run(["git", "reset", "--quiet"], cwd=to, check=True)
    shutil.copy(ROOT / "docgen.yaml", to)
    for name in ("clauses", "templates", "engagements"):
        shutil.copytree(
            ROOT / name,
            to / name,
            ignore=None if released else shutil.ignore_patterns("releases", "CHANGELOG.md"),
        )
    return to


def grown_library(to: Path, clauses: int) -> Path:
    """A workspace whose library has so many clauses, and a single engagement."""
    copy_workspace(to)
    shutil.rmtree(to / "clauses")
    (to / "clauses").mkdir()
    shutil.copy(ROOT / "clauses" / "terms.yaml", to / "clauses" / "terms.yaml")
    (to / "engagements").rename(to / "put-aside")
    for outline in (to / "templates" / "outlines").iterdir():
        outline.unlink()
    lines = ["kind: contract", "title: {fr: Contrat}", "order: 1", "body:"]
    for topic in range(clauses // 20):
        lines += [f"  - article: sujet-{topic}", f"    title: {{fr: Sujet {topic}}}", "    content:"]
        folder = to / "clauses" / f"sujet-{topic}"
        folder.mkdir()
        for place in range(20):
            name = f"clause-{place}"
            lines.append(f"      - clause: sujet-{topic}.{name}")
            before = f"sujet-{topic}.clause-{place - 1}" if place else f"sujet-{topic}.{name}"
            (folder / f"{name}.fr.md").write_text(
                f"---\nid: sujet-{topic}.{name}\ntitle: Stipulation {topic} {place}\nowner: legal\n"
                f"review_by: 2099-01-01\n---\nLe prestataire exécute la prestation {topic} {place} selon l'[[{before}]].\n\n"
                f"Il en rend compte dans un délai de {{{{ term.initial | words }}}}.\n",
                encoding="utf-8",
            )
    (to / "templates" / "outlines" / "contract.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    shutil.rmtree(to / "put-aside")
    return to


def many_engagements(to: Path, count: int) -> Path:
    """A workspace with so many copies of the example, each under its own name."""
    copy_workspace(to)
    source = to / "engagements" / EXAMPLE
    for other in (to / "engagements").iterdir():
        if other != source:
            shutil.rmtree(other)
    for place in range(count - 1):
        copy = to / "engagements" / f"{EXAMPLE}-{place}"
        shutil.copytree(source, copy)
        main = copy / "engagement.yaml"
        main.write_text(
            main.read_text(encoding="utf-8").replace(f"id: {EXAMPLE}\n", f"id: {EXAMPLE}-{place}\n", 1),
            encoding="utf-8",
        )
    return to


# --- rivals --------------------------------------------------------------------------------------------------


def pages(workspace: Path, to: Path) -> list[Path]:
    """The HTML documents of the example as files that a browser can print, fonts included."""
    script = (
        "import sys; from pathlib import Path\n"
        "from docgen.assemble.assemble import assemble\n"
        "from docgen.pipeline.page_style import page_style\n"
        "from docgen.pipeline.checking import check_workspace\n"
        "from docgen.pipeline.reading import Reader\n"
        "from docgen.render.html import to_html\n"
        "from docgen.workspace import Workspace, today\n"
        f"workspace = Workspace(Path.cwd()); checked, _ = check_workspace(workspace, ('{EXAMPLE}',), today())\n"
        f"look = page_style(Reader(workspace), checked.context.config)\n"
        f"for document in assemble(checked.packs['{EXAMPLE}']).value:\n"
        "    html = to_html(document, look.page, look.brand).value.replace('docgen-asset:', Path('templates').resolve().as_uri() + '/')\n"
        "    Path(sys.argv[1], document.kind + '.html').write_text(html, encoding='utf-8')\n"
    )
    subprocess.run([sys.executable, "-c", script, str(to)], cwd=workspace, check=True)
    return sorted(to.glob("*.html"))


def chromium(files: list[Path], profile: Path) -> Run:
    """Print the files one after another with headless Chromium."""
    total = Run(0, 0)
    for file in files:
        command = [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={profile}", "--no-pdf-header-footer", f"--print-to-pdf={file.with_suffix('.pdf')}", file.as_uri(),
        ]  # fmt: skip
        done = run(command, file.parent)
        total = Run(total.seconds + done.seconds, max(total.memory, done.memory))
    return total


def typst_source(files: list[Path], to: Path) -> Path:
    """The same text as a Typst document: headings, paragraphs and cells of tables as paragraphs."""
    import re
    from html import unescape

    lines = ['#set page(paper: "a4")', '#set text(lang: "fr", size: 10pt)', "#set par(justify: false)"]
    for file in files:
        html = re.sub(r"(?s)<(style|svg)\b.*?</\1>", "", file.read_text(encoding="utf-8"))
        for tag, content in re.findall(r"(?s)<(h[1-4]|p|td|th|li|dt|dd)\b[^>]*>(.*?)</\1>", html):
            text = " ".join(unescape(re.sub(r"(?s)<[^>]+>", "", content)).split())
            quoted = text.replace("\\", "\\\\").replace('"', '\\"')
            if quoted:
                lines.append(
                    f'#heading(level: {tag[1]}, "{quoted}")' if tag[0] == "h" else f'#par("{quoted}")'
                )
    source = to / "pack.typ"
    source.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return source


# --- what is measured ------------------------------------------------------------------------------------------


def cold(workspace: Path) -> Run:
    """Build the example with neither cache nor former outputs."""
    shutil.rmtree(workspace / ".docgen", ignore_errors=True)
    shutil.rmtree(workspace / "outputs", ignore_errors=True)
    return run([*DOCGEN, "build", EXAMPLE, "--quiet"], workspace)


def bench_pages(scratch: Path) -> None:
    """Cold build against Chromium and Typst; what does not change is not made again."""
    workspace = copy_workspace(fresh(scratch, "workspace"), released=True)
    html = pages(workspace, fresh(scratch, "html"))
    browser = scratch / "profile"
    ratio(
        "cold build / Chromium printing the same HTML in turn",
        "at most 1",
        lambda: cold(workspace),
        lambda: chromium(html, browser),
    )
    try:
        import typst  # noqa: F401
    except ImportError:
        print("typst is not installed: make bench installs it")
    else:
        source = typst_source(html, scratch)
        command = [
            sys.executable,
            "-c",
            f"import typst; typst.compile({str(source)!r}, output={str(source.with_suffix('.pdf'))!r})",
        ]
        ratio(
            "cold build / Typst on the same text", "", lambda: cold(workspace), lambda: run(command, scratch)
        )
    done = cold(workspace)
    print(
        f"{'peak memory of the largest process of a cold build, MiB':<58} {done.memory:6.0f}  at most 350",
        flush=True,
    )
    build = [*DOCGEN, "build", EXAMPLE, "--quiet"]
    check = [*DOCGEN, "check", EXAMPLE]
    ratio(
        "build with nothing changed / check",
        "at most 2",
        lambda: run(build, workspace),
        lambda: run(check, workspace),
    )


def bench_check(scratch: Path) -> None:
    """Checking against the bare start of the interpreter, and how it grows."""
    workspace = copy_workspace(fresh(scratch, "workspace"), released=True)
    bare = [sys.executable, "-c", "import click, yaml, jinja2, cerberus"]
    check = [*DOCGEN, "check"]
    ratio(
        "check of this repository / start with its libraries",
        "at most 6",
        lambda: run(check, workspace),
        lambda: run(bare, workspace),
    )
    libraries = {
        count: grown_library(fresh(scratch, f"clauses-{count}"), count) for count in (200, 2_000, 20_000)
    }
    for few, many in ((200, 2_000), (2_000, 20_000)):
        one, other = libraries[many], libraries[few]
        ratio(
            f"check of {many} clauses / {few} clauses",
            "at most 12",
            lambda one=one: run(check, one),
            lambda other=other: run(check, other),
        )
    print(
        f"{'peak memory of a check of 20000 clauses, MiB':<58} {run(check, libraries[20_000]).memory:6.0f}  at most 1024",
        flush=True,
    )
    ten, thousand = (many_engagements(fresh(scratch, f"engagements-{count}"), count) for count in (10, 1_000))
    one_run, other_run = run(check, thousand), run(check, ten)
    print(
        f"{'check of 1000 engagements / 10 engagements (one run)':<58} {one_run.seconds / other_run.seconds:6.2f}  at most 120",
        flush=True,
    )
    print(
        f"{'peak memory of a check of 1000 engagements, MiB':<58} {one_run.memory:6.0f}  at most 1024",
        flush=True,
    )


def fresh(scratch: Path, name: str) -> Path:
    """An empty directory of this name."""
    folder = scratch / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def main() -> None:
    """Run the parts that are named, all when none is."""
    parts: dict[str, Callable[[Path], None]] = {"pages": bench_pages, "check": bench_check}
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *parts], help="what to measure")
    wanted = parser.parse_args().parts or list(parts)
    print(f"{'ratio of the times, medians of ' + str(RUNS) + ' pairs':<58} median  (least to most)  bound")
    with tempfile.TemporaryDirectory(prefix="docgen-bench-") as scratch:
        for part in wanted:
            parts[part](Path(scratch))


if __name__ == "__main__":
    main()
