"""Who does what by when.

Duties put into days and months, where they stand today, recorded results, the periodic report.
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
