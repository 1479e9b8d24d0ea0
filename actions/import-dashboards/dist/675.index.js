export const id = 675;
export const ids = [675];
export const modules = {

/***/ 6675:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parsePrometheusConfig: () => (/* reexport */ parsePrometheusConfig)
});

// UNUSED EXPORTS: alertLabels, appsOf, compareConfig, describeFailure, groupsOfJob, isFinal, jobGroups, parseExposition, parseInternalName, parseRuleFile, prometheusAccessInputs, prometheusApi, receivedAlerts, rewriteInternalNames, setExternalLabels, twofoldAuth

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./packages/kit/lib/text/duration.js
var duration = __webpack_require__(1998);
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/yaml-source.js

/** A YAML text with the lines of its nodes; collects what is wrong with it. */
class YamlSource {
    problems = [];
    root;
    #lines = new dist/* LineCounter */.HN();
    constructor(text) {
        const document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: this.#lines });
        this.root = document.contents;
        for (const error of document.errors) {
            const [message = ''] = error.message.split('\n');
            this.problems.push({ level: 'error', message, line: error.linePos?.[0].line ?? 1 });
        }
    }
    error(node, message) {
        this.problems.push({ level: 'error', message, line: this.lineOf(node) });
    }
    warn(node, message) {
        this.problems.push({ level: 'warning', message, line: this.lineOf(node) });
    }
    lineOf(node) {
        return (0,dist/* isNode */.Ll)(node) && node.range ? this.#lines.linePos(node.range[0]).line : 1;
    }
}
/** The node of a field, or undefined. */
function child(node, name) {
    const found = (0,dist/* isMap */.jh)(node) ? node.get(name, true) : undefined;
    return (0,dist/* isNode */.Ll)(found) ? found : undefined;
}
//# sourceMappingURL=yaml-source.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/field-reader.js



/** Reads the fields of one mapping; what is wrong goes to the source's problems, and a fallback is returned. */
class FieldReader {
    source;
    node;
    path;
    constructor(source, node, path) {
        this.source = source;
        this.node = node;
        this.path = path;
    }
    at(name) {
        return child(this.node, name);
    }
    text(name, fallback) {
        const node = this.at(name);
        if (node === undefined || ((0,dist/* isScalar */.jn)(node) && node.value === null))
            return fallback;
        if ((0,dist/* isScalar */.jn)(node))
            return String(node.value);
        this.source.error(node, `${this.path}${name} must be a text.`);
        return fallback;
    }
    durationMs(name, fallbackMs) {
        const text = this.text(name, undefined);
        if (text === undefined)
            return fallbackMs;
        const ms = (0,duration/* parseDuration */.E)(text);
        if (ms !== undefined)
            return ms;
        this.source.error(this.at(name), `${this.path}${name} is "${text}"; it must be a duration such as 15s.`);
        return fallbackMs;
    }
    port(name) {
        const text = this.text(name, undefined);
        if (text === undefined)
            return undefined;
        const port = Number(text);
        if (Number.isInteger(port) && port > 0 && port < 65_536)
            return port;
        this.source.error(this.at(name), `${this.path}${name} is "${text}"; it must be a port from 1 to 65535.`);
        return undefined;
    }
    texts(name) {
        return this.items(name).flatMap((item) => ((0,dist/* isScalar */.jn)(item) ? [String(item.value)] : []));
    }
    /** Nodes of a list; a missing one is empty. */
    items(name) {
        const node = this.at(name);
        if (node === undefined || ((0,dist/* isScalar */.jn)(node) && node.value === null))
            return [];
        if ((0,dist/* isSeq */.oP)(node))
            return node.items;
        this.source.error(node, `${this.path}${name} must be a list.`);
        return [];
    }
    labels(name) {
        const node = this.at(name);
        if (!(0,dist/* isMap */.jh)(node))
            return {};
        const text = (value) => ((0,dist/* isScalar */.jn)(value) ? String(value.value) : '');
        return Object.fromEntries(node.items.map(({ key, value }) => [text(key), text(value)]));
    }
    fieldNames() {
        if (!(0,dist/* isMap */.jh)(this.node))
            return [];
        return this.node.items.map(({ key }) => ((0,dist/* isScalar */.jn)(key) ? String(key.value) : ''));
    }
    below(node, path) {
        return new FieldReader(this.source, node, path);
    }
}
//# sourceMappingURL=field-reader.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/parse-job.js

