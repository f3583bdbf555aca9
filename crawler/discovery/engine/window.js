// What stands round a page: address, timers, storage, requests. Requests are noted and answered of what is known.
(function (host) {
  "use strict";
  const G = globalThis, stringify = JSON.stringify, parseJson = JSON.parse, NativeDate = Date;
  host.Function = Function;
  host.most = { nodes: 200000, listeners: 50000, wanted: 40, timers: 400, scripts: 40, deep: 6, page: 1500000 };
  host.errors = []; host.missing = []; host.wanted = []; host.used = []; host.gone = ""; host.scripts = []; host.jobs = [];
  host.run = (task) => { try { return task(); } catch (error) { host.failed(error); } };
  host.failed = (error) => {
    const text = error && error.message ? String(error.message) : String(error);
    const found = /^'?([A-Za-z_$][\w$]*)'? is not defined/.exec(text);
    if (found && host.missing.length < 20 && !host.missing.includes(found[1])) host.missing.push(found[1]);
    if (host.errors.length < 20) host.errors.push(text.slice(0, 200));
  };

  // A stand-in for what is missing: whatever is asked of it, called with or made of it, gives another one.
  const BLANK = "\ue0ff";  // what it is as text: nothing is asked for by an address that holds it
  host.blank = () => {
    const target = function () {};
    return new Proxy(target, {
      get: (all, name) => (name === Symbol.toPrimitive ? () => BLANK : name === "toString" || name === "valueOf" ? () => BLANK : name === "then" || typeof name === "symbol" ? undefined : name === "length" ? 0 : name === "prototype" ? target.prototype : name in all ? all[name] : host.blank()),
      apply: () => host.blank(), construct: () => host.blank(),
    });
  };

  // Addresses.
  const FORM = /^([a-z][a-z\d+.-]*:)(?:\/\/(?:[^\/?#@]*@)?([^\/?#:]*)(?::(\d*))?)?([^?#]*)(\?[^#]*)?(#.*)?$/i;
  const tidy = (path) => {
    const out = [];
    const parts = path.split("/");
    parts.forEach((each, at) => { if (each === "..") { if (out.length > 1) out.pop(); if (at === parts.length - 1) out.push(""); } else if (each === ".") { if (at === parts.length - 1) out.push(""); } else out.push(each); });
    return out.join("/");
  };
  const resolve = (url, base) => {
    url = String(url).trim().replace(/[\n\r\t]/g, "");
    if (/^[a-z][a-z\d+.-]*:/i.test(url)) return url;
    const found = FORM.exec(base);
    if (!found) return url;
    const origin = found[1] + "//" + (found[2] || "") + (found[3] ? ":" + found[3] : "");
    if (url.startsWith("//")) return found[1] + url;
    if (url.startsWith("/")) { const cut = url.search(/[?#]/); return origin + (cut < 0 ? tidy(url) : tidy(url.slice(0, cut)) + url.slice(cut)); }
    if (url.startsWith("?")) return origin + found[4] + url;
    if (url.startsWith("#")) return base.split("#")[0] + url;
    if (!url) return base.split("#")[0];
    const cut = url.search(/[?#]/), path = cut < 0 ? url : url.slice(0, cut);
    return origin + tidy(found[4].replace(/[^\/]*$/, "") + path) + (cut < 0 ? "" : url.slice(cut));
  };
  const form = (text) => encodeURIComponent(text).replace(/%20/g, "+").replace(/[!'()~]/g, (c) => "%" + c.charCodeAt(0).toString(16).toUpperCase());
  const unform = (text) => { try { return decodeURIComponent(text.replace(/\+/g, " ")); } catch (error) { return text; } };
  class URLSearchParams {
    constructor(init) {
      this._pairs = [];
      if (init == null) return;
      if (typeof init === "object" && typeof init[Symbol.iterator] === "function") for (const [name, value] of init) this.append(name, value);
      else if (typeof init === "object") for (const name of Object.keys(init)) this.append(name, init[name]);
      else for (const pair of String(init).replace(/^\?/, "").split("&")) if (pair) { const at = pair.indexOf("="); this.append(unform(at < 0 ? pair : pair.slice(0, at)), at < 0 ? "" : unform(pair.slice(at + 1))); }
    }
    append(name, value) { this._pairs.push([String(name), String(value)]); this._told(); }
    set(name, value) { const known = this._pairs.find((each) => each[0] === name); if (known) { known[1] = String(value); this._pairs = this._pairs.filter((each) => each === known || each[0] !== name); } else this._pairs.push([String(name), String(value)]); this._told(); }
    get(name) { const found = this._pairs.find((each) => each[0] === name); return found ? found[1] : null; }
    getAll(name) { return this._pairs.filter((each) => each[0] === name).map((each) => each[1]); }
    has(name) { return this._pairs.some((each) => each[0] === name); }
    delete(name) { this._pairs = this._pairs.filter((each) => each[0] !== name); this._told(); }
    sort() { this._pairs.sort((a, b) => (a[0] < b[0] ? -1 : 1)); }
    forEach(visit) { for (const [name, value] of this._pairs) visit(value, name, this); }
    keys() { return this._pairs.map((each) => each[0])[Symbol.iterator](); }
    values() { return this._pairs.map((each) => each[1])[Symbol.iterator](); }
    entries() { return this._pairs.map((each) => [...each])[Symbol.iterator](); }
    [Symbol.iterator]() { return this.entries(); }
    _told() { if (this._url) { const text = this.toString(); this._url._query = text ? "?" + text : ""; } }
    toString() { return this._pairs.map(([name, value]) => form(name) + "=" + form(value)).join("&"); }
  }
  class URL {
    constructor(url, base) { this._read(resolve(url, base === undefined ? "" : String(base))); }
    _read(text) {
      const found = FORM.exec(text);
      if (!found || (/^https?:/i.test(text) && !found[2])) throw new TypeError("Invalid URL");
      [this.protocol, this.hostname, this.port, this.pathname, this._query, this.hash] = [found[1].toLowerCase(), (found[2] || "").toLowerCase(), found[3] || "", found[4] || "/", found[5] || "", found[6] || ""];
      if (this._query === "?") this._query = "";
      this.searchParams = new URLSearchParams(this._query); this.searchParams._url = this;
    }
    get search() { return this._query; }
    set search(text) { this._query = text ? "?" + String(text).replace(/^\?/, "") : ""; this.searchParams = new URLSearchParams(this._query); this.searchParams._url = this; }
    get host() { return this.hostname + (this.port ? ":" + this.port : ""); }
    get origin() { return this.protocol + "//" + this.host; }
    get href() { return this.origin + this.pathname + this._query + this.hash; }
    set href(text) { this._read(resolve(text, this.href)); }
    toString() { return this.href; }
    toJSON() { return this.href; }
  }
  URL.createObjectURL = () => "blob:0"; URL.revokeObjectURL = () => {};
  let address = null;
  const move = (url) => {
    const to = host.absolute(url), before = address.href;
    if (to.split("#")[0] === before.split("#")[0]) { address = new URL(to); if (to !== before) host.later(() => host.window.dispatchEvent(Object.assign(new Event("hashchange"), { oldURL: before, newURL: to })), 0); } else host.went(to);
  };
  host.went = (url) => { if (!host.gone && !/^javascript:/i.test(url)) host.gone = host.absolute(url); };
  const location = { assign: move, replace: move, reload() {}, toString: () => address.href };
  for (const name of ["href", "hash", "search", "pathname", "host", "hostname", "port", "protocol", "origin"])
    Object.defineProperty(location, name, { enumerable: true, get: () => address[name], set: (value) => move(name === "href" ? value : name === "hash" ? "#" + String(value).replace(/^#/, "") : name === "search" ? address.pathname + value : name === "pathname" ? value : address.href) });
  host.location = location;
  host.base = () => { const found = host.document && host.document.querySelector("base[href]"); return found ? resolve(found.getAttribute("href"), address.href) : address.href; };
  host.absolute = (url) => resolve(url, host.base());

  // Time stands still but for timers, so that a page that is played anew asks for the same.
  let now = 0, passed = 0, looked = 0, counted = 0;
  const clock = () => now + passed + Math.floor(++looked / 2000) * 1000;
  class StillDate extends NativeDate {
    constructor(...given) { if (given.length) super(...given); else super(clock()); }
    static now() { return clock(); }
  }
  const StillDateCalled = new Proxy(StillDate, { apply: () => new StillDate().toString() });
  let seed = 20240401;
  Math.random = () => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed / 2147483648; };
  const timers = new Map();
  host.later = (task, wait, every, given) => {
    if (++counted > host.most.timers * 10) return 0;
    timers.set(counted, { at: passed + Math.max(0, +wait || 0), task, every, given: given || [], order: counted });
    return counted;
  };
  let fired = 0;
  host.tick = (until) => {
    let next = null;
    for (const [number, timer] of timers) if (timer.at <= until && (!next || timer.at < next[1].at || (timer.at === next[1].at && timer.order < next[1].order))) next = [number, timer];
    if (!next || ++fired > host.most.timers) return false;
    const [number, timer] = next;
    passed = Math.max(passed, timer.at);
    if (timer.every === undefined) timers.delete(number); else { timer.at = passed + Math.max(10, +timer.every || 0); timer.order = ++counted; }
    host.run(() => (typeof timer.task === "function" ? timer.task(...timer.given) : (0, eval)(String(timer.task))));
    return true;
  };

  // Requests.
  const known = new Map();
  const PLAIN = /^(?:accept|content-type|referer|x-requested-with)$/;
  const told = (headers) => Object.keys(headers || {}).map((name) => name.toLowerCase() + "=" + headers[name]).filter((pair) => !PLAIN.test(pair.split("=")[0])).sort().join("&");
  const keyed = (method, url, body, headers) => (method + " " + url.split("#")[0] + " " + body + " " + told(headers)).replace(/\b1[5-9]\d{8}(?:\d{3})?\b/g, "#");
  host.asked = (kind, method, url, body, headers, ready) => {
    const whole = host.absolute(url).split("#")[0], key = keyed(method, whole, body, headers);
    if (key.includes(BLANK) || key.includes("%EE%83%BF")) return null;
    const answer = known.get(key);
    if (answer) { if (!host.used.includes(key)) host.used.push(key); if (ready) host.later(() => ready(answer), 0); return answer; }
    if (/^https?:/i.test(whole) && host.wanted.length < host.most.wanted && !host.wanted.some((each) => each.key === key))
      host.wanted.push({ key, kind, method, url: whole, body, headers });
    return null;
  };
  const sent = (body, headers) => {
    if (body == null || body === "") return "";
    if (body instanceof FormData) body = new URLSearchParams(body._pairs.filter((each) => typeof each[1] === "string"));
    if (body instanceof URLSearchParams) { if (!Object.keys(headers).some((name) => name.toLowerCase() === "content-type")) headers["Content-Type"] = "application/x-www-form-urlencoded;charset=UTF-8"; return body.toString(); }
    return String(body);
  };
  class Headers {
    constructor(init) { this._map = new Map(); if (init instanceof Headers) init.forEach((value, name) => this.append(name, value)); else if (Array.isArray(init)) for (const [name, value] of init) this.append(name, value); else for (const name of Object.keys(init || {})) this.append(name, init[name]); }
    append(name, value) { this._map.set(String(name).toLowerCase(), String(value)); }
    set(name, value) { this.append(name, value); }
    get(name) { const value = this._map.get(String(name).toLowerCase()); return value === undefined ? null : value; }
    has(name) { return this._map.has(String(name).toLowerCase()); }
    delete(name) { this._map.delete(String(name).toLowerCase()); }
    forEach(visit) { this._map.forEach((value, name) => visit(value, name, this)); }
    entries() { return this._map.entries(); }
    [Symbol.iterator]() { return this._map.entries(); }
  }
  class Response {
    constructor(text, init) { this._text = text == null ? "" : String(text); this.status = (init && init.status) || 200; this.ok = this.status >= 200 && this.status < 300; this.statusText = this.ok ? "OK" : ""; this.url = (init && init.url) || ""; this.headers = new Headers(init && init.headers); this.type = "basic"; this.redirected = false; this.bodyUsed = false; this.body = null; }
    text() { return Promise.resolve(this._text); }
    json() { return new Promise((done) => done(parseJson(this._text))); }
    blob() { return Promise.resolve(new Blob([this._text])); }
    arrayBuffer() { return Promise.resolve(new TextEncoder().encode(this._text).buffer); }
    clone() { return new Response(this._text, { status: this.status, url: this.url, headers: this.headers }); }
  }
  class Request { constructor(url, init) { Object.assign(this, { method: "GET" }, url instanceof Request ? url : {}, init || {}); this.url = url instanceof Request ? url.url : host.absolute(url); this.headers = new Headers((init && init.headers) || (url instanceof Request ? url.headers : undefined)); } }
  const fetch = (what, init) => new Promise((done) => {
    const wanted = new Request(what, init), headers = {};
    wanted.headers.forEach((value, name) => { headers[name] = value; });
    const body = sent(wanted.body, headers);
    host.asked("call", String(wanted.method).toUpperCase(), wanted.url, body, headers, (answer) => done(new Response(answer.text, { status: answer.status, url: wanted.url, headers: { "content-type": answer.kind } })));
  });
  class XMLHttpRequest extends host.EventTarget {
    constructor() { super(); this.readyState = 0; this.status = 0; this.statusText = ""; this.responseText = ""; this.response = ""; this.responseType = ""; this.responseURL = ""; this._headers = {}; this.upload = new host.EventTarget(); this.withCredentials = false; this.timeout = 0; }
    open(method, url, later) { this._method = String(method).toUpperCase(); this._url = String(url); this._later = later !== false; this.readyState = 1; }
    setRequestHeader(name, value) { this._headers[name] = String(value); }
    overrideMimeType() {} abort() { this._over = true; }
    getResponseHeader(name) { return this._answer && String(name).toLowerCase() === "content-type" ? this._answer.kind : null; }
    getAllResponseHeaders() { return this._answer ? "content-type: " + this._answer.kind + "\r\n" : ""; }
    send(body) {
      const headers = this._headers, text = sent(body, headers);
      if (!this._later) {
        const answer = host.asked("call", this._method, this._url, text, headers, null);
        if (!answer) throw new Error("not answered yet");
        this._take(answer);
      } else host.asked("call", this._method, this._url, text, headers, (answer) => { if (!this._over) this._take(answer); });
    }
    _take(answer) {
      this._answer = answer; this.status = answer.status; this.statusText = answer.status === 200 ? "OK" : ""; this.responseURL = host.absolute(this._url);
      this.response = this.responseText = answer.text;
      if (this.responseType === "json") { try { this.response = parseJson(answer.text); } catch (error) { this.response = null; } }
      else if (this.responseType === "document" || /xml/.test(answer.kind)) { try { this.responseXML = host.page(answer.text); } catch (error) { this.responseXML = null; } if (this.responseType === "document") this.response = this.responseXML; }
      for (const state of [2, 3, 4]) { this.readyState = state; this._tell("readystatechange"); }
      this._tell("load"); this._tell("loadend");
    }
    _tell(kind) { const event = new Event(kind); event.bubbles = false; event.target = this; this.dispatchEvent(event); }
  }
  Object.assign(XMLHttpRequest, { UNSENT: 0, OPENED: 1, HEADERS_RECEIVED: 2, LOADING: 3, DONE: 4 });
  Object.assign(XMLHttpRequest.prototype, { UNSENT: 0, OPENED: 1, HEADERS_RECEIVED: 2, LOADING: 3, DONE: 4 });
  class FormData {
    constructor(element) { this._pairs = []; if (element && element.elements) for (const each of element.elements) if (each.name) this.append(each.name, each.value); }
    append(name, value) { this._pairs.push([String(name), String(value)]); }
    set(name, value) { this._pairs = this._pairs.filter((each) => each[0] !== name); this.append(name, value); }
    get(name) { const found = this._pairs.find((each) => each[0] === name); return found ? found[1] : null; }
    has(name) { return this._pairs.some((each) => each[0] === name); }
    entries() { return this._pairs[Symbol.iterator](); }
    [Symbol.iterator]() { return this.entries(); }
  }
  class Blob { constructor(parts) { this._parts = parts || []; this.size = 0; this.type = ""; } text() { return Promise.resolve(this._parts.join("")); } }

  // Events.
  class Event {
    constructor(kind, init) { this.type = String(kind); this.bubbles = true; this.cancelable = true; this.defaultPrevented = false; this.target = null; this.timeStamp = 0; this.isTrusted = true; Object.assign(this, init || {}); }
    preventDefault() { this.defaultPrevented = true; }
    stopPropagation() { this._stopped = true; }
    stopImmediatePropagation() { this._stopped = this._now = true; }
    composedPath() { return []; }
    set returnValue(value) { if (value === false) this.preventDefault(); }
    set cancelBubble(value) { if (value) this.stopPropagation(); }
  }
  class MouseEvent extends Event { constructor(kind, init) { super(kind, init); Object.assign(this, { button: 0, which: 1, clientX: 1, clientY: 1, pageX: 1, pageY: 1 }); } }
  class CustomEvent extends Event { constructor(kind, init) { super(kind, init); this.detail = init ? init.detail : null; } }
  class Watcher { constructor(told) { this._told = told; } observe(node) { if (this.sees) host.later(() => this._told([{ isIntersecting: true, intersectionRatio: 1, target: node, boundingClientRect: {} }], this), 0); } unobserve() {} disconnect() {} takeRecords() { return []; } }
  class IntersectionObserver extends Watcher { get sees() { return true; } }
  class MutationObserver { constructor(told) { this._told = told; } observe() {} disconnect() {} takeRecords() { return []; } }
  class Storage_ {
    constructor() { this._map = new Map(); }
    getItem(name) { const value = this._map.get(String(name)); return value === undefined ? null : value; }
    setItem(name, value) { if (this._map.size < 200) this._map.set(String(name), String(value).slice(0, 200000)); }
    removeItem(name) { this._map.delete(String(name)); }
    clear() { this._map.clear(); }
    key(at) { return [...this._map.keys()][at] || null; }
    get length() { return this._map.size; }
  }
  const storage = () => new Proxy(new Storage_(), { get: (all, name) => (name in all ? (typeof all[name] === "function" ? all[name].bind(all) : all[name]) : typeof name === "string" ? all.getItem(name) || undefined : undefined), set: (all, name, value) => { all.setItem(name, value); return true; }, deleteProperty: (all, name) => { all.removeItem(name); return true; } });
  class TextEncoder { encode(text) { const bytes = []; for (const part of unescape(encodeURIComponent(text || ""))) bytes.push(part.charCodeAt(0)); return new Uint8Array(bytes); } }
  class TextDecoder { decode(bytes) { let text = ""; for (const each of new Uint8Array(bytes && bytes.buffer ? bytes.buffer : bytes || [])) text += String.fromCharCode(each); try { return decodeURIComponent(escape(text)); } catch (error) { return text; } } }
  const B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const btoa = (text) => { text = String(text); let out = ""; for (let at = 0; at < text.length; at += 3) { const [a, b, c] = [0, 1, 2].map((n) => text.charCodeAt(at + n)); out += B64[a >> 2] + B64[((a & 3) << 4) | ((b || 0) >> 4)] + (at + 1 < text.length ? B64[((b & 15) << 2) | ((c || 0) >> 6)] : "=") + (at + 2 < text.length ? B64[c & 63] : "="); } return out; };
  const atob = (text) => { let bits = 0, held = 0, out = ""; for (const each of String(text).replace(/[\s=]/g, "")) { const value = B64.indexOf(each); if (value < 0) throw new Error("InvalidCharacterError"); held = ((held << 6) | value) & 0xffffff; bits += 6; if (bits >= 8) { bits -= 8; out += String.fromCharCode((held >> bits) & 255); } } return out; };

  // Scripts that are put into the page, and markup that is written.
  host.inserted = (node) => {
    const all = node.localName === "script" ? [node] : node._markup ? [] : node.getElementsByTagName("script");
    for (const each of all) {
      if (each._queued || each._markup) continue;
      const source = each.getAttribute("src");
      if (!source && !each.textContent) continue;
      each._queued = true;
      if (source && host.provided(source)) { host.later(() => each.dispatchEvent(new Event("load", { bubbles: false })), 0); continue; }
      if (source && host.writing) { // what follows in the page waits for it
        const answer = host.asked("script", "GET", source, "", {}, null);
        if (answer) host.scripts.unshift({ node: each, text: answer.text, kind: each.type }); else host.markup = [];
      } else if (source) host.asked("script", "GET", source, "", {}, (answer) => { host.scripts.unshift({ node: each, text: answer.text, kind: each.type }); });
      else host.scripts.unshift({ node: each, text: each.textContent, kind: each.type });
    }
    if (node.localName === "iframe" && node.src) host.later(() => node.dispatchEvent(new Event("load", { bubbles: false })), 0);
  };
  let writing = 0;
  host.written = (text) => {
    if ((writing += text.length) > host.most.page) return;
    const box = new host.DocumentFragment(), at = host.document.currentScript;
    host.parse(text, box);
    host.writing = !!at;
    for (const node of [...box.childNodes]) if (at && at.parentNode) { at.parentNode.insertBefore(node, host.after && host.after.parentNode === at.parentNode ? host.after.nextSibling : at.nextSibling); host.after = node; } else if (host.document.body) host.document.body.appendChild(node);
    host.writing = false;
  };

  host.begin = (order) => {
    now = order.now; seed = 20240401;
    address = new URL(order.url);
    for (const each of order.answers) known.set(keyed(each.method, each.url, each.body, each.headers), each);
    const window = G;
    host.window = window;
    const document = host.page(order.html);
    host.document = document;
    const agent = order.agent;
    const kinds = {};
    for (const [name, tag] of Object.entries({ Script: "script", Anchor: "a", Input: "input", Select: "select", Option: "option", TextArea: "textarea", Form: "form", Image: "img", IFrame: "iframe", Template: "template", Button: "button", Table: "table", Div: "div", Span: "span", Body: "body", Head: "head", Html: "html", UList: "ul", LI: "li", Link: "link", Meta: "meta", Style: "style", Canvas: "canvas", Video: "video", Media: "media", Unknown: "unknown" }))
      kinds["HTML" + name + "Element"] = class { static [Symbol.hasInstance](node) { return node instanceof host.Element && node.localName === tag; } };
    const put = (names) => { for (const name of Object.keys(names)) Object.defineProperty(G, name, { value: names[name], writable: true, configurable: true, enumerable: false }); };
    put({
      window, self: window, top: window, parent: window, frames: window, document, location, closed: false, length: 0, name: "", status: "", origin: address.origin, isSecureContext: true,
      navigator: { userAgent: agent, appVersion: agent, appName: "Netscape", platform: "Linux", language: "zh-CN", languages: ["zh-CN"], onLine: true, cookieEnabled: true, plugins: [], mimeTypes: [], vendor: "", hardwareConcurrency: 2, javaEnabled: () => false, sendBeacon: () => true },
      screen: { width: 1920, height: 1080, availWidth: 1920, availHeight: 1040, colorDepth: 24 }, innerWidth: 1920, innerHeight: 960, outerWidth: 1920, outerHeight: 1040, devicePixelRatio: 1, pageXOffset: 0, pageYOffset: 0, scrollX: 0, scrollY: 0,
      history: { length: 1, state: null, pushState(state, title, url) { this.state = state; if (url != null) address = new URL(host.absolute(url)); }, replaceState(state, title, url) { this.pushState(state, title, url); }, back() {}, forward() {}, go() {} },
      localStorage: storage(), sessionStorage: storage(), console: new Proxy({}, { get: () => () => {} }), performance: { now: () => passed, timing: { navigationStart: now }, mark() {}, measure() {}, getEntriesByType: () => [], timeOrigin: now },
      URL, URLSearchParams, Headers, Response, Request, fetch, XMLHttpRequest, FormData, Blob, File: Blob, Event, MouseEvent, CustomEvent, KeyboardEvent: Event, UIEvent: Event, MessageEvent: Event, EventTarget: host.EventTarget,
      Node: host.Node, Element: host.Element, HTMLElement: host.Element, HTMLDocument: host.Document, Document: host.Document, Text: host.Text, Comment: host.Comment, DocumentFragment: host.DocumentFragment, SVGElement: class {}, SVGScriptElement: class {}, ShadowRoot: class {}, ...kinds, NodeList: Array, HTMLCollection: Array,
      IntersectionObserver, ResizeObserver: Watcher, MutationObserver, PerformanceObserver: MutationObserver, TextEncoder, TextDecoder, atob, btoa, Date: StillDateCalled,
      setTimeout: (task, wait, ...given) => host.later(task, wait, undefined, given), setInterval: (task, wait, ...given) => host.later(task, wait, wait, given), setImmediate: (task, ...given) => host.later(task, 0, undefined, given),
      clearTimeout: (number) => { timers.delete(number); }, clearInterval: (number) => { timers.delete(number); }, requestAnimationFrame: (task) => host.later(() => task(passed), 16), cancelAnimationFrame: (number) => { timers.delete(number); }, requestIdleCallback: (task) => host.later(() => task({ didTimeout: false, timeRemaining: () => 10 }), 1),
      queueMicrotask: (task) => { Promise.resolve().then(() => host.run(task)); }, structuredClone: (value) => parseJson(stringify(value)), alert() {}, confirm: () => true, prompt: () => null, print() {}, focus() {}, blur() {}, close() {}, scroll() {}, scrollTo() {}, scrollBy() {}, stop() {}, postMessage() {}, open: (url) => { if (url) host.went(url); return null; },
      getComputedStyle: () => new Proxy({ getPropertyValue: () => "" }, { get: (all, name) => all[name] || "" }), matchMedia: () => ({ matches: false, addListener() {}, addEventListener() {}, removeListener() {} }), getSelection: () => document.getSelection(),
      crypto: { getRandomValues: (into) => { for (let at = 0; at < into.length; at++) into[at] = Math.floor(Math.random() * 256); return into; }, randomUUID: () => "00000000-0000-4000-8000-000000000000" },
      DOMParser: class { parseFromString(text) { return host.page(String(text)); } }, XMLSerializer: class { serializeToString(node) { return host.serialize(node); } }, Image: function () { return new host.Element("img"); }, Option: function (text, value) { const made = new host.Element("option"); made.textContent = text || ""; if (value !== undefined) made.setAttribute("value", value); return made; },
      AbortController: class { constructor() { this.signal = new host.EventTarget(); this.signal.aborted = false; } abort() {} }, WebSocket: class { send() {} close() {} }, Worker: class { postMessage() {} terminate() {} },
      ...Object.fromEntries(["addEventListener", "removeEventListener", "attachEvent", "dispatchEvent"].map((name) => [name, (...given) => host.EventTarget.prototype[name].apply(window, given)])),
    });
    for (const name of order.missing) if (!(name in G)) put({ [name]: name in host.globals ? host.globals[name] : host.blank() });
    for (const node of document.scripts) node._markup = true;
    const scripts = [...document.scripts].filter((node) => !/json|template|html|x-|text\/(?!java)|importmap/i.test(node.type) && !node.noModule);
    const late = (node) => node.type === "module" || (node.hasAttribute("src") && (node.hasAttribute("defer") || node.hasAttribute("async")));
    host.markup = [...scripts.filter((node) => !late(node)), ...scripts.filter(late)];
    host.ids = document._all((node) => node.id && /^[A-Za-z_]\w*$/.test(node.id) && !(node.id in G));
    for (const node of host.ids) put({ [node.id]: node });
  };

  // The next script to run, "" when nothing waits: those that were put in first, then those of the markup.
  host.next = () => {
    for (;;) {
      let job = host.scripts.shift();
      if (!job && host.markup.length) {
        const node = host.markup.shift(), source = node.getAttribute("src");
        if (!source) job = { node, text: node.textContent, kind: node.type };
        else {
          const answer = host.provided(source) || host.asked("script", "GET", source, "", {}, null);
          if (answer === true || !answer || answer.status >= 400) continue;
          job = { node, text: answer.text, kind: node.type };
        }
      }
      if (!job) return "";
      host.document.currentScript = job.kind === "module" ? null : job.node; host.after = null;
      host.running = job.node;
      return stringify({ text: job.text, module: job.kind === "module", base: job.node.src || "" });
    }
  };
  host.ran = () => { const node = host.running; host.document.currentScript = null; host.running = null; if (node && node._queued) { node.readyState = "complete"; node.dispatchEvent(new Event("load", { bubbles: false })); if (node.onreadystatechange) host.run(() => node.onreadystatechange()); } };
  // A module: what it takes of others is awaited, what it gives is kept for them.
  const modules = new Map(), Later = Object.getPrototypeOf(async function () {}).constructor;
  const names = (text) => text.split(",").map((each) => each.trim()).filter(Boolean).map((each) => each.split(/\s+as\s+/));
  const taken = (what, from) => {
    const got = "await __import(" + from + ")", found = /^\s*(?:([\w$]+)\s*,?\s*)?(?:\*\s*as\s+([\w$]+)|\{([^}]*)\})?\s*$/.exec(what);
    if (!found) return got + ";";
    const parts = names(found[3] || "").map(([one, other]) => one + (other ? ":" + other : ""));
    if (found[1]) parts.unshift("default:" + found[1]);
    return found[2] ? "const " + found[2] + "=" + got + ";" : parts.length ? "const {" + parts.join(",") + "}=" + got + ";" : got + ";";
  };
  host.module = (text, base) => {
    const given = [];
    const code = text
      .replace(/\bimport\s*((?:[\w$]+\s*,?\s*)?(?:\*\s*as\s+[\w$]+|\{[^}"']*\})?)\s*from\s*(["'][^"'\n]+["'])\s*;?/g, (all, what, from) => taken(what, from))
      .replace(/(^|[;\n}])(\s*)import\s*(["'][^"'\n]+["'])\s*;?/g, (all, before, blank, from) => before + blank + "await __import(" + from + ");")
      .replace(/\bimport\s*\(/g, "__import(").replace(/\bimport\.meta\.url\b/g, "__base").replace(/\bimport\.meta\b/g, "({env:{}})")
      .replace(/\bexport\s*\{([^}]*)\}\s*from\s*(["'][^"'\n]+["'])\s*;?/g, (all, what, from) => names(what).map(([one, other]) => "__exports[" + stringify(other || one) + "]=(await __import(" + from + "))[" + stringify(one) + "];").join(""))
      .replace(/\bexport\s*\{([^}]*)\}\s*;?/g, (all, what) => { given.push(...names(what)); return ";"; })
      .replace(/\bexport\s+default\s+/g, "__exports.default=")
      .replace(/\bexport\s+((?:async\s+)?function\s*\*?\s*|class\s+|const\s+|let\s+|var\s+)([\w$]+)/g, (all, how, name) => { given.push([name]); return how + name; });
    const exports = {}, end = given.map(([one, other]) => "\n;__exports[" + stringify(other || one) + "]=" + one).join("");
    const other = (from) => load(resolve(from, base || address.href));
    const task = host.run(() => new Later("__exports", "__import", "__base", '"use strict";' + code + end)(exports, other, base || address.href));
    return Promise.resolve(task).then(() => exports, (error) => { host.failed(error); return exports; });
  };
  const load = (url) => {
    if (!modules.has(url)) modules.set(url, new Promise((done) => {
      if (host.provided(url)) { done(host.globals[/vue-router/i.test(url) ? "VueRouter" : /axios/i.test(url) ? "axios" : /vue/i.test(url) ? "Vue" : "$"] || {}); return; }
      host.asked("script", "GET", url, "", {}, (answer) => { host.module(answer.text, url).then(done); });
    }));
    return modules.get(url);
  };

  // The names of script files that the markup has and that nobody has answered, so that all of them are asked at once.
  host.files = () => { for (const node of host.markup) if (node.hasAttribute("src") && !host.provided(node.getAttribute("src"))) host.asked("script", "GET", node.getAttribute("src"), "", {}, null); return host.wanted.length; };
  host.loaded = (state) => {
    host.document.readyState = state;
    const tell = (target, kind) => target.dispatchEvent(Object.assign(new Event(kind, { bubbles: false }), { target }));
    tell(host.document, "readystatechange");
    if (state === "interactive") { host.run(host.angular); host.later(() => host.tables(), 1); tell(host.document, "DOMContentLoaded"); }
    else { const body = host.document.body; if (body && body.getAttribute("onload")) host.run(() => body._inline("load").call(host.window)); tell(host.window, "load"); tell(host.window, "pageshow"); }
    host.settle && host.settle();
  };
  const short = (node) => { const text = node.textContent.replace(/\s+/g, " ").trim(); return text.length > 1 && text.length <= 40 ? text : ""; };
  const clickable = (node) => {
    if (node.getAttribute("onclick") || node.onclick || (node._listeners && node._listeners.click)) return true;
    const href = node.getAttribute("href");
    if (node.localName === "a" && (!href || href === "#" || /^javascript:/i.test(href))) return true;
    for (let above = node.parentNode, deep = 0; above && deep < host.most.deep; above = above.parentNode, deep++) if (above._delegates && above._delegates.some((each) => { try { return node.matches(each); } catch (error) { return false; } })) return true;
    return ["li", "span", "a", "dd", "td"].includes(node.localName) && [node.parentNode, node.parentNode && node.parentNode.parentNode].some((above) => above && above.nodeType === 1 && !["body", "html"].includes(above.localName) && ((above._listeners && above._listeners.click) || above.onclick));
  };
  host.click = (text) => {
    const all = host.document.getElementsByTagName("*").filter((node) => short(node) === text && clickable(node));
    const node = all[all.length - 1];
    if (!node) return false;
    host.gone = "";
    const href = node.getAttribute("href"), event = new MouseEvent("click", { bubbles: true });
    node.dispatchEvent(event);
    if (href && /^javascript:/i.test(href) && !event.defaultPrevented) host.run(() => (0, eval)(href.slice(11)));
    else if (href && !event.defaultPrevented && href !== "#") move(href);
    if (node.localName !== "option" && host.settle) host.settle();
    return true;
  };
  host.collect = () => {
    if (host.settle) host.run(host.settle);
    const clicks = [];
    for (const node of host.document.getElementsByTagName("*")) { const text = short(node); if (text && clicks.length < 150 && !clicks.includes(text) && !["script", "style", "body"].includes(node.localName) && clickable(node)) clicks.push(text); }
    for (const node of host.document.getElementsByTagName("input")) if (node._value !== undefined) node.setAttribute("value", node._value);
    return stringify({ html: host.document.documentElement ? host.serialize(host.document.documentElement).slice(0, host.most.page * 2) : "", wanted: host.wanted, used: host.used, clicks, errors: host.errors, missing: host.missing, gone: host.gone, url: address.href });
  };
})
