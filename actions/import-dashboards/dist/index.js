import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 5881:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 6072:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _fly_monitoring_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6277);
/* harmony import */ var _fly_monitoring_stages__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6020);


await (0,_fly_monitoring_kit__WEBPACK_IMPORTED_MODULE_0__/* .startGitHubStage */ .gS)(_fly_monitoring_stages__WEBPACK_IMPORTED_MODULE_1__/* .importDashboards */ .l);
//# sourceMappingURL=main.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 1103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isDoubtful),
/* harmony export */   e: () => (/* binding */ isTemporary),
/* harmony export */   ok: () => (/* binding */ ok)
/* harmony export */ });
function ok(value) {
    return { kind: 'ok', value };
}
/** Whether the same request may be answered later, with nothing corrected. */
function isTemporary({ kind }) {
    return kind === 'throttled' || kind === 'asleep' || kind === 'broken' || kind === 'unreachable';
}
/** Whether the server may have carried the request out although it did not say so. */
function isDoubtful(failure) {
    return failure.kind === 'unreachable' || failure.kind === 'broken';
}
//# sourceMappingURL=answer.js.map

/***/ }),

/***/ 5546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  L: () => (/* binding */ classify)
});

// EXTERNAL MODULE: ./packages/grafana/lib/json.js
var json = __nccwpck_require__(598);
// EXTERNAL MODULE: ./packages/grafana/lib/api/answer.js
var answer = __nccwpck_require__(1103);
;// CONCATENATED MODULE: ./packages/grafana/lib/api/redirect.js
/** Where a proxy asks people to sign in. */
const signIn = /\/(?:log|sign)[-_]?in\b|\/(?:oauth2?|auth|sso|saml|authorize)\b|\/cdn-cgi\/access\b/i;
/** Everything that is asked of Grafana is below this. */
const api = /\/api(?:\/.*)?$/;
/**
 * What the redirect of a request says about the address that was given: https for http, another host, or the path that
 * Grafana is served below. Query strings are dropped, which may hold credentials.
 */
function readRedirect(location, requested) {
    if (location === undefined || !URL.canParse(location, requested)) {
        return { target: location ?? 'nowhere', address: undefined };
    }
    const { origin, pathname } = new URL(location, requested);
    const target = `${origin}${pathname}`;
    if (signIn.test(pathname))
        return { target, address: undefined };
    return { target, address: `${origin}${pathname.replace(api, '').replace(/\/+$/, '')}` };
}
//# sourceMappingURL=redirect.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/classify.js



/** What one exchange means. Only JSON counts: a login page or another product answers 200 as well. */
function classify(response, request) {
    if (response.kind === 'unreachable')
        return failure('unreachable', { request, message: response.detail });
    const { status } = response;
    const body = jsonOf(response);
    if (status >= 300 && status < 400)
        return redirected(response, request);
    if (body === undefined)
        return withoutJson(response, request);
    // With the toggle datasourceQueryMultiStatus a failed query is told in a 207 (pkg/api/metrics.go).
    const queryError = queryErrorIn(body);
    if (status < 300 && queryError === undefined)
        return (0,answer.ok)(body);
    const message = (0,json/* textIn */.r7)(body, 'message') ?? (0,json/* textIn */.r7)(body, 'error') ?? queryError ?? '';
    return failure(kindOf(status, body), {
        request,
        status,
        message,
        reason: (0,json/* textIn */.r7)(body, 'status') ?? (0,json/* textIn */.r7)(body, 'code') ?? (queryError === undefined ? undefined : 'query-failed'),
        permission: /permissions needed: (?<names>[^.]+)/i.exec(message)?.groups?.['names']?.trim(),
        retryAfterMs: retryAfterOf(response),
    });
}
/** /api/ds/query says for each query what went wrong. */
function queryErrorIn(body) {
    const results = (0,json/* objectIn */.D7)(body, 'results');
    if (!(0,json/* isObject */.Gv)(results))
        return undefined;
    return Object.values(results)
        .map((result) => (0,json/* textIn */.r7)(result, 'error'))
        .find((error) => error !== undefined);
}
function failure(kind, facts) {
    return { status: 0, reason: undefined, permission: undefined, retryAfterMs: undefined, ...facts, kind };
}
function jsonOf({ body }) {
    try {
        return JSON.parse(body);
    }
    catch {
        return undefined;
    }
}
function redirected({ headers, status }, request) {
    const [, requested = ''] = request.split(' ');
    const redirect = readRedirect(headerIn(headers, 'location'), requested);
    return failure('not-grafana', {
        request,
        status,
        message: `it redirects (${status}) to ${redirect.target}`,
        redirect,
    });
}
/** Proxies answer 429 and 5xx with pages of their own; anything else without JSON is not Grafana. */
function withoutJson(response, request) {
    const { status, headers } = response;
    const type = headerIn(headers, 'content-type') ?? 'no content type';
    const facts = { request, status, message: `it answered ${status} with ${type}, not with JSON` };
    if (status === 429)
        return failure('throttled', { ...facts, retryAfterMs: retryAfterOf(response) });
    if (status === 401)
        return failure('unauthorized', facts);
    // Proxies have a limit for what is sent, and Grafana itself has none.
    if (status === 413)
        return failure('refused', facts);
    return failure(status >= 500 ? 'broken' : 'not-grafana', facts);
}
function kindOf(status, body) {
    const code = (0,json/* textIn */.r7)(body, 'code');
    if (status === 503 && code === 'Loading')
        return 'asleep';
    if (status === 404 && /instance URL/i.test((0,json/* textIn */.r7)(body, 'message') ?? ''))
        return 'unknown-instance';
    if (status >= 500)
        return 'broken';
    const kinds = {
        401: 'unauthorized',
        403: 'forbidden',
        404: 'not-found',
        429: 'throttled',
    };
    return kinds[status] ?? 'refused';
}
/** Seconds; the other form of the header, a date, is not used by Grafana. */
function retryAfterOf({ headers }) {
    const seconds = headerIn(headers, 'retry-after');
    return seconds !== undefined && /^\d+$/.test(seconds) ? Number(seconds) * 1_000 : undefined;
}
function headerIn(headers, name) {
    return headers[name];
}
//# sourceMappingURL=classify.js.map

/***/ }),

/***/ 4286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readDashboard),
/* harmony export */   W: () => (/* binding */ isOtherSchema)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(598);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1103);


/** `ok` with undefined when there is no such dashboard. */
async function readDashboard(transport, uid) {
    const answer = await transport.ask({ path: `/api/dashboards/uid/${encodeURIComponent(uid)}` });
    if (answer.kind === 'not-found')
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.ok)(undefined);
    if (answer.kind !== 'ok')
        return answer;
    const json = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(answer.value, 'dashboard');
    return json === undefined ? unreadable(uid) : (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.ok)(storedOf(json, (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(answer.value, 'meta') ?? {}));
}
function storedOf(json, meta) {
    const folderUid = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(meta, 'folderUid') ?? '';
    return {
        uid: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(json, 'uid') ?? '',
        title: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(json, 'title') ?? '',
        version: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberIn */ .Po)(json, 'version') ?? (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberIn */ .Po)(meta, 'version') ?? 0,
        // The root folder's name in the permission system.
        folderUid: folderUid === 'general' ? '' : folderUid,
        provisioned: meta['provisioned'] === true,
        ...(meta['isFolder'] === true ? { isFolder: true } : {}),
        url: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(meta, 'url') ?? '',
        updatedBy: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(meta, 'updatedBy') ?? '',
        createdBy: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(meta, 'createdBy') ?? '',
        json,
    };
}
/** 406: GetDashboard of 12 (pkg/api/dashboard.go), "dashboard api version not supported, use /apis/... instead". */
function isOtherSchema({ status }) {
    return status === 406;
}
function unreadable(uid) {
    return {
        kind: 'not-grafana',
        status: 200,
        message: 'the answer holds no dashboard',
        reason: undefined,
        permission: undefined,
        retryAfterMs: undefined,
        request: `GET /api/dashboards/uid/${uid}`,
    };
}
//# sourceMappingURL=dashboards.js.map

/***/ }),

/***/ 6753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readVersion),
/* harmony export */   o: () => (/* binding */ readSave)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(598);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1103);


/**
 * The record of the version that Grafana shows; `ok` with undefined when there is none. Asked for by its number, because
 * the list of versions says "Initial save" in place of the message of every dashboard's first version
 * (GetDashboardVersions in pkg/api/dashboard.go).
 */
async function readSave(transport, asked) {
    const record = await readVersion(transport, asked);
    if (record.kind !== 'ok' || record.value === undefined)
        return record;
    const { version, message } = record.value;
    return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.ok)({ version, message });
}
/** The same, of any version, with the dashboard that it holds. */
async function readVersion(transport, asked) {
    for (const history of historiesOf(asked)) {
        const record = await readRecord(transport, `${history}/${asked.version}`);
        if (record.kind === 'ok' && record.value?.version === asked.version)
            return record;
        if (record.kind !== 'ok' && !mayBeElsewhere(record))
            return record;
    }
    return readThroughList(transport, asked);
}
/** By its uid, and by its number for releases that know no other; 13 knows none by number (its specification). */
function historiesOf({ uid, json }) {
    const byUid = `/api/dashboards/uid/${encodeURIComponent(uid)}/versions`;
    const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberIn */ .Po)(json, 'id');
    return id === undefined ? [byUid] : [byUid, `/api/dashboards/id/${id}/versions`];
}
/** 500 is what Grafana answers for a version that it does not find. */
function mayBeElsewhere(failure) {
    return failure.kind === 'not-found' || (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .isDoubtful */ .G)(failure);
}
async function readRecord(transport, path) {
    const answer = await transport.ask({ path });
    return answer.kind === 'ok' ? (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.ok)(savedOf(answer.value)) : answer;
}
/**
 * With the toggle kubernetesClientDashboardsFolders some builds find a record by its resource version, which is the `id`
 * in the list; later ones look for the generation, which is the version (getHistoryThroughK8s in
 * pkg/services/dashboardversion/dashverimpl/dashver.go, and its change from `rv` to `version`).
 */
async function readThroughList(transport, asked) {
    const [history] = historiesOf(asked);
    const answer = await transport.ask({ path: `${history}?limit=5` });
    if (answer.kind !== 'ok')
        return answer;
    const entry = entriesOf(answer.value).find((one) => (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberIn */ .Po)(one, 'version') === asked.version);
    // A message is true in the list when there is a version before it.
    if (((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberIn */ .Po)(entry, 'parentVersion') ?? 0) > 0)
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.ok)(savedOf(entry));
    const id = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberIn */ .Po)(entry, 'id');
    if (id === undefined || id === asked.version)
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.ok)(undefined);
    const record = await readRecord(transport, `${history}/${id}`);
    if (record.kind !== 'ok')
        return record;
    return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.ok)(record.value?.version === asked.version ? record.value : undefined);
}
/** A plain list until 11.4, later an object with a token for the next page (grafana/grafana#104556). */
function entriesOf(value) {
    return Array.isArray(value) ? (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listIn */ .Of)({ list: value }, 'list') : (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)(value, 'versions');
}
function savedOf(record) {
    const version = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .numberIn */ .Po)(record, 'version');
    if (!(0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(record) || version === undefined)
        return undefined;
    return { version, message: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(record, 'message') ?? '', json: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(record, 'data') };
}
//# sourceMappingURL=read-save.js.map

/***/ }),

/***/ 3279:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ readDatasource),
/* harmony export */   G4: () => (/* binding */ createDatasource),
/* harmony export */   YC: () => (/* binding */ datasourceHealth),
/* harmony export */   r$: () => (/* binding */ updateDatasource),
/* harmony export */   rH: () => (/* binding */ listDatasources)
/* harmony export */ });
/* harmony import */ var _datasource_wanted_datasource_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1677);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(598);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1103);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5656);




/** All of them: Grafana does not page this list. */
async function listDatasources(transport) {
    const answer = await transport.ask({ path: '/api/datasources' });
    if (answer.kind !== 'ok')
        return answer;
    return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.ok)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)({ list: answer.value }, 'list').map(datasourceOf));
}
function datasourceOf(source) {
    return {
        uid: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(source, 'uid') ?? '',
        name: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(source, 'name') ?? '',
        type: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(source, 'type') ?? '',
        url: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(source, 'url') ?? '',
        isDefault: source['isDefault'] === true,
        isReadOnly: source['readOnly'] === true,
    };
}
/** All settings of one; `ok` with undefined when it is not there. */
async function readDatasource(transport, uid) {
    const answer = await transport.ask({ path: pathOf(uid) });
    if (answer.kind === 'not-found')
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.ok)(undefined);
    if (answer.kind !== 'ok')
        return answer;
    return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.ok)((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(answer.value) ? answer.value : {});
}
const maxTries = 4;
/**
 * Makes it under the uid that is wanted. A lost answer, and another run that was quicker, end as made: who comes second
 * finds it and has nothing to do. Where something else has the name, the uid goes behind it.
 */
async function createDatasource(transport, wanted, place) {
    let { name } = wanted;
    for (let tries = 1;; tries++) {
        const body = (0,_datasource_wanted_datasource_js__WEBPACK_IMPORTED_MODULE_2__/* .newDatasource */ .aw)({ ...wanted, name }, place);
        const created = await transport.ask({ method: 'POST', path: '/api/datasources', body });
        if (created.kind === 'ok')
            return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.ok)(shownIn(created.value, wanted));
        const isTaken = created.status === 409;
        if (tries === maxTries || !(isTaken || (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .isDoubtful */ .G)(created)))
            return created;
        const existing = await readDatasource(transport, wanted.uid);
        if (existing.kind === 'ok' && existing.value !== undefined)
            return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.ok)(datasourceOf(existing.value));
        if (isTaken)
            name = `${wanted.name} (${wanted.uid})`;
        else
            await transport.clock.sleep((0,_transport_js__WEBPACK_IMPORTED_MODULE_3__/* .backoffMs */ .jo)(tries));
    }
}
/**
 * Changes what is ours in it, and keeps the rest. Its version is sent along, so that nobody's change is lost: after a
 * lost answer, and when somebody else was quicker, it is read again and changed once more.
 */
async function updateDatasource(transport, wanted, existing) {
    let current = existing;
    for (let tries = 1;; tries++) {
        const body = (0,_datasource_wanted_datasource_js__WEBPACK_IMPORTED_MODULE_2__/* .changedDatasource */ .Uw)(wanted, current);
        const answer = await transport.ask({ method: 'PUT', path: pathOf(wanted.uid), body });
        if (answer.kind === 'ok')
            return (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__.ok)(shownIn(answer.value, wanted));
        if (tries === maxTries || !(answer.status === 409 || (0,_answer_js__WEBPACK_IMPORTED_MODULE_0__/* .isDoubtful */ .G)(answer)))
            return answer;
        await transport.clock.sleep((0,_transport_js__WEBPACK_IMPORTED_MODULE_3__/* .backoffMs */ .jo)(tries));
        const again = await readDatasource(transport, wanted.uid);
        if (again.kind !== 'ok' || again.value === undefined)
            return answer;
        current = again.value;
    }
}
function shownIn(value, { uid, name, url }) {
    const shown = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value) && (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(value['datasource']) ? value['datasource'] : {};
    return datasourceOf({ uid, name, url, type: 'prometheus', ...shown });
}
/** Whether Grafana reaches it with what it has. */
async function datasourceHealth(transport, uid) {
    const answer = await transport.ask({ path: `${pathOf(uid)}/health` });
    if (answer.kind === 'ok')
        return { kind: 'healthy' };
    return answer.kind === 'refused' && answer.status === 400
        ? { kind: 'unhealthy', message: answer.message }
        : { kind: 'unknown' };
}
function pathOf(uid) {
    return `/api/datasources/uid/${encodeURIComponent(uid)}`;
}
//# sourceMappingURL=datasources.js.map

/***/ }),

/***/ 9562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ explainFailure),
  X: () => (/* binding */ failureError)
});

// EXTERNAL MODULE: ./packages/kit/lib/suite-error.js
var suite_error = __nccwpck_require__(9581);
// EXTERNAL MODULE: ./packages/kit/lib/text/duration.js
var duration = __nccwpck_require__(1998);
// EXTERNAL MODULE: ./packages/grafana/lib/api/answer.js
var answer = __nccwpck_require__(1103);
;// CONCATENATED MODULE: ./packages/grafana/lib/api/hint-for-words.js
/** By the words of pkg/services/dashboards/errors.go, pkg/services/folder and pkg/services/provisioning; first match. */
const byWords = [
    {
        words: /^it answered 413/,
        hint: 'The proxy before Grafana takes no request so large: raise its limit (client_max_body_size in nginx), or split the dashboard.',
    },
    {
        words: /gitops listener/i,
        hint: 'A GitOps observer takes what is saved in this Grafana and saves nothing itself: bring the dashboard into its repository.',
    },
    {
        words: /quota/i,
        hint: 'Delete dashboards that nobody needs, or have the quota of the organisation raised.',
    },
    {
        words: /folder is managed by/i,
        hint: 'Git Sync owns this folder: set input "folder" to one that it does not manage, or bring the dashboard into its repository.',
    },
    {
        words: /provisioned dashboard|managed by (a )?repo|empty commit message/i,
        hint: 'The dashboard belongs to Git Sync or to file provisioning: change it there, or give ours another uid.',
    },
    {
        words: /maximum nested folder depth|folder depth/i,
        hint: 'Grafana nests folders only so deep (max_nested_folder_depth, 4 unless it is configured): shorten the path in input "folder".',
    },
    {
        words: /folder not found/i,
        hint: 'The folder was deleted meanwhile, or the token may not see it: run again, or give its service account the permission Edit on it.',
    },
    {
        words: /cannot be changed to a folder/i,
        hint: 'A folder in Grafana has this uid, and until Grafana 11 both share one table: give the dashboard another uid.',
    },
    {
        words: /refresh interval/i,
        hint: 'The server has a higher min_refresh_interval: raise "refresh" in the dashboard.',
    },
    {
        words: /database is locked/i,
        hint: 'The SQLite database of Grafana was busy with other writes: run again when they are done.',
    },
    {
        words: /library element with that name or uid/i,
        hint: 'Another library panel of that name is in the folder: rename one of the two.',
    },
];
const byReason = {
    'name-exists': 'Another dashboard in that folder has the same title: rename one of the two.',
    'plugin-dashboard': 'A plugin brings a dashboard of that uid: give ours another one.',
};
/** What to do about what Grafana says; undefined where its words say no more than that it failed. */
function hintForWords({ message, reason }) {
    return byReason[reason ?? ''] ?? byWords.find(({ words }) => words.test(message))?.hint;
}
//# sourceMappingURL=hint-for-words.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/explain.js



/** A failure in words: what was seen, and what to do. */
function explainFailure(failure) {
    const { kind } = failure;
    switch (kind) {
        case 'unauthorized':
            return { code: 'GRAFANA_TOKEN_REFUSED', seen: seenOf(failure), hint: tokenHint(failure) };
        case 'forbidden':
            return forbidden(failure);
        case 'not-found':
        case 'refused':
            return { code: 'GRAFANA_REFUSED', seen: seenOf(failure), hint: hintForWords(failure) ?? otherRefusal };
        case 'broken': {
            const hint = hintForWords(failure);
            if (hint !== undefined)
                return { code: 'GRAFANA_REFUSED', seen: seenOf(failure), hint };
            return { code: 'GRAFANA_UNREACHABLE', seen: seenOf(failure), hint: brokenHint(failure) };
        }
        case 'not-grafana':
            return { code: 'GRAFANA_UNREACHABLE', seen: seenOf(failure), hint: otherServerHint(failure) };
        case 'throttled':
            return { code: 'GRAFANA_UNREACHABLE', seen: seenOf(failure), hint: throttledHint(failure) };
        case 'asleep':
        case 'unknown-instance':
        case 'unreachable':
            return { code: 'GRAFANA_UNREACHABLE', seen: seenOf(failure), hint: hints[kind] };
    }
}
/** The failure of something that the run cannot go on without. */
function failureError(doing, failure) {
    const { code, seen, hint } = explainFailure(failure);
    return new suite_error/* SuiteError */.$K({ code, message: `${doing} failed: ${seen}.`, hint, isTemporary: (0,answer/* isTemporary */.e)(failure) });
}
/** What was seen in place of an answer of Grafana begins with "it". */
function seenOf({ kind, status, message, request }) {
    if (kind === 'unreachable')
        return `${request} got no answer: ${message}`;
    if (kind === 'not-grafana' || message.startsWith('it '))
        return `${request}: ${message}`;
    return `${request} answered ${status}${message === '' ? '' : `: ${message}`}`;
}
const hints = {
    asleep: 'A paused Grafana Cloud stack wakes up when its page is opened: open GRAFANA_URL in a browser, wait until it shows, and run again.',
    'unknown-instance': 'GRAFANA_URL names a Grafana Cloud stack that does not exist: copy the address of the stack from grafana.com.',
    unreachable: 'Check the host and port of GRAFANA_URL, and that this machine may reach them; then run again: nothing was half done that a second run does not complete.',
};
const otherRefusal = 'The message is the answer of Grafana: correct what it names, and run again.';
const serviceAccount = 'Make a service account token (glsa_…) with the role Editor in Grafana under Administration, Service accounts, and store it as GRAFANA_API_KEY.';
/** errAPIKeyOrgMismatch of Grafana: a service account belongs to one organisation. */
const otherOrganisation = 'The token belongs to another organisation than input "org-id" says: give a token of that one, or leave the input empty.';
function tokenHint({ isApiKey, message }) {
    if (/organi[sz]ation/i.test(message))
        return otherOrganisation;
    if (isApiKey !== true)
        return serviceAccount;
    return `It is an API key (eyJrIjoi…), which service accounts have replaced; Grafana 13 makes and lists none. ${serviceAccount}`;
}
/** 502, 503 and 504 with a page are words of a proxy; JSON is Grafana's own. */
function brokenHint({ message }) {
    return message.startsWith('it ')
        ? 'A proxy answered because the Grafana behind it did not: look whether Grafana runs, or wait until it has started, and run again.'
        : 'Run again; if it stays so, look at the log of Grafana.';
}
function throttledHint({ retryAfterMs }) {
    const later = retryAfterMs === undefined ? 'later' : `in ${(0,duration/* formatDuration */.a)(retryAfterMs)}`;
    return `Grafana limits the rate of requests; run again ${later}.`;
}
const firewall = 'Something before Grafana (a firewall, an access proxy) refused the request: have this machine let through, or give the address behind it.';
function otherServerHint({ redirect, status }) {
    if (redirect === undefined) {
        if (status === 403)
            return firewall;
        return 'GRAFANA_URL must be the address of Grafana itself; something else answered there.';
    }
    const { target, address } = redirect;
    if (address !== undefined) {
        return `Set GRAFANA_URL (input "grafana-url") to ${address} if that is your Grafana; redirects are not followed, as they would take the token elsewhere.`;
    }
    return `Something before Grafana asks for a login (${target}): let requests with a token of Grafana through to /api, or give the address behind it.`;
}
/** With a license that has permissions for data sources the basic roles have none (pkg/api/accesscontrol.go). */
function permissionWords(permission) {
    // Data sources are an administrator's affair; querying them is everybody's.
    if (/datasources:(create|write|delete)/.test(permission))
        return `the permission ${permission} (part of the role Admin)`;
    const isOfViewers = permission.startsWith('datasources:');
    const where = isOfViewers
        ? 'the role Viewer has it, unless Grafana has permissions for each data source'
        : 'part of the role Editor';
    return `the permission ${permission} (${where})`;
}
function forbidden(failure) {
    const hint = hintForWords(failure);
    // A quota is answered with 403 too, and no other token would help.
    if (hint !== undefined)
        return { code: 'GRAFANA_REFUSED', seen: seenOf(failure), hint };
    const { permission } = failure;
    const needed = permission === undefined ? 'the role Editor, or the permission Edit on the folder' : permissionWords(permission);
    return {
        code: 'GRAFANA_TOKEN_REFUSED',
        seen: seenOf(failure),
        hint: `Give the service account of the token ${needed}.`,
    };
}
//# sourceMappingURL=explain.js.map

/***/ }),

/***/ 996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f2: () => (/* binding */ ensureFolder),
/* harmony export */   iu: () => (/* binding */ folderUidFor),
/* harmony export */   j1: () => (/* binding */ readFolder),
/* harmony export */   uT: () => (/* binding */ listFolders)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(598);
/* harmony import */ var _answer_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1103);
/* harmony import */ var _transport_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5656);




const pageSize = 1_000;
const maxAttempts = 3;
/** The folders at the top, or right inside the given one: Grafana lists one level at a time. */
async function listFolders(transport, parentUid = '') {
    const inside = parentUid === '' ? '' : `&parentUid=${encodeURIComponent(parentUid)}`;
    const folders = [];
    for (let page = 1;; page++) {
        const answer = await transport.ask({ path: `/api/folders?limit=${pageSize}&page=${page}${inside}` });
        if (answer.kind !== 'ok')
            return answer;
        const found = (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsIn */ .Qv)({ list: answer.value }, 'list').map(folderOf);
        folders.push(...found);
        if (found.length < pageSize)
            return (0,_answer_js__WEBPACK_IMPORTED_MODULE_2__.ok)(folders);
    }
}
/**
 * Makes the folder and takes it as made when one of its title is already there: two runs at once, a lost answer and a
 * retry in between all end with 409 or 412, on some releases with an empty body. A uid that something else has is left
 * to it, and Grafana chooses another.
 */
async function ensureFolder(transport, folder) {
    for (let attempt = 0;; attempt++) {
        const made = await tryFolder(transport, folder);
        // It was looked for and is not there, so that the request that got no answer was not carried out.
        if (made.kind === 'ok' || !(0,_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .isDoubtful */ .G)(made) || attempt + 1 === maxAttempts)
            return made;
        await transport.clock.sleep((0,_transport_js__WEBPACK_IMPORTED_MODULE_3__/* .backoffMs */ .jo)(attempt));
    }
}
async function tryFolder(transport, folder) {
    const created = await makeFolder(transport, folder);
    if (created.kind === 'ok' || !mayExist(created))
        return created;
    // A folder that was just made can be read before it is listed.
    const existing = await transport.ask({ path: pathOf(folder.uid) });
    if (existing.kind === 'ok' && isThere(existing.value, folder))
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_2__.ok)(folderOf(existing.value));
    const listed = await listFolders(transport, folder.parentUid);
    if (listed.kind !== 'ok')
        return created;
    const twin = listed.value.find(({ title }) => title === folder.title);
    if (twin !== undefined)
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_2__.ok)(twin);
    const { uid: _taken, ...withoutUid } = folder;
    return (0,_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .isDoubtful */ .G)(created) ? created : makeFolder(transport, withoutUid);
}
function isThere(existing, { title, parentUid = '' }) {
    return (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(existing, 'title') === title && ((0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(existing, 'parentUid') ?? '') === parentUid;
}
/** At any depth; `ok` with undefined when there is no such folder. */
async function readFolder(transport, uid) {
    const answer = await transport.ask({ path: pathOf(uid) });
    // A folder that the token may not see is told as forbidden, on some releases also one that is not there.
    if (answer.kind === 'not-found' || answer.kind === 'forbidden')
        return (0,_answer_js__WEBPACK_IMPORTED_MODULE_2__.ok)(undefined);
    return answer.kind === 'ok' ? (0,_answer_js__WEBPACK_IMPORTED_MODULE_2__.ok)(folderOf(answer.value)) : answer;
}
function pathOf(uid) {
    return `/api/folders/${encodeURIComponent(uid)}`;
}
async function makeFolder(transport, body) {
    const answer = await transport.ask({ method: 'POST', path: '/api/folders', body });
    return answer.kind === 'ok' ? (0,_answer_js__WEBPACK_IMPORTED_MODULE_2__.ok)(folderOf(answer.value)) : answer;
}
/** Until 11 the uid of a dashboard is refused as well: "Dashboard cannot be changed to a folder". */
function mayExist(failure) {
    const { status, message } = failure;
    return status === 409 || status === 412 || /changed to a folder/i.test(message) || (0,_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .isDoubtful */ .G)(failure);
}
/** Of the title, for whoever reads an address. */
const slugMaxLength = 27;
/**
 * The same for the same title, so that two runs ask for the same folder, and another for every other title: most of a
 * title may be lost in the readable part.
 */
function folderUidFor(title) {
    const slug = title
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, slugMaxLength)
        .replace(/^-+|-+$/g, '');
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(title).digest('hex').slice(0, 12);
    return `${slug === '' ? 'folder' : slug}-${hash}`;
}
function folderOf(value) {
    return { uid: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(value, 'uid') ?? '', title: (0,_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(value, 'title') ?? '' };
}
//# sourceMappingURL=folders.js.map

/***/ }),

/***/ 5656:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Sv: () => (/* binding */ organisationHeader),
/* harmony export */   UR: () => (/* binding */ grafanaTransport),
/* harmony export */   jo: () => (/* binding */ backoffMs)
/* harmony export */ });
/* harmony import */ var _classify_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5546);

const maxRetries = 3;
const firstDelayMs = 500;
const maxDelayMs = 10_000;
/** grafana.com asks for up to an hour; nobody watches a job that long. */
const maxRetryAfterMs = 30_000;
function grafanaTransport({ http, clock }, { url, token, orgId }) {
    const once = async (request) => {
        const { method = 'GET', path, body } = request;
        const authorization = `Bearer ${token.reveal()}`;
        const headers = { accept: 'application/json', authorization, ...organisationHeader(orgId) };
        const response = await http.send({
            url: `${url}${path}`,
            method,
            headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        return withTokenKind((0,_classify_js__WEBPACK_IMPORTED_MODULE_0__/* .classify */ .L)(response, `${method} ${url}${path}`), token);
    };
    const ask = async (request) => {
        for (let tries = 0;; tries++) {
            const answer = await once(request);
            if (answer.kind === 'ok' || tries === maxRetries)
                return answer;
            const delayMs = retryDelayMs(answer, request, tries);
            if (delayMs === undefined)
                return answer;
            await clock.sleep(delayMs);
        }
    };
    return { url, clock, ask };
}
/** Base64 of `{"k":"`, with which every key of the time before service accounts begins (pkg/components/apikeygen). */
const apiKeyStart = 'eyJrIjoi';
function withTokenKind(answer, token) {
    const isApiKey = answer.kind === 'unauthorized' && token.reveal().startsWith(apiKeyStart);
    return isApiKey ? { ...answer, isApiKey } : answer;
}
/** Grafana answers with the data of this organisation, and refuses a token of another one. */
function organisationHeader(orgId) {
    return orgId === undefined ? {} : { 'x-grafana-org-id': String(orgId) };
}
/** Pause before the next try, doubled each time. */
function backoffMs(tries) {
    return Math.min(firstDelayMs * 2 ** tries, maxDelayMs);
}
function retryDelayMs(failure, request, tries) {
    if (failure.kind === 'throttled') {
        const wanted = failure.retryAfterMs ?? backoffMs(tries);
        return wanted > maxRetryAfterMs ? undefined : wanted;
    }
    const mayRepeat = (request.method ?? 'GET') === 'GET';
    const passing = failure.kind === 'unreachable' || failure.kind === 'broken' || failure.kind === 'asleep';
    return mayRepeat && passing ? backoffMs(tries) : undefined;
}
//# sourceMappingURL=transport.js.map

/***/ }),

/***/ 1677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Uw: () => (/* binding */ changedDatasource),
/* harmony export */   aw: () => (/* binding */ newDatasource),
/* harmony export */   e2: () => (/* binding */ datasourceDifferences)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(598);

