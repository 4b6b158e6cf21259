/* The outline says where the reader is: beside the page, and on a phone in a bar that stays at the top. */
(function () {
  "use strict"

  var box = document.querySelector("details.kh-contents")
  if (!box) return
  var beside = document.querySelector(".kh-outline ul")
  if (beside && !beside.firstElementChild) beside.replaceWith(box.querySelector("ul").cloneNode(true))
  var links = Array.from(box.querySelectorAll("a[href^='#']"))
  var sections = links.map(function (link) { return document.getElementById(decodeURIComponent(link.hash.slice(1))) })
  var here = document.createElement("span")
  here.className = "kh-contents-here"
  box.querySelector("summary").append(here)
  var shown = -1
  var asked = false

  /** The last heading that has passed under the header. */
  function current() {
    var found = -1
    sections.forEach(function (section, n) {
      if (section && section.getBoundingClientRect().top < 140) found = n
    })
    return found
  }

  function mark() {
    asked = false
    var now = current()
    if (now === shown) return
    shown = now
    here.textContent = now < 0 ? "" : links[now].textContent
    var hash = now < 0 ? "" : links[now].hash
    document.querySelectorAll(".kh-contents a, .kh-outline a").forEach(function (link) {
      if (hash && link.hash === hash) link.setAttribute("aria-current", "true")
      else link.removeAttribute("aria-current")
    })
  }

  addEventListener("scroll", function () {
    if (asked) return
    asked = true
    requestAnimationFrame(mark)
  }, { passive: true })

  links.forEach(function (link) {
    link.addEventListener("click", function () { box.open = false })
  })
  // Where the page stands when this begins is asked for later: the answer would have the whole page laid out.
  requestAnimationFrame(function () { if (scrollY) mark() })
})()
