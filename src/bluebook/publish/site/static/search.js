// Search without a server: the book's text is a script, indexed when the search is first opened.
// Chinese is indexed by pairs of characters, other text by words.
(function () {
  "use strict";
  var bluebook = window.bluebook;
  var dialog = document.getElementById("search");
  var input = dialog.querySelector("input");
  var list = dialog.querySelector(".found");
  var state = dialog.querySelector(".state");
  var language = document.documentElement.dataset.language;
  var PIECES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}\p{M}])+(?:[.,]\p{N}+)*/gu;
  var HAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
  var MOST = 30;
  var index = null;
  var texts = [];
  if (!dialog.showModal) return;

  function fold(text) { return text.normalize("NFKC").toLowerCase(); }

  function tokens(text, query) {
    var found = [];
    (fold(text).match(PIECES) || []).forEach(function (piece) {
      var signs, i;
      if (!HAN.test(piece)) { found.push(piece); return; }
      signs = Array.from(piece);
      for (i = 0; i + 1 < signs.length; i++) found.push(signs[i] + signs[i + 1]);
      if (!query || signs.length === 1) found.push(signs[signs.length - 1]);
    });
    return found;
  }

  function ready(then) {
    var languages, wanted;
    if (index) { then(); return; }
    languages = [language].concat(bluebook.all(".languages a").map(function (a) { return a.dataset.language; }));
    wanted = languages.length + 1;
    function arrived() {
      wanted -= 1;
      if (wanted || index) return;
      index = new window.MiniSearch({
        fields: ["heading", "chapter", "text"],
        tokenize: function (text) { return tokens(text, false); },
        processTerm: function (term) { return term; },
        searchOptions: {
          boost: { heading: 3, chapter: 1.5 },
          combineWith: "AND",
          tokenize: function (text) { return tokens(text, true); },
          prefix: function (term) { return !HAN.test(term) || term.length === 1; },
          fuzzy: function (term) { return /^\p{L}{5,}$/u.test(term) && !HAN.test(term) ? 0.15 : false; },
        },
      });
      languages.forEach(function (one) {
        (bluebook.texts[one] || []).forEach(function (entry) {
          texts.push({ id: texts.length, language: one, href: entry[0], chapter: entry[1], heading: entry[2], text: entry[3] });
        });
      });
      index.addAll(texts);
      then();
    }
    bluebook.load("../static/vendor/minisearch.js", arrived);
    languages.forEach(function (one) { bluebook.load("../data/" + one + "/search.js", arrived); });
  }

  // Text with the found words marked, from a little before the first of them.
  function excerpt(text, terms, whole) {
    var low = text.toLowerCase(), out = document.createDocumentFragment();
    var first = Math.min.apply(null, terms.map(function (t) { var i = low.indexOf(t); return i < 0 ? Infinity : i; }));
    var start = whole || first === Infinity ? 0 : Math.max(0, first - 40);
    var end = whole ? text.length : Math.min(text.length, start + (HAN.test(text) ? 110 : 190));
    var at = start, next, length;
    if (start) out.append("…");
    while (at < end) {
      next = end; length = 0;
      terms.forEach(function (term) {
        var i = low.indexOf(term, at);
        if (i >= 0 && (i < next || (i === next && term.length > length))) { next = i; length = term.length; }
      });
      out.append(text.slice(at, next));
      if (length) out.append(Object.assign(document.createElement("mark"), { textContent: text.slice(next, next + length) }));
      at = next + length;
      if (!length) break;
    }
    if (end < text.length) out.append("…");
    return out;
  }

  function line(result) {
    var entry = texts[result.id], item = document.createElement("li"), link = document.createElement("a");
    var heading = document.createElement("strong"), where = document.createElement("small"), text = document.createElement("p");
    var terms = result.terms.slice().sort(function (a, b) { return b.length - a.length; });
    link.href = entry.language === language ? entry.href : "../" + entry.language + "/" + entry.href;
    heading.append(excerpt(entry.heading || entry.chapter, terms, true));
    link.append(heading);
    if (entry.heading) { where.textContent = entry.chapter; link.append(where); }
    text.append(excerpt(entry.text, terms, false));
    link.append(text);
    link.addEventListener("click", function () { dialog.close(); });
    item.append(link);
    return item;
  }

  function search() {
    var query = input.value.trim(), results;
    if (!index) return;
    results = query ? index.search(query) : [];
    var own = results.filter(function (r) { return texts[r.id].language === language; });
    results = own.length ? own : results;
    list.replaceChildren.apply(list, results.slice(0, MOST).map(line));
    state.textContent = !query ? "" : results.length
      ? dialog.dataset.some.replace("{n}", results.length)
      : dialog.dataset.none.replace("{q}", query);
  }

  function open() {
    if (!dialog.open) dialog.showModal();
    input.focus();
    input.select();
    ready(search);
  }

  var timer = 0;
  input.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(search, 60); });
  bluebook.all("[data-open=search]").forEach(function (button) { button.addEventListener("click", open); });
  dialog.querySelector(".close").addEventListener("click", function () { dialog.close(); });
  dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if ((event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey))) {
      event.preventDefault();
      open();
    }
  });
  dialog.addEventListener("keydown", function (event) {
    var links = bluebook.all("a", list), at = links.indexOf(document.activeElement), to;
    if (event.key === "Enter" && event.target === input && links.length) { clearTimeout(timer); search(); links = bluebook.all("a", list); if (links.length) links[0].click(); }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    to = at + (event.key === "ArrowDown" ? 1 : -1);
    if (to < 0) input.focus(); else if (links[to]) links[to].focus();
  });
})();
