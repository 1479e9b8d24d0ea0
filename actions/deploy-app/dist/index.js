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

/***/ 68:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _fly_monitoring_kit__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3718);
/* harmony import */ var _fly_monitoring_stages__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(786);


await (0,_fly_monitoring_kit__WEBPACK_IMPORTED_MODULE_0__/* .startGitHubStage */ .gS)(_fly_monitoring_stages__WEBPACK_IMPORTED_MODULE_1__/* .deployApp */ .F);
//# sourceMappingURL=main.js.map
__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3718:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  gS: () => (/* binding */ startGitHubStage)
});

// UNUSED EXPORTS: gitHubContext, inputsFromEnvironment

// EXTERNAL MODULE: ./packages/kit/lib/error-report.js
var error_report = __nccwpck_require__(9995);
// EXTERNAL MODULE: ./packages/kit/lib/secret.js
var secret = __nccwpck_require__(1580);
// EXTERNAL MODULE: ./packages/kit/lib/suite-error.js
var suite_error = __nccwpck_require__(9581);
// EXTERNAL MODULE: ./packages/kit/lib/text/markdown.js
var markdown = __nccwpck_require__(3059);
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
        signal.addEventListener('abort', () => resolve((0,error_report/* errorReport */.Z)((0,suite_error/* interruptedError */.n7)(stage))), { once: true });
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
    return (0,error_report/* errorReport */.Z)(error);
}
//# sourceMappingURL=github-start.js.map

/***/ }),

/***/ 9995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ errorReport)
/* harmony export */ });
/* harmony import */ var _text_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3059);

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
            `**Next:** ${(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeCell */ .kq)(error.hint)}\n`,
        ].join('\n\n'),
        lines: [],
        annotations: [{ level: 'error', title: error.code, message: `${message}\nNext: ${error.hint} [${error.code}]` }],
    };
}
/** The first line is ours; those below it are mostly what a tool or a server wrote. */
function messageParts(code, message) {
    const [first = '', ...rest] = message.split(/\r?\n/);
    if (listingCodes.has(code))
        return [first, ...rest].map(_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeCell */ .kq);
    return [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeCell */ .kq)(first), ...(rest.length === 0 ? [] : [(0,_text_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .codeBlock */ .DV)(rest.join('\n'))])];
}
//# sourceMappingURL=error-report.js.map

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
/* harmony export */   kq: () => (/* binding */ escapeCell),
/* harmony export */   ti: () => (/* binding */ inlineCode)
/* harmony export */ });
/* unused harmony exports summaryLimitBytes, markdownLink */
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

/***/ 786:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  F: () => (/* binding */ deployApp)
});

// EXTERNAL MODULE: ./packages/kit/lib/suite-error.js
var suite_error = __nccwpck_require__(9581);
;// CONCATENATED MODULE: ./packages/kit/lib/text/duration.js
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
        message: `${stage} did not end within its ${formatDuration(ms)}.`,
        hint: 'Look at what it waited for last; if that only needs longer, raise the input "deadline", and the timeout-minutes of the job with it.',
        isTemporary: true,
    });
}
//# sourceMappingURL=deadline.js.map
// EXTERNAL MODULE: ./packages/kit/lib/interruption.js
var interruption = __nccwpck_require__(643);
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/before-deploy.js

/**
 * Does what comes before a deploy, and adds to an error of it what has happened to the app until then. Of a cancelled
 * run something else tells that.
 */
async function tellingWhatRan(work, whatRan) {
    try {
        return await work();
    }
    catch (thrown) {
        if ((0,interruption/* isInterruption */.s)(thrown) || !(0,suite_error/* isSuiteError */.t$)(thrown) || thrown.code === 'INTERRUPTED')
            throw thrown;
        const { code, message, hint, isTemporary } = thrown;
        throw new suite_error/* SuiteError */.$K({ code, message: `${message}\n${whatRan}`, hint, isTemporary, cause: thrown });
    }
}
function nothingChanged(app) {
    return `Nothing was changed on "${app}".`;
}
/** `done`: steps before the one that failed. */
function nothingDeployed(app, done) {
    const before = done.length === 0 ? '' : ` Done before that: ${done.join('; ')}.`;
    return `Nothing was deployed to "${app}": what ran before runs on.${before}`;
}
//# sourceMappingURL=before-deploy.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/field.js
/**
 * A value from outside together with where it stands, so that a wrong one is named. Unknown fields are passed over:
 * Fly adds some with every release.
 */
