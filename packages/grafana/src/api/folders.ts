import { objectsIn, textIn } from '../json.js';
import { type Answer, isDoubtful, ok } from './answer.js';
import type { Transport } from './transport.js';

export interface Folder {
  readonly uid: string;
  readonly title: string;
}

const pageSize = 1_000;

/** The folders at the top; those inside others are not looked at. */
export async function listFolders(transport: Transport): Promise<Answer<readonly Folder[]>> {
  const folders: Folder[] = [];
  for (let page = 1; ; page++) {
    const answer = await transport.ask({ path: `/api/folders?limit=${pageSize}&page=${page}` });
    if (answer.kind !== 'ok') return answer;
    const found = objectsIn({ list: answer.value }, 'list').map(folderOf);
    folders.push(...found);
    if (found.length < pageSize) return ok(folders);
  }
}

/**
 * Makes the folder and takes it as made when it is already there: two runs at once, a lost answer and a retry in
 * between all end with 409 or 412, on some releases with an empty body.
 */
export async function ensureFolder(transport: Transport, folder: Folder): Promise<Answer<Folder>> {
  const created = await transport.ask({
    method: 'POST',
    path: '/api/folders',
    body: { uid: folder.uid, title: folder.title },
  });
  if (created.kind === 'ok') return ok(folderOf(created.value));
  const mayExist = created.status === 409 || created.status === 412 || isDoubtful(created);
  if (!mayExist) return created;
  const existing = await transport.ask({ path: `/api/folders/${encodeURIComponent(folder.uid)}` });
  if (existing.kind === 'ok') return ok(folderOf(existing.value));
  const listed = await listFolders(transport);
  const twin = listed.kind === 'ok' ? listed.value.find(({ title }) => title === folder.title) : undefined;
  return twin === undefined ? created : ok(twin);
}

/** The same for the same title, so that two runs ask for the same folder. */
export function folderUidFor(title: string): string {
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return slug === '' ? `folder-${Buffer.from(title).toString('hex').slice(0, 32)}` : slug;
}

function folderOf(value: unknown): Folder {
  return { uid: textIn(value, 'uid') ?? '', title: textIn(value, 'title') ?? '' };
}
