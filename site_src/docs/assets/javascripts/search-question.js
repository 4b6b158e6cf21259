/* Questions as people type them: which words ask, what is asked for, and which are left to look for. */
(function (tim) {
  "use strict"

  // What stands for what is asked for, longest first; folded. A word between may be left out: "con ... khong".
  var ASKS = [
    ["status", ["co con hieu luc khong", "con hieu luc khong", "con ap dung khong", "con thuc hien khong", "con ton tai khong", "con hoat dong khong", "het hieu luc chua", "het hieu luc khong", "bi bai bo chua", "duoc thay bang gi", "bi thay bang gi", "thay bang gi", "giai the chua", "sap nhap chua", "con hieu luc", "con hoat dong", "con khong"]],
    ["plan", ["co gi thay doi", "thay doi nhung gi", "thay doi the nao", "thay doi gi", "khac nhau cho nao", "khac nhau the nao", "khac cho nao", "khac nhau gi", "co gi moi", "co gi khac", "khac gi", "khac nam", "khac voi", "doi gi", "moi gi", "so voi"]],
    ["unit", ["phai lam nhung viec gi", "phai lam viec gi", "lam nhung viec gi", "phai lam nhung gi", "co nhiem vu gi", "duoc giao viec gi", "duoc giao gi", "co nhung viec gi", "phai lam gi", "lam viec gi", "co viec gi", "lam gi"]],
    ["duty", crossed(["co quan nao", "don vi nao", "phong nao", "so nao", "ai"], ["chu tri", "phu trach", "phoi hop", "thuc hien", "chiu trach nhiem", "lam"])],
    ["duty", ["khi nao", "ngay nao", "ngay may", "bao gio", "luc nao", "do ai", "lay dau", "o dau"]]
  ]
  // Words that only hold a question together; they are left out where something is asked for.
  var BINDING = ["thi", "la", "gi", "nao", "vay", "phai", "o", "cua", "cho", "de", "nhung", "cac", "lam", "do"]

  function crossed(who, what) {
    return [].concat.apply([], who.map(function (one) { return what.map(function (other) { return one + " " + other }) }))
  }

  /** The words of a query without those that ask, and what is asked for: status, plan, unit, duty or nothing. */
  tim.question = function (words) {
    var left = words.slice()
    var wants = ""
    ASKS.forEach(function (ask) {
      ask[1].forEach(function (phrase) {
        var keys = phrase.split(" ")
        for (var i = 0; i + keys.length <= left.length; i++) {
          var here = left.slice(i, i + keys.length)
          if (here.length < left.length && here.every(function (word, n) { return word.key === keys[n] })) {
            left.splice(i, keys.length)
            wants = wants || ask[0]
            return
          }
        }
      })
    })
    if (!wants) return { words: words, wants: "" }
    var telling = left.filter(function (word) { return BINDING.indexOf(word.key) < 0 })
    return { words: telling.length ? telling : left, wants: wants }
  }
})(window.khTim)
