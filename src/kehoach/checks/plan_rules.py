"""Rules for a plan by itself: ids, dates, references, corrections, its source."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kehoach.checks.checkedplan import CheckedPlan
from kehoach.fidelity.sourcetrace import trace
from kehoach.files.problems import Problem
from kehoach.files.yamltext import impossible
from kehoach.model.place import Place
from kehoach.model.plan import Issued, Item, split_title
from kehoach.model.printed import Line
from kehoach.wording.labels import capacity

_TYPED_LABEL = re.compile(r"(?:[IVXLC]+\.|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]|[a-zđ]\)|[-–+•●▪*])\s")
_MID_SENTENCE = re.compile(r"[\w,]\Z")
_PRINTED_DAY = re.compile(r"ngày ([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})")
_YEAR = re.compile(r"\bnăm (20[0-9]{2})\b")


def problems(checked: CheckedPlan) -> Iterator[Problem]:
    """Find all that is wrong with a plan by itself."""
    yield from _references(checked)
    yield from _ids(checked)
    yield from _labels(checked)
    yield from _breaks(checked)
    yield from _titles(checked)
    yield from _dates(checked)
    yield from _annotations(checked)
    yield from _facts(checked)
    yield from _source(checked)


def _references(checked: CheckedPlan) -> Iterator[Problem]:
    plan, registry = checked.plan, checked.fabric.registry
    if plan.unit not in registry.units:
        yield checked.problem(
            "KH302",
            (),
            f"Thư mục {plan.unit} không phải mã cơ quan nào trong sổ cơ quan{_near(plan.unit, registry.units)}",
        )
    if plan.series not in registry.series:
        yield checked.problem(
            "KH302",
            (),
            f"Thư mục {plan.series} không phải mã loạt nào trong sổ loạt kế hoạch{_near(plan.series, registry.series)}",
        )
    if plan.issuer not in registry.units:
        yield checked.problem("KH302", ("issuer",), _no_unit(plan.issuer, registry.units))
    for number, unit in enumerate(plan.co_issuers):
        if unit not in registry.units:
            yield checked.problem("KH302", ("co_issuers", number), _no_unit(unit, registry.units))


def _ids(checked: CheckedPlan) -> Iterator[Problem]:
    seen: dict[str, Place] = {}
    special = {line.anchor for line in checked.linked.lines if line.anchor and not line.item}
    for line in checked.linked.lines:
        if not line.item or line.anchor != line.item.id:
            continue
        place = (*item_place(line), "id")
        if line.anchor in seen:
            first = checked.loaded.line(seen[line.anchor])
            yield checked.problem("KH301", place, f"Mã {line.anchor} trùng với mã ở dòng {first}.")
        elif line.anchor in special:
            yield checked.problem("KH301", place, f"Mã {line.anchor} trùng với mã dành riêng cho phần ngoài các mục.")
        seen.setdefault(line.anchor, place)


def item_place(line: Line) -> Place:
    """Give the place of the item, or the row of a table, that a line's words stand in."""
    place = line.place[:-2] if line.cell else line.place
    return place[:-1] if place and isinstance(place[-1], str) else place


def _labels(checked: CheckedPlan) -> Iterator[Problem]:
    counts: dict[tuple[str, str], int] = {}
    for line in checked.linked.lines:
        if line.item and line.anchor and line.style:
            key = (line.path.rpartition(".")[0], line.style)
            counts[key] = counts.get(key, 0) + 1
            limit = capacity(line.style)
            if limit and counts[key] == limit + 1:
                yield checked.at_line("KH309", line, f"Kiểu {line.style} chỉ đánh số được {limit} mục.")
        if line.item and line.label and _TYPED_LABEL.match(line.words[line.lead_in :].lstrip()):
            yield checked.at_line(
                "KH310", line, f"Chữ mở đầu bằng số mục gõ sẵn: “{line.words[:20]}…”; số mục do máy tạo."
            )


def _breaks(checked: CheckedPlan) -> Iterator[Problem]:
    """Find paragraphs that end within a sentence: every line under ``|`` is one, as is what stands below a gap."""
    places_told: set[Place] = set()
    for line, following in pairwise(checked.linked.lines):
        torn = _MID_SENTENCE.search(line.words) and following.words[:1].islower()
        if torn and line.item and line.place == following.place and line.place not in places_told:
            places_told.add(line.place)
            words = f"“…{line.words[-30:].lstrip()}” / “{following.words[:30].rstrip()}…”"
            yield checked.at_line("KH324", line, f"Một câu bị ngắt thành hai đoạn: {words}.")


