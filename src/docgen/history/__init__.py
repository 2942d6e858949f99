"""Releases and changes: locks, comparisons, reviews. Pure functions; the pipeline reads and writes."""
