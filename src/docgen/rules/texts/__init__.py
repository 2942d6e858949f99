"""Contracts that were written elsewhere: their numbers, references, terms and left-overs."""
