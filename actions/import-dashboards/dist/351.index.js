export const id = 351;
export const ids = [351];
export const modules = {

/***/ 366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readLastImport)
/* harmony export */ });
/* harmony import */ var _import_save_message_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2327);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(598);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1103);
/* harmony import */ var _read_save_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6753);




/** How far back an import is looked for: a person saves seldom more often between two releases. */
const historyLength = 50;
/** The newest version that an import saved, with the dashboard as it was then; `ok` with undefined when there is none. */
async function readLastImport(transport, asked) {
    const answer = await transport.ask({ path: historyOf(asked) });
    if (answer.kind !== 'ok')
        return answer;
    for (const version of importedVersions(answer.value)) {
        const record = await (0,_read_save_js__WEBPACK_IMPORTED_MODULE_0__/* .readVersion */ .$)(transport, { ...asked, version });
        if (record.kind !== 'ok')
            return record;
        if (record.value !== undefined && (0,_import_save_message_js__WEBPACK_IMPORTED_MODULE_1__/* .importMark */ .vB)(record.value.message) !== undefined)
            return record;
    }
    return (0,_answer_js__WEBPACK_IMPORTED_MODULE_2__.ok)(undefined);
}
function historyOf({ uid }) {
    return `/api/dashboards/uid/${encodeURIComponent(uid)}/versions?limit=${historyLength}`;
}
/** Newest first. Of a first version the list hides the message, so its record has to be asked. */
function importedVersions(value) {
    const entries = Array.isArray(value) ? (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)({ list: value }, 'list') : (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .objectsIn */ .Qv)(value, 'versions');
    return entries
        .filter((entry) => ((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberIn */ .Po)(entry, 'parentVersion') ?? 0) === 0 || isImport((0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(entry, 'message')))
        .flatMap((entry) => (0,_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberIn */ .Po)(entry, 'version') ?? [])
        .sort((a, b) => b - a);
}
function isImport(message) {
    return message !== undefined && (0,_import_save_message_js__WEBPACK_IMPORTED_MODULE_1__/* .importMark */ .vB)(message) !== undefined;
}
//# sourceMappingURL=read-history.js.map

/***/ }),

/***/ 7351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readDifferences: () => (/* binding */ readDifferences)
});

// EXTERNAL MODULE: ./packages/grafana/lib/document/panels.js
var panels = __webpack_require__(171);
// EXTERNAL MODULE: ./packages/grafana/lib/json.js
var lib_json = __webpack_require__(598);
;// CONCATENATED MODULE: ./packages/grafana/lib/difference/changed-value.js

/** Longer ones are cut around the place where they differ. */
const longestValue = 70;
/** Of what is equal before the first difference. */
const leadIn = 15;
/** Whether two values of JSON are the same, whatever the order of their keys. */
function isEqual(before, after) {
    return JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
}
/** The same to a person: null is no value. */
function isSame(before, after) {
    return isEqual(before ?? null, after ?? null);
}
/** `30s → 1m`; a long value is shown where it differs. */
function changeOf(before, after) {
    const [old, now] = [changed_value_text(before), changed_value_text(after)];
    const at = firstDifference(old, now);
    return `${around(old, at)} → ${around(now, at)}`;
}
/** Keys in order, so that equal objects are equal texts; a text as it is. */
function changed_value_text(value) {
    if (value === undefined || value === null)
        return 'nothing';
    return typeof value === 'string' ? value : (JSON.stringify(sorted(value)) ?? '');
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (!(0,lib_json/* isObject */.Gv)(value))
        return value;
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]));
}
function firstDifference(a, b) {
    let at = 0;
    while (at < a.length && at < b.length && a[at] === b[at])
        at++;
    return at;
}
function around(value, at) {
    const line = value.replace(/\s/g, ' ');
    if (line.length <= longestValue)
        return line === '' ? '""' : line;
    const start = Math.max(0, Math.min(at - leadIn, line.length - longestValue));
    const end = start + longestValue;
    return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}
