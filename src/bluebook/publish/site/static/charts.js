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

    legend(svg, marks);
  }

  function colour(shape) {
    var fill = shape.getAttribute("fill"), stroke = shape.getAttribute("stroke");
    return fill && fill !== "none" && fill !== "transparent" ? fill : stroke;
  }

  // A series is named by a text that is no mark: in a legend, or beside its line in its colour.
  // All that is drawn of a series has its colour.
  function legend(svg, marks) {
    var colours = {}, names, shapes, only = null;
    marks.forEach(function (mark) {
      var shape = mark.querySelector("path");
      if (shape && !colours[mark.dataset.series]) colours[mark.dataset.series] = colour(shape);
    });
    names = Object.keys(colours).filter(Boolean);
    if (new Set(names.map(function (name) { return colours[name]; })).size < 2) return;
    shapes = all(".role-mark path, .role-mark text, .role-mark line", svg);

    function single(wanted) {
      var others = names.map(function (name) { return colours[name]; })
        .filter(function (one) { return wanted !== null && one !== colours[wanted]; });
      shapes.forEach(function (shape) {
        shape.classList.toggle("faded", others.indexOf(colour(shape)) >= 0 && !shape.classList.contains("legend"));
      });
      all(".legend", svg).forEach(function (entry) {
        entry.classList.toggle("off", wanted !== null && entry.dataset.name !== wanted);
        if (entry.hasAttribute("role")) entry.setAttribute("aria-pressed", String(only === entry.dataset.name));
      });
    }

    names.forEach(function (name) {
      var parts = all("text", svg).filter(function (text) {
        var said = text.textContent.trim();
        if (!said || text.closest("a")) return false;
        return said === name || (name.indexOf(said) >= 0 && text.getAttribute("fill") === colours[name]);
      });
      parts.forEach(function (part, i) {
        var up = part;
        for (; up !== svg; up = up.parentNode) up.removeAttribute("pointer-events");
        part.classList.add("legend");
        part.dataset.name = name;
        if (!i) {
          part.setAttribute("role", "button");
          part.setAttribute("tabindex", "0");
          part.setAttribute("aria-pressed", "false");
          part.setAttribute("aria-label", name);
        } else {
          part.setAttribute("aria-hidden", "true");
        }
        function toggle() {
          only = only === name ? null : name;
          single(only);
        }
        part.addEventListener("click", toggle);
        part.addEventListener("keydown", function (event) {
          if (event.key === "Enter" || event.key === " ") { event.preventDefault(); toggle(); }
        });
        part.addEventListener("pointerenter", function () { if (only === null) single(name); });
        part.addEventListener("pointerleave", function () { if (only === null) single(null); });
      });
    });
  }

  all(".canvas").forEach(prepare);
})();
