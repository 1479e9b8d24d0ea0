import { findReleasedLine, type ReleasedRelease } from '../answers/releases.js';
import type { FlyctlCommand, Invocation } from './command.js';
import { type FlyFailure, failureOf } from './failure.js';

export interface DeployRequest {
  readonly app: string;
  /** Absolute: flyctl changes into the build context before it reads relative paths. */
  readonly contextFolder: string;
  readonly configFile: string;
  /** One of these two, unless the configuration names it. */
  readonly dockerfile?: string | undefined;
  readonly image?: string | undefined;
  /** Tag of the built image; must be new each time, or an old release would name the new image. */
  readonly imageLabel?: string | undefined;
  readonly buildArgs?: ReadonlyMap<string, string>;
  readonly env?: Readonly<Record<string, string>>;
  readonly strategy?: string | undefined;
  /** Whether groups that have no machine yet get two. */
  readonly highAvailability?: 'default' | 'off';
  /** An ignore file that the configuration names; absolute, where the configuration was moved. */
  readonly ignoreFile?: string | undefined;
  /** Whether an app without public services gets addresses all the same: a service without ports makes flyctl do so. */
  readonly publicAddresses?: 'default' | 'none';
  /** Of each machine and each step; the whole has `totalTimeoutMs`. */
  readonly waitTimeout: WaitTimeout;
  readonly totalTimeoutMs: number;
  /** When all tries must be over, in milliseconds since the epoch. */
  readonly endsAtMs?: number | undefined;
}

export interface WaitTimeout {
  readonly ms: number;
  /** `file`: flyctl reads it there by itself, and a flag would lie over it. */
  readonly from: 'input' | 'file' | 'default';
}

export type DeployOutcome =
  | { readonly kind: 'released'; readonly release: ReleasedRelease | undefined }
  /** Stopped by us. flyctl is known to hang after all is done, so the machines tell what happened. */
  | { readonly kind: 'timed-out'; readonly error: Error }
  | { readonly kind: 'failed'; readonly failure: FlyFailure; readonly error: Error };

/** One deploy, and a second try when the builder gave no answer: nothing was released then. */
export async function deploy(flyctl: FlyctlCommand, request: DeployRequest): Promise<DeployOutcome> {
  const first = await deployOnce(flyctl, request);
  if (first.kind !== 'failed' || first.failure.kind !== 'builder-trouble') return first;
  return leftMs(flyctl, request) > 0 ? deployOnce(flyctl, request) : first;
}

function leftMs(flyctl: FlyctlCommand, { endsAtMs }: DeployRequest): number {
  const nowMs = flyctl.nowMs();
  return endsAtMs === undefined || nowMs === undefined ? Number.POSITIVE_INFINITY : endsAtMs - nowMs;
}

async function deployOnce(flyctl: FlyctlCommand, request: DeployRequest): Promise<DeployOutcome> {
  const planned = deployInvocation(request);
  const invocation = { ...planned, timeoutMs: Math.min(request.totalTimeoutMs, Math.max(1, leftMs(flyctl, request))) };
  const outcome = await flyctl.run(invocation);
  const failure = failureOf(outcome);
  if (failure === undefined) {
    return { kind: 'released', release: outcome.kind === 'exited' ? findReleasedLine(outcome.stdout) : undefined };
  }
  const error = flyctl.error(invocation, failure);
  return failure.kind === 'timed-out' ? { kind: 'timed-out', error } : { kind: 'failed', failure, error };
}

/**
 * By which a local Docker is found and a base image is fetched (flyctl internal/build/imgsrc/docker.go, and the Docker
 * client's own).
 */
const dockerVariables = [
  'DOCKER_HOST',
  'DOCKER_CONFIG',
  'DOCKER_CONTEXT',
  'DOCKER_CERT_PATH',
  'DOCKER_TLS_VERIFY',
  'DOCKER_API_VERSION',
  'DOCKER_BUILDKIT',
  'DOCKER_HUB_USERNAME',
  'DOCKER_HUB_PASSWORD',
  'BUILDKIT_PROGRESS',
  'SSH_AUTH_SOCK',
  'XDG_RUNTIME_DIR',
];

/** Pure, for tests and for showing in a dry run. */
export function deployInvocation(request: DeployRequest): Invocation {
  return {
    args: ['deploy', request.contextFolder, '-c', request.configFile, ...imageArgs(request), ...optionArgs(request)],
    app: request.app,
    cwd: request.contextFolder,
    env: { FLY_EMIT_RELEASE_JSON: '1' },
    inherits: request.image === undefined ? dockerVariables : [],
    timeoutMs: request.totalTimeoutMs,
    streamed: true,
  };
}

function imageArgs({ image, dockerfile, ignoreFile, imageLabel, buildArgs }: DeployRequest): readonly string[] {
  if (image !== undefined) return ['--image', image];
  return [
    ...(dockerfile === undefined ? [] : ['--dockerfile', dockerfile]),
    ...(ignoreFile === undefined ? [] : ['--ignorefile', ignoreFile]),
    ...(imageLabel === undefined ? [] : ['--image-label', imageLabel]),
    ...[...(buildArgs ?? [])].flatMap(([name, value]) => ['--build-arg', `${name}=${value}`]),
  ];
}

function optionArgs(request: DeployRequest): readonly string[] {
  const { env, strategy, highAvailability, publicAddresses, waitTimeout } = request;
  return [
    ...Object.entries(env ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...(strategy === undefined ? [] : ['--strategy', strategy]),
    ...(highAvailability === 'off' ? ['--ha=false'] : []),
    ...(publicAddresses === 'none' ? ['--no-public-ips'] : []),
    // In seconds: "none" makes flyctl's health wait end at once.
    ...(waitTimeout.from === 'file' ? [] : ['--wait-timeout', `${Math.max(1, Math.ceil(waitTimeout.ms / 1_000))}s`]),
  ];
}
