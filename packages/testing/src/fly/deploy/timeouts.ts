import { FlyctlError } from '../commands/flyctl-error.js';

const NEVER_STARTED = `Your machine was created, but never started or exited immediately. This could mean that your app is taking a long time to start,
but it could be indicative of a region issue.

Alternatively, your app may have exited immediately due to a startup failure. Check your Dockerfile
to ensure it specifies a valid start command (e.g., check that your 'CMD' or 'ENTRYPOINT' is correct).
You can also try running 'fly logs' to see what happened when the machine tried to start.`;

/** A state that was not reached in time; which flag would give it longer is the hint. */
export function startTimeout(
  state: 'started' | 'stopped' | 'destroyed',
  flag: 'wait-timeout' | 'release-command-timeout' = 'wait-timeout',
): FlyctlError {
  const longer = `increasing the timeout with the --${flag} flag`;
  return new FlyctlError("timeout reached waiting for machine's state to change", {
    description: state === 'started' ? NEVER_STARTED : `Your machine never reached the state "${state}".`,
    suggestion:
      state === 'started'
        ? `You can try deploying to a different region,\nor you can try ${longer}`
        : `You can try ${longer}`,
  });
}
