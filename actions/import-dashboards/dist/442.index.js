export const id = 442;
export const ids = [442];
export const modules = {

/***/ 3442:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openUndici: () => (/* binding */ openUndici)
});

// EXTERNAL MODULE: ./node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(4942);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./packages/kit/lib/suite-error.js
var suite_error = __webpack_require__(9581);
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/http-outcome.js

async function whole(response) {
    const body = await response.text();
    return { kind: 'response', status: response.status, headers: Object.fromEntries(response.headers), body };
}
function explain(error, timeoutMs) {
    const codes = chainOf(error).flatMap((link) => [String(link.code ?? ''), String(link.name ?? '')]);
    const has = (pattern) => codes.some((code) => pattern.test(code));
    if (has(/TimeoutError|_TIMEOUT$|ETIMEDOUT/))
        return { reason: 'timeout', detail: `no answer within ${timeoutMs} ms` };
    if (has(/ENOTFOUND|EAI_AGAIN/))
        return { reason: 'dns', detail: 'the name has no address' };
    if (has(/ECONNREFUSED/))
        return { reason: 'refused', detail: 'the connection was refused' };
    if (has(/ECONNRESET|EPIPE|UND_ERR_SOCKET/))
        return { reason: 'reset', detail: 'the connection was closed' };
    if (has(/CERT|TLS|SSL|SELF_SIGNED/))
        return { reason: 'tls', detail: `the TLS handshake failed (${(0,suite_error/* errorMessage */.gJ)(error)})` };
    return { reason: 'other', detail: (0,suite_error/* errorMessage */.gJ)(error) };
}
/** The error and all that it holds as causes; a connection to several addresses fails with one error for each. */
function chainOf(error) {
    if (typeof error !== 'object' || error === null)
        return [];
    const link = error;
    return [link, ...chainOf(link.cause), ...(link.errors ?? []).flatMap(chainOf)];
}
//# sourceMappingURL=http-outcome.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/download.js






/** Of silence. A slow line is no error: 40 MB at half a megabit a second take eleven minutes and arrive. */
const stallTimeoutMs = 30_000;
/** GitHub's releases need one or two. */
const mostRedirects = 5;
async function download(wanted) {
    const silence = watchSilence(wanted.stallTimeoutMs ?? stallTimeoutMs);
    try {
        const response = await follow(wanted, silence.signal);
        if ('kind' in response)
            return response;
        if (!response.ok || response.body === null)
            return await whole(response);
        return { kind: 'downloaded', sha256: await save(response, wanted, silence.reset) };
    }
    catch (error) {
        return { kind: 'unreachable', ...explain(error, wanted.stallTimeoutMs ?? stallTimeoutMs) };
    }
    finally {
        silence.end();
    }
}
async function follow({ url, dispatcherFor }, signal) {
    let at = url;
    for (let hops = 0; hops <= mostRedirects; hops++) {
        const dispatcher = dispatcherFor(at);
        const response = await (0,undici/* fetch */.hd)(at, { redirect: 'manual', signal, ...(dispatcher && { dispatcher }) });
        const location = response.headers.get('location');
        if (response.status < 300 || response.status > 399 || location === null)
            return response;
        await response.body?.cancel();
        const next = new URL(location, at);
        if (at.startsWith('https:') && next.protocol !== 'https:')
            return insecure(next);
        at = next.href;
    }
    return { kind: 'unreachable', reason: 'other', detail: `more than ${mostRedirects} redirects` };
}
function insecure({ protocol, host }) {
    return { kind: 'unreachable', reason: 'insecure', detail: `redirected to ${protocol}//${host}, which has no TLS` };
}
/** @returns the digest of what was written */
async function save(response, { path, onProgress }, onPiece) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    const total = Number(response.headers.get('content-length')) || undefined;
    let received = 0;
    const measure = new external_node_stream_.Transform({
        transform(piece, _encoding, done) {
            hash.update(piece);
            received += piece.length;
            onPiece();
            onProgress?.(received, total);
            done(null, piece);
        },
    });
    if (response.body === null)
        throw new Error('There is no body.');
    await (0,promises_.pipeline)(external_node_stream_.Readable.fromWeb(response.body), measure, (0,external_node_fs_.createWriteStream)(path, { mode: 0o600 }));
    return hash.digest('hex');
}
function watchSilence(timeoutMs) {
    const controller = new AbortController();
    const abort = () => controller.abort(new DOMException('No data came.', 'TimeoutError'));
    let timer = setTimeout(abort, timeoutMs);
    const end = () => clearTimeout(timer);
    const reset = () => {
        end();
        timer = setTimeout(abort, timeoutMs);
    };
    return { signal: controller.signal, reset, end };
}
//# sourceMappingURL=download.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/adapters/undici-exchange.js




const defaultTimeoutMs = 30_000;
/** HTTP through HTTPS_PROXY and NO_PROXY, as self-hosted runners need it; Node's own fetch ignores both before Node 24. */
function openUndici() {
    const toolkit = new lib/* HttpClient */.Qq();
    const routeTo = (url) => ({ dispatcher: toolkit.getAgentDispatcher(url) });
    return {
        send: (request) => exchange(request, routeTo(request.url)),
        download: (url, path, options = {}) => download({ url, path, ...options, dispatcherFor: (to) => routeTo(to).dispatcher }),
    };
}
async function exchange(request, route) {
    const timeoutMs = request.timeoutMs ?? defaultTimeoutMs;
    try {
        const response = await (0,undici/* fetch */.hd)(request.url, {
            method: request.method ?? 'GET',
            headers: { 'user-agent': 'fly-monitoring', ...request.headers },
            body: request.body ?? null,
            redirect: 'manual',
            signal: AbortSignal.timeout(timeoutMs),
            ...(route.dispatcher && { dispatcher: route.dispatcher }),
        });
        return await whole(response);
    }
    catch (error) {
        return { kind: 'unreachable', ...explain(error, timeoutMs) };
    }
}
//# sourceMappingURL=undici-exchange.js.map

/***/ })

};
