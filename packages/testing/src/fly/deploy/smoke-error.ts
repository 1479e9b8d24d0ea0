import type { Invocation } from '../commands/command.js';
import { FlyctlError } from '../commands/flyctl-error.js';
import type { Machine } from '../machines/machine.js';

/** The app's own last lines follow the line with the error: whatever the app printed is then part of flyctl's words. */
export function smokeError(call: Invocation, machine: Machine): FlyctlError {
  const why = 'the app appears to be crashing';
  const logs = lastLogs(call, machine);
  return new FlyctlError(`smoke checks for ${machine.id} failed: ${why}`, {
    suggestion: `Smoke checks for ${machine.id} failed: ${why}\nCheck its logs: here's the last lines below, or run 'fly logs -i ${machine.id}':\n${logs}`,
  });
}

function lastLogs(call: Invocation, machine: Machine): string {
  const page = `https://fly.io/apps/${machine.app}/monitoring?region=&instance=${machine.id}`;
  const use = `Use \`fly logs -i ${machine.id}\` or open the monitoring dashboard to see them: ${page}\n`;
  if (call.platform.misbehaviours.take('logs-denied', machine.app) !== undefined) {
    call.err(
      `Warn: not authorized to retrieve app logs (this can happen when using deploy tokens), so we can't show you what failed. ${use}`,
    );
    return '<not authorized to retrieve logs>';
  }
  if (call.platform.misbehaviours.take('logs-unavailable', machine.app) !== undefined) {
    call.err(`Warn: got an error retrieving the logs so we can't show you what failed. ${use}`);
    return `<error fetching logs, try \`fly logs -i ${machine.id}>`;
  }
  return machine.printed.map((line) => `${line}\n`).join('');
}
