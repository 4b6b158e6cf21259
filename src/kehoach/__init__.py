"""Plans as code: the yearly plans of Vietnamese public bodies as linked, comparable data.

Rooms from the roof down; each imports only from floors below it (``[tool.importlinter]`` in pyproject.toml holds it):

    commands       the command line: the arguments of each command, what it does and prints, its exit status
    ----------
    publishing     the site built whole and kept between builds: works and their signatures, the theme and its styles,
                   the security policy, manifest, verification, packages
    newrepository  a repository for another body: first registries and sample plan, provinces and communes, settings,
                   what init copies
    nation         many sites together: their data packages read as untrusted, as one database; Parquet by province and
                   year; a site that leads to what all of them hold
    ----------
    pages          what each page of the site shows: views of plans, bodies, documents and months, charts, links and
                   addresses, words for codes, search, the frame around a page
    updating       a plan brought up to a Word file that people edited: three texts merged, two later states joined,
                   comments and references that follow, a report
    ----------
    importing      Word, PDF, scans and text in: lines and blocks, labels and outline, head and tail, tables and
                   footnotes, to a draft plan and a report
    exports        plans and duties out: DOCX and its tracked changes, PDF, calendars, checklists, open data as CSV and
                   JSON, the feed
    checks         the rules that plans and registries are held to, with their texts; problems told as text, JSON or
                   SARIF; the review of a change
    ----------
    agenda         who does what by when: duties put into days and months, where they stand today, recorded results,
                   the periodic report
    comparison     what differs between two plans, in words, fields and meaning, and how it is said; what plans rest
                   on, take up and hand over
    drafting       the next edition from the last one: years and bodies changed, entries for bodies unknown, marks
                   where a person must look
    ----------
    meaning        what printed lines mean: bodies, documents, indicators and targets that they name, who has which
                   duty, when; the lexicon; days, periods and holidays; whether a document or a body still
                   lives; all plans linked
    fidelity       each published word and letter traced to the source document, and what departs from it
    ----------
    files          plans and registries on disk and in git: YAML read, diagnosed and written, schemas, loading,
                   revisions
    ----------
    model          what there is, as frozen values: plan, items, tables, printed lines, registries, recorded progress,
                   each made from plain data and given back as such; the table of fields
    ----------
    machine        what any program needs: processes, digests, the store of what is kept, files written whole, git,
                   refusals
    wording        Vietnamese of official documents as written: letters, capitals, labels, citations, slips of scans
"""
