"""Open data: plans as JSON, duties, reports, citations and targets as CSV, described by a Frictionless package."""

from kehoach.opendata.files import About, guarded, open_data
from kehoach.opendata.tables import TABLES, Column, Table

__all__ = ["TABLES", "About", "Column", "Table", "guarded", "open_data"]
