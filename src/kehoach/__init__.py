"""Plans as code: the yearly plans of Vietnamese public bodies as linked, comparable data.

Rooms from the roof down; each imports only from floors below it (``[tool.importlinter]`` in pyproject.toml holds it):

    commands       the command line: the arguments of each command, what it does and prints, its exit status; Word
                   files that people put into the inbox, and which plan each is about
    ----------
    publishing     the site built whole and kept between builds: works, each of which makes pages or files, what
                   each of them asks of all plans; two folders that take turns, digests, the manifest,
                   verification, packages; the theme and its styles, the security policy
    newrepository  a repository for another body: first registries and sample plan, the country's provinces, communes
                   and their usual bodies, settings, what init copies
    nation         many sites together: their data packages read as untrusted, as one database that is asked in SQL;
                   Parquet by province and year; an index site that leads to what all of them hold, with a search of
                   its own
    ----------
    pages          what each page of one site shows: views of plans, bodies, documents and months, tasks, differences
                   and sources as HTML; long lists cut into pages, charts, links and addresses, words for codes,
                   search, the frame around a page
    updating       a plan brought up to a Word file that people edited: three texts merged, two later states joined,
                   comments and references that follow, a report
    ----------
    importing      Word with its tracked changes, PDF, scans and text in: lines and blocks, what recognition misread,
                   labels and outline, head and tail, tables and footnotes, to a draft plan and a report; filled tables
                   of results read
    exports        plans and duties out: DOCX, alone or with changes tracked, PDF and its fonts, calendars, checklists,
                   open data as CSV and JSON with columns and keys, the feed
    checks         the rules that plans and registries are held to, with their codes and texts; problems told as text,
                   JSON or SARIF, and kept while nothing changes; the review of a change
    ----------
    agenda         who does what by when: duties put into days and months as deadlines, where they stand today,
                   recorded results and their table, the periodic report
    comparison     what differs between two plans, in words, fields and meaning, and how it is said: provisions paired,
                   words as signs, what moved, came or went, slips put right; what plans rest on, take up and hand over
    drafting       the next edition from the last one: years and bodies changed, entries for bodies and series unknown,
                   marks where a person must look
    ----------
    meaning        what printed lines mean: bodies, known and unknown, documents, indicators and targets that they
                   name, who has which duty, when; patterns, nouns and verbs by which names, roles and times are told;
                   days, periods and holidays; whether a document or a body still lives; all plans linked
    fidelity       each published word and letter traced to the source document, and what departs from it
    ----------
    files          plans and registries on disk and in git: YAML with its comments read, diagnosed and written,
                   schemas, problems with their places, loading, revisions
    ----------
    model          what there is, as frozen values: plan, items, tables, printed lines, registries of bodies and
                   documents, recorded progress, each made from plain data and given back as such; the table of fields
    ----------
    machine        what any program needs, whatever it is about: processes, digests, the store of what is kept and
                   values packed for it, files written whole, git, refusals
    wording        Vietnamese of official documents as written, whatever it means: letters, capitals, labels,
                   citations, slips of scans; patterns compiled when a text needs them
"""
