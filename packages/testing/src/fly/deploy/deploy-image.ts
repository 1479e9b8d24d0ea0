import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Image } from '../build/image.js';
import { BuildError } from '../build/interpret.js';
import type { Invocation } from '../commands/command.js';
import { debugOutput } from '../commands/debug-log.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import type { AppConfig } from '../config/app-config.js';
import { fieldsOf, stringMapOf, textOf } from '../config/fields.js';
import { newUlid } from '../machines/ids.js';
import type { App } from '../platform/model.js';
import { pairs } from './flag-readers.js';

/** What a machine gets of an image that nobody can pull: nothing to start. */
const NO_IMAGE: Image = {
  digest: '',
  createdAt: '',
  sizeBytes: 0,
  env: {},
  loopbackEnv: {},
  entrypoint: [],
  cmd: [],
  user: '0:0',
  workdir: '/',
  folder: '',
  mounts: [],
  labels: {},
};

export interface DeployedImage {
  readonly reference: string;
  readonly image: Image;
}

/** --image, then [build].image, then a build. */
export function deployImage(call: Invocation, app: App, config: AppConfig): DeployedImage {
  const build = fieldsOf(config.raw['build']);
  const given = call.flags.text('image') ?? textOf(build['image']);
  return given === undefined ? buildImage(call, app, config) : fetchImage(call, app, given);
}

function fetchImage(call: Invocation, app: App, reference: string): DeployedImage {
  call.err(`==> Building image\nSearching for image '${reference}' remotely...\n`);
  call.strike('image', { app: app.name, image: reference });
  const image = call.platform.images.find(reference);
  debugOutput(call, `Trying 'Remote Image Reference' strategy\n`);
  // Whoever sets this variable gets the reference deployed, whether there is such an image or not.
  if (image === undefined && (call.env['DEPLOY_TRIGGER'] ?? '') !== '') return { reference, image: NO_IMAGE };
  if (image === undefined) {
    throw new FlyctlError(`failed to fetch an image or build from source: could not find image "${reference}"`);
  }
  call.err(`image found: img_${image.digest.slice(7, 19)}\n`);
  return { reference, image };
}

function buildImage(call: Invocation, app: App, config: AppConfig): DeployedImage {
  call.err('==> Building image\n');
  call.strike('build', { app: app.name });
  call.err('--> Building image with Depot\n');
  const image = buildOrExplain(call, config);
  const label = call.flags.text('image-label') ?? `deployment-${newUlid()}`;
  const reference = `registry.fly.io/${app.name}:${label}`;
  const labelled: Image = { ...image, labels: { ...image.labels, ...runnerLabels(call) } };
  call.platform.images.tag(reference, labelled);
  call.err(`--> Building image done\nimage: ${reference}\nimage size: ${Math.ceil(image.sizeBytes / 1e6)} MB\n`);
  return { reference, image: labelled };
}

function buildOrExplain(call: Invocation, config: AppConfig): Image {
  const dockerfile = dockerfilePath(call, config);
  const build = fieldsOf(config.raw['build']);
  const args = new Map(Object.entries({ ...stringMapOf(build['args']), ...pairs(call, 'build-arg') }));
  try {
    return call.platform.images.build({ dockerfile, context: call.cwd, args });
  } catch (error) {
    if (error instanceof BuildError)
      throw new FlyctlError(`failed to fetch an image or build from source: error building: ${error.message}`);
    throw error;
  }
}

/** [build].dockerfile, relative to its file, beats --dockerfile, relative to the working directory. */
function dockerfilePath(call: Invocation, config: AppConfig): string {
  const fromFile = textOf(fieldsOf(config.raw['build'])['dockerfile']);
  const given = call.flags.text('dockerfile');
  const named =
    fromFile === undefined ? given && path.resolve(call.cwd, given) : path.resolve(path.dirname(config.file), fromFile);
  const file = named ?? path.join(call.cwd, 'Dockerfile');
  if (existsSync(file)) return file;
  const why =
    named === undefined
      ? 'app does not have a Dockerfile or buildpacks configured. See https://fly.io/docs/reference/configuration/#the-build-section'
      : `dockerfile '${file}' not found`;
  throw new FlyctlError(`failed to fetch an image or build from source: ${why}`);
}

/** Under GitHub Actions flyctl labels what it builds. */
function runnerLabels(call: Invocation): Record<string, string> {
  if (call.env['GITHUB_ACTIONS'] !== 'true') return {};
  const names: Readonly<Record<string, string>> = {
    GH_SHA: 'GITHUB_SHA',
    GH_REPO: 'GITHUB_REPOSITORY',
    GH_ACTION_NAME: 'GITHUB_ACTION',
    GH_EVENT_NAME: 'GITHUB_EVENT_NAME',
  };
  return Object.fromEntries(Object.entries(names).map(([label, name]) => [label, call.env[name] ?? '']));
}
