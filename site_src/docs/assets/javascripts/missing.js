/* On the 404 page: the menu, the search and the pages whose address is nearest to the one that was asked for. */
(function () {
  "use strict"

  var found = document.querySelector("[data-missing-near]")
  if (!found || found.hasAttribute("data-root")) return
  // Of the scripts that the page tries, the one that runs tells where the site begins.
  var root = new URL("../../", document.currentScript.src).href
  var MOST = 3
  var LEAST = 0.45
  /** Files of a long list that are looked into: where the address begins with another letter, it is in the next one. */
  var FILES = 3
  found.setAttribute("data-root", root)

  document.querySelectorAll("[data-missing]").forEach(function (part) {
    part.hidden = false
    part.querySelectorAll("a").forEach(function (link) { link.href = root + link.getAttribute("data-to") })
    if (part.action) part.action = root + "tim/index.html"
  })
  var hand = document.querySelector("[data-missing-by-hand]")
  if (hand) hand.hidden = true

  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/index\.html?$/, "").replace(/[^a-z0-9./]+/g, "-")
  }

  function pairs(text) {
    var all = {}
    for (var n = 0; n + 1 < text.length; n++) all[text.substr(n, 2)] = (all[text.substr(n, 2)] || 0) + 1
    return all
  }

  /** How much two addresses share: twice the common pairs of letters among all. */
  function likeness(asked, counts, address) {
    var other = pairs(address)
    var common = 0
    for (var pair in other) common += Math.min(other[pair], counts[pair] || 0)
    return 2 * common / Math.max(1, asked.length + address.length - 2)
  }

  function asked() {
    var path = location.pathname
    try { path = decodeURIComponent(path) } catch (fault) { /* as it was typed */ }
    return plain(path.slice(new URL(root).pathname.length))
  }

  function nearest(lines) {
    var wanted = asked()
    var counts = pairs(wanted)
    return lines.map(function (address) { return { address: address, like: likeness(wanted, counts, address) } })
      .filter(function (one) { return one.address && one.like >= LEAST })
      .sort(function (one, other) { return other.like - one.like })
      .slice(0, MOST)
  }

  /** Show a page by its own title; its address where it does not answer. */
  function show(one) {
    var item = document.createElement("li")
    var link = document.createElement("a")
    link.href = root + one.address + "index.html"
    link.textContent = one.address
    item.append(link)
    found.querySelector("ul").append(item)
    found.hidden = false
    fetch(link.href).then(function (answer) { return answer.ok ? answer.text() : "" }).then(function (html) {
      var title = new DOMParser().parseFromString(html, "text/html").querySelector("h1")
      if (title) link.textContent = title.textContent.replace(/\s+/g, " ").trim()
    }, function () { /* the address stays */ })
  }

  function lines(name) {
    return fetch(root + "assets/" + name).then(function (answer) { return answer.ok ? answer.text() : "" })
      .then(function (text) { return text.split("\n") })
  }

  /** The beginnings, of those that have files of their own, that are nearest to how the wanted address begins. */
  function likely(beginnings) {
    var wanted = asked()
    return beginnings.map(function (beginning) {
      var own = wanted.slice(0, beginning.length)
      return { name: beginning, like: own === beginning ? 2 : likeness(own, pairs(own), beginning) }
    }).sort(function (one, other) { return other.like - one.like }).slice(0, FILES)
      .map(function (one) { return lines("dia-chi/" + one.name.replace(/\//g, "~") + ".txt") })
  }

  lines("dia-chi.txt").then(function (all) {
    var beginnings = all.filter(function (line) { return line.slice(-1) === "*" }).map(function (line) { return line.slice(0, -1) })
    var whole = all.filter(function (line) { return line.slice(-1) !== "*" })
    return Promise.all(likely(beginnings)).then(function (parts) { nearest(whole.concat.apply(whole, parts)).forEach(show) })
  }).catch(function () { /* the menu and the search remain */ })
})()
