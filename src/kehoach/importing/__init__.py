"""Import: a text, Word document, PDF or scan to a draft plan and a report of what to look at.

Stages, each a module and pure but the first: `read` (bytes → lines and tables), `noise` and `blocks` (lines →
paragraphs), `typing` (which paragraph is what), `outline` (labels → tree), `draft` and `items` (→ data of a plan),
`check` (no word lost), `report`.
"""

from kehoach.importing.model import ImportProblem as ImportProblem
from kehoach.importing.pipeline import ImportResult as ImportResult
from kehoach.importing.pipeline import import_reading, import_text
from kehoach.importing.read import read as read
from kehoach.importing.report import Report as Report

__all__ = ["ImportProblem", "ImportResult", "Report", "import_file", "import_text", "read"]


def import_file(data: bytes, *, issuer: str = "", source_file: str = "") -> ImportResult:
    """Make a draft plan of a file's bytes; raises ImportProblem with a Vietnamese sentence where it cannot be read."""
    return import_reading(read(data), issuer=issuer, source_file=source_file)
