/* The reader's look, before anything is shown: by the machine, light or dark. It stays on the reader's machine. */
(function () {
  "use strict"

  var place = new URL("../../", document.currentScript.src).pathname + "nen"
  var dark = matchMedia("(prefers-color-scheme: dark)")
  var choices = Array.from(document.querySelectorAll("input[name=__palette]"))

  function kept() {
    try { return Number(localStorage.getItem(place)) || 0 } catch (fault) { return 0 }
  }

  function keep(number) {
    try { localStorage.setItem(place, number) } catch (fault) { /* it holds for this page */ }
  }

  function use(number) {
    var choice = choices[number] || choices[0]
    var auto = choice.hasAttribute("data-auto")
    choice.checked = true
    document.body.setAttribute("data-md-color-scheme", auto ? (dark.matches ? "slate" : "default") : choice.getAttribute("data-scheme"))
    choices.forEach(function (other) { other.nextElementSibling.hidden = other !== choice })
  }

  document.documentElement.classList.add("js")
  // Where an address can be subscribed to and copied; a file opened from a disk has none.
  if (/^https?:$/.test(location.protocol) && navigator.clipboard) document.documentElement.classList.add("served")
  if (!choices.length) return
  choices.forEach(function (choice, number) {
    choice.addEventListener("change", function () { keep(number); use(number) })
  })
  dark.addEventListener("change", function () { use(kept()) })
  use(kept())
})()
