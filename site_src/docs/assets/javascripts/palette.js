/* The reader's look, before anything is shown: by the machine, light or dark. It stays on the reader's machine. */
(function () {
  "use strict"

  var page = document.documentElement
  var place = new URL("../../", document.currentScript.src).pathname + "nen"
  var dark = matchMedia("(prefers-color-scheme: dark)")
  // Each with the name of the button that leads on to the next; the first follows the machine.
  var LOOKS = [
    ["", "Đang theo máy, chuyển sang nền sáng"],
    ["default", "Đang nền sáng, chuyển sang nền tối"],
    ["slate", "Đang nền tối, chuyển sang theo máy"]
  ]
  var look = kept()

  function kept() {
    try { return LOOKS[localStorage.getItem(place)] ? Number(localStorage.getItem(place)) : 0 } catch (fault) { return 0 }
  }

  function keep() {
    try { localStorage.setItem(place, look) } catch (fault) { /* it holds for this page */ }
  }

  function use() {
    page.setAttribute("data-md-color-scheme", LOOKS[look][0] || (dark.matches ? "slate" : "default"))
    page.setAttribute("data-kh-look", look)
    var button = document.querySelector(".kh-look")
    if (!button) return
    button.title = LOOKS[look][1]
  }

  page.classList.add("js")
  // Where an address can be subscribed to and copied; a file opened from a disk has none.
  if (/^https?:$/.test(location.protocol) && navigator.clipboard) page.classList.add("served")
  use()
  dark.addEventListener("change", use)
  // The button is not there yet.
  document.addEventListener("DOMContentLoaded", function () {
    use()
    document.querySelector(".kh-look").addEventListener("click", function () {
      look = (look + 1) % LOOKS.length
      keep()
      use()
    })
  })
})()
