import {
  dashboardDifference,
  readDashboard,
  readLastImport,
  shortDifference,
  type Transport,
} from '@fly-monitoring/grafana';

/** By uid: what somebody changed in Grafana since the last import, a line for each panel, variable and setting. */
export type Differences = ReadonlyMap<string, readonly string[]>;

/** More would push the rest out of an annotation; Grafana shows all of it. */
const mostLines = 12;
/** Each costs some requests; who has more conflicts than this does not read them one by one. */
const mostDashboards = 20;

/**
 * Of dashboards that somebody saved after an import. What cannot be read is left out: the conflict itself is told
 * anyway.
 */
export async function readDifferences(transport: Transport, uids: readonly string[]): Promise<Differences> {
  const found = new Map<string, readonly string[]>();
  try {
    for (const uid of uids.slice(0, mostDashboards)) {
      const lines = await readDifference(transport, uid);
      if (lines.length > 0) found.set(uid, shortDifference(lines, mostLines));
    }
  } catch {
    // The time is over or the run cancelled: what was imported has to be told all the same.
  }
  return found;
}

async function readDifference(transport: Transport, uid: string): Promise<readonly string[]> {
  const stored = await readDashboard(transport, uid);
  if (stored.kind !== 'ok' || stored.value === undefined) return [];
  const imported = await readLastImport(transport, stored.value);
  const before = imported.kind === 'ok' ? imported.value?.json : undefined;
  return before === undefined ? [] : dashboardDifference(before, stored.value.json);
}
