"use strict";

function copyText(source) {
  const text = source.textContent;
  if (navigator.clipboard && window.isSecureContext) {
    return navigator.clipboard.writeText(text);
  }
  const range = document.createRange();
  range.selectNodeContents(source);
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("not copied"));
}

document.querySelectorAll("button.copy").forEach((button) => {
  const status = document.querySelector(".copied");
  button.addEventListener("click", () => {
    copyText(document.getElementById(button.dataset.copy)).then(
      () => { status.textContent = status.dataset.copied; },
      () => { status.textContent = status.dataset.failed; }
    );
  });
});

/* The latest years stand at the right end, which a phone does not show. */
document.querySelectorAll(".table-wrapper > .heat").forEach((table) => {
  table.parentElement.scrollLeft = table.parentElement.scrollWidth;
});

/* A citation names the paragraph the reader came to or chose. */
function citeParagraph() {
  const line = document.querySelector(".cite-part");
  const found = /^#p(\d+)$/.exec(window.location.hash);
  if (!line || !found) return;
  line.hidden = false;
  const link = line.querySelector("a");
  link.href = window.location.hash;
  document.querySelectorAll(".locator").forEach((place) => {
    place.textContent = place.dataset.before + found[1] + place.dataset.after;
  });
  link.textContent = "¶" + found[1] + " " + window.location.href.replace(/\?[^#]*/, "");
}
window.addEventListener("hashchange", citeParagraph);
citeParagraph();

/* Contents and facets are folded where they would push the text off a small screen. */
if (window.matchMedia("(max-width: 900px)").matches) {
  document.querySelectorAll(".toc details, details.facets").forEach((part) => { part.open = false; });
}

/* Empty fields stay out of the address. */
document.querySelectorAll("form.finder, form.big-search, form.site-search").forEach((form) => {
  form.addEventListener("submit", () => {
    form.querySelectorAll("input, select").forEach((field) => { if (!field.value) field.disabled = true; });
  });
});
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form :disabled").forEach((field) => { field.disabled = false; });
});

document.body.addEventListener("click", (event) => {
  document.querySelectorAll("details.nav-menu[open], details.actions-menu-links[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
});

window.addEventListener("load", () => {
  const input = document.querySelector("textarea#sql-editor");
  if (!input || !window.CodeMirror) return;
  const editor = window.CodeMirror.fromTextArea(input, { lineNumbers: true, mode: "text/x-sql", lineWrapping: true });
  editor.setOption("extraKeys", { "Shift-Enter": () => input.form.submit(), Tab: false });
  editor.getInputField().setAttribute("aria-label", "SQL");
  const format = document.querySelector("button#sql-format");
  if (format && window.sqlFormatter) {
    format.hidden = false;
    format.addEventListener("click", () => editor.setValue(window.sqlFormatter.format(editor.getValue())));
  }
});
