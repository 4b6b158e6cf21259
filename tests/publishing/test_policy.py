"""The Content-Security-Policy: one text in package and sample configuration, pages that need no exception."""

from __future__ import annotations

from corpus import ROOT
from serving import headers

from kehoach.publishing.policy import policy, style_hashes, without_inline

NGINX = ROOT / "deploy" / "nginx.conf"


def test_inline_scripts_become_files_named_by_content() -> None:
    """Scripts of equal text share a file; others and data blocks stay."""
    page = (
        '<script>a=1</script><script src="x.js"></script>'
        '<script type="application/json">{}</script><script>a=1</script>'
    )
    html, files = without_inline(page, "../../")
    assert list(files.values()) == ["a=1\n"]
    [address] = files
    moved = f'<script src="../../{address}"></script>'
    rest = '<script src="x.js"></script><script type="application/json">{}</script>'
    assert html == f"{moved}{rest}{moved}"


def test_alignment_becomes_a_class() -> None:
    """What Markdown writes into table cells needs no inline style."""
    html, files = without_inline('<td style="text-align: right;">1</td><p>style="text-align: left;"</p>', "")
    assert html == '<td class="kh-right">1</td><p>style="text-align: left;"</p>'
    assert files == {}


def test_policy_allows_no_inline_code() -> None:
    """Neither inline scripts, nor eval, nor inline styles, nor another host."""
    text = policy()
    assert "unsafe" not in text
    assert "http" not in text
    assert text.startswith("default-src 'none'")


def test_sample_configuration_sends_the_policy() -> None:
    """The header of deploy/nginx.conf is the package's policy with the hash of the 404 page's style."""
    [style] = style_hashes((ROOT / "site_src/theme/404.html").read_text(encoding="utf-8"))
    assert headers(NGINX, "ke-hoach/index.html")["Content-Security-Policy"] == policy("'self'", style)
    framed = headers(NGINX, "ke-hoach/a/b/2025/nhung/")["Content-Security-Policy"]
    assert framed == policy("'self' https://cong-thong-tin.example.gov.vn", style)


def test_only_data_are_open_to_other_sites() -> None:
    """Another site's scripts can read data and feed, no page."""
    assert headers(NGINX, "data/plans.json")["Access-Control-Allow-Origin"] == "*"
    assert headers(NGINX, "feed.xml")["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Origin" not in headers(NGINX, "index.html")
