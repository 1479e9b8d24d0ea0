import { type ErrorCode, formatDuration, SuiteError } from '@fly-monitoring/kit';
import type { FlyFailure } from './failure.js';
import type { FailureKind } from './failure-texts.js';

export interface FailedCommand {
  /** As a person would write it, without secrets. */
  readonly command: string;
  readonly app: string | undefined;
  readonly failure: FlyFailure;
}

interface Words {
  readonly code: ErrorCode;
  readonly message: string;
  /** One next step. */
  readonly hint: string;
}

/** What may pass by itself: the same command may succeed later. */
const temporary: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'timed-out',
  'unavailable',
  'unreachable',
  'no-capacity',
  'release-command-not-run',
  'rate-limited',
  'host-unknown',
  'lease-held',
]);

export function commandError(failed: FailedCommand): SuiteError {
  const { said, kind } = failed.failure;
  const { code, message, hint } = wordsFor[kind](failed);
  const whole = said === '' ? message : `${message}\n${said}`;
  return new SuiteError({ code, message: whole, hint, isTemporary: temporary.has(kind) });
}

const appOf = ({ app }: FailedCommand): string => app ?? '<app>';

/** One sentence and one next step for each kind of failure. */
const wordsFor: Readonly<Record<FailureKind, (failed: FailedCommand) => Words>> = {
  'not-found': ({ command }) => ({
    code: 'TOOL_MISSING',
    message: `"${command}" could not run: flyctl is not on PATH.`,
    hint: 'Install it: https://fly.io/docs/flyctl/install/. On GitHub the actions do that themselves.',
  }),
  'login-missing': ({ command, ...failed }) => ({
    code: 'FLY_TOKEN_MISSING',
    message: `flyctl has no login for "${command}", or one that is older than 30 days.`,
    hint: `Set FLY_API_TOKEN (made with "fly tokens create deploy -a ${appOf({ command, ...failed })}"), or run "flyctl auth login" on this machine.`,
  }),
  'token-refused': (failed) => ({
    code: 'FLY_TOKEN_REFUSED',
    message: `Fly.io refused the token for "${failed.command}".`,
    hint: `Make one with "fly tokens create deploy -a ${appOf(failed)}" and store it as FLY_API_TOKEN.`,
  }),
  'app-missing': (failed) => ({
    code: 'FLY_APP_MISSING',
    message: `Fly app "${appOf(failed)}" does not exist, or the token may not see it.`,
    hint: `Create it once with "fly apps create ${appOf(failed)}", or use a token of this app.`,
  }),
  'builder-trouble': (failed) => ({
    code: 'FLY_BUILD_FAILED',
    message: `The image of "${appOf(failed)}" could not be built: the builder gave no answer, twice.`,
    hint: 'Run again; check https://status.fly.io/ for builder outages.',
  }),
  'push-refused': (failed) => ({
    code: 'FLY_TOKEN_REFUSED',
    message: `The image of "${appOf(failed)}" was built, but the registry of Fly.io refused to take it.`,
    hint: `Run again; if that changes nothing, make a token with "fly tokens create deploy -a ${appOf(failed)}" and store it as FLY_API_TOKEN.`,
  }),
  'build-failed': (failed) => ({
    code: 'FLY_BUILD_FAILED',
    message: `The image of "${appOf(failed)}" could not be built.`,
    hint: 'Build it on your machine with "docker build" and the same Dockerfile.',
  }),
  'image-missing': (failed) => ({
    code: 'FLY_IMAGE_MISSING',
    message: `The image to deploy to "${appOf(failed)}" was not found, or Fly may not read it.`,
    hint: 'Push it before this step; a private registry other than registry.fly.io cannot be read by Fly.',
  }),
  'config-refused': (failed) => ({
    code: 'FLY_CONFIG_REFUSED',
    message: `flyctl refused the configuration of "${appOf(failed)}".`,
    hint: 'Correct what is named, and try "fly config validate" on your machine.',
  }),
  'release-command-failed': (failed) => ({
    code: 'RELEASE_COMMAND_FAILED',
    message: `The release_command of "${appOf(failed)}" failed, so no machine was changed.`,
    hint: 'Correct the command or what it works on; what it did before it failed, such as a half migration, is not undone.',
  }),
  'release-command-not-run': (failed) => ({
    code: 'RELEASE_COMMAND_FAILED',
    message: `The release_command of "${appOf(failed)}" did not run, because Fly.io could not make the machine for it; no machine was changed.`,
    hint: `Run again; check https://status.fly.io/ for outages, and "fly status -a ${appOf(failed)}".`,
  }),
  'release-command-too-slow': (failed) => ({
    code: 'RELEASE_COMMAND_FAILED',
    message: `The release_command of "${appOf(failed)}" did not end in time, so no machine was changed.`,
    hint: 'Raise release_command_timeout in [deploy] of the fly.toml if it only needs longer; what it did until then, such as a half migration, is not undone.',
  }),
  'smoke-check-failed': (failed) => ({
    code: 'DEPLOY_NOT_LIVE',
    message: `The new release of "${appOf(failed)}" keeps crashing.`,
    hint: `Read the log above, or "fly logs -a ${appOf(failed)}"; a deploy token may not read logs, one of the organisation may.`,
  }),
  'not-healthy': (failed) => ({
    code: 'DEPLOY_NOT_LIVE',
    message: `The new release of "${appOf(failed)}" did not become healthy.`,
    hint: `Look at "fly logs -a ${appOf(failed)}" and "fly checks list -a ${appOf(failed)}".`,
  }),
  'machine-lost': (failed) => ({
    code: 'DEPLOY_NOT_LIVE',
    message: `A machine of "${appOf(failed)}" was gone while flyctl waited for it.`,
    hint: `Look at "fly machine list -a ${appOf(failed)}" for who destroyed it, and run again.`,
  }),
  'bluegreen-refused': (failed) => ({
    code: 'FLY_COMMAND_FAILED',
    message: `The organisation of "${appOf(failed)}" may not have as many machines as a bluegreen deploy needs.`,
    hint: 'Use another strategy, such as rolling, destroy machines that are not needed, or ask Fly.io to raise the limit.',
  }),
  'no-capacity': (failed) => ({
    code: 'FLY_COMMAND_FAILED',
    message: `Fly.io has no room for a machine of "${appOf(failed)}" where it should be.`,
    hint: `Run again later, choose another region or a smaller [[vm]] in the fly.toml; a volume is moved from a full host with "fly volumes fork <id> -a ${appOf(failed)}".`,
  }),
  'lease-held': (failed) => ({
    code: 'FLY_LEASE_HELD',
    message: `Another deploy holds the machines of "${appOf(failed)}"${leaseEnd(failed.failure.said)}.`,
    hint: `Wait for it to end; after a killed one run "fly machine leases clear -a ${appOf(failed)}".`,
  }),
  'volume-missing': (failed) => ({
    code: 'FLY_VOLUME_MISSING',
    message: `A machine of "${appOf(failed)}" needs a volume that is not there, or is in another region.`,
    hint: `See "fly volumes list -a ${appOf(failed)}", and make the one that is named with "fly volumes create <name> -r <region> -a ${appOf(failed)}".`,
  }),
  'payment-needed': (failed) => ({
    code: 'FLY_PAYMENT_NEEDED',
    message: `Fly.io wants a payment method before it makes a machine for "${appOf(failed)}".`,
    hint: "Add one at https://fly.io/dashboard under the organisation's Billing, then run again.",
  }),
  'rate-limited': ({ command }) => ({
    code: 'FLY_RATE_LIMITED',
    message: `Fly.io refused "${command}" because too many requests came at once.`,
    hint: 'Run again in a minute; other jobs with the same token count too.',
  }),
  'host-unknown': ({ command }) => ({
    code: 'NETWORK_UNREACHABLE',
    message: `"${command}" could not find the address of Fly.io.`,
    hint: 'Check the DNS of this machine; behind a proxy set HTTPS_PROXY.',
  }),
  unreachable: ({ command }) => ({
    code: 'NETWORK_UNREACHABLE',
    message: `The connection of "${command}" to Fly.io broke, or could not be made.`,
    hint: 'Run again; behind a proxy set HTTPS_PROXY, and check https://status.fly.io/ for outages.',
  }),
  unavailable: ({ command }) => ({
    code: 'FLY_COMMAND_FAILED',
    message: `Fly.io could not answer "${command}".`,
    hint: 'Run again in some minutes; check https://status.fly.io/ for outages.',
  }),
  'timed-out': (failed) => ({
    code: 'FLY_TIMEOUT',
    message: `"${failed.command}" ${howItEnded(failed.failure)}.`,
    hint: timeoutHint(failed),
  }),
  other: (failed) => ({
    code: 'FLY_COMMAND_FAILED',
    message: `"${failed.command}" failed.`,
    hint: `Run it on your machine; "fly status -a ${appOf(failed)}" shows the app.`,
  }),
};

function howItEnded({ afterMs }: FlyFailure): string {
  if (afterMs === undefined) return 'gave up: Fly.io did not answer in time';
  return `did not end within ${formatDuration(afterMs)} and was stopped`;
}

/** Only stages that deploy have the budget that may be raised. */
function timeoutHint(failed: FailedCommand): string {
  const look = `Look at "fly status -a ${appOf(failed)}" and "fly logs -a ${appOf(failed)}"`;
  const isDeploy = /^\S+ deploy\b/.test(failed.command);
  return isDeploy ? `${look}; raise wait-timeout if the machines only need longer.` : `${look}, and run again.`;
}

/** The API says until when: "lease currently held by …, expires at 2026-11-28T12:00:00Z". */
function leaseEnd(said: string): string {
  const until = /expires at (\S+?)[.,)]?(\s|$)/.exec(said)?.[1];
  return until === undefined ? '' : ` until ${until}`;
}
