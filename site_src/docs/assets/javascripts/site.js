/* Filters of lists, calendars and what is folded. Every page is whole without it. */
(function () {
  "use strict"

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase()
  }

  function filterList(form) {
    var input = form.querySelector("input")
    var choice = form.querySelector("select[data-kh-tag]")
    var count = form.querySelector("[data-kh-count]")
    var entries = Array.from(document.querySelectorAll("[data-kh-list] [data-kh-find]"))
    var groups = Array.from(document.querySelectorAll("[data-kh-list] [data-kh-group]"))
    var folds = Array.from(document.querySelectorAll("[data-kh-list] [data-kh-fold]"))
    var opened = new Map(folds.map(function (fold) { return [fold, fold.open] }))
    function apply() {
      var words = fold(input.value).split(/\s+/).filter(Boolean)
      var tag = choice ? choice.value : ""
      var shown = 0
      entries.forEach(function (entry) {
        // An entry without words of its own to be found by is found by what it shows.
        if (words.length && !entry.getAttribute("data-kh-find")) entry.setAttribute("data-kh-find", fold(entry.textContent))
        var text = entry.getAttribute("data-kh-find")
        var tags = (entry.getAttribute("data-kh-tags") || "").split(" ")
        entry.hidden = !words.every(function (word) { return text.includes(word) }) || (tag && !tags.includes(tag))
        if (!entry.hidden) shown += 1
      })
      groups.forEach(function (group) { group.hidden = !group.querySelector("[data-kh-find]:not([hidden])") })
      // What is folded opens while something is looked for.
      folds.forEach(function (fold) { fold.open = Boolean(words.length || tag) || opened.get(fold) })
      count.textContent = words.length || tag ? (shown ? "Còn " + shown + " trên " + entries.length : "Không có mục nào khớp") : ""
    }
    form.hidden = false
    form.addEventListener("submit", function (event) { event.preventDefault() })
    input.addEventListener("input", apply)
    if (choice) choice.addEventListener("change", apply)
    apply()
  }

  /** Offer a calendar's address where there is one to subscribe to; a file opened from a disk has none. */
  function subscribing(button) {
    var address = new URL(button.getAttribute("data-kh-subscribe"), location.href)
    var status = button.closest("p").nextElementSibling.querySelector("[data-kh-subscribed]")
    if (!document.documentElement.classList.contains("served")) return
    button.hidden = false
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(address.href.replace(/^https?:/, "webcal:")).then(function () {
        status.textContent = " Đã chép địa chỉ; dán vào mục thêm lịch từ địa chỉ của phần mềm lịch."
      })
    })
  }

  /** A calendar whose reminders are those of the days chosen; `text` has one alarm for each of them. */
  function reminding(text, days) {
    return text.replace(/BEGIN:VALARM\r\n[^]*?END:VALARM\r\n/g, function (alarm) {
      var before = /TRIGGER[^:]*:-P(\d+)D/.exec(alarm)
      return before && days.includes(before[1]) ? alarm : ""
    })
  }

  /** Let the reader choose the reminders of a calendar that is taken as a file: it stands before the choice. */
  function choosing(label) {
    var link = label.previousElementSibling
    var select = label.querySelector("select")
    if (!/^https?:$/.test(location.protocol)) return
    label.hidden = false
    link.addEventListener("click", function (event) {
      if (select.value === "7 1") return
      event.preventDefault()
      fetch(link.href).then(function (answer) { return answer.text() }).then(function (text) {
        var made = document.createElement("a")
        made.href = URL.createObjectURL(new Blob([reminding(text, select.value.split(" "))], { type: "text/calendar" }))
        made.download = link.pathname.split("/").pop()
        made.click()
        URL.revokeObjectURL(made.href)
      })
    })
  }

  /** Offer to copy how a page is named, with its address. */
  function copying(cited) {
    if (!navigator.clipboard) return
    var button = document.createElement("button")
    var copied = document.createElement("span")
    button.type = "button"
    button.className = "kh-copy"
    button.textContent = "Chép kèm địa chỉ trang"
    copied.setAttribute("role", "status")
    cited.parentNode.append(" ", button, " ", copied)
    button.addEventListener("click", function () {
      var words = cited.textContent.replace(/\u00a0/g, " ") + " (" + location.href + ")"
      navigator.clipboard.writeText(words).then(function () { copied.textContent = "Đã chép." })
    })
  }

  /** Open what is folded around the place that an address names. */
  function unfold() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    var closed = false
    for (var fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      closed = closed || !fold.open
      fold.open = true
    }
    if (closed) target.scrollIntoView()
  }

  /** On paper nothing is folded but what is not for paper. */
  function unfoldForPaper() {
    var folded = Array.from(document.querySelectorAll("details:not([open]):not(.kh-not-printed)"))
    folded.forEach(function (fold) { fold.open = true })
    addEventListener("afterprint", function () { folded.forEach(function (fold) { fold.open = false }) }, { once: true })
  }

  // What is searched for may be typed without marks: nothing puts it right.
  document.querySelectorAll("input[type=search]").forEach(function (input) {
    input.autocomplete = input.autocapitalize = "off"
    input.spellcheck = false
  })
  document.querySelectorAll("[data-kh-subscribe]").forEach(subscribing)
  document.querySelectorAll(".kh-remind").forEach(choosing)
  document.querySelectorAll("[data-kh-cited]").forEach(copying)
  document.querySelectorAll("form[data-kh-filter]").forEach(filterList)
  addEventListener("hashchange", unfold)
  addEventListener("beforeprint", unfoldForPaper)
  unfold()
})()
