"""Defined terms: defined once, used, and written alike."""
