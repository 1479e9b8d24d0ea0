import { createHash } from 'node:crypto';
import { join, posix } from 'node:path';
import { type Problems, type StageTools, SuiteError } from '@fly-monitoring/kit';
import { knowsIncludes, parsePrometheusConfig, pinnedVersion } from '@fly-monitoring/prometheus';
import { type ContextFile, contextFiles, globPattern } from './build-context.js';
import { filePatterns, type PrometheusFiles } from './prometheus-file.js';
import type { DeployMonitoringInputs } from './settings.js';

/** What the image is built from: some files of the checkout, one of them changed; or the checkout as it is. */
export type BuildSource =
  | { readonly kind: 'files'; readonly files: readonly ContextFile[]; readonly changed: ReadonlyMap<string, string> }
  | { readonly kind: 'checkout' };

/** Empty for a file that is not there. */
export interface Texts {
  readonly config: string;
  readonly dockerfile: string;
  readonly prometheusConfig: string;
}

export function configProblem(message: string): SuiteError {
  return new SuiteError({
    code: 'PROMETHEUS_CONFIG_INVALID',
    message,
    hint: 'Correct the named line and try "promtool check config --syntax-only" on your machine.',
  });
}

export interface SourceQuestion {
  readonly inputs: DeployMonitoringInputs;
  readonly texts: Texts;
  readonly prometheus: PrometheusFiles;
  /** As they stand in the checkout. */
  readonly written: PrometheusFiles;
  readonly problems: Problems;
}

export interface FoundSource {
  readonly source: BuildSource;
  /** Undefined when it cannot be known. */
  readonly identity: string | undefined;
}

export async function findBuildSource(question: SourceQuestion, tools: StageTools): Promise<FoundSource | undefined> {
  const { inputs, texts, problems } = question;
  const changed = changedFiles(question);
  if (texts.dockerfile === '') return undefined;
  const found = await contextFiles(texts.dockerfile, tools.context.workspace, tools.files);
  if (found.kind === 'everything') {
    if (changed.size > 0) problems.input(wholeCheckout(inputs, [...changed.keys()]));
    return { source: { kind: 'checkout' }, identity: undefined };
  }
  const path = posix.normalize(inputs.prometheusConfig);
  for (const source of found.missing) {
    problems.input(`${inputs.dockerfile} copies "${source}", and there is no such file in the checkout.`);
  }
  if (texts.prometheusConfig !== '' && !found.files.some((file) => file.path === path)) {
    problems.input(
      `${inputs.dockerfile} does not copy ${path} (input "prometheus-config"), so the image would not have it.`,
    );
  }
  checkOtherFiles(question, found.files);
  checkVersion(question);
  const source: BuildSource = { kind: 'files', files: found.files, changed };
  return { source, identity: await identityOf(source, texts.dockerfile, tools) };
}

/** By their paths in the checkout. */
function changedFiles({ prometheus, written }: SourceQuestion): ReadonlyMap<string, string> {
  const before = new Map(written.included.map(({ path, text }) => [path, text]));
  const included = prometheus.included.filter(({ path, text }) => before.get(path) !== text);
  const own =
    prometheus.text === written.text ? [] : [{ path: posix.normalize(prometheus.file), text: prometheus.text }];
  return new Map([...own, ...included].map(({ path, text }) => [path, text]));
}

function wholeCheckout({ dockerfile }: DeployMonitoringInputs, paths: readonly string[]): string {
  return `${dockerfile} copies the whole checkout, so ${paths.join(', ')} cannot be changed for this deployment; name the files in COPY, or write the app and environment into the file.`;
}

/** A pattern that matches nothing is no error for Prometheus; nobody would be alerted then, or less be scraped. */
function checkOtherFiles({ prometheus, problems }: SourceQuestion, files: readonly ContextFile[]): void {
  if (prometheus.text === '') return;
  for (const { key, pattern } of filePatterns(prometheus)) {
    if (files.some((file) => globPattern(pattern).test(file.path))) continue;
    problems.add(configProblem(`${prometheus.file}: ${key} names ${pattern}, and the image would have no such file.`));
  }
}

/** Prometheus would not start, and the machine be restarted until Fly gives up. */
function checkVersion({ inputs, texts, prometheus, problems }: SourceQuestion): void {
  const version = pinnedVersion(texts.dockerfile);
  const { scrapeConfigFiles } = parsePrometheusConfig(prometheus.text, prometheus);
  if (scrapeConfigFiles.length === 0 || knowsIncludes(version)) return;
  problems.input(
    `${prometheus.file} has scrape_config_files, which Prometheus reads since 2.43, and ${inputs.dockerfile} is built from ${version}: take a newer image, or write the jobs into scrape_configs.`,
  );
}

async function identityOf(
  { files, changed }: BuildSource & { readonly kind: 'files' },
  dockerfile: string,
  tools: StageTools,
): Promise<string> {
  const lines = await Promise.all(
    files.map(async ({ path, imagePath }) => {
      const text = changed.get(path);
      const sum = text === undefined ? await tools.files.sha256(join(tools.context.workspace, path)) : sha256(text);
      return `${imagePath} ${sum ?? 'none'}`;
    }),
  );
  return [sha256(dockerfile), ...lines.sort()].join('\n');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
