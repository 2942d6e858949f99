"""Committees: members, rhythm, minutes, reports, and what they may decide."""
