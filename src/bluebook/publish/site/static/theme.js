// Before the page is drawn: mark that scripts run, and take the stored light or dark.
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  var bluebook = (window.bluebook = { origins: {}, texts: {} });

  // Storage may be closed to pages opened from disk.
  bluebook.recall = function (key) {
    try { return localStorage.getItem("bluebook-" + key); } catch (error) { return null; }
  };
  bluebook.remember = function (key, value) {
    try { localStorage.setItem("bluebook-" + key, value); } catch (error) { /* not kept */ }
  };

  var prefers = matchMedia("(prefers-color-scheme: dark)");
  bluebook.isDark = function () {
    var kept = bluebook.recall("theme");
    return kept ? kept === "dark" : prefers.matches;
  };
  bluebook.applyTheme = function () {
    var dark = bluebook.isDark();
    document.getElementById("dark").media = dark ? "screen" : "not all";
    var button = document.querySelector(".theme");
    if (button) button.setAttribute("aria-pressed", String(dark));
  };
  bluebook.applyTheme();
  prefers.addEventListener("change", bluebook.applyTheme);
})();
