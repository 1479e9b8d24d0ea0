import type { GrafanaFailure } from '../api/answer.js';
import { readLibraryPanel, type StoredLibraryPanel } from '../api/library-panels.js';
import type { Transport } from '../api/transport.js';
import type { LibraryPanelUse } from '../document/library-panels.js';
import type { JsonObject } from '../json.js';
import { isOurModel, markedModel, modelHash } from './library-panel-mark.js';
import type { OverwriteMode } from './plan-import.js';
import type { WantedDashboard } from './wanted-dashboard.js';

/** What has to be done with one element of the library, before the dashboards that show it. */
export type LibraryPanelStep =
  | { readonly kind: 'create'; readonly panel: LibraryPanelWrite; readonly reason: string }
  | {
      readonly kind: 'update';
      readonly panel: LibraryPanelWrite;
      /** What is replaced. */
      readonly stored: StoredLibraryPanel;
      readonly reason: string;
    };

export interface LibraryPanelWrite {
  readonly uid: string;
  readonly name: string;
  readonly model: JsonObject;
}

/** Something to look at, on the file of a dashboard. */
export interface LibraryPanelNote {
  readonly file: string;
  readonly message: string;
}

export interface LibraryPanelPlan {
  readonly steps: readonly LibraryPanelStep[];
  readonly notes: readonly LibraryPanelNote[];
}

interface Use extends LibraryPanelUse {
  readonly file: string;
}

type Seen = StoredLibraryPanel | GrafanaFailure | undefined;

/** How many are asked for at once, as for dashboards. */
const parallelReads = 4;

/** Looks up every library panel that the dashboards show; those in their files are made where they are missing. */
export async function planLibraryPanels(
  transport: Transport,
  wanted: readonly WantedDashboard[],
  overwrite: OverwriteMode,
): Promise<LibraryPanelPlan> {
  const uses = wanted.flatMap(({ file, libraryPanels = [] }) => libraryPanels.map((use) => ({ ...use, file })));
  const uids = [...new Set(uses.map(({ uid }) => uid))];
  const plans: LibraryPanelPlan[] = [];
  for (let start = 0; start < uids.length; start += parallelReads) {
    const some = uids.slice(start, start + parallelReads).map(async (uid) => {
      const seen = await readOne(transport, uid);
      return planOne(
        seen,
        uses.filter((use) => use.uid === uid),
        overwrite,
      );
    });
    plans.push(...(await Promise.all(some)));
  }
  return { steps: plans.flatMap(({ steps }) => steps), notes: plans.flatMap(({ notes }) => notes) };
}

async function readOne(transport: Transport, uid: string): Promise<Seen> {
  const answer = await readLibraryPanel(transport, uid);
  return answer.kind === 'ok' ? answer.value : answer;
}

function planOne(seen: Seen, uses: readonly Use[], overwrite: OverwriteMode): LibraryPanelPlan {
  const [brought] = uses.flatMap(({ model, ...use }) => (model === undefined ? [] : [{ ...use, model }]));
  if (seen !== undefined && 'request' in seen) return { steps: [], notes: uses.map((use) => unreadable(use, seen)) };
  if (brought === undefined) return { steps: [], notes: seen === undefined ? uses.map(missing) : [] };
  const { uid, name, model } = brought;
  const panel = { uid, name, model: { ...markedModel(model), libraryPanel: { uid, name } } };
  const notes = uses
    .filter((use) => use.model !== undefined && modelHash(use.model) !== modelHash(model))
    .map(otherCopy);
  if (seen === undefined) return { steps: [{ kind: 'create', panel, reason: 'it is not in Grafana yet' }], notes };
  if (modelHash(seen.model) === modelHash(model)) return { steps: [], notes };
  const decision = decide(seen, overwrite);
  if (decision.kind === 'leave') return { steps: [], notes: [...notes, left(brought, decision.reason)] };
  return { steps: [{ kind: 'update', panel, stored: seen, reason: decision.reason }], notes };
}

interface Decision {
  readonly kind: 'replace' | 'leave';
  readonly reason: string;
}

function decide({ model, version }: StoredLibraryPanel, overwrite: OverwriteMode): Decision {
  if (overwrite === 'never') return { kind: 'leave', reason: 'is left as it is, as nothing is to be replaced' };
  if (isOurModel(model)) return { kind: 'replace', reason: 'its content has changed' };
  if (overwrite === 'always') return { kind: 'replace', reason: `version ${version} is replaced, as asked for` };
  return {
    kind: 'leave',
    reason: 'was not saved by an import, so it is left as it is; run with "overwrite: always" to replace it',
  };
}

type Told = Pick<Use, 'file' | 'uid' | 'name' | 'panel'>;
const called = ({ name, uid }: Told) => `the library panel "${name}" (${uid})`;

function missing(use: Told): LibraryPanelNote {
  const message = `${use.panel} shows ${called(use)}, which is neither in the file nor in Grafana: it will be broken; export the dashboard again with "Export for sharing externally", which brings it along`;
  return { file: use.file, message };
}

function unreadable(use: Told, { status, message }: GrafanaFailure): LibraryPanelNote {
  return { file: use.file, message: `${called(use)} could not be read (${status} ${message}), so it is left as it is` };
}

/** Grafana's own import leaves whatever has the uid, and says nothing. */
function left(use: Told, why: string): LibraryPanelNote {
  return { file: use.file, message: `${called(use)} in Grafana differs from the one in the file; it ${why}` };
}

function otherCopy(use: Told): LibraryPanelNote {
  return { file: use.file, message: `its copy of ${called(use)} differs from that in another file, which is taken` };
}
