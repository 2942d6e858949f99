"""The kinds of faults that docgen reports while it reads, prints, releases and publishes.

A fault that a rule finds is declared by the rule, in `rules/`. Each kind here has its manual page in `manual/`, by its
name; a code is never used again for another fault.
"""

from typing import NamedTuple

from docgen.text.diagnostics import Diagnostic, Severity
from docgen.text.source import Span


class FaultKind(NamedTuple):
    """A kind of fault: its stable code, its name, and its default severity."""

    code: str
    name: str
    severity: Severity = Severity.ERROR

    def at(self, span: Span, message: str, hint: str = "", severity: Severity | None = None) -> Diagnostic:
        """A fault of this kind at a place."""
        return Diagnostic(span, self.code, self.severity if severity is None else severity, message, hint)


NOT_UTF8 = FaultKind("DG101", "not-utf8")
FILE_TOO_LARGE = FaultKind("DG102", "file-too-large")
BAD_YAML = FaultKind("DG103", "bad-yaml")
DUPLICATE_KEY = FaultKind("DG104", "duplicate-key")
YAML_EXPANDS = FaultKind("DG105", "yaml-expands")
EXPLICIT_TAG = FaultKind("DG106", "explicit-tag")
VALUE_CHANGED_BY_YAML = FaultKind("DG107", "value-changed-by-yaml", Severity.WARNING)
NO_FRONT_MATTER = FaultKind("DG108", "no-front-matter")
NOT_TEXT = FaultKind("DG109", "not-text")
PATH_OUTSIDE = FaultKind("DG110", "path-outside")
UNREADABLE_FILE = FaultKind("DG111", "unreadable-file")
UNKNOWN_ENGAGEMENT = FaultKind("DG112", "unknown-engagement")
ID_IS_NOT_DIRECTORY = FaultKind("DG113", "id-is-not-directory")
NO_LOCALE = FaultKind("DG114", "no-locale")
FOLDER_NOT_WRITABLE = FaultKind("DG115", "folder-not-writable")
UNKNOWN_KEY = FaultKind("DG201", "unknown-key")
MISSING_FIELD = FaultKind("DG202", "missing-field")
WRONG_TYPE = FaultKind("DG203", "wrong-type")
WRONG_QUANTITY = FaultKind("DG204", "wrong-quantity")
WORD_NOT_ALLOWED = FaultKind("DG205", "word-not-allowed")
OUTSIDE_LIMITS = FaultKind("DG206", "outside-limits")
EMPTY_VALUE = FaultKind("DG207", "empty-value")
WRONG_FORM = FaultKind("DG208", "wrong-form")
FACT_GIVEN_TWICE = FaultKind("DG209", "fact-given-twice")
MEASURE_TABLE_MALFORMED = FaultKind("DG215", "measure-table-malformed")
INSTANT_UNREADABLE = FaultKind("DG216", "instant-unreadable")
INSTANTS_OUT_OF_ORDER = FaultKind("DG217", "instants-out-of-order")
MEASURE_OF_UNKNOWN_THING = FaultKind("DG218", "measure-of-unknown-thing")
MEASURE_MISSING = FaultKind("DG219", "measure-missing")
BAD_MESSAGE = FaultKind("DG221", "bad-message")
MESSAGE_MISSING = FaultKind("DG222", "message-missing")
CLAUSE_PATH = FaultKind("DG301", "clause-path")
BAD_CONDITION = FaultKind("DG302", "bad-condition")
OUTLINE_ENTRY = FaultKind("DG303", "outline-entry")
REFERENCE_TO_LEFT_OUT_CLAUSE = FaultKind("DG310", "reference-to-left-out-clause")
DOCUMENT_NOT_IN_PACK = FaultKind("DG311", "document-not-in-pack")
MISSING_ASSET = FaultKind("DG501", "missing-asset")
BAD_STYLE = FaultKind("DG502", "bad-style")
BAD_LAYOUT = FaultKind("DG503", "bad-layout")
NO_GLYPH = FaultKind("DG504", "no-glyph")
COLOUR_TOO_PALE = FaultKind("DG505", "colour-too-pale", Severity.WARNING)
BAD_TEMPLATE = FaultKind("DG506", "bad-template")
LOCK_CHANGED = FaultKind("DG601", "lock-changed")
RELEASES_ASTRAY = FaultKind("DG602", "releases-astray")
RELEASED_TEXT_MISSING = FaultKind("DG603", "released-text-missing")
RELEASE_COMES_OUT_OTHERWISE = FaultKind("DG604", "release-comes-out-otherwise")
MOVED_SINCE_RELEASE = FaultKind("DG605", "moved-since-release")
RELEASE_WITHOUT_GIT = FaultKind("DG606", "release-without-git")
NOT_COMMITTED = FaultKind("DG607", "not-committed")
NOTHING_TO_RELEASE = FaultKind("DG608", "nothing-to-release")
STEP_TOO_SMALL = FaultKind("DG609", "step-too-small")
RELEASE_UNDER_WAY = FaultKind("DG610", "release-under-way")
NO_SUCH_RELEASE = FaultKind("DG611", "no-such-release")
NOTHING_TO_UPGRADE = FaultKind("DG612", "nothing-to-upgrade")
TAG_REFUSED = FaultKind("DG613", "tag-refused")
DATED_TOO_EARLY = FaultKind("DG614", "dated-too-early")
SIGNED_ALREADY = FaultKind("DG615", "signed-already")
NOT_THE_SIGNED_COPY = FaultKind("DG616", "not-the-signed-copy")
LOCK_LOST = FaultKind("DG617", "lock-lost")
REVIEW_WITHOUT_BASE = FaultKind("DG620", "review-without-base")
CLAUSE_NOT_APPROVED = FaultKind("DG621", "clause-not-approved", Severity.WARNING)
NO_SUCH_CLAUSE = FaultKind("DG623", "no-such-clause")
ROLE_NOT_ASKED = FaultKind("DG624", "role-not-asked")
ROLE_WITHOUT_ACCOUNT = FaultKind("DG625", "role-without-account")
DRIVERS_REFUSED = FaultKind("DG626", "drivers-refused")
NOTHING_TO_COMPARE = FaultKind("DG630", "nothing-to-compare")
CHANGE_WITHOUT_REASON = FaultKind("DG631", "change-without-reason")
FRAGMENT_WITHOUT_REASON = FaultKind("DG632", "fragment-without-reason")
FRAGMENT_ABOUT_NOTHING = FaultKind("DG633", "fragment-about-nothing", Severity.WARNING)
NOTHING_TO_AMEND = FaultKind("DG634", "nothing-to-amend")
PUBLISHED_RELEASE_CHANGES = FaultKind("DG640", "published-release-changes")
PACK_NOT_PUBLISHABLE = FaultKind("DG641", "pack-not-publishable")
TARGET_REFUSES = FaultKind("DG642", "target-refuses")
RECORD_UNREADABLE = FaultKind("DG643", "record-unreadable")

KINDS: tuple[FaultKind, ...] = tuple(
    kind for kind in tuple(globals().values()) if isinstance(kind, FaultKind)
)
"""All of them, in order of their codes."""
