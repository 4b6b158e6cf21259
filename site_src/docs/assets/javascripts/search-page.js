/* The search page: reads the form and the address, shows hits, says how many there are. */
(function (tim) {
  "use strict"

  var SHOWN = 20
  var WAIT = 180
  var SNIPPET = 240
  var form = document.querySelector("[data-kh-search]")
  var status = document.querySelector("[data-kh-status]")
  var list = document.querySelector("[data-kh-hits]")
  var more = document.querySelector("[data-kh-more]")
  var root = form.getAttribute("data-kh-search").replace(/index\.html$/, "")
  var names = Array.from(form.elements.loai.options).reduce(function (found, option) {
    found[option.value] = option.textContent
    return found
  }, { passage: "Mục trong kế hoạch" })
  var opened = tim.open(root + "tim/chi-muc/")
  var latest = 0
  var found = { hits: [], left: 0 }
  var shown = 0

  function filters() {
    var unit = form.elements["co-quan"].value
    var number = tim.manifest ? tim.manifest.units.findIndex(function (one) { return one[0] === unit }) : -1
    return { unit: unit && number >= 0 ? String(number) : "", year: form.elements.nam.value, kind: form.elements.loai.value }
  }

  function fillForm() {
    var asked = new URLSearchParams(location.search)
    tim.manifest.units.forEach(function (name) {
      form.elements["co-quan"].append(new Option(name[1], name[0]))
    })
    ;["q", "loai", "nam", "co-quan"].forEach(function (name) {
      if (asked.has(name)) form.elements[name].value = asked.get(name)
      if (form.elements[name].selectedIndex < 0) form.elements[name].value = ""
    })
  }

  /** Keep the address in step, so that a search can be sent to someone. */
  function keepAddress() {
    var asked = new URLSearchParams()
    new FormData(form).forEach(function (value, name) { if (value) asked.append(name, value) })
    var text = asked.toString()
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : ""))
    } catch (error) {
      // A page from a folder may be refused this; the search itself needs no address.
    }
  }

  function search() {
    var turn = ++latest
    var words = form.elements.q.value
    keepAddress()
    if (!words.trim()) return show({ hits: [], left: 0 }, "")
    // Someone may type before the index has opened.
    return opened.then(function () { return tim.search(words, filters()) }).then(function (result) {
      if (turn === latest) show(result, words)
    }, failed)
  }

  function failed(error) {
    status.textContent = "Không tải được dữ liệu tìm kiếm (" + error.message + "). Xin tải lại trang."
  }

  function show(result, words) {
    found = result
    shown = 0
    list.replaceChildren()
    showMore()
    document.title = (words ? words + " - " : "") + "Tìm kiếm"
    var count = result.hits.length
    var rest = result.left ? " Còn " + result.left + " kế hoạch khác có những chữ này." : ""
    var unknown = (result.unknown || []).map(function (word) {
      return " Không có chữ “" + word.typed + "”" + (word.meant ? ", đã tìm “" + word.meant + "”" + (word.near.length ? "; có thể là “" + word.near.join("”, “") + "”." : ".") : ".")
    }).join("")
    status.textContent = !words ? "" : count ? count + " kết quả." + unknown + rest : "Không tìm thấy. Thử ít chữ hơn, hoặc bỏ bộ lọc."
  }

  function showMore() {
    found.hits.slice(shown, shown + SHOWN).forEach(function (hit) { list.append(item(hit)) })
    shown = Math.min(shown + SHOWN, found.hits.length)
    var waiting = found.hits.length - shown
    more.hidden = !waiting && !found.left
    more.textContent = waiting ? "Xem thêm " + Math.min(waiting, SHOWN) + " kết quả" : "Tìm tiếp trong " + found.left + " kế hoạch khác"
  }

  function seeMore() {
    var first = shown
    var ready = first < found.hits.length ? Promise.resolve(found) : found.more()
    return ready.then(function (result) {
      if (result !== found) {
        var turn = latest
        show(result, form.elements.q.value)
        while (turn === latest && shown <= first && shown < found.hits.length) showMore()
      } else {
        showMore()
      }
      var next = list.children[first] || list.lastElementChild
      if (next) next.querySelector("a").focus()
    }, failed)
  }

  function element(name, css, content) {
    var made = document.createElement(name)
    if (css) made.className = css
    made.append.apply(made, [].concat(content))
    return made
  }

  function link(url, content) {
    var made = element("a", "", content)
    made.href = root + url
    return made
  }

  // What stays on one line, as on pages (kehoach.pages.linebreaks): a number with its word, a symbol, years, a dash.
  var TOGETHER = /((?:[Nn]gày|[Tt]háng|[Nn]ăm|[Ss]ố|[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Qq]uý) [\d…]\S*|\d+(?:\/\d{4})?\/[A-ZĐ]\w*(?:-[A-ZĐ][\wĐđ&]*)+|\d{4}[-–]\d{4}|[^\s]+ [-–](?= ))/

  /** A text as pieces, those that stay on one line in elements of their own; the words are the same. */
  function unbroken(text) {
    return text.split(TOGETHER).map(function (piece, n) { return n % 2 ? element("kh-n", "", piece) : piece })
  }

  /** Cut a text into plain and highlighted pieces between two places. */
  function pieces(text, marks, from, to) {
    var out = []
    var at = from
    marks.forEach(function (mark) {
      if (mark[1] <= from || mark[0] >= to) return
      out = out.concat(unbroken(text.slice(at, Math.max(at, mark[0]))))
      out.push(element("mark", "", text.slice(Math.max(at, mark[0]), Math.min(mark[1], to))))
      at = Math.min(mark[1], to)
    })
    return out.concat(unbroken(text.slice(at, to))).filter(function (piece) { return piece !== "" })
  }

  /** The part of a text that holds the most highlighted characters. */
  function snippet(text, marks) {
    if (text.length <= SNIPPET) return pieces(text, marks, 0, text.length)
    var best = [0, 0]
    marks.forEach(function (mark) {
      var held = marks.reduce(function (sum, other) {
        return other[0] >= mark[0] && other[1] <= mark[0] + SNIPPET - 40 ? sum + other[1] - other[0] : sum
      }, 0)
      if (held > best[1]) best = [mark[0], held]
    })
    var start = best[0] > 40 ? text.indexOf(" ", best[0] - 40) + 1 : 0
    var end = text.indexOf(" ", start + SNIPPET)
    end = end < 0 ? text.length : end
    return [].concat(start ? "… " : [], pieces(text, marks, start, end), end < text.length ? " …" : [])
  }

  function item(hit) {
    var head = element("p", "kh-hit-title", [
      link(hit.url, pieces(hit.title, hit.titleMarks, 0, hit.title.length)), " ",
      element("span", "kh-tag", names[hit.kind]), hit.state ? " " : "", hit.state ? element("span", "kh-tag", unbroken(hit.state)) : ""
    ])
    var parts = [head]
    if (hit.words) parts.push(element("p", "kh-hit-words", snippet(hit.words, hit.marks)))
    if (hit.also.length) parts.push(element("p", "kh-quiet", others(hit.also)))
    return element("li", "kh-hit", parts)
  }

  function others(also) {
    var out = ["Cũng có trong "]
    also.slice(0, 6).forEach(function (one, n) {
      var made = link(one.url, one.title)
      // A year alone says nothing in a list of links.
      if (one.name) made.setAttribute("aria-label", one.name)
      out.push(n ? "; " : "", made)
    })
    return also.length > 6 ? out.concat(" và " + (also.length - 6) + " chỗ khác") : out
  }

  var timer
  form.addEventListener("input", function (event) {
    clearTimeout(timer)
    timer = setTimeout(search, event.target.name === "q" ? WAIT : 0)
  })
  form.addEventListener("submit", function (event) {
    event.preventDefault()
    clearTimeout(timer)
    search()
  })
  more.addEventListener("click", seeMore)

  opened.then(function () {
    fillForm()
    return search()
  }).catch(failed)
})(window.khTim)
