"""The plan model: frozen values in the order of the printed document.

Terms: căn cứ is ``legal_basis``, thực hiện ``in_pursuance``, điều ``article``, cơ quan chủ trì ``lead``,
cơ quan thực hiện ``implementers``, phối hợp ``partners``, nơi nhận ``recipients``, nhiệm vụ ``duty``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kehoach.model.items import Due as Due
from kehoach.model.items import Facts as Facts
from kehoach.model.items import Field as Field
from kehoach.model.items import Footnote as Footnote
from kehoach.model.items import Item as Item
from kehoach.model.items import Report as Report
from kehoach.model.items import Target as Target
from kehoach.model.tables import Appendix
from kehoach.wording.letters import printed_period, upper_first

DOCUMENT_TYPES = ("Kế hoạch", "Quyết định", "Chương trình", "Đề án", "Phương án", "Hướng dẫn", "Thông báo")
OF_SEVERAL = ("phối hợp", "liên tịch", "liên ngành")
"""What the type of a document of several bodies goes on with: "KẾ HOẠCH PHỐI HỢP"."""


@dataclass(frozen=True)
class Issued:
    """Place and date line; ``date`` is None where the source leaves the day blank."""

    place: str
    date: dt.date | None
    printed: str

    @property
    def window(self) -> tuple[dt.date, dt.date] | None:
        """First and last day that the date can be, as far as it is printed."""
        return (self.date, self.date) if self.date else printed_period(self.printed)


@dataclass(frozen=True)
class Signature:
    """Signature block; ``name`` is None where the source does not show it."""

    authority: str
    role: str
    name: str | None


@dataclass(frozen=True)
class Decision:
    """The decision that a plan is issued by."""

    title: str
    number: str | None
    symbol: str
    issued: Issued
    authority: str
    legal_basis: tuple[str, ...]
    proposal: tuple[str, ...]
    articles: tuple[Item, ...]
    recipients: tuple[str, ...]
    signature: Signature | None
    cosignatures: tuple[Signature, ...] = ()


@dataclass(frozen=True)
class Source:
    """Where the text came from: file beside the plan, medium (text or ocr), SHA-256."""

    file: str
    medium: str
    sha256: str
    note: str = ""


@dataclass(frozen=True)
class SignedFile:
    """Where the digitally signed original is, and its SHA-256."""

    url: str
    sha256: str


@dataclass(frozen=True)
class Correction:
    """A place where the published text departs from the source."""

    at: str
    source: str
    published: str
    reason: str
    certainty: str


@dataclass(frozen=True)
class Sic:
    """A slip of the issued text that is kept as printed."""

    at: str
    text: str
    means: str
    reason: str


@dataclass(frozen=True)
class Override:
    """A hand-set link: which words at which place lead where (``unit:id``, ``document:id``, ``none`` …)."""

    at: str
    text: str
    to: str


@dataclass(frozen=True)
class Uptake:
    """A person's word on whether this plan takes up an item of an upper plan, and where.

    ``upper`` is ``plan id#item id``; ``status`` verbatim, adapted or absent; ``item`` the item that does so.
    """

    upper: str
    status: str
    item: str = ""
    note: str = ""


@dataclass(frozen=True)
class Plan:
    """One issued or drafted plan; ``id`` is ``unit/series/edition``.

    ``notes`` are the footnotes of what stands around the items: title, bases, recipients.
    """

    id: str
    title: str
    issuer: str
    status: str
    header: tuple[str, ...]
    decision: Decision | None
    number: str | None
    symbol: str
    issued: Issued | None
    attached: str
    legal_basis: tuple[str, ...]
    in_pursuance: tuple[str, ...]
    enactment: str
    numbering: tuple[str, ...]
    plain_headings: bool
    body: tuple[Item, ...]
    close: str
    recipients: tuple[str, ...]
    signature: Signature | None
    source: Source | None
    corrections: tuple[Correction, ...]
    sic: tuple[Sic, ...]
    links: tuple[Override, ...]
    withdrawal: Mapping[str, str] | None = None
    coverage: tuple[Uptake, ...] = ()
    published: dt.date | None = None
    signed_file: SignedFile | None = None
    official_url: str = ""
    appendices: tuple[Appendix, ...] = ()
    notes: tuple[Footnote, ...] = ()
    co_issuers: tuple[str, ...] = ()
    cosignatures: tuple[Signature, ...] = ()

    @property
    def unit(self) -> str:
        """The unit's id, first part of the plan's id."""
        return self.id.split("/")[0]

    @property
    def series(self) -> str:
        """The series' id."""
        return self.id.split("/")[1]

    @property
    def edition(self) -> str:
        """The edition: the year, or year and running number for a second plan of a year."""
        return self.id.split("/")[2]

    @property
    def year(self) -> int:
        """The year that the plan is for."""
        return int(self.edition[:4])

    @property
    def issuers(self) -> tuple[str, ...]:
        """The bodies that issue the plan, of a joint one the first before the others."""
        return (self.issuer, *self.co_issuers)

    @property
    def signatures(self) -> tuple[Signature, ...]:
        """All signatures in printed order, first those of a decision."""
        documents = (self.decision, self) if self.decision else (self,)
        return tuple(s for d in documents for s in (*((d.signature,) if d.signature else ()), *d.cosignatures))

    @property
    def date_line(self) -> Issued:
        """Place and date of the document that puts the plan into force: the decision's, or the plan's own."""
        line = self.decision.issued if self.decision else self.issued
        return line or Issued("", None, "")

    @property
    def window(self) -> tuple[dt.date, dt.date]:
        """First and last day on which the plan can have been issued; the year before and itself where unknown."""
        return self.date_line.window or (dt.date(self.year - 1, 12, 1), dt.date(self.year, 12, 31))

    @property
    def official_number(self) -> tuple[str | None, str]:
        """Number (None where not yet given) and symbol of the document that puts the plan into force."""
        return (self.decision.number, self.decision.symbol) if self.decision else (self.number, self.symbol)

    def walk(self) -> Iterator[Item]:
        """All items of decision, body and appendices in printed order."""
        for item in self.roots:
            yield from item.walk()

    @property
    def roots(self) -> Iterator[Item]:
        """The outermost items: articles, those of the body, appendices."""
        yield from self.decision.articles if self.decision else ()
        yield from self.body
        yield from (appendix.item for appendix in self.appendices)


def split_title(title: str) -> tuple[str, str]:
    """Split into printed type and subject: ``("KẾ HOẠCH", "Tuyên truyền …")``; no known type gives ``""`` first."""
    for name in DOCUMENT_TYPES:
        if title.lower().startswith(name.lower() + " "):
            subject = title[len(name) + 1 :]
            joint = next((word for word in OF_SEVERAL if subject.lower().startswith(f"{word} ")), "")
            if joint and subject[len(joint) + 1 :][:1].isupper():
                return f"{name} {joint}".upper(), subject[len(joint) + 1 :]
            return name.upper(), upper_first(subject)
    return "", title
