"""Values of the engagement that clauses print, and the conditions under which clauses apply."""
