import {
  type Folder,
  findFolderPath,
  folderTitles,
  folderUidFor,
  type MissingFolders,
  readFolder,
  type Transport,
} from '@fly-monitoring/grafana';
import { SuiteError } from '@fly-monitoring/kit';
import { valueOrThrow } from './read-grafana.js';

/** Where the dashboards shall be; one that is yet to be made has its future uid. */
export interface FolderPlan {
  readonly uid: string;
  readonly title: string;
  readonly exists: boolean;
  /** What has to be made for it. */
  readonly missing: MissingFolders | undefined;
}

/**
 * The folder of the title, path of titles or uid that input "folder" gives. A title may contain a slash: one that is
 * there goes before a path.
 * @throws SuiteError INPUT_INVALID when it is ambiguous, or a path where folders cannot be nested; GRAFANA_*
 */
export async function planFolder(transport: Transport, given: string, top: readonly Folder[]): Promise<FolderPlan> {
  const matched = matchFolder(given, top);
  if (matched !== undefined) return matched;
  const titles = folderTitles(given);
  const [outermost = given] = titles;
  if (titles.length < 2) return (await byTitle(transport, outermost, top)) ?? yetToMake(atTop(outermost), outermost);
  const place = valueOrThrow('Listing the folders', await findFolderPath(transport, titles, top));
  switch (place.kind) {
    case 'found':
      return { ...place.folder, title: given, exists: true, missing: undefined };
    case 'missing':
      return yetToMake(place, given);
    case 'ambiguous':
      throw ambiguous(given, place);
    case 'flat':
      throw flat(given);
  }
}

/**
 * Among the folders at the top. Grafana's root is called General in the page, and has no uid.
 * @throws SuiteError INPUT_INVALID when several have the title
 */
export function matchFolder(given: string, top: readonly Folder[]): FolderPlan | undefined {
  if (given.toLowerCase() === 'general') return { uid: '', title: 'General', exists: true, missing: undefined };
  const twins = top.filter(({ title }) => title === given);
  if (twins.length > 1) throw ambiguous(given, { title: given, twins });
  const found = twins[0] ?? top.find(({ uid }) => uid === given);
  return found === undefined ? undefined : { ...found, exists: true, missing: undefined };
}

/** By its uid as well: a folder inside another is not in the list of the top. */
async function byTitle(transport: Transport, given: string, top: readonly Folder[]): Promise<FolderPlan | undefined> {
  const matched = matchFolder(given, top);
  if (matched !== undefined || !/^[\w-]{1,40}$/.test(given)) return matched;
  const folder = valueOrThrow('Reading the folder', await readFolder(transport, given));
  return folder === undefined ? undefined : { ...folder, exists: true, missing: undefined };
}

function atTop(title: string): MissingFolders {
  return { inside: undefined, titles: [title], there: 0 };
}

function yetToMake({ inside, titles, there }: MissingFolders, title: string): FolderPlan {
  return { uid: folderUidFor(titles.join('/')), title, exists: false, missing: { inside, titles, there } };
}

function ambiguous(given: string, { title, twins }: { title: string; twins: readonly Folder[] }): SuiteError {
  const uids = twins.map(({ uid }) => `"${uid}"`).join(', ');
  const which = title === given ? 'of that title' : `with the title "${title}" in one place of it`;
  return new SuiteError({
    code: 'INPUT_INVALID',
    message: `Input "folder" is "${given}"; Grafana has ${twins.length} folders ${which}, with the uids ${uids}.`,
    hint: 'Set input "folder" to the uid of the one that is meant, or give the others another title in Grafana.',
  });
}

function flat(given: string): SuiteError {
  return new SuiteError({
    code: 'INPUT_INVALID',
    message: `Input "folder" is "${given}", a path of folders; this Grafana has no nested folders (they came with 11.0).`,
    hint: 'Give a title without "/", or make a folder of exactly this title in Grafana.',
  });
}
