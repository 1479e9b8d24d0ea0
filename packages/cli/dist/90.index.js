export const id = 90;
export const ids = [90];
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

/***/ 2090:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readDifferences: () => (/* binding */ readDifferences)
/* harmony export */ });
/* harmony import */ var _fly_monitoring_grafana__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(401);
/* harmony import */ var _fly_monitoring_grafana__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4286);
/* harmony import */ var _fly_monitoring_grafana__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(366);

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
                found.set(uid, (0,_fly_monitoring_grafana__WEBPACK_IMPORTED_MODULE_0__/* .shortDifference */ .O)(lines, mostLines));
        }
    }
    catch {
        // The time is over or the run cancelled: what was imported has to be told all the same.
    }
    return found;
}
async function readDifference(transport, uid) {
    const stored = await (0,_fly_monitoring_grafana__WEBPACK_IMPORTED_MODULE_1__/* .readDashboard */ .F)(transport, uid);
    if (stored.kind !== 'ok' || stored.value === undefined)
        return [];
    const imported = await (0,_fly_monitoring_grafana__WEBPACK_IMPORTED_MODULE_2__/* .readLastImport */ .a)(transport, stored.value);
    const before = imported.kind === 'ok' ? imported.value?.json : undefined;
    return before === undefined ? [] : (0,_fly_monitoring_grafana__WEBPACK_IMPORTED_MODULE_0__/* .dashboardDifference */ .C)(before, stored.value.json);
}
//# sourceMappingURL=read-differences.js.map

/***/ })

};
