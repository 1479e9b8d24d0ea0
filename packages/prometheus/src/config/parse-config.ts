import { isNull } from '../yaml/scalar-types.js';
import { FieldReader } from './field-reader.js';
import { type IncludedFile, isInImage } from './included-files.js';
import { type JobDefaults, readJob } from './parse-job.js';
import type { ConfigProblem, PrometheusConfig, ScrapeJob } from './types.js';
import { YamlSource } from './yaml-source.js';

/** Prometheus' own defaults, for what the file leaves out. */
const defaultIntervalMs = 60_000;
const defaultTimeoutMs = 10_000;

export interface ConfigFiles {
  readonly file: string;
  /** Those that scrape_config_files names; undefined where nobody looked for them. */
  readonly included?: readonly IncludedFile[];
}

/** Reads what is scraped, and lists everything that is wrong or would prove nothing, all at once. */
export function parsePrometheusConfig(text: string, { file, included }: ConfigFiles): PrometheusConfig {
  const source = new YamlSource(text, { file });
  const root = readRoot(source, 'The configuration must be a mapping.');
  const global = root.below(root.at('global'), 'global.');
  const scrapeIntervalMs = global.durationMs('scrape_interval', defaultIntervalMs);
  const defaults: JobDefaults = {
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
  if (jobs.length === 0 && !mayHaveMore) source.error(root.at('scrape_configs'), noJob(scrapeConfigFiles));
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

function readRoot(source: YamlSource, expected: string): FieldReader {
  if (source.root !== undefined && source.root.kind !== 'mapping' && !isNull(source.root))
    source.error(source.root, expected);
  return new FieldReader(source, source.root, '');
}

function readJobs(root: FieldReader, source: YamlSource, defaults: JobDefaults): readonly ScrapeJob[] {
  return root.items('scrape_configs').flatMap((value) => readJob({ source, value, defaults }) ?? []);
}

function readIncluded({ path, text }: IncludedFile, defaults: JobDefaults) {
  const source = new YamlSource(text, { file: path });
  const root = readRoot(source, 'A file of scrape_config_files must be a mapping with scrape_configs.');
  for (const name of root.fieldNames().filter((one) => one !== 'scrape_configs')) {
    source.error(root.at(name), `A file of scrape_config_files holds scrape_configs only, not ${name}.`);
  }
  return { jobs: readJobs(root, source, defaults), problems: source.problems };
}

function noJob(scrapeConfigFiles: readonly string[]): string {
  if (scrapeConfigFiles.length === 0) return 'scrape_configs names no job: nothing would be scraped.';
  return `Neither scrape_configs nor a file of scrape_config_files (${scrapeConfigFiles.join(', ')}) names a job: nothing would be scraped.`;
}

function twiceNamed(jobs: readonly ScrapeJob[]): readonly ConfigProblem[] {
  return jobs.flatMap(({ name, file, line }, index) => {
    const first = jobs.find((other) => other.name === name);
    if (first === undefined || first === jobs[index]) return [];
    const where = first.file === file ? `line ${first.line}` : `${first.file}:${first.line}`;
    return [{ level: 'error', message: `The job "${name}" is named twice (first in ${where}).`, file, line }];
  });
}
