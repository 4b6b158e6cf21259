/* From entries to hits: how well each card and each provision answers, from its words. */
(function (tim) {
  "use strict"

  var PLANS_AT_ONCE = 8
  var ABOVE = 0.5 // a word that stands only in the heading above a provision
  var OTHERS_NAMES = 9 // names of a card that are looked at
  var NAMED = 0.9 // a word that only says whose plan of which year it is
  var LEAST = 0.2 // share of the query's weight that a provision's own words must hold
  var WANTED = { status: { document: 0.25, unit: 0.25, plan: 0.3 }, plan: { plan: 0.3 }, unit: { unit: 0.3 }, duty: { duty: 0.12, passage: 0.02 } }
  var HOLDS = 0.03 // what holds today before what no longer does

  var YEAR = 0.002 // of two alike, that of the later year

  function age(entry) {
    return tim.latest - tim.years[entry]
  }

  function day() {
    var now = new Date()
    return now.getFullYear() + "-" + String(now.getMonth() + 1).padStart(2, "0") + "-" + String(now.getDate()).padStart(2, "0")
  }

  /** What holds on the reader's own day: words and weight. */
  function stateOf(stages) {
    var today = day()
    return (stages || []).find(function (one) { return (!one[1] || one[1] <= today) && (!one[2] || today <= one[2]) }) || ["", "", "", 0]
  }

  /** Who asks whether something still holds wants to find it, whatever the answer. */
  function holds(asked, state) {
    return asked.wants === "status" ? 0 : HOLDS * state[3]
  }

  function wanted(asked, kind) {
    return (WANTED[asked.wants] || {})[kind] || 0
  }

  /** Where a text answers the words asked: per word its best quality, and the stretches to highlight. */
  function match(asked, text) {
    var words = tim.words(text)
    var at = asked.map(function (word) { return occurrences(word, words) })
    var qualities = at.map(function (places) {
      return places.reduce(function (most, place) { return Math.max(most, place.quality) }, 0)
    })
    var near = 0
    var nearest = 0
    asked.slice(1).forEach(function (word, n) {
      var weight = Math.min(word.weight, asked[n].weight)
      nearest += weight
      if (at[n].some(function (a) { return at[n + 1].some(function (b) { return b.at === a.at + a.size || b.at === a.at && a.size > 1 }) })) near += weight
    })
    var marks = []
    at.forEach(function (places) {
      places.forEach(function (place) {
        marks.push([words[place.at].start, words[place.at + place.size - 1].end])
      })
    })
    return {
      qualities: qualities,
      near: nearest ? near / nearest : 1,
      covered: covered(at, words.length),
      marks: joined(marks, text)
    }
  }

  function occurrences(word, words) {
    var places = []
    words.forEach(function (one, i) {
      if (word.bound) {
        // Found below, all words together.
      } else if (one.key === word.key) {
        places.push({ at: i, size: 1, quality: word.accented && one.form !== word.form ? tim.OTHER_TONES : 1 })
      } else if (word.begins && one.key.startsWith(word.key)) {
        places.push({ at: i, size: 1, quality: tim.BEGINS })
      }
      word.others.forEach(function (keys) {
        var whole = keys.every(function (key, n) { return words[i + n] && words[i + n].key === key })
        if (whole) places.push({ at: i, size: keys.length, quality: keys.quality || tim.ABBREVIATED })
      })
    })
    return places
  }

  function covered(at, length) {
    var hit = new Set()
    at.forEach(function (places) {
      places.forEach(function (place) { for (var i = 0; i < place.size; i++) hit.add(place.at + i) })
    })
    return length ? hit.size / length : 0
  }

  /** Merge stretches that touch or have only a space between them. */
  function joined(marks, text) {
    var merged = []
    marks.sort(function (a, b) { return a[0] - b[0] || a[1] - b[1] }).forEach(function (mark) {
      var last = merged[merged.length - 1]
      if (last && (mark[0] <= last[1] || /^[\s/-]+$/.test(text.slice(last[1], mark[0])))) last[1] = Math.max(last[1], mark[1])
      else merged.push(mark.slice())
    })
    return merged
  }

  function share(asked, qualities) {
    var all = 0
    var held = 0
    asked.forEach(function (word, n) {
      all += word.weight
      held += word.weight * qualities[n]
    })
    return all ? held / all : 0
  }

  function most(lists) {
    return lists[0].map(function (_, n) { return Math.max.apply(null, lists.map(function (list) { return list[n] })) })
  }

  function largest(list, value) {
    return Math.max.apply(null, list.map(value))
  }

  // A plan is what most people look for; an index page what few do.
  var PRIOR = { plan: 0.05, document: 0, unit: 0, term: 0, indicator: 0, page: -0.1 }

  function cardHit(asked, entry, card) {
    var kind = tim.kind(entry)
    var state = stateOf(card[4])
    var title = match(asked, card[0])
    var about = match(asked, card[1])
    var names = card[3] ? card[3].split("\n").slice(0, OTHERS_NAMES).map(function (name) { return match(asked, name) }) : []
    var called = [title].concat(names)
    var named = share(asked, most(called.map(function (one) { return one.qualities })))
    var held = share(asked, most([about.qualities].concat(called.map(function (one) { return one.qualities }))))
    var whole = largest(called, function (one) { return share(asked, one.qualities) * one.covered })
    var near = largest(called, function (one) { return one.near })
    return {
      kind: kind,
      held: held,
      score: Math.max(named * (0.8 + 0.22 * whole + 0.08 * near), held * 0.75) + PRIOR[kind] + wanted(asked, kind) * held + holds(asked, state),
      state: state[0],
      title: card[0],
      titleMarks: title.marks,
      words: card[1],
      marks: about.marks,
      url: card[2],
      also: [],
      entry: entry
    }
  }

  function volumeHits(asked, entry, volume, filters) {
    var base = volume.folder
    var hits = []
    var state = stateOf(volume.stages)
    var about = match(asked, volume.about).qualities
    volume.keys = volume.keys || volume.passages.map(function (passage) { return tim.key(passage[2].normalize("NFC")) })
    volume.passages.forEach(function (passage, index) {
      var flags = passage[4]
      if ((flags & 2 && filters.year === "") || (filters.kind === "duty" && !(flags & 1))) return
      var some = asked.some(function (word) {
        return (!word.bound && volume.keys[index].includes(word.key)) || word.others.some(function (keys) { return volume.keys[index].includes(keys[0]) })
      })
      if (!some) return
      var found = match(asked, passage[2])
      var above = passage[3] >= 0 ? match(asked, volume.passages[passage[3]][2]).qualities : []
      if (share(asked, found.qualities) < LEAST) return
      var qualities = found.qualities.map(function (q, n) { return Math.max(q, ABOVE * (above[n] || 0), NAMED * about[n]) })
      var held = share(asked, qualities)
      var kind = flags & 1 ? "duty" : "passage"
      hits.push({
        kind: kind,
        held: held,
        score: held * (0.68 + 0.22 * found.near + 0.1 * found.covered) + wanted(asked, kind) + holds(asked, state) - YEAR * age(entry),
        state: state[0],
        title: passage[1] + ", " + volume.name + " " + volume.edition,
        titleMarks: [],
        words: passage[2],
        marks: found.marks,
        url: base + volume.edition + "/index.html#" + passage[0],
        also: (passage[5] || []).map(function (one) {
          return { title: one, name: passage[1] + ", " + volume.name + " " + one, url: base + one + "/index.html#" + passage[0] }
        }),
        same: volume.keys[index],
        entry: entry
      })
    })
    return hits
  }

  /** Let provisions with the same words be one hit that names the other places. */
  function merged(hits) {
    var first = new Map()
    return hits.filter(function (hit) {
      var before = hit.same && first.get(hit.same)
      if (!before) {
        if (hit.same) first.set(hit.same, hit)
        return true
      }
      before.also.push({ title: hit.title, url: hit.url })
      before.also = before.also.concat(hit.also.map(function (one) {
        return { title: one.name, url: one.url }
      }))
      return false
    })
  }

  /**
   * Search: gives the hits, the best first, and how to look into more plans.
   * filters: unit (number as text), year, kind; each "" for all.
   */
  tim.search = function (text, filters) {
    var asked = tim.parse(text)
    if (!asked.length) return Promise.resolve({ hits: [], left: 0, more: null })
    return tim.candidates(asked, filters).then(function (found) {
      var cards = found.cards.map(function (entry) {
        return tim.card(entry).then(function (card) { return [cardHit(asked, entry, card)] })
      })
      var looked = 0
      var hits = []
      function look() {
        var next = found.plans.slice(looked, looked + PLANS_AT_ONCE)
        looked += next.length
        var volumes = next.map(function (entry) {
          return tim.volume(entry).then(function (volume) { return volumeHits(asked, entry, volume, filters) })
        })
        return Promise.all(volumes.concat(cards)).then(function (lists) {
          cards = []
          hits = hits.concat.apply(hits, lists)
          return { hits: ordered(hits), left: found.plans.length - looked, more: look, unknown: asked.filter(isUnknown) }
        })
      }
      return look()
    })
  }

  function isUnknown(word) { return word.meant !== undefined }

  function ordered(hits) {
    var best = hits.reduce(function (most, hit) { return Math.max(most, hit.held) }, 0)
    var enough = 0.7 * best
    var kept = hits.filter(function (hit) { return hit.held >= enough })
    kept.sort(function (a, b) { return b.score - a.score || a.entry - b.entry })
    return merged(kept.map(function (hit) { return Object.assign({}, hit, { also: hit.also.slice() }) }))
  }
})(window.khTim)
