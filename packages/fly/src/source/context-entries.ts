import type { Files } from '@fly-monitoring/kit';
import { type IgnoreRules, type IgnoreVerdict, judgePath, mayHoldExceptions } from './ignore-rules.js';

/** Something of a build context that a builder gets. */
export interface ContextEntry {
  /** Relative to the context, with slashes. */
  readonly path: string;
  readonly kind: 'file' | 'folder' | 'link';
  /** Permission bits: they go into the image. Those of a link do not. */
  readonly mode: number;
  /** Of a link. */
  readonly target: string;
}

interface Walk {
  /** Absolute. */
  readonly context: string;
  /** One set for each ignore file that may count; what one of them sends is sent. */
  readonly rules: readonly IgnoreRules[];
  readonly files: Pick<Files, 'entries'>;
}

interface Folder {
  readonly path: string;
  readonly verdicts: readonly IgnoreVerdict[];
}

/** Everything that is sent, folders before what is in them. Sockets, pipes and devices are never sent. */
export async function contextEntries(walk: Walk): Promise<readonly ContextEntry[]> {
  return entriesBelow(walk, undefined);
}

async function entriesBelow(walk: Walk, folder: Folder | undefined): Promise<readonly ContextEntry[]> {
  const { context, files } = walk;
  const found: ContextEntry[] = [];
  for (const entry of await files.entries(folder === undefined ? context : `${context}/${folder.path}`)) {
    if (entry.kind === 'other') continue;
    const path = folder === undefined ? entry.name : `${folder.path}/${entry.name}`;
    const verdicts = walk.rules.map((rules, index) => judgePath(rules, path, folder?.verdicts[index]));
    const own: ContextEntry = { path, kind: entry.kind, mode: entry.mode, target: entry.target ?? '' };
    const isSent = verdicts.some(({ isIgnored }) => !isIgnored);
    const below =
      entry.kind === 'folder' && isOpen(walk, path, verdicts) ? await entriesBelow(walk, { path, verdicts }) : [];
    // A folder that is ignored comes along with what an exception takes back in below it.
    if (isSent || below.length > 0) found.push(own);
    for (const each of below) found.push(each);
  }
  return found;
}

/** Whether anything in a folder may be sent. */
function isOpen({ rules }: Walk, path: string, verdicts: readonly IgnoreVerdict[]): boolean {
  return rules.some((each, index) => verdicts[index]?.isIgnored !== true || mayHoldExceptions(each, path));
}
