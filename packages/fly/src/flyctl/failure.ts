import { formatDuration, type ProcessOutcome, SuiteError } from '@fly-monitoring/kit';

export type FailureKind =
  | 'token-refused'
  | 'app-missing'
  | 'builder-trouble'
  | 'build-failed'
  | 'not-healthy'
  | 'timed-out'
  | 'unavailable'
  | 'not-found'
  | 'other';

export interface FlyFailure {
  readonly kind: FailureKind;
  /** The last lines flyctl wrote, without colours. */
  readonly said: string;
  readonly afterMs?: number;
}

/** In this order: a build error repeats texts of the ones below it. The words are flyctl's own. */
const texts: readonly (readonly [FailureKind, RegExp])[] = [
  [
    'builder-trouble',
    /deadline_exceeded|the client connection is closing|Failed to start remote builder heartbeat|Timeout on EnsureMachineRemoteBuilder|failed to fetch an image or build from source:.*\bEOF\b/i,
  ],
  ['build-failed', /failed to fetch an image or build from source|error building image|failed to solve/i],
  [
    'token-refused',
    /no access token available|\bunauthorized\b|token validation error|must be authenticated|invalid token|not authorized to (deploy|access|manage)/i,
  ],
  ['app-missing', /Could not find App/i],
  [
    'not-healthy',
    /timeout reached waiting for|smoke checks? .*failed|failed to become healthy|health checks? .*failed/i,
  ],
  [
    'unavailable',
    /\b50[0234]\b|Bad Gateway|Service Unavailable|connection reset by peer|i\/o timeout|TLS handshake timeout/i,
  ],
];

/** Undefined when the command ended well. */
export function failureOf(outcome: ProcessOutcome): FlyFailure | undefined {
  switch (outcome.kind) {
    case 'not-found':
      return { kind: 'not-found', said: `${outcome.file} was not found` };
    case 'timed-out':
      return { kind: 'timed-out', said: lastWords(outcome), afterMs: outcome.afterMs };
    case 'exited':
      return outcome.exitCode === 0 ? undefined : { kind: classify(outcome), said: lastWords(outcome) };
  }
}

/** flyctl exits with 126 when a deadline of its own has passed. */
const deadlineExitCode = 126;

function classify(outcome: ProcessOutcome & { readonly kind: 'exited' }): FailureKind {
  const said = plain(`${outcome.stderr}\n${outcome.stdout}`);
  const known = texts.find(([, pattern]) => pattern.test(said))?.[0];
  return known ?? (outcome.exitCode === deadlineExitCode ? 'timed-out' : 'other');
}

const lastLines = 8;

function lastWords({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): string {
  const said = plain(stderr).trim() === '' ? stdout : stderr;
  const lines = plain(said)
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
  const error = lines.findIndex((line) => line.startsWith('Error: '));
  return (error < 0 ? lines : lines.slice(error)).slice(-lastLines).join('\n');
}

function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
  return text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '');
}

export interface FailedCommand {
  /** As a person would write it, without secrets. */
  readonly command: string;
  readonly app: string | undefined;
  readonly failure: FlyFailure;
}

/** Only stages that deploy have the budget that may be raised. */
function timeoutHint(command: string, app: string): string {
  const look = `Look at "fly status -a ${app}" and "fly logs -a ${app}"`;
  const isDeploy = /^\S+ deploy\b/.test(command);
  return isDeploy ? `${look}; raise wait-timeout if the machines only need longer.` : `${look}, and run again.`;
}

export function commandError({ command, app, failure }: FailedCommand): SuiteError {
  const seen = failure.said === '' ? '' : `\n${failure.said}`;
  const where = app ?? '<app>';
  switch (failure.kind) {
    case 'not-found':
      return new SuiteError({
        code: 'TOOL_MISSING',
        message: `"${command}" could not run: flyctl is not on PATH.`,
        hint: 'Install it: https://fly.io/docs/flyctl/install/. On GitHub the actions do that themselves.',
      });
    case 'token-refused':
      return new SuiteError({
        code: 'FLY_TOKEN_REFUSED',
        message: `Fly.io refused the token for "${command}".${seen}`,
        hint: `Make one with "fly tokens create deploy -a ${where}" and store it as FLY_API_TOKEN.`,
      });
    case 'app-missing':
      return new SuiteError({
        code: 'FLY_APP_MISSING',
        message: `Fly app "${where}" does not exist, or the token may not see it.${seen}`,
        hint: `Create it once with "fly apps create ${where}", or use a token of this app.`,
      });
    case 'builder-trouble':
    case 'build-failed':
      return new SuiteError({
        code: 'FLY_BUILD_FAILED',
        message: `The image of "${where}" could not be built.${seen}`,
        hint:
          failure.kind === 'build-failed'
            ? 'Build it on your machine with "docker build" and the same Dockerfile.'
            : 'The builder gave no answer, twice. Run again; https://status.fly.io/ tells whether builders are ill.',
      });
    case 'timed-out':
      return new SuiteError({
        code: 'FLY_TIMEOUT',
        isTemporary: true,
        message: `"${command}" did not end${failure.afterMs === undefined ? '' : ` within ${formatDuration(failure.afterMs)}`} and was stopped.${seen}`,
        hint: timeoutHint(command, where),
      });
    case 'not-healthy':
      return new SuiteError({
        code: 'DEPLOY_NOT_LIVE',
        message: `The new release of "${where}" did not become healthy.${seen}`,
        hint: `Look at "fly logs -a ${where}" and "fly checks list -a ${where}".`,
      });
    case 'unavailable':
      return new SuiteError({
        code: 'FLY_COMMAND_FAILED',
        message: `Fly.io could not answer "${command}".${seen}`,
        isTemporary: true,
        hint: 'Run again in some minutes; https://status.fly.io/ tells what is ill.',
      });
    case 'other':
      return new SuiteError({
        code: 'FLY_COMMAND_FAILED',
        message: `"${command}" failed.${seen}`,
        hint: `Run it on your machine; "fly status -a ${where}" shows the app.`,
      });
  }
}
