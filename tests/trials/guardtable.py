"""The guards of the code: where each stands, how it is broken, and the tests that must notice."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Guard:
    """A guard: what it keeps out, the file, text there and what breaks it (pairs), and the tests that must fail."""

    name: str
    file: str
    changes: tuple[tuple[str, str], ...]
    tests: tuple[str, ...]


def _guard(name: str, file: str, old: str, new: str, *tests: str) -> Guard:
    return Guard(name, file, ((old, new),), tests)


def _hostile(name: str, file: str, old: str, new: str, *files: str) -> Guard:
    case = "tests/checks/test_hostile.py::test_hostile_file_gives_its_code_and_line"
    return _guard(
        name, file, old, new, *(f"{case}[plan/{one if one.endswith('.gz') else one + '.yaml'}]" for one in files)
    )


def _tree(name: str, file: str, old: str, new: str, *trees: str) -> Guard:
    return _guard(
        name, file, old, new, *(f"tests/checks/test_hostile.py::test_hostile_tree_gives_its_code[{t}]" for t in trees)
    )


_YAML, _TEXT = "src/kehoach/files/yamlvalues.py", "src/kehoach/files/yamltext.py"
_PLACES, _BUILD = "src/kehoach/files/repository.py", "src/kehoach/publishing/build.py"
_VERIFY = "src/kehoach/publishing/verifying.py"
_PARTS = "src/kehoach/importing/officearchive.py"
_DIGESTS, _POLICY = "src/kehoach/publishing/digests.py", "src/kehoach/publishing/policy.py"
_REVISIONS, _SITE = "src/kehoach/files/revisions.py", "hooks/site.py"
_SHELL, _TURNS = "src/kehoach/pages/frames.py", "src/kehoach/publishing/generations.py"
_REFUSED = "tests/importing/test_import_reading.py::test_hostile_and_broken_files_are_refused_in_vietnamese"
_WRONG = "tests/publishing/test_publishing.py::test_verify_names_what_is_wrong"
_CONTENT = "tests/publishing/test_markers.py::test_pages_have_the_same_elements"

_OUTSIDE = ("https://a.example/x.json", "file:///etc/passwd", "terms.v1.schema.json#/a")

READING = (
    _hostile("duplicate keys", _YAML, "if key in top.value:", "if False:", "duplicate-key", "duplicate-key-escaped"),
    _hostile("anchors", _YAML, "if event.anchor:", "if False:", "alias-bomb", "merge-bomb"),
    _hostile("aliases", _YAML, "elif isinstance(event, AliasEvent):", "elif False:", "alias-unknown"),
    _hostile("tags", _YAML, "if event.tag:", "if False:", "python-object", "binary-tag", "env-tag"),
    _hostile(
        "one document",
        _YAML,
        "if self.documents > 1 or event.version or event.tags:",
        "if False:",
        *("second-document", "tag-directive", "yaml-1-1-directive"),
    ),
    _hostile("depth", _YAML, "if len(self.stack) >= yamltext.MAX_DEPTH:", "if False:", "deep-indent"),
    _hostile("values", _YAML, "if len(self.lines) > self.most:", "if False:", "many-items.yaml.gz"),
    _hostile("size", _TEXT, "if len(data) > MAX_BYTES * scale:", "if False:", "too-large.yaml.gz"),
    _hostile(
        "hidden characters",
        _TEXT,
        "hidden = HIDDEN.search(line)",
        "hidden = None",
        *("line-separator-in-comment", "paragraph-separator-in-comment", "next-line-in-comment"),
        "nul",
    ),
    _hostile(
        "hidden characters written as escapes",
        _YAML,
        "hidden = HIDDEN.search(event.value)",
        "hidden = None",
        *("escaped-override", "escaped-escape", "escaped-next-line", "escape-in-key"),
    ),
    _hostile(
        "letters composed apart", _YAML, 'not unicodedata.is_normalized("NFC", text)', "False", "escaped-decomposed"
    ),
    _hostile(
        "space around a value", _YAML, "if text != text.strip():", "if False:", "id-with-newline", "date-with-newline"
    ),
    _hostile(
        "silent types",
        _YAML,
        "if AMBIGUOUS.match(raw):",
        "if False:",
        *("plain-no", "plain-octal", "plain-sexagesimal", "plain-underscore", "plain-date", "plain-not-a-number"),
    ),
    _hostile(
        "keys that change type, merges",
        _YAML,
        'if (event.implicit[0] and AMBIGUOUS.match(key)) or key == "<<":',
        "if False:",
        *("merge-key", "key-that-is-a-truth-value"),
    ),
    _hostile(
        "ids in the schema",
        "schema/plan.v1.schema.json",
        '"pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",\n      "maxLength": 60,\n      "title": "Mã mục",',
        '"title": "Mã mục",',
        *("id-climbs", "id-with-slash", "id-cyrillic-homoglyph", "id-full-width-digit", "id-markup"),
    ),
    _hostile(
        "addresses in the schema",
        "schema/plan.v1.schema.json",
        '"pattern": "^https://[A-Za-z0-9.-]+(:[0-9]+)?/[^\\\\s<>\\"\'\\\\\\\\`{}|^]*$",',
        "",
        *("signed-file-javascript", "signed-file-data", "signed-file-quote"),
    ),
    _hostile(
        "days that exist",
        "src/kehoach/files/schemas.py",
        "validate_formats=True",
        "validate_formats=False",
        *("date-full-width", "date-without-hyphens", "year-ten-thousand"),
    ),
    _guard(
        "schemas from elsewhere",
        "src/kehoach/files/schemas.py",
        "registry=Registry(), ",
        "",
        "tests/files/test_schemas.py::test_reference_to_another_host_is_never_fetched[_validator]",
    ),
    _guard(
        "schemas from elsewhere, quickly",
        "src/kehoach/files/schemas.py",
        ", retriever=_refuse",
        "",
        "tests/files/test_schemas.py::test_reference_to_another_host_is_never_fetched[_quick]",
    ),
    _guard(
        "schemas that refer elsewhere",
        "src/kehoach/files/schemas.py",
        'if any(not reference.startswith("#") for reference in _references(document)):',
        "if False:",
        *(f"tests/files/test_schemas.py::test_schema_that_refers_outside_is_broken[{r}]" for r in _OUTSIDE),
    ),
    _guard(
        "a second opinion on patterns",
        "src/kehoach/files/schemas.py",
        "        if not has_message:",
        "        if False:",
        "tests/files/test_schemas.py::test_what_one_validator_refuses_is_refused",
    ),
)

PLACES = (
    _tree(
        "links in place of files",
        "src/kehoach/files/planfiles.py",
        "if any(map(os.path.islink, _places(name, root))):",
        "if False:",
        *("plan is a link out of the tree", "registry is a link", "list of ids is a link", "progress is a link"),
    ),
    _tree(
        "links in place of sources",
        _PLACES,
        "if path.is_symlink() or not path.is_file() or",
        "if not path.is_file() or",
        "source is a link out of the tree",
    ),
    _tree(
        "names and places",
        _PLACES,
        "if not _well_placed(relative):",
        "if False:",
        *("name folds to another", "name with a line break", "name with an escape", "another kind of file"),
    ),
    _tree(
        "names of devices",
        _PLACES,
        "not _RESERVED.match(part)",
        "True",
        "name of a device",
        "name of a device with a number",
    ),
    _guard(
        "links in place of evidence",
        _PLACES,
        "None if path.parent.is_symlink() else _source(path)",
        "_source(path)",
        "tests/checks/test_progress.py::test_folder_of_evidence_that_is_a_link_does_not_count",
    ),
    _guard(
        "permanent ids",
        "src/kehoach/checks/permanence_rules.py",
        "if item_id not in ids_now and plan_id not in unread:",
        "if False:",
        "tests/checks/test_permanence.py::test_a_lost_provision_is_an_error_at_its_line",
        "tests/checks/test_permanence.py::test_a_deleted_plan_is_an_error",
    ),
    _guard(
        "revisions that look like options",
        _REVISIONS,
        'if not name or name.startswith("-"):',
        "if False:",
        "tests/files/test_revisions.py::test_options_are_refused_before_git_sees_them",
    ),
    _guard(
        "dates of a shallow clone",
        _REVISIONS,
        "    if is_shallow(root):\n        return None\n",
        "",
        "tests/files/test_revisions.py::test_shallow_clone",
        "tests/publishing/test_kills.py::test_shallow_clone_and_archive_tell_no_wrong_date",
    ),
    _guard(
        "climbing names in a tree",
        _REVISIONS,
        'return not path.is_absolute() and ".." not in path.parts',
        "return True",
        "tests/files/test_revisions.py::test_names_that_climb_out_of_a_tree_are_left_out",
    ),
    _guard(
        "an archive's unfilled date",
        "src/kehoach/publishing/origin.py",
        'return {} if "$Format" in text else dict(',
        "return dict(",
        "tests/publishing/test_kills.py::test_an_archive_tells_its_commit_and_a_copy_without_history_none",
    ),
)

PAGES = (
    _guard("autoescaping", "src/kehoach/pages/view.py", "autoescape=True,", "autoescape=False,", _CONTENT),
    _guard(
        "titles in the theme",
        _SHELL,
        '"TITLE": str(escape(page.title)),',
        '"TITLE": page.title,',
        _CONTENT,
    ),
    _guard("descriptions in the theme", _SHELL, "str(escape(page.description))", "page.description", _CONTENT),
    _guard("titles in the outline", _SHELL, "title = str(escape(heading.title))", "title = heading.title", _CONTENT),
    _guard(
        "data that end a script element",
        "src/kehoach/pages/metadata.py",
        "text = text.replace(character, escape)",
        "pass",
        "tests/pages/test_metadata.py::test_json_in_the_head_is_valid_and_inert",
    ),
    _guard(
        "macros only where allowed",
        "mkdocs.yml",
        "render_by_default: false",
        "render_by_default: true",
        "tests/hooks/test_site.py::test_text_is_never_run",
    ),
    _guard(
        "front matter that switches macros on",
        _SITE,
        'page.meta.pop("render_macros", None)',
        "pass",
        "tests/hooks/test_site.py::test_text_is_never_run",
    ),
    _guard(
        "what a macro can reach",
        "hooks/macros.py",
        "return False",
        "return True",
        "tests/hooks/test_macros.py::test_a_page_that_reaches_out_is_not_built[globals by a macro]",
    ),
    _guard(
        "configuration out of reach",
        "hooks/macros.py",
        "if not isinstance(env._env, Closed):",
        "if False:",
        "tests/hooks/test_macros.py::test_a_page_that_reaches_out_is_not_built[globals by Jinja's own]",
    ),
    _guard(
        "pages that publish files",
        "mkdocs.yml",
        "markdown_extensions:\n",
        "markdown_extensions:\n  - pymdownx.snippets\n",
        "tests/hooks/test_site.py::test_only_known_extensions_read_pages",
    ),
    _guard(
        "no inline script in the policy",
        _POLICY,
        '"script-src": "\'self\'"',
        "\"script-src\": \"'self' 'unsafe-inline'\"",
        "tests/publishing/test_policy.py::test_policy_allows_no_inline_code",
        "tests/publishing/test_policy.py::test_sample_configuration_sends_the_policy",
    ),
    _guard(
        "no inline script in a page",
        _POLICY,
        "_INLINE.sub(moved, html)",
        "html",
        "tests/publishing/test_policy.py::test_inline_scripts_become_files_named_by_content",
        "tests/hooks/test_site.py::test_script_in_an_authored_page_becomes_a_file",
    ),
    _guard(
        "where remarks may go",
        "src/kehoach/pages/feedback.py",
        'if not pattern.startswith(("mailto:", "https://")):',
        "if False:",
        "tests/pages/test_feedback.py::test_unfit_setting_stops_the_build[javascript:alert('{title}{text}')]",
    ),
    _guard(
        "words in an address",
        "src/kehoach/pages/feedback.py",
        'quote(title, safe="")',
        "title",
        "tests/pages/test_feedback.py::test_both_texts_are_encoded",
    ),
)

FILES = (
    _guard(
        "formulas in CSV",
        "src/kehoach/exports/opendata.py",
        'return f"\'{cell}" if cell.startswith(',
        "return cell if cell.startswith(",
        "tests/agenda/test_checklist.py::test_csv_runs_no_formula",
    ),
    Guard(
        "formulas in XLSX",
        "src/kehoach/exports/sheetform.py",
        (('s="{text}" t="s"><v>{index}</v></c>', 's="{text}"><f>{_xml(cell)}</f></c>'),),
        ("tests/agenda/test_checklist.py::test_xlsx_holds_no_formula_and_no_link",),
    ),
    _guard(
        "lines in a calendar",
        "src/kehoach/exports/calendarlines.py",
        'return " ".join(several_lines(text).split())',
        "return text",
        "tests/exports/test_calendarfile.py::test_hostile_words_stay_inside_their_property",
    ),
    _guard(
        "control characters in XML",
        "src/kehoach/exports/docxfile.py",
        'return _UNPRINTABLE.sub("", text)',
        "return text",
        "tests/exports/test_officialdocx.py::test_what_xml_cannot_hold_is_dropped",
        "tests/exports/test_feed.py::test_hostile_words_stay_words",
    ),
    _guard(
        "control characters in a PDF",
        "src/kehoach/exports/typesetting.py",
        "_printable(data), ensure_ascii",
        "data, ensure_ascii",
        "tests/exports/test_officialpdf.py::test_words_are_never_code",
    ),
)

COPIES = (
    _guard(
        "pieces that look at more than a plan",
        "src/kehoach/machine/joinedfiles.py",
        "if all(former.is_kept(self.kind, *source) for source in sources if source[0] in self._asked):",
        "if True:",
        "tests/machine/test_joinedfiles.py::test_other_plans_or_a_spoiled_file_are_joined_anew",
    ),
    _guard(
        "plans that are saved while they are read",
        "src/kehoach/publishing/opened.py",
        "RegistryFiles(self.store), self.folders.file)",
        "RegistryFiles(self.store))",
        "tests/publishing/test_filling.py::test_what_is_saved_while_plans_are_read_is_in_the_next_site",
    ),
    _guard(
        "addresses that what is kept names",
        "src/kehoach/publishing/workrows.py",
        'if address.startswith("/") or ".." in address.split("/"):',
        "if False:",
        "tests/publishing/test_keeping.py::test_address_outside_the_site_is_not_believed[../x]",
    ),
    _guard(
        "kinds of values that are kept",
        "src/kehoach/machine/valuecolumns.py",
        "if {*map(type, column)} - {kind}:",
        "if False:",
        "tests/machine/test_values.py::test_field_of_another_kind_is_not_brought_back[whole-given14]",
    ),
    _guard(
        "entries that were altered",
        "src/kehoach/machine/store.py",
        "whole = unpacker.eof and _sum(kind, name, state, data) == checksum",
        "whole = True",
        "tests/machine/test_store.py::test_altered_entry_is_not_believed_and_is_counted[of]",
    ),
    _guard(
        "nothing kept in the work tree",
        "src/kehoach/machine/store.py",
        " or base.resolve().is_relative_to(root.resolve())",
        "",
        "tests/checks/test_trackedfiles.py::test_a_word_changed_in_what_is_kept_alone_is_refused_and_absent",
    ),
    _guard(
        "nothing kept in CI",
        "src/kehoach/machine/store.py",
        'or (setting is None and environment.get("CI"))',
        "",
        "tests/machine/test_store.py::test_place_is_the_users_and_of_one_repository",
    ),
    _guard(
        "a store that others can write to",
        "src/kehoach/machine/store.py",
        "if not _is_ours(folder):",
        "if False:",
        "tests/machine/test_store.py::test_folder_that_others_can_write_to_is_not_used",
    ),
    _guard(
        "what git may not hold",
        "src/kehoach/commands/validate.py",
        "[*found_problems, *trackedfiles.problems(options.root)]",
        "found_problems",
        "tests/checks/test_trackedfiles.py::test_tracked_output_is_an_error[.cache]",
    ),
    _guard(
        "the digest of a kept file",
        "src/kehoach/publishing/filecache.py",
        'return hashlib.file_digest(handle, "sha256").hexdigest() == size[1]',
        "return True",
        "tests/publishing/test_keeping.py::test_file_of_another_content_is_never_published[same length and times]",
    ),
    _guard(
        "kept files that are links",
        "src/kehoach/publishing/filecache.py",
        "if not stat.S_ISREG(status.st_mode) or",
        "if",
        "tests/publishing/test_keeping.py::test_file_of_another_content_is_never_published[link]",
    ),
    _guard(
        "fields that are only shown",
        "src/kehoach/machine/tracing.py",
        """note(f"@{self._kind}/{attributes['id']}")""",
        "pass",
        "tests/publishing/test_keeping.py::test_each_change_costs_what_it_changes",
    ),
    _guard(
        "facts that depend on the day",
        "src/kehoach/publishing/signatures.py",
        "return (self.fact(name),)",
        "return (name,)",
        "tests/publishing/test_keeping.py::test_each_change_costs_what_it_changes",
    ),
    _guard(
        "what a build reads",
        "src/kehoach/publishing/published.py",
        "if kept_state != state:\n        return None\n    statuses",
        "statuses",
        "tests/publishing/test_published.py::test_any_change_is_built[plan]",
    ),
    _guard(
        "published files that were touched",
        "src/kehoach/publishing/published.py",
        " if statuses and data == _sum(statuses) else None",
        "",
        "tests/publishing/test_published.py::test_any_change_is_built[published file]",
    ),
    _guard(
        "waiting files that were touched",
        "src/kehoach/publishing/published.py",
        "if digest and now.get(name) == status}",
        "if digest}",
        "tests/publishing/test_generations.py::test_what_was_touched_is_made_anew[waiting-rewritten]",
        "tests/publishing/test_generations.py::test_what_was_touched_is_made_anew[place-rewritten]",
    ),
    _guard(
        "waiting folders that something came into",
        "src/kehoach/publishing/published.py",
        "if not folders or folder_statuses(folder, folders) != folders:",
        "if not folders:",
        "tests/publishing/test_generations.py::test_what_was_touched_is_made_anew[waiting-more]",
        "tests/publishing/test_generations.py::test_what_was_touched_is_made_anew[place-more above]",
    ),
    _guard(
        "folders that something came into while a site was put together",
        _TURNS,
        'now[name] = ""',
        "pass",
        "tests/publishing/test_generations.py::test_what_comes_while_a_site_is_put_together_goes_at_its_turn",
    ),
    _guard(
        "a waiting folder that is being changed",
        _TURNS,
        "        self.store.drop(SPARE, str(self.place))\n",
        "",
        "tests/publishing/test_generations.py::test_killed_build_leaves_a_folder_that_nobody_believes",
    ),
    Guard(
        "files read again before they are published",
        _TURNS,
        (
            ("        if published.unlike(waiting, digests, fresh):", "        if False:"),
            ("        if published.unlike(new, digests, digests):", "        if False:"),
        ),
        (
            "tests/publishing/test_generations.py::test_file_that_changes_after_it_was_listed_is_not_published",
            "tests/publishing/test_generations.py::test_first_site_that_changes_is_not_published",
        ),
    ),
    _guard(
        "one build at a time in the waiting folder",
        "src/kehoach/machine/tempfolder.py",
        "fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "pass",
        "tests/publishing/test_generations.py::test_two_builds_do_not_share_the_folder",
    ),
    _guard(
        "one look at the list of addresses",
        "src/kehoach/checks/permanence_rules.py",
        "if item_id not in ids_now and",
        "if item_id not in {plan.id: items for plan, items in outlined(plans)}.get(plan_id, ()) and",
        "tests/trials/test_growth.py::test_calls_grow_no_faster_than_the_plans[validate]",
    ),
    _guard(
        "two things at one address",
        "src/kehoach/publishing/workrunner.py",
        "if twice := self.sizes.keys() & other.sizes.keys():",
        "if twice := set[str]():",
        "tests/publishing/test_filling.py::test_two_things_at_one_address_stop_the_build",
    ),
    Guard(
        "building beside",
        _BUILD,
        (
            ('"--site-dir", str(built)]', '"--site-dir", str(self.generations.place)]'),
            (
                "            raise UserError(FAILED)\n",
                "            raise UserError(FAILED)\n        shutil.copytree(self.generations.place, built)\n",
            ),
        ),
        ("tests/publishing/test_kills.py::test_a_generator_that_fails_half_way_leaves_the_old_site",),
    ),
    _guard(
        "one switch",
        _TURNS,
        "    if not _exchange(new, place):",
        "    import shutil\n    shutil.rmtree(place)\n    new.rename(place)\n    if False:",
        "tests/publishing/test_publishing.py::test_the_old_site_is_set_aside_whole",
    ),
    _guard(
        "folders that are no site",
        _BUILD,
        "    _refuse_others(root, place)\n",
        "",
        "tests/publishing/test_kills.py::test_a_place_that_is_no_site_is_refused[thu-muc-khac]",
        "tests/publishing/test_kills.py::test_a_place_that_is_no_site_is_refused[tep]",
    ),
    _guard(
        "builds at work",
        "src/kehoach/machine/tempfolder.py",
        "fcntl.flock(parent, fcntl.LOCK_EX | fcntl.LOCK_NB)",
        "pass",
        "tests/publishing/test_kills.py::test_a_build_at_work_keeps_its_folder",
    ),
    _guard(
        "full disks",
        _BUILD,
        "except OSError as error:",
        "except ZeroDivisionError as error:",
        "tests/publishing/test_kills.py::test_a_manifest_that_cannot_be_written_leaves_the_old_site",
    ),
    _guard(
        "modes whatever the umask",
        _TURNS,
        "        set_modes(new)\n",
        "",
        "tests/publishing/test_kills.py::test_modes_do_not_depend_on_the_umask",
    ),
    _guard(
        "changed files",
        "src/kehoach/publishing/manifest.py",
        "elif manifest.files[path] != digests[path]:",
        "elif False:",
        f"{_WRONG}[one flipped byte]",
    ),
    _guard(
        "added files",
        "src/kehoach/publishing/manifest.py",
        "elif path not in manifest.files:",
        "elif path not in manifest.files:\n            continue\n        elif False:",
        f"{_WRONG}[one added file]",
    ),
    _guard(
        "missing files",
        "src/kehoach/publishing/manifest.py",
        "if path not in digests:\n            yield",
        "if path not in digests:\n            continue\n            yield",
        f"{_WRONG}[one missing file]",
    ),
    _guard(
        "links in a copy",
        _DIGESTS,
        "if path.is_symlink():",
        "if path.is_symlink() and path.is_dir():",
        "tests/publishing/test_publishing.py::test_a_link_with_the_right_words_is_no_copy",
    ),
    _guard(
        "old copies passed off as new",
        _VERIFY,
        "if own == manifest.previous:",
        "if own == manifest.previous and False:",
        "tests/publishing/test_kills.py::test_manifests_form_a_chain",
    ),
    _guard(
        "zips that unpack without end",
        _DIGESTS,
        "refuse_too_large(archive, entries)",
        "pass",
        "tests/publishing/test_publishing.py::test_a_zip_bomb_is_refused_before_it_is_unpacked",
    ),
    _guard(
        "names that stand twice",
        _DIGESTS,
        '"twice" if entry.filename in digests',
        '"twice" if False',
        "tests/publishing/test_publishing.py::test_a_zip_that_unpacks_in_two_ways_is_not_whole",
    ),
    _guard(
        "long manifests",
        _VERIFY,
        "if len(text) > MAX_MANIFEST:",
        "if False:",
        "tests/publishing/test_publishing.py::test_a_manifest_without_end_is_not_read",
    ),
)

IMPORTING = (
    _guard(
        "entities",
        _PARTS,
        "if _declares_types(data):",
        "if False:",
        f"{_REFUSED}[entity]",
        f"{_REFUSED}[laughs]",
    ),
    _guard(
        "parts that unpack without end",
        _PARTS,
        "if len(data) > MAX_PART or (len(data)",
        "if (False and len(data)",
        f"{_REFUSED}[bomb]",
    ),
    _guard(
        "parts that unpack too well",
        _PARTS,
        "len(data) > MAX_RATIO * max(entry.compress_size, 1)",
        "False",
        f"{_REFUSED}[ratio]",
    ),
    _guard(
        "entries of an archive",
        _PARTS,
        "if len(archive.infolist()) > MAX_ENTRIES:",
        "if False:",
        f"{_REFUSED}[entries]",
    ),
    _guard(
        "size of a file", "src/kehoach/importing/read.py", "if len(data) > MAX_BYTES:", "if False:", f"{_REFUSED}[size]"
    ),
    _guard(
        "time and memory of a PDF",
        "src/kehoach/importing/pdfworker.py",
        "    _limit()\n    data",
        "    data",
        "tests/importing/test_import_hostile.py::test_a_pdf_that_unpacks_without_end_is_refused",
    ),
)

_PACKED, _OPENED = "src/kehoach/nation/packages.py", "src/kehoach/nation/opening.py"
_BROKEN = "tests/nation/test_packages.py::test_a_broken_package_is_named"

PACKAGES = (
    _guard(
        "tables with the length and digest told",
        _PACKED,
        "if not whole:",
        "if False:",
        f"{_BROKEN}[table of another length]",
    ),
    _guard(
        "addresses of sites", _PACKED, "or not _HOME.fullmatch(homepage)", "", f"{_BROKEN}[address that is a script]"
    ),
    _guard("ids of listed plans", _PACKED, "or not _PLAN_ID.fullmatch(plan_id)", "", f"{_BROKEN}[plan that leads up]"),
    _guard(
        "tables that are links",
        _OPENED,
        "if path.is_symlink() or not path.is_file():",
        "if False:",
        f"{_BROKEN}[table that is a link]",
    ),
    _guard(
        "tables that stand twice in a zip",
        _OPENED,
        "if len(entries) > 1:",
        "if False:",
        "tests/nation/test_packages.py::test_a_file_that_stands_twice_in_a_zip_is_refused",
    ),
    _guard(
        "addresses that are asked",
        "src/kehoach/nation/fetching.py",
        'if urlsplit(address).scheme != "https":',
        "if False:",
        "tests/nation/test_packages.py::test_only_https_is_asked[file:///etc/passwd]",
    ),
)

GUARDS = (*READING, *PLACES, *PAGES, *FILES, *COPIES, *IMPORTING, *PACKAGES)
