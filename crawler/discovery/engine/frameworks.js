// Stand-ins for what fills templates: art-template, doT, Mustache, layui and Vue, as far as lists need them.
(function (host) {
  "use strict";
  const G = globalThis, $ = host.jquery, cache = new Map();
  const escaped = (value) => (value == null ? "" : host.escapeHtml(value).replace(/"/g, "&#34;"));
  const compiled = (body, names) => { const key = body + "\n" + names; if (!cache.has(key)) cache.set(key, new host.Function(...names.split(","), body)); return cache.get(key); };
  const scope = (data, more) => new Proxy(data || {}, { has: (all, name) => typeof name === "string" && !/^\$[oes]$/.test(name) && (name in all || (more && name in more) || !(name in G)), get: (all, name) => (name === Symbol.unscopables ? undefined : more && name in more ? more[name] : all[name]) });
  const filled = (body, data, more) => compiled("$s,$e", "$s,$e") && compiled("var $o='';with($s){" + body + "}return $o", "$s,$e")(scope(data, more), escaped);
  const text = (piece) => "$o+=" + JSON.stringify(piece) + ";";
  const parts = (source, form, made) => { let body = "", at = 0; for (const found of source.matchAll(form)) { body += text(source.slice(at, found.index)) + made(found); at = found.index + found[0].length; } return body + text(source.slice(at)); };
  const source = (id) => { const node = host.document.getElementById(id); return node ? node.localName === "textarea" ? node.value : node.textContent : null; };

  // art-template: {{each list as item at}}, {{if}}, {{value | filter}}, and <% %>
  const helpers = {};
  function art(given, data) {
    const words = source(given) !== null ? source(given) : String(given);
    const draw = (values) => {
      if (/<%/.test(words)) return filled(parts(words, /<%([=\-#]?)([^]*?)%>/g, ([, how, code]) => (how === "#" ? "" : how ? "$o+=" + (how === "=" ? "$e" : "") + "(" + code + ");" : code + "\n")), values, helpers);
      return filled(parts(words, /\{\{\s*(#|@)?([^]*?)\s*\}\}/g, ([, raw, code]) => {
        let found;
        if (/^\/(?:each|if)/.test(code)) return code[1] === "e" ? "});" : "}";
        if ((found = /^each\s+(\S+)(?:\s+(?:as\s+)?([\w$]+)(?:\s+([\w$]+))?)?$/.exec(code))) return "$each(" + found[1] + ",function(" + (found[2] || "$value") + "," + (found[3] || "$index") + "){";
        if ((found = /^(else\s+if|if)\s+(.+)$/.exec(code))) return (found[1] === "if" ? "if(" : "}else if(") + found[2] + "){";
        if (code === "else") return "}else{";
        if ((found = /^set\s+(.+)$/.exec(code))) return "var " + found[1] + ";";
        if ((found = /^include\s+'([^']+)'/.exec(code))) return "$o+=" + JSON.stringify(art(found[1], values)) + ";";
        const pipes = code.split(/\s*\|(?!\|)\s*/), value = pipes.slice(1).reduce((made, pipe) => { const [name, given] = pipe.split(/[\s:(](.+)/); return "$filter(" + JSON.stringify(name.trim()) + "," + made + (given ? "," + given.replace(/\)$/, "") : "") + ")"; }, pipes[0]);
        return "$o+=" + (raw ? "(" : "$e(") + value + ");";
      }), values, Object.assign({ $each: (all, visit) => { if (Array.isArray(all)) all.forEach((value, at) => visit(value, at)); else for (const key of Object.keys(all || {})) visit(all[key], key); }, $filter: (name, ...given) => (helpers[name] || G[name] || ((value) => value))(...given) }, helpers));
    };
    return data === undefined ? draw : draw(data);
  }
  const template = (given, data) => { try { return art(given, data); } catch (error) { host.failed(error); return "{Template Error}"; } };
  Object.assign(template, { compile: (words) => art(String(words)), render: (words, data) => art(String(words), data), helper: (name, task) => { helpers[name] = task; }, defaults: { imports: helpers }, config() {} });
  // doT, laytpl, Mustache and Handlebars, underscore
  const dot = (words) => (data) => filled(parts(words, /\{\{([=!~?]{0,2})([^]*?)\}\}/g, ([, how, code]) => {
    const found = /^\s*([^:\s]+)\s*:\s*([\w$]+)\s*(?::\s*([\w$]+))?\s*$/.exec(code);
    if (how === "~") return found ? "(" + found[1] + "||[]).forEach(function(" + found[2] + "," + (found[3] || "$i") + "){" : "});";
    if (how === "?") return code.trim() ? "if(" + code + "){" : "}";
    if (how === "??") return code.trim() ? "}else if(" + code + "){" : "}else{";
    return how ? "$o+=" + (how === "!" ? "$e" : "") + "(" + code + ");" : code + "\n";
  }), { it: data });
  const laid = (words, data) => filled(parts(words, /\{\{\s*([#=\-]?)([^]*?)\}\}/g, ([, how, code]) => (how === "#" || (!how && /^\s*(?:if|for|\}|else|layui\.each|var\b)/.test(code)) ? code + "\n" : "$o+=(" + code + ");")), { d: data });
  const laytpl = (words) => ({ render: (data, done) => { const made = laid(words, data); if (done) done(made); return made; } });
  const mustache = (words, data, above) => {
    const stack = [data, ...(above || [])], look = (path) => { if (path === "." || path === "this") return data; const keys = path.replace(/^this\./, "").split("."); for (const each of stack) if (each != null && typeof each === "object" && keys[0] in each) return keys.reduce((value, key) => (value == null ? value : value[key]), each); return undefined; };
    words = words.replace(/\{\{\s*([#^])\s*(?:each\s+|if\s+|unless\s+)?([\w.@]+)\s*\}\}((?:(?!\{\{\s*[#^])[^]|\{\{\s*[#^][^]*?\{\{\s*\/[^]*?\}\})*?)\{\{\s*\/\s*(?:each|if|unless|\2)\s*\}\}/g, (all, how, path, inner) => {
      const value = look(path);
      const empty = !value || (Array.isArray(value) && !value.length);
      if (how === "^") return empty ? mustache(inner, data, above) : "";
      if (empty) return "";
      return Array.isArray(value) ? value.map((each) => mustache(inner, each, stack)).join("") : mustache(inner, typeof value === "object" ? value : data, stack);
    });
    return words.replace(/\{\{\{\s*([\w.]+)\s*\}\}\}|\{\{\s*(&?)\s*([\w.]+)\s*\}\}/g, (all, raw, plain, path) => { const value = look(raw || path); return value == null ? "" : raw || plain ? String(value) : escaped(typeof value === "function" ? value.call(data) : value); });
  };
  const underscore = (words) => (data) => filled(parts(words, /<%([=\-]?)([^]*?)%>/g, ([, how, code]) => (how ? "$o+=" + (how === "-" ? "$e" : "") + "(" + code + ");" : code + "\n")), data);

  // layui
  const modules = {
    jquery: $, laytpl, element: host.blank(), form: host.blank(), layer: host.blank(), laydate: host.blank(), carousel: host.blank(), util: host.blank(),
    laypage: { render(o) { if (o.jump) host.run(() => o.jump(Object.assign({ curr: o.curr || 1, limit: o.limit || 10, pages: Math.ceil((o.count || 0) / (o.limit || 10)) }, o), true)); } },
    flow: { load(o) { const box = $(o.elem); if (o.done) host.run(() => o.done(1, (html) => box.append(html))); }, lazyimg() {} },
    tree: { render(o) { const box = $(o.elem); const draw = (nodes, to) => { const list = $("<ul></ul>").appendTo(to); for (const node of nodes || []) { const item = $("<li></li>").appendTo(list), link = $("<a></a>").text(node.title).appendTo(item); if (node.href) link.attr("href", node.href); else if (o.click) link.on("click", () => o.click({ data: node, elem: item })); draw(node.children, item); } }; draw(o.data, box); } },
    table: { render(o) {
      const box = $(o.elem), names = Object.assign({ pageName: "page", limitName: "limit" }, o.request), shape = Object.assign({ statusName: "code", statusCode: 0, dataName: "data", countName: "count" }, o.response);
      const draw = (rows) => {
        const table = $("<table class='layui-table'></table>");
        rows.forEach((row, at) => { const line = $("<tr></tr>").appendTo(table); row.LAY_INDEX = at + 1; for (const column of o.cols[o.cols.length - 1]) { if (column.hide) continue; const how = column.templet; let shown = column.type === "numbers" ? at + 1 : row[column.field]; if (typeof how === "function") shown = how(row); else if (typeof how === "string") shown = laid(how[0] === "#" ? source(how.slice(1)) || "" : $(how).html() || how, row); $("<td></td>").html(shown == null ? "" : String(shown)).appendTo(line); } });
        box.next(".layui-table").remove(); box.after(table);
      };
      const load = () => {
        if (!o.url) { draw(o.data || []); return; }
        const fields = o.page ? { [names.pageName]: (o.page && o.page.curr) || 1, [names.limitName]: o.limit || (o.page && o.page.limit) || 10 } : {}, data = Object.assign(fields, o.where), json = /json/.test(o.contentType || "");
        $.ajax({ url: o.url, type: o.method || "get", data: json ? JSON.stringify(data) : data, contentType: o.contentType || "application/x-www-form-urlencoded", headers: o.headers || {}, dataType: "json", success: (got) => { const told = o.parseData ? o.parseData(got) || got : got, rows = String(shape.dataName).split(".").reduce((value, key) => (value == null ? value : value[key]), told); draw(Array.isArray(rows) ? rows : []); if (o.done) o.done(told, 1, told[shape.countName]); } });
      };
      load();
      return { reload: (more) => { Object.assign(o, more); load(); }, config: o };
    }, on() {}, reload() {}, set() {}, cache: {} },
  };
  const layui = { $, jquery: $, use(names, done) { const all = [].concat(typeof names === "function" ? [] : names), task = typeof names === "function" ? names : done; for (const name of all) if (!(name in layui)) layui[name] = modules[name] || host.blank(); host.later(() => task && task(...all.map((name) => layui[name])), 0); return layui; }, each: (all, visit) => host.each(all, visit), define(names, task) { const done = typeof names === "function" ? names : task; layui.use(typeof names === "function" ? [] : names, () => done && done((name, made) => { modules[name] = layui[name] = made; })); return layui; }, config() { return layui; }, extend() { return layui; }, data: () => ({}), url: () => ({ search: Object.fromEntries(new G.URLSearchParams(host.location.search)), hash: {} }), router: () => ({ path: [], search: {} }), cache: {}, device: () => ({}), link() {}, img() {} };
  Object.assign(layui, modules);

  // Vue, second and third kind: data, computed values, methods and the templates of a page; drawn anew whenever the page is at rest.
  const living = [];
  const ref = (value) => ({ value, __ref: true });
  const unref = (value) => (value && value.__ref ? value.value : value);
  let mounting = null;
  const hooks = (name) => (task) => { if (mounting) (mounting._late[name] || (mounting._late[name] = [])).push(task); else host.later(task, 0); };
  const once = (task, self, ...given) => { const made = typeof task === "function" ? host.run(() => task.apply(self, given)) : undefined; if (made && made.catch) made.catch(host.failed); return made; };
  function instance(options, props, parent) {
    const own = Object.create(null), vm = {};
    const self = new Proxy(vm, {
      get: (all, name) => (name === Symbol.unscopables ? undefined : name in own ? (own[name] && own[name].__ref ? own[name].value : own[name] && own[name].__get ? own[name].__get() : own[name]) : name in all ? all[name] : options.globals && name in options.globals ? options.globals[name] : undefined),
      set: (all, name, value) => { if (own[name] && own[name].__ref) own[name].value = value; else if (own[name] && own[name].__get) { if (own[name].__set) own[name].__set(value); } else own[name] = value; const watch = options.watch && options.watch[name]; if (watch && vm._mounted) host.later(() => once(typeof watch === "function" ? watch : watch.handler, self, value), 0); return true; },
      has: (all, name) => typeof name === "string" && (name in own || name in all || (options.globals && name in options.globals) || !(name in G)),
    });
    Object.assign(vm, { $options: options, $props: props, $parent: parent, $root: parent ? parent.$root : self, $refs: {}, $el: null, $http: host.axios, $axios: host.axios, $route: route(), $router: { push: go, replace: go, go() {}, back() {}, resolve: (to) => ({ href: hrefOf(to) }) }, $emit(name, ...given) { const heard = (vm._heard || {})[name]; if (heard) heard(...given); }, $on() {}, $off() {}, $once() {}, $set: (all, key, value) => { all[key] = value; }, $delete: (all, key) => { delete all[key]; }, $nextTick: (task) => { if (task) host.later(() => task.call(self), 0); return Promise.resolve(); }, $forceUpdate() {}, $watch() {}, $mount(el) { mount(self, el); return self; }, $message: host.blank(), $store: options.store || (parent && parent.$store), $filters: {}, _late: {} });
    for (const name of Object.keys(props || {})) own[name] = props[name];
    const declared = options.props;
    if (declared && !Array.isArray(declared)) for (const name of Object.keys(declared)) if (!(name in own) && declared[name] && declared[name].default !== undefined) own[name] = typeof declared[name].default === "function" ? declared[name].default() : declared[name].default;
    for (const mixin of options.mixins || []) for (const part of ["methods", "computed"]) options[part] = Object.assign({}, mixin[part], options[part]);
    for (const name of Object.keys(options.methods || {})) own[name] = options.methods[name].bind(self);
    for (const name of Object.keys(options.computed || {})) { const given = options.computed[name]; own[name] = { __get: (typeof given === "function" ? given : given.get).bind(self), __set: given.set && given.set.bind(self) }; }
    if (options.setup) { mounting = vm; const made = host.run(() => options.setup(props || {}, { emit: vm.$emit, attrs: {}, slots: {}, expose() {} })); mounting = null; const take = (all) => { if (all && typeof all === "object") for (const name of Object.keys(all)) own[name] = all[name]; }; if (made && made.then) made.then(take, host.failed); else if (typeof made === "function") vm._render = made; else take(made); }
    const data = typeof options.data === "function" ? host.run(() => options.data.call(self, self)) : options.data;
    for (const mixin of options.mixins || []) { const more = typeof mixin.data === "function" ? host.run(() => mixin.data.call(self, self)) : mixin.data; for (const name of Object.keys(more || {})) own[name] = more[name]; }
    for (const name of Object.keys(data || {})) own[name] = data[name];
    vm.$data = own; vm._own = own;
    for (const mixin of options.mixins || []) { once(mixin.created, self); }
    once(options.beforeCreate, self); once(options.created, self);
    return self;
  }
  function mount(self, el) {
    const node = typeof el === "string" ? host.select(el, host.document)[0] : el, options = self.$options;
    if (!node || self._mounted) return;
    self.$data; const words = options.template ? (options.template[0] === "#" ? source(options.template.slice(1)) : options.template) : node.innerHTML;
    const raw = Reflect.get(self, "$options");
    raw._template = words; raw._node = node; raw._self = self;
    self.$el;
    living.push({ self, node, words, options });
    Reflect.set(options, "_mounted", true);
    once(options.beforeMount, self); once(options.mounted, self);
    for (const mixin of options.mixins || []) once(mixin.mounted, self);
    for (const task of [...(self._late.mounted || [])]) once(task, self);
  }
  const value = (code, self, more) => { try { return compiled("with($s){return (" + code + "\n)}", "$s")(new Proxy(self, { has: (all, name) => typeof name === "string" && ((more && name in more) || name in all), get: (all, name) => (name === Symbol.unscopables ? undefined : more && name in more ? more[name] : unref(all[name])), set: (all, name, given) => { if (more && name in more) more[name] = given; else all[name] = given; return true; } })); } catch (error) { host.failed(error); return undefined; } };
  const filtered = (code, self, more) => { const pipes = code.split(/(?<!\|)\|(?!\|)/); let made = value(pipes[0], self, more); for (const pipe of pipes.slice(1)) { const found = /^\s*([\w$]+)\s*(?:\(([^]*)\))?\s*$/.exec(pipe), task = found && ((self.$options.filters || {})[found[1]] || filters[found[1]]); if (task) made = host.run(() => task.call(self, made, ...(found[2] ? value("[" + found[2] + "]", self, more) || [] : []))); } return made; };
  const filters = {}, components = {};
  host.vueFilters = filters;
  host.living = (scope, node) => { const self = new Proxy(scope, { get: (all, name) => (name === "$options" ? all._options || (all._options = { filters: {} }) : all[name]) }); living.push({ self, node, words: node.innerHTML }); };
  const looped = (all) => (typeof all === "number" ? Array.from({ length: Math.min(all, 1000) }, (each, at) => [at + 1, at]) : Array.isArray(all) ? all.slice(0, 2000).map((each, at) => [each, at]) : all && typeof all === "object" ? Object.keys(all).map((key, at) => [all[key], key, at]) : []);
  const hyphened = (name) => name.replace(/\B[A-Z]/g, "-$&").toLowerCase();
  function drawn(node, self, more, into, depth) {
    if (depth > 60) return;
    if (node.nodeType === 3) { into.appendChild(new host.Text(node.data.replace(/\{\{([^]*?)\}\}/g, (all, code) => { const made = filtered(code, self, more); return made == null ? "" : typeof made === "object" ? JSON.stringify(made) : String(made); }))); return; }
    if (node.nodeType !== 1) return;
    const loop = node.getAttribute("v-for");
    if (loop && !node._looping) {
      const found = /^\s*(?:\(\s*)?([^()]*?)(?:\s*\))?\s+(?:in|of)\s+([^]+)$/.exec(loop);
      if (!found) return;
      const names = /^\s*\{/.test(found[1]) ? [found[1]] : found[1].split(",").map((name) => name.trim());
      for (const each of looped(value(found[2], self, more))) { const inner = Object.assign(Object.create(null), more); if (names[0][0] === "{") { for (const key of names[0].replace(/[{}\s]/g, "").split(",")) inner[key] = (each[0] || {})[key]; } else names.forEach((name, at) => { inner[name] = each[at]; }); node._looping = true; drawn(node, self, inner, into, depth + 1); node._looping = false; }
      return;
    }
    const test = node.getAttribute("v-if"), other = node.getAttribute("v-else-if");
    if (test !== null || other !== null || node.hasAttribute("v-else")) {
      const box = into._chain || {};
      if (test !== null) box.met = false;
      const met = test !== null ? !!value(test, self, more) : !box.met && (other === null || !!value(other, self, more));
      box.met = box.met || met; into._chain = box;
      if (!met) return;
    }
    const name = node.localName;
    if (name === "template" || name === "transition" || name === "keep-alive" || name === "el-row" || name === "suspense") { const box = name === "template" ? markup(node.textContent) : node.childNodes; for (const child of box) drawn(child, self, more, into, depth + 1); return; }
    const known = find(self.$options.components, name) || find(components, name);
    if (known) { const props = {}; for (const [key, code] of node._attributes) if (/^(?::|v-bind:)/.test(key)) props[spelled(known, key.replace(/^(?::|v-bind:)/, ""))] = value(code, self, more); else if (!/^(?:v-|@|#)/.test(key)) props[spelled(known, key)] = code; child(node, known, props, self, into, depth); return; }
    if (name === "router-view") { const shown = routed(self); if (shown) child(node, shown.component, shown.props, self, into, depth); return; }
    const made = new host.Element(name === "router-link" ? "a" : name);
    for (const [key, code] of node._attributes) {
      if (/^v-(?:for|if|else|else-if|cloak|once|pre|slot|show|loading)/.test(key) || key === "key" || key === ":key" || key === "v-bind:key") continue;
      if (key === "v-text") made.textContent = String(filtered(code, self, more) ?? "");
      else if (key === "v-html") made.innerHTML = String(filtered(code, self, more) ?? "");
      else if (key === "v-model") made.value = value(code, self, more) ?? "";
      else if (/^(?:@|v-on:)/.test(key)) { const kind = key.replace(/^(?:@|v-on:)/, "").split(".")[0]; made.addEventListener(kind, (event) => { const task = /^[\w$.]+$/.test(code.trim()) ? value(code, self, more) : null; if (typeof task === "function") task(event); else run(code, self, Object.assign(Object.create(null), more, { $event: event })); }); if (/\.prevent/.test(key)) made.setAttribute("onclick_", ""); }
      else if (/^(?::|v-bind:)/.test(key)) { const attribute = key.replace(/^(?::|v-bind:)/, "").split(".")[0], given = filtered(code, self, more); if (name === "router-link" && attribute === "to") made.setAttribute("href", hrefOf(given)); else if (given != null && given !== false && typeof given !== "object" && typeof given !== "function") made.setAttribute(attribute, given === true ? "" : given); }
      else if (key === "v-bind") { const all = value(code, self, more); for (const each of Object.keys(all || {})) made.setAttribute(each, all[each]); }
      else if (name === "router-link" && key === "to") made.setAttribute("href", hrefOf(code));
      else made.setAttribute(key, code);
    }
    into.appendChild(made);
    if (node.hasAttribute("v-text") || node.hasAttribute("v-html")) return;
    if (name === "script" || name === "style") { made._markup = true; return; }
    for (const each of node.childNodes) drawn(each, self, more, made, depth + 1);
  }
  const run = (code, self, more) => { try { compiled("with($s){" + code + "\n}", "$s")(new Proxy(self, { has: (all, name) => typeof name === "string" && ((more && name in more) || name in all), get: (all, name) => (name === Symbol.unscopables ? undefined : more && name in more ? more[name] : all[name]), set: (all, name, given) => { all[name] = given; return true; } })); } catch (error) { host.failed(error); } };
  const find = (all, name) => { for (const key of Object.keys(all || {})) if (key.toLowerCase() === name || hyphened(key) === name) return all[key]; return null; };
  const spelled = (known, key) => { const names = Array.isArray(known.props) ? known.props : Object.keys(known.props || {}); return names.find((name) => name.toLowerCase() === key.replace(/-/g, "").toLowerCase()) || key; };
  function child(node, options, props, parent, into, depth) {
    const keep = parent.$options._children || (parent.$options._children = new Map()), key = JSON.stringify([options.name || options.template || "", props]);
    if (!keep.has(key) && keep.size < 300) { const made = instance(Object.assign({}, options), props, parent); keep.set(key, made); once(options.beforeMount, made); once(options.mounted, made); for (const task of [...(made._late.mounted || [])]) once(task, made); }
    const self = keep.get(key);
    if (!self) return;
    if (options.template) for (const each of markup(options.template[0] === "#" ? source(options.template.slice(1)) || "" : options.template)) drawn(each, self, null, into, depth + 1);
  }
  const markup = (words) => { const box = new host.DocumentFragment(); host.parse(words, box); return box.childNodes; };
  host.settle = () => {
    for (const each of living) host.run(() => {
      const box = new host.DocumentFragment();
      for (const node of markup(each.words)) drawn(node, each.self, null, box, 0);
      each.node.replaceChildren(...[...box.childNodes]);
    });
  };

  // vue-router
  let routes = [], hashed = true;
  const route = () => {
    const whole = hashed ? host.location.hash.slice(1) || "/" : host.location.pathname + host.location.search, [path, query] = whole.split("?");
    const look = (all, base) => { for (const each of all || []) { const full = each.path[0] === "/" ? each.path : base.replace(/\/$/, "") + "/" + each.path, names = [], form = new RegExp("^" + full.replace(/\/:([\w]+)(?:\([^)]*\))?(\??)/g, (given, name, may) => { names.push(name); return may ? "(?:/([^/]+))?" : "/([^/]+)"; }).replace(/\*$/, ".*") + "/?$"), found = form.exec(path), below = look(each.children, full); if (below) return { ...below, matched: [each, ...below.matched] }; if (found) return { matched: [each], params: Object.fromEntries(names.map((name, at) => [name, found[at + 1]])) }; } return null; };
    const found = look(routes, "/") || { matched: [], params: {} };
    return { path, fullPath: whole, query: Object.fromEntries(new G.URLSearchParams(query || "")), params: found.params, matched: found.matched, hash: "", name: (found.matched[found.matched.length - 1] || {}).name, meta: {} };
  };
  const hrefOf = (to) => { if (typeof to === "string") return (hashed ? "#" : "") + to; if (!to) return ""; let path = to.path || ""; if (to.name) { const named = (all, base) => { for (const each of all || []) { const full = each.path[0] === "/" ? each.path : base.replace(/\/$/, "") + "/" + each.path; if (each.name === to.name) return full; const below = named(each.children, full); if (below) return below; } return ""; }; path = named(routes, "/"); } for (const key of Object.keys(to.params || {})) path = path.replace(":" + key, encodeURIComponent(to.params[key])); const query = new G.URLSearchParams(to.query || {}).toString(); return (hashed ? "#" : "") + path + (query ? "?" + query : ""); };
  const go = (to) => { host.location.href = hrefOf(to); return Promise.resolve(); };
  const routed = (self) => { const now = route(), depth = self._depth || 0, found = now.matched[depth]; if (!found || !found.component) return null; let component = found.component; if (typeof component === "function") { const made = found._made || (found._made = { got: null }); if (!made.asked) { made.asked = true; const got = component(); if (got && got.then) got.then((given) => { made.got = given.default || given; }); } component = made.got; } return component ? { component, props: found.props === true ? now.params : typeof found.props === "object" ? found.props : {} } : null; };
  const router = (options, plain) => { routes = options.routes || []; hashed = !plain && options.mode !== "history"; return { install() {}, push: go, replace: go, beforeEach() {}, afterEach() {}, onError() {}, isReady: () => Promise.resolve(), get currentRoute() { return { value: route() }; }, options }; };
  function Vue(options) { const made = instance(Object.assign({}, options, { globals: Vue.prototype }), options.propsData || {}, null); if (options.el) mount(made, options.el); return made; }
  const app = (options) => { const made = { config: { globalProperties: {}, errorHandler: null, compilerOptions: {} }, use() { return made; }, component(name, given) { if (given) components[name] = given; return made; }, directive() { return made; }, mixin() { return made; }, provide() { return made; }, mount(el) { const self = instance(Object.assign({}, options, { globals: made.config.globalProperties }), {}, null); mount(self, el); return self; }, unmount() {} }; return made; };
  const observe = (get, task, options) => { if (options && options.immediate) host.later(() => task(typeof get === "function" ? get() : unref(get)), 0); return () => {}; };
  Object.assign(Vue, { config: { productionTip: false, devtools: false, silent: true }, use() { return Vue; }, component: (name, given) => { if (given) components[name] = given; return given || components[name]; }, filter: (name, task) => { filters[name] = task; }, directive() {}, mixin() {}, extend: (options) => function (more) { return new Vue(Object.assign({}, options, more)); }, set: (all, key, given) => { all[key] = given; }, delete: (all, key) => { delete all[key]; }, nextTick: (task) => { if (task) host.later(task, 0); return Promise.resolve(); }, observable: (all) => all, version: "2.7.0", createApp: app, ref, reactive: (all) => all, shallowRef: ref, shallowReactive: (all) => all, readonly: (all) => all, toRefs: (all) => Object.fromEntries(Object.keys(all).map((key) => [key, { __ref: true, get value() { return all[key]; }, set value(given) { all[key] = given; } }])), toRef: (all, key) => ({ __ref: true, get value() { return all[key]; }, set value(given) { all[key] = given; } }), unref, isRef: (each) => !!(each && each.__ref), computed: (given) => ({ __ref: true, get value() { return (given.get || given)(); }, set value(each) { if (given.set) given.set(each); } }), watch: observe, watchEffect: (task) => host.later(task, 0), onMounted: hooks("mounted"), onBeforeMount: hooks("mounted"), onCreated: hooks("mounted"), onUnmounted() {}, onBeforeUnmount() {}, onUpdated() {}, inject: () => undefined, provide() {}, getCurrentInstance: () => ({ proxy: {}, appContext: { config: { globalProperties: {} } } }), defineComponent: (given) => given, h: () => null });
  const VueRouter = function (options) { return router(options); };
  Object.assign(VueRouter, { createRouter: (options) => router(options, options.history === "plain"), createWebHashHistory: () => "hash", createWebHistory: () => "plain", useRoute: route, useRouter: () => ({ push: go, replace: go, currentRoute: { value: route() } }), install() {} });

  Object.assign(host.globals, { template, doT: { template: dot, compile: dot }, laytpl, Mustache: { render: (words, data) => mustache(words, data) }, Handlebars: { compile: (words) => (data) => mustache(words, data), registerHelper() {} }, juicer: Object.assign((words, data) => art(words, data), { register() {} }), layui, Vue, VueRouter, Vuex: { Store: function (options) { const made = { state: typeof options.state === "function" ? options.state() : options.state || {}, getters: {}, commit: (name, given) => once((options.mutations || {})[name], null, made.state, given), dispatch: (name, given) => Promise.resolve(once((options.actions || {})[name], null, made, given)) }; return made; }, mapState: () => ({}), mapGetters: () => ({}), mapActions: () => ({}), mapMutations: () => ({}) }, _: { template: underscore, each: (all, visit) => { host.each(all, (key, item) => visit(item, key)); }, map: (all, visit) => Array.from(all || []).map(visit), debounce: (task) => task, throttle: (task) => task, cloneDeep: (given) => JSON.parse(JSON.stringify(given)), get: (all, path, other) => { const got = String(path).split(".").reduce((each, key) => (each == null ? each : each[key]), all); return got === undefined ? other : got; } } });
  // zTree: nodes given or asked for, each drawn as a link that calls what a click calls.
  const trees = {};
  $.fn.zTree = {
    init(box, setting, nodes) {
      const s = setting || {}, keys = Object.assign({ name: "name", children: "children", url: "url" }, (s.data || {}).key), simple = Object.assign({ idKey: "id", pIdKey: "pId" }, (s.data || {}).simpleData), id = box.attr("id") || "", back = s.callback || {}, all = [];
      const draw = (list, to) => { for (const node of list) { all.push(node); const item = $("<li></li>").appendTo(to), link = $("<a></a>").text(node[keys.name]).attr("title", node[keys.name]).appendTo(item); if (node[keys.url]) link.attr("href", node[keys.url]).attr("target", node.target || null); else link.attr("href", "#"); link.on("click", (event) => { if (back.beforeClick && back.beforeClick(id, node) === false) return; if (back.onClick) back.onClick(event, id, node, 1); if (asked && node.isParent && !node[keys.children]) ask(node, item); }); const below = node[keys.children]; if (below && below.length) { node.isParent = true; draw(below, $("<ul></ul>").appendTo(item)); } } };
      const grown = (list) => { if (!simple.enable) return list; const by = new Map(list.map((node) => [String(node[simple.idKey]), node])), roots = []; for (const node of list) { const above = by.get(String(node[simple.pIdKey])); if (above && above !== node) { (above[keys.children] = above[keys.children] || []).push(node); node.getParentNode = () => above; } else { roots.push(node); node.getParentNode = node.getParentNode || (() => null); } } return roots; };
      const async_ = s.async || {}, asked = !!async_.enable;
      const ask = (node, to) => { const sent = {}; for (const pair of [].concat(async_.autoParam || [])) { const [from, as] = pair.split("="); if (node) sent[as || from] = node[from]; } const more = async_.otherParam; if (Array.isArray(more)) for (let at = 0; at + 1 < more.length; at += 2) sent[more[at]] = more[at + 1]; else Object.assign(sent, typeof more === "function" ? more(id, node) : more); $.ajax({ url: typeof async_.url === "function" ? async_.url(id, node) : async_.url, type: async_.type || "post", contentType: async_.contentType, data: /json/.test(async_.contentType || "") ? JSON.stringify(sent) : sent, dataType: async_.dataType || "json", success: (got) => { const list = async_.dataFilter ? async_.dataFilter(id, node, got) : got; draw(grown(Array.isArray(list) ? list : []), node ? $("<ul></ul>").appendTo(to) : box); if (back.onAsyncSuccess) back.onAsyncSuccess(null, id, node, got); } }); };
      const tree = { setting: s, getNodes: () => all, getSelectedNodes: () => [], transformToArray: () => all, getNodeByParam: (key, given) => all.find((node) => String(node[key]) === String(given)) || null, getNodesByParam: (key, given) => all.filter((node) => String(node[key]) === String(given)), getNodeByTId: () => null, expandAll() {}, expandNode() {}, selectNode() {}, cancelSelectedNode() {}, reAsyncChildNodes() {}, refresh() {}, updateNode() {}, getNodesByFilter: (test) => all.filter(test) };
      trees[id] = tree; box.empty();
      if (nodes) draw(grown([].concat(nodes)), box); else if (asked) ask(null, box);
      return tree;
    }, getZTreeObj: (id) => trees[id] || null, destroy() {}, consts: {}, _z: host.blank(),
  };
  // Files by whose name one of these stand-ins is as good: they are not asked for.
  const FILES = host.files_ = [[/(?:^|[\/._-])jquery(?:[-.]?\d[\d.]*)?(?:[.-](?:min|slim|pack|migrate))*(?:[-.]?\d[\d.]*)?(?:\.min)?\.js$/i, ["$", "jQuery"]], [/(?:^|\/)jquery-migrate[^\/]*\.js$/i, []], [/(?:^|\/)axios(?:[.-]?\d[\d.]*)?(?:\.min)?\.js$/i, ["axios"]], [/(?:^|\/)vue(?:[.-]?\d[\d.]*)?(?:[.-](?:global|prod|runtime|esm|browser))*(?:[.-]min)?\.js$/i, ["Vue"]], [/(?:^|\/)vue-router[^\/]*\.js$/i, ["VueRouter"]], [/(?:^|\/)vuex[^\/]*\.js$/i, ["Vuex"]], [/(?:^|\/)layui(?:\.all|\.min)*\.js$/i, ["layui"]], [/(?:^|\/)(?:art-?)?template(?:-web|-native|-debug|\.min)*\.js$/i, ["template"]], [/(?:^|\/)laytpl[^\/]*\.js$/i, ["laytpl"]], [/(?:^|\/)dot(?:\.min)?\.js$/i, ["doT"]], [/(?:^|\/)mustache(?:\.min)?\.js$/i, ["Mustache"]], [/(?:^|\/)handlebars[^\/]*\.js$/i, ["Handlebars"]], [/(?:^|\/)qs(?:\.min)?\.js$/i, ["Qs"]], [/(?:^|\/)(?:underscore|lodash)(?:[.-]min)?\.js$/i, ["_"]], [/(?:^|\/)juicer[^\/]*\.js$/i, ["juicer"]], [/(?:^|[\/._-])z-?tree[^\/]*\.js$/i, []],
    [/(?:^|[\/._-])(?:swiper|superslide|bootstrap|echarts|qrcode|share|social-share|laydate|wdatepicker|respond|html5shiv|html5|ie8|placeholder|lazyload|wow|animate|ckplayer|video|player|hls|polyfill|babel|modernizr|json2|es6-promise|slick|owl|flexslider|fancybox|nicescroll|mcustomscrollbar|canvas|analytics|tongji|statistic\w*|counter|accessib\w*|wza|aria|simple2tradit\w*|jquery-ui|datepicker|toastr|sweetalert|layer)[^\/]*\.js$/i, []]];
  host.provided = (url) => {
    const path = String(url).split(/[?#]/)[0];
    const found = FILES.find((each) => each[0].test(path));
    if (!found) return null;
    for (const name of found[1]) if (!(name in G) || G[name] === undefined) Object.defineProperty(G, name, { value: host.globals[name], writable: true, configurable: true });
    return true;
  };
})