//# sourceMappingURL=changed-value.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/difference/named-difference.js


/** Fields whose new value says less than that they changed. */
const withoutValue = new Set(['options', 'target', 'iconColor']);
/** What a field is called on the page. */
const words = new Map([['current', 'selection']]);
/** What became of entries that are known by their name: variables, annotation queries. */
function namedDifference({ what, before, after }) {
    const name = (one) => (0,lib_json/* textIn */.r7)(one, 'name') ?? '';
    const find = (list, one) => list.find((other) => name(other) === name(one));
    const removed = before.filter((one) => find(after, one) === undefined);
    return [
        ...after.flatMap((one) => {
            const old = find(before, one);
            if (old === undefined)
                return [`${what} "${name(one)}" added`];
            const changes = fieldChanges(old, one);
            return changes.length === 0 ? [] : [`${what} "${name(one)}": ${changes.join('; ')}`];
        }),
        ...removed.map((one) => `${what} "${name(one)}" removed`),
    ];
}
function listOfNamed(json, field) {
    return (0,lib_json/* objectsIn */.Qv)(json[field], 'list');
}
function fieldChanges(before, after) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names
        .filter((field) => !isSame(shownValue(before, field), shownValue(after, field)))
        .map((field) => {
        const word = words.get(field) ?? field;
        if (withoutValue.has(field))
            return word;
        return `${word} ${changeOf(shownValue(before, field), shownValue(after, field))}`;
    });
}
/** Of a selection the text of the page is a second form of the value. */
function shownValue(one, field) {
    const value = one[field];
    return field === 'current' && typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
}
//# sourceMappingURL=named-difference.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/difference/panel-difference.js


/** What changed in one panel, each in a few words; its place is told apart. */
function panelChanges(before, after) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !untold.has(name));
    return names
        .filter((name) => !isSame(before[name], after[name]))
        .flatMap((name) => (changesOf.get(name) ?? plainChange(name))(before, after));
}
/** Whether it lies elsewhere on the page, or has another size. */
function placeChange(before, after) {
    const [old, now] = [(0,lib_json/* objectIn */.D7)(before, 'gridPos') ?? {}, (0,lib_json/* objectIn */.D7)(after, 'gridPos') ?? {}];
    if (!isSame([old['w'], old['h']], [now['w'], now['h']]))
        return 'resized';
    return isSame([old['x'], old['y']], [now['x'], now['y']]) ? undefined : 'moved';
}
/** The number and the plugin's version are the editor's own; the panels of a row are told as panels. */
const untold = new Set(['id', 'gridPos', 'pluginVersion', 'panels']);
const changesOf = new Map(Object.entries({
    title: (before) => [`title was "${(0,lib_json/* textIn */.r7)(before, 'title') ?? ''}"`],
    targets: queryChanges,
    fieldConfig: panel_difference_fieldChanges,
    options: (before, after) => [`options (${changedKeys(before['options'], after['options']).join(', ')})`],
    datasource: (before, after) => [`data source ${changeOf(sourceOf(before), sourceOf(after))}`],
    description: () => ['description'],
}));
function plainChange(name) {
    return (before, after) => {
        const isPlain = [before[name], after[name]].every((value) => typeof value !== 'object' || value === null);
        return [isPlain ? `${name} ${changeOf(before[name], after[name])}` : name];
    };
}
function queryChanges(before, after) {
    const [old, now] = [(0,lib_json/* objectsIn */.Qv)(before, 'targets'), (0,lib_json/* objectsIn */.Qv)(after, 'targets')];
    const ref = (target) => (0,lib_json/* textIn */.r7)(target, 'refId') ?? 'A';
    const removed = old.filter((target) => !now.some((other) => ref(other) === ref(target)));
    return [
        ...now.flatMap((target) => {
            const partner = old.find((other) => ref(other) === ref(target));
            if (partner === undefined)
                return [`query ${ref(target)} added`];
            return targetChanges(partner, target).map((change) => `query ${ref(target)}: ${change}`);
        }),
        ...removed.map((target) => `query ${ref(target)} removed`),
    ];
}
function targetChanges(before, after) {
    const names = changedKeys(before, after);
    return names.map((name) => {
        if (name === 'expr')
            return changeOf(before[name], after[name]);
        if (name === 'datasource')
            return `data source ${changeOf(sourceOf(before), sourceOf(after))}`;
        return `${name} ${changeOf(before[name], after[name])}`;
    });
}
function panel_difference_fieldChanges(before, after) {
    const [old, now] = [(0,lib_json/* objectIn */.D7)(before, 'fieldConfig') ?? {}, (0,lib_json/* objectIn */.D7)(after, 'fieldConfig') ?? {}];
    const [oldDefaults, nowDefaults] = [(0,lib_json/* objectIn */.D7)(old, 'defaults') ?? {}, (0,lib_json/* objectIn */.D7)(now, 'defaults') ?? {}];
    const changed = changedKeys(oldDefaults, nowDefaults).map((name) => typeof (oldDefaults[name] ?? nowDefaults[name]) === 'object'
        ? fieldWord(name)
        : `${fieldWord(name)} ${changeOf(oldDefaults[name], nowDefaults[name])}`);
    return isSame(old['overrides'], now['overrides']) ? changed : [...changed, 'overrides'];
}
function fieldWord(name) {
    return name === 'custom' ? 'style' : name;
}
/** A uid, or the name that old dashboards have. */
function sourceOf(holder) {
    const source = holder['datasource'];
    return (0,lib_json/* isObject */.Gv)(source) ? (source['uid'] ?? source['type']) : source;
}
function changedKeys(before, after) {
    const [old, now] = [(0,lib_json/* isObject */.Gv)(before) ? before : {}, (0,lib_json/* isObject */.Gv)(after) ? after : {}];
    return [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !isSame(old[key], now[key]));
}
//# sourceMappingURL=panel-difference.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/difference/panel-pairs.js


