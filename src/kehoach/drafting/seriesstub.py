"""The entry for a series that the registry lacks, named after the first plan of it."""

from __future__ import annotations

import re
from typing import Any

from kehoach.model.plan import split_title
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import lower_first, upper_first

_OF_ONE_PLAN = late(
    r"\s*[,(–-]?\s*\b(?:(?:trong )?(?:năm(?: học)?|quý|tháng|giai đoạn) [0-9IVX].*|trên địa bàn .*"
    r"|(?:của|tại) (?:UBND|Ủy ban|Uỷ ban|Sở|Ban|Bộ|Chi cục|Cục|Phòng|Văn phòng|tỉnh|thành phố|huyện|xã|phường|đặc khu"
    r"|cơ quan|đơn vị|Trường|Bệnh viện|Trung tâm)\b.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_PLACE = late(
    r"\s+(?:(?:UBND|Ủy ban nhân dân)\s+)?(?:tỉnh|thành phố|thị xã|huyện|quận|xã|phường|đặc khu)\s+[A-ZĐÂĂÊÔƠƯÀ-Ỹ].*\Z"
)


def series_stub(series: str, title: str, plan_id: str) -> dict[str, Any]:
    """Give an entry for ``plans/registry/series.yaml``: a plan's title without its year, place and body.

    ``series`` is the id; the entry is ``likely`` until somebody looks at it.
    """
    kind, subject = split_title(" ".join(title.split()))
    own = _PLACE.sub("", _OF_ONE_PLAN.sub("", subject)).strip(" ,.;–-") or subject
    name = f"{upper_first(kind.lower())} {lower_first(own)}" if kind else own
    return {"id": series, "name": name, "source": plan_id, "certainty": "likely"}
