"""Drawings of a pack: small frozen values in, SVG text out; colours and fonts come later, by class."""
