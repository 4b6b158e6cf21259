"""Period words that were read before the day that they are for."""

from __future__ import annotations

from dataclasses import dataclass, field

from kehoach.meaning.periods import Period


@dataclass
class Waiting:
    """Period words that wait for a day: kinds ("quý, năm"), named periods ("quý I", "tháng 12").

    ``listed`` holds both in printed order; ``report`` tells that they name what is reported, ``regular`` that they say
    how it comes back, ``unclear`` that nobody can tell which they are ("các tháng còn lại" of none named before).
    """

    kinds: list[str] = field(default_factory=list)
    named: list[Period] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    listed: list[str | Period] = field(default_factory=list)
    report: bool = False
    regular: bool = False
    first_half: bool = False
    used: bool = False
    unclear: bool = False
