"""Who does what when: duties with their days, checklists, results, and the periodic report."""

__all__ = [
    "agenda",
    "checklist",
    "deadlines",
    "periodicreport",
    "resulttable",
    "standing",
    "timetable",
]
"""Modules that other rooms may import."""
