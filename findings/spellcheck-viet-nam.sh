#!/usr/bin/env bash
# Expected: a spelling checker for repositories, which only knows common English misspellings, has nothing to say
#   about Vietnamese with its marks.
# Happens: syllables without marks are English misspellings to it: codespell -w writes "Việt Name" for Việt Nam and
#   "Than mưu" for Tham mưu, and wants "they" for thay; typos wants "the" for thi, "name" for nam, "much" for muc (in
#   ids).
# Seen with: codespell 2.4.3, typos 1.52.0 (2026-11-29).
# Matters: both are common pre-commit hooks, and codespell's -w mends by itself: it would rewrite official documents,
#   with words that a reader's eye slides over.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check codespell==2.4.3 typos==1.52.0
cat > plan.yaml <<'YAML'
id: muc-tieu
text: Tham mưu Ủy ban nhân dân tỉnh thi hành quy định của nước Cộng hòa xã hội chủ nghĩa Việt Nam, thay thế Kế hoạch cũ.
YAML
env/bin/typos --format brief plan.yaml > typos.txt && { echo "behaviour changed: typos is silent" >&2; exit 1; }
cat typos.txt
env/bin/codespell -w plan.yaml > codespell.txt 2>&1 || true
cat codespell.txt plan.yaml
for word in muc Tham thi Nam thay; do
  grep -q "\`$word\`" typos.txt || { echo "behaviour changed: $word" >&2; exit 1; }
done
grep -q 'Than mưu Ủy ban .* Việt Name, thay' plan.yaml || { echo "behaviour changed" >&2; exit 1; }
