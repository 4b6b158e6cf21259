"""Starting a repository for another body."""
