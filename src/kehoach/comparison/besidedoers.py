"""Bodies that do not do what changed but have a part in its sentence: who takes part in it, who receives it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from kehoach.comparison.meanings import Difference
from kehoach.comparison.model import Change
from kehoach.comparison.nodes import ComparedNode
from kehoach.comparison.signruns import LISTED
from kehoach.meaning.actors import Actor, read_actors
from kehoach.meaning.mentions import Mention, mentions_again
from kehoach.meaning.rolerules import DOING
from kehoach.model.fields import FIELDS

_WORKS = {"partners": "phối hợp", "watchers": "theo dõi"}
_RECEIVES = {"recipients": "nơi nhận", "through": "nơi nhận"}
_BESIDE: Mapping[str, tuple[Mapping[str, str], str]] = {
    "time": ({**_WORKS, **_RECEIVES}, "đổi thời gian"),
    "quantity": (_WORKS, "đổi con số"),
    "role": ({"advised": "được tham mưu"}, "đổi vai trò"),
    "modality": (
        {**_WORKS, **dict.fromkeys(DOING, "thực hiện"), "assigner": "giao việc"},
        "đổi mức độ bắt buộc",
    ),
}
"""By the kind of a difference, the roles for whom it changes something with what they do, and what it changes."""
_READ_ON_BOTH_SIDES = ("role", "modality")
"""Kinds by which the very roles are other ones on either side."""
_LEADING = re.compile(r"\b(?:chủ trì|đầu mối|phối hợp)\b", re.IGNORECASE)
"""Roles that say how others take part, too."""
_SENTENCES = re.compile(r"[^.;\n]*(?:[.;](?!\s)[^.;\n]*)*")
_CLAUSE = re.compile(r",\s|\svà\s")


def partners_of_changes(change: Change) -> Iterator[tuple[str, Actor]]:
    """Give those who have a part in the sentences that changed, with what changed for them in words."""
    for difference in change.differences:
        if difference.kind not in _BESIDE:
            continue
        roles, changed = _BESIDE[difference.kind]
        if difference.kind == "role" and _LEADING.search(f"{difference.old}\n{difference.new}"):
            roles = {**roles, **_WORKS}
        for node, words in _sides(change, difference):
            sentence = sentence_in(node, words) or node.fields.get("text", "")
            for actor in chain(_concerned(sentence, words, difference.kind, node), _of_fields(node)):
                if role_words := roles.get(actor.role):
                    yield f"{role_words}: {changed}", actor


def _of_fields(node: ComparedNode) -> Iterator[Actor]:
    """Give those whom a labelled field names as taking part in all that the provision says."""
    for field in FIELDS:
        if field.role == "partner" and (words := node.fields.get(field.key)):
            yield from (actor for actor in actors_of(f"{field.label}: {words}", node) if actor.role == "partners")


def _sides(change: Change, difference: Difference) -> Iterator[tuple[ComparedNode, str]]:
    if change.new and (difference.new or difference.kind in _READ_ON_BOTH_SIDES):
        yield change.new, difference.new
    if change.old and (not difference.new or difference.kind in _READ_ON_BOTH_SIDES):
        yield change.old, difference.old


def _concerned(sentence: str, words: str, kind: str, node: ComparedNode) -> Iterator[Actor]:
    """Give the actors of a sentence; of a time only those receive who are named behind it or in its own clause.

    "Niêm yết trước ngày 15/10 và trình Chủ tịch" says nothing of when it is submitted.
    """
    for line in sentence.split("\n"):
        timed = re.search(r"\s+".join(map(re.escape, words.split())), line) if kind == "time" and words else None
        last: Actor | None = None
        for actor in actors_of(line, node):
            if timed and actor.role in _RECEIVES and timed.end() <= actor.name.start:
                goes_on = last and LISTED.fullmatch(line, last.name.end, actor.name.start)
                if not goes_on and timed.start() > 0 and _CLAUSE.search(line, timed.end(), actor.name.start):
                    continue
            last = actor
            yield actor


def sentence_in(node: ComparedNode, words: str) -> str:
    """Give the sentence of a node in which words stand once; empty where it is the only one or unsure."""
    if not words:
        return ""
    sentences = [match[0].strip() for match in _SENTENCES.finditer(node.fields.get("text", "")) if match[0].strip()]
    inside = [sentence for sentence in sentences if words in " ".join(sentence.split())]
    return inside[0] if len(inside) == 1 and len(sentences) > 1 else ""


def mentions_of(words: str, node: ComparedNode) -> Sequence[Mention]:
    """Give what the registries know of some words of a node, where it stands in them."""
    return mentions_again(words, [mention for of_field in node.mentions.values() for mention in of_field])


def doers_of(sentence: str, node: ComparedNode) -> list[Actor]:
    """Give who must do what a sentence says; who is listed with those that receive something receives it, too."""
    doers: list[Actor] = []
    last: Actor | None = None
    for actor in actors_of(sentence, node):
        listed = last is not None and LISTED.fullmatch(sentence, last.name.end, actor.name.start) is not None
        receives = actor.role in _RECEIVES or (listed and last is not None and last.role in _RECEIVES)
        if actor.role in DOING and not receives:
            doers.append(actor)
        last = actor
    return doers


def actors_of(words: str, node: ComparedNode) -> Sequence[Actor]:
    """Give the bodies that have a role in some words of a node."""
    return read_actors(words, mentions_of(words, node)).rows
