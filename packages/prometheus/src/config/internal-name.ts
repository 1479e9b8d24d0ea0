import type { PrometheusConfig, ScrapeJob } from './types.js';

/** What a name of Fly's private network stands for. */
export interface InternalName {
  readonly app: string;
  /** Process group; undefined when machines of every group are meant. */
  readonly group: string | undefined;
  readonly region: string | undefined;
  readonly machineId: string | undefined;
}

export interface JobGroup extends InternalName {
  readonly port: number;
}

/** `<group>.process.<app>`, `<id>.vm.<app>`, `<region>.<app>` or `<app>`, each with `.internal`; undefined for others. */
export function parseInternalName(name: string): InternalName | undefined {
  const parts = name.split('.');
  if (parts.pop() !== 'internal') return undefined;
  const app = parts.pop();
  // _apps and _instances are directories of the organization, not apps.
  if (app === undefined || app === '' || app.startsWith('_')) return undefined;
  const [first, kind] = parts;
  const named = { app, group: undefined, region: undefined, machineId: undefined };
  if (first === undefined) return named;
  if (kind === 'process') return { ...named, group: first };
  if (kind === 'vm') return { ...named, machineId: first };
  const isRegion = kind === undefined && /^[a-z]{3}$/.test(first);
  return isRegion ? { ...named, region: first } : named;
}

/** The machines that a job names, by app, process group and port; empty when it does not find them by Fly's names. */
export function groupsOfJob(job: ScrapeJob): readonly JobGroup[] {
  return job.discoveries.flatMap((discovery) => {
    if (discovery.kind !== 'dns' || discovery.port === undefined) return [];
    const { port } = discovery;
    return discovery.names.flatMap((name) => {
      const parsed = parseInternalName(name);
      return parsed === undefined ? [] : [{ ...parsed, port }];
    });
  });
}

/** By name of the job. */
export function jobGroups(config: PrometheusConfig): ReadonlyMap<string, readonly JobGroup[]> {
  return new Map(config.jobs.map((job) => [job.name, groupsOfJob(job)]));
}

/** Apps whose machines are scraped, in the order in which they are named. */
export function appsOf(config: PrometheusConfig): readonly string[] {
  return [...new Set(config.jobs.flatMap(groupsOfJob).map(({ app }) => app))];
}
