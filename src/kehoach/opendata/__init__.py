"""Open data: plans as JSON, duties, reports, citations and targets as CSV, described by a Frictionless package."""

from kehoach.opendata.files import PACKAGE, About, Size, guarded, open_data, package, plan_data, size, tables
from kehoach.opendata.tables import TABLES, Column, Table

__all__ = [
    "PACKAGE",
    "TABLES",
    "About",
    "Column",
    "Size",
    "Table",
    "guarded",
    "open_data",
    "package",
    "plan_data",
    "size",
    "tables",
]
