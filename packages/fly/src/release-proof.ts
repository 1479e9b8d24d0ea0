import type { Machine, MachineCheck } from './answers/machines.js';
import { pinnedImage } from './last-good-release.js';

/** Of machines that flyctl makes for a moment: consoles, release commands, tests (fly-go machine_types.go:30-32). */
const passingGroups: ReadonlySet<string> = new Set([
  'fly_app_console',
  'fly_app_release_command',
  'fly_app_test_machine_command',
]);
/** What a deploy makes has it; a machine of "fly machine run" has not, and no deploy touches it. */
const deployedPlatform = 'v2';
/** Machines of an app without `[processes]` are in this group. */
export const defaultGroup = 'app';

export function groupOf(machine: Machine): string {
  return machine.config?.processGroup ?? defaultGroup;
}

/**
 * Whether a deploy updates the machine, so that it is part of the release: fly-go leaves out the same ones
 * (flaps_machines.go:197-231), and skips those whose host does not answer.
 */
export function isOfRelease(machine: Machine): boolean {
  if (machine.state === 'destroyed' || machine.state === 'destroying') return false;
  if (machine.hostStatus === 'unreachable') return false;
  return machine.config?.platformVersion === deployedPlatform && !passingGroups.has(groupOf(machine));
}

/** Part of the release and no standby: a standby serves nobody before another one fails. */
export function isServing(machine: Machine): boolean {
  return isOfRelease(machine) && (machine.config?.standbyFor.length ?? 0) === 0;
}

export interface ExpectedRelease {
  readonly version: number;
  /** Groups whose machines may be stopped, because the proxy stops idle ones. */
  readonly sleepingGroups: ReadonlySet<string>;
}

export type MachineProblem =
  | { readonly kind: 'no-machines' }
  | { readonly kind: 'other-release'; readonly machine: Machine; readonly expected: number }
  | { readonly kind: 'no-digest'; readonly machine: Machine }
  | { readonly kind: 'other-image'; readonly machine: Machine; readonly expected: string }
  | { readonly kind: 'not-started'; readonly machine: Machine }
  | { readonly kind: 'check-failing'; readonly machine: Machine; readonly check: MachineCheck };

export type ReleaseProof =
  | {
      readonly kind: 'proved';
      readonly version: number;
      readonly image: string;
      readonly digest: string;
      readonly machines: readonly Machine[];
      /** Stopped while idle: they have the release, but have not run it yet. */
      readonly asleep: readonly Machine[];
      /** On a host that does not answer: no deploy reaches them. */
      readonly unreachable: readonly Machine[];
    }
  | { readonly kind: 'unproved'; readonly problems: readonly MachineProblem[] };

/**
 * Whether the machines run the release. The exit code of flyctl does not tell: when an image cannot be pulled Fly puts
 * the old version back and flyctl sees healthy machines; stopped ones are updated but never started.
 */
export function proveRelease(machines: readonly Machine[], expected: ExpectedRelease): ReleaseProof {
  const serving = machines.filter(isServing);
  const [first] = serving;
  if (first === undefined) return { kind: 'unproved', problems: [{ kind: 'no-machines' }] };
  const digest = expectedDigest(serving, expected.version);
  const problems = serving.flatMap((machine) => problemsOf(machine, expected, digest));
  const image = pinnedImage(first);
  if (problems.length > 0 || image === undefined || digest === undefined) return { kind: 'unproved', problems };
  const asleep = serving.filter((machine) => isAsleep(machine, expected));
  const unreachable = machines.filter(({ hostStatus }) => hostStatus === 'unreachable');
  return { kind: 'proved', version: expected.version, image, digest, machines: serving, asleep, unreachable };
}

/** Of a machine that has the release; otherwise a reverted first machine would accuse all the right ones. */
function expectedDigest(serving: readonly Machine[], version: number): string | undefined {
  const updated = serving.find((machine) => machine.config?.releaseVersion === version) ?? serving[0];
  return updated?.image.digest;
}

function problemsOf(
  machine: Machine,
  expected: ExpectedRelease,
  digest: string | undefined,
): readonly MachineProblem[] {
  if (machine.config?.releaseVersion !== expected.version) {
    return [{ kind: 'other-release', machine, expected: expected.version }];
  }
  if (machine.image.digest === undefined || digest === undefined || pinnedImage(machine) === undefined) {
    return [{ kind: 'no-digest', machine }];
  }
  if (machine.image.digest !== digest) return [{ kind: 'other-image', machine, expected: digest }];
  if (isAsleep(machine, expected)) return [];
  if (machine.state !== 'started') return [{ kind: 'not-started', machine }];
  return machine.checks
    .filter((check) => check.status !== 'passing')
    .map((check) => ({ kind: 'check-failing', machine, check }));
}

function isAsleep(machine: Machine, { sleepingGroups }: ExpectedRelease): boolean {
  return sleepingGroups.has(groupOf(machine)) && (machine.state === 'stopped' || machine.state === 'suspended');
}

/** What a machine runs and how it does, in one line for a person. */
export function describeMachine(machine: Machine): string {
  const bad = machine.checks.filter(({ status }) => status !== 'passing');
  const checks = bad.map((check) => `, check "${check.name}" is ${check.status}${outputOf(check)}`);
  const host = machine.hostStatus === 'ok' ? '' : `, its host is ${machine.hostStatus}`;
  const release = machine.config?.releaseVersion ?? 'unknown';
  return `${named(machine)}: release ${release}, ${machine.state}${host}${checks.join('')}${lastExitOf(machine)}`;
}

/** One sentence, for a person. */
export function describeProblem(problem: MachineProblem): string {
  switch (problem.kind) {
    case 'no-machines':
      return 'The app has no machines.';
    case 'other-release':
      return `${named(problem.machine)} runs release ${problem.machine.config?.releaseVersion ?? 'unknown'}, expected ${problem.expected}.`;
    case 'no-digest':
      return `${named(problem.machine)} does not tell the digest of its image.`;
    case 'other-image':
      return `${named(problem.machine)} runs image ${problem.machine.image.digest ?? 'unknown'}, expected ${problem.expected}.`;
    case 'not-started':
      return `${named(problem.machine)} is ${problem.machine.state}, expected started${lastExitOf(problem.machine)}.`;
    case 'check-failing':
      return `${named(problem.machine)}: check "${problem.check.name}" is ${problem.check.status}${outputOf(problem.check)}.`;
  }
}

function named(machine: Machine): string {
  return `Machine ${machine.id} (${groupOf(machine)}${machine.region === '' ? '' : `, ${machine.region}`})`;
}

function lastExitOf({ lastExit }: Machine): string {
  if (lastExit === undefined) return '';
  const why = lastExit.oomKilled ? 'out of memory' : `exit code ${lastExit.exitCode}`;
  return ` (last exit: ${why}${lastExit.at === undefined ? '' : ` at ${lastExit.at}`})`;
}

function outputOf({ output }: MachineCheck): string {
  const shown = output.replace(/\s+/g, ' ').trim().slice(0, 200);
  return shown === '' ? '' : `: ${shown.replace(/\.$/, '')}`;
}
