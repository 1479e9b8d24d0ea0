export const id = 489;
export const ids = [489];
export const modules = {

/***/ 6489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parsePrometheusConfig: () => (/* reexport */ parsePrometheusConfig)
});

// UNUSED EXPORTS: alertLabels, appToRename, appsOf, compareConfig, describeFailure, filesOfPattern, groupsOfJob, isFinal, isInImage, jobGroups, knowsIncludes, parseExposition, parseInternalName, parseRuleFile, pinnedVersion, prometheusAccessInputs, prometheusApi, readIncludedFiles, receivedAlerts, rewriteInternalNames, setExternalLabels, twofoldAuth

;// CONCATENATED MODULE: ./packages/prometheus/lib/yaml/scalar-types.js
/**
 * Values of scalars as go-yaml reads them into a field of a type (resolve.go, decode.go of v2), and Prometheus' own
 * durations and sizes. Each is undefined for a scalar that the field would refuse.
 */
const nullTexts = new Set(['', '~', 'null', 'Null', 'NULL']);
const trueTexts = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const falseTexts = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
function isNull(value) {
    return value.kind === 'scalar' && value.isPlain && nullTexts.has(value.text);
}
function booleanOf(value) {
    if (value.kind !== 'scalar' || !value.isPlain)
        return undefined;
    if (trueTexts.test(value.text))
        return true;
    return falseTexts.test(value.text) ? false : undefined;
}
const integer = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/;
const scalar_types_float = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;
const bases = [16, 2, 8, 10];
/** `10_000`, `0x1F`, `0b11`, `010` (8), `1e3`. */
function numberOf(value) {
    if (value.kind !== 'scalar' || !value.isPlain || !/^[-+.\d]/.test(value.text))
        return undefined;
    const digits = value.text.replaceAll('_', '');
    const match = integer.exec(digits);
    if (match !== null) {
        const [, sign, ...parts] = match;
        const index = parts.findIndex((part) => part !== undefined);
        const number = Number.parseInt(parts[index] ?? '', bases[index]);
        return sign === '-' ? -number : number;
    }
    return scalar_types_float.test(digits) ? Number(digits) : undefined;
}
const duration = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const unitsMs = [31_536_000_000, 604_800_000, 86_400_000, 3_600_000, 60_000, 1_000, 1];
/** ParseDuration of prometheus/common (model/time.go): whole numbers, units from large to small, 0 without a unit. */
function parsePrometheusDuration(text) {
    if (text === '0')
        return 0;
    const match = text === '' ? null : duration.exec(text);
    if (match === null)
        return undefined;
    return unitsMs.reduce((sum, unitMs, index) => sum + Number(match[index + 1] ?? 0) * unitMs, 0);
}
const sizePart = /(\d+\.?\d*|\.\d+)([KMGTPE]i?)?B/g;
const wholeSize = /^(?:(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i?)?B)+$/;
const unitsOf1024 = 'KMGTPE';
/** ParseBase2Bytes of alecthomas/units (bytes.go): KB and KiB are both 1024, and `1GiB512MiB` is a sum. */
function parseSizeBytes(text) {
    if (text === '0')
        return 0;
    if (!wholeSize.test(text))
        return undefined;
    return [...text.matchAll(sizePart)].reduce((sum, [, count, unit = '']) => {
        const power = unit === '' ? 0 : unitsOf1024.indexOf(unit.charAt(0)) + 1;
        return sum + Math.trunc(Number(count) * 1024 ** power);
    }, 0);
}
//# sourceMappingURL=scalar-types.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/field-reader.js

