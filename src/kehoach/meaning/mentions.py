"""What a line mentions, and which bodies it names, those too that no registry knows."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kehoach.meaning.bodies import find_bodies
from kehoach.meaning.bodyname import BodyName
from kehoach.meaning.labelroles import role_of_label
from kehoach.model.fields import BODIES, label_kind
from kehoach.wording.citations import Citation
from kehoach.wording.latepatterns import late
from kehoach.wording.letters import CAPITAL


@dataclass(frozen=True)
class Mention:
    """Words of a line that mean something: ``start``/``end`` slice ``Line.words``.

    ``kind`` is unit, document, indicator, term or plan; ``target`` its id, empty where nothing in the
    registries answers; ``citation`` is there for a document cited by number or a law by name.
    """

    start: int
    end: int
    kind: str
    target: str
    text: str
    citation: Citation | None = None


@dataclass(frozen=True)
class Party:
    """A body as printed; ``unit`` is its registry id, empty where the registries know none."""

    words: str
    unit: str = ""


def mentions_again(words: str, mentions: Iterable[Mention]) -> list[Mention]:
    """Find the bodies, documents and plans that printed lines mention again in a text put together of them."""
    at, again = 0, []
    for mention in mentions:
        start = words.find(mention.text, at)
        if start >= 0 and mention.kind in ("unit", "document", "plan"):
            at = start + len(mention.text)
            again.append(Mention(start, at, mention.kind, mention.target, mention.text, mention.citation))
    return again


QUOTED = late(r"“[^”]*”|\"[^\"]*\"")
LABELLED = late(
    r"(?:\A\s*(?:(?:[-–+*•]|[a-zđ]\)|[0-9]{1,2}\.)\s+)?|[.;(,|\[]\s*(?:[-–+•]\s+)?)(?P<label>[^\W\d_][^.;:()|"
    r"\[\]]{1,58}?)\s*(?:\(\s*nếu có\s*\)\s*)?:\s"
)


def hidden_in(text: str, mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    """Give the words in which no body is named: quoted ones and citations."""
    quoted = [match.span() for match in QUOTED.finditer(text)] if "“" in text or '"' in text else []
    return [*quoted, *((m.start, m.end) for m in mentions if m.kind == "document")]


def bodies_in(text: str, mentions: Iterable[Mention]) -> Sequence[BodyName]:
    """Find the bodies that a text names, known to the registries or not; quoted words, citations, labels name none.

    What stands behind a label such as "Cơ quan phối hợp:" is a list of bodies and nothing else.
    """
    hidden = hidden_in(text, mentions)
    labels = [(match, _kind(match["label"])) for match in LABELLED.finditer(text)] if ":" in text else []
    labels = [(match, kind) for match, kind in labels if kind]
    units = tuple((m.start, m.end) for m in mentions if m.kind == "unit")
    lists = [_list_behind(text, match, labels) for match, kind in labels if kind in _OF_BODIES]
    names = find_bodies(text, units, (*hidden, *(match.span("label") for match, _ in labels), *lists))
    if not lists:
        return names
    bodies = [*names]
    for start, end in lists:
        inside = tuple((a - start, b - start) for a, b in units if start <= a and b <= end)
        within = find_bodies(text[start:end], inside, listed=True)
        bodies += [name.moved(start) for name in within]
    return sorted(bodies, key=lambda name: name.start)


_OF_BODIES = frozenset((*(field.key for field in BODIES), "bodies"))


def _kind(label: str) -> str:
    """Tell what stands behind a label: a field of a duty, ``bodies`` of some other role, or nothing that is known."""
    return label_kind(label) or ("bodies" if role_of_label(label) else "")


_LIST_END = late(rf"\.\s+(?={CAPITAL})|\s*[|\]]|\.?\s*\Z")


def _list_behind(text: str, label: re.Match[str], labels: Sequence[tuple[re.Match[str], str]]) -> tuple[int, int]:
    """Give where the list behind a label stands: to the next label or the end of the sentence."""
    following = next((match.start() for match, _ in labels if match.start() >= label.end() - 1), len(text))
    stop = _LIST_END.search(text, label.end(), following)
    return label.end(), stop.start() if stop else following


_BEFORE = late(rf"(?:{CAPITAL}\w*|đạo|trưởng|đầu|phòng|tịch|chức|việc|và)\s+\Z")
_AFTER = late(
    rf"\s*(?:,|và|-|–)?\s*(?:{CAPITAL}|(?:tỉnh|huyện|xã|phường|thành phố|thị xã|đặc khu|vùng|khu vực|của|cấp)\b)"
)


def _may_be_part(text: str, mention: Mention) -> bool:
    """Whether a name can stand inside a longer one, by the words beside it; most can not."""
    return bool(_BEFORE.search(text[max(0, mention.start - 16) : mention.start]) or _AFTER.match(text, mention.end))


def whole_names_only(text: str, mentions: Sequence[Mention], set_by_hand: Container[int]) -> Iterator[Mention]:
    """Leave out a body that is only part of a longer name: "UBND tỉnh" in "Lãnh đạo Văn phòng UBND tỉnh"."""
    if not any(mention.kind == "unit" and _may_be_part(text, mention) for mention in mentions):
        yield from mentions
        return
    names = [name for name in bodies_in(text, mentions) if name.kind in ("named", "holder") and name.sure]
    starts = [name.start for name in names]
    for mention in mentions:
        at = bisect(starts, mention.start) - 1
        name = names[at] if at >= 0 else None
        inside = name is not None and mention.end <= name.end and (mention.start, mention.end) != (name.start, name.end)
        group = mention.text.lower().startswith("các ")  # who heads the members of a group says of the group, too
        if mention.kind != "unit" or not inside or group or mention.start in set_by_hand:
            yield mention
