"""Model to tree: clauses are chosen, filled and set; blocks are computed; numbers and references are given."""
