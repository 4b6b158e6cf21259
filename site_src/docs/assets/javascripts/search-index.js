/* The word index: its files are loaded as scripts, so that it works from an unpacked folder too. */
(function (tim) {
  "use strict"

  var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
  var PREFIXES = 60
  var folder = ""
  var waiting = {}
  var taken = {}

  /** Called by each data file. */
  tim.take = function (name, value) {
    waiting[name].resolve(value)
  }

  tim.open = function (place) {
    folder = place
    return load("m").then(function (manifest) {
      tim.manifest = manifest
      tim.cards = manifest.lengths.length
      tim.total = tim.cards + manifest.plans
      tim.years = ofAll(manifest.years)
      tim.latest = tim.years.reduce(function (one, other) { return Math.max(one, other) }, 0)
      return manifest
    })
  }

  /** Know whose each entry is: asked for only where a search is for one body. */
  tim.knowOwners = function () {
    return load("o").then(function (owners) { tim.owners = tim.owners || ofAll(owners) })
  }

  /** What is told of cards, of all entries: a value, or one with how many it is of; plans are told of as their cards. */
  function ofAll(told) {
    var all = []
    told.forEach(function (one) {
      if (!Array.isArray(one)) all.push(one)
      else for (var n = 0; n < one[1]; n++) all.push(one[0])
    })
    return all.concat(all.slice(0, tim.manifest.plans))
  }

  /** How many words the shortest name of a card has. */
  tim.wordsOf = function (entry) {
    return entry < tim.cards ? DIGITS.indexOf(tim.manifest.lengths[entry]) : 0
  }

  function load(name) {
    if (taken[name]) return taken[name]
    taken[name] = new Promise(function (resolve, reject) {
      waiting[name] = { resolve: resolve }
      var script = document.createElement("script")
      script.src = folder + name + ".js" + (tim.manifest ? "?" + tim.manifest.version : "")
      script.onerror = function () {
        delete taken[name]
        reject(new Error(name))
      }
      document.head.append(script)
    })
    return taken[name]
  }

  /** The card of an entry: title, what it is about, address, other names. */
  tim.card = function (entry) {
    var size = tim.manifest.cards
    return load("c" + Math.floor(entry / size)).then(function (cards) { return cards[entry % size] })
  }

  /** The provisions of the plan of an entry. */
  tim.volume = function (entry) {
    // Numbered from the oldest: a plan that comes in as the newest changes no other file.
    return load("p" + (tim.total - 1 - entry))
  }

  function unpacked(text) {
    var numbers = []
    var number = -1
    var shift = 0
    var step = 0
    for (var i = 0; i < text.length; i++) {
      var digit = DIGITS.indexOf(text[i])
      step += (digit % 32) << shift
      shift += 5
      if (digit < 32) {
        number += step + 1
        numbers.push(number)
        step = shift = 0
      }
    }
    return numbers
  }

  /** The number of the shard whose range holds a key. */
  function shardOf(key) {
    var firsts = tim.manifest.shards
    var low = 0
    var high = firsts.length - 1
    while (low < high) {
      var middle = Math.ceil((low + high) / 2)
      if (firsts[middle] <= key) low = middle
      else high = middle - 1
    }
    return low
  }

  function read(line) {
    var parts = line.split("|")
    return {
      key: parts[0],
      forms: parts.slice(1).map(function (part) {
        var cut = part.indexOf(":")
        return { form: part.slice(0, cut) || parts[0], entries: unpacked(part.slice(cut + 1)) }
      })
    }
  }

  function linesOf(shard) {
    return load(tim.manifest.names[shard]).then(function (text) { return typeof text === "string" ? text.split("\n") : text })
  }

  /** What the index says of a key, and where asked of the keys that begin with it. */
  tim.lookUp = function (key, prefixToo) {
    var first = shardOf(key)
    var last = prefixToo ? Math.min(shardOf(key + "{"), first + 1) : first
    var asked = first === last ? [linesOf(first)] : [linesOf(first), linesOf(last)]
    return Promise.all(asked).then(function (shards) {
      var found = []
      shards.forEach(function (lines) {
        lines.forEach(function (line) {
          var exact = line.startsWith(key + "|")
          if (exact || (prefixToo && found.length < PREFIXES && isPrefixed(line, key))) found.push(read(line))
        })
      })
      return found
    })
  }

  function held(line) {
    return line.forms.reduce(function (sum, form) { return sum + form.entries.length }, 0)
  }

  /** The words of the index that are one slip of the finger away from a key, the most frequent first. */
  tim.nearest = function (key) {
    if (key.length < 4) return Promise.resolve([])
    return linesOf(shardOf(key)).then(function (lines) {
      var near = lines.map(read).filter(function (line) { return line.key.indexOf(" ") < 0 && isOneSlip(line.key, key) })
      near.sort(function (a, b) { return held(b) - held(a) || (a.key < b.key ? -1 : 1) })
      return near.map(function (line) { return line.key })
    })
  }

  /** Whether one letter more, less or other, or two letters swapped, makes one word of the other. */
  function isOneSlip(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false
    var start = 0
    while (start < one.length && one[start] === other[start]) start++
    var a = one.slice(start)
    var b = other.slice(start)
    return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1) || (a.slice(2) === b.slice(2) && a[0] === b[1] && a[1] === b[0])
  }

  /** Whether a line's key begins with the key and is as many words long. */
  function isPrefixed(line, key) {
    if (!line.startsWith(key)) return false
    return line.slice(key.length, line.indexOf("|")).indexOf(" ") < 0
  }
})(window.khTim)
