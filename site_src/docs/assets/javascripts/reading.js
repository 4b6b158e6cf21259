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

  /** The label path of a paragraph, said only where it is not its name as well. */
  function pathOf(line) {
    return line.dataset.p || line.id
  }

  var compared = document.querySelector("[data-kh-changes]")

  /** What opens a box is a button to those who cannot see it; a button also answers to the space bar. */
  function opening(link) {
    link.setAttribute("role", "button")
    link.setAttribute("aria-haspopup", "dialog")
    link.setAttribute("aria-expanded", "false")
  }

  function signOf(css, href, label) {
    var made = element("a", css, "")
    made.href = href
    made.setAttribute("aria-label", label)
    opening(made)
    return made
  }

  /** What a paragraph says of itself since the edition before: a word, the place on the page of changes, a sentence. */
  function became(line) {
    var parts = /^(?:([^|]*)\|([^|]*)\|)?([^]*)$/.exec(line.dataset.m)
    var before = compared.dataset.khBefore
    return {
      badge: (parts[1] || "sửa") + " so với " + before,
      href: compared.dataset.khChanges + "#" + (parts[2] || line.id),
      sentence: parts[3].replace(/^:/, "So với " + before + ": ") + "."
    }
  }

  /** Put the signs beside a paragraph, or at the end of a table's row: they are no part of its words. */
  function sign(line) {
    var place = provision(pathOf(line))
    var signs = [signOf("kh-anchor", "#" + line.id, "Dẫn " + place)]
    if (line.dataset.m) signs.push(signOf("kh-margin-mark", became(line).href, became(line).badge + ": " + place))
    signs.forEach(function (made) { owners.set(made, line) })
    marks.set(line, signs[1])
    if (line.localName !== "tr") return line.after.apply(line, signs)
    var shown = Array.from(line.cells).filter(function (cell) { return !cell.matches(".kh-again") })
    var cell = shown.find(function (one) { return one.matches(".kh-main-cell") }) || shown.pop()
    cell.append.apply(cell, signs)
  }

  // Signs are the same but for their place: they are not sent, and put while nothing else is to be done. Then what
  // waits to be laid out is, a few paragraphs at a time: it has to be there for who reads by headings.
  var owners = new WeakMap()
  var marks = new WeakMap()
  var unsigned = Array.from(document.querySelectorAll("[data-p]"))
  var waiting = Array.from(document.querySelectorAll(".kh-sheet ~ .kh-sheet .kh-body > *")).reverse()
  var idle = window.requestIdleCallback || function (act) { setTimeout(act, 50) }
  idle(function prepare() {
    unsigned.splice(0).forEach(sign)
    waiting.splice(-20).forEach(function (part) { part.style.contentVisibility = "visible" })
    if (waiting.length) idle(prepare)
    else document.documentElement.classList.add("kh-ready")
  })

  /** The citation of a provision: its name and its document's. */
  function cited(link) {
    return provision(pathOf(owners.get(link))) + " " + link.closest("[data-kh-named]").dataset.khNamed
  }

  /** What became of a provision since the edition before, and the way to both wordings. */
  function changed(link) {
    var line = owners.get(link)
    var content = [element("p", "kh-tap-words", became(line).sentence), leading("Xem hai bản cạnh nhau", link.href)]
    show(link, "Thay đổi", content.concat(first(line)))
  }

  function leading(text, href) {
    var made = element("a", "kh-tap-button", text)
    made.href = href
    return made
  }

  /** Where a provision first stood, if in an earlier edition: the folder of that plan, and its anchor where it differs. */
  function first(line) {
    if (!line.hasAttribute("data-y")) return []
    var parts = (line.dataset.y || compared.dataset.khFolder).split("#")
    var year = parts[0].split("/").slice(-2)[0]
    return [leading("Có từ năm " + year, parts[0] + "index.html#" + (parts[1] || line.id))]
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
    show(link, "Dẫn điều khoản", content.concat(first(owners.get(link)), status))
  }

  function remark(pattern, words, address) {
    var made = element("a", "kh-tap-button kh-feedback", "Góp ý về đoạn này")
    var values = { title: "Góp ý: " + words, text: "Đoạn: " + words + "\n" + address + "\n\nNội dung góp ý:\n" }
    made.href = pattern.replace(/\{(title|text)\}/g, function (_, name) { return encodeURIComponent(values[name]) })
    return made
  }

  /** The name that a term's place has by its words, as kehoach.wording.letters.slug makes it. */
  function named(words) {
    return words.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().match(/[a-z0-9]+/g).join("-")
  }

  function explain(from, id) {
    // The first place where a term stands links to it, and its title is the meaning.
    var link = document.querySelector("a.kh-term[href$='#" + CSS.escape(id) + "']")
    if (!link) return false
    show(from, "Giải thích", [
      element("p", "kh-tap-term", from.textContent),
      element("p", "kh-tap-words", link.title),
      element("p", "kh-quiet", "Người biên soạn sổ viết, không phải định nghĩa pháp lý."),
      leading("Xem trong mục thuật ngữ", link.href)
    ])
    return true
  }

  var served = /^https?:$/.test(location.protocol)
  var pages = {}

  /** A note on the words stands on another page: it is shown here, and where that does not come the link leads to it. */
  function note(link) {
    var page = link.href.split("#")[0]
    pages[page] = pages[page] || fetch(page).then(function (answer) { return answer.text() })
    pages[page].then(function (text) {
      var words = new DOMParser().parseFromString(text, "text/html").getElementById(link.hash.slice(1)).firstElementChild
      words.querySelectorAll("a").forEach(function (one) { one.replaceWith(one.textContent) })
      words.className = "kh-tap-words"
      show(link, link.getAttribute("aria-label"), [document.importNode(words, true), leading("Mọi ghi chú", link.href)])
    }).catch(function () { location.href = link.href })
  }

  function act(target) {
    var noted = served && target.closest(".kh-sheet sup:not(.kh-footnote-mark) a")
    if (noted) return note(noted) || true
    var anchor = target.closest("a.kh-anchor")
    if (anchor) return cite(anchor) || true
    var mark = target.closest("a.kh-margin-mark")
    if (mark) return changed(mark) || true
    var link = target.closest("a.kh-term")
    if (link) return explain(link, link.hash.slice(1))
    var term = target.closest(".kh-sheet abbr")
    return term ? explain(term, term.dataset.t || named(term.textContent)) : false
  }

  /** The bar of a changed paragraph, where it was hit: it is drawn left of the words. */
  function bar(event) {
    var line = event.target.matches("[data-m]") && event.target
    var edge = line && line.getBoundingClientRect().left + (line.localName === "tr" ? 8 : 0)
    var mark = line && event.clientX < edge && marks.get(line)
    if (mark) changed(mark)
    return Boolean(mark)
  }

  document.addEventListener("click", function (event) {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || box.contains(event.target)) return
    if (bar(event) || act(event.target)) event.preventDefault()
  })

  document.querySelectorAll("[data-kh-print-plan]").forEach(function (button) {
    button.parentNode.hidden = false
    button.addEventListener("click", function () { window.print() })
  })

  document.querySelectorAll(served ? "a.kh-term, .kh-sheet sup:not(.kh-footnote-mark) a" : "a.kh-term").forEach(opening)
  // Notes once stood on this page: an address that names one leads to where it is now.
  var moved = /^#kh_ghi-chu-\d+$/.test(location.hash) && document.querySelector("#kh_ghi-chu a")
  if (moved) location.replace(moved.href.split("#")[0] + location.hash)
  document.addEventListener("keydown", function (event) {
    if (event.key === " " && event.target.matches("a[role=button]") && act(event.target)) event.preventDefault()
  })
})()
