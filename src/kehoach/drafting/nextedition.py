"""Next year's draft from the last edition: same ids and words, its own year carried forward, all else marked."""

from __future__ import annotations

import copy
import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kehoach.drafting.draftnotes import blank_reference, body_note, document_note
from kehoach.drafting.reformwords import reform_note
from kehoach.drafting.reviewmarks import MARK
from kehoach.drafting.years import carried, clause, ended_periods, year_uses
from kehoach.files.planplaces import prose_places, value_at
from kehoach.files.yamlcomments import Remarks
from kehoach.meaning.fabric import LinkedPlan
from kehoach.meaning.linking import Linker
from kehoach.model.fields import BODIES
from kehoach.model.place import Place
from kehoach.model.printed import by_name
from kehoach.model.registry import Registry
from kehoach.wording.letters import lower_first

_DROPPED = ("published", "official_url", "signed_file", "withdrawal", "source", "corrections", "sic")
_QUOTATION = re.compile(r":\s*“[^”]{40,}”")


@dataclass(frozen=True)
class DraftChange:
    """One place where the draft differs from the edition before: what, and both readings.

    ``where`` is the item's id, or the label path or name of another part (``QD.title``, ``close``, ``signature``);
    ``printed`` tells whether a printed word changes, as opposed to what only the file holds.
    """

    part: str
    place: Place
    old: str
    new: str
    printed: bool = True


@dataclass(frozen=True)
class Draft:
    """A plan file's value with its marks, what was changed, and the places to look at."""

    value: dict[str, Any]
    remarks: Remarks
    changes: tuple[DraftChange, ...]
    to_see: tuple[tuple[Place, str], ...]


def draft(
    linked: LinkedPlan, data: Mapping[str, Any], edition: str, registry: Registry, issuer: str = "", series: str = ""
) -> Draft:
    """Make the next edition of a plan from its linked form and its file's value.

    With ``issuer`` or ``series`` it is the first plan of another body or of another series.

    Words stay as issued but for the plan's own year; number, date and the signer's name are blank. What a person
    must decide (cited documents that were followed by others, bodies that are gone, dates, periods, promised
    numbers, slips of the last edition) is marked above its line and not changed.
    """
    return _Draft(linked, copy.deepcopy(dict(data)), edition, registry, issuer, series).make()


