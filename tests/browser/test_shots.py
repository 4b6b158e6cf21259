"""The guide's pictures on its pages: each loads, fits a phone and stands where its place was kept."""

from __future__ import annotations

import pytest

from .pictures import FOLDER, SHOTS
from .visit import LOOKS, Look, Visit

PAGES = ("huong-dan/doc/", "huong-dan/nam-moi/")
LOADED = """images => Promise.all(images.map(async image => {
  const before = image.getBoundingClientRect().height
  image.loading = "eager"
  await image.decode()
  const box = image.getBoundingClientRect()
  return image.naturalWidth > 0 && Math.abs(box.height - before) < 1 && box.right <= innerWidth
}))"""


def test_every_picture_can_be_taken_anew() -> None:
    """The script names each picture that is there, and no other."""
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(shot.name for shot in SHOTS)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_pictures_load_in_their_place(visit: Visit, look: Look, path: str) -> None:
    """A picture that has loaded is as high as the place that was kept for it; axe-core finds no fault."""
    assert visit.open(path) == 200
    loaded = visit.page.locator("figure img").evaluate_all(LOADED)
    assert len(loaded) >= 3
    assert all(loaded)
    assert visit.accessibility_faults() == []
    assert visit.complaints == []
