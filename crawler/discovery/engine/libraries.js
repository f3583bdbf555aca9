// Stand-ins for what pages load from elsewhere, written to the names that jQuery and axios promise: as much as scripts use that ask for lists.
(function (host) {
  "use strict";
  const G = globalThis, call = (task, self, ...given) => host.run(() => task.apply(self, given));
  const plainObject = (value) => !!value && Object.prototype.toString.call(value) === "[object Object]" && (Object.getPrototypeOf(value) === null || Object.getPrototypeOf(value) === Object.prototype);
  const isNode = (value) => value instanceof host.Node || value === G;
  const param = (value) => {
    const out = [], add = (name, each) => { const given = typeof each === "function" ? each() : each; out.push(encodeURIComponent(name) + "=" + encodeURIComponent(given == null ? "" : given)); };
    const walk = (name, each) => {
      if (Array.isArray(each)) each.forEach((item, at) => (/\[\]$/.test(name) ? add(name, item) : walk(name + "[" + (typeof item === "object" && item ? at : "") + "]", item)));
      else if (each && typeof each === "object") for (const key of Object.keys(each)) walk(name + "[" + key + "]", each[key]);
      else add(name, each);
    };
    if (Array.isArray(value)) for (const each of value) add(each.name, each.value); else for (const key of Object.keys(value || {})) walk(key, value[key]);
    return out.join("&").replace(/%20/g, "+");
  };
  const markup = (text) => { const box = new host.DocumentFragment(); host.parse(text, box); return [...box.childNodes].map((node) => box.removeChild(node)); };

  function find(what, context) {
    if (!what) return [];
    if (typeof what === "string") {
      const text = what.trim();
      if (text[0] === "<") return markup(text);
      return what_in(context).flatMap((root) => host.select(text, root)).filter((each, at, all) => all.indexOf(each) === at);
    }
    if (isNode(what)) return [what];
    if (what._set || typeof what.length === "number") return Array.from(what);
    return [what];
  }
  const what_in = (context) => (!context ? [host.document] : typeof context === "string" ? host.select(context, host.document) : isNode(context) ? [context] : Array.from(context));
  function $(what, context) {
    if (typeof what === "function") { ready(what); return $(host.document); }
    if (what && what._set && what instanceof Query) return what;
    return wrap(typeof what === "string" && what.trim()[0] === "<" && plainObject(context) ? made(find(what), context) : find(what, context));
  }
  // An element with what it is given: attributes, and methods by their names.
  const made = (all, given) => { const set = wrap(all); for (const name of Object.keys(given)) if (["text", "html", "val", "css", "data", "width", "height", "offset", "click", "append", "on"].includes(name)) set[name](given[name]); else set.attr(name, given[name]); return all; };
  class Query { }
  const fn = Query.prototype;
  // What a plugin would do is left out: a method that nobody has defined gives the same set again.
  const open = new Proxy(fn, { get: (all, name, self) => (name in all ? Reflect.get(all, name, self) : typeof name === "string" && /^[a-z]\w{2,40}$/i.test(name) && !["then", "nodeType", "toJSON", "window", "src", "href", "value", "innerHTML", "tagName", "nodeName", "className", "style", "data_"].includes(name) ? function () { return this; } : undefined) });
  const wrap = (nodes, before) => {
    const set = Object.create(open);
    const all = nodes.filter((each) => each != null);
    for (let at = 0; at < all.length; at++) set[at] = all[at];
    Object.defineProperties(set, { length: { value: all.length, writable: true, enumerable: false }, _set: { value: true }, prevObject: { value: before || null, writable: true }, context: { value: host.document }, selector: { value: "" } });
    return set;
  };
  const ready = (task) => { host.later(() => host.run(() => task.call(host.document, $)), 0); };
  const nodes = (set) => Array.from(set).filter((each) => each && each.nodeType === 1);
  const stored = new Map();
  const dataOf = (node) => { if (!stored.has(node)) stored.set(node, {}); return stored.get(node); };
  const told = (text) => { if (typeof text !== "string") return text; if (text === "true") return true; if (text === "false") return false; if (text === "null") return null; if (text !== "" && String(+text) === text) return +text; if (/^(?:\{[^]*\}|\[[^]*\])$/.test(text)) { try { return JSON.parse(text); } catch (error) { return text; } } return text; };
  const content = (items, node, last) => items.flat().flatMap((each) => (each == null ? [] : each._set ? Array.from(each) : isNode(each) ? [each] : Array.isArray(each) || each instanceof Array ? each : typeof each === "string" && /<[a-z!]/i.test(each) ? markup(each) : [new host.Text(String(each))])).map((each) => (last ? each : each.cloneNode(true)));
  const placing = (place) => function (...items) { const all = nodes(this); all.forEach((node, at) => { const given = typeof items[0] === "function" ? [items[0].call(node, at, node.innerHTML)] : items; place(node, content(given, node, at === all.length - 1)); }); return this; };
  const walking = (step, many) => function (filter) { const found = []; for (const node of nodes(this)) for (let each = step(node); each; each = many ? step(each) : null) { if (!found.includes(each)) found.push(each); } const set = wrap(found, this); return filter ? set.filter(filter) : set; };
  const fits = (node, filter, at) => (typeof filter === "function" ? !!filter.call(node, at, node) : typeof filter === "string" ? node.nodeType === 1 && host.matches(node, filter) : filter && filter._set ? Array.from(filter).includes(node) : node === filter);

  Object.assign(fn, {
    jquery: "3.6.0", constructor: $,
    ready(task) { ready(task); return this; },
    each(visit) { for (let at = 0; at < this.length; at++) if (call(visit, this[at], at, this[at]) === false) break; return this; },
    map(visit) { return wrap(Array.from(this).flatMap((node, at) => { const made = visit.call(node, at, node); return made == null ? [] : made; }), this); },
    get(at) { return at === undefined ? Array.from(this) : this[at < 0 ? this.length + at : at]; }, toArray() { return Array.from(this); }, size() { return this.length; },
    eq(at) { const each = this[at < 0 ? this.length + +at : +at]; return wrap(each ? [each] : [], this); }, first() { return this.eq(0); }, last() { return this.eq(-1); },
    slice(from, to) { return wrap(Array.from(this).slice(from, to), this); }, end() { return this.prevObject || wrap([]); }, add(what, context) { return wrap([...new Set([...this, ...find(what, context)])], this); }, addBack() { return wrap([...(this.prevObject || []), ...this], this); },
    find(text) { return wrap([...new Set(Array.from(this).flatMap((node) => (typeof text === "string" ? host.select(/^\s*[>+~]/.test(text) ? ":scope " + text : text, node) : find(text).filter((each) => node.contains(each)))))], this); },
    filter(what) { if (typeof what === "string" && /:(?:eq|first|last|odd|even|gt|lt)\b/.test(what)) { const known = new Set(host.select(what, host.document)); return wrap(Array.from(this).filter((node) => known.has(node)), this); } return wrap(Array.from(this).filter((node, at) => fits(node, what, at)), this); },
    not(what) { return wrap(Array.from(this).filter((node, at) => !fits(node, what, at)), this); }, is(what) { return Array.from(this).some((node, at) => fits(node, what, at)); }, has(text) { return wrap(nodes(this).filter((node) => host.select(text, node).length), this); },
    children(filter) { const set = wrap([...new Set(nodes(this).flatMap((node) => [...node.children]))], this); return filter ? set.filter(filter) : set; }, contents() { return wrap(nodes(this).flatMap((node) => [...node.childNodes]), this); },
    parent: walking((node) => node.parentElement), parents: walking((node) => node.parentElement, true), next: walking((node) => node.nextElementSibling), nextAll: walking((node) => node.nextElementSibling, true), prev: walking((node) => node.previousElementSibling), prevAll: walking((node) => node.previousElementSibling, true),
    closest(text) { return wrap([...new Set(nodes(this).map((node) => node.closest(text)).filter(Boolean))], this); },
    siblings(filter) { const set = wrap(nodes(this).flatMap((node) => (node.parentNode ? node.parentNode.children.filter((each) => each !== node) : [])), this); return filter ? set.filter(filter) : set; },
    index(what) { const node = what === undefined ? this[0] : null; if (node) return node.parentNode ? node.parentNode.children.indexOf(node) : -1; return typeof what === "string" ? find(what).indexOf(this[0]) : Array.from(this).indexOf(what && what._set ? what[0] : what); },
    attr(name, value) { if (plainObject(name)) { for (const key of Object.keys(name)) this.attr(key, name[key]); return this; } if (value === undefined) { const node = nodes(this)[0], found = node && node.getAttribute(name); return found == null ? undefined : found; } nodes(this).forEach((node, at) => { const given = typeof value === "function" ? value.call(node, at, node.getAttribute(name)) : value; if (given === null) node.removeAttribute(name); else node.setAttribute(name, given); }); return this; },
    removeAttr(name) { for (const node of nodes(this)) for (const each of name.split(/\s+/)) node.removeAttribute(each); return this; },
    prop(name, value) { if (value === undefined && typeof name === "string") return this[0] ? this[0][name] : undefined; for (const node of this) if (plainObject(name)) Object.assign(node, name); else node[name] = value; return this; }, removeProp() { return this; },
    data(name, value) { const node = this[0]; if (name === undefined) return node ? Object.assign(Object.fromEntries(Object.keys(node.dataset || {}).map((key) => [key, told(node.dataset[key])])), dataOf(node)) : undefined; if (plainObject(name)) { for (const each of this) Object.assign(dataOf(each), name); return this; } if (value !== undefined) { for (const each of this) dataOf(each)[name] = value; return this; } if (!node) return undefined; const own = dataOf(node)[name]; return own !== undefined ? own : node.nodeType === 1 ? told(node.dataset[name.replace(/-([a-z])/g, (all, letter) => letter.toUpperCase())]) : undefined; },
    removeData() { return this; },
    val(value) { if (value === undefined) return this[0] ? this[0].value : undefined; for (const node of nodes(this)) node.value = value == null ? "" : String(value); return this; },
    html(value) { if (value === undefined) return this[0] ? this[0].innerHTML : undefined; if (typeof value === "object" && value) return this.empty().append(value); nodes(this).forEach((node, at) => { node.innerHTML = typeof value === "function" ? value.call(node, at, node.innerHTML) : value; for (const script of node.getElementsByTagName("script")) host.inserted(script); }); return this; },
    text(value) { if (value === undefined) return Array.from(this).map((node) => node.textContent).join(""); nodes(this).forEach((node, at) => { node.textContent = typeof value === "function" ? value.call(node, at, node.textContent) : value; }); return this; },
    append: placing((node, items) => node.append(...items)), prepend: placing((node, items) => node.prepend(...items)), before: placing((node, items) => node.parentNode && node.before(...items)), after: placing((node, items) => node.parentNode && node.after(...items)), replaceWith: placing((node, items) => node.parentNode && node.replaceWith(...items)),
    appendTo(to) { $(to).append(this); return this; }, prependTo(to) { $(to).prepend(this); return this; }, insertBefore(to) { $(to).before(this); return this; }, insertAfter(to) { $(to).after(this); return this; }, replaceAll(to) { $(to).replaceWith(this); return this; },
    empty() { for (const node of nodes(this)) node.replaceChildren(); return this; }, remove(filter) { for (const node of filter ? this.filter(filter) : this) if (node.remove) node.remove(); return this; }, detach() { return this.remove(); }, clone() { return wrap(Array.from(this).map((node) => node.cloneNode(true)), this); },
    wrap() { return this; }, wrapAll() { return this; }, wrapInner() { return this; }, unwrap() { return this; },
    addClass(names) { for (const node of nodes(this)) if (typeof names === "string") node.classList.add(...names.split(/\s+/).filter(Boolean)); return this; }, removeClass(names) { for (const node of nodes(this)) if (names === undefined) node.className = ""; else node.classList.remove(...String(names).split(/\s+/)); return this; }, toggleClass(name, on) { for (const node of nodes(this)) node.classList.toggle(name, on); return this; }, hasClass(name) { return nodes(this).some((node) => node.classList.contains(name)); },
    css(name, value) { if (typeof name === "string" && value === undefined) return this[0] && this[0].style ? this[0].style.getPropertyValue(name) : ""; return this; },
    on(kinds, selector, data, task) {
      if (plainObject(kinds)) { for (const kind of Object.keys(kinds)) this.on(kind, selector, kinds[kind]); return this; }
      if (typeof selector !== "string") { [selector, data, task] = ["", selector, data]; }
      if (typeof data === "function") task = data;
      if (typeof task !== "function") return this;
      for (const node of this) for (const kind of kinds.split(/\s+/).map((each) => each.split(".")[0]).filter(Boolean)) {
        if (kind === "ready") { ready(task); continue; }
        if (selector && kind === "click") (node._delegates || (node._delegates = [])).push(selector);
        const heard = (event) => {
          let at = node;
          if (selector) { at = event.target && event.target.closest ? event.target.closest(selector) : null; if (!at || !node.contains(at)) return; }
          event.data = plainObject(data) ? data : undefined; event.originalEvent = event; event.currentTarget = at; event.delegateTarget = node; event.isDefaultPrevented = () => event.defaultPrevented;
          if (task.call(at, event, ...(event._given || [])) === false) { event.preventDefault(); event.stopPropagation(); }
        };
        if (selector) heard._delegated = true;
        if (!selector && kind === "click" && node.nodeType === 1) node._clicks = true;
        if (selector && kind === "click") { node._quiet = node._quiet || []; node._quiet.push(heard); }
        node.addEventListener && node.addEventListener(kind, heard);
      }
      return this;
    },
    off() { return this; }, unbind() { return this; }, undelegate() { return this; }, die() { return this; }, bind(kinds, data, task) { return this.on(kinds, data, task); }, one(kinds, selector, task) { return this.on(kinds, selector, task); }, live(kinds, task) { return $(host.document).on(kinds, "*", task); }, delegate(selector, kinds, task) { return this.on(kinds, selector, task); },
    trigger(kind, given) { for (const node of this) { const event = typeof kind === "string" ? new G.MouseEvent(kind.split(".")[0]) : kind; event._given = given === undefined ? [] : [].concat(given); if (node.dispatchEvent) node.dispatchEvent(event); } return this; }, triggerHandler(kind, given) { return this.trigger(kind, given); },
    hover() { return this; }, toggle() { return this; }, animate(...given) { const done = given.find((each) => typeof each === "function"); if (done) for (const node of this) host.later(() => done.call(node), 1); return this; },
    load(url, data, done) { if (typeof url !== "string") return this; const [address, part] = url.split(/\s+(.+)/), task = typeof data === "function" ? data : done; $.ajax({ url: address, dataType: "html", type: plainObject(data) ? "POST" : "GET", data: typeof data === "function" ? undefined : data, success: (text) => { for (const node of nodes(this)) { if (part) node.replaceChildren(...find(part, markup(text).reduce((box, each) => (box.appendChild(each), box), new host.DocumentFragment()))); else this.html(text); if (task) call(task, node, text, "success"); } } }); return this; },
    serializeArray() { return nodes(this).flatMap((node) => (node.localName === "form" ? node.elements : [node])).filter((each) => each.name && (!["radio", "checkbox"].includes(each.type) || each.checked)).map((each) => ({ name: each.name, value: each.value })); }, serialize() { return param(this.serializeArray()); },
    width() { return 1000; }, height() { return 600; }, innerWidth() { return 1000; }, innerHeight() { return 600; }, outerWidth() { return 1000; }, outerHeight() { return 600; }, scrollTop() { return 0; }, scrollLeft() { return 0; }, offset() { return { top: 0, left: 0 }; }, position() { return { top: 0, left: 0 }; }, offsetParent() { return this.parent(); },
    promise() { return deferred().resolve(this).promise(); }, extend(more) { Object.assign(fn, more); return this; }, splice: [].splice, push: [].push, sort: [].sort,
  });
  fn[Symbol.iterator] = function () { return Array.from({ length: this.length }, (each, at) => this[at])[Symbol.iterator](); };
  for (const kind of "click dblclick change focus blur submit keyup keydown keypress mouseover mouseout mouseenter mouseleave mousedown mouseup mousemove resize scroll select input error".split(" ")) fn[kind] = function (data, task) { return arguments.length ? this.on(kind, data, task) : this.trigger(kind); };
  for (const name of "show hide fadeIn fadeOut slideUp slideDown slideToggle fadeTo fadeToggle".split(" ")) fn[name] = fn.animate;
  fn.delay = fn.stop = fn.finish = fn.queue = fn.dequeue = function () { return this; };
  fn.init = function (what, context) { return $(what, context); }; fn.init.prototype = fn;

  function deferred(begun) {
    const heard = { done: [], fail: [], progress: [] };
    let state = "pending", given = [], self;
    const promise = {
      state: () => state, done(...tasks) { tasks.flat().forEach((task) => (state === "resolved" ? call(task, self, ...given) : heard.done.push(task))); return this; }, fail(...tasks) { tasks.flat().forEach((task) => (state === "rejected" ? call(task, self, ...given) : heard.fail.push(task))); return this; },
      always(...tasks) { return this.done(...tasks).fail(...tasks); }, progress() { return this; },
      then(good, bad) { const next = deferred(); const pass = (task, end) => (...values) => { if (typeof task !== "function") return next[end](...values); const made = host.run(() => task.apply(self, values)); if (made && typeof made.then === "function") made.then(next.resolve, next.reject); else next.resolve(made); }; promise.done(pass(good, "resolve")); promise.fail(pass(bad, "reject")); return next.promise(); },
      catch(bad) { return this.then(null, bad); }, finally(task) { return this.always(task); }, pipe(good, bad) { return this.then(good, bad); }, promise(to) { return to ? Object.assign(to, promise) : promise; }, success(task) { return this.done(task); }, error(task) { return this.fail(task); }, complete(task) { return this.always(task); },
    };
    const end = (to, list) => (...values) => { if (state === "pending") { state = to; given = values; for (const task of heard[list]) call(task, self, ...values); } return made; };
    const made = Object.assign({}, promise, { resolve: end("resolved", "done"), reject: end("rejected", "fail"), resolveWith: (to, values) => { self = to; return end("resolved", "done")(...(values || [])); }, rejectWith: (to, values) => { self = to; return end("rejected", "fail")(...(values || [])); }, notify() { return made; } });
    if (begun) begun.call(made, made);
    return made;
  }
  let jsonp = 0;
  const setup = { type: "GET", contentType: "application/x-www-form-urlencoded; charset=UTF-8", headers: {} };
  const filters = [];
  function ajax(url, options) {
    const o = Object.assign({}, setup, typeof url === "string" ? { url } : url, options || {});
    const headers = Object.assign({}, setup.headers, o.headers), method = String(o.method || o.type || "GET").toUpperCase(), made = deferred();
    const xhr = Object.assign(made.promise(), { readyState: 1, status: 0, responseText: "", setRequestHeader: (name, value) => { headers[name] = value; }, getResponseHeader: () => null, getAllResponseHeaders: () => "", abort() {}, overrideMimeType() {} });
    for (const filter of filters) call(filter, o, o, o, xhr);
    const context = o.context || o;
    if (typeof o.beforeSend === "function" && call(o.beforeSend, context, xhr, o) === false) return xhr;
    let body = o.data, address = String(o.url === undefined ? "" : o.url);
    if (body && typeof body !== "string" && o.processData !== false) body = param(body);
    if (body instanceof G.FormData) body = new G.URLSearchParams(body._pairs).toString();
    const json_p = o.dataType === "jsonp" || (typeof o.dataType === "string" && /jsonp/.test(o.dataType)) || /=\?(&|$)/.test(address);
    let named = "";
    if (method === "GET" || method === "HEAD" || json_p) { if (body) address += (address.includes("?") ? "&" : "?") + body; body = ""; }
    if (json_p) {
      named = typeof o.jsonpCallback === "function" ? o.jsonpCallback() : o.jsonpCallback || "jQuery360_" + ++jsonp;
      if (/=\?(&|$)/.test(address)) address = address.replace(/=\?(&|$)/, "=" + named + "$1"); else if (o.jsonp !== false) address += (address.includes("?") ? "&" : "?") + (o.jsonp || "callback") + "=" + named;
    } else if (body && o.contentType !== false && !Object.keys(headers).some((name) => name.toLowerCase() === "content-type")) headers["Content-Type"] = o.contentType;
    if (!json_p && o.crossDomain !== true) headers["X-Requested-With"] = "XMLHttpRequest";
    const take = (answer) => {
      xhr.readyState = 4; xhr.status = answer.status; xhr.responseText = answer.text; xhr.statusText = "OK";
      let value = answer.text, good = answer.status >= 200 && answer.status < 300;
      if (good) try {
        if (json_p) { let got, before = G[named]; G[named] = (given) => { got = given; }; (0, eval)(answer.text); G[named] = before; value = got; if (typeof before === "function" && o.jsonpCallback) call(before, G, got); }
        else if (o.dataType === "json" || (!o.dataType && /json/.test(answer.kind))) value = JSON.parse(answer.text);
        else if (o.dataType === "script") (0, eval)(answer.text);
        else if (o.dataType === "xml" || (!o.dataType && /xml/.test(answer.kind))) value = host.page(answer.text);
        if (typeof o.dataFilter === "function") value = o.dataFilter(value, o.dataType);
      } catch (error) { good = false; host.failed(error); }
      if (good) { xhr.responseJSON = value; if (o.success) for (const task of [].concat(o.success)) call(task, context, value, "success", xhr); made.resolveWith(context, [value, "success", xhr]); }
      else { if (o.error) call(o.error, context, xhr, "error", ""); made.rejectWith(context, [xhr, "error", ""]); }
      if (o.complete) call(o.complete, context, xhr, good ? "success" : "error");
    };
    const answer = host.asked(json_p || o.dataType === "script" ? "jsonp" : "call", json_p ? "GET" : method, address, typeof body === "string" ? body : "", headers, o.async === false ? null : take);
    if (o.async === false) { if (!answer) throw new Error("not answered yet"); take(answer); }
    return xhr;
  }
  const short = (method, kind) => (url, data, done, type) => { if (typeof data === "function") [data, done, type] = [undefined, data, done]; return ajax(plainObject(url) ? Object.assign({ type: method }, url) : { url, data, success: done, type: method, dataType: kind || type }); };
  const each = (all, visit) => { if (all == null) return all; if (Array.isArray(all) || typeof all.length === "number" && typeof all !== "function") { for (let at = 0; at < all.length; at++) if (visit.call(all[at], at, all[at]) === false) break; } else for (const key of Object.keys(all)) if (visit.call(all[key], key, all[key]) === false) break; return all; };
  const extend = (...given) => {
    let deep = false;
    if (typeof given[0] === "boolean") deep = given.shift();
    const to = given.length === 1 ? $ : given.shift() || {};
    for (const from of given) if (from) for (const key of Object.keys(from)) { if (key === "__proto__") continue; const value = from[key]; if (deep && plainObject(value)) to[key] = extend(true, plainObject(to[key]) ? to[key] : {}, value); else if (deep && Array.isArray(value)) to[key] = value.map((item) => (plainObject(item) ? extend(true, {}, item) : item)); else if (value !== undefined) to[key] = value; }
    return to;
  };
  const kind = (value) => (value == null ? String(value) : Array.isArray(value) ? "array" : value instanceof RegExp ? "regexp" : value instanceof Date ? "date" : typeof value === "object" ? "object" : typeof value);
  Object.assign($, {
    fn, each, extend, ajax, param, get: short("GET"), post: short("POST"), getJSON: short("GET", "json"), getScript: (url, done) => ajax({ url, dataType: "script", success: done }), ajaxSetup: (more) => extend(true, setup, more), ajaxPrefilter: (kinds, task) => { filters.push(task || kinds); }, ajaxTransport() {}, ajaxSettings: setup,
    Deferred: deferred, Event: function (name, more) { return new G.Event(name, more); }, when: (...all) => { const made = deferred(), values = []; let left = all.length; if (!left) made.resolve(); all.forEach((one, at) => { const done = (...given) => { values[at] = given.length > 1 ? given : given[0]; if (!--left) made.resolve(...(all.length === 1 ? given : values)); }; if (one && typeof one.then === "function") (one.done || one.then).call(one, done), one.fail && one.fail(made.reject); else done(one); }); return made.promise(); },
    map: (all, visit) => { const out = []; each(all, (key, value) => { const made = visit(value, key); if (made != null) out.push(...(Array.isArray(made) ? made : [made])); }); return out; }, grep: (all, test, not) => Array.from(all).filter((value, at) => !!test(value, at) !== !!not), inArray: (value, all) => (all ? Array.from(all).indexOf(value) : -1), merge: (one, other) => { for (const value of Array.from(other)) one[one.length++] = value; return one; }, makeArray: (all) => Array.from(all || []), unique: (all) => [...new Set(all)], uniqueSort: (all) => [...new Set(all)],
    trim: (text) => (text == null ? "" : String(text).trim()), isArray: Array.isArray, isFunction: (value) => typeof value === "function", isPlainObject: plainObject, isNumeric: (value) => !isNaN(parseFloat(value)) && isFinite(value), isEmptyObject: (value) => !Object.keys(value || {}).length, isWindow: (value) => value === G, type: kind, noop() {}, now: () => Date.now(), proxy: (task, self) => (typeof task === "function" ? task.bind(self) : task[self].bind(task)), parseJSON: (text) => JSON.parse(text), parseHTML: markup, parseXML: (text) => host.page(text), globalEval: (text) => (0, eval)(text), error(text) { throw new Error(text); }, contains: (one, other) => one.contains(other),
    data: (node, name, value) => wrap([node]).data(name, value), attr: (node, name, value) => wrap([node]).attr(name, value), removeData() {}, noConflict: () => $, holdReady() {}, support: { cors: true, ajax: true, opacity: true }, browser: { msie: false, webkit: true, mozilla: false, version: "100" }, expr: { ":": {}, filters: {}, match: {}, pseudos: {} }, event: { special: {}, fix: (event) => event, trigger() {} }, cssHooks: {}, easing: {}, fx: { off: true, speeds: {} }, cookie: (name, value) => { if (value !== undefined) { host.document.cookie = name + "=" + value; return value; } const found = host.document.cookie.split("; ").find((pair) => pair.startsWith(name + "=")); return found ? found.slice(name.length + 1) : undefined; }, Callbacks: () => { const all = []; return { add(task) { all.push(task); return this; }, fire(...given) { all.forEach((task) => call(task, this, ...given)); return this; }, remove() { return this; }, has: () => all.length > 0 }; }, sub: () => $,
  });
  $.ready = ready; $.readyException = () => {}; $.find = (text, root) => host.select(text, root || host.document); $.prototype = fn;

  // axios
  function client(defaults) {
    const interceptors = () => { const all = []; return { all, use(good, bad) { all.push([good, bad]); return all.length - 1; }, eject() {}, forEach() {} }; };
    const absolute = (base, url) => (!base || /^(?:[a-z]+:)?\/\//i.test(url) ? url : url ? base.replace(/\/+$/, "") + "/" + url.replace(/^\/+/, "") : base);
    const send = (config) => new Promise((done, failed) => {
      const method = String(config.method || "get").toUpperCase(), headers = {};
      for (const from of [config.headers]) for (const name of Object.keys(from || {})) if (["common", "get", "post", "put", "patch", "delete", "head"].includes(name)) { if (name === "common" || name === method.toLowerCase()) Object.assign(headers, from[name]); } else if (from[name] != null && typeof from[name] !== "function") headers[name] = from[name];
      let url = absolute(config.baseURL, String(config.url || "")), body = config.data;
      const query = config.params ? (typeof config.paramsSerializer === "function" ? config.paramsSerializer(config.params) : config.params instanceof G.URLSearchParams ? config.params.toString() : Object.keys(config.params).filter((key) => config.params[key] != null).map((key) => { const value = config.params[key]; return Array.isArray(value) ? value.map((each) => encodeURIComponent(key) + "[]=" + encodeURIComponent(each)).join("&") : encodeURIComponent(key) + "=" + encodeURIComponent(typeof value === "object" ? JSON.stringify(value) : value); }).join("&")) : "";
      if (query) url += (url.includes("?") ? "&" : "?") + query;
      for (const change of [].concat(config.transformRequest || [])) if (typeof change === "function") body = change(body, headers);
      const kind_ = Object.keys(headers).find((name) => name.toLowerCase() === "content-type");
      if (body instanceof G.URLSearchParams) { body = body.toString(); if (!kind_) headers["Content-Type"] = "application/x-www-form-urlencoded;charset=utf-8"; }
      else if (body instanceof G.FormData) body = new G.URLSearchParams(body._pairs).toString();
      else if (body && typeof body === "object") { if (kind_ && /x-www-form/.test(headers[kind_])) body = param(body); else { body = JSON.stringify(body); if (!kind_) headers["Content-Type"] = "application/json"; } }
      else if (method === "POST" && body && !kind_) headers["Content-Type"] = "application/x-www-form-urlencoded";
      if (method === "GET") { body = ""; if (kind_) delete headers[kind_]; }
      headers.Accept = headers.Accept || "application/json, text/plain, */*";
      host.asked("call", method, url, body == null ? "" : String(body), headers, (answer) => {
        let data = answer.text;
        if (config.responseType !== "text") try { data = JSON.parse(data); } catch (error) { data = answer.text; }
        for (const change of [].concat(config.transformResponse || [])) if (typeof change === "function") data = change(data, {});
        const response = { data, status: answer.status, statusText: "OK", headers: { "content-type": answer.kind }, config, request: {} };
        if (answer.status >= 200 && answer.status < 300) done(response); else failed(Object.assign(new Error("Request failed with status code " + answer.status), { response, config, isAxiosError: true }));
      });
    });
    const instance = (one, other) => instance.request(one, other);
    Object.assign(instance, {
      defaults: Object.assign({ headers: { common: {}, get: {}, post: {}, put: {}, patch: {}, delete: {}, head: {} } }, defaults, { headers: Object.assign({ common: {}, get: {}, post: {}, put: {}, delete: {} }, (defaults || {}).headers) }), interceptors: { request: interceptors(), response: interceptors() },
      request(one, other) {
        const given = typeof one === "string" ? Object.assign({ url: one }, other) : Object.assign({}, one);
        const config = Object.assign({}, instance.defaults, given, { headers: Object.assign({}, instance.defaults.headers, given.headers) });
        let chain = Promise.resolve(config);
        for (const [good, bad] of [...instance.interceptors.request.all].reverse()) chain = chain.then(good, bad);
        chain = chain.then(send);
        for (const [good, bad] of instance.interceptors.response.all) chain = chain.then(good, bad);
        return chain;
      },
      create: (more) => client(Object.assign({}, instance.defaults, more)), getUri: (config) => config.url, all: (many) => Promise.all(many), spread: (task) => (many) => task(...many), isCancel: () => false, CancelToken: { source: () => ({ token: {}, cancel() {} }) }, isAxiosError: () => false,
    });
    for (const method of ["get", "delete", "head", "options"]) instance[method] = (url, config) => instance.request(Object.assign({}, config, { url, method }));
    for (const method of ["post", "put", "patch"]) instance[method] = (url, data, config) => instance.request(Object.assign({}, config, { url, method, data }));
    instance.default = instance;
    return instance;
  }
  host.jquery = $; host.axios = client({}); host.each = each; host.extend = extend; host.param = param;
  host.globals = { $, jQuery: $, axios: host.axios, Qs: { stringify: (value) => param(value), parse: (text) => Object.fromEntries(new G.URLSearchParams(text)) } };
})