const titleOf = (panel) => (0,lib_json/* textIn */.r7)(panel, 'title') ?? '';
const typeOf = (panel) => (0,lib_json/* textIn */.r7)(panel, 'type') ?? '';
const sameTitle = (a, b) => titleOf(a) === titleOf(b);
const sameType = (a, b) => typeOf(a) === typeOf(b);
const sameId = (a, b) => (0,lib_json/* numberIn */.Po)(a, 'id') !== undefined && a['id'] === b['id'];
/**
 * From the surest to the least sure. The number alone says little: the editor numbers panels anew, and files often have
 * none.
 */
const waysToMatch = [
    (a, b) => sameId(a, b) && sameTitle(a, b) && sameType(a, b),
    (a, b) => sameTitle(a, b) && sameType(a, b),
    (a, b) => sameId(a, b) && (sameTitle(a, b) || sameType(a, b)),
    (a, b) => sameTitle(a, b) && titleOf(a) !== '',
];
/** Which panel was which, in the order of the page afterwards. */
function pairPanels(before, after) {
    const left = new Set((0,panels/* allPanels */.J)(before));
    const partners = new Map();
    const now = (0,panels/* allPanels */.J)(after);
    for (const isSame of waysToMatch) {
        for (const panel of now) {
            if (partners.has(panel))
                continue;
            const partner = [...left].find((old) => isSame(old, panel));
            if (partner === undefined)
                continue;
            partners.set(panel, partner);
            left.delete(partner);
        }
    }
    return {
        pairs: now.flatMap((panel) => {
            const old = partners.get(panel);
            return old === undefined ? [] : [{ before: old, after: panel }];
        }),
        added: now.filter((panel) => !partners.has(panel)),
        removed: [...left],
    };
}
//# sourceMappingURL=panel-pairs.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/difference/dashboard-difference.js





