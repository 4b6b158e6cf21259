/* The reader's look, before anything is shown: by the machine, light or dark. It stays on the reader's machine. */
(function () {
  "use strict"

  var page = document.documentElement
  var place = new URL("../../", document.currentScript.src).pathname + "nen"
  var dark = matchMedia("(prefers-color-scheme: dark)")
  // In the order of mkdocs.yml's palette; the first follows the machine.
  var SCHEMES = ["", "default", "slate"]

  function kept() {
    try { return SCHEMES[localStorage.getItem(place)] ? Number(localStorage.getItem(place)) : 0 } catch (fault) { return 0 }
  }

  function keep(number) {
    try { localStorage.setItem(place, number) } catch (fault) { /* it holds for this page */ }
  }

  function use(number) {
    page.setAttribute("data-md-color-scheme", SCHEMES[number] || (dark.matches ? "slate" : "default"))
    document.querySelectorAll("input[name=__palette]").forEach(function (choice, one) {
      choice.checked = one === number
      choice.nextElementSibling.hidden = one !== number
    })
  }

  page.classList.add("js")
  // Where an address can be subscribed to and copied; a file opened from a disk has none.
  if (/^https?:$/.test(location.protocol) && navigator.clipboard) page.classList.add("served")
  use(kept())
  dark.addEventListener("change", function () { use(kept()) })
  // The buttons are not there yet.
  document.addEventListener("DOMContentLoaded", function () {
    use(kept())
    document.querySelectorAll("input[name=__palette]").forEach(function (choice, number) {
      choice.addEventListener("change", function () { keep(number); use(number) })
    })
  })
})()
