import type { Command } from '@fly-monitoring/kit';

export interface FlyOfWorld {
  /** What `flyctl machine list` prints; absent: there is no flyctl. */
  readonly machines?: (app: string, seconds: number) => readonly object[] | string;
  /** What a command in a machine writes. */
  readonly inMachine?: (id: string) => string;
}

/** What flyctl prints in a world. */
export function runFlyctl({ machines, inMachine }: FlyOfWorld, { file, args }: Command, seconds: number) {
  if (machines === undefined) return { kind: 'not-found', file } as const;
  const exited = (exitCode: number, stdout: string, stderr = '') =>
    ({ kind: 'exited', exitCode, stdout, stderr }) as const;
  if (args[0] === 'version') return exited(0, 'flyctl v0.4.87\n');
  if (args[1] === 'exec') return exited(0, JSON.stringify({ stdout: inMachine?.(args[2] ?? '') ?? '' }));
  const app = args[args.indexOf('-a') + 1] ?? '';
  const list = machines(app, seconds);
  return typeof list === 'string' ? exited(1, '', list) : exited(0, JSON.stringify(list));
}
