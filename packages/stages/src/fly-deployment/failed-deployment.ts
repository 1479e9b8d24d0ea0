import {
  type DeployOutcome,
  describeMachine,
  describeProblem,
  isOfRelease,
  type Machine,
  type MachineProblem,
} from '@fly-monitoring/fly';
import { isSuiteError, SuiteError, toSuiteError } from '@fly-monitoring/kit';
import type { DeploymentOutcome, DeploymentRun } from './deployment.js';

export interface FailedDeploy {
  readonly outcome: DeployOutcome;
  readonly error: Error;
  readonly problems?: readonly MachineProblem[];
}

/** A failed deploy, looked at: what each machine runs now, and the last words of one that does not do well. */
export async function failedDeployment(
  run: DeploymentRun,
  { error, problems = [] }: FailedDeploy,
): Promise<DeploymentOutcome> {
  const { code, message, hint, isTemporary } = toSuiteError(error);
  const now = await machinesNow(run);
  const parts = [
    message,
    ...problems.map(describeProblem),
    now === undefined ? 'Fly.io could not be asked what runs now.' : describeNow(now),
    await lastWords(
      run,
      suspectOf(
        problems,
        now?.find(({ id }) => message.includes(id)),
      ),
    ),
  ];
  const whole = parts.filter((part) => part !== '').join('\n');
  const looked = new SuiteError({ code, message: whole, hint, isTemporary, cause: error });
  return { kind: 'failed', error: looked, now: now ?? [] };
}

async function machinesNow({ flyctl, wanted: { app } }: DeploymentRun): Promise<readonly Machine[] | undefined> {
  try {
    return (await flyctl.machines(app)).filter(isOfRelease);
  } catch (thrown) {
    // The failure itself is what counts; that it could not be looked at is told beside it.
    if (isSuiteError(thrown)) return undefined;
    throw thrown;
  }
}

function describeNow(machines: readonly Machine[]): string {
  if (machines.length === 0) return 'What runs now: no machine.';
  return ['What runs now:', ...machines.map((machine) => `- ${describeMachine(machine)}`)].join('\n');
}

/** Whose log may say why: a machine that still runs the release before has seen nothing of this one. */
function suspectOf(problems: readonly MachineProblem[], named: Machine | undefined): string | undefined {
  const machines = problems.flatMap((problem) => ('machine' in problem ? [problem] : []));
  const suspect = machines.find(({ kind }) => kind !== 'other-release');
  return (suspect?.machine ?? named ?? machines[0]?.machine)?.id;
}

async function lastWords({ flyctl, wanted: { app } }: DeploymentRun, id: string | undefined): Promise<string> {
  if (id === undefined) return '';
  const log = await flyctl.lastLogLines(app, id);
  switch (log.kind) {
    case 'denied':
      return `This token may not read logs; "fly logs -a ${app}" with a token of the organisation ("fly tokens create org") shows them.`;
    case 'unavailable':
      return `Fly.io could not show the logs now; "fly logs -a ${app}" shows them later.`;
    case 'read':
      return log.lines.length === 0 ? '' : [`Last lines of machine ${id}:`, ...log.lines].join('\n');
  }
}

/** A blue machine that flyctl could not destroy; the proxy may start it again, with the release before. */
export function leftBehind(app: string, version: number, ids: readonly string[]): SuiteError {
  const named = ids.join(' ');
  return new SuiteError({
    code: 'DEPLOY_NOT_LIVE',
    message: `flyctl reported success, but release ${version} of "${app}" is not live alone: machines of a release before were left: ${named}.`,
    hint: `Run again, or destroy them with "fly machine destroy --force -a ${app} ${named}"; until then the proxy may start them.`,
  });
}

export function notLive(app: string, what: string, seen = ''): SuiteError {
  return new SuiteError({
    code: 'DEPLOY_NOT_LIVE',
    message: `flyctl reported success, but ${what} "${app}" is not live.${seen === '' ? '' : ` ${seen}`}`,
    hint: `Look at "fly machine list -a ${app}" and "fly logs -a ${app}"; an image that cannot be pulled makes Fly put the old version back silently.`,
  });
}