/** Reads the fields of one mapping; what is wrong goes to the source's problems, and a fallback is returned. */
class FieldReader {
    source;
    value;
    path;
    constructor(source, value, path) {
        this.source = source;
        this.value = value;
        this.path = path;
    }
    /** Undefined for a field that is not there or holds nothing. */
    at(name) {
        const found = this.value?.kind === 'mapping' ? this.value.entries.get(name) : undefined;
        return found === undefined || isNull(found) ? undefined : found;
    }
    text(name, fallback) {
        const value = this.at(name);
        if (value === undefined)
            return fallback;
        if (value.kind === 'scalar')
            return value.text;
        this.source.error(value, `${this.path}${name} must be a text.`);
        return fallback;
    }
    /** Prometheus fills in its default for 0 as well. */
    durationMs(name, fallbackMs) {
        const text = this.text(name, undefined);
        if (text === undefined)
            return fallbackMs;
        const ms = parsePrometheusDuration(text);
        if (ms !== undefined)
            return ms === 0 ? fallbackMs : ms;
        this.source.error(this.at(name), `${this.path}${name} is "${text}"; it must be a duration such as 15s.`);
        return fallbackMs;
    }
    port(name) {
        const value = this.at(name);
        if (value === undefined)
            return undefined;
        const port = numberOf(value) ?? Number.NaN;
        if (Number.isInteger(port) && port > 0 && port < 65_536)
            return port;
        const seen = value.kind === 'scalar' ? ` is "${value.text}"; it` : '';
        this.source.error(value, `${this.path}${name}${seen} must be a port from 1 to 65535, without quotes.`);
        return undefined;
    }
    texts(name) {
        return this.items(name).flatMap((item) => (item.kind === 'scalar' ? [textOf(item)] : []));
    }
    /** Values of a list; a missing one is empty. */
    items(name) {
        const value = this.at(name);
        if (value === undefined)
            return [];
        if (value.kind === 'list')
            return value.items;
        this.source.error(value, `${this.path}${name} must be a list.`);
        return [];
    }
    /** A label without a value is no label. */
    labels(name) {
        const value = this.at(name);
        if (value?.kind !== 'mapping')
            return {};
        const labels = [...value.entries].map(([label, each]) => [label, textOf(each)]);
        return Object.fromEntries(labels.filter(([, text]) => text !== ''));
    }
    fieldNames() {
        return this.value?.kind === 'mapping' ? [...this.value.entries.keys()] : [];
    }
    below(value, path) {
        return new FieldReader(this.source, value, path);
    }
}
function textOf(value) {
    return value.kind === 'scalar' && !isNull(value) ? value.text : '';
}
//# sourceMappingURL=field-reader.js.map
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/included-files.js


const firstToInclude = (/* unused pure expression or super */ null && ([2, 43]));
/** Earlier ones refuse a file with the key scrape_config_files (CHANGELOG 2.43.0). A version that is no number may be new. */
function knowsIncludes(version) {
    const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version ?? '') ?? [];
    if (major === undefined || minor === undefined)
        return true;
    const [firstMajor, firstMinor] = firstToInclude;
    return Number(major) > firstMajor || (Number(major) === firstMajor && Number(minor) >= firstMinor);
}
/** An absolute path is one in the image, of which the repository knows nothing. */
function isInImage(pattern) {
    return pattern.startsWith('/');
}
/** Patterns are relative to the configuration that names them. */
async function readIncludedFiles({ file, scrapeConfigFiles }, place) {
    const patterns = scrapeConfigFiles
        .filter((pattern) => !isInImage(pattern))
        .map((pattern) => posix.join(posix.dirname(file), pattern));
    const matches = await Promise.all(patterns.map((pattern) => filesOfPattern(pattern, place)));
    const paths = [...new Set(matches.flat())];
    const read = await Promise.all(paths.map(async (path) => ({ path, text: (await place.files.readText(resolve(place.workspace, path))) ?? '' })));
    return { files: read, missing: patterns.filter((_, index) => matches[index]?.length === 0) };
}
/** Paths that a pattern of a configuration matches, as Go's filepath.Glob does: `*` stays within one folder. */
async function filesOfPattern(pattern, { files, workspace }) {
    const parts = posix.normalize(pattern).split('/');
    const wild = parts.findIndex((part) => /[*?[\\]/.test(part));
    if (wild < 0)
        return (await files.exists(resolve(workspace, pattern))) ? [parts.join('/')] : [];
    const folder = parts.slice(0, wild).join('/');
    const isMatch = new RegExp(`^${pathGlobSource(parts.join('/'))}$`, 'su');
    const names = await files.list(resolve(workspace, folder));
    return names.map((name) => posix.join(folder, name)).filter((path) => isMatch.test(path));
}
//# sourceMappingURL=included-files.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/parse-job.js

/** Prometheus' default for dns_sd_configs. */
const defaultRefreshMs = 30_000;
const discoverySuffix = '_sd_configs';
/** Undefined when it has no name to speak of. */
function readJob({ source, value, defaults }) {
    const name = new FieldReader(source, value, '').text('job_name', '');
    if (name === '') {
        source.error(value, 'A job in scrape_configs has no job_name.');
        return undefined;
    }
    const job = new FieldReader(source, value, `Job "${name}": `);
    const intervalMs = job.durationMs('scrape_interval', defaults.intervalMs);
    // Without an own time-out Prometheus shortens the global one to the interval.
    const timeoutMs = job.durationMs('scrape_timeout', Math.min(defaults.timeoutMs, intervalMs));
    if (timeoutMs > intervalMs)
        source.error(value, `Job "${name}": scrape_timeout is longer than scrape_interval.`);
    const discoveries = readDiscoveries(job, source);
    if (discoveries.length === 0)
        source.error(value, `Job "${name}" names no targets.`);
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
        file: source.file,
        line: source.lineOf(value),
    };
}
function readDiscoveries(job, source) {
    const fixed = job.items('static_configs').map((value) => readStatic(job, value));
    const dns = job.items('dns_sd_configs').map((value) => readDns(job, value));
    const others = job
        .fieldNames()
        .filter((name) => name.endsWith(discoverySuffix) && name !== 'dns_sd_configs')
        .map((name) => ({ kind: 'other', mechanism: name.slice(0, -'_configs'.length) }));
    for (const discovery of [...fixed, ...dns])
        reportDiscovery(discovery, job, source);
    return [...fixed, ...dns, ...others];
}
function readStatic(job, value) {
    return { kind: 'static', targets: job.below(value, job.path).texts('targets') };
}
function readDns(job, value) {
    const dns = job.below(value, `${job.path}dns_sd_configs.`);
    return {
        kind: 'dns',
        names: dns.texts('names'),
        // Prometheus does not mind its case (discovery/dns/dns.go).
        type: dns.text('type', 'SRV').toUpperCase(),
        port: dns.port('port'),
        refreshMs: dns.durationMs('refresh_interval', defaultRefreshMs),
    };
}
/** What Prometheus accepts although it cannot work on Fly, or proves little. */
function reportDiscovery(discovery, job, source) {
    if (discovery.kind === 'static') {
        for (const target of discovery.targets.filter(isSharedAddress)) {
            source.warn(job.value, `${job.path}the static target ${target} stands for all machines of an app, and each scrape is answered by one of them at random; use dns_sd_configs with type AAAA.`);
        }
    }
    if (discovery.kind !== 'dns' || !discovery.names.some((name) => name.endsWith('.internal')))
        return;
    if (discovery.type !== 'AAAA') {
        source.error(job.value, `${job.path}.internal names are AAAA records only; set type: AAAA, not ${discovery.type}.`);
    }
    else if (discovery.port === undefined)
        source.error(job.value, `${job.path}type AAAA needs a port.`);
}
/** Addresses behind Fly's proxy, and names with one record for each machine. */
function isSharedAddress(target) {
    const host = target.replace(/:\d+$/, '');
    return /\.(fly\.dev|flycast|internal)$/.test(host) && !/\.vm\.[^.]+\.internal$/.test(host);
}
//# sourceMappingURL=parse-job.js.map
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./packages/prometheus/lib/yaml/yaml-document.js

