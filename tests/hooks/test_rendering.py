"""The live preview renders an authored page again where something of it may have changed, and only there."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from corpus import ROOT
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

sys.path.append(str(ROOT / "hooks"))
from rendering import RenderedPages

GUIDE, OTHER, LOST = "huong-dan.md", "khac.md", "lac.md"
TEXTS = {
    GUIDE: "# Hướng dẫn\n\n## Mục một {#mot}\n\nXem [trang kia](khac.md#hai).\n",
    OTHER: "# Trang khác\n\n## Mục hai {#hai}\n",
}


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    (tmp_path / "docs").mkdir()
    config = MkDocsConfig(str(tmp_path / "mkdocs.yml"))
    config.load_dict({"site_name": "Thử", "markdown_extensions": ["attr_list"], "validation": {"anchors": "info"}})
    errors, _ = config.validate()
    assert not errors
    return config


def build(config: MkDocsConfig, memory: RenderedPages, texts: Mapping[str, str]) -> tuple[dict[str, Page], list[str]]:
    """Render pages as a build does; gives them, and the names of those that were rendered anew."""
    for name, text in texts.items():
        Path(config.docs_dir, name).write_text(text, encoding="utf-8")
    files = Files([File(name, config.docs_dir, config.site_dir, use_directory_urls=True) for name in texts])
    pages: dict[str, Page] = {}
    anew: list[str] = []
    for file in files:

        class Counted(Page):
            def render(self, config: MkDocsConfig, files: Files) -> None:
                anew.append(self.file.src_uri)
                super().render(config, files)

        page = Counted(None, file, config)
        page.read_source(config)
        memory.remember(page)
        page.render(config, files)
        pages[file.src_uri] = page
    return pages, anew


def shown(page: Page) -> tuple[object, ...]:
    """All that rendering leaves in a page."""
    leads_to = {file.src_uri: links for file, links in (page.links_to_anchors or {}).items()}
    toc = [(entry.title, entry.id) for item in page.toc for entry in (item, *item.children)]
    return page.title, page.content, toc, page.present_anchor_ids, leads_to


def test_only_a_page_that_changed_is_rendered(config: MkDocsConfig) -> None:
    """The others are as they were; links lead to the files of this build."""
    memory = RenderedPages()
    before, anew = build(config, memory, TEXTS)
    assert anew == [GUIDE, OTHER]
    changed = {**TEXTS, OTHER: TEXTS[OTHER].replace("hai}", "ba}")}
    after, anew = build(config, memory, changed)
    assert anew == [OTHER]
    assert shown(after[GUIDE]) == shown(before[GUIDE])
    assert [file.page for file in after[GUIDE].links_to_anchors or ()] == [after[OTHER]]
    assert after[OTHER].present_anchor_ids == {"ba", "trang-khac"}


def test_a_new_file_or_another_setting_renders_all(config: MkDocsConfig) -> None:
    """A link may lead somewhere now that led nowhere before."""
    memory = RenderedPages()
    build(config, memory, TEXTS)
    with_another = {**TEXTS, "moi.md": "# Mới\n"}
    assert build(config, memory, with_another)[1] == [GUIDE, OTHER, "moi.md"]
    assert build(config, memory, with_another)[1] == []
    config.mdx_configs = {"toc": {"toc_depth": 1}}
    assert build(config, memory, with_another)[1] == [GUIDE, OTHER, "moi.md"]


def test_what_is_told_of_a_page_is_told_again(config: MkDocsConfig, caplog: pytest.LogCaptureFixture) -> None:
    """Who saves another file still learns of a link that leads nowhere."""
    memory, texts = RenderedPages(), {**TEXTS, LOST: "# Lạc\n\n[đâu](khong-co.md)\n"}
    for expected in ([GUIDE, OTHER, LOST], [LOST]):
        caplog.clear()
        assert build(config, memory, texts)[1] == expected
        assert "khong-co.md" in caplog.text


def test_an_extension_that_may_read_files_is_asked_every_time(config: MkDocsConfig) -> None:
    """Nobody looks at what it reads."""
    memory = RenderedPages()
    config.markdown_extensions = [*config.markdown_extensions, "pymdownx.snippets"]
    assert [build(config, memory, TEXTS)[1] for _ in range(2)] == [[GUIDE, OTHER]] * 2
