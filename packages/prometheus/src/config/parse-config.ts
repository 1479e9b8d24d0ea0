import { isNull } from '../yaml/scalar-types.js';
import type { YamlValue } from '../yaml/yaml-tree.js';
import { FieldReader } from './field-reader.js';
import { type JobDefaults, readJob } from './parse-job.js';
import type { PrometheusConfig, ScrapeJob } from './types.js';
import { YamlSource } from './yaml-source.js';

/** Prometheus' own defaults, for what the file leaves out. */
const defaultIntervalMs = 60_000;
const defaultTimeoutMs = 10_000;

/** Reads what is scraped, and lists everything that is wrong or would prove nothing, all at once. */
export function parsePrometheusConfig(text: string, { file }: { readonly file: string }): PrometheusConfig {
  const source = new YamlSource(text);
  if (source.root !== undefined && source.root.kind !== 'mapping' && !isNull(source.root))
    source.error(source.root, 'The configuration must be a mapping.');
  const root = new FieldReader(source, source.root, '');
  const global = root.below(root.at('global'), 'global.');
  const scrapeIntervalMs = global.durationMs('scrape_interval', defaultIntervalMs);
  const defaults: JobDefaults = {
    intervalMs: scrapeIntervalMs,
    timeoutMs: global.durationMs('scrape_timeout', defaultTimeoutMs),
  };
  const jobs = root.items('scrape_configs').flatMap((value) => readJob({ source, value, defaults }) ?? []);
  const evaluationIntervalMs = global.durationMs('evaluation_interval', defaultIntervalMs);
  reportJobs(jobs, source, root.at('scrape_configs'));
  return {
    file,
    jobs,
    ruleFiles: root.texts('rule_files'),
    externalLabels: global.labels('external_labels'),
    scrapeIntervalMs,
    evaluationIntervalMs,
    remoteWriteUrls: root.items('remote_write').flatMap((value) => root.below(value, '').text('url', undefined) ?? []),
    problems: source.problems,
  };
}

function reportJobs(jobs: readonly ScrapeJob[], source: YamlSource, value: YamlValue | undefined): void {
  // Prometheus itself starts happily with nothing to scrape.
  if (jobs.length === 0) source.error(value, 'scrape_configs names no job: nothing would be scraped.');
  for (const [index, { name, line }] of jobs.entries()) {
    const first = jobs.findIndex((other) => other.name === name);
    if (first === index) continue;
    const message = `The job "${name}" is named twice (first in line ${jobs[first]?.line ?? 1}).`;
    source.problems.push({ level: 'error', message, line });
  }
}