const type = 'prometheus';
/** The header that a bearer token goes into; Grafana numbers headers of one's own from 1. */
const bearerHeader = { name: 'httpHeaderName1', value: 'httpHeaderValue1' };
/** For POST /api/datasources. */
function newDatasource(wanted, { isDefault }) {
    const { uid, name } = wanted;
    return { uid, name, isDefault, ...settings(wanted, {}), secureJsonData: secretsOf(wanted) };
}
/** For PUT /api/datasources/uid/:uid: what somebody set beside ours stays. */
function changedDatasource(wanted, existing) {
    const { secureJsonFields: _shown, ...rest } = existing;
    return { ...rest, ...settings(wanted, (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIn */ .D7)(existing, 'jsonData') ?? {}), secureJsonData: secretsOf(wanted) };
}
/** What is not as wanted, in words. Secrets cannot be read, so whether they are right only a query tells. */
function datasourceDifferences(wanted, existing) {
    const current = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIn */ .D7)(existing, 'jsonData') ?? {};
    const { jsonData, ...own } = settings(wanted, {});
    return [...differing(own, existing), ...differing(jsonData, current), ...missingSecrets(wanted, existing)];
}
function differing(wanted, existing) {
    return Object.keys(wanted).filter((name) => !isSame(wanted[name], existing[name]));
}
/** Lists leave out what is empty. */
function isSame(wanted, existing) {
    return wanted === existing || ((wanted === '' || wanted === false) && existing === undefined);
}
function missingSecrets(wanted, existing) {
    const kept = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectIn */ .D7)(existing, 'secureJsonFields') ?? {};
    return Object.keys(secretsOf(wanted)).filter((name) => kept[name] !== true);
}
function settings({ url, auth, scrapeInterval }, current) {
    const header = auth.kind === 'bearer' ? { [bearerHeader.name]: 'Authorization' } : {};
    const interval = scrapeInterval === undefined ? {} : { timeInterval: scrapeInterval };
    return {
        type,
        access: 'proxy',
        url,
        basicAuth: auth.kind === 'basic',
        basicAuthUser: auth.kind === 'basic' ? auth.user : '',
        jsonData: { ...current, httpMethod: 'POST', ...interval, ...header },
    };
}
function secretsOf({ auth }) {
    switch (auth.kind) {
        case 'basic':
            return { basicAuthPassword: auth.password.reveal() };
        case 'bearer':
            return { [bearerHeader.value]: `Bearer ${auth.token.reveal()}` };
        case 'none':
            return {};
    }
}
//# sourceMappingURL=wanted-datasource.js.map

/***/ }),

/***/ 171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ allPanels),
/* harmony export */   e: () => (/* binding */ panelName)
/* harmony export */ });
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(598);

/**
 * All panels in the order of the page, rows included; a collapsed row holds its panels inside, and dashboards from
 * before schema version 16 have `rows` in place of `panels`.
 */
function allPanels(json) {
    const old = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(json, 'rows').flatMap((row) => (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(row, 'panels'));
    return [...(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(json, 'panels').flatMap((panel) => [panel, ...(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsIn */ .Qv)(panel, 'panels')]), ...old];
}
/** What a person calls the panel. */
function panelName(panel) {
    const title = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(panel, 'title') ?? '';
    if (title !== '')
        return `panel "${title}"`;
    return panel['id'] === undefined ? `an unnamed ${(0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(panel, 'type') ?? ''} panel` : `panel ${String(panel['id'])}`;
}
//# sourceMappingURL=panels.js.map

/***/ }),

/***/ 2327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ hashInMessage),
/* harmony export */   ZM: () => (/* binding */ messageMark),
/* harmony export */   hb: () => (/* binding */ saveMessage),
/* harmony export */   vB: () => (/* binding */ importMark)
/* harmony export */ });
const marker = 'fly-monitoring';
const pattern = new RegExp(`^${marker} (?<hash>[0-9a-f]{16})(?: (?<rest>.*))?$`, 's');
/**
 * The message of a save: the marker and the hash of the content, then where it came from. Grafana keeps it in the
 * record of that version and has another one for every save by a person, a restore or another tool, so the message of the
 * version that is there tells who saved it. A mark inside the dashboard would not: the editor keeps unknown fields and
 * tags.
 */
function saveMessage(hash, { repository, sha, runUrl, environment, file }) {
    const isPlaced = environment !== undefined || file !== undefined;
    const name = repository === '' && isPlaced ? '-' : asWord(repository);
    const commit = sha === undefined ? name : `${name}@${sha.slice(0, 12)}`;
    const place = environment === undefined ? undefined : `(${environment})`;
    const path = file === undefined ? undefined : asWord(file);
    return [marker, hash, commit, place, path, runUrl].filter((part) => part !== undefined && part !== '').join(' ');
}
/** The mark alone, for what has no history. */
function messageMark(hash) {
    return `${marker} ${hash}`;
}
/** The hash of the content that we saved; undefined when the message is somebody else's. */
function hashInMessage(message) {
    return importMark(message)?.hash;
}
/** Undefined when the message is somebody else's. */
function importMark(message) {
    const { hash, rest = '' } = pattern.exec(message)?.groups ?? {};
    if (hash === undefined)
        return undefined;
    const [commit = '', ...words] = rest.split(' ');
    const repository = fromWord(commit.replace(/@.*$/s, ''));
    const environment = /^\((?<name>.+)\)$/.exec(words[0] ?? '')?.groups?.['name'];
    const file = words[environment === undefined ? 0 : 1];
    return {
        hash,
        ...(repository === '' ? {} : { repository }),
        ...(environment === undefined ? {} : { environment }),
        ...(file === undefined || isAddress(file) ? {} : { file: fromWord(file) }),
    };
}
function isAddress(word) {
    return /^https?:\/\//.test(word);
}
/** Blanks and what separates the parts are written as in an address; a parenthesis would be read as an environment. */
function asWord(text) {
    return text.replace(/[\s@%()]/g, (one) => (one === '(' ? '%28' : one === ')' ? '%29' : encodeURIComponent(one)));
}
function fromWord(word) {
    try {
        return decodeURIComponent(word);
    }
    catch {
        // Cut off, or written before names were encoded.
        return word;
    }
}
//# sourceMappingURL=save-message.js.map

/***/ }),

/***/ 598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D7: () => (/* binding */ objectIn),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Of: () => (/* binding */ listIn),
/* harmony export */   Po: () => (/* binding */ numberIn),
/* harmony export */   Qv: () => (/* binding */ objectsIn),
/* harmony export */   r7: () => (/* binding */ textIn),
/* harmony export */   to: () => (/* binding */ mapStrings)
/* harmony export */ });
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function textIn(value, name) {
    const field = fieldIn(value, name);
    return typeof field === 'string' ? field : undefined;
}
function numberIn(value, name) {
    const field = fieldIn(value, name);
    return typeof field === 'number' ? field : undefined;
}
function objectIn(value, name) {
    const field = fieldIn(value, name);
    return isObject(field) ? field : undefined;
}
/** Empty when there is no such list. */
function listIn(value, name) {
    const field = fieldIn(value, name);
    return Array.isArray(field) ? field : [];
}
/** The objects of a list; what is none is left out. */
function objectsIn(value, name) {
    return listIn(value, name).filter(isObject);
}
/** A copy in which `change` has replaced every string, keys excepted. */
function mapStrings(value, change) {
    if (typeof value === 'string')
        return change(value);
    if (Array.isArray(value))
        return value.map((item) => mapStrings(item, change));
    if (!isObject(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, change)]));
}
function fieldIn(value, name) {
    return isObject(value) ? value[name] : undefined;
}
//# sourceMappingURL=json.js.map

/***/ }),

/***/ 6277:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  gS: () => (/* binding */ startGitHubStage)
});

// UNUSED EXPORTS: gitHubContext, inputsFromEnvironment

// EXTERNAL MODULE: ./packages/kit/lib/text/markdown.js
var markdown = __nccwpck_require__(3059);
;// CONCATENATED MODULE: ./packages/kit/lib/error-report.js

/** Each line of their messages is a sentence of its own about one thing that is wrong. */
const listingCodes = new Set([
    'INPUT_INVALID',
    'DASHBOARD_INVALID',
    'PROMETHEUS_CONFIG_INVALID',
]);
/** What people and later steps see of a stage that ended with an error. */
function errorReport(error) {
    const message = error.message.trim();
    return {
        conclusion: error.code === 'INTERRUPTED' ? 'interrupted' : 'failure',
        outputs: {},
        summary: [
            `### ❌ ${error.code}`,
            ...messageParts(error.code, message),
            `**Next:** ${(0,markdown/* escapeCell */.kq)(error.hint)}\n`,
        ].join('\n\n'),
        lines: [],
        annotations: [{ level: 'error', title: error.code, message: `${message}\nNext: ${error.hint} [${error.code}]` }],
    };
}
/** The first line is ours; those below it are mostly what a tool or a server wrote. */
function messageParts(code, message) {
    const [first = '', ...rest] = message.split(/\r?\n/);
    if (listingCodes.has(code))
        return [first, ...rest].map(markdown/* escapeCell */.kq);
    return [(0,markdown/* escapeCell */.kq)(first), ...(rest.length === 0 ? [] : [(0,markdown/* codeBlock */.DV)(rest.join('\n'))])];
}
//# sourceMappingURL=error-report.js.map
// EXTERNAL MODULE: ./packages/kit/lib/secret.js
var secret = __nccwpck_require__(1580);
// EXTERNAL MODULE: ./packages/kit/lib/suite-error.js
var suite_error = __nccwpck_require__(9581);
;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: external "node:readline"
const external_node_readline_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/child-environment.js
/**
 * Names every child inherits: where programs are, where it may write, how to reach the internet, and in which language
 * it speaks. Nothing else of the job reaches a child: neither inputs, nor other tokens, nor the runner's command files,
 * nor variables such as LOG_LEVEL or FLY_APP by which a job would change what flyctl does.
 */
const everyChild = new Set([
    'PATH',
    'HOME',
    'USER',
    'TMPDIR',
    'TMP',
    'TEMP',
    'TZ',
    'LANG',
    'LANGUAGE',
    'SSL_CERT_FILE',
    'SSL_CERT_DIR',
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
]);
/** LC_ALL, LC_CTYPE and their siblings. */
const localePrefix = 'LC_';
function childEnvironment(parent, { inherits, own }) {
    const wanted = (name) => everyChild.has(name) || name.startsWith(localePrefix) || inherits.includes(name);
    const inherited = Object.entries(parent).flatMap(([name, value]) => value !== undefined && wanted(name) ? [[name, value]] : []);
    return { ...Object.fromEntries(inherited), ...own };
}
//# sourceMappingURL=child-environment.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/child-processes.js



/** Between the polite signal and the one that cannot be refused. */
const usualKillAfterMs = 5_000;
/**
 * Processes without a shell. @actions/exec is not used here: it cannot stop a child that hangs, and flyctl is known to
 * hang after a successful deploy.
 */
const childProcesses = {
    run: (command) => watch(command, launch(command)),
    start: (command) => {
        const child = launch(command);
        const ended = watch(command, child);
        return {
            ended,
            stop: async () => {
                stopChild(child);
                await ended;
            },
        };
    },
};
const running = new Set();
/**
 * Interrupts every child that still runs, and waits for their ends. A child that nobody waits for would go on deploying
 * after its owner has given up.
 */
async function interruptChildren(killAfterMs = usualKillAfterMs) {
    const ends = [...running].map((child) => new Promise((resolve) => child.once('close', resolve)));
    for (const child of running)
        stopChild(child, { signal: 'SIGINT', killAfterMs });
    await Promise.all(ends);
}
function launch(command) {
    const child = (0,external_node_child_process_namespaceObject.spawn)(command.file, command.args, {
        env: childEnvironment(process.env, { inherits: command.inherits ?? [], own: command.env ?? {} }),
        ...(command.cwd === undefined ? {} : { cwd: command.cwd }),
        stdio: [command.stdin === undefined && command.isTiedToUs === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    running.add(child);
    child.once('close', () => running.delete(child));
    child.once('error', () => running.delete(child));
    // A child that ends before it has read its input closes the pipe; its exit code tells what happened.
    child.stdin?.on('error', () => { });
    if (command.isTiedToUs === undefined)
        child.stdin?.end(command.stdin);
    return child;
}
async function watch(command, child) {
    const stdout = collect(child.stdout, (line) => command.onLine?.(line, 'stdout'));
    const stderr = collect(child.stderr, (line) => command.onLine?.(line, 'stderr'));
    let timedOut = false;
    const timer = command.timeoutMs === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            stopChild(child);
        }, command.timeoutMs);
    const exit = await exitOf(child);
    clearTimeout(timer);
    if (exit === 'not-found')
        return { kind: 'not-found', file: command.file };
    const output = { stdout: await stdout, stderr: await stderr };
    if (timedOut)
        return { kind: 'timed-out', afterMs: command.timeoutMs ?? 0, ...output };
    return { kind: 'exited', exitCode: exit, ...output };
}
function exitOf(child) {
    return new Promise((resolve, reject) => {
        child.once('error', (error) => {
            if (error.code === 'ENOENT' || error.code === 'EACCES')
                resolve('not-found');
            else
                reject(error);
        });
        // Shells report a signal as 128 + its number; one number is enough here, as nobody tells signals apart.
        child.once('close', (code) => resolve(code ?? 128));
    });
}
async function collect(stream, onLine) {
    if (stream === null)
        return '';
    const lines = [];
    for await (const line of (0,external_node_readline_namespaceObject.createInterface)({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
        lines.push(line);
        onLine(line);
    }
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
const usualStop = { signal: 'SIGTERM', killAfterMs: usualKillAfterMs };
function stopChild(child, { signal, killAfterMs } = usualStop) {
    if (child.exitCode !== null || child.signalCode !== null)
        return;
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    timer.unref();
    child.once('close', () => clearTimeout(timer));
}
//# sourceMappingURL=child-processes.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/close-on-signals.js

/**
 * What running children get to end in order. GitHub's runner sends SIGINT, after 7.5 s SIGTERM, and kills after 2.5 s
 * more (actions/runner, ProcessInvoker.cs), so this leaves 2 s for the last words.
 */
const childrenEndWithinMs = 8_000;
const exitCodes = { SIGINT: 130, SIGTERM: 143 };
/**
 * From now on SIGINT and SIGTERM close the run instead of ending the process. A second SIGINT, from a person who does
 * not want to wait, makes it overdue at once; the SIGTERM that the runner sends behind its SIGINT changes nothing.
 */
function closeOnSignals(onBegin) {
    const begun = new AbortController();
    const overdue = new AbortController();
    let first = 'SIGINT';
    const handle = (signal) => {
        if (begun.signal.aborted) {
            if (signal === 'SIGINT')
                overdue.abort();
            return;
        }
        first = signal;
        onBegin(signal);
        begun.abort();
        void interruptChildren(childrenEndWithinMs);
        setTimeout(() => overdue.abort(), childrenEndWithinMs).unref();
    };
    process.on('SIGINT', handle);
    process.on('SIGTERM', handle);
    return { begun: begun.signal, overdue: overdue.signal, exitCode: () => exitCodes[first] };
}
//# sourceMappingURL=close-on-signals.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/end-process.js
/**
 * Ends the process once everything written to standard output and standard error has reached its reader. A pipe holds
 * 64 KiB, and `process.exit()` by itself drops what still waits behind them: the last words first, the error with
 * them. Nor does the process end by itself: sockets kept alive by servers would hold it until they time out.
 */
async function endProcess(exitCode) {
    await Promise.all([process.stdout, process.stderr].map(written));
    process.exit(exitCode);
}
/** Resolves also when the reader has gone away: nobody is left to tell. */
function written(stream) {
    return new Promise((resolve) => {
        stream.once('close', resolve);
        stream.write('', () => resolve());
    });
}
/** A reader that goes away, as `head` does, must not end a deploy half way: the work goes on without its words. */
function outliveReaders() {
    for (const stream of [process.stdout, process.stderr])
        stream.on('error', () => { });
}
//# sourceMappingURL=end-process.js.map
// EXTERNAL MODULE: ./packages/kit/lib/text/foreign-text.js
var foreign_text = __nccwpck_require__(7338);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/workflow-commands.js



/** Writes `::name key=value,key=value::message`. */
function issueCommand(name, properties, message) {
    const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
    process.stdout.write(`::${[name, list.join()].filter(Boolean).join(' ')}::${escapeMessage(message)}${external_node_os_namespaceObject.EOL}`);
}
function escapeMessage(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
function escapeProperty(text) {
    return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
function printLine(line) {
    process.stdout.write(`${line}${external_node_os_namespaceObject.EOL}`);
}
async function printGroup(name, body) {
    issueCommand('group', {}, name);
    try {
        return await body();
    }
    finally {
        issueCommand('endgroup', {}, '');
    }
}
/** The delimiter is drawn, so that no value can end itself early and add an output of its own. */
function setOutput(name, value) {
    const file = process.env['GITHUB_OUTPUT'] ?? '';
    const delimiter = `ghadelimiter_${(0,external_node_crypto_.randomUUID)()}`;
    if (file !== '')
        (0,external_node_fs_.appendFileSync)(file, `${name}<<${delimiter}${external_node_os_namespaceObject.EOL}${value}${external_node_os_namespaceObject.EOL}${delimiter}${external_node_os_namespaceObject.EOL}`);
    else
        setOutputOfOldRunners(name, value);
}
function setOutputOfOldRunners(name, value) {
    process.stdout.write(external_node_os_namespaceObject.EOL);
    issueCommand('set-output', { name }, value);
}
/** @returns without a word where the runner has no summary, as on old GitHub Enterprise servers */
function addToSummary(markdown) {
    const file = process.env['GITHUB_STEP_SUMMARY'] ?? '';
    if (file !== '')
        (0,external_node_fs_.appendFileSync)(file, `${markdown}${external_node_os_namespaceObject.EOL}`);
}
//# sourceMappingURL=workflow-commands.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/github-log.js


/** The runner cuts the rest off without a word (actions/runner, ExecutionContext.cs, _maxIssueMessageLength). */
const longestMessageCharacters = 4_096;
/** Of a check run's annotation (GitHub's REST API). */
const longestTitleCharacters = 255;
/** Progress in a workflow's log. */
function gitHubLog(redactor) {
    // Twice: a secret may be whole only before characters are replaced, or only after colours inside it are gone.
    const clean = (text) => redactor.redact((0,foreign_text/* harmless */.Is)(redactor.redact(text)));
    const title = (text) => (0,foreign_text/* cutMiddle */.it)(clean((0,foreign_text/* onOneLine */.GJ)(redactor.redact(text))), longestTitleCharacters);
    return {
        info: (line) => printLine((0,foreign_text/* cutLines */.EQ)(clean(line))),
        group: (name, body) => printGroup(title(name), body),
        annotate: (annotation) => annotate(annotation, { clean, title }),
    };
}
function annotate({ level, title, message, place }, cleaning) {
    issueCommand(level, { title: cleaning.title(title), ...placeProperties(place, cleaning) }, (0,foreign_text/* cutMiddle */.it)(cleaning.clean(message), longestMessageCharacters));
}
function placeProperties(place, { clean }) {
    if (place === undefined)
        return {};
    return { file: clean((0,foreign_text/* onOneLine */.GJ)(place.file)), ...(place.line !== undefined && { line: place.line }) };
}
//# sourceMappingURL=github-log.js.map
// EXTERNAL MODULE: ./packages/kit/lib/interruption.js
var interruption = __nccwpck_require__(643);
;// CONCATENATED MODULE: ./packages/kit/lib/closing.js

/**
 * The same edges, of a run that can be cancelled. Once `closing` is aborted nothing new starts but what cleans up, waiting
 * ends, and what was asked for and has no result throws INTERRUPTED, so that a stage unwinds from wherever it is. Files
 * stay usable: what is known is still to be written down.
 */
function closeableEdges(edges, closing) {
    return {
        files: edges.files,
        ...(edges.toolCache && { toolCache: edges.toolCache }),
        clock: closeableClock(edges.clock, closing),
        processes: {
            run: async (command) => {
                if (command.isCleaningUp)
                    return edges.processes.run(command);
                refuseWhen(closing);
                return finished(await edges.processes.run(command), closing);
            },
            start: (command) => {
                refuseWhen(closing);
                return edges.processes.start(command);
            },
        },
        http: {
            send: async (request) => {
                if (changesNothing(request))
                    return unlessClosing(closing, () => edges.http.send(request));
                refuseWhen(closing);
                // Whether a write has arrived is worth knowing, and servers answer within seconds.
                return edges.http.send(request);
            },
            download: (...args) => unlessClosing(closing, () => edges.http.download(...args)),
        },
    };
}
function closeableClock(clock, closing) {
    return { now: () => clock.now(), sleep: (ms) => unlessClosing(closing, () => clock.sleep(ms)) };
}
function refuseWhen(closing) {
    if (closing.aborted)
        throw new interruption/* Interruption */._();
}
/** The result of the work, unless closing begins first: then nobody waits for it any more. */
async function unlessClosing(closing, work) {
    refuseWhen(closing);
    let stop = () => { };
    const cancelled = new Promise((_, reject) => {
        stop = () => reject(new interruption/* Interruption */._());
        closing.addEventListener('abort', stop);
    });
    try {
        return await Promise.race([work(), cancelled]);
    }
    finally {
        closing.removeEventListener('abort', stop);
    }
}
/** A child that ended well although it was interrupted has done its work; any other end says nothing about the work. */
function finished(outcome, closing) {
    const didItsWork = outcome.kind === 'exited' && outcome.exitCode === 0;
    if (closing.aborted && !didItsWork)
        throw new interruption/* Interruption */._();
    return outcome;
}
function changesNothing({ method = 'GET' }) {
    return method === 'GET';
}
//# sourceMappingURL=closing.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/ordinary-value.js
/** Names that say of themselves that their value is to be kept secret. */
const secretName = /pass|pwd|secret|token|key|credential|auth|private|dsn|salt|cert|hash|signature/i;
/** A word as people write them, with the number of a region or version behind it; what is longer is no word. */
const word = /^(?:[a-z]{1,20}|[A-Z]{1,20}|[A-Z][a-z]{1,19})\d{0,3}$/;
/** Shorter values are found by trying, and stand in texts by chance. */
const shortestUnknown = 8;
/**
 * Whether a NAME=value is a setting rather than a secret: `NODE_ENV=prod`, `APP_NAME=shop`, `ORIGIN=https://shop.dev`.
 * Hiding such a value hides nothing, and makes the runner drop every output in which the word occurs. GitHub itself
 * hides what comes from its own secrets, whatever it looks like.
 */
function isOrdinary(name, value) {
    const text = value.trim();
    if (secretName.test(name))
        return false;
    return text.length < shortestUnknown || isNumbers(text) || isWords(text) || isPlainAddress(text);
}
/** Numbers, versions, dates, IP addresses. */
function isNumbers(text) {
    return /^v?[\d.,:+\-/ T]+Z?$/.test(text);
}
/** Words with separators: names, lists, hosts with their ports, paths, regions, e-mail addresses. */
function isWords(text) {
    const withoutPorts = text.replace(/:\d{1,5}(?=[/,;]|$)/g, '');
    return withoutPorts.split(/[-_. /,;@+=]+/).every((part) => part === '' || /^\d{1,4}$/.test(part) || word.test(part));
}
/** Without user, password or query: those carry keys. */
function isPlainAddress(text) {
    if (!/^[a-z][a-z0-9+.-]*:\/\//.test(text) || !URL.canParse(text))
        return false;
    const { username, password, search, hash, host, pathname } = new URL(text);
    return [username, password, search, hash].every((part) => part === '') && isWords(`${host}${pathname}`);
}
//# sourceMappingURL=ordinary-value.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/protect-inputs.js


/** Declares every given secret before anything is parsed, so that no message about inputs can show one. */
function protectInputs(spec, raw, protect) {
    for (const [name, kind] of Object.entries(spec)) {
        const values = [raw.given[name], kind.environment && raw.environment[kind.environment]].map((value) => value?.trim());
        for (const value of values) {
            if (value === undefined || value === '')
                continue;
            if (kind.kind === 'secret')
                protect(new secret/* Secret */.zh(value));
            if (kind.kind === 'pairs')
                protectPairs(value, protect);
        }
    }
}
/** Of NAME=value only what may be a secret: a setting such as NODE_ENV=prod hides nothing and garbles everything. */
function protectPairs(text, protect) {
    for (const line of text.split('\n')) {
        const cut = line.indexOf('=');
        const [name, value] = [line.slice(0, Math.max(0, cut)).trim(), line.slice(cut + 1).trim()];
        if (value !== '' && !isOrdinary(name, value))
            protect(new secret/* Secret */.zh(value));
    }
}
//# sourceMappingURL=protect-inputs.js.map
;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(7030);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __nccwpck_require__(6466);
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/disk-files.js








const leftovers = new Set();
process.once('exit', () => {
    for (const folder of leftovers)
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
});
const diskFiles = {
    readText: (path) => unlessMissing(path, () => (0,promises_namespaceObject.readFile)(path, 'utf8')),
    readBytes: (path) => unlessMissing(path, () => (0,promises_namespaceObject.readFile)(path)),
    writeBytes: (path, bytes, options) => (0,promises_namespaceObject.writeFile)(path, bytes, { mode: options?.isExecutable ? 0o700 : 0o600 }),
    writeText: async (path, text) => {
        await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_namespaceObject.writeFile)(path, text, { mode: 0o600 });
    },
    exists: async (path) => {
        try {
            await (0,promises_namespaceObject.access)(path);
            return true;
        }
        catch {
            return false;
        }
    },
    copy: async (from, to) => {
        await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(to), { recursive: true });
        await (0,promises_namespaceObject.copyFile)(from, to);
    },
    sha256: (path) => unlessMissing(path, async () => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        await (0,promises_.pipeline)((0,external_node_fs_.createReadStream)(path), hash);
        return hash.digest('hex');
    }),
    list: async (folder) => {
        try {
            const entries = await (0,promises_namespaceObject.readdir)(folder, { recursive: true, withFileTypes: true });
            return entries
                .filter((entry) => entry.isFile())
                .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name).slice((0,external_node_path_.join)(folder, external_node_path_.sep).length).replaceAll(external_node_path_.sep, '/'))
                .sort();
        }
        catch (error) {
            if (isMissing(error))
                return [];
            throw unreadable(folder, error);
        }
    },
    entries: async (folder) => {
        const names = (await unlessMissing(folder, () => (0,promises_namespaceObject.readdir)(folder, { withFileTypes: true }))) ?? [];
        const found = await Promise.all(names.map((entry) => unlessMissing(folder, () => describeEntry(entry))));
        return found.filter((entry) => entry !== undefined).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    makeTemporaryFolder: async () => {
        const folder = await (0,promises_namespaceObject.mkdtemp)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] ?? (0,external_node_os_namespaceObject.tmpdir)(), 'fly-monitoring-'));
        leftovers.add(folder);
        return folder;
    },
    removeFolder: async (path) => {
        await (0,promises_namespaceObject.rm)(path, { recursive: true, force: true });
        leftovers.delete(path);
    },
    freePort: async () => {
        for (let attempt = 0; attempt < portRange; attempt++) {
            const port = lowestPort + (nextPort++ % portRange);
            if (await isFree(port))
                return port;
        }
        throw new Error(`Every port from ${lowestPort} to ${lowestPort + portRange - 1} is taken.`);
    },
};
async function describeEntry(entry) {
    const { name } = entry;
    const path = (0,external_node_path_.join)(entry.parentPath, name);
    const mode = (await (0,promises_namespaceObject.lstat)(path)).mode & 0o7777;
    if (entry.isSymbolicLink())
        return { name, kind: 'link', mode, target: await (0,promises_namespaceObject.readlink)(path) };
    return { name, kind: entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other', mode };
}
/**
 * Below 32768, where Linux begins to take ports for outgoing connections: a port from there is often taken again
 * between being found and being used.
 */
const lowestPort = 15_000;
const portRange = 17_000;
/** One after the other: what is found at the same time is not there twice, as random ports now and then are. */
let nextPort = Math.floor(Math.random() * portRange);
function isFree(port) {
    return new Promise((resolve) => {
        const server = (0,external_node_net_.createServer)();
        server.once('error', () => resolve(false));
        server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
    });
}
async function unlessMissing(path, read) {
    try {
        return await read();
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw unreadable(path, error);
    }
}
function unreadable(path, cause) {
    return new suite_error/* SuiteError */.$K({
        code: 'FILE_INVALID',
        message: `${path} cannot be read: ${(0,suite_error/* errorMessage */.gJ)(cause)}`,
        hint: 'Let the user of this process read it, or name another file.',
        cause,
    });
}
function isMissing(error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR';
}
//# sourceMappingURL=disk-files.js.map
;// CONCATENATED MODULE: external "node:timers/promises"
const external_node_timers_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/system-clock.js

const systemClock = {
    now: () => Date.now(),
    sleep: async (ms) => {
        await (0,external_node_timers_promises_namespaceObject.setTimeout)(ms);
    },
};
//# sourceMappingURL=system-clock.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/undici-http.js
/**
 * HTTP by undici, which is loaded with the first request: loading it takes longer than all else of a start, and most
 * runs that change nothing ask nobody but flyctl.
 */
function undiciHttp() {
    let opened;
    const open = () => {
        opened ??= Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(442)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3442)).then(({ openUndici }) => openUndici());
        return opened;
    };
    return {
        send: async (request) => (await open()).send(request),
        download: async (url, path, options) => (await open()).download(url, path, options),
    };
}
//# sourceMappingURL=undici-http.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/run-stage.js








/**
 * Runs a stage on the real edges. A cancelled run ends with what its stage has to say; one that does not come to its
 * end in time, with an error that says so.
 * @throws what the stage throws
 */
function runStage(stage, { raw, closing, surroundings, toolCache }) {
    protectInputs(stage.inputs, raw, surroundings.protect);
    const edges = {
        clock: systemClock,
        http: undiciHttp(),
        processes: childProcesses,
        files: diskFiles,
        ...(toolCache && { toolCache }),
    };
    const tools = { ...closeableEdges(edges, closing.begun), ...surroundings };
    const work = async () => (await stage.prepare(raw, tools)).run();
    return Promise.race([work(), overdue(closing, stage.name)]);
}
function overdue({ overdue: signal }, stage) {
    return new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(errorReport((0,suite_error/* interruptedError */.n7)(stage))), { once: true });
    });
}
//# sourceMappingURL=run-stage.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/tool-cache.js

/** Loaded when it is needed, as most runs find flyctl on PATH: it brings an HTTP stack and a version grammar along. */
const load = () => Promise.all(/* import() */[__nccwpck_require__.e(942), __nccwpck_require__.e(143)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3143));
/**
 * The tool cache of GitHub's runner. Only for actions: it writes `::debug::` lines to standard output, where the
 * command line prints JSON.
 */
const actionsToolCache = {
    find: async ({ tool, version, arch, name }) => {
        if (!hasCache())
            return undefined;
        const folder = (await load()).find(tool, version, arch);
        return folder === '' ? undefined : (0,external_node_path_.join)(folder, name);
    },
    keep: async (path, { tool, version, arch, name }) => {
        if (hasCache())
            await (await load()).cacheFile(path, name, tool, version, arch);
    },
};
/** A runner sets it; the toolkit throws without it. */
function hasCache() {
    return (process.env['RUNNER_TOOL_CACHE'] ?? '') !== '';
}
//# sourceMappingURL=tool-cache.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/github-start.js










/** Runs a stage as a GitHub action: the only place of an action that ends the process. */
async function startGitHubStage(stage) {
    outliveReaders();
    const redactor = new secret/* Redactor */.pO();
    const log = gitHubLog(redactor);
    const closing = closeOnSignals((signal) => log.info(`${signal}: cancelled; nothing new is started.`));
    const protect = (secret) => {
        for (const form of redactor.add(secret.reveal()))
            issueCommand('add-mask', {}, form);
    };
    const raw = { given: inputsFromEnvironment(process.env), environment: process.env };
    const surroundings = { log, protect, context: gitHubContext(process.env) };
    const report = await runStage(stage, { raw, closing, surroundings, toolCache: actionsToolCache }).catch((thrown) => errorReportOf(thrown, { stage, log }));
    publish(report, { log, redactor });
    await endProcess(exitCodeOf(report, closing));
}
function exitCodeOf({ conclusion }, closing) {
    switch (conclusion) {
        case 'success':
            return 0;
        case 'failure':
            return 1;
        case 'interrupted':
            return closing.exitCode();
    }
}
/** `INPUT_FLY-API-TOKEN` -> `fly-api-token`: the runner upper-cases names and keeps hyphens. */
function inputsFromEnvironment(environment) {
    return Object.fromEntries(Object.entries(environment)
        .filter(([name]) => name.startsWith('INPUT_'))
        .map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value ?? '']));
}
/**
 * Read from the runner's variables alone: the toolkit's own context reads the event's file when it is imported, and
 * ends the process with a stack where that file is damaged.
 */
