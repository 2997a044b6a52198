// The panel that shows where a number comes from. Without scripts the number's link leads to the
// page of origins, which says the same.
(function () {
  "use strict";
  var bluebook = window.bluebook;
  var panel = document.getElementById("origin");
  var title = document.getElementById("origin-title");
  var body = panel.querySelector(".body");
  var back = panel.querySelector(".back");
  var full = panel.querySelector(".full");
  var root = document.documentElement;
  var article = document.querySelector("[data-chapter]");
  var chapter = article && article.dataset.chapter;
  var opener = null;
  var trail = [];
  if (!chapter || !panel.show) return;

  function data(then, otherwise) {
    if (bluebook.origins[chapter]) { then(bluebook.origins[chapter]); return; }
    bluebook.load("../data/" + root.dataset.language + "/" + chapter + ".js", function () {
      if (bluebook.origins[chapter]) then(bluebook.origins[chapter]); else otherwise();
    }, otherwise);
  }

  function show(step) {
    var entries = bluebook.origins[chapter].entries;
    var value;
    body.innerHTML = entries[step.key] || "";
    if (!entries[step.key]) body.textContent = panel.dataset.none;
    value = body.querySelector(".value");
    title.textContent = step.text || (value ? value.textContent : "");
    full.href = step.page + "#" + step.key;
    back.hidden = trail.length < 2;
    body.scrollTop = 0;
  }

  function mark(link) {
    bluebook.all(".number.open").forEach(function (other) { other.classList.remove("open"); });
    if (link) link.classList.add("open");
  }

  function open(link) {
    data(function (known) {
      var found = known.figures[link.dataset.figure];
      if (!found) { location.href = address(link); return; }
      opener = link;
      trail = [{ key: found[0], text: found[1], page: address(link).split("#")[0] }];
      mark(link);
      if (!panel.open) panel.show();
      root.classList.add("asking");
      show(trail[0]);
      title.focus({ preventScroll: true });
      reveal(link);
    }, function () { location.href = address(link); });
  }

  function address(link) { return link.getAttribute("href"); }

  // On a phone the panel covers the lower part: keep the number in sight above it.
  function reveal(link) {
    var box = link.getBoundingClientRect(), cover = panel.getBoundingClientRect();
    if (cover.width >= innerWidth - 1 && box.bottom > cover.top - 12) {
      scrollBy({ top: box.bottom - cover.top + 60 });
    }
  }

  function close() {
    if (!panel.open) return;
    panel.close();
    root.classList.remove("asking");
    mark(null);
    if (opener && opener.isConnected) opener.focus({ preventScroll: true });
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-figure]");
    var part = event.target.closest("a[data-entry]");
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link) {
      event.preventDefault();
      open(link);
    } else if (part && panel.contains(part)) {
      event.preventDefault();
      trail.push({ key: part.dataset.entry, page: trail[0].page });
      show(trail[trail.length - 1]);
      title.focus();
    }
  });
  back.addEventListener("click", function () {
    trail.pop();
    show(trail[trail.length - 1]);
    title.focus();
  });
  panel.querySelector(".close").addEventListener("click", close);
  document.addEventListener("keydown", function (event) {
    var other = document.querySelector("dialog[open]:not(#origin)");
    if (event.key === "Escape" && !other) close();
  });
})();
