export const id = 478;
export const ids = [478];
export const modules = {

/***/ 9478:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  findAppNames: () => (/* reexport */ findAppNames)
});

// UNUSED EXPORTS: addressesOfApp, appNamed, bareToken, defaultGroup, deployedApp, describeMachine, describeMovingPart, describeProblem, encodeSecretsImport, findReleasedLine, flyTokenMissing, flyctl, flyctlProblems, groupOf, hasFlyToken, hasPublicServices, installFlyctl, isGoodFlyctl, isLoggedIn, isOfRelease, isServing, lastGoodRelease, nameIn, namelessApp, namelessMonitoringApp, oldestGoodFlyctl, openFlyctl, openTunnel, parseAddresses, parseAppStatus, parseFlyToml, parseMachines, parseReleases, parseStoredSecrets, parseVolumes, pinnedFlyctlVersion, pinnedImage, privateUrl, proveRelease, publicUrl, readName, readSource, renderFlyToml, sameApp, secretProblems, sleepingGroups

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./packages/kit/lib/inputs/shared-inputs.js
var shared_inputs = __webpack_require__(4947);
// EXTERNAL MODULE: ./packages/kit/lib/suite-error.js
var suite_error = __webpack_require__(9581);
// EXTERNAL MODULE: ./packages/kit/lib/text/duration.js
var duration = __webpack_require__(1998);
// EXTERNAL MODULE: ./node_modules/smol-toml/dist/index.js + 8 modules
var dist = __webpack_require__(3292);
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
        return (0,dist/* parse */.qg)(text, { integersAsBigInt: true });
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
    return (0,duration/* parseDuration */.E)(String(field.value)) ?? field.refuse('a duration such as 5m');
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
    const text = await files.readText((0,external_node_path_.resolve)(workspace, file));
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
    if (app === undefined || shared_inputs/* appName */.JB.pattern.test(app))
        return app;
    problems.input(`${file} names the app "${app}"; it must be ${shared_inputs/* appName */.JB.expects}.`);
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
;// CONCATENATED MODULE: ./packages/fly/lib/index.js






















//# sourceMappingURL=index.js.map

/***/ })

};