/** When more panels than this lie elsewhere, one was put in or taken out above them. */
const mostPlacesTold = 3;
/** What changed from one state of a dashboard to another, one line for each panel, variable and setting. */
function dashboardDifference(before, after) {
    const panels = pairPanels(before, after);
    const lines = [
        ...panelLines(panels),
        ...namedDifference({
            what: 'variable',
            before: listOfNamed(before, 'templating'),
            after: listOfNamed(after, 'templating'),
        }),
        ...namedDifference({
            what: 'annotation query',
            before: listOfNamed(before, 'annotations'),
            after: listOfNamed(after, 'annotations'),
        }),
        ...settingLines(before, after),
    ];
    return lines.map((line) => line.replace(/\s+/g, ' '));
}
/** The first lines, and how many were left out. */
function shortDifference(lines, most) {
    if (lines.length <= most)
        return lines;
    const left = lines.length - most;
    return [...lines.slice(0, most), `and ${left} more ${left === 1 ? 'change' : 'changes'}`];
}
function panelLines({ pairs, added, removed }) {
    const moved = pairs.filter(({ before, after }) => placeChange(before, after) !== undefined);
    const isToldOnce = moved.length > mostPlacesTold;
    const changed = pairs.flatMap(({ before, after }) => {
        const place = isToldOnce ? undefined : placeChange(before, after);
        const changes = [...panelChanges(before, after), ...(place === undefined ? [] : [place])];
        return changes.length === 0 ? [] : [`${(0,panels/* panelName */.e)(after)}: ${changes.join('; ')}`];
    });
    return [
        ...changed,
        ...added.map((panel) => `${(0,panels/* panelName */.e)(panel)} added`),
        ...removed.map((panel) => `${(0,panels/* panelName */.e)(panel)} removed`),
        ...(isToldOnce ? [`${moved.length} panels moved or resized`] : []),
    ];
}
/** Told above, or written by Grafana itself. */
const dashboard_difference_untold = new Set([
    'id',
    'uid',
    'version',
    'iteration',
    'schemaVersion',
    'panels',
    'rows',
    'templating',
    'annotations',
]);
function settingLines(before, after) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !dashboard_difference_untold.has(name));
    return names
        .filter((name) => !isSame(before[name], after[name]))
        .map((name) => `${name}: ${changeOf(before[name], after[name])}`);
}
//# sourceMappingURL=dashboard-difference.js.map
// EXTERNAL MODULE: ./packages/grafana/lib/api/dashboards/dashboards.js
var dashboards = __webpack_require__(4286);
// EXTERNAL MODULE: ./packages/grafana/lib/api/dashboards/read-history.js
var read_history = __webpack_require__(366);
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/read-differences.js

/** More would push the rest out of an annotation; Grafana shows all of it. */
const mostLines = 12;
/** Each costs some requests; who has more conflicts than this does not read them one by one. */
const mostDashboards = 20;
/**
 * Of dashboards that somebody saved after an import. What cannot be read is left out: the conflict itself is told
 * anyway.
 */
async function readDifferences(transport, uids) {
    const found = new Map();
    try {
        for (const uid of uids.slice(0, mostDashboards)) {
            const lines = await readDifference(transport, uid);
            if (lines.length > 0)
                found.set(uid, shortDifference(lines, mostLines));
        }
    }
    catch {
        // The time is over or the run cancelled: what was imported has to be told all the same.
    }
    return found;
}
async function readDifference(transport, uid) {
    const stored = await (0,dashboards/* readDashboard */.F)(transport, uid);
    if (stored.kind !== 'ok' || stored.value === undefined)
        return [];
    const imported = await (0,read_history/* readLastImport */.a)(transport, stored.value);
    const before = imported.kind === 'ok' ? imported.value?.json : undefined;
    return before === undefined ? [] : dashboardDifference(before, stored.value.json);
}
//# sourceMappingURL=read-differences.js.map

/***/ })

};
