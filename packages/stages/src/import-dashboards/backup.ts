import { isAbsolute, join } from 'node:path';
import type { StoredDashboard, StoredLibraryPanel } from '@fly-monitoring/grafana';
import { type ErrorCode, errorMessage, type Files } from '@fly-monitoring/kit';

/** Below the checkout, where there is no folder of a runner that goes away with the job. */
export const ownBackupFolder = '.cache/grafana-backup';

export interface Backup {
  /** Absolute. */
  readonly folder: string;
  /**
   * Writes the dashboard, as it is in Grafana, into a file of its own that only this user can read.
   * Gives the reason why it could not be kept, or undefined.
   */
  keep(stored: BackedUp): Promise<string | undefined>;
  /** The same of a library panel. */
  keepLibraryPanel(stored: StoredLibraryPanel): Promise<string | undefined>;
  /** Whether there is anything in it of this run. */
  hasFiles(): boolean;
}

type BackedUp = Pick<StoredDashboard, 'uid' | 'version' | 'folderUid' | 'updatedBy' | 'url' | 'json'>;

interface Place {
  readonly files: Files;
  readonly workspace: string;
}

export function backupIn(given: string, { files, workspace }: Place): Backup {
  const folder = isAbsolute(given) ? given : join(workspace, given);
  let count = 0;
  const write = async ({ name, text }: Copy) => {
    if (given === ownBackupFolder && count === 0) await files.writeText(join(folder, '.gitignore'), '*\n');
    const path = await freePath(files, { base: join(folder, name), text });
    await files.writeText(path, text);
    count++;
  };
  const keep = async (copy: Copy) => {
    try {
      await write(copy);
      return undefined;
    } catch (thrown) {
      return `version ${copy.version} could not be kept in ${folder}: ${errorMessage(thrown)}`;
    }
  };
  return {
    folder,
    hasFiles: () => count > 0,
    keep: (stored) => keep({ name: fileName(stored), version: stored.version, text: fileText(stored) }),
    keepLibraryPanel: (stored) =>
      keep({ name: `library-panel-${fileName(stored)}`, version: stored.version, text: textOf({ result: stored }) }),
  };
}

interface Copy {
  /** Of its file, without the ending. */
  readonly name: string;
  readonly version: number;
  readonly text: string;
}

/** A uid holds only letters, digits, hyphens and underscores, except where another tool made it. */
function fileName({ uid, version }: Pick<BackedUp, 'uid' | 'version'>): string {
  return `${encodeURIComponent(uid)}-v${version}`;
}

/** In the form of Grafana's own answer, which an import reads too. */
function fileText({ json, folderUid, version, updatedBy, url }: BackedUp): string {
  return textOf({ meta: { folderUid, version, updatedBy, url }, dashboard: json });
}

function textOf(answer: object): string {
  return `${JSON.stringify(answer, null, 2)}\n`;
}

interface Wanted {
  readonly base: string;
  readonly text: string;
}

/** Numbers begin anew when a dashboard is deleted and made again, and a folder may outlive many runs. */
async function freePath(files: Files, { base, text }: Wanted): Promise<string> {
  for (let number = 1; ; number++) {
    const path = number === 1 ? `${base}.json` : `${base}-${number}.json`;
    const there = await files.readText(path);
    if (there === undefined || there === text) return path;
  }
}

/** Nothing is replaced or deleted that could not be kept before. */
export const notKept = {
  code: 'DASHBOARD_NOT_KEPT',
  hint: 'Give input "backup-folder" a folder that this user can write to, and run again.',
} as const satisfies { code: ErrorCode; hint: string };
