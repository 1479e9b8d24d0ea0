import { readFileSync } from 'node:fs';
import {
  childProcesses,
  type Files,
  type Http,
  type PreparedStage,
  type Stage,
  type StageReport,
  type StageTools,
  undiciHttp,
} from '@fly-monitoring/kit';
import { type GrafanaOptions, type GrafanaStandIn, startGrafana } from '@fly-monitoring/testing/grafana';
import { afterEach } from '@jest/globals';
import { exportDashboards } from '../src/export-dashboards/stage.js';
import { importDashboards } from '../src/import-dashboards/stage.js';

export const token = 'glsa_token-of-the-editor';
export const source = { uid: 'prom', name: 'Prometheus', url: 'http://127.0.0.1:1', isDefault: true };
const overview = readFileSync(new URL('../../../dashboards/fechatter-overview.json', import.meta.url), 'utf8');
export const small = JSON.stringify({ uid: 'small', title: 'Small | one', panels: [] });
export const repository = {
  'dashboards/fechatter-overview.json': overview,
  'dashboards/small.json': small,
  'dashboards/package.json': '{"name":"dashboards"}',
  'dashboards/lib/not-mine.json': 'not even JSON',
};
export const uids = ['fechatter-overview', 'small'];

const running: GrafanaStandIn[] = [];
afterEach(async () => {
  for (const grafana of running.splice(0)) await grafana.stop();
});

export async function start(options: Partial<GrafanaOptions> = {}): Promise<GrafanaStandIn> {
  const grafana = await startGrafana({
    tokens: { admin: 'glsa_admin', editor: token, viewer: 'glsa_viewer' },
    datasources: [source],
    ...options,
  });
  running.push(grafana);
  return grafana;
}

/** Files by their path; bytes where the encoding matters. */
type Checkout = Readonly<Record<string, string | Uint8Array>>;

interface Run {
  readonly grafana?: GrafanaStandIn;
  readonly given?: Readonly<Record<string, string>>;
  readonly files?: Checkout;
  readonly http?: Http;
  /** The disk cannot be written to. */
  readonly isReadOnly?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  readonly repository?: string;
  readonly stage?: Stage;
  /** What outlives a run that is killed. */
  readonly written?: Map<string, string>;
  /** Something that happens once, right before the first request of that kind. */
  readonly before?: Happening;
}

interface Happening {
  readonly method: string;
  readonly path: string;
  readonly happens: () => void;
}

export interface Ran extends StageReport {
  readonly log: readonly string[];
  /** By absolute path. */
  readonly written: ReadonlyMap<string, string>;
}

export async function run({ written = new Map(), ...what }: Run): Promise<Ran> {
  const log: string[] = [];
  return { ...(await (await prepare(what, { log, written })).run()), log, written };
}

/** The command that takes edits over into files. */
export async function exportRun(what: Run): Promise<Ran> {
  const log: string[] = [];
  const written = new Map<string, string>();
  return { ...(await (await prepare({ ...what, stage: exportDashboards }, { log, written })).run()), log, written };
}

/** Only asks whether it could be done. */
export async function preflight(what: Run): Promise<void> {
  await (await prepare(what, { log: [], written: new Map() })).preflight();
}

function prepare(
  { grafana, given = {}, files = repository, http = undiciHttp(), isReadOnly = false, environment = {}, ...more }: Run,
  { log, written }: Traces,
): Promise<PreparedStage> {
  const access = grafana === undefined ? {} : { 'grafana-url': grafana.url, 'grafana-token': token };
  const raw = { given: { ...access, ...given }, environment };
  const tools = toolsWith(filesIn(files, { written, isReadOnly }), log);
  const context = { ...tools.context, ...(more.repository === undefined ? {} : { repository: more.repository }) };
  return (more.stage ?? importDashboards).prepare(raw, { ...tools, context, http: happening(http, more.before) });
}

function happening(http: Http, before: Happening | undefined): Http {
  let left = before === undefined ? 0 : 1;
  const send: Http['send'] = (request) => {
    const isMeant = request.method === before?.method && new URL(request.url).pathname === before?.path;
    if (isMeant && left-- > 0) before?.happens();
    return http.send(request);
  };
  return { ...http, send };
}

interface Traces {
  readonly log: string[];
  readonly written: Map<string, string>;
}

function toolsWith(files: Files, lines: string[]): StageTools {
  let now = 0;
  const sleep = async (ms: number) => {
    now += ms;
  };
  const context = {
    repository: 'acme/shop',
    sha: 'c0ffee0123456789',
    ref: 'refs/heads/main',
    runLabel: 'run',
    runUrl: 'https://github.com/acme/shop/actions/runs/1',
    actor: 'anna',
    workspace: '/checkout',
  };
  return {
    clock: { now: () => now, sleep },
    http: undiciHttp(),
    processes: childProcesses,
    files,
    log: { info: (line) => lines.push(line), group: (_, body) => body(), annotate: () => undefined },
    context,
    protect: () => undefined,
  };
}

interface Disk {
  readonly written: Map<string, string>;
  readonly isReadOnly: boolean;
}

/** A checkout in memory, and what is written beside it; what the stage never does is refused. */
function filesIn(files: Checkout, { written, isReadOnly }: Disk): Files {
  const never = () => Promise.reject(new Error('The import of dashboards does not do this.'));
  const relative = (path: string) => path.replace(/^\/checkout\/?/, '');
  return {
    readText: async (path) => written.get(path) ?? textOf(files[path] ?? files[relative(path)]),
    exists: async (path) => Object.hasOwn(files, relative(path)),
    list: async (folder) => {
      const below = relative(folder) === '' ? '' : `${relative(folder)}/`;
      return Object.keys(files).flatMap((path) => (path.startsWith(below) ? [path.slice(below.length)] : []));
    },
    entries: never,
    readBytes: async (path) => {
      const content = files[relative(path)];
      return typeof content === 'string' ? Buffer.from(content) : content;
    },
    writeText: async (path, text) => {
      if (isReadOnly) throw new Error('EROFS: read-only file system');
      written.set(path, text);
    },
    writeBytes: never,
    makeTemporaryFolder: never,
    removeFolder: never,
    freePort: never,
    copy: never,
    sha256: never,
  };
}

function textOf(content: string | Uint8Array | undefined): string | undefined {
  return content === undefined ? undefined : Buffer.from(content).toString('utf8');
}

export const listOf = (report: StageReport, output: string): unknown => JSON.parse(report.outputs[output] ?? '');
export const versionsOf = (grafana: GrafanaStandIn) =>
  grafana.state().dashboards.map(({ versions }) => versions.length);
export const edited = (grafana: GrafanaStandIn) => grafana.edit('small', { title: 'Changed by hand' });
