/* Names for the theme's unnamed parts, list filters, copying of links. Every page is whole without it. */
(function () {
  "use strict"

  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase()
  }

  function nameParts() {
    var search = document.querySelector(".md-search")
    if (search) search.setAttribute("aria-label", "Tìm kiếm")
    document.querySelectorAll("pre > code").forEach(function (code) {
      code.tabIndex = 0
      code.setAttribute("role", "region")
      code.setAttribute("aria-label", "Đoạn mẫu")
    })
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (wrap) {
      wrap.tabIndex = 0
      wrap.setAttribute("role", "region")
      wrap.setAttribute("aria-label", "Bảng cuộn ngang")
    })
  }

  function filterList(form) {
    var input = form.querySelector("input")
    var count = form.querySelector("[data-kh-count]")
    var entries = Array.from(document.querySelectorAll("[data-kh-list] [data-kh-find]"))
    var groups = Array.from(document.querySelectorAll("[data-kh-list] [data-kh-group]"))
    function apply() {
      var words = fold(input.value).split(/\s+/).filter(Boolean)
      var shown = 0
      entries.forEach(function (entry) {
        var text = entry.getAttribute("data-kh-find")
        entry.hidden = !words.every(function (word) { return text.includes(word) })
        if (!entry.hidden) shown += 1
      })
      groups.forEach(function (group) { group.hidden = !group.querySelector("[data-kh-find]:not([hidden])") })
      count.textContent = words.length ? (shown ? "Còn " + shown + " trên " + entries.length : "Không có mục nào khớp") : ""
    }
    form.hidden = false
    form.addEventListener("submit", function (event) { event.preventDefault() })
    input.addEventListener("input", apply)
    apply()
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a.kh-anchor")
    if (!link || !navigator.clipboard) return
    navigator.clipboard.writeText(link.href).then(function () {
      if (window.alert$) window.alert$.next("Đã sao chép liên kết tới đoạn này")
    }, function () {})
  })

  // The theme listens to keys alone: words that were dictated, pasted or composed would find nothing.
  document.addEventListener("input", function (event) {
    if (event.target.matches("[data-md-component=search-query]")) {
      event.target.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
    }
  })

  document$.subscribe(function () {
    nameParts()
    setTimeout(nameParts, 0)
    document.querySelectorAll("form[data-kh-filter]").forEach(filterList)
  })
})()