/**
 * The first document of a text, whose scalars are all texts as written; undefined for an empty text. Offsets are those of
 * the text. It is read as leniently as libyaml does where that matters to people: the lines of a `[` or `{` collection
 * may be indented in any way, and a comment may stand right behind a quote.
 */
function parseYamlDocument(text) {
    const documents = (0,dist/* parseAllDocuments */.hR)(joinFlowLines(text), {
        schema: 'failsafe',
        version: '1.1',
        uniqueKeys: isSameKey,
    });
    const document = Array.isArray(documents) ? documents[0] : undefined;
    if (document === undefined)
        return undefined;
    document.errors = document.errors.filter(({ message }) => !message.startsWith('Comments must be separated'));
    return document;
}
/** The node that an alias stands for. */
function resolveAlias(alias, document) {
    return alias.resolve(document);
}
function isMergeKey(key) {
    return (0,dist/* isScalar */.jn)(key) && key.value === '<<' && key.type === 'PLAIN';
}
/** A mapping may have several merge keys. */
function isSameKey(one, other) {
    return (0,dist/* isScalar */.jn)(one) && (0,dist/* isScalar */.jn)(other) && one.value === other.value && !isMergeKey(one);
}
/** Each costs one more reading of the text. */
const mostJoins = 500;
function joinFlowLines(text) {
    let joined = text;
    for (let joins = 0; joins < mostJoins; joins += 1) {
        const gap = gapInFlow(joined);
        if (gap === undefined)
            return joined;
        // Spaces in place of a comment and the end of its line keep all offsets.
        joined = joined.slice(0, gap.start) + ' '.repeat(gap.end - gap.start) + joined.slice(gap.end);
    }
    return joined;
}
/** What the lexer writes where a line is indented too little for the collection it stands in, and before each scalar. */
const endOfFlow = '\x18';
const beforeScalar = '\x1f';
const marks = new Set(['\x02', beforeScalar]);
const isSpace = /^(?:[ \t\r\n]|#)/;
/** The space and the comments before the first line that is indented too little. */
function gapInFlow(text) {
    let end = 0;
    let start = 0;
    let last = '';
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        if (lexeme === endOfFlow)
            return isLineEnd(text, { start, end }) ? { start, end } : undefined;
        if (!marks.has(lexeme)) {
            end += lexeme.length;
            if (last === beforeScalar || !isSpace.test(lexeme))
                start = end;
        }
        last = lexeme;
    }
    return undefined;
}
function isLineEnd(text, { start, end }) {
    return text.slice(start, end).includes('\n') && !/^(?:---|\.\.\.)/.test(text.slice(end));
}
//# sourceMappingURL=yaml-document.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/yaml/yaml-tree.js


