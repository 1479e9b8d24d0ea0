import { type Answer, type GrafanaFailure, ok } from './answer.js';
import { ensureFolder, type Folder, folderUidFor, listFolders } from './folders.js';
import type { Transport } from './transport.js';

/** Folders that are yet to be made, one inside the other. */
export interface MissingFolders {
  /** The innermost folder of the path that is there; undefined for the root. */
  readonly inside: Folder | undefined;
  /** Titles of the whole path, outermost first. */
  readonly titles: readonly string[];
  /** How many of the titles are there. */
  readonly there: number;
}

export type FolderPlace =
  | { readonly kind: 'found'; readonly folder: Folder }
  | ({ readonly kind: 'missing' } & MissingFolders)
  | { readonly kind: 'ambiguous'; readonly title: string; readonly twins: readonly Folder[] }
  /**
   * No nested folders: they are for everybody since 11.0 ("Subfolders" in docs/sources/whatsnew/whats-new-in-v11-0.md), and
   * behind the toggle nestedFolders before.
   */
  | { readonly kind: 'flat' };

/** The titles of "Team/Prod/API", without the root's name in front. */
export function folderTitles(path: string): readonly string[] {
  const titles = path
    .split('/')
    .map((title) => title.trim())
    .filter((title) => title !== '');
  return titles.length > 1 && titles[0]?.toLowerCase() === 'general' ? titles.slice(1) : titles;
}

/** Goes down level by level from the folders at the top, with one request for each level. */
export async function findFolderPath(
  transport: Transport,
  titles: readonly string[],
  top: readonly Folder[],
): Promise<Answer<FolderPlace>> {
  let level = top;
  let inside: Folder | undefined;
  for (const [there, title] of titles.entries()) {
    const twins = level.filter((folder) => folder.title === title);
    if (twins.length > 1) return ok({ kind: 'ambiguous', title, twins });
    const [found] = twins;
    if (found === undefined && inside !== undefined) return ok({ kind: 'missing', inside, titles, there });
    if (found !== undefined && there + 1 === titles.length) return ok({ kind: 'found', folder: found });
    // With nothing of the path there, any folder tells whether folders can be nested.
    const asked = found ?? top[0];
    if (asked === undefined) break;
    const children = await listFolders(transport, asked.uid);
    if (children.kind !== 'ok') return children;
    if (isFlat(children.value, asked)) return ok({ kind: 'flat' });
    if (found === undefined) break;
    inside = found;
    level = children.value;
  }
  return ok({ kind: 'missing', inside: undefined, titles, there: 0 });
}

/** Without nested folders "parentUid" is ignored, and the list is again the one of the top. */
function isFlat(children: readonly Folder[], parent: Folder): boolean {
  return children.some(({ uid }) => uid === parent.uid);
}

/** Makes what is missing, one after the other, and gives the innermost. */
export async function ensureFolderPath(transport: Transport, missing: MissingFolders): Promise<Answer<Folder>> {
  const { titles, there } = missing;
  let parent = missing.inside;
  let answer: Answer<Folder> = noNestedFolders;
  for (const [index, title] of titles.entries()) {
    if (index < there) continue;
    // Where there was no folder at all, only the first one tells.
    if (index === 1 && there === 0 && parent !== undefined) {
      const children = await listFolders(transport, parent.uid);
      if (children.kind !== 'ok') return children;
      if (isFlat(children.value, parent)) return noNestedFolders;
    }
    const uid = folderUidFor(titles.slice(0, index + 1).join('/'));
    answer = await ensureFolder(transport, { uid, title, ...(parent === undefined ? {} : { parentUid: parent.uid }) });
    if (answer.kind !== 'ok') return answer;
    parent = answer.value;
  }
  return answer;
}

const noNestedFolders: GrafanaFailure = {
  kind: 'refused',
  status: 200,
  message: 'this Grafana has no nested folders',
  reason: undefined,
  permission: undefined,
  retryAfterMs: undefined,
  request: 'GET /api/folders',
};
