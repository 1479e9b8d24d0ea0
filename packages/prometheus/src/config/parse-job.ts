import type { YamlValue } from '../yaml/yaml-tree.js';
import { FieldReader } from './field-reader.js';
import type { Discovery, ScrapeJob } from './types.js';
import type { YamlSource } from './yaml-source.js';

export interface JobDefaults {
  readonly intervalMs: number;
  readonly timeoutMs: number;
}

export interface WrittenJob {
  readonly source: YamlSource;
  readonly value: YamlValue;
  readonly defaults: JobDefaults;
}

/** Prometheus' default for dns_sd_configs. */
const defaultRefreshMs = 30_000;
const discoverySuffix = '_sd_configs';

/** Undefined when it has no name to speak of. */
export function readJob({ source, value, defaults }: WrittenJob): ScrapeJob | undefined {
  const name = new FieldReader(source, value, '').text('job_name', '');
  if (name === '') {
    source.error(value, 'A job in scrape_configs has no job_name.');
    return undefined;
  }
  const job = new FieldReader(source, value, `Job "${name}": `);
  const intervalMs = job.durationMs('scrape_interval', defaults.intervalMs);
  // Without an own time-out Prometheus shortens the global one to the interval.
  const timeoutMs = job.durationMs('scrape_timeout', Math.min(defaults.timeoutMs, intervalMs));
  if (timeoutMs > intervalMs) source.error(value, `Job "${name}": scrape_timeout is longer than scrape_interval.`);
  const discoveries = readDiscoveries(job, source);
  if (discoveries.length === 0) source.error(value, `Job "${name}" names no targets.`);
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

function readDiscoveries(job: FieldReader, source: YamlSource): readonly Discovery[] {
  const fixed = job.items('static_configs').map((value) => readStatic(job, value));
  const dns = job.items('dns_sd_configs').map((value) => readDns(job, value));
  const others = job
    .fieldNames()
    .filter((name) => name.endsWith(discoverySuffix) && name !== 'dns_sd_configs')
    .map((name): Discovery => ({ kind: 'other', mechanism: name.slice(0, -'_configs'.length) }));
  for (const discovery of [...fixed, ...dns]) reportDiscovery(discovery, job, source);
  return [...fixed, ...dns, ...others];
}

function readStatic(job: FieldReader, value: YamlValue): Discovery {
  return { kind: 'static', targets: job.below(value, job.path).texts('targets') };
}

function readDns(job: FieldReader, value: YamlValue): Discovery {
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
function reportDiscovery(discovery: Discovery, job: FieldReader, source: YamlSource): void {
  if (discovery.kind === 'static') {
    for (const target of discovery.targets.filter(isSharedAddress)) {
      source.warn(
        job.value,
        `${job.path}the static target ${target} stands for all machines of an app, and each scrape is answered by one of them at random; use dns_sd_configs with type AAAA.`,
      );
    }
  }
  if (discovery.kind !== 'dns' || !discovery.names.some((name) => name.endsWith('.internal'))) return;
  if (discovery.type !== 'AAAA') {
    source.error(job.value, `${job.path}.internal names are AAAA records only; set type: AAAA, not ${discovery.type}.`);
  } else if (discovery.port === undefined) source.error(job.value, `${job.path}type AAAA needs a port.`);
}

/** Addresses behind Fly's proxy, and names with one record for each machine. */
function isSharedAddress(target: string): boolean {
  const host = target.replace(/:\d+$/, '');
  return /\.(fly\.dev|flycast|internal)$/.test(host) && !/\.vm\.[^.]+\.internal$/.test(host);
}
