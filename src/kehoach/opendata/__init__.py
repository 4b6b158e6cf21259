"""Open data: plans as JSON, duties, reports, citations and targets as CSV, described by a Frictionless package."""

from kehoach.opendata.files import guarded, open_data
from kehoach.opendata.tables import TABLES, Column, Table

__all__ = ["TABLES", "Column", "Table", "guarded", "open_data"]
