import { newUlid } from './ids.js';

export interface MachineEvent {
  readonly id: string;
  readonly type: 'launch' | 'start' | 'update' | 'stop' | 'exit' | 'destroy';
  readonly status: string;
  readonly source: 'user' | 'flyd' | 'proxy';
  readonly timestamp: number;
  readonly request?: { readonly exit_event: ExitEvent; readonly restart_count: number };
}

export interface ExitEvent {
  readonly exit_code: number;
  readonly guest_exit_code: number;
  readonly guest_signal: number;
  readonly oom_killed: boolean;
  readonly requested_stop: boolean;
  readonly restarting: boolean;
  readonly exited_at: string;
}

export function machineEvent(type: MachineEvent['type'], status: string, source: MachineEvent['source']): MachineEvent {
  return { id: newUlid(), type, status, source, timestamp: Date.now() };
}

export function exitEvent(exit: {
  code: number;
  requested: boolean;
  restarting: boolean;
  restartCount: number;
}): MachineEvent {
  const signal = exit.code > 128 ? exit.code - 128 : -1;
  const details: ExitEvent = {
    exit_code: exit.code,
    guest_exit_code: exit.code,
    guest_signal: signal,
    oom_killed: false,
    requested_stop: exit.requested,
    restarting: exit.restarting,
    exited_at: new Date().toISOString(),
  };
  return {
    ...machineEvent('exit', 'stopped', 'flyd'),
    request: { exit_event: details, restart_count: exit.restartCount },
  };
}

/** What a smoke check calls crashing: the last end was a failure, and not the first after which it starts again. */
export function isCrashLoop(newestFirst: readonly MachineEvent[]): boolean {
  const request = newestFirst.find(({ type }) => type === 'exit')?.request;
  if (request === undefined) return false;
  const { requested_stop, restarting, exit_code } = request.exit_event;
  return !requested_stop && restarting && request.restart_count > 1 && exit_code !== 0;
}
