"""Agreed departures: negotiating positions that an engagement takes, and waivers of faults."""
