import { createHash, scryptSync } from 'node:crypto';
import { isServing, type Machine } from '@fly-monitoring/fly';
import type { Secret } from '@fly-monitoring/kit';

/** Environment of the machine that carries it; names beginning with FLY_ are reserved by Fly. */
export const fingerprintVariable = 'DEPLOYMENT_FINGERPRINT';

/** What a deployment was made from, told without telling a secret. */
export interface Fingerprint {
  /** Digest of what the image is made from; undefined when it cannot be known, as with a whole checkout. */
  readonly image: string | undefined;
  readonly config: string;
  /** By name of the secret. */
  readonly secrets: ReadonlyMap<string, string>;
}

export interface FingerprintFacts {
  readonly app: string;
  readonly image: string | undefined;
  /** Everything else that a machine runs with. */
  readonly config: string;
  readonly secrets: ReadonlyMap<string, Secret>;
}

export function makeFingerprint({ app, image, config, secrets }: FingerprintFacts): Fingerprint {
  return {
    image: image === undefined ? undefined : shortHash(image),
    config: shortHash(config),
    secrets: new Map([...secrets].map(([name, secret]) => [name, slowDigest(secret, `${app}\0${name}`)])),
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

/** OWASP's least costs for scrypt with 32 MiB a guess: a machine's configuration is not kept secret. */
const scryptCost = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 2 ** 20 };

function slowDigest(secret: Secret, salt: string): string {
  return scryptSync(secret.reveal(), `fly-monitoring\0${salt}`, digestBytes, scryptCost).toString('hex');
}

/** One word per part, for an environment variable. */
export function writeFingerprint({ image, config, secrets }: Fingerprint): string {
  const named = [...secrets].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, digest]) => `secret.${name}=${digest}`);
  return ['v1', `image=${image ?? 'unknown'}`, `config=${config}`, ...named].join(' ');
}

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
  return { image: image === 'unknown' ? undefined : image, config, secrets: new Map(secrets) };
}

/** Of the machines that serve; undefined when they do not agree, after a deploy that ended half way. */
export function liveFingerprint(machines: readonly Machine[]): Fingerprint | undefined {
  const texts = new Set(machines.filter(isServing).map((machine) => machine.config?.env[fingerprintVariable]));
  const [text] = texts;
  return texts.size === 1 ? parseFingerprint(text) : undefined;
}
