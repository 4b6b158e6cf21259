"""Starting, formatting and rewriting plan files."""
