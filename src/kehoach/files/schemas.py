"""JSON Schema checks with Vietnamese messages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import jsonschema_rs

from kehoach.files.problems import Problem
from kehoach.files.yamlfile import Loaded

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator


@dataclass(frozen=True)
class Schema:
    """One kind of file's JSON Schema (draft 2020-12)."""

    kind: str
    document: Mapping[str, Any]

    @classmethod
    def read(cls, kind: str, text: str) -> Schema:
        """Take the text of a schema file; raises ValueError where it is no JSON or refers to another file or host."""
        document = json.loads(text)
        if any(not reference.startswith("#") for reference in _references(document)):
            raise ValueError(f"{kind}: a reference leads out of the schema")
        return cls(kind, document)

    @cached_property
    def digest(self) -> str:
        """Tell two states of a schema apart."""
        return hashlib.sha256(json.dumps(self.document, sort_keys=True).encode()).hexdigest()

    @cached_property
    def _validator(self) -> Draft202012Validator:
        # Sound files never need it, and it takes a third of the time in which this module loads.
        from jsonschema import Draft202012Validator, FormatChecker
        from referencing import Registry

        # An empty registry: a $ref to another host is an error, never a request.
        formats = FormatChecker(formats=("date",))
        return Draft202012Validator(self.document, registry=Registry(), format_checker=formats)

    @cached_property
    def _quick(self) -> jsonschema_rs.Draft202012Validator:
        # By default this validator fetches what a $ref names, over the network and from the disk.
        return jsonschema_rs.Draft202012Validator(dict(self.document), validate_formats=True, retriever=_refuse)

    def problems(self, loaded: Loaded, names: Mapping[str, str] | None = None) -> Iterator[Problem]:
        """Find what in a loaded file breaks the schema, each fault once, at the deepest place.

        ``names`` gives ids by the names that bodies are known by, for who writes the name where an id belongs.

        A compiled validator passes sound files; only for others the reference validator finds what to say. Alone it
        would take more than twice the time in which the files are parsed (five plans: 330 ms against 1 and 140).
        """
        if self._quick.is_valid(loaded.value):
            return
        from kehoach.files.schemamessages import message  # needs the reference validator, as above

        has_message = False
        for error in self._validator.iter_errors(loaded.value):
            has_message = True
            for fault in message(error, self.document, names or {}):
                yield loaded.problem(*fault)
        if not has_message:
            # The two differ, say over the end of a pattern; what one of them refuses is refused.
            yield loaded.problem("KH204", (), "Tệp có giá trị không hợp khuôn dạng.")


_REFERENCES = ("$ref", "$dynamicRef")


def _references(part: Any) -> Iterator[str]:
    """Give every reference in a schema, those in examples too."""
    for key, value in part.items() if isinstance(part, dict) else enumerate(part):
        if key in _REFERENCES:
            yield str(value)
        elif isinstance(value, dict | list):
            yield from _references(value)


def _refuse(address: str) -> Any:
    raise ValueError(f"a schema asks for {address}")
