// Go on in the reader's language; without scripts the links are there.
(function () {
  "use strict";
  document.addEventListener("DOMContentLoaded", function () {
    var links = Array.prototype.slice.call(document.querySelectorAll("a[data-language]"));
    var wanted = [bluebook.recall("language")].concat(navigator.languages || [navigator.language]);
    for (var i = 0; i < wanted.length; i++) {
      for (var j = 0; j < links.length; j++) {
        if (wanted[i] && wanted[i].split("-")[0] === links[j].dataset.language) {
          location.replace(links[j].href);
          return;
        }
      }
    }
  });
})();
