/* What holds on the reader's own day; the page says what held when it was built. */
(function () {
  "use strict"

  var SOON = 14

  function day(date) {
    return date.getFullYear() + "-" + String(date.getMonth() + 1).padStart(2, "0") + "-" + String(date.getDate()).padStart(2, "0")
  }

  var now = new Date()
  var today = day(now)
  var soon = day(new Date(now.getFullYear(), now.getMonth(), now.getDate() + SOON))

  function stage(mark) {
    var from = mark.getAttribute("data-from")
    var until = mark.getAttribute("data-until")
    mark.hidden = Boolean((from && today < from) || (until && today > until))
  }

  function deadline(mark) {
    var due = mark.getAttribute("data-due")
    mark.textContent = today < due ? "sắp tới" : today === due ? "hôm nay" : "đã qua"
    mark.classList.toggle("kh-when-past", today > due)
    mark.classList.toggle("kh-when-soon", today <= due && due <= soon)
    var box = mark.closest("[data-kh-state]")
    var state = box && box.getAttribute("data-kh-state")
    // Only what the day alone decides: a recorded result stays, and nothing is called late here.
    if (state === "not_yet_due" || state === "due_soon") box.setAttribute("data-kh-state", today > due ? "no_report" : due <= soon ? "due_soon" : "not_yet_due")
  }

  document.querySelectorAll("[data-from], [data-until]").forEach(stage)
  document.querySelectorAll("[data-due]").forEach(deadline)
})()
