import { createHash } from 'node:crypto';
import { objectsIn, textIn } from '../json.js';
import { type Answer, type GrafanaFailure, isDoubtful, ok } from './answer.js';
import { backoffMs, type Transport } from './transport.js';

export interface Folder {
  readonly uid: string;
  readonly title: string;
}

const pageSize = 1_000;
const maxAttempts = 3;

/** A folder to be made; without a parent at the top. */
export interface NewFolder extends Folder {
  readonly parentUid?: string;
}

/** The folders at the top, or right inside the given one: Grafana lists one level at a time. */
export async function listFolders(transport: Transport, parentUid = ''): Promise<Answer<readonly Folder[]>> {
  const inside = parentUid === '' ? '' : `&parentUid=${encodeURIComponent(parentUid)}`;
  const folders: Folder[] = [];
  for (let page = 1; ; page++) {
    const answer = await transport.ask({ path: `/api/folders?limit=${pageSize}&page=${page}${inside}` });
    if (answer.kind !== 'ok') return answer;
    const found = objectsIn({ list: answer.value }, 'list').map(folderOf);
    folders.push(...found);
    if (found.length < pageSize) return ok(folders);
  }
}

/**
 * Makes the folder and takes it as made when one of its title is already there: two runs at once, a lost answer and a
 * retry in between all end with 409 or 412, on some releases with an empty body. A uid that something else has is left
 * to it, and Grafana chooses another.
 */
export async function ensureFolder(transport: Transport, folder: NewFolder): Promise<Answer<Folder>> {
  for (let attempt = 0; ; attempt++) {
    const made = await tryFolder(transport, folder);
    // It was looked for and is not there, so that the request that got no answer was not carried out.
    if (made.kind === 'ok' || !isDoubtful(made) || attempt + 1 === maxAttempts) return made;
    await transport.clock.sleep(backoffMs(attempt));
  }
}

async function tryFolder(transport: Transport, folder: NewFolder): Promise<Answer<Folder>> {
  const created = await makeFolder(transport, folder);
  if (created.kind === 'ok' || !mayExist(created)) return created;
  // A folder that was just made can be read before it is listed.
  const existing = await transport.ask({ path: pathOf(folder.uid) });
  if (existing.kind === 'ok' && isThere(existing.value, folder)) return ok(folderOf(existing.value));
  const listed = await listFolders(transport, folder.parentUid);
  if (listed.kind !== 'ok') return created;
  const twin = listed.value.find(({ title }) => title === folder.title);
  if (twin !== undefined) return ok(twin);
  const { uid: _taken, ...withoutUid } = folder;
  return isDoubtful(created) ? created : makeFolder(transport, withoutUid);
}

function isThere(existing: unknown, { title, parentUid = '' }: NewFolder): boolean {
  return textIn(existing, 'title') === title && (textIn(existing, 'parentUid') ?? '') === parentUid;
}

/** At any depth; `ok` with undefined when there is no such folder. */
export async function readFolder(transport: Transport, uid: string): Promise<Answer<Folder | undefined>> {
  const answer = await transport.ask({ path: pathOf(uid) });
  // A folder that the token may not see is told as forbidden, on some releases also one that is not there.
  if (answer.kind === 'not-found' || answer.kind === 'forbidden') return ok(undefined);
  return answer.kind === 'ok' ? ok(folderOf(answer.value)) : answer;
}

function pathOf(uid: string): string {
  return `/api/folders/${encodeURIComponent(uid)}`;
}

async function makeFolder(transport: Transport, body: Partial<NewFolder>): Promise<Answer<Folder>> {
  const answer = await transport.ask({ method: 'POST', path: '/api/folders', body });
  return answer.kind === 'ok' ? ok(folderOf(answer.value)) : answer;
}

/** Until 11 the uid of a dashboard is refused as well: "Dashboard cannot be changed to a folder". */
function mayExist(failure: GrafanaFailure): boolean {
  const { status, message } = failure;
  return status === 409 || status === 412 || /changed to a folder/i.test(message) || isDoubtful(failure);
}

/** Of the title, for whoever reads an address. */
const slugMaxLength = 27;

/**
 * The same for the same title, so that two runs ask for the same folder, and another for every other title: most of a
 * title may be lost in the readable part.
 */
export function folderUidFor(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, slugMaxLength)
    .replace(/^-+|-+$/g, '');
  const hash = createHash('sha256').update(title).digest('hex').slice(0, 12);
  return `${slug === '' ? 'folder' : slug}-${hash}`;
}

function folderOf(value: unknown): Folder {
  return { uid: textIn(value, 'uid') ?? '', title: textIn(value, 'title') ?? '' };
}