@dataclass
class _Draft:
    linked: LinkedPlan
    value: dict[str, Any]
    edition: str
    registry: Registry
    issuer: str = ""
    series: str = ""
    changes: list[DraftChange] = field(default_factory=list)
    to_see: list[tuple[Place, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.old, self.new = self.linked.plan.year, int(self.edition[:4])
        self.day = dt.date(self.new, 1, 1)
        self.linker = Linker(self.registry)
        self.context = self.linker.context(self.linked.plan)

    def make(self) -> Draft:
        for place, part in prose_places(self.linked.lines):
            self._text(place, part)
        self._blanks()
        self._slips()
        self._mentions()
        self._facts(self.value, ())
        self._drop_own()
        remarks = Remarks()
        for place, remark in dict.fromkeys(self.to_see):
            remarks.add(place, f"{MARK} {remark}")
        return Draft(self.value, remarks, tuple(self.changes), tuple(dict.fromkeys(self.to_see)))

    def _change(self, part: str, place: Place, new: Any, printed: bool = True) -> None:
        old = value_at(self.value, place)
        if old != new:
            value_at(self.value, place[:-1])[place[-1]] = new
            self.changes.append(DraftChange(part, place, _text_of(old), _text_of(new), printed))

    def _see(self, place: Place, remark: str) -> None:
        self.to_see.append((place, remark))

    # Words

    def _text(self, place: Place, part: str) -> None:
        text = value_at(self.value, place)
        cited = [(m.start, m.end) for m in self.linker.mentions(text, self.context) if m.citation]
        self._change(part, place, carried(text, self.old, self.new, cited))
        if self.old == self.new:
            return
        replaced = {
            "quotation": f"“năm {self.old}” nằm trong ngoặc kép nên giữ nguyên.",
            "period": f"năm {self.old} ở đây là mốc hoặc giai đoạn nên giữ nguyên.",
            "date": f"ngày tháng của năm {self.old} được giữ nguyên.",
            "other": f"không rõ {self.old} có phải năm của kế hoạch không nên giữ nguyên.",
        }
        periods = [span for _, span in ended_periods(text, self.new)]
        for use in year_uses(text, self.old, cited):
            if use.use in replaced and not any(start <= use.start < end for start, end in periods):
                self._see(place, replaced[use.use])
        if value_at(self.value, place) != text and _QUOTATION.search(text):
            self._see(place, f"lời trong ngoặc kép là của năm {self.old}; kiểm tra lời của năm {self.new}.")
        if any(use.use == "own" for use in year_uses(text, self.old - 1, cited)):
            self._see(place, f"năm {self.old - 1} là năm trước của bản {self.old}, được giữ nguyên.")
        clauses = [clause(text, span) for span in cited]
        for period, (start, _) in ended_periods(text, self.new):
            if not any(first <= start < end for first, end in clauses):
                self._see(place, f"giai đoạn {period} đã hết trước năm {self.new}.")

    def _blanks(self) -> None:
        """Blank the number, the date and the signer of the plan and of its decision."""
        for at in ((), ("decision",)):
            block = value_at(self.value, at)
            if not isinstance(block, dict):
                continue
            part = "QD." if at else ""
            if "number" in block:
                self._change(f"{part}number", (*at, "number"), None)
                self._see((*at, "number"), "điền số khi văn bản được cấp số.")
            if "issued" in block:
                self._change(f"{part}date", (*at, "issued", "date"), None)
                self._change(f"{part}date", (*at, "issued", "printed"), f"ngày tháng năm {self.new}")
                self._see((*at, "issued"), "điền ngày ban hành ở date và printed; kiểm tra năm và địa danh.")
            if "signature" in block:
                self._change(f"{part}signature", (*at, "signature", "name"), None)
                self._see((*at, "signature"), "điền họ tên người ký; kiểm tra chức vụ và dòng ký thay.")
            for number in range(len(block.get("cosignatures", ()))):
                self._change(f"{part}signature", (*at, "cosignatures", number, "name"), None)
        if "attached" in self.value:
            self._change("attached", ("attached",), blank_reference(self.value["attached"], self.new))
            self._see(("attached",), "điền số và ngày của quyết định khi ban hành.")

    def _slips(self) -> None:
        """Words that were kept as a slip of the last edition: propose how they were understood."""
        names = by_name(self.linked.lines)
        for slip in self.linked.plan.sic:
            line = next((line for line in names.get(slip.at, ()) if slip.text in line.words), None)
            if line:
                remark = f"bản {self.old} viết “{slip.text}”, được hiểu là “{slip.means}”; nên sửa theo cách hiểu."
                self._see(self._nearest(line.place), remark)

    # What the words refer to

    def _mentions(self) -> None:
        units, documents = self.registry.units, self.registry.documents
        issuer = units.get(self.linked.plan.issuer)
        if issuer and (remark := body_note(self.registry, issuer, issuer.name, self.day)):
            self._see(("issuer",), remark)
        for line, mention in self.linked.all_mentions():
            remark = ""
            if mention.citation and line.kind == "proposal":
                remark = f"“{mention.text}” là của bản {self.old}; điền số và ngày của năm {self.new}."
            elif mention.citation and mention.target:
                note = document_note(self.registry, documents[mention.target], self.new)
                remark = f"“{mention.text}”: {lower_first(note)}" if note else ""
            elif mention.kind == "unit" and mention.target in units:
                own_note = body_note(self.registry, units[mention.target], mention.text, self.day)
                # Where the registry names no heir, the arrangement itself says how such words read today.
                remark = own_note if "kế thừa theo sổ" in own_note else reform_note(mention.text, self.day) or own_note
            if remark:
                self._see(self._nearest(line.place), remark)

    def _facts(self, value: Any, place: Place) -> None:
        """Check the bodies and numbers that annotations name."""
        if isinstance(value, list):
            for index, entry in enumerate(value):
                self._facts(entry, (*place, index))
        elif isinstance(value, dict):
            for key, entry in value.items():
                if key == "facts":
                    self._annotation(entry, (*place, key))
                else:
                    self._facts(entry, (*place, key))

    def _annotation(self, facts: Mapping[str, Any], place: Place) -> None:
        for key in (row.key for row in BODIES):
            for index, name in enumerate(facts.get(key, ())):
                unit = self.registry.units.get(name)
                if unit and (remark := body_note(self.registry, unit, unit.name, self.day)):
                    self._see((*place, key, index), remark)
        for index, target in enumerate(facts.get("targets", ())):
            at = (*place, "targets", index)
            if "by" in target:
                self._change("", (*at, "by"), carried(target["by"], self.old, self.new), False)
            remark = f"chỉ tiêu này là của năm {self.old}; kiểm tra con số cho năm {self.new}, cả trong câu văn."
            if self.old != self.new:
                self._see((*at, "value"), remark)

    def _drop_own(self) -> None:
        """Set the status; drop what belongs to the last edition alone; keep hand-set links that still fit."""
        if self.issuer:
            self._of_another_body()
        if self.series:
            names = [self.registry.series[id_].name for id_ in (self.linked.plan.series, self.series)]
            remark = f"bản soạn từ loạt “{names[0]}”; ghi tên, căn cứ, nội dung của loạt “{names[1]}”."
            self._see(("title",), remark)
        self.changes.append(DraftChange("status", ("status",), _text_of(self.value.get("status")), "draft", False))
        self.value["status"] = "draft"
        for key in _DROPPED:
            if self.value.pop(key, None) is not None:
                self.changes.append(DraftChange(key, (key,), key, "", False))
        _drop(self.value, "continues")
        words = "\n".join(str(value_at(self.value, place)) for place, _ in prose_places(self.linked.lines))
        links = []
        for link in self.value.pop("links", ()):
            text = link["text"] if link["text"] in words else carried(link["text"], self.old, self.new)
            if text in words:
                links.append({**link, "text": text})
            else:
                self.changes.append(DraftChange("links", ("links",), link["text"], "", False))
        if links:
            self.value["links"] = links

    def _of_another_body(self) -> None:
        """Put another body in the head; what only the first can know is marked and its own links are dropped."""
        old = self.registry.units.get(self.value["issuer"])
        new = self.registry.units[self.issuer]
        self._change("issuer", ("issuer",), self.issuer, False)
        name = old.name if old else "cơ quan cũ"
        for at in ((), ("decision",)):
            if isinstance(value_at(self.value, at), dict):
                self._head_of_another(at, name, new.name)
        for key in ("links", "coverage"):
            if self.value.pop(key, None) is not None:
                self.changes.append(DraftChange(key, (key,), key, "", False))
        self._see(("title",), f"bản soạn từ kế hoạch của {name}; ghi tên, địa bàn của {new.name}.")
        # A department's plan speaks of its province as the province's own does.
        area = old.area if old and old.id not in self.registry.scopes(new.id) else ""
        names = {name for name in (area, old.name, *old.names) if name} if old else set()
        for place, _ in prose_places(self.linked.lines):
            words = value_at(self.value, place)
            body_name = next((name for name in sorted(names, key=len, reverse=True) if name in str(words)), "")
            if body_name and place[0] not in ("title", "header", "recipients"):
                self._see(self._nearest(place), f"“{body_name}” là của kế hoạch gốc; xem lại cho {new.name}.")

    def _head_of_another(self, at: Place, old: str, new: str) -> None:
        """Mark what stands round the provisions of the plan, or of its decision, for the body that now issues it."""
        block = value_at(self.value, at)
        if block.pop("header", None) is not None:
            self.changes.append(DraftChange("header", (*at, "header"), "header", ""))
        for key, field_name in (("symbol", "ký hiệu"), ("authority", "người ban hành"), ("recipients", "nơi nhận")):
            if key in block:
                words = f"{field_name} “{block[key]}”" if isinstance(block[key], str) else field_name
                self._see((*at, key), f"{words} là của {old}; ghi {field_name} của {new}.")

    def _nearest(self, place: Place) -> Place:
        """Give the nearest place that the draft has a line for."""
        while place and value_at(self.value, place) is None and value_at(self.value, place[:-1]) is None:
            place = place[:-1]
        return place


def _text_of(value: Any) -> str:
    return "" if value is None else str(value)


def _drop(value: Any, key: str) -> None:
    """Remove a key everywhere: ids are those of the last edition, so nothing is continued under another name."""
    if isinstance(value, dict):
        value.pop(key, None)
    for entry in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _drop(entry, key)
