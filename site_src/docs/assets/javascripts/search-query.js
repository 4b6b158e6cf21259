/* From a query to the entries that may answer it, by the index alone. */
(function (tim) {
  "use strict"

  var CARDS_OF_A_KIND = 4
  var CARDS_OF_ONE_KIND = 40
  var FEWEST = tim.FEWEST = 0.6 // share of the query's weight that a hit must hold
  var OTHER_TONES = tim.OTHER_TONES = 0.7
  var ABBREVIATED = tim.ABBREVIATED = 0.9
  var BEGINS = tim.BEGINS = 0.55

  /** Read a query into words, each with the abbreviation or full name that may stand for it. */
  tim.parse = function (text) {
    var all = tim.words(text)
    var question = tim.question(all)
    var words = question.words
    var last = words[words.length - 1]
    var open = words.length > 0 && last.end === text.normalize("NFC").length
    var asked = words.map(function (word) {
      return { typed: word.key, key: word.key, form: word.form, accented: word.form !== word.key, others: [], begins: false }
    })
    if (open) asked[asked.length - 1].begins = asked[asked.length - 1].key.length > 1
    asked.wants = question.wants
    tim.manifest.same.forEach(function (group) {
      group.forEach(function (phrase) {
        eachPlace(asked, phrase.split(" "), function (words) {
          // Of several words only all together are the thing: "vi" alone is not "ti vi".
          words.forEach(function (word) { word.bound = words.length > 1 })
          group.forEach(function (other) {
            var keys = other.split(" ")
            keys.quality = other === phrase ? 1 : ABBREVIATED
            if (other !== phrase || words.length > 1) words.forEach(function (word) { word.others.push(keys) })
          })
        })
      })
    })
    tim.manifest.abbreviations.forEach(function (pair) {
      eachPlace(asked, pair[1].split(" "), function (words) {
        words.forEach(function (word) { word.others.push(pair[0].split(" ")) })
      })
      // MTTQ is enough for MTTQVN.
      asked.forEach(function (word) {
        if (pair[0] === word.key || (word.key.length > 2 && pair[0].startsWith(word.key))) word.others.push(pair[1].split(" "))
      })
    })
    return asked
  }

  function eachPlace(asked, keys, use) {
    for (var i = 0; i + keys.length <= asked.length; i++) {
      var here = asked.slice(i, i + keys.length)
      if (here.every(function (word, n) { return word.key === keys[n] })) use(here)
    }
  }

  // Candidates, from the index alone

  function better(map, entry, quality) {
    if (!(map.get(entry) >= quality)) map.set(entry, quality)
  }

  function gather(map, lines, key, form, quality) {
    lines.forEach(function (line) {
      line.forms.forEach(function (one) {
        var kind = line.key !== key ? BEGINS : form && one.form !== form ? OTHER_TONES : 1
        one.entries.forEach(function (entry) { better(map, entry, kind * quality) })
      })
    })
  }

  /** Entries that hold every neighbouring pair of a name, as good as certain to hold the name. */
  function holding(keys) {
    var pairs = keys.length > 1 ? keys.slice(1).map(function (key, n) { return keys[n] + " " + key }) : keys
    return Promise.all(pairs.map(function (pair) { return tim.lookUp(pair, false) })).then(function (found) {
      var sets = found.map(function (lines) {
        var set = new Map()
        gather(set, lines, lines[0] ? lines[0].key : "", "", 1)
        return set
      })
      return Array.from(sets[0].keys()).filter(function (entry) {
        return sets.every(function (set) { return set.has(entry) })
      })
    })
  }

  function weigh(map) {
    return { entries: map, weight: Math.log(1 + tim.total / (1 + map.size)) }
  }

  /** What the index says of a word: as it is, else of words that begin with it, else of the word that was meant. */
  function linesOf(word) {
    return tim.lookUp(word.key, word.begins).then(function (found) {
      if (found.length || word.begins) return found
      word.begins = true
      return tim.lookUp(word.key, true)
    }).then(function (found) {
      if (found.length) return found
      return tim.nearest(word.key).then(function (near) {
        word.meant = near[0] || ""
        word.near = near.slice(1, 3)
        if (!near.length) return []
        word.key = near[0]
        word.accented = word.begins = false
        return tim.lookUp(near[0], false)
      })
    })
  }

  function entriesOf(word) {
    var others = word.others.map(holding)
    var lines = word.bound ? Promise.resolve([]) : linesOf(word)
    return Promise.all([lines].concat(others)).then(function (found) {
      var map = new Map()
      gather(map, found[0], word.key, word.accented ? word.form : "", 1)
      found.slice(1).forEach(function (entries, n) {
        entries.forEach(function (entry) { better(map, entry, word.others[n].quality || ABBREVIATED) })
      })
      return weigh(map)
    })
  }

  function entriesOfPair(first, second) {
    var key = first.key + " " + second.key
    return tim.lookUp(key, second.begins).then(function (lines) {
      var map = new Map()
      var form = first.accented && second.accented ? first.form + " " + second.form : ""
      gather(map, lines, key, form, 1)
      return weigh(map)
    })
  }

  /** Score every entry that holds a good share of the words: pairs count besides their words. */
  function scored(words, pairs, passes) {
    var all = words.reduce(function (sum, word) { return sum + word.weight }, 0)
    var shares = new Map()
    words.forEach(function (word) {
      word.entries.forEach(function (quality, entry) {
        shares.set(entry, (shares.get(entry) || 0) + word.weight * quality)
      })
    })
    var scores = []
    shares.forEach(function (share, entry) {
      if (share < FEWEST * all * OTHER_TONES || !passes(entry)) return
      var bonus = pairs.reduce(function (sum, pair) { return sum + pair.weight * (pair.entries.get(entry) || 0) }, 0)
      scores.push({ entry: entry, score: (share + 0.6 * bonus) / (1 + 0.04 * tim.wordsOf(entry)) })
    })
    return scores.sort(function (a, b) { return b.score - a.score || a.entry - b.entry })
  }

  /** Find what may answer a query: numbers of cards to look at, and of all plans, the best first. */
  tim.candidates = function (asked, filters) {
    var known = filters.unit === "" ? null : tim.knowOwners()
    return Promise.all([known, Promise.all(asked.map(entriesOf))]).then(function (both) {
      var words = both[1]
      asked.forEach(function (word, n) { word.weight = words[n].entries.size ? words[n].weight : 0 })
      var pairs = asked.slice(1).map(function (word, n) { return entriesOfPair(asked[n], word) })
      return Promise.all([words.filter(function (word) { return word.entries.size }), Promise.all(pairs)])
    }).then(function (found) {
      var scores = scored(found[0], found[1], function (entry) { return tim.passes(entry, filters) })
      var counts = {}
      var most = filters.kind ? CARDS_OF_ONE_KIND : CARDS_OF_A_KIND
      var cards = scores.filter(function (one) {
        if (one.entry >= tim.cards) return false
        var kind = tim.kind(one.entry)
        counts[kind] = (counts[kind] || 0) + 1
        return counts[kind] <= most
      })
      var plans = scores.filter(function (one) { return one.entry >= tim.cards })
      return { cards: cards.map(numberOf), plans: plans.map(numberOf) }
    })
  }

  function numberOf(one) { return one.entry }

  /** The kind of an entry: a card's own, "passage" for the provisions of a plan. */
  tim.kind = function (entry) {
    var kinds = tim.manifest.kinds
    for (var i = 0; i < kinds.length; i++) {
      if (entry < kinds[i][1]) return kinds[i][0]
      entry -= kinds[i][1]
    }
    return "passage"
  }

  /** Whether an entry is among what the filters leave: unit and year as in the manifest, kind. */
  tim.passes = function (entry, filters) {
    if (filters.unit !== "" && tim.owners[entry] !== Number(filters.unit)) return false
    if (filters.year !== "" && tim.years[entry] !== Number(filters.year)) return false
    var kind = tim.kind(entry)
    if (!filters.kind) return true
    return kind === "passage" ? filters.kind === "plan" || filters.kind === "duty" : kind === filters.kind
  }
})(window.khTim)
