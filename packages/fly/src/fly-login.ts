import { join } from 'node:path';
import { type RawInputs, type StageTools, SuiteError, sharedInputs } from '@fly-monitoring/kit';

type Machine = Pick<StageTools, 'files' | 'clock'>;

/** flyctl's own limit for a login without a token (TokenTimeout in internal/command/command.go). */
const longestLoginMs = 30 * 24 * 3_600_000;

/** Whether flyctl, given no token, would find one by itself: in the environment, or of a login on this machine. */
export async function isLoggedIn(environment: RawInputs['environment'], machine: Machine): Promise<boolean> {
  if (isThere(environment['FLY_ACCESS_TOKEN'])) return true;
  const folder = configFolder(environment);
  const text = folder === undefined ? undefined : await machine.files.readText(join(folder, 'config.yml'));
  return text !== undefined && isFreshLogin(await parseYaml(text), machine.clock.now());
}

/** As flyctl's helpers/config.go finds it. */
function configFolder(environment: RawInputs['environment']): string | undefined {
  const home = environment['HOME'] ?? environment['USERPROFILE'];
  return environment['FLY_CONFIG_DIR'] ?? (home === undefined ? undefined : join(home, '.fly'));
}

/** Only a login that is known to be too old is refused: older versions of flyctl write no date. */
function isFreshLogin(login: Readonly<Record<string, unknown>>, nowMs: number): boolean {
  const { access_token: token, last_login: lastLogin } = login;
  if (typeof token !== 'string' || token.trim() === '') return false;
  const atMs = Date.parse(String(lastLogin ?? ''));
  return Number.isNaN(atMs) || nowMs - atMs <= longestLoginMs;
}

/** YAML is loaded here because a deploy with a token never reads it. */
async function parseYaml(text: string): Promise<Readonly<Record<string, unknown>>> {
  const { parse } = await import('yaml');
  try {
    const document: unknown = parse(text);
    return typeof document === 'object' && document !== null ? (document as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export type TokenInput = 'fly-api-token' | 'fly-monitoring-api-token';

/** Whether one of these inputs was given, or a login stands in for them. */
export async function hasFlyToken(
  inputs: readonly TokenInput[],
  { given, environment }: RawInputs,
  machine: Machine,
): Promise<boolean> {
  const isGiven = inputs.some(
    (name) => isThere(given[name]) || isThere(environment[sharedInputs[name].environment ?? '']),
  );
  return isGiven || isLoggedIn(environment, machine);
}

function isThere(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

/** @param otherWay a sentence, where there is a way without Fly */
export function flyTokenMissing(otherWay?: string): SuiteError {
  const hint =
    'Make a token with "fly tokens create deploy -a <app>", store it as the secret FLY_API_TOKEN and give it as the input fly-api-token; on your own machine "fly auth login" is enough.';
  return new SuiteError({
    code: 'FLY_TOKEN_MISSING',
    message:
      'No Fly token was given: input "fly-api-token" (or the environment variable FLY_API_TOKEN) is empty, and flyctl is not logged in on this machine, or not within 30 days.',
    hint: otherWay === undefined ? hint : `${hint} ${otherWay}`,
  });
}
