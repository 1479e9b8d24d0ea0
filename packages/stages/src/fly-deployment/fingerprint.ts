import { createHash } from 'node:crypto';
import { isServing, type KnownSource, type Machine } from '@fly-monitoring/fly';
import type { Secret } from '@fly-monitoring/kit';
import { slowDigest } from '../slow-digest.js';

/** Environment of the machine that carries it; names beginning with FLY_ are reserved by Fly. */
export const fingerprintVariable = 'DEPLOYMENT_FINGERPRINT';

/** What a build was made from, part by part, to tell later what has changed. */
export interface SourceFingerprint {
  readonly context: string;
  readonly dockerfile: string;
  /** Build arguments and target. */
  readonly settings: string;
}

/** What a deployment was made from, told without telling a secret. */
export interface Fingerprint {
  /** Digest of what the image is; undefined when that is not known before it is built or fetched. */
  readonly image: string | undefined;
  /** Of a build from source whose parts could all be read. */
  readonly source?: SourceFingerprint | undefined;
  /** What the processes of the release show as their revision; it is no part of what is compared. */
  readonly revision?: string | undefined;
  readonly config: string;
  /** By name of the secret. */
  readonly secrets: ReadonlyMap<string, string>;
}

export interface FingerprintFacts {
  readonly app: string;
  readonly image: string | undefined;
  readonly source?: KnownSource | undefined;
  readonly revision?: string | undefined;
  /** Everything else that a machine runs with. */
  readonly config: string;
  readonly secrets: ReadonlyMap<string, Secret>;
}

export async function makeFingerprint(facts: FingerprintFacts): Promise<Fingerprint> {
  const { app, image, source, revision, config } = facts;
  const [made, secrets] = await Promise.all([
    source === undefined ? undefined : sourceFingerprint(app, source),
    secretDigests(facts),
  ]);
  return {
    image: image === undefined ? undefined : shortHash(image),
    source: made,
    revision,
    config: shortHash(config),
    secrets,
  };
}

async function secretDigests({ app, secrets }: FingerprintFacts): Promise<ReadonlyMap<string, string>> {
  const digests = [...secrets].map(
    async ([name, secret]) => [name, await hiddenDigest(secret.reveal(), `${app}\0${name}`)] as const,
  );
  return new Map(await Promise.all(digests));
}

/**
 * People put secrets into build arguments although they are told not to, so these get a slow digest too. Where there are
 * none a slow one would only take its quarter of a second.
 */
async function sourceFingerprint(app: string, source: KnownSource): Promise<SourceFingerprint> {
  const { context, dockerfile, settings, hasArguments } = source;
  return {
    context: shortHash(context),
    dockerfile: shortHash(dockerfile),
    settings: hasArguments ? await hiddenDigest(settings, `${app}\0build arguments`) : shortHash(settings),
  };
}

/** 128 bits are more than chance needs, and less than would help to find a secret. */
const digestBytes = 16;

function shortHash(text: string): string {
  return createHash('sha256')
    .update(text)
    .digest('hex')
    .slice(0, digestBytes * 2);
}

/** A machine's configuration is not kept secret. */
async function hiddenDigest(secret: string, salt: string): Promise<string> {
  return (await slowDigest(secret, { salt, bytes: digestBytes })).toString('hex');
}

/** One word per part, for an environment variable. Readers pass over words that they do not know. */
export function writeFingerprint({ image, config, source, revision, secrets }: Fingerprint): string {
  const parts = source === undefined ? [] : sourceParts.map((part) => `source.${part}=${source[part]}`);
  const named = [...secrets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, digest]) => `secret.${name}=${digest}`);
  const shown = revision === undefined ? [] : [`revision=${encodeURIComponent(revision)}`];
  return ['v1', `image=${image ?? 'unknown'}`, `config=${config}`, ...parts, ...shown, ...named].join(' ');
}

const sourceParts = ['context', 'dockerfile', 'settings'] as const;

/** Undefined when it is none, or one of another version: then everything counts as changed. */
export function parseFingerprint(text: string | undefined): Fingerprint | undefined {
  const [version, ...words] = (text ?? '').split(' ');
  const parts = new Map(words.map((word) => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]));
  const image = parts.get('image');
  const config = parts.get('config');
  if (version !== 'v1' || image === undefined || config === undefined) return undefined;
  const secrets = [...parts]
    .filter(([name]) => name.startsWith('secret.'))
    .map(([name, digest]) => [name.slice('secret.'.length), digest] as const);
  return {
    image: image === 'unknown' ? undefined : image,
    config,
    source: parseSource(parts),
    revision: decoded(parts.get('revision')),
    secrets: new Map(secrets),
  };
}

function parseSource(parts: ReadonlyMap<string, string>): SourceFingerprint | undefined {
  const [context, dockerfile, settings] = sourceParts.map((part) => parts.get(`source.${part}`));
  if (context === undefined || dockerfile === undefined || settings === undefined) return undefined;
  return { context, dockerfile, settings };
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Of the machines that serve; undefined when they do not agree, after a deploy that ended half way. */
export function liveFingerprint(machines: readonly Machine[]): Fingerprint | undefined {
  const texts = new Set(machines.filter(isServing).map((machine) => machine.config?.env[fingerprintVariable]));
  const [text] = texts;
  return texts.size === 1 ? parseFingerprint(text) : undefined;
}
