"""Counters and portals at which a thing is handed in are told as a channel, not among the bodies of a line."""

from __future__ import annotations

import pytest
from registries import UNITS, context, unit

from kehoach.meaning.actors import read_actors
from kehoach.meaning.linetokens import read_bodies
from kehoach.meaning.linking import Linker
from kehoach.model.fromdata import registry_from

PORTALS = [
    unit(
        "cong-a", "Cổng Thông tin điện tử tỉnh A", kind="portal", within="tinh-a", names=["Cổng Thông tin điện tử tỉnh"]
    ),
    unit("cong-dvc", "Cổng Dịch vụ công quốc gia", kind="portal"),
    unit("mot-cua-a", "Bộ phận Một cửa tỉnh A", kind="group", within="tinh-a", names=["Bộ phận Một cửa"]),
]
REGISTRY = registry_from({"units": [*UNITS, *PORTALS]})
LINKER = Linker(REGISTRY)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Đăng tải trên Cổng Thông tin điện tử tỉnh.", {"cong-a": "channel"}),
        (
            "Nộp hồ sơ tại Bộ phận Một cửa của xã hoặc trên Cổng Dịch vụ công quốc gia.",
            {"mot-cua-a": "channel", "cong-dvc": "channel"},
        ),
        ("Nộp tại Bộ phận Một cửa, Cổng Dịch vụ công quốc gia.", {"mot-cua-a": "channel", "cong-dvc": "channel"}),
        ("Bộ phận Một cửa tiếp nhận hồ sơ.", {"mot-cua-a": "body"}),
        ("Cổng Thông tin điện tử tỉnh mở chuyên mục.", {"cong-a": "body"}),
        ("Sở Nội vụ kiểm tra tại Sở Văn hóa.", {"so-noi-vu-a": "body", "so-van-hoa-a": "body"}),
    ],
)
def test_a_channel_stands_behind_where(text: str, kinds: dict[str, str]) -> None:
    """What stands behind "tại", "trên" or "qua" is where a thing is done; as a subject the same words name who acts."""
    mentions = LINKER.mentions(text, context(REGISTRY, "tinh-a"))
    assert {token.by: token.kind for token in read_bodies(text, mentions)} == kinds
    acting = {actor.unit for actor in read_actors(text, mentions).rows}
    assert not acting & {body for body, kind in kinds.items() if kind == "channel"}
