import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { parseDockerfile } from './dockerfile.js';
import { readDockerignore } from './dockerignore.js';
import type { Image } from './image.js';
import { BuildError, type BuildPlan, interpret } from './interpret.js';
import { findRegistered, type ImageTable, type RegisteredImage } from './registered-image.js';

export interface BuildRequest {
  readonly dockerfile: string;
  readonly context: string;
  readonly args: ReadonlyMap<string, string>;
}

const USERS: Readonly<Record<string, string>> = {
  root: '0:0',
  node: '1000:1000',
  nobody: '65534:65534',
  nogroup: '65534:65534',
};

/** Builds images and keeps them by digest, each in a folder of its own. */
export class ImageStore {
  readonly #folder: string;
  readonly #table: ImageTable;
  readonly #byDigest = new Map<string, Image>();
  readonly #byReference = new Map<string, Image>();

  constructor(folder: string, table: ImageTable) {
    this.#folder = folder;
    this.#table = table;
  }

  build(request: BuildRequest): Image {
    const text = readFileSync(request.dockerfile, 'utf8');
    const dockerfile = parseDockerfile(text);
    const from = dockerfile.stages.at(-1)?.from ?? '';
    const base = findRegistered(this.#table, { file: request.dockerfile, from });
    if (base === undefined)
      throw new BuildError(`failed to solve: ${from}: no image is registered for ${request.dockerfile}`);
    checkPaths(base);
    const isIgnored = readDockerignore(request.context, request.dockerfile);
    const plan = interpret({ dockerfile, base, context: request.context, isIgnored, args: request.args });
    const digest = digestOf(text, { plan, base });
    return this.#byDigest.get(digest) ?? this.#store({ plan, base, digest });
  }

  tag(reference: string, image: Image): void {
    this.#byReference.set(reference, image);
  }

  /** Finds "registry/repository:tag", "registry/repository@sha256:…" or both. */
  find(reference: string): Image | undefined {
    const digest = /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1];
    return digest === undefined ? this.#byReference.get(reference) : this.#byDigest.get(digest);
  }

  #store(built: { plan: BuildPlan; base: RegisteredImage; digest: string }): Image {
    const { plan, base, digest } = built;
    const folder = path.join(this.#folder, digest.slice('sha256:'.length, 'sha256:'.length + 16));
    const users = { ...USERS, ...base.users };
    mkdirSync(folder, { recursive: true });
    for (const place of plan.folders) mkdirSync(path.join(folder, place), { recursive: true });
    makeFolders(folder, base);
    const sizes = plan.files.map((file) => place(file, { folder, users }));
    const copied = new Set(plan.files.map((file) => file.target));
    const image: Image = {
      digest,
      createdAt: new Date().toISOString(),
      sizeBytes: sizes.reduce((sum, size) => sum + size, 0),
      env: plan.env,
      loopbackEnv: base.loopbackEnv ?? {},
      entrypoint: plan.entrypoint,
      cmd: plan.cmd,
      user: resolveUser(plan.user, users),
      workdir: plan.workdir,
      folder,
      mounts: Object.entries(base.paths ?? {})
        .filter(([target]) => !copied.has(target))
        .map(([target, source]) => ({ source, target })),
      labels: plan.labels,
    };
    this.#byDigest.set(digest, image);
    return image;
  }
}

function checkPaths(base: RegisteredImage): void {
  for (const [target, source] of Object.entries(base.paths ?? {})) {
    if (!existsSync(source))
      throw new BuildError(`failed to solve: ${source}, registered as ${target}, does not exist`);
  }
}

function makeFolders(folder: string, base: RegisteredImage): void {
  for (const [place, owner] of Object.entries(base.folders ?? {})) {
    const absolute = path.join(folder, place);
    mkdirSync(absolute, { recursive: true });
    chmodSync(absolute, owner.mode ?? 0o755);
    giveTo(absolute, `${owner.uid ?? 0}:${owner.gid ?? 0}`);
  }
}

function digestOf(text: string, built: { plan: BuildPlan; base: RegisteredImage }): string {
  const hash = createHash('sha256')
    .update(text)
    .update(JSON.stringify([built.plan.usedArgs, built.base]));
  for (const file of [...built.plan.sources, ...built.plan.files]) {
    const stat = lstatSync(file.source);
    hash.update(`\0${file.target}\0${stat.mode & 0o777}\0`);
    hash.update(stat.isSymbolicLink() ? readlinkSync(file.source) : readFileSync(file.source));
  }
  return `sha256:${hash.digest('hex')}`;
}

function place(
  file: BuildPlan['files'][number],
  at: { folder: string; users: Readonly<Record<string, string>> },
): number {
  const target = path.join(at.folder, file.target);
  const stat = lstatSync(file.source);
  mkdirSync(path.dirname(target), { recursive: true });
  if (stat.isSymbolicLink()) symlinkSync(readlinkSync(file.source), target);
  else {
    copyFileSync(file.source, target);
    chmodSync(target, file.mode === undefined ? stat.mode & 0o777 : Number.parseInt(file.mode, 8));
    giveTo(target, file.owner === undefined ? '0:0' : resolveUser(file.owner, at.users));
  }
  return stat.size;
}

/** Only root may give files away; without it everything belongs to the user who runs the platform. */
function giveTo(file: string, owner: string): void {
  if (process.getuid?.() !== 0) return;
  const [uid, gid] = owner.split(':').map(Number);
  try {
    chownSync(file, uid ?? 0, gid ?? 0);
  } catch {
    // Inside a user namespace of one user nobody else exists; the file stays root's.
  }
}

function resolveUser(user: string, users: Readonly<Record<string, string>>): string {
  const [name = '', group] = user.split(':');
  const known = users[name] ?? (/^\d+$/.test(name) ? `${name}:${name}` : undefined);
  if (known === undefined) throw new BuildError(`unable to find user ${name}: no matching entries in passwd file`);
  const groupId = group === undefined ? known.split(':')[1] : (users[group]?.split(':')[1] ?? group);
  return `${known.split(':')[0]}:${groupId}`;
}
