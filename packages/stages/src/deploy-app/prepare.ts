import { resolve } from 'node:path';
import {
  deployedApp,
  type FlyToml,
  type KnownSource,
  nameIn,
  namelessApp,
  parseFlyToml,
  sameApp,
  secretProblems,
} from '@fly-monitoring/fly';
import type { Problems, RawInputs, Secret, StageTools } from '@fly-monitoring/kit';
import { type Fingerprint, makeFingerprint } from '../fly-deployment/fingerprint.js';
import { findIgnoreFile } from '../fly-deployment/ignore-file.js';
import { parseFlyInputs } from '../fly-deployment/parse-fly-inputs.js';
import type { WantedDeployment, WantedImage, WantedSource } from '../fly-deployment/wanted.js';
import { type DeployAppInputs, deployAppInputs } from './inputs.js';
import { readAppSource } from './source.js';

export interface PreparedApp {
  readonly inputs: DeployAppInputs;
  readonly wanted: Omit<WantedDeployment, 'fingerprint'>;
  /** Digests of secrets take a quarter of a second each, on other threads: Fly is asked meanwhile. */
  readonly fingerprint: Promise<Fingerprint>;
  /** Absolute. */
  readonly configFile: string;
  readonly contextFolder: string;
}

/** @throws SuiteError that names everything that is wrong */
export async function prepareApp(raw: RawInputs, tools: StageTools): Promise<PreparedApp> {
  const { inputs, problems } = await parseFlyInputs({ spec: deployAppInputs, tokens: ['fly-api-token'] }, raw, tools);
  const contextFolder = tools.context.workspace;
  const configFile = resolve(contextFolder, inputs.config);
  const configText = await tools.files.readText(configFile);
  if (configText === undefined) problems.missingFile('config', inputs.config);
  const config = problems.attempt(() => parseFlyToml(configText ?? '', inputs.config));
  const app = nameOfApp({ inputs, configText, problems });
  const image = await wantedImage({ inputs, config, configFile, problems }, tools);
  await findIgnoreFile({ named: config?.build.ignoreFile, config: inputs.config, problems }, tools);
  const secrets = wantedSecrets(inputs, problems);
  if (inputs.create && inputs.org === undefined) {
    problems.input('Input "org" is missing; with create it must be a Fly organisation, "personal" for your own.');
  }
  problems.throwIfAny();
  if (config === undefined || image === undefined || app === undefined) {
    throw new Error('A missing file or name must have been a problem.');
  }
  const source = await readAppSource({ inputs, image, configFile, configText: configText ?? '' }, tools);
  const revision = inputs.revision ?? tools.context.sha;
  const wanted = wantedDeployment(inputs, { app, config, image, source, secrets });
  const fingerprint = fingerprintOf(wanted, { configText: configText ?? '', revision });
  return { inputs, configFile, contextFolder, wanted, fingerprint };
}

interface NameQuestion {
  readonly inputs: DeployAppInputs;
  readonly configText: string | undefined;
  readonly problems: Problems;
}

/** Undefined when it is a problem. */
function nameOfApp({ inputs, configText, problems }: NameQuestion): string | undefined {
  if (configText === undefined) return undefined;
  const { monitoredApp: given, monitoringApp, config: file } = inputs;
  const read = problems.attempt(() => ({ name: nameIn(configText, file, problems) }));
  if (read === undefined) return undefined;
  const app = deployedApp({ given, named: read.name, file }, problems);
  if (app === undefined) problems.input(namelessApp(file));
  if (app !== undefined && app === monitoringApp) problems.input(sameApp(app));
  return app;
}

type Parts = Pick<WantedDeployment, 'app' | 'config' | 'image' | 'source' | 'secrets'>;

function wantedDeployment(inputs: DeployAppInputs, parts: Parts): PreparedApp['wanted'] {
  return {
    ...parts,
    otherSecrets: 'kept',
    create: inputs.create && inputs.org !== undefined ? { organisation: inputs.org } : undefined,
    force: inputs.force ? 'always' : 'when-changed',
  };
}

interface Rest {
  readonly configText: string;
  readonly revision: string | undefined;
}

function fingerprintOf({ app, image, source, secrets }: Parts, { configText, revision }: Rest): Promise<Fingerprint> {
  // Only a digest names an image for ever; a tag may be another one the next time.
  const known = image.kind === 'image' && image.reference.includes('@sha256:') ? image.reference : undefined;
  return makeFingerprint({ app, image: known, source: knownSource(source), revision, config: configText, secrets });
}

function knownSource(source: WantedSource | undefined): KnownSource | undefined {
  return source?.read.kind === 'known' ? source.read : undefined;
}

interface ImageQuestion {
  readonly inputs: DeployAppInputs;
  readonly config: FlyToml | undefined;
  readonly configFile: string;
  readonly problems: Problems;
}

async function wantedImage(question: ImageQuestion, tools: StageTools): Promise<WantedImage | undefined> {
  const { inputs, config, problems } = question;
  const buildArgs = parseBuildArgs(inputs.buildArgs ?? '');
  const reference = inputs.image ?? config?.build.image;
  if (reference !== undefined) {
    if (inputs.dockerfile !== undefined) problems.input('Inputs "image" and "dockerfile" exclude each other.');
    if (buildArgs.size > 0) problems.input('Input "build-args" has no effect with an image that is already built.');
    return { kind: 'image', reference };
  }
  const dockerfile = await findDockerfile(question, tools);
  return dockerfile === undefined ? undefined : { kind: 'build', dockerfile, buildArgs };
}

/** Where people keep it, in the order in which it is looked for. */
const usualDockerfiles = ['docker/Dockerfile.fly', 'Dockerfile'];

async function findDockerfile(
  { inputs, config, configFile, problems }: ImageQuestion,
  { files, context }: StageTools,
): Promise<string | undefined> {
  const named = config?.build.dockerfile;
  // flyctl takes the one in the file without a word, so a different wish must not be passed over.
  const inConfig = named === undefined ? undefined : resolve(configFile, '..', named);
  const given = inputs.dockerfile === undefined ? undefined : resolve(context.workspace, inputs.dockerfile);
  if (given !== undefined && inConfig !== undefined && given !== inConfig) {
    problems.input(
      `Input "dockerfile" is "${inputs.dockerfile}", but [build] in ${inputs.config} names "${named}", and flyctl takes that one; keep one of the two.`,
    );
  }
  const certain = given ?? inConfig;
  const candidates =
    certain === undefined ? usualDockerfiles.map((path) => resolve(context.workspace, path)) : [certain];
  for (const candidate of candidates) if (await files.exists(candidate)) return candidate;
  problems.missingFile('dockerfile', inputs.dockerfile ?? named ?? usualDockerfiles.join(' or '));
  return undefined;
}

function parseBuildArgs(text: string): ReadonlyMap<string, string> {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1)]));
}

function wantedSecrets(inputs: DeployAppInputs, problems: Problems): ReadonlyMap<string, Secret> {
  const secrets = new Map(inputs.secrets ?? []);
  if (inputs.metricsToken !== undefined) {
    if (secrets.has('METRICS_TOKEN'))
      problems.input('METRICS_TOKEN is given twice: in "secrets" and as "metrics-token".');
    secrets.set('METRICS_TOKEN', inputs.metricsToken);
  }
  for (const problem of secretProblems(secrets)) problems.input(problem);
  return secrets;
}
