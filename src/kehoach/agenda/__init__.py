"""Who does what by when.

Duties put into days and months as deadlines, where they stand today, recorded results and their table, the periodic
report.
"""

__all__ = [
    "agenda",
    "checklist",
    "deadlines",
    "periodicreport",
    "recordedresults",
    "resultcolumns",
    "resulttable",
    "standing",
    "timetable",
]
"""Modules that other rooms may import."""
