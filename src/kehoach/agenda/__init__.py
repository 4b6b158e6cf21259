"""Who does what by when: duties put into days, where they stand, their results, the periodic report."""

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
