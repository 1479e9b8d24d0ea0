import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { globSource, type IsIgnored } from './dockerignore.js';

/** A file, link or empty folder of the context, and where a COPY puts it. */
export interface CopiedFile {
  readonly source: string;
  readonly target: string;
}

export interface CopyRequest {
  readonly context: string;
  readonly isIgnored: IsIgnored;
  readonly sources: readonly string[];
  readonly target: string;
}

/** Docker's message when a COPY finds nothing; the path is shown from the context's root. */
export class MissingSource extends Error {}

export function filesToCopy(request: CopyRequest): readonly CopiedFile[] {
  const found = request.sources.flatMap((source) => matching(request, source));
  const intoFolder = request.target.endsWith('/') || found.length > 1;
  return found.flatMap((source) => {
    const absolute = path.join(request.context, source);
    if (statSync(absolute).isDirectory())
      return walk(request, source).map((file) => ({
        source: path.join(request.context, file),
        target: path.posix.join(request.target, path.posix.relative(source, file)),
      }));
    const target = intoFolder ? path.posix.join(request.target, path.posix.basename(source)) : request.target;
    return [{ source: absolute, target }];
  });
}

function matching(request: CopyRequest, source: string): readonly string[] {
  const wanted = path.posix.normalize(source.replace(/^\/+/, '')).replace(/\/+$/, '') || '.';
  const found = /[*?[]/.test(wanted) ? globbed(request.context, wanted) : exists(request.context, wanted);
  const kept = found.filter((file) => file === '.' || !request.isIgnored(file));
  if (kept.length === 0) throw new MissingSource(wanted === '.' ? '/' : `/${wanted}`);
  return kept;
}

function exists(context: string, file: string): readonly string[] {
  return statSync(path.join(context, file), { throwIfNoEntry: false }) === undefined ? [] : [file];
}

function globbed(context: string, glob: string): readonly string[] {
  let found = ['.'];
  for (const part of glob.split('/')) {
    const pattern = new RegExp(`^${globSource(part)}$`);
    found = found.flatMap((folder) =>
      entries(context, folder)
        .filter((name) => pattern.test(name))
        .map((name) => path.posix.join(folder, name)),
    );
  }
  return found;
}

function entries(context: string, folder: string): readonly string[] {
  const absolute = path.join(context, folder);
  return statSync(absolute).isDirectory() ? readdirSync(absolute).sort() : [];
}

/** Ignored folders are still entered: a later "!" rule may keep something inside; node_modules and .git are too large for that. */
function walk(request: CopyRequest, folder: string): readonly string[] {
  const found: string[] = [];
  for (const entry of readdirSync(path.join(request.context, folder), { withFileTypes: true }).sort(byName)) {
    const file = path.posix.join(folder, entry.name);
    const ignored = request.isIgnored(file);
    const heavy = entry.name === 'node_modules' || entry.name === '.git';
    if (entry.isDirectory() && !(ignored && heavy)) found.push(...walk(request, file));
    else if (!entry.isDirectory() && !ignored) found.push(file);
  }
  return found;
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}
