"""Read two states of a workspace from git and the working tree, and compare them for a reviewer.

Fault: DG620 (the two states cannot be compared: no repository, no such revision, no common ancestor).
"""

from collections.abc import Mapping
from datetime import date

from docgen.assemble.value_titles import title_of
from docgen.gitrepo import Repository
from docgen.history.review import Side, review
from docgen.history.values import declared
from docgen.model.pack import Pack
from docgen.model.review import Review
from docgen.pipeline.checking import CheckedWorkspace, check_workspace, open_locales
from docgen.pipeline.reading import Reader, draft, engagement_ids, open_engagement, resolve
from docgen.pipeline.released import Releases, open_releases, shared_context
from docgen.read.config import Paths, read_config
from docgen.read.schemas.engagement import ENGAGEMENT
from docgen.read.schemas.walk import every
from docgen.read.shared_context import SharedContext
from docgen.render.review_words import Words, flatten
from docgen.text.decode import decode
from docgen.text.diagnostics import Checked, has_errors
from docgen.text.faults import REVIEW_WITHOUT_BASE
from docgen.text.files import Files
from docgen.text.source import Span
from docgen.text.yamltext import load
from docgen.workspace import CONFIG, Workspace, bundled


def open_review(
    workspace: Workspace, base: str | None, head: str | None, today: date
) -> Checked[Review | None]:
    """The changes from the last common commit of `base` (the main branch when it is None) and `head` to `head` (the
    working tree when it is None); None with DG620 when the two cannot be compared."""
    repository = workspace.repository
    reason = repository.absent()
    if reason:
        return _fault(
            f"there is nothing to compare with: {reason}",
            "review works in a git repository: 'git init', and commit the library",
        )
    main = base or repository.main_branch()
    if not main:
        return _fault("there is no main branch to compare with", "name a revision: 'docgen review BASE'")
    for name in (main, head or "HEAD"):
        if not repository.commit(name):
            return _fault(
                f"there is no revision {name!r}",
                "fetch it ('git fetch origin'), or name another: 'git branch --all' lists them",
            )
    common = repository.merge_base(main, head or "HEAD")
    if not common:
        deep = (
            "the clone is shallow: run 'git fetch --unshallow'"
            if repository.shallow()
            else "the two share no history: name a common revision as BASE"
        )
        return _fault(f"{main} and {head or 'HEAD'} have no common commit", deep)
    former = repository.revision(common)
    current: Files | None = repository.revision(head) if head else workspace
    if former is None or current is None:  # both were found a moment ago
        return _fault("the repository changed while it was read", "run the command again")
    old = _side(f"{main} ({common[:10]})", former, today)
    new = _side(_label(repository, head), current, today)
    return Checked(review(old, new))


def _label(repository: Repository, head: str | None) -> str:
    return f"{head} ({repository.commit(head)[:10]})" if head else ""


def _fault(message: str, hint: str) -> Checked[Review | None]:
    return Checked(None, (REVIEW_WITHOUT_BASE.at(Span(CONFIG), message, hint),))


def _side(name: str, files: Files, today: date) -> Side:
    """One state, read and checked; an engagement that cannot be checked is read as far as possible."""
    checked, faults = check_workspace(files, (), today)
    context = checked.context
    if context is None:
        return Side(name, None, diagnostics=faults if files.exists(CONFIG) else ())
    packs, locks = dict(checked.packs), {key: releases.locks for key, releases in checked.releases.items()}
    for missing in engagement_ids(files, context.config):
        if missing not in packs:
            found, releases = _unchecked(files, checked, context, missing)
            locks[missing] = releases.locks
            if found is not None:
                packs[missing] = found
    texts = _texts(files, context.config.paths)
    return Side(name, context, packs, locks, _reviewed(texts, context.config.paths), faults)


def _reviewed(texts: Mapping[str, str | None], paths: Paths) -> Mapping[str, str | None]:
    """The files that are compared as text; the files of engagements are compared as values."""
    return {path: text for path, text in texts.items() if not path.startswith(f"{paths.engagements}/")}


def _unchecked(
    files: Files, checked: CheckedWorkspace, context: SharedContext, engagement_id: str
) -> tuple[Pack | None, Releases]:
    """An engagement that has faults, as far as it can be read."""
    reader = Reader(files)
    releases = checked.releases.get(engagement_id) or open_releases(reader, context.config, engagement_id)
    seen = shared_context(reader, context, checked.shared, releases)
    engagement = open_engagement(reader, seen, engagement_id)
    locale = context.locales.get(engagement.language) if engagement is not None else None
    if engagement is None or locale is None or has_errors(reader.diagnostics):
        return None, releases
    return resolve(engagement, seen, draft(engagement, locale, releases.last)).value, releases


def _texts(files: Files, paths: Paths) -> Mapping[str, str | None]:
    """Every file that people write: path to text, None where it is not text."""
    found = [
        CONFIG,
        *files.files(paths.clauses, ".md", ".yaml"),
        *files.files(paths.templates, ""),
        *files.files(paths.engagements, ".yaml", ".md"),
    ]
    return {path: _text(files, path) for path in found if files.exists(path)}


def _text(files: Files, path: str) -> str | None:
    content, faults = files.read_bytes(path)
    if faults or b"\0" in content[:8000]:
        return None
    source, misread = decode(path, content)
    return None if has_errors(misread) else source.text


# --- words -------------------------------------------------------------------------------------------------

_WORDS = "templates/review"
"""Always docgen's own: a change must not bring the page that shows it."""


def review_languages() -> tuple[str, ...]:
    """The languages of a review."""
    return tuple(path.rsplit("/", 1)[-1].removesuffix(".yaml") for path in bundled().files(_WORDS, ".yaml"))


def review_words(workspace: Workspace, language: str | None) -> Words:
    """The words of a review, in a language or in that of the library, English where it has none."""
    config = read_config(workspace.read(CONFIG).value).value
    home = config.language if config is not None else ""
    known = review_languages()
    code = language or (home if home in known else "en")
    document = load(bundled().read(f"{_WORDS}/{code}.yaml").value).value
    locale = open_locales(bundled()).get(code)
    said = locale.words if locale is not None else {}
    titles = {path: _title(path, said) for path in (".".join(steps) for steps, _ in every(ENGAGEMENT))}
    choices = {key.removeprefix("choices."): word for key, word in said.items() if key.startswith("choices.")}
    return Words(code, home, dict(flatten(document.value)), titles, choices)


def _title(path: str, said: Mapping[str, str]) -> str:
    return title_of(path, said, {}, declared(path).title)


def review_page() -> Mapping[str, str]:
    """The template, style and program of the HTML review, by file name."""
    found = bundled().files(_WORDS, ".j2", ".css", ".js")
    return {path.rsplit("/", 1)[-1]: bundled().read(path).value.text for path in found}
