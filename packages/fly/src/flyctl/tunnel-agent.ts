import { join } from 'node:path';
import { errorMessage, type Files } from '@fly-monitoring/kit';
import type { FlyctlCommand } from './command.js';
import type { FlyFailure } from './failure.js';

/** The background process through which `flyctl proxy` reaches the private network. */
export interface TunnelAgent {
  /** For the command that uses it. */
  readonly env: Readonly<Record<string, string>>;
  /** Never throws: what was done through it is done. */
  end(): Promise<void>;
}

/** On a laptop it is the user's own, and other terminals may use it. */
export const userAgent: TunnelAgent = { env: {}, end: async () => {} };

/** flyctl's name for it (agent/agent.go:16), and the longest path that macOS lets a socket have; Linux has 4 more. */
const socketName = 'fly-agent.sock';
const longestSocketPathBytes = 103;

/** It answers at once, and GitHub kills a cancelled run after 10 s. */
const stopTimeoutMs = 5_000;

/**
 * An agent for one tunnel. flyctl starts it with the token in its environment and leaves it running for ever (flyctl
 * agent/start.go:43-52); on a runner that stays it would outlive the job with a token of the job. It is found by a socket
 * in flyctl's configuration folder (agent/agent.go:16). A folder of its own makes it certain whose agent is stopped: that
 * of the home folder may carry the tunnels of another job of the same user.
 *
 * The folder changes nothing else for `flyctl proxy` with a token: it makes a WireGuard peer, as in every new job of a
 * hosted runner, and Fly removes peers of this kind that are not used (flyctl#834). Other commands keep the usual
 * folder, where flyctl remembers which secrets it has staged (internal/appsecrets/minvers.go).
 */
export async function openTunnelAgent(command: FlyctlCommand, files: Files): Promise<TunnelAgent> {
  const folder = await files.makeTemporaryFolder();
  if (Buffer.byteLength(join(folder, socketName)) > longestSocketPathBytes) {
    command.tell(`${folder} is too long a path for a socket, so the agent of flyctl stays after its tunnel is closed.`);
    return userAgent;
  }
  const env = { FLY_CONFIG_DIR: folder };
  const end = async () => {
    try {
      await stopAgent(command, env);
      // Last: an agent whose folder has gone refuses to be stopped (agent/server/session.go:80).
      await files.removeFolder(folder);
    } catch (thrown) {
      command.tell(notStopped(errorMessage(thrown)));
    }
  };
  return { env, end };
}

async function stopAgent(command: FlyctlCommand, env: TunnelAgent['env']): Promise<void> {
  const args = ['agent', 'stop'];
  const invocation = { args, env, offline: true, isCleaningUp: true, timeoutMs: stopTimeoutMs } as const;
  const answer = await command.attempt(invocation);
  if (answer.kind === 'failed' && !isGone(answer.failure)) throw command.error(invocation, answer.failure);
}

/** flyctl proxy has ended before it started one. */
function isGone({ said }: FlyFailure): boolean {
  return said.includes('agent not running');
}

function notStopped(why: string): string {
  return `The agent of flyctl's tunnel may still run on this machine, with the token: ${why.replaceAll('\n', ' ')}`;
}
