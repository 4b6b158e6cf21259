"""Levels of the bodies that a repository can be made for; the command line names them before anything is loaded."""

LEVELS = ("national", "province", "district", "commune")
