// Charts: what a mark says on hover or focus, arrow keys from mark to mark, legends that single
// out a series. A touch need only come near a mark.
(function () {
  "use strict";
  var all = window.bluebook.all;
  var root = document.documentElement;
  var REACH = 26; // pixels

  function element(tag, name, text) {
    var made = document.createElement(tag);
    made.className = name;
    if (text) made.textContent = text;
    return made;
  }

  function prepare(canvas) {
    var svg = canvas.querySelector("svg");
    var marks = all("a[data-at]", svg);
    var tip = null;
    if (!marks.length) return;

    function show(mark) {
      var box = mark.getBoundingClientRect(), left, top;
      hide();
      mark.classList.add("near");
      tip = element("div", "tip");
      tip.append([mark.dataset.series, mark.dataset.at].filter(Boolean).join(" · "));
      tip.append(element("b", "", mark.dataset.text));
      document.body.append(tip);
      left = box.left + box.width / 2 - tip.offsetWidth / 2;
      top = box.top - tip.offsetHeight - 8;
      if (top < 60) top = Math.min(box.bottom, innerHeight - tip.offsetHeight) + 8; // under the bar at the top
      tip.style.left = Math.max(4, Math.min(left, root.clientWidth - tip.offsetWidth - 4)) + "px";
      tip.style.top = top + "px";
    }
    function hide() {
      marks.forEach(function (mark) { mark.classList.remove("near"); });
      if (tip) tip.remove();
      tip = null;
    }
    function nearest(event) {
      var best = null, least = REACH * REACH;
      if (event.target.closest("a[data-at]")) return event.target.closest("a[data-at]");
      marks.forEach(function (mark) {
        var box = mark.getBoundingClientRect();
        var dx = Math.max(box.left - event.clientX, 0, event.clientX - box.right);
        var dy = Math.max(box.top - event.clientY, 0, event.clientY - box.bottom);
        if (dx * dx + dy * dy < least && !mark.querySelector(".faded")) {
          least = dx * dx + dy * dy;
          best = mark;
        }
      });
      return best;
    }

    svg.addEventListener("pointermove", function (event) {
      var mark = nearest(event);
      if (mark) show(mark); else hide();
      svg.style.cursor = mark ? "pointer" : "";
    });
    svg.addEventListener("pointerleave", hide);
    addEventListener("scroll", hide, { passive: true, capture: true });
    svg.addEventListener("click", function (event) {
      var mark = event.target.closest("a, .legend") ? null : nearest(event);
      if (mark) mark.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    });
    svg.addEventListener("focusin", function (event) {
      var mark = event.target.closest("a[data-at]");
      if (mark) show(mark);
    });
    svg.addEventListener("focusout", hide);

    // One stop for the Tab key; arrows go on from there.
    marks.forEach(function (mark, i) { mark.setAttribute("tabindex", i ? "-1" : "0"); });
    svg.addEventListener("keydown", function (event) {
      var at = marks.indexOf(event.target.closest("a[data-at]"));
      var to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 }[event.key];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      to = (to + marks.length) % marks.length;
      marks[at].setAttribute("tabindex", "-1");
      marks[to].setAttribute("tabindex", "0");
      marks[to].focus();
    });

    legend(svg);
  }

  // A legend's entry and the marks of its series have one colour.
  function colour(shape) {
    var fill = shape.getAttribute("fill"), stroke = shape.getAttribute("stroke");
    return fill && fill !== "none" && fill !== "transparent" ? fill : stroke;
  }
  function legend(svg) {
    var shapes = all(".role-mark path[fill], .role-mark path[stroke]", svg);
    var entries = [];
    var only = null;
    all(".role-legend-symbol path", svg).forEach(function (symbol) {
      var group = symbol.parentNode.parentNode;
      var label = group.querySelector("text");
      if (!label || !colour(symbol)) return;
      all("[pointer-events]", group.parentNode).forEach(function (part) { part.removeAttribute("pointer-events"); });
      group.parentNode.removeAttribute("pointer-events");
      group.classList.add("legend");
      group.setAttribute("role", "button");
      group.setAttribute("tabindex", "0");
      group.setAttribute("aria-pressed", "false");
      group.setAttribute("aria-label", label.textContent);
      entries.push({ group: group, colour: colour(symbol) });
    });
    if (entries.length < 2) return;
    function single(wanted) {
      shapes.forEach(function (shape) {
        var mine = [shape.getAttribute("fill"), shape.getAttribute("stroke")].indexOf(wanted) >= 0;
        shape.classList.toggle("faded", wanted !== null && !mine);
      });
      entries.forEach(function (entry) {
        entry.group.classList.toggle("off", wanted !== null && entry.colour !== wanted);
        entry.group.setAttribute("aria-pressed", String(only === entry.colour));
      });
    }
    entries.forEach(function (entry) {
      function toggle() {
        only = only === entry.colour ? null : entry.colour;
        single(only);
      }
      entry.group.addEventListener("click", toggle);
      entry.group.addEventListener("keydown", function (event) {
        if (event.key === "Enter" || event.key === " ") { event.preventDefault(); toggle(); }
      });
      entry.group.addEventListener("pointerenter", function () { if (!only) single(entry.colour); });
      entry.group.addEventListener("pointerleave", function () { if (!only) single(null); });
    });
  }

  all(".canvas").forEach(prepare);
})();
