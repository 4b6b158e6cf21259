/* Keys on the page of two editions: n to the next change, p to the one before. The page is whole without it. */
(function () {
  "use strict"

  function changes() {
    return Array.from(document.querySelectorAll("[data-kh-change]")).filter(function (place) {
      return place.getClientRects().length > 0 && !(place.matches(".kh-editorial") && !marksWriting())
    })
  }

  function marksWriting() {
    var box = document.getElementById("kh_cach-viet")
    return Boolean(box && box.checked)
  }

  function current(places) {
    var focused = document.activeElement && document.activeElement.closest("[data-kh-change]")
    if (focused && places.includes(focused)) return places.indexOf(focused)
    var edge = 140
    var below = places.findIndex(function (place) { return place.getBoundingClientRect().top > edge })
    return below < 0 ? places.length - 0.5 : below - 0.5
  }

  function go(step) {
    var places = changes()
    var at = current(places)
    var next = places[step > 0 ? Math.floor(at) + 1 : Math.ceil(at) - 1]
    if (!next) return
    next.focus({ preventScroll: true })
    next.scrollIntoView({ block: "start" })
  }

  document.addEventListener("keydown", function (event) {
    if (!document.querySelector("[data-kh-difference]")) return
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return
    if (event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]")) return
    if (event.key === "n" || event.key === "p") {
      event.preventDefault()
      go(event.key === "n" ? 1 : -1)
    }
  })

  document.querySelectorAll(".kh-keys").forEach(function (note) { note.hidden = false })
})()
