#!/usr/bin/env bash
# Expected: a Vietnamese voice says "30/7" as a day, or at least its slash, "Quý II" as "quý hai", and the letters of
#   UBND one by one, as it does those of HĐND.
# Happens: the slash is silent, so that 30/7 has the syllables of 37 (ba mươi bảy) and 10/8 those of 18. From II on a
#   Roman number is handed to the English voice and is "Roman two", while I, V and X are letters. UBND is handed to it
#   as well and is one English word.
# Seen with: eSpeak NG 1.52.0 (espeakng-loader 0.2.4) (2026-11-29).
# Matters: it is the voice that NVDA brings along; a deadline, a quarter and the body that issues the plan are what a
#   blind reader listens for. Where the screen reader does not name the slash itself, 37 is heard.
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
python3 -m venv env
env/bin/pip install -q --disable-pip-version-check espeakng-loader==0.2.4
env/bin/python - <<'PY'
import ctypes
import espeakng_loader

speech = ctypes.CDLL(espeakng_loader.get_library_path())
speech.espeak_TextToPhonemes.restype = ctypes.c_char_p
speech.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
SILENT, UTF_8, IPA = 2, 1, 2
assert speech.espeak_Initialize(SILENT, 0, espeakng_loader.get_data_path().encode(), 0) > 0
assert speech.espeak_SetVoiceByName(b"vi") == 0

def said(text):
    left = ctypes.c_char_p(text.encode())
    sounds = speech.espeak_TextToPhonemes(ctypes.byref(left), UTF_8, IPA).decode()
    print(f"{text:8} {sounds}")
    return sounds

assert said("30/7").replace(" ", "") == said("37").replace(" ", ""), "behaviour changed"
assert said("10/8").replace(" ", "") == said("18").replace(" ", ""), "behaviour changed"
assert said("Quý hai") != said("Quý II") and "(en)" not in said("Quý I"), "behaviour changed"
for text in ("Quý II", "Quý III", "Quý IV"):
    assert "(en)ɹˌəʊmən" in said(text), "behaviour changed"
assert "(en)" in said("UBND") and "(en)" not in said("HĐND"), "behaviour changed"
PY
