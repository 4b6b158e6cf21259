"""Lists of bodies behind a label within a text: "Chủ trì: Sở A (đất đai), Sở B (hạ tầng); phối hợp: Sở C"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kehoach.meaning.actorpatterns import JOINT, OWN_ROLE, SIGNS, TITLED, B
from kehoach.meaning.labelroles import Role, role_of_label
from kehoach.meaning.mentions import LABELLED
from kehoach.meaning.openingverbs import opens_verb
from kehoach.meaning.rolerules import FIELD_ROLES
from kehoach.model.fields import label_kind
from kehoach.wording.latepatterns import late

_ONE = late(rf"\s*(?i:{TITLED}){B}")
_SHARE = late(r"\s*\([^()]*\)")
"""Behind a body what of the work is its own, or with whom: "Sở A (đất đai), Sở B (hạ tầng)"."""
_OWN = late(
    r"\s*\(\s*(?:cùng\s+)?(?:chủ trì|phối hợp|theo dõi|quyết định|phê duyệt|ban hành|ký)(?![^\W_])", re.IGNORECASE
)
"""Behind a body that it has another role than the label says."""
_JOINT = late(JOINT)
_UNREAD = late(rf"\s*(?P<words>[^\W\d_][^,;.:()|{SIGNS}]{{0,60}}?)(?=\s*[,;])")
"""What goes on with a name that was not read to its end, or is a name that no list has, up to the next one."""
_CLOSED = late(r"\s*(?:[.;,)|]|\Z)|\s+(?=[^\W\d_][^.;:()|]{1,58}:\s)")


class LabelledList(NamedTuple):
    """The role that a label names, the bodies behind it as they stand in a masked text, and the slice of the list.

    ``closed`` says that nothing stands behind the list which those in it could do.
    """

    role: Role
    names: str
    start: int
    end: int
    closed: bool


def labelled_lists(text: str) -> Iterator[LabelledList]:
    """Find the lists of bodies behind labels in a text whose bodies are taken out."""
    for match in LABELLED.finditer(text) if ":" in text else ():
        role = FIELD_ROLES.get(label_kind(match["label"])) or role_of_label(match["label"])
        if not role or role == "none":
            continue
        names, end = _listed(text, match.end())
        if names and not OWN_ROLE.match(text, end):  # "Phân công: Sở A chủ trì; Sở B phối hợp"
            yield LabelledList(role, names, match.end(), end, _CLOSED.match(text, end) is not None)


def _listed(text: str, at: int) -> tuple[str, int]:
    """Give the names of the list that begins at a place, and where it ends."""
    names, end = "", at
    while True:
        if one := _ONE.match(text, at):
            names += "" if _OWN.match(text, one.end()) else one[0][-1]
            share = _SHARE.match(text, one.end())
            at = end = share.end() if share else one.end()
        elif names and not text[:at].rstrip().endswith((",", ";", "và")):
            return names, end
        if (rest := _UNREAD.match(text, at)) and not opens_verb(rest["words"].lower()):
            at = rest.end()
        if not (joint := _JOINT.match(text, at)):
            return names, end
        at = joint.end()
