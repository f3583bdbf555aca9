// The tree of a page, as much of it as scripts of portals touch. Nothing of it is drawn: sizes are made up.
(function (host) {
  "use strict";
  const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
  const RAW = new Set(["script", "style", "textarea", "title", "template", "xmp", "noscript"]);
  const CLOSES = {
    li: ["li"], dt: ["dt", "dd"], dd: ["dt", "dd"], tr: ["tr", "td", "th"], td: ["td", "th"], th: ["td", "th"], option: ["option"], p: ["p"],
    tbody: ["tbody", "thead", "tr", "td", "th"],
  };
  const STOPS = new Set(["ul", "ol", "dl", "table", "div", "section", "body", "select"]);
  const BLOCKS = new Set("div ul ol dl table p h1 h2 h3 h4 h5 h6 section form".split(" "));
  const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", middot: "·", ldquo: "“", rdquo: "”", hellip: "…", mdash: "—", raquo: "»", laquo: "«" };
  const decode = (text) =>
    text.indexOf("&") < 0 ? text : text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8});?/gi, (all, name) => {
      if (name[0] !== "#") return ENTITIES[name] || all;
      const code = name[1] === "x" || name[1] === "X" ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : all;
    });
  const escape = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const quoted = (text) => escape(text).replace(/"/g, "&quot;");
  const list = (items) => { items.item = (at) => items[at] || null; items.namedItem = (name) => items.find((e) => e.id === name || e.getAttribute("name") === name) || null; return items; };
  const camel = (name) => name.replace(/-([a-z])/g, (all, letter) => letter.toUpperCase());
  const dashed = (name) => name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());
  let made = 0;

  class EventTarget {
    addEventListener(kind, handler, options) {
      if (!handler || ++made > host.most.listeners) return;
      const all = this._listeners || (this._listeners = {});
      (all[kind] || (all[kind] = [])).push([handler, !!(options && options.once)]);
    }
    attachEvent(kind, handler) { this.addEventListener(String(kind).replace(/^on/, ""), handler); }
    removeEventListener(kind, handler) {
      const all = this._listeners && this._listeners[kind];
      if (all) this._listeners[kind] = all.filter((each) => each[0] !== handler);
    }
    dispatchEvent(event) {
      if (!event.target) event.target = this;
      event.srcElement = event.target;
      for (let node = this; node && !event._stopped; node = node.parentNode || (node === host.document ? host.window : null)) {
        event.currentTarget = node;
        const own = node["on" + event.type] || (node._inline && node._inline(event.type));
        if (typeof own === "function") host.run(() => { if (own.call(node, event) === false) event.preventDefault(); });
        for (const pair of [...((node._listeners && node._listeners[event.type]) || [])]) {
          if (pair[1]) node.removeEventListener(event.type, pair[0]);
          host.run(() => (typeof pair[0] === "function" ? pair[0].call(node, event) : pair[0].handleEvent(event)));
          if (event._now) break;
        }
        if (event.bubbles === false) break;
      }
      return !event.defaultPrevented;
    }
  }

  class Node extends EventTarget {
    constructor(type) { super(); if (++made > host.most.nodes) throw new RangeError("too many nodes"); this.nodeType = type; this.childNodes = list([]); this.parentNode = null; }
    get ownerDocument() { return host.document; }
    get parentElement() { return this.parentNode && this.parentNode.nodeType === 1 ? this.parentNode : null; }
    get firstChild() { return this.childNodes[0] || null; }
    get lastChild() { return this.childNodes[this.childNodes.length - 1] || null; }
    _beside(step, elements) {
      const all = this.parentNode ? this.parentNode.childNodes : [];
      for (let at = all.indexOf(this) + step; at >= 0 && at < all.length; at += step) if (!elements || all[at].nodeType === 1) return all[at];
      return null;
    }
    get nextSibling() { return this._beside(1); }
    get previousSibling() { return this._beside(-1); }
    get nextElementSibling() { return this._beside(1, true); }
    get previousElementSibling() { return this._beside(-1, true); }
    get children() { return list(this.childNodes.filter((node) => node.nodeType === 1)); }
    get childElementCount() { return this.children.length; }
    get firstElementChild() { return this.childNodes.find((node) => node.nodeType === 1) || null; }
    get lastElementChild() { const all = this.children; return all[all.length - 1] || null; }
    get isConnected() { let node = this; while (node.parentNode) node = node.parentNode; return node === host.document; }
    hasChildNodes() { return this.childNodes.length > 0; }
    contains(other) { for (let node = other; node; node = node.parentNode) if (node === this) return true; return false; }
    compareDocumentPosition(other) { return this.contains(other) ? 20 : 4; }
    getRootNode() { return host.document; }
    insertBefore(node, before) {
      if (node.nodeType === 11) { for (const each of [...node.childNodes]) this.insertBefore(each, before); return node; }
      if (node === this || node.contains(this)) throw new Error("HierarchyRequestError");
      if (node.parentNode) node.parentNode.removeChild(node);
      const at = before ? this.childNodes.indexOf(before) : -1;
      if (at < 0) this.childNodes.push(node); else this.childNodes.splice(at, 0, node);
      node.parentNode = this;
      if (node.nodeType === 1 && this.isConnected) host.inserted(node);
      return node;
    }
    appendChild(node) { return this.insertBefore(node, null); }
    removeChild(node) {
      const at = this.childNodes.indexOf(node);
      if (at < 0) throw new Error("NotFoundError");
      this.childNodes.splice(at, 1); node.parentNode = null;
      return node;
    }
    replaceChild(node, old) { this.insertBefore(node, old); return this.removeChild(old); }
    _nodes(items) { return items.map((each) => (each instanceof Node ? each : new Text(String(each)))); }
    append(...items) { for (const each of this._nodes(items)) this.appendChild(each); }
    prepend(...items) { const first = this.firstChild; for (const each of this._nodes(items)) this.insertBefore(each, first); }
    before(...items) { for (const each of this._nodes(items)) this.parentNode.insertBefore(each, this); }
    after(...items) { const next = this.nextSibling; for (const each of this._nodes(items)) this.parentNode.insertBefore(each, next); }
    replaceWith(...items) { this.before(...items); this.remove(); }
    replaceChildren(...items) { while (this.firstChild) this.removeChild(this.firstChild); this.append(...items); }
    remove() { if (this.parentNode) this.parentNode.removeChild(this); }
    normalize() {}
    get textContent() { return this.nodeType === 3 ? this.data : this.childNodes.map((node) => (node.nodeType === 8 ? "" : node.textContent)).join(""); }
    set textContent(text) { if (this.nodeType === 3 || this.nodeType === 8) { this.data = String(text); return; } this.replaceChildren(); if (text !== "" && text != null) this.appendChild(new Text(String(text))); }
    get nodeValue() { return this.nodeType === 3 || this.nodeType === 8 ? this.data : null; }
    set nodeValue(text) { if (this.nodeType === 3 || this.nodeType === 8) this.data = String(text); }
    cloneNode(deep) {
      const copy = this._copy();
      if (deep) for (const each of this.childNodes) copy.appendChild(each.cloneNode(true));
      return copy;
    }
    _walk(visit) { for (const node of [...this.childNodes]) if (node.nodeType === 1) { visit(node); node._walk(visit); } }
    _all(test) { const found = []; this._walk((node) => { if (test(node)) found.push(node); }); return list(found); }
    getElementsByTagName(name) { const tag = String(name).toLowerCase(); return this._all((node) => tag === "*" || node.localName === tag); }
    getElementsByClassName(names) { const all = String(names).split(/\s+/).filter(Boolean); return this._all((node) => all.every((name) => node.classList.contains(name))); }
    querySelectorAll(text) { return list(host.select(String(text), this)); }
    querySelector(text) { return host.select(String(text), this)[0] || null; }
  }
  Object.assign(Node, { ELEMENT_NODE: 1, TEXT_NODE: 3, COMMENT_NODE: 8, DOCUMENT_NODE: 9, DOCUMENT_FRAGMENT_NODE: 11 });
  Object.assign(Node.prototype, { ELEMENT_NODE: 1, TEXT_NODE: 3, COMMENT_NODE: 8, DOCUMENT_NODE: 9 });

  class Text extends Node {
    constructor(data) { super(3); this.data = data === undefined ? "" : String(data); this.nodeName = "#text"; }
    get length() { return this.data.length; }
    get wholeText() { return this.data; }
    _copy() { return new Text(this.data); }
  }
  class Comment extends Node { constructor(data) { super(8); this.data = String(data || ""); this.nodeName = "#comment"; } _copy() { return new Comment(this.data); } }
  class DocumentFragment extends Node {
    constructor() { super(11); this.nodeName = "#document-fragment"; }
    getElementById(id) { return this._all((node) => node.id === id)[0] || null; }
    _copy() { return new DocumentFragment(); }
  }
  class TokenList {
    constructor(element) { this._element = element; }
    get _names() { return this._element.className.split(/\s+/).filter(Boolean); }
    get length() { return this._names.length; }
    contains(name) { return this._names.includes(name); }
    add(...names) { this._element.className = [...new Set([...this._names, ...names])].join(" "); }
    remove(...names) { this._element.className = this._names.filter((each) => !names.includes(each)).join(" "); }
    toggle(name, force) { const on = force === undefined ? !this.contains(name) : force; if (on) this.add(name); else this.remove(name); return on; }
    replace(old, name) { this.remove(old); this.add(name); }
    item(at) { return this._names[at] || null; }
    forEach(visit) { this._names.forEach(visit); }
    toString() { return this._element.className; }
    [Symbol.iterator]() { return this._names[Symbol.iterator](); }
  }
  class Style {
    setProperty(name, value) { this[camel(name)] = String(value); }
    removeProperty(name) { delete this[camel(name)]; }
    getPropertyValue(name) { return this[camel(name)] || ""; }
  }

  class Element extends Node {
    constructor(name) { super(1); this.localName = String(name).toLowerCase(); this._attributes = new Map(); this.style = new Style(); }
    get tagName() { return this.localName.toUpperCase(); }
    get nodeName() { return this.tagName; }
    get namespaceURI() { return "http://www.w3.org/1999/xhtml"; }
    _copy() { const copy = new Element(this.localName); for (const [name, value] of this._attributes) copy.setAttribute(name, value); return copy; }
    getAttribute(name) { const value = this._attributes.get(String(name).toLowerCase()); return value === undefined ? null : value; }
    setAttribute(name, value) {
      const key = String(name).toLowerCase();
      if (this._attributes.size > 200) return;
      this._attributes.set(key, String(value));
      if (key === "src" && this.localName === "script" && this.isConnected) host.inserted(this);
    }
    setAttributeNS(space, name, value) { this.setAttribute(name, value); }
    hasAttribute(name) { return this._attributes.has(String(name).toLowerCase()); }
    hasAttributes() { return this._attributes.size > 0; }
    removeAttribute(name) { this._attributes.delete(String(name).toLowerCase()); }
    getAttributeNames() { return [...this._attributes.keys()]; }
    getAttributeNode(name) { return this.hasAttribute(name) ? { name, value: this.getAttribute(name), nodeValue: this.getAttribute(name), specified: true } : null; }
    get attributes() { const all = list([...this._attributes].map(([name, value]) => ({ name, value, nodeName: name, nodeValue: value, specified: true }))); all.getNamedItem = (name) => all.find((each) => each.name === name) || null; return all; }
    get className() { return this.getAttribute("class") || ""; }
    set className(text) { this.setAttribute("class", text); }
    get classList() { return this._classes || (this._classes = new TokenList(this)); }
    get dataset() {
      const element = this;
      return new Proxy({}, {
        get: (all, name) => (typeof name === "string" && element.hasAttribute("data-" + dashed(name)) ? element.getAttribute("data-" + dashed(name)) : undefined),
        set: (all, name, value) => { element.setAttribute("data-" + dashed(String(name)), value); return true; },
        has: (all, name) => typeof name === "string" && element.hasAttribute("data-" + dashed(name)),
        ownKeys: () => element.getAttributeNames().filter((name) => name.startsWith("data-")).map((name) => camel(name.slice(5))),
        getOwnPropertyDescriptor: (all, name) => ({ enumerable: true, configurable: true, value: element.getAttribute("data-" + dashed(String(name))) }),
      });
    }
    get innerHTML() { return this.childNodes.map((node) => host.serialize(node, RAW.has(this.localName))).join(""); }
    set innerHTML(text) { this.replaceChildren(); host.parse(text == null ? "" : String(text), this); }
    get outerHTML() { return host.serialize(this); }
    set outerHTML(text) { const box = new DocumentFragment(); host.parse(String(text), box); this.replaceWith(...box.childNodes); }
    get innerText() { return this.textContent; }
    set innerText(text) { this.textContent = text; }
    get text() { return this.textContent; }
    set text(text) { this.textContent = text; }
    insertAdjacentHTML(where, text) { const box = new DocumentFragment(); host.parse(String(text), box); this._adjacent(where, box); }
    insertAdjacentElement(where, node) { this._adjacent(where, node); return node; }
    insertAdjacentText(where, text) { this._adjacent(where, new Text(text)); }
    _adjacent(where, node) {
      const at = String(where).toLowerCase();
      if (at === "beforebegin") this.parentNode.insertBefore(node, this);
      else if (at === "afterbegin") this.insertBefore(node, this.firstChild);
      else if (at === "beforeend") this.appendChild(node);
      else this.parentNode.insertBefore(node, this.nextSibling);
    }
    matches(text) { return host.matches(this, String(text)); }
    closest(text) { for (let node = this; node && node.nodeType === 1; node = node.parentNode) if (node.matches(text)) return node; return null; }
    click() { this.dispatchEvent(new host.window.MouseEvent("click", { bubbles: true, cancelable: true })); }
    _inline(kind) {
      const code = this.getAttribute("on" + kind);
      if (!code) return null;
      try { return new host.Function("event", code); } catch (error) { return null; }
    }
    focus() {} blur() {} select() {} scrollIntoView() {} scrollTo() {} animate() { return { finished: Promise.resolve() }; }
    submit() { if (this.localName === "form") host.went(this.getAttribute("action") || host.location.href); }
    reset() {}
    getBoundingClientRect() { return { top: 0, left: 0, right: 1000, bottom: 600, width: 1000, height: 600, x: 0, y: 0 }; }
    getClientRects() { return [this.getBoundingClientRect()]; }
    getContext() { return host.blank(); }
    get offsetParent() { return this.parentElement; }
    get options() { return this.getElementsByTagName("option"); }
    get elements() { return this._all((node) => ["input", "select", "textarea", "button"].includes(node.localName)); }
    get form() { return this.closest("form"); }
    get rows() { return this.getElementsByTagName("tr"); }
    get cells() { return list(this.children.filter((node) => node.localName === "td" || node.localName === "th")); }
    get tBodies() { return this.getElementsByTagName("tbody"); }
    get selectedIndex() { const all = this.options; return Math.max(0, all.findIndex((each) => each.selected)); }
    set selectedIndex(at) { this.options.forEach((each, place) => { each.selected = place === at; }); }
    get selectedOptions() { const all = this.options; return list(all.length ? [all[this.selectedIndex]] : []); }
    get selected() { return this._selected === undefined ? this.hasAttribute("selected") : this._selected; }
    set selected(on) { this._selected = !!on; }
    get checked() { return this._checked === undefined ? this.hasAttribute("checked") : this._checked; }
    set checked(on) { this._checked = !!on; }
    get value() {
      if (this._value !== undefined) return this._value;
      if (this.localName === "select") { const all = this.options; return all.length ? all[this.selectedIndex].value : ""; }
      if (this.localName === "option") return this.hasAttribute("value") ? this.getAttribute("value") : this.textContent.trim();
      if (this.localName === "textarea") return this.textContent;
      return this.getAttribute("value") || (this.localName === "li" ? 0 : "");
    }
    set value(text) { if (this.localName === "select") this.options.forEach((each) => { each.selected = each.value === String(text); }); else this._value = String(text); }
    get content() { if (this.localName !== "template") return this.getAttribute("content") || ""; const box = new DocumentFragment(); host.parse(this.textContent, box); return box; }
    get contentWindow() { return null; }
    get sheet() { return null; }
    get async() { return this.hasAttribute("async"); }
    set async(on) { if (on) this.setAttribute("async", ""); }
  }
  for (const name of ["id", "name", "title", "type", "rel", "target", "alt", "placeholder", "lang", "dir", "charset", "htmlFor", "media", "method", "align", "color", "size", "onclick_"]) {
    const attribute = name === "htmlFor" ? "for" : name.toLowerCase();
    Object.defineProperty(Element.prototype, name, { configurable: true, get() { return this.getAttribute(attribute) || ""; }, set(value) { this.setAttribute(attribute, value); } });
  }
  for (const name of ["href", "src", "action"])
    Object.defineProperty(Element.prototype, name, {
      configurable: true,
      get() { const value = this.getAttribute(name); return value ? host.absolute(value) : ""; },
      set(value) { this.setAttribute(name, value); },
    });
  for (const part of ["protocol", "host", "hostname", "port", "pathname", "search", "hash", "origin"])
    Object.defineProperty(Element.prototype, part, { configurable: true, get() { return this.href ? new host.window.URL(this.href)[part] : ""; } });
  for (const name of ["disabled", "hidden", "readOnly", "multiple", "required", "defer", "noModule"])
    Object.defineProperty(Element.prototype, name, { configurable: true, get() { return this.hasAttribute(name); }, set(on) { if (on) this.setAttribute(name, ""); else this.removeAttribute(name); } });
  for (const name of ["offsetWidth", "clientWidth", "scrollWidth"]) Object.defineProperty(Element.prototype, name, { configurable: true, get: () => 1000 });
  for (const name of ["offsetHeight", "clientHeight", "scrollHeight"]) Object.defineProperty(Element.prototype, name, { configurable: true, get: () => 600 });
  for (const name of ["offsetTop", "offsetLeft", "clientTop", "clientLeft"]) Object.defineProperty(Element.prototype, name, { configurable: true, get: () => 0 });
  Element.prototype.scrollTop = Element.prototype.scrollLeft = 0;

  class Document extends Node {
    constructor() { super(9); this.nodeName = "#document"; this.readyState = "loading"; this.cookie_ = new Map(); this.compatMode = "CSS1Compat"; this.visibilityState = "visible"; this.hidden = false; this.characterSet = this.charset = "UTF-8"; this.contentType = "text/html"; this.referrer = ""; this.currentScript = null; }
    get documentElement() { return this.childNodes.find((node) => node.nodeType === 1) || null; }
    get head() { return this.getElementsByTagName("head")[0] || null; }
    get body() { return this.getElementsByTagName("body")[0] || null; }
    get title() { const found = this.getElementsByTagName("title")[0]; return found ? found.textContent.trim() : ""; }
    set title(text) { const found = this.getElementsByTagName("title")[0]; if (found) found.textContent = text; }
    get defaultView() { return host.window; }
    get location() { return host.location; }
    set location(url) { host.location.href = url; }
    get URL() { return host.location.href; }
    get documentURI() { return host.location.href; }
    get baseURI() { return host.base(); }
    get domain() { return host.location.hostname; }
    set domain(name) {}
    get cookie() { return [...this.cookie_].map(([name, value]) => name + "=" + value).join("; "); }
    set cookie(text) { const [name, value] = String(text).split(";")[0].split("="); if (this.cookie_.size < 50) this.cookie_.set(name.trim(), value || ""); }
    get scripts() { return this.getElementsByTagName("script"); }
    get links() { return this._all((node) => node.localName === "a" && node.hasAttribute("href")); }
    get forms() { return this.getElementsByTagName("form"); }
    get images() { return this.getElementsByTagName("img"); }
    get styleSheets() { return []; }
    get implementation() { return { createHTMLDocument: () => host.page("<html><head></head><body></body></html>"), hasFeature: () => true }; }
    get activeElement() { return this.body; }
    getElementById(id) { const name = String(id); let found = null; const look = (node) => { for (const each of node.childNodes) { if (each.nodeType !== 1) continue; if (each._attributes.get("id") === name) { found = each; return true; } if (look(each)) return true; } return false; }; look(this); return found; }
    getElementsByName(name) { return this._all((node) => node.getAttribute("name") === name); }
    createElement(name) { return new Element(name); }
    createElementNS(space, name) { return new Element(name); }
    createTextNode(text) { return new Text(text); }
    createComment(text) { return new Comment(text); }
    createDocumentFragment() { return new DocumentFragment(); }
    createEvent() { const event = new host.window.Event(""); event.initEvent = (kind, bubbles) => { event.type = kind; event.bubbles = !!bubbles; }; event.initMouseEvent = event.initCustomEvent = event.initEvent; return event; }
    createRange() { return { createContextualFragment: (text) => { const box = new DocumentFragment(); host.parse(String(text), box); return box; }, selectNodeContents() {}, setStart() {}, setEnd() {}, getBoundingClientRect: () => ({}) }; }
    createTreeWalker(root, what) { const all = []; const walk = (node) => { for (const each of node.childNodes) { if (!what || what & (1 << (each.nodeType - 1))) all.push(each); walk(each); } }; walk(root); let at = -1; return { currentNode: root, nextNode() { this.currentNode = all[++at] || null; return this.currentNode; } }; }
    createNodeIterator(root, what) { return this.createTreeWalker(root, what); }
    importNode(node, deep) { return node.cloneNode(deep); }
    adoptNode(node) { return node; }
    elementFromPoint() { return this.body; }
    execCommand() { return false; }
    hasFocus() { return true; }
    getSelection() { return { removeAllRanges() {}, addRange() {}, toString: () => "" }; }
    open() {} close() {}
    write(...texts) { host.written(texts.join("")); }
    writeln(...texts) { host.written(texts.join("") + "\n"); }
    _copy() { return new Document(); }
  }

  host.parse = function (text, into) {
    const end = text.length;
    let at = 0, top = into;
    const push = (node) => { node.parentNode = top; top.childNodes.push(node); };
    const words = (piece) => { if (piece) push(new Text(decode(piece))); };
    while (at < end) {
      const open = text.indexOf("<", at);
      if (open < 0) { words(text.slice(at)); break; }
      if (open > at) words(text.slice(at, open));
      const next = text[open + 1] || "";
      if (text.startsWith("<!--", open)) {
        const close = text.indexOf("-->", open + 4);
        push(new Comment(text.slice(open + 4, close < 0 ? end : close)));
        at = close < 0 ? end : close + 3;
      } else if (next === "!" || next === "?") {
        const close = text.indexOf(">", open);
        at = close < 0 ? end : close + 1;
      } else if (next === "/") {
        const close = text.indexOf(">", open), name = text.slice(open + 2, close < 0 ? end : close).trim().toLowerCase();
        for (let node = top; node !== into; node = node.parentNode) if (node.localName === name) { top = node.parentNode; break; }
        at = close < 0 ? end : close + 1;
      } else if (/[a-z]/i.test(next)) {
        at = tag(open + 1);
      } else { words("<"); at = open + 1; }
    }
    function tag(start) {
      let to = start;
      while (to < end && !/[\s\/>]/.test(text[to])) to++;
      const element = new Element(text.slice(start, to)), name = element.localName;
      let closed = false;
      const part = /\s*(?:(\/?>)|([^\s=>\/"'][^\s=>\/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?|.)/gsy;
      part.lastIndex = to;
      for (let found; (found = part.exec(text)); ) {
        if (found[1]) { closed = found[1] === "/>"; to = part.lastIndex; break; }
        to = part.lastIndex;
        if (found[2]) { const key = found[2].toLowerCase(); if (!element._attributes.has(key)) element._attributes.set(key, decode(found[3] !== undefined ? found[3] : found[4] !== undefined ? found[4] : found[5] || "")); }
      }
      if ((name === "html" || name === "body" || name === "head") && into === host.document) {
        const known = host.document.getElementsByTagName(name)[0];
        if (known) { for (const [key, value] of element._attributes) if (!known.hasAttribute(key)) known.setAttribute(key, value); top = known; return to; }
      }
      const ends = name === "option" ? CLOSES.option : BLOCKS.has(name) ? ["p"] : CLOSES[name];
      if (ends) for (let node = top; node !== into && node.localName && !(STOPS.has(node.localName) && !ends.includes(node.localName)); node = node.parentNode) if (ends.includes(node.localName)) { top = node.parentNode; if (!CLOSES[name] || name === "tr" || name === "tbody") { node = top; if (node === into) break; continue; } break; }
      push(element);
      if (RAW.has(name) && name !== "noscript") {
        const close = new RegExp("</" + name + "[\\s>/]", "gi");
        close.lastIndex = to;
        const found = close.exec(text), stop = found ? found.index : end, inner = text.slice(to, stop);
        if (inner) { const data = new Text(name === "title" || name === "textarea" ? decode(inner) : inner); data.parentNode = element; element.childNodes.push(data); }
        const after = text.indexOf(">", stop);
        return found && after >= 0 ? after + 1 : end;
      }
      if (!VOID.has(name) && !closed) top = element;
      return to;
    }
  };
  host.serialize = function (node, raw) {
    if (node.nodeType === 3) return raw ? node.data : escape(node.data);
    if (node.nodeType === 8) return "<!--" + node.data + "-->";
    const inside = () => node.childNodes.map((each) => host.serialize(each, RAW.has(node.localName) && node.localName !== "textarea" && node.localName !== "title")).join("");
    if (node.nodeType !== 1) return inside();
    const head = "<" + node.localName + [...node._attributes].map(([name, value]) => " " + name + '="' + quoted(value) + '"').join("") + ">";
    return VOID.has(node.localName) ? head : head + inside() + "</" + node.localName + ">";
  };
  host.page = function (text) {
    const made = new Document(), html = new Element("html");
    const before = host.document;
    host.document = made;
    html.appendChild(new Element("head")); html.appendChild(new Element("body"));
    html.parentNode = made; made.childNodes.push(html);
    const found = /<body\b/i.exec(text), cut = found ? found.index : (/<\/head\s*>/i.exec(text) || { index: 0 }).index;
    host.parse(text.slice(0, cut).replace(/<\/?html[^>]*>/gi, ""), made);
    host.parse(found ? text.slice(cut) : "<body>" + text.slice(cut), made);
    for (const stray of made.childNodes.slice(1)) { made.childNodes.splice(made.childNodes.indexOf(stray), 1); stray.parentNode = html; (cut ? html.childNodes[1] : html.childNodes[1]).childNodes.push(stray); stray.parentNode = html.childNodes[1]; }
    host.document = before;
    return made;
  };

  // Selectors, with those of jQuery that stand for a place in what was found.
  const parsed = new Map();
  const PART = /^(?:([\w\u00a0-\uffff-]+|\*)|#((?:[\w\u00a0-\uffff-]|\\.)+)|\.((?:[\w\u00a0-\uffff-]|\\.)+)|\[\s*((?:[\w:.-]|\\.)+)\s*(?:([~|^$*!]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]*))\s*)?\]|::?([\w-]+)(?:\(((?:[^()]|\([^()]*\))*)\))?)/;
  function read(text) {
    if (parsed.has(text)) return parsed.get(text);
    const groups = [[]];
    let rest = text.trim(), step = " ", compound = null;
    while (rest) {
      let found = /^\s*,\s*/.exec(rest);
      if (found) { groups.push([]); compound = null; step = " "; rest = rest.slice(found[0].length); continue; }
      found = /^\s*([>+~])\s*/.exec(rest) || /^(\s)\s*/.exec(rest);
      if (found) { step = found[1].trim() || " "; compound = null; rest = rest.slice(found[0].length); continue; }
      found = PART.exec(rest);
      if (!found) throw new SyntaxError("selector " + text.slice(0, 60));
      if (!compound) { compound = { step, tests: [], places: [] }; groups[groups.length - 1].push(compound); step = " "; }
      (found[9] && PLACES[found[9]] ? compound.places : compound.tests).push(found);
      rest = rest.slice(found[0].length);
    }
    if (parsed.size < 5000) parsed.set(text, groups);
    return groups;
  }
  const PLACES = {
    eq: (all, n) => all.slice(+n < 0 ? all.length + +n : +n).slice(0, 1), first: (all) => all.slice(0, 1), last: (all) => all.slice(-1),
    odd: (all) => all.filter((each, at) => at % 2), even: (all) => all.filter((each, at) => !(at % 2)), gt: (all, n) => all.slice(+n + 1), lt: (all, n) => all.slice(0, +n),
  };
  const nth = (text, at) => {
    if (text === "odd") return at % 2 === 1;
    if (text === "even") return at % 2 === 0;
    const found = /^([+-]?\d*)n\s*([+-]\s*\d+)?$/.exec(text);
    if (!found) return at === +text;
    const a = found[1] === "" || found[1] === "+" ? 1 : found[1] === "-" ? -1 : +found[1], b = +(found[2] || "0").replace(/\s/g, "");
    return a === 0 ? at === b : (at - b) / a >= 0 && (at - b) % a === 0;
  };
  const PSEUDO = {
    not: (node, inner) => !host.matches(node, inner), is: (node, inner) => host.matches(node, inner), has: (node, inner) => host.select(inner.replace(/^\s*>/, ":scope >"), node).length > 0,
    "first-child": (node) => !node.previousElementSibling, "last-child": (node) => !node.nextElementSibling, "only-child": (node) => !node.previousElementSibling && !node.nextElementSibling,
    "nth-child": (node, n) => nth(n.trim(), node.parentNode.children.indexOf(node) + 1),
    "first-of-type": (node) => node.parentNode.children.find((each) => each.localName === node.localName) === node,
    "last-of-type": (node) => node.parentNode.children.filter((each) => each.localName === node.localName).pop() === node,
    "nth-of-type": (node, n) => nth(n.trim(), node.parentNode.children.filter((each) => each.localName === node.localName).indexOf(node) + 1),
    contains: (node, text) => node.textContent.includes(text.replace(/^["']|["']$/g, "")), empty: (node) => !node.childNodes.length, checked: (node) => node.checked, selected: (node) => node.selected,
    disabled: (node) => node.disabled, enabled: (node) => !node.disabled, visible: () => true, hidden: () => false, root: (node) => node === host.document.documentElement,
    input: (node) => ["input", "select", "textarea", "button"].includes(node.localName), text: (node) => node.type === "text", radio: (node) => node.type === "radio", checkbox: (node) => node.type === "checkbox",
    header: (node) => /^h[1-6]$/.test(node.localName), parent: (node) => node.childNodes.length > 0, focus: () => false, animated: () => false,
  };
  const plain = (name) => name.replace(/\\(.)/g, "$1");
  function fits(node, tests, scope) {
    for (const [, tag, id, name, attribute, how, one, two, three, pseudo, inner] of tests) {
      if (tag !== undefined) { if (tag !== "*" && node.localName !== tag.toLowerCase()) return false; }
      else if (id !== undefined) { if (node.getAttribute("id") !== plain(id)) return false; }
      else if (name !== undefined) { if (!node.classList.contains(plain(name))) return false; }
      else if (attribute !== undefined) {
        const value = node.getAttribute(plain(attribute)), wanted = one !== undefined ? one : two !== undefined ? two : three;
        if (how === "!=") { if (value === wanted) return false; continue; }
        if (value === null) return false;
        if (how === "=" && value !== wanted) return false;
        if (how === "^=" && !value.startsWith(wanted)) return false;
        if (how === "$=" && !value.endsWith(wanted)) return false;
        if (how === "*=" && !value.includes(wanted)) return false;
        if (how === "~=" && !value.split(/\s+/).includes(wanted)) return false;
        if (how === "|=" && value !== wanted && !value.startsWith(wanted + "-")) return false;
      } else if (pseudo === "scope") { if (node !== scope) return false; }
      else if (!PSEUDO[pseudo] || !PSEUDO[pseudo](node, inner || "")) return false;
    }
    return true;
  }
  function reaches(node, compounds, at, scope) {
    if (!fits(node, compounds[at].tests, scope)) return false;
    if (at === 0) return true;
    const step = compounds[at].step;
    if (step === ">") return !!node.parentNode && node.parentNode.nodeType === 1 && reaches(node.parentNode, compounds, at - 1, scope);
    if (step === "+") { const before = node.previousElementSibling; return !!before && reaches(before, compounds, at - 1, scope); }
    if (step === "~") { for (let each = node.previousElementSibling; each; each = each.previousElementSibling) if (reaches(each, compounds, at - 1, scope)) return true; return false; }
    for (let each = node.parentNode; each && each.nodeType === 1; each = each.parentNode) if (reaches(each, compounds, at - 1, scope)) return true;
    return false;
  }
  host.matches = (node, text) => read(text).some((compounds) => compounds.length && reaches(node, compounds, compounds.length - 1, null));
  host.select = function (text, root) {
    if (/^#[\w-]+$/.test(text) && root === host.document) { const found = root.getElementById(text.slice(1)); return found ? [found] : []; }
    const found = [];
    for (const compounds of read(text)) {
      if (!compounds.length) continue;
      const placed = compounds.findIndex((each) => each.places.length);
      if (placed >= 0 && placed < compounds.length - 1) {
        let all = part(compounds.slice(0, placed + 1), root);
        const rest = compounds.slice(placed + 1);
        for (const each of all) for (const node of part([{ step: " ", tests: [[":scope", , , , , , , , , "scope"]], places: [] }, ...rest], each)) if (!found.includes(node)) found.push(node);
      } else for (const node of part(compounds, root)) if (!found.includes(node)) found.push(node);
    }
    return found;
  };
  function part(compounds, root) {
    let all = root._all((node) => reaches(node, compounds, compounds.length - 1, root)).slice();
    for (const [, , , , , , , , , pseudo, inner] of compounds[compounds.length - 1].places) all = PLACES[pseudo](all, inner);
    return all;
  }
  Object.assign(host, { EventTarget, Node, Text, Comment, DocumentFragment, Element, Document, decode, escapeHtml: escape, list });
})