function gitHubContext(environment) {
    const given = (name) => environment[name] || undefined;
    const [repository, sha, runId] = [given('GITHUB_REPOSITORY'), given('GITHUB_SHA'), given('GITHUB_RUN_ID')];
    const server = given('GITHUB_SERVER_URL') ?? 'https://github.com';
    return {
        repository: repository ?? '',
        sha,
        ref: given('GITHUB_REF'),
        runLabel: [sha?.slice(0, 12), runId, given('GITHUB_RUN_ATTEMPT')].filter(Boolean).join('-'),
        runUrl: repository === undefined || runId === undefined ? undefined : `${server}/${repository}/actions/runs/${runId}`,
        actor: given('GITHUB_ACTOR'),
        workspace: given('GITHUB_WORKSPACE') ?? process.cwd(),
    };
}
function publish(report, tools) {
    for (const line of report.lines)
        tools.log.info(line);
    for (const annotation of report.annotations)
        tools.log.annotate(annotation);
    // Outputs are addresses, numbers and paths that later steps use as they are; no stage puts a secret into one.
    for (const [name, value] of Object.entries(report.outputs))
        setOutput(name, value);
    addToSummary((0,markdown/* trimSummary */.HU)(tools.redactor.redact(report.summary)));
}
/** An unexpected error is a defect: its stack is what a bug report needs. */
function errorReportOf(thrown, { stage, log }) {
    const error = (0,suite_error/* toSuiteError */.oQ)(thrown, stage.name);
    if (error.code === 'UNEXPECTED' && typeof thrown === 'object' && thrown !== null && 'stack' in thrown) {
        log.info(String(thrown.stack));
    }
    return errorReport(error);
}
//# sourceMappingURL=github-start.js.map

/***/ }),

/***/ 216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   OZ: () => (/* binding */ url),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   zM: () => (/* binding */ boolean)
/* harmony export */ });
/* unused harmony export pairs */
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1580);
/* harmony import */ var _text_duration_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1998);


const right = (value) => ({ ok: true, value });
const wrong = (problem) => ({ ok: false, problem });
function text(facts) {
    const { pattern, expects = 'text', ...rest } = facts;
    const parse = (raw) => pattern === undefined || pattern.test(raw) ? right(raw) : wrong(`it must be ${expects}`);
    return { ...rest, kind: 'text', expects, parse };
}
/** Never printed, not even when it is wrong. */
function secret(facts) {
    return { ...facts, kind: 'secret', expects: 'a secret', parse: (raw) => right(new _secret_js__WEBPACK_IMPORTED_MODULE_0__/* .Secret */ .zh(raw)) };
}
function url(facts) {
    return { ...facts, kind: 'url', expects: 'an https:// address without user and password', parse: parseUrl };
}
function parseUrl(raw) {
    if (!URL.canParse(raw))
        return wrong('it must be a whole address such as https://host/path');
    const parsed = new URL(raw);
    if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:')
        return wrong('it must begin with https://');
    if (parsed.username !== '' || parsed.password !== '') {
        return wrong('it must not hold a user or password: addresses are logged; give them in their own inputs');
    }
    return right(raw.replace(/\/+$/, ''));
}
function choice(choices, facts) {
    const parse = (raw) => choices.includes(raw) ? right(raw) : wrong(`it must be one of ${choices.join(', ')}`);
    return { ...facts, kind: 'choice', choices, expects: choices.join(', '), parse };
}
/** Only `true` and `false`, as in YAML 1.2: a typing error must not silently become false. */
function boolean(facts) {
    const parse = (raw) => /^(true|false)$/i.test(raw) ? right(raw.toLowerCase() === 'true') : wrong('it must be true or false');
    return { ...facts, kind: 'boolean', expects: 'true or false', parse };
}
function integer(facts) {
    const { min, max, ...rest } = facts;
    const expects = `a whole number from ${min} to ${max}`;
    const parse = (raw) => {
        const value = Number(raw);
        return /^-?\d+$/.test(raw) && value >= min && value <= max ? right(value) : wrong(`it must be ${expects}`);
    };
    return { ...rest, kind: 'integer', expects, parse };
}
/** Milliseconds. */
function duration(facts) {
    const parse = (raw) => {
        const ms = (0,_text_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(raw);
        return ms === undefined ? wrong('it must be a duration such as 90s, 5m or 1h') : right(ms);
    };
    return { ...facts, kind: 'duration', expects: 'a duration such as 90s or 5m', parse };
}
/** One item a line, or separated by commas; empty ones are left out. */
function list(facts) {
    const parse = (raw) => right(raw
        .split(/[\n,]/)
        .map((item) => item.trim())
        .filter((item) => item !== ''));
    return { ...facts, kind: 'list', expects: 'a list, one item a line', parse };
}
/** `NAME=value`, one a line. The values are secrets as long as nobody says otherwise. */
function pairs(facts) {
    return { ...facts, kind: 'pairs', expects: 'NAME=value, one a line', parse: parsePairs };
}
function parsePairs(raw) {
    const map = new Map();
    for (const [index, line] of raw.split('\n').entries()) {
        if (line.trim() === '')
            continue;
        const match = /^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(line.replace(/\r$/, ''));
        if (match === null)
            return wrong(`line ${index + 1} must be NAME=value`);
        const name = match[1] ?? '';
        if (map.has(name))
            return wrong(`${name} is given twice`);
        map.set(name, new Secret(match[2] ?? ''));
    }
    return right(map);
}
//# sourceMappingURL=input-kinds.js.map

/***/ }),

/***/ 4947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JB: () => (/* binding */ appName),
/* harmony export */   LA: () => (/* binding */ deadlineInput),
/* harmony export */   UO: () => (/* binding */ appConfig),
/* harmony export */   _t: () => (/* binding */ releaseInput),
/* harmony export */   dO: () => (/* binding */ sharedInputs),
/* harmony export */   gw: () => (/* binding */ flyctlInputs),
/* harmony export */   l2: () => (/* binding */ monitoringConfig)
/* harmony export */ });
/* harmony import */ var _input_kinds_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(216);

/** Fly's rule for app names: they become host names. */
const appName = {
    pattern: /^[a-z0-9][a-z0-9-]{0,62}$/,
    expects: 'a Fly app name: lower-case letters, digits and hyphens',
};
/** The inputs of every stage that runs flyctl; "flyctl-problems.ts" of packages/fly has the rules over both. */
const flyctlInputs = {
    'flyctl-version': (0,_input_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        help: 'Version of flyctl, with its flyctl-checksum. Without it: the one on PATH, else the pinned one.',
        pattern: /^\d+\.\d+\.\d+$/,
        expects: 'a version such as 0.4.87',
    }),
    'flyctl-checksum': (0,_input_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        help: 'sha256 of the archive of flyctl-version for this system, from the checksums.txt of its release; or "unverified" to run it without a check.',
        pattern: /^([0-9a-fA-F]{64}|unverified)$/,
        expects: '64 hexadecimal digits, or the word unverified',
    }),
};
/** Of a stage, in which all its retries and waits fit. */
function deadlineInput(defaultDeadline) {
    return (0,_input_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        help: 'Budget of the whole step, in which all of its retries and waits fit; keep the timeout-minutes of the job longer.',
        default: defaultDeadline,
    });
}
/** What a deploy is called: the annotation names it, and the proof looks for it. */
const releaseInput = {
    release: (0,_input_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        help: 'Commit or version that was deployed: an annotation names it, and the scraped processes must have it: the label revision of a metric *_build_info; where a job has none, its processes must have started after since. Empty: not looked at.',
        pattern: /^[A-Za-z0-9._+/-]{1,128}$/,
        expects: 'a commit or a version: letters, digits and . _ + / -',
    }),
};
/** The files that name the two apps. */
const appConfig = (0,_input_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ help: 'fly.toml of the app; its "app" is the app\'s name.', default: 'fly.toml' });
const monitoringConfig = (0,_input_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    help: 'fly.toml of the monitoring app; its "app" is the name unless monitoring-app says another.',
    default: 'fly.monitoring.toml',
});
/** The inputs that every stage has. */
const sharedInputs = {
    'dry-run': (0,_input_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zM)({ help: 'Print what would be done and change nothing.', default: 'false' }),
    'fly-api-token': (0,_input_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
        help: 'Fly.io token that may deploy the app ("fly tokens create deploy"). May be empty where flyctl is logged in.',
        environment: 'FLY_API_TOKEN',
    }),
    'fly-monitoring-api-token': (0,_input_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
        help: 'Fly.io token of the monitoring app, when the other one may not deploy it.',
        environment: 'FLY_MONITORING_API_TOKEN',
    }),
    'monitored-app': (0,_input_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ help: 'Fly app whose services are monitored. Empty: "app" of its fly.toml.', ...appName }),
    'monitoring-app': (0,_input_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        help: 'Fly app that runs Prometheus. Empty: "app" of its fly.toml, else <monitored-app>-monitoring.',
        ...appName,
    }),
    environment: (0,_input_kinds_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        help: 'Name that tells this deployment from others in labels, messages and reports. Beside production, its dashboards get a uid, a title and a folder of their own.',
        default: 'production',
        pattern: /^[A-Za-z0-9._-]{1,64}$/,
        expects: 'letters, digits, dots, hyphens',
    }),
};
//# sourceMappingURL=shared-inputs.js.map

/***/ }),

/***/ 643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Interruption),
/* harmony export */   s: () => (/* binding */ isInterruption)
/* harmony export */ });
/**
 * What the edges throw once the run was cancelled. It is no SuiteError: code that has an answer to expected errors must
 * not take it for one of them, and so it unwinds to whoever tells the person.
 */
class Interruption extends Error {
    constructor() {
        super('The run was cancelled.');
        this.name = 'Interruption';
    }
}
function isInterruption(thrown) {
    return thrown instanceof Interruption;
}
//# sourceMappingURL=interruption.js.map

/***/ }),

/***/ 1580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   pO: () => (/* binding */ Redactor),
/* harmony export */   zh: () => (/* binding */ Secret)
/* harmony export */ });
/* unused harmony export secretForms */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3059);


const hidden = '***';
/** A value that shows itself only to a caller that asks with `reveal()`; printed, logged or serialised it is `***`. */
class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    reveal() {
        return this.#value;
    }
    toString() {
        return hidden;
    }
    toJSON() {
        return hidden;
    }
    [node_util__WEBPACK_IMPORTED_MODULE_0__.inspect.custom]() {
        return hidden;
    }
}
/**
 * Shorter values, and their encoded forms, are not replaced in texts: they occur by chance, and the runner drops every
 * output that holds a masked value.
 */
const shortestRedacted = 6;
/** Words that stand in every log, so that hiding them would hide nothing and garble everything. */
const everyday = /^(production|development|staging|default|password|secret|\d{1,6})$/i;
/** Replaces known secrets, and the forms in which they travel, in any text that leaves the process. */
class Redactor {
    #needles = new Set();
    /** @returns the forms that were added, for the runner's own masking */
    add(value) {
        const forms = secretForms(value);
        // Summaries are escaped before they are redacted, and an escaped secret is one still.
        for (const form of forms)
            for (const needle of [form, (0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeCell */ .kq)(form)])
                this.#needles.add(needle);
        return forms;
    }
    redact(text) {
        let out = text;
        // Longest first, or a part of a token would be replaced and the rest of it left standing.
        for (const needle of [...this.#needles].sort((a, b) => b.length - a.length))
            out = out.replaceAll(needle, hidden);
        return out;
    }
}
/**
 * The value and its lines, without a scheme as well; the parts of a Fly token, which is `FlyV1 part,part`; the password
 * inside an address; and the base64 and percent-encoded forms of each.
 */
function secretForms(value) {
    const withoutScheme = value.trim().replace(/^(FlyV1|Bearer|Basic)\s+/i, '');
    const wholes = [value, withoutScheme, ...flyTokenParts(withoutScheme), ...passwordsIn(value), ...value.split('\n')];
    const isHideable = (text) => text.length >= shortestRedacted && !everyday.test(text);
    const forms = wholes
        .map((whole) => whole.trim())
        .filter(isHideable)
        .flatMap((whole) => [whole, Buffer.from(whole).toString('base64'), orSame(encodeURIComponent, whole)]);
    return [...new Set(forms)];
}
function flyTokenParts(value) {
    return /(^|,)f[mo]\d+r?_/.test(value) ? value.split(',') : [];
}
function passwordsIn(value) {
    const address = value.trim();
    if (!URL.canParse(address))
        return [];
    const { password } = new URL(address);
    return [password, orSame(decodeURIComponent, password)];
}
/** Half a surrogate pair cannot be encoded, nor a lone % be decoded. */
function orSame(convert, text) {
    try {
        return convert(text);
    }
    catch {
        return text;
    }
}
//# sourceMappingURL=secret.js.map

/***/ }),

/***/ 9581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $K: () => (/* binding */ SuiteError),
/* harmony export */   gJ: () => (/* binding */ errorMessage),
/* harmony export */   n7: () => (/* binding */ interruptedError),
/* harmony export */   oQ: () => (/* binding */ toSuiteError),
/* harmony export */   t$: () => (/* binding */ isSuiteError)
/* harmony export */ });
/* harmony import */ var _interruption_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(643);

/** The one error class: everything a person needs to go on, and no secret. */
class SuiteError extends Error {
    code;
    hint;
    isTemporary;
    constructor(facts) {
        super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
        this.name = 'SuiteError';
        this.code = facts.code;
        this.hint = facts.hint;
        this.isTemporary = facts.isTemporary ?? false;
    }
}
/** Duck typing: an error from another realm (a test's, a worker's) is not an instance of this realm's classes. */
function isSuiteError(value) {
    return (value instanceof SuiteError || (typeof value === 'object' && value !== null && 'hint' in value && 'code' in value));
}
/** The text of anything that can be thrown, with its causes. */
function errorMessage(thrown) {
    if (typeof thrown !== 'object' || thrown === null || !('message' in thrown))
        return String(thrown);
    const message = String(thrown.message);
    const cause = 'cause' in thrown && thrown.cause !== undefined ? errorMessage(thrown.cause) : '';
    return cause === '' || message.includes(cause) ? message : `${message} (${cause})`;
}
/** What a cancelled run ends with where nothing more is known. */
function interruptedError(what, cause) {
    return new SuiteError({
        code: 'INTERRUPTED',
        message: `${what} was cancelled before it had finished.`,
        hint: 'Run it again: what was done already is found and not done twice.',
        cause,
    });
}
/** An expected error as it is; anything else becomes UNEXPECTED and keeps its cause. `what`: for a cancelled run. */
function toSuiteError(thrown, what = 'The run') {
    if (isSuiteError(thrown))
        return thrown;
    if ((0,_interruption_js__WEBPACK_IMPORTED_MODULE_0__/* .isInterruption */ .s)(thrown))
        return interruptedError(what, thrown);
    return new SuiteError({
        code: 'UNEXPECTED',
        message: `Unexpected: ${errorMessage(thrown)}`,
        hint: 'Open an issue with this log; it holds no secrets.',
        cause: thrown,
    });
}
//# sourceMappingURL=suite-error.js.map

/***/ }),

/***/ 1998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ parseDuration),
/* harmony export */   a: () => (/* binding */ formatDuration)
/* harmony export */ });
const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000, y: 31_536_000_000 };
/** `90`, `90s`, `1.5m`, `1h30m` -> milliseconds; a bare number is seconds, as flyctl reads it. Undefined when it is none. */
function parseDuration(text) {
    const trimmed = text.trim();
    if (/^\d+$/.test(trimmed))
        return Number(trimmed) * unitMs.s;
    if (!/^(\d+(\.\d+)?(ms|[smhdwy]))+$/.test(trimmed))
        return undefined;
    let totalMs = 0;
    for (const [, count, unit] of trimmed.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdwy])/g)) {
        totalMs += Number(count) * unitMs[unit];
    }
    return Math.round(totalMs);
}
/** Milliseconds as people write them: `850 ms`, `12 s`, `2 min 5 s`. */
function formatDuration(ms) {
    if (ms < 1_000)
        return `${Math.round(ms)} ms`;
    const seconds = Math.round(ms / 1_000);
    if (seconds < 120)
        return `${seconds} s`;
    const rest = seconds % 60;
    return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}
//# sourceMappingURL=duration.js.map

/***/ }),

/***/ 7338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EQ: () => (/* binding */ cutLines),
/* harmony export */   GJ: () => (/* binding */ onOneLine),
/* harmony export */   Is: () => (/* binding */ harmless),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   it: () => (/* binding */ cutMiddle)
/* harmony export */ });
/**
 * Text that servers, tools and files wrote, made fit for a log: nothing in it is a command to GitHub's runner, moves a
 * terminal's cursor or hides. What is replaced stays visible as an escape such as `\r` or `\u202e`.
 */
/** Colours and weights. They hold no text; everything else that begins with ESC is shown. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const colours = /\u001b\[[0-9;]*m/g;
/** Control and format characters, lone surrogates, and the line ends that are not `\n`. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Every character can be seen; `\n` stays a line break and a tab a tab. */
function visible(text) {
    return text.replace(colours, '').replaceAll('\r\n', '\n').replace(unseen, escapeCharacter);
}
function escapeCharacter(character) {
    if (character === '\n' || character === '\t')
        return character;
    if (character === '\r')
        return '\\r';
    const hex = (character.codePointAt(0) ?? 0).toString(16);
    return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}
/** For cells and titles: line breaks and tabs become spaces. */
function onOneLine(text) {
    return visible(text).replace(/\s+/g, ' ').trim();
}
/**
 * No line of it is a workflow command. The runner reads lines that end with `\r`, `\n` or `\r\n`
 * (StreamReader.ReadLine), trims what .NET calls white space from their beginning, and obeys `::command::` there and
 * `##[command]` anywhere (actions/runner 258d6c8, src/Runner.Common/ActionCommand.cs, TryParseV2 and TryParse). Of that
 * white space only tabs and space separators are left once the rest is visible.
 */
function harmless(text) {
    return visible(text)
        .replace(/^([\t\p{Zs}]*)::/gmu, '$1: :')
        .replaceAll('##[', '## [');
}
/** Nobody reads on in a longer line, and browsers are slow to show one. */
const longestLineCharacters = 8_000;
/** Cuts each line that nobody would read to its end. */
function cutLines(text) {
    return text
        .split('\n')
        .map((line) => cutMiddle(line, longestLineCharacters))
        .join('\n');
}
/** Keeps both ends, as the reason often stands last, and says how much is left out; no character is cut in two. */
function cutMiddle(text, mostCharacters) {
    if (text.length <= mostCharacters)
        return text;
    const note = (count) => ` … (${count} characters left out) … `;
    const room = Math.max(0, mostCharacters - note(text.length).length);
    const tailLength = Math.floor(room / 3);
    const headEnd = room - tailLength - (isInsidePair(text, room - tailLength) ? 1 : 0);
    const atTail = text.length - tailLength;
    const tailStart = atTail + (isInsidePair(text, atTail) ? 1 : 0);
    return text.slice(0, headEnd) + note(tailStart - headEnd) + text.slice(tailStart);
}
/** Characters beyond U+FFFF are two units long. */
function isInsidePair(text, at) {
    return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
//# sourceMappingURL=foreign-text.js.map

/***/ }),

/***/ 3059:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   HU: () => (/* binding */ trimSummary),
/* harmony export */   Qj: () => (/* binding */ markdownTable),
/* harmony export */   ed: () => (/* binding */ textTable),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   kq: () => (/* binding */ escapeCell)
/* harmony export */ });
/* unused harmony exports summaryLimitBytes, inlineCode */
/* harmony import */ var _foreign_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7338);

/** GitHub refuses a step summary of more bytes (1 MiB by file size); what is over is not uploaded at all. */
const summaryLimitBytes = 1_048_576;
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/**
 * Text from servers and files as one line of plain text, in a cell, an item or a paragraph: no markup, no image, no
 * link with a text of its own, no mention. A bare address stays one to click: it leads where it says.
 */
