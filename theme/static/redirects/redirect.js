/**
 * Leads from the former address of a page to the one that it has now, to the same place on it: what else would
 * lead there leaves the part of an address behind the number sign where it was.
 */
(function () {
  "use strict";

  location.replace(document.querySelector('link[rel="canonical"]').href + location.hash);
})();
