"""What clauses say of one another: references, requirements and conflicts between clauses."""
