"""Take the pictures of the officers' guide: ``python -m browser.pictures``, with ``tests`` on the path.

Everything shown is ours and made here: pages of a site built from a copy of this repository, and what commands print
in that copy. The copy has no history and a day of its own, so that no picture tells when or where it was taken.
"""

from __future__ import annotations

import html
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import markdown
from PIL import Image
from playwright.sync_api import FloatRect, Page, ViewportSize, sync_playwright

from .conftest import FLAGS, NO_CHROMIUM
from .visit import serve

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "site_src" / "docs" / "assets" / "huong-dan"
COPIED = ("plans", "schema", "hooks", "site_src")
WIDTH, SCALE = 480, 2
ABOVE, BELOW = 8, 6
COLOURS = 32
DAY = "1767571200"  # 5 January 2026
OFFICE = "trung-tam-cung-ung-dich-vu-su-nghiep-cong-ea-knop"
FEEDBACK = "mailto:gop-y@vidu.gov.vn?subject={title}&body={text}"
PROVINCE = "tinh-dak-lak/tuyen-truyen-cchc"
COMMUNE = "xa-ea-knop/tuyen-truyen-cchc/2026"
MARK = "outline: 3px solid #b3261e; outline-offset: 3px; border-radius: 4px"
STYLE = """
html { background: #fff; color: #23211d; font: 15px/1.55 "Noto Sans", "DejaVu Sans", sans-serif }
body { margin: 16px }
pre { font: 13px/1.55 "Noto Sans Mono", "DejaVu Sans Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere;
  margin: 0; padding: 14px; background: #f3f1ec; border-radius: 6px }
b { color: #0a4a86; font-weight: 400 }
i { color: #9b1c1c; font-style: normal } u { color: #55524b; text-decoration: none }
mark { background: #fff4d6; color: #6b4600 }
h1 { font-size: 22px; margin: 0 0 8px } h2 { font-size: 18px; margin: 8px 0 }
p, ul { margin: 6px 0 } li { margin-bottom: 8px }
ul { padding-left: 20px } table { border-collapse: collapse } td, th { border: 1px solid #d9d5cc; padding: 4px 8px }
"""


@dataclass(frozen=True)
class Shot:
    """A picture from the top of one element to the bottom of another, on a page of the site or one made of text.

    Where ``screen`` is set, the picture is what a screen that high shows.
    """

    name: str
    address: str = ""
    first: str = "body"
    last: str = "body"
    marked: tuple[str, ...] = ()
    prepare: Callable[[Page], None] | None = None
    text: Callable[[Path], str] | None = None
    screen: int = 0


def cite(page: Page) -> None:
    """Open the box that a provision's sign opens."""
    page.locator("#phat-thanh").evaluate("element => scrollTo(0, element.getBoundingClientRect().top - 110)")
    page.locator("#phat-thanh + .kh-anchor").evaluate("sign => sign.click()")
    page.locator("#kh_cham").wait_for()


def tick(page: Page) -> None:
    """Tick the first box."""
    page.locator(".kh-time input:visible").first.check()


def faulty(copy: Path) -> str:
    """Show what is said of a day that no calendar has, with the notes on other lines left out."""
    path = copy / "plans" / f"{COMMUNE}.yaml"
    whole = path.read_text(encoding="utf-8")
    path.write_text(whole.replace("  date: null\n", '  date: "2026-02-30"\n', 1), encoding="utf-8")
    lines = run(copy, "validate", status=1).splitlines()
    path.write_text(whole, encoding="utf-8")
    errors = [line for line in lines if line.endswith("]") and not line.endswith(("cảnh báo]", "ghi chú]"))]
    assert len(errors) == 1
    said = re.sub(
        r"^(\S+?:\d+:)( [\w.]+:)?(.*)(\[KH\d+, lỗi\])$", r"<b>\1</b>\2\3<i>\4</i>", html.escape(errors[0], False)
    )
    return f"<pre><u>$ python3 run.py validate</u>\n{said}\n…\n{html.escape(lines[-1])}</pre>"


def drafted(copy: Path) -> str:
    """Show the head of next year's draft with its marks."""
    run(copy, "new", PROVINCE, "2026")
    path = copy / "plans" / f"{PROVINCE}/2026.yaml"
    lines = path.read_text(encoding="utf-8").splitlines()[9:20]
    path.unlink()
    shown = (re.sub(r"^( *)(# CẦN XEM:.*)$", r"\1<mark>\2</mark>", html.escape(line, False)) for line in lines)
    return "<pre>" + "\n".join(shown) + "</pre>"


