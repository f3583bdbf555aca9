// Stand-ins for tables that ask for their rows themselves (bootstrap-table, DataTables, easyui's datagrid), and for AngularJS.
(function (host) {
  "use strict";
  const G = globalThis, $ = host.jquery;
  const at = (value, path) => (path == null || path === "" ? value : String(path).split(".").reduce((each, key) => (each == null ? each : each[key]), value));
  const shown = (how, ...given) => (typeof how === "function" ? host.run(() => how(...given)) : typeof how === "string" && typeof G[how] === "function" ? host.run(() => G[how](...given)) : given[0]);
  const draw = (box, rows) => {
    const table = box[0] && box[0].localName === "table" ? box : $("<table></table>").appendTo(box), body = $("<tbody></tbody>");
    table.find("tbody").remove();
    table.append(body);
    for (const cells of rows) { const line = $("<tr></tr>"); for (const cell of cells) { const made = $("<td></td>"); if (cell && cell._set) made.append(cell); else made.html(cell == null ? "" : String(cell)); line.append(made); } body.append(line); }
  };
  const given = (node) => { const all = {}; for (const name of node ? node.getAttributeNames() : []) if (name.startsWith("data-")) all[name.slice(5).replace(/-([a-z])/g, (whole, letter) => letter.toUpperCase())] = $(node).data(name.slice(5)); return all; };
  const heads = (box) => box.find("thead tr").last().find("th").toArray().map((node) => Object.assign({ title: node.textContent }, given(node)));
  const called = (how, ...more) => (typeof how === "string" && typeof G[how] === "function" ? G[how](...more) : typeof how === "function" ? how(...more) : undefined);

  // bootstrap-table
  $.fn.bootstrapTable = function (options) {
    if (typeof options === "string") { if (options === "refresh" && this[0] && this[0]._load) this[0]._load(arguments[1] || {}); return this; }
    const box = this, o = Object.assign({ method: "get", pageNumber: 1, pageSize: 10, totalField: "total", dataField: "rows", queryParamsType: "limit", contentType: "application/json" }, given(box[0]), options);
    const columns = o.columns ? (Array.isArray(o.columns[0]) ? o.columns[o.columns.length - 1] : o.columns) : heads(box);
    const fill = (rows) => draw(box, rows.map((row, place) => columns.map((column) => (column.radio || column.checkbox ? "" : shown(column.formatter, at(row, column.field), row, place, column.field)))));
    const load = (more) => {
      const server = o.sidePagination === "server", first = (o.pageNumber - 1) * o.pageSize;
      let data = server || o.pagination ? (o.queryParamsType === "limit" ? { search: undefined, sort: o.sortName, order: o.sortOrder, offset: first, limit: o.pageSize } : { searchText: "", sortName: o.sortName, sortOrder: o.sortOrder, pageSize: o.pageSize, pageNumber: o.pageNumber }) : {};
      const told = called(o.queryParams, data);
      data = Object.assign({}, told === undefined ? data : told, more.query);
      for (const name of Object.keys(data)) if (data[name] === undefined) delete data[name];
      const take = (got) => { const answer = o.responseHandler ? called(o.responseHandler, got) || got : got; fill(Array.isArray(answer) ? answer : at(answer, o.dataField) || []); if (o.onLoadSuccess) called(o.onLoadSuccess, answer); };
      if (o.ajax) called(o.ajax, { url: o.url, data, success: take, error() {} });
      else if (o.url) $.ajax({ url: o.url, type: o.method, data: /json/.test(o.contentType) && /post/i.test(o.method) ? JSON.stringify(data) : data, contentType: o.contentType, dataType: "json", success: take });
      else fill(o.data || []);
    };
    if (box[0]) { box[0]._load = load; load({}); }
    return this;
  };
  host.tables = () => { $("[data-toggle=table]").each(function () { if (!this._load) $(this).bootstrapTable({}); }); $(".easyui-datagrid").each(function () { if (!this._load) $(this).datagrid({}); }); };

  // DataTables
  $.fn.DataTable = $.fn.dataTable = function (options) {
    const box = this, o = options || {}, ajax = typeof o.ajax === "string" ? { url: o.ajax } : o.ajax || (o.sAjaxSource ? { url: o.sAjaxSource } : null);
    const columns = o.columns || o.aoColumns || heads(box).map(() => ({})), size = o.pageLength || o.iDisplayLength || 10;
    (o.columnDefs || []).forEach((def) => [].concat(def.targets).forEach((place) => { if (columns[place]) columns[place] = Object.assign({}, columns[place], def); }));
    const fill = (rows) => draw(box, rows.map((row, place) => columns.map((column, number) => { const value = column.data === null ? row : at(row, column.data === undefined ? number : column.data); return typeof column.render === "function" ? host.run(() => column.render(value, "display", row, { row: place, col: number })) : value; })));
    const load = () => {
      if (!ajax) { if (o.data) fill(o.data); return; }
      let data = o.serverSide ? { draw: 1, columns: columns.map((column, number) => ({ data: column.data === undefined ? number : column.data, name: column.name || "", searchable: true, orderable: column.orderable !== false, search: { value: "", regex: false } })), start: 0, length: size, search: { value: "", regex: false } } : {};
      if (typeof ajax.data === "function") data = ajax.data(data) || data; else Object.assign(data, ajax.data);
      const take = (got) => fill((typeof ajax.dataSrc === "function" ? ajax.dataSrc(got) : at(got, ajax.dataSrc === undefined ? "data" : ajax.dataSrc)) || []);
      if (typeof o.ajax === "function") o.ajax(data, take, o); else $.ajax(Object.assign({}, ajax, { type: ajax.type || ajax.method || "GET", data, dataType: "json", success: take }));
    };
    load();
    const api = { ajax: { reload: load, url: (url) => { ajax.url = url; return { load }; } }, draw: load, on: () => api, columns: () => api, search: () => api, page: { info: () => ({ page: 0, pages: 1 }) }, row: () => ({ data: () => ({}) }) };
    return api;
  };

  // easyui
  $.fn.datagrid = function (what, more) {
    const box = this, node = box[0];
    if (!node) return this;
    if (typeof what === "string") { if ((what === "load" || what === "reload") && node._load) node._load(more); return this; }
    let o = Object.assign({ method: "post", pageNumber: 1, pageSize: 10 }, what);
    const declared = node.getAttribute("data-options");
    if (declared) o = Object.assign(host.run(() => new host.Function("return {" + declared + "}")()) || {}, o, what);
    const columns = o.columns ? o.columns[o.columns.length - 1] : box.find("th").toArray().map((each) => Object.assign({ field: each.getAttribute("field") }, host.run(() => new host.Function("return {" + (each.getAttribute("data-options") || "") + "}")())));
    node._load = (sent) => {
      const take = (got) => { const answer = o.loadFilter ? o.loadFilter.call(node, got) : got; draw(box, (Array.isArray(answer) ? answer : (answer || {}).rows || []).map((row, place) => columns.map((column) => (column.formatter ? host.run(() => column.formatter(row[column.field], row, place)) : row[column.field])))); if (o.onLoadSuccess) host.run(() => o.onLoadSuccess.call(node, answer)); };
      const data = Object.assign({}, sent || o.queryParams, o.pagination ? { page: o.pageNumber, rows: o.pageSize } : {});
      if (o.url || node.getAttribute("url")) $.ajax({ url: o.url || node.getAttribute("url"), type: o.method, data, dataType: "json", success: take }); else if (o.data) take(o.data);
    };
    node._load();
    return this;
  };

  // AngularJS: scopes are told to the templates of the other stand-in.
  const modules = new Map();
  const module = (name) => {
    if (modules.has(name)) return modules.get(name);
    const kept = { controllers: {}, makers: {}, runs: [], filters: {} }, self = { kept, name, requires: [] };
    const put = (where) => (key, made) => { if (typeof key === "object") Object.assign(where, key); else where[key] = made; return self; };
    Object.assign(self, { controller: put(kept.controllers), factory: (key, made) => { kept.makers[key] = { made }; return self; }, service: (key, made) => { kept.makers[key] = { made, fresh: true }; return self; }, provider: () => self, value: (key, made) => { kept.makers[key] = { value: made }; return self; }, constant: (key, made) => self.value(key, made), filter: put(kept.filters), directive: () => self, component: () => self, config: () => self, run: (made) => { kept.runs.push(made); return self; } });
    modules.set(name, self);
    return self;
  };
  const http = (config) => { const made = host.axios(Object.assign({}, config)); made.success = (task) => { made.then((got) => task(got.data, got.status)); return made; }; made.error = (task) => { made.catch(task); return made; }; return made; };
  for (const method of ["get", "delete"]) http[method] = (url, config) => http(Object.assign({ method, url }, config));
  for (const method of ["post", "put"]) http[method] = (url, data, config) => http(Object.assign({ method, url, data }, config));
  http.jsonp = (url, config) => { const made = $.Deferred(); $.ajax({ url: url.replace("JSON_CALLBACK", "?"), data: (config || {}).params, dataType: "jsonp", jsonp: (config || {}).jsonpCallbackParam, success: (data) => made.resolve({ data }) }); return made.promise(); };
  http.defaults = { headers: { common: {}, post: {} } };
  const parsed = (task) => { const found = /^(?:async\s*)?(?:function\s*[\w$]*)?\s*\(([^)]*)\)|^class[^{]*\{[^]*?constructor\s*\(([^)]*)\)/.exec(String(task)); return ((found && (found[1] || found[2])) || "").split(",").map((each) => each.trim()).filter(Boolean); };
  const services = {
    $http: http, $q: Object.assign((task) => new Promise(task), { defer: () => { const made = {}; made.promise = new Promise((done, failed) => { made.resolve = done; made.reject = failed; }); return made; }, when: (value) => Promise.resolve(value), all: (all) => Promise.all(all) }), $timeout: (task, wait) => host.later(task, wait), $interval: (task, wait) => host.later(task, wait, wait), $window: G, $document: $(host.document), $log: host.blank(), $sce: { trustAsHtml: (text) => text, trustAsResourceUrl: (text) => text },
    $location: { search: () => Object.fromEntries(new G.URLSearchParams(host.location.search)), path: () => host.location.hash.slice(1), absUrl: () => host.location.href, url: () => host.location.hash.slice(1), hash: () => "" }, $filter: (name) => host.vueFilters[name] || ((value) => value), $compile: () => () => {}, $routeParams: {}, $stateParams: {}, $httpParamSerializer: host.param, $httpParamSerializerJQLike: host.param,
  };
  const inject = (task, own, kept) => {
    const list = Array.isArray(task) ? task : [...(task.$inject || parsed(task)), task], made = list[list.length - 1];
    return [made, list.slice(0, -1).map((name) => { if (name in own) return own[name]; if (name in services) return services[name]; const maker = kept.makers[name]; if (!maker) return host.blank(); if (!("value" in maker)) { const [task_, given_] = inject(maker.made, own, kept); maker.value = maker.fresh ? new task_(...given_) : task_(...given_); } return maker.value; })];
  };
  const NAMES = { "ng-repeat": "v-for", "ng-if": "v-if", "ng-show": "v-if", "ng-bind": "v-text", "ng-bind-html": "v-html", "ng-click": "@click", "ng-href": ":href", "ng-src": ":src" };
  const text = (words) => words.replace(/\|\s*(\w+)\s*:\s*([^|}]+?)(?=\s*(?:\||\}\}|$))/g, "| $1($2)").replace(/::/g, "");
  const spelled = (words) => "`" + text(words).replace(/`/g, "").replace(/\{\{/g, "${").replace(/\}\}/g, "}") + "`";
  const turned = (node) => {
    for (const [name, value] of [...node._attributes]) { const to = NAMES[name.replace(/^data-/, "")]; if (!to) continue; node.removeAttribute(name); node.setAttribute(to, to === "v-for" ? value.replace(/\s+track by .*$/, "").replace(/\|.*$/, "") : to[0] === ":" ? spelled(value) : text(value)); }
    for (const [name, value] of [...node._attributes]) if (value.includes("{{") && !/^(?:v-|@|:)/.test(name)) { node.removeAttribute(name); node.setAttribute(":" + name, spelled(value)); }
    for (const child of node.childNodes) if (child.nodeType === 3) child.data = text(child.data); else if (child.nodeType === 1) turned(child);
  };
  host.angular = () => {
    for (const root of host.document.querySelectorAll("[ng-app],[data-ng-app]")) start(root, module(root.getAttribute("ng-app") || root.getAttribute("data-ng-app") || "ng"));
  };
  const start = (root, own) => {
    if (root._started) return;
    root._started = true;
    const kept = { makers: {}, filters: {}, controllers: {} };
    const gather = (name) => { const each = modules.get(name); if (each) for (const part of Object.keys(kept)) Object.assign(kept[part], each.kept[part]); };
    (own.requires || []).forEach(gather); gather(own.name);
    for (const name of Object.keys(kept.filters)) { const [task, given_] = inject(kept.filters[name], {}, kept); host.vueFilters[name] = host.run(() => task(...given_)); }
    for (const node of root.hasAttribute("ng-controller") ? [root] : root.querySelectorAll("[ng-controller],[data-ng-controller]")) {
      const [name, alias] = (node.getAttribute("ng-controller") || node.getAttribute("data-ng-controller")).split(/\s+as\s+/), task = kept.controllers[name] || G[name];
      if (!task) continue;
      const scope = { $apply: (each) => each && each(scope), $digest() {}, $watch: (what, heard) => { host.later(() => { const value = typeof what === "function" ? what(scope) : at(scope, what); if (value !== undefined) heard(value); }, 20); return () => {}; }, $on() {}, $emit() {}, $broadcast() {}, $evalAsync: (each) => each() };
      const [made, given_] = inject(task, { $scope: scope, $rootScope: scope, $element: $(node), $attrs: {} }, kept);
      const controller = Object.create(made.prototype || Object.prototype);
      host.run(() => { const got = made.apply(controller, given_); if (got && typeof got === "object") Object.assign(controller, got); });
      if (alias) scope[alias] = controller;
      turned(node);
      host.living(scope, node);
      if (controller.$onInit) host.run(() => controller.$onInit());
      const begin = node.getAttribute("ng-init") || (node.querySelector("[ng-init]") || node).getAttribute("ng-init");
      if (begin) host.run(() => new host.Function("$s", "with($s){" + begin + "}")(scope));
    }
  };
  const angular = { module: (name, requires) => { const made = module(name); if (requires) made.requires = requires; return made; }, extend: host.extend, forEach: (all, visit) => { host.each(all, (key, value) => { visit(value, key); }); }, copy: (value) => JSON.parse(JSON.stringify(value)), isArray: Array.isArray, isString: (value) => typeof value === "string", isObject: (value) => typeof value === "object", isFunction: (value) => typeof value === "function", isDefined: (value) => value !== undefined, isUndefined: (value) => value === undefined, toJson: JSON.stringify, fromJson: JSON.parse, noop() {}, identity: (value) => value, equals: (one, other) => JSON.stringify(one) === JSON.stringify(other), element: (what) => $(what), bootstrap: (node, names) => start($(node)[0], module([].concat(names)[0])), bind: (self, task) => task.bind(self), version: { full: "1.8.2" } };
  const two = (number) => String(number).padStart(2, "0");
  Object.assign(host.vueFilters, { limitTo: (value, most) => (value == null ? value : value.slice(0, most)), date: (value, form) => { const day = new Date(typeof value === "string" && /^\d+$/.test(value) ? +value : value); return isNaN(day) ? value : (form || "yyyy-MM-dd").replace("yyyy", day.getFullYear()).replace("MM", two(day.getMonth() + 1)).replace("dd", two(day.getDate())).replace("HH", two(day.getHours())).replace("mm", two(day.getMinutes())).replace("ss", two(day.getSeconds())); }, uppercase: (value) => String(value).toUpperCase(), lowercase: (value) => String(value).toLowerCase(), orderBy: (value) => value, filter: (value) => value, trustHtml: (value) => value });
  host.globals.angular = angular;
  host.files_.push([/(?:^|\/)angular(?:[.-]?\d[\d.]*)?(?:\.min)?\.js$/i, ["angular"]], [/(?:^|\/)angular-(?:sanitize|route|animate|resource|cookies|ui-router)[^\/]*\.js$/i, []], [/(?:^|\/)bootstrap-table[^\/]*\.js$/i, []], [/(?:^|[\/.])datatables?(?:\.min)?\.js$/i, []], [/(?:^|[\/.])easyui(?:\.min)?\.js$/i, []]);
})
