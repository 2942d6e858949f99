"""Write the pages of docs/ that are made from the code: file formats, blocks, rules."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from docgen.assemble import blocks
from docgen.cli.explain import shown
from docgen.manual import pages, topics
from docgen.manual.file_kinds import ABOUT
from docgen.read.jsonschema import SCHEMAS
from docgen.read.schemas.describe import change_class, example, title, type_and_limits
from docgen.read.schemas.fields import Field
from docgen.read.schemas.walk import inside

ROOT = Path(__file__).parents[1]
MADE = "<!-- Made by `make docs` from the code: change the code. -->\n"

VALUES = """\
## How values are written

| type | written as | read as |
|---|---|---|
| text | `Lyon`, `"69003"`; long ones with `>-` | the text; never empty |
| name | `sdm`, `P1`, `dispo-hebergement` | letters, digits, `.`, `_`, `-` |
| flag | `true`, `false` | nothing else: `yes` and `on` are text |
| whole number | `25` | |
| number | `99.5` | exact decimal, never a float |
| amount | `12 500 EUR`, `40.00 EUR`, `12 500,00 €` | amount and currency, excluding VAT unless the field says otherwise |
| percentage | `99.9 %` | points |
| duration | `30 min`, `4 h`, `30 days`, `2 business days`, `6 working days`, `12 weeks`, `36 months`, `5 years` | a whole number of a unit; each field says which units it takes |
| hours | `08:00-18:00`, `00:00-24:00` | half-open; a span over midnight is written as two |
| date | `2026-12-01` | |
| month | `2026-09` | |

A *business day* is a jour ouvré (Monday to Friday, holidays out), a *working day* a jour ouvrable (Monday to Saturday).
Units are written in English whatever the language of the documents.

YAML is read narrowly: only `true`, `false`, `null`, whole numbers and decimals are more than text, so `12:30` and `NO`
stay what was typed. A key that stands twice, an explicit tag, a second document in the file are faults.

The last column of the tables is the class of a change of the field: an *amendment* needs both signatures, an
*operational* change (people, calendars, contacts) does not, an *editorial* one binds nobody.
"""


def formats() -> str:
    """docs/formats.md: every field of every file."""
    terms = yaml.safe_load((ROOT / "clauses/terms.yaml").read_text(encoding="utf-8"))
    parts = [f"# File formats\n\n{MADE}", VALUES]
    for kind, (files, about) in ABOUT.items():
        schema = SCHEMAS[kind]
        parts.append(f"## {schema.title.removeprefix('docgen: ').partition(',')[0]}\n\n{files}\n\n{about}\n")
        plain = {
            key: field for key, field in schema.fields.items() if not inside(field) or kind != "engagement"
        }
        context = terms if kind == "engagement" else None
        parts.append(_table(plain, context))
        for key, field in schema.fields.items():
            if key not in plain:
                parts.append(f"### {key}\n\n" + _table({key: field}, context))
    return "\n".join(parts)


def _table(fields: Mapping[str, Field], context: Any) -> str:
    head = "| field | what | type and limits | required | example | change |\n|---|---|---|---|---|---|\n"
    seen: dict[int, str] = {}
    return head + "".join(
        line for key, field in fields.items() for line in _rows(key, field, _inner(context, key), seen)
    )


def _rows(path: str, field: Field, context: Any, seen: dict[int, str]) -> Iterator[str]:
    children = inside(field)
    same = seen.get(id(children)) if children else None
    kind = f"as `{same}`" if same else type_and_limits(field)
    required = "no" if not field.get("required") else "default" if context is not None else "yes"
    shown_example = f"`{example(field)}`" if example(field) else ""
    yield f"| `{path}` | {_cell(title(field))} | {_cell(kind)} | {required} | {_cell(shown_example)} | {change_class(field)} |\n"
    if not children or same:
        return
    seen[id(children)] = path
    for key, child in children.items():
        yield from _rows(
            f"{path}{'[]' if field['type'] == 'list' else ''}.{key}", child, _inner(context, key), seen
        )


def _inner(context: Any, key: str) -> Any:
    """What the default terms say inside; of a list, what its first item says."""
    if isinstance(context, list) and context:
        context = context[0]
    return context.get(key) if isinstance(context, dict) else None


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def block_pages() -> str:
    """docs/blocks.md: what each block prints."""
    parts = [
        f"# Blocks\n\n{MADE}",
        "A block is a part of a document that is computed from the engagement. An outline says `block: <name>`.\n",
    ]
    for block in blocks.names():
        module = blocks.find(block)
        parts.append(f"## {block}\n\n{((module.__doc__ if module else '') or '').strip()}\n")
    return "\n".join(parts)


def rule_pages() -> str:
    """docs/rules.md: the manual page of each fault, as `docgen explain` prints it, by topic."""
    parts = [
        f"# Faults\n\n{MADE}",
        "`docgen explain CODE` or `docgen explain NAME` prints one page. A code of three digits is an old one and stays;\n"
        "new ones have four digits and begin with the number of their topic.\n",
    ]
    parts += [
        "| code | name | severity | fault |\n|---|---|---|---|\n"
        + "".join(
            f"| {page.code} | {page.name} | {page.severity.label} | {_cell(page.title)} |\n"
            for page in pages()
        )
    ]
    for topic in topics():
        parts.append(f"## {topic.name}\n\n{topic.about} New codes: {topic.codes}01 to {topic.codes}99.\n")
        parts += (f"### {shown(page)}\n" for page in pages() if page.topic == topic.name)
    return "\n".join(parts)


PAGES: Mapping[str, Callable[[], str]] = {
    "docs/formats.md": formats,
    "docs/blocks.md": block_pages,
    "docs/rules.md": rule_pages,
}


def main() -> None:
    """Write the pages whose text changed."""
    for path, make in PAGES.items():
        (ROOT / path).write_text(make(), encoding="utf-8")


if __name__ == "__main__":
    main()
