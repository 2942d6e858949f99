"""Published packs: a tree of directories, with a page, a feed and hashes. Pure functions of values."""
