export const id = 698;
export const ids = [698];
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

/***/ 6698:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planPrune: () => (/* binding */ planPrune)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/grafana/lib/json.js
var json = __webpack_require__(598);
// EXTERNAL MODULE: ./packages/grafana/lib/api/answer.js
var api_answer = __webpack_require__(1103);
;// CONCATENATED MODULE: ./packages/grafana/lib/api/dashboards/search-dashboards.js


const pageSize = 1_000;
/**
 * The dashboards right in a folder; an empty uid is the root. Looked at by their folder once more: 9 does not know the
 * parameter and lists those of all folders (Search in pkg/api/search.go).
 */
async function listDashboards(transport, folderUid) {
    const folder = encodeURIComponent(folderUid === '' ? 'general' : folderUid);
    const found = new Map();
    for (let page = 1;; page++) {
        const path = `/api/search?type=dash-db&folderUIDs=${folder}&limit=${pageSize}&page=${page}`;
        const answer = await transport.ask({ path });
        if (answer.kind !== 'ok')
            return answer;
        const hits = (0,json/* objectsIn */.Qv)({ list: answer.value }, 'list');
        for (const hit of hits) {
            const uid = (0,json/* textIn */.r7)(hit, 'uid') ?? '';
            const where = (0,json/* textIn */.r7)(hit, 'folderUid') ?? '';
            if (uid !== '' && (where === 'general' ? '' : where) === folderUid) {
                found.set(uid, { uid, title: (0,json/* textIn */.r7)(hit, 'title') ?? uid });
            }
        }
        if (hits.length < pageSize)
            return (0,api_answer.ok)([...found.values()]);
    }
}
//# sourceMappingURL=search-dashboards.js.map
// EXTERNAL MODULE: ./packages/grafana/lib/api/dashboards/dashboards.js
var dashboards = __webpack_require__(4286);
// EXTERNAL MODULE: ./packages/grafana/lib/api/dashboards/read-save.js
var read_save = __webpack_require__(6753);
// EXTERNAL MODULE: ./packages/grafana/lib/import/save-message.js
var save_message = __webpack_require__(2327);
// EXTERNAL MODULE: ./packages/grafana/lib/api/dashboards/read-history.js
var read_history = __webpack_require__(366);
// EXTERNAL MODULE: ./packages/grafana/lib/api/explain.js + 1 modules
var explain = __webpack_require__(9562);
// EXTERNAL MODULE: ./packages/stages/lib/import-dashboards/read-grafana.js + 1 modules
var read_grafana = __webpack_require__(8578);
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/prune/plan-prune.js



/** How many requests are under way at once: reading is safe in parallel, and servers limit rates. */
const parallelReads = 4;
/**
 * Looks through the folder of the import, and only there, for dashboards that an import of this repository and
 * environment saved last, and that have no file any more. The folder alone proves nothing: people put their own
 * dashboards there.
 */
async function planPrune(question) {
    const { transport, folderUid } = question;
    const wanted = new Set(question.wanted.map(({ uid }) => uid));
    const listed = (0,read_grafana/* valueOrThrow */.P)('Listing the dashboards of the folder', await listDashboards(transport, folderUid));
    const candidates = listed.filter(({ uid }) => !wanted.has(uid));
    const judged = [];
    for (let start = 0; start < candidates.length; start += parallelReads) {
        const some = candidates.slice(start, start + parallelReads);
        judged.push(...(await Promise.all(some.map((candidate) => judge(candidate, question)))));
    }
    return {
        deletes: judged.flatMap((one) => (one.kind === 'delete' ? [one.step] : [])),
        left: judged.flatMap((one) => (one.kind === 'left' ? [one.left] : [])),
    };
}
const foreign = { kind: 'foreign' };
async function judge({ uid, title }, question) {
    const { transport, folderUid } = question;
    const answer = await (0,dashboards/* readDashboard */.F)(transport, uid);
    // Damaged content; that of the other dashboards is read.
    if (answer.kind === 'broken')
        return left({ uid, title, url: `/d/${uid}` }, cannotBeRead(answer));
    // A list may name what was deleted a moment ago; what this token may not read, or is of another schema, is not ours.
    const isForeign = answer.kind === 'forbidden' || (answer.kind !== 'ok' && (0,dashboards/* isOtherSchema */.W)(answer));
    const stored = isForeign ? undefined : (0,read_grafana/* valueOrThrow */.P)(`Reading the dashboard "${title}"`, answer);
    if (stored === undefined || stored.provisioned || stored.folderUid !== folderUid)
        return foreign;
    const save = await (0,read_save/* readSave */.o)(transport, stored);
    if (save.kind !== 'ok')
        return left(stored, 'Grafana did not show its history, which tells whether an import made it');
    const message = save.value?.version === stored.version ? save.value.message : '';
    const mark = (0,save_message/* importMark */.vB)(message);
    if (mark === undefined)
        return judgeEdited(stored, question);
    if (!isOurs(mark, question))
        return foreign;
    const { url, version } = stored;
    const { reason, isGone } = await stateOfFile(mark, question);
    if (!isGone)
        return left(stored, reason);
    return { kind: 'delete', step: { uid, title: stored.title, url, folderUid, version, message, reason } };
}
/** Somebody saved it last. When it was ours before, its file is gone and somebody should decide. */
async function judgeEdited(stored, question) {
    const imported = await (0,read_history/* readLastImport */.a)(question.transport, stored);
    const mark = imported.kind === 'ok' && imported.value !== undefined ? (0,save_message/* importMark */.vB)(imported.value.message) : undefined;
    if (mark === undefined || !isOurs(mark, question))
        return foreign;
    const by = stored.updatedBy === '' ? 'somebody' : stored.updatedBy;
    return left(stored, `its file is gone, but ${by} saved version ${stored.version} since the last import`);
}
function cannotBeRead(failure) {
    return `it has no file here and cannot be read (${(0,explain/* explainFailure */.S)(failure).seen})`;
}
function left({ uid, title, url }, reason) {
    return { kind: 'left', left: { uid, title, url, reason } };
}
function isOurs(mark, { repository, environment }) {
    return mark.repository === repository && mark.environment === environment;
}
/** A file that this import does not read may be another import's of the same repository, which wants the dashboard. */
async function stateOfFile({ file }, { wanted, files, workspace }) {
    if (file === undefined)
        return { isGone: true, reason: 'no file has its uid any more' };
    if (wanted.some((one) => one.file === file))
        return { isGone: true, reason: `its file ${file} has another uid now` };
    if (!(await files.exists((0,external_node_path_.isAbsolute)(file) ? file : (0,external_node_path_.join)(workspace, file))))
        return { isGone: true, reason: `its file ${file} is gone` };
    return { isGone: false, reason: `its file ${file} is there, but not among the dashboards of this import` };
}
//# sourceMappingURL=plan-prune.js.map

/***/ })

};
