"""One self-contained HTML page: readable on a screen, on paper and by a screen reader, without network."""

from markupsafe import Markup, escape

from docgen.cli.diffs._entries import Entry, describe
from docgen.model.changes import Op, Run
from docgen.pipeline.comparing import Compared

_STYLE = Markup("""
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #525b66; --line: #cfd6dd; --paper: #fff; --in: #0a5c2f; --out: #9b1c1f; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ebee; --soft: #a9b3bd; --line: #3b444d; --paper: #14181c; --in: #6fd39b; --out: #ff9c9c; } }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2rem; border-bottom: 1px solid var(--line); font-size: 1.2rem; } h3 { margin-bottom: 0; font-size: 1rem; }
.what, code { color: var(--soft); font-size: .875rem; }
.words { white-space: pre-line; }
ins { color: var(--in); font-weight: 600; } del { color: var(--out); } del::before { content: "["; } del::after { content: "]"; } del + ins { margin-left: .25em; }
table { width: 100%; border-collapse: collapse; } th, td { padding: .3rem .5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
""")

_PAGE = Markup("""<!DOCTYPE html>
<html lang="{language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{style}</style></head>
<body><main>
<h1>{title}</h1>
{body}
</main></body>
</html>
""")


def show(compared: Compared, colour: bool) -> str:
    """Heading, level, a section for each document, a table of values."""
    text, locale = describe(compared), compared.new.pack.locale
    if compared.changes.empty:
        body = Markup("<p>{}</p>").format(locale.text("redline.nothing"))
    else:
        body = Markup("<p><strong>{}</strong></p>\n<p>{}: {}</p>\n").format(
            text.level, locale.text("redline.documents"), ", ".join(text.documents)
        )
        for document, entries in text.clauses:
            body += Markup("<section><h2>{}</h2>\n{}</section>\n").format(
                document, Markup("").join(map(_clause, entries))
            )
        if text.values:
            rows = Markup("").join(map(_value, text.values))
            body += Markup("<section><h2>{}</h2>\n<table><tbody>\n{}</tbody></table></section>\n").format(
                locale.text("redline.values"), rows
            )
    return str(_PAGE.format(language=locale.code, title=text.heading, style=_STYLE, body=body))


def _clause(entry: Entry) -> Markup:
    words = Markup('<p class="words">{}</p>\n').format(_words(entry.runs)) if entry.runs else Markup("")
    head = Markup('<h3>{} {}</h3>\n<p class="what">{} – {} <code>{}</code></p>\n')
    return head.format(entry.number, entry.title, entry.what, entry.effect, entry.id) + words


def _value(entry: Entry) -> Markup:
    changed = escape(entry.what) if entry.what else _words(entry.runs)
    return Markup('<tr><th scope="row">{}<br><code>{}</code></th><td>{}</td><td>{}</td></tr>\n').format(
        entry.title, entry.id, changed, entry.effect
    )


def _words(runs: tuple[Run, ...]) -> Markup:
    tags = {Op.SAME: Markup("{}"), Op.REMOVED: Markup("{}<del>{}</del>"), Op.ADDED: Markup("{}<ins>{}</ins>")}
    pieces = []
    for run in runs:
        words = run.text.lstrip(" ")
        gap = run.text[: len(run.text) - len(words)]
        pieces.append(tags[run.op].format(run.text) if run.op is Op.SAME else tags[run.op].format(gap, words))
    return Markup("").join(pieces)
