import { createHash } from 'node:crypto';
import { errorMessage, type Files } from '@fly-monitoring/kit';
import { parseBuildSection } from './build-section.js';
import { contextDigest, type HashingEdges } from './context-digest.js';
import { contextEntries } from './context-entries.js';
import { readIgnoreFiles } from './ignore-files.js';
import { type MovingPart, movingParts } from './moving-parts.js';

export interface BuildSource {
  /** All absolute. */
  readonly context: string;
  readonly dockerfile: string;
  readonly configFile: string;
  readonly configText: string;
  /** Of the command line; they beat those of the fly.toml. */
  readonly buildArguments: ReadonlyMap<string, string>;
}

/** Everything that the user gives to a build. */
export interface KnownSource {
  readonly kind: 'known';
  /** Digest of what is sent, and of the rules that say what is. */
  readonly context: string;
  /** Digest of its text. */
  readonly dockerfile: string;
  /** Arguments and target, as a text that is equal only for equal ones. */
  readonly settings: string;
  readonly hasArguments: boolean;
  /** What a build takes from elsewhere. */
  readonly moving: readonly MovingPart[];
  /** The folder .git is different in every checkout. */
  readonly holdsGit: boolean;
}

export type ReadSource = KnownSource | { readonly kind: 'unknown'; readonly why: string };

export interface SourceEdges extends HashingEdges {
  readonly files: Pick<Files, 'readText' | 'entries' | 'sha256'>;
}

/** Never fails: what cannot be read is told, and flyctl will say the same about it or do without. */
export async function readSource(source: BuildSource, edges: SourceEdges): Promise<ReadSource> {
  try {
    return await readKnown(source, edges);
  } catch (thrown) {
    return unknown(errorMessage(thrown).replace(/\.$/, ''));
  }
}

async function readKnown(source: BuildSource, edges: SourceEdges): Promise<ReadSource> {
  const { context, dockerfile, configFile } = source;
  const build = parseBuildSection(source.configText, configFile);
  if (build.isForeign) return unknown('[build] names a builder in place of a Dockerfile');
  const text = await edges.files.readText(dockerfile);
  const ignore = await readIgnoreFiles({ context, dockerfile, ignoreFile: build.ignoreFile }, edges.files);
  if (text === undefined) return unknown('the Dockerfile is not there');
  if ('badPattern' in ignore) return unknown(`the pattern "${ignore.badPattern}" of the ignore file is not understood`);
  const entries = await contextEntries({ context, rules: ignore.rules, files: edges.files });
  const digest = await contextDigest({ context, entries }, edges);
  if (digest === undefined) return unknown('a file of the build context vanished while it was read');
  const buildArguments = new Map([...build.arguments, ...source.buildArguments]);
  return {
    kind: 'known',
    context: sha256(JSON.stringify([digest, ignore.texts])),
    dockerfile: sha256(text),
    settings: JSON.stringify([[...buildArguments].sort(), build.target ?? '']),
    hasArguments: buildArguments.size > 0,
    moving: movingParts(text, buildArguments),
    holdsGit: entries.some(({ path }) => path === '.git'),
  };
}

function unknown(why: string): ReadSource {
  return { kind: 'unknown', why };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
