"""Text to model: schemas as data, clauses, engagements, outlines, locales."""