/** Reads the first document, as Prometheus does; the others are not read at all. */
function readYamlTree(text, order = 'later-wins') {
    const document = parseYamlDocument(text);
    const mistakes = (document?.errors ?? []).map(({ message, pos }) => ({
        message: (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:$/, ''),
        offset: pos[0],
    }));
    const builder = document === undefined ? undefined : new TreeBuilder(document, { order, mistakes });
    const root = builder?.build(document?.contents ?? null);
    return { root, mistakes, lineAt: (offset) => text.slice(0, offset).split('\n').length };
}
const textTag = 'tag:yaml.org,2002:str';
/** Prometheus' reader refuses a file whose aliases expand to far more than is written, too. */
const mostValues = 1_000_000;
class TreeBuilder {
    document;
    setting;
    #built = new Map();
    #open = new Set();
    #size = 0;
    constructor(document, setting) {
        this.document = document;
        this.setting = setting;
    }
    build(node) {
        const target = this.#target(node);
        if (target === undefined)
            return undefined;
        const known = this.#built.get(target);
        if (known !== undefined) {
            this.#count(known.size, target);
            return known.value;
        }
        if (this.#open.has(target))
            return this.#mistake(target, 'An anchor contains itself.');
        const before = this.#size;
        this.#open.add(target);
        const value = this.#valueOf(target);
        this.#open.delete(target);
        this.#count(1, target);
        this.#built.set(target, { value, size: this.#size - before });
        return value;
    }
    #count(more, node) {
        const before = this.#size;
        this.#size += more;
        if (before <= mostValues && this.#size > mostValues)
            this.#mistake(node, `The aliases expand to more than ${mostValues} values.`);
    }
    #target(node) {
        if (!(0,dist/* isAlias */.Vj)(node))
            return (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node) || (0,dist/* isScalar */.jn)(node) ? node : undefined;
        return resolveAlias(node, this.document) ?? this.#mistake(node, `The alias *${node.source} has no anchor.`);
    }
    #valueOf(node) {
        const offset = offsetOf(node);
        if ((0,dist/* isMap */.jh)(node))
            return { kind: 'mapping', entries: this.#entriesOf(node), offset };
        if ((0,dist/* isSeq */.oP)(node))
            return { kind: 'list', items: node.items.flatMap((item) => this.build(item) ?? []), offset };
        return scalarOf(node, offset);
    }
    #entriesOf(node) {
        const entries = new Map();
        const merges = node.items.filter(({ key }) => isMergeKey(key));
        const own = node.items.filter(({ key }) => !isMergeKey(key));
        for (const { key, value } of this.setting.order === 'later-wins' ? node.items : [...merges, ...own]) {
            const built = this.build(value);
            if (isMergeKey(key))
                this.#merge(built, { into: entries, at: node });
            else if (built !== undefined)
                entries.set(this.#keyOf(key), built);
        }
        return entries;
    }
    /** Of several merged mappings the first one wins. */
    #merge(value, { into, at }) {
        const merged = value?.kind === 'list' ? [...value.items].reverse() : [value];
        for (const one of merged) {
            if (one?.kind === 'mapping')
                for (const [key, each] of one.entries)
                    into.set(key, each);
            else
                this.#mistake(at, 'A merge key (<<) must have a mapping or a list of mappings.');
        }
    }
    #keyOf(key) {
        const built = this.build(key);
        return built?.kind === 'scalar' ? built.text : '';
    }
    #mistake(node, message) {
        this.setting.mistakes.push({ message, offset: offsetOf(node) });
    }
}
function scalarOf(scalar, offset) {
    const isPlain = scalar.tag === undefined ? scalar.type === 'PLAIN' : scalar.tag !== textTag;
    return { kind: 'scalar', text: String(scalar.value ?? ''), isPlain, offset };
}
function offsetOf(node) {
    return node.range?.[0] ?? 0;
}
//# sourceMappingURL=yaml-tree.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/yaml-source.js

