"""How plans name things and each other: a place where one mentions something, and what one rests on."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.meaning.linked import Passage
from kehoach.meaning.mentions import Mention


@dataclass(frozen=True)
class Occurrence:
    """One place where a plan mentions something."""

    plan_id: str
    passage: Passage
    mention: Mention


@dataclass(frozen=True, slots=True)
class Upper:
    """What a plan rests on: a plan or document by id, the words that say it, and how certain the link is.

    ``kind`` is plan or document; ``held`` tells whether the text is in this repository; ``relation`` is
    implements (thực hiện), based_on (căn cứ), proposed_by (theo đề nghị), or said_above: a plan that a person
    named as the upper one in this plan's file, under ``coverage``. ``sentence`` is all that the line says of it.
    """

    kind: str
    id: str
    words: str
    path: str
    relation: str
    certainty: str
    held: bool
    sentence: str = ""
