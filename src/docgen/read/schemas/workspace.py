"""Schema of `docgen.yaml`: the workspace."""

from docgen.model.changes import ChangeClass
from docgen.read.schemas.fields import EDITORIAL, Field, group, many, name, table, text

_COLOUR = r"#[0-9a-fA-F]{6}"
_ACCOUNT = r"@{1,2}[A-Za-z0-9][A-Za-z0-9_.-]*(/[A-Za-z0-9_.-]+)*|[^\s@#/]+@[^\s@#/]+"
_RELATIVE = r"(?!\.+(/|$))[A-Za-z0-9_.-]+(/(?!\.+(/|$))[A-Za-z0-9_.-]+)*"  # and never `..`

WORKSPACE: dict[str, Field] = {
    "language": text("language of the library's master texts: the code of a locale", "fr", pattern="[a-z]{2}", change=EDITORIAL),
    "brand": group("look of the documents", {
        "name": text("name of the issuer, on the cover", "NUAGE & FILS", required=False, most=120, change=EDITORIAL),
        "logo": text("logo, an SVG or PNG file of the workspace", "templates/logo.svg", required=False, pattern=_RELATIVE, change=EDITORIAL),
        "primary": text("main colour", "#1f3a5f", pattern=_COLOUR, change=EDITORIAL),
        "accent": text("second colour", "#b5532a", pattern=_COLOUR, change=EDITORIAL),
        "serif": text("font family of the text", "Source Serif 4", required=False, most=60, change=EDITORIAL),
        "sans": text("font family of titles and tables", "Source Sans 3", required=False, most=60, change=EDITORIAL),
    }),
    "paths": group("where things are, from the root", {
        "clauses": text("clause library", "clauses", required=False, pattern=_RELATIVE, change=EDITORIAL),
        "templates": text("outlines, pages, fonts, locales", "templates", required=False, pattern=_RELATIVE, change=EDITORIAL),
        "engagements": text("engagements", "engagements", required=False, pattern=_RELATIVE, change=EDITORIAL),
        "outputs": text("built packs", "outputs", required=False, pattern=_RELATIVE, change=EDITORIAL),
    }, required=False),
    "approvals": group("roles that must approve: a change of a clause by its class, a value by its path", {
        **{str(change_class): many("roles for a change of this class", text("a role", "legal", change=EDITORIAL), required=False, change=EDITORIAL) for change_class in ChangeClass},
        "values": table("role that must approve a value that leaves the default terms, by its path or that of its section", "value", name("role", "finance", change=EDITORIAL), required=False, change=EDITORIAL),
    }, required=False, change=EDITORIAL),
    "owners": {"type": "dict", "meta": {"title": "accounts of each role on the forge, for CODEOWNERS", "change": EDITORIAL}, "keysrules": {"type": "string"}, "valuesrules": many("accounts", text("a user, a team or an e-mail address", "@acme/legal", pattern=_ACCOUNT, change=EDITORIAL), change=EDITORIAL)},
}  # fmt: skip
