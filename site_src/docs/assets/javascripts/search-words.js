/* Words as they are searched for, the same as in src/kehoach/pages/searchwords.py. */
window.khTim = (function () {
  "use strict"

  var MARKS = /[\u0300-\u036f]/g
  var TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

  /** Fold to what is looked up: no diacritics; đ, and what stands for it (ð, ɖ), is d. */
  function key(form) {
    return form.toLowerCase().replace(/[đðɖ]/g, "d").normalize("NFD").replace(MARKS, "")
  }

  /** Fold case and the place of the tone mark (hoá, hóa), and hàng as hằng; a number loses its leading zeros. */
  function form(word) {
    if (/^[0-9]+$/.test(word)) return word.replace(/^0+(?=[0-9])/, "")
    var lowered = word.toLowerCase().replace(/[ðɖ]/g, "đ").normalize("NFD")
    var tones = (lowered.match(TONES) || []).join("")
    var letters = lowered.replace(TONES, "").normalize("NFC")
    return (letters === "hang" && tones === "\u0300" ? "hăng" : letters) + tones
  }

  /** Split a text into words with their place, form and key. */
  function words(text) {
    return Array.from(text.normalize("NFC").matchAll(/[\p{L}\p{N}\p{M}]+/gu), function (match) {
      var accented = form(match[0])
      return { start: match.index, end: match.index + match[0].length, form: accented, key: key(accented) }
    })
  }

  return { key: key, form: form, words: words }
})()
