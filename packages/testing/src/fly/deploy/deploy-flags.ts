import { APP_FLAGS, type Invocation } from '../commands/command.js';
import type { FlagSpec } from '../commands/flags.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import { parseGoDuration } from '../config/go-duration.js';

/** The flags of `flyctl deploy`; those that change nothing here are taken and ignored. */
export const DEPLOY_FLAGS: FlagSpec = {
  ...APP_FLAGS,
  dockerfile: 'text',
  'image,i': 'text',
  'image-label': 'text',
  ignorefile: 'text',
  'build-arg': 'list',
  'build-secret': 'list',
  'build-target': 'text',
  'no-cache': 'switch',
  'build-only': 'switch',
  push: 'switch',
  'env,e': 'list',
  label: 'list',
  'file-local': 'list',
  'file-literal': 'list',
  'file-secret': 'list',
  'vm-size': 'text',
  'vm-cpus': 'text',
  'vm-memory': 'text',
  'vm-cpu-kind': 'text',
  'vm-cpukind': 'text',
  'remote-only': 'switch',
  'local-only': 'switch',
  depot: 'optional',
  buildkit: 'switch',
  'recreate-builder': 'switch',
  nixpacks: 'switch',
  wg: 'switch',
  'https-failover': 'switch',
  buildpacks: 'text',
  compression: 'text',
  'compression-level': 'text',
  regions: 'text',
  'exclude-regions': 'text',
  'process-groups': 'text',
  'exclude-machines': 'text',
  'only-machines': 'text',
  'primary-region': 'text',
  'update-only': 'switch',
  'volume-initial-size': 'text',
  'no-public-ips': 'switch',
  flycast: 'switch',
  ha: 'switch',
  strategy: 'text',
  'wait-timeout': 'text',
  'lease-timeout': 'text',
  'release-command-timeout': 'text',
  'max-unavailable': 'text',
  'max-concurrent': 'text',
  'immediate-max-concurrent': 'text',
  'deploy-retries': 'text',
  'host-dedication-id': 'text',
  'skip-release-command': 'switch',
  detach: 'switch',
  'smoke-checks': 'switch',
  'dns-checks': 'switch',
  signal: 'text',
  'yes,y': 'switch',
  'auto-confirm': 'switch',
  now: 'switch',
  'export-manifest': 'text',
  'from-manifest': 'text',
  'no-extensions': 'switch',
};

const DEFAULT_WAIT_MS = 5 * 60_000;
/** `none` gives the state this long, and checks no time at all. */
const NONE_STATE_WAIT_MS = 2 * 60_000;

export interface WaitTimes {
  readonly stateMs: number;
  readonly checksMs: number;
}

/** --wait-timeout is a text: "300" means seconds, "5m" a duration. It holds for each machine and each step. */
export function waitTimes(call: Invocation, fromConfig: unknown): WaitTimes {
  const given = call.flags.text('wait-timeout') ?? (typeof fromConfig === 'number' ? String(fromConfig) : fromConfig);
  if (given === undefined) return { stateMs: DEFAULT_WAIT_MS, checksMs: DEFAULT_WAIT_MS };
  if (given === 'none') return { stateMs: NONE_STATE_WAIT_MS, checksMs: 0 };
  const parsed = typeof given === 'string' ? parseGoDuration(given) : undefined;
  if (parsed === undefined) throw new FlyctlError(`invalid duration string: ${String(given)}`);
  return { stateMs: parsed, checksMs: parsed };
}

/** K=V pairs of a repeatable flag. */
export function pairs(call: Invocation, flag: string): Record<string, string> {
  return Object.fromEntries(
    call.flags.list(flag).map((pair) => {
      const cut = pair.indexOf('=');
      if (cut < 0) throw new FlyctlError(`'${pair}': must be in the format NAME=VALUE`);
      return [pair.slice(0, cut), pair.slice(cut + 1)];
    }),
  );
}
