"""Which plan a Word file is about: by where it lies, by the id that an export left in it, else by what it says."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

from kehoach.importing.draftplace import SAMPLE, series_of
from kehoach.importing.model import ImportProblem
from kehoach.importing.pipeline import import_reading
from kehoach.importing.read import read
from kehoach.importing.sourcecheck import own_year
from kehoach.machine.usererror import UserError
from kehoach.model.plan import Plan
from kehoach.model.planid import line_of
from kehoach.model.registry import Registry
from kehoach.wording.titleyears import title_years

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_EDITION = re.compile(r"20[0-9]{2}(?:-[2-9])?\Z")
_MOST = 100_000
_IDENTIFIER = re.compile(
    rb"<dc:(?:identifier|subject)(?: [^<>]{0,200})?>([a-z0-9-]{1,80}/[a-z0-9-]{1,80}/[a-z0-9-]{1,80})"
    rb"(?:@([0-9a-f]{16}))?</dc:"
)
_PLACE = "Đặt lại tệp vào hop-thu/CƠ_QUAN/LOẠT/NĂM.docx, ví dụ hop-thu/xa-ea-knop/tuyen-truyen-cchc/2027.docx."


@dataclass(frozen=True)
class Letter:
    """A file that was put into the folder: its path in the repository, and its bytes."""

    path: PurePosixPath
    data: bytes

    @property
    def name(self) -> str:
        """The path as text."""
        return self.path.as_posix()


def plan_of(letter: Letter, registry: Registry) -> str:
    """Name the plan, there already or to be made; raises UserError where that is not certain.

    Who puts a file into a folder of its own may name a series there that the registry does not have yet.
    """
    parts = letter.path.parts[1:]
    if len(parts) == 3:
        return _checked_id("/".join((*parts[:2], letter.path.stem)), registry, new_series=_SLUG.fullmatch(parts[1]))
    identifier = exported_from(letter.data)
    if identifier:
        return _checked_id(identifier, registry)
    return _id_by_content(letter.data, registry)


def next_plan(letter: Letter, plan: Plan, plan_ids: Collection[str]) -> str:
    """Name the plan that a plan's exported file was made into; empty where it still is that plan.

    People take last year's file and write the new year into it. Raises UserError where the year that its title names
    has a plan already, or is before the plan's own.
    """
    years = title_years(import_reading(read(letter.data), issuer=plan.issuer).data["title"])
    if len(letter.path.parts) == 4 or not years or set(years) & {*title_years(plan.title), plan.year}:
        return ""
    plan_id = f"{line_of(plan.id)}/{years[0]}"
    if years[0] > plan.year and plan_id not in plan_ids:
        return plan_id
    raise UserError(
        f"tên văn bản ghi năm {years[0]}, còn tệp là bản Word của kế hoạch năm {plan.edition}. "
        f"Sửa kế hoạch năm {plan.edition} thì ghi lại năm ở tên văn bản; sửa kế hoạch năm {years[0]} thì lấy bản Word "
        f"của kế hoạch ấy, hoặc đặt tệp vào hop-thu/{plan_id}.docx."
    )


def check_place(letter: Letter, plan_ids: Collection[str]) -> None:
    """Raise UserError where a file that was exported from one plan lies at the place of another body's or series' plan.

    A plan that there is not yet may be made from any.
    """
    parts, source = letter.path.parts[1:], exported_from(letter.data)
    plan_id = "/".join((*parts[:2], letter.path.stem))
    another = source and line_of(source) != line_of(plan_id)
    if len(parts) == 3 and another and plan_id in plan_ids:
        raise UserError(
            f"tệp là bản Word của kế hoạch {source} nhưng nằm ở chỗ của kế hoạch {plan_id}. Đặt ngay vào hop-thu/ thì "
            "sửa kế hoạch của nó; sửa kế hoạch kia thì lấy bản Word của kế hoạch ấy."
        )


def plan_of_results(letter: Letter, registry: Registry) -> str:
    """Name the plan whose results a table holds: by where it lies, else by what the exported table says of itself."""
    parts = letter.path.parts[1:]
    plan_id = "/".join((*parts[:2], letter.path.stem)) if len(parts) == 3 else exported_from(letter.data)
    if not plan_id:
        raise UserError(f"chưa rõ bảng này là kết quả của kế hoạch nào. {_PLACE.replace('.docx', letter.path.suffix)}")
    return _checked_id(plan_id, registry)


def _checked_id(plan_id: str, registry: Registry, new_series: object = None) -> str:
    unit, series, edition = [*plan_id.split("/"), "", "", ""][:3]
    if unit not in registry.units:
        raise UserError(f"không có cơ quan {unit} trong sổ cơ quan. {_PLACE}")
    if series == SAMPLE or not (series in registry.series or new_series):
        raise UserError(f"không có loạt kế hoạch {series}; đang có: {', '.join(_real(registry))}. {_PLACE}")
    if plan_id.count("/") != 2 or not _EDITION.match(edition):
        raise UserError(f"“{edition}” không phải năm. {_PLACE}")
    return plan_id


def exported_from(data: bytes) -> str:
    """Read the plan's id that an exported file keeps through Word; empty where there is none."""
    return _id_and_digest_in(data)[0]


def exported_state(data: bytes) -> str:
    """Read the digest of the plan's words that an exported file keeps; empty where there is none."""
    return _id_and_digest_in(data)[1]


def _id_and_digest_in(data: bytes) -> tuple[str, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("docProps/core.xml") as stream:
            match = _IDENTIFIER.search(stream.read(_MOST))
    except Exception:  # zlib.error and its kin have no common base
        return "", ""
    return (match[1].decode(), (match[2] or b"").decode()) if match else ("", "")


def _id_by_content(data: bytes, registry: Registry) -> str:
    """Take body and year from the document's own head and title, the series by the words of its title."""
    try:
        result = import_reading(read(data), registry=registry)
    except ImportProblem as problem:
        raise UserError(str(problem)) from None
    unit = result.data["issuer"]
    year = own_year(result.data)
    series = series_of(result.data["title"], registry, unit)
    unsure = [
        *(["cơ quan ban hành"] if unit not in registry.units else []),
        *(["năm"] if year is None else []),
        *(["loạt kế hoạch"] if not series.registered else []),
    ]
    if unsure == ["loạt kế hoạch"]:
        series_there = ", ".join(_real(registry)) or "chưa có loạt nào"
        raise UserError(
            f"chưa rõ loạt kế hoạch của văn bản (đang có: {series_there}). Nếu là loạt mới, đặt lại tệp vào "
            f"hop-thu/{unit}/{series.id}/{year}.docx; nếu thuộc một loạt đang có, đặt vào thư mục mang mã loạt ấy."
        )
    if unsure:
        raise UserError(f"chưa rõ {', '.join(unsure)} của văn bản. {_PLACE}")
    return _checked_id(f"{unit}/{series.id}/{year}", registry)


def _real(registry: Registry) -> list[str]:
    """Give the ids of series that are no sample."""
    return [name for name in registry.series if name != SAMPLE]
