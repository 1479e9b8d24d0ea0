import { Secret } from '@fly-monitoring/kit';
import { describeFailure, type Flags } from '@fly-monitoring/prometheus';
import type { Check } from '../../check.js';
import { type CheckContext, type CheckResult, checkModule, type PrepareContext } from '../../check-module.js';

const base = { name: 'locked', blame: 'monitoring' } as const;

const openDoors: readonly (readonly [flag: string, words: string])[] = [
  ['web.enable-admin-api', 'the admin API is on, which deletes data'],
  ['web.enable-lifecycle', 'the lifecycle API is on, which stops the server'],
  ['web.enable-remote-write-receiver', 'the remote write receiver is on, which takes samples from anybody'],
];

/** Secrets of the suite that Prometheus might repeat. */
const secretVariables = [
  'PROMETHEUS_PASSWORD',
  'PROMETHEUS_TOKEN',
  'METRICS_TOKEN',
  'GRAFANA_PROMETHEUS_API_KEY',
  'GRAFANA_API_KEY',
  'FLY_API_TOKEN',
  'FLY_MONITORING_API_TOKEN',
];
/** Shorter ones occur by chance. */
const shortestLooked = 6;

interface Wanted {
  readonly isProtected: boolean;
  readonly secrets: readonly Secret[];
}

/** Nobody gets in without credentials, nobody can break it from outside, and no secret can be read. */
export const locked = checkModule({
  ...base,
  inputs: {},
  prepare: (_, setup) => {
    const wanted = { isProtected: setup.inputs.auth !== undefined, secrets: secretsOf(setup) };
    return { when: 'end', start: () => (context) => findLock(context, wanted) };
  },
});

function secretsOf({ inputs, environment }: PrepareContext): readonly Secret[] {
  const given = Object.values(inputs.forChecks).filter((value) => value instanceof Secret);
  const around = secretVariables.flatMap((name) => environment[name] ?? []).map((value) => new Secret(value.trim()));
  return [...given, ...around].filter((one) => one.reveal().length >= shortestLooked);
}

async function findLock(context: CheckContext, { isProtected, secrets }: Wanted): Promise<CheckResult> {
  const flags = await context.api.flags();
  // Other engines that speak Prometheus' language have none.
  if (flags.kind !== 'ok' && flags.kind !== 'not-found')
    return { checks: [unproved(describeFailure(flags))], isPending: true };
  const holes = flags.kind === 'ok' ? [...openFlags(flags.value)] : [];
  const seen: string[] = [];
  if (isProtected) {
    const answer = await context.anonymous.buildInfo();
    if (answer.kind === 'ok') holes.push('it answers without credentials, although some were given');
    else if (answer.kind === 'refused') seen.push(`${answer.status} without credentials`);
    else return { checks: [unproved(`without credentials: ${describeFailure(answer)}`)], isPending: true };
  }
  const config = await context.loadedConfig();
  const text = config.kind === 'ok' ? config.value : '';
  if (secrets.some((one) => text.includes(one.reveal()))) holes.push('a secret can be read in /api/v1/status/config');
  if (holes.length > 0) return { checks: [holeCheck(holes)] };
  if (flags.kind === 'ok' && Object.keys(flags.value).length > 0)
    seen.push('admin, lifecycle and remote write APIs are off');
  if (secrets.length > 0 && config.kind === 'ok') seen.push(`none of ${secrets.length} secrets in the configuration`);
  const [first] = seen;
  if (first === undefined)
    return { checks: [{ ...base, verdict: 'skipped', evidence: 'nothing to look at', hint: '' }] };
  return { checks: [{ ...base, verdict: 'pass', evidence: seen.join('; '), hint: '' }] };
}

function openFlags(flags: Flags): readonly string[] {
  return openDoors.filter(([flag]) => flags[flag] === 'true').map(([, words]) => words);
}

function unproved(evidence: string): Check {
  return { ...base, verdict: 'inconclusive', evidence, hint: 'Run again.' };
}

function holeCheck(holes: readonly string[]): Check {
  const hint =
    'Start Prometheus with --web.config.file and without the --web.enable-* flags, and keep passwords in files (password_file).';
  return { ...base, verdict: 'fail', evidence: holes.join('; '), hint };
}
