"""Plans as code: the yearly plans of Vietnamese public bodies as linked, comparable data.

Rooms from the ground up; each imports only from floors below it (``[tool.importlinter]`` in pyproject.toml holds it):

    machine  wording                    processes, digests, writing whole files, git | letters, names, labels, symbols
    model                               plan, registry, progress and printed form as frozen values; the table of fields
    files                               YAML in and out, schemas, problems, loading, git revisions
    meaning                             lines read: mentions, parties, duties, times; all plans linked
    agenda  comparison  drafting        who does what when | what changed, what rests on what | the next edition
    importing  exports  checks          Word, PDF and text in | documents, calendars, tables, data out | rules, review
    pages                               views, templates and search
    publishing  starting                building, packing and verifying the site | a repository for another body
    commands                            the command line
"""
