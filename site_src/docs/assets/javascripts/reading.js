/* Meanings and citations on tap. Without script, or in a browser without popovers, the links lead on as written. */
(function () {
  "use strict"

  if (!HTMLElement.prototype.showPopover) return

  var box = element("div", "kh-tap", "")
  box.id = "kh_cham"
  box.popover = "auto"
  box.tabIndex = -1
  box.setAttribute("role", "dialog")
  document.body.append(box)
  var opener = null

  function element(name, css, text) {
    var made = document.createElement(name)
    if (css) made.className = css
    made.textContent = text
    return made
  }

  function button(text, act) {
    var made = element("button", "kh-tap-button", text)
    made.type = "button"
    made.addEventListener("click", act)
    return made
  }

  /** Show content beside what was tapped; a phone shows it at its lower edge instead. */
  function show(from, label, content) {
    if (box.matches(":popover-open")) box.hidePopover()
    opener = from
    box.setAttribute("aria-label", label)
    box.replaceChildren.apply(box, content.concat(button("Đóng", function () { box.hidePopover() })))
    box.showPopover()
    var place = from.getBoundingClientRect()
    var left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - box.offsetWidth - 8))
    var below = place.bottom + box.offsetHeight + 8 < innerHeight
    box.style.setProperty("--kh-left", left + scrollX + "px")
    box.style.setProperty("--kh-top", (below ? place.bottom + 4 : Math.max(4, place.top - box.offsetHeight - 4)) + scrollY + "px")
    opener.setAttribute("aria-expanded", "true")
    box.focus({ preventScroll: true })
  }

  box.addEventListener("toggle", function (event) {
    if (event.newState !== "closed" || !opener) return
    opener.setAttribute("aria-expanded", "false")
    if (box.contains(document.activeElement)) opener.focus({ preventScroll: true })
  })

  /** Copy where the browser lets a page do so; a portal without https has only the older way. */
  function copy(text, status) {
    var done = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject()
    return done.catch(function () {
      var field = element("textarea", "kh-sr", text)
      box.append(field)
      field.select()
      var copied = document.execCommand("copy")
      field.remove()
      if (!copied) throw new Error()
    }).then(function () {
      status.textContent = "Đã sao chép."
    }, function () {
      status.textContent = "Trình duyệt không cho sao chép; xin chọn và chép bằng tay: " + text
    })
  }

  function upperFirst(text) {
    return text.charAt(0).toUpperCase() + text.slice(1)
  }

  var NAMED = { "can-cu": "căn cứ", "de-nghi": "phần đề nghị", "thuc-hien": "phần thực hiện", "ban-hanh": "câu ban hành", "kem-theo": "dòng kèm theo", "noi-nhan": "dòng nơi nhận", close: "đoạn kết" }
  var BULLETS = { "-": "gạch đầu dòng", "+": "dấu cộng", "•": "dấu chấm" }

  function elementName(part, below) {
    if (part.startsWith("dieu-")) return "Điều " + part.slice(5)
    if (BULLETS[part[0]]) return BULLETS[part[0]] + " thứ " + part.slice(1)
    if (!below) return "mục " + part
    if (/\d/.test(part[0])) return "khoản " + part
    return (/[A-ZĐ]/.test(part) && part === part.toUpperCase() ? "mục " : "điểm ") + part
  }

  /** Say a label path as kehoach.pages.citing does: III.2.b is "điểm b khoản 2 mục III". */
  function provision(path) {
    var special = /^(?:QD\.)?([a-z-]+?)(?:-(\d+))?$/.exec(path)
    if (special && NAMED[special[1]]) return NAMED[special[1]] + (special[2] ? " thứ " + special[2] : "")
    var parts = []
    var number = ""
    path.split(".").forEach(function (part) {
      if (part === "QD") return
      var counted = /^\d+$/.test(part)
      number = number && counted ? number + "." + part : part
      var name = elementName(number, parts.length > 0)
      if (number !== part) parts[0] = name
      else parts.unshift(name)
      number = counted && name.startsWith("khoản") ? number : ""
    })
    return parts.join(" ")
  }

  // The signs at the ends of paragraphs are the same but for their place: they are not sent, they are put.
  document.querySelectorAll("[data-p]").forEach(function (line) {
    var place = provision(line.dataset.p)
    var sign = element("a", "kh-anchor", "")
    sign.href = "#" + line.id
    sign.setAttribute("aria-label", "Dẫn " + place)
    line.append(sign)
    var mark = line.querySelector(":scope > .kh-margin-mark > .kh-sr")
    if (mark) mark.append(": " + place)
  })

  /** The citation of a provision: its name, which the sign carries for those who cannot see it, and its document's. */
  function cited(link) {
    var named = link.closest("[data-kh-named]").dataset.khNamed
    var place = link.getAttribute("aria-label").replace(/^Dẫn /, "")
    return place ? place + " " + named : named
  }

  /** What became of a provision since the edition before, and the way to both wordings. */
  function changed(link) {
    var more = element("a", "kh-tap-button", "Xem hai bản cạnh nhau")
    more.href = link.href
    show(link, "Thay đổi", [element("p", "kh-tap-words", link.dataset.khSince), more])
  }

  function cite(link) {
    var words = cited(link)
    var status = element("p", "kh-tap-status", "")
    status.setAttribute("role", "status")
    var content = [
      element("p", "kh-tap-words", upperFirst(words)),
      button("Sao chép liên kết", function () { copy(link.href, status) }),
      button("Sao chép trích dẫn", function () { copy(upperFirst(words) + " (" + link.href + ")", status) })
    ]
    var feedback = document.querySelector("[data-kh-feedback]")
    if (feedback) content.push(remark(feedback.dataset.khFeedback, words, link.href))
    show(link, "Dẫn điều khoản", content.concat(status))
  }

  function remark(pattern, words, address) {
    var made = element("a", "kh-tap-button kh-feedback", "Góp ý về đoạn này")
    var values = { title: "Góp ý: " + words, text: "Đoạn: " + words + "\n" + address + "\n\nNội dung góp ý:\n" }
    made.href = pattern.replace(/\{(title|text)\}/g, function (_, name) { return encodeURIComponent(values[name]) })
    return made
  }

  function explain(from, id) {
    var entry = document.getElementById("kh_tu-" + id)
    if (!entry) return false
    var content = Array.from(entry.children, function (part) {
      var made = element("div", part.localName === "dt" ? "kh-tap-term" : "kh-tap-words", "")
      made.append.apply(made, Array.from(part.cloneNode(true).childNodes))
      return made
    })
    var link = document.querySelector("a.kh-term[href$='#" + CSS.escape(id) + "']")
    if (link) {
      var more = element("a", "kh-tap-button", "Xem trong mục thuật ngữ")
      more.href = link.href
      content.push(more)
    }
    show(from, "Giải thích", content)
    return true
  }

  function act(target) {
    var anchor = target.closest("a.kh-anchor")
    if (anchor) return cite(anchor) || true
    var mark = target.closest("a.kh-margin-mark")
    if (mark) return changed(mark) || true
    var link = target.closest("a.kh-term")
    if (link) return explain(link, link.hash.slice(1))
    var abbreviation = target.closest("abbr[data-kh-term]")
    return abbreviation ? explain(abbreviation, abbreviation.dataset.khTerm) : false
  }

  document.addEventListener("click", function (event) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || box.contains(event.target)) return
    if (act(event.target)) event.preventDefault()
  })

  document.querySelectorAll("[data-kh-print-plan]").forEach(function (button) {
    button.parentNode.hidden = false
    button.addEventListener("click", function () { window.print() })
  })

  // What opens a box is a button to those who cannot see it; a button also answers to the space bar.
  document.querySelectorAll("a.kh-anchor, a.kh-margin-mark, a.kh-term").forEach(function (link) {
    link.setAttribute("role", "button")
    link.setAttribute("aria-haspopup", "dialog")
    link.setAttribute("aria-expanded", "false")
  })
  document.addEventListener("keydown", function (event) {
    if (event.key === " " && event.target.matches("a.kh-anchor, a.kh-margin-mark, a.kh-term") && act(event.target)) event.preventDefault()
  })
})()