class Field {
    value;
    path;
    complain;
    constructor(value, path, complain) {
        this.value = value;
        this.path = path;
        this.complain = complain;
    }
    at(name) {
        const path = this.path === '' ? name : `${this.path}.${name}`;
        return new Field(this.record()[name], path, this.complain);
    }
    /** Go writes an empty list or map as null, and leaves out what is empty. */
    get isAbsent() {
        return this.value === undefined || this.value === null;
    }
    string() {
        return typeof this.value === 'string' ? this.value : this.#fail('a text');
    }
    optionalString() {
        return this.isAbsent || this.value === '' ? undefined : this.string();
    }
    /** Fly writes some numbers as text: metadata and the JSON of string maps. */
    integer() {
        const number = typeof this.value === 'string' && /^-?\d+$/.test(this.value) ? Number(this.value) : this.value;
        return typeof number === 'number' && Number.isSafeInteger(number) ? number : this.#fail('a whole number');
    }
    optionalInteger() {
        return this.isAbsent || this.value === '' ? undefined : this.integer();
    }
    optionalBoolean() {
        if (this.isAbsent)
            return undefined;
        return typeof this.value === 'boolean' ? this.value : this.#fail('true or false');
    }
    list() {
        if (this.isAbsent)
            return [];
        if (!Array.isArray(this.value))
            return this.#fail('a list');
        return this.value.map((item, index) => new Field(item, `${this.path}[${index}]`, this.complain));
    }
    /** TOML has `[mounts]` and `[[mounts]]`; flyctl takes both. */
    listOrOne() {
        return this.isAbsent || Array.isArray(this.value) ? this.list() : [this];
    }
    strings() {
        return this.list().map((item) => item.string());
    }
    entries() {
        return Object.keys(this.record()).map((name) => [name, this.at(name)]);
    }
    /** Scalars of a map as text, as the environment of a machine holds them. */
    texts() {
        return Object.fromEntries(this.entries().map(([name, field]) => [name, field.#scalar()]));
    }
    record() {
        if (this.isAbsent)
            return {};
        if (typeof this.value !== 'object' || Array.isArray(this.value))
            return this.#fail('an object');
        return this.value;
    }
    #scalar() {
        const kind = typeof this.value;
        return kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'bigint'
            ? String(this.value)
            : this.#fail('a text');
    }
    /** For rules of one field only; the words follow "expected". */
    refuse(expected) {
        return this.#fail(expected);
    }
    #fail(expected) {
        throw this.complain(this.path === '' ? 'the whole document' : this.path, expected, kindOf(this.value));
    }
}
/** The kind and never the value: a machine's environment or a list of secrets must not end up in a message. */
function kindOf(value) {
    if (value === undefined)
        return 'nothing';
    if (value === null)
        return 'null';
    return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
//# sourceMappingURL=field.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/answers/answer.js


/** The JSON that a flyctl command printed; `command` is for messages. */
function answerField(json, command) {
    return new Field(json, '', (path, expected, seen) => new suite_error/* SuiteError */.$K({
        code: 'UNEXPECTED_ANSWER',
        message: `"${command}" answered with ${path} as ${seen}; expected ${expected}.`,
        hint: 'This version knows flyctl 0.4.80 to 0.4.87; install one of these, or open an issue with the version you have.',
    }));
}
/**
 * Text to JSON. flyctl may print notices before the document, never after it.
 * @throws SuiteError UNEXPECTED_ANSWER
 */
function parseAnswer(stdout, command) {
    const start = stdout.search(/^[[{]|^null\s*$/m);
    try {
        return JSON.parse(start < 0 ? stdout : stdout.slice(start));
    }
    catch (cause) {
        throw new suite_error/* SuiteError */.$K({
            code: 'UNEXPECTED_ANSWER',
            message: `"${command}" answered with ${stdout.trim() === '' ? 'nothing' : 'text that is not JSON'}.`,
            hint: `Run "${command}" on your machine and look at what it prints.`,
            cause,
        });
    }
}
//# sourceMappingURL=answer.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/answers/app.js

/** @throws SuiteError UNEXPECTED_ANSWER */
function parseAppStatus(json) {
    const app = answerField(json, 'flyctl status');
    const name = app.at('Name').string();
    return {
        name,
        deployed: app.at('Deployed').optionalBoolean() ?? false,
        status: (app.at('Status').optionalString() ?? '').toLowerCase(),
        hostname: app.at('Hostname').optionalString() ?? `${name}.fly.dev`,
    };
}
/** @throws SuiteError UNEXPECTED_ANSWER */
function parseVolumes(json) {
    return answerField(json, 'flyctl volumes list')
        .list()
        .map((volume) => ({
        id: volume.at('id').string(),
        name: volume.at('name').string(),
        region: volume.at('region').optionalString() ?? '',
        sizeGb: volume.at('size_gb').optionalInteger() ?? 0,
        attachedMachineId: volume.at('attached_machine_id').optionalString() ?? volume.at('attached_alloc_id').optionalString(),
        state: volume.at('state').optionalString() ?? '',
        hostStatus: volume.at('host_status').optionalString() ?? 'ok',
    }));
}
/** @throws SuiteError UNEXPECTED_ANSWER */
function parseAddresses(json) {
    return answerField(json, 'flyctl ips list')
        .list()
        .map((ip) => ({ address: ip.at('Address').optionalString() ?? '', type: ip.at('Type').string().toLowerCase() }));
}
/**
 * Names only; the values never leave Fly.
 * @throws SuiteError UNEXPECTED_ANSWER
 */
function parseStoredSecrets(json) {
    return answerField(json, 'flyctl secrets list')
        .list()
        .map((secret) => ({
        // Capitalised before flyctl 0.3.178; without a status before 0.4.6.
        name: secret.at('name').optionalString() ?? secret.at('Name').string(),
        status: (secret.at('status').optionalString() ?? 'unknown').toLowerCase(),
    }));
}
//# sourceMappingURL=app.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/answers/machines.js

/** @throws SuiteError UNEXPECTED_ANSWER */
function parseMachines(json) {
    return answerField(json, 'flyctl machine list').list().map(parseMachine);
}
function parseMachine(machine) {
    return {
        id: machine.at('id').string(),
        name: machine.at('name').optionalString() ?? machine.at('id').string(),
        state: machine.at('state').string(),
        region: machine.at('region').optionalString() ?? '',
        instanceId: machine.at('instance_id').optionalString(),
        privateIp: machine.at('private_ip').optionalString(),
        createdAt: machine.at('created_at').optionalString(),
        updatedAt: machine.at('updated_at').optionalString(),
        image: parseImage(machine.at('image_ref')),
        config: parseAnyConfig(machine),
        checks: machine.at('checks').list().map(parseCheck),
        lastExit: lastExit(machine.at('events')),
        hostStatus: machine.at('host_status').optionalString() ?? 'ok',
    };
}
/** fly-go machine_types.go:98-106 takes the one for the other, too. */
function parseAnyConfig(machine) {
    const config = machine.at('config').isAbsent ? machine.at('incomplete_config') : machine.at('config');
    return config.isAbsent ? undefined : parseConfig(config);
}
function parseImage(image) {
    return {
        registry: image.at('registry').optionalString() ?? '',
        repository: image.at('repository').optionalString() ?? '',
        tag: image.at('tag').optionalString(),
        digest: image.at('digest').optionalString(),
    };
}
function parseConfig(config) {
    const metadata = config.at('metadata');
    return {
        // The older name of the two.
        processGroup: metadata.at('fly_process_group').optionalString() ?? metadata.at('process_group').optionalString(),
        platformVersion: metadata.at('fly_platform_version').optionalString(),
        releaseVersion: metadata.at('fly_release_version').optionalInteger(),
        env: config.at('env').texts(),
        mounts: config
            .at('mounts')
            .list()
            .map((mount) => ({ volume: mount.at('volume').string(), path: mount.at('path').optionalString() ?? '' })),
        standbyFor: config.at('standbys').strings(),
        autoStop: config.at('services').list().length > 0 && config.at('services').list().every(stopsWhenIdle),
    };
}
/** The API has had both forms: a truth value, and "off", "stop" or "suspend". */
function stopsWhenIdle(service) {
    const autostop = service.at('autostop').value;
    return autostop === true || autostop === 'stop' || autostop === 'suspend';
}
function parseCheck(check) {
    return {
        name: check.at('name').optionalString() ?? 'check',
        status: check.at('status').string(),
        output: check.at('output').optionalString() ?? '',
    };
}
function lastExit(events) {
    const exits = events
        .list()
        .filter((event) => !event.at('request').at('exit_event').isAbsent)
        .map((event) => ({ event, at: event.at('timestamp').optionalInteger() ?? 0 }))
        .sort((a, b) => b.at - a.at);
    const [last] = exits;
    if (last === undefined)
        return undefined;
    const exit = last.event.at('request').at('exit_event');
    return {
        exitCode: exit.at('exit_code').optionalInteger() ?? 0,
        oomKilled: exit.at('oom_killed').optionalBoolean() ?? false,
        requestedStop: exit.at('requested_stop').optionalBoolean() ?? false,
        at: last.at === 0 ? undefined : new Date(last.at).toISOString(),
    };
}
//# sourceMappingURL=machines.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/answers/releases.js

/**
 * Newest first.
 * @throws SuiteError UNEXPECTED_ANSWER
 */
function parseReleases(json) {
    return answerField(json, 'flyctl releases')
        .list()
        .map((release) => ({
        version: release.at('Version').integer(),
        status: release.at('Status').string().toLowerCase(),
        imageRef: release.at('ImageRef').optionalString(),
        createdAt: release.at('CreatedAt').optionalString(),
    }))
        .sort((a, b) => b.version - a.version);
}
/** Undefined when no line is one: flyctl before 0.4.56, or a deploy that ended otherwise. */
function findReleasedLine(stdout) {
    const line = stdout
        .split('\n')
        .reverse()
        .find((candidate) => /^\{.*"image_ref".*\}$/.test(candidate.trim()));
    if (line === undefined)
        return undefined;
    try {
        const released = answerField(JSON.parse(line), 'flyctl deploy');
        return { version: released.at('version').integer(), imageRef: released.at('image_ref').string() };
    }
    catch {
        return undefined;
    }
}
//# sourceMappingURL=releases.js.map
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
                problems.push(missing(name, kind));
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
function missing(name, kind) {
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
;// CONCATENATED MODULE: ./packages/fly/lib/secrets/encode-import.js

/** flyctl reads lines of at most 64 KiB and stops silently at a longer one. */
const longestLineBytes = 64 * 1024 - 1;
/**
 * Standard input for `flyctl secrets import`. Its parser has no escapes and has changed between versions, so only
 * forms that all of them read alike are used.
 * @throws SuiteError INPUT_INVALID that names every secret that cannot be written so
 */
function encodeSecretsImport(secrets) {
    const problems = secretProblems(secrets);
    if (problems.length > 0)
        throw invalidInputs(problems);
    return [...secrets].map(([name, secret]) => `${name}=${encodeValue(secret.reveal())}\n`).join('');
}
/** For checking before anything is changed. */
function secretProblems(secrets) {
    return [...secrets].flatMap(([name, secret]) => {
        const problem = problemOf(name, secret.reveal());
        return problem === undefined ? [] : [problem];
    });
}
/** In quotes `#` is kept; a value that holds quotes itself stands bare, where `#` would cut it. */
function encodeValue(value) {
    return value.includes('"') ? value : `"${value}"`;
}
function problemOf(name, value) {
    const refuse = (why, next) => `Secret ${name} ${why}; ${next}.`;
    const encode = 'store it base64-encoded and decode it in the app';
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        return refuse('is not a name of an environment variable', 'rename it');
    if (name.startsWith('FLY_'))
        return refuse('begins with FLY_, which Fly reserves', 'rename it');
    if (value === '')
        return refuse('is empty', `leave it out, or run "fly secrets unset ${name}"`);
    if (/[\r\n\0]/.test(value))
        return refuse('has more than one line', encode);
    if (value !== value.trim())
        return refuse('begins or ends with a blank', 'remove it (a copying error, mostly)');
    if (/^['"]|['"]$/.test(value))
        return refuse('begins or ends with a quotation mark, which flyctl takes off', encode);
    if (value.includes('"') && value.includes('#'))
        return refuse('holds both " and #, which flyctl cuts', encode);
    const lineBytes = Buffer.byteLength(name) + Buffer.byteLength(value) + 3;
    return lineBytes > longestLineBytes
        ? refuse('is longer than 64 KiB', 'put it into a file or object store')
        : undefined;
}
//# sourceMappingURL=encode-import.js.map
// EXTERNAL MODULE: ./packages/kit/lib/secret.js
var secret = __nccwpck_require__(1580);
;// CONCATENATED MODULE: ./packages/fly/lib/secrets/token.js

/** The token as flyctl reads it from the environment: without `FlyV1 ` or `Bearer `, which people copy along. */
function bareToken(token) {
    const parts = token
        .reveal()
        .split(',')
        .map((part) => stripScheme(part.trim()))
        .filter((part) => part !== '');
    return new secret/* Secret */.zh(parts.join(','));
}
function stripScheme(text) {
    const stripped = text.replace(/^(FlyV1|Bearer)\s+/i, '');
    return stripped === text ? text : stripScheme(stripped);
}
//# sourceMappingURL=token.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/command-error.js

/** What may pass by itself: the same command may succeed later. */
const temporary = new Set([
    'timed-out',
    'unavailable',
    'unreachable',
    'no-capacity',
    'release-command-not-run',
    'rate-limited',
    'host-unknown',
    'lease-held',
]);
function commandError(failed) {
    const { said, kind } = failed.failure;
    const { code, message, hint } = wordsFor[kind](failed);
    const whole = said === '' ? message : `${message}\n${said}`;
    return new suite_error/* SuiteError */.$K({ code, message: whole, hint, isTemporary: temporary.has(kind) });
}
const appOf = ({ app }) => app ?? '<app>';
/** One sentence and one next step for each kind of failure. */
const wordsFor = {
    'not-found': ({ command }) => ({
        code: 'TOOL_MISSING',
        message: `"${command}" could not run: flyctl is not on PATH.`,
        hint: 'Install it: https://fly.io/docs/flyctl/install/. On GitHub the actions do that themselves.',
    }),
    'login-missing': ({ command, ...failed }) => ({
        code: 'FLY_TOKEN_MISSING',
        message: `flyctl has no login for "${command}", or one that is older than 30 days.`,
        hint: `Set FLY_API_TOKEN (made with "fly tokens create deploy -a ${appOf({ command, ...failed })}"), or run "flyctl auth login" on this machine.`,
    }),
    'token-refused': (failed) => ({
        code: 'FLY_TOKEN_REFUSED',
        message: `Fly.io refused the token for "${failed.command}".`,
        hint: `Make one with "fly tokens create deploy -a ${appOf(failed)}" and store it as FLY_API_TOKEN.`,
    }),
    'app-missing': (failed) => ({
        code: 'FLY_APP_MISSING',
        message: `Fly app "${appOf(failed)}" does not exist, or the token may not see it.`,
        hint: `Create it once with "fly apps create ${appOf(failed)}", or use a token of this app.`,
    }),
    'builder-trouble': (failed) => ({
        code: 'FLY_BUILD_FAILED',
        message: `The image of "${appOf(failed)}" could not be built: the builder gave no answer, twice.`,
        hint: 'Run again; check https://status.fly.io/ for builder outages.',
    }),
    'push-refused': (failed) => ({
        code: 'FLY_TOKEN_REFUSED',
        message: `The image of "${appOf(failed)}" was built, but the registry of Fly.io refused to take it.`,
        hint: `Run again; if that changes nothing, make a token with "fly tokens create deploy -a ${appOf(failed)}" and store it as FLY_API_TOKEN.`,
    }),
    'build-failed': (failed) => ({
        code: 'FLY_BUILD_FAILED',
        message: `The image of "${appOf(failed)}" could not be built.`,
        hint: 'Build it on your machine with "docker build" and the same Dockerfile.',
    }),
    'image-missing': (failed) => ({
        code: 'FLY_IMAGE_MISSING',
        message: `The image to deploy to "${appOf(failed)}" was not found, or Fly may not read it.`,
        hint: 'Push it before this step; a private registry other than registry.fly.io cannot be read by Fly.',
    }),
    'config-refused': (failed) => ({
        code: 'FLY_CONFIG_REFUSED',
        message: `flyctl refused the configuration of "${appOf(failed)}".`,
        hint: 'Correct what is named, and try "fly config validate" on your machine.',
    }),
    'release-command-failed': (failed) => ({
        code: 'RELEASE_COMMAND_FAILED',
        message: `The release_command of "${appOf(failed)}" failed, so no machine was changed.`,
        hint: 'Correct the command or what it works on; what it did before it failed, such as a half migration, is not undone.',
    }),
    'release-command-not-run': (failed) => ({
        code: 'RELEASE_COMMAND_FAILED',
        message: `The release_command of "${appOf(failed)}" did not run, because Fly.io could not make the machine for it; no machine was changed.`,
        hint: `Run again; check https://status.fly.io/ for outages, and "fly status -a ${appOf(failed)}".`,
    }),
    'release-command-too-slow': (failed) => ({
        code: 'RELEASE_COMMAND_FAILED',
        message: `The release_command of "${appOf(failed)}" did not end in time, so no machine was changed.`,
        hint: 'Raise release_command_timeout in [deploy] of the fly.toml if it only needs longer; what it did until then, such as a half migration, is not undone.',
    }),
    'smoke-check-failed': (failed) => ({
        code: 'DEPLOY_NOT_LIVE',
        message: `The new release of "${appOf(failed)}" keeps crashing.`,
        hint: `Read the log above, or "fly logs -a ${appOf(failed)}"; a deploy token may not read logs, one of the organisation may.`,
    }),
    'not-healthy': (failed) => ({
        code: 'DEPLOY_NOT_LIVE',
        message: `The new release of "${appOf(failed)}" did not become healthy.`,
        hint: `Look at "fly logs -a ${appOf(failed)}" and "fly checks list -a ${appOf(failed)}".`,
    }),
    'machine-lost': (failed) => ({
        code: 'DEPLOY_NOT_LIVE',
        message: `A machine of "${appOf(failed)}" was gone while flyctl waited for it.`,
        hint: `Look at "fly machine list -a ${appOf(failed)}" for who destroyed it, and run again.`,
    }),
    'bluegreen-refused': (failed) => ({
        code: 'FLY_COMMAND_FAILED',
        message: `The organisation of "${appOf(failed)}" may not have as many machines as a bluegreen deploy needs.`,
        hint: 'Use another strategy, such as rolling, destroy machines that are not needed, or ask Fly.io to raise the limit.',
    }),
    'no-capacity': (failed) => ({
        code: 'FLY_COMMAND_FAILED',
        message: `Fly.io has no room for a machine of "${appOf(failed)}" where it should be.`,
        hint: `Run again later, choose another region or a smaller [[vm]] in the fly.toml; a volume is moved from a full host with "fly volumes fork <id> -a ${appOf(failed)}".`,
    }),
    'lease-held': (failed) => ({
        code: 'FLY_LEASE_HELD',
        message: `Another deploy holds the machines of "${appOf(failed)}"${leaseEnd(failed.failure.said)}.`,
        hint: `Wait for it to end; after a killed one run "fly machine leases clear -a ${appOf(failed)}".`,
    }),
    'volume-missing': (failed) => ({
        code: 'FLY_VOLUME_MISSING',
        message: `A machine of "${appOf(failed)}" needs a volume that is not there, or is in another region.`,
        hint: `See "fly volumes list -a ${appOf(failed)}", and make the one that is named with "fly volumes create <name> -r <region> -a ${appOf(failed)}".`,
    }),
    'payment-needed': (failed) => ({
        code: 'FLY_PAYMENT_NEEDED',
        message: `Fly.io wants a payment method before it makes a machine for "${appOf(failed)}".`,
        hint: "Add one at https://fly.io/dashboard under the organisation's Billing, then run again.",
    }),
    'rate-limited': ({ command }) => ({
        code: 'FLY_RATE_LIMITED',
        message: `Fly.io refused "${command}" because too many requests came at once.`,
        hint: 'Run again in a minute; other jobs with the same token count too.',
    }),
    'host-unknown': ({ command }) => ({
        code: 'NETWORK_UNREACHABLE',
        message: `"${command}" could not find the address of Fly.io.`,
        hint: 'Check the DNS of this machine; behind a proxy set HTTPS_PROXY.',
    }),
    unreachable: ({ command }) => ({
        code: 'NETWORK_UNREACHABLE',
        message: `The connection of "${command}" to Fly.io broke, or could not be made.`,
        hint: 'Run again; behind a proxy set HTTPS_PROXY, and check https://status.fly.io/ for outages.',
    }),
    unavailable: ({ command }) => ({
        code: 'FLY_COMMAND_FAILED',
        message: `Fly.io could not answer "${command}".`,
        hint: 'Run again in some minutes; check https://status.fly.io/ for outages.',
    }),
    'timed-out': (failed) => ({
        code: 'FLY_TIMEOUT',
        message: `"${failed.command}" ${howItEnded(failed.failure)}.`,
        hint: timeoutHint(failed),
    }),
    other: (failed) => ({
        code: 'FLY_COMMAND_FAILED',
        message: `"${failed.command}" failed.`,
        hint: `Run it on your machine; "fly status -a ${appOf(failed)}" shows the app.`,
    }),
};
function howItEnded({ afterMs }) {
    if (afterMs === undefined)
        return 'gave up: Fly.io did not answer in time';
    return `did not end within ${formatDuration(afterMs)} and was stopped`;
}
/** Only stages that deploy have the budget that may be raised. */
function timeoutHint(failed) {
    const look = `Look at "fly status -a ${appOf(failed)}" and "fly logs -a ${appOf(failed)}"`;
    const isDeploy = /^\S+ deploy\b/.test(failed.command);
    return isDeploy ? `${look}; raise wait-timeout if the machines only need longer.` : `${look}, and run again.`;
}
/** The API says until when: "lease currently held by …, expires at 2026-11-28T12:00:00Z". */
function leaseEnd(said) {
    const until = /expires at (\S+?)[.,)]?(\s|$)/.exec(said)?.[1];
    return until === undefined ? '' : ` until ${until}`;
}
//# sourceMappingURL=command-error.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/failure-texts.js
/**
 * What flyctl itself writes at the beginning of its message, most telling first. The beginning makes it flyctl's: a
 * program's log, which flyctl prints around its own message, begins otherwise.
 */
const ownTexts = [
    {
        kind: 'release-command-not-run',
        words: /^release command failed - aborting deployment\. .{0,80}error creating a release_command machine/,
        source: 'F internal/command/deploy/machines_releasecommand.go:createReleaseCommandMachine',
    },
    {
        kind: 'release-command-too-slow',
        words: /^release command failed - aborting deployment\. error waiting for release_command machine \S+ to finish running: .*(timeout reached|deadline exceeded)/,
        source: 'F internal/command/deploy/machines_releasecommand.go:360-366',
    },
    {
        kind: 'release-command-failed',
        words: /^release command failed - aborting deployment/,
        source: 'F internal/command/deploy/machines_deploymachinesapp.go:474',
    },
    {
        kind: 'smoke-check-failed',
        words: /^(failed to update machine \S+: )?(smoke checks for \S+ failed)/,
        source: 'F internal/command/deploy/machines_deploymachinesapp.go:1487',
    },
    {
        kind: 'machine-lost',
        words: /^(failed to update machine \S+: )?(error getting machine \S+ from api|failed to get VM \S+): .*\bnot found/,
        source: 'F internal/machine/leasable_machine.go:WaitForHealthchecksToPass',
    },
    {
        kind: 'bluegreen-refused',
        words: /^app can't undergo bluegreen deployment due to org limits/,
        source: 'F internal/command/deploy/strategy_bluegreen.go:49, 955',
    },
    {
        kind: 'not-healthy',
        words: /^(failed to update machine \S+: )?.{0,80}timeout reached waiting for (health checks|machine)/,
        source: 'F internal/machine/leasable_machine.go:404, internal/machine/wait.go:95',
    },
    {
        kind: 'not-healthy',
        words: /^(wait timeout|could not get all green machines|app not in valid state for bluegreen deployments)/,
        source: 'F internal/command/deploy/strategy_bluegreen.go:37-50',
    },
    {
        kind: 'not-healthy',
        words: /^failed to (create|mark) green machines/,
        source: 'F internal/command/deploy/strategy_bluegreen.go:37-50',
    },
    {
        kind: 'config-refused',
        words: /^App configuration is not valid/,
        source: 'F internal/appconfig/validation.go:60',
    },
    {
        kind: 'image-missing',
        words: /^failed to fetch an image or build from source: could not find image/i,
        source: 'F internal/build/imgsrc/resolver.go:233',
    },
    {
        kind: 'push-refused',
        words: /^failed to fetch an image or build from source: .*(error rendering push status stream|failed to push registry\.fly\.io).*(unauthorized|authentication required|denied|\b40[13]\b)/is,
        source: 'F internal/build/imgsrc/dockerfile_builder.go:513; BuildKit, for what it pushes itself',
    },
    {
        kind: 'build-failed',
        words: /^failed to fetch an image or build from source: .*(failed to solve|did not complete successfully)/is,
        source: 'BuildKit, through F internal/command/deploy/deploy.go:385',
    },
    {
        kind: 'builder-trouble',
        words: /^failed to fetch an image or build from source: .*(deadline_exceeded|client connection is closing|EnsureMachineRemoteBuilder|remote builder heartbeat|\bEOF\b|error connecting to docker)/is,
        source: 'flyctl#3025, #2717, #1131, #2431, through F internal/command/deploy/deploy.go:385',
    },
    {
        kind: 'build-failed',
        words: /^failed to fetch an image or build from source/,
        source: 'F internal/command/deploy/deploy.go:385',
    },
    {
        kind: 'volume-missing',
        words: /^(new machine in group|machine in group|creating a new machine in group|process group) '.*' (needs|requires) (an unattached|volumes)/i,
        source: 'F internal/command/deploy/machines_launchinput.go:57,169,198 and machines.go:625,658',
    },
];
/** Words that say what a message is about, wherever they stand in it. Only flyctl's own, first message is read so. */
const topicTexts = [
    {
        kind: 'lease-held',
        words: /failed to get lease|lease currently held by|failed to acquire leases?/i,
        source: 'G flaps/flaps_machines.go:274-322, F internal/command/deploy/plan.go:212,272',
    },
    {
        kind: 'payment-needed',
        words: /please add a payment method|payment method required|(credit|payment) card/i,
        source: 'F internal/command/deploy/machines_deploymachinesapp.go:1137',
    },
    {
        kind: 'volume-missing',
        words: /needs an unattached volume|requires an unattached '.*' volume/i,
        source: 'F internal/command/deploy/machines_launchinput.go:57',
    },
    {
        kind: 'no-capacity',
        words: /could not reserve resource for machine|insufficient (resources|memory|cpus?) /i,
        source: 'G flaps/flaps_error.go:52; the words are of the Machines API',
    },
    {
        kind: 'login-missing',
        words: /no access token available/i,
        source: 'G api.go:11; also for a login older than 30 days, F internal/command/command.go:474-510,603',
    },
    {
        kind: 'app-missing',
        words: /could not find app\b|the app name \S+ could not be found|\bapp not found\b/i,
        source: 'F internal/command/deploy/deploy.go:311-312; the last one is of the Machines API, behind words such as "failed to list secrets: " (G flaps/flaps_secrets.go, flaps_volumes.go)',
    },
    {
        kind: 'rate-limited',
        words: /rate limit|too many requests|\b429\b/i,
        source: 'Machines API, answered without its status by G flaps/flaps.go:305-324',
    },
    {
        kind: 'token-refused',
        words: /\bunauthorized\b|token validation error|must be authenticated|invalid token|not authorized to|\bnot authorized\b|\b401\b/i,
        source: "Fly's APIs; superfly/docs#1065",
    },
    {
        kind: 'host-unknown',
        words: /no such host|temporary failure in name resolution/i,
        source: "Go's resolver; F internal/flapsutil/retry.go:68",
    },
    {
        kind: 'unreachable',
        words: /connection reset by peer|connection refused|network is unreachable|no route to host|i\/o timeout|tls handshake timeout|\bEOF$/i,
        source: "Go's net package; F internal/flapsutil/retry.go:60-75",
    },
    {
        kind: 'unavailable',
        words: /\b50[0234]\b|bad gateway|service unavailable|gateway timeout/i,
        source: 'F internal/flapsutil/retry.go:60-75',
    },
];
//# sourceMappingURL=failure-texts.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/failure.js

/** Undefined when the command ended well. */
function failureOf(outcome) {
    switch (outcome.kind) {
        case 'not-found':
            return { kind: 'not-found', said: `${outcome.file} was not found` };
        case 'timed-out':
            return {
                kind: 'timed-out',
                said: lastLines(plain(outcome.stderr) || plain(outcome.stdout)),
                afterMs: outcome.afterMs,
            };
        case 'exited':
            return outcome.exitCode === 0 ? undefined : readFailure(outcome);
    }
}
function readFailure(outcome) {
    const said = linesOf(plain(outcome.stderr));
    const lines = said.some((line) => line.startsWith(prefix)) ? said : [...said, ...progressFailures(outcome)];
    const messages = lines.flatMap((line, index) => (line.startsWith(prefix) ? [{ index, line }] : []));
    const own = findOwn(messages.map(({ line }) => line.slice(prefix.length)));
    const at = messages[own?.position ?? 0];
    const message = at?.line.slice(prefix.length) ?? '';
    const kind = refine(own?.kind ?? topicOf(message) ?? kindOfExit(outcome), outcome);
    return { kind, said: excerpt({ kind, lines, from: at?.index, stdout: plain(outcome.stdout) }) };
}
/** F internal/cli/cli.go:153-175: the message, and behind it a suggestion that may hold a program's log. */
const prefix = 'Error: ';
/**
 * When one group fails while another one still waits, flyctl ends as if it were cancelled: with 127, without a message,
 * and the reason stands among its progress on standard output (F internal/command/deploy/plan.go).
 */
function progressFailures({ stdout }) {
    const failures = linesOf(plain(stdout)).flatMap((line) => /^\s*✖.*? failed: (.+)$/.exec(line)?.[1] ?? []);
    return failures.map((reason) => `${prefix}${reason}`);
}
/**
 * The most telling message that begins as only flyctl's do. A program's log may hold lines that begin with `Error: `
 * too, before flyctl's own (a release command's) and behind it (a smoke check's), so the order of lines says nothing.
 */
function findOwn(messages) {
    for (const { kind, words } of ownTexts) {
        const position = messages.findIndex((message) => words.test(message));
        if (position >= 0)
            return { kind, position };
    }
    return undefined;
}
function topicOf(message) {
    return topicTexts.find(({ words }) => words.test(message))?.kind;
}
/** F main.go: 126 when a deadline of flyctl's own has passed. */
const deadlineExitCode = 126;
function kindOfExit({ exitCode }) {
    return exitCode === deadlineExitCode ? 'timed-out' : 'other';
}
/** The heartbeat of the builder is a warning on standard output, and the message behind it does not say so. */
function refine(kind, { stdout }) {
    const heartbeat = /^\s*WARN\b.*Failed to start remote builder heartbeat/m;
    return kind === 'build-failed' && heartbeat.test(plain(stdout)) ? 'builder-trouble' : kind;
}
const mostLines = 12;
/** The first lines from the message on: behind it a long log may follow, whose end says less than its beginning. */
function excerpt({ kind, lines, from, stdout }) {
    // F internal/command/deploy/deploy.go:761: why a configuration is refused stands on standard output.
    if (kind === 'config-refused')
        return [lines[from ?? 0] ?? '', lastLines(stdout)].join('\n');
    if (from === undefined)
        return lastLines(lines.length > 0 ? lines.join('\n') : stdout);
    const behind = lines.slice(from, from + mostLines);
    // The log of a release command stands before the message.
    return kind.startsWith('release-command-')
        ? [...lines.slice(Math.max(0, from - mostLines), from), ...behind].join('\n')
        : behind.join('\n');
}
function lastLines(text) {
    return linesOf(text).slice(-mostLines).join('\n');
}
function linesOf(text) {
    return text
        .split('\n')
        .map((line) => line.trimEnd())
        .filter((line) => line !== '');
}
function plain(text) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}
//# sourceMappingURL=failure.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/command.js




/** Questions to Fly's API answer within seconds. */
const questionTimeoutMs = 120_000;
/** Fly's API allows one request a second; its short outages last some seconds. */
const pausesMs = [1_000, 3_000, 9_000];
/**
 * flyctl itself tries again after 502 and 503 only (fly-go http.go:22). An unknown failure counts too: of an outage whose
 * body is JSON flyctl shows the words without the status (fly-go flaps.go:305), and a question changes nothing.
 */
const passing = new Set([
    'unavailable',
    'unreachable',
    'rate-limited',
    'host-unknown',
    'other',
]);
/** A deadline of flyctl's own is soon over; where we have stopped it, the time is used up. */
function isPassing({ kind, afterMs }) {
    return passing.has(kind) || (kind === 'timed-out' && afterMs === undefined);
}
/** Runs flyctl with its environment in order; it knows no subcommand. */
class FlyctlCommand {
    #options;
    #file;
    constructor(options) {
        this.#options = options;
        this.#file = options.file ?? 'flyctl';
    }
    /** Undefined without a clock. */
    nowMs() {
        return this.#options.clock?.now();
    }
    tell(line) {
        this.#options.log?.info(line);
    }
    run(invocation) {
        return this.#options.processes.run(this.command(invocation));
    }
    start(invocation) {
        return this.#options.processes.start(this.command(invocation));
    }
    async attempt(invocation) {
        const outcome = await this.run({ timeoutMs: questionTimeoutMs, ...invocation });
        const failure = failureOf(outcome);
        if (failure !== undefined)
            return { kind: 'failed', failure };
        return { kind: 'done', stdout: outcome.kind === 'exited' ? outcome.stdout : '' };
    }
    /** @throws SuiteError when it does not end well */
    async output(invocation) {
        const answer = await this.attempt(invocation);
        if (answer.kind === 'failed')
            throw this.error(invocation, answer.failure);
        return answer.stdout;
    }
    /** @throws SuiteError when it does not end well, or answers with something that is not JSON */
    async json(invocation) {
        const stdout = await this.output({ ...invocation, args: [...invocation.args, '--json'] });
        return parseAnswer(stdout, command_shown(invocation));
    }
    /** JSON of a question that changes nothing, asked again when Fly could not answer. */
    async ask(invocation) {
        const { clock } = this.#options;
        const asked = { ...invocation, args: [...invocation.args, '--json'] };
        let answer = await this.attempt(asked);
        for (const pauseMs of clock === undefined ? [] : pausesMs) {
            if (answer.kind === 'done' || !isPassing(answer.failure))
                break;
            await clock?.sleep(pauseMs);
            answer = await this.attempt(asked);
        }
        if (answer.kind === 'failed')
            throw this.error(invocation, answer.failure);
        return parseAnswer(answer.stdout, command_shown(invocation));
    }
    error(invocation, failure) {
        return commandError({ command: command_shown(invocation), app: invocation.app, failure });
    }
    command({ args, app, env, inherits, offline, streamed, ...same }) {
        const access = offline === true ? noAccess : accessOf(this.#options.token);
        // The app is always named: flyctl would take the one of a fly.toml in the working directory.
        const all = app === undefined ? args : [...args, '-a', app];
        return {
            file: this.#file,
            args: all,
            env: { ...quietEnvironment, ...access.env, ...env },
            inherits: [...access.inherits, ...(inherits ?? [])],
            ...same,
            ...(streamed === undefined ? {} : { onLine: (line) => this.tell(prefixed(line)) }),
        };
    }
}
/** No prompts, no updates, no telemetry, no colours. */
const quietEnvironment = {
    CI: 'true',
    NO_COLOR: '1',
    FLY_NO_UPDATE_CHECK: '1',
    FLY_NO_INCIDENTS_CHECK: '1',
    FLY_SEND_METRICS: '0',
    FLY_SYNTHETICS_AGENT: '0',
};
const noAccess = { env: {}, inherits: [] };
/** Without a token flyctl uses the login of its own: its configuration folder, or the token of its own variable. */
function accessOf(token) {
    if (token === undefined)
        return { env: {}, inherits: ['FLY_CONFIG_DIR', 'FLY_ACCESS_TOKEN'] };
    return { env: { FLY_API_TOKEN: bareToken(token).reveal() }, inherits: [] };
}
/** A runner obeys lines that begin with `::`; with words before it no line of a child is a command. */
function prefixed(line) {
    return `flyctl | ${line}`;
}
/** The words before the first flag are enough to know it by. */
function command_shown({ args, app }) {
    const flag = args.findIndex((arg) => arg.startsWith('-'));
    const words = (flag < 0 ? args : args.slice(0, flag)).filter((word) => !word.startsWith('/'));
    return ['flyctl', ...words, ...(app === undefined ? [] : ['-a', app])].join(' ');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/deploy.js


/** One deploy, and a second try when the builder gave no answer: nothing was released then. */
async function deploy(flyctl, request) {
    const first = await deployOnce(flyctl, request);
    if (first.kind !== 'failed' || first.failure.kind !== 'builder-trouble')
        return first;
    return leftMs(flyctl, request) > 0 ? deployOnce(flyctl, request) : first;
}
function leftMs(flyctl, { endsAtMs }) {
    const nowMs = flyctl.nowMs();
    return endsAtMs === undefined || nowMs === undefined ? Number.POSITIVE_INFINITY : endsAtMs - nowMs;
}
async function deployOnce(flyctl, request) {
    const planned = deployInvocation(request);
    const invocation = { ...planned, timeoutMs: Math.min(request.totalTimeoutMs, Math.max(1, leftMs(flyctl, request))) };
    const outcome = await flyctl.run(invocation);
    const failure = failureOf(outcome);
    if (failure === undefined) {
        return { kind: 'released', release: outcome.kind === 'exited' ? findReleasedLine(outcome.stdout) : undefined };
    }
    const error = flyctl.error(invocation, failure);
    return failure.kind === 'timed-out' ? { kind: 'timed-out', error } : { kind: 'failed', failure, error };
}
/**
 * By which a local Docker is found and a base image is fetched (flyctl internal/build/imgsrc/docker.go, and the Docker
 * client's own).
 */
const dockerVariables = [
    'DOCKER_HOST',
    'DOCKER_CONFIG',
    'DOCKER_CONTEXT',
    'DOCKER_CERT_PATH',
    'DOCKER_TLS_VERIFY',
    'DOCKER_API_VERSION',
    'DOCKER_BUILDKIT',
    'DOCKER_HUB_USERNAME',
    'DOCKER_HUB_PASSWORD',
    'BUILDKIT_PROGRESS',
    'SSH_AUTH_SOCK',
    'XDG_RUNTIME_DIR',
];
/** Pure, for tests and for showing in a dry run. */
function deployInvocation(request) {
    return {
        args: ['deploy', request.contextFolder, '-c', request.configFile, ...imageArgs(request), ...optionArgs(request)],
        app: request.app,
        cwd: request.contextFolder,
        env: { FLY_EMIT_RELEASE_JSON: '1' },
        inherits: request.image === undefined ? dockerVariables : [],
        timeoutMs: request.totalTimeoutMs,
        streamed: true,
    };
}
function imageArgs({ image, dockerfile, ignoreFile, imageLabel, buildArgs }) {
    if (image !== undefined)
        return ['--image', image];
    return [
        ...(dockerfile === undefined ? [] : ['--dockerfile', dockerfile]),
        ...(ignoreFile === undefined ? [] : ['--ignorefile', ignoreFile]),
        ...(imageLabel === undefined ? [] : ['--image-label', imageLabel]),
        ...[...(buildArgs ?? [])].flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
    ];
}
function optionArgs(request) {
    const { env, strategy, highAvailability, publicAddresses, waitTimeout } = request;
    return [
        ...Object.entries(env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
        ...(strategy === undefined ? [] : ['--strategy', strategy]),
        ...(highAvailability === 'off' ? ['--ha=false'] : []),
        ...(publicAddresses === 'none' ? ['--no-public-ips'] : []),
        // In seconds: "none" makes flyctl's health wait end at once.
        ...(waitTimeout.from === 'file' ? [] : ['--wait-timeout', `${Math.max(1, Math.ceil(waitTimeout.ms / 1_000))}s`]),
    ];
}
//# sourceMappingURL=deploy.js.map
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/tunnel-agent.js


/** On a laptop it is the user's own, and other terminals may use it. */
const userAgent = { env: {}, end: async () => { } };
/** flyctl's name for it (agent/agent.go:16), and the longest path that macOS lets a socket have; Linux has 4 more. */
const socketName = 'fly-agent.sock';
const longestSocketPathBytes = 103;
/** It answers at once, and GitHub kills a cancelled run after 10 s. */
const stopTimeoutMs = 5_000;
/**
 * An agent for one tunnel. flyctl starts it with the token in its environment and leaves it running for ever (flyctl
 * agent/start.go:43-52); on a runner that stays it would outlive the job with a token of the job. It is found by a socket
 * in flyctl's configuration folder (agent/agent.go:16). A folder of its own makes it certain whose agent is stopped: that
 * of the home folder may carry the tunnels of another job of the same user.
 *
 * The folder changes nothing else for `flyctl proxy` with a token: it makes a WireGuard peer, as in every new job of a
 * hosted runner, and Fly removes peers of this kind that are not used (flyctl#834). Other commands keep the usual
 * folder, where flyctl remembers which secrets it has staged (internal/appsecrets/minvers.go).
 */
async function openTunnelAgent(command, files) {
    const folder = await files.makeTemporaryFolder();
    if (Buffer.byteLength((0,external_node_path_.join)(folder, socketName)) > longestSocketPathBytes) {
        command.tell(`${folder} is too long a path for a socket, so the agent of flyctl stays after its tunnel is closed.`);
        return userAgent;
    }
    const env = { FLY_CONFIG_DIR: folder };
    const end = async () => {
        try {
            await stopAgent(command, env);
            // Last: an agent whose folder has gone refuses to be stopped (agent/server/session.go:80).
            await files.removeFolder(folder);
        }
        catch (thrown) {
            command.tell(notStopped((0,suite_error/* errorMessage */.gJ)(thrown)));
        }
    };
    return { env, end };
}
async function stopAgent(command, env) {
    const args = ['agent', 'stop'];
    const invocation = { args, env, offline: true, isCleaningUp: true, timeoutMs: stopTimeoutMs };
    const answer = await command.attempt(invocation);
    if (answer.kind === 'failed' && !isGone(answer.failure))
        throw command.error(invocation, answer.failure);
}
/** flyctl proxy has ended before it started one. */
function isGone({ said }) {
    return said.includes('agent not running');
}
function notStopped(why) {
    return `The agent of flyctl's tunnel may still run on this machine, with the token: ${why.replaceAll('\n', ' ')}`;
}
//# sourceMappingURL=tunnel-agent.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/version.js
/** Older ones may skip the health checks of new machines. */
const oldestGoodFlyctl = '0.4.80';
/** Such as `0.4.87` from what `flyctl version` prints; `unknown` when it prints none. */
function parseVersion(stdout) {
    return /\bv?(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? 'unknown';
}
/** An unknown version gets the benefit of the doubt: it is a build of one's own, mostly. */
function isGoodFlyctl(version) {
    const [seen, wanted] = [version, oldestGoodFlyctl].map((text) => text.split('.').map(Number));
    for (const [index, part] of (wanted ?? []).entries()) {
        const own = seen?.[index] ?? 0;
        if (own !== part)
            return Number.isNaN(own) || own > part;
    }
    return true;
}
//# sourceMappingURL=version.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/flyctl.js










function flyctl(options) {
    const command = new FlyctlCommand(options);
    const ask = (app, ...args) => command.ask({ args, app });
    const act = async (app, ...args) => {
        await command.output({ args, app });
    };
    return {
        version: async () => parseVersion(await command.output({ args: ['version'], offline: true })),
        findApp: (app) => findApp(command, app),
        createApp: async (app, organisation) => {
            await command.output({ args: ['apps', 'create', app, '--org', organisation, '--json'] });
        },
        releases: async (app) => parseReleases(await ask(app, 'releases')),
        machines: async (app) => parseMachines(await ask(app, 'machine', 'list')),
        volumes: async (app) => parseVolumes(await ask(app, 'volumes', 'list')),
        createVolume: (app, { name, region, sizeGb }) => act(app, 'volumes', 'create', name, '--region', region, '--size', String(sizeGb), '--yes', '--json'),
        addresses: async (app) => parseAddresses(await ask(app, 'ips', 'list')),
        allocateAddress: (app, type) => type === 'v6' ? act(app, 'ips', 'allocate-v6') : act(app, 'ips', 'allocate-v4', '--shared'),
        secrets: async (app) => parseStoredSecrets(await ask(app, 'secrets', 'list')),
        stageSecrets: async (app, secrets) => {
            await command.output({ args: ['secrets', 'import', '--stage'], app, stdin: encodeSecretsImport(secrets) });
        },
        stageSecretRemoval: (app, names) => act(app, 'secrets', 'unset', ...names, '--stage'),
        liveConfig: async (app) => parseAnswer(await command.output({ args: ['config', 'show'], app }), 'flyctl config show'),
        deploy: (request) => deploy(command, request),
        startMachine: (app, machineId) => act(app, 'machine', 'start', machineId),
        lastLogLines: (app, machineId) => lastLogLines(command, { app, machineId }),
        execute: (app, machineId, line) => execute(command, { app, machineId, line }),
        openAgent: async (files) => (options.agent === 'of-tunnel' ? openTunnelAgent(command, files) : userAgent),
        startProxy: ({ app, localPort, remotePort, agent: { env } }) => {
            // With its input watched it ends with us, also when we are killed; otherwise it stays with the token.
            const args = ['proxy', `${localPort}:${remotePort}`, '-q', '--watch-stdin'];
            return command.start({ args, app, env, isTiedToUs: true });
        },
    };
}
async function findApp(command, app) {
    try {
        return parseAppStatus(await command.ask({ args: ['status'], app }));
    }
    catch (thrown) {
        if ((0,suite_error/* isSuiteError */.t$)(thrown) && thrown.code === 'FLY_APP_MISSING')
            return undefined;
        throw thrown;
    }
}
/** Enough to see why it ended. */
const flyctl_lastLines = 10;
async function lastLogLines(command, { app, machineId }) {
    const answer = await command.attempt({ args: ['logs', '--no-tail', '--machine', machineId], app });
    if (answer.kind === 'failed')
        return { kind: answer.failure.kind === 'token-refused' ? 'denied' : 'unavailable' };
    const lines = answer.stdout.split('\n').map((line) => line.trimEnd());
    return { kind: 'read', lines: lines.filter((line) => line !== '').slice(-flyctl_lastLines) };
}
async function execute(command, { app, machineId, line }) {
    const answer = answerField(await command.json({ args: ['machine', 'exec', machineId, line], app }), 'flyctl machine exec');
    return {
        // Left out when it is 0; flyctl itself exits with 0 in any case.
        exitCode: answer.at('exit_code').optionalInteger() ?? 0,
        stdout: answer.at('stdout').optionalString() ?? '',
        stderr: answer.at('stderr').optionalString() ?? '',
    };
}
//# sourceMappingURL=flyctl.js.map
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/checksums.js
/** Names of GitHub's archives by Node's words for a system. */
const flyctlSystems = {
    'linux-x64': 'Linux_x86_64',
    'linux-arm64': 'Linux_arm64',
    'darwin-x64': 'macOS_x86_64',
    'darwin-arm64': 'macOS_arm64',
};
/** The one that these parsers were written for. */
const pinnedFlyctlVersion = '0.4.87';
/**
 * Lower-case hexadecimal sha256 of the pinned version's archives. An empty row is not pinned: its sum is read from
 * the release at every use. "npm run pin-flyctl" fills the rows.
 */
const pinnedChecksums = {
    'linux-x64': '',
    'linux-arm64': '',
    'darwin-x64': '',
    'darwin-arm64': '',
};
const flyctlReleases = 'https://github.com/superfly/flyctl/releases/download';
function isFlyctlSystem(system) {
    return Object.hasOwn(flyctlSystems, system);
}
function archiveName(version, system) {
    return `flyctl_${version}_${flyctlSystems[system]}.tar.gz`;
}
/** GoReleaser's `checksums.txt`: a sha256, blanks and a file's name on each line. Undefined: no usable line for it. */
function findChecksum(text, name) {
    const sums = text.split(/\r?\n/).flatMap((line) => {
        const [, sum, file] = /^([0-9a-f]{64})\s+\*?(\S+)\s*$/i.exec(line) ?? [];
        return file === name && sum !== undefined ? [sum.toLowerCase()] : [];
    });
    // Two different sums for one file say nothing about it.
    return new Set(sums).size === 1 ? sums[0] : undefined;
}
//# sourceMappingURL=checksums.js.map
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
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/fetch-archive.js



const archivePlan = { budgetMs: 120_000, firstDelayMs: 1_000, maxDelayMs: 15_000, factor: 3 };
/** A small file: a server that gives nothing within half a minute gives nothing later. */
const sumsPlan = { ...archivePlan, budgetMs: 30_000 };
const progressEveryMs = 5_000;
/**
 * The archive of a release, in memory: what is checked is then the same bytes as what is unpacked.
 * @throws SuiteError TOOL_DOWNLOAD_FAILED
 */
async function fetchArchive(version, name, edges) {
    edges.log.info(`Downloading flyctl ${version} (${name})`);
    const fetched = await fetchAsset({ version, name, plan: archivePlan, onProgress: progressLines(edges) }, edges);
    if (fetched.kind === 'fetched')
        return fetched.bytes;
    throw new suite_error/* SuiteError */.$K({
        code: 'TOOL_DOWNLOAD_FAILED',
        message: `flyctl could not be downloaded (${fetched.reason}).`,
        hint: 'Run again; behind a proxy set HTTPS_PROXY; or install flyctl in an earlier step, so that it is on PATH.',
    });
}
/**
 * What the release itself says of one of its files.
 * @throws SuiteError TOOL_UNVERIFIED when it does not say it
 */
async function fetchPublishedSum(version, name, edges) {
    edges.log.info(`flyctl ${version}: checksum not pinned, taken from the release's checksums.txt`);
    const fetched = await fetchAsset({ version, name: 'checksums.txt', plan: sumsPlan }, edges);
    if (fetched.kind === 'failed')
        throw unverified(version, `its checksums.txt could not be read: ${fetched.reason}`);
    const sum = findChecksum(new TextDecoder().decode(fetched.bytes), name);
    if (sum === undefined)
        throw unverified(version, `its checksums.txt has no sha256 for ${name}`);
    return sum;
}
function unverified(version, why) {
    return new suite_error/* SuiteError */.$K({
        code: 'TOOL_UNVERIFIED',
        message: `flyctl ${version} was not run: its sha256 is not pinned, and ${why}.`,
        hint: 'Run again; behind a proxy set HTTPS_PROXY; or give flyctl-version with its flyctl-checksum; or install flyctl in an earlier step, so that it is on PATH.',
    });
}
async function fetchAsset({ version, name, plan, onProgress }, edges) {
    const url = `${flyctlReleases}/v${version}/${name}`;
    const folder = await edges.files.makeTemporaryFolder();
    const path = (0,external_node_path_.join)(folder, name);
    try {
        const outcome = await waitUntil(edges.clock, plan, async () => {
            const answer = await edges.http.download(url, path, { ...(onProgress && { onProgress }) });
            if (answer.kind === 'downloaded')
                return { kind: 'done', value: undefined };
            const observed = answer.kind === 'unreachable' ? answer.detail : `${answer.status} from GET ${url}`;
            if (answer.kind === 'response' ? answer.status === 404 : answer.reason === 'insecure')
                return { kind: 'final', observed };
            edges.log.info(`Not yet: ${observed}`);
            return { kind: 'retry', observed };
        });
        if (outcome.kind !== 'done')
            return { kind: 'failed', reason: `${outcome.attempts} attempts, last: ${outcome.last}` };
        return { kind: 'fetched', bytes: (await edges.files.readBytes(path)) ?? new Uint8Array() };
    }
    finally {
        await edges.files.removeFolder(folder);
    }
}
/** On a slow line the archive takes minutes; a line now and then shows that it still comes. */
function progressLines({ clock, log }) {
    let toldAtMs = clock.now();
    return (receivedBytes, totalBytes) => {
        if (clock.now() - toldAtMs < progressEveryMs)
            return;
        toldAtMs = clock.now();
        const total = totalBytes === undefined ? '' : ` of ${megabytes(totalBytes)}`;
        log.info(`Downloading flyctl: ${megabytes(receivedBytes)}${total} MB`);
    };
}
function megabytes(bytes) {
    return (bytes / 1_000_000).toFixed(1);
}
//# sourceMappingURL=fetch-archive.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/on-path.js


/**
 * The version of the user's own flyctl, which is trusted as every program on PATH is; undefined when there is none of
 * that version.
 */
async function findOnPath({ version, path }, { processes, files, log }) {
    const found = await processes.run({ file: 'flyctl', args: ['version'], timeoutMs: 30_000 });
    if (found.kind !== 'exited' || found.exitCode !== 0)
        return undefined;
    const seen = parseVersion(found.stdout);
    const place = (await firstOnPath(path, files)) ?? 'on PATH';
    if (version !== undefined && seen !== version) {
        log.info(`flyctl ${seen} (${place}) is not used: flyctl-version is ${version}.`);
        return undefined;
    }
    log.info(`Using flyctl ${seen} (${place}): your own installation, its checksum is not checked`);
    return seen;
}
async function firstOnPath(path, files) {
    for (const folder of (path ?? '').split(external_node_path_.delimiter).filter((entry) => entry !== '')) {
        const file = (0,external_node_path_.join)(folder, 'flyctl');
        if (await files.exists(file))
            return file;
    }
    return undefined;
}
//# sourceMappingURL=on-path.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/tar-member.js
const blockBytes = 512;
/** flyctl unpacks to 110 MB; more than this is an archive made to fill the memory. */
const mostBytes = 1_000_000_000;
/**
 * The bytes of one regular file at the root of a .tar.gz. Nothing else of the archive is looked at, so links and
 * paths that lead elsewhere have no effect.
 * @returns undefined when there is no such file, or the archive cannot be read
 */
async function readTarMember(archive, name) {
    const tar = await unzip(archive);
    for (let at = 0; tar !== undefined && at + blockBytes <= tar.length;) {
        const header = parseHeader(tar.subarray(at, at + blockBytes));
        if (header === undefined)
            return undefined;
        const start = at + blockBytes;
        const end = start + header.sizeBytes;
        if (header.isFile && header.name === name)
            return end <= tar.length ? tar.subarray(start, end) : undefined;
        at = start + Math.ceil(header.sizeBytes / blockBytes) * blockBytes;
    }
    return undefined;
}
/** zlib is loaded here because a run that finds flyctl on PATH unpacks nothing. */
async function unzip(archive) {
    const { gunzipSync } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8522, 19));
    try {
        return gunzipSync(archive, { maxOutputLength: mostBytes });
    }
    catch {
        return undefined;
    }
}
/** The ustar layout: name at 0, size in octal at 124, type at 156 ("0", or NUL in old archives, is a file), prefix at 345. */
function parseHeader(block) {
    const field = (from, length) => String.fromCharCode(...block.subarray(from, from + length)).replace(/\0[\s\S]*$/, '');
    const size = field(124, 12).trim();
    if (!/^[0-7]+$/.test(size))
        return undefined;
    const prefix = field(257, 5) === 'ustar' ? field(345, 155) : '';
    const name = [...(prefix === '' ? [] : [prefix]), field(0, 100)].join('/').replace(/^\.\//, '');
    return { name, sizeBytes: Number.parseInt(size, 8), isFile: ['', '0'].includes(field(156, 1)) };
}
//# sourceMappingURL=tar-member.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/install.js







/**
 * flyctl from PATH, else from its GitHub release. Fly's own download service is not asked: it has been down on days
 * when everything else worked. Only the archive has a published sum, so the cache keeps the archive, and what runs is
 * unpacked from checked bytes into a folder that is private to this run.
 *
 * @throws SuiteError TOOL_DOWNLOAD_FAILED, TOOL_UNVERIFIED
 */
async function installFlyctl(wanted, edges) {
    const found = await findOnPath(wanted, edges);
    if (found !== undefined)
        return { file: 'flyctl', version: found, origin: 'path' };
    const release = releaseOf(wanted);
    const { archive, origin } = await checkedArchive(release, edges);
    return { file: await unpack(archive, release, edges), version: release.version, origin };
}
const repositoryTable = { version: pinnedFlyctlVersion, sums: pinnedChecksums };
function releaseOf({ version, checksum, platform, pinned = repositoryTable }) {
    const system = `${platform.os}-${platform.arch}`;
    const wanted = version ?? pinned.version;
    if (!isFlyctlSystem(system))
        throw unsupported(platform);
    const name = archiveName(wanted, system);
    const row = wanted === pinned.version && pinned.sums[system] !== '' ? pinned.sums[system] : undefined;
    const given = checksum?.toLowerCase();
    if (row !== undefined && given !== undefined && given !== 'unverified' && given !== row) {
        throw mismatch(`The flyctl-checksum ${given} is not the pinned sha256 ${row} of ${name}.`);
    }
    const cached = { tool: 'flyctl-archive', version: wanted, arch: platform.arch, name };
    return { version: wanted, name, cached, sum: given ?? row };
}
async function checkedArchive(release, edges) {
    const { version, name } = release;
    if (release.sum === 'unverified') {
        edges.log.annotate(uncheckedWarning(version));
        return { archive: await fetchArchive(version, name, edges), origin: 'download' };
    }
    const expected = release.sum ?? (await fetchPublishedSum(version, name, edges));
    const cached = await fromCache(release, expected, edges);
    if (cached !== undefined)
        return { archive: cached, origin: 'cache' };
    const archive = await fetchArchive(version, name, edges);
    const seen = sha256(archive);
    if (seen !== expected)
        throw mismatch(`flyctl ${version} was not run: ${name} has sha256 ${seen}, expected ${expected}.`);
    await keep(archive, release, edges);
    return { archive, origin: 'download' };
}
/** Anybody who could write to the cache can have put it there. */
async function fromCache(release, expected, edges) {
    const archive = await readCached(release, edges);
    if (archive === undefined)
        return undefined;
    if (sha256(archive) === expected) {
        edges.log.info(`flyctl ${release.version} from the tool cache, sha256 ${expected} checked`);
        return archive;
    }
    edges.log.info(`The archive of flyctl ${release.version} in the tool cache has another sha256: it is not used.`);
    return undefined;
}
async function readCached({ cached }, { toolCache, files, log }) {
    try {
        const path = await toolCache?.find(cached);
        return path === undefined ? undefined : await files.readBytes(path);
    }
    catch (error) {
        log.info(`The tool cache could not be read: ${(0,suite_error/* errorMessage */.gJ)(error)}`);
        return undefined;
    }
}
async function keep(archive, { name, cached }, { files, toolCache, log }) {
    if (toolCache === undefined)
        return;
    const folder = await files.makeTemporaryFolder();
    try {
        const path = (0,external_node_path_.join)(folder, name);
        await files.writeBytes(path, archive);
        await toolCache.keep(path, cached);
    }
    catch (error) {
        // A cache that cannot be written costs the next run a download, and this one nothing.
        log.info(`flyctl was not kept in the tool cache: ${(0,suite_error/* errorMessage */.gJ)(error)}`);
    }
    finally {
        await files.removeFolder(folder);
    }
}
async function unpack(archive, { version, name }, { files, log }) {
    const program = await readTarMember(archive, 'flyctl');
    if (program === undefined) {
        throw new suite_error/* SuiteError */.$K({
            code: 'TOOL_DOWNLOAD_FAILED',
            message: `${name} holds no file "flyctl" that can be unpacked.`,
            hint: 'Check flyctl-version, or install flyctl in an earlier step, so that it is on PATH.',
        });
    }
    const file = (0,external_node_path_.join)(await files.makeTemporaryFolder(), 'flyctl');
    await files.writeBytes(file, program, { isExecutable: true });
    log.info(`Using flyctl ${version} from ${name}`);
    return file;
}
function sha256(bytes) {
    return (0,external_node_crypto_.createHash)('sha256').update(bytes).digest('hex');
}
function uncheckedWarning(version) {
    const message = `flyctl ${version} is downloaded and run with your token without a check, because flyctl-checksum is "unverified".`;
    return { level: 'warning', title: 'flyctl is not verified', message };
}
function mismatch(message) {
    return new suite_error/* SuiteError */.$K({
        code: 'TOOL_UNVERIFIED',
        message,
        hint: "Compare flyctl-checksum, if you gave it, with the release's checksums.txt for this system; else something between GitHub and here changes downloads: look at the proxy.",
    });
}
function unsupported({ os, arch }) {
    return new suite_error/* SuiteError */.$K({
        code: 'TOOL_DOWNLOAD_FAILED',
        message: `There is no flyctl archive for ${os} on ${arch} that this version can unpack.`,
        hint: 'Install flyctl in an earlier step, so that it is on PATH.',
    });
}
//# sourceMappingURL=install.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/open-flyctl.js



/** flyctl ready for use: found or fetched. */
async function openFlyctl(access, tools) {
    const { token, environment, inputs } = access;
    const platform = { os: process.platform, arch: process.arch };
    const { flyctlVersion: version, flyctlChecksum: checksum } = inputs;
    const { file } = await installOnce({ version, checksum, platform, path: environment['PATH'] }, tools);
    const { processes, log, clock } = tools;
    return flyctl({ processes, token, file, log, clock, agent: agentOf(access, tools.context) });
}
/**
 * On a runner the agent would keep the token of the job. Where flyctl has a login of its own on that machine there is no
 * such token, and the login is in the folder that the user's agent has.
 */
function agentOf({ token, environment }, { runUrl }) {
    const hasToken = token !== undefined || (environment['FLY_ACCESS_TOKEN'] ?? '').trim() !== '';
    return runUrl !== undefined && hasToken ? 'of-tunnel' : 'of-user';
}
/** By the run, and by what was wanted. */
const installed = new WeakMap();
/**
 * The stages of a chain and the looks of verify-targets share what was checked and unpacked for this run alone. A
 * failure is forgotten, so that the next one tries again.
 */
function installOnce(wanted, tools) {
    const known = installed.get(tools.context) ?? new Map();
    installed.set(tools.context, known);
    const key = JSON.stringify(wanted);
    const installing = known.get(key) ?? install(wanted, tools);
    known.set(key, installing);
    installing.catch(() => known.delete(key));
    return installing;
}
async function install(wanted, tools) {
    const result = await installFlyctl(wanted, tools);
    if (!isGoodFlyctl(result.version))
        tools.log.annotate(tooOld(result));
    return result;
}
function tooOld({ version, origin }) {
    const where = origin === 'path' ? ' on PATH' : '';
    const message = `flyctl ${version}${where} may skip the health checks of new machines; use ${oldestGoodFlyctl} or newer.`;
    return { level: 'warning', title: 'Old flyctl', message };
}
//# sourceMappingURL=open-flyctl.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/app-state.js
/** All at once: the app is nearly always there, and every call of flyctl takes its time. */
async function readAppState(flyctl, app) {
    const [found, releases, machines, secrets, addresses, volumes] = await Promise.allSettled([
        flyctl.findApp(app),
        flyctl.releases(app),
        flyctl.machines(app),
        flyctl.secrets(app),
        flyctl.addresses(app),
        flyctl.volumes(app),
    ]);
    // First what the app itself met: where there is none, the others failed for that.
    const status = answerOf(found);
    if (status === undefined)
        return { kind: 'missing' };
    return {
        kind: 'present',
        status,
        releases: answerOf(releases),
        machines: answerOf(machines),
        secrets: answerOf(secrets),
        addresses: answerOf(addresses),
        volumes: answerOf(volumes),
    };
}
function answerOf(settled) {
    if (settled.status === 'rejected')
        throw settled.reason;
    return settled.value;
}
//# sourceMappingURL=app-state.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/last-good-release.js
/**
 * What to go back to. The newest release is not it: failed deploys and changed secrets make releases too.
 * Ask before deploying: afterwards the machines no longer tell the digest.
 */
function lastGoodRelease(releases, machines) {
    const good = releases.find((release) => release.status === 'complete');
    if (good === undefined)
        return undefined;
    const machine = machines.find((candidate) => candidate.config?.releaseVersion === good.version);
    const pinned = machine === undefined ? undefined : pinnedImage(machine);
    return { version: good.version, image: pinned ?? good.imageRef };
}
/** `registry/repository[:tag]@digest`, which names one image for ever. Undefined without a digest. */
function pinnedImage(machine) {
    const { registry, repository, tag, digest } = machine.image;
    if (digest === undefined || repository === '')
        return undefined;
    const name = registry === '' ? repository : `${registry}/${repository}`;
    return `${name}${tag === undefined ? '' : `:${tag}`}@${digest}`;
}
//# sourceMappingURL=last-good-release.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/config/read-out.js
/** Whether the app is meant to have an address on the internet. */
function hasPublicServices(config) {
    return config.services.some((service) => service.ports.length > 0);
}
/**
 * Groups whose idle machines the proxy stops: by the file, and by what the machines run with. The proxy takes the most
 * careful setting of a group's services, so that one which is never stopped keeps the group awake (flyctl
 * machines_deploymachinesapp.go:388-402).
 */
function sleepingGroups(config, machines = []) {
    const written = config.processGroups.filter((group) => {
        const services = config.services.filter(({ groups }) => groups.includes(group));
        return services.length > 0 && services.every(({ autoStop }) => autoStop !== 'off');
    });
    const running = machines.flatMap(({ config: live }) => live?.autoStop === true && live.processGroup !== undefined ? [live.processGroup] : []);
    return new Set([...written, ...running]);
}
//# sourceMappingURL=read-out.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/release-proof.js

/** Of machines that flyctl makes for a moment: consoles, release commands, tests (fly-go machine_types.go:30-32). */
const passingGroups = new Set([
    'fly_app_console',
    'fly_app_release_command',
    'fly_app_test_machine_command',
]);
/** What a deploy makes has it; a machine of "fly machine run" has not, and no deploy touches it. */
const deployedPlatform = 'v2';
/** Machines of an app without `[processes]` are in this group. */
const defaultGroup = 'app';
function groupOf(machine) {
    return machine.config?.processGroup ?? defaultGroup;
}
/**
 * Whether a deploy updates the machine, so that it is part of the release: fly-go leaves out the same ones
 * (flaps_machines.go:197-231), and skips those whose host does not answer.
 */
function isOfRelease(machine) {
    if (machine.state === 'destroyed' || machine.state === 'destroying')
        return false;
    if (machine.hostStatus === 'unreachable')
        return false;
    return machine.config?.platformVersion === deployedPlatform && !passingGroups.has(groupOf(machine));
}
/** Part of the release and no standby: a standby serves nobody before another one fails. */
function isServing(machine) {
    return isOfRelease(machine) && (machine.config?.standbyFor.length ?? 0) === 0;
}
/**
 * Whether the machines run the release. The exit code of flyctl does not tell: when an image cannot be pulled Fly puts
 * the old version back and flyctl sees healthy machines; stopped ones are updated but never started.
 */
function proveRelease(machines, expected) {
    const serving = machines.filter(isServing);
    const [first] = serving;
    if (first === undefined)
        return { kind: 'unproved', problems: [{ kind: 'no-machines' }] };
    const digest = expectedDigest(serving, expected.version);
    const problems = serving.flatMap((machine) => problemsOf(machine, expected, digest));
    const image = pinnedImage(first);
    if (problems.length > 0 || image === undefined || digest === undefined)
        return { kind: 'unproved', problems };
    const asleep = serving.filter((machine) => isAsleep(machine, expected));
    const unreachable = machines.filter(({ hostStatus }) => hostStatus === 'unreachable');
    return { kind: 'proved', version: expected.version, image, digest, machines: serving, asleep, unreachable };
}
/** Of a machine that has the release; otherwise a reverted first machine would accuse all the right ones. */
function expectedDigest(serving, version) {
    const updated = serving.find((machine) => machine.config?.releaseVersion === version) ?? serving[0];
    return updated?.image.digest;
}
function problemsOf(machine, expected, digest) {
    if (machine.config?.releaseVersion !== expected.version) {
        return [{ kind: 'other-release', machine, expected: expected.version }];
    }
    if (machine.image.digest === undefined || digest === undefined || pinnedImage(machine) === undefined) {
        return [{ kind: 'no-digest', machine }];
    }
    if (machine.image.digest !== digest)
        return [{ kind: 'other-image', machine, expected: digest }];
    if (isAsleep(machine, expected))
        return [];
    if (machine.state !== 'started')
        return [{ kind: 'not-started', machine }];
    return machine.checks
        .filter((check) => check.status !== 'passing')
        .map((check) => ({ kind: 'check-failing', machine, check }));
}
function isAsleep(machine, { sleepingGroups }) {
    return sleepingGroups.has(groupOf(machine)) && (machine.state === 'stopped' || machine.state === 'suspended');
}
/** What a machine runs and how it does, in one line for a person. */
function describeMachine(machine) {
    const bad = machine.checks.filter(({ status }) => status !== 'passing');
    const checks = bad.map((check) => `, check "${check.name}" is ${check.status}${outputOf(check)}`);
    const host = machine.hostStatus === 'ok' ? '' : `, its host is ${machine.hostStatus}`;
    const release = machine.config?.releaseVersion ?? 'unknown';
    return `${named(machine)}: release ${release}, ${machine.state}${host}${checks.join('')}${lastExitOf(machine)}`;
}
/** One sentence, for a person. */
function describeProblem(problem) {
    switch (problem.kind) {
        case 'no-machines':
            return 'The app has no machines.';
        case 'other-release':
            return `${named(problem.machine)} runs release ${problem.machine.config?.releaseVersion ?? 'unknown'}, expected ${problem.expected}.`;
        case 'no-digest':
            return `${named(problem.machine)} does not tell the digest of its image.`;
        case 'other-image':
            return `${named(problem.machine)} runs image ${problem.machine.image.digest ?? 'unknown'}, expected ${problem.expected}.`;
        case 'not-started':
            return `${named(problem.machine)} is ${problem.machine.state}, expected started${lastExitOf(problem.machine)}.`;
        case 'check-failing':
            return `${named(problem.machine)}: check "${problem.check.name}" is ${problem.check.status}${outputOf(problem.check)}.`;
    }
}
function named(machine) {
    return `Machine ${machine.id} (${groupOf(machine)}${machine.region === '' ? '' : `, ${machine.region}`})`;
}
function lastExitOf({ lastExit }) {
    if (lastExit === undefined)
        return '';
    const why = lastExit.oomKilled ? 'out of memory' : `exit code ${lastExit.exitCode}`;
    return ` (last exit: ${why}${lastExit.at === undefined ? '' : ` at ${lastExit.at}`})`;
}
function outputOf({ output }) {
    const shown = output.replace(/\s+/g, ' ').trim().slice(0, 200);
    return shown === '' ? '' : `: ${shown.replace(/\.$/, '')}`;
}
//# sourceMappingURL=release-proof.js.map
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
;// CONCATENATED MODULE: ./packages/stages/lib/slow-digest.js


/** OWASP's least costs for scrypt with 32 MiB a guess: what it makes is shown where the secret must not be found. */
const scryptCost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };
const slowly = (0,external_node_util_.promisify)(external_node_crypto_.scrypt);
/** About a quarter of a second on a core of its own, so that several are made side by side while others work. */
function slowDigest(secret, { salt, bytes }) {
    return slowly(secret, `fly-monitoring\0${salt}`, bytes, scryptCost);
}
//# sourceMappingURL=slow-digest.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/fingerprint.js



/** Environment of the machine that carries it; names beginning with FLY_ are reserved by Fly. */
const fingerprintVariable = 'DEPLOYMENT_FINGERPRINT';
async function makeFingerprint(facts) {
    const { app, image, source, revision, config } = facts;
    const [made, secrets] = await Promise.all([
        source === undefined ? undefined : sourceFingerprint(app, source),
        secretDigests(facts),
    ]);
    return {
        image: image === undefined ? undefined : shortHash(image),
        source: made,
        revision,
        config: shortHash(config),
        secrets,
    };
}
async function secretDigests({ app, secrets }) {
    const digests = [...secrets].map(async ([name, secret]) => [name, await hiddenDigest(secret.reveal(), `${app}\0${name}`)]);
    return new Map(await Promise.all(digests));
}
/**
 * People put secrets into build arguments although they are told not to, so these get a slow digest too. Where there are
 * none a slow one would only take its quarter of a second.
 */
async function sourceFingerprint(app, source) {
    const { context, dockerfile, settings, hasArguments } = source;
    return {
        context: shortHash(context),
        dockerfile: shortHash(dockerfile),
        settings: hasArguments ? await hiddenDigest(settings, `${app}\0build arguments`) : shortHash(settings),
    };
}
/** 128 bits are more than chance needs, and less than would help to find a secret. */
const digestBytes = 16;
function shortHash(text) {
    return (0,external_node_crypto_.createHash)('sha256')
        .update(text)
        .digest('hex')
        .slice(0, digestBytes * 2);
}
/** A machine's configuration is not kept secret. */
async function hiddenDigest(secret, salt) {
    return (await slowDigest(secret, { salt, bytes: digestBytes })).toString('hex');
}
/** One word per part, for an environment variable. Readers pass over words that they do not know. */
function writeFingerprint({ image, config, source, revision, secrets }) {
    const parts = source === undefined ? [] : sourceParts.map((part) => `source.${part}=${source[part]}`);
    const named = [...secrets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, digest]) => `secret.${name}=${digest}`);
    const shown = revision === undefined ? [] : [`revision=${encodeURIComponent(revision)}`];
    return ['v1', `image=${image ?? 'unknown'}`, `config=${config}`, ...parts, ...shown, ...named].join(' ');
}
const sourceParts = ['context', 'dockerfile', 'settings'];
/** Undefined when it is none, or one of another version: then everything counts as changed. */
function parseFingerprint(text) {
    const [version, ...words] = (text ?? '').split(' ');
    const parts = new Map(words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]));
    const image = parts.get('image');
    const config = parts.get('config');
    if (version !== 'v1' || image === undefined || config === undefined)
        return undefined;
    const secrets = [...parts]
        .filter(([name]) => name.startsWith('secret.'))
        .map(([name, digest]) => [name.slice('secret.'.length), digest]);
    return {
        image: image === 'unknown' ? undefined : image,
        config,
        source: parseSource(parts),
        revision: decoded(parts.get('revision')),
        secrets: new Map(secrets),
    };
}
function parseSource(parts) {
    const [context, dockerfile, settings] = sourceParts.map((part) => parts.get(`source.${part}`));
    if (context === undefined || dockerfile === undefined || settings === undefined)
        return undefined;
    return { context, dockerfile, settings };
}
function decoded(text) {
    try {
        return text === undefined ? undefined : decodeURIComponent(text);
    }
    catch {
        return undefined;
    }
}
/** Of the machines that serve; undefined when they do not agree, after a deploy that ended half way. */
function liveFingerprint(machines) {
    const texts = new Set(machines.filter(isServing).map((machine) => machine.config?.env[fingerprintVariable]));
    const [text] = texts;
    return texts.size === 1 ? parseFingerprint(text) : undefined;
}
//# sourceMappingURL=fingerprint.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/plan-volumes.js

/** flyctl's own (deploy.DefaultVolumeInitialSizeGB). */
const defaultSizeGb = 1;
/**
 * The volumes that flyctl asks for and does not make: on a first deploy it makes them itself; later it wants one that is
 * free, in the machine's region, for each machine of a group that mounts it and has none (flyctl machines.go:541-660,
 * machines_launchinput.go:57,169,198).
 */
function volumeSteps(config, state) {
    if (isFirstDeploy(state))
        return [];
    const free = new Map();
    for (const { name, region } of state.volumes.filter(isFree)) {
        free.set(`${name} ${region}`, (free.get(`${name} ${region}`) ?? 0) + 1);
    }
    return wantedVolumes(config, state).filter(({ name, region }) => {
        const left = free.get(`${name} ${region}`) ?? 0;
        free.set(`${name} ${region}`, left - 1);
        return left <= 0;
    });
}
/** As flyctl decides it: deploy_first.go. */
function isFirstDeploy({ status, machines }) {
    return !status.deployed && status.status !== 'suspended' && machines.length === 0;
}
/** flyctl machines.go:545: of a host that answers, and attached to nothing. */
function isFree({ attachedMachineId, hostStatus }) {
    return attachedMachineId === undefined && hostStatus === 'ok';
}
function wantedVolumes(config, state) {
    return config.mounts.flatMap(({ source, initialSizeGb, groups }) => groups
        .flatMap((group) => regionsWithoutVolume(group, config, state))
        .map((region) => ({
        kind: 'create-volume',
        name: source,
        region,
        sizeGb: initialSizeGb ?? defaultSizeGb,
    })));
}
/** A new group gets one machine where it mounts a volume, in the primary region. */
function regionsWithoutVolume(group, { primaryRegion }, { machines }) {
    const own = machines.filter((machine) => isOfRelease(machine) && groupOf(machine) === group);
    if (own.length > 0)
        return own.filter(({ config }) => config?.mounts.length === 0).map(({ region }) => region);
    return primaryRegion === undefined ? [] : [primaryRegion];
}
//# sourceMappingURL=plan-volumes.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/source/dockerfile-instructions.js
/** What BuildKit's parser (v0.32) makes of a Dockerfile, as far as it is needed to know what is fetched from elsewhere. */
function readDockerfile(text) {
    const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
    const directives = directivesOf(lines);
    const continued = directives.get('escape') === '`' ? '`' : '\\';
    return { syntax: directives.get('syntax')?.split(' ')[0], instructions: [...instructionsOf(lines, continued)] };
}
/** Only at the very top: the first line that is something else ends them. */
function directivesOf(lines) {
    const directives = new Map();
    for (const line of lines[0]?.startsWith('#!') ? lines.slice(1) : lines) {
        const [, name = '', value = ''] = /^(?:#|\/\/)\s*(syntax|escape|check)\s*=\s*(.+?)\s*$/i.exec(line) ?? [];
        if (name === '')
            break;
        directives.set(name.toLowerCase(), value);
    }
    return directives;
}
function* instructionsOf(lines, continued) {
    for (let at = 0; at < lines.length;) {
        const { text, next } = wholeLine(lines, { at, continued });
        at = next;
        const [keyword = '', ...words] = wordsOf(text);
        if (keyword === '')
            continue;
        if (/^(RUN|COPY|ADD)$/i.test(keyword))
            at = afterHeredocs(lines, { at, words });
        yield { keyword: keyword.toUpperCase(), words };
    }
}
/** In the JSON form `["a", "b"]` the signs between the words are no part of them. */
function wordsOf(text) {
    const isJson = /^\S+\s+(--\S+\s+)*\[/.test(text);
    const words = text.split(isJson ? /[\s[\],"]+/ : /\s+/).filter((word) => word !== '');
    return words.map((word) => word.replace(/^(['"])(.*)\1$/, '$2'));
}
/** With the lines that continue it; empty lines and comments between them do not end it. */
function wholeLine(lines, { at, continued }) {
    let text = '';
    for (let next = at; next < lines.length; next++) {
        const line = lines[next] ?? '';
        if (/^\s*(#|$)/.test(line)) {
            if (text === '')
                return { text, next: next + 1 };
            continue;
        }
        const trimmed = line.trimEnd();
        if (!trimmed.endsWith(continued))
            return { text: `${text}${line}`.trim(), next: next + 1 };
        text += trimmed.slice(0, -1);
    }
    return { text: text.trim(), next: lines.length };
}
/** `<<EOF` is a heredoc only when its end is there: `1<<2` in a command is none. */
function afterHeredocs(lines, { at, words }) {
    let next = at;
    for (const word of words) {
        const [, name] = /^\d*<<-?['"]?([A-Za-z_]\w*)['"]?$/.exec(word) ?? [];
        const end = name === undefined ? -1 : lines.findIndex((line, index) => index >= next && line.replace(/^\t+/, '') === name);
        if (end >= 0)
            next = end + 1;
    }
    return next;
}
//# sourceMappingURL=dockerfile-instructions.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/source/expand-variables.js
/** `$NAME`, `${NAME}`, `${NAME:-usual}` and `${NAME:+other}`; the other forms of a shell are not looked into. */
const variable = /\$(?:(\w+)|\{(\w+)(?:(:?[-+])([^{}$]*))?\})/g;
/** Undefined when a variable has no value, or a form is written that is not known. */
function expandVariables(text, values) {
    let isKnown = true;
    const expanded = text.replace(variable, (_, plain, braced, sign, word = '') => {
        const value = values.get(plain ?? braced ?? '');
        const isSet = value !== undefined && (value !== '' || sign?.startsWith(':') !== true);
        if (sign?.endsWith('-'))
            return isSet ? value : word;
        if (sign?.endsWith('+'))
            return isSet ? word : '';
        if (value === undefined)
            isKnown = false;
        return value ?? '';
    });
    const rest = text.replace(variable, '');
    return isKnown && !/[$\\]/.test(rest) ? expanded : undefined;
}
//# sourceMappingURL=expand-variables.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/source/moving-parts.js


/** @param buildArguments those of the fly.toml and those of the command line */
function movingParts(dockerfile, buildArguments) {
    const { syntax, instructions } = readDockerfile(dockerfile);
    const scope = new Scope(buildArguments);
    const frontend = buildArguments.get('BUILDKIT_SYNTAX') ?? syntax;
    const parts = [
        ...(frontend === undefined ? [] : scope.image(frontend, `syntax=${frontend}`)),
        ...instructions.flatMap((instruction) => scope.read(instruction)),
    ];
    return [...new Map(parts.map((part) => [JSON.stringify(part), part])).values()];
}
/** flyctl builds for this platform alone (internal/build/imgsrc). */
const platform = { TARGETPLATFORM: 'linux/amd64', TARGETOS: 'linux', TARGETARCH: 'amd64', TARGETVARIANT: '' };
/** Follows a Dockerfile from the top: which arguments have a value, and which stages have a name. */
class Scope {
    #given;
    #values = new Map(Object.entries(platform));
    #stages = new Set();
    #stageCount = 0;
    constructor(given) {
        this.#given = given;
    }
    read({ keyword, words }) {
        switch (keyword) {
            case 'ARG':
                // An argument of a stage cannot reach a FROM.
                if (this.#stageCount === 0)
                    for (const word of words)
                        this.#declare(word);
                return [];
            case 'FROM':
                return this.#from(words);
            case 'COPY':
                return this.#sourceOf(words, /^--from=(.+)$/, 'COPY');
            case 'RUN':
                return this.#sourceOf(words, /^--mount=(?:.*,)?from=([^,]+)/, 'RUN');
            case 'ADD':
                return added(words);
            default:
                return [];
        }
    }
    image(written, instruction) {
        const image = expandVariables(written, this.#values);
        if (image === undefined || image === '')
            return [{ kind: 'unread', instruction }];
        if (image === 'scratch' || this.#isStage(image) || /@sha256:[0-9a-f]{64}$/.test(image))
            return [];
        return [{ kind: 'tag', image }];
    }
    #declare(word) {
        const [name = ''] = word.split('=', 1);
        const usual = word.includes('=') ? expandVariables(unquoted(word.slice(name.length + 1)), this.#values) : undefined;
        const value = this.#given.get(name) ?? usual;
        if (value !== undefined)
            this.#values.set(name, value);
    }
    #from(words) {
        const [image = '', as, name] = words.filter((word) => !word.startsWith('--'));
        const parts = this.image(image, `FROM ${image}`);
        this.#stages.add(String(this.#stageCount++));
        if (as?.toUpperCase() === 'AS' && name !== undefined)
            this.#stages.add(name.toLowerCase());
        return parts;
    }
    #sourceOf(words, option, keyword) {
        return words.flatMap((word) => {
            const [, source] = option.exec(word) ?? [];
            return source === undefined ? [] : this.image(source, `${keyword} ${word}`);
        });
    }
    #isStage(name) {
        return this.#stages.has(name.toLowerCase());
    }
}
/** A checksum makes a download known; of a git repository only a commit would, and it is not looked for. */
function added(words) {
    const isPinned = words.some((word) => /^--checksum=sha256:[0-9a-f]{64}$/.test(word));
    const sources = words.filter((word) => !word.startsWith('--')).slice(0, -1);
    return sources.flatMap((source) => {
        if (source.startsWith('$'))
            return [{ kind: 'unread', instruction: `ADD ${source}` }];
        if (/^[\w.-]+@[\w.-]+:|^(git|ssh):\/\/|^https?:.*\.git(#|\?|$)/i.test(source))
            return [{ kind: 'address', address: source }];
        return /^https?:\/\//i.test(source) && !isPinned ? [{ kind: 'address', address: source }] : [];
    });
}
function unquoted(text) {
    return text.replace(/^(['"])(.*)\1$/, '$2');
}
/** As the subject of a sentence. */
function describeMovingPart(part) {
    switch (part.kind) {
        case 'tag':
            return `${part.image} is a tag that may have moved`;
        case 'address':
            return `${part.address} may give something else by now`;
        case 'unread':
            return `what "${part.instruction}" names is not known before the build`;
    }
}
//# sourceMappingURL=moving-parts.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/source-reason.js

/** Why the image would be another one; undefined when all that could be compared is equal. */
function imageReason(wanted, before) {
    const now = wanted.fingerprint;
    if (now.image !== undefined)
        return before.image === now.image ? undefined : 'the image changes';
    if (wanted.image.kind === 'image')
        return 'its image is named by a tag, which may have moved';
    if (wanted.source === undefined)
        return 'a build from source is always released';
    const { read } = wanted.source;
    if (read.kind === 'unknown' || now.source === undefined) {
        return `the source cannot be compared${read.kind === 'unknown' ? `: ${read.why}` : ''}`;
    }
    if (before.source === undefined)
        return 'the live release does not tell which source it was built from';
    const changed = changedParts(now.source, before.source);
    return changed.length === 0 ? undefined : changed.join(', ') + gitHint(read, changed);
}
function changedParts(now, before) {
    return [
        ...(now.context === before.context ? [] : [contextChanged]),
        ...(now.dockerfile === before.dockerfile ? [] : ['the Dockerfile changed']),
        ...(now.settings === before.settings ? [] : ['the build arguments changed']),
    ];
}
const contextChanged = 'the build context changed';
function gitHint({ holdsGit }, changed) {
    if (!holdsGit || !changed.includes(contextChanged))
        return '';
    return ' (it holds .git, which is different in each checkout; name it in .dockerignore)';
}
/** Of a source that is the same: why it is released all the same. */
function movingReason(source, version) {
    const parts = partsThatMove(source);
    if (source?.movingParts !== 'released' || parts.length === 0)
        return undefined;
    const why = parts.map(describeMovingPart).join(' and ');
    return `the source is the same as in release ${version}, but ${why}; set input "reuse-unchanged-source" to true to keep the live release`;
}
/** What is said of a release that stays; undefined when no source was compared. */
function keptSentence(source, version) {
    if (source === undefined)
        return undefined;
    const same = `Nothing was built: the source is the same as in release ${version}`;
    const parts = partsThatMove(source);
    if (parts.length === 0)
        return `${same}.`;
    return `${same}. That ${parts.map(describeMovingPart).join(' and ')} was left out of account, as reuse-unchanged-source says.`;
}
function partsThatMove(source) {
    return source?.read.kind === 'known' ? source.read.moving : [];
}
//# sourceMappingURL=source-reason.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/plan.js





/** @throws SuiteError FLY_APP_MISSING when the app is not there and may not be created */
function planDeployment(wanted, state) {
    if (state.kind === 'missing')
        return firstDeployment(wanted);
    const newestVersion = state.releases[0]?.version ?? 0;
    const before = liveFingerprint(state.machines);
    const staged = secretsToStage(wanted, state, before);
    const removed = secretsToRemove(wanted, state, before);
    const live = proveLive(wanted, state);
    const previous = unfinishedButLive(state, live) ?? lastGoodRelease(state.releases, state.machines);
    const why = deployReason({ wanted, before, secrets: [...staged, ...removed], live });
    const steps = [
        ...addressSteps(wanted, state.addresses),
        ...volumeSteps(wanted.config, state),
        ...(staged.length === 0 ? [] : [{ kind: 'stage-secrets', names: staged }]),
        ...(removed.length === 0 ? [] : [{ kind: 'remove-secrets', names: removed }]),
        ...(why === undefined ? [] : [{ kind: 'deploy', why }]),
    ];
    const kept = why === undefined && live.kind === 'proved' ? keptRelease(live, { wanted, state, before }) : undefined;
    return { steps, previous, newestVersion, live: kept };
}
function keptRelease(live, { wanted, state, before }) {
    const createdAt = state.releases.find(({ version }) => version === live.version)?.createdAt;
    const createdMs = Date.parse(createdAt ?? '');
    return {
        ...live,
        startedAt: Number.isNaN(createdMs) ? undefined : new Date(createdMs).toISOString(),
        revision: before?.revision,
        note: keptSentence(wanted.source, live.version),
    };
}
function firstDeployment(wanted) {
    const { app, create, secrets } = wanted;
    if (create === undefined) {
        throw new suite_error/* SuiteError */.$K({
            code: 'FLY_APP_MISSING',
            message: `Fly app "${app}" does not exist, or the token may not see it; Fly gives the same answer for both.`,
            hint: `Create it once with "fly apps create ${app}", set "create: true" and "org", or use a token of this app.`,
        });
    }
    const steps = [
        { kind: 'create-app', organisation: create.organisation },
        ...addressSteps(wanted, []),
        ...(secrets.size === 0 ? [] : [{ kind: 'stage-secrets', names: [...secrets.keys()] }]),
        { kind: 'deploy', why: 'first deploy' },
    ];
    return { steps, live: undefined, previous: undefined, newestVersion: 0 };
}
/**
 * flyctl allocates on a first deploy only, and not at all when a public port other than 80 and 443 makes it ask which
 * kind; it stays green then, and the app has no address.
 */
function addressSteps(wanted, addresses) {
    if (!hasPublicServices(wanted.config))
        return [];
    const has = (...types) => addresses.some(({ type }) => types.includes(type));
    return [
        ...(has('v6') ? [] : [{ kind: 'allocate-address', type: 'v6' }]),
        ...(has('v4', 'shared_v4') ? [] : [{ kind: 'allocate-address', type: 'shared-v4' }]),
    ];
}
function secretsToStage({ secrets, fingerprint }, state, before) {
    const settled = new Set(state.secrets.filter(({ status }) => status !== 'staged').map(({ name }) => name));
    return [...secrets.keys()].filter((name) => !settled.has(name) || before?.secrets.get(name) !== fingerprint.secrets.get(name));
}
/** Only what an earlier deployment of ours has set: secrets that somebody set by hand are theirs. */
function secretsToRemove({ secrets, otherSecrets }, state, before) {
    if (otherSecrets === 'kept' || before === undefined)
        return [];
    const stored = new Set(state.secrets.map(({ name }) => name));
    return [...before.secrets.keys()].filter((name) => !secrets.has(name) && stored.has(name));
}
/** Whether what runs now runs well, whichever release it is. */
function proveLive({ config }, state) {
    const version = Math.max(0, ...state.machines.map((machine) => machine.config?.releaseVersion ?? 0));
    return proveRelease(state.machines, { version, sleepingGroups: sleepingGroups(config, state.machines) });
}
/**
 * flyctl goes on when it cannot write down that a release is complete, and Fly lists it as running for ever; the release
 * that Fly lists as the last complete one is then an older one than what ran well before this deploy.
 */
function unfinishedButLive({ releases }, live) {
    if (live.kind === 'unproved')
        return undefined;
    const status = releases.find(({ version }) => version === live.version)?.status;
    return status === 'running' || status === 'pending' ? { version: live.version, image: live.image } : undefined;
}
/** Undefined when a deploy would change nothing. */
function deployReason({ wanted, before, secrets, live }) {
    if (wanted.force === 'always')
        return 'it was asked for with force';
    if (live.kind === 'unproved')
        return live.problems.map(describeProblem).join(' ');
    if (before === undefined)
        return 'nothing tells what is live now';
    // A fly.toml mostly is in the build context too, so that both change at once.
    const config = before.config === wanted.fingerprint.config ? undefined : 'the configuration changes';
    const changes = [imageReason(wanted, before), config].filter((change) => change !== undefined);
    if (changes.length > 0)
        return changes.join(', ');
    return secrets.length === 0 ? movingReason(wanted.source, live.version) : `secrets change: ${secrets.join(', ')}`;
}
/** One line each, for a dry run and for the log. */
function describeStep(step, app) {
    switch (step.kind) {
        case 'create-app':
            return `create the app ${app} in the organisation ${step.organisation}`;
        case 'allocate-address':
            return `allocate ${step.type === 'v6' ? 'an IPv6 address' : 'a shared IPv4 address'} for ${app}`;
        case 'create-volume':
            return `create the volume ${step.name} (${step.sizeGb} GB, ${step.region})`;
        case 'stage-secrets':
            return `stage the secrets ${step.names.join(', ')}`;
        case 'remove-secrets':
            return `remove the secrets ${step.names.join(', ')}`;
        case 'deploy':
            return `deploy ${app}: ${step.why}`;
    }
}
//# sourceMappingURL=plan.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/planned.js



/** Asks Fly what is there. @throws SuiteError FLY_* when the deployment could not be done */
async function readPlan(question, access, tools) {
    const flyctl = await openFlyctl(access, tools);
    const state = await readAppState(flyctl, question.app);
    const wanted = await question.wanted;
    return { flyctl, wanted, plan: planDeployment(wanted, state) };
}
//# sourceMappingURL=planned.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/keep-success.js
/** The first success is kept; after a failure the next call tries again. */
function keepSuccess(read) {
    let kept;
    return () => {
        kept ??= read().catch((thrown) => {
            kept = undefined;
            throw thrown;
        });
        return kept;
    };
}
//# sourceMappingURL=keep-success.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/input-kinds.js


const right = (value) => ({ ok: true, value });
const wrong = (problem) => ({ ok: false, problem });
function input_kinds_text(facts) {
    const { pattern, expects = 'text', ...rest } = facts;
    const parse = (raw) => pattern === undefined || pattern.test(raw) ? right(raw) : wrong(`it must be ${expects}`);
    return { ...rest, kind: 'text', expects, parse };
}
/** Never printed, not even when it is wrong. */
function input_kinds_secret(facts) {
    return { ...facts, kind: 'secret', expects: 'a secret', parse: (raw) => right(new secret/* Secret */.zh(raw)) };
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
function input_kinds_boolean(facts) {
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
        const ms = parseDuration(raw);
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
        map.set(name, new secret/* Secret */.zh(match[2] ?? ''));
    }
    return right(map);
}
//# sourceMappingURL=input-kinds.js.map
;// CONCATENATED MODULE: ./packages/kit/lib/inputs/shared-inputs.js

/** Fly's rule for app names: they become host names. */
const appName = {
    pattern: /^[a-z0-9][a-z0-9-]{0,62}$/,
    expects: 'a Fly app name: lower-case letters, digits and hyphens',
};
/** The inputs of every stage that runs flyctl; "flyctl-problems.ts" of packages/fly has the rules over both. */
const flyctlInputs = {
    'flyctl-version': input_kinds_text({
        help: 'Version of flyctl, with its flyctl-checksum. Without it: the one on PATH, else the pinned one.',
        pattern: /^\d+\.\d+\.\d+$/,
        expects: 'a version such as 0.4.87',
    }),
    'flyctl-checksum': input_kinds_text({
        help: 'sha256 of the archive of flyctl-version for this system, from the checksums.txt of its release; or "unverified" to run it without a check.',
        pattern: /^([0-9a-fA-F]{64}|unverified)$/,
        expects: '64 hexadecimal digits, or the word unverified',
    }),
};
/** Of a stage, in which all its retries and waits fit. */
function deadlineInput(defaultDeadline) {
    return duration({
        help: 'Budget of the whole step, in which all of its retries and waits fit; keep the timeout-minutes of the job longer.',
        default: defaultDeadline,
    });
}
/** What a deploy is called: the annotation names it, and the proof looks for it. */
const releaseInput = {
    release: input_kinds_text({
        help: 'Commit or version that was deployed: an annotation names it, and the scraped processes must have it: the label revision of a metric *_build_info; where a job has none, its processes must have started after since. Empty: not looked at.',
        pattern: /^[A-Za-z0-9._+/-]{1,128}$/,
        expects: 'a commit or a version: letters, digits and . _ + / -',
    }),
};
/** The files that name the two apps. */
const appConfig = input_kinds_text({ help: 'fly.toml of the app; its "app" is the app\'s name.', default: 'fly.toml' });
const monitoringConfig = input_kinds_text({
    help: 'fly.toml of the monitoring app; its "app" is the name unless monitoring-app says another.',
    default: 'fly.monitoring.toml',
});
/** The inputs that every stage has. */
const sharedInputs = {
    'dry-run': input_kinds_boolean({ help: 'Print what would be done and change nothing.', default: 'false' }),
    'fly-api-token': input_kinds_secret({
        help: 'Fly.io token that may deploy the app ("fly tokens create deploy"). May be empty where flyctl is logged in.',
        environment: 'FLY_API_TOKEN',
    }),
    'fly-monitoring-api-token': input_kinds_secret({
        help: 'Fly.io token of the monitoring app, when the other one may not deploy it.',
        environment: 'FLY_MONITORING_API_TOKEN',
    }),
    'monitored-app': input_kinds_text({ help: 'Fly app whose services are monitored. Empty: "app" of its fly.toml.', ...appName }),
    'monitoring-app': input_kinds_text({
        help: 'Fly app that runs Prometheus. Empty: "app" of its fly.toml, else <monitored-app>-monitoring.',
        ...appName,
    }),
    environment: input_kinds_text({
        help: 'Name that tells this deployment from others in labels, messages and reports. Beside production, its dashboards get a uid, a title and a folder of their own.',
        default: 'production',
        pattern: /^[A-Za-z0-9._-]{1,64}$/,
        expects: 'letters, digits, dots, hyphens',
    }),
};
//# sourceMappingURL=shared-inputs.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-app/inputs.js

const deployAppInputs = {
    ...sharedInputs,
    ...flyctlInputs,
    deadline: deadlineInput('30m'),
    config: appConfig,
    dockerfile: input_kinds_text({
        help: 'Dockerfile of the app. Without it: the one that the fly.toml names, else docker/Dockerfile.fly, else Dockerfile.',
    }),
    image: input_kinds_text({ help: 'Image to deploy instead of building one; with a digest (@sha256:…) it is deployed only once.' }),
    'build-args': input_kinds_text({
        help: 'Build arguments, NAME=value, one a line. They are no place for secrets: images keep them.',
        pattern: /^(\s*([A-Za-z_]\w*=.*)?(\r?\n|$))*$/,
        expects: 'NAME=value, one a line',
    }),
    'reuse-unchanged-source': input_kinds_boolean({
        help: 'Keep the live release when the source is the same (build context, Dockerfile, build arguments), although a tag that it builds on may have moved. Without it only a Dockerfile whose images all have a digest is left alone.',
        default: 'false',
    }),
    revision: input_kinds_text({
        help: 'Revision that the processes of this release show, written down with it for a later run that changes nothing. Without it: the commit.',
        pattern: /^\S{1,128}$/,
        expects: 'a commit or a version',
    }),
    secrets: pairs({ help: 'Secrets of the app, NAME=value, one a line; staged, and live with this deploy.' }),
    'metrics-token': input_kinds_secret({
        help: 'Token that lets scrapers read /metrics through the public address; becomes the secret METRICS_TOKEN.',
        environment: 'METRICS_TOKEN',
    }),
    strategy: choice(['rolling', 'bluegreen', 'canary', 'immediate'], {
        help: 'How machines are replaced. Without it: as the fly.toml says, else rolling.',
    }),
    create: input_kinds_boolean({ help: 'Create the app when it does not exist.', default: 'false' }),
    org: input_kinds_text({ help: 'Fly organisation for an app that is created; "personal" is your own.' }),
    force: input_kinds_boolean({ help: 'Deploy even when nothing has changed.', default: 'false' }),
    'wait-timeout': duration({
        help: 'Budget for each machine to start and to pass its checks. Without it: wait_timeout of the fly.toml, else 5m.',
    }),
};
//# sourceMappingURL=inputs.js.map
;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/error.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
function getLineColFromPtr(string, ptr) {
    let lines = string.slice(0, ptr).split(/\r?\n/);
    return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
    let lines = string.split(/\r?\n/);
    let codeblock = '';
    let numberLen = (Math.log10(line + 1) | 0) + 1;
    for (let i = line - 1; i <= line + 1; i++) {
        let l = lines[i - 1];
        if (!l)
            continue;
        codeblock += i.toString().padEnd(numberLen, ' ');
        codeblock += ':  ';
        codeblock += l;
        codeblock += '\n';
        if (i === line) {
            codeblock += ' '.repeat(numberLen + column + 2);
            codeblock += '^\n';
        }
    }
    return codeblock;
}
class TomlError extends Error {
    line;
    column;
    codeblock;
    constructor(message, options) {
        const [line, column] = getLineColFromPtr(options.toml, options.ptr);
        const codeblock = makeCodeBlock(options.toml, line, column);
        super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
        this.line = line;
        this.column = column;
        this.codeblock = codeblock;
    }
    /** @internal */
    static x(message, ctx, ptr) {
        throw new TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/primitive.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function parseString(ctx) {
    let startPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p++);
    let first = c;
    let isLiteral = c === 0x27; /* ' */
    let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
    if (isMultiline) {
        // Trim initial newline
        if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 0xa /* \n */)
            ctx.p++;
        else if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)
            ctx.p += 2;
    }
    // For the record: it is not worth it to use a fast-path for literal strings using `indexOf`.
    // Doing a char-by-char iteration ends up dispatching less instructions, for the same wall-clock runtime.
    let parsed = '';
    let sliceStart = ctx.p;
    // states:
    //   0 - decoding
    //   1 - decoding escape
    //   2 - whitespace escape (no newline encountered yet, must fail on non-whitespace)
    //   3 - whitespace escape (newline encountered, allowed to transition back to normal decode)
    let state = 0;
    for (; ctx.p < ctx.s.length; ctx.p++) {
        c = ctx.s.charCodeAt(ctx.p);
        // Deal with newlines first, since that simplifies control character checking and handling across all states
        if (isMultiline && (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */))) {
            state = state && 3;
        }
        // Control characters are banned in TOML, so we throw an error if we encounter them
        else if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in strings', ctx);
        }
        // The string might terminate while we're parsing through a newline escape.
        // It must have encountered a newline; otherwise, it'll simply fail in another branch.
        else if ((!state || state === 3) && c === first && (!isMultiline || (ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first))) {
            if (isMultiline) {
                // If the string ends with 4-5 quotes, then the first 1-2 are part of the string
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
            }
            // If we're in a newline escape still, then there's nothing to add.
            if (!state) {
                // Avoid a useless concat operation if the string can be used as-is.
                let s = ctx.s.slice(sliceStart, ctx.p);
                parsed = parsed ? parsed + s : s;
            }
            ctx.p += isMultiline ? 3 : 1;
            return parsed;
        }
        // Baseline state; keep moving forward unless an escape sequence starts
        else if (!state) {
            if (!isLiteral && c === 0x5c /* \ */) {
                parsed += ctx.s.slice(sliceStart, (sliceStart = ctx.p));
                state = 1;
            }
        }
        else if (state === 1) {
            if (c === 0x78 /* x */ || c === 0x75 /* u */ || c === 0x55 /* U */) { // Unicode escape
                let errPtr = ctx.p++ - 1;
                let value = 0;
                let len = c === 0x78 /* x */ ? 2 : c === 0x75 /* u */ ? 4 : 8;
                for (let j = 0; j < len; j++, ctx.p++) {
                    let hex = ctx.s.charCodeAt(ctx.p);
                    let digit = 
                    /* 0-9 */ hex >= 0x30 && hex <= 0x39 ? hex - 0x30 :
                        /* A-F */ hex >= 0x41 && hex <= 0x46 ? hex - 0x41 + 10 :
                            /* a-f */ hex >= 0x61 && hex <= 0x66 ? hex - 0x61 + 10 : -1;
                    if (digit < 0)
                        TomlError.x('invalid non-hex character in unicode escape', ctx);
                    value = (value << 4) | digit;
                }
                // Because JS does bitwise on signed 32bit integers, all 0xfzzzzzzz values are actually seen as negative
                if (value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
                    TomlError.x('invalid unicode escape', ctx, errPtr);
                }
                parsed += String.fromCodePoint(value);
                sliceStart = ctx.p--;
                state = 0;
            }
            // Newline escape sequence. We only need to care about spaces and tabs; newlines are dealt with earlier
            else if (isMultiline && (c === 0x20 || c === 0x9 /* \t */)) {
                state = 2;
            }
            // Basic escape sequence
            else {
                if (c === 0x62 /* b */)
                    parsed += '\b';
                else if (c === 0x74 /* t */)
                    parsed += '\t';
                else if (c === 0x6e /* n */)
                    parsed += '\n';
                else if (c === 0x66 /* f */)
                    parsed += '\f';
                else if (c === 0x72 /* r */)
                    parsed += '\r';
                else if (c === 0x65 /* e */)
                    parsed += '\x1b';
                else if (c === 0x22 /* " */)
                    parsed += '"';
                else if (c === 0x5c /* \ */)
                    parsed += '\\';
                else
                    TomlError.x('unrecognised escape sequence', ctx);
                sliceStart = ctx.p + 1;
                state = 0;
            }
        }
        // Newline escape continuation: keep moving forward until the first non-whitespace char
        else if (c !== 0x20 && c !== 0x9 /* \t */) {
            if (state === 2)
                TomlError.x('invalid escape: only line-ending whitespace may be escaped', ctx, sliceStart);
            // State cannot be zero, or we'd have branched earlier already.
            // If it's a backslash, immediately transition to the escape state so it can be processed.
            state = !isLiteral && c === 0x5c /* \ */ ? 1 : 0;
            sliceStart = ctx.p;
        }
    }
    TomlError.x('unfinished string', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/date.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
class TomlDate extends Date {
    #hasDate = false;
    #hasTime = false;
    #offset = null;
    constructor(date, fasttype, unsafeDelim) {
        let hasDate = true;
        let hasTime = true;
        let offset = 'Z';
        let c;
        if (typeof date === 'string') {
            if (fasttype)
                prep: {
                    // Date-time
                    if (fasttype < 3) {
                        if (+date.slice(11, 13) > 23) {
                            date = '';
                            break prep;
                        }
                        // Local
                        if (fasttype === 2) {
                            offset = null;
                            date += 'Z';
                        }
                        // Offset; keep track of offset if not Z
                        else if ((c = date.charCodeAt(date.length - 1)) !== 0x5a /* Z */ && c !== 0x7a /* z */) {
                            offset = date.slice(date.length - 6);
                        }
                        if (unsafeDelim)
                            date = date.slice(0, 10) + 'T' + date.slice(11);
                    }
                    // Time
                    else if (fasttype === 4) {
                        date = +date.slice(0, 2) > 23 ? '' : `0000-01-01T${date}Z`;
                    }
                    hasDate = fasttype !== 4;
                    hasTime = fasttype !== 3;
                }
            else {
                let match = date.match(DATE_TIME_RE);
                if (match) {
                    if (!match[1]) {
                        hasDate = false;
                        date = `0000-01-01T${date}`;
                    }
                    hasTime = !!match[2];
                    // Make sure to use T instead of a space. Breaks in case of extreme values otherwise.
                    hasTime && date[10] === ' ' && (date = date.replace(' ', 'T'));
                    // Do not allow rollover hours.
                    if (match[2] && +match[2] > 23) {
                        date = '';
                    }
                    else {
                        offset = match[3] || null;
                        if (!offset && hasTime)
                            date += 'Z';
                    }
                }
                else {
                    date = '';
                }
            }
        }
        super(date);
        if (!isNaN(this.getTime())) {
            this.#hasDate = hasDate;
            this.#hasTime = hasTime;
            this.#offset = offset;
        }
    }
    isDateTime() {
        return this.#hasDate && this.#hasTime;
    }
    isLocal() {
        return !this.#hasDate || !this.#hasTime || !this.#offset;
    }
    isDate() {
        return this.#hasDate && !this.#hasTime;
    }
    isTime() {
        return this.#hasTime && !this.#hasDate;
    }
    isValid() {
        return this.#hasDate || this.#hasTime;
    }
    toISOString() {
        let iso = super.toISOString();
        // Local Date
        if (this.isDate())
            return iso.slice(0, 10);
        // Local Time
        if (this.isTime())
            return iso.slice(11, 23);
        // Local DateTime
        if (this.#offset === null)
            return iso.slice(0, -1);
        // Offset DateTime
        if (this.#offset === 'Z' || this.#offset === 'z')
            return iso;
        // This part is quite annoying: JS strips the original timezone from the ISO string representation
        // Instead of using a "modified" date and "Z", we restore the representation "as authored"
        let offset = (+(this.#offset.slice(1, 3)) * 60) + +(this.#offset.slice(4, 6));
        offset = this.#offset[0] === '-' ? offset : -offset;
        let offsetDate = new Date(this.getTime() - (offset * 60e3));
        return offsetDate.toISOString().slice(0, -1) + this.#offset;
    }
    static wrapAsOffsetDateTime(jsDate, offset = 'Z') {
        let date = new TomlDate(jsDate);
        date.#offset = offset;
        return date;
    }
    static wrapAsLocalDateTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#offset = null;
        return date;
    }
    static wrapAsLocalDate(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasTime = false;
        date.#offset = null;
        return date;
    }
    static wrapAsLocalTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasDate = false;
        date.#offset = null;
        return date;
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/extract.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function isDigit(char, base = 10) {
    return base === 16
        ? (char > 0x2f && char < 0x3a) || (char > 0x40 && char < 0x47) || (char > 0x60 && char < 0x67)
        : (char > 0x2f && char < 0x30 + base);
}
function isEndOfValue(char, delim) {
    // Whitespace -- we're permissive on `\r` for performance; it'll be dealt with later anyway
    return char === 0x20 || char === 0x9 /* \t */ || char === 0xa /* \n */ || char === 0xd /* \r */ ||
        // Structure end or next value delimiter
        (delim && (char === delim || char === 0x2c /* , */)) ||
        // Comment
        char === 0x23; /* # */
}
/** @internal */
function extractValue(ctx, end) {
    let errPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p);
    // Structs
    if (c === 0x5b /* [ */ || c === 0x7b /* { */) {
        ctx.d-- || TomlError.x('document contains excessively nested structures. aborting.', ctx);
        let value = c === 0x5b /* [ */
            ? parseArray(ctx)
            : parseInlineTable(ctx);
        ctx.d++;
        return value;
    }
    // Strings
    if (c === 0x22 /* " */ || c === 0x27 /* ' */) {
        return parseString(ctx);
    }
    // Booleans
    // We can fast-path because the first character is enough to know the only possible value
    if (c === 0x74 /* t */) { // Only possible valid value is `true`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x72 || ctx.s.charCodeAt(++ctx.p) !== 0x75 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, true;
    }
    if (c === 0x66 /* f */) { // Only possible valid value is `false`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6c || ctx.s.charCodeAt(++ctx.p) !== 0x73 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, false;
    }
    if (c === 0x2b /* + */ || c === 0x2d /* - */) {
        return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 0x2c - c, end);
    }
    // Rough heuristic, but `parseDate` falls back to number parsing if it's a false positive.
    // e.g.: `a = 1\n-------------- = 1` would match this heuristic, but gracefully fallback to numbers.
    if (ctx.s.charCodeAt(ctx.p + 4) === 0x2d /* - */ && ctx.s.charCodeAt(ctx.p + 7) === 0x2d /* - */) {
        return parseDate(ctx, c, end);
    }
    // Same logic as above; `parseTime` falls back to number parsing if it's a false positive.
    if (ctx.s.charCodeAt(ctx.p + 2) === 0x3a /* : */) {
        return parseTime(ctx, c, end);
    }
    return parseNumber(ctx, ctx.p, c, 0, end);
}
// State:
// 0: init
// 1: integer
// 2: fractional dot
// 3: fractional
// 4: exponent letter
// 5: exponent
// 6: exponent sign
// 7: exponent with sign
// >9: underscore; see below
//     -> 12: was integer
//     -> 14: was fractional
//     -> 16: was exponent
// states 2-5, 14, 16 are ONLY permitted iif base === 10
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
    let c = startChr;
    let state = 0;
    let hasUnderscores = false;
    // (+/-)inf
    if (c === 0x69 /* i */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x6e || ctx.s.charCodeAt(++ctx.p) !== 0x66)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, (sign || 1) / 0;
    }
    // (+/-)nan
    if (c === 0x6e /* n */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6e)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, NaN;
    }
    // Leading zero
    // Only allowed cases: `0<EOV>`, `0.(...)`, `0e(...)`, `0x(...)`, `0b(...)`, `0o(...)`
    // FWIW, `0e(...)` is a stupid case, but it's not banned per-se so we have to parse it
    if (c === 0x30 /* 0 */) {
        if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
            return ctx.bi === true ? 0n : 0; // note: conveniently deals with `-0`
        if (!sign) {
            if (c === 0x78 /* x */)
                return parseIntegerBaseN(ctx, startPtr, 16, endChr);
            else if (c === 0x62 /* b */)
                return parseIntegerBaseN(ctx, startPtr, 2, endChr);
            else if (c === 0x6f /* o */)
                return parseIntegerBaseN(ctx, startPtr, 8, endChr);
        }
        if (c === 0x2e /* . */)
            state = 2;
        else if (c === 0x65 /* e */ || c === 0x45 /* E */)
            state = 4;
        else
            TomlError.x('illegal leading zero', ctx, startPtr);
    }
    // If the 1st char is not a digit by now, then it's not a valid TOML value at all
    else if (!isDigit(c))
        TomlError.x('invalid value', ctx, startPtr);
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (!state)
            state = 1; // Detects single-digit numbers we can use a fast parse path for
        // The way the states are numbered is not random: underscores are always permitted in odd-numbered states and
        // never permitted in even-numbered ones.
        if (c === 0x5f /* _ */) {
            if (!(state & 1))
                TomlError.x('illegal underscore', ctx);
            state += 11; // 11 is a marker that makes the state even and greater than 9; see the numbering + rationale above
            hasUnderscores = true;
        }
        // Transition to fractional part.
        else if (state === 1 && c === 0x2e /* . */)
            state = 2;
        // Transition to exponent part.
        else if ((state === 1 || state === 3) && (c === 0x65 /* e */ || c === 0x45 /* E */))
            state = 4;
        // + and - are permitted in state 4 only (handled before entering the function for state 0)
        else if (state === 4 && (c === 0x2b /* + */ || c === 0x2d /* - */)) {
            state = 6;
        }
        // All special cases have been handled; only digits are allowed here
        else if (!isDigit(c))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear state flags
        else if (state > 9)
            state -= 11;
        else if (!(state & 1))
            state++;
    }
    // Single-char number; we can fast-path these very easily.
    if (!state) {
        let val = (startChr - 0x30 /* 0 */) * (sign || 1);
        return ctx.bi === true ? BigInt(val) : val;
    }
    // Even-numbered states absolutely require a digit next; not even end of value is permitted
    if (!(state & 1))
        TomlError.x('unfinished numeric value', ctx, startPtr);
    let str = ctx.s.slice(startPtr, ctx.p);
    if (hasUnderscores)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return state > 1
        ? parseFloat(str)
        : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
    let c, underscore = 1;
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (c === 0x5f /* _ */) {
            if (underscore & 1)
                TomlError.x('illegal underscore', ctx);
            underscore = 3;
        }
        // We only need to check if the number is a valid digit, nothing else is permitted
        else if (!isDigit(c, base))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear underscore flag
        else if (underscore & 1)
            underscore--;
    }
    // Trailing underscore is not allowed
    if (underscore & 1)
        TomlError.x('unfinished numeric value', ctx);
    let str = ctx.s.slice(startPtr + 2, ctx.p);
    if (underscore)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
    if (ctx.bi !== true)
        int: {
            let val = parseInt(str, base);
            if (!Number.isSafeInteger(val)) {
                if (ctx.bi)
                    break int;
                TomlError.x('integer value cannot be represented losslessly', ctx, startPtr);
            }
            return val;
        }
    return base === 10 ? BigInt(str) : BigInt((base === 2 ? '0b' : base === 8 ? '0o' : '0x') + str);
}
function parseDate(ctx, c, endChr) {
    let startPtr = ctx.p++, unsafeSeparator;
    if (!isDigit(c) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++))) {
        return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
    }
    ctx.p += 5;
    if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
        TomlError.x('invalid date-time: date part is malformed', ctx, startPtr);
    if (ctx.p >= ctx.s.length || (((c = ctx.s.charCodeAt(ctx.p)) !== 0x20 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 0x54 /* T */ && c !== 0x74 /* t */)) {
        let t = ctx.s.slice(startPtr, ctx.p);
        return readDate(ctx, t, 3, false, startPtr);
    }
    if (ctx.s.charCodeAt(ctx.p += 3) !== 0x3a /* : */)
        TomlError.x('invalid date-time: time part is malformed', ctx, startPtr);
    if (ctx.s.charCodeAt(ctx.p += 3) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    if (c = ctx.s.charCodeAt(ctx.p)) {
        if (c === 0x5a /* Z */ || c === 0x7a /* z */) {
            let t = ctx.s.slice(startPtr, ++ctx.p);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, '[+00:00]');
        }
        if (c === 0x2b /* + */ || c === 0x2d /* - */) {
            // Temporal's ZonedDateTime is weird asf when it comes to dealing with traditional offsets...
            // It's 1.2x faster to allocate a new string to pass to ZDT than use Instant.toZonedDateTimeISO
            let t = ctx.s.slice(startPtr, ctx.p += 6);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, !ctx.ld && ('[' + ctx.s.slice(ctx.p - 6, ctx.p) + ']'));
        }
    }
    let t = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
    let start = ctx.p;
    if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
        return parseNumber(ctx, --ctx.p, c, 0, endChr);
    }
    if (ctx.s.charCodeAt(ctx.p += 4) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    let t = ctx.s.slice(start, ctx.p);
    return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
    if (ctx.ld) {
        let date = new TomlDate(str, type, unsafeDelim);
        if (!date.isValid())
            TomlError.x('invalid date', ctx, errPtr);
        return date;
    }
    try {
        if (temporalSuffix)
            str += temporalSuffix;
        switch (type) {
            case 1: return Temporal.ZonedDateTime.from(str);
            case 2: return Temporal.PlainDateTime.from(str);
            case 3: return Temporal.PlainDate.from(str);
            case 4: return Temporal.PlainTime.from(str);
        }
    }
    catch (e) {
        TomlError.x(e instanceof Error ? e.message : '' + e, ctx, errPtr);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/util.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */

/** @internal */
function skipComment(ctx) {
    for (; ctx.p < ctx.s.length; ctx.p++) {
        let c = ctx.s.charCodeAt(ctx.p);
        if (c === 0xa /* \n */)
            break;
        if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */) {
            ctx.p++;
            break;
        }
        if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in comments', ctx);
        }
    }
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
    let c;
    while (ctx.p < ctx.s.length) {
        while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 0x20 ||
            c === 0x9 /* \t */ ||
            (!banNewLines &&
                (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)))))
            ctx.p++;
        if (banComments || c !== 0x23 /* # */)
            break;
        skipComment(ctx);
    }
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/struct.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




/** @internal */
function parseKey(ctx, end = 0x3d /* = */) {
    // States:
    // 0: before first char
    // 1: parsing bare key
    // 2: after key component
    let startPtr;
    let state = 0;
    let parsed = [];
    let sliceStart;
    let c = ctx.s.charCodeAt(startPtr = ctx.p);
    do {
        // End of key
        if (c === end) {
            if (!state)
                TomlError.x('unexpected end of key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            return ctx.p++, parsed;
        }
        // Dotted key separator
        else if (c === 0x2e /* . */) {
            if (!state)
                TomlError.x('illegal empty bare key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            state = 0;
        }
        // Quoted key
        else if (!state && (c === 0x22 /* " */ || c === 0x27 /* ' */)) {
            if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
                TomlError.x('illegal quoted key: multiline strings are not allowed', ctx);
            parsed.push(parseString(ctx));
            state = 2;
            ctx.p--;
        }
        // Whitespace; no-op in state 0 and 2, end of bare key in state 1
        else if (c === 0x20 || c === 0x9 /* \t */) {
            if (state === 1) {
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
                state = 2;
            }
        }
        // If state is post-key, no character is allowed; otherwise ensure it's a bare-key component
        else if (state === 2 || (c < 0x30 && c !== 0x2d /* - */) || (c > 0x39 && c < 0x41) || (c > 0x5a && c < 0x61 && c !== 0x5f /* _ */) || c > 0x7a) {
            TomlError.x('illegal character in key', ctx);
        }
        // Illegal character
        else if (!state) {
            state = 1;
            sliceStart = ctx.p;
        }
    } while (c = ctx.s.charCodeAt(++ctx.p));
    TomlError.x('incomplete key-value: cannot find end of key', ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
    let startPtr = ctx.p++;
    let res = Object.create(null);
    let seen = new Set();
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x7d /* } */) {
            ctx.p++;
            return res;
        }
        let k;
        let t = res;
        let hasOwn = false;
        let errPtr = ctx.p;
        let key = parseKey(ctx);
        for (let i = 0; i < key.length; i++) {
            if (i)
                t = hasOwn ? t[k] : (t[k] = Object.create(null));
            k = key[i];
            if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== 'object' || seen.has(t[k]))) {
                TomlError.x('trying to redefine an already defined value', ctx, errPtr);
            }
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor')) {
                t = ctx.uk !== 1 && TomlError.x('document contains an unsafe property', ctx, errPtr);
                break;
            }
            if (!hasOwn && unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
            }
        }
        if (hasOwn) {
            TomlError.x('trying to redefine an already defined value', ctx, errPtr);
        }
        skipVoid(ctx, true, true);
        let value = extractValue(ctx, 0x7d /* } */);
        if (t && typeof (t[k] = value) === 'object')
            seen.add(value);
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x7d /* } */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished table', ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
    let startPtr = ctx.p++;
    let res = [];
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x5d /* ] */) {
            ctx.p++;
            return res;
        }
        res.push(extractValue(ctx, 0x5d /* ] */));
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x5d /* ] */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished array', ctx, startPtr);
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/parse.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */




function peekTable(ctx, key, table, meta, type) {
    let t = table;
    let m = meta;
    let k;
    let hasOwn = false;
    let state;
    for (let i = 0; i < key.length; i++) {
        if (i) {
            t = hasOwn ? t[k] : (t[k] = Object.create(null));
            m = (state = m[k]).c;
            if (type === 0 /* Type.DOTTED */ && (state.t === 1 /* Type.EXPLICIT */ || state.t === 2 /* Type.ARRAY */)) {
                return null;
            }
            if (state.t === 2 /* Type.ARRAY */) {
                let l = t.length - 1;
                t = t[l];
                m = m[l].c;
            }
        }
        k = key[i];
        if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 /* Type.DOTTED */ && m[k]?.d) {
            return null;
        }
        if (!hasOwn) {
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor'))
                return false;
            if (unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
                Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
            }
            m[k] = {
                t: i < key.length - 1 && type === 2 /* Type.ARRAY */
                    ? 3 /* Type.ARRAY_DOTTED */ : type,
                d: false,
                i: 0,
                c: Object.create(null),
            };
        }
    }
    state = m[k];
    if (state.t !== type && !(type === 1 /* Type.EXPLICIT */ && state.t === 3 /* Type.ARRAY_DOTTED */)) {
        // Bad key type!
        return null;
    }
    if (type === 2 /* Type.ARRAY */) {
        if (!state.d) {
            state.d = true;
            t[k] = [];
        }
        t[k].push(t = Object.create(null));
        state.c[state.i++] = (state = { t: 1 /* Type.EXPLICIT */, d: false, i: 0, c: Object.create(null) });
    }
    if (state.d) {
        // Redefining a table!
        return null;
    }
    state.d = true;
    if (type === 1 /* Type.EXPLICIT */) {
        t = hasOwn ? t[k] : (t[k] = Object.create(null));
    }
    else if (type === 0 /* Type.DOTTED */ && hasOwn) {
        return null;
    }
    return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
    if (peek === null || ctx.uk === 2)
        TomlError.x(peek === null
            ? 'trying to redefine an already defined table or value'
            : 'document contains an unsafe property', ctx, ptr);
}
function parse(toml, options = {}) {
    let ctx = {
        s: toml,
        p: 0,
        d: options.maxDepth ?? 1000,
        bi: options.integersAsBigInt ?? false,
        ld: options.useLegacyDate ?? true,
        uk: options.unsafeKeyBehaviour === 'throw' ? 2 : options.unsafeKeyBehaviour === 'drop' ? 1 : 0,
    };
    let res = Object.create(null);
    let meta = Object.create(null);
    let tmp;
    let skipping = false;
    let tbl = res;
    let m = meta;
    // BOM is allowed, skip.
    // JS is UTF-16, so we have to check for the UTF-16 BOM instead of the UTF-8 BOM sequence!
    if (toml.charCodeAt(0) === 0xfeff)
        ctx.p++;
    skipVoid(ctx);
    while (ctx.p < toml.length) {
        if (toml.charCodeAt(ctx.p) === 0x5b /* [ */) {
            let isTableArray = toml.charCodeAt(++ctx.p) === 0x5b; /* [ */
            tmp = ctx.p += +isTableArray;
            skipping = false;
            let k = parseKey(ctx, 0x5d /* ] */);
            if (isTableArray) {
                if (toml.charCodeAt(ctx.p) !== 0x5d /* ] */) {
                    TomlError.x('expected end of table array declaration', ctx);
                }
                ctx.p++;
            }
            let p = peekTable(ctx, k, res, meta, isTableArray ? 2 /* Type.ARRAY */ : 1 /* Type.EXPLICIT */);
            if (!p) {
                validateTablePeek(ctx, p, tmp);
                skipping = true;
            }
            else {
                m = p[2];
                tbl = p[1];
            }
        }
        else {
            tmp = ctx.p;
            let k = parseKey(ctx);
            let p = peekTable(ctx, k, tbl, m, 0 /* Type.DOTTED */);
            if (!p && !skipping)
                validateTablePeek(ctx, p, tmp);
            skipVoid(ctx, true, true);
            let v = extractValue(ctx, void 0);
            if (p && !skipping)
                p[1][p[0]] = v;
        }
        skipVoid(ctx, true);
        if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 0xa /* \n */ && (tmp !== 0xd /* \r */ || toml.charCodeAt(ctx.p + 1) !== 0xa /* \n */)) {
            TomlError.x('each key-value declaration must be followed by an end-of-line', ctx);
        }
        skipVoid(ctx);
    }
    return res;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/stringify.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let BARE_KEY = /^[a-z0-9-_]+$/i;
let HAS_WELLFORMED = !!(''.isWellFormed);
function extendedTypeOf(obj) {
    let type = typeof obj;
    if (type === 'object') {
        if (Array.isArray(obj))
            return 'array';
        if (typeof obj.getUTCDate === 'function' && obj instanceof Date)
            return 'date';
        if (globalThis.Temporal) {
            if (obj.until) {
                if (obj instanceof Temporal.ZonedDateTime)
                    return 'temporal/tz+uc';
                if (obj instanceof Temporal.PlainDateTime || obj instanceof Temporal.PlainDate)
                    return 'temporal/uc';
                if (obj instanceof Temporal.PlainTime || obj instanceof Temporal.Instant)
                    return 'temporal';
                if (obj instanceof Temporal.PlainYearMonth)
                    return 'temporal/x';
            }
            else if ((obj.toPlainDate && obj instanceof Temporal.PlainMonthDay) ||
                (obj.negated && obj instanceof Temporal.Duration)) {
                return 'temporal/x';
            }
        }
    }
    return type;
}
function isArrayOfTables(obj) {
    for (let i = 0; i < obj.length; i++) {
        if (extendedTypeOf(obj[i]) !== 'object')
            return false;
    }
    return obj.length != 0;
}
function formatWellFormedStringUnchecked(s) {
    return JSON.stringify(s).replaceAll('\x7f', '\\u007f');
}
function formatString(s) {
    return formatWellFormedStringUnchecked(HAS_WELLFORMED ? s.toWellFormed() : s);
}
function formatKey(s) {
    if (BARE_KEY.test(s))
        return s;
    if (HAS_WELLFORMED && !s.isWellFormed())
        throw new RangeError('key contains illegal lone surrogates');
    return formatWellFormedStringUnchecked(s);
}
function stringifyValue(val, type, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    switch (type) {
        // @ts-expect-error -- intentional fallthrough case
        case 'number':
            if (isNaN(val))
                return 'nan';
            if (val === Infinity)
                return 'inf';
            if (val === -Infinity)
                return '-inf';
            if (Number.isInteger(val) && (numberAsFloat || !Number.isSafeInteger(val)))
                return val.toFixed(1);
        case 'bigint':
        case 'boolean':
        case 'temporal':
            return val.toString();
        case 'string':
            return formatString(val);
        case 'date':
            if (isNaN(val.getTime()))
                throw new TypeError('cannot serialize invalid date');
            return val.toISOString();
        case 'object':
            return stringifyInlineTable(val, depth, numberAsFloat, strictTemporal);
        case 'array':
            return stringifyArray(val, depth, numberAsFloat, strictTemporal);
        // @ts-expect-error -- intentional fallthrough case
        case 'temporal/tz+uc':
            if (strictTemporal) {
                let tz = val.timeZoneId;
                let tzc = tz.charCodeAt(0);
                if (
                // Classic offset
                tzc !== 0x2b /* + */ && tzc !== 0x2d /* - */ &&
                    (
                    // Fast pre-check pass; see below for the actually accepted values
                    (tzc !== 0x55 /* U */ && tzc !== 0x47 /* G */ && tzc !== 0x5a /* Z */ && tzc !== 0x45 /* E */) ||
                        (
                        // UTC and its aliases; Temporal implementations don't all canonicalise unfortunately
                        tz !== 'UTC' && tz !== 'UCT' && tz !== 'Universal' && tz !== 'Zulu' &&
                            // GMT is a TZ but it's for all intents and purposes equivalent to UTC. Safe to downgrade.
                            !tz.startsWith('GMT') && tz !== 'Greenwich' &&
                            // Etc/* are all safe to downgrade to offset (either UTC, GMT, or offset)
                            !tz.startsWith('Etc/')))) {
                    throw new TypeError('Temporal objects with an IANA timezone are not allowed in Temporal strict mode');
                }
            }
        case 'temporal/uc':
            if (strictTemporal && val.calendarId !== 'iso8601')
                throw new TypeError('Temporal objects with a non-default calendar are not allowed in Temporal strict mode');
            return val.toString({
                calendarName: 'never',
                timeZoneName: 'never',
            });
        case 'temporal/x':
            throw new TypeError('Unsupported ' + val[Symbol.toStringTag]);
    }
}
function stringifyInlineTable(obj, depth, numberAsFloat, strictTemporal) {
    let keys = Object.keys(obj);
    if (keys.length === 0)
        return '{}';
    let res = '{ ';
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (i)
            res += ', ';
        res += formatKey(k) + ' = ' + stringifyValue(obj[k], extendedTypeOf(obj[k]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' }';
}
function stringifyArray(array, depth, numberAsFloat, strictTemporal) {
    if (array.length === 0)
        return '[]';
    let res = '[ ';
    for (let i = 0; i < array.length; i++) {
        if (i)
            res += ', ';
        if (array[i] === null || array[i] === void 0) {
            throw new TypeError('arrays cannot contain null or undefined values');
        }
        res += stringifyValue(array[i], extendedTypeOf(array[i]), depth - 1, numberAsFloat, strictTemporal);
    }
    return res + ' ]';
}
function stringifyArrayTable(array, key, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let res = '';
    for (let i = 0; i < array.length; i++) {
        res += `${res && '\n'}[[${key}]]\n`;
        res += stringifyTable(0, array[i], key, depth, numberAsFloat, strictTemporal);
    }
    return res;
}
function stringifyTable(tableKey, obj, prefix, depth, numberAsFloat, strictTemporal) {
    if (depth === 0) {
        throw new Error('Could not stringify the object: maximum object depth exceeded');
    }
    let preamble = '';
    let tables = '';
    let keys = Object.keys(obj);
    for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        if (obj[k] !== null && obj[k] !== void 0) {
            let type = extendedTypeOf(obj[k]);
            if (type === 'symbol' || type === 'function') {
                throw new TypeError(`cannot serialize values of type '${type}'`);
            }
            let key = formatKey(k);
            if (type === 'array' && isArrayOfTables(obj[k])) {
                tables += (tables && '\n') + stringifyArrayTable(obj[k], prefix ? `${prefix}.${key}` : key, depth - 1, numberAsFloat, strictTemporal);
            }
            else if (type === 'object') {
                let tblKey = prefix ? `${prefix}.${key}` : key;
                tables += (tables && '\n') + stringifyTable(tblKey, obj[k], tblKey, depth - 1, numberAsFloat, strictTemporal);
            }
            else {
                preamble += key;
                preamble += ' = ';
                preamble += stringifyValue(obj[k], type, depth, numberAsFloat, strictTemporal);
                preamble += '\n';
            }
        }
    }
    if (tableKey && (preamble || !tables)) // Create table only if necessary
        preamble = preamble ? `[${tableKey}]\n${preamble}` : `[${tableKey}]`;
    return preamble && tables
        ? `${preamble}\n${tables}`
        : preamble || tables;
}
function stringify(obj, { maxDepth = 1000, numbersAsFloat = false, strictTemporal = false } = {}) {
    if (extendedTypeOf(obj) !== 'object') {
        throw new TypeError('stringify can only be called with an object');
    }
    let str = stringifyTable(0, obj, '', maxDepth, numbersAsFloat, strictTemporal);
    if (str[str.length - 1] !== '\n')
        return str + '\n';
    return str;
}

;// CONCATENATED MODULE: ./node_modules/smol-toml/dist/index.js
/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */





/** @deprecated use `import * as ... from 'smol-toml'` instead */
/* harmony default export */ const dist = ({ parse: parse, stringify: stringify, TomlDate: TomlDate, TomlError: TomlError });

;// CONCATENATED MODULE: ./packages/fly/lib/config/old-forms.js
/**
 * The forms of older fly.toml files in today's: flyctl reads both alike (internal/appconfig/patches.go). What is of no
 * known form is left as it is, for whoever reads it to refuse.
 */
function inTodaysForm(root) {
    const { mount, mounts, ...rest } = root;
    const allMounts = [mount, mounts].flatMap((each) => (each === undefined ? [] : [each].flat()));
    return {
        ...rest,
        ...(root['env'] === undefined ? {} : { env: mergedTables(root['env']) }),
        ...(root['processes'] === undefined ? {} : { processes: namedCommands(root['processes']) }),
        ...(allMounts.length === 0 ? {} : { mounts: allMounts }),
    };
}
/** `[[env]]`: several tables, of which the later ones win. */
function mergedTables(env) {
    return Array.isArray(env) && env.every(isTable) ? Object.assign({}, ...env) : env;
}
/** `[[processes]]`: tables with `name` and `command`; those without a name count for nothing. */
function namedCommands(processes) {
    if (!Array.isArray(processes) || !processes.every(isTable))
        return processes;
    const named = processes.filter((each) => each['name'] !== undefined);
    return Object.fromEntries(named.map((each) => [String(each['name']), String(each['command'] ?? '')]));
}
function isTable(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
//# sourceMappingURL=old-forms.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/config/process-groups.js

/** What belongs to no group by name belongs to this one: `app`, else the first by alphabet (flyctl processgroups.go). */
function groupOfUnnamed(all) {
    return all.includes(defaultGroup) ? defaultGroup : ([...all].sort()[0] ?? defaultGroup);
}
/** The groups of a section: those it names, else the default one. */
function groupsOf(section, all) {
    const named = section.at('processes').strings();
    return named.length === 0 ? [groupOfUnnamed(all)] : named;
}
//# sourceMappingURL=process-groups.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/config/service.js

/** `[http_service]` is short for a service on 80 and 443. */
function parseHttpService(service, groups) {
    const ports = [
        { port: 80, handlers: ['http'] },
        { port: 443, handlers: ['tls', 'http'] },
    ];
    return { ...parseCommon(service, groups), ports };
}
function parseService(service, groups) {
    return { ...parseCommon(service, groups), ports: service.at('ports').listOrOne().flatMap(parsePorts) };
}
function parseCommon(service, groups) {
    return {
        internalPort: numberAt(service, 'internal_port'),
        groups: groupsOf(service, groups),
        autoStop: parseAutoStop(service.at('auto_stop_machines')),
        minMachinesRunning: numberAt(service, 'min_machines_running') ?? 0,
    };
}
function parsePorts(entry) {
    const handlers = entry.at('handlers').strings();
    const port = numberAt(entry, 'port');
    if (port !== undefined)
        return [{ port, handlers }];
    const start = numberAt(entry, 'start_port');
    const end = numberAt(entry, 'end_port');
    // The ends of a range are enough: nobody asks for each port of it.
    return [start, end].flatMap((each) => (each === undefined ? [] : [{ port: each, handlers }]));
}
function parseAutoStop(field) {
    const { value } = field;
    if (value === undefined || value === false || value === 'off')
        return 'off';
    if (value === true || value === 'stop')
        return 'stop';
    return value === 'suspend' ? 'suspend' : field.refuse('off, stop or suspend');
}
/** TOML whole numbers arrive as bigint. */
function numberAt(table, name) {
    const field = table.at(name);
    if (typeof field.value !== 'bigint')
        return field.optionalInteger();
    return field.value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(field.value) : field.refuse('a smaller number');
}
//# sourceMappingURL=service.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/config/volume-size.js
const gbOf = { k: 1e-6, m: 1e-3, g: 1, t: 1e3, p: 1e6 };
/**
 * Whole gigabytes of an `initial_size`: `10`, `10gb`, `1tb`, `500MB`. flyctl reads a bare number as gigabytes, takes
 * units by thousands and cuts fractions off (helpers.ParseSize, go-units FromHumanSize). Undefined when it is no size.
 */
function volumeSizeGb(text) {
    const match = /^(\d+(?:\.\d+)?) ?([kmgtp])?i?b?$/i.exec(text.trim());
    if (match === null)
        return undefined;
    return Math.floor(Number(match[1]) * (gbOf[(match[2] ?? 'g').toLowerCase()] ?? 1));
}
//# sourceMappingURL=volume-size.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/config/fly-toml.js








/**
 * @param file for messages
 * @throws SuiteError FILE_INVALID that names the wrong field
 */
function parseFlyToml(text, file) {
    const root = new Field(inTodaysForm(parseToml(text, file)), '', complainAbout(file));
    const groups = root
        .at('processes')
        .entries()
        .map(([name]) => name);
    const processGroups = groups.length === 0 ? [defaultGroup] : groups;
    return {
        app: root.at('app').optionalString(),
        primaryRegion: root.at('primary_region').optionalString(),
        processGroups,
        services: parseServices(root, processGroups),
        mounts: root
            .at('mounts')
            .listOrOne()
            .map((mount) => parseMount(mount, processGroups)),
        env: root.at('env').texts(),
        build: {
            dockerfile: root.at('build').at('dockerfile').optionalString(),
            image: root.at('build').at('image').optionalString(),
            ignoreFile: root.at('build').at('ignorefile').optionalString(),
        },
        deploy: parseDeploy(root.at('deploy')),
    };
}
function parseToml(text, file) {
    try {
        // Whole numbers as bigint: writing the document out again must not turn 1.0 into 1.
        return parse(text, { integersAsBigInt: true });
    }
    catch (cause) {
        throw new suite_error/* SuiteError */.$K({
            code: 'FILE_INVALID',
            message: `${file} is not TOML: ${(0,suite_error/* errorMessage */.gJ)(cause).trim()}`,
            hint: 'Correct the line shown; "fly config validate" checks the rest.',
            cause,
        });
    }
}
function complainAbout(file) {
    return (path, expected, seen) => new suite_error/* SuiteError */.$K({
        code: 'FILE_INVALID',
        message: `${file}: ${path} is ${seen}; expected ${expected}.`,
        hint: 'https://fly.io/docs/reference/configuration/ describes every field.',
    });
}
function parseServices(root, groups) {
    const http = root.at('http_service');
    const own = http.isAbsent ? [] : [parseHttpService(http, groups)];
    return [
        ...own,
        ...root
            .at('services')
            .listOrOne()
            .map((service) => parseService(service, groups)),
    ];
}
function parseMount(mount, all) {
    return {
        source: mount.at('source').string(),
        destination: mount.at('destination').string(),
        initialSizeGb: parseSize(mount.at('initial_size')),
        groups: groupsOf(mount, all),
    };
}
function parseSize(field) {
    if (field.isAbsent)
        return undefined;
    return volumeSizeGb(String(field.value)) ?? field.refuse('a size such as 10gb');
}
function parseDeploy(deploy) {
    return {
        strategy: deploy.at('strategy').optionalString(),
        waitTimeoutMs: parseWait(deploy.at('wait_timeout')),
        releaseCommand: deploy.at('release_command').optionalString(),
        releaseCommandTimeoutMs: parseWait(deploy.at('release_command_timeout')),
    };
}
function parseWait(field) {
    if (field.isAbsent)
        return undefined;
    return parseDuration(String(field.value)) ?? field.refuse('a duration such as 5m');
}
//# sourceMappingURL=fly-toml.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/app-names.js



/**
 * The names of both apps: the input, else `app` of the app's own fly.toml. A monitoring app without either is named
 * after the app. What is wrong is added to `problems`.
 */
async function findAppNames(inputs, problems, place) {
    const ownName = inputs.monitoredApp ?? (await readName(inputs.appConfig, problems, place));
    const derived = ownName === undefined ? undefined : `${ownName}-monitoring`;
    const monitoringApp = inputs.monitoringApp ?? (await readName(inputs.monitoringConfig, problems, place)) ?? derived;
    if (ownName !== undefined && ownName === monitoringApp)
        problems.input(sameApp(ownName));
    return { monitoredApp: ownName, monitoringApp };
}
/** Undefined for a file that is not there; whether it must be is the stage's affair. */
async function readName(file, problems, { files, workspace }) {
    const text = await files.readText(resolve(workspace, file));
    return text === undefined ? undefined : problems.attempt(() => nameIn(text, file, problems));
}
/**
 * The `app` of a fly.toml.
 * @throws SuiteError FILE_INVALID when it is no fly.toml
 */
function appNamed(text, file) {
    return parseFlyToml(text, file).app;
}
/** The same; a name that Fly would refuse is a problem. @throws SuiteError FILE_INVALID */
function nameIn(text, file, problems) {
    const app = appNamed(text, file);
    if (app === undefined || appName.pattern.test(app))
        return app;
    problems.input(`${file} names the app "${app}"; it must be ${appName.expects}.`);
    return undefined;
}
/**
 * The app that a fly.toml deploys. Its own name counts: an input that says another one would release this file on the
 * wrong app.
 */
function deployedApp({ given, named, file, }, problems) {
    if (given !== undefined && named !== undefined && given !== named) {
        problems.input(`Input "monitored-app" is "${given}", but ${file} names the app "${named}"; make them the same, or leave input "monitored-app" out.`);
    }
    return named ?? given;
}
function sameApp(app) {
    return `The app and the monitoring app are both "${app}"; Prometheus needs an app of its own, such as "${app}-monitoring".`;
}
/** For an app that nothing names: the line to add. */
function namelessApp(file) {
    return `Nothing names the app: add a line app = "<name>" to the top of ${file}, or set input "monitored-app".`;
}
function namelessMonitoringApp(file) {
    return `Nothing names the monitoring app: add a line app = "<name>" to the top of ${file}, or set input "monitoring-app".`;
}
//# sourceMappingURL=app-names.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/ignore-file.js

/**
 * The ignore file, absolute. flyctl takes one that is not there for no rules, and sends the whole folder, secrets in it
 * included: that is a problem here.
 */
async function findIgnoreFile({ named, config, problems }, { files, context: { workspace } }) {
    if (named === undefined)
        return undefined;
    const path = (0,external_node_path_.resolve)(workspace, config, '..', named);
    if (await files.exists(path))
        return path;
    problems.missingFile('config', `${named}, which [build] in ${config} names as ignorefile`);
    return undefined;
}
//# sourceMappingURL=ignore-file.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/flyctl/flyctl-problems.js

/** A version says what to run, its checksum that it is the one that was meant; neither is of use alone. */
function flyctlProblems(values) {
    const { flyctlVersion, flyctlChecksum } = values;
    if (flyctlVersion === undefined && flyctlChecksum !== undefined) {
        return ['Input "flyctl-checksum" is given without "flyctl-version", which it belongs to.'];
    }
    if (flyctlVersion === undefined || flyctlChecksum !== undefined || flyctlVersion === pinnedFlyctlVersion)
        return [];
    return [
        `Input "flyctl-version" is "${flyctlVersion}", which needs "flyctl-checksum": the sha256 of its archive from https://github.com/superfly/flyctl/releases/download/v${flyctlVersion}/checksums.txt, or the word unverified.`,
    ];
}
//# sourceMappingURL=flyctl-problems.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/fly-login.js


/** flyctl's own limit for a login without a token (TokenTimeout in internal/command/command.go). */
const longestLoginMs = 30 * 24 * 3_600_000;
/** Whether flyctl, given no token, would find one by itself: in the environment, or of a login on this machine. */
async function isLoggedIn(environment, machine) {
    if (isThere(environment['FLY_ACCESS_TOKEN']))
        return true;
    const folder = configFolder(environment);
    const text = folder === undefined ? undefined : await machine.files.readText((0,external_node_path_.join)(folder, 'config.yml'));
    return text !== undefined && isFreshLogin(await parseYaml(text), machine.clock.now());
}
/** As flyctl's helpers/config.go finds it. */
function configFolder(environment) {
    const home = environment['HOME'] ?? environment['USERPROFILE'];
    return environment['FLY_CONFIG_DIR'] ?? (home === undefined ? undefined : (0,external_node_path_.join)(home, '.fly'));
}
/** Only a login that is known to be too old is refused: older versions of flyctl write no date. */
function isFreshLogin(login, nowMs) {
    const { access_token: token, last_login: lastLogin } = login;
    if (typeof token !== 'string' || token.trim() === '')
        return false;
    const atMs = Date.parse(String(lastLogin ?? ''));
    return Number.isNaN(atMs) || nowMs - atMs <= longestLoginMs;
}
/** YAML is loaded here because a deploy with a token never reads it. */
async function parseYaml(text) {
    const { parse } = await __nccwpck_require__.e(/* import() */ 815).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8815, 19));
    try {
        const document = parse(text);
        return typeof document === 'object' && document !== null ? document : {};
    }
    catch {
        return {};
    }
}
/** Whether one of these inputs was given, or a login stands in for them. */
async function hasFlyToken(inputs, { given, environment }, machine) {
    const isGiven = inputs.some((name) => isThere(given[name]) || isThere(environment[sharedInputs[name].environment ?? '']));
    return isGiven || isLoggedIn(environment, machine);
}
function isThere(text) {
    return text !== undefined && text.trim() !== '';
}
/** @param otherWay a sentence, where there is a way without Fly */
function flyTokenMissing(otherWay) {
    const hint = 'Make a token with "fly tokens create deploy -a <app>", store it as the secret FLY_API_TOKEN and give it as the input fly-api-token; on your own machine "fly auth login" is enough.';
    return new suite_error/* SuiteError */.$K({
        code: 'FLY_TOKEN_MISSING',
        message: 'No Fly token was given: input "fly-api-token" (or the environment variable FLY_API_TOKEN) is empty, and flyctl is not logged in on this machine, or not within 30 days.',
        hint: otherWay === undefined ? hint : `${hint} ${otherWay}`,
    });
}
//# sourceMappingURL=fly-login.js.map
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
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/parse-fly-inputs.js


/**
 * The inputs of a stage that cannot work without flyctl, and the problems to add to: a missing token is one of them,
 * so that it is told before flyctl is downloaded, together with all else that is wrong.
 * @throws SuiteError when the inputs themselves are wrong
 */
async function parseFlyInputs({ spec, tokens }, raw, tools) {
    const problems = new Problems();
    const values = await problems.attemptRead(() => parseWithRules(spec, raw, flyctlProblems));
    const inputs = values;
    if (!(await hasFlyToken(tokens, raw, tools)))
        problems.add(flyTokenMissing());
    if (inputs === undefined)
        throw problems.joined();
    return { inputs, problems };
}
//# sourceMappingURL=parse-fly-inputs.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/source/build-section.js



/** @throws SuiteError FILE_INVALID */
function parseBuildSection(text, configFile) {
    const root = new Field(parseToml(text, configFile), '', (path, expected, seen) => {
        throw new Error(`${configFile}: ${path} is ${seen}; expected ${expected}.`);
    });
    const build = root.at('build');
    const ignoreFile = build.at('ignorefile').optionalString();
    return {
        isForeign: ['builder', 'buildpacks', 'builtin', 'compose'].some((name) => !build.at(name).isAbsent),
        arguments: new Map(Object.entries(build.at('args').texts())),
        target: build.at('build-target').optionalString(),
        ignoreFile: ignoreFile === undefined ? undefined : (0,external_node_path_.join)((0,external_node_path_.dirname)(configFile), ignoreFile),
    };
}
//# sourceMappingURL=build-section.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/source/context-digest.js

/** A disk answers several reads faster than one after the other; more than a few gain nothing. */
const filesAtATime = 4;
/** Digest of what is sent of a context: paths, kinds, modes, contents. Undefined when a file vanished meanwhile. */
async function contextDigest({ context, entries }, edges) {
    const contents = await hashFiles(entries.filter(({ kind }) => kind === 'file').map(({ path }) => `${context}/${path}`), edges);
    const hash = (0,external_node_crypto_.createHash)('sha256');
    for (const { path, kind, mode, target } of [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))) {
        const content = kind === 'file' ? contents.get(`${context}/${path}`) : target;
        if (content === undefined)
            return undefined;
        hash.update(`${JSON.stringify([path, kind, kind === 'link' ? 0 : mode, content])}\n`);
    }
    return hash.digest('hex');
}
async function hashFiles(paths, { files, onProgress }) {
    const hashes = new Map();
    let done = 0;
    const waiting = paths.values();
    const worker = async () => {
        for (const path of waiting) {
            const hash = await files.sha256(path);
            if (hash !== undefined)
                hashes.set(path, hash);
            onProgress?.({ done: ++done, total: paths.length });
        }
    };
    await Promise.all(Array.from({ length: filesAtATime }, worker));
    return hashes;
}
//# sourceMappingURL=context-digest.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/source/ignore-pattern.js
/** In a regular expression of Go `.` is anything but a line break; in JavaScript it is less. */
const anything = '[^\\n]*';
/**
 * One pattern of an ignore file, cleaned and without `!`, as moby's patternmatcher v0.6.1 compiles it: `*` and `?` stay
 * within a folder, `**` goes over any number of them. Undefined for what it refuses, and for forms that Go's regular
 * expressions read in a way of their own.
 */
function compileIgnorePattern(pattern) {
    if (!/[*?[\]\\]/.test(pattern))
        return (path) => path === pattern;
    // These two are compared as plain text: `**foo` also matches `a/xfoo`, and `foo**` also `foobar/a`.
    const [, suffix] = /^\*\*([^*?[\]\\]*)$/.exec(pattern) ?? [];
    if (suffix !== undefined)
        return (path) => path.endsWith(suffix) || suffix === `/${path}`;
    const [, prefix] = /^([^*?[\]\\]+)\*\*$/.exec(pattern) ?? [];
    if (prefix !== undefined)
        return (path) => path.startsWith(prefix);
    return expressionOf(pattern);
}
/** A class may hold anything but what Go would read as a wildcard, a class by name or an escape. */
const tokens = /\*\*\/?|\*|\?|\[\^?[^\]\][*?\\/]+\]|\\[^\w]|[^\]\\[*?]/guy;
function expressionOf(pattern) {
    const parts = pattern.match(tokens) ?? [];
    if (parts.join('') !== pattern)
        return undefined;
    try {
        const expression = new RegExp(`^${parts.map((part, index) => sourceOf(part, index === parts.length - 1)).join('')}$`, 'u');
        return (path) => expression.test(path);
    }
    catch {
        return undefined;
    }
}
function sourceOf(part, isLast) {
    if (part.startsWith('**'))
        return isLast ? anything : `(${anything}/)?`;
    if (part === '*')
        return '[^/]*';
    if (part === '?')
        return '[^/]';
    // A caret is not escaped by the builders: in an expression it stands for the beginning.
    if (part === '^')
        return '^';
    if (part.startsWith('['))
        return part;
    return (part.startsWith('\\') ? part.slice(1) : part).replace(/[.+()|{}$^*?[\]\\/]/g, '\\$&');
}
//# sourceMappingURL=ignore-pattern.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/source/ignore-rules.js


/** Reads the lines as moby's ignorefile.ReadAll and patternmatcher.New do (moby/patternmatcher v0.6.1). */
function parseIgnoreRules(text) {
    const rules = [];
    for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
        if (line.startsWith('#') || line.trim() === '')
            continue;
        const rule = parseRule(line.trim());
        if (rule === undefined)
            return { badPattern: line.trim() };
        rules.push(rule);
    }
    return rules;
}
function parseRule(line) {
    const isMarked = line.startsWith('!');
    const written = isMarked ? line.slice(1).trim() : line;
    const relative = written === '' ? '' : cleanPath(written).replace(/^\/(?=.)/, '');
    // patternmatcher cleans once more, together with the mark: of "!../../a" only "a" is left, and it is no exception.
    const cleaned = cleanPath(isMarked ? `!${relative}` : relative);
    if (cleaned === '!')
        return undefined;
    const isException = cleaned.startsWith('!');
    const pattern = isException ? cleaned.slice(1) : cleaned;
    const matches = compileIgnorePattern(pattern);
    return matches === undefined ? undefined : { isException, pattern, matches };
}
/** Go's path.Clean. */
function cleanPath(path) {
    const normal = external_node_path_.posix.normalize(path);
    return normal.length > 1 ? normal.replace(/\/$/, '') : normal;
}
/**
 * The last rule that changes something decides. `parent` is the verdict on the folder above; the walk over the context
 * goes from the top, as that of both builders does (patternmatcher's MatchesUsingParentResults).
 */
function judgePath(rules, path, parent) {
    let isIgnored = false;
    const matched = rules.map((rule, index) => {
        const isMatch = parent?.matched[index] === true || (rule.isException === isIgnored && rule.matches(path));
        if (isMatch)
            isIgnored = !rule.isException;
        return isMatch;
    });
    return { isIgnored, matched };
}
/** Whether an exception may match something below an ignored folder; else the folder need not be read. */
function mayHoldExceptions(rules, folder) {
    const start = `${folder}/`;
    return rules.some(({ isException, pattern }) => {
        const [fixed = ''] = /^[^*?[\\^]*/.exec(pattern) ?? [];
        return isException && (fixed.startsWith(start) || (fixed.length < pattern.length && start.startsWith(fixed)));
    });
}
//# sourceMappingURL=ignore-rules.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/source/context-entries.js

/** Everything that is sent, folders before what is in them. Sockets, pipes and devices are never sent. */
async function contextEntries(walk) {
    return entriesBelow(walk, undefined);
}
async function entriesBelow(walk, folder) {
    const { context, files } = walk;
    const found = [];
    for (const entry of await files.entries(folder === undefined ? context : `${context}/${folder.path}`)) {
        if (entry.kind === 'other')
            continue;
        const path = folder === undefined ? entry.name : `${folder.path}/${entry.name}`;
        const verdicts = walk.rules.map((rules, index) => judgePath(rules, path, folder?.verdicts[index]));
        const own = { path, kind: entry.kind, mode: entry.mode, target: entry.target ?? '' };
        const isSent = verdicts.some(({ isIgnored }) => !isIgnored);
        const below = entry.kind === 'folder' && isOpen(walk, path, verdicts) ? await entriesBelow(walk, { path, verdicts }) : [];
        // A folder that is ignored comes along with what an exception takes back in below it.
        if (isSent || below.length > 0)
            found.push(own);
        for (const each of below)
            found.push(each);
    }
    return found;
}
/** Whether anything in a folder may be sent. */
function isOpen({ rules }, path, verdicts) {
    return rules.some((each, index) => verdicts[index]?.isIgnored !== true || mayHoldExceptions(each, path));
}
//# sourceMappingURL=context-entries.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/source/ignore-files.js

/**
 * The ignore files that count. BuildKit, which builds nearly always, takes the one beside the Dockerfile, else that of
 * the context (frontend/dockerui/config.go); flyctl gives `ignorefile` only to builders without BuildKit (flyctl
 * internal/build/imgsrc/archive.go). Which builder it will be is not known before, so with `ignorefile` both count.
 */
async function readIgnoreFiles({ context, dockerfile, ignoreFile }, files) {
    const beside = await files.readText(`${dockerfile}.dockerignore`);
    const ofBuildKit = beside ?? (await files.readText(`${context}/.dockerignore`)) ?? '';
    // A named file that is missing is read by flyctl as a file with this one line.
    const named = ignoreFile === undefined ? [] : [(await files.readText(ignoreFile)) ?? 'fly.toml'];
    const texts = [ofBuildKit, ...named];
    const rules = [];
    for (const parsed of texts.map(parseIgnoreRules)) {
        if ('badPattern' in parsed)
            return parsed;
        rules.push(parsed);
    }
    return { texts, rules };
}
//# sourceMappingURL=ignore-files.js.map
;// CONCATENATED MODULE: ./packages/fly/lib/source/read-source.js







/** Never fails: what cannot be read is told, and flyctl will say the same about it or do without. */
async function readSource(source, edges) {
    try {
        return await readKnown(source, edges);
    }
    catch (thrown) {
        return unknown((0,suite_error/* errorMessage */.gJ)(thrown).replace(/\.$/, ''));
    }
}
async function readKnown(source, edges) {
    const { context, dockerfile, configFile } = source;
    const build = parseBuildSection(source.configText, configFile);
    if (build.isForeign)
        return unknown('[build] names a builder in place of a Dockerfile');
    const text = await edges.files.readText(dockerfile);
    const ignore = await readIgnoreFiles({ context, dockerfile, ignoreFile: build.ignoreFile }, edges.files);
    if (text === undefined)
        return unknown('the Dockerfile is not there');
    if ('badPattern' in ignore)
        return unknown(`the pattern "${ignore.badPattern}" of the ignore file is not understood`);
    const entries = await contextEntries({ context, rules: ignore.rules, files: edges.files });
    const digest = await contextDigest({ context, entries }, edges);
    if (digest === undefined)
        return unknown('a file of the build context vanished while it was read');
    const buildArguments = new Map([...build.arguments, ...source.buildArguments]);
    return {
        kind: 'known',
        context: read_source_sha256(JSON.stringify([digest, ignore.texts])),
        dockerfile: read_source_sha256(text),
        settings: JSON.stringify([[...buildArguments].sort(), build.target ?? '']),
        hasArguments: buildArguments.size > 0,
        moving: movingParts(text, buildArguments),
        holdsGit: entries.some(({ path }) => path === '.git'),
    };
}
function unknown(why) {
    return { kind: 'unknown', why };
}
function read_source_sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex');
}
//# sourceMappingURL=read-source.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-app/source.js

/** A checkout is read within this time; only a large one is worth a line. */
const source_progressEveryMs = 5_000;
/** Undefined for an image that is built already. */
async function readAppSource({ inputs, image, configFile, configText }, { files, log, clock, context }) {
    if (image.kind === 'image')
        return undefined;
    let toldMs = clock.now();
    const onProgress = ({ done, total }) => {
        if (clock.now() - toldMs < source_progressEveryMs)
            return;
        toldMs = clock.now();
        log.info(`Reading the build context, to compare it with the live release: ${done} of ${total} files.`);
    };
    const { dockerfile, buildArgs: buildArguments } = image;
    const source = { context: context.workspace, dockerfile, configFile, configText, buildArguments };
    const read = await readSource(source, { files, onProgress });
    return { read, movingParts: inputs.reuseUnchangedSource ? 'kept' : 'released' };
}
//# sourceMappingURL=source.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-app/prepare.js







/** @throws SuiteError that names everything that is wrong */
async function prepareApp(raw, tools) {
    const { inputs, problems } = await parseFlyInputs({ spec: deployAppInputs, tokens: ['fly-api-token'] }, raw, tools);
    const contextFolder = tools.context.workspace;
    const configFile = (0,external_node_path_.resolve)(contextFolder, inputs.config);
    const configText = await tools.files.readText(configFile);
    if (configText === undefined)
        problems.missingFile('config', inputs.config);
    const config = problems.attempt(() => parseFlyToml(configText ?? '', inputs.config));
    const app = nameOfApp({ inputs, configText, problems });
    const image = await wantedImage({ inputs, config, configFile, problems }, tools);
    await findIgnoreFile({ named: config?.build.ignoreFile, config: inputs.config, problems }, tools);
    const secrets = wantedSecrets(inputs, problems);
    if (inputs.create && inputs.org === undefined) {
        problems.input('Input "org" is missing; with create it must be a Fly organisation, "personal" for your own.');
    }
    problems.throwIfAny();
    if (config === undefined || image === undefined || app === undefined) {
        throw new Error('A missing file or name must have been a problem.');
    }
    const source = await readAppSource({ inputs, image, configFile, configText: configText ?? '' }, tools);
    const revision = inputs.revision ?? tools.context.sha;
    const wanted = wantedDeployment(inputs, { app, config, image, source, secrets });
    const fingerprint = fingerprintOf(wanted, { configText: configText ?? '', revision });
    return { inputs, configFile, contextFolder, wanted, fingerprint };
}
/** Undefined when it is a problem. */
function nameOfApp({ inputs, configText, problems }) {
    if (configText === undefined)
        return undefined;
    const { monitoredApp: given, monitoringApp, config: file } = inputs;
    const read = problems.attempt(() => ({ name: nameIn(configText, file, problems) }));
    if (read === undefined)
        return undefined;
    const app = deployedApp({ given, named: read.name, file }, problems);
    if (app === undefined)
        problems.input(namelessApp(file));
    if (app !== undefined && app === monitoringApp)
        problems.input(sameApp(app));
    return app;
}
function wantedDeployment(inputs, parts) {
    return {
        ...parts,
        otherSecrets: 'kept',
        create: inputs.create && inputs.org !== undefined ? { organisation: inputs.org } : undefined,
        force: inputs.force ? 'always' : 'when-changed',
    };
}
function fingerprintOf({ app, image, source, secrets }, { configText, revision }) {
    // Only a digest names an image for ever; a tag may be another one the next time.
    const known = image.kind === 'image' && image.reference.includes('@sha256:') ? image.reference : undefined;
    return makeFingerprint({ app, image: known, source: knownSource(source), revision, config: configText, secrets });
}
function knownSource(source) {
    return source?.read.kind === 'known' ? source.read : undefined;
}
async function wantedImage(question, tools) {
    const { inputs, config, problems } = question;
    const buildArgs = parseBuildArgs(inputs.buildArgs ?? '');
    const reference = inputs.image ?? config?.build.image;
    if (reference !== undefined) {
        if (inputs.dockerfile !== undefined)
            problems.input('Inputs "image" and "dockerfile" exclude each other.');
        if (buildArgs.size > 0)
            problems.input('Input "build-args" has no effect with an image that is already built.');
        return { kind: 'image', reference };
    }
    const dockerfile = await findDockerfile(question, tools);
    return dockerfile === undefined ? undefined : { kind: 'build', dockerfile, buildArgs };
}
/** Where people keep it, in the order in which it is looked for. */
const usualDockerfiles = ['docker/Dockerfile.fly', 'Dockerfile'];
async function findDockerfile({ inputs, config, configFile, problems }, { files, context }) {
    const named = config?.build.dockerfile;
    // flyctl takes the one in the file without a word, so a different wish must not be passed over.
    const inConfig = named === undefined ? undefined : (0,external_node_path_.resolve)(configFile, '..', named);
    const given = inputs.dockerfile === undefined ? undefined : (0,external_node_path_.resolve)(context.workspace, inputs.dockerfile);
    if (given !== undefined && inConfig !== undefined && given !== inConfig) {
        problems.input(`Input "dockerfile" is "${inputs.dockerfile}", but [build] in ${inputs.config} names "${named}", and flyctl takes that one; keep one of the two.`);
    }
    const certain = given ?? inConfig;
    const candidates = certain === undefined ? usualDockerfiles.map((path) => (0,external_node_path_.resolve)(context.workspace, path)) : [certain];
    for (const candidate of candidates)
        if (await files.exists(candidate))
            return candidate;
    problems.missingFile('dockerfile', inputs.dockerfile ?? named ?? usualDockerfiles.join(' or '));
    return undefined;
}
function parseBuildArgs(text) {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1)]));
}
function wantedSecrets(inputs, problems) {
    const secrets = new Map(inputs.secrets ?? []);
    if (inputs.metricsToken !== undefined) {
        if (secrets.has('METRICS_TOKEN'))
            problems.input('METRICS_TOKEN is given twice: in "secrets" and as "metrics-token".');
        secrets.set('METRICS_TOKEN', inputs.metricsToken);
    }
    for (const problem of secretProblems(secrets))
        problems.input(problem);
    return secrets;
}
//# sourceMappingURL=prepare.js.map
// EXTERNAL MODULE: ./packages/kit/lib/error-report.js
var error_report = __nccwpck_require__(9995);
// EXTERNAL MODULE: ./packages/kit/lib/text/markdown.js
var markdown = __nccwpck_require__(3059);
// EXTERNAL MODULE: ./packages/kit/lib/text/foreign-text.js
var foreign_text = __nccwpck_require__(7338);
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/report.js



/** The outputs that every deployment has; `machines` is a JSON list. */
const deploymentOutputs = {
    url: 'Public address, or empty when there is none.',
    changed: 'true when something was released.',
    'release-version': 'Number of the live release.',
    image: 'Live image, pinned by its digest.',
    'image-digest': 'Digest of the live image.',
    'previous-release-version': 'Number of the last good release before this run.',
    'previous-image': 'Image of the last good release before this run.',
    machines: 'JSON list of the machines, also after a failed deploy: id, name, group, region, state, release.',
    'started-at': 'When the deploy began, in ISO 8601.',
};
function reportDeployment(facts) {
    const { app, outcome } = facts;
    switch (outcome.kind) {
        case 'failed':
        case 'interrupted':
            // The outputs are there for whoever puts the previous release back.
            return { ...(0,error_report/* errorReport */.Z)(outcome.error), outputs: outputsOf(facts, undefined) };
        case 'unchanged':
            return success(facts, outcome.live, `${app}: unchanged, release ${outcome.live.version} is live and healthy`);
        case 'deployed':
            return success(facts, outcome.live, `${app}: release ${outcome.live.version} is live`);
    }
}
function success(facts, live, headline) {
    const header = ['Machine', 'Group', 'Region', 'State'];
    const rows = live.machines.map((machine) => [machine.id, groupOf(machine), machine.region, machine.state]);
    const table = (0,markdown/* markdownTable */.Qj)(header, rows.map((row) => row.map(markdown/* escapeCell */.kq)));
    const link = facts.url === '' ? '' : `\n\n${(0,markdown/* escapeCell */.kq)(facts.url)}`;
    const why = whySentence(facts);
    return {
        conclusion: 'success',
        outputs: outputsOf(facts, live),
        summary: `### ✅ ${(0,markdown/* escapeCell */.kq)(headline)}${link}${why === undefined ? '' : `\n\n${(0,markdown/* escapeCell */.kq)(why)}`}\n\n${table}\n\nImage: ${(0,markdown/* inlineCode */.ti)(live.image)}\n`,
        lines: [
            `✔ ${headline}`,
            ...(why === undefined ? [] : [why]),
            ...(facts.url === '' ? [] : [facts.url]),
            ...(0,markdown/* textTable */.ed)(header, rows),
        ].map(foreign_text/* harmless */.Is),
        annotations: noticesOf(facts, live),
    };
}
/** Why it was released, or what was compared when it was not. */
function whySentence({ plan, outcome }) {
    if (outcome.kind === 'unchanged')
        return plan.live?.note;
    const step = plan.steps.find(({ kind }) => kind === 'deploy');
    return step?.kind === 'deploy' ? `Released because: ${step.why.replace(/\.$/, '')}.` : undefined;
}
function noticesOf({ app, outcome }, live) {
    const notices = [];
    if (outcome.kind === 'deployed' && outcome.notice !== undefined) {
        const message = `${outcome.notice} The machines show that the release is live.`;
        notices.push({ level: 'warning', title: `${app}: live, but not by itself`, message });
    }
    if (live.asleep.length > 0) {
        const ids = live.asleep.map(({ id }) => id).join(', ');
        const message = `They have the release and have not started it yet, because idle machines are stopped: ${ids}.`;
        notices.push({ level: 'notice', title: `${app}: machines asleep`, message });
    }
    if (live.unreachable.length > 0) {
        const ids = live.unreachable.map(({ id }) => id).join(', ');
        const message = `Their host does not answer, so this deploy did not reach them: ${ids}. See "fly machine list -a ${app}".`;
        notices.push({ level: 'warning', title: `${app}: machines unreachable`, message });
    }
    return notices;
}
function outputsOf({ plan, url, outcome, startedAt }, live) {
    return {
        url,
        changed: String(outcome.kind === 'deployed'),
        'release-version': live === undefined ? '' : String(live.version),
        image: live?.image ?? '',
        'image-digest': live?.digest ?? '',
        'previous-release-version': plan.previous === undefined ? '' : String(plan.previous.version),
        'previous-image': plan.previous?.image ?? '',
        // A standby serves nobody, so that it is in the list of neither.
        machines: JSON.stringify((outcome.kind === 'failed' ? outcome.now.filter(isServing) : (live?.machines ?? [])).map(machineFacts)),
        'started-at': startedAt,
    };
}
function machineFacts(machine) {
    const { id, name, region, state, config } = machine;
    return { id, name, group: groupOf(machine), region, state, release: config?.releaseVersion };
}
/** What a dry run shows. */
function reportPlan(app, plan) {
    const steps = plan.steps.map((step) => describeStep(step, app));
    const listed = steps.length === 0 ? ['nothing: what is live is what is wanted'] : steps;
    const title = `${app}: dry run, nothing was changed`;
    return {
        conclusion: 'success',
        outputs: { changed: 'false' },
        summary: `### 📝 ${(0,markdown/* escapeCell */.kq)(title)}\n\n${listed.map((line) => `- ${(0,markdown/* escapeCell */.kq)(line)}`).join('\n')}\n`,
        lines: [title, ...listed.map((line) => `  would ${line}`)].map(foreign_text/* harmless */.Is),
        annotations: [],
    };
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-app/report.js

const deployAppOutputs = {
    ...deploymentOutputs,
    revision: 'Revision that the processes of the live release show, as its deploy wrote it down.',
    'started-at': 'When the deploy of the live release began, in ISO 8601: that of this run, unless nothing was released.',
    outcome: 'deployed, unchanged, failed, interrupted, or planned in a dry run.',
};
function reportApp(facts, revision) {
    const report = reportDeployment(facts);
    const isLive = report.conclusion === 'success';
    return {
        ...report,
        outputs: { ...report.outputs, outcome: facts.outcome.kind, revision: isLive ? (revision ?? '') : '' },
    };
}
function reportAppPlan(app, plan) {
    const report = reportPlan(app, plan);
    return { ...report, outputs: { ...report.outputs, outcome: 'planned' } };
}
//# sourceMappingURL=report.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/failed-deployment.js


/** A failed deploy, looked at: what each machine runs now, and the last words of one that does not do well. */
async function failedDeployment(run, { error, problems = [] }) {
    const { code, message, hint, isTemporary } = (0,suite_error/* toSuiteError */.oQ)(error);
    const now = await machinesNow(run);
    const parts = [
        message,
        ...problems.map(describeProblem),
        now === undefined ? 'Fly.io could not be asked what runs now.' : describeNow(now),
        await lastWords(run, suspectOf(problems, now?.find(({ id }) => message.includes(id)))),
    ];
    const whole = parts.filter((part) => part !== '').join('\n');
    const looked = new suite_error/* SuiteError */.$K({ code, message: whole, hint, isTemporary, cause: error });
    return { kind: 'failed', error: looked, now: now ?? [] };
}
async function machinesNow({ flyctl, wanted: { app } }) {
    try {
        return (await flyctl.machines(app)).filter(isOfRelease);
    }
    catch (thrown) {
        // The failure itself is what counts; that it could not be looked at is told beside it.
        if ((0,suite_error/* isSuiteError */.t$)(thrown))
            return undefined;
        throw thrown;
    }
}
function describeNow(machines) {
    if (machines.length === 0)
        return 'What runs now: no machine.';
    return ['What runs now:', ...machines.map((machine) => `- ${describeMachine(machine)}`)].join('\n');
}
/** Whose log may say why: a machine that still runs the release before has seen nothing of this one. */
function suspectOf(problems, named) {
    const machines = problems.flatMap((problem) => ('machine' in problem ? [problem] : []));
    const suspect = machines.find(({ kind }) => kind !== 'other-release');
    return (suspect?.machine ?? named ?? machines[0]?.machine)?.id;
}
async function lastWords({ flyctl, wanted: { app } }, id) {
    if (id === undefined)
        return '';
    const log = await flyctl.lastLogLines(app, id);
    switch (log.kind) {
        case 'denied':
            return `This token may not read logs; "fly logs -a ${app}" with a token of the organisation ("fly tokens create org") shows them.`;
        case 'unavailable':
            return `Fly.io could not show the logs now; "fly logs -a ${app}" shows them later.`;
        case 'read':
            return log.lines.length === 0 ? '' : [`Last lines of machine ${id}:`, ...log.lines].join('\n');
    }
}
/** A blue machine that flyctl could not destroy; the proxy may start it again, with the release before. */
function leftBehind(app, version, ids) {
    const named = ids.join(' ');
    return new suite_error/* SuiteError */.$K({
        code: 'DEPLOY_NOT_LIVE',
        message: `flyctl reported success, but release ${version} of "${app}" is not live alone: machines of a release before were left: ${named}.`,
        hint: `Run again, or destroy them with "fly machine destroy --force -a ${app} ${named}"; until then the proxy may start them.`,
    });
}
function notLive(app, what, seen = '') {
    return new suite_error/* SuiteError */.$K({
        code: 'DEPLOY_NOT_LIVE',
        message: `flyctl reported success, but ${what} "${app}" is not live.${seen === '' ? '' : ` ${seen}`}`,
        hint: `Look at "fly machine list -a ${app}" and "fly logs -a ${app}"; an image that cannot be pulled makes Fly put the old version back silently.`,
    });
}
//# sourceMappingURL=failed-deployment.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/interrupted.js

/** What a person needs who finds a cancelled deployment: how far it came, what was live before, and where to look. */
function interruptedDeployment({ app, plan, during, done, cause }) {
    const before = done.length === 0 ? 'Nothing was changed before that.' : `Done before that: ${done.join('; ')}.`;
    return new suite_error/* SuiteError */.$K({
        code: 'INTERRUPTED',
        message: `The run was cancelled during "${during}". ${before} ${liveBefore(app, plan)}`,
        hint: `See what runs now with "fly machine list -a ${app}" and "fly releases -a ${app}", then run again: what was done is found and not done twice.`,
        cause,
    });
}
function liveBefore(app, { previous, live }) {
    const release = live ?? previous;
    if (release === undefined)
        return `No release of "${app}" was live before.`;
    const image = release.image === undefined ? '' : ` (${release.image})`;
    return `Live before this run: release ${release.version} of "${app}"${image}.`;
}
//# sourceMappingURL=interrupted.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/judge-deploy.js



/**
 * What the machines say after flyctl has ended, whatever it said itself: it has been seen to report success for a
 * release that was put back, to fail after all was done, and to hang.
 */
async function judgeDeploy(run, outcome, tools) {
    const list = await listReleases(run);
    const version = await newVersion(list, run, outcome);
    if (version === undefined)
        return failedDeployment(run, { outcome, error: noRelease(run, outcome) });
    const doubt = doubtOf(list, version);
    const proof = await proveSoon(run, version, tools);
    if (proof.kind === 'proved' && outcome.kind === 'released' && doubt === '') {
        return deployed(proof, unfinished(list, version));
    }
    const started = proof.kind === 'unproved' ? await startStopped(run, proof, tools) : [];
    const isWorthWatching = proof.kind === 'proved' ? keepsRunning(outcome) : started.length > 0;
    const watched = isWorthWatching ? await proveSteady(run, version, tools) : proof;
    if (isWorthWatching && watched.kind === 'proved')
        return deployed(watched, noticeOf(outcome, { doubt, started }));
    const problems = watched.kind === 'unproved' ? watched.problems : [];
    const error = outcome.kind === 'released' ? unproved(run, { version, doubt, problems }) : outcome.error;
    return failedDeployment(run, { outcome, error, problems });
}
function unproved(run, { version, doubt, problems }) {
    const left = problems.flatMap((problem) => problem.kind === 'other-release' && problem.machine.state === 'stopped' ? [problem.machine.id] : []);
    const isOnlyLeft = left.length > 0 && left.length === problems.length;
    return isOnlyLeft && strategyOf(run) === 'bluegreen'
        ? leftBehind(run.wanted.app, version, left)
        : notLive(run.wanted.app, `release ${version} of`, doubt);
}
function strategyOf({ request, wanted }) {
    return request.strategy ?? wanted.config.deploy.strategy;
}
function deployed(live, notice) {
    return { kind: 'deployed', live, notice };
}
async function listReleases({ flyctl, wanted: { app } }) {
    try {
        return { kind: 'listed', releases: await flyctl.releases(app) };
    }
    catch (thrown) {
        if (!(0,suite_error/* isSuiteError */.t$)(thrown))
            throw thrown;
        return { kind: 'unlisted', why: thrown.message.replace(/\n[\s\S]*/, '') };
    }
}
/** Undefined when this deploy made none. */
async function newVersion(list, { flyctl, plan, wanted: { app } }, outcome) {
    const told = outcome.kind === 'released' ? outcome.release?.version : undefined;
    const version = told ?? (list.kind === 'listed' ? list.releases[0]?.version : newestOf(await flyctl.machines(app)));
    return version !== undefined && version > plan.newestVersion ? version : undefined;
}
/** A machine tells the release that it was made for. */
function newestOf(machines) {
    return Math.max(0, ...machines.filter(isOfRelease).map(({ config }) => config?.releaseVersion ?? 0));
}
/**
 * flyctl has ended with 0 for releases that it wrote down as failed (flyctl#2651): then, and when it cannot be known, the
 * machines are watched.
 */
function doubtOf(list, version) {
    if (list.kind === 'unlisted')
        return `Whether Fly lists release ${version} as complete is not known: ${list.why}`;
    const status = statusIn(list, version);
    return status === 'failed' || status === 'interrupted' ? `Fly lists release ${version} as ${status}.` : '';
}
/** flyctl goes on when it cannot write down how a release ended (flyctl machines_deploymachinesapp.go:111-119). */
function unfinished(list, version) {
    const status = statusIn(list, version);
    return status === 'running' || status === 'pending' ? `Fly lists release ${version} as ${status}.` : undefined;
}
function statusIn(list, version) {
    return list.kind === 'listed' ? list.releases.find((release) => release.version === version)?.status : undefined;
}
function noRelease({ wanted: { app } }, outcome) {
    if (outcome.kind !== 'released')
        return outcome.error;
    return notLive(app, 'a new release of', 'flyctl ended without an error and made no release.');
}
/** flyctl has watched a machine crash again and again: that it is up at the moment proves nothing. */
function keepsRunning(outcome) {
    if (outcome.kind !== 'failed')
        return true;
    const { kind } = outcome.failure;
    return kind !== 'smoke-check-failed' && !kind.startsWith('release-command-');
}
function noticeOf(outcome, { doubt, started }) {
    const told = outcome.kind === 'released' ? doubt : outcome.error.message;
    const start = started.length === 0 ? '' : `Stopped machines, which a deploy does not start, were started: ${started.join(', ')}.`;
    return [told, start].filter((part) => part !== '').join(' ');
}
/**
 * Starts each machine that has the release and is stopped, once. A deploy updates such a machine and leaves it stopped
 * (flyctl machines_launchinput.go:299-317), so after a crash loop the release that mends it would never run.
 */
async function startStopped({ flyctl, wanted: { app } }, { problems }, { log }) {
    const stopped = problems.flatMap((problem) => (isStopped(problem) ? [problem.machine.id] : []));
    for (const id of stopped) {
        log.info(`→ start machine ${id}, which has the release and is stopped`);
        try {
            await flyctl.startMachine(app, id);
        }
        catch (thrown) {
            if (!(0,suite_error/* isSuiteError */.t$)(thrown))
                throw thrown;
            log.info(thrown.message);
        }
    }
    return stopped;
}
function isStopped(problem) {
    return problem.kind === 'not-started' && ['stopped', 'suspended', 'created'].includes(problem.machine.state);
}
/** flyctl has waited already; this is for what is written a moment later. */
const settleMs = 10_000;
/** As long as flyctl watches for a crash loop. */
const watchMs = 10_000;
/** `immediate` waits for nothing, so all the waiting is to be done here (flyctl machines_deploymachinesapp.go:776). */
async function proveSoon(run, version, tools) {
    return proveWithin(strategyOf(run) === 'immediate' ? run.request.waitTimeout.ms : settleMs, { run, version, tools });
}
async function proveWithin(budgetMs, { run, version, tools }) {
    let latest = { kind: 'unproved', problems: [] };
    await waitUntil(tools.clock, { budgetMs, firstDelayMs: 1_000, maxDelayMs: 5_000, factor: 2 }, async () => {
        latest = await proveNow(run, version);
        return latest.kind === 'proved' ? { kind: 'done', value: latest } : { kind: 'retry', observed: 'not proved yet' };
    });
    return latest;
}
async function proveNow({ flyctl, wanted }, version) {
    const machines = await flyctl.machines(wanted.app);
    return proveRelease(machines, { version, sleepingGroups: sleepingGroups(wanted.config, machines) });
}
/** Proved, and still proved after the time in which a crash shows, without an exit meanwhile. */
async function proveSteady(run, version, tools) {
    const first = await proveWithin(run.request.waitTimeout.ms, { run, version, tools });
    if (first.kind === 'unproved')
        return first;
    await tools.clock.sleep(watchMs);
    const second = await proveNow(run, version);
    if (second.kind === 'unproved')
        return second;
    const exited = second.machines.filter((machine) => hasExitedSince(machine, first.machines));
    const problems = exited.map((machine) => ({ kind: 'not-started', machine }));
    return exited.length === 0 ? second : { kind: 'unproved', problems };
}
function hasExitedSince({ id, lastExit }, before) {
    return before.find((machine) => machine.id === id)?.lastExit?.at !== lastExit?.at;
}
//# sourceMappingURL=judge-deploy.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/run.js






/**
 * Does the steps of the plan.
 * @throws SuiteError from a step before the deploy; then what was live is still live
 */
async function runDeployment(run, tools) {
    const { plan, wanted } = run;
    const done = [];
    for (const step of plan.steps) {
        const during = describeStep(step, wanted.app);
        tools.log.info(`→ ${during}`);
        try {
            if (step.kind === 'deploy')
                return await deployAndProve(run, tools);
            await tellingWhatRan(() => run_prepareApp(run, step), nothingDeployed(wanted.app, done));
        }
        catch (thrown) {
            if (!(0,interruption/* isInterruption */.s)(thrown))
                throw thrown;
            const error = interruptedDeployment({ app: wanted.app, plan, during, done, cause: thrown });
            return { kind: 'interrupted', error };
        }
        done.push(during);
    }
    if (plan.live === undefined)
        throw new Error('A plan without a deploy needs a live release.');
    return { kind: 'unchanged', live: plan.live };
}
async function run_prepareApp({ flyctl, wanted: { app, secrets } }, step) {
    switch (step.kind) {
        case 'create-app':
            return flyctl.createApp(app, step.organisation);
        case 'allocate-address':
            return flyctl.allocateAddress(app, step.type);
        case 'create-volume':
            return flyctl.createVolume(app, step);
        case 'stage-secrets':
            return flyctl.stageSecrets(app, new Map([...secrets].filter(([name]) => step.names.includes(name))));
        case 'remove-secrets':
            return flyctl.stageSecretRemoval(app, step.names);
    }
}
async function deployAndProve(run, tools) {
    const outcome = await run.flyctl.deploy(run.request);
    try {
        return await judgeDeploy(run, outcome, tools);
    }
    catch (thrown) {
        if ((0,interruption/* isInterruption */.s)(thrown))
            throw thrown;
        // Fly could not be asked: what flyctl said is all that is known.
        return failedDeployment(run, {
            outcome,
            error: outcome.kind === 'released' ? (0,suite_error/* toSuiteError */.oQ)(thrown) : outcome.error,
        });
    }
}
//# sourceMappingURL=run.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/fly-deployment/timeouts.js
/** A build without any cache, on a builder that has to be started first. */
const buildMs = 15 * 60_000;
/** Starting, checking and the pause in which flyctl watches for a crash loop. */
const overheadMs = 60_000;
/** flyctl's own, for a release command whose time the file does not tell (internal/command/deploy/deploy.go). */
const releaseCommandMs = 5 * 60_000;
/** The input, else what the fly.toml says, else `defaultMs`. */
function waitTimeoutOf(input, { deploy }, defaultMs) {
    if (input !== undefined)
        return { ms: input, from: 'input' };
    if (deploy.waitTimeoutMs !== undefined)
        return { ms: deploy.waitTimeoutMs, from: 'file' };
    return { ms: defaultMs, from: 'default' };
}
/**
 * Of a whole deploy. flyctl's own limit is for each machine and each step, and it has been seen to hang after all was
 * done.
 */
function totalTimeoutMs({ waitTimeout, image, deploy }) {
    const command = deploy.releaseCommand === undefined ? 0 : (deploy.releaseCommandTimeoutMs ?? releaseCommandMs);
    return 2 * waitTimeout.ms + overheadMs + command + (image.kind === 'build' ? buildMs : 0);
}
/** Kept of a stage's time for looking at the machines after a deploy, starting stopped ones and telling what is known. */
const lookMs = 90_000;
//# sourceMappingURL=timeouts.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-app/run.js





/** flyctl's own. */
const defaultWaitMs = 5 * 60_000;
async function runDeployApp(prepared, { flyctl, wanted, plan }, tools) {
    const { inputs } = prepared;
    if (inputs.dryRun)
        return reportAppPlan(wanted.app, plan);
    const startedAt = new Date(tools.clock.now()).toISOString();
    const request = deployRequest(prepared, wanted, tools);
    const outcome = await runDeployment({ flyctl, wanted, plan, request }, tools);
    const url = hasPublicServices(wanted.config) ? `https://${wanted.app}.fly.dev` : '';
    const facts = { app: wanted.app, url, plan, outcome };
    if (outcome.kind !== 'unchanged')
        return reportApp({ ...facts, startedAt }, wanted.fingerprint.revision);
    // What is proved then is the release that stays: its processes started with its own deploy, not with this run.
    return reportApp({ ...facts, startedAt: plan.live?.startedAt ?? '' }, plan.live?.revision);
}
function deployRequest({ inputs, configFile, contextFolder }, wanted, tools) {
    const { deploy } = wanted.config;
    const waitTimeout = waitTimeoutOf(inputs.waitTimeout, wanted.config, defaultWaitMs);
    const build = wanted.image.kind === 'build' ? wanted.image : undefined;
    return {
        app: wanted.app,
        contextFolder,
        configFile,
        dockerfile: wanted.config.build.dockerfile === undefined ? build?.dockerfile : undefined,
        image: wanted.image.kind === 'image' ? wanted.image.reference : undefined,
        imageLabel: build === undefined ? undefined : tools.context.runLabel,
        ...(build === undefined ? {} : { buildArgs: build.buildArgs }),
        env: { [fingerprintVariable]: writeFingerprint(wanted.fingerprint) },
        strategy: inputs.strategy,
        publicAddresses: hasPublicServices(wanted.config) ? 'default' : 'none',
        waitTimeout,
        totalTimeoutMs: totalTimeoutMs({ waitTimeout, image: wanted.image, deploy }),
        endsAtMs: tools.endsAtMs === undefined ? undefined : tools.endsAtMs - lookMs,
    };
}
//# sourceMappingURL=run.js.map
;// CONCATENATED MODULE: ./packages/stages/lib/deploy-app/stage.js








const deployApp = {
    name: 'deploy-app',
    purpose: 'Deploy the monitored app to Fly.io and prove that its machines run the release.',
    inputs: deployAppInputs,
    outputs: deployAppOutputs,
    prepare: async (raw, tools) => {
        const prepared = await prepareApp(raw, tools);
        const { inputs } = prepared;
        const { app } = prepared.wanted;
        const wanted = prepared.fingerprint.then((fingerprint) => ({ ...prepared.wanted, fingerprint }));
        const access = { token: inputs.flyApiToken, environment: raw.environment, inputs };
        // Its time begins when Fly is first asked.
        const limited = keepSuccess(async () => withDeadline(tools, { ms: inputs.deadline, stage: 'deploy-app' }));
        const planned = keepSuccess(async () => readPlan({ app, wanted }, access, await limited()));
        return {
            preflight: async () => {
                await planned();
            },
            run: async () => {
                const plan = await tellingWhatRan(planned, nothingChanged(app));
                return runDeployApp(prepared, plan, await limited());
            },
        };
    },
};
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
/******/ var __webpack_exports__ = __nccwpck_require__(68);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
