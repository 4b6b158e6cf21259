"""What a page says about itself to machines: Open Graph, and schema.org ``Legislation`` for plans.

Only what is known is said: a plan without a number has no identifier, one without a day no date, and no plan has
a legal force. The page itself is ``UnofficialLegalValue`` (schema.org): only the signed original has legal value.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from kehoach.exports.feed import has_news
from kehoach.model.plan import Plan
from kehoach.model.registry import Document
from kehoach.pages.home import Home
from kehoach.pages.page import DOCUMENTS, UNITS, Page, document_path, href, plan_file, plan_path, unit_file, unit_path
from kehoach.pages.pictures import HEIGHT, WIDTH, picture_path, picture_words
from kehoach.pages.site import Site
from kehoach.wording.letters import upper_first

_SCHEMA = "https://schema.org"
_HARMLESS = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def head(site: Site, page: Page, home: Home) -> Markup:
    """Give the tags for a page's head."""
    plan_id = page.path.removeprefix("ke-hoach/").rstrip("/")
    plan = site.plan(plan_id) if plan_id in site.fabric.outlines and page.path == plan_path(plan_id) else None
    tags = [Markup('<meta property="{}" content="{}">').format(*pair) for pair in _open_graph(site, page, plan, home)]
    tags += [
        Markup('<link rel="alternate" type="{}" title="{}" href="{}">').format(form, title, href(page.path, address))
        for form, title, address in _alternates(site, page, plan)
    ]
    described = legislation(site, plan, home) if plan else _cited(site, page, home)
    if described:
        tags.append(Markup('<script type="application/ld+json">{}</script>').format(_embedded(described)))
    return Markup("\n").join(tags)


def _cited(site: Site, page: Page, home: Home) -> dict[str, Any]:
    document = site.registry.documents.get(page.path.removeprefix(DOCUMENTS).rstrip("/"))
    return cited_legislation(document, home) if document and page.path == document_path(document.id) else {}


def _alternates(site: Site, page: Page, plan: Plan | None) -> Iterator[tuple[str, str, str]]:
    """The same in other forms: a plan as plain text, a body's news as a feed."""
    if plan:
        yield "text/markdown", "Văn bản thuần chữ", plan_file(plan.id, ".md")
    unit_id = page.path.removeprefix(UNITS).rstrip("/")
    of_body = page.path == unit_path(unit_id) and unit_id in site.registry.units
    if of_body and has_news(site.fabric, site.agenda, unit_id):
        yield "application/atom+xml", f"{page.title}: kế hoạch và việc", unit_file(unit_id, ".xml")


def _open_graph(site: Site, page: Page, plan: Plan | None, home: Home) -> Iterator[tuple[str, str]]:
    yield "og:type", "article" if plan else "website"
    yield "og:site_name", home.name
    yield "og:title", page.title
    # The description is the page's own: one element in the frame says it for both.
    if home.url:
        yield "og:url", home.full(page.path)
    # Who shows a picture of what is shared has no other way to it than a whole address.
    if plan and home.url:
        yield "og:image", home.full(picture_path(plan.id), page.path)
        yield "og:image:type", "image/png"
        yield "og:image:width", str(WIDTH)
        yield "og:image:height", str(HEIGHT)
        yield "og:image:alt", picture_words(site, plan)


def _embedded(data: dict[str, Any]) -> Markup:
    """Write JSON that cannot end the script element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _HARMLESS.items():
        text = text.replace(character, escape)
    return Markup(text)


def legislation(site: Site, plan: Plan, home: Home) -> dict[str, Any]:
    """Describe a plan by schema.org ``Legislation``; addresses are relative where the site's own is not known."""
    path = plan_path(plan.id)
    number, symbol = plan.official_number
    issued = plan.date_line.date
    properties: dict[str, Any] = {
        "@context": _SCHEMA,
        "@type": "Legislation",
        "name": plan.title,
        "inLanguage": "vi",
        "legislationType": "Quyết định" if plan.decision else "Kế hoạch",
        "legislationIdentifier": f"{number}/{symbol}" if number else None,
        "legislationDate": issued.isoformat() if issued else None,
        "legislationPassedBy": _passed_by(site, plan),
        "legislationJurisdiction": _area(site, plan.issuer),
        "temporalCoverage": str(plan.year),
        "datePublished": plan.published.isoformat() if plan.published else None,
        "creativeWorkStatus": {"draft": "Draft", "withdrawn": "Withdrawn"}.get(plan.status),
        "url": home.full(path, path) if home.url else None,
        "sameAs": plan.official_url or None,
        "image": home.full(picture_path(plan.id), path) if home.url else None,
        "isBasedOn": [_based_on(upper.kind, upper.id, home, path) for upper in _uppers_named(site, plan)],
        "encoding": list(_encodings(plan, home, path)),
    }
    return {key: value for key, value in properties.items() if value}


def _uppers_named(site: Site, plan: Plan) -> list[Any]:
    """What the plan itself names as its basis, each once."""
    uppers = [upper for upper in site.fabric.above(plan.id) if upper.relation in ("implements", "based_on")]
    return list({(upper.kind, upper.id): upper for upper in uppers}.values())


def _passed_by(site: Site, plan: Plan) -> Any:
    bodies = [_body(site, unit) for unit in plan.issuers]
    return bodies if len(bodies) > 1 else bodies[0]


def _body(site: Site, unit_id: str) -> dict[str, str]:
    unit = site.registry.units.get(unit_id)
    return {"@type": "GovernmentOrganization", "name": unit.name if unit else unit_id}


def _area(site: Site, unit_id: str) -> dict[str, str] | None:
    """Where what a body orders holds: the area of the authority that it is or is a part of."""
    areas = [unit.area for unit in map(site.registry.units.get, site.registry.scopes(unit_id)) if unit and unit.area]
    return {"@type": "AdministrativeArea", "name": upper_first(areas[0])} if areas else None


def _based_on(kind: str, name: str, home: Home, page_path: str) -> str:
    """Give the address of a basis: its own page describes it."""
    return home.full(plan_path(name) if kind == "plan" else document_path(name), page_path)


def cited_legislation(document: Document, home: Home) -> dict[str, Any]:
    """Describe a document that plans rest on, as the registry knows it."""
    path = document_path(document.id)
    properties = {
        "@context": _SCHEMA,
        "@type": "Legislation",
        "name": document.title,
        "alternateName": document.subject,
        "inLanguage": "vi",
        "legislationIdentifier": document.code,
        "legislationDate": document.issued.isoformat() if document.issued else "",
        "url": home.full(path, path),
        "sameAs": document.official_url,
    }
    return {key: value for key, value in properties.items() if value}


def _encodings(plan: Plan, home: Home, page_path: str) -> Iterator[dict[str, Any]]:
    yield {
        "@type": "LegislationObject",
        "legislationLegalValue": f"{_SCHEMA}/UnofficialLegalValue",
        "contentUrl": [home.full(path, page_path) for path in (page_path, plan_file(plan.id, ".json"))],
    }
    if plan.signed_file:
        # The owner of the file says that it is signed; this site does not check the signature.
        yield {
            "@type": "LegislationObject",
            "contentUrl": plan.signed_file.url,
            "sha256": plan.signed_file.sha256,
        }
