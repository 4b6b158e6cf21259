"""Wide parts of authored pages scroll by themselves, and a screen reader hears what each of them is."""

from __future__ import annotations

from kehoach.pages.wideparts import with_wide_parts

TABLE = "<table>\n<thead></thead>\n</table>"


def test_a_bare_table_scrolls_under_the_name_of_its_heading() -> None:
    """The name is the text of the nearest heading above, without its markup and escaped once."""
    html = with_wide_parts(f'<h2 id="a">Lệnh &amp; <code>việc</code></h2>\n{TABLE}\n<h3>Tiếp</h3>{TABLE}')
    first, second = html.split("<h3>")
    region = '<div class="kh-scroll" role="region" tabindex="0" aria-label="Bảng: {}">' + TABLE + "</div>"
    assert region.format("Lệnh &amp; việc") in first
    assert second == f"Tiếp</h3>{region.format('Tiếp')}"


def test_a_heading_is_that_of_its_column() -> None:
    """Markdown has no other heading in a table."""
    html = with_wide_parts("<table>\n<thead>\n<tr>\n<th>Lệnh</th>\n</tr>\n</thead>\n</table>")
    assert '<th scope="col">Lệnh</th>' in html


def test_a_sample_of_code_scrolls_and_keeps_what_it_says() -> None:
    """A sample keeps its classes; without a heading above it is named by its kind."""
    html = with_wide_parts('<pre><code class="language-yaml">id: "x"\n</code></pre>')
    label = 'role="group" tabindex="0" aria-label="Đoạn mẫu"'
    assert html == f'<pre><code class="language-yaml" {label}>id: "x"\n</code></pre>'


def test_a_short_name_in_a_line_is_not_parted_at_its_hyphen() -> None:
    """Options and folders are kept whole; what is longer than a narrow column may be parted."""
    html = with_wide_parts("<code>run.py units -- --suggest plans/tinh-dak-lak/tuyen-truyen-cchc/2026.yaml</code>")
    kept = "<kh-n>--</kh-n> <kh-n>--suggest</kh-n>"
    assert html == f"<code>run.py units {kept} plans/tinh-dak-lak/tuyen-truyen-cchc/2026.yaml</code>"
    assert "<kh-n>--unit</kh-n>" in with_wide_parts("<table><tr><td><code>--unit</code></td></tr></table>")
    assert "kh-n" not in with_wide_parts("<pre><code>--unit</code></pre>")


def test_nothing_else_is_touched() -> None:
    """A table with a class of its own, and a table that is only spoken of in a sample, stay as they are."""
    for html in ('<table class="kh-own"></table>', "<p>&lt;table&gt;</p>", "<p><code>x</code></p>"):
        assert with_wide_parts(html) == html
