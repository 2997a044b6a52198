// The page's own controls: theme, language, contents on narrow screens, sortable tables.
(function () {
  "use strict";
  var bluebook = window.bluebook;
  var all = function (selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  };
  bluebook.all = all;

  bluebook.load = function (address, done, failed) {
    var script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = failed || done;
    document.head.append(script);
  };

  // Where the reader is: the last heading or exhibit above, which has the same name in every language
  function place() {
    var above = all("main h2[id], main h3[id], main figure[id], main .table[id]").filter(function (one) {
      return one.getBoundingClientRect().top < innerHeight / 3;
    });
    return above.length && scrollY > 0 ? "#" + encodeURIComponent(above.pop().id) : "";
  }

  // Theme and language
  document.querySelector(".theme").addEventListener("click", function () {
    bluebook.remember("theme", bluebook.isDark() ? "light" : "dark");
    bluebook.applyTheme();
  });
  bluebook.applyTheme();
  bluebook.remember("language", document.documentElement.dataset.language);
  all(".languages a").forEach(function (link) {
    link.addEventListener("click", function () {
      bluebook.remember("language", link.dataset.language);
      if (link.href.indexOf("#") < 0) link.href += place();
    });
  });

  // Contents on narrow screens
  var menu = document.querySelector(".menu");
  var contents = document.getElementById("contents");
  var veil = document.querySelector(".veil");
  function showContents(open) {
    contents.classList.toggle("open", open);
    menu.setAttribute("aria-expanded", String(open));
    veil.hidden = !open;
    if (open) contents.querySelector("a").focus();
  }
  menu.addEventListener("click", function () { showContents(!contents.classList.contains("open")); });
  veil.addEventListener("click", function () { showContents(false); });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && contents.classList.contains("open")) { showContents(false); menu.focus(); }
  });
  var here = contents.querySelector("[aria-current]");
  if (here && here.offsetTop > contents.clientHeight) contents.scrollTop = here.offsetTop - 100;

  // A table that fits needs no box that scrolls: it stands in full, its head under the bar.
  function fit() {
    all(".table > .scroll").forEach(function (box) {
      box.classList.toggle("whole", box.firstElementChild.offsetWidth <= box.clientWidth);
    });
  }
  addEventListener("resize", fit);
  fit();

  // Sortable tables: a click on a head of the last header row
  function read(cell) {
    var text = cell ? cell.textContent.trim() : "";
    var number = parseFloat(text.replace(/,/g, "").replace("\u2212", "-").replace(/^[^\d.+-]+/, ""));
    return { text: text, number: number };
  }
  function sort(table, column, down) {
    var body = table.tBodies[0];
    var language = document.documentElement.lang;
    all("tr", body)
      .map(function (row, place) { return { row: row, key: read(row.cells[column]), place: place }; })
      .sort(function (a, b) {
        var x = a.key.number, y = b.key.number, order;
        if (isNaN(x) !== isNaN(y)) return isNaN(x) ? 1 : -1;
        order = isNaN(x) ? a.key.text.localeCompare(b.key.text, language) : x - y;
        return (down ? -order : order) || a.place - b.place;
      })
      .forEach(function (item) { body.append(item.row); });
  }
  // The heads of single columns, each with its column (heads may span rows and columns).
  function heads(table) {
    var rows = Array.prototype.slice.call(table.tHead.rows), taken = rows.map(function () { return {}; }), found = [];
    rows.forEach(function (row, i) {
      var column = 0;
      Array.prototype.forEach.call(row.cells, function (head) {
        while (taken[i][column]) column += 1;
        for (var r = i; r < i + head.rowSpan && r < rows.length; r++) {
          for (var c = column; c < column + head.colSpan; c++) taken[r][c] = true;
        }
        if (head.tagName === "TH" && head.colSpan === 1) found.push({ head: head, column: column });
        column += head.colSpan;
      });
    });
    return found;
  }
  all("table").forEach(function (table) {
    var body = table.tBodies[0];
    if (!table.tHead || !body || body.rows.length < 3 || body.querySelector("[colspan]")) return;
    heads(table).forEach(function (found) {
      var head = found.head, button = document.createElement("button");
      button.type = "button";
      button.className = "sorter";
      button.append.apply(button, Array.prototype.slice.call(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () {
        var down = head.getAttribute("aria-sort") !== "descending";
        all("[aria-sort]", table.tHead).forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort(table, found.column, down);
      });
    });
  });
})();
