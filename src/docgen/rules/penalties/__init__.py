"""Penalties of service levels: scales, pools and caps."""