/** Prometheus' default for dns_sd_configs. */
const defaultRefreshMs = 30_000;
const discoverySuffix = '_sd_configs';
/** Undefined when it has no name to speak of. */
function readJob({ source, node, defaults }) {
    const name = new FieldReader(source, node, '').text('job_name', '');
    if (name === '') {
        source.error(node, 'A job in scrape_configs has no job_name.');
        return undefined;
    }
    const job = new FieldReader(source, node, `Job "${name}": `);
    const intervalMs = job.durationMs('scrape_interval', defaults.intervalMs);
    // Without an own time-out Prometheus shortens the global one to the interval.
    const timeoutMs = job.durationMs('scrape_timeout', Math.min(defaults.timeoutMs, intervalMs));
    if (timeoutMs > intervalMs)
        source.error(node, `Job "${name}": scrape_timeout is longer than scrape_interval.`);
    const discoveries = readDiscoveries(job, source);
    if (discoveries.length === 0)
        source.error(node, `Job "${name}" names no targets.`);
    return {
        name,
        scheme: job.text('scheme', 'http'),
        metricsPath: job.text('metrics_path', '/metrics'),
        intervalMs,
        timeoutMs,
        credentialsFile: job
            .below(job.at('authorization'), `Job "${name}": authorization.`)
            .text('credentials_file', undefined),
        discoveries,
        line: source.lineOf(node),
    };
}
function readDiscoveries(job, source) {
    const fixed = job.items('static_configs').map((node) => readStatic(job, node));
    const dns = job.items('dns_sd_configs').map((node) => readDns(job, node));
    const others = job
        .fieldNames()
        .filter((name) => name.endsWith(discoverySuffix) && name !== 'dns_sd_configs')
        .map((name) => ({ kind: 'other', mechanism: name.slice(0, -'_configs'.length) }));
    for (const discovery of [...fixed, ...dns])
        reportDiscovery(discovery, job, source);
    return [...fixed, ...dns, ...others];
}
function readStatic(job, node) {
    return { kind: 'static', targets: job.below(node, job.path).texts('targets') };
}
function readDns(job, node) {
    const dns = job.below(node, `${job.path}dns_sd_configs.`);
    return {
        kind: 'dns',
        names: dns.texts('names'),
        type: dns.text('type', 'SRV'),
        port: dns.port('port'),
        refreshMs: dns.durationMs('refresh_interval', defaultRefreshMs),
    };
}
/** What Prometheus accepts although it cannot work on Fly, or proves little. */
function reportDiscovery(discovery, job, source) {
    if (discovery.kind === 'static') {
        for (const target of discovery.targets.filter(isSharedAddress)) {
            source.warn(job.node, `${job.path}the static target ${target} stands for all machines of an app, and each scrape is answered by one of them at random; use dns_sd_configs with type AAAA.`);
        }
    }
    if (discovery.kind !== 'dns' || !discovery.names.some((name) => name.endsWith('.internal')))
        return;
    if (discovery.type !== 'AAAA') {
        source.error(job.node, `${job.path}.internal names are AAAA records only; set type: AAAA, not ${discovery.type}.`);
    }
    else if (discovery.port === undefined)
        source.error(job.node, `${job.path}type AAAA needs a port.`);
}
/** Addresses behind Fly's proxy, and names with one record for each machine. */
function isSharedAddress(target) {
    const host = target.replace(/:\d+$/, '');
    return /\.(fly\.dev|flycast|internal)$/.test(host) && !/\.vm\.[^.]+\.internal$/.test(host);
}
//# sourceMappingURL=parse-job.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/parse-config.js




/** Prometheus' own defaults, for what the file leaves out. */
const defaultIntervalMs = 60_000;
const defaultTimeoutMs = 10_000;
/** Reads what is scraped, and lists everything that is wrong or would prove nothing, all at once. */
function parsePrometheusConfig(text, { file }) {
    const source = new YamlSource(text);
    if (source.root !== null && !(0,dist/* isMap */.jh)(source.root))
        source.error(source.root, 'The configuration must be a mapping.');
    const root = new FieldReader(source, source.root, '');
    const global = root.below(root.at('global'), 'global.');
    const scrapeIntervalMs = global.durationMs('scrape_interval', defaultIntervalMs);
    const defaults = {
        intervalMs: scrapeIntervalMs,
        timeoutMs: global.durationMs('scrape_timeout', defaultTimeoutMs),
    };
    const jobs = root.items('scrape_configs').flatMap((node) => readJob({ source, node, defaults }) ?? []);
    const evaluationIntervalMs = global.durationMs('evaluation_interval', defaultIntervalMs);
    reportJobs(jobs, source, root.at('scrape_configs'));
    return {
        file,
        jobs,
        ruleFiles: root.texts('rule_files'),
        externalLabels: global.labels('external_labels'),
        scrapeIntervalMs,
        evaluationIntervalMs,
        remoteWriteUrls: root.items('remote_write').flatMap((node) => root.below(node, '').text('url', undefined) ?? []),
        problems: source.problems,
    };
}
function reportJobs(jobs, source, node) {
    // Prometheus itself starts happily with nothing to scrape.
    if (jobs.length === 0)
        source.error(node, 'scrape_configs names no job: nothing would be scraped.');
    for (const [index, { name, line }] of jobs.entries()) {
        const first = jobs.findIndex((other) => other.name === name);
        if (first === index)
            continue;
        const message = `The job "${name}" is named twice (first in line ${jobs[first]?.line ?? 1}).`;
        source.problems.push({ level: 'error', message, line });
    }
}
//# sourceMappingURL=parse-config.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/index.js












//# sourceMappingURL=index.js.map

/***/ })

};
