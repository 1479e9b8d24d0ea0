import path from 'node:path';
import { type CopiedFile, filesToCopy, MissingSource } from './context-files.js';
import { type Dockerfile, execForm, type Instruction, type Stage, shellWords, substitute } from './dockerfile.js';
import type { IsIgnored } from './dockerignore.js';
import type { RegisteredImage } from './registered-image.js';

const DOCKER_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface BuildInput {
  readonly dockerfile: Dockerfile;
  readonly base: RegisteredImage;
  readonly context: string;
  readonly isIgnored: IsIgnored;
  readonly args: ReadonlyMap<string, string>;
}

/** The last stage, interpreted; RUN is not. */
export interface BuildPlan {
  env: Record<string, string>;
  entrypoint: readonly string[];
  cmd: readonly string[];
  user: string;
  workdir: string;
  labels: Record<string, string>;
  readonly files: (CopiedFile & { readonly mode: string | undefined; readonly owner: string | undefined })[];
  /** What earlier stages copy from the context: it shapes the image, though those stages are not built. */
  readonly sources: CopiedFile[];
  readonly folders: string[];
  readonly usedArgs: Record<string, string>;
}

/** A build that fails; the text is BuildKit's. */
export class BuildError extends Error {}

export function interpret(input: BuildInput): BuildPlan {
  const stage = input.dockerfile.stages.at(-1);
  if (stage === undefined) throw new BuildError('failed to solve: no build stage in current context');
  const { base } = input;
  const plan: BuildPlan = {
    env: { PATH: DOCKER_PATH, ...base.env },
    entrypoint: base.entrypoint ?? [],
    cmd: base.cmd ?? [],
    user: base.user ?? 'root',
    workdir: base.workdir ?? '/',
    labels: {},
    files: [],
    sources: [],
    folders: [],
    usedArgs: {},
  };
  for (const earlier of input.dockerfile.stages.slice(0, -1)) plan.sources.push(...contextFilesOf(earlier, input));
  for (const instruction of stage.instructions) apply(instruction, { plan, input, stage });
  return plan;
}

function contextFilesOf(stage: Stage, input: BuildInput): readonly CopiedFile[] {
  const copies = stage.instructions.filter(({ keyword }) => keyword === 'COPY').map(({ rest }) => copyWords(rest));
  return copies
    .filter(({ options }) => !options.has('from'))
    .flatMap(({ words }) =>
      findFiles({ sources: words.slice(0, -1).filter(isPlain), target: words.at(-1) ?? '' }, input),
    );
}

/** Arguments of stages that are not built have no value here. */
function isPlain(source: string): boolean {
  return !source.includes('$');
}

function findFiles(copy: { sources: readonly string[]; target: string }, input: BuildInput): readonly CopiedFile[] {
  try {
    return filesToCopy({ ...input, ...copy });
  } catch (error) {
    if (!(error instanceof MissingSource)) throw error;
    const why = 'failed to calculate checksum of ref';
    throw new BuildError(`failed to solve: failed to compute cache key: ${why}: "${error.message}": not found`);
  }
}

interface At {
  readonly plan: BuildPlan;
  readonly input: BuildInput;
  readonly stage: Stage;
}

function apply({ keyword, rest }: Instruction, at: At): void {
  const { plan } = at;
  const text = substitute(rest, variables(at));
  if (keyword === 'ENV') Object.assign(plan.env, assignments(text));
  else if (keyword === 'LABEL') Object.assign(plan.labels, assignments(text));
  else if (keyword === 'ARG') applyArg(text, at);
  else if (keyword === 'WORKDIR') applyWorkdir(text, plan);
  else if (keyword === 'USER') plan.user = text;
  else if (keyword === 'COPY' || keyword === 'ADD') applyCopy(text, at);
  else if (keyword === 'CMD') plan.cmd = command(rest);
  else if (keyword === 'ENTRYPOINT') applyEntrypoint(rest, at);
  else if (!IGNORED.has(keyword))
    throw new BuildError(`failed to solve: dockerfile parse error: unknown instruction: ${keyword}`);
}

