import { resolve } from 'node:path';
import { type Files, Problems } from '@fly-monitoring/kit';

interface Given {
  readonly monitoredApp: string | undefined;
  readonly monitoringApp: string | undefined;
  readonly appConfig: string;
  readonly monitoringConfig: string;
  readonly prometheusConfig: string;
}

interface Place {
  readonly files: Files;
  /** Absolute. */
  readonly workspace: string;
}

/** What the files of the repository tell about its Prometheus. */
export interface MonitoringFiles {
  /** Undefined where neither the input nor a fly.toml of a monitoring app says that there is one. */
  readonly monitoringApp: string | undefined;
  /** As Prometheus and Grafana write it, such as "15s"; undefined without a configuration. */
  readonly scrapeInterval: string | undefined;
  readonly remoteWriteUrls: readonly string[];
}

/** @throws SuiteError that names every file that cannot be read */
export async function readMonitoringFiles(given: Given, place: Place): Promise<MonitoringFiles> {
  const problems = new Problems();
  const app = await readApp(given, problems, place);
  const scraping = await problems.attemptRead(() => readConfig(given.prometheusConfig, place));
  problems.throwIfAny();
  return { ...app, ...(scraping ?? noScraping) };
}

const noScraping = { scrapeInterval: undefined, remoteWriteUrls: [] };

async function readApp(given: Given, problems: Problems, { files, workspace }: Place) {
  const exists = await files.exists(resolve(workspace, given.monitoringConfig));
  if (!exists) return { monitoringApp: given.monitoringApp };
  // What reads fly.toml takes longer to load than all else of an import, and is needed here alone.
  const { findAppNames } = await import('@fly-monitoring/fly');
  const { monitoringApp } = await findAppNames(given, problems, { files, workspace });
  return { monitoringApp };
}

async function readConfig(file: string, { files, workspace }: Place) {
  const text = await files.readText(resolve(workspace, file));
  if (text === undefined) return noScraping;
  const { parsePrometheusConfig } = await import('@fly-monitoring/prometheus');
  const { scrapeIntervalMs, remoteWriteUrls } = parsePrometheusConfig(text, { file });
  return { scrapeInterval: intervalText(scrapeIntervalMs), remoteWriteUrls };
}

function intervalText(ms: number): string {
  return ms % 1_000 === 0 ? `${ms / 1_000}s` : `${ms}ms`;
}
