import {
  contentHash,
  type DashboardDocument,
  dashboardDifference,
  type ExistingDashboard,
  environmentTitle,
  environmentUid,
  explainFailure,
  type GrafanaFailure,
  type LinkChange,
  parseDashboard,
  renderFile,
  restoreDashboard,
  shortDifference,
  type WantedDashboard,
} from '@fly-monitoring/grafana';
import type { ExportResult } from './outcome.js';

export interface Exporting {
  readonly documents: readonly DashboardDocument[];
  /** Text of each file, by its path. */
  readonly texts: ReadonlyMap<string, string>;
  /** What an import of these files writes, without those that it would refuse. */
  readonly wantedOf: (documents: readonly DashboardDocument[]) => readonly WantedDashboard[];
  /** By the uid in Grafana. */
  readonly existing: ReadonlyMap<string, ExistingDashboard>;
  /** Those that Grafana does not hand out, by the uid there. */
  readonly unreadable: ReadonlyMap<string, GrafanaFailure>;
  /** Undefined for production. */
  readonly environment: string | undefined;
  readonly grafanaUrl: string;
}

export interface PlannedFile {
  readonly result: ExportResult;
  /** Undefined when nothing is to be written. */
  readonly text: string | undefined;
}

const mostLines = 20;

/** The text of one file with what is in Grafana, tried by planning an import of it. */
export function planFile(document: DashboardDocument, exporting: Exporting): PlannedFile {
  const { documents, texts, wantedOf } = exporting;
  const { file } = document;
  const wanted = wantedOf(documents).find((one) => one.file === file);
  const live = wanted === undefined ? undefined : liveOf(wanted, exporting);
  const named = { file, uid: wanted?.uid ?? document.uid, title: live?.title ?? document.title };
  if (wanted === undefined || live === undefined) return { result: withoutLive(named, exporting), text: undefined };
  const old = texts.get(file) ?? '';
  const restored = restoreDashboard({
    file: document.json,
    wanted: wanted.json,
    live: live.json,
    ...placeOf(exporting),
  });
  const { text, isReformatted } = renderFile(old, restored);
  const again = importedAgain(text, { document, exporting });
  const isExact = again?.hash === contentHash(live.json);
  const changes = dashboardDifference(isExact ? wanted.json : (again?.json ?? {}), live.json);
  const notes = isReformatted && text !== old ? ['it was laid out in another way, so every line may differ'] : [];
  const kind = !isExact ? 'inexact' : text === old ? 'unchanged' : 'written';
  return {
    result: { kind, ...named, changes: shortDifference(changes, mostLines), notes },
    text: text === old ? undefined : text,
  };
}

function liveOf({ uid }: WantedDashboard, { existing }: Exporting): ExistingDashboard | undefined {
  const found = existing.get(uid);
  return found?.isFolder ? undefined : found;
}

function withoutLive(
  named: Pick<ExportResult, 'file' | 'uid' | 'title'>,
  { unreadable }: Pick<Exporting, 'unreadable'>,
): ExportResult {
  const failure = unreadable.get(named.uid);
  if (failure === undefined) return { kind: 'missing', ...named, changes: [], notes: [] };
  return { kind: 'unreadable', ...named, changes: [], notes: [explainFailure(failure).seen] };
}

interface Trying {
  readonly document: DashboardDocument;
  readonly exporting: Exporting;
}

/** What an import of the new text writes; undefined when it would refuse it. */
function importedAgain(text: string, { document, exporting }: Trying): WantedDashboard | undefined {
  const { documents, wantedOf } = exporting;
  const parsed = parseDashboard(text, { file: document.file });
  if (parsed.kind !== 'dashboard') return undefined;
  const others = documents.map((one) => (one === document ? parsed.document : one));
  return wantedOf(others).find(({ file }) => file === document.file);
}

function placeOf({ documents, environment, grafanaUrl }: Exporting): {
  titleSuffix: string;
  links: LinkChange | undefined;
} {
  if (environment === undefined) return { titleSuffix: '', links: undefined };
  const uids = new Map(documents.map(({ uid }) => [environmentUid(uid, environment), uid]));
  return { titleSuffix: environmentTitle('', environment), links: { uids, grafanaUrl } };
}