function escapeCell(text) {
    return ((0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .onOneLine */ .GJ)(text)
        .replace(/[&<>]/g, (character) => entities[character] ?? character)
        .replace(/([\\`*_[\]|~$])/g, '\\$1')
        .replace(/^(#{1,6}(?= |$)|[-+](?= |$)|-{2,}|=+)/, '\\$1')
        .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2')
        // GitHub looks for mentions after the escapes are resolved; a space without width is what its own bots use.
        .replace(/(?<!\w)@(?=\w)/g, '@&#8203;'));
}
/** Inside a line; an element, because a code span whose end is cut off would set its content free. */
function inlineCode(text) {
    return `<code>${escapeCell(text)}</code>`;
}
/** Lines as they are, in a fence longer than any run of backticks in them. */
function codeBlock(text) {
    const seen = (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text);
    const longestRun = Math.max(2, ...(seen.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longestRun + 1);
    return `${fence}text\n${seen}\n${fence}`;
}
/** A link to a web address; the text alone when it is none. */
function markdownLink(text, address) {
    const shown = escapeCell(text);
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
        return shown;
    return `[${shown}](${new URL(address).href.replace(/[()[\]|<>\\`*_~$@]/g, percentEncode)})`;
}
function percentEncode(sign) {
    return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
}
/** A table; cells are raw Markdown: escape what comes from outside. No rows, no table. */
function markdownTable(header, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.join(' | ')} |`;
    return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
/** A table for a terminal: columns padded, no borders, one line a row whatever the cells hold. */
function textTable(header, rows) {
    const all = [header, ...rows].map((row) => row.map(_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .onOneLine */ .GJ));
    const widths = header.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
    return all.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
}
/** A longer line is one huge answer, and would push out everything below it. */
const longestSummaryLine = 16_384;
/** When it does not fit: cuts the middle of huge lines, then whole lines off the end, and says how much. In bytes. */
function trimSummary(markdown, limitBytes = summaryLimitBytes) {
    const sizeBytes = Buffer.byteLength(markdown);
    if (sizeBytes <= limitBytes)
        return markdown;
    const longestLine = Math.min(longestSummaryLine, Math.floor(limitBytes / 4));
    const cut = markdown.split('\n').map((line) => (0,_foreign_text_js__WEBPACK_IMPORTED_MODULE_0__/* .cutMiddle */ .it)(line, longestLine));
    if (Buffer.byteLength(cut.join('\n')) <= limitBytes)
        return cut.join('\n');
    const note = (bytes) => `\n\n_Cut: ${bytes} of ${sizeBytes} bytes are left out here; look at the log._\n`;
    const kept = linesWithin(cut, limitBytes - Buffer.byteLength(note(sizeBytes)));
    return kept + note(sizeBytes - Buffer.byteLength(kept));
}
/** As many lines as fit; a fence that is open after them is closed, or the note would stand in its code. */
function linesWithin(lines, limitBytes) {
    const kept = [];
    let sizeBytes = 0;
    let fence = '';
    for (const line of lines) {
        const nextFence = fenceAfter(line, fence);
        sizeBytes += Buffer.byteLength(line) + 1;
        if (sizeBytes + Math.max(fence.length, nextFence.length) > limitBytes)
            break;
        kept.push(line);
        fence = nextFence;
    }
    return [...kept, ...(fence === '' ? [] : [fence])].join('\n');
}
/** The fence that is open below the line; empty when there is none. */
function fenceAfter(line, open) {
    if (open === '')
        return /^`{3,}/.exec(line)?.[0] ?? '';
    return /^`+$/.test(line) && line.length >= open.length ? '' : open;
}
//# sourceMappingURL=markdown.js.map

/***/ }),

/***/ 7533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EM: () => (/* binding */ notKept),
/* harmony export */   Rc: () => (/* binding */ ownBackupFolder),
/* harmony export */   Ws: () => (/* binding */ backupIn)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6760);
/* harmony import */ var _fly_monitoring_kit__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9581);


/** Below the checkout, where there is no folder of a runner that goes away with the job. */
const ownBackupFolder = '.cache/grafana-backup';
function backupIn(given, { files, workspace }) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(given) ? given : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(workspace, given);
    let count = 0;
    const write = async ({ name, text }) => {
        if (given === ownBackupFolder && count === 0)
            await files.writeText((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, '.gitignore'), '*\n');
        const path = await freePath(files, { base: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, name), text });
        await files.writeText(path, text);
        count++;
    };
    const keep = async (copy) => {
        try {
            await write(copy);
            return undefined;
        }
        catch (thrown) {
            return `version ${copy.version} could not be kept in ${folder}: ${(0,_fly_monitoring_kit__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(thrown)}`;
        }
    };
    return {
        folder,
        hasFiles: () => count > 0,
        keep: (stored) => keep({ name: fileName(stored), version: stored.version, text: fileText(stored) }),
        keepLibraryPanel: (stored) => keep({ name: `library-panel-${fileName(stored)}`, version: stored.version, text: textOf({ result: stored }) }),
    };
}
/** A uid holds only letters, digits, hyphens and underscores, except where another tool made it. */
function fileName({ uid, version }) {
    return `${encodeURIComponent(uid)}-v${version}`;
}
/** In the form of Grafana's own answer, which an import reads too. */
function fileText({ json, folderUid, version, updatedBy, url }) {
    return textOf({ meta: { folderUid, version, updatedBy, url }, dashboard: json });
}
function textOf(answer) {
    return `${JSON.stringify(answer, null, 2)}\n`;
}
/** Numbers begin anew when a dashboard is deleted and made again, and a folder may outlive many runs. */
async function freePath(files, { base, text }) {
    for (let number = 1;; number++) {
        const path = number === 1 ? `${base}.json` : `${base}-${number}.json`;
        const there = await files.readText(path);
        if (there === undefined || there === text)
            return path;
    }
}
/** Nothing is replaced or deleted that could not be kept before. */
const notKept = {
    code: 'DASHBOARD_NOT_KEPT',
    hint: 'Give input "backup-folder" a folder that this user can write to, and run again.',
};
//# sourceMappingURL=backup.js.map

/***/ }),

/***/ 5922:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ deleteNothing),
/* harmony export */   N: () => (/* binding */ nothingToPrune)
/* harmony export */ });
const nothingToPrune = { deletes: [], left: [] };
/** When not everything is written: who repairs the rest may want to look at what is there. */
function deleteNothing({ deletes, left }) {
    const reason = 'its file is gone; nothing is deleted in a run in which not everything was written';
    return { deletes: [], left: [...left, ...deletes.map(({ uid, title, url }) => ({ uid, title, url, reason }))] };
}
//# sourceMappingURL=prune-plan.js.map

/***/ }),

/***/ 2953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  N: () => (/* binding */ readGrafana),
  P: () => (/* binding */ valueOrThrow)
});

;// CONCATENATED MODULE: ./packages/kit/lib/wait-until.js
/** Tries until it is done, final, or the budget is spent; there is always at least one try. */
async function waitUntil(clock, plan, attempt) {
    const start = clock.now();
    let delayMs = plan.firstDelayMs;
    for (let attempts = 1;; attempts++) {
        const result = await attempt(attempts);
        const elapsedMs = clock.now() - start;
        if (result.kind === 'done')
            return { kind: 'done', value: result.value, attempts, elapsedMs };
        if (result.kind === 'final')
            return { kind: 'final', attempts, last: result.observed };
        if (elapsedMs + delayMs > plan.budgetMs) {
            return { kind: 'timed-out', attempts, budgetMs: plan.budgetMs, last: result.observed };
        }
        await clock.sleep(delayMs);
        delayMs = Math.min(delayMs * plan.factor, plan.maxDelayMs);
    }
}
//# sourceMappingURL=wait-until.js.map
// EXTERNAL MODULE: ./packages/kit/lib/text/duration.js
var duration = __nccwpck_require__(1998);
// EXTERNAL MODULE: ./packages/kit/lib/suite-error.js
var suite_error = __nccwpck_require__(9581);
// EXTERNAL MODULE: ./packages/grafana/lib/json.js
var json = __nccwpck_require__(598);
// EXTERNAL MODULE: ./packages/grafana/lib/api/answer.js
var api_answer = __nccwpck_require__(1103);
// EXTERNAL MODULE: ./packages/grafana/lib/api/classify.js + 1 modules
var classify = __nccwpck_require__(5546);
// EXTERNAL MODULE: ./packages/grafana/lib/api/explain.js + 1 modules
var explain = __nccwpck_require__(9562);
// EXTERNAL MODULE: ./packages/grafana/lib/api/transport.js
var api_transport = __nccwpck_require__(5656);
;// CONCATENATED MODULE: ./packages/grafana/lib/api/waiting.js

/** Often enough for whoever watches, seldom enough for a log. */
const tellEveryMs = 30_000;
/** Tells what is waited for when the waiting begins, and how long already now and then. */
class WaitingForGrafana {
    #facts;
    #toldAtMs;
    constructor(facts) {
        this.#facts = facts;
    }
    /** Called with each failure that is waited out. */
    saw(failure, nowMs) {
        if (this.#toldAtMs !== undefined && nowMs - this.#toldAtMs < tellEveryMs)
            return;
        const line = this.#toldAtMs === undefined ? this.#begins(failure) : this.#lasts(failure, nowMs);
        this.#toldAtMs = nowMs;
        this.#facts.tell(line);
    }
    #begins(failure) {
        if (failure.kind === 'asleep')
            return 'Grafana is asleep; waking it. This takes up to a few minutes.';
        const { budgetMs } = this.#facts;
        const limit = budgetMs === undefined ? '' : ` for up to ${(0,duration/* formatDuration */.a)(budgetMs)}`;
        return `Grafana is not ready (${shortly(failure)}); trying again${limit}.`;
    }
    #lasts(failure, nowMs) {
        const { startedAtMs, budgetMs } = this.#facts;
        const limit = budgetMs === undefined ? '' : ` of ${(0,duration/* formatDuration */.a)(budgetMs)}`;
        return `Still waiting for Grafana, ${(0,duration/* formatDuration */.a)(nowMs - startedAtMs)}${limit}: ${shortly(failure)}`;
    }
}
/** What was seen, without the request. */
function shortly({ kind, status, message }) {
    if (kind === 'asleep')
        return '503, the stack is still loading';
    return status === 0 || message.startsWith('it ') ? message : `${status} ${message}`.trim();
}
//# sourceMappingURL=waiting.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/wake.js







const hiddenVersion = '(version hidden)';
const pollMs = 2_000;
/** No answer at all is waited for less patiently than a stack that says it is loading. */
const maxSilentTries = 4;
const notGrafana = 'Open the address in a browser. It must be the address of the Grafana itself, such as https://<stack>.grafana.net, not grafana.com and not a Prometheus address.';
const behindPassword = 'GET /api/health needs no token: something before Grafana asks for a password. Let requests with an Authorization header of Grafana through to /api, or give the address behind it.';
/**
 * Waits until Grafana answers. A paused Grafana Cloud stack answers 503 "Loading" and is woken by its login page:
 * asking /api/health alone leaves it asleep.
 * @throws SuiteError GRAFANA_UNREACHABLE
 */
async function wakeGrafana(edges, plan) {
    const { http, clock } = edges;
    const { url, orgId, budgetMs, tell } = plan;
    const headers = (0,api_transport/* organisationHeader */.Sv)(orgId);
    const waiting = new WaitingForGrafana({ startedAtMs: clock.now(), budgetMs, tell });
    let woken = false;
    let failure;
    const outcome = await waitUntil(clock, { budgetMs, firstDelayMs: pollMs, maxDelayMs: 10_000, factor: 1.5 }, async (tries) => {
        const answer = (0,classify/* classify */.L)(await http.send({ url: `${url}/api/health`, headers }), `GET ${url}/api/health`);
        failure = answer.kind === 'ok' ? undefined : answer;
        if (answer.kind === 'ok')
            return healthOf(answer.value);
        if (!isWorthWaiting(answer, tries))
            return { kind: 'final', observed: shortly(answer) };
        waiting.saw(answer, clock.now());
        if (answer.kind === 'asleep' && !woken) {
            woken = true;
            await openLoginPage(edges, plan);
        }
        return { kind: 'retry', observed: shortly(answer) };
    });
    if (outcome.kind === 'done')
        return outcome.value;
    throw unreachable(plan, outcome, failure);
}
/** What wakes a paused Grafana Cloud stack; what the page says does not matter. */
async function openLoginPage({ http }, { url, orgId }) {
    await http.send({ url: `${url}/login?disableAutoLogin=true`, headers: (0,api_transport/* organisationHeader */.Sv)(orgId) });
}
function healthOf(body) {
    // With hide_version (section auth.anonymous) Grafana answers {"database":"ok"} alone: pkg/api/http_server.go.
    const version = (0,json/* textIn */.r7)(body, 'version') ?? ((0,json/* textIn */.r7)(body, 'database') === undefined ? undefined : hiddenVersion);
    if (version === undefined)
        return { kind: 'final', observed: 'JSON without a version, so it is not Grafana' };
    return { kind: 'done', value: { version } };
}
function isWorthWaiting(failure, tries) {
    return (0,api_answer/* isTemporary */.e)(failure) && (failure.kind !== 'unreachable' || tries < maxSilentTries);
}
function unreachable({ url }, spent, failure) {
    const { attempts, last, budgetMs } = spent;
    const budget = budgetMs === undefined ? '' : ` within ${(0,duration/* formatDuration */.a)(budgetMs)}`;
    return new suite_error/* SuiteError */.$K({
        code: 'GRAFANA_UNREACHABLE',
        isTemporary: failure !== undefined && (0,api_answer/* isTemporary */.e)(failure),
        message: `Grafana at ${url} did not become ready${budget} (${attempts} attempts, last: ${last}).`,
        hint: hintFor(failure),
    });
}
function hintFor(failure) {
    if (failure?.kind === 'unauthorized')
        return behindPassword;
    const isOther = failure === undefined || failure.kind === 'not-found' || failure.kind === 'refused';
    const isPage = failure?.kind === 'not-grafana' && failure.redirect === undefined && failure.status !== 403;
    return isOther || isPage ? notGrafana : (0,explain/* explainFailure */.S)(failure).hint;
}
//# sourceMappingURL=wake.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/server-facts.js


/** What the token may do; undefined where this Grafana cannot tell. */
async function readPermissions(transport) {
    const answer = await transport.ask({ path: '/api/access-control/user/permissions' });
    if (answer.kind === 'not-found' || answer.kind === 'forbidden')
        return (0,api_answer.ok)(undefined);
    if (answer.kind !== 'ok')
        return answer;
    return (0,api_answer.ok)((0,json/* isObject */.Gv)(answer.value) ? new Set(Object.keys(answer.value)) : undefined);
}
/** The organisation that the token belongs to: the usual reason for "the dashboard is not there". */
async function readOrganisation(transport) {
    const answer = await transport.ask({ path: '/api/org' });
    if (answer.kind !== 'ok')
        return undefined;
    return { id: (0,json/* numberIn */.Po)(answer.value, 'id'), name: (0,json/* textIn */.r7)(answer.value, 'name') };
}
//# sourceMappingURL=server-facts.js.map
// EXTERNAL MODULE: ./packages/grafana/lib/api/datasources.js
var api_datasources = __nccwpck_require__(3279);
// EXTERNAL MODULE: ./packages/grafana/lib/api/folders.js
var api_folders = __nccwpck_require__(996);
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/read-grafana.js


/**
 * Wakes Grafana and reads what the plan needs of it.
 * @throws SuiteError GRAFANA_*
 */
async function readGrafana(grafana, { tools, wakeBudgetMs: budgetMs }) {
    const tell = (line) => tools.log.info(line);
    const { version } = await wakeGrafana(tools, { url: grafana.url, orgId: grafana.orgId, budgetMs, tell });
    const transport = (0,api_transport/* grafanaTransport */.UR)(tools, grafana);
    // Asked alone and first: with a wrong token everything else would fail in the same way.
    const permissions = valueOrThrow('Reading the permissions of the token', await readPermissions(transport));
    const [sources, folders, organisation] = await Promise.all([
        (0,api_datasources/* listDatasources */.rH)(transport),
        (0,api_folders/* listFolders */.uT)(transport),
        readOrganisation(transport),
    ]);
    checkOrganisation(organisation, grafana);
    const datasources = valueOrThrow('Listing the data sources', sources);
    return {
        transport,
        server: { url: grafana.url, version, organisation: organisation?.name },
        permissions,
        folders: valueOrThrow('Listing the folders', folders),
        datasources,
    };
}
/** Most releases refuse a token of another organisation by themselves (errAPIKeyOrgMismatch); the others pass over the header. */
function checkOrganisation(organisation, { url, orgId }) {
    if (orgId === undefined || organisation?.id === undefined || organisation.id === orgId)
        return;
    const { id, name } = organisation;
    throw new suite_error/* SuiteError */.$K({
        code: 'GRAFANA_TOKEN_REFUSED',
        message: `Input "org-id" is ${orgId}; the token belongs to organisation ${id}${name === undefined ? '' : ` (${name})`} at ${url}.`,
        hint: 'Make the service account in the organisation that is meant, or correct the input.',
    });
}
/** The value, or the failure as the error that ends the stage. */
function valueOrThrow(doing, answer) {
    if (answer.kind === 'ok')
        return answer.value;
    throw (0,explain/* failureError */.X)(doing, answer);
}
//# sourceMappingURL=read-grafana.js.map

/***/ }),

/***/ 6020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  l: () => (/* binding */ importDashboards)
});

// EXTERNAL MODULE: ./packages/kit/lib/suite-error.js
var suite_error = __nccwpck_require__(9581);
;// CONCATENATED MODULE: ./packages/grafana/lib/files/bad-file.js

const badFileHint = 'Correct the files, or export them again from Grafana with "Export for sharing externally".';
/** For those who can do nothing with the others alone. */
function bad_file_invalid(bad) {
    const lines = bad.flatMap(({ file, problems }) => problems.map((problem) => `${file}: ${problem}`));
    return new suite_error/* SuiteError */.$K({ code: 'DASHBOARD_INVALID', message: lines.join('\n'), hint: badFileHint });
}
//# sourceMappingURL=bad-file.js.map
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./packages/grafana/lib/document/decode-text.js
/** JSON is UTF-8 (RFC 8259, 8.1). Anything else is named: read as UTF-8 it would be imported with broken letters. */
function decodeText(bytes) {
    const format = formatOf(bytes);
    if (format !== undefined)
        return { kind: 'other', problem: format };
    try {
        // The decoder drops a byte order mark by itself.
        return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
    }
    catch {
        return { kind: 'other', problem: notUtf8(bytes) };
    }
}
function formatOf(bytes) {
    const [first = 1, second = 1, third = 1, fourth = 1] = bytes;
    if (first === 0x1f && second === 0x8b)
        return 'it is compressed with gzip; decompress it (gunzip) and commit the JSON';
    if (first === 0x50 && second === 0x4b && third === 0x03)
        return 'it is a ZIP archive; unpack it and commit the JSON';
    if (first === 0xff && second === 0xfe)
        return encoded(third === 0 && fourth === 0 ? 'UTF-32LE' : 'UTF-16LE');
    if (first === 0xfe && second === 0xff)
        return encoded('UTF-16BE');
    // A JSON text begins with a character of ASCII, whose other byte in UTF-16 is zero.
    if (first === 0 && second !== 0)
        return encoded('UTF-16BE');
    if (first !== 0 && second === 0)
        return encoded(third === 0 ? 'UTF-32LE' : 'UTF-16LE');
    return undefined;
}
function encoded(encoding) {
    return `it is encoded as ${encoding}, not as UTF-8; convert it with "iconv -f ${encoding} -t UTF-8", or save it as UTF-8 in the editor`;
}
function notUtf8(bytes) {
    const at = firstBrokenByte(bytes);
    const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;
    const hex = (bytes[at] ?? 0).toString(16).padStart(2, '0');
    return `it is not UTF-8: byte 0x${hex} in line ${line}, perhaps Latin-1 (Windows-1252); convert it with "iconv -f WINDOWS-1252 -t UTF-8", or save it as UTF-8 in the editor`;
}
/** Where a tolerant decoder puts its first replacement character, unless the file itself has one there. */
function firstBrokenByte(bytes) {
    const tolerant = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    for (const { index } of tolerant.matchAll(/\uFFFD/g)) {
        const at = Buffer.byteLength(tolerant.slice(0, index));
        const isItsOwn = bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd;
        if (!isItsOwn)
            return at;
    }
    return bytes.length;
}
//# sourceMappingURL=decode-text.js.map
// EXTERNAL MODULE: ./packages/grafana/lib/json.js
var lib_json = __nccwpck_require__(598);
// EXTERNAL MODULE: ./packages/grafana/lib/document/panels.js
var panels = __nccwpck_require__(171);
;// CONCATENATED MODULE: ./packages/grafana/lib/document/check-dashboard.js


/** Grafana's own rules: pkg/services/dashboards/errors.go and its short-id validation. */
const uidPattern = /^[A-Za-z0-9_-]+$/;
const uidMaxLength = 40;
const titleMaxLength = 5_000;
/**
 * What would make Grafana refuse the dashboard or show an empty page. Not the official JSON schema: that refuses 33 of
 * 40 public dashboards which Grafana loads without complaint.
 */
function dashboardProblems(json) {
    return [
        ...titleProblems(json),
        ...uidProblems(json),
        ...listProblems(json),
        ...(0,panels/* allPanels */.J)(json).flatMap(targetProblems),
    ];
}
function titleProblems(json) {
    const title = (0,lib_json/* textIn */.r7)(json, 'title')?.trim() ?? '';
    if (title === '')
        return ['title is missing; it must be a text that is not empty'];
    if (title.length <= titleMaxLength)
        return [];
    return [`title has ${title.length} characters; Grafana takes ${titleMaxLength} at most`];
}
function uidProblems(json) {
    const uid = json['uid'];
    if (uid === undefined || uid === null || uid === '')
        return [];
    if (typeof uid !== 'string')
        return ['uid must be a text'];
    const problems = [];
    if (!uidPattern.test(uid))
        problems.push(`uid "${uid}" may hold only letters, digits, hyphens and underscores`);
    if (uid.length > uidMaxLength)
        problems.push(`uid has ${uid.length} characters; Grafana takes ${uidMaxLength} at most`);
    return problems;
}
function listProblems(json) {
    return ['panels', 'rows'].flatMap((name) => {
        const field = json[name];
        if (field === undefined)
            return [];
        if (!Array.isArray(field))
            return [`${name} must be a list`];
        return field.flatMap((item, index) => ((0,lib_json/* isObject */.Gv)(item) ? [] : [`${name}[${index}] must be an object`]));
    });
}
function targetProblems(panel) {
    const where = (0,panels/* panelName */.e)(panel);
    const targets = panel['targets'];
    if (targets === undefined || targets === null)
        return [];
    if (!Array.isArray(targets))
        return [`targets of ${where} must be a list`];
    return (0,lib_json/* listIn */.Of)(panel, 'targets').flatMap((target, index) => {
        if (!(0,lib_json/* isObject */.Gv)(target))
            return [`targets[${index}] of ${where} must be an object`];
        const expr = target['expr'];
        return expr === undefined || expr === null || typeof expr === 'string'
            ? []
            : [`targets[${index}].expr of ${where} must be a text`];
    });
}
//# sourceMappingURL=check-dashboard.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/repair-dashboard.js


/** What Grafana mends itself when it loads a dashboard, done before the import, so that every reader sees the same. */
function repairDashboard(json) {
    const notes = [];
    const whole = withoutEmptyLists(json, notes);
    const numbered = mapPanels(whole, uniqueIds(whole, notes));
    return { json: mapPanels(numbered, (panel) => uniqueRefIds(panel, notes)), notes };
}
/** `null` for a list is an empty list to Grafana, and a null entry is none. */
function withoutEmptyLists(json, notes) {
    const { panels, rows, ...rest } = json;
    const lists = { ...(panels == null ? {} : { panels }), ...(rows == null ? {} : { rows }) };
    const filled = Object.keys(lists).length === 0 ? { panels: [] } : lists;
    const kept = panels === null || rows === null || !('panels' in json || 'rows' in json) ? { ...rest, ...filled } : json;
    if (panels == null && rows == null)
        notes.push('it has no panels: its page will be empty');
    return withoutNulls(kept, { where: 'the dashboard', notes });
}
const listsOfObjects = ['panels', 'rows', 'targets'];
function withoutNulls(holder, { where, notes }) {
    const lists = listsOfObjects.flatMap((name) => {
        const list = holder[name];
        if (!Array.isArray(list))
            return [];
        const kept = list.filter((item) => item !== null);
        const dropped = list.length - kept.length;
        if (dropped > 0)
            notes.push(`${name} of ${where} holds null ${dropped === 1 ? 'once' : `${dropped} times`}; left out`);
        const inner = (item) => withoutNulls(item, { where: (0,panels/* panelName */.e)(item), notes });
        return [[name, name === 'targets' ? kept : kept.map((item) => ((0,lib_json/* isObject */.Gv)(item) ? inner(item) : item))]];
    });
    return { ...holder, ...Object.fromEntries(lists) };
}
/** A copy in which `change` has replaced every panel, in the order of `allPanels`. */
function mapPanels(json, change) {
    const inside = (holder) => {
        if (!Array.isArray(holder['panels']))
            return holder;
        return { ...holder, panels: holder['panels'].map((panel) => ((0,lib_json/* isObject */.Gv)(panel) ? inside(change(panel)) : panel)) };
    };
    const top = inside(json);
    if (!Array.isArray(top['rows']))
        return top;
    return { ...top, rows: (0,lib_json/* listIn */.Of)(top, 'rows').map((row) => ((0,lib_json/* isObject */.Gv)(row) ? inside(row) : row)) };
}
/**
 * The later of two panels of one id gets the next free one, as in `ensurePanelsHaveUniqueIds` of Grafana
 * (public/app/features/dashboard/state/DashboardModel.ts).
 */
function uniqueIds(json, notes) {
    let next = 1 + Math.max(0, ...(0,panels/* allPanels */.J)(json).map((panel) => (0,lib_json/* numberIn */.Po)(panel, 'id') ?? 0));
    const taken = new Map();
    return (panel) => {
        const { id } = panel;
        if (id === undefined || id === null)
            return panel;
        const other = taken.get(id);
        if (other === undefined)
            taken.set(id, (0,panels/* panelName */.e)(panel));
        if (other === undefined)
            return panel;
        notes.push(`panel id ${String(id)} is used by ${other} and by ${(0,panels/* panelName */.e)(panel)}; the second gets ${next}`);
        return { ...panel, id: next++ };
    };
}
function uniqueRefIds(panel, notes) {
    const all = new Set((0,lib_json/* objectsIn */.Qv)(panel, 'targets').flatMap((target) => (0,lib_json/* textIn */.r7)(target, 'refId') ?? []));
    const seen = new Set();
    if (!Array.isArray(panel['targets']))
        return panel;
    const targets = panel['targets'].map((target) => {
        const refId = (0,lib_json/* textIn */.r7)(target, 'refId') ?? '';
        if (!(0,lib_json/* isObject */.Gv)(target) || refId === '')
            return target;
        if (!seen.has(refId)) {
            seen.add(refId);
            return target;
        }
        const free = nextRefId(all);
        all.add(free);
        notes.push(`refId ${refId} is used twice in ${(0,panels/* panelName */.e)(panel)}; the second query gets ${free}`);
        return { ...target, refId: free };
    });
    return { ...panel, targets };
}
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** A to Z, then A1, B1 … */
function nextRefId(taken) {
    for (let round = 0;; round++) {
        const free = [...letters].map((one) => `${one}${round === 0 ? '' : round}`).find((refId) => !taken.has(refId));
        if (free !== undefined)
            return free;
    }
}
//# sourceMappingURL=repair-dashboard.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/unwrap.js

const refused = (problem) => ({ kind: 'refused', problem });
const notYet = 'it is a V2 resource (elements and layout), which is not supported yet; export it from Grafana as "Classic" or "V1 Resource"';
/**
 * The classic dashboard in any of the shapes that Grafana hands out: classic JSON, a V1 resource (12.2 to 13.0 export
 * it by default), or the `{dashboard, meta}` of its HTTP API.
 */
function unwrapDashboard(value) {
    if ((0,lib_json/* textIn */.r7)(value, 'apiVersion') !== undefined || (0,lib_json/* textIn */.r7)(value, 'kind') !== undefined)
        return unwrapResource(value);
    if ((0,lib_json/* isObject */.Gv)(value['elements']))
        return refused(notYet);
    const inner = (0,lib_json/* objectIn */.D7)(value, 'dashboard');
    return { kind: 'classic', json: inner ?? value };
}
function unwrapResource(resource) {
    const apiVersion = (0,lib_json/* textIn */.r7)(resource, 'apiVersion') ?? '';
    const kind = (0,lib_json/* textIn */.r7)(resource, 'kind');
    const spec = (0,lib_json/* objectIn */.D7)(resource, 'spec');
    if (!apiVersion.startsWith('dashboard.grafana.app/') || kind !== 'Dashboard') {
        return refused(`it is a resource of ${apiVersion || 'no apiVersion'}, kind ${kind ?? 'none'}, not a Grafana dashboard`);
    }
    if (spec === undefined)
        return refused('spec is missing; it must hold the dashboard');
    if (/\/v2/.test(apiVersion) || (0,lib_json/* isObject */.Gv)(spec['elements']))
        return refused(notYet);
    return named(spec, (0,lib_json/* textIn */.r7)((0,lib_json/* objectIn */.D7)(resource, 'metadata'), 'name'));
}
/** A resource is known by metadata.name; Grafana refuses another uid inside. */
function named(spec, name) {
    const uid = (0,lib_json/* textIn */.r7)(spec, 'uid') ?? '';
    if (name === undefined || name === '')
        return { kind: 'classic', json: spec };
    if (uid !== '' && uid !== name)
        return refused(`spec.uid is "${uid}" but metadata.name is "${name}"; they must be equal`);
    return { kind: 'classic', json: { ...spec, uid: name } };
}
//# sourceMappingURL=unwrap.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/parse-dashboard.js





const tellingFields = [
    'panels',
    'rows',
    'elements',
    'schemaVersion',
    'templating',
    '__inputs',
    'dashboard',
    'apiVersion',
];
/** Reads one file and names everything that is wrong with it. */
function parseDashboard(text, { file }) {
    const value = parseJson(text);
    if (value.kind === 'broken')
        return { kind: 'invalid', file, problems: [`it is not JSON: ${value.problem}`] };
    const { json } = value;
    if (!(0,lib_json/* isObject */.Gv)(json) || !tellingFields.some((field) => field in json))
        return { kind: 'other', file };
    const unwrapped = unwrapDashboard(json);
    if (unwrapped.kind === 'refused')
        return { kind: 'invalid', file, problems: [unwrapped.problem] };
    const repaired = repairDashboard(unwrapped.json);
    const problems = dashboardProblems(repaired.json);
    if (problems.length > 0)
        return { kind: 'invalid', file, problems };
    return { kind: 'dashboard', document: documentOf(repaired, file) };
}
function parseJson(text) {
    try {
        return { kind: 'json', json: JSON.parse(text.replace(/^\uFEFF/, '')) };
    }
    catch (error) {
        return { kind: 'broken', problem: (0,suite_error/* errorMessage */.gJ)(error) };
    }
}
function documentOf({ json, notes: repairs }, file) {
    const given = (0,lib_json/* textIn */.r7)(json, 'uid') ?? '';
    const uid = given === '' ? uidFromFile(file) : given;
    const note = `uid is missing; "${uid}" is taken from the name of the file, which must not be renamed`;
    const notes = given === '' ? [note, ...repairs] : repairs;
    return { file, uid, title: (0,lib_json/* textIn */.r7)(json, 'title') ?? '', json: { ...json, uid }, notes };
}
function uidFromFile(file) {
    const name = file.replace(/^.*[\\/]/, '').replace(/\.json$/i, '');
    const slug = name
        .replace(/[^A-Za-z0-9_-]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 40);
    return slug === '' ? 'dashboard' : slug;
}
//# sourceMappingURL=parse-dashboard.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./packages/grafana/lib/document/canonical.js


/** Grafana writes these itself on saving; they say nothing about what the page shows. */
const assignedByGrafana = new Set(['id', 'version', 'iteration']);
/**
 * The dashboard as one text in which two equal dashboards are equal: keys sorted, and without what Grafana fills in
 * (numbers of the dashboard and its panels, details of library panels).
 */
function canonicalDashboard(json) {
    return JSON.stringify(canonicalObject(json, 'dashboard'));
}
/** Changes with the content, and only then; long enough that two contents of one dashboard never share it. */
function contentHash(json) {
    return (0,external_node_crypto_.createHash)('sha256').update(canonicalDashboard(json)).digest('hex').slice(0, 16);
}
function canonicalObject(value, place) {
    const entries = Object.entries(value)
        .filter(([key, item]) => item !== undefined && isKept(key, place))
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item, placeOf(key, place))]));
}
function canonical(value, place) {
    if (Array.isArray(value))
        return value.map((item) => canonical(item, place));
    return (0,lib_json/* isObject */.Gv)(value) ? canonicalObject(value, place) : value;
}
function isKept(key, place) {
    if (place === 'dashboard')
        return !assignedByGrafana.has(key);
    if (place === 'panel')
        return key !== 'id';
    return place === 'libraryPanel' ? key === 'uid' || key === 'name' : true;
}
function placeOf(key, place) {
    if (key === 'panels' && (place === 'dashboard' || place === 'panel'))
        return 'panel';
    return key === 'libraryPanel' && place === 'panel' ? 'libraryPanel' : 'inside';
}
//# sourceMappingURL=canonical.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/import/wanted-dashboard.js

function wantedDashboard({ file, uid, title }, { json, libraryPanels }) {
    return { file, uid, title, json, hash: contentHash(json), ...(libraryPanels === undefined ? {} : { libraryPanels }) };
}
/** Files that claim the uid of another one: each would overwrite the other on every run, so none is meant more. */
function sharedUids(documents) {
    return documents.flatMap(({ uid, file }) => {
        const others = documents.filter((other) => other.uid === uid && other.file !== file);
        if (others.length === 0)
            return [];
        return [{ file, problems: [`uid "${uid}" is used by ${others.map((other) => other.file).join(' and ')} as well`] }];
    });
}
//# sourceMappingURL=wanted-dashboard.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/text/text-pattern.js
/** Text from a file or an input, to stand for itself in a regular expression, outside of brackets. */
function escapePattern(text) {
    return text.replace(/[\\^$+?.()|[\]{}*/]/g, '\\$&');
}
/**
 * The source of a regular expression for a path pattern as Docker and Prometheus read it: `*` and `?` stay within one
 * folder, `[a-z]` and `[^a-z]` are one character, a backslash takes the next one as it is. Any text gives a valid
 * source: brackets that are no class stand for themselves.
 */
function pathGlobSource(glob) {
    return glob.replace(/\\(.)|\[(\^?)((?:\\.|[^\]\\])+)\]|\*+|\?|./gsu, (token, escaped, negated, members) => {
        if (escaped !== undefined)
            return escapePattern(escaped);
        if (members !== undefined)
            return classSource(negated, members);
        if (token.startsWith('*'))
            return '[^/]*';
        return token === '?' ? '[^/]' : escapePattern(token);
    });
}
/** A range from a later to an earlier character holds none. */
function classSource(negated, members) {
    const ranges = [...members.matchAll(/(\\.|[^\\])(?:-(\\.|[^\\]))?/gsu)].map((match) => {
        const from = bare(match[1] ?? '');
        return { from, to: match[2] === undefined ? from : bare(match[2]) };
    });
    const source = ranges
        .filter(({ from, to }) => (from.codePointAt(0) ?? 0) <= (to.codePointAt(0) ?? 0))
        .map(({ from, to }) => `${inBrackets(from)}-${inBrackets(to)}`)
        .join('');
    if (negated === '^')
        return `(?!/)[^${source}]`;
    return source === '' ? '(?!)' : `(?!/)[${source}]`;
}
function inBrackets(character) {
    return character === '-' ? '\\-' : escapePattern(character);
}
function bare(character) {
    return character.length > 1 && character.startsWith('\\') ? character.slice(1) : character;
}
//# sourceMappingURL=text-pattern.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/files/select-files.js

/** `dashboards`, `dashboards/one.json` or `dashboards/**\/*.json`. */
function parseFileChoice(entry) {
    const path = entry.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
    if (!/[*?]/.test(path))
        return { kind: /\.json$/i.test(path) ? 'file' : 'folder', path: path === '' ? '.' : path };
    const parts = path.split('/');
    const wild = parts.findIndex((part) => /[*?]/.test(part));
    const pattern = patternOf(parts.slice(wild).join('/'));
    const matches = (candidate) => pattern.test(candidate) && !isForeign(candidate);
    return { kind: 'pattern', below: parts.slice(0, wild).join('/') || '.', matches };
}
/** Whether a folder given as such means this file: its own JSON files, not those of folders inside. */
function isFolderDashboard(path) {
    return /^[^/]+\.json$/i.test(path) && !isForeign(path);
}
/** JSON that lives beside dashboards written as code, and is none; and copies of dashboards before an overwrite. */
function isForeign(path) {
    return /(^|\/)(node_modules\/|\.cache\/|package(-lock)?\.json$|tsconfig[^/]*\.json$)/.test(path);
}
/** `**` crosses folders, `*` and `?` do not. */
function patternOf(glob) {
    const source = glob.replace(/(?:\*\*\/)+|\*\*+|\*|\?|./gsu, (token) => {
        if (token.endsWith('**/'))
            return '(?:.*/)?';
        if (token.startsWith('**'))
            return '.*';
        if (token === '*')
            return '[^/]*';
        return token === '?' ? '[^/]' : escapePattern(token);
    });
    return new RegExp(`^${source}$`, 'su');
}
//# sourceMappingURL=select-files.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/files/read-dashboards.js







/**
 * All dashboards that the input names.
 * @throws SuiteError FILE_MISSING for an entry that means no file, DASHBOARD_INVALID with everything wrong in all files
 */
async function readDashboards(entries, place) {
    const { documents, bad } = await findDashboards(entries, place);
    if (bad.length > 0)
        throw invalid(bad);
    return documents;
}
/**
 * The good ones and the bad ones apart.
 * @throws SuiteError as above, DASHBOARD_INVALID when none is good
 */
async function findDashboards(entries, place) {
    const found = await findFiles(entries, place);
    const parsed = await Promise.all(found.map((file) => readOne(file, place)));
    const read = parsed.flatMap((one) => (one.kind === 'dashboard' ? [one.document] : []));
    const shared = sharedUids(read);
    const bad = [...parsed.flatMap((one) => (one.kind === 'invalid' ? [one] : [])), ...shared];
    const isShared = (file) => shared.some((one) => one.file === file);
    const documents = read.filter(({ file }) => !isShared(file));
    if (documents.length > 0)
        return { documents, bad };
    if (bad.length > 0)
        throw bad_file_invalid(bad);
    throw missing([`Input "dashboards" is "${entries.join(', ')}"; no dashboard is there.`]);
}
function missing(problems) {
    return new suite_error/* SuiteError */.$K({
        code: 'FILE_MISSING',
        message: problems.join('\n'),
        hint: 'Check out the repository before this step; paths are relative to its root.',
    });
}
async function findFiles(entries, place) {
    const found = new Map();
    const problems = [];
    for (const entry of entries) {
        const files = await filesOf(entry, place);
        if (files.length === 0)
            problems.push(`Input "dashboards" names "${entry}"; there is no JSON file there.`);
        for (const file of files)
            found.set(file.path, file);
    }
    if (problems.length > 0)
        throw missing(problems);
    return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
async function filesOf(entry, { files, workspace }) {
    const choice = parseFileChoice(entry);
    if (choice.kind === 'file') {
        return (await files.exists(absolute(workspace, choice.path))) ? [{ path: choice.path, isNamed: true }] : [];
    }
    const below = choice.kind === 'folder' ? choice.path : choice.below;
    const isMeant = choice.kind === 'folder' ? isFolderDashboard : choice.matches;
    const listed = await files.list(absolute(workspace, below));
    return listed.filter(isMeant).map((path) => ({ path: below === '.' ? path : `${below}/${path}`, isNamed: false }));
}
async function readOne({ path, isNamed }, { files, workspace }) {
    const bytes = await files.readBytes(absolute(workspace, path));
    if (bytes === undefined)
        return { kind: 'invalid', file: path, problems: ['it is not a file'] };
    const decoded = decodeText(bytes);
    if (decoded.kind === 'other')
        return { kind: 'invalid', file: path, problems: [decoded.problem] };
    const parsed = parseDashboard(decoded.text, { file: path });
    if (parsed.kind !== 'other' || !isNamed)
        return parsed;
    return { kind: 'invalid', file: path, problems: ['it has no field of a Grafana dashboard'] };
}
function absolute(workspace, path) {
    return (0,external_node_path_.isAbsolute)(path) ? path : (0,external_node_path_.join)(workspace, path);
}
//# sourceMappingURL=read-dashboards.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/text/nearest.js
/** Edits (insert, delete, replace) that turn `a` into `b`. */
function editDistance(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        for (let j = 1; j <= b.length; j++) {
            const replace = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            current.push(Math.min(replace, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[b.length] ?? 0;
}
/** The name a typing error most likely meant, or undefined when none is near: more than a third of it would differ. */
function nearestName(typed, names) {
    const ranked = names
        .map((name) => ({ name, distance: editDistance(typed.toLowerCase(), name.toLowerCase()) }))
        .sort((a, b) => a.distance - b.distance);
    const best = ranked[0];
    return best !== undefined && best.distance <= Math.max(2, Math.floor(best.name.length / 3)) ? best.name : undefined;
}
//# sourceMappingURL=nearest.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/input-spec.js


function camelCase(name) {
    return name.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}
/**
 * Parses raw strings once into one frozen object.
 * @throws SuiteError INPUT_INVALID that lists every wrong, missing and unknown input
 */
function parseInputs(spec, raw) {
    const values = {};
    const problems = unknownNames(spec, raw);
    for (const [name, kind] of Object.entries(spec)) {
        const text = rawValue(name, kind, raw);
        if (text === undefined) {
            if (kind.required)
                problems.push(input_spec_missing(name, kind));
            values[camelCase(name)] = undefined;
            continue;
        }
        const parsed = kind.parse(text);
        if (parsed.ok)
            values[camelCase(name)] = parsed.value;
        else
            problems.push(`Input "${name}" is ${shown(kind, text)}; ${parsed.problem}.`);
    }
    if (problems.length > 0)
        throw invalidInputs(problems);
    return Object.freeze(values);
}
/** For rules over several inputs, in the same form as those over one. */
function invalidInputs(problems) {
    return new suite_error/* SuiteError */.$K({
        code: 'INPUT_INVALID',
        message: problems.join('\n'),
        hint: 'Correct the inputs and run again.',
    });
}
function rawValue(name, kind, raw) {
    const candidates = [raw.given[name], kind.environment && raw.environment[kind.environment], kind.default];
    return candidates
        .map((candidate) => candidate?.trim())
        .find((candidate) => candidate !== undefined && candidate !== '');
}
function unknownNames(spec, raw) {
    const names = Object.keys(spec);
    return Object.keys(raw.given)
        .filter((name) => !names.includes(name))
        .map((name) => {
        const near = nearestName(name, names);
        return `Input "${name}" is unknown${near === undefined ? `; the inputs are ${names.join(', ')}` : `; did you mean "${near}"?`}`;
    });
}
function input_spec_missing(name, kind) {
    const where = kind.environment === undefined ? '' : ` (or the environment variable ${kind.environment})`;
    return `Input "${name}"${where} is missing; it must be ${kind.expects}.`;
}
function shown(kind, text) {
    if (kind.kind === 'secret' || kind.kind === 'pairs')
        return 'wrong (not shown: it is secret)';
    // An address is refused when it holds credentials, so it is not repeated whole.
    if (kind.kind === 'url')
        return `"${text.replace(/\/\/[^/@]*@/, '//***@')}"`;
    return `"${text}"`;
}
//# sourceMappingURL=input-spec.js.map
// EXTERNAL MODULE: ./packages/kit/lib/inputs/input-kinds.js
var input_kinds = __nccwpck_require__(216);
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/plain-http.js


/**
 * Names the host when a request to it crosses a network in readable form; undefined for https, for the machine itself
 * and for Fly's private network, which is encrypted. Expects what `URL` parses: it writes hosts in lower case and
 * addresses in one form (0x7f.1 and 2130706433 are 127.0.0.1).
 */
function readableHost(url) {
    if (!URL.canParse(url))
        return undefined;
    const { protocol, hostname } = new URL(url);
    const host = withoutLastDot(hostname);
    return protocol === 'https:' || isNearHost(host) ? undefined : host;
}
function isNearHost(host) {
    const isLoopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/.test(host);
    return isLoopback || /[^.]\.(internal|flycast)$/.test(host);
}
/** One sentence for each address that would carry its credential over plain http to a host that nobody allowed. */
function plainHttpProblems(addresses, allowedHosts = []) {
    return addresses.flatMap(({ input, url, credential }) => {
        const host = url === undefined ? undefined : readableHost(url);
        if (host === undefined || credential === undefined || allowedHosts.includes(host))
            return [];
        return [
            `Input "${input}" is "${url}"; it must begin with https://, as the secret of "${credential}" would be readable on the way to ${host}. ${wayOut(host, allowedHosts)}`,
        ];
    });
}
function wayOut(host, allowedHosts) {
    const near = nearestName(host, allowedHosts);
    if (near !== undefined)
        return `Input "allow-insecure-http" names ${near}; did you mean ${host}?`;
    return `Where that network is trusted, name the host in the input "allow-insecure-http": ${host}.`;
}
function unusedInsecureHosts(urls, allowedHosts) {
    const readable = urls.flatMap((url) => readableHost(url) ?? []);
    return allowedHosts
        .filter((host) => !readable.includes(host))
        .map((host) => ({ host, near: nearestName(host, readable) }));
}
/** Names of hosts alone, one a line, in the form that `URL` gives them. */
function hostNames(facts) {
    const lines = (0,input_kinds/* list */.p_)(facts);
    return { ...lines, expects: 'host names such as grafana.lan, one a line', parse: (raw) => parseHosts(lines, raw) };
}
function parseHosts(lines, raw) {
    const items = lines.parse(raw);
    const hosts = (items.ok ? (items.value ?? []) : []).map((item) => ({ item, host: hostOf(item) }));
    const wrong = hosts.find(({ host }) => host === undefined);
    if (wrong !== undefined) {
        return {
            ok: false,
            problem: `"${wrong.item}" in it is not the name of a host alone: no scheme, port, path or pattern, as in grafana.lan`,
        };
    }
    return { ok: true, value: [...new Set(hosts.flatMap(({ host }) => host ?? []))] };
}
function hostOf(item) {
    const isAddress = /^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*$/i.test(item);
    const address = `http://${isAddress ? `[${item}]` : item}`;
    const isNameAlone = isAddress || /^(\[[0-9a-f:.]+\]|[^\s/\\?#@:*[\]]+)$/i.test(item);
    return isNameAlone && URL.canParse(address) ? withoutLastDot(new URL(address).hostname) : undefined;
}
function withoutLastDot(host) {
    return host.replace(/\.$/, '');
}
//# sourceMappingURL=plain-http.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/insecure-hosts.js


/** For the stages that send a secret to an address that somebody gave. */
const insecureHttpInput = {
    'allow-insecure-http': hostNames({
        help: 'Hosts that may get a secret over plain http, one a line, such as grafana.lan: everybody on the way can read it. Without it plain http is for the machine itself and for .internal and .flycast alone.',
    }),
};
/** The addresses among the parsed inputs of a spec. */
function addressesAmong(spec, values) {
    return Object.entries(spec)
        .filter(([, { kind }]) => kind === 'url')
        .map(([name]) => values[camelCase(name)])
        .filter((value) => typeof value === 'string');
}
/** An exception that nothing needs is a typing error, or can be taken away. */
function tellUnusedHosts(spec, values, log) {
    const allowed = (values['allowInsecureHttp'] ?? []);
    for (const unused of unusedInsecureHosts(addressesAmong(spec, values), allowed))
        log.info(unusedWords(unused));
}
function unusedWords({ host, near }) {
    const meant = near === undefined ? 'take it away if no address needs it' : `did you mean ${near}?`;
    return `Input "allow-insecure-http" names ${host}, and no address here begins with http://${host}; ${meant}`;
}
//# sourceMappingURL=insecure-hosts.js.map
// EXTERNAL MODULE: ./packages/kit/lib/text/duration.js
var duration = __nccwpck_require__(1998);
;// CONCATENATED MODULE: ./packages/kit/lib/deadline.js


/**
 * The same tools with an end: every command, request and pause is cut to what is left, and none begins afterwards but
 * what cleans up, so that all retries and waits of a stage fit into one time. A job's time-out can then be longer than
 * all of it, and what is known is said before the job is killed.
 */
function withDeadline(tools, { ms, stage }) {
    const endsAtMs = Math.min(tools.clock.now() + ms, tools.endsAtMs ?? Number.POSITIVE_INFINITY);
    const left = () => {
        const leftMs = endsAtMs - tools.clock.now();
        if (leftMs > 0)
            return leftMs;
        throw passed(stage, ms);
    };
    const cut = (timeoutMs) => Math.min(timeoutMs ?? Number.POSITIVE_INFINITY, left());
    return {
        ...tools,
        endsAtMs,
        clock: {
            now: () => tools.clock.now(),
            sleep: async (pauseMs) => {
                const leftMs = left();
                await tools.clock.sleep(Math.min(pauseMs, leftMs));
                if (pauseMs > leftMs)
                    throw passed(stage, ms);
            },
        },
        processes: {
            // What cleans up is short, and needed most where the time was not enough.
            run: async (command) => tools.processes.run(command.isCleaningUp ? command : { ...command, timeoutMs: cut(command.timeoutMs) }),
            start: (command) => tools.processes.start(command),
        },
        http: {
            ...tools.http,
            send: async (request) => tools.http.send({ ...request, timeoutMs: cut(request.timeoutMs ?? usualRequestMs) }),
        },
    };
}
/** As `HttpRequest` says. */
const usualRequestMs = 30_000;
function passed(stage, ms) {
    return new suite_error/* SuiteError */.$K({
        code: 'DEADLINE_PASSED',
        message: `${stage} did not end within its ${(0,duration/* formatDuration */.a)(ms)}.`,
        hint: 'Look at what it waited for last; if that only needs longer, raise the input "deadline", and the timeout-minutes of the job with it.',
        isTemporary: true,
    });
}
//# sourceMappingURL=deadline.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/problems.js


/** One error that holds every line of several, each once; its code is theirs, or INPUT_INVALID when they differ. */
function joinErrors(errors) {
    const [only, ...more] = errors;
    if (only instanceof suite_error/* SuiteError */.$K && more.length === 0)
        return only;
    const codes = new Set(errors.map(({ code }) => code));
    const [code = 'INPUT_INVALID'] = codes;
    // One that another one begins with would only be said twice.
    const hints = [...new Set(errors.map(({ hint }) => hint))];
    return new suite_error/* SuiteError */.$K({
        code: codes.size > 1 ? 'INPUT_INVALID' : code,
        message: [...new Set(errors.flatMap(({ message }) => message.split('\n')))].join('\n'),
        hint: hints.filter((hint) => !hints.some((other) => other !== hint && other.includes(hint))).join(' '),
    });
}
/** Collects everything that is wrong with inputs and files, so that it is told at once and before any change. */
class Problems {
    #found = [];
    input(message) {
        const { hint } = invalidInputs([]);
        this.#found.push({ code: 'INPUT_INVALID', message, hint });
    }
    add(error) {
        this.#found.push(error);
    }
    missingFile(input, path) {
        this.add(new suite_error/* SuiteError */.$K({
            code: 'FILE_MISSING',
            message: `Input "${input}": there is no file ${path}.`,
            hint: 'Check out the repository before this step; paths are relative to its root.',
        }));
    }
    /** Undefined, and noted, when it throws an expected error. */
    attempt(parse) {
        try {
            return parse();
        }
        catch (thrown) {
            return this.#note(thrown);
        }
    }
    /** The same for what has to be waited for. */
    async attemptRead(read) {
        try {
            return await read();
        }
        catch (thrown) {
            return this.#note(thrown);
        }
    }
    #note(thrown) {
        if (!(0,suite_error/* isSuiteError */.t$)(thrown))
            throw thrown;
        this.add(thrown);
        return undefined;
    }
    /** @throws SuiteError that names all of them */
    throwIfAny() {
        if (this.#found.length > 0)
            throw this.joined();
    }
    /** All of them as one error; there must be one. */
    joined() {
        return joinErrors(this.#found);
    }
}
//# sourceMappingURL=problems.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/datasource/monitoring-files.js


/** @throws SuiteError that names every file that cannot be read */
async function readMonitoringFiles(given, place) {
    const problems = new Problems();
    const app = await readApp(given, problems, place);
    const scraping = await problems.attemptRead(() => readConfig(given.prometheusConfig, place));
    problems.throwIfAny();
    return { ...app, ...(scraping ?? noScraping) };
}
const noScraping = { scrapeInterval: undefined, remoteWriteUrls: [] };
async function readApp(given, problems, { files, workspace }) {
    const exists = await files.exists((0,external_node_path_.resolve)(workspace, given.monitoringConfig));
    if (!exists)
        return { monitoringApp: given.monitoringApp };
    // What reads fly.toml takes longer to load than all else of an import, and is needed here alone.
    const { findAppNames } = await Promise.all(/* import() */[__nccwpck_require__.e(292), __nccwpck_require__.e(478)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9478));
    const { monitoringApp } = await findAppNames(given, problems, { files, workspace });
    return { monitoringApp };
}
async function readConfig(file, { files, workspace }) {
    const text = await files.readText((0,external_node_path_.resolve)(workspace, file));
    if (text === undefined)
        return noScraping;
    const { parsePrometheusConfig } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(489)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6489));
    const { scrapeIntervalMs, remoteWriteUrls } = parsePrometheusConfig(text, { file });
    return { scrapeInterval: intervalText(scrapeIntervalMs), remoteWriteUrls };
}
function intervalText(ms) {
    return ms % 1_000 === 0 ? `${ms / 1_000}s` : `${ms}ms`;
}
//# sourceMappingURL=monitoring-files.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/app-addresses.js
/** Where an app with a public service answers. */
function publicUrl(app) {
    return `https://${app}.fly.dev`;
}
/** Where its machines answer for those of the same organisation (https://fly.io/docs/networking/private-networking). */
function privateUrl(app, port) {
    return `http://${app}.internal:${port}`;
}
/** All addresses of a server of the app: the last one is the proxy inside Fly's private network. */
function addressesOfApp(app, port) {
    return [publicUrl(app), privateUrl(app, port), `http://${app}.flycast:${port}`];
}
//# sourceMappingURL=app-addresses.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/datasource/known-prometheus.js

/** By what a data source shows that it is this Prometheus; undefined when nothing names one. */
function knownPrometheus({ app, addresses, remoteWriteUrls }) {
    const known = addresses.flatMap((one) => one ?? []);
    const [first] = known;
    const name = app ?? (first && new URL(first).host);
    if (name === undefined)
        return undefined;
    const sendsToGrafanaCloud = remoteWriteUrls.some((one) => one !== undefined && isGrafanaCloud(one));
    return { name, uid: datasourceUidFor(name), addresses: known, sendsToGrafanaCloud };
}
/** "uid too long, max 40 characters" (pkg/services/datasources/service/datasource.go, pkg/util/shortid_generator.go). */
const known_prometheus_uidMaxLength = 40;
const prefix = 'prometheus-';
const hashLength = 8;
/** The same for the same app in every run, and another for every other app. */
function datasourceUidFor(app) {
    const slug = app
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
    const plain = `${prefix}${slug}`;
    if (slug === app && plain.length <= known_prometheus_uidMaxLength)
        return plain;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(app).digest('hex').slice(0, hashLength);
    return `${plain.slice(0, known_prometheus_uidMaxLength - hashLength - 1).replace(/-+$/, '')}-${hash}`;
}
/** As a server understands them: the case of the host, usual ports and a slash at the end make no difference. */
function sameAddress(one, other) {
    const [first, second] = [normalised(one), normalised(other)];
    return first !== undefined && first === second;
}
function normalised(address) {
    if (!URL.canParse(address))
        return undefined;
    const { origin, pathname } = new URL(address);
    return `${origin}${pathname.replace(/\/+$/, '')}`;
}
/** Stacks of Grafana Cloud, and where they take samples, are below this domain. */
function isGrafanaCloud(address) {
    return URL.canParse(address) && new URL(address).hostname.endsWith('.grafana.net');
}
//# sourceMappingURL=known-prometheus.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/datasource/this-prometheus.js


/** Of Prometheus on Fly's private network. */
const port = 9090;
/** Undefined when neither an input nor a file tells of a Prometheus: then Grafana's own choice has to do. */
function thisPrometheus(given, files) {
    const { monitoringApp: app, scrapeInterval } = files;
    const { datasourceUrl, prometheusUrl, remoteWriteUrl } = given;
    const known = knownPrometheus({
        app,
        addresses: [datasourceUrl, prometheusUrl, ...(app === undefined ? [] : addressesOfApp(app, port))],
        remoteWriteUrls: [remoteWriteUrl, ...files.remoteWriteUrls],
    });
    const way = wayTo({ app, address: datasourceUrl ?? prometheusUrl, auth: authOf(given) });
    return known && { known, way, scrapeInterval };
}
function wayTo({ app = '', address, auth }) {
    if (address !== undefined)
        return { kind: 'known', url: address, auth };
    if (auth.kind !== 'none')
        return { kind: 'known', url: publicUrl(app), auth };
    return { kind: 'private', url: privateUrl(app, port) };
}
function authOf({ prometheusUser, prometheusPassword, prometheusToken }) {
    if (prometheusToken !== undefined)
        return { kind: 'bearer', token: prometheusToken };
    if (prometheusPassword === undefined)
        return { kind: 'none' };
    return { kind: 'basic', user: prometheusUser, password: prometheusPassword };
}
/** As it would be made. */
function wantedDatasource({ known, way, scrapeInterval }) {
    const auth = way.kind === 'known' ? way.auth : { kind: 'none' };
    return { uid: known.uid, name: `Prometheus ${known.name}`, url: way.url, auth, scrapeInterval };
}
//# sourceMappingURL=this-prometheus.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/access-inputs.js

/** Of every stage that asks Grafana. */
const grafanaOrganisationInput = {
    'org-id': (0,input_kinds/* integer */.nd)({
        help: 'Number of the Grafana organisation that is meant, where the server has several. Empty: the one of the token.',
        environment: 'GRAFANA_ORG_ID',
        min: 1,
        max: Number.MAX_SAFE_INTEGER,
    }),
};
//# sourceMappingURL=access-inputs.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/import/environment.js



/** Grafana's limit: pkg/util/shortid_generator.go. */
const environment_uidMaxLength = 40;
const environment_hashLength = 8;
/**
 * The same dashboards beside those of another environment: with a uid and a title of their own, links that lead to each
 * other, and the variable "environment", where they have it, at this one.
 */
function placeInEnvironment(wanted, place) {
    const { environment } = place;
    const uids = new Map(wanted.map(({ uid }) => [uid, environmentUid(uid, environment)]));
    return wanted.map((one) => {
        const uid = environmentUid(one.uid, environment);
        const title = environmentTitle(one.title, environment);
        const linked = withEnvironment(withLinks(one.json, { uids, ...place }), environment);
        const libraryPanels = (one.libraryPanels ?? []).map((panel) => libraryPanelIn(panel, environment));
        const json = { ...withLibraryPanels(linked, one.libraryPanels ?? [], environment), uid, title };
        const library = one.libraryPanels === undefined ? {} : { libraryPanels };
        return { ...one, uid, title, json, hash: contentHash(json), ...library };
    });
}
/** One that comes with a file shows the data source of its environment, so each environment has its own. */
function libraryPanelIn(panel, environment) {
    if (panel.model === undefined)
        return panel;
    return {
        ...panel,
        uid: environmentUid(panel.uid, environment),
        name: environmentTitle(panel.name, environment),
    };
}
function withLibraryPanels(json, panels, environment) {
    const references = new Map(panels.flatMap((panel) => panel.model === undefined ? [] : [[panel.uid, libraryPanelIn(panel, environment)]]));
    return references.size === 0 ? json : withReferences(json, references);
}
function withReferences(holder, references) {
    if (!Array.isArray(holder['panels']))
        return holder;
    const panels = holder['panels'].map((panel) => {
        if (!(0,lib_json/* isObject */.Gv)(panel))
            return panel;
        const reference = (0,lib_json/* objectIn */.D7)(panel, 'libraryPanel');
        const meant = references.get((0,lib_json/* textIn */.r7)(reference, 'uid') ?? '');
        const inside = withReferences(panel, references);
        return meant === undefined
            ? inside
            : { ...inside, libraryPanel: { ...reference, uid: meant.uid, name: meant.name } };
    });
    return { ...holder, panels };
}
/** A dashboard's file as it is opened in an environment: under its uid there, with its variable "environment". */
function openedInEnvironment(document, environment) {
    const json = withEnvironment(document.json, environment);
    return { ...document, uid: environmentUid(document.uid, environment), json };
}
function environmentTitle(title, environment) {
    return `${title} (${environment})`;
}
/**
 * `shop-staging`. Where it would be too long, or the name has letters that a uid must not have or that a database takes
 * for equal, a hash tells it from every other one.
 */
function environmentUid(uid, environment) {
    const plain = `${uid}-${environment}`;
    if (plain.length <= environment_uidMaxLength && /^[a-z0-9_-]+$/.test(environment))
        return plain;
    const hash = (0,external_node_crypto_.createHash)('sha256').update(`${uid}\n${environment}`).digest('hex').slice(0, environment_hashLength);
    const name = environment.toLowerCase().replace(/[^a-z0-9_-]+/g, '-');
    const readable = `${uid.slice(0, 20)}-${name}`.slice(0, environment_uidMaxLength - environment_hashLength - 1);
    return `${readable.replace(/-+$/, '')}-${hash}`;
}
/** The dashboard with links to other dashboards changed: `/d/<uid>`, with and without this server in front. */
function withLinks(json, change) {
    const changed = (0,lib_json/* mapStrings */.to)(json, (text) => relinked(text, change));
    return (0,lib_json/* isObject */.Gv)(changed) ? changed : json;
}
const environment_link = /(?<origin>https?:\/\/[^\s"'<>()]*?)?(?<path>\/d(?:-solo)?\/)(?<uid>[\w-]+)/g;
/** One text with its links changed. */
function relinked(text, { uids, grafanaUrl }) {
    return text.replace(environment_link, (whole, origin, path, uid) => {
        const isElsewhere = origin !== undefined && origin !== grafanaUrl;
        const changed = uids.get(uid);
        return isElsewhere || changed === undefined ? whole : `${origin ?? ''}${path}${changed}`;
    });
}
/** The name that the variable of a dashboard has when it is to follow the environment. */
const variableName = 'environment';
/** Kinds of variables whose value stands in the query as well. */
const withOwnValue = new Set(['constant', 'textbox']);
function withEnvironment(json, environment) {
    const templating = (0,lib_json/* objectIn */.D7)(json, 'templating');
    if (templating === undefined)
        return json;
    const list = (0,lib_json/* listIn */.Of)(templating, 'list').map((variable) => (0,lib_json/* isObject */.Gv)(variable) && (0,lib_json/* textIn */.r7)(variable, 'name') === variableName ? pointedAt(variable, environment) : variable);
    return { ...json, templating: { ...templating, list } };
}
function pointedAt(variable, environment) {
    const isList = variable['multi'] === true;
    const value = isList ? [environment] : environment;
    const own = withOwnValue.has((0,lib_json/* textIn */.r7)(variable, 'type') ?? '') ? { query: environment } : {};
    return { ...variable, ...own, current: { selected: true, text: value, value } };
}
//# sourceMappingURL=environment.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/api/access-problems.js
/** What people paste with the address or the token of Grafana, and what to cut off. */
function grafanaAccessProblems({ grafanaUrl, grafanaToken }) {
    return [
        ...(grafanaUrl === undefined ? [] : addressProblems(grafanaUrl)),
        ...(grafanaToken === undefined ? [] : tokenProblems(grafanaToken.reveal())),
    ];
}
/** Paths of Grafana's own pages; what comes before them may be the path that it is served below. */
const page = /\/(?:login|d|d-solo|dashboards?|explore|api|connections|datasources|admin)(?:\/.*)?$/;
function addressProblems(address) {
    const { origin, pathname, search, hash } = new URL(address);
    const path = pathname.replace(page, '').replace(/\/+$/, '');
    const surplus = `${pathname.slice(path.length).replace(/^\/$/, '')}${search}${hash}`;
    if (surplus === '')
        return [];
    return [`Input "grafana-url" is the address of a page; cut off "${surplus}" and give ${origin}${path}.`];
}
/** Of Grafana Cloud's two kinds of tokens the wrong one fails with a bare 401. */
const accessPolicyToken = 'Input "grafana-token" (GRAFANA_API_KEY) begins with glc_: that is an access-policy token, which sends metrics and cannot ask Grafana; it belongs into GRAFANA_PROMETHEUS_API_KEY. Give a service account token (glsa_…), made in Grafana under Administration, Service accounts.';
function tokenProblems(token) {
    if (token.startsWith('glc_'))
        return [accessPolicyToken];
    if (/^bearer\s/i.test(token))
        return ['Input "grafana-token" begins with "Bearer"; give the token (glsa_…) alone.'];
    if (/^[\x21-\x7e]+$/.test(token))
        return [];
    return [
        'Input "grafana-token" holds a space, a line break or a letter outside ASCII, which no token has; copy it again.',
    ];
}
//# sourceMappingURL=access-problems.js.map
// EXTERNAL MODULE: ./packages/kit/lib/inputs/shared-inputs.js
var shared_inputs = __nccwpck_require__(4947);
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/parse-with-rules.js


/**
 * Rules over one input and rules over several, told together: nobody should have to run twice to see them all.
 * @throws SuiteError INPUT_INVALID
 */
async function parseWithRules(spec, raw, rules) {
    try {
        const values = parseInputs(spec, raw);
        const problems = await rules(values);
        if (problems.length > 0)
            throw invalidInputs(problems);
        return values;
    }
    catch (thrown) {
        if (!(0,suite_error/* isSuiteError */.t$)(thrown))
            throw thrown;
        const more = await rules(parseInputs(spec, onlyRight(spec, raw)));
        throw invalidInputs([...new Set([...thrown.message.split('\n'), ...more])]);
    }
}
/** Without the inputs that are wrong by themselves. */
function onlyRight(spec, { given, environment }) {
    const right = Object.entries(spec).filter(([name, kind]) => {
        const own = given[name] === undefined ? {} : { [name]: given[name] };
        return isRight({ [name]: kind }, { given: own, environment });
    });
    const variables = right.flatMap(([, kind]) => kind.environment ?? []);
    return {
        given: Object.fromEntries(right.flatMap(([name]) => (given[name] === undefined ? [] : [[name, given[name]]]))),
        environment: Object.fromEntries(variables.map((name) => [name, environment[name]])),
    };
}
function isRight(spec, raw) {
    try {
        parseInputs(spec, raw);
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=parse-with-rules.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/environment-place.js
/** The environment that dashboards and their records are marked with; production, however it is written, needs no mark. */
function markedEnvironment(environment) {
    return environment.toLowerCase() === 'production' ? undefined : environment;
}
//# sourceMappingURL=environment-place.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/access-inputs.js

/** Where Prometheus answers, and what it wants to see. */
const prometheusAccessInputs = {
    'prometheus-url': (0,input_kinds/* url */.OZ)({
        help: 'Address of Prometheus. Empty: https://<monitoring-app>.fly.dev when a password or token is given, else its private one.',
        environment: 'PROMETHEUS_URL',
    }),
    'prometheus-user': (0,input_kinds/* text */.Qq)({
        help: 'User of its basic auth.',
        default: 'admin',
        environment: 'PROMETHEUS_USER',
        pattern: /^[^:\s]+$/,
        expects: 'a name without blanks and colons',
    }),
    'prometheus-password': (0,input_kinds/* secret */.rJ)({ help: 'Password of its basic auth.', environment: 'PROMETHEUS_PASSWORD' }),
    'prometheus-token': (0,input_kinds/* secret */.rJ)({
        help: 'Bearer token, for a Prometheus behind another kind of door.',
        environment: 'PROMETHEUS_TOKEN',
    }),
};
const twofoldAuth = 'Inputs "prometheus-password" and "prometheus-token" are both given; only one of them can be shown.';
//# sourceMappingURL=access-inputs.js.map
// EXTERNAL MODULE: ./packages/stages/lib/import-dashboards/backup.js
var import_dashboards_backup = __nccwpck_require__(7533);
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-monitoring/inputs.js

const deployMonitoringInputs = {
    ...shared_inputs/* sharedInputs */.dO,
    ...shared_inputs/* flyctlInputs */.gw,
    deadline: (0,shared_inputs/* deadlineInput */.LA)('45m'),
    'app-config': shared_inputs/* appConfig */.UO,
    config: shared_inputs/* monitoringConfig */.l2,
    dockerfile: (0,input_kinds/* text */.Qq)({ help: 'Dockerfile of the monitoring app.', default: 'Dockerfile.monitoring' }),
    'prometheus-config': (0,input_kinds/* text */.Qq)({
        help: 'Prometheus configuration: the source of truth for what is scraped. The Dockerfile must copy it.',
        default: 'monitoring/prometheus-fly.yml',
    }),
    create: (0,input_kinds/* boolean */.zM)({ help: 'Create the app when it does not exist.', default: 'false' }),
    org: (0,input_kinds/* text */.Qq)({ help: 'Fly organisation for an app that is created; "personal" is your own.' }),
    region: (0,input_kinds/* text */.Qq)({
        help: 'Fly region for what is created. Without it: primary_region of its fly.toml.',
        pattern: /^[a-z]{3}$/,
        expects: 'three letters, such as nrt',
    }),
    'remote-write-url': (0,input_kinds/* url */.OZ)({
        help: 'Address that Prometheus sends its samples to, such as https://prometheus-prod-01.grafana.net/api/prom/push.',
        environment: 'GRAFANA_PROMETHEUS_URL',
    }),
    'remote-write-user': (0,input_kinds/* text */.Qq)({
        help: 'User for it; in Grafana Cloud the number of the metrics instance.',
        environment: 'GRAFANA_PROMETHEUS_USER',
        pattern: /^[A-Za-z0-9._@+-]+$/,
        expects: 'letters, digits and . _ @ + -',
    }),
    'remote-write-password': (0,input_kinds/* secret */.rJ)({
        help: 'Password for it; in Grafana Cloud an access-policy token (glc_…) that may write metrics.',
        environment: 'GRAFANA_PROMETHEUS_API_KEY',
    }),
    ...insecureHttpInput,
    access: (0,input_kinds/* choice */.Yq)(['protected', 'private', 'open'], {
        help: 'protected: https://<monitoring-app>.fly.dev behind a password. private: no public address. open: public without a password. Without it: protected when a password is given, else private.',
    }),
    'prometheus-user': (0,input_kinds/* text */.Qq)({
        help: 'User for the protected address.',
        environment: 'PROMETHEUS_USER',
        default: 'admin',
        pattern: /^(?!self-scrape$)[A-Za-z0-9._@+-]+$/,
        expects: 'letters, digits and . _ @ + -, and not "self-scrape", which Prometheus itself uses',
    }),
    'prometheus-password': (0,input_kinds/* secret */.rJ)({
        help: 'Password for the protected address; Prometheus gets only its bcrypt hash.',
        environment: 'PROMETHEUS_PASSWORD',
    }),
    'metrics-token': (0,input_kinds/* secret */.rJ)({
        help: 'Token that Prometheus shows to the services; the same one as in deploy-app.',
        environment: 'METRICS_TOKEN',
    }),
    force: (0,input_kinds/* boolean */.zM)({ help: 'Deploy even when nothing has changed.', default: 'false' }),
    'wait-timeout': (0,input_kinds/* duration */.p0)({
        help: 'Budget for the machine to start and to pass its check. Without it: wait_timeout of the fly.toml, else 10m.',
    }),
    'ready-timeout': (0,input_kinds/* duration */.p0)({
        help: 'Budget until Prometheus is ready; replaying a large write-ahead log takes minutes.',
        default: '5m',
    }),
};
//# sourceMappingURL=inputs.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/datasource/inputs.js



/** What tells which Prometheus the dashboards show, and how Grafana gets to it. */
const datasourceInputs = {
    datasource: (0,input_kinds/* text */.Qq)({
        help: 'Uid or name of the Prometheus data source that the dashboards show. Empty: the one of this Prometheus, made when it is missing.',
    }),
    'datasource-url': (0,input_kinds/* url */.OZ)({
        help: 'Address at which Grafana reaches Prometheus, for the data source that is made. Empty: prometheus-url, else https://<monitoring-app>.fly.dev when a password or token is given, else http://<monitoring-app>.internal:9090.',
    }),
    ...prometheusAccessInputs,
    'prometheus-config': (0,input_kinds/* text */.Qq)({
        help: 'Prometheus configuration of the repository: its scrape interval is the smallest step of the graphs.',
        default: 'monitoring/prometheus-fly.yml',
    }),
    'app-config': shared_inputs/* appConfig */.UO,
    'monitoring-config': shared_inputs/* monitoringConfig */.l2,
    'remote-write-url': deployMonitoringInputs['remote-write-url'],
};
/** The addresses that get a secret. */
function datasourceAddresses(values) {
    const { datasourceUrl, prometheusUrl, prometheusPassword, prometheusToken } = values;
    const credential = prometheusToken ? 'prometheus-token' : prometheusPassword && 'prometheus-password';
    return [
        { input: 'datasource-url', url: datasourceUrl, credential },
        { input: 'prometheus-url', url: datasourceUrl === undefined ? prometheusUrl : undefined, credential },
    ];
}
//# sourceMappingURL=inputs.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/inputs.js






const importDashboardsInputs = {
    ...shared_inputs/* sharedInputs */.dO,
    deadline: (0,shared_inputs/* deadlineInput */.LA)('10m'),
    'grafana-url': (0,input_kinds/* url */.OZ)({
        help: 'Address of Grafana, such as https://<stack>.grafana.net. Empty: no dashboards are imported.',
        environment: 'GRAFANA_URL',
    }),
    'grafana-token': (0,input_kinds/* secret */.rJ)({
        help: 'Grafana service account token (glsa_…) with the role Editor; with Admin it also makes the data source of Prometheus.',
        environment: 'GRAFANA_API_KEY',
    }),
    ...grafanaOrganisationInput,
    'wake-timeout': (0,input_kinds/* duration */.p0)({
        help: 'How long to wait for a Grafana that does not answer yet: a paused Grafana Cloud stack needs minutes to wake up.',
        default: '5m',
    }),
    ...insecureHttpInput,
    dashboards: (0,input_kinds/* list */.p_)({
        help: 'Dashboard files: folders (their *.json), files or patterns such as dashboards/**/*.json.',
        default: 'dashboards',
    }),
    folder: (0,input_kinds/* text */.Qq)({
        help: 'Title or uid of the Grafana folder, or a path such as Team/Prod where folders can be nested; made when it is missing. "General" is the root. Empty: Fechatter, and in another environment than production Fechatter (<environment>).',
    }),
    ...datasourceInputs,
    overwrite: (0,input_kinds/* choice */.Yq)(['managed', 'always', 'never'], {
        help: 'managed: a dashboard that somebody saved in Grafana since the last import is left alone. always: it is replaced. never: only dashboards that are not there are made.',
        default: 'managed',
    }),
    strict: (0,input_kinds/* boolean */.zM)({
        help: 'Import nothing when one dashboard file is bad; otherwise the good ones are imported and the step fails at the end (a whole chain refuses bad files before it deploys, either way).',
        default: 'false',
    }),
    prune: (0,input_kinds/* boolean */.zM)({
        help: 'Delete the dashboards in the folder that an import of this repository and environment saved last and whose file is gone; what somebody changed since is left.',
        default: 'false',
    }),
    annotate: (0,input_kinds/* boolean */.zM)({
        help: 'Mark the release in Grafana with an annotation (tags deploy, fly-monitoring, the environment and the repository) when everything was imported.',
        default: 'false',
    }),
    ...shared_inputs/* releaseInput */._t,
    'backup-folder': (0,input_kinds/* text */.Qq)({
        help: 'Folder for a copy of each dashboard and library panel before it is replaced or deleted. Empty: grafana-backup in the temporary folder of the runner, else .cache/grafana-backup.',
    }),
};
/** In Grafana, when no other is asked for. */
const usualFolder = 'Fechatter';
/** @throws SuiteError INPUT_INVALID with everything that is wrong */
async function parseImportInputs(raw) {
    const values = await parseWithRules(importDashboardsInputs, raw, (given) => problemsOf(given));
    const parsed = values;
    const place = markedEnvironment(parsed.environment);
    const folder = parsed.folder ?? (place === undefined ? usualFolder : environmentTitle(usualFolder, place));
    return Object.freeze({
        ...parsed,
        folder,
        place,
        backupFolder: backupFolderOf(parsed, raw),
        grafana: grafanaOf(parsed),
    });
}
function grafanaOf({ grafanaUrl: url, grafanaToken: token, orgId }) {
    return url === undefined || token === undefined ? undefined : { url, token, orgId };
}
function backupFolderOf({ backupFolder }, { environment }) {
    const temporary = environment['RUNNER_TEMP'] ?? '';
    return backupFolder ?? (temporary === '' ? import_dashboards_backup/* ownBackupFolder */.Rc : (0,external_node_path_.join)(temporary, 'grafana-backup'));
}
function problemsOf(values) {
    const { grafanaUrl, grafanaToken, prometheusPassword, prometheusToken, allowInsecureHttp } = values;
    // Its token is asked for below, so the address is judged as if it were there.
    const address = { input: 'grafana-url', url: grafanaUrl, credential: 'grafana-token' };
    return [
        ...halfProblems({ grafanaUrl, grafanaToken }),
        ...grafanaAccessProblems({ grafanaUrl, grafanaToken }),
        ...(prometheusPassword === undefined || prometheusToken === undefined ? [] : [twofoldAuth]),
        ...plainHttpProblems([address, ...datasourceAddresses(values)], allowInsecureHttp),
        ...wakeProblems(values),
    ];
}
function wakeProblems({ wakeTimeout, deadline }) {
    if (wakeTimeout === undefined || deadline === undefined || wakeTimeout < deadline)
        return [];
    const [wake, whole] = [(0,duration/* formatDuration */.a)(wakeTimeout), (0,duration/* formatDuration */.a)(deadline)];
    return [`Input "wake-timeout" is ${wake}; it must be shorter than the time of the whole import, which is ${whole}.`];
}
function halfProblems({ grafanaUrl, grafanaToken }) {
    if ((grafanaUrl === undefined) === (grafanaToken === undefined))
        return [];
    const [given, missing] = grafanaUrl === undefined
        ? ['"grafana-token" (GRAFANA_API_KEY)', '"grafana-url" (GRAFANA_URL)']
        : ['"grafana-url" (GRAFANA_URL)', '"grafana-token" (GRAFANA_API_KEY)'];
    return [`Input ${given} is given, but ${missing} is missing; give both, or neither to import nothing.`];
}
//# sourceMappingURL=inputs.js.map
// EXTERNAL MODULE: ./packages/kit/lib/text/markdown.js
var markdown = __nccwpck_require__(3059);
// EXTERNAL MODULE: ./packages/kit/lib/text/foreign-text.js
var foreign_text = __nccwpck_require__(7338);
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/prune/report-prune.js

const marks = { deleted: '🗑️', left: '⚠️', failed: '❌' };
function reportPrunePlan({ deletes, left }) {
    const rows = [
        ...deletes.map(({ title, uid, reason }) => [title, uid, 'delete', reason]),
        ...left.map(({ title, uid, reason }) => [title, uid, 'leave', reason]),
    ];
    return { ...tables(rows, 'Would'), annotations: left.map(leftWarning) };
}
function reportPruned(results) {
    const marked = results.map((one) => [one.title, one.uid, `${marks[one.kind]} ${one.kind}`, whyOf(one)]);
    const plain = results.map(({ title, uid, kind, reason }) => [title, uid, kind, reason]);
    return {
        summary: tables(marked, 'Result').summary,
        lines: tables(plain, 'Result').lines,
        annotations: results.flatMap(annotationOf),
    };
}
function tables(rows, what) {
    if (rows.length === 0)
        return { summary: [], lines: [] };
    const heading = ['Without a file', 'Uid', what, 'Why'];
    return {
        summary: [
            (0,markdown/* markdownTable */.Qj)(heading, rows.map((row) => row.map(markdown/* escapeCell */.kq))),
        ],
        lines: (0,markdown/* textTable */.ed)(heading.map((word) => word.toUpperCase()), rows),
    };
}
function whyOf(result) {
    return result.kind === 'failed' ? `${result.reason}. ${result.hint}` : result.reason;
}
function annotationOf(result) {
    switch (result.kind) {
        case 'deleted':
            return [];
        case 'left':
            return [leftWarning(result)];
        case 'failed': {
            const message = `${nameOf(result)} was not deleted: ${result.reason}. Next: ${result.hint}`;
            return [{ level: 'error', title: result.code, message }];
        }
    }
}
function leftWarning(one) {
    const message = `${nameOf(one)} was not deleted: ${one.reason}. Delete it in Grafana, or put its file back.`;
    return { level: 'warning', title: 'Dashboard', message };
}
function nameOf({ title, uid }) {
    return `Dashboard "${title}" (${uid})`;
}
//# sourceMappingURL=report-prune.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/report-bad-files.js


/** Rows of the table in the summary. */
function badFileCells(bad) {
    return bad.map(({ file, problems }) => [
        (0,markdown/* escapeCell */.kq)(file),
        '❌ failed',
        (0,markdown/* escapeCell */.kq)(`${problems.join('; ')}. ${badFileHint}`),
    ]);
}
/** Rows of the table in a terminal. */
function badFileRows(bad) {
    return bad.map(({ file, problems }) => [file, 'failed', problems.join('; ')]);
}
function badFileAnnotations(bad) {
    return bad.map(({ file, problems }) => ({
        level: 'error',
        title: 'DASHBOARD_INVALID',
        message: `${file} was not imported: ${problems.join('; ')}. Next: ${badFileHint}`,
        place: { file },
    }));
}
//# sourceMappingURL=report-bad-files.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/report-differences.js

/** What the other saves changed, for the summary and the log. */
function reportDifferences(differences) {
    const all = [...differences].map(([uid, lines]) => ({
        title: `Changed in Grafana since the last import: ${uid}`,
        lines,
    }));
    return {
        summary: all.map(({ title, lines }) => `${(0,markdown/* escapeCell */.kq)(title)}\n\n${(0,markdown/* codeBlock */.DV)(lines.join('\n'))}`),
        lines: all.flatMap(({ title, lines }) => [`${title}:`, ...lines.map((line) => `  ${line}`)]),
    };
}
/** One annotation has room for a few. */
const mostInAnnotation = 4;
/** For the end of a sentence; empty when nothing is known. */
function changedWords(differences, { wanted }) {
    const lines = differences.get(wanted.uid) ?? [];
    if (lines.length === 0)
        return '';
    const first = lines.slice(0, mostInAnnotation).join(' | ');
    return ` Changed there: ${first}${lines.length > mostInAnnotation ? ' | …' : ''}.`;
}
//# sourceMappingURL=report-differences.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/report-interrupted.js

const words = {
    'library-panel': (title) => `library panel "${title}" was imported: it may be saved`,
    import: (title) => `dashboard "${title}" was imported: it may be saved`,
    deletion: (title) => `dashboard "${title}" was deleted: it may be there`,
};
/** The report of what was done, with one error: the run was cancelled, and what became of the rest. */
function interruptedImport(report, interrupted) {
    const { at, results, libraryPanels, pruned } = interrupted;
    const done = [
        ...libraryPanels.map(({ name, kind }) => `library panel "${name}" ${kind}`),
        ...results.map(({ wanted, kind }) => `"${wanted.title}" ${kind}`),
        ...pruned.map(({ title, kind }) => `"${title}" ${kind}`),
    ];
    const message = [
        `The run was cancelled while the ${words[at.doing](at.title)} or not.`,
        done.length === 0 ? 'None was done before it' : `Done before it: ${done.join(', ')}`,
    ].join(' ');
    const hint = 'The dashboards behind it are as they were. Run again: what is saved already is left as it is.';
    const error = { level: 'error', title: 'INTERRUPTED', message: `${message}. Next: ${hint}` };
    const table = report.summary.slice(report.summary.indexOf('\n'));
    return {
        ...report,
        conclusion: 'interrupted',
        summary: `### 🛑 import-dashboards: cancelled\n\n${(0,markdown/* escapeCell */.kq)(message)}. **Next:** ${hint}${table}`,
        annotations: [...report.annotations.filter(({ level }) => level !== 'error'), error],
    };
}
//# sourceMappingURL=report-interrupted.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/report-library-panels.js

const report_library_panels_marks = { created: '✅', updated: '✅', failed: '❌' };
/** Rows of the table in the summary, before those of the dashboards. */
function libraryPanelCells(results) {
    return results.map((result) => {
        const why = 'hint' in result ? `${result.reason}. ${result.hint}` : result.reason;
        return [(0,markdown/* escapeCell */.kq)(titleOf(result)), `${report_library_panels_marks[result.kind]} ${result.kind}`, (0,markdown/* escapeCell */.kq)(why)];
    });
}
/** Rows of the table in a terminal. */
function libraryPanelRows(results) {
    return results.map((result) => [titleOf(result), result.kind, result.reason]);
}
/** The same of what a dry run would do. */
function plannedLibraryPanels(steps) {
    return steps.map(({ kind, panel, reason }) => [titleOf(panel), kind, reason]);
}
function libraryPanelAnnotations(results) {
    return results.flatMap((result) => {
        if (result.kind !== 'failed')
            return [];
        const message = `Library panel "${result.name}" (${result.uid}) was not saved: ${result.reason}. Next: ${result.hint}`;
        return [{ level: 'error', title: result.code, message }];
    });
}
function titleOf({ name }) {
    return `Library panel ${name}`;
}
//# sourceMappingURL=report-library-panels.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/report.js







const importDashboardsOutputs = {
    created: 'JSON list of the uids of dashboards that are new in Grafana.',
    updated: 'JSON list of the uids of dashboards that were replaced.',
    unchanged: 'JSON list of the uids of dashboards that were as wanted.',
    kept: 'JSON list of the uids of dashboards that differ and were not to be replaced (overwrite: never).',
    conflicted: 'JSON list of the uids of dashboards that were left alone because somebody else saved them.',
    failed: 'JSON list of the uids of dashboards that were not written or deleted although they should have been, and the paths of files that are no dashboard.',
    deleted: 'JSON list of the uids of dashboards that were deleted because their file is gone (prune).',
    'backup-folder': 'Folder with a copy of each dashboard and library panel that was replaced or deleted; empty when there was none.',
    'datasource-uid': 'Uid of the data source that the dashboards show; empty when no Grafana was given.',
    'folder-url': 'Address of the folder that holds them; empty when no Grafana was given.',
};
const kinds = ['created', 'updated', 'unchanged', 'kept', 'conflicted', 'failed'];
const report_marks = { created: '✅', updated: '✅', unchanged: '✅', kept: 'ℹ️', conflicted: '⚠️', failed: '❌' };
const planned = {
    create: 'create',
    update: 'update',
    adopt: 'leave as it is',
    unchanged: 'leave as it is',
    kept: 'leave as it is',
    conflict: 'conflict',
    unreadable: 'fail',
};
const turnOn = 'Set the variable GRAFANA_URL and the secret GRAFANA_API_KEY (inputs grafana-url and grafana-token).';
function reportImport(outcome) {
    switch (outcome.kind) {
        case 'skipped':
            return skippedReport();
        case 'planned':
            return plannedReport(outcome);
        case 'imported':
            return outcome.interruptedAt === undefined
                ? importedReport(outcome)
                : interruptedImport(importedReport(outcome), { ...outcome, at: outcome.interruptedAt });
    }
}
function skippedReport() {
    const message = `dashboards: not checked, because no Grafana was given. ${turnOn}`;
    return {
        conclusion: 'success',
        outputs: outputsOf({ results: [], url: '' }),
        summary: `### ⏭️ import-dashboards: skipped\n\n${message}\n`,
        lines: [message],
        annotations: [{ level: 'notice', title: 'dashboards: not checked', message: turnOn }],
    };
}
function plannedReport({ grafana, plan, prune, differences, notices, warnings, bad }) {
    const pruning = reportPrunePlan(prune);
    const changes = reportDifferences(differences);
    const dashboards = plan.steps.map(({ kind, wanted, reason }) => [wanted.title, planned[kind], reason]);
    const rows = [...plannedLibraryPanels(plan.libraryPanels), ...dashboards];
    const first = `Would ${plan.folder.exists ? 'use' : 'make'} the folder "${plan.folder.title}".`;
    return {
        conclusion: bad.length === 0 ? 'success' : 'failure',
        outputs: outputsOf({ results: [], url: plan.folder.exists ? folderUrl(grafana, plan.folder) : '', bad }),
        summary: [
            '### 📋 import-dashboards: dry run, nothing was changed',
            seenLine(grafana),
            (0,markdown/* escapeCell */.kq)(first),
            (0,markdown/* markdownTable */.Qj)(['Dashboard', 'Would', 'Why'], [...rows.map((row) => row.map(markdown/* escapeCell */.kq)), ...badFileCells(bad)]),
            ...pruning.summary,
            ...changes.summary,
        ].join('\n\n'),
        lines: [
            first,
            ...(0,markdown/* textTable */.ed)(['DASHBOARD', 'WOULD', 'WHY'], [...rows, ...badFileRows(bad)]),
            ...pruning.lines,
            ...changes.lines,
        ].map(foreign_text/* harmless */.Is),
        annotations: [
            ...badFileAnnotations(bad),
            ...notices.map(noticeOf),
            ...warnings.map(warningOf),
            ...plannedNotes(plan, differences),
            ...pruning.annotations,
        ],
    };
}
function plannedNotes({ steps }, differences) {
    return steps.flatMap((step) => {
        if (step.kind === 'kept')
            return [keptNotice(step)];
        if (step.kind !== 'conflict' && step.kind !== 'unreadable')
            return [];
        const message = `${report_nameOf(step)} would not be overwritten: ${step.reason}.${changedWords(differences, step)}`;
        return [{ level: 'warning', title: 'DASHBOARD_CONFLICT', message, place: { file: step.wanted.file } }];
    });
}
function importedReport(outcome) {
    const { grafana, folder, results, libraryPanels, pruned, differences, backupFolder, annotation } = outcome;
    const { notices, warnings, bad } = outcome;
    const notes = [...backupLines(backupFolder), ...(annotation?.kind === 'posted' ? [annotation.words] : [])];
    const pruning = reportPruned(pruned);
    const changes = reportDifferences(differences);
    const all = [...results, ...libraryPanels, ...pruned];
    const isWhole = bad.length === 0 && all.every(({ kind }) => kind !== 'conflicted' && kind !== 'failed');
    const counts = [
        ...kinds.map((kind) => [kind, uidsOf(results, kind).length + (kind === 'failed' ? bad.length : 0)]),
        ['deleted', pruned.filter(({ kind }) => kind === 'deleted').length],
    ].filter(([, count]) => count > 0);
    const heading = counts.map(([kind, count]) => `${count} ${kind}`).join(', ');
    const url = folderUrl(grafana, folder);
    const rows = results.map((result) => [
        linkTo(grafana, result),
        `${report_marks[result.kind]} ${result.kind}`,
        whyCell(result),
    ]);
    return {
        conclusion: isWhole ? 'success' : 'failure',
        outputs: {
            ...outputsOf({ results, url, pruned, backupFolder, bad }),
            'datasource-uid': grafana.datasource.uid,
        },
        summary: [
            `### ${isWhole ? '✅' : '❌'} import-dashboards: ${heading}`,
            `${seenLine(grafana)}, folder ${(0,markdown/* markdownLink */.iQ)(folder.title, url)}`,
            (0,markdown/* markdownTable */.Qj)(['Dashboard', 'Result', 'Why'], [...libraryPanelCells(libraryPanels), ...rows, ...badFileCells(bad)]),
            ...pruning.summary,
            ...changes.summary,
            ...notes.map(markdown/* escapeCell */.kq),
        ].join('\n\n'),
        lines: [...importedLines(outcome, url), ...[...pruning.lines, ...changes.lines, ...notes].map(foreign_text/* harmless */.Is)],
        annotations: [
            ...libraryPanelAnnotations(libraryPanels),
            ...results.flatMap((result) => report_annotationOf(result, differences)),
            ...badFileAnnotations(bad),
            ...pruning.annotations,
            ...unannotated(annotation),
            ...notices.map(noticeOf),
            ...warnings.map(warningOf),
        ],
    };
}
function importedLines({ results, libraryPanels, bad }, url) {
    const rows = results.map(({ kind, wanted, reason }) => [wanted.title, kind, reason]);
    const hints = results.flatMap((result) => 'hint' in result ? [`Next, for ${result.wanted.uid}: ${result.hint}`] : []);
    const all = [...libraryPanelRows(libraryPanels), ...rows, ...badFileRows(bad)];
    const last = [...(bad.length === 0 ? [] : [`Next: ${badFileHint}`]), `Dashboards: ${url}`];
    return [...(0,markdown/* textTable */.ed)(['DASHBOARD', 'RESULT', 'WHY'], all), ...hints, ...last].map(foreign_text/* harmless */.Is);
}
function whyCell(result) {
    return (0,markdown/* escapeCell */.kq)('hint' in result ? `${result.reason}. ${result.hint}` : result.reason);
}
function seenLine({ url, version, organisation, datasource, because }) {
    const where = organisation === undefined ? '' : `, organisation ${(0,markdown/* escapeCell */.kq)(organisation)}`;
    return `Grafana ${(0,markdown/* escapeCell */.kq)(version)} at ${(0,markdown/* escapeCell */.kq)(url)}${where}, data source ${(0,markdown/* escapeCell */.kq)(datasource.name)} (${(0,markdown/* escapeCell */.kq)(because)})`;
}
function unannotated(note) {
    return note?.kind === 'failed' ? [{ level: 'warning', title: 'Annotation', message: note.words }] : [];
}
function backupLines(folder) {
    return folder === undefined ? [] : [`What was replaced or deleted is kept in ${folder}`];
}
function keptNotice(kept) {
    const { wanted, reason } = kept;
    return {
        level: 'notice',
        title: 'Dashboard',
        message: `${report_nameOf(kept)} was left: ${reason}.`,
        place: { file: wanted.file },
    };
}
function report_annotationOf(result, differences) {
    if (result.kind === 'kept')
        return [keptNotice(result)];
    if (!('hint' in result))
        return [];
    const what = result.kind === 'conflicted' ? 'was not overwritten' : 'was not saved';
    const changed = changedWords(differences, result);
    const message = `${report_nameOf(result)} ${what}: ${result.reason}.${changed} Next: ${result.hint}`;
    return [{ level: 'error', title: result.code, message, place: { file: result.wanted.file } }];
}
function noticeOf(message) {
    return { level: 'warning', title: 'Data source', message };
}
function warningOf({ file, message }) {
    return { level: 'warning', title: 'Dashboard', message: `${file}: ${message}.`, place: { file } };
}
function report_nameOf({ wanted }) {
    return `Dashboard "${wanted.title}" (${wanted.uid})`;
}
function outputsOf({ results, url, pruned = [], backupFolder = '', bad = [] }) {
    const prunedAs = (kind) => pruned.flatMap((one) => (one.kind === kind ? [one.uid] : []));
    const lists = kinds.map((kind) => [kind, uidsOf(results, kind)]);
    const all = { ...Object.fromEntries(lists), deleted: prunedAs('deleted') };
    const failed = [...uidsOf(results, 'failed'), ...prunedAs('failed'), ...bad.map(({ file }) => file)];
    const texts = Object.entries({ ...all, failed }).map(([name, uids]) => [name, JSON.stringify(uids)]);
    const addresses = { 'datasource-uid': '', 'folder-url': url, 'backup-folder': backupFolder };
    return { ...Object.fromEntries(texts), ...addresses };
}
function uidsOf(results, kind) {
    return results.filter((result) => result.kind === kind).map(({ wanted }) => wanted.uid);
}
function folderUrl({ url }, folder) {
    return folder.uid === '' ? `${url}/dashboards` : `${url}/dashboards/f/${encodeURIComponent(folder.uid)}`;
}
/** Grafana's own paths begin at the host, also where it is served below a path; an address elsewhere is not its own. */
function linkTo({ url }, result) {
    const { title } = result.wanted;
    if (result.url === undefined || result.url === '' || !URL.canParse(result.url, url))
        return (0,markdown/* escapeCell */.kq)(title);
    const address = new URL(result.url, url);
    return address.origin === new URL(url).origin ? (0,markdown/* markdownLink */.iQ)(title, address.href) : (0,markdown/* escapeCell */.kq)(title);
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/import/needed-permissions.js
/** What the token lacks for the plan, so that it is known before the first write. */
function missingPermissions({ permissions, ...writes }) {
    if (permissions === undefined)
        return [];
    const needed = [...neededFor(writes), ...libraryPermissions(writes.libraryPanels ?? [], permissions)];
    return needed.filter((action) => !permissions.has(action));
}
function neededFor({ steps, makesFolder, deletes, annotates }) {
    const has = (kind) => steps.some((step) => step.kind === kind);
    return [
        ...(makesFolder ? ['folders:create'] : []),
        ...(has('create') ? ['dashboards:create'] : []),
        ...(has('update') ? ['dashboards:write'] : []),
        ...(deletes ? ['dashboards:delete'] : []),
        ...(annotates ? ['annotations:read', 'annotations:create'] : []),
    ];
}
/** Older releases have no permissions for library panels: whoever may edit the folder may make them. */
function libraryPermissions(steps, permissions) {
    if (![...permissions].some((action) => action.startsWith('library.panels:')))
        return [];
    const actions = steps.map(({ kind }) => (kind === 'create' ? 'library.panels:create' : 'library.panels:write'));
    return [...new Set(actions)];
}
//# sourceMappingURL=needed-permissions.js.map
// EXTERNAL MODULE: ./packages/grafana/lib/api/answer.js
var api_answer = __nccwpck_require__(1103);
// EXTERNAL MODULE: ./packages/grafana/lib/api/transport.js
var api_transport = __nccwpck_require__(5656);
;// CONCATENATED MODULE: ./packages/grafana/lib/api/annotations.js



const maxAttempts = 3;
/** Posts it once: before each try it is looked for by its tags, also after an answer that was lost. */
async function ensureAnnotation(transport, wanted) {
    for (let attempt = 0;; attempt++) {
        const found = await isThere(transport, wanted);
        if (found.kind !== 'ok')
            return { kind: 'failed', failure: found };
        if (found.value)
            return { kind: attempt === 0 ? 'there' : 'posted' };
        const { timeMs: time, tags, text } = wanted;
        const answer = await transport.ask({ method: 'POST', path: '/api/annotations', body: { time, tags, text } });
        if (answer.kind === 'ok')
            return { kind: 'posted' };
        if (!(0,api_answer/* isDoubtful */.G)(answer) || attempt + 1 === maxAttempts)
            return { kind: 'failed', failure: answer };
        await transport.clock.sleep((0,api_transport/* backoffMs */.jo)(attempt));
    }
}
/** Several tags in the address mean that it has all of them. */
async function isThere(transport, { tags }) {
    const wanted = tags.map((tag) => `tags=${encodeURIComponent(tag)}`).join('&');
    const answer = await transport.ask({ path: `/api/annotations?type=annotation&limit=1&${wanted}` });
    return answer.kind === 'ok' ? (0,api_answer.ok)((0,lib_json/* objectsIn */.Qv)({ list: answer.value }, 'list').length > 0) : answer;
}
//# sourceMappingURL=annotations.js.map
// EXTERNAL MODULE: ./packages/grafana/lib/api/explain.js + 1 modules
var explain = __nccwpck_require__(9562);
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/annotate.js


/**
 * Marks the release on every dashboard that shows annotations with its tags. Once for each run and environment: a step
 * that is repeated finds its own.
 */
async function annotateRelease({ transport, inputs, context }) {
    const tags = annotationTags(inputs, context);
    const wanted = { timeMs: transport.clock.now(), tags, text: annotationText(inputs, context) };
    try {
        const outcome = await ensureAnnotation(transport, wanted);
        if (outcome.kind !== 'failed')
            return { kind: 'posted', words: `Annotated in Grafana with the tags ${tags.join(', ')}` };
        const { seen, hint } = (0,explain/* explainFailure */.S)(outcome.failure);
        return failed(`${seen}. ${hint}`);
    }
    catch (thrown) {
        // The time is over or the run cancelled: what was imported has to be told all the same.
        return failed((0,suite_error/* errorMessage */.gJ)(thrown));
    }
}
function failed(why) {
    return { kind: 'failed', words: `The release was not annotated in Grafana: ${why}` };
}
/** Grafana's own convention is plain words; a query for "deploy" finds all of them. */
function annotationTags({ environment }, { repository, runLabel }) {
    return ['deploy', 'fly-monitoring', environment, repository, `run-${runLabel}`].filter((tag) => tag !== '');
}
function annotationText({ release }, { repository, sha, actor, runUrl }) {
    const revision = sha === undefined ? '' : ` at ${sha.slice(0, 12)}`;
    const what = release === undefined ? `Release of ${repository}${revision}` : `Release ${release} of ${repository}${revision}`;
    const who = actor === undefined || actor === '' ? '' : ` by ${actor}`;
    return [`${what}${who}`, runUrl].filter((line) => line !== undefined).join('\n');
}
//# sourceMappingURL=annotate.js.map
// EXTERNAL MODULE: ./packages/grafana/lib/api/folders.js
var folders = __nccwpck_require__(996);
;// CONCATENATED MODULE: ./packages/grafana/lib/api/folder-path.js


/** The titles of "Team/Prod/API", without the root's name in front. */
function folderTitles(path) {
    const titles = path
        .split('/')
        .map((title) => title.trim())
        .filter((title) => title !== '');
    return titles.length > 1 && titles[0]?.toLowerCase() === 'general' ? titles.slice(1) : titles;
}
/** Goes down level by level from the folders at the top, with one request for each level. */
async function findFolderPath(transport, titles, top) {
    let level = top;
    let inside;
    for (const [there, title] of titles.entries()) {
        const twins = level.filter((folder) => folder.title === title);
        if (twins.length > 1)
            return (0,api_answer.ok)({ kind: 'ambiguous', title, twins });
        const [found] = twins;
        if (found === undefined && inside !== undefined)
            return (0,api_answer.ok)({ kind: 'missing', inside, titles, there });
        if (found !== undefined && there + 1 === titles.length)
            return (0,api_answer.ok)({ kind: 'found', folder: found });
        // With nothing of the path there, any folder tells whether folders can be nested.
        const asked = found ?? top[0];
        if (asked === undefined)
            break;
        const children = await (0,folders/* listFolders */.uT)(transport, asked.uid);
        if (children.kind !== 'ok')
            return children;
        if (isFlat(children.value, asked))
            return (0,api_answer.ok)({ kind: 'flat' });
        if (found === undefined)
            break;
        inside = found;
        level = children.value;
    }
    return (0,api_answer.ok)({ kind: 'missing', inside: undefined, titles, there: 0 });
}
/** Without nested folders "parentUid" is ignored, and the list is again the one of the top. */
function isFlat(children, parent) {
    return children.some(({ uid }) => uid === parent.uid);
}
/** Makes what is missing, one after the other, and gives the innermost. */
async function ensureFolderPath(transport, missing) {
    const { titles, there } = missing;
    let parent = missing.inside;
    let answer = noNestedFolders;
    for (const [index, title] of titles.entries()) {
        if (index < there)
            continue;
        // Where there was no folder at all, only the first one tells.
        if (index === 1 && there === 0 && parent !== undefined) {
            const children = await (0,folders/* listFolders */.uT)(transport, parent.uid);
            if (children.kind !== 'ok')
                return children;
            if (isFlat(children.value, parent))
                return noNestedFolders;
        }
        const uid = (0,folders/* folderUidFor */.iu)(titles.slice(0, index + 1).join('/'));
        answer = await (0,folders/* ensureFolder */.f2)(transport, { uid, title, ...(parent === undefined ? {} : { parentUid: parent.uid }) });
        if (answer.kind !== 'ok')
            return answer;
        parent = answer.value;
    }
    return answer;
}
const noNestedFolders = {
    kind: 'refused',
    status: 200,
    message: 'this Grafana has no nested folders',
    reason: undefined,
    permission: undefined,
    retryAfterMs: undefined,
    request: 'GET /api/folders',
};
//# sourceMappingURL=folder-path.js.map
// EXTERNAL MODULE: ./packages/grafana/lib/import/save-message.js
var save_message = __nccwpck_require__(2327);
// EXTERNAL MODULE: ./packages/grafana/lib/api/dashboards/dashboards.js
var dashboards = __nccwpck_require__(4286);
// EXTERNAL MODULE: ./packages/grafana/lib/api/dashboards/read-save.js
var read_save = __nccwpck_require__(6753);
;// CONCATENATED MODULE: ./packages/grafana/lib/api/dashboards/save-dashboard.js







const save_dashboard_maxAttempts = 4;
/** Grafana: "message too long, max 500 characters". */
const messageMaxLength = 500;
/**
 * Saves one dashboard as exactly one new version. An answer that was lost is looked for in the history before the
 * request is repeated. `overwrite` is not sent as long as it can be avoided: on old releases it also takes over another
 * dashboard that has the same title.
 */
async function saveDashboard(transport, request) {
    let current = { ...request, isTold: false, isForced: false };
    for (let attempt = 0;; attempt++) {
        const answer = await post(transport, current);
        if (answer.kind === 'ok')
            return savedOutcome(answer.value, request);
        if (!(0,api_answer/* isDoubtful */.G)(answer) && !isMismatch(answer))
            return { kind: 'failed', failure: answer };
        const found = await lookAgain(transport, request);
        if (found.kind === 'saved')
            return found;
        if (attempt + 1 === save_dashboard_maxAttempts)
            return { kind: 'failed', failure: answer };
        const isOther = isMismatch(answer) || isChangedSince(found, current);
        const next = isOther ? await afterMismatch(answer, found, current) : afterDoubt(answer, found, current);
        if (next.kind !== 'send')
            return next;
        current = next.sending;
        await transport.clock.sleep((0,api_transport/* backoffMs */.jo)(attempt));
    }
}
/** An overwrite would replace any version, also one that was not seen yet. */
function isChangedSince(found, { isForced, expectedVersion }) {
    return isForced && found.kind === 'other' && found.stored?.version !== expectedVersion;
}
/** Nothing tells that it was saved: once more, as it was. */
function afterDoubt(failure, found, sending) {
    return found.kind === 'unknown' ? { kind: 'failed', failure } : { kind: 'send', sending };
}
/** Something else is there: it is left, or replaced on purpose. */
async function afterMismatch(failure, found, sending) {
    const mayReplace = sending.onConflict === 'replace';
    if (found.kind === 'unknown') {
        // The uid is there, so no other dashboard is taken over for its title; there is no content to hand to `beforeReplacing`.
        const isReplaced = mayReplace && (0,dashboards/* isOtherSchema */.W)(found.failure);
        return isReplaced ? { kind: 'send', sending: { ...sending, isForced: true } } : { kind: 'failed', failure };
    }
    const { stored } = found;
    if (stored === undefined)
        return { kind: 'hidden' };
    const { version, updatedBy } = stored;
    if (!mayReplace)
        return { kind: 'conflict', version, updatedBy };
    const refusal = await sending.beforeReplacing?.(stored);
    if (refusal !== undefined)
        return { kind: 'not-replaced', reason: refusal };
    // A server that calls the version it has just told a mismatch (12.0 did) leaves no other way.
    const isForced = sending.isTold && version === sending.expectedVersion;
    return { kind: 'send', sending: { ...sending, expectedVersion: version, isTold: true, isForced } };
}
async function post(transport, request) {
    const { json, uid, folderUid, message, expectedVersion, isForced: overwrite } = request;
    // The version in a file is of another Grafana; with it a repeated create would pass for an update.
    const { version: _ofTheFile, ...content } = json;
    const versioned = expectedVersion === undefined ? {} : { version: expectedVersion };
    const dashboard = { ...content, ...versioned, id: null, uid };
    const body = { dashboard, folderUid, message: message.slice(0, messageMaxLength), overwrite };
    return transport.ask({ method: 'POST', path: '/api/dashboards/db', body });
}
/** 2xx is not enough: a GitOps listener answers 202 "pending" and saves nothing. */
function savedOutcome(body, { uid }) {
    if ((0,lib_json/* textIn */.r7)(body, 'status') === 'success') {
        return { kind: 'saved', version: (0,lib_json/* numberIn */.Po)(body, 'version') ?? 0, url: (0,lib_json/* textIn */.r7)(body, 'url') ?? `/d/${uid}` };
    }
    const message = `it was not saved: ${(0,lib_json/* textIn */.r7)(body, 'message') ?? (0,lib_json/* textIn */.r7)(body, 'status') ?? 'an answer without a status'}`;
    const nothing = { reason: undefined, permission: undefined, retryAfterMs: undefined };
    return {
        kind: 'failed',
        failure: { kind: 'refused', status: 202, message, request: 'POST /api/dashboards/db', ...nothing },
    };
}
/** "Already exists" and "changed since" look alike, and differently in each release. */
function isMismatch({ status, reason, message }) {
    if (status === 409)
        return true;
    if (status === 400)
        return /same uid already exists/i.test(message);
    return status === 412 && reason !== 'name-exists' && reason !== 'plugin-dashboard';
}
/** Whether the dashboard that is there now is the one we have just sent. */
async function lookAgain(transport, request) {
    const stored = await (0,dashboards/* readDashboard */.F)(transport, request.uid);
    if (stored.kind !== 'ok')
        return { kind: 'unknown', failure: stored };
    const { value } = stored;
    if (value === undefined)
        return { kind: 'other', stored: undefined };
    const isNewer = value.version > (request.expectedVersion ?? 0);
    if (isNewer && (await isAsSent(transport, value, request))) {
        return { kind: 'saved', version: value.version, url: value.url };
    }
    return { kind: 'other', stored: value };
}
/** By the record of the version; by the content only where the history cannot be read, as Grafana migrates that. */
async function isAsSent(transport, stored, request) {
    const save = await (0,read_save/* readSave */.o)(transport, stored);
    if (save.kind !== 'ok' || save.value === undefined)
        return contentHash(stored.json) === contentHash(request.json);
    const { message } = save.value;
    return message === request.message.slice(0, messageMaxLength) || isSameImport(message, stored, request);
}
/** Of two imports at once the second finds what it wanted to save, saved by the first. */
function isSameImport(message, { folderUid }, request) {
    const hash = (0,save_message/* hashInMessage */.Df)(message);
    return hash !== undefined && hash === (0,save_message/* hashInMessage */.Df)(request.message) && folderUid === request.folderUid;
}
//# sourceMappingURL=save-dashboard.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/import/read-existing.js




/** How many requests are under way at once: reading is safe in parallel, and servers limit rates. */
const parallelReads = 4;
/**
 * What Grafana has under the uids of the wanted dashboards. The first failure that is not about one dashboard ends it,
 * and so does a server that fails for each of them.
 */
async function readExisting(transport, wanted) {
    const existing = new Map();
    const unreadable = new Map();
    const waiting = [...wanted];
    let failure;
    // Each takes the next one, so that what is done with an answer falls into the time of the other requests.
    const work = async () => {
        for (let next = waiting.shift(); next !== undefined && failure === undefined; next = waiting.shift()) {
            const answer = await read_existing_readOne(transport, next);
            if (answer.kind !== 'ok' && isAboutOne(answer))
                unreadable.set(next.uid, answer);
            else if (answer.kind !== 'ok')
                failure ??= answer;
            else if (answer.value !== undefined)
                existing.set(answer.value.uid, answer.value);
        }
    };
    await Promise.all(Array.from({ length: parallelReads }, work));
    const failures = [...unreadable.values()];
    const isBroken = failures.length === wanted.length && failures.every(({ kind }) => kind === 'broken');
    return failure ?? (isBroken ? failures[0] : undefined) ?? (0,api_answer.ok)({ existing, unreadable });
}
/** 406 for another schema, 403 for a folder, 500 for content that is damaged. */
function isAboutOne({ kind }) {
    return kind === 'refused' || kind === 'forbidden' || kind === 'broken';
}
async function read_existing_readOne(transport, wanted) {
    const stored = await (0,dashboards/* readDashboard */.F)(transport, wanted.uid);
    if (stored.kind !== 'ok')
        return stored;
    if (stored.value === undefined)
        return (0,api_answer.ok)(undefined);
    const existing = { ...stored.value, uid: wanted.uid, hash: contentHash(stored.value.json) };
    // Equal content of our own needs no history: most runs of most repositories end here.
    if (existing.hash === wanted.hash && looksImported(existing))
        return (0,api_answer.ok)({ ...existing, lastSave: undefined });
    const lastSave = await (0,read_save/* readSave */.o)(transport, existing);
    // A token may be allowed to read dashboards and not their history; then nobody can be called the last one to save.
    return (0,api_answer.ok)({ ...existing, lastSave: lastSave.kind === 'ok' ? lastSave.value : undefined });
}
/**
 * Whether it is worth no request to ask who saved it: made and saved by one service account, whose logins Grafana begins
 * with "sa-" (ServiceAccountPrefix in pkg/services/serviceaccounts/models.go). Only the record of the version says whose it is.
 */
function looksImported({ createdBy, updatedBy }) {
    return createdBy === updatedBy && updatedBy.startsWith('sa-');
}
//# sourceMappingURL=read-existing.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/import/plan-import.js


/** What has to be done, in the order of the wanted dashboards. */
function planImport({ wanted, existing, unreadable, ...how }) {
    return wanted.map((one) => {
        const failure = unreadable?.get(one.uid);
        if (failure !== undefined)
            return stepForUnreadable(one, failure, how.overwrite);
        const found = existing.get(one.uid);
        if (found === undefined)
            return { kind: 'create', wanted: one, reason: 'it is not in Grafana yet' };
        return stepFor({ wanted: one, found, ...how });
    });
}
function stepForUnreadable(wanted, failure, overwrite) {
    if (!(0,dashboards/* isOtherSchema */.W)(failure))
        return { kind: 'unreadable', wanted, failure, reason: 'it is there and cannot be read' };
    const reason = "it was saved in Grafana's schema V2, which is not handed out here";
    if (overwrite === 'always')
        return { kind: 'update', wanted, version: undefined, reason: `${reason}; it is replaced, as asked for` };
    const url = `/d/${wanted.uid}`;
    if (overwrite === 'never')
        return { kind: 'kept', wanted, url, reason };
    return { kind: 'conflict', wanted, cause: 'new-schema', reason, url };
}
function stepFor({ wanted, found, folderUid, overwrite, environment }) {
    if (found.isFolder)
        return { kind: 'conflict', wanted, url: found.url, ...conflicts.folder(found) };
    const mark = ourMark(found);
    const ours = mark?.environment === environment ? mark?.hash : undefined;
    // The hash in the history proves sameness even where the server hands out a converted form of what was saved.
    const sameContent = found.hash === wanted.hash || ours === wanted.hash;
    const sameFolder = found.folderUid === folderUid;
    const { version, url } = found;
    if (sameContent && sameFolder) {
        const mayAdopt = overwrite !== 'never' && !found.provisioned;
        return mayAdopt && isSomebodyElses(found)
            ? { kind: 'adopt', wanted, version, url, reason: `it is as wanted, also after version ${version}${by(found)}` }
            : { kind: 'unchanged', wanted, url, reason: 'it is as wanted' };
    }
    if (overwrite === 'never')
        return { kind: 'kept', wanted, url, reason: keptReason({ sameContent }) };
    if (found.provisioned)
        return { kind: 'conflict', wanted, url, ...conflicts.provisioned(found) };
    if (sameContent)
        return { kind: 'update', wanted, version, reason: 'it is in another folder' };
    if (ours !== undefined)
        return { kind: 'update', wanted, version, reason: 'its content has changed' };
    if (overwrite === 'always')
        return { kind: 'update', wanted, version, reason: `version ${version} is replaced, as asked for` };
    const cause = mark === undefined ? causeOf(found) : 'other-environment';
    return { kind: 'conflict', wanted, url, ...conflicts[cause](found) };
}
function keptReason({ sameContent }) {
    return `it ${sameContent ? 'is in another folder' : 'differs from the file'}, and nothing is replaced, as asked for`;
}
/** By the record of the version that is there; without one nobody knows. */
function isSomebodyElses(found) {
    return found.lastSave?.version === found.version && ourMark(found) === undefined;
}
/** What the record of the version that Grafana shows says, when it is an import's. */
function ourMark({ lastSave, version }) {
    return lastSave?.version === version ? (0,save_message/* importMark */.vB)(lastSave.message) : undefined;
}
function causeOf({ lastSave, version }) {
    if (lastSave === undefined || lastSave.version !== version)
        return 'unknown-history';
    return version === 1 ? 'foreign' : 'edited';
}
const by = ({ updatedBy }) => (updatedBy === '' ? '' : ` by ${updatedBy}`);
function environmentOf(found) {
    const environment = ourMark(found)?.environment;
    return environment === undefined ? 'production' : `the environment "${environment}"`;
}
const conflicts = {
    edited: (found) => ({ cause: 'edited', reason: `version ${found.version} was saved${by(found)}, not by an import` }),
    foreign: (found) => ({
        cause: 'foreign',
        reason: `a dashboard with this uid was made${by(found)}, not by an import`,
    }),
    'unknown-history': (found) => ({
        cause: 'unknown-history',
        reason: `Grafana gave no history that tells who saved version ${found.version}`,
    }),
    folder: (found) => ({
        cause: 'folder',
        reason: `the folder "${found.title}" in Grafana has this uid, which until Grafana 11 a dashboard cannot have as well`,
    }),
    'other-environment': (found) => ({
        cause: 'other-environment',
        reason: `version ${found.version} was saved by the import of ${environmentOf(found)}`,
    }),
    provisioned: () => ({
        cause: 'provisioned',
        reason: 'it is provisioned from a file on the server, which alone may change it',
    }),
};
//# sourceMappingURL=plan-import.js.map
// EXTERNAL MODULE: ./packages/kit/lib/interruption.js
var interruption = __nccwpck_require__(643);
;// CONCATENATED MODULE: ./packages/grafana/lib/api/library-panels.js


const path = '/api/library-elements';
/** Library panels; 2 are library variables. */
const kind = 1;
/** `ok` with undefined when there is none of that uid. */
async function readLibraryPanel(transport, uid) {
    const answer = await transport.ask({ path: `${path}/${encodeURIComponent(uid)}` });
    if (answer.kind === 'not-found')
        return (0,api_answer.ok)(undefined);
    return answer.kind === 'ok' ? (0,api_answer.ok)(storedOf(answer.value)) : answer;
}
/** Makes it under its uid, and takes it as made when the answer was lost or another run has just made it. */
async function makeLibraryPanel(transport, panel) {
    const made = await transport.ask({ method: 'POST', path, body: { ...panel, kind } });
    if (made.kind === 'ok' || !mayExist(made))
        return made;
    const stored = await readLibraryPanel(transport, panel.uid);
    return stored.kind === 'ok' && stored.value !== undefined ? (0,api_answer.ok)(stored.value) : made;
}
/** Replaces the version that was seen; 412 when somebody saved it since. Its folder and name stay. */
async function replaceLibraryPanel(transport, { uid, model, version }) {
    const body = { model, kind, version };
    return transport.ask({ method: 'PATCH', path: `${path}/${encodeURIComponent(uid)}`, body });
}
/** "library element with that name or UID already exists" is 400 (toLibraryElementError); 409 from the new storage. */
function mayExist(failure) {
    return failure.status === 400 || failure.status === 409 || (0,api_answer/* isDoubtful */.G)(failure);
}
function storedOf(value) {
    const element = (0,lib_json/* objectIn */.D7)(value, 'result');
    return {
        uid: (0,lib_json/* textIn */.r7)(element, 'uid') ?? '',
        name: (0,lib_json/* textIn */.r7)(element, 'name') ?? '',
        version: (0,lib_json/* numberIn */.Po)(element, 'version') ?? 0,
        model: (0,lib_json/* objectIn */.D7)(element, 'model') ?? {},
    };
}
//# sourceMappingURL=library-panels.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/apply-library-panels.js



/** One after the other, as the dashboards; a failure does not stop the rest. */
async function applyLibraryPanels(steps, place) {
    const results = [];
    for (const step of steps) {
        try {
            const result = await applyOne(step, place);
            place.log.info(`${result.kind}: library panel ${result.name} (${result.reason})`);
            results.push(result);
        }
        catch (thrown) {
            if ((0,interruption/* isInterruption */.s)(thrown))
                return { results, interruptedAt: step.panel.name };
            throw thrown;
        }
    }
    return { results, interruptedAt: undefined };
}
async function applyOne(step, place) {
    const { panel, reason } = step;
    const { uid, name } = panel;
    const refusal = step.kind === 'update' ? await place.backup.keepLibraryPanel(step.stored) : undefined;
    if (refusal !== undefined)
        return { kind: 'failed', uid, name, reason: refusal, ...import_dashboards_backup/* notKept */.EM, isMissing: false };
    const answer = await write(step, place);
    if (answer.kind === 'ok')
        return { kind: step.kind === 'create' ? 'created' : 'updated', uid, name, reason };
    const { code, seen, hint } = (0,explain/* explainFailure */.S)(answer);
    return { kind: 'failed', uid, name, reason: seen, code, hint, isMissing: step.kind === 'create' };
}
function write(step, { transport, folderUid }) {
    const { panel } = step;
    return step.kind === 'create'
        ? makeLibraryPanel(transport, { ...panel, folderUid })
        : replaceLibraryPanel(transport, { ...panel, version: step.stored.version });
}
//# sourceMappingURL=apply-library-panels.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/datasource-choice.js
/** Grafana's own expressions are a data source that every instance has. */
const expressions = '__expr__';
/** The one of a type that a dashboard means: the chosen one, else the default one of its type, or the only one. */
function meantDatasource(type, choice) {
    if (type === expressions)
        return { kind: 'meant', uid: expressions, name: expressions };
    if (type === choice.type)
        return { kind: 'meant', uid: choice.uid, name: choice.name };
    const candidates = choice.all.filter((one) => one.type === type);
    const meant = candidates.find(({ isDefault }) => isDefault) ?? (candidates.length === 1 ? candidates[0] : undefined);
    if (meant !== undefined)
        return { kind: 'meant', uid: meant.uid, name: meant.name };
    const have = candidates.length === 0 ? 'none' : `${candidates.length} and none is the default`;
    return { kind: 'unclear', have };
}
//# sourceMappingURL=datasource-choice.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/fill-placeholders.js


/** `${DS_PROMETHEUS}`: what an export writes in place of a data source. */
const placeholder = /^\$\{(?<name>DS_[^}:]+)\}$/;
/**
 * Fills the data sources of an export that has lost its `__inputs`: Grafana would show "Datasource ${DS_X} was not
 * found". The type beside a placeholder tells which one is meant; without one it is the chosen data source.
 */
function fillPlaceholders(json, { choice, defined }) {
    const types = typesByName(json, defined);
    const values = new Map();
    const notes = new Set();
    const open = new Set();
    const fill = (name, ownType) => {
        const type = ownType ?? onlyOne(types.get(name)) ?? choice.type;
        const meant = meantDatasource(type, choice);
        const lost = `\${${name}} is used, but neither __inputs nor a variable of the dashboard defines it`;
        if (meant.kind === 'meant') {
            notes.add(`${lost}; it gets the data source "${meant.name}"`);
            if (!values.has(name))
                values.set(name, meant.uid);
            return meant.uid;
        }
        open.add(name);
        notes.add(`${lost}, and of type "${type}" this Grafana has ${meant.have}: the panels that use it will show an error`);
        return undefined;
    };
    const referred = mapReferences(json, (name, type) => (types.has(name) ? fill(name, type) : undefined));
    const filled = (0,lib_json/* mapStrings */.to)(referred, (text) => text.replace(/\$\{(?<name>DS_[^}:]+)\}/g, (whole, name) => values.get(name) ?? whole));
    return { json: (0,lib_json/* isObject */.Gv)(filled) ? filled : json, notes: [...notes], open: [...open] };
}
/** The types that are written beside each placeholder that nothing defines. */
function typesByName(json, defined) {
    const types = new Map();
    mapReferences(json, (name, type) => {
        if (defined.has(name))
            return undefined;
        const known = types.get(name) ?? new Set();
        if (type !== undefined)
            known.add(type);
        types.set(name, known);
        return undefined;
    });
    return types;
}
function onlyOne(types) {
    const [first, ...more] = types ?? [];
    return more.length === 0 ? first : undefined;
}
/** A copy in which every data source that is a placeholder has what `change` gives for it. */
function mapReferences(value, change) {
    if (Array.isArray(value))
        return value.map((item) => mapReferences(item, change));
    if (!(0,lib_json/* isObject */.Gv)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [
        key,
        key === 'datasource' ? mapReference(item, change) : mapReferences(item, change),
    ]));
}
function mapReference(reference, change) {
    const written = typeof reference === 'string' ? reference : ((0,lib_json/* textIn */.r7)(reference, 'uid') ?? '');
    const name = placeholder.exec(written)?.groups?.['name'];
    const uid = name === undefined ? undefined : change(name, (0,lib_json/* textIn */.r7)(reference, 'type'));
    if (uid === undefined)
        return reference;
    return (0,lib_json/* isObject */.Gv)(reference) ? { ...reference, uid } : uid;
}
//# sourceMappingURL=fill-placeholders.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/library-panels.js


/** 1 is a panel, 2 a variable, which nothing makes yet (LibraryElementKind in pkg/services/libraryelements/model). */
const panelKind = 1;
/** Each library panel that the dashboard shows, once; elements that no panel shows are not imported by Grafana either. */
function libraryPanelUses(json) {
    const elements = exportedElements(json);
    const uses = new Map();
    for (const panel of (0,panels/* allPanels */.J)(json)) {
        const reference = (0,lib_json/* objectIn */.D7)(panel, 'libraryPanel');
        const uid = (0,lib_json/* textIn */.r7)(reference, 'uid') ?? '';
        if (uid === '' || uses.has(uid))
            continue;
        const element = elements.get(uid);
        const name = (0,lib_json/* textIn */.r7)(reference, 'name') || (0,lib_json/* textIn */.r7)(element, 'name') || uid;
        uses.set(uid, { uid, name, panel: (0,panels/* panelName */.e)(panel), model: (0,lib_json/* objectIn */.D7)(element, 'model') });
    }
    return [...uses.values()];
}
/** `__elements` of an export: by uid, and a list in exports of 8 and 9 (ImportDashboard in pkg/services/dashboardimport). */
function exportedElements(json) {
    const { __elements: elements } = json;
    const entries = (0,lib_json/* isObject */.Gv)(elements)
        ? Object.entries(elements)
        : (0,lib_json/* objectsIn */.Qv)(json, '__elements').map((element) => [(0,lib_json/* textIn */.r7)(element, 'uid') ?? '', element]);
    return new Map(entries.flatMap(([uid, element]) => (isPanel(element) ? [[uid, element]] : [])));
}
function isPanel(element) {
    return (0,lib_json/* isObject */.Gv)(element) && (element['kind'] ?? panelKind) === panelKind;
}
//# sourceMappingURL=library-panels.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/template-variables.js

const everything = '$__all';
/** The variables of a dashboard with the values they have before anybody chooses. */
function templateVariables(json) {
    return (0,lib_json/* objectsIn */.Qv)((0,lib_json/* objectIn */.D7)(json, 'templating'), 'list').flatMap((variable) => {
        const name = (0,lib_json/* textIn */.r7)(variable, 'name') ?? '';
        return name === '' ? [] : [variableOf(name, variable)];
    });
}
function variableOf(name, variable) {
    const type = (0,lib_json/* textIn */.r7)(variable, 'type') ?? 'query';
    const query = queryOf(variable);
    const chosen = chosenValues(variable);
    const values = chosen.length > 0 ? chosen : firstOption(type, query);
    const all = values.includes(everything) || (values.length === 0 && variable['includeAll'] === true);
    const allValue = (0,lib_json/* textIn */.r7)(variable, 'allValue') || undefined;
    return { name, type, values: all ? [] : values, all, allValue, query };
}
function queryOf(variable) {
    const query = variable['query'];
    return typeof query === 'string' ? query : (0,lib_json/* textIn */.r7)(query, 'query');
}
function chosenValues(variable) {
    const value = (0,lib_json/* objectIn */.D7)(variable, 'current')?.['value'];
    const values = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
    const given = values.filter((one) => one !== '');
    if (given.length > 0)
        return given;
    return (0,lib_json/* objectsIn */.Qv)(variable, 'options')
        .filter((option) => option['selected'] === true)
        .flatMap((option) => (0,lib_json/* textIn */.r7)(option, 'value') ?? []);
}
/** Grafana selects the first option; those of a query or a datasource variable are known to the server only. */
function firstOption(type, query) {
    if (query === undefined || query === '')
        return [];
    switch (type) {
        case 'constant':
        case 'textbox':
            return [query];
        case 'custom':
        case 'interval':
            return [optionsOf(query)[0] ?? []].flat();
        default:
            return [];
    }
}
/** `one, Two : 2, a\,b` -> one, 2 and `a,b`: the notation of custom variables. */
function optionsOf(query) {
    return query
        .split(/(?<!\\),/)
        .map((option) => option.replaceAll('\\,', ',').trim())
        .map((option) => /^.+?\s:\s(?<value>.+)$/.exec(option)?.groups?.['value'] ?? option)
        .filter((option) => option !== '');
}
/** The plugin type behind a datasource reference, when a variable of that name says it. */
function datasourceTypeOf(reference, variables) {
    const name = /^\$\{?(?<name>\w+)(?::\w+)?\}?$/.exec(reference)?.groups?.['name'];
    return variables.find((variable) => variable.name === name && variable.type === 'datasource')?.query;
}
function isDatasourceVariable(value) {
    return (0,lib_json/* isObject */.Gv)(value) && value['type'] === 'datasource';
}
//# sourceMappingURL=template-variables.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/unknown-datasources.js


/** Grafana's own pseudo data sources. */
const builtIn = new Set(['', 'grafana', '__expr__', '-- Grafana --', '-- Mixed --', '-- Dashboard --']);
/** Data sources that a dashboard names by uid (or, in old ones, by name) and this Grafana does not have. */
function unknownDatasources(json, known) {
    const have = new Set([...builtIn, ...known]);
    return [...referencesIn(json)].filter((reference) => !have.has(reference) && !/[$[]/.test(reference)).sort();
}
/** `$DS_PROM`, `${prom}` or `[[prom]]` where neither the dashboard nor `defined` has a variable of that name. */
function undefinedDatasourceVariables(json, defined) {
    const known = new Set([...defined, ...templateVariables(json).map(({ name }) => name)]);
    return [...referencesIn(json)].filter((reference) => {
        const name = /^(?:\$\{?|\[\[)(?<name>\w+)/.exec(reference)?.groups?.['name'];
        return name !== undefined && !name.startsWith('__') && !known.has(name);
    });
}
function referencesIn(value, found = new Set()) {
    if (Array.isArray(value))
        for (const item of value)
            referencesIn(item, found);
    if (!(0,lib_json/* isObject */.Gv)(value))
        return found;
    for (const [key, item] of Object.entries(value)) {
        if (key !== 'datasource')
            referencesIn(item, found);
        else if (typeof item === 'string')
            found.add(item);
        else
            found.add((0,lib_json/* textIn */.r7)(item, 'uid') ?? '');
    }
    return found;
}
//# sourceMappingURL=unknown-datasources.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/document/substitute-inputs.js






/**
 * What Grafana's import page does, done here: `__inputs` get their values, and what belongs to the export alone goes.
 * Data source variables open on the chosen one, or they would open on whatever the server's default is.
 */
function substituteInputs(json, choice) {
    const values = new Map();
    const notes = (0,lib_json/* objectsIn */.Qv)(json, '__inputs').flatMap((input) => readInput(input, { choice, values }));
    const filled = (0,lib_json/* mapStrings */.to)(withoutExportFields(json), (text) => text.replace(/\$\{(?<name>[^}:]+)\}/g, (whole, name) => values.get(name) ?? whole));
    const result = (0,lib_json/* isObject */.Gv)(filled) ? withDatasource(filled, choice) : json;
    const asked = (0,lib_json/* objectsIn */.Qv)(json, '__inputs').flatMap((input) => (0,lib_json/* textIn */.r7)(input, 'name') ?? []);
    const variables = templateVariables(result).map(({ name }) => name);
    const found = fillPlaceholders(result, { choice, defined: new Set([...asked, ...variables]) });
    const told = [...asked, ...found.open];
    const problems = leftovers(found.json, told);
    if (problems.length > 0)
        return { kind: 'invalid', problems };
    const undefinedOnes = undefinedDatasourceVariables(found.json, told).map(undefinedNote);
    const { __elements: _library, ...dashboard } = found.json;
    return {
        kind: 'substituted',
        json: dashboard,
        libraryPanels: libraryPanelUses(found.json),
        notes: [...notes, ...found.notes, ...undefinedOnes],
    };
}
function readInput(input, { choice, values }) {
    const name = (0,lib_json/* textIn */.r7)(input, 'name') ?? '';
    const plugin = (0,lib_json/* textIn */.r7)(input, 'pluginId') ?? '';
    if ((0,lib_json/* textIn */.r7)(input, 'type') === 'constant') {
        values.set(name, (0,lib_json/* textIn */.r7)(input, 'value') ?? '');
        return [];
    }
    const meant = meantDatasource(plugin, choice);
    if (meant.kind === 'meant')
        values.set(name, meant.uid);
    if (plugin === '__expr__' || plugin === choice.type)
        return [];
    const asks = `__inputs asks for a data source of type "${plugin}" (${name})`;
    if (meant.kind === 'meant')
        return [`${asks}; it gets "${meant.name}"`];
    return [`${asks}, of which this Grafana has ${meant.have}: the panels that use it will show an error`];
}
function undefinedNote(reference) {
    return `it shows the data source ${reference}, but has no variable of that name: the panels that use it will show an error`;
}
function withoutExportFields(json) {
    // A number or version of the Grafana that it was exported from means nothing, or another dashboard, in this one.
    const { __inputs, __requires, id, version, ...rest } = json;
    return rest;
}
function withDatasource(json, choice) {
    const templating = (0,lib_json/* objectIn */.D7)(json, 'templating');
    if (templating === undefined)
        return json;
    const list = (0,lib_json/* listIn */.Of)(templating, 'list').map((variable) => isDatasourceVariable(variable) && variable['query'] === choice.type ? pointed(variable, choice) : variable);
    return { ...json, templating: { ...templating, list } };
}
function pointed(variable, { uid, name, kept, all }) {
    const own = (0,lib_json/* textIn */.r7)((0,lib_json/* objectIn */.D7)(variable, 'current'), 'value') ?? '';
    if (kept.includes(own))
        return variable;
    // Dashboards from before Grafana 8.3 hold the name.
    const byName = all.find((one) => one.name === own && kept.includes(one.uid));
    const { uid: value, name: text } = byName ?? { uid, name };
    return { ...variable, current: { selected: false, text, value } };
}
/** `${DS_X}` that nothing fills shows as "Datasource ${DS_X} was not found", and only to the person who opens it. */
function leftovers(json, asked) {
    const known = new Set([...templateVariables(json).map((variable) => variable.name), ...asked]);
    const left = new Set();
    (0,lib_json/* mapStrings */.to)(json, (text) => {
        for (const { groups } of text.matchAll(/\$\{(?<name>DS_[^}:]+)\}/g))
            left.add(groups?.['name'] ?? '');
        return text;
    });
    return [...left]
        .filter((name) => !known.has(name))
        .map((name) => `\${${name}} is used, but neither __inputs nor a variable of the dashboard defines it`);
}
//# sourceMappingURL=substitute-inputs.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/plan.js

/** The dashboards with the data source in its place. */
function wantDashboards({ documents, datasource, kept, datasources }) {
    const bad = [];
    const notes = [];
    const wanted = [];
    for (const document of documents) {
        const result = substituteInputs(document.json, { ...datasource, kept, all: datasources });
        if (result.kind === 'invalid') {
            bad.push({ file: document.file, problems: result.problems });
            continue;
        }
        wanted.push(wantedDashboard(document, result));
        notes.push(...result.notes.map((message) => ({ file: document.file, message })));
    }
    return { wanted, bad, notes };
}
function fileWarnings(documents, { wanted, notes: substituted }, datasources) {
    const known = datasources.flatMap(({ uid, name }) => [uid, name]);
    return [
        ...documents.flatMap(({ file, notes }) => notes.map((message) => ({ file, message }))),
        ...substituted,
        ...wanted.flatMap(({ file, json, libraryPanels }) => unknownDatasources({ json, libraryPanels }, known).map((uid) => ({
            file,
            message: `it names the data source "${uid}", which this Grafana does not have: its panels will stay empty`,
        }))),
    ];
}
function planSteps(wanted, existing, { folder, overwrite, environment, libraryPanels }) {
    const steps = planImport({ wanted, ...existing, folderUid: folder.uid, overwrite, environment });
    // What only dashboards show that are left alone is left alone too.
    const shown = new Set(steps.flatMap((step) => (isLeft(step) ? [] : uidsOfLibrary(step.wanted))));
    return { folder, steps, libraryPanels: libraryPanels.filter(({ panel }) => shown.has(panel.uid)) };
}
function isLeft({ kind }) {
    return kind === 'conflict' || kind === 'unreadable' || kind === 'kept';
}
function uidsOfLibrary({ libraryPanels = [] }) {
    return libraryPanels.map(({ uid }) => uid);
}
//# sourceMappingURL=plan.js.map
// EXTERNAL MODULE: ./packages/stages/lib/import-dashboards/read-grafana.js + 4 modules
var read_grafana = __nccwpck_require__(2953);
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/apply-plan.js






/** How a person works on from here; `export-dashboards` is a command of the command line. */
function conflictHint({ uid }) {
    const command = `node packages/cli/dist/index.js export-dashboards --uid ${uid}`;
    return `Take the change over into the file with "${command}" and commit it, or run with "overwrite: always" to replace it.`;
}
const conflictHints = {
    provisioned: 'Change it where it is provisioned, or give ours another uid.',
    'other-environment': 'Give one of the two dashboards another uid in its file.',
    folder: 'Give the dashboard another uid; that of a folder cannot be changed.',
    'new-schema': 'Export it in Grafana as "Classic" or "V1 Resource" and take it over into the file, or run with "overwrite: always" to replace it, of which no copy can be kept.',
};
/** One write after the other: Grafana's database locks up under parallel ones. One failure does not stop the rest. */
async function applyPlan(applying) {
    const folderUid = await makeFolder(applying);
    const folder = { ...applying.plan.folder, uid: folderUid };
    const { transport, plan, backup, log } = applying;
    const library = await applyLibraryPanels(plan.libraryPanels, { transport, folderUid, backup, log });
    const { results: libraryPanels, interruptedAt: name } = library;
    const results = [];
    if (name !== undefined)
        return { folder, results, libraryPanels, interruptedAt: { title: name, doing: 'library-panel' } };
    for (const step of plan.steps) {
        try {
            const result = withoutItsPanel(step, libraryPanels) ?? (await applyStep(step, folderUid, applying));
            log.info(`${result.kind}: ${result.wanted.title} (${result.reason})`);
            results.push(result);
        }
        catch (thrown) {
            if (!(0,interruption/* isInterruption */.s)(thrown))
                throw thrown;
            return { folder, results, libraryPanels, interruptedAt: { title: step.wanted.title, doing: 'import' } };
        }
    }
    return { folder, results, libraryPanels, interruptedAt: undefined };
}
/** What Grafana's own import does: without a library panel that it shows, a dashboard is not saved. */
function withoutItsPanel({ kind, wanted }, libraryPanels) {
    if (kind !== 'create' && kind !== 'update')
        return undefined;
    const shown = uidsOfLibrary(wanted);
    const lost = libraryPanels.find((one) => one.kind === 'failed' && one.isMissing && shown.includes(one.uid));
    if (lost?.kind !== 'failed')
        return undefined;
    const { name, reason, code, hint } = lost;
    return apply_plan_failed(wanted, { code, seen: `its library panel "${name}" was not made: ${reason}`, hint });
}
/** A folder that nothing would be put into is not made. */
async function makeFolder({ transport, plan: { folder, steps } }) {
    const hasWrites = steps.some(({ kind }) => kind === 'create' || kind === 'update');
    const { missing } = folder;
    if (missing === undefined || !hasWrites)
        return folder.uid;
    return (0,read_grafana/* valueOrThrow */.P)(`Making the folder "${folder.title}"`, await ensureFolderPath(transport, missing)).uid;
}
async function applyStep(step, folderUid, applying) {
    switch (step.kind) {
        case 'unchanged':
        case 'kept':
            return { kind: step.kind, wanted: step.wanted, url: step.url, reason: step.reason };
        case 'adopt':
            return await adopt(step, folderUid, applying);
        case 'conflict':
            return conflicted(step, conflictHints[step.cause] ?? conflictHint(step.wanted));
        case 'unreadable':
            return apply_plan_failed(step.wanted, (0,explain/* explainFailure */.S)(step.failure));
        case 'create':
        case 'update':
            return await save(step, folderUid, applying);
    }
}
/** The content stays, so nothing is lost when this does not work: the next run tries again. */
async function adopt(step, folderUid, { transport, origin }) {
    const { wanted, version, url, reason } = step;
    const { uid, json, hash, file } = wanted;
    const message = (0,save_message/* saveMessage */.hb)(hash, { ...origin, file });
    const request = { uid, json, folderUid, message, expectedVersion: version, onConflict: 'stop' };
    const outcome = await saveDashboard(transport, request);
    const recorded = outcome.kind === 'saved' ? '; from now on it counts as imported' : '';
    return { kind: 'unchanged', wanted, url, reason: `${reason}${recorded}` };
}
async function save(step, folderUid, applying) {
    const { uid, json, hash, file } = step.wanted;
    const refusal = await keepBefore(step, applying);
    if (refusal !== undefined)
        return notReplaced(step, refusal);
    const outcome = await saveDashboard(applying.transport, {
        uid,
        json,
        folderUid,
        message: (0,save_message/* saveMessage */.hb)(hash, { ...applying.origin, file }),
        expectedVersion: step.kind === 'update' ? step.version : undefined,
        onConflict: applying.overwrite === 'always' ? 'replace' : 'stop',
        beforeReplacing: applying.backup.keep,
    });
    if (outcome.kind !== 'conflict' || step.kind === 'update')
        return resultOf(step, outcome, applying);
    const again = await planAgain(step, folderUid, applying);
    return again === undefined ? resultOf(step, outcome, applying) : applyStep(again.step, folderUid, again.applying);
}
/**
 * It was not there when the plan was made, or Grafana answered "not found" for another reason, as it does for every
 * error of reading (getDashboardHelper in pkg/api/dashboard.go). What is there now decides.
 */
async function planAgain({ wanted }, folderUid, applying) {
    const { transport, overwrite, origin } = applying;
    const read = await readExisting(transport, [wanted]);
    if (read.kind !== 'ok')
        return undefined;
    const how = { folderUid, overwrite, environment: origin.environment };
    const [step] = planImport({ wanted: [wanted], ...read.value, ...how });
    if (step === undefined || step.kind === 'create')
        return undefined;
    return { step, applying: { ...applying, existing: new Map([...applying.existing, ...read.value.existing]) } };
}
/** The version that the save will replace: it asks Grafana for exactly that one. */
async function keepBefore({ kind, wanted }, { existing, backup }) {
    const stored = existing.get(wanted.uid);
    return kind === 'create' || stored === undefined ? undefined : backup.keep(stored);
}
function notReplaced({ wanted }, reason) {
    return { kind: 'failed', wanted, url: undefined, reason, ...import_dashboards_backup/* notKept */.EM };
}
function resultOf(step, outcome, { overwrite }) {
    const { wanted, reason } = step;
    switch (outcome.kind) {
        case 'saved':
            return { kind: step.kind === 'create' ? 'created' : 'updated', wanted, url: outcome.url, reason };
        case 'conflict': {
            const who = outcome.updatedBy === '' ? 'somebody' : outcome.updatedBy;
            const seen = `${who} saved version ${outcome.version} during the import`;
            if (overwrite === 'never')
                return { kind: 'kept', wanted, url: `/d/${wanted.uid}`, reason: seen };
            return conflicted({ wanted, reason: seen }, conflictHint(wanted));
        }
        case 'not-replaced':
            return notReplaced(step, outcome.reason);
        case 'hidden':
            return apply_plan_failed(wanted, apply_plan_hidden);
        case 'failed':
            return apply_plan_failed(wanted, (0,explain/* explainFailure */.S)(outcome.failure));
    }
}
const apply_plan_hidden = {
    code: 'GRAFANA_REFUSED',
    seen: 'Grafana has a dashboard of this uid and answers "not found" when it is read, so it was not replaced',
    hint: 'Look for it in Grafana as an administrator: give the service account of the token the permission Edit on its folder, or give ours another uid.',
};
function apply_plan_failed(wanted, { code, seen, hint }) {
    return { kind: 'failed', wanted, url: undefined, reason: seen, code, hint };
}
function conflicted({ wanted, reason, url }, hint) {
    return { kind: 'conflicted', wanted, url, reason, code: 'DASHBOARD_CONFLICT', hint };
}
//# sourceMappingURL=apply-plan.js.map
// EXTERNAL MODULE: ./packages/grafana/lib/api/datasources.js
var datasources = __nccwpck_require__(3279);
// EXTERNAL MODULE: ./packages/grafana/lib/datasource/wanted-datasource.js
var wanted_datasource = __nccwpck_require__(1677);
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/datasource/apply-datasource.js

/** Makes it, or brings it up to date, and asks Grafana whether it gets through. @throws SuiteError GRAFANA_* */
async function applyDatasource(transport, plan) {
    switch (plan.kind) {
        case 'use':
            return plan;
        case 'make': {
            const datasource = orThrow(await (0,datasources/* createDatasource */.G4)(transport, plan.wanted, plan.datasource));
            return { datasource, because: 'made for this Prometheus', notices: await reach(transport, plan.wanted) };
        }
        case 'keep':
            return keep(transport, plan);
    }
}
async function keep(transport, { datasource, wanted, mayChange }) {
    const existing = orThrow(await (0,datasources/* readDatasource */.AD)(transport, wanted.uid));
    if (existing === undefined)
        return applyDatasource(transport, { kind: 'make', wanted, datasource });
    const differences = (0,wanted_datasource/* datasourceDifferences */.e2)(wanted, existing);
    // A password cannot be read back; that Grafana gets through with it tells that it is the right one.
    const isRight = differences.length === 0 && (await isHealthy(transport, wanted));
    const because = 'made for this Prometheus';
    if (isRight)
        return { datasource, because, notices: [] };
    if (!mayChange)
        return { datasource, because, notices: [unchangeable(wanted, differences)] };
    const updated = orThrow(await (0,datasources/* updateDatasource */.r$)(transport, wanted, existing));
    const what = differences.length === 0 ? 'its password was set again' : `changed: ${differences.join(', ')}`;
    return { datasource: updated, because: `${because}; ${what}`, notices: await reach(transport, wanted) };
}
function unchangeable({ name }, differences) {
    const what = differences.length === 0 ? 'Grafana does not get through with it' : `not as wanted: ${differences.join(', ')}`;
    return `The data source "${name}" was left as it is (${what}), because the token lacks datasources:write, part of the role Admin.`;
}
async function isHealthy(transport, { uid, auth }) {
    return auth.kind === 'none' || (await (0,datasources/* datasourceHealth */.YC)(transport, uid)).kind === 'healthy';
}
/** A Prometheus that is just being started is no failure of the import; whether it is shown is proved later. */
async function reach(transport, { uid, name, url, auth }) {
    const health = await (0,datasources/* datasourceHealth */.YC)(transport, uid);
    if (health.kind !== 'unhealthy')
        return [];
    const password = auth.kind === 'none' ? '; where Prometheus has a password, give input "prometheus-password"' : '';
    return [`Grafana does not get through to ${url} yet (data source "${name}"): ${health.message}${password}`];
}
function orThrow(answer) {
    if (answer.kind === 'ok')
        return answer.value;
    throw (0,explain/* failureError */.X)('Setting up the data source of Prometheus', answer);
}
//# sourceMappingURL=apply-datasource.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/datasource/choose-datasource.js

const wantedType = 'prometheus';
/** Grafana Cloud gives every stack this one; its others of the same type hold billing figures. */
const cloudUid = 'grafanacloud-prom';
/**
 * The one that somebody names; else the one that shows this Prometheus, by what is known of it; else the default one,
 * Grafana Cloud's own, or the only one.
 */
function chooseDatasource(all, { named, shows }) {
    const candidates = all.filter(({ type }) => type === wantedType);
    if (named !== undefined)
        return byName(all, candidates, named);
    return (shows && matching(candidates, shows)) ?? guess(candidates);
}
function byName(all, candidates, named) {
    const found = all.find(({ uid }) => uid === named) ?? all.find(({ name }) => name === named);
    if (found === undefined)
        return { kind: 'unclear', problem: `Grafana has no data source "${named}"`, candidates };
    if (found.type === wantedType)
        return chosen(found, 'as asked for');
    return { kind: 'unclear', problem: `Data source "${named}" is of type ${found.type}, not ${wantedType}`, candidates };
}
function matching(candidates, shows) {
    const own = candidates.find(({ uid }) => uid === shows.uid);
    if (own !== undefined)
        return chosen(own, 'made for this Prometheus');
    const same = candidates.filter(({ url }) => shows.addresses.some((address) => sameAddress(address, url)));
    const [first] = [...same].sort((one, other) => Number(other.isDefault) - Number(one.isDefault));
    if (first !== undefined)
        return chosen(first, 'it has the address of this Prometheus');
    const cloud = shows.sendsToGrafanaCloud ? candidates.find(({ uid }) => uid === cloudUid) : undefined;
    return cloud && chosen(cloud, "Grafana Cloud's own, which this Prometheus sends to");
}
function chosen(datasource, because) {
    return { kind: 'chosen', datasource, because, isGuess: false };
}
function guess(candidates) {
    const [first, ...others] = candidates;
    if (first === undefined)
        return { kind: 'unclear', problem: 'Grafana has no data source of type prometheus', candidates };
    const byDefault = candidates.find(({ isDefault }) => isDefault);
    if (byDefault !== undefined)
        return guessed(byDefault, 'the default one');
    const cloud = candidates.find(({ uid }) => uid === cloudUid);
    if (cloud !== undefined)
        return guessed(cloud, "Grafana Cloud's own");
    if (others.length === 0)
        return guessed(first, 'the only one');
    return {
        kind: 'unclear',
        problem: `Grafana has ${candidates.length} data sources of type prometheus and none is the default`,
        candidates,
    };
}
function guessed(datasource, because) {
    return { kind: 'chosen', datasource, because, isGuess: true };
}
//# sourceMappingURL=choose-datasource.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/datasource/plan-datasource.js



/** @throws SuiteError GRAFANA_DATASOURCE_MISSING, PROMETHEUS_PRIVATE, GRAFANA_TOKEN_REFUSED */
function planDatasource(facts) {
    const { all, named, prometheus } = facts;
    const decision = chooseDatasource(all, { named, shows: prometheus?.known });
    if (decision.kind === 'chosen' && !decision.isGuess)
        return planKnown(decision, facts);
    if (named !== undefined || prometheus === undefined)
        return useOrThrow(decision);
    return planMissing(prometheus, decision, facts);
}
function planKnown(decision, { named, prometheus, permissions }) {
    const { datasource } = decision;
    const wanted = prometheus && wantedDatasource(prometheus);
    const isOurs = named === undefined && wanted !== undefined && datasource.uid === wanted.uid;
    if (!isOurs || datasource.isReadOnly)
        return use(decision);
    return { kind: 'keep', datasource, wanted, mayChange: permissions?.has('datasources:write') ?? true };
}
function planMissing(prometheus, decision, { all, grafanaUrl, permissions }) {
    if (prometheus.way.kind === 'private' && isGrafanaCloud(grafanaUrl))
        throw outOfReach(prometheus, grafanaUrl);
    const wanted = wantedDatasource(prometheus);
    const lack = lackOf(permissions);
    if (lack === undefined)
        return { kind: 'make', wanted, datasource: futureDatasource(wanted, all) };
    // Whether the usual one shows this Prometheus is left to the proof.
    if (decision.kind === 'chosen')
        return use(decision, [`${unproved(decision)} ${lack.next}`]);
    throw new suite_error/* SuiteError */.$K({
        code: 'GRAFANA_TOKEN_REFUSED',
        message: `Grafana has no data source for Prometheus at ${prometheus.way.url}, and none can be made: ${lack.why}.`,
        hint: `${lack.next} ${otherWay(decision)}`,
    });
}
/** The first of all is the default one, as Grafana's own page makes it. */
function futureDatasource({ uid, name, url }, all) {
    const isDefault = !all.some((one) => one.isDefault);
    return { uid, name, url, type: 'prometheus', isDefault, isReadOnly: false };
}
/** For a dry run: what would be shown, and why. */
function foreseen(plan) {
    const { datasource } = plan;
    switch (plan.kind) {
        case 'use':
            return { datasource, because: plan.because, notices: plan.notices };
        case 'make':
            return { datasource, because: `would be made, with the address ${plan.wanted.url}`, notices: [] };
        case 'keep':
            return { datasource, because: 'made for this Prometheus; would be brought up to date', notices: [] };
    }
}
const creating = 'datasources:create';
function lackOf(permissions) {
    if (permissions === undefined || permissions.has(creating))
        return undefined;
    return {
        why: `the token lacks ${creating}`,
        next: `To have one made, give the service account of the token the permission ${creating} (part of the role Admin).`,
    };
}
function otherWay(decision) {
    if (decision.kind !== 'unclear' || decision.candidates.length === 0)
        return 'Or make it in Grafana under Connections, Data sources.';
    return `Or set input "datasource" to the one that shows it: ${namesOf(decision.candidates)}.`;
}
function unproved({ datasource: { name, url }, because }) {
    const address = url === '' ? '' : ` (${url})`;
    return `The dashboards show the data source "${name}"${address}, ${because}; nothing says that it shows this Prometheus.`;
}
function outOfReach({ known: { name }, way }, grafanaUrl) {
    return new suite_error/* SuiteError */.$K({
        code: 'PROMETHEUS_PRIVATE',
        message: `Grafana Cloud at ${grafanaUrl} cannot reach the Prometheus of ${name}: without a password it is on Fly's private network alone (${way.url}). Nothing was imported.`,
        hint: 'Give it a public address behind a password (PROMETHEUS_PASSWORD, and [http_service] in its fly.toml), or let it send its samples to Grafana Cloud (GRAFANA_PROMETHEUS_URL, GRAFANA_PROMETHEUS_USER, GRAFANA_PROMETHEUS_API_KEY). If a data source of yours reaches it another way, name it in input "datasource".',
    });
}
function useOrThrow(decision) {
    if (decision.kind === 'chosen')
        return use(decision);
    const names = namesOf(decision.candidates);
    throw new suite_error/* SuiteError */.$K({
        code: 'GRAFANA_DATASOURCE_MISSING',
        message: `${decision.problem}${names === '' ? '' : `; there are ${names}`}.`,
        hint: names === ''
            ? 'Say which Prometheus the dashboards show (input "monitoring-app" or "prometheus-url"), and a data source is made; or add one in Grafana under Connections, Data sources.'
            : 'Set input "datasource" to one of them.',
    });
}
function namesOf(candidates) {
    return candidates.map(({ name, uid }) => `${name} (uid ${uid})`).join(', ');
}
function use({ datasource, because, isGuess }, notices = []) {
    return { kind: 'use', datasource, because, isGuess, notices };
}
//# sourceMappingURL=plan-datasource.js.map
// EXTERNAL MODULE: ./packages/stages/lib/import-dashboards/prune/prune-plan.js
var prune_plan = __nccwpck_require__(5922);
;// CONCATENATED MODULE: ./packages/grafana/lib/import/library-panel-mark.js



/**
 * A library panel has no history that tells who saved it, so its own content does: a field holds the hash of all
 * others. The editor keeps unknown fields, but whatever it changes, the hash is no longer that of the content.
 */
const markField = 'importedAs';
/** What we save: with the fields that Grafana would add (syncFieldsWithModel in pkg/services/libraryelements). */
function markedModel(model) {
    return { ...plainModel(model), [markField]: (0,save_message/* messageMark */.ZM)(modelHash(model)) };
}
/** Whether it is as an import has saved it. */
function isOurModel(stored) {
    return (0,save_message/* hashInMessage */.Df)((0,lib_json/* textIn */.r7)(stored, markField) ?? '') === modelHash(stored);
}
/** Changes with what the panel shows, and only then. */
function modelHash(model) {
    // Where the panel lay in the dashboard that it was exported from says nothing about the panel.
    const { [markField]: _mark, libraryPanel: _reference, id: _id, gridPos: _place, ...content } = plainModel(model);
    return contentHash({ content });
}
function plainModel(model) {
    return { description: '', type: '', ...model };
}
//# sourceMappingURL=library-panel-mark.js.map
;// CONCATENATED MODULE: ./packages/grafana/lib/import/plan-library-panels.js


/** How many are asked for at once, as for dashboards. */
const plan_library_panels_parallelReads = 4;
/** Looks up every library panel that the dashboards show; those in their files are made where they are missing. */
async function planLibraryPanels(transport, wanted, overwrite) {
    const uses = wanted.flatMap(({ file, libraryPanels = [] }) => libraryPanels.map((use) => ({ ...use, file })));
    const uids = [...new Set(uses.map(({ uid }) => uid))];
    const plans = [];
    for (let start = 0; start < uids.length; start += plan_library_panels_parallelReads) {
        const some = uids.slice(start, start + plan_library_panels_parallelReads).map(async (uid) => {
            const seen = await plan_library_panels_readOne(transport, uid);
            return planOne(seen, uses.filter((use) => use.uid === uid), overwrite);
        });
        plans.push(...(await Promise.all(some)));
    }
    return { steps: plans.flatMap(({ steps }) => steps), notes: plans.flatMap(({ notes }) => notes) };
}
async function plan_library_panels_readOne(transport, uid) {
    const answer = await readLibraryPanel(transport, uid);
    return answer.kind === 'ok' ? answer.value : answer;
}
function planOne(seen, uses, overwrite) {
    const [brought] = uses.flatMap(({ model, ...use }) => (model === undefined ? [] : [{ ...use, model }]));
    if (seen !== undefined && 'request' in seen)
        return { steps: [], notes: uses.map((use) => unreadable(use, seen)) };
    if (brought === undefined)
        return { steps: [], notes: seen === undefined ? uses.map(plan_library_panels_missing) : [] };
    const { uid, name, model } = brought;
    const panel = { uid, name, model: { ...markedModel(model), libraryPanel: { uid, name } } };
    const notes = uses
        .filter((use) => use.model !== undefined && modelHash(use.model) !== modelHash(model))
        .map(otherCopy);
    if (seen === undefined)
        return { steps: [{ kind: 'create', panel, reason: 'it is not in Grafana yet' }], notes };
    if (modelHash(seen.model) === modelHash(model))
        return { steps: [], notes };
    const decision = decide(seen, overwrite);
    if (decision.kind === 'leave')
        return { steps: [], notes: [...notes, left(brought, decision.reason)] };
    return { steps: [{ kind: 'update', panel, stored: seen, reason: decision.reason }], notes };
}
function decide({ model, version }, overwrite) {
    if (overwrite === 'never')
        return { kind: 'leave', reason: 'is left as it is, as nothing is to be replaced' };
    if (isOurModel(model))
        return { kind: 'replace', reason: 'its content has changed' };
    if (overwrite === 'always')
        return { kind: 'replace', reason: `version ${version} is replaced, as asked for` };
    return {
        kind: 'leave',
        reason: 'was not saved by an import, so it is left as it is; run with "overwrite: always" to replace it',
    };
}
const called = ({ name, uid }) => `the library panel "${name}" (${uid})`;
function plan_library_panels_missing(use) {
    const message = `${use.panel} shows ${called(use)}, which is neither in the file nor in Grafana: it will be broken; export the dashboard again with "Export for sharing externally", which brings it along`;
    return { file: use.file, message };
}
function unreadable(use, { status, message }) {
    return { file: use.file, message: `${called(use)} could not be read (${status} ${message}), so it is left as it is` };
}
/** Grafana's own import leaves whatever has the uid, and says nothing. */
function left(use, why) {
    return { file: use.file, message: `${called(use)} in Grafana differs from the one in the file; it ${why}` };
}
function otherCopy(use) {
    return { file: use.file, message: `its copy of ${called(use)} differs from that in another file, which is taken` };
}
//# sourceMappingURL=plan-library-panels.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/plan-folder.js



/**
 * The folder of the title, path of titles or uid that input "folder" gives. A title may contain a slash: one that is
 * there goes before a path.
 * @throws SuiteError INPUT_INVALID when it is ambiguous, or a path where folders cannot be nested; GRAFANA_*
 */
async function planFolder(transport, given, top) {
    const matched = matchFolder(given, top);
    if (matched !== undefined)
        return matched;
    const titles = folderTitles(given);
    const [outermost = given] = titles;
    if (titles.length < 2)
        return (await byTitle(transport, outermost, top)) ?? yetToMake(atTop(outermost), outermost);
    const place = (0,read_grafana/* valueOrThrow */.P)('Listing the folders', await findFolderPath(transport, titles, top));
    switch (place.kind) {
        case 'found':
            return { ...place.folder, title: given, exists: true, missing: undefined };
        case 'missing':
            return yetToMake(place, given);
        case 'ambiguous':
            throw ambiguous(given, place);
        case 'flat':
            throw flat(given);
    }
}
/**
 * Among the folders at the top. Grafana's root is called General in the page, and has no uid.
 * @throws SuiteError INPUT_INVALID when several have the title
 */
function matchFolder(given, top) {
    if (given.toLowerCase() === 'general')
        return { uid: '', title: 'General', exists: true, missing: undefined };
    const twins = top.filter(({ title }) => title === given);
    if (twins.length > 1)
        throw ambiguous(given, { title: given, twins });
    const found = twins[0] ?? top.find(({ uid }) => uid === given);
    return found === undefined ? undefined : { ...found, exists: true, missing: undefined };
}
/** By its uid as well: a folder inside another is not in the list of the top. */
async function byTitle(transport, given, top) {
    const matched = matchFolder(given, top);
    if (matched !== undefined || !/^[\w-]{1,40}$/.test(given))
        return matched;
    const folder = (0,read_grafana/* valueOrThrow */.P)('Reading the folder', await (0,folders/* readFolder */.j1)(transport, given));
    return folder === undefined ? undefined : { ...folder, exists: true, missing: undefined };
}
function atTop(title) {
    return { inside: undefined, titles: [title], there: 0 };
}
function yetToMake({ inside, titles, there }, title) {
    return { uid: (0,folders/* folderUidFor */.iu)(titles.join('/')), title, exists: false, missing: { inside, titles, there } };
}
function ambiguous(given, { title, twins }) {
    const uids = twins.map(({ uid }) => `"${uid}"`).join(', ');
    const which = title === given ? 'of that title' : `with the title "${title}" in one place of it`;
    return new suite_error/* SuiteError */.$K({
        code: 'INPUT_INVALID',
        message: `Input "folder" is "${given}"; Grafana has ${twins.length} folders ${which}, with the uids ${uids}.`,
        hint: 'Set input "folder" to the uid of the one that is meant, or give the others another title in Grafana.',
    });
}
function flat(given) {
    return new suite_error/* SuiteError */.$K({
        code: 'INPUT_INVALID',
        message: `Input "folder" is "${given}", a path of folders; this Grafana has no nested folders (they came with 11.0).`,
        hint: 'Give a title without "/", or make a folder of exactly this title in Grafana.',
    });
}
//# sourceMappingURL=plan-folder.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/read-work.js





/** Reads, and changes nothing. @throws SuiteError */
async function readWork(work, asking) {
    const { grafana, inputs, documents, prometheus } = work;
    const { overwrite, place: environment } = inputs;
    const facts = await (0,read_grafana/* readGrafana */.N)(grafana, asking);
    const { transport, datasources: all, permissions, folders } = facts;
    const chosen = planDatasource({ all, named: inputs.datasource, prometheus, grafanaUrl: grafana.url, permissions });
    const kept = chosen.kind === 'use' && chosen.isGuess ? all.map(({ uid }) => uid) : [];
    const { datasource } = chosen;
    const datasources = chosen.kind === 'make' ? [...all, datasource] : all;
    const fill = (some) => wantDashboards({ documents: some, datasource, kept, datasources });
    const place = ({ wanted }) => placed(wanted, { environment, grafanaUrl: grafana.url });
    const filled = fill(documents);
    const bad = [...work.bad, ...filled.bad];
    const wanted = place(filled);
    if (bad.length > 0 && (inputs.strict || wanted.length === 0))
        throw bad_file_invalid(bad);
    const found = (0,read_grafana/* valueOrThrow */.P)('Reading the dashboards', await readExisting(transport, wanted));
    const folder = await planFolder(transport, inputs.folder, folders);
    const library = await planLibraryPanels(transport, wanted, overwrite);
    const plan = planSteps(wanted, found, { folder, overwrite, environment, libraryPanels: library.steps });
    const warnings = [...fileWarnings(documents, filled, datasources), ...library.notes];
    const wantedOf = (some) => place(fill(some));
    return { ...found, facts, datasource: chosen, wanted, wantedOf, plan, warnings, bad };
}
function placed(wanted, { environment, grafanaUrl }) {
    return environment === undefined ? wanted : placeInEnvironment(wanted, { environment, grafanaUrl });
}
//# sourceMappingURL=read-work.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/run.js









/** Of a check before other work: a Grafana that sleeps may wake up meanwhile. */
const preflightWakeMs = 15_000;
/**
 * Reads and plans all that an import would need. A bad file is refused here whatever "strict" says: what is known before
 * a deploy must not be found out after it.
 * @throws SuiteError
 */
async function preflightImport(work, tools) {
    if (work.bad.length > 0)
        throw bad_file_invalid(work.bad);
    const { bad } = await planWork(work, { tools, wakeBudgetMs: preflightWakeMs });
    if (bad.length > 0)
        throw bad_file_invalid(bad);
}
/** Reads, plans and, unless it is a dry run, writes. */
async function runImport(work, tools) {
    const { inputs } = work;
    const planned = await planWork(work, { tools, wakeBudgetMs: inputs.wakeTimeout });
    const { plan, prune, facts, warnings, bad } = planned;
    const { transport, server } = facts;
    if (inputs.dryRun) {
        const conflicts = plan.steps.flatMap(({ kind, wanted }) => (kind === 'conflict' ? [wanted.uid] : []));
        const differences = await differencesOf(transport, conflicts);
        const { notices, ...seen } = foreseen(planned.datasource);
        return { kind: 'planned', grafana: { ...server, ...seen }, plan, prune, differences, notices, warnings, bad };
    }
    const { datasource, because, notices } = await applyDatasource(transport, planned.datasource);
    const seen = { ...server, datasource, because };
    tools.log.info(`Grafana ${seen.version} at ${seen.url}, data source ${datasource.name} (${because})`);
    const backup = (0,import_dashboards_backup/* backupIn */.Ws)(inputs.backupFolder, { files: tools.files, workspace: tools.context.workspace });
    const applied = await writeAll(inputs, planned, { tools, backup });
    const pruned = await pruneAfter(applied, planned, { tools, backup });
    const interruptedAt = run_interruption(applied, pruned);
    const conflicts = applied.results.flatMap(({ kind, wanted }) => (kind === 'conflicted' ? [wanted.uid] : []));
    // A cancelled run asks nothing more.
    const differences = interruptedAt === undefined ? await differencesOf(transport, conflicts) : nothingDiffers;
    const backupFolder = backup.hasFiles() ? backup.folder : undefined;
    const { folder, results, libraryPanels } = applied;
    const all = [...results, ...libraryPanels, ...pruned.results];
    const isComplete = interruptedAt === undefined && bad.length === 0 && all.every(({ kind }) => !isBad(kind));
    const annotation = inputs.annotate && isComplete ? await annotateRelease({ transport, inputs, context: tools.context }) : undefined;
    const told = { annotation, pruned: pruned.results, differences, backupFolder, interruptedAt, notices, warnings, bad };
    return { kind: 'imported', grafana: seen, folder, results, libraryPanels, ...told };
}
const nothingDiffers = new Map();
/** Loaded where there is a conflict; most imports have none. */
async function differencesOf(transport, uids) {
    if (uids.length === 0)
        return nothingDiffers;
    const { readDifferences } = await __nccwpck_require__.e(/* import() */ 351).then(__nccwpck_require__.bind(__nccwpck_require__, 7351));
    return readDifferences(transport, uids);
}
function writeAll(inputs, { plan, existing, facts }, writing) {
    const { tools, backup } = writing;
    const { repository, sha, runUrl } = tools.context;
    const origin = { repository, sha, runUrl, environment: inputs.place };
    const { overwrite } = inputs;
    return applyPlan({ transport: facts.transport, plan, existing, overwrite, origin, backup, log: tools.log });
}
/** Deletes come last, and only when everything is written: the old dashboard may be all that there is. */
async function pruneAfter({ results, libraryPanels, interruptedAt }, { prune, facts }, { tools, backup }) {
    if (prune === prune_plan/* nothingToPrune */.N)
        return { results: [], interruptedAt: undefined };
    const { applyPrune, skipPrune } = await __nccwpck_require__.e(/* import() */ 556).then(__nccwpck_require__.bind(__nccwpck_require__, 4556));
    const isWritten = [...results, ...libraryPanels].every(({ kind }) => !isBad(kind));
    if (interruptedAt !== undefined || !isWritten)
        return { results: skipPrune(prune), interruptedAt: undefined };
    return applyPrune({ transport: facts.transport, plan: prune, backup, log: tools.log });
}
function isBad(kind) {
    return kind === 'failed' || kind === 'conflicted';
}
function run_interruption(applied, { interruptedAt: title }) {
    return applied.interruptedAt ?? (title === undefined ? undefined : { title, doing: 'deletion' });
}
/** @throws SuiteError when the token may not do all of it: half an import is worse than none */
async function planWork(work, asking) {
    const read = await readWork(work, asking);
    const prune = await planDeletes(work.inputs, read, asking.tools);
    checkPermissions({ plan: read.plan, prune, annotates: work.inputs.annotate }, read.facts);
    return { ...read, prune };
}
async function planDeletes(inputs, read, tools) {
    const { wanted, plan, facts, bad } = read;
    if (!inputs.prune || !plan.folder.exists)
        return prune_plan/* nothingToPrune */.N;
    const { files, context } = tools;
    const { repository, workspace } = context;
    const place = { folderUid: plan.folder.uid, repository, environment: inputs.place };
    const { planPrune } = await __nccwpck_require__.e(/* import() */ 698).then(__nccwpck_require__.bind(__nccwpck_require__, 4317));
    const planned = await planPrune({ transport: facts.transport, wanted, files, workspace, ...place });
    // A bad file may be the dashboard that seems to be gone.
    return bad.length === 0 ? planned : (0,prune_plan/* deleteNothing */.F)(planned);
}
function checkPermissions({ plan: { folder, steps, libraryPanels }, prune, annotates }, { permissions, server }) {
    const deletes = prune.deletes.length > 0;
    const missing = missingPermissions({
        steps,
        makesFolder: !folder.exists,
        libraryPanels,
        deletes,
        annotates,
        permissions,
    });
    if (missing.length === 0)
        return;
    throw new suite_error/* SuiteError */.$K({
        code: 'GRAFANA_TOKEN_REFUSED',
        message: `The Grafana token may not do what this import needs at ${server.url}: it lacks ${missing.join(', ')}. Nothing was imported.`,
        hint: 'Give its service account the role Editor in Grafana under Administration, Service accounts.',
    });
}
//# sourceMappingURL=run.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/import-dashboards/stage.js







const stage_name = 'import-dashboards';
const importDashboards = {
    name: stage_name,
    purpose: 'Imports the dashboards of the repository into Grafana, and leaves alone what somebody changed there.',
    inputs: importDashboardsInputs,
    outputs: importDashboardsOutputs,
    prepare: async (raw, tools) => {
        const inputs = await parseImportInputs(raw);
        tellUnusedHosts(importDashboardsInputs, inputs, tools.log);
        const { grafana } = inputs;
        if (grafana === undefined)
            return { preflight: async () => { }, run: async () => reportImport({ kind: 'skipped' }) };
        const { files, context } = tools;
        const place = { files, workspace: context.workspace };
        const found = await readWanted(inputs, place);
        if (inputs.strict && found.bad.length > 0)
            throw bad_file_invalid(found.bad);
        const prometheus = thisPrometheus(inputs, await readMonitoringFiles(inputs, place));
        const work = { grafana, inputs, ...found, prometheus };
        return {
            preflight: () => preflightImport(work, tools),
            run: async () => reportImport(await runImport(work, withDeadline(tools, { ms: inputs.deadline, stage: stage_name }))),
        };
    },
};
/** With "prune" an empty list would mean to delete everything, which is far more often a mistake. */
async function readWanted({ dashboards, prune }, place) {
    try {
        return await findDashboards(dashboards, place);
    }
    catch (thrown) {
        if (!prune || !(0,suite_error/* isSuiteError */.t$)(thrown) || thrown.code !== 'FILE_MISSING')
            throw thrown;
        const { code, message } = thrown;
        throw new suite_error/* SuiteError */.$K({
            code,
            message: `${message}\nNothing is deleted for an entry without files.`,
            hint: emptyHint,
        });
    }
}
const emptyHint = 'Check out the repository before this step. If the dashboards are really to go: take the entry out of input "dashboards", or delete the folder in Grafana when it was the last one.';
//# sourceMappingURL=stage.js.map

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(6072);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
