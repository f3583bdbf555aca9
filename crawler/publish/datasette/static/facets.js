/* Datasette's table.js reads this; it stands in a file because the page allows no script of its own. */
var DATASETTE_ALLOW_FACET = document.currentScript.dataset.allowed === "true";
