import type { RawInputs, StageReport } from '@fly-monitoring/kit';

export interface StageReports {
  readonly monitoring: StageReport;
  readonly app: StageReport;
  readonly dashboards: StageReport;
}

/** What only the chain can tell the proof: since when, the revision of a release that stays, and the data source. */
export function proofInputs(reports: StageReports, raw: RawInputs): Record<string, string> {
  return { ...startsOf(reports), ...releaseOf(reports.app, raw), ...datasourceOf(reports.dashboards) };
}

/** No process and no scrape is older than this. */
const anyTime = '1970-01-01T00:00:00Z';

/**
 * A target must have been scraped after both deploys began, its process have started after the first of them, and a new
 * Prometheus be new. Of a release that stays the deploy began in an earlier run. A dry run has no start.
 */
function startsOf({ monitoring, app }: StageReports): Record<string, string> {
  const starts = [monitoring, app].flatMap(({ outputs }) => outputs['started-at'] ?? []);
  const since = starts.map((start) => (start === '' ? anyTime : start)).join('\n');
  const monitoringSince = monitoring.outputs['changed'] === 'true' ? (monitoring.outputs['started-at'] ?? '') : '';
  return {
    ...(since === '' ? {} : { since }),
    ...(monitoringSince === '' ? {} : { 'monitoring-since': monitoringSince }),
  };
}

/** The data source that the import made or found: what the dashboards show is what has to be proved. */
function datasourceOf({ outputs }: StageReport): Record<string, string> {
  const uid = outputs['datasource-uid'] ?? '';
  return uid === '' ? {} : { datasource: uid };
}

/** Of a release that stays the processes show the revision of its own deploy, not that of this run. */
function releaseOf(app: StageReport, raw: RawInputs): Record<string, string> {
  const given = raw.given['release']?.trim() ?? '';
  const live = app.outputs['revision'] ?? '';
  if (app.outputs['outcome'] !== 'unchanged' || given === '' || live === '') return {};
  // A deploy without the input release has written down its commit, which says nothing about a version.
  return isCommit(given) === isCommit(live) ? { release: live } : {};
}

function isCommit(revision: string): boolean {
  return /^[0-9a-f]{7,40}$/.test(revision);
}