def _titles(checked: CheckedPlan) -> Iterator[Problem]:
    plan = checked.plan
    titles: list[tuple[Place, str]] = [(("title",), plan.title)]
    if plan.decision:
        titles.append((("decision", "title"), plan.decision.title))
    for place, title in titles:
        if not split_title(title)[0] and plan.status != "draft":
            yield checked.problem("KH308", place, f"“{title[:40]}” không mở đầu bằng tên loại văn bản.")
        years = _YEAR.findall(title)
        if years and str(plan.year) not in years:
            yield checked.problem("KH313", place, f"Tên ghi năm {', '.join(years)}, tệp là năm {plan.year}.")


def _dates(checked: CheckedPlan) -> Iterator[Problem]:
    plan = checked.plan
    blocks: list[tuple[Place, str | None, Issued]] = []
    if plan.decision:
        blocks.append((("decision",), plan.decision.number, plan.decision.issued))
    elif plan.issued:
        blocks.append(((), plan.number, plan.issued))
    for place, number, issued in blocks:
        yield from _issued(checked, (*place, "issued"), issued)
        if number is None and plan.status == "issued":
            yield checked.problem("KH315", (*place, "number"), "Số văn bản để trống.")
    published = checked.loaded.value.get("published")
    if published and published < plan.window[0].isoformat():
        yield checked.problem("KH307", ("published",), f"Ngày công khai {published} trước ngày ban hành.")
    withdrawal = plan.withdrawal
    if (plan.status == "withdrawn") != (withdrawal is not None):
        yield checked.problem("KH307", ("status",), "Tình trạng withdrawn và khóa withdrawal phải đi cùng nhau.")
    elif withdrawal and withdrawal["date"] < plan.window[0].isoformat():
        yield checked.problem("KH307", ("withdrawal", "date"), "Ngày thu hồi trước ngày ban hành.")


def _issued(checked: CheckedPlan, place: Place, issued: Issued) -> Iterator[Problem]:
    plan = checked.plan
    printed = issued.window if issued.date is None else None
    if issued.date is None:
        if plan.status == "issued" and printed is not None:
            yield checked.problem("KH315", (*place, "date"), f"Ngày ban hành để trống: “{issued.printed}”.")
        whole = _one_day(printed)
        if whole is not None:
            message = f'Dòng in “{issued.printed}” đã có đủ ngày; ghi date: "{whole}".'
            yield checked.problem("KH307", (*place, "date"), message)
        if printed is None and (why := _no_such_day(issued.printed)):
            yield checked.problem("KH307", (*place, "printed"), f"“{issued.printed}” không có trong lịch: {why}.")
        elif printed is None and plan.status != "draft":
            yield checked.problem("KH307", (*place, "printed"), f"“{issued.printed}” không cho biết năm nào.")
    else:
        window = Issued("", None, issued.printed).window
        if window is None or not window[0] <= issued.date <= window[1]:
            yield checked.problem("KH307", (*place, "date"), f"Ngày {issued.date} khác ngày in “{issued.printed}”.")
    first, last = plan.window
    if last.year < plan.year - 1 or first.year > plan.year + 1:
        yield checked.problem("KH307", place, f"Ngày ban hành cách năm {plan.year} của kế hoạch quá một năm.")


def _no_such_day(printed: str) -> str:
    """Say why a printed day is in no calendar; empty where it is, or where no whole day is printed."""
    numbers = _PRINTED_DAY.search(printed)
    return impossible("/".join(numbers.groups())) if numbers else ""


def _one_day(window: tuple[dt.date, dt.date] | None) -> dt.date | None:
    return window[0] if window and window[0] == window[1] else None


