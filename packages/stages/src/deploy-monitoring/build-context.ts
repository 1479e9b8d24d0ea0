import { join, posix } from 'node:path';
import { copiesOf, type Files, pathGlobSource } from '@fly-monitoring/kit';

export interface ContextFile {
  /** Relative to the checkout. */
  readonly path: string;
  readonly imagePath: string;
}

export type ContextFiles =
  | { readonly kind: 'listed'; readonly files: readonly ContextFile[]; readonly missing: readonly string[] }
  /** `COPY . .`: nothing tells what of it matters. */
  | { readonly kind: 'everything' };

/** What a build needs of a checkout. */
export async function contextFiles(dockerfile: string, folder: string, files: Files): Promise<ContextFiles> {
  const found: ContextFile[] = [];
  const missing: string[] = [];
  for (const { sources, target } of copiesOf(dockerfile)) {
    for (const source of sources.map((each) => posix.normalize(each).replace(/^\/+|\/+$/g, ''))) {
      if (source === '.' || source === '') return { kind: 'everything' };
      const matches = await matching({ source, target, folder }, files);
      if (matches.length === 0) missing.push(source);
      found.push(...matches);
    }
  }
  return { kind: 'listed', files: found, missing };
}

interface Place {
  readonly source: string;
  readonly target: string;
  readonly folder: string;
}

async function matching({ source, target, folder }: Place, files: Files): Promise<readonly ContextFile[]> {
  if (/[*?[]/.test(source)) return globbed({ source, target, folder }, files);
  const below = await files.list(join(folder, source));
  if (below.length > 0) {
    return below.map((path) => ({ path: posix.join(source, path), imagePath: posix.join(target, path) }));
  }
  if (!(await files.exists(join(folder, source)))) return [];
  const imagePath = target.endsWith('/') ? posix.join(target, posix.basename(source)) : target;
  return [{ path: source, imagePath }];
}

/** A folder that a glob matches is copied by its content, as Docker does. */
async function globbed({ source, target, folder }: Place, files: Files): Promise<readonly ContextFile[]> {
  const parts = source.split('/');
  const fixed = parts.slice(
    0,
    parts.findIndex((part) => /[*?[]/.test(part)),
  );
  const base = fixed.join('/');
  const pattern = globPattern(source);
  const all = (await files.list(join(folder, base))).map((path) => posix.join(base, path));
  return all.flatMap((path) => {
    const match = pattern.exec(path);
    if (match === null) return [];
    const inside = match[1] ?? '';
    return [{ path, imagePath: posix.join(target, inside === '' ? posix.basename(path) : inside) }];
  });
}

/** Matches the path itself, or what lies below it, which is the first group. */
export function globPattern(glob: string): RegExp {
  return new RegExp(`^${pathGlobSource(glob)}(?:/(.*))?$`, 'su');
}
