// Reload the page when the book was built again; show the error of a build that failed.
(function () {
  "use strict";
  var version = document.currentScript.dataset.version; // of the book when the page was sent
  var box = null;

  function show(text) {
    if (box) box.remove();
    box = null;
    if (!text) return;
    box = document.createElement("pre");
    box.setAttribute("role", "alert");
    box.id = "build-error";
    box.textContent = text;
    Object.assign(box.style, {
      position: "fixed", zIndex: 100, left: "1rem", right: "1rem", bottom: "1rem", margin: 0,
      maxHeight: "50vh", overflow: "auto", padding: "1rem 1.25rem", borderRadius: "8px",
      background: "#5c1a12", color: "#fff", font: "14px/1.5 ui-monospace, monospace",
      whiteSpace: "pre-wrap", boxShadow: "0 8px 32px rgba(0, 0, 0, 0.4)",
    });
    document.body.append(box);
  }

  new EventSource("/-/live").onmessage = function (event) {
    var state = JSON.parse(event.data);
    var changed = state.version !== version;
    version = state.version;
    if (changed && !state.error) location.reload();
    else show(state.error);
  };
})();
