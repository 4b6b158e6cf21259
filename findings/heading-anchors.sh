#!/usr/bin/env bash
# Expected: the heading "Đề án 1" has an anchor that begins with its first letter, the same wherever the file is
#   shown.
# Happens: Python-Markdown's table of contents drops Đ and keeps the rest: "e-an-1", which "Ề án 1" would have as
#   well, and "ieu-1" for Điều 1; its other function, pandoc and GitHub's rule keep đ and all marks. npm's slugify
#   makes "DJe-an-1".
# Seen with: Markdown 3.11.3, pandoc 3.9 (pypandoc_binary 1.17), github-slugger 2.0.0, slugify 1.6.9 (2026-11-29).
# Matters: a link to an article of a plan breaks when the same text moves from a repository's page to the site, and
#   cannot be guessed.
set -euo pipefail
command -v npm > /dev/null || { echo "needs Node.js 20 or later with npm" >&2; exit 2; }
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check markdown==3.11.3 pypandoc_binary==1.17
npm install --silent --no-audit --no-fund github-slugger@2.0.0 slugify@1.6.9
env/bin/python - <<'PY'
import re, markdown, pypandoc
from markdown.extensions.toc import slugify_unicode

def ids(html):
    return re.findall(r'<h1[^>]* id="([^"]*)"', " ".join(html.split()))

text = "# Đề án 1\n\n# Điều 1\n"
plain = ids(markdown.markdown(text, extensions=["toc"]))
kept = [slugify_unicode(title, "-") for title in ("Đề án 1", "Điều 1")]
pandoc = ids(pypandoc.convert_text(text, "html", format="markdown"))
print("Python-Markdown", plain, "\n  unicode       ", kept, "\npandoc         ", pandoc)
assert plain == ["e-an-1", "ieu-1"], "behaviour changed"
assert kept == pandoc == ["đề-án-1", "điều-1"], "behaviour changed"
PY
cat > slugs.mjs <<'JS'
import assert from "node:assert";
import { slug } from "github-slugger";
import slugify from "slugify";
console.log("github-slugger ", slug("Đề án 1"), "\nnpm slugify    ", slugify("Đề án 1"));
assert.deepEqual([slug("Đề án 1"), slugify("Đề án 1")], ["đề-án-1", "DJe-an-1"], "behaviour changed");
JS
node slugs.mjs
