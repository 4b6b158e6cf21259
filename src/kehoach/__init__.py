"""Plans as code: the yearly plans of Vietnamese public bodies as linked, comparable data.

Rooms from the roof down; each imports only from floors below it (``[tool.importlinter]`` in pyproject.toml holds it):

    commands       the command line: what each command takes, does and prints
    ----------
    publishing     the site built whole and kept between builds: works, theme, manifest, verification, packages
    newrepository  a repository for another body: its first registries and plan, provinces, settings, what init copies
    ----------
    pages          what each page of the site shows: views, charts, links and addresses, search, the theme's frame
    updating       a plan brought up to a Word file that people edited: what changed, merged in, with a report
    ----------
    importing      Word, PDF, scans and text in: a draft plan with a report of what to look at; filled tables of results
    exports        DOCX, PDF, calendars, tables, open data and the feed out
    checks         the rules that plans and registries are held to, problems as text or SARIF, the review of a change
    ----------
    agenda         who does what by when: duties put into days, where they stand, their results, the periodic report
    comparison     what differs between two plans and how it is said; what plans rest on and take from one another
    drafting       the next edition from the last one, bodies for the registry, marks where a person must look
    ----------
    meaning        what printed lines mean: bodies and documents they name, duties, times, targets; all plans linked
    fidelity       each published word traced to the source document that it was taken from
    ----------
    files          plans and registries on disk and in git: YAML read and written, schemas, what is wrong in a file
    ----------
    model          plan, registry, progress and printed form as frozen values; the table of fields
    ----------
    machine        processes, digests, what is kept from run to run, files written whole, git, refusals
    wording        Vietnamese of official documents as written: letters, capitals, labels, citations, slips of scans
"""
