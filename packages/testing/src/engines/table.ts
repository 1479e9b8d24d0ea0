/** How an engine arrives on this machine: unpacked from Debian's archive, or from npm. Nothing is installed. */
export type EngineSource =
  | {
      readonly kind: 'debian';
      readonly suite: 'bookworm' | 'sid';
      readonly packages: readonly string[];
      /** `bundled`: the libraries of these packages are unpacked too, because a plain machine does not have them. */
      readonly libraries: 'system' | 'bundled';
      /** `mounted`: Debian's build reads files below /usr/share, which are only in the unpacked folder. */
      readonly share?: 'mounted';
    }
  | { readonly kind: 'node'; readonly major: number };

export interface Engine {
  /** A folder of files that tests read: there is nothing to start, and nothing of it on PATH. */
  readonly isFolder?: true;
  /** Engines with the same folder come out of the same source. */
  readonly folder: string;
  readonly source: EngineSource;
  /** Where the executable lies inside the folder. */
  readonly file: string;
  /** What the command may be called on PATH. */
  readonly commands: readonly string[];
  readonly versionArgument: string;
  /** What the executable must answer, on either stream; the group, when it has one, is the version. */
  readonly answers: RegExp;
  readonly homepage: string;
}

const prometheus2: EngineSource = {
  kind: 'debian',
  suite: 'bookworm',
  packages: ['prometheus'],
  libraries: 'system',
};
const prometheus3: EngineSource = {
  kind: 'debian',
  suite: 'sid',
  packages: ['prometheus', 'promtool'],
  libraries: 'system',
};

/** The oldest Prometheus we promise to work with, and the line that we ship. */
export const engines = {
  'prometheus-2': {
    folder: 'prometheus-2',
    source: prometheus2,
    file: 'usr/bin/prometheus',
    commands: ['prometheus'],
    versionArgument: '--version',
    answers: /prometheus, version (2\.(?:4[2-9]|5)[^\s]*)/,
    homepage: 'https://prometheus.io/download/',
  },
  'promtool-2': {
    folder: 'prometheus-2',
    source: prometheus2,
    file: 'usr/bin/promtool',
    commands: ['promtool'],
    versionArgument: '--version',
    answers: /promtool, version (2\.(?:4[2-9]|5)[^\s]*)/,
    homepage: 'https://prometheus.io/download/',
  },
  'prometheus-3': {
    folder: 'prometheus-3',
    source: prometheus3,
    file: 'usr/bin/prometheus',
    commands: ['prometheus'],
    versionArgument: '--version',
    answers: /prometheus, version (3\.[^\s]+)/,
    homepage: 'https://prometheus.io/download/',
  },
  'promtool-3': {
    folder: 'prometheus-3',
    source: prometheus3,
    file: 'usr/bin/promtool',
    commands: ['promtool'],
    versionArgument: '--version',
    answers: /promtool, version (3\.[^\s]+)/,
    homepage: 'https://prometheus.io/download/',
  },
  alertmanager: {
    folder: 'alertmanager',
    source: {
      kind: 'debian',
      suite: 'bookworm',
      packages: ['prometheus-alertmanager'],
      libraries: 'system',
      share: 'mounted',
    },
    file: 'usr/bin/prometheus-alertmanager',
    commands: ['alertmanager', 'prometheus-alertmanager'],
    versionArgument: '--version',
    answers: /alertmanager, version ([^\s]+)/,
    homepage: 'https://prometheus.io/download/',
  },
  'victoria-metrics': {
    folder: 'victoria-metrics',
    source: { kind: 'debian', suite: 'bookworm', packages: ['victoria-metrics'], libraries: 'bundled' },
    file: 'usr/bin/victoria-metrics',
    commands: ['victoria-metrics', 'victoria-metrics-prod'],
    versionArgument: '--version',
    // Debian's build prints an empty line.
    answers: /victoria-metrics-([^\s]+)|^\s*$/,
    homepage: 'https://github.com/VictoriaMetrics/VictoriaMetrics/releases',
  },
  'nats-server': {
    folder: 'nats-server',
    source: { kind: 'debian', suite: 'bookworm', packages: ['nats-server'], libraries: 'system' },
    file: 'usr/sbin/nats-server',
    commands: ['nats-server'],
    versionArgument: '--version',
    answers: /nats-server: v([^\s]+)/,
    homepage: 'https://nats.io/download/',
  },
  'clickhouse-server': {
    folder: 'clickhouse-server',
    source: {
      kind: 'debian',
      suite: 'bookworm',
      packages: ['clickhouse-server', 'clickhouse-common'],
      libraries: 'bundled',
    },
    file: 'usr/sbin/clickhouse-server',
    commands: ['clickhouse-server'],
    versionArgument: '--version',
    // 18.16 knows no such option, and says so.
    answers: /ClickHouse server version ([^\s]+)|Unknown option specified/,
    homepage: 'https://clickhouse.com/docs/install',
  },
  shellcheck: {
    folder: 'shellcheck',
    source: { kind: 'debian', suite: 'bookworm', packages: ['shellcheck'], libraries: 'bundled' },
    file: 'usr/bin/shellcheck',
    commands: ['shellcheck'],
    versionArgument: '--version',
    answers: /version: ([^\s]+)/,
    homepage: 'https://www.shellcheck.net/',
  },
  /** The shell and the commands of the Prometheus image: all that its entrypoint may use. */
  busybox: {
    folder: 'busybox',
    source: { kind: 'debian', suite: 'bookworm', packages: ['busybox-static'], libraries: 'system' },
    file: 'bin/busybox',
    commands: ['busybox'],
    versionArgument: '--help',
    answers: /BusyBox v([^\s]+)/,
    homepage: 'https://busybox.net/',
  },
  /** Dashboards that others have written, for a server and a Grafana of their own. */
  'ceph-dashboards': {
    isFolder: true,
    folder: 'ceph-dashboards',
    source: { kind: 'debian', suite: 'bookworm', packages: ['ceph-grafana-dashboards'], libraries: 'system' },
    file: 'etc/grafana/dashboards/ceph-dashboard',
    commands: [],
    versionArgument: '',
    answers: /^/,
    homepage: 'https://packages.debian.org/bookworm/ceph-grafana-dashboards',
  },
  'node-22': {
    folder: 'node-22',
    source: { kind: 'node', major: 22 },
    file: 'package/bin/node',
    commands: ['node'],
    versionArgument: '--version',
    answers: /v(22\.[^\s]+)/,
    homepage: 'https://nodejs.org/en/download',
  },
  'node-24': {
    folder: 'node-24',
    source: { kind: 'node', major: 24 },
    file: 'package/bin/node',
    commands: ['node'],
    versionArgument: '--version',
    answers: /v(24\.[^\s]+)/,
    homepage: 'https://nodejs.org/en/download',
  },
} as const satisfies Record<string, Engine>;

export type EngineName = keyof typeof engines;

export function isEngineName(value: string): value is EngineName {
  return Object.hasOwn(engines, value);
}

export const engineNames: readonly EngineName[] = Object.keys(engines).filter(isEngineName);
