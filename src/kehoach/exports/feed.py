"""What is new, as an Atom feed (RFC 4287): plans, changes of their files, results, and what is soon due.

Nothing here reads a clock. An entry's id comes from what it tells and stays the same wherever the site stands and
however often it is built; a deadline appears ``AHEAD`` days before it, with the time of that day.
"""

from __future__ import annotations

import datetime as dt
import json
import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from xml.etree import ElementTree

from kehoach.agenda.agenda import Agenda
from kehoach.agenda.deadlines import Deadline
from kehoach.exports.calendar import LIMITED, short_title
from kehoach.exports.docxfile import printable
from kehoach.files.revisions import Revision, Version
from kehoach.machine.tracing import Pieces, made_anew
from kehoach.meaning.fabric import Fabric
from kehoach.model.plan import Plan
from kehoach.model.printed import lines
from kehoach.wording.letters import short_date, upper_first

FILE = "feed.xml"
AHEAD = dt.timedelta(days=14)
BEHIND = dt.timedelta(days=60)
MOST = 100
_ATOM = "http://www.w3.org/2005/Atom"
_NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "urn:kehoach:feed")
_VIETNAM = "+07:00"

_REVISED = "Tệp của kế hoạch có sửa; mục Lịch sử sửa đổi ở trang kế hoạch cho biết chữ in đổi ra sao."
_RECORDED = "Kết quả thực hiện được ghi thêm hoặc sửa; xem ở danh sách việc cần làm."

Histories = Mapping[str, Sequence[Revision]]
"""Per file below ``plans/`` the commits that changed it, newest first; empty where they are not known."""


@dataclass(frozen=True)
class FeedEntry:
    """One piece of news: what its id is made from, the day, words, the address from the site's root."""

    key: str
    day: dt.date
    title: str
    summary: str
    address: str
    category: str

    @property
    def id(self) -> str:
        """A permanent URN."""
        return uuid.uuid5(_NAMES, self.key).urn


def entries(
    fabric: Fabric,
    agenda: Agenda,
    histories: Histories,
    day: dt.date,
    versions: Mapping[str, Sequence[Version]] | None = None,
    pieces: Pieces = made_anew,
) -> list[FeedEntry]:
    """Give the news up to a day, the latest first; commits that changed no printed word are none.

    ``pieces`` give the deadlines of each plan, and which of its commits changed no word.
    """
    entries_told: list[FeedEntry] = []
    for plan_id, outline in fabric.outlines.items():
        entries_told += _of_plan(outline.head, histories, _same_words(plan_id, versions, pieces))
        if any(scheduled.due and is_near(scheduled.due, day) for scheduled in agenda.outlines[plan_id].days):
            rows = json.loads(pieces("due", plan_id, partial(_all_due, agenda, plan_id)))
            due = (FeedEntry(key, dt.date.fromisoformat(row), *texts) for row, key, *texts in rows)
            entries_told += (entry for entry in due if is_near(entry.day + AHEAD, day))
    return _latest(entries_told, day)


def unit_entries(
    fabric: Fabric,
    agenda: Agenda,
    histories: Histories,
    day: dt.date,
    versions: Mapping[str, Sequence[Version]] | None,
    unit_id: str,
    pieces: Pieces = made_anew,
) -> list[FeedEntry]:
    """Give the news of one body as ``entries`` does: its own plans, those that give it duties, its deadlines."""
    duties = {share.scheduled.duty.id: share.scheduled for share in agenda.shares(unit_id)}
    plans = dict.fromkeys([*fabric.plans_of(unit_id), *(row.duty.plan_id for row in duties.values())])
    news: list[FeedEntry] = []
    for plan_id in plans:
        news += _of_plan(fabric.outlines[plan_id].head, histories, _same_words(plan_id, versions, pieces))
    news += _due(agenda, day, (deadline for scheduled in duties.values() for deadline in scheduled.deadlines))
    return _latest(news, day)


def has_news(fabric: Fabric, agenda: Agenda, unit_id: str) -> bool:
    """Tell whether a body has plans or duties."""
    return bool(fabric.plans_of(unit_id) or agenda.givers(unit_id))


def _latest(news: Iterable[FeedEntry], day: dt.date) -> list[FeedEntry]:
    return sorted((e for e in news if e.day <= day), key=lambda entry: (entry.day, entry.key), reverse=True)[:MOST]


def _same_words(plan_id: str, versions: Mapping[str, Sequence[Version]] | None, pieces: Pieces) -> set[str]:
    """Give the commits that left every printed word of a plan as it was."""
    pairs = list(pairwise((versions or {}).get(plan_id, ())))

    def make() -> bytes:
        same = (new for new, old in pairs if new.plan and old.plan and _words(new.plan) == _words(old.plan))
        return json.dumps([version.revision.commit for version in same]).encode()

    return set(json.loads(pieces("same", plan_id, make))) if pairs else set()


def _words(plan: Plan) -> tuple[str, list[str]]:
    return plan.status, [line.text for line in lines(plan)]


