"""What was fixed and what moved since: locks, releases, changes. Pure functions; the pipeline reads and writes."""
