"""The responsibility matrix, and the people who hold its roles."""
