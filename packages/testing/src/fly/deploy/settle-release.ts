import { type Invocation, isKilled } from '../commands/command.js';
import { Cancelled } from '../commands/flyctl-error.js';
import type { App, Release } from '../platform/model.js';

/** Writes how the release ended, whatever happens, and prints it where asked. */
export async function settleRelease(
  call: Invocation,
  at: { app: App; release: Release; checksDns: boolean },
  work: () => Promise<void>,
): Promise<void> {
  const { app, release } = at;
  const { misbehaviours } = call.platform;
  call.strike('run-release', { app: app.name });
  release.status = 'running';
  try {
    await work();
  } catch (error) {
    // Nobody is left to write down how the release of a killed flyctl ended.
    if (isKilled(call)) throw error;
    release.status = error instanceof Cancelled ? 'interrupted' : 'failed';
    if (misbehaviours.take('exit-zero-on-failure', app.name) === undefined) throw error;
    call.err(`Error: ${error instanceof Error ? error.message : String(error)}\n`);
    return;
  }
  if (!call.strike('end-release', { app: app.name })) release.status = 'complete';
  if (at.checksDns) checkDns(call, app);
  printRelease(call, { app, release });
  if (misbehaviours.take('hang-after-success', app.name) !== undefined) await untilInterrupted(call);
}

function checkDns(call: Invocation, app: App): void {
  if (app.ips.length === 0) return;
  call.err(`Checking DNS configuration for ${app.name}.fly.dev\n`);
  if (!call.strike('dns-check', { app: app.name })) call.err('✓ DNS configuration verified\n');
}

function printRelease(call: Invocation, { app, release }: { app: App; release: Release }): void {
  if ((call.env['FLY_EMIT_RELEASE_JSON'] ?? '') === '') return;
  if (call.platform.misbehaviours.take('no-release-json', app.name) !== undefined) return;
  call.out(`${JSON.stringify({ id: release.id, version: release.version, image_ref: release.imageRef })}\n`);
}

function untilInterrupted(call: Invocation): Promise<never> {
  return new Promise((_resolve, reject) => {
    call.interrupted.addEventListener('abort', () => reject(new Cancelled()), { once: true });
  });
}