/** A YAML text with the lines of its values; collects what is wrong with it. */
class YamlSource {
    setting;
    problems = [];
    root;
    #tree;
    constructor(text, setting) {
        this.setting = setting;
        const { order } = setting;
        this.#tree = readYamlTree(text, order);
        this.root = this.#tree.root;
        for (const { message, offset } of this.#tree.mistakes)
            this.#add('error', message, offset);
    }
    error(value, message) {
        this.#add('error', message, value?.offset);
    }
    warn(value, message) {
        this.#add('warning', message, value?.offset);
    }
    get file() {
        return this.setting.file;
    }
    lineOf(value) {
        return this.#tree.lineAt(value.offset);
    }
    #add(level, message, offset = 0) {
        this.problems.push({ level, message, file: this.file, line: this.#tree.lineAt(offset) });
    }
}
//# sourceMappingURL=yaml-source.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/config/parse-config.js





/** Prometheus' own defaults, for what the file leaves out. */
const defaultIntervalMs = 60_000;
const defaultTimeoutMs = 10_000;
/** Reads what is scraped, and lists everything that is wrong or would prove nothing, all at once. */
function parsePrometheusConfig(text, { file, included }) {
    const source = new YamlSource(text, { file });
    const root = readRoot(source, 'The configuration must be a mapping.');
    const global = root.below(root.at('global'), 'global.');
    const scrapeIntervalMs = global.durationMs('scrape_interval', defaultIntervalMs);
    const defaults = {
        intervalMs: scrapeIntervalMs,
        timeoutMs: global.durationMs('scrape_timeout', defaultTimeoutMs),
    };
    const scrapeConfigFiles = root.texts('scrape_config_files');
    const own = readJobs(root, source, defaults);
    const others = (included ?? []).map((one) => readIncluded(one, defaults));
    const evaluationIntervalMs = global.durationMs('evaluation_interval', defaultIntervalMs);
    const jobs = [...own, ...others.flatMap((one) => one.jobs)];
    const mayHaveMore = scrapeConfigFiles.some((pattern) => included === undefined || isInImage(pattern));
    // Prometheus itself starts happily with nothing to scrape.
    if (jobs.length === 0 && !mayHaveMore)
        source.error(root.at('scrape_configs'), noJob(scrapeConfigFiles));
    return {
        file,
        jobs,
        scrapeConfigFiles,
        ruleFiles: root.texts('rule_files'),
        externalLabels: global.labels('external_labels'),
        scrapeIntervalMs,
        evaluationIntervalMs,
        remoteWriteUrls: root.items('remote_write').flatMap((value) => root.below(value, '').text('url', undefined) ?? []),
        problems: [...source.problems, ...others.flatMap((one) => one.problems), ...twiceNamed(jobs)],
    };
}
function readRoot(source, expected) {
    if (source.root !== undefined && source.root.kind !== 'mapping' && !isNull(source.root))
        source.error(source.root, expected);
    return new FieldReader(source, source.root, '');
}
function readJobs(root, source, defaults) {
    return root.items('scrape_configs').flatMap((value) => readJob({ source, value, defaults }) ?? []);
}
function readIncluded({ path, text }, defaults) {
    const source = new YamlSource(text, { file: path });
    const root = readRoot(source, 'A file of scrape_config_files must be a mapping with scrape_configs.');
    for (const name of root.fieldNames().filter((one) => one !== 'scrape_configs')) {
        source.error(root.at(name), `A file of scrape_config_files holds scrape_configs only, not ${name}.`);
    }
    return { jobs: readJobs(root, source, defaults), problems: source.problems };
}
function noJob(scrapeConfigFiles) {
    if (scrapeConfigFiles.length === 0)
        return 'scrape_configs names no job: nothing would be scraped.';
    return `Neither scrape_configs nor a file of scrape_config_files (${scrapeConfigFiles.join(', ')}) names a job: nothing would be scraped.`;
}
function twiceNamed(jobs) {
    return jobs.flatMap(({ name, file, line }, index) => {
        const first = jobs.find((other) => other.name === name);
        if (first === undefined || first === jobs[index])
            return [];
        const where = first.file === file ? `line ${first.line}` : `${first.file}:${first.line}`;
        return [{ level: 'error', message: `The job "${name}" is named twice (first in ${where}).`, file, line }];
    });
}
//# sourceMappingURL=parse-config.js.map
;// CONCATENATED MODULE: ./packages/prometheus/lib/index.js














//# sourceMappingURL=index.js.map

/***/ })

};
