"""Cerberus schemas as data: the fields of each file of a workspace.

Each field has its title, unit, limits and an example (`meta`), so that the same data checks a file, completes it
in an editor and documents it; `change` is the class of a change of this field, `gains` who gains when it grows.
"""
