"""How a text came to be read, and what its letters are worth: typed ones are certain, recognised ones may not be."""

from __future__ import annotations

from dataclasses import dataclass

from kehoach.importing import fields, labels, phrases
from kehoach.wording.letters import bare
from kehoach.wording.ocr import agrees


@dataclass(frozen=True)
class Medium:
    """What the stages ask of letters; chosen once for a whole text.

    ``name`` is the medium as in the schema; ``recognised`` that a letter may stand for another one or have lost its
    marks, so that words, labels and fields are known by what recognition makes of them, too.
    """

    name: str
    recognised: bool

    def opens(self, text: str, phrase: str) -> bool:
        """Tell whether a text begins with a phrase; diacritics and case do not count."""
        return phrases.opens(text, phrase) or (self.recognised and phrases.opens_misread(text, phrase))

    def opens_any(self, text: str, several: tuple[str, ...]) -> bool:
        """Tell whether a text begins with one of some phrases."""
        return any(self.opens(text, phrase) for phrase in several)

    def labels(self, text: str) -> list[labels.Label]:
        """Give every reading of the label that a paragraph opens with; the context decides between them."""
        return labels.read_labels(text, self.recognised)

    def field(self, text: str) -> fields.FieldRead | None:
        """Read a line such as "Cơ quan chủ trì: Sở Nội vụ."; None where it is no field."""
        return fields.read_field(text, self.recognised)

    def may_be(self, read: str, word: str) -> bool:
        """Tell whether a word read can be another that is printed, whatever the diacritics of either."""
        if bare(read).lower().strip(".,:;*'|") == bare(word).lower():
            return True
        return read in ("–", "—") if word == "-" else self.recognised and agrees(read, word)


TYPED = Medium("text", recognised=False)
RECOGNISED = Medium("ocr", recognised=True)