def _of_plan(plan: Plan, histories: Histories, same: Collection[str]) -> Iterator[FeedEntry]:
    address = f"ke-hoach/{plan.id}/index.html"
    revisions = histories.get(f"plans/{plan.id}.yaml", ())
    began = revisions[-1].day if revisions else plan.window[1]
    kind = {"draft": "Dự thảo", "withdrawn": "Kế hoạch đã thu hồi"}.get(plan.status, "Kế hoạch mới")
    yield FeedEntry(plan.id, plan.published or began, f"{kind}: {plan.title}", _summary(plan), address, "ke-hoach")
    for revision in (r for r in revisions[:-1] if r.commit not in same):
        key = f"{plan.id}@{revision.commit}"
        yield FeedEntry(key, revision.day, f"Sửa: {plan.title}", _REVISED, address, "sua-doi")
    for revision in histories.get(f"plans/{plan.id}.progress.yaml", ()):
        key = f"{plan.id}.progress@{revision.commit}"
        address_of_tasks = f"ke-hoach/{plan.id}/viec-can-lam/index.html"
        yield FeedEntry(key, revision.day, f"Kết quả: {plan.title}", _RECORDED, address_of_tasks, "ket-qua")


def _summary(plan: Plan) -> str:
    number, symbol = plan.official_number
    date = plan.date_line.date
    facts = [f"số {number}/{symbol}" if number else "", f"ban hành ngày {short_date(date)}" if date else ""]
    facts += [f"thu hồi: {plan.withdrawal['reason']}" if plan.withdrawal else ""]
    return upper_first(", ".join(filter(None, facts))) or plan.title


def _due(agenda: Agenda, day: dt.date, deadlines: Iterable[Deadline]) -> Iterator[FeedEntry]:
    for deadline in deadlines:
        if deadline.due and is_near(deadline.due, day):
            yield _deadline(agenda, deadline, deadline.due)


def is_near(due: dt.date, day: dt.date) -> bool:
    """Tell whether what is due on a day is news on another."""
    return due - AHEAD <= day <= due + BEHIND


def _all_due(agenda: Agenda, plan_id: str) -> bytes:
    """Write the entries of all of a plan's dated deadlines as JSON, each with its day first."""
    due_entries = (
        _deadline(agenda, d, d.due) for scheduled in agenda.plans[plan_id] for d in scheduled.deadlines if d.due
    )
    rows = [
        (str(entry.day), entry.key, entry.title, entry.summary, entry.address, entry.category) for entry in due_entries
    ]
    return json.dumps(rows, ensure_ascii=False).encode()


def _deadline(agenda: Agenda, deadline: Deadline, due: dt.date) -> FeedEntry:
    duty = agenda.duties[deadline.duty_id].duty
    doers = "; ".join(party.words for party in duty.doers)
    limited = LIMITED if deadline.condition else ""
    title = f"Hạn {short_date(due)}, {deadline.period.name}{limited}: {short_title(duty)}"
    summary = " ".join(filter(None, (f"{doers}." if doers else "", f"Đọc từ: “{deadline.words}”.", deadline.reading)))
    return FeedEntry(
        f"han:{deadline.key}", due - AHEAD, title, summary, f"ke-hoach/{duty.plan_id}/index.html#{duty.anchor}", "han"
    )


def atom(
    name: str, url: str, entries: Iterable[FeedEntry], day: dt.date, file: str = FILE, about: str = "", title: str = ""
) -> bytes:
    """Write the feed of the site ``name`` that stands at ``file``, about the page at ``about``.

    Without the site's address ``url`` its links are relative to where the feed lies.
    """
    to_root = url or "../" * file.count("/")
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "vi"})
    feed_entries = list(entries)
    _add(feed, "id", uuid.uuid5(_NAMES, f"feed:{url or name}{about}").urn)
    _add(feed, "title", title or name)
    _add(feed, "subtitle", "Kế hoạch mới, chỗ sửa, kết quả và việc sắp đến hạn")
    _add(feed, "updated", _time(feed_entries[0].day if feed_entries else day))
    _add(_add(feed, "author"), "name", name)
    _add(feed, "link", rel="alternate", type="text/html", href=f"{to_root}{about}index.html")
    if url:
        _add(feed, "link", rel="self", type="application/atom+xml", href=f"{url}{file}")
    for entry in feed_entries:
        element = _add(feed, "entry")
        _add(element, "id", entry.id)
        _add(element, "title", entry.title)
        _add(element, "updated", _time(entry.day))
        _add(element, "link", rel="alternate", type="text/html", href=f"{to_root}{entry.address}")
        _add(element, "category", term=entry.category)
        _add(element, "summary", entry.summary)
    ElementTree.indent(feed, " ")
    return bytes(ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _add(above: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(above, f"{{{_ATOM}}}{name}", {k: printable(v) for k, v in attributes.items()})
    element.text = printable(text) or None
    return element


def _time(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00{_VIETNAM}"
