"""Which documents begin with a cover, their history and a table of contents."""

from docgen.model.outline import Options
from docgen.model.pack import Pack
from docgen.model.profile import Profile


def fronted(pack: Pack, options: Options) -> bool:
    """True for each document of a full pack, and for those of a standard pack that are no annex; a short pack has none."""
    if pack.engagement.profile is not Profile.STANDARD:
        return pack.engagement.profile is Profile.FULL
    outline = pack.outline(str(options.get("kind", "")))
    return outline is None or not outline.annex
