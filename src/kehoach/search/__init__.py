"""Search data of the site: a word index cut into small files, read by the page /tim/ without any server."""

from kehoach.search.files import FOLDER, search_files

__all__ = ["FOLDER", "search_files"]
