"""The kinds of files of a workspace, for their reference pages: path and purpose."""

from collections.abc import Mapping

ABOUT: Mapping[str, tuple[str, str]] = {
    "workspace": (
        "`docgen.yaml`",
        "The root of a workspace. It names the folders and the style of documents.",
    ),
    "engagement": (
        "`engagements/<id>/*.yaml`, `clauses/terms.yaml`",
        "The facts of one deal. `engagement.yaml` may be split: all YAML files of its directory are joined, and a fact "
        "given twice is a fault. A value that none of them states comes from the default terms, `clauses/terms.yaml`, which has the "
        "same fields: they give way leaf by leaf, a list as a whole. *Default* in the column \"required\" means that the "
        "default terms of this repository give the value. `clauses/terms.<profile>.yaml`, where there is one, stands before "
        "the default terms in engagements of that profile.",
    ),
    "outline": (
        "`templates/outlines/<kind>.yaml`",
        "One document kind: which articles, clauses and blocks make it, in what order. Each entry of `body` is exactly "
        "one of `article`, `clause`, `block` and `glossary`.",
    ),
    "clause": (
        "`clauses/<topic>/<name>.<language>.md`",
        "One statement of the library: front matter between two lines `---`, then Markdown. The text holds `{{ … }}` for "
        "values and `[[topic.name]]` for references. Here is the front matter of the master text.",
    ),
    "clause-variant": (
        "`clauses/<topic>/<name>.<position>.<language>.md`",
        "A negotiating position (`fallback-1`, `fallback-2`), the short text (`short`) or a translation of a clause. It holds no metadata of the "
        "master text again.",
    ),
    "locale": (
        "`templates/locales/<code>.yaml`",
        "One language: its typography, how it spells numbers, and the words of documents. `words` nests freely; a "
        "message holds `{name}` for values, and forms (`one`, `many`, `other`) where a number chooses.",
    ),
    "measures": (
        "`engagements/<id>/measures/<month>.yaml`",
        "The measures of one month, for `docgen credits` and `docgen simulate`. Incidents are here or in a CSV file "
        "beside it (`,` or `;`), whose columns are the fields of an incident. An instant is a wall time in the zone of the "
        "calendar, or has an offset (`2027-10-31 02:30+01:00`). A rate is `events` of `of`; availability and on-time rates are "
        "computed from interruptions and incidents. The measure of a quarter is in its last month.",
    ),
}  # fmt: skip
