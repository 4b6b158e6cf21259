"""Schedules, deadlines, checklists, calendars, progress and the periodic report."""