def reviewed(copy: Path) -> str:
    """Show the head of the review of a change that adds the province's plan of 2025."""
    run(copy, "init", "-q", "-b", "main", ".", program="git")
    plan = copy / "plans" / f"{PROVINCE}/2025.yaml"
    aside = copy / "2025.yaml"
    plan.rename(aside)
    commit(copy)
    aside.rename(plan)
    run(copy, "checkout", "-q", "-b", "ke-hoach", program="git")
    commit(copy)
    return str(markdown.markdown(run(copy, "review", "--base", "main"), extensions=["tables", "md_in_html"]))


SHOTS = (
    Shot(
        "so-va-ngay",
        f"ke-hoach/{COMMUNE}/",
        ".kh-letterhead",
        ".kh-title",
        marked=(".kh-number", ".kh-date"),
    ),
    Shot("loi", text=faulty, last="pre"),
    Shot("dan-doan", f"ke-hoach/{COMMUNE}/", prepare=cite, screen=560),
    Shot("viec-can-lam", f"ke-hoach/{COMMUNE}/viec-can-lam/", ".kh-task", ".kh-task", prepare=tick),
    Shot("viec-cua-co-quan", f"co-quan/{OFFICE}/", "#chu-tri", "#chu-tri ~ ul .kh-task"),
    Shot("tim", "tim/?q=cai+cach+hanh+chinh", "h1", ".kh-hit:nth-child(2)"),
    Shot("can-xem", text=drafted, last="pre"),
    Shot("so-sanh", f"ke-hoach/{PROVINCE}/so-sanh/2021..2025/", "#quan-triet-chu-de-cchc", "#quan-triet-chu-de-cchc"),
    Shot("duyet", text=reviewed, first="h1", last="li:nth-child(2)"),
)


def run(folder: Path, *words: str, program: str = "kehoach", status: int = 0) -> str:
    """Run a command in the copy and give what it prints."""
    command = [sys.executable, "-m", "kehoach"] if program == "kehoach" else [program]
    own = {"SOURCE_DATE_EPOCH": DAY, "GIT_CEILING_DIRECTORIES": str(folder.parent), "SITE_URL": "", "PYTHONUTF8": "1"}
    done = subprocess.run(
        [*command, *words], cwd=folder, env={**os.environ, **own}, capture_output=True, text=True, check=False
    )
    assert done.returncode == status, f"{words}\n{done.stdout}{done.stderr}"
    return done.stdout


def commit(folder: Path) -> None:
    """Commit all, as no one in particular."""
    run(folder, "add", ".", program="git")
    run(folder, "-c", "user.name=A", "-c", "user.email=a@b", "commit", "-q", "-m", "A", program="git")


def copied(place: Path) -> Path:
    """Copy what a build reads, with the sample address for remarks."""
    for name in COPIED:
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (place / "mkdocs.yml").write_text(settings.replace('feedback: ""', f'feedback: "{FEEDBACK}"'), encoding="utf-8")
    shutil.copy(ROOT / ".gitignore", place)
    return place


def take(page: Page, shot: Shot) -> bytes:
    """Photograph one part of the page that is open."""
    if shot.prepare:
        shot.prepare(page)
    for selector in shot.marked:
        page.locator(selector).first.evaluate("(element, style) => element.setAttribute('style', style)", MARK)
    if shot.screen:
        page.mouse.move(0, 0)
        return page.screenshot(animations="disabled")
    page.evaluate("scrollTo(0, 0)")
    top, bottom = (page.locator(one).first.bounding_box() for one in (shot.first, shot.last))
    assert top
    assert bottom
    start = max(0, top["y"] - ABOVE)
    height = round(bottom["y"] + bottom["height"] + BELOW - start)
    clip: FloatRect = {"x": 0, "y": round(start), "width": WIDTH, "height": height}
    return page.screenshot(clip=clip, full_page=True, animations="disabled")


def packed(picture: bytes) -> bytes:
    """Give a PNG with few colours; older servers of portals refuse WebP as a type that they do not know."""
    out = io.BytesIO()
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


def main(names: list[str]) -> None:
    """Take all pictures, or those named."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        sys.exit(NO_CHROMIUM)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        copy = copied(Path(temporary) / "kho")
        run(copy, "site")
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS, chromium_sandbox=False)
        with serve(copy / "site") as address:
            for shot in (shot for shot in SHOTS if not names or shot.name in names):
                size: ViewportSize = {"width": WIDTH, "height": shot.screen or 900}
                page = browser.new_page(viewport=size, device_scale_factor=SCALE, locale="vi-VN")
                if shot.text:
                    page.set_content(f"<!doctype html><style>{STYLE}</style>{shot.text(copy)}")
                else:
                    page.goto(f"{address}/{shot.address}", wait_until="networkidle")
                    # On a first visit fonts come too late to be shown; from the second on they are there.
                    page.reload(wait_until="networkidle")
                picture = packed(take(page, shot))
                FOLDER.joinpath(f"{shot.name}.png").write_bytes(picture)
                print(f"{shot.name}.png: {len(picture)} bytes")
                page.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
