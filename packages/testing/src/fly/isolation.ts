import { spawnSync } from 'node:child_process';
import type { Isolation } from './platform/start-order.js';

/** The platform's own namespaces; its processes end with the first of them. */
const UNSHARE: Readonly<Record<Exclude<Isolation, 'none'>, readonly string[]>> = {
  root: ['-n', '-m', '-p', '-f', '--mount-proc', '--kill-child'],
  user: ['-U', '-r', '-n', '-m', '-p', '-f', '--mount-proc', '--kill-child'],
};

/** What this computer allows, found out by trying the things machines need. */
export function detectIsolation(): Isolation {
  const wanted: readonly Isolation[] = process.getuid?.() === 0 ? ['root', 'user'] : ['user'];
  return wanted.find((isolation) => isolation !== 'none' && works(isolation)) ?? 'none';
}

const TRIAL =
  'ip link add br0 type bridge && ip link add v0 type veth peer name v1 && mount -t tmpfs none /mnt && exec unshare -n -m -p -f true';

function works(isolation: Exclude<Isolation, 'none'>): boolean {
  return spawnSync('unshare', [...UNSHARE[isolation], '/bin/sh', '-c', TRIAL], { stdio: 'ignore' }).status === 0;
}

export function platformCommand(isolation: Isolation, script: string): { file: string; args: readonly string[] } {
  if (isolation === 'none') return { file: process.execPath, args: [script] };
  return { file: 'unshare', args: [...UNSHARE[isolation], process.execPath, script] };
}
