import { createHash } from 'node:crypto';
import path from 'node:path';
import { notSupported } from '../errors.js';
import type { RunOptions } from '../options.js';

/** A repository at a commit: where a workflow or an action came from. */
export type Source = {
  readonly repository: string;
  readonly folder: string;
  readonly ref: string;
  readonly sha: string;
};

/** What a `uses:` of a step means, before it is looked at. */
export type Use =
  | { readonly kind: 'checkout' }
  /** In the caller's checkout, whatever that holds by then. */
  | { readonly kind: 'workspace'; readonly path: string }
  | { readonly kind: 'source'; readonly source: Source; readonly path: string };

export class Repositories {
  readonly #folders: ReadonlyMap<string, string>;
  readonly own: Source;

  constructor(options: RunOptions) {
    const { name, folder } = options.repository;
    this.own = { repository: name, folder, ref: options.ref ?? 'refs/heads/main', sha: options.sha ?? hashOf(name) };
    const others = Object.entries(options.repositories ?? {});
    this.#folders = new Map(
      [[name, folder], ...others].map(([key, value]) => [String(key).toLowerCase(), String(value)]),
    );
  }

  at(repository: string, ref: string): Source | undefined {
    const folder = this.#folders.get(repository.toLowerCase());
    return folder === undefined ? undefined : { repository, folder, ref, sha: hashOf(`${repository}@${ref}`) };
  }

  /** `from` is the repository of the file that holds the line. The answer is a sentence when it cannot be used. */
  stepUse(uses: string, from: Source): Use | string {
    if (uses.startsWith('./')) {
      return { kind: 'workspace', path: uses.slice(2) };
    }
    if (uses.startsWith('$/')) {
      const inside = insideOf(uses);
      return inside === undefined
        ? `Expected format $/path without a ref. Actual '${uses}'`
        : { kind: 'source', source: from, path: inside };
    }
    if (/^actions\/checkout@/.test(uses)) {
      return { kind: 'checkout' };
    }
    const remote = this.remote(uses);
    return typeof remote === 'string' ? remote : { kind: 'source', ...remote };
  }

  /** A called workflow: `./` and `$/` both mean the repository of the calling file, at its commit. */
  workflowUse(uses: string, from: Source): { readonly source: Source; readonly path: string } | string {
    if (uses.startsWith('./') || uses.startsWith('$/')) {
      return { source: from, path: uses.slice(2) };
    }
    return this.remote(uses);
  }

  remote(uses: string): { readonly source: Source; readonly path: string } | string {
    const groups = /^(?<repository>[^/@]+\/[^/@]+)(?<path>\/[^@]*)?@(?<ref>.+)$/.exec(uses)?.groups;
    if (groups === undefined) {
      return `Expected format {org}/{repo}[/path]@ref. Actual '${uses}'`;
    }
    const { repository = '', path: inside = '', ref = '' } = groups;
    const source = this.at(repository, ref);
    return source === undefined
      ? notSupported(`${uses}; name the folder of ${repository} in "repositories"`)
      : { source, path: inside.slice(1) };
  }
}

function insideOf(uses: string): string | undefined {
  return uses.includes('@') ? undefined : path.posix.normalize(uses.slice(1)).slice(1);
}

/** What is here is a folder and no commit; the same name gives the same 40 digits. */
function hashOf(name: string): string {
  return createHash('sha1').update(name).digest('hex');
}