def _annotations(checked: CheckedPlan) -> Iterator[Problem]:
    plan, registry = checked.plan, checked.fabric.registry
    tables = {
        "unit": registry.units,
        "document": registry.documents,
        "indicator": registry.indicators,
        "term": registry.terms,
        "plan": checked.fabric.plans,
    }
    for index, sic in enumerate(plan.sic):
        if problem := _located(checked, ("sic", index), sic.at, sic.text):
            yield problem
        else:
            yield checked.problem("KH314", ("sic", index), f"“{sic.text}” được hiểu là “{sic.means}”. {sic.reason}")
    for index, link in enumerate(plan.links):
        if problem := _located(checked, ("links", index), link.at, link.text):
            yield problem
        kind, _, target = link.to.partition(":")
        if kind != "none" and target not in tables[kind]:
            yield checked.problem("KH302", ("links", index, "to"), f"Không có {link.to} trong sổ.")
    for index, correction in enumerate(plan.corrections):
        if problem := _located(checked, ("corrections", index), correction.at, ""):
            yield problem


def _near(name: str, known: Iterable[str]) -> str:
    """End a sentence on a name that is not known with the one that it is spelt nearly like."""
    near = difflib.get_close_matches(name, sorted(known), 1)
    return f"; có phải {near[0]}?" if near else "."


def _located(checked: CheckedPlan, place: Place, at: str, text: str) -> Problem | None:
    lines = checked.names.get(at)
    if not lines:
        meant = _near(at, checked.names)
        return checked.problem("KH306", (*place, "at"), f"Không có mục hay vị trí {at} trong kế hoạch{meant}")
    if text and not any(text in line.words for line in lines):
        return checked.problem("KH311", (*place, "text"), f"Không thấy “{text[:40]}” tại {at}.")
    return None


def _facts(checked: CheckedPlan) -> Iterator[Problem]:
    for line in checked.linked.lines:
        if line.item and line.anchor == line.item.id:
            yield from _item_facts(checked, line.item, (*item_place(line), "facts"))


def _item_facts(checked: CheckedPlan, item: Item, place: Place) -> Iterator[Problem]:
    registry, facts = checked.fabric.registry, item.facts
    noted_units: list[tuple[tuple[str, ...], str]] = [
        ((key,), unit) for key, units in facts.bodies.items() for unit in units
    ]
    if facts.report:
        noted_units += [(("report", "to"), facts.report.to), (("report", "via"), facts.report.via)]
    for keys, unit in noted_units:
        if unit and unit not in registry.units:
            yield checked.problem("KH302", (*place, *keys), _no_unit(unit, registry.units))
    for index, target in enumerate(facts.targets):
        if target.indicator not in registry.indicators:
            yield checked.problem(
                "KH302",
                (*place, "targets", index, "indicator"),
                f"Không có chỉ số {target.indicator} trong sổ chỉ số.",
            )


def _no_unit(unit: str, units: Iterable[str]) -> str:
    """Say that the registry has no such body, and which one may be meant."""
    near = difflib.get_close_matches(unit, list(units), 1)
    return f"Không có cơ quan {unit} trong sổ cơ quan{f'; có phải {near[0]}?' if near else '.'}"


def _source(checked: CheckedPlan) -> Iterator[Problem]:
    plan, source = checked.plan, checked.source
    if plan.source is None:
        return
    if source is None:
        yield checked.problem(
            "KH303", ("source", "file"), f"Không có tệp thường {plan.source.file} cạnh kế hoạch, hoặc tệp quá lớn."
        )
        return
    if source.sha256 != plan.source.sha256:
        yield checked.problem("KH303", ("source", "sha256"), f"Mã băm của tệp là {source.sha256}.")
    if source.text is None:
        return
    draft = plan.status == "draft"
    for departure in trace(plan, checked.linked.lines, source.text).departures:
        if departure.correction is not None:
            place: Place = ("corrections", departure.correction, "source")
            yield checked.problem(
                "KH323" if draft else "KH305",
                place,
                f"“{departure.source[:60]}” không có, hoặc có nhiều chỗ, trong bản nguồn.",
            )
        else:
            message = f"Bản nguồn: “{departure.source}”; đăng: “{departure.published}”."
            if not departure.published:
                message = f"Thiếu chữ của bản nguồn: “{departure.source}”."
            elif not departure.source:
                message = f"Bản nguồn không có: “{departure.published}”."
            code = "KH323" if draft else "KH304"
            yield checked.problem(code, departure.line.place if departure.line else (), message)