function applyWorkdir(text: string, plan: BuildPlan): void {
  plan.workdir = path.posix.resolve(plan.workdir, text);
  plan.folders.push(plan.workdir);
}

const IGNORED = new Set(['RUN', 'EXPOSE', 'VOLUME', 'HEALTHCHECK', 'STOPSIGNAL', 'SHELL', 'MAINTAINER', 'ONBUILD']);

/** A new entrypoint forgets the command inherited from the base, not the one written beside it. */
function applyEntrypoint(rest: string, { plan, input }: At): void {
  plan.entrypoint = command(rest);
  if (plan.cmd === input.base.cmd) plan.cmd = [];
}

function command(rest: string): readonly string[] {
  return execForm(rest) ?? ['/bin/sh', '-c', rest];
}

function assignments(text: string): Record<string, string> {
  if (/^[^\s=]+\s/.test(text)) return { [text.split(/\s+/, 1)[0] ?? '']: text.replace(/^\S+\s+/, '') };
  return Object.fromEntries(
    shellWords(text).map((word) => [word.split('=', 1)[0] ?? '', word.slice(word.indexOf('=') + 1)]),
  );
}

function applyArg(text: string, { plan, input }: At): void {
  const [name = '', fallback] = [
    text.split('=', 1)[0],
    text.includes('=') ? text.slice(text.indexOf('=') + 1) : undefined,
  ];
  const value = input.args.get(name) ?? fallback ?? globalArg(input.dockerfile, name);
  if (value !== undefined) plan.usedArgs[name] = value.replace(/^(["'])(.*)\1$/, '$2');
}

function globalArg(dockerfile: Dockerfile, name: string): string | undefined {
  const line = dockerfile.globalArgs.find(({ rest }) => rest.startsWith(`${name}=`));
  return line?.rest.slice(name.length + 1);
}

function variables({ plan }: At): ReadonlyMap<string, string> {
  return new Map(Object.entries({ ...plan.usedArgs, ...plan.env }));
}

function applyCopy(text: string, { plan, input, stage }: At): void {
  const { options, words } = copyWords(text);
  const written = words.at(-1) ?? '';
  const target = path.posix.resolve(plan.workdir, written) + (written.endsWith('/') ? '/' : '');
  const from = options.get('from');
  if (from !== undefined) checkGiven({ from, target, stage }, input.base);
  else copyFromContext({ sources: words.slice(0, -1), target, options }, { plan, input, stage });
}

function copyFromContext(
  copy: { sources: readonly string[]; target: string; options: ReadonlyMap<string, string> },
  { plan, input }: At,
): void {
  const { options } = copy;
  for (const file of findFiles(copy, input)) {
    plan.files.push({ ...file, mode: options.get('chmod'), owner: options.get('chown') });
  }
}

function copyWords(text: string): { options: ReadonlyMap<string, string>; words: readonly string[] } {
  const options = new Map<string, string>();
  let rest = text;
  for (let match = /^--(\w+)(?:=(\S*))?\s+/.exec(rest); match !== null; match = /^--(\w+)(?:=(\S*))?\s+/.exec(rest)) {
    options.set(match[1] ?? '', match[2] ?? '');
    rest = rest.slice(match[0].length);
  }
  return { options, words: execForm(rest) ?? shellWords(rest) };
}

/** Other stages are not built: what they would hand over must be in the registered image. */
function checkGiven(copy: { from: string; target: string; stage: Stage }, base: RegisteredImage): void {
  const wanted = copy.target.replace(/(.)\/$/, '$1');
  const given = [...Object.keys(base.paths ?? {}), ...Object.keys(base.folders ?? {})];
  const there = given.some(
    (place) => place === wanted || place.startsWith(`${wanted}/`) || wanted.startsWith(`${place}/`) || wanted === '/',
  );
  if (!there)
    throw new BuildError(`failed to solve: COPY --from=${copy.from}: the registered image gives nothing at ${wanted}`);
}
