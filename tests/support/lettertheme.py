"""A site generator for tests: its theme is a letter before and one after each page, so that a build takes no time."""

LETTER_THEME = """
import json, os, pathlib, sys
place = pathlib.Path(sys.argv[sys.argv.index("--site-dir") + 1])
place.mkdir(exist_ok=True)
(place / "404.html").write_text("404")
(place / "index.html").write_text("<!-- kehoach:figure/plans --> <!-- kehoach:next -->")
asked = pathlib.Path(os.environ["KEHOACH_THEME"])
wanted = json.loads(asked.read_text())
frames = [[path.partition("/")[0], path.count("/"), listed, ["a ", "CONTENT", " z"], {}] for path, listed in wanted]
said = {"home": ["Thu", "", ""], "analysis": False, "documents": False, "own": [""], "pages": [""]}
asked.write_text(json.dumps({**said, "entry": [["l"], ["b"], "", ["a"]], "frames": frames}))
"""
