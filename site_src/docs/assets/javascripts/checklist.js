/* Ticks kept in the visitor's own browser, saved to and loaded from a file; filters of a list. Nothing leaves the page. */
(function () {
  "use strict"

  var STORE = "kehoach.dau-tich"
  var KIND = "kehoach-dau-tich"
  var LIMIT = 1000000
  var KEY = /^[a-z0-9-]+\/[a-z0-9-]+\/[0-9]{4}(-[0-9]+)?#[a-z0-9-]+@[0-9]{4}(-[0-9HQM]{2})?$/
  var DAY = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/
  var STATES = {
    "": "Tất cả",
    todo: "Chưa tích",
    ticked: "Đã tích",
    done: "Đã làm xong",
    partial: "Làm được một phần",
    not_done: "Chưa làm",
    postponed: "Chuyển sang sau",
    not_applicable: "Không còn phải làm",
    some: "Mới có báo cáo của một số cơ quan",
    late: "Quá hạn, chưa ghi kết quả",
    due_soon: "Sắp đến hạn",
    no_report: "Chưa có báo cáo",
    not_yet_due: "Chưa đến hạn"
  }

  function clean(value) {
    var ticks = {}
    if (!value || typeof value !== "object" || value.kind !== KIND || !value.ticks || typeof value.ticks !== "object") return null
    Object.keys(value.ticks).forEach(function (key) {
      if (KEY.test(key) && DAY.test(value.ticks[key])) ticks[key] = value.ticks[key]
    })
    return ticks
  }

  function read() {
    try {
      return clean(JSON.parse(localStorage.getItem(STORE) || "null")) || {}
    } catch (error) {
      return {}
    }
  }

  function wrapped(ticks) {
    return JSON.stringify({ kind: KIND, version: 1, ticks: ticks }, Object.keys(ticks).sort().concat("kind", "version", "ticks"), 1)
  }

  function write(ticks) {
    try {
      localStorage.setItem(STORE, wrapped(ticks))
      return true
    } catch (error) {
      return false
    }
  }

  function today() {
    var now = new Date()
    return now.getFullYear() + "-" + String(now.getMonth() + 1).padStart(2, "0") + "-" + String(now.getDate()).padStart(2, "0")
  }

  function made(name, attributes, words) {
    var element = document.createElement(name)
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]) })
    element.textContent = words || ""
    return element
  }

  /** Put in what is the same on every page: the states to choose from, and how ticks are kept, printed and cleared. */
  function furnish(form) {
    var states = form.querySelector("select[data-kh-by=state]")
    Object.keys(STATES).forEach(function (key) { states.append(made("option", { value: key }, STATES[key])) })
    var load = made("label", { "class": "kh-load" }, "Nạp dấu tích từ tệp ")
    load.append(made("input", { type: "file", accept: "application/json,.json", "data-kh-load": "" }))
    var buttons = made("div", { "class": "kh-buttons" })
    buttons.append(
      made("button", { type: "button", "data-kh-save": "" }, "Lưu dấu tích ra tệp"),
      load,
      made("button", { type: "button", "data-kh-clear": "" }, "Xóa dấu tích ở trang này"),
      made("button", { type: "button", "data-kh-print": "" }, "In danh sách")
    )
    var remark = "Dấu tích chỉ nằm trong trình duyệt này, không gửi đi đâu, không phải kết quả chính thức."
    form.querySelector(".kh-keep").append(buttons, made("p", { "class": "kh-quiet" }, remark))
  }

  function start(root) {
    var form = root.querySelector("[data-kh-tools]")
    furnish(form)
    var items = Array.from(root.querySelectorAll("[data-kh-key]"))
    var ticked = form.querySelector("[data-kh-ticked]")
    var said = form.querySelector("[data-kh-said]")
    var ticks = read()

    function box(item) { return item.querySelector("input[type=checkbox]") }
    function say(text) { said.textContent = text }
    function kept(done) { if (!done) say("Trình duyệt không cho giữ dấu tích; hãy lưu ra tệp trước khi đóng trang.") }

    /** Leave in each choice only what something on the page matches, and of the choices those that choose. */
    function prune() {
      form.querySelectorAll("select[data-kh-by]").forEach(function (select) {
        var by = select.getAttribute("data-kh-by")
        Array.from(select.options).forEach(function (option) {
          if (option.value && option.value !== "todo" && option.value !== "ticked" && !items.some(function (item) { return value(item, by).indexOf(option.value) >= 0 })) option.remove()
        })
        select.closest("label").hidden = select.options.length < 3
      })
    }

    function value(item, by) {
      return by === "plan" ? [item.getAttribute("data-kh-key").split("#")[0]] : item.getAttribute("data-kh-" + by).split(" ")
    }

    function filter() {
      var wanted = {}
      form.querySelectorAll("select[data-kh-by]").forEach(function (select) { wanted[select.getAttribute("data-kh-by")] = select.value })
      var seen = {}
      var shown = 0
      var done = 0
      items.forEach(function (item) {
        var key = item.getAttribute("data-kh-key")
        var state = item.getAttribute("data-kh-state")
        var fits = !wanted.state || wanted.state === state || (wanted.state === "ticked" && key in ticks) || (wanted.state === "todo" && !(key in ticks))
        fits = fits && (!wanted.month || item.getAttribute("data-kh-month") === wanted.month)
        fits = fits && (!wanted.plan || key.split("#")[0] === wanted.plan)
        fits = fits && (!wanted.units || item.getAttribute("data-kh-units").split(" ").indexOf(wanted.units) >= 0)
        item.hidden = !fits
        if (fits && !seen[key]) {
          seen[key] = true
          shown += 1
          if (key in ticks) done += 1
        }
      })
      root.querySelectorAll(".kh-task").forEach(function (task) { task.hidden = !task.querySelector("[data-kh-key]:not([hidden])") })
      root.querySelectorAll("[data-kh-group]").forEach(function (group) {
        var body = group.getAttribute("data-kh-body")
        group.hidden = Boolean(wanted.units && body && body !== wanted.units) || !group.querySelector("[data-kh-key]:not([hidden])")
      })
      ticked.textContent = shown ? "Đã tích " + done + " trên " + shown + " lượt việc đang hiện." : "Không có việc nào khớp bộ lọc."
    }

    function show() {
      items.forEach(function (item) { box(item).checked = item.getAttribute("data-kh-key") in ticks })
      filter()
    }

    function view() {
      var chosen = form.querySelector("input[name=kh_xep]:checked")
      if (!chosen) return
      root.querySelectorAll("[data-kh-view]").forEach(function (section) { section.hidden = section.getAttribute("data-kh-view") !== chosen.value })
    }

    function load(file) {
      if (!file) return
      if (file.size > LIMIT) return say("Tệp quá lớn, không phải tệp dấu tích.")
      file.text().then(function (text) {
        var found = null
        try { found = clean(JSON.parse(text)) } catch (error) { found = null }
        if (!found) return say("Tệp này không phải tệp dấu tích do trang lưu ra.")
        ticks = Object.assign(read(), found)
        say("Đã nạp " + Object.keys(found).length + " dấu tích.")
        kept(write(ticks))
        show()
      }, function () { say("Không đọc được tệp.") })
    }

    function save() {
      var link = document.createElement("a")
      link.href = URL.createObjectURL(new Blob([wrapped(ticks)], { type: "application/json" }))
      link.download = "dau-tich-" + today() + ".json"
      document.body.appendChild(link)
      link.click()
      link.remove()
      setTimeout(function () { URL.revokeObjectURL(link.href) }, 1000)
      say("Đã lưu " + Object.keys(ticks).length + " dấu tích của mọi trang ra tệp.")
    }

    function clear() {
      if (!window.confirm("Xóa mọi dấu tích ở trang này?")) return
      ticks = read()
      items.forEach(function (item) { delete ticks[item.getAttribute("data-kh-key")] })
      say("Đã xóa dấu tích ở trang này.")
      kept(write(ticks))
      show()
    }

    root.addEventListener("change", function (event) {
      var item = event.target.closest("[data-kh-key]")
      if (!item) return
      var key = item.getAttribute("data-kh-key")
      ticks = Object.assign(read(), ticks)
      if (event.target.checked) ticks[key] = today()
      else delete ticks[key]
      kept(write(ticks))
      items.forEach(function (other) { if (other.getAttribute("data-kh-key") === key) box(other).checked = event.target.checked })
      filter()
      // A box that its own filter hides would take the focus with it.
      if (item.hidden) form.querySelector("select[data-kh-by=state]").focus()
    })
    form.addEventListener("change", function (event) {
      if (event.target.matches("[data-kh-load]")) {
        load(event.target.files[0])
        event.target.value = ""
      } else {
        view()
        filter()
      }
    })
    form.addEventListener("submit", function (event) { event.preventDefault() })
    form.querySelector("[data-kh-save]").addEventListener("click", save)
    form.querySelector("[data-kh-clear]").addEventListener("click", clear)
    form.querySelector("[data-kh-print]").addEventListener("click", function () { window.print() })
    window.addEventListener("storage", function (event) {
      if (event.key !== STORE) return
      ticks = read()
      show()
    })
    prune()
    form.hidden = false
    // A link to a heading of the other view opens that view.
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    var inside = target && target.closest("[data-kh-view]")
    var radio = inside && form.querySelector("input[name=kh_xep][value=" + inside.getAttribute("data-kh-view") + "]")
    if (radio) radio.checked = true
    view()
    show()
    if (radio && target) target.scrollIntoView()
  }

  /** Past plans have boxes and no tools: their ticks are kept the same way. */
  function plain(root) {
    var items = Array.from(root.querySelectorAll("[data-kh-key]"))
    function show() {
      var ticks = read()
      items.forEach(function (item) { item.querySelector("input").checked = item.getAttribute("data-kh-key") in ticks })
    }
    root.addEventListener("change", function (event) {
      var item = event.target.closest("[data-kh-key]")
      if (!item) return
      var ticks = read()
      if (event.target.checked) ticks[item.getAttribute("data-kh-key")] = today()
      else delete ticks[item.getAttribute("data-kh-key")]
      write(ticks)
    })
    show()
  }

  /** A list says once of what duty and which bodies its boxes are; each box then holds its whole key. */
  function spell(list) {
    list.querySelectorAll("[data-kh-at]").forEach(function (item) {
      var at = item.getAttribute("data-kh-at")
      item.setAttribute("data-kh-key", list.getAttribute("data-kh-of") + "@" + at)
      item.setAttribute("data-kh-units", list.getAttribute("data-kh-units"))
      if (!item.hasAttribute("data-kh-month")) item.setAttribute("data-kh-month", at)
    })
  }

  function all() {
    document.querySelectorAll("[data-kh-of]").forEach(spell)
    document.querySelectorAll("[data-kh-tasks]").forEach(function (root) {
      if (root.querySelector("[data-kh-tools]")) start(root)
      else plain(root)
    })
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", all)
  else all()
})()
